"""What the programme is measured by: its indicators, as the donor words and orders them.

A new programme begins with a few usual ones. They stand here and not in the file: the key of each is derived from
what it measures, so that it becomes a row when somebody first edits it, and two laptops that edit it meet in one row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Indicator, Module, OutcomeReading, Project, Target
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.indicators import Asked, Measure, Wanted
from trainer_app.domain.text import tidy
from trainer_app.domain.trainings import TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

UNKNOWN_TO_THE_FILE = frozenset({Measure.REGISTERED})
"""Nothing is recorded by which these could be counted: somebody has to tell them, as a reading."""
OFFERED = tuple(measure for measure in Measure if measure not in UNKNOWN_TO_THE_FILE)
"""What a new indicator can measure."""
TOLD = UNKNOWN_TO_THE_FILE | {Measure.READING}
"""Measures whose figure is a reading."""


@dataclass(frozen=True, slots=True)
class Defined:
    """An indicator with its place in the list."""

    wanted: Wanted
    project_id: UUID | None = None
    retired: bool = False


def _usual(measure: Measure, kind: TrainingKind | None = None, **values: Any) -> Wanted:  # noqa: ANN401
    word = kind.value if kind else ""
    return Wanted(derived_id("indicator", "usual", measure, word), measure, kind=word, **values)


USUAL = (
    _usual(Measure.PEOPLE_REACHED),
    _usual(Measure.PEOPLE_TRAINED, TrainingKind.TRAINING),
    _usual(Measure.ATTENDANCE),
    _usual(Measure.TRAININGS_HELD, TrainingKind.TRAINING),
    _usual(Measure.TRAININGS_HELD, TrainingKind.MEETING),
    _usual(Measure.GROUPS_REACHED),
    _usual(Measure.COVERAGE),
    _usual(Measure.PASSED),
    _usual(Measure.GAINED),
    _usual(Measure.CERTIFIED),
)


def usual() -> tuple[Wanted, ...]:
    """The indicators that a new programme begins with."""
    return USUAL


def defined(s: Session, *, sample: bool = False, retired: bool = False) -> tuple[Defined, ...]:
    """In their order, with the usual ones until somebody retires them. The sample has indicators of its own."""
    rows = s.execute(
        select(Indicator, Module.code, Project.is_sample)
        .outerjoin(Module, Module.id == Indicator.module_id)
        .outerjoin(Project, Project.id == Indicator.project_id)
        .order_by(Indicator.position, Indicator.id)
    ).all()
    own = [(row.position, _defined(row, code)) for row, code, is_sample in rows if bool(is_sample) is sample]
    known = {one.wanted.id for _position, one in own}
    found = own + [(n, Defined(one)) for n, one in enumerate(() if sample and own else USUAL) if one.id not in known]
    found.sort(key=lambda pair: pair[0])
    return tuple(one for _position, one in found if retired or not one.retired)


def wanted(s: Session, asked: Asked) -> tuple[Wanted, ...]:
    """Those of a report: of a project its own and the common ones; without one, all of real work."""
    found = defined(s, sample=asked.sample)
    if asked.project_id is None or asked.sample:
        return tuple(one.wanted for one in found)
    return tuple(one.wanted for one in found if one.project_id in (None, asked.project_id))


def one(s: Session, indicator_id: UUID) -> Wanted:
    """Raises TrainerError."""
    for sample in (False, True):
        for each in defined(s, sample=sample, retired=True):
            if each.wanted.id == indicator_id:
                return each.wanted
    raise TrainerError(_("This indicator is no longer there."), "no_indicator")


def add(s: Session, asked: Wanted, project_id: UUID | None = None) -> UUID:
    """A new one at the end of the list; the key of what was handed in is not kept. Raises TrainerError."""
    key = new_id()
    _write(s, replace(asked, id=key), project_id=project_id, position=_end(s))
    return key


def change(s: Session, told: Wanted) -> None:
    """What it says from now on; figures of frozen reports stay. Raises TrainerError."""
    if row := s.get(Indicator, told.id):
        _write(s, told, project_id=row.project_id, position=row.position, retired=row.retired)
    else:
        _write(s, told, position=_place(told.id))


def retire(s: Session, indicator_id: UUID, retired: bool = True) -> None:
    """No report asks for it any more. Its targets and readings stay, and it can be called back."""
    ensure(s, indicator_id).retired = retired


def reorder(s: Session, keys: Sequence[UUID]) -> None:
    """Put them in this order; those that are not named follow."""
    rest = [one.wanted.id for one in defined(s, retired=True) if one.wanted.id not in keys]
    for position, key in enumerate((*keys, *rest)):
        ensure(s, key).position = position


def remove(s: Session, indicator_id: UUID) -> None:
    """Take it away with its targets and readings, as if it had never been. A usual one is retired: it is no row."""
    if any(one.id == indicator_id for one in USUAL):
        retire(s, indicator_id)
        return
    row = ensure(s, indicator_id)
    for target in s.scalars(select(Target).where(Target.indicator == str(indicator_id))):
        take_away(target)
    for reading in s.scalars(select(OutcomeReading).where(OutcomeReading.indicator_id == indicator_id)):
        take_away(reading)
    take_away(row)


def ensure(s: Session, indicator_id: UUID) -> Indicator:
    """The row of an indicator; a usual one that nobody has edited becomes one. Raises TrainerError."""
    if (row := s.get(Indicator, indicator_id)) is not None and not row.gone:
        return row
    usual = next((one for one in USUAL if one.id == indicator_id), None)
    if usual is None:
        raise TrainerError(_("This indicator is no longer there."), "no_indicator")
    return _write(s, usual, position=_place(indicator_id))


def _write(
    s: Session, told: Wanted, *, project_id: UUID | None = None, position: int, retired: bool = False
) -> Indicator:
    if told.measure is Measure.READING and not tidy(told.title):
        raise TrainerError(_("An indicator that somebody tells needs a title."), "no_title")
    return put(
        s,
        Indicator,
        told.id,
        project_id=project_id,
        position=position,
        measure=told.measure,
        title=tidy(told.title),
        donor_code=tidy(told.donor_code),
        definition=told.definition.strip(),
        module_id=_module(s, told.module),
        group_kind=told.group_kind.value if told.group_kind else "",
        kind=told.kind,
        counting=told.counting,
        retired=retired,
    )


def _defined(row: Indicator, module: str | None) -> Defined:
    told = Wanted(
        id=row.id,
        measure=row.measure,
        title=row.title,
        donor_code=row.donor_code,
        definition=row.definition,
        module=module or "",
        group_kind=_KINDS.get(row.group_kind),
        kind=row.kind,
        counting=row.counting,
    )
    return Defined(told, row.project_id, row.retired)


_KINDS: Mapping[str, GroupKind] = {kind.value: kind for kind in GroupKind}


def _module(s: Session, code: str) -> UUID | None:
    if not code:
        return None
    if (key := s.scalars(select(Module.id).where(Module.code == code)).first()) is None:
        raise TrainerError(_("There is no module {code}.").format(code=code), "unknown_module")
    return key


def _place(indicator_id: UUID) -> int:
    return next((n for n, one in enumerate(USUAL) if one.id == indicator_id), len(USUAL))


def _end(s: Session) -> int:
    last = s.scalars(select(Indicator.position).order_by(Indicator.position.desc()).limit(1)).first()
    return max(len(USUAL), (last if last is not None else 0) + 1)
