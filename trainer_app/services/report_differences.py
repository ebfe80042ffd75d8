"""A frozen report against the file as it is now: who came in, who fell out, and what was done that explains it.

The indicators are counted as they were defined when the report was frozen, by the rules of today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.domain.indicators import Counted, Counting, Figure, IndicatorLine, Measure, Wanted
from trainer_app.services import frozen_reports, indicator_definitions, indicators, readings
from trainer_app.services.indicator_evidence.facts import Facts
from trainer_app.services.report_causes import Because, Causes

Identity = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that is counted now and was not, or the other way round; `because` is what the journal says."""

    counted: Counted
    times: int
    because: Because | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One indicator, then and now. `came_in` and `fell_out` are of what counts; of a share, the others are apart."""

    wanted: Wanted
    then: Figure
    now: Figure
    came_in: tuple[Moved, ...] = ()
    fell_out: tuple[Moved, ...] = ()
    joined: tuple[Moved, ...] = ()
    left: tuple[Moved, ...] = ()
    """In the denominator of a share and not in its numerator: who joined them, and who left them."""

    @property
    def differs(self) -> bool:
        return self.then != self.now or any((self.came_in, self.fell_out, self.joined, self.left))


@dataclass(frozen=True, slots=True)
class Differences:
    title: str
    frozen_on: date
    compared_on: date
    lines: tuple[Difference, ...]
    rules: tuple[Because, ...] = ()
    """What the programme decided otherwise since: it can move any figure."""
    since: datetime | None = None

    @property
    def any(self) -> bool:
        return any(line.differs for line in self.lines)


def differences(s: Session, frozen_id: UUID, today: date) -> Differences:
    """Every indicator of the frozen report, in its order, whether it differs or not."""
    then = frozen_reports.report(s, frozen_id)
    kept = next(line for line in frozen_reports.reports(s) if line.id == frozen_id)
    asked, causes = then.asked, Causes(s, frozen_id)
    told = readings.in_period(s, asked, [line.wanted.id for line in then.lines])
    facts = Facts(s, asked, today)
    lines = []
    for line in then.lines:
        now = indicators.line(facts, line.wanted, told.get(line.wanted.id, ()))
        counting = asked.counting or line.wanted.counting
        lines.append(_difference(line, now, counting, causes))
    return Differences(kept.title, kept.frozen_on, today, tuple(lines), causes.rules, causes.since)


def _difference(then: IndicatorLine, now: IndicatorLine, counting: Counting, causes: Causes) -> Difference:
    wanted = then.wanted
    if wanted.measure in indicator_definitions.TOLD:
        return Difference(wanted, then.figure, now.figure)
    before, after = _sorted_out(then, counting), _sorted_out(now, counting)
    came_in, fell_out = _moved(before[True], after[True], wanted, causes)
    joined, left = _moved(before[False], after[False], wanted, causes)
    return Difference(wanted, then.figure, now.figure, came_in, fell_out, joined, left)


def _sorted_out(line: IndicatorLine, counting: Counting) -> dict[bool, dict[Identity, list[Counted]]]:
    """What counts, and what is only of those that could, by who or what it is."""
    found: dict[bool, dict[Identity, list[Counted]]] = {True: {}, False: {}}
    for one in line.counted:
        found[one.counts].setdefault(_identity(line.wanted.measure, counting, one), []).append(one)
    return found


def _identity(measure: Measure, counting: Counting, one: Counted) -> Identity:
    match measure:
        case Measure.TRAININGS_HELD:
            return (one.training_id,)
        case Measure.SESSIONS_HELD:
            return one.training_id, one.day
        case Measure.GROUPS_REACHED:
            return (one.group_id,)
        case Measure.COVERAGE:
            return (one.person_id,)
        case Measure.ATTENDANCE:
            return one.person_id, one.training_id
    if counting is Counting.ATTENDANCES:
        return one.person_id, one.training_id
    return (one.person_id, one.module) if counting is Counting.PEOPLE_PER_TOPIC else (one.person_id,)


def _moved(
    before: Mapping[Identity, list[Counted]], after: Mapping[Identity, list[Counted]], wanted: Wanted, causes: Causes
) -> tuple[tuple[Moved, ...], tuple[Moved, ...]]:
    """What came in, and what fell out."""
    then, now = _times(before), _times(after)
    came_in = [Moved(after[key][-1], more, causes.of(after[key], wanted)) for key, more in (now - then).items()]
    fell_out = [Moved(before[key][-1], fewer, causes.of(before[key], wanted)) for key, fewer in (then - now).items()]
    return tuple(came_in), tuple(fell_out)


def _times(found: Mapping[Identity, Iterable[Counted]]) -> Counter[Identity]:
    return Counter({key: sum(one.times for one in some) for key, some in found.items()})
