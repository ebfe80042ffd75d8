"""One mark, from the service to the disk, against one encrypted commit of the same row without a journal.

`python -m tests.bench.bench_mark [people]` prints floor, ours, the ratio (the journal's tax), and the growth when
there are twice as many people in the file.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import count
from pathlib import Path

from tests.bench.timing import in_turns, shown
from tests.builders import FIRST_DAY, a_name, a_training
from trainer_app.db.connect import connect
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import attendance, people

MARKS = 300


def main(most: int) -> None:
    for known in (most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            database = open_folder(Path(folder))
            with database.changing(label("Fill")) as s:
                people.add_all(s, (PersonForm(a_name(number)) for number in range(known)))
            measure(database, known)
            database.close()


def measure(database: Database, known: int) -> None:
    training = a_training(database, people=40)
    turns, statuses = count(), tuple(Status)
    session = training.sessions[0]

    def ours() -> None:
        number = next(turns)
        with database.changing(label("Mark {name}", name="x")) as s:
            attendance.mark(s, session, training.people[number % 40], statuses[number // 40 % 4], FIRST_DAY)

    bare = connect(database.folder / "bare.db", database.key)
    bare.execute("CREATE TABLE mark (id TEXT PRIMARY KEY, session TEXT, person TEXT, status TEXT)")
    bare_turns = count()

    def floor() -> None:
        number = next(bare_turns)
        person = training.people[number % 40].hex
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(
            "INSERT INTO mark VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET status = excluded.status",
            (person, session.hex, person, statuses[number // 40 % 4].value),
        )
        bare.execute("COMMIT")

    shown(f"a mark among {known:,} people", *in_turns(floor, ours, MARKS), goal="95 % under 16 ms; twice: 1.2x")
    bare.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
