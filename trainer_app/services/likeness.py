"""Entries that look like the same person: over the whole file, for one person, or for one who is being typed.

Comparing everybody with everybody would take for ever, so entries are compared when they share something that is
rare: a telephone, a card, two words of the name, or one word and the year or village. What very many share is left
out: those who are one person share something rarer too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, text
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Mark, Membership, NationalId, Person, PersonPair, Place, TrainingSession
from trainer_app.domain.likeness import FILE, Commonness, Facts, Hours, Level, Likeness, compare, counted, homes
from trainer_app.domain.names import sound, words
from trainer_app.domain.people import PersonForm, folded, sex_and_birth_year
from trainer_app.domain.statuses import SEEN

Pair = tuple[UUID, UUID]
LARGEST = 40  # entries that share a key: in a larger block it says too little, and the pairs would be too many
MANY_NAMESAKES = 12  # of two words of a name: in a larger block something else must be shared too
SEVERAL_KEYS = 4  # words of a name that are looked at
BEGINNING = 3  # letters that a misspelt name is looked up by
MOST_LOOKED_AT = 300
WHILE_TYPING = 4.0  # bits: less than for the list of pairs, because nothing but a name may be typed yet
LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two entries that may be one person. `first_id` is the one that was written down first."""

    first_id: UUID
    second_id: UUID
    first: str
    second: str
    likeness: Likeness

    @property
    def key(self) -> Pair:
        return self.first_id, self.second_id

    @property
    def is_near(self) -> bool:
        """Near enough to be told without being asked."""
        return self.likeness.level is not Level.POSSIBLE


def proposals(s: Session, limit: int | None = None) -> tuple[Alike, ...]:
    """Pairs nobody has decided about yet, the surest first."""
    facts = _facts(s)
    common = counted(facts.values())
    found = _compared(facts, pairs(facts) - _decided(s), common)
    return _ranked(s, facts, found, common)[:limit]


def for_person(s: Session, person_id: UUID) -> tuple[Alike, ...]:
    """Entries that look like this one, the likest first."""
    if not s.scalars(select(Person.id).where(Person.id == person_id)).first():
        return ()
    mine = _facts(s, [person_id])[person_id]
    facts = _facts(s, _lookalikes(s, mine)) | {person_id: mine}
    common = _commonness(s, mine.name)
    wanted = {_pair(person_id, key) for key in facts if key != person_id} - _decided(s)
    return _ranked(s, facts, _compared(facts, wanted, common), common)


def like_form(s: Session, form: PersonForm) -> tuple[UUID, ...]:
    """Persons who look like the one who is being typed, the likest first. A name alone is enough to ask."""
    mine = Facts(
        form.name,
        form.sex,
        form.birth_year,
        form.birth_date,
        form.phone,
        frozenset({form.national_id} - {""}),
        _paths(s, {form.place_id}).get(form.place_id, ()),
        form.village,
    )
    common = replace(_words_common(s, form.name), people=FILE)  # while one types, a large file is no reason for silence
    facts = _facts(s, _lookalikes(s, mine))
    found = [(key, alike) for key, fact in facts.items() if (alike := compare(mine, fact, common, WHILE_TYPING))]
    numbers = [key for key, fact in facts.items() if _same_number(mine, fact)]
    ranked = [key for key, _alike in sorted(found, key=lambda one: (-one[1].bits, one[0]))]
    return tuple(dict.fromkeys([*ranked, *sorted(numbers)]))


def _same_number(mine: Facts, fact: Facts) -> bool:
    return bool(mine.cards & fact.cards) or bool(mine.phone and mine.phone == fact.phone)


# ---- who is compared with whom -----------------------------------------------------------------------------------


def pairs(facts: Mapping[UUID, Facts]) -> set[Pair]:
    """Entries that share something rare, or two things that are less so."""
    found = set(_sharing(facts, _numbers, LARGEST)) | set(_sharing(facts, _whole_names, MANY_NAMESAKES))
    often = Counter(_sharing(facts, _less_rare, LARGEST))
    return found | {pair for pair, count in often.items() if count > 1}


def _sharing(facts: Mapping[UUID, Facts], keys: Callable[[Facts], set[Any]], largest: int) -> Iterable[Pair]:
    blocks: dict[object, list[UUID]] = defaultdict(list)
    for person_id, fact in facts.items():
        for key in keys(fact):
            blocks[key].append(person_id)
    for block in blocks.values():
        if 1 < len(block) <= largest:
            yield from (_pair(one, other) for one, other in combinations(block, 2))


