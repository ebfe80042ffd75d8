"""Finding somebody as one types, and opening a long list, against the bare query for the same keys.

`python -m tests.bench.bench_people [people]` prints floor, ours, the ratio, and the same for half as many people.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import cycle
from pathlib import Path

from tests.bench.timing import in_turns, shown
from tests.builders import a_name
from trainer_app.db.connect import connect
from trainer_app.db.database import Database
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import people

TYPED = ("theo", "uwim", "uwim marie", "bea 12", "0780", "kayi 77", "jean bosco 4")
ROUNDS = 40


def main(most: int) -> None:
    for known in (most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            database = open_folder(Path(folder))
            with database.changing(label("Fill")) as s:
                forms = (PersonForm(f"{a_name(n % 64)} {n}", phone=f"+25078{n:07}") for n in range(known))
                people.add_all(s, forms)
            find(database, known)
            database.close()


def find(database: Database, known: int) -> None:
    bare = connect(database.file, database.key)
    typed, bare_typed = cycle(TYPED), cycle(TYPED)

    def floor() -> None:
        words = " ".join(f'"{word}"*' for word in next(bare_typed).split())
        bare.execute("SELECT rowid FROM person_search WHERE words MATCH ? LIMIT 20", (words,)).fetchall()

    def ours() -> None:
        with database.reading() as s:
            people.people(s, next(typed), limit=20)

    shown(f"found among {known:,} people", *in_turns(floor, ours, ROUNDS), goal="95 % under 5 ms; twice: 1.2x")
    bare.close()

    def page() -> None:
        with database.reading() as s:
            people.people(s, limit=200)

    def one_page() -> None:
        with database.reading() as s:
            people.people(s, limit=1)

    shown(f"first page of {known:,} people", *in_turns(one_page, page, ROUNDS), goal="60 ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
