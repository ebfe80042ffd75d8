"""Modules, units, handouts and test items in the language asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Handout as HandoutRow
from trainer_app.db.records import Module, TestItem, Text, Unit
from trainer_app.domain.curriculum import (
    Handout,
    ModuleLine,
    TextState,
    UnitLine,
    worst,
)
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, _
from trainer_app.services.curriculum_words import Words, facts_of, words_of

HANDOUT_KEYS = ("title", "message", "do_this", "caption")


def modules(s: Session, language: str) -> tuple[ModuleLine, ...]:
    """Every module with its units, in order, and how far the handouts have come in each language."""
    rows = s.scalars(select(Module).order_by(Module.position, Module.code)).all()
    units = s.scalars(select(Unit).order_by(Unit.position)).all()
    handouts = {row.unit_id: row for row in s.scalars(select(HandoutRow))}
    words = words_of(s, [row.id for row in (*rows, *units)], language)
    states = _states(s, [row.id for row in handouts.values()])
    asked = select(TestItem.module_id, func.count(TestItem.id)).where(TestItem.retired.is_(False))
    items = dict(s.execute(asked.group_by(TestItem.module_id)).all())
    return tuple(
        ModuleLine(
            module.id,
            module.code,
            words.one(module.id, "title"),
            words.one(module.id, "aim"),
            sum(unit.minutes for unit in units if unit.module_id == module.id and not unit.retired),
            tuple(_unit_line(unit, handouts, words, states) for unit in units if unit.module_id == module.id),
            items.get(module.id, 0),
            module.retired,
            tuple(module.requires),
            tuple(module.complements),
            tuple(module.topics),
        )
        for module in rows
    )


def handout(s: Session, code: str, language: str, day: date) -> Handout:
    """The page for participants. Raises TrainerError when it has no words in this language yet."""
    found = _handout(s, code, language, day)
    if found is None:
        raise TrainerError(_("There is no handout {code}.").format(code=code), "unknown_handout")
    return _translated(found)


def handout_of_today(s: Session, code: str, language: str, day: date) -> Handout | None:
    """The same for one that may be there no longer, or not in this language."""
    found = _handout(s, code, language, day)
    return found if found is not None and found.state is not TextState.MISSING else None


def _handout(s: Session, code: str, language: str, day: date) -> Handout | None:
    row = s.scalars(select(HandoutRow).where(HandoutRow.code == code)).first()
    if row is None:
        return None
    unit = s.get_one(Unit, row.unit_id)
    return _page(row, unit, words_of(s, [row.id, unit.id, unit.module_id], language, facts_of(s, unit.module_id), day))


def handouts(s: Session, module_code: str, language: str, day: date) -> tuple[Handout, ...]:
    """Every page of a module, in the order of its units."""
    module = by_code(s, module_code)
    taught = select(Unit).where(Unit.module_id == module.id, Unit.retired.is_(False)).order_by(Unit.position)
    units = {row.id: row for row in s.scalars(taught)}
    rows = {row.unit_id: row for row in s.scalars(select(HandoutRow).where(HandoutRow.unit_id.in_(units)))}
    owners = [module.id, *units, *(row.id for row in rows.values())]
    words = words_of(s, owners, language, facts_of(s, module.id), day)
    begun = {key: row for key, row in rows.items() if words.texts(row.id, "title")}
    return tuple(_translated(_page(begun[key], unit, words)) for key, unit in units.items() if key in begun)


def by_code(s: Session, code: str) -> Module:
    """The module that a code or a title stands for. Raises TrainerError."""
    row = s.scalars(select(Module).where(func.lower(Module.code) == code.strip().lower())).first()
    if row is None:
        title = (Text.key == "title", func.lower(Text.words) == code.strip().lower())
        row = s.scalars(select(Module).join(Text, Text.owner_id == Module.id).where(*title)).first()
    if row is None:
        raise TrainerError(_("There is no module {code}.").format(code=code), "unknown_module")
    return row


def aim(s: Session, module_id: UUID, language: str) -> str:
    return words_of(s, [module_id], language).one(module_id, "aim")


def source_of(s: Session, key: UUID) -> str:
    """The language in which the module with this key, or the module of this unit, was written."""
    unit = s.get(Unit, key)
    module = s.get(Module, unit.module_id if unit else key)
    return module.source if module else ""


def titles(s: Session, module_ids: Iterable[UUID | None], language: str) -> dict[UUID | None, str]:
    """Module > title in this language, for lists of trainings."""
    keys = [key for key in module_ids if key is not None]
    words = words_of(s, keys, language)
    return {None: ""} | {key: words.one(key, "title") for key in keys}


def _unit_line(
    unit: Unit, handouts: Mapping[UUID, HandoutRow], words: Words, states: Mapping[UUID, Mapping[str, TextState]]
) -> UnitLine:
    handout = handouts.get(unit.id)
    state = states.get(handout.id, {}) if handout else {}
    code = handout.code if handout and state else ""
    return UnitLine(unit.id, unit.code, words.one(unit.id, "title"), unit.minutes, code, state, unit.retired)


def _page(row: HandoutRow, unit: Unit, words: Words) -> Handout:
    texts = [text for key in HANDOUT_KEYS for text in words.texts(row.id, key)]
    return Handout(
        code=row.code,
        unit_title=words.one(unit.id, "title"),
        module_title=words.one(unit.module_id, "title"),
        language=words.language,
        title=words.one(row.id, "title"),
        picture=row.picture,
        caption=words.one(row.id, "caption"),
        messages=words.all(row.id, "message"),
        do_this=words.one(row.id, "do_this"),
        state=worst(words.state(text) for text in texts),
        facts=words.law_of(texts),
    )


def _translated(page: Handout) -> Handout:
    """The page, or a refusal where it has no words in its language."""
    if page.state is TextState.MISSING:
        name = LANGUAGES.get(page.language, page.language)
        sentence = _("Handout {code} is not yet translated into {language}.")
        raise TrainerError(sentence.format(code=page.code, language=name), "not_translated")
    return page


def _states(s: Session, handout_ids: list[UUID]) -> dict[UUID, dict[str, TextState]]:
    """Handout > language > state of its weakest text; a language with fewer texts than the source is missing. A
    handout that has no words yet is left out: there is no page to speak of."""
    rows = s.scalars(select(Text).where(Text.owner_id.in_(handout_ids), Text.key.in_(HANDOUT_KEYS)))
    found: dict[UUID, dict[str, list[TextState]]] = {}
    for row in rows:
        found.setdefault(row.owner_id, {}).setdefault(row.language, []).append(row.standing)
    return {key: _of_each(states) for key, states in found.items()}


def _of_each(states: Mapping[str, list[TextState]]) -> dict[str, TextState]:
    whole = max(map(len, states.values()), default=0)
    said = {language: states.get(language, []) for language in {*LANGUAGES, *states}}
    return {language: worst(found) if len(found) == whole else TextState.MISSING for language, found in said.items()}
