"""What the first page shows: the session now or next, what waits, and how the quarter stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from trainer_app.domain.follow_up import FollowUp, TaskKind
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended
from trainer_app.domain.trainings import SessionLine, Today, ToDo
from trainer_app.services import follow_up, people, programme
from trainer_app.services.rules import rule
from trainer_app.services.sessions import sessions

AHEAD = timedelta(days=60)
BEHIND = timedelta(days=30)


def today(s: Session, now: datetime, language: str) -> Today:
    """`now` is the laptop's own time: nothing here is refused or decided by it."""
    day = now.date()
    near = _held(sessions(s, language, day - BEHIND, day + AHEAD))
    here = tuple(line for line in near if line.day == day)
    later = tuple(line for line in near if line.day > day)
    quarter = _held(sessions(s, language, *quarter_of(day)))
    held = [line for line in quarter if line.marked]
    by_sex = people.count_by_sex(s)
    return Today(
        day=day,
        next=_next(here, later, now),
        today=here,
        later=later,
        to_do=(
            *(_unmarked(line) for line in near if line.day < day and line.marked < line.enrolled),
            *reversed([_absent(line) for line in follow_up.due(s, day, language) if line.kind is TaskKind.ABSENCE]),
        ),
        people=sum(by_sex.values()),
        women=by_sex[Sex.FEMALE],
        men=by_sex[Sex.MALE],
        sessions_planned=len(quarter),
        sessions_held=len(held),
        attendance=_attendance(held),
        rule=rule(s, Attended),
        has_sample=programme.has_sample(s),
    )


def quarter_of(day: date) -> tuple[date, date]:
    """First and last day of the calendar quarter."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    after = date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    return first, after - timedelta(days=1)


def _held(lines: tuple[SessionLine, ...]) -> tuple[SessionLine, ...]:
    """Without those that were cut: nobody waits for them."""
    return tuple(line for line in lines if not line.cut)


def _next(here: tuple[SessionLine, ...], later: tuple[SessionLine, ...], now: datetime) -> SessionLine | None:
    """The session going on or next today; else the last of today that still wants marks; else the next day's."""
    going_on = [line for line in here if line.ends >= now.time()]
    unmarked = [line for line in here if line.marked < line.enrolled]
    return next(iter([*going_on, *reversed(unmarked), *reversed(here), *later]), None)


def _unmarked(line: SessionLine) -> ToDo:
    values: dict[str, str | int] = {"title": line.title, "group": line.group, "day": line.day.isoformat()}
    return ToDo("unmarked", line.id, values | {"unmarked": line.enrolled - line.marked, "enrolled": line.enrolled})


def _absent(line: FollowUp) -> ToDo:
    return ToDo("absent", None, {"name": line.name, "sessions": line.sessions, "title": line.training}, line.id)


def _attendance(held: list[SessionLine]) -> float | None:
    expected = sum(line.expected for line in held)
    return sum(line.came for line in held) / expected if expected else None
