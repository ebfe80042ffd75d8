"""How much of an indicator is to be reached in a period, in each district and overall: both are kept.

Seven districts with 29 each make 203, and the project says 214: nobody corrects one by the other.

A target belongs to days. It applies to a report of exactly these days; where there is none, those of shorter periods
within the report's apply together (three months make a quarter), and of a share the last of them. A target of a
longer period is told beside the figure, and never divided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Place, Target
from trainer_app.domain.ids import derived_id
from trainer_app.domain.indicators import Asked, Measure, Targeted, Wanted
from trainer_app.domain.quotas import indicator as quota_word
from trainer_app.domain.text import tidy
from trainer_app.domain.trainings import TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import indicator_definitions

MOST = 100_000_000


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target as it was set."""

    id: UUID
    district_id: UUID | None
    """None: of the whole programme."""
    district: str
    first: date
    last: date
    number: float
    note: str = ""

    @property
    def days(self) -> int:
        return (self.last - self.first).days

    def is_of(self, first: date, last: date) -> bool:
        return (self.first, self.last) == (first, last)

    def lies_in(self, first: date, last: date) -> bool:
        return first <= self.first and self.last <= last

    def holds(self, first: date, last: date) -> bool:
        return self.first <= first and last <= self.last


@dataclass(frozen=True, slots=True)
class Applying:
    """What a report of some days is measured against."""

    targets: tuple[Targeted, ...] = ()
    wider: tuple[Targeted, ...] = ()


NO_AIMS = Applying()


def set_target(
    s: Session,
    indicator_id: UUID,
    district_id: UUID | None,
    first: date,
    last: date,
    number: float | None,
    *,
    project_id: UUID | None = None,
    note: str = "",
) -> None:
    """So much is to be reached; of a share, 0.8 is 80 %. None takes the target away. Raises TrainerError."""
    if last < first:
        raise TrainerError(_("The last day is before the first one."), "bad_period")
    most = 1 if indicator_definitions.one(s, indicator_id).is_share else MOST
    if number is not None and not 0 <= number <= most:
        raise TrainerError(_refusal(most), "bad_number")
    key = derived_id("target", indicator_id, district_id or "", first, last, project_id or "")
    if number is None:
        if (row := s.get(Target, key)) is not None:
            take_away(row)
        return
    put(
        s,
        Target,
        key,
        indicator=str(indicator_id),
        place_id=district_id,
        project_id=project_id,
        first_day=first,
        last_day=last,
        number=float(number),
        note=tidy(note),
    )


def set_all(s: Session, indicator_id: UUID, first: date, last: date, told: Mapping[UUID | None, float | None]) -> None:
    """Those of several districts, and the overall one under None, in one gesture. Raises TrainerError."""
    for district, number in told.items():
        set_target(s, indicator_id, district, first, last, number)


def targets(s: Session, indicator_id: UUID) -> tuple[TargetLine, ...]:
    """Every target of an indicator, the latest period first, the overall one before the districts."""
    found = _lines(s, [str(indicator_id)], None)[str(indicator_id)]
    return tuple(sorted(found, key=lambda one: (-one.last.toordinal(), -one.first.toordinal(), one.district)))


def applying(s: Session, asked: Asked, wanted: Iterable[Wanted]) -> dict[UUID, Applying]:
    """Indicator > the targets of the report's days, overall and of each district, or of the one that it is about."""
    wanted = tuple(wanted)
    words = {one.id: _words(one) for one in wanted}
    lines = _lines(s, [word for each in words.values() for word in each], asked.project_id)
    found = {}
    for one in wanted:
        told = [_applying(_of(lines[word], asked), asked, one.is_share) for word in words[one.id]]
        of_these_days = (aims for aims in told if aims.targets)
        found[one.id] = next(of_these_days, next((aims for aims in told if aims.wider), NO_AIMS))
    return found


def _of(lines: list[TargetLine], asked: Asked) -> list[TargetLine]:
    """Those of the district that the report is about; of all, where it is about none."""
    return [line for line in lines if asked.district_id in (None, line.district_id)]


def _words(wanted: Wanted) -> tuple[str, ...]:
    """Under which its targets are kept. Of trainings held, the quotas of the districts are targets too."""
    plain = wanted.measure is Measure.TRAININGS_HELD and not wanted.module and wanted.group_kind is None
    if plain and wanted.kind in set(TrainingKind):
        return str(wanted.id), quota_word(TrainingKind(wanted.kind))
    return (str(wanted.id),)


def _lines(s: Session, words: list[str], project_id: UUID | None) -> Mapping[str, list[TargetLine]]:
    """Word > its targets. Those of a project stand before what was set for all."""
    found: dict[str, list[TargetLine]] = defaultdict(list)
    rows = s.execute(
        select(Target, Place.name)
        .outerjoin(Place, Place.id == Target.place_id)
        .where(Target.indicator.in_(words), or_(Target.project_id.is_(None), Target.project_id == project_id))
        .order_by(Target.project_id.is_(None), Place.name, Target.id)
    )
    for row, district in rows:
        line = TargetLine(row.id, row.place_id, district or "", row.first_day, row.last_day, row.number, row.note)
        if not any(
            one.district_id == line.district_id and one.is_of(line.first, line.last) for one in found[row.indicator]
        ):
            found[row.indicator].append(line)
    return found


def _applying(lines: list[TargetLine], asked: Asked, share: bool) -> Applying:
    of_place: dict[str, list[TargetLine]] = defaultdict(list)
    for line in lines:
        of_place[line.district].append(line)
    met, wider = list[Targeted](), list[Targeted]()
    for district in sorted(of_place):
        if found := _met(of_place[district], asked, share):
            met.append(found)
        else:
            holding = [line for line in of_place[district] if line.holds(asked.first, asked.last)]
            wider += [_targeted([min(holding, key=lambda line: line.days)])] if holding else []
    return Applying(tuple(met), tuple(wider))


def _met(lines: list[TargetLine], asked: Asked, share: bool) -> Targeted | None:
    """Of exactly these days; else made of those within them, the longest first and none of them twice."""
    if exact := [line for line in lines if line.is_of(asked.first, asked.last)]:
        return _targeted(exact[:1])
    parts = list[TargetLine]()
    for line in sorted(lines, key=lambda line: (-line.days, line.first)):
        apart = all(line.last < part.first or part.last < line.first for part in parts)
        if line.lies_in(asked.first, asked.last) and apart:
            parts.append(line)
    if not parts:
        return None
    return _targeted([max(parts, key=lambda line: line.last)] if share else parts)


def _targeted(parts: list[TargetLine]) -> Targeted:
    return Targeted(
        parts[0].district,
        sum(line.number for line in parts),
        min(line.first for line in parts),
        max(line.last for line in parts),
    )


def _refusal(most: int) -> str:
    if most == 1:
        return _("The target of a share is between 0 and 100 %.")
    return _("A target is a number from 0 on.")
