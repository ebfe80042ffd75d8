"""The structure of the curriculum, changed by its editor: modules, units, steps, parts and test items, and the
texts of each, added, moved and taken out. What was taught or printed once is retired instead, and stays readable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Protocol
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db import journal
from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Handout, Module, Part, Step, TestItem, Text, Unit
from trainer_app.domain import packs
from trainer_app.domain.material import FORMS, Method, PartKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import texts
from trainer_app.services.programme import letters

LONGEST_STEP = 600  # minutes
OPTIONS = 3
LIST_KEYS = frozenset(
    {"objective", "preparation", "question", "message", "cue", "instruction", "paragraph", "column", "first"}
    | {"choice", "card", "line", "spoken"}
)
"""Texts that stand in a list: one can be added after another, moved and removed."""
SINGLE_KEYS = frozenset({"room", "materials", "low_literacy", "women", "disability", "instruction", "use", "caption"})
"""Texts that something has at most one of, and may do without."""
CARD = "card"


class _Placed(Protocol):
    position: int


@dataclass(frozen=True, slots=True)
class Links:
    """What a module comes after, what it goes well with, and the words it is found by."""

    requires: Sequence[str] = ()
    complements: Sequence[str] = ()
    topics: Sequence[str] = ()


# --- modules --------------------------------------------------------------------------------------------------


def add_module(s: Session, title: str, aim: str, language: str) -> UUID:
    """A module of this office's own, written in any language. Returns its key."""
    code = _own_code(s)
    key = packs.module_id(code)
    position = (s.scalar(select(func.max(Module.position))) or 0) + 1
    s.add(Module(id=key, code=code, folder=code.lower(), source=language, licence="", position=position))
    texts.add(s, key, "title", 0, language, _named(title))
    texts.add(s, key, "aim", 0, language, _named(aim))
    return key


def begin_module(s: Session, title: str, aim: str, language: str, links: Links) -> UUID:
    """A module of one's own, put in its place at once."""
    key = add_module(s, title, aim, language)
    s.flush()
    place_module(s, key, links)
    return key


def place_module(s: Session, module_id: UUID, links: Links) -> None:
    """Say what the module stands beside. Raises TrainerError when it would come before itself."""
    row = s.get_one(Module, module_id)
    others = {module.code: module.requires for module in s.scalars(select(Module))}
    others[row.code] = list(links.requires)
    if _reaches(others, row.code):
        raise TrainerError(_("Module {code} would have to come before itself.").format(code=row.code), "circle")
    row.requires, row.complements = list(links.requires), list(links.complements)
    row.topics = sorted({topic.strip() for topic in links.topics if topic.strip()})


def retire(s: Session, key: UUID, retired: bool = True) -> None:
    """A module or a unit is no longer offered; trainings that were held, and papers, keep it."""
    row = s.get(Module, key) or s.get_one(Unit, key)
    row.retired = retired


def _own_code(s: Session) -> str:
    prefix = f"{letters(s)}-M"
    wanted = select(Module.code).where(Module.code.startswith(prefix)).execution_options(**{INCLUDE_GONE: True})
    numbers = [int(code.removeprefix(prefix)) for code in s.scalars(wanted) if code.removeprefix(prefix).isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1}"


def _reaches(requires: dict[str, list[str]], start: str) -> bool:
    waiting, seen = list(requires.get(start, ())), set()
    while waiting:
        code = waiting.pop()
        if code == start:
            return True
        if code not in seen:
            seen.add(code)
            waiting += requires.get(code, ())
    return False


# --- units ----------------------------------------------------------------------------------------------------


def add_unit(s: Session, module_id: UUID, title: str) -> UUID:
    """A unit at the end of the module, with an empty handout of its own. Returns its key."""
    module = s.get_one(Module, module_id)
    known = s.scalars(
        select(Unit.code).where(Unit.module_id == module_id).execution_options(**{INCLUDE_GONE: True})
    ).all()
    position = (s.scalar(select(func.max(Unit.position)).where(Unit.module_id == module_id)) or 0) + 1
    code = _unit_code(module, letters(s), set(known))
    key, handout = packs.unit_id(code), packs.handout_id(code)
    s.add(Unit(id=key, module_id=module_id, code=code, position=position, minutes=0))
    s.add(Handout(id=handout, unit_id=key, code=code, picture=""))
    texts.add(s, key, "title", 0, module.source, _named(title))
    return key


@dataclass(frozen=True, slots=True)
class HandoutWords:
    """The first words of a page: its picture has a name, and a caption for who does not see it."""

    title: str
    messages: tuple[str, str, str]
    do_this: str
    picture: str
    caption: str


