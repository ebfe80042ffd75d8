"""How fast attendance lists and handouts are written, against the least that could be done.

`python -m tests.bench.bench_attendance_list [people]` prints floor, ours, their ratio, and the growth when the
data doubles. The floor of a sheet is fetching its rows from an encrypted file; of a list on paper, drawing the
same words on the same places without looking at their widths; of named copies, placing an empty form.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import sqlcipher3
from reportlab.pdfgen.canvas import Canvas

from tests.documents.builders import ENGLISH, NAMES, handout, register
from trainer_app.documents import attendance_list, fonts
from trainer_app.documents import handout as handouts
from trainer_app.documents.attendance_rows import rows
from trainer_app.documents.style import LANDSCAPE, mm
from trainer_app.domain.attendance import Register

PEOPLE, DAYS, ROUNDS, COPIES = 100_000, 5, 3, 200
GOALS = {"xlsx": 6, "ods": 4, "csv": 2.5}
FETCH = """
    SELECT number, name, sex, age, phone, organisation, place,
           max(CASE day WHEN 0 THEN status END), max(CASE day WHEN 1 THEN status END),
           max(CASE day WHEN 2 THEN status END), max(CASE day WHEN 3 THEN status END),
           max(CASE day WHEN 4 THEN status END)
    FROM person JOIN mark ON mark.person = person.number GROUP BY number ORDER BY number
"""


def seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def best(floor: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """The least of a few turns, floor and ours by turns so that both meet the same load."""
    turns = [(seconds(floor), seconds(ours)) for _ in range(ROUNDS)]
    return min(floor for floor, _ in turns), min(ours for _, ours in turns)


def encrypted_file(folder: Path, people: int) -> Callable[[], object]:
    """A file with the people and their marks; returns the fetch of all rows."""
    connection = sqlcipher3.connect(str(folder / f"{people}.db"))
    connection.execute("PRAGMA key = \"x'" + "0" * 64 + "'\"")
    connection.execute("CREATE TABLE person (number INTEGER PRIMARY KEY, name, sex, age, phone, organisation, place)")
    connection.execute("CREATE TABLE mark (person, day, status, PRIMARY KEY (person, day)) WITHOUT ROWID")
    for row in rows(everybody(people), ENGLISH):
        connection.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)", row[:7])
        marks = [(row[0], day, mark) for day, mark in enumerate(row[7:])]
        connection.executemany("INSERT INTO mark VALUES (?, ?, ?)", marks)
    connection.commit()
    return lambda: connection.execute(FETCH).fetchall()


def everybody(people: int) -> Register:
    """No two of one name, so that nothing is quick for having been seen before."""
    return register(people, DAYS, names=[f"{NAMES[n % len(NAMES)]} {n:06}" for n in range(people)])


def write_list(people: int, suffix: str, folder: str) -> str:
    """In a process of its own: the megabytes that writing added to those the register takes."""
    own = everybody(people)
    before = memory("VmRSS")
    if not before:
        return "memory is told on Linux only"
    Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
    attendance_list.write(own, ENGLISH, Path(folder) / f"list.{suffix}")
    return f"+{(memory('VmHWM') - before) / 1024:.0f} MB (goal < 80)"


def memory(name: str) -> int:
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


def sheets(people: int, folder: Path) -> dict[str, float]:
    fetch, own, taken = encrypted_file(folder, people), everybody(people), {}
    for suffix, goal in GOALS.items():
        path = folder / f"list.{suffix}"
        floor, ours = best(fetch, lambda path=path: attendance_list.write(own, ENGLISH, path))
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            added = pool.submit(write_list, people, suffix, str(folder)).result()
        taken[suffix] = ours
        told(f"{suffix}, {people} people", floor, ours, f"goal <= {goal}", added)
    return taken


def draw_without_looking(words: list[list[str]]) -> None:
    canvas = Canvas(io.BytesIO(), pagesize=LANDSCAPE, pageCompression=1)
    fonts.font(fonts.SANS)
    for start in range(0, len(words), 18):
        canvas.setFont(fonts.SANS, 8.5)
        for line, row in enumerate(words[start : start + 18]):
            for place, cell in enumerate(row):
                canvas.drawString((12 + place * 22) * mm, (190 - line * 9) * mm, cell)
        canvas.grid([(12 + n * 22) * mm for n in range(13)], [(195 - n * 9) * mm for n in range(19)])
        canvas.showPage()
    canvas.save()


def paper(people: int) -> float:
    own = everybody(people)
    words = [[str(value) for value in row] for row in rows(own, ENGLISH)]
    floor, ours = best(lambda: draw_without_looking(words), lambda: attendance_list.as_bytes(own, ENGLISH))
    pages = 1 + (people + 2) // 18
    told(f"pdf, {people} people", floor, ours, f"{pages / ours:.0f} pages/s", "goal >= 40")
    return ours


def named_copies(copies: int) -> float:
    own, names = [handout(f"M1-1.{n}") for n in range(4)], [f"UWASE {n}" for n in range(copies)]
    floor, ours = best(lambda: place_forms(4 * copies), lambda: handouts.as_bytes(own, ENGLISH, names=names))
    told(f"{copies} named copies of 4 pages", floor, ours, f"{4 * copies / ours:.0f} pages/s", "goal >= 1000")
    return ours


def place_forms(pages: int) -> None:
    canvas = Canvas(io.BytesIO(), pageCompression=1)
    canvas.beginForm("page")
    canvas.endForm()
    for _ in range(pages):
        canvas.doForm("page")
        canvas.showPage()
    canvas.save()


def told(what: str, floor: float, ours: float, *more: str) -> None:
    figures = f"floor {floor:7.3f} s   ours {ours:7.3f} s   ratio {ours / floor:5.2f}"
    print(f"{what:34} {figures}   {'   '.join(more)}", flush=True)


def main(people: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        half, whole = sheets(people // 2, Path(folder)), sheets(people, Path(folder))
    for suffix in GOALS:
        print(f"{suffix}: twice the people, {whole[suffix] / half[suffix]:.2f} times the time (goal <= 2.2)")
    print(f"pdf: twice the people, {1 / (paper(1000) / paper(2000)):.2f} times the time (goal <= 2.2)")
    print(f"copies: twice as many, {1 / (named_copies(COPIES) / named_copies(2 * COPIES)):.2f} times the time")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
