"""Whether somebody on a list is known already: certainly, perhaps, or not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Membership, NationalId, Person
from trainer_app.domain.imports.notes import Doubt
from trainer_app.domain.imports.people_rows import PersonRow
from trainer_app.domain.imports.roster import share_a_word
from trainer_app.domain.names import name_key
from trainer_app.domain.people import PersonForm, Sex, folded


@dataclass(frozen=True, slots=True)
class Known:
    """A row about somebody who is in the database."""

    row: PersonRow
    person_id: UUID


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row that may be about somebody known, `person_id`, or about the person of an earlier row of the file."""

    row: PersonRow
    code: Doubt
    person_id: UUID | None = None
    other: str = ""
    other_row: int | None = None


@dataclass(frozen=True, slots=True)
class _Fact:
    id: UUID
    name: str
    sex: Sex
    year: int | None
    phone: str
    place: tuple[UUID | None, str]
    cards: frozenset[str]


class KnownPeople:
    """Everybody in the database by name, phone and card; and everybody met on the list so far."""

    def __init__(self, s: Session, group_id: UUID | None = None) -> None:
        self._by_name: dict[str, list[_Fact]] = defaultdict(list)
        self._by_phone: dict[str, list[_Fact]] = defaultdict(list)
        self._by_card: dict[str, _Fact] = {}
        for fact in _facts(s):
            self._by_name[name_key(fact.name)].append(fact)
            if fact.phone:
                self._by_phone[fact.phone].append(fact)
            self._by_card |= dict.fromkeys(fact.cards, fact)
        members = select(Membership.person_id).where(Membership.group_id == group_id, Membership.until.is_(None))
        self._members = set(s.scalars(members)) if group_id else set()
        self._rows: dict[UUID, int] = {}
        self._names: dict[str, list[PersonRow]] = defaultdict(list)
        self._phones: dict[str, PersonRow] = {}
        self._cards: dict[str, PersonRow] = {}

    def verdict(self, row: PersonRow) -> Known | Doubtful | None:
        """None when nobody like this is known. Each row is asked about once, in the order of the file."""
        key = name_key(row.form.name)
        found = self._in_database(row, key) or self._in_file(row, key)
        if found is None and row.is_doubtful:
            found = Doubtful(row, Doubt.ID_FROM_NUMBER)
        if isinstance(found, Known):
            self._rows[found.person_id] = row.row
        self._names[key].append(row)
        self._phones.setdefault(row.form.phone, row)
        self._cards.setdefault(row.form.national_id, row)
        return found

    def _in_database(self, row: PersonRow, key: str) -> Known | Doubtful | None:
        form = row.form
        holder = self._by_card.get(form.national_id) if form.national_id else None
        if holder is not None:
            return (
                self._met(row, holder) if share_a_word(form.name, holder.name) else _doubt(row, Doubt.SAME_CARD, holder)
            )
        same = self._by_name.get(key, ())
        agreeing = [fact for fact in same if self._agrees(form, fact)]
        if agreeing:
            unmet = [fact for fact in agreeing if fact.id not in self._rows]
            return self._met(row, (unmet or agreeing)[0])
        if same and not all(_is_another(form, fact) for fact in same):
            return _doubt(row, Doubt.SAME_NAME, same[0])
        if form.phone and (owners := self._by_phone.get(form.phone)):
            return _doubt(row, Doubt.SAME_PHONE, owners[0])
        return None

    def _met(self, row: PersonRow, fact: _Fact) -> Known | Doubtful:
        """One person of the database is met in one row of the file; a second row is somebody's question."""
        earlier = self._rows.get(fact.id)
        if earlier is None:
            return Known(row, fact.id)
        return Doubtful(row, Doubt.TWICE_IN_FILE, fact.id, fact.name, earlier)

    def _agrees(self, form: PersonForm, fact: _Fact) -> bool:
        """The same phone or birth; with neither known on one side, the same group or place. Nothing contradicts."""
        year = _year(form)
        if _differ(form.phone, fact.phone) or _differ(year, fact.year) or _differ(form.national_id, *fact.cards):
            return False
        if form.sex is not fact.sex and Sex.UNKNOWN not in (form.sex, fact.sex):
            return False
        if (form.phone and fact.phone) or (year and fact.year):
            return True
        return fact.id in self._members or (form.place_id, folded(form.village)) == fact.place

    def _in_file(self, row: PersonRow, key: str) -> Doubtful | None:
        form = row.form
        if form.national_id and (earlier := self._cards.get(form.national_id)):
            return _doubt_in_file(row, Doubt.CARD_TWICE_IN_FILE, earlier)
        for earlier in self._names.get(key, ()):
            if not _differ(form.national_id, earlier.form.national_id):
                return _doubt_in_file(row, Doubt.TWICE_IN_FILE, earlier)
        if form.phone and (earlier_owner := self._phones.get(form.phone)):
            return _doubt_in_file(row, Doubt.PHONE_TWICE_IN_FILE, earlier_owner)
        return None


def _facts(s: Session) -> Iterable[_Fact]:
    cards: dict[UUID, set[str]] = defaultdict(set)
    for person_id, number in s.execute(select(NationalId.person_id, NationalId.number)):
        cards[person_id].add(number)
    columns = (Person.id, Person.name, Person.sex, Person.birth_year, Person.birth_date, Person.phone)
    for key, name, sex, year, day, phone, place_id, village in s.execute(
        select(*columns, Person.place_id, Person.village).order_by(Person.id)
    ):
        where = (place_id, folded(village))
        yield _Fact(key, name, sex, day.year if day else year, phone, where, frozenset(cards.get(key, ())))


def _year(form: PersonForm) -> int | None:
    return form.birth_date.year if form.birth_date else form.birth_year


def _differ(one: object, *others: object) -> bool:
    """Both are known, and they are not the same."""
    known = [other for other in others if other]
    return bool(one and known) and one not in known


def _is_another(form: PersonForm, fact: _Fact) -> bool:
    """Cards prove that two people of one name are two."""
    return _differ(form.national_id, *fact.cards)


def _doubt(row: PersonRow, code: Doubt, fact: _Fact) -> Doubtful:
    return Doubtful(row, code, fact.id, fact.name)


def _doubt_in_file(row: PersonRow, code: Doubt, earlier: PersonRow) -> Doubtful:
    return Doubtful(row, code, None, earlier.form.name, earlier.row)
