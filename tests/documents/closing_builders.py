"""A training's report and a meeting's minutes made by hand, for the tests of their papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from uuid import UUID

from tests.documents.builders import MONDAY, NAMES, head
from trainer_app.domain.answers import Tally
from trainer_app.domain.checklists import Checklist, ObservationForm, ObservationLine, Seen
from trainer_app.domain.feedback import Faces, Question
from trainer_app.domain.resolutions import ResolutionForm, ResolutionLine
from trainer_app.domain.scores import GivenTest, Mark, Phase, ScoreLine, TestPlan
from trainer_app.domain.test_figures import group_figures
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
        why="umuganda" if number in (2, 3) else "",
    )


def some_scores(people: int) -> ReportScores:
    """Everybody gains three points but the last, who does not sit the second test."""
    lines = [
        ScoreLine(UUID(int=n), str(n + 1), NAMES[n % len(NAMES)], Mark(3 + n % 4), Mark(6 + n % 4 if n else None))
        for n in range(people)
    ]
    tests = tuple(GivenTest(phase, TestPlan(), 10, 6, None) for phase in Phase)
    found = group_figures(lines, tests)
    gain = found.gain()
    return ReportScores(
        tuple(one for one in found.phases if one.sat),
        gain if gain.n else None,
        ((Phase.POST, Tally(61, 80)),),
        (("Who decides how the surplus is shared?", 0.31),),
        to_help=2,
    )


def some_watched() -> tuple[ObservationLine, ...]:
    seen = (Seen.YES,) * 7 + (Seen.PARTLY, Seen.NO, Seen.NOT_SEEN)
    form = ObservationForm(UUID(int=5), Checklist.TEACH_BACK, MONDAY, seen)
    return (ObservationLine(UUID(int=6), form, NAMES[0], NAMES[1]),) * 2


def a_report(
    people: int = 40, days: int = 5, written: bool = True, names: Sequence[str] = NAMES, **of_head: object
) -> TrainingReport:
    women = people // 2
    notes = SessionNotes(WORKED, "Rain until ten.", f"Who keeps the key? ({names[0]})", "Begin with the game.")
    return TrainingReport(
        head(**of_head),
        Sexes(women, people - women),
        Sexes(women, people - women),
        trained=people,
        share_asked=0.8,
        outsiders=2,
        heads=7,
        days=tuple(a_day(number + 1, people, names) for number in range(days)),
        scores=some_scores(people) if written else ReportScores(),
        notes=tuple(DayNotes(number + 1, notes) for number in range(min(days, 2))) if written else (),
        resolutions=decisions(3, names) if written else (),
        said={question: Faces(20 + n, 5, n) for n, question in enumerate(Question)} if written else {},
        watched=some_watched() if written else (),
    )
