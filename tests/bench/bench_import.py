"""A whole import (read, understand, compare, write with journal) against reading the sheet and inserting its rows.

`python -m tests.bench.bench_import [rows]` prints floor, ours, the ratio, and the growth when the list doubles.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date
from pathlib import Path

import python_calamine
import xlsxwriter

from tests.bench.timing import seconds
from tests.builders import a_name
from trainer_app.db.connect import connect
from trainer_app.db.database import Database
from trainer_app.domain.imports.columns import best_sheet, propose
from trainer_app.domain.imports.people_rows import read_people
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.readers import sheets
from trainer_app.services import imports

HEADER = ("No", "Amazina", "Igitsina", "Itariki y'amavuko", "Telefone", "Akarere", "Umurenge", "Umwuga")
TODAY = date(2026, 3, 9)


def main(most: int) -> None:
    times = {}
    with tempfile.TemporaryDirectory() as name:
        for rows in (most // 2, most):
            folder = Path(name) / str(rows)
            folder.mkdir()
            file = folder / "list.xlsx"
            write_list(file, rows)
            database = open_folder(folder / "data")
            floor = seconds(lambda f=file, d=database: least(f, d))
            ours = seconds(lambda f=file, d=database: whole(f, d))
            times[rows] = ours
            print(f"{rows:,} rows: floor {floor:.2f} s, ours {ours:.2f} s, ratio {ours / floor:.2f}; goal 4")
            database.close()
    print(f"twice the rows: {times[most] / times[most // 2]:.2f} times as long; goal 2.2")


def write_list(file: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(str(file), {"constant_memory": True})
    sheet = book.add_worksheet("Abitabiriye")
    sheet.write_row(0, 0, HEADER)
    for number in range(rows):
        phone = f"07{80_000_000 + number}"
        cells = (number + 1, f"{a_name(number % 64)} {number}", "Gore" if number % 2 else "Gabo", "12/05/1990", phone)
        sheet.write_row(number + 1, 0, (*cells, "Rulindo", "Base", "umuhinzi"))
    book.close()


def least(file: Path, database: Database) -> None:
    rows = python_calamine.CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()[1:]
    bare = connect(database.folder / "bare.db", database.key)
    bare.execute("CREATE TABLE person (no, name, sex, birth, phone, district, sector, occupation)")
    bare.execute("BEGIN")
    bare.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    bare.execute("COMMIT")
    bare.close()


def whole(file: Path, database: Database) -> None:
    book = sheets.read(file)
    rows = book.sheets[best_sheet([sheet.rows for sheet in book.sheets])].rows
    read = read_people(rows, propose(rows), TODAY)
    with database.reading() as s:
        check = imports.check(s, read)
    with database.changing(label("Import")) as s:
        written = imports.write(s, check)
    assert written.people == len(rows) - 1, written


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
