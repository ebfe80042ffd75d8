"""How long somebody has stayed away from a training, and whether it is time to call.

An absence is a session that was held, that the person was expected in, and that is marked absent. Who comes, in time
or late, begins anew. An excused session is no absence; it does not end a row of absences either, because the person
was not seen. A session that nobody marked says nothing: it is no absence, and its number is shown beside the others,
from the first session on in which the person was marked at all. Sessions that were cut, or held before the person
joined or after they left, are not asked about.

The days run from the first absence until today, and only until the last session of the training once that is over:
who missed the last day only has nothing to come back to. A task that was done settles all absences up to its day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from trainer_app.domain.rules import Absence
from trainer_app.domain.statuses import SEEN, Status


@dataclass(frozen=True, slots=True)
class Seen:
    """One session that the person was expected in, and what was marked."""

    day: date
    status: Status | None


@dataclass(frozen=True, slots=True)
class Away:
    """What the clock says of one person in one training."""

    since: date | None = None
    """The day of the first absence of the row; empty when there is none."""
    sessions: int = 0
    days: int = 0
    unmarked: int = 0
    """Sessions of earlier days that nobody marked since the person was last seen."""
    due_on: date | None = None
    """The day on which it was time to call; empty while it is not."""


def clock(
    seen: Iterable[Seen], rule: Absence, today: date, ends_on: date | None = None, settled_on: date | None = None
) -> Away:
    """`seen` in the order of the sessions; `ends_on` is the last day of the training, planned ones included."""
    absent: list[date] = []
    unmarked, was_marked = 0, False
    for one in seen:
        if one.day > today or (settled_on is not None and one.day <= settled_on):
            continue
        if one.status in SEEN:
            absent, unmarked = [], 0
        elif one.status is Status.ABSENT:
            absent.append(one.day)
        elif one.status is None and was_marked and one.day < today:
            unmarked += 1
        was_marked = was_marked or one.status is not None
    if not absent:
        return Away(unmarked=unmarked)
    until = min(today, ends_on or today)
    days = max((until - absent[0]).days, 0)
    return Away(absent[0], len(absent), days, unmarked, _due_on(absent, rule, days))


def _due_on(absent: list[date], rule: Absence, days: int) -> date | None:
    rang = [absent[rule.sessions - 1]] if len(absent) >= rule.sessions else []
    rang += [absent[0] + timedelta(days=rule.days)] if days >= rule.days else []
    return min(rang, default=None)
