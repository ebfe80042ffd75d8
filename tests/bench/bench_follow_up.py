"""The due list of an office with many marks behind it, against the bare query for the trainings under way.

`python -m tests.bench.bench_follow_up [marks]` prints floor, ours, the ratio, and the same for a tenth of the marks.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

from tests.bench.timing import in_turns, shown
from trainer_app.db import bulk
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, Mark, Training, TrainingSession
from trainer_app.domain.attendance import Status
from trainer_app.domain.ids import new_id
from trainer_app.domain.people import PersonForm
from trainer_app.domain.trainings import TrainingKind
from trainer_app.opening import open_folder
from trainer_app.services import absences, follow_up, people

PEOPLE, SESSIONS, UNDER_WAY = 30, 10, 40  # in a training; the last so many trainings end about today
TODAY = date(2026, 6, 1)
ROUNDS = 12


def main(most: int) -> None:
    for marks in (most // 10, most):
        with tempfile.TemporaryDirectory() as folder:
            database = open_folder(Path(folder))
            fill(database, marks)
            measure(database, marks)
            database.close()


def fill(database: Database, marks: int) -> None:
    """Trainings one after the other, each for its own thirty people; every twelfth mark is an absence, and every
    sixth person stays away in the second half."""
    count = marks // (PEOPLE * SESSIONS)
    with database.loading() as s:
        people.add_all(s, (PersonForm(f"UWASE {n}") for n in range(PEOPLE * UNDER_WAY)))
    with database.reading() as s:
        everybody = [line.id for line in people.people(s)]
    for first in range(0, count, 100):
        with database.loading() as s:
            for number in range(first, min(first + 100, count)):
                ends = TODAY + timedelta(days=3) - timedelta(days=max(count - UNDER_WAY - number, 0))
                _training(s, ends, [everybody[(number * PEOPLE + n) % len(everybody)] for n in range(PEOPLE)])


def _training(s, ends: date, who: list[UUID]) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    training, sessions = new_id(), [new_id() for _n in range(SESSIONS)]
    about = {"id": training, "code": "X", "kind": TrainingKind.TRAINING, "title": "Bench"}
    bulk.add_all(s, Training, [about])
    days = [ends - timedelta(days=SESSIONS - n) for n in range(SESSIONS)]
    hours = {"training_id": training, "starts": time(8), "ends": time(12)}
    bulk.add_all(
        s,
        TrainingSession,
        [{"id": key, "day": day, "planned_day": day} | hours for key, day in zip(sessions, days, strict=True)],
    )
    bulk.add_all(
        s,
        Enrolment,
        [{"id": new_id(), "training_id": training, "person_id": who[n], "number": n + 1} for n in range(PEOPLE)],
    )
    bulk.add_all(
        s,
        Mark,
        [
            {
                "id": new_id(),
                "session_id": session,
                "person_id": who[n],
                "status": Status.ABSENT
                if (n * 7 + place * 5) % 12 == 0 or (n % 6 == 0 and place > 4)
                else Status.PRESENT,
            }
            for place, session in enumerate(sessions)
            for n in range(PEOPLE)
        ],
    )


def measure(database: Database, marks: int) -> None:
    def floor() -> None:
        with database.reading() as s:
            absences.under_way(s, TODAY)

    def ours() -> None:
        with database.reading() as s:
            absences.due(s, TODAY)

    def whole() -> None:
        with database.reading() as s:
            follow_up.due(s, TODAY, "en")

    with database.reading() as s:
        print(f"{marks:,} marks: {len(absences.due(s, TODAY))} people due")
    shown(f"absences among {marks:,} marks", *in_turns(floor, ours, ROUNDS), goal="200 ms")
    shown(f"due list among {marks:,} marks", *in_turns(floor, whole, ROUNDS), goal="400 ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
