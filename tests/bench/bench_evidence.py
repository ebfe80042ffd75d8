"""How fast the evidence of a report and the tables for other programs are written, against fetching their rows.

`python -m tests.bench.bench_evidence [rows]` prints floor, ours, their ratio, and the growth when the data doubles.
The floor is fetching the same cells from an encrypted file in one question.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import sqlcipher3

from tests.bench.bench_attendance_list import best, told
from tests.documents.builders import ENGLISH, NAMES
from tests.documents.report_builders import named, people_line, report
from trainer_app.documents import indicator_book, tidy_files
from trainer_app.documents.indicator_rows import Told, evidence
from trainer_app.documents.tidy_files import Names
from trainer_app.domain import tidy
from trainer_app.domain.tidy import Data, Table

ROWS = 100_000
GOALS = {"xlsx": 6.0, "ods": 4.0}
GOAL_OF_TEXT = 2.5


def everything(rows: int) -> Told:
    """One indicator with so many people behind it, no two of one name."""
    people = named(rows, [f"{NAMES[n % len(NAMES)]} {n:06}" for n in range(rows)])
    return Told(report([people_line(rows)]), people, frozenset({"name"}))


def marks(rows: int) -> Data:
    day, statuses = date(2026, 3, 3), ("present", "late", "absent")
    found = [
        (f"T-{n // 40}-1", f"T-{n // 40}", day, tidy.pseudonym(UUID(int=n)), statuses[n % 3], None, n % 3 < 2, False)
        for n in range(rows)
    ]
    return Data((Table("marks", tidy.MARKS, found),), None, None, day)


def fetching(folder: Path, name: str, rows: list[list[object]]) -> Callable[[], object]:
    """An encrypted file with these cells, and the question for all of them."""
    connection = sqlcipher3.connect(str(folder / name))
    connection.execute("PRAGMA key = \"x'" + "0" * 64 + "'\"")
    columns = ", ".join(f"c{place}" for place in range(len(rows[0])))
    connection.execute(f"CREATE TABLE cells ({columns})")
    holes = ", ".join("?" * len(rows[0]))
    connection.executemany(f"INSERT INTO cells VALUES ({holes})", rows)
    connection.commit()
    return lambda: connection.execute("SELECT * FROM cells").fetchall()


def plain(rows: object) -> list[list[object]]:
    return [[str(cell) if isinstance(cell, date) else cell for cell in row] for row in rows]  # type: ignore[attr-defined]


def books(rows: int, folder: Path) -> dict[str, float]:
    own, taken = everything(rows), {}
    fetch = fetching(folder, f"evidence{rows}.db", plain(evidence(own, ENGLISH).rows))
    for suffix, goal in GOALS.items():
        path = folder / f"report.{suffix}"
        floor, ours = best(fetch, lambda path=path: indicator_book.write(own, ENGLISH, path))
        told(f"{suffix} with evidence, {rows} rows", floor, ours, f"goal <= {goal}")
        taken[suffix] = ours
    return taken


def texts(rows: int, folder: Path) -> float:
    data = marks(rows)
    fetch = fetching(folder, f"marks{rows}.db", plain(data.tables[0].rows))
    pages = tidy_files.pages(replace(data), Names.TIDY, ENGLISH)
    floor, ours = best(fetch, lambda: tidy_files.write(pages, ENGLISH, folder / "data.zip", is_sample=False))
    told(f"zip of marks, {rows} rows", floor, ours, f"goal <= {GOAL_OF_TEXT}")
    return ours


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        once, twice = books(rows // 2, folder), books(rows, folder)
        for suffix in GOALS:
            print(f"{suffix}: twice the data takes {twice[suffix] / once[suffix]:.1f} times as long (goal <= 2.2)")
        half, whole = texts(rows // 2, folder), texts(rows, folder)
        print(f"zip: twice the data takes {whole / half:.1f} times as long (goal <= 2.2)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
