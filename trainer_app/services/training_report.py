"""What the trainer's report of one training says. Attendance is never counted anew: `reports` is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import TrainingSession
from trainer_app.domain.answers import Tally
from trainer_app.domain.attendance import Register, RegisterDay, RegisterLine, totals
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Phase
from trainer_app.domain.test_figures import ItemFigures
from trainer_app.domain.training_report import DayNotes, ReportDay, ReportScores, Sexes, TrainingReport
from trainer_app.domain.trainings import SessionLine, SessionNotes
from trainer_app.services import attendance, feedback, observations, reports, resolutions, score_figures, sessions

HARDEST = 3  # questions that the report names


def report(s: Session, training_id: UUID, language: str) -> TrainingReport:
    register = attendance.register(s, training_id, language)
    planned = sessions.sessions(s, language, training_id=training_id)
    figures = reports.attendance(s, training_id=training_id)
    own = [line for line in register.lines if not line.leads and not line.outsider]
    return TrainingReport(
        head=register.head,
        enrolled=_sexes(Counter(line.sex for line in own)),
        came=_sexes(figures.people_by_sex),
        trained=figures.trained,
        share_asked=figures.rule.share_of_sessions,
        outsiders=figures.outsiders,
        heads=figures.heads.all,
        days=_days(s, register, planned),
        scores=_scores(s, training_id, language),
        notes=_notes(s, planned),
        resolutions=resolutions.of_training(s, training_id),
        said=feedback.of_training(s, training_id),
        watched=observations.of_training(s, training_id),
    )


def _days(s: Session, register: Register, planned: Iterable[SessionLine]) -> tuple[ReportDay, ...]:
    columns = {day.session_id: column for column, day in enumerate(register.days)}
    keys = [line.id for line in planned]
    signed = dict(
        s.execute(select(TrainingSession.id, TrainingSession.list_signed).where(TrainingSession.id.in_(keys))).all()
    )
    return tuple(_day(register, columns.get(line.id), line, signed.get(line.id)) for line in planned)


def _day(register: Register, column: int | None, line: SessionLine, signed: bool | None) -> ReportDay:
    day = ReportDay(
        line.number,
        line.day,
        line.starts,
        line.ends,
        line.topic,
        moved_from=line.moved_from,
        cut=line.cut,
        why=line.why,
        list_signed=signed,
    )
    return day if column is None else _counted(register, column, day)


def _counted(register: Register, column: int, day: ReportDay) -> ReportDay:
    """The same with how many were expected and came."""
    found, own = totals(register, column), register.days[column]
    expected = Counter(line.sex for line in register.lines if _expected(line, column, own))
    return ReportDay(
        day.number,
        day.day,
        day.starts,
        day.ends,
        day.topic,
        _sexes(expected),
        _sexes(found.came_by_sex) if found.by_status else None,
        found.outsiders_came,
        found.heads.all,
        found.unmarked,
        day.moved_from,
        day.cut,
        day.why,
        day.list_signed,
    )


def _expected(line: RegisterLine, column: int, day: RegisterDay) -> bool:
    """`Totals.expected`, of one person: marked, or still to be marked."""
    if line.leads or line.outsider:
        return False
    return line.cells[column].status is not None or line.is_unmarked(column, day)


def _sexes(counted: Counter[Sex]) -> Sexes:
    return Sexes(counted[Sex.FEMALE], counted[Sex.MALE], counted[Sex.UNKNOWN])


def _scores(s: Session, training_id: UUID, language: str) -> ReportScores:
    found = score_figures.figures(s, training_id, language)
    gain = found.all.gain()
    return ReportScores(
        phases=tuple(one for one in found.all.phases if one.sat),
        gain=gain if gain.n else None,
        tallied=_tallied(found.items),
        difficult=tuple((item.question.words, item.last.facility.value or 0.0) for item in found.difficult[:HARDEST]),
        to_help=len(found.to_help),
    )


def _tallied(items: Iterable[ItemFigures]) -> tuple[tuple[Phase, Tally], ...]:
    """What was counted in a room, all questions of a phase together."""
    found: dict[Phase, Tally] = {}
    for item in items:
        for one in item.phases:
            if one.is_tallied:
                found[one.phase] = found.get(one.phase, Tally(0, 0)) + Tally(one.right, one.asked)
    return tuple((phase, found[phase]) for phase in Phase if phase in found)


def _notes(s: Session, planned: Iterable[SessionLine]) -> tuple[DayNotes, ...]:
    """Of the sessions about which somebody wrote something."""
    found = (DayNotes(line.number, sessions.notes(s, line.id)) for line in planned)
    return tuple(one for one in found if one.notes != SessionNotes())