def _numbers(fact: Facts) -> set[Any]:
    return {number for number in (fact.phone, *fact.cards) if number}


def _whole_names(fact: Facts) -> set[Any]:
    """Two words of the name; the only word; or how the words begin, with the year of birth."""
    heard = _heard(fact)
    beginnings = tuple(word[:BEGINNING] for word in heard)
    found: set[Any] = set(combinations(heard, 2)) | {(beginnings, year) for year in _years(fact)}
    return found | ({tuple(heard)} if len(heard) == 1 else set())


def _less_rare(fact: Facts) -> set[Any]:
    """One word of the name with the year, the home or a group."""
    where = sound(folded(fact.village)) or fact.places[-1:]
    beside: set[object] = {("year", year) for year in _years(fact)} | {("group", group) for group in fact.groups}
    beside |= {("home", where)} if where else set()
    return {(word, one) for word in _heard(fact) for one in beside}


def _heard(fact: Facts) -> list[str]:
    return sorted({sound(word) for word in words(fact.name) if len(word) > 1})[:SEVERAL_KEYS]


def _years(fact: Facts) -> set[int]:
    told = {fact.birth_date.year} if fact.birth_date else {fact.birth_year} if fact.birth_year else set()
    return told | {sex_and_birth_year(card)[1] for card in fact.cards}


def _pair(one: UUID, other: UUID) -> Pair:
    return (one, other) if one < other else (other, one)


def _compared(facts: Mapping[UUID, Facts], wanted: Iterable[Pair], common: Commonness) -> dict[Pair, Likeness]:
    found = ((pair, compare(facts[pair[0]], facts[pair[1]], common)) for pair in wanted)
    return {pair: likeness for pair, likeness in found if likeness is not None}


def _ranked(
    s: Session, facts: Mapping[UUID, Facts], found: Mapping[Pair, Likeness], common: Commonness
) -> tuple[Alike, ...]:
    """Those who were present in two places at one hour are two people: asked only of those who are left."""
    present = _present(s, {key for pair in found for key in pair})
    kept: list[Alike] = []
    for (one, other), before in found.items():
        first, second = facts[one], facts[other]
        likeness: Likeness | None = before
        if one in present and other in present:
            first, second = replace(first, present=present[one]), replace(second, present=present[other])
            likeness = compare(first, second, common)
        if likeness is not None:
            kept.append(Alike(one, other, first.name, second.name, likeness))
    return tuple(sorted(kept, key=lambda two: (LEVELS.index(two.likeness.level), -two.likeness.bits, two.key)))


def _decided(s: Session) -> set[Pair]:
    return {_pair(one, other) for one, other in s.execute(select(PersonPair.first_id, PersonPair.second_id))}


# ---- what is known of them ---------------------------------------------------------------------------------------


def _facts(s: Session, person_ids: Iterable[UUID] | None = None) -> dict[UUID, Facts]:
    """Everybody, or these."""
    columns = (Person.id, Person.name, Person.sex, Person.birth_year, Person.birth_date, Person.phone)
    wanted = select(*columns, Person.place_id, Person.village)
    only = None if person_ids is None else list(person_ids)
    parts = [None] if only is None else list(chunked(only))
    rows = [row for part in parts for row in s.execute(wanted if part is None else wanted.where(Person.id.in_(part)))]
    cards = _of_each(s, NationalId.person_id, NationalId.number, only)
    groups = _of_each(s, Membership.person_id, Membership.group_id, only)
    where = _paths(s, {row.place_id for row in rows})
    return {
        key: Facts(
            name,
            sex,
            year,
            day,
            phone,
            frozenset(cards.get(key, ())),
            where.get(place, ()),
            village,
            frozenset(groups.get(key, ())),
        )
        for key, name, sex, year, day, phone, place, village in rows
    }


def _of_each(s: Session, person: Any, value: Any, only: list[UUID] | None) -> dict[UUID, set[Any]]:  # noqa: ANN401
    found: dict[UUID, set[Any]] = defaultdict(set)
    for part in [None] if only is None else chunked(only):
        wanted = select(person, value)
        for key, one in s.execute(wanted if part is None else wanted.where(person.in_(part))):
            found[key].add(one)
    return found