def begin_handout(s: Session, unit_id: UUID, words: HandoutWords) -> None:
    """Give the unit's page its first words."""
    language = _source(s, unit_id)
    row = s.scalars(select(Handout).where(Handout.unit_id == unit_id)).one()
    row.picture = words.picture
    texts.add(s, row.id, "title", 0, language, _named(words.title))
    texts.add(s, row.id, "caption", 0, language, _named(words.caption))
    for position, message in enumerate(words.messages):
        texts.add(s, row.id, "message", position, language, _named(message))
    texts.add(s, row.id, "do_this", 0, language, _named(words.do_this))


def set_picture(s: Session, owner_id: UUID, name: str, position: int = 0) -> None:
    """Another picture for a handout, a test item, or the card of a prop that stands at `position`."""
    row = s.get(Handout, owner_id) or s.get(TestItem, owner_id)
    if row is not None:
        row.picture = name
        return
    pictures = _pictures(s, owner_id, position + 1)
    pictures[position] = name
    _keep_pictures(s, owner_id, pictures)


def set_size(s: Session, part_id: UUID, size: Mapping[str, int | list[int]]) -> None:
    """How many `lines` or `rows` an exercise has to write in, or of which `amounts` there is paper money."""
    row = s.get_one(Part, part_id)
    row.layout = {**row.layout, **size}


def _pictures(s: Session, part_id: UUID, least: int) -> list[str]:
    """Of each card in its place; at least so many, without a picture where none was chosen."""
    found = [*s.get_one(Part, part_id).layout.get("pictures", ())]
    return found + [""] * (least - len(found))


def _keep_pictures(s: Session, part_id: UUID, pictures: list[str]) -> None:
    row = s.get_one(Part, part_id)
    row.layout = {**row.layout, "pictures": pictures}


def set_people(s: Session, unit_id: UUID, least: int, most: int) -> None:
    """For how many participants the unit is made. Raises TrainerError when most is less than least."""
    if not 0 <= least <= most:
        raise TrainerError(_("The greatest number of people is smaller than the least."), "people_range")
    row = s.get_one(Unit, unit_id)
    row.people_least, row.people_most = least, most


def move_unit(s: Session, unit_id: UUID, by: int) -> None:
    row = s.get_one(Unit, unit_id)
    _move(s.scalars(select(Unit).where(Unit.module_id == row.module_id).order_by(Unit.position)).all(), row, by)


def remove_unit(s: Session, unit_id: UUID) -> None:
    journal.remove(s.get_one(Unit, unit_id))


def _unit_code(module: Module, own: str, known: set[str]) -> str:
    """`RUL-M1-1` in a module of one's own; `M1-RUL1` in one that other laptops have too: no two name the same."""
    stem = f"{module.code}-" if module.code.startswith(f"{own}-") else f"{module.code}-{own}"
    return next(code for number in count(1) if (code := f"{stem}{number}") not in known)


# --- steps ----------------------------------------------------------------------------------------------------


def add_step(
    s: Session, unit_id: UUID, title: str, minutes: int, method: Method | None = None, may_skip: bool = False
) -> UUID:
    """A step at the end of the unit. Returns its key."""
    position = (s.scalar(select(func.max(Step.position)).where(Step.unit_id == unit_id)) or 0) + 1
    ref = texts.new_ref()
    key = packs.step_id(ref)
    s.add(Step(id=key, unit_id=unit_id, position=position, minutes=0, method=method or "", may_skip=False))
    texts.add(s, key, "text", 0, _source(s, unit_id), _named(title), ref=ref)
    s.flush()
    set_step(s, key, minutes, method, may_skip)
    return key


def set_step(s: Session, step_id: UUID, minutes: int, method: Method | None, may_skip: bool) -> None:
    """How long, how, and whether it may be left out; the unit is as long as its steps."""
    if not 0 < minutes <= LONGEST_STEP:
        raise TrainerError(_("A step takes 1 to {most} minutes.").format(most=LONGEST_STEP), "step_minutes")
    row = s.get_one(Step, step_id)
    row.minutes, row.method, row.may_skip = minutes, method or "", may_skip
    _count_minutes(s, row.unit_id)


def move_step(s: Session, step_id: UUID, by: int) -> None:
    row = s.get_one(Step, step_id)
    _move(s.scalars(select(Step).where(Step.unit_id == row.unit_id).order_by(Step.position)).all(), row, by)


def remove_step(s: Session, step_id: UUID) -> None:
    row = s.get_one(Step, step_id)
    journal.remove(row)
    s.flush()
    _count_minutes(s, row.unit_id)


def _count_minutes(s: Session, unit_id: UUID) -> None:
    s.flush()
    s.get_one(Unit, unit_id).minutes = s.scalar(select(func.sum(Step.minutes)).where(Step.unit_id == unit_id)) or 0


# --- readings, exercises, props -------------------------------------------------------------------------------


