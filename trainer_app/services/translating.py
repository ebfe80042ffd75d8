"""All texts of a unit or a module side by side in two languages, in reading order, and how far they have come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Change, ChangeRow, Handout, Module, Part, Step, TestItem, Text, Unit, User
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import Progress, TextPair, TextPlace
from trainer_app.i18n import LANGUAGES
from trainer_app.services.history import moment

KEYS = (
    *("title", "aim", "stem", "option", "text", "caption", "room", "objective", "materials", "preparation"),
    *("instruction", "use", "paragraph", "column", "first", "choice", "card", "line", "question", "message"),
    *("do_this", "spoken", "low_literacy", "women", "disability", "cue"),
)
"""In the order in which the texts of one owner are read."""

Owner = tuple[UUID, str, int, str]  # key, what it is, its number among its like, its form


def pairs(s: Session, key: UUID, language: str) -> tuple[TextPair, ...]:
    """The texts of a unit, or those of a module that belong to none of its units: title, aim and test items."""
    owners = tuple(_owners(s, key))
    sources: dict[UUID, list[Text]] = {}
    said: dict[str, Text] = {}
    for row in _texts(s, [owner for owner, *_rest in owners]):
        if row.from_revision is None:
            sources.setdefault(row.owner_id, []).append(row)
        if row.language == language:
            said[row.ref] = row
    reviewers = _reviewers(s, [row.id for row in said.values() if row.state == TextState.REVIEWED])
    return tuple(
        _pair(TextPlace(owner, kind, row.key, row.position, number, form), row, said.get(row.ref), language, reviewers)
        for owner, kind, number, form in owners
        for row in sorted(sources.get(owner, ()), key=_order)
    )


def progress(s: Session) -> dict[UUID, Progress]:
    """Module or unit > how many of its texts are in which state, in each language."""
    belongs = _belongs(s)
    states: dict[UUID, dict[str, Counter[TextState]]] = {}
    whole: Counter[UUID] = Counter()
    kinds = (Text.owner_id, Text.language, Text.state, Text.from_words.is_(None), Text.from_revision.is_(None))
    for owner, language, state, current, is_source, count in s.execute(select(*kinds, func.count()).group_by(*kinds)):
        if (key := belongs.get(owner)) is None:
            continue
        whole[key] += count if is_source else 0
        shown = state if current else TextState.OUTDATED
        states.setdefault(key, {}).setdefault(language, Counter())[shown] += count
    return {key: Progress(_with_missing(found, whole[key])) for key, found in states.items()}


def waiting(s: Session, language: str, states: Collection[TextState]) -> tuple[UUID, ...]:
    """Modules and units with a text in one of these states, in the order in which they are taught."""
    found = progress(s)
    return tuple(key for key in _in_order(s) if key in found and found[key].has(language, states))


def _in_order(s: Session) -> Iterator[UUID]:
    units: dict[UUID, list[UUID]] = {}
    for module, unit in s.execute(select(Unit.module_id, Unit.id).order_by(Unit.position)):
        units.setdefault(module, []).append(unit)
    for module in s.scalars(select(Module.id).order_by(Module.position, Module.code)):
        yield module
        yield from units.get(module, ())


def _with_missing(found: dict[str, Counter[TextState]], whole: int) -> dict[str, Counter[TextState]]:
    counts = {language: found.get(language, Counter()) for language in {*LANGUAGES, *found}}
    for counted in counts.values():
        counted[TextState.MISSING] = whole - sum(counted.values())
    return counts


def _belongs(s: Session) -> dict[UUID, UUID]:
    """Owner of texts > the unit it is part of; a module and its test items > the module."""
    found = {key: key for key in (*s.scalars(select(Module.id)), *s.scalars(select(Unit.id)))}
    for kind in (Step, Handout, Part):
        found |= {key: unit for key, unit in s.execute(select(kind.id, kind.unit_id))}
    return found | {key: module for key, module in s.execute(select(TestItem.id, TestItem.module_id))}


def _owners(s: Session, key: UUID) -> Iterator[Owner]:
    if s.get(Module, key) is not None:
        yield key, "module", 0, ""
        for item in s.scalars(
            select(TestItem).where(TestItem.module_id == key).order_by(TestItem.form, TestItem.number)
        ):
            yield item.id, "item", item.number, item.form
        return
    yield key, "unit", 0, ""
    steps = s.scalars(select(Step.id).where(Step.unit_id == key).order_by(Step.position))
    for number, step in enumerate(steps, start=1):
        yield step, "step", number, ""
    for handout in s.scalars(select(Handout.id).where(Handout.unit_id == key)):
        yield handout, "handout", 0, ""
    counts: Counter[str] = Counter()
    for part in s.scalars(select(Part).where(Part.unit_id == key).order_by(Part.kind, Part.position)):
        counts[part.kind] += 1
        yield part.id, part.kind.value, counts[part.kind], part.form


def _texts(s: Session, owners: list[UUID]) -> Iterable[Text]:
    for part in chunked(owners):
        yield from s.scalars(select(Text).where(Text.owner_id.in_(part)))


def _order(row: Text) -> tuple[int, int]:
    return KEYS.index(row.key) if row.key in KEYS else len(KEYS), row.position


def _reviewers(s: Session, keys: list[UUID]) -> dict[UUID, tuple[str, date]]:
    """Text > who marked it as reviewed last, and when; none of those that came reviewed with the program."""
    same = (ChangeRow.device_id == Change.device_id) & (ChangeRow.number == Change.number)
    found: dict[UUID, tuple[str, date]] = {}
    for part in chunked(keys):
        rows = s.execute(
            select(ChangeRow.row_key, ChangeRow.before, ChangeRow.after, Change.clock, User.name)
            .join(Change, same)
            .outerjoin(User, User.id == Change.actor_id)
            .where(ChangeRow.row_key.in_(part))
            .order_by(Change.clock)
        )
        for key, before, after, clock, name in rows:
            was, became = ((told or {}).get("state") for told in (before, after))
            if became == TextState.REVIEWED != was:  # the first edit of a shipped row tells all of it
                found[key] = name or "", moment(clock).date()
    return found


def _pair(
    place: TextPlace, source: Text, row: Text | None, language: str, reviewers: Mapping[UUID, tuple[str, date]]
) -> TextPair:
    who, day = reviewers.get(row.id, ("", date.min)) if row else ("", date.min)
    return TextPair(
        source.ref,
        place,
        source.language,
        source.words,
        language,
        row.words if row else "",
        row.standing if row else TextState.MISSING,
        row.from_words if row else None,
        tuple(source.facts),
        row.state if row else TextState.MISSING,
        who,
        day,
    )
