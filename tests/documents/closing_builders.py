"""A training's report and a meeting's minutes made by hand, for the tests of their papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from uuid import UUID

from tests.documents.builders import MONDAY, NAMES, head
from trainer_app.domain.resolutions import ResolutionForm, ResolutionLine
from trainer_app.domain.training_report import DayNotes, ReportDay, ReportScores, Sexes, TrainingReport
from trainer_app.domain.trainings import SessionNotes

WORKED = "The role play: everybody spoke.\nThe map of the village on the floor."


def decisions(count: int = 3, names: Sequence[str] = NAMES) -> tuple[ResolutionLine, ...]:
    return tuple(
        ResolutionLine(
            UUID(int=900 + n),
            UUID(int=100),
            ResolutionForm(
                f"Bring the book of accounts {n + 1} to the next meeting",
                names[n % len(names)],
                MONDAY + timedelta(days=7 + n) if n % 3 else None,
            ),
            MONDAY + timedelta(days=6) if n % 2 else None,
        )
        for n in range(count)
    )


def a_day(number: int, people: int = 40, names: Sequence[str] = NAMES) -> ReportDay:
    women = people // 2
    return ReportDay(
        number,
        MONDAY + timedelta(days=number - 1),
        time(8, 30),
        time(16),
        f"Roles of the committee, {names[number % len(names)]}" if number % 2 else "",
        Sexes(women, people - women),
        Sexes(women, people - women - 1 if people > 1 else 0, number % 3) if number != 4 else None,
        outsiders=number % 2 if number != 3 else 0,
        heads=3 * (number % 2) if number != 3 else 0,
        unmarked=number % 3,
        moved_from=MONDAY if number == 2 else None,
        cut=number == 3,
        why="umuganda in the whole sector" if number in (2, 3) else "",
    )


def a_report(
    people: int = 40, days: int = 5, written: bool = True, names: Sequence[str] = NAMES, **of_head: object
) -> TrainingReport:
    women = people // 2
    notes = SessionNotes(WORKED, "Rain until ten.", f"Who keeps the key? ({names[0]})", "Begin with the game.")
    scores = ReportScores(10, people, people, people, 4.5, 7.4, 2.9)
    return TrainingReport(
        head(**of_head),
        Sexes(women, people - women),
        Sexes(women, people - women),
        trained=people,
        share_asked=0.8,
        outsiders=2,
        heads=7,
        days=tuple(a_day(number + 1, people, names) for number in range(days)),
        scores=scores if written else ReportScores(10),
        notes=tuple(DayNotes(number + 1, notes) for number in range(min(days, 2))) if written else (),
        resolutions=decisions(3, names) if written else (),
    )