def add_part(s: Session, unit_id: UUID, kind: PartKind, form: str, title: str) -> UUID:
    """A reading, an exercise or a prop, with a title and as yet nothing else. Returns its key."""
    if form not in FORMS[kind]:
        raise ValueError(f"{form} is no form of {kind}")
    wanted = select(func.max(Part.position)).where(Part.unit_id == unit_id)
    ref, position = texts.new_ref(), (s.scalar(wanted) or 0) + 1
    key = packs.part_id(ref)
    layout = {"lines": {"lines": 4}, "table": {"rows": 5}, "money": {"amounts": [100, 500, 1000]}}.get(form, {})
    s.add(Part(id=key, unit_id=unit_id, kind=kind, form=form, position=position, layout=layout))
    texts.add(s, key, "title", 0, _source(s, unit_id), _named(title), ref=ref)
    return key


def move_part(s: Session, part_id: UUID, by: int) -> None:
    row = s.get_one(Part, part_id)
    like = (Part.unit_id == row.unit_id, Part.kind == row.kind)
    _move(s.scalars(select(Part).where(*like).order_by(Part.position)).all(), row, by)


def remove_part(s: Session, part_id: UUID) -> None:
    journal.remove(s.get_one(Part, part_id))


# --- test items -----------------------------------------------------------------------------------------------


def add_item(
    s: Session, module_id: UUID, unit_code: str, form: str, stem: str, options: Sequence[str], answer: str
) -> UUID:
    """A question with three answers, one of them right. Returns its key. Raises TrainerError."""
    if len(options) != OPTIONS or answer not in tuple("ABC"):
        raise TrainerError(_("A question has three answers, and one of them is right."), "item_options")
    language = s.get_one(Module, module_id).source
    like = (TestItem.module_id == module_id, TestItem.form == form)
    number = (s.scalar(select(func.max(TestItem.number)).where(*like)) or 0) + 1
    ref = texts.new_ref()
    key = packs.item_id(ref)
    s.add(TestItem(id=key, module_id=module_id, unit_code=unit_code, form=form, number=number, answer=answer))
    texts.add(s, key, "stem", 0, language, _named(stem), ref=ref)
    for position, words in enumerate(options):
        texts.add(s, key, "option", position, language, _named(words))
    return key


def set_item(s: Session, item_id: UUID, answer: str, retired: bool) -> None:
    """Which answer is right, and whether the question is still asked."""
    row = s.get_one(TestItem, item_id)
    row.answer, row.retired = answer, retired


# --- texts in lists -------------------------------------------------------------------------------------------


def add_text(s: Session, owner_id: UUID, key: str, words: str, language: str) -> str:
    """One more at the end of a list: an objective, an instruction, a card. Returns its id."""
    length = s.scalar(
        select(func.count(Text.id)).where(Text.owner_id == owner_id, Text.key == key, Text.from_revision.is_(None))
    )
    return texts.add(s, owner_id, key, length or 0, language, _named(words))


def remove_text(s: Session, ref: str) -> None:
    """Take a text out of its list in every language; those after it move up."""
    source = texts.source_of(s, ref)
    place = source.position
    for row in s.scalars(select(Text).where(Text.owner_id == source.owner_id, Text.key == source.key)):
        if row.ref == ref:
            journal.remove(row)
        elif row.position > place:
            row.position -= 1
    if source.key == CARD:
        pictures = _pictures(s, source.owner_id, place + 1)
        _keep_pictures(s, source.owner_id, pictures[:place] + pictures[place + 1 :])


def move_text(s: Session, ref: str, by: int) -> None:
    """Change places with the one before or after, in every language."""
    source = texts.source_of(s, ref)
    rows = s.scalars(select(Text).where(Text.owner_id == source.owner_id, Text.key == source.key)).all()
    place, other = source.position, source.position + by
    if not any(row.position == other for row in rows):
        return
    for row in rows:
        if row.position in (place, other):
            row.position = other if row.position == place else place
    if source.key == CARD:
        pictures = _pictures(s, source.owner_id, max(place, other) + 1)
        pictures[place], pictures[other] = pictures[other], pictures[place]
        _keep_pictures(s, source.owner_id, pictures)


# --- what they share ------------------------------------------------------------------------------------------


def _move(rows: Sequence[_Placed], row: _Placed, by: int) -> None:
    """Change places with a neighbour; at either end it stays."""
    at = rows.index(row)
    if 0 <= at + by < len(rows):
        other = rows[at + by]
        row.position, other.position = other.position, row.position


def _source(s: Session, unit_id: UUID) -> str:
    return s.get_one(Module, s.get_one(Unit, unit_id).module_id).source


def _named(words: str) -> str:
    if not words.strip():
        raise TrainerError(_("A text cannot be empty. Remove it instead."), "empty_text")
    return words
