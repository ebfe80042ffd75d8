"""Taking in a module from a file: first what it would do, then all of it as one change.

What nobody changed here becomes what the file says; what was changed only here stays; where both sides changed, the
user chose. What the file no longer has stays, unless it was asked to go.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db import bulk
from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Module, Step, TestItem, Unit
from trainer_app.domain import packs
from trainer_app.domain.pack_merge import Choices, Kind, Merged, Preview, Take
from trainer_app.domain.packs import Pack
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import pack_rows
from trainer_app.services.pack_rows_merge import Rows
from trainer_app.services.pack_texts_merge import Texts

NO_CHOICES: Choices = {}


def preview(s: Session, pack: Pack) -> Preview:
    """What taking in the pack would do. Raises TrainerError where it cannot be taken in."""
    return _plan(s, pack).preview()


def write(s: Session, pack: Pack, choices: Choices = NO_CHOICES, *, take_out: bool = False) -> Merged:
    """Take the pack in. Of what both sides changed, that is taken which was chosen, and otherwise mine."""
    plan = _plan(s, pack)
    before = plan.preview()
    if not plan.was_here:
        _write_new(s, pack)
    else:
        plan.rows.write(s, choices, take_out)
        s.flush()
        plan.texts.write(s, choices, take_out)
        _count_minutes(s, pack)
    return _merged(before, choices, take_out)


class _Plan:
    def __init__(self, pack: Pack, module: Module | None, rows: Rows, texts: Texts) -> None:
        self.pack = pack
        self.is_new = module is None or module.gone
        self.was_here = module is not None
        """Also when it went with an import that was undone."""
        self.rows = rows
        self.texts = texts

    def preview(self) -> Preview:
        return Preview(
            self.pack.code,
            self.pack.title,
            self.is_new,
            self.pack.languages,
            self.rows.differences,
            self.texts.differences,
            self.rows.moved + self.texts.moved,
        )


def _plan(s: Session, pack: Pack) -> _Plan:
    module = s.get(Module, packs.module_id(pack.code), execution_options={INCLUDE_GONE: True})
    if module is not None and module.source != pack.source:
        words = _("Module {code} is written in another language here: it cannot be taken in.")
        raise TrainerError(words.format(code=pack.code), "other_source")
    rows = Rows(s, pack)
    return _Plan(pack, module, rows, Texts(s, pack, rows.stay_out))


def _write_new(s: Session, pack: Pack) -> None:
    """A module that was never here: nothing is to be compared, and it may have thousands of rows."""
    told = replace(pack, digest="", folder=_own_folder(s, pack))  # no start looks for it: it does not ship
    for kind, rows in pack_rows.values(told, shipped=False).items():
        if kind is Module:
            rows = [row | {"position": _position(s, pack)} for row in rows]
        bulk.add_all(s, kind, rows)


def _own_folder(s: Session, pack: Pack) -> str:
    taken = select(Module.id).where(Module.folder == pack.folder).execution_options(**{INCLUDE_GONE: True})
    return pack.code.lower() if s.scalars(taken).first() else pack.folder


def _position(s: Session, pack: Pack) -> int:
    """`M6` is the sixth; any other code stands behind what is there."""
    number = pack.code.removeprefix("M")
    if pack.code.startswith("M") and number.isdigit() and len(number) < 4:
        return int(number)
    return (s.scalar(select(func.max(Module.position))) or 0) + 1


def _count_minutes(s: Session, pack: Pack) -> None:
    """A unit is as long as its steps, also when some of them came and others stayed."""
    s.flush()
    module = packs.module_id(pack.code)
    sums = select(Step.unit_id, func.sum(Step.minutes)).join(Unit, Unit.id == Step.unit_id)
    minutes: Mapping[UUID, int] = {
        unit: total for unit, total in s.execute(sums.where(Unit.module_id == module).group_by(Step.unit_id))
    }
    whole = {packs.unit_id(unit.code) for unit in pack.units if unit.minutes == sum(st.minutes for st in unit.steps)}
    for unit in s.scalars(select(Unit).where(Unit.module_id == module)):
        if unit.id in whole and unit.id in minutes and unit.minutes != minutes[unit.id]:
            unit.minutes = minutes[unit.id]
    _number_items(s, module)


def _number_items(s: Session, module: UUID) -> None:
    """Two questions of one form never have one number: the one that came later goes to the end."""
    used: dict[str, set[int]] = {}
    wanted = select(TestItem).where(TestItem.module_id == module).order_by(TestItem.form, TestItem.number)
    rows = sorted(s.scalars(wanted), key=lambda row: (row.form, row.number, not row.shipped, row.id.hex))
    for row in rows:
        numbers = used.setdefault(row.form, set())
        if row.number in numbers:
            row.number = max(one.number for one in rows if one.form == row.form) + 1
        numbers.add(row.number)


def _merged(before: Preview, choices: Choices, take_out: bool) -> Merged:
    counts = before.counts
    taken = sum(choices.get(one.key) is Take.THEIRS for one in before.conflicts)
    return Merged(
        before.code,
        before.title,
        counts[Kind.NEW],
        counts[Kind.CHANGED] + taken,
        counts[Kind.KEPT] + counts[Kind.CONFLICT] - taken,
        counts[Kind.REMOVED] if take_out else 0,
        before.moved,
    )