def _paths(s: Session, place_ids: Iterable[UUID | None]) -> dict[UUID | None, tuple[UUID, ...]]:
    """Place > the places it lies in, from the province inwards, and itself."""
    found: dict[UUID | None, tuple[UUID, ...]] = {}
    above: dict[UUID, tuple[UUID | None, str]] = {}
    missing = {key for key in place_ids if key is not None}
    asked = set(missing)
    while missing:
        for part in chunked(sorted(missing)):
            rows = s.execute(select(Place.id, Place.parent_id, Place.level).where(Place.id.in_(part)))
            above |= {key: (parent, level) for key, parent, level in rows}
        missing = {parent for parent, _level in above.values() if parent is not None and parent not in above}
    for key in asked:
        steps: list[UUID] = []
        here: UUID | None = key
        while here is not None and here in above:
            parent, level = above[here]
            if level != "country":
                steps.append(here)
            here = parent
        found[key] = tuple(reversed(steps))
    return found


def _present(s: Session, person_ids: Iterable[UUID]) -> dict[UUID, frozenset[Hours]]:
    found: dict[UUID, set[Hours]] = defaultdict(set)
    for part in chunked(sorted(person_ids)):
        rows = s.execute(
            select(Mark.person_id, TrainingSession.day, TrainingSession.starts, TrainingSession.ends)
            .join(TrainingSession, TrainingSession.id == Mark.session_id)
            .where(Mark.person_id.in_(part), Mark.status.in_(SEEN))
        )
        for key, day, starts, ends in rows:
            found[key].add(Hours(day, starts, ends))
    return {key: frozenset(hours) for key, hours in found.items()}


# ---- one person among many: the index of names is asked ----------------------------------------------------------


def _lookalikes(s: Session, mine: Facts) -> set[UUID]:
    """Persons with the same number, or with names that begin alike."""
    numbers = [Person.phone == mine.phone] if mine.phone else []
    if mine.cards:
        numbers.append(Person.id.in_(select(NationalId.person_id).where(NationalId.number.in_(mine.cards))))
    found = set(s.scalars(select(Person.id).where(or_(*numbers)))) if numbers else set()
    if asked := _index_words(mine.name):
        same = text("person.rowid IN (SELECT rowid FROM person_search WHERE words MATCH :words LIMIT :most)")
        rows = s.scalars(select(Person.id).where(same.bindparams(words=asked, most=MOST_LOOKED_AT)))
        found |= set(rows)
    return found


def _index_words(name: str) -> str:
    """Two words of the name that begin so, in whatever way their beginnings are spelt."""
    each = [_beginnings(word) for word in words(name) if len(word) > 1][:SEVERAL_KEYS]
    if len(each) < 2:
        return " OR ".join(each)
    return " OR ".join(f"({one} AND {other})" for one, other in combinations(each, 2))


def _beginnings(word: str) -> str:
    start = word.replace('"', "")[: BEGINNING + 1]
    ways = {start[:BEGINNING], sound(start)[:BEGINNING]}
    for this, that in (("l", "r"), ("r", "l"), ("y", "i"), ("i", "y")):
        ways |= {way.replace(this, that) for way in ways}
    return "(" + " OR ".join(f'"{way}"*' for way in sorted(ways) if way) + ")"


def _words_common(s: Session, name: str) -> Commonness:
    """As `counted` of the whole file, for the words of one name."""
    people = s.scalar(select(func.count(Person.id))) or 0
    ask = text("SELECT count(*) FROM person_search WHERE words MATCH :words")
    told = {word: s.execute(ask, {"words": f'"{word}"'}).scalar_one() for word in words(name.replace('"', " "))}
    return Commonness(people, {sound(word): int(count) for word, count in told.items()})


def _commonness(s: Session, name: str) -> Commonness:
    """The same with every home."""
    rows = s.execute(select(Person.place_id, Person.village, func.count()).group_by(Person.place_id, Person.village))
    living = [(place, village, count) for place, village, count in rows]
    where = _paths(s, {place for place, _village, _count in living})
    at: Counter[object] = Counter()
    for place, village, count in living:
        for home in homes(Facts("", places=where.get(place, ()), village=village)):
            at[home] += count
    return replace(_words_common(s, name), at=at)
