"""Modules, units, handouts and test items in the language asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Fact as FactRow
from trainer_app.db.records import Handout as HandoutRow
from trainer_app.db.records import Module, Step, TestItem, Text, Training, TrainingUnit, Unit
from trainer_app.domain.curriculum import (
    DatedValue,
    Fact,
    Handout,
    ItemLine,
    ModuleLine,
    StepLine,
    TextState,
    UnitLine,
    UnitPage,
    filled,
    worst,
)
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, _

HANDOUT_KEYS = ("title", "message", "do_this", "caption")


@dataclass(frozen=True, slots=True)
class _Words:
    """The texts of some owners: each in the language asked for, or in the source's when it has none."""

    rows: Mapping[tuple[UUID, str, int], Text]
    language: str

    def one(self, owner: UUID, key: str, position: int = 0) -> str:
        row = self.rows.get((owner, key, position))
        return row.words if row else ""

    def all(self, owner: UUID, key: str) -> tuple[str, ...]:
        return tuple(row.words for row in self.texts(owner, key))

    def texts(self, owner: UUID, key: str) -> tuple[Text, ...]:
        found = [(position, row) for (who, what, position), row in self.rows.items() if (who, what) == (owner, key)]
        return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))

    def state(self, row: Text) -> TextState:
        return row.state if row.language == self.language else TextState.MISSING


def modules(s: Session, language: str) -> tuple[ModuleLine, ...]:
    """Every module with its units, in order, and how far the handouts have come in each language."""
    rows = s.scalars(select(Module).order_by(Module.position, Module.code)).all()
    units = s.scalars(select(Unit).order_by(Unit.position)).all()
    handouts = {row.unit_id: row for row in s.scalars(select(HandoutRow))}
    words = _words(s, [row.id for row in (*rows, *units)], language)
    states = _states(s, [row.id for row in handouts.values()])
    items = dict(s.execute(select(TestItem.module_id, func.count(TestItem.id)).group_by(TestItem.module_id)).all())
    return tuple(
        ModuleLine(
            module.id,
            module.code,
            words.one(module.id, "title"),
            words.one(module.id, "aim"),
            sum(unit.minutes for unit in units if unit.module_id == module.id),
            tuple(_unit_line(unit, handouts, words, states) for unit in units if unit.module_id == module.id),
            items.get(module.id, 0),
        )
        for module in rows
    )


