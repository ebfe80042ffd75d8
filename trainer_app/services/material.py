"""Everything a trainer holds in the hands for a unit, and the tests of a module, in the language asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Handout, Module, Part, Step, TestItem, Training, TrainingUnit, Unit
from trainer_app.domain.curriculum import Handout as HandoutPage
from trainer_app.domain.curriculum import ItemLine
from trainer_app.domain.material import (
    Card,
    Exercise,
    Method,
    PartKind,
    PlanStep,
    Prop,
    Reading,
    TestForm,
    UnitMaterial,
)
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import curriculum
from trainer_app.services.curriculum_words import Facts, Words, facts_of, words_of


def unit(s: Session, unit_id: UUID, language: str, day: date) -> UnitMaterial:
    """All of a unit; figures of law are those in force on `day`."""
    return _of_units(s, [s.get_one(Unit, unit_id)], language, day)[0]


def units_of(s: Session, training_id: UUID, language: str, day: date) -> tuple[UnitMaterial, ...]:
    """The units that a training covers, in order: those chosen, or all of its module."""
    chosen = s.scalars(select(TrainingUnit.unit_id).where(TrainingUnit.training_id == training_id)).all()
    module_id = s.get_one(Training, training_id).module_id
    wanted = Unit.id.in_(chosen) if chosen else (Unit.module_id == module_id) & Unit.retired.is_(False)
    return _of_units(s, s.scalars(select(Unit).where(wanted).order_by(Unit.position)).all(), language, day)


def under(s: Session, key: UUID, language: str, day: date) -> tuple[UnitMaterial, ...]:
    """The unit with this key; or, of a module, all its units that are taught today, in order."""
    if s.get(Unit, key) is not None:
        return (unit(s, key, language, day),)
    wanted = select(Unit).where(Unit.module_id == key, Unit.retired.is_(False)).order_by(Unit.position)
    return _of_units(s, s.scalars(wanted).all(), language, day)


def by_code(s: Session, code: str, language: str, day: date) -> UnitMaterial:
    """The same for what people type: `M1-1.1`. Raises TrainerError."""
    row = s.scalars(select(Unit).where(func.lower(Unit.code) == code.strip().lower())).first()
    if row is None:
        raise TrainerError(_("There is no unit {code}.").format(code=code), "unknown_unit")
    return unit(s, row.id, language, day)


def module(s: Session, code: str, language: str, day: date) -> tuple[UnitMaterial, ...]:
    """All units of a module that are taught today, in order."""
    return under(s, curriculum.by_code(s, code).id, language, day)


def test(s: Session, module_code: str, form: str, language: str, day: date) -> TestForm:
    """Form A or B of a module's test. Raises TrainerError when it has no questions."""
    return test_of(s, curriculum.by_code(s, module_code).id, form, language, day)


def test_of(s: Session, module_id: UUID, form: str, language: str, day: date) -> TestForm:
    row = s.get_one(Module, module_id)
    wanted = (TestItem.module_id == row.id, TestItem.form == form, TestItem.retired.is_(False))
    items = s.scalars(select(TestItem).where(*wanted).order_by(TestItem.number)).all()
    if not items:
        sentence = _("Module {code} has no questions of form {form}.")
        raise TrainerError(sentence.format(code=row.code, form=form), "no_questions")
    words = words_of(s, [item.id for item in items], language, facts_of(s, row.id), day)
    title = words_of(s, [row.id], language).one(row.id, "title")
    return TestForm(row.code, title, form, language, tuple(_item(item, words) for item in items), words.weakest)


def pages_of(s: Session, units: Iterable[UnitMaterial], day: date) -> dict[str, HandoutPage]:
    """Code > page of the units' handouts, as far as there are any in that language."""
    codes = [(unit.handout_code, unit.language) for unit in units if unit.handout_code]
    found = {code: curriculum.handout_of_today(s, code, language, day) for code, language in codes}
    return {code: page for code, page in found.items() if page is not None}


def _item(row: TestItem, words: Words) -> ItemLine:
    first, second, third = words.all(row.id, "option")
    return ItemLine(
        row.number,
        row.unit_code,
        words.one(row.id, "stem"),
        (first, second, third),
        row.answer,
        words.law_of(words.texts(row.id, "stem")),
        row.picture,
        words.one(row.id, "caption"),
    )


