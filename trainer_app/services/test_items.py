"""The questions that a test asks, with their answers, and in the words of a language where somebody reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import TestItem
from trainer_app.domain.answers import Question
from trainer_app.services.curriculum_words import Words, facts_of, words_of


def forms(s: Session, module_ids: Iterable[UUID | None]) -> dict[UUID | None, tuple[str, ...]]:
    """Module > the forms that its questions have: A, mostly also B."""
    wanted = select(TestItem.module_id, TestItem.form).distinct()
    rows = s.execute(wanted.where(TestItem.module_id.in_(filter(None, module_ids)), TestItem.retired.is_(False))).all()
    found: dict[UUID | None, tuple[str, ...]] = {}
    for module, form in sorted(rows, key=lambda row: row.form):
        found[module] = (*found.get(module, ()), form)
    return found


def keys(s: Session, module_id: UUID | None, form: str = "") -> tuple[Question, ...]:
    """What is asked today and what is right, without any words; of one form where it is named."""
    rows = _rows(s, module_id, form)
    return tuple(Question(row.id, row.form, row.number, row.unit_code, row.answer) for row in rows)


def questions(
    s: Session, module_id: UUID | None, form: str, language: str, day: date | None = None
) -> tuple[Question, ...]:
    """The same with their words; figures of law are those of the day."""
    rows = _rows(s, module_id, form)
    if module_id is None or not rows:
        return ()
    words = words_of(s, [row.id for row in rows], language, facts_of(s, module_id), day)
    return tuple(_with_words(row, words) for row in rows)


def of_items(s: Session, item_ids: Iterable[UUID], language: str) -> tuple[Question, ...]:
    """The questions that were asked, also those that are asked no longer."""
    wanted = select(TestItem).where(TestItem.id.in_(set(item_ids))).order_by(TestItem.form, TestItem.number)
    rows = s.scalars(wanted).all()
    facts = {key: fact for module in {row.module_id for row in rows} for key, fact in facts_of(s, module).items()}
    words = words_of(s, [row.id for row in rows], language, facts)
    return tuple(_with_words(row, words) for row in rows)


def _rows(s: Session, module_id: UUID | None, form: str) -> list[TestItem]:
    if module_id is None:
        return []
    wanted = select(TestItem).where(TestItem.module_id == module_id, TestItem.retired.is_(False))
    wanted = wanted.where(TestItem.form == form) if form else wanted
    return list(s.scalars(wanted.order_by(TestItem.form, TestItem.number, TestItem.id)))


def _with_words(row: TestItem, words: Words) -> Question:
    return Question(
        row.id,
        row.form,
        row.number,
        row.unit_code,
        row.answer,
        words.one(row.id, "stem"),
        words.all(row.id, "option"),
    )
