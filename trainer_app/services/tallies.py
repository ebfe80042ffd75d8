"""What a whole room answered: cards held up, hands, beans in bags, counted by question and sex."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import TestTally
from trainer_app.domain.answers import ItemTally, Tally, TallySheet
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import FORMS, TALLIED, Phase, Way
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import scores, test_items


def tally(s: Session, training_id: UUID, phase: Phase, language: str, form: str = "") -> TallySheet:
    """Every question of a form, and what was counted so far.

    The room hears one form: the one asked for, the one of the test, or else the one that was counted already; A before
    the training and B after it where nobody said anything.
    """
    given = scores.test(s, training_id, phase)
    counted = by_item(s, training_id, phase)
    if not (form or given.plan.form):
        known = {question.item_id: question.form for question in test_items.keys(s, given.module_id)}
        form = next((known[item] for item in counted if item in known), "")
    form = form or given.plan.form or given.form_for(1)
    asked = test_items.questions(s, given.module_id, form if form in given.forms else FORMS[0], language)
    lines = tuple(ItemTally(question, counted.get(question.item_id, {})) for question in asked)
    return TallySheet(phase, form, given.plan.way, lines)


def record_tally(
    s: Session,
    training_id: UUID,
    phase: Phase,
    item_id: UUID,
    sex: Sex,
    counted: Tally | None,
    way: Way | None = None,
) -> None:
    """How many of this sex answered rightly, of how many; None clears. The way is the one of the test, unless told."""
    key = derived_id("tally", training_id, phase, item_id, sex)
    if counted is None:
        row = s.get(TestTally, key)
        if row is not None:
            take_away(row)
        return
    if not 0 <= counted.right <= counted.asked:
        raise TrainerError(_("Not more can be right than were asked."), "too_many")
    usual = scores.test(s, training_id, phase).plan.way
    way = way or (usual if usual in TALLIED else Way.HANDS)
    keys = {"training_id": training_id, "phase": phase, "item_id": item_id, "sex": sex}
    put(s, TestTally, key, **keys, way=way, right=counted.right, asked=counted.asked)


def by_item(s: Session, training_id: UUID, phase: Phase) -> dict[UUID, dict[Sex, Tally]]:
    return {item: found for (one, item), found in of_training(s, training_id).items() if one is phase}


def of_training(s: Session, training_id: UUID) -> dict[tuple[Phase, UUID], dict[Sex, Tally]]:
    """Phase and question > what was counted, by sex."""
    found: dict[tuple[Phase, UUID], dict[Sex, Tally]] = {}
    for row in s.scalars(select(TestTally).where(TestTally.training_id == training_id)):
        found.setdefault((row.phase, row.item_id), {})[row.sex] = Tally(row.right, row.asked)
    return found
