"""One mark, from the service to the disk, against the same service committing without the journal.

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

    bare_turns = count()

    def floor() -> None:
        number = next(bare_turns)
        with database.loading() as s:
            attendance.mark(s, session, training.people[number % 40], statuses[(number // 40 + 1) % 4], FIRST_DAY)

    shown(
        f"a mark among {known:,} people", *in_turns(floor, ours, MARKS), goal="95 % under 16 ms; ratio 1.6; twice: 1.2x"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
