"""Reports of a programme of the size of a real one, and counts over a million marks.

`python -m tests.bench.bench_indicators [marks]` prints floor, ours, their ratio, and the growth when the data doubles.
The floor is the plain question for the counts alone, by district, sex, month and module; ours hands out besides who
stands behind each of them. Floor and ours meet the same load in turns; the time is that of the processor.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import text

from tests.bench import seed_programme
from tests.bench.timing import in_turns, shown
from trainer_app.db.database import Database
from trainer_app.domain.frozen import packed
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import Asked, By, Counting, Measure, Wanted, breakdown
from trainer_app.opening import open_folder
from trainer_app.services import behind, doubts, indicators
from trainer_app.services.indicator_evidence.facts import Facts

TODAY = date(2026, 7, 15)
HALF_YEAR = Asked(date(2026, 1, 1), date(2026, 6, 30))
ROUNDS = 5
EACH = 13_900  # marks of the programme, once
COUNTS = """
    SELECT coalesce(d.name, c.name), p.sex, substr(s.day, 1, 7), m.code,
        sum(k.status IN ('present', 'late')), count(*), count(DISTINCT k.person_id)
    FROM mark k
    JOIN training_session s ON s.id = k.session_id AND NOT s.cut AND NOT s.gone
    JOIN training t ON t.id = s.training_id AND NOT t.gone
    JOIN enrolment e ON e.training_id = t.id AND e.person_id = k.person_id AND NOT e.gone AND NOT e.outsider
    JOIN person p ON p.id = k.person_id AND NOT p.gone
    LEFT JOIN module m ON m.id = t.module_id
    LEFT JOIN place c ON c.id = t.place_id
    LEFT JOIN place d ON d.id = c.parent_id AND d.level = 'district'
    WHERE NOT k.gone AND k.status IS NOT NULL AND s.day BETWEEN '2026-01-01' AND '2026-06-30'
        AND NOT EXISTS (SELECT 1 FROM training_trainer l
            WHERE l.training_id = t.id AND l.person_id = k.person_id AND NOT l.gone)
    GROUP BY 1, 2, 3, 4
"""


def main(most: int) -> None:
    busy = max(round(most / EACH), 1)
    print("the programme of the report, and twice as much")
    growth([measure(1), measure(2)])
    if busy > 2:
        print(f"{most:,} marks, and half as many")
        growth([measure(busy=busy // 2), measure(busy=busy)])


def growth(taken: list[float]) -> None:
    print(f"twice the data: {taken[1] / taken[0]:.2f} times the time (goal <= 2.2)\n", flush=True)


def measure(times: int = 1, busy: int = 1) -> float:
    with tempfile.TemporaryDirectory() as folder:
        database = open_folder(Path(folder))
        start = time.perf_counter()
        with database.loading() as s:
            seed_programme.fill(s, times=times, busy=busy)
        with database.reading() as s:
            marks = s.scalar(text("SELECT count(*) FROM mark"))
            people = s.scalar(text("SELECT count(*) FROM person"))
        print(f"{people:,} people, {marks:,} marks; made in {time.perf_counter() - start:.0f} s")
        taken = counts(database, marks or 0)
        if busy == 1:
            report(database)
        database.close()
        return taken


def counts(database: Database, marks: int) -> float:
    """The two indicators that follow from every mark, broken down by district, sex and module."""

    def floor() -> None:
        with database.reading() as s:
            s.execute(text(COUNTS)).fetchall()

    def ours() -> None:
        by = (By.DISTRICT, By.SEX, By.MODULE)
        with database.reading() as s:
            facts = Facts(s, HALF_YEAR, TODAY)
            for measure_, counting in ((Measure.PEOPLE_REACHED, Counting.PEOPLE), (Measure.ATTENDANCE, None)):
                wanted = Wanted(new_id(), measure_, counting=counting or Counting.PEOPLE)
                breakdown(indicators.line(facts, wanted), by, facts.ages)

    rounds = ROUNDS if marks < 100_000 else 2
    least, own = in_turns(floor, ours, rounds, time.process_time)
    shown(f"counts over {marks:,} marks", least, own, "<= 1.3 x")
    return statistics.median(own)


def report(database: Database) -> None:
    """The whole report with its doubts; what it takes to open a number, and to keep it."""
    with database.reading() as s:
        told = indicators.report(s, HALF_YEAR, "en", TODAY)
        facts = Facts(s, HALF_YEAR, TODAY)
        each = seconds(lambda: indicators.report(s, HALF_YEAR, "en", TODAY))
        print(f"    report of {len(told.lines)} indicators: {each:.2f} s (goal < 2 s)")
        print(f"    of it the doubts: {seconds(lambda: doubts.doubts(facts, told.lines, 'en')):.2f} s")
        reached = told.lines[0]
        opened = seconds(lambda: behind.people_behind(s, reached.counted, reached.wanted.measure, HALF_YEAR))
        print(f"    {len(reached.counted):,} people behind a number: {opened:.2f} s")
        kept = packed(told)
        print(f"    kept as {len(kept['evidence']) / 1e6:.2f} MB: {seconds(lambda: packed(told)):.2f} s", flush=True)


def seconds(task: Callable[[], object]) -> float:
    """The least of three turns, by the clock of the processor."""
    taken = []
    for _round in range(3):
        start = time.process_time()
        task()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
