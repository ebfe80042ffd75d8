"""How fast one job in several languages is made, against placing empty forms.

`python -m tests.bench.bench_copies [copies]` prints floor, ours, their ratio, pages a second, and the growth when the
copies double.
"""

from __future__ import annotations

import sys
from functools import partial

from tests.bench.bench_attendance_list import best, place_forms, told
from tests.documents.builders import ENGLISH, FRENCH, KINYARWANDA, handout
from trainer_app.documents import handout as handouts
from trainer_app.documents.handout import Copies

COPIES, PAGES = 200, 5


def job(copies: int) -> list[Copies]:
    """Most in Kinyarwanda, some in French, a few in English."""
    pages = [handout(f"M1-1.{n}") for n in range(PAGES)]
    rw, fr = copies * 25 // 40, copies * 10 // 40
    return [(pages, KINYARWANDA, rw), (pages, FRENCH, fr), (pages, ENGLISH, copies - rw - fr)]


def several(copies: int, paper: str) -> float:
    sides = copies * (PAGES if paper == "A4" else 4)
    floor, ours = best(partial(place_forms, sides), partial(handouts.several_as_bytes, job(copies), paper))
    told(f"{copies} copies, {paper}", floor, ours, f"{sides / ours:.0f} sides/s", "goal >= 1000")
    return ours


def main(copies: int) -> None:
    for paper in ("A4", "booklet"):
        half, whole = several(copies, paper), several(2 * copies, paper)
        print(f"{paper}: twice the copies, {whole / half:.2f} times the time (goal <= 2.2)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
