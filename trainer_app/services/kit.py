"""Everything that the papers of a training are made of, read at one go."""

from __future__ import annotations

from collections import Counter
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import TestItem, Training
from trainer_app.domain.kit import KitContents
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase
from trainer_app.services import attendance, material, scores


def contents(s: Session, training_id: UUID, language: str, day: date) -> KitContents:
    units = material.units_of(s, training_id, language, day)
    return KitContents(
        register=attendance.register(s, training_id, language),
        language=language,
        units=units,
        pages=material.pages_of(s, units, day),
        tests=_tests(s, training_id, language, day),
        forms=_forms(s, training_id, language),
    )


def _tests(s: Session, training_id: UUID, language: str, day: date) -> tuple[TestForm, ...]:
    """The forms that the module of the training has: A, or A and B."""
    module = s.get_one(Training, training_id).module_id
    if module is None:
        return ()
    forms = select(TestItem.form).where(TestItem.module_id == module, TestItem.retired.is_(False)).distinct()
    return tuple(material.test_of(s, module, form, language, day) for form in sorted(s.scalars(forms)))


def _forms(s: Session, training_id: UUID, language: str) -> dict[tuple[Phase, str], int]:
    """Of everybody who has not left: half of the people have another form first than the others."""
    there = [line for line in scores.sheet(s, training_id, language).lines if not line.left]
    return dict(Counter((phase, line.form(phase)) for line in there for phase in Phase))