def _of_units(s: Session, rows: Sequence[Unit], language: str, day: date) -> tuple[UnitMaterial, ...]:
    if not rows:
        return ()
    keys = [row.id for row in rows]
    facts = facts_of(s, rows[0].module_id)
    steps = s.scalars(select(Step).where(Step.unit_id.in_(keys)).order_by(Step.position)).all()
    parts = s.scalars(select(Part).where(Part.unit_id.in_(keys)).order_by(Part.position)).all()
    handouts = {row.unit_id: row for row in s.scalars(select(Handout).where(Handout.unit_id.in_(keys)))}
    module = s.get_one(Module, rows[0].module_id)
    title = words_of(s, [module.id], language).one(module.id, "title")
    return tuple(
        _material(
            s,
            row,
            module.code,
            title,
            [step for step in steps if step.unit_id == row.id],
            [part for part in parts if part.unit_id == row.id],
            handouts.get(row.id),
            (language, facts, day),
        )
        for row in rows
    )


def _material(
    s: Session,
    row: Unit,
    module_code: str,
    module_title: str,
    steps: Sequence[Step],
    parts: Sequence[Part],
    handout: Handout | None,
    said: tuple[str, Facts, date],
) -> UnitMaterial:
    owners = [row.id, *(step.id for step in steps), *(part.id for part in parts)]
    words = words_of(s, [*owners, handout.id] if handout else owners, *said)
    return UnitMaterial(
        id=row.id,
        code=row.code,
        title=words.one(row.id, "title"),
        module_code=module_code,
        module_title=module_title,
        language=said[0],
        minutes=row.minutes,
        people=(row.people_least, row.people_most),
        room=words.one(row.id, "room"),
        objectives=words.all(row.id, "objective"),
        materials=words.one(row.id, "materials"),
        preparation=words.all(row.id, "preparation"),
        steps=tuple(_steps(steps, words)),
        questions=words.all(row.id, "question"),
        messages=words.all(row.id, "message"),
        low_literacy=words.one(row.id, "low_literacy"),
        women=words.one(row.id, "women"),
        disability=words.one(row.id, "disability"),
        readings=tuple(_reading(part, words) for part in parts if part.kind == PartKind.READING),
        cue_card=words.all(row.id, "cue"),
        spoken=words.all(handout.id, "spoken") if handout else (),
        exercises=tuple(_exercise(part, words) for part in parts if part.kind == PartKind.EXERCISE),
        props=tuple(_prop(part, words) for part in parts if part.kind == PartKind.PROP),
        handout_code=handout.code if handout and words.texts(handout.id, "title") else "",
        state=words.weakest,
        facts=words.law,
    )


def _steps(rows: Sequence[Step], words: Words) -> Iterable[PlanStep]:
    begins = 0
    for row in rows:
        method = Method(row.method) if row.method else None
        title, instructions = words.one(row.id, "text"), words.all(row.id, "instruction")
        yield PlanStep(begins, row.minutes, title, method, row.may_skip, instructions)
        begins += row.minutes


def _reading(part: Part, words: Words) -> Reading:
    return Reading(part.form, words.one(part.id, "title"), words.all(part.id, "paragraph"))


def _exercise(part: Part, words: Words) -> Exercise:
    return Exercise(
        part.form,
        words.one(part.id, "title"),
        words.one(part.id, "instruction"),
        part.layout.get("lines", 0),
        part.layout.get("rows", 0),
        words.all(part.id, "column"),
        words.all(part.id, "first"),
        words.all(part.id, "choice"),
    )


def _prop(part: Part, words: Words) -> Prop:
    pictures = part.layout.get("pictures", [])
    said = words.all(part.id, "card")
    cards = tuple(Card(text, pictures[place] if place < len(pictures) else "") for place, text in enumerate(said))
    return Prop(
        part.form,
        words.one(part.id, "title"),
        words.one(part.id, "use"),
        cards,
        tuple(part.layout.get("amounts", ())),
        words.all(part.id, "line"),
    )