def unit(s: Session, unit_id: UUID, language: str, day: date) -> UnitPage:
    """A unit as its trainer reads it: figures of law are those in force on `day`."""
    row = s.get_one(Unit, unit_id)
    facts = _facts(s, row.module_id)
    steps = s.scalars(select(Step).where(Step.unit_id == unit_id).order_by(Step.position)).all()
    handout = s.scalars(select(HandoutRow).where(HandoutRow.unit_id == unit_id)).first()
    words = _words(s, [row.id, *(step.id for step in steps)], language)

    def said(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(filled(text, facts, day) for text in texts)

    return UnitPage(
        row.id,
        row.code,
        words.one(row.id, "title"),
        row.minutes,
        said(words.all(row.id, "objective")),
        words.one(row.id, "materials"),
        tuple(StepLine(step.minutes, filled(words.one(step.id, "text"), facts, day)) for step in steps),
        said(words.all(row.id, "message")),
        handout.code if handout else "",
        _states(s, [handout.id])[handout.id] if handout else {},
    )


def units_of(s: Session, training_id: UUID, language: str, day: date) -> tuple[UnitPage, ...]:
    """The units that a training covers, in order: those chosen, or all of its module."""
    chosen = s.scalars(select(TrainingUnit.unit_id).where(TrainingUnit.training_id == training_id)).all()
    module_id = s.get_one(Training, training_id).module_id
    wanted = Unit.id.in_(chosen) if chosen else Unit.module_id == module_id
    keys = s.scalars(select(Unit.id).where(wanted).order_by(Unit.position)).all()
    return tuple(unit(s, key, language, day) for key in keys)


def handout(s: Session, code: str, language: str, day: date) -> Handout:
    """The page for participants. Raises TrainerError when it has no words in this language yet."""
    row = s.scalars(select(HandoutRow).where(HandoutRow.code == code)).first()
    if row is None:
        raise TrainerError(_("There is no handout {code}.").format(code=code), "unknown_handout")
    unit = s.get_one(Unit, row.unit_id)
    words = _words(s, [row.id, unit.id, unit.module_id], language)
    return _page(row, unit, words, _facts(s, unit.module_id), day)


def handouts(s: Session, module_code: str, language: str, day: date) -> tuple[Handout, ...]:
    """Every page of a module, in the order of its units."""
    module = by_code(s, module_code)
    units = {row.id: row for row in s.scalars(select(Unit).where(Unit.module_id == module.id).order_by(Unit.position))}
    rows = {row.unit_id: row for row in s.scalars(select(HandoutRow).where(HandoutRow.unit_id.in_(units)))}
    words = _words(s, [module.id, *units, *(row.id for row in rows.values())], language)
    facts = _facts(s, module.id)
    return tuple(_page(rows[key], unit, words, facts, day) for key, unit in units.items() if key in rows)


def items(s: Session, module_code: str, language: str, day: date) -> tuple[ItemLine, ...]:
    """The test items of a module; figures of law are those in force on `day`."""
    module = by_code(s, module_code)
    rows = s.scalars(select(TestItem).where(TestItem.module_id == module.id).order_by(TestItem.number)).all()
    words = _words(s, [row.id for row in rows], language)
    facts = _facts(s, module.id)
    found = []
    for row in rows:
        first, second, third = (filled(text, facts, day) for text in words.all(row.id, "option"))
        named = words.texts(row.id, "stem")[0].facts
        stem = filled(words.one(row.id, "stem"), facts, day)
        law = tuple(facts[key] for key in named)
        found.append(ItemLine(row.number, row.unit_code, stem, (first, second, third), row.answer, law))
    return tuple(found)


def by_code(s: Session, code: str) -> Module:
    """The module that a code or a title stands for. Raises TrainerError."""
    row = s.scalars(select(Module).where(func.lower(Module.code) == code.strip().lower())).first()
    if row is None:
        title = (Text.key == "title", func.lower(Text.words) == code.strip().lower())
        row = s.scalars(select(Module).join(Text, Text.owner_id == Module.id).where(*title)).first()
    if row is None:
        raise TrainerError(_("There is no module {code}.").format(code=code), "unknown_module")
    return row


def titles(s: Session, module_ids: Iterable[UUID | None], language: str) -> dict[UUID | None, str]:
    """Module > title in this language, for lists of trainings."""
    keys = [key for key in module_ids if key is not None]
    words = _words(s, keys, language)
    return {None: ""} | {key: words.one(key, "title") for key in keys}


def _unit_line(
    unit: Unit, handouts: Mapping[UUID, HandoutRow], words: _Words, states: Mapping[UUID, Mapping[str, TextState]]
) -> UnitLine:
    handout = handouts.get(unit.id)
    state = states[handout.id] if handout else {}
    return UnitLine(
        unit.id, unit.code, words.one(unit.id, "title"), unit.minutes, handout.code if handout else "", state
    )


def _page(row: HandoutRow, unit: Unit, words: _Words, facts: Mapping[str, Fact], day: date) -> Handout:
    texts = [text for key in HANDOUT_KEYS for text in words.texts(row.id, key)]
    state = worst(words.state(text) for text in texts)
    if state is TextState.MISSING:
        name = LANGUAGES.get(words.language, words.language)
        sentence = _("Handout {code} is not yet translated into {language}.")
        raise TrainerError(sentence.format(code=row.code, language=name), "not_translated")
    named = dict.fromkeys(key for text in texts for key in text.facts)
    return Handout(
        code=row.code,
        unit_title=words.one(unit.id, "title"),
        module_title=words.one(unit.module_id, "title"),
        language=words.language,
        title=filled(words.one(row.id, "title"), facts, day),
        picture=row.picture,
        caption=words.one(row.id, "caption"),
        messages=tuple(filled(text, facts, day) for text in words.all(row.id, "message")),
        do_this=filled(words.one(row.id, "do_this"), facts, day),
        state=state,
        facts=tuple(facts[key] for key in named),
    )


def _words(s: Session, owners: list[UUID], language: str) -> _Words:
    """Texts of the owners in `language`; where there is none, in the language they were written in."""
    wanted = select(Text).where(Text.owner_id.in_(owners), (Text.language == language) | Text.from_revision.is_(None))
    found: dict[tuple[UUID, str, int], Text] = {}
    for row in s.scalars(wanted):
        place = (row.owner_id, row.key, row.position)
        if place not in found or row.language == language:
            found[place] = row
    return _Words(found, language)


def _states(s: Session, handout_ids: list[UUID]) -> dict[UUID, dict[str, TextState]]:
    """Handout > language > state of its weakest text; a language with fewer texts than the source is missing."""
    rows = s.execute(
        select(Text.owner_id, Text.language, Text.state).where(
            Text.owner_id.in_(handout_ids), Text.key.in_(HANDOUT_KEYS)
        )
    ).all()
    found: dict[UUID, dict[str, list[TextState]]] = {key: {} for key in handout_ids}
    for owner, language, state in rows:
        found[owner].setdefault(language, []).append(state)
    return {key: _of_each(states) for key, states in found.items()}


def _of_each(states: Mapping[str, list[TextState]]) -> dict[str, TextState]:
    whole = max(map(len, states.values()), default=0)
    return {
        language: worst(states[language]) if len(states.get(language, ())) == whole else TextState.MISSING
        for language in {*LANGUAGES, *states}
    }


def _facts(s: Session, module_id: UUID) -> dict[str, Fact]:
    rows = s.scalars(select(FactRow).where(FactRow.module_id == module_id))
    return {
        row.key: Fact(
            row.key,
            row.law,
            row.source,
            row.as_known_on,
            row.sure,
            tuple(DatedValue(date.fromisoformat(since), value) for since, value in row.figures),
        )
        for row in rows
    }
