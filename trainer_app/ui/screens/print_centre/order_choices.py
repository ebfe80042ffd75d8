"""What there is to choose from in the print centre, and how it is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trainer_app.domain.attendance import RegisterDay
from trainer_app.domain.curriculum import ModuleLine, UnitLine
from trainer_app.domain.groups import GroupLine
from trainer_app.domain.printed import NOBODY, Holder
from trainer_app.domain.trainings import TrainingLine
from trainer_app.i18n import _, pgettext, screen


@dataclass(frozen=True, slots=True)
class Offer:
    modules: Sequence[ModuleLine] = ()
    trainings: Sequence[TrainingLine] = ()
    groups: Sequence[GroupLine] = ()

    @property
    def of_units(self) -> list[tuple[UUID, str]]:
        return [(unit.id, f"{unit.code} {unit.title}") for module in self.modules for unit in module.units]

    @property
    def of_modules(self) -> list[tuple[UUID, str]]:
        return [(module.id, f"{module.code} {module.title}") for module in self.modules]

    @property
    def of_both(self) -> list[tuple[UUID, str]]:
        """Each unit, and before the units of a module all of them."""
        found = []
        for module in self.modules:
            found.append((module.id, _("{module}: all units").format(module=f"{module.code} {module.title}")))
            found += [(unit.id, f"{unit.code} {unit.title}") for unit in module.units]
        return found

    @property
    def of_groups(self) -> list[tuple[UUID | None, str]]:
        return [(None, _("Everyone")), *((line.id, line.name) for line in self.groups)]

    @property
    def of_holders(self) -> list[tuple[Holder, str]]:
        return [
            (NOBODY, pgettext("holder of a paper", "Nobody in particular")),
            *((Holder(training_id=line.id), training_words(line)) for line in self.trainings),
            *((Holder(group_id=line.id), line.name) for line in self.groups),
        ]

    def holds(self, key: UUID) -> bool:
        """Whether this is still there: a training, a group, a module or a unit."""
        found = {line.id for line in self.trainings} | {line.id for line in self.groups}
        for module in self.modules:
            found |= {module.id, *(unit.id for unit in module.units)}
        return key in found

    def key_of(self, code: str) -> UUID | None:
        """The unit or the module with this code."""
        lines: list[ModuleLine | UnitLine] = [
            *self.modules,
            *(unit for module in self.modules for unit in module.units),
        ]
        return next((line.id for line in lines if line.code == code), None)

    def module_of(self, code: str) -> UUID | None:
        """The module with this code, or with a unit that has it."""
        of_it = (module for module in self.modules if code in (module.code, *(unit.code for unit in module.units)))
        return next((module.id for module in of_it), None)


def training_words(line: TrainingLine) -> str:
    """`RUL-014 18/11/2026 Cooperative governance, COOP Twisungane`"""
    about = ", ".join(part for part in (line.title, line.group) if part)
    return f"{line.code} {screen().date(line.first_day)} {about}"


def nearest(trainings: Sequence[TrainingLine], today: date) -> TrainingLine:
    """The training that is under way or comes next; else the last one."""
    coming = [line for line in trainings if line.last_day >= today]
    return min(coming, key=lambda line: line.first_day) if coming else trainings[0]


def day_words(day: RegisterDay) -> str:
    return _("Day {number}, {date}").format(number=day.number, date=screen().date(day.day))
