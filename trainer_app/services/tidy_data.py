"""The programme as tables for other programs: who, which groups, which trainings, every mark, score and answer.

Real work and the sample never leave together. People are pseudonyms, unless names are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.records import (
    Enrolment,
    Group,
    Mark,
    Membership,
    Module,
    Person,
    Place,
    Project,
    Sitting,
    TestItem,
    Training,
    TrainingSession,
    TrainingTest,
    TrainingTrainer,
)
from trainer_app.domain import tidy
from trainer_app.domain.age_bands import AgeBands
from trainer_app.domain.people import masked_phone, shown_phone
from trainer_app.domain.rules import Attended
from trainer_app.domain.scores import Phase
from trainer_app.domain.tidy import Cells, Data, Field, Table
from trainer_app.services import attended, curriculum, head_counts, people
from trainer_app.services.rules import rule

PHASES = tuple(Phase)
NAME, PHONE, CARD = "name", "phone", "id"
"""What may be shown of people besides: each is asked for by itself, and the last two only come with the first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Days that are left open take in everything."""

    first: date | None = None
    last: date | None = None
    sample: bool = False
    unmask: frozenset[str] = frozenset()
    project_id: UUID | None = None
    district_id: UUID | None = None

    @property
    def is_whole(self) -> bool:
        """Whether people and groups are told that no training has met."""
        return not any((self.first, self.last, self.project_id, self.district_id))

    def holds(self, day: date) -> bool:
        return (self.first or date.min) <= day <= (self.last or date.max)


def data(s: Session, wanted: Wanted, language: str, today: date) -> Data:
    """All tables but the indicators, which `services.indicators` counts."""
    found = _Found(s, wanted, language, today)
    tables = (
        found.people_table(),
        Table("groups", tidy.GROUPS, tuple(found.groups())),
        Table("memberships", tidy.MEMBERSHIPS, tuple(sorted(found.memberships(), key=_by_person)), "people"),
        Table("trainings", tidy.TRAININGS, tuple(found.trainings_rows())),
        Table("sessions", tidy.SESSIONS, tuple(found.sessions_rows()), "trainings"),
        found.enrolments_table(),
        Table("marks", tidy.MARKS, tuple(found.marks_rows()), "sessions"),
        Table("scores", tidy.SCORES, tuple(found.scores()), "trainings"),
        Table("answers", tidy.ANSWERS, tuple(found.answers()), "trainings"),
    )
    return Data(tables, wanted.first, wanted.last, today, wanted.sample)


def days(s: Session, sample: bool = False) -> tuple[date, date] | None:
    """The first and the last day on which a session is held."""
    rows = s.execute(
        select(TrainingSession.day)
        .join(Training, Training.id == TrainingSession.training_id)
        .outerjoin(Project, Project.id == Training.project_id)
        .where(TrainingSession.cut.is_(False), _is(sample))
        .order_by(TrainingSession.day)
    ).all()
    return (rows[0].day, rows[-1].day) if rows else None


def _is(sample: bool) -> ColumnElement[bool]:
    if sample:
        return Project.is_sample.is_(True)
    return or_(Project.id.is_(None), Project.is_sample.is_(False))


class _Found:
    """What the tables are made of: each question is asked of the file once."""

    def __init__(self, s: Session, wanted: Wanted, language: str, today: date) -> None:
        self.s, self.wanted, self.language, self.today = s, wanted, language, today
        self.rule, self.ages = rule(s, Attended), rule(s, AgeBands)

    @property
    def is_nominal(self) -> bool:
        return NAME in self.wanted.unmask

    @cached_property
    def places(self) -> dict[UUID, Place]:
        return {row.id: row for row in self.s.scalars(select(Place))}

    def where(self, place_id: UUID | None) -> tuple[str, str]:
        """District and sector, as far as the place tells them."""
        found: dict[str, str] = {}
        place = self.places.get(place_id) if place_id else None
        while place is not None:
            found[place.level] = place.name
            place = self.places.get(place.parent_id) if place.parent_id else None
        return found.get("district", ""), found.get("sector", "")

    @cached_property
    def trainings(self) -> dict[UUID, Any]:
        """Real ones or those of the sample, with a session in the days asked for."""
        rows = self.s.execute(
            select(Training, Project.name)
            .outerjoin(Project, Project.id == Training.project_id)
            .where(_is(self.wanted.sample))
            .order_by(Training.code)
        ).all()
        if self.wanted.is_whole:
            return {row.id: (row, project) for row, project in rows}
        kept = {row.training_id for row in self.all_sessions if self.wanted.holds(row.day)}
        return {row.id: (row, project) for row, project in rows if row.id in kept and self._is_asked(row)}

    def _is_asked(self, row: Training) -> bool:
        wanted = self.wanted
        if wanted.project_id is not None and row.project_id != wanted.project_id:
            return False
        if wanted.district_id is None:
            return True
        district = self._district(row.place_id) or self._district(self.homes.get(row.group_id))
        return district == wanted.district_id

    def _district(self, place_id: UUID | None) -> UUID | None:
        place = self.places.get(place_id) if place_id else None
        while place is not None and place.level != "district":
            place = self.places.get(place.parent_id) if place.parent_id else None
        return place.id if place else None

    @cached_property
    def homes(self) -> dict[UUID | None, UUID | None]:
        """Group > its place: a training of which nobody knows where it is held counts there, as in reports."""
        return {key: place for key, place in self.s.execute(select(Group.id, Group.place_id))}

    @cached_property
    def all_sessions(self) -> list[TrainingSession]:
        order = TrainingSession.day, TrainingSession.starts, TrainingSession.id
        return list(self.s.scalars(select(TrainingSession).order_by(*order)))

    @cached_property
    def numbers(self) -> dict[UUID, int]:
        """Session > its number in its training, those that were cut among them."""
        seen: Counter[UUID] = Counter()
        found = {}
        for row in self.all_sessions:
            seen[row.training_id] += 1
            found[row.id] = seen[row.training_id]
        return found

    @cached_property
    def sessions(self) -> dict[UUID, TrainingSession]:
        """Those of the days asked for."""
        return {
            row.id: row for row in self.all_sessions if row.training_id in self.trainings and self.wanted.holds(row.day)
        }

    def code(self, training_id: UUID) -> str:
        code: str = self.trainings[training_id][0].code
        return code

    def session_code(self, session_id: UUID) -> str:
        return f"{self.code(self.sessions[session_id].training_id)}-{self.numbers[session_id]}"

    @cached_property
    def enrolled(self) -> list[Enrolment]:
        rows = self.s.scalars(select(Enrolment).order_by(Enrolment.number, Enrolment.id))
        kept = [row for row in rows if row.training_id in self.trainings]
        return sorted(kept, key=lambda row: self.code(row.training_id))

    @cached_property
    def leaders(self) -> set[tuple[UUID, UUID]]:
        rows = self.s.execute(select(TrainingTrainer.training_id, TrainingTrainer.person_id))
        return {(training, person) for training, person in rows}

    @cached_property
    def people(self) -> dict[UUID, Person]:
        """Of the days asked for: those on the registers; of all days everybody."""
        rows = self.s.scalars(
            select(Person)
            .outerjoin(Project, Project.id == Person.project_id)
            .where(_is(self.wanted.sample))
            .order_by(Person.code)
        )
        on_register = {row.person_id for row in self.enrolled}
        return {row.id: row for row in rows if self.wanted.is_whole or row.id in on_register}

    def people_table(self) -> Table:
        shown = self.wanted.unmask
        fields: tuple[Field, ...] = tidy.PEOPLE
        if self.is_nominal:
            fields = (*fields, *tidy.NOMINAL, Field("phone"))
            fields = (*fields, Field("national_id")) if CARD in shown else fields
        cards = people.card_numbers(self.s, list(self.people)) if CARD in shown and NAME in shown else {}
        return Table(
            "people", fields, tuple(sorted((self._person(row, cards) for row in self.people.values()), key=_by_person))
        )

    def _person(self, row: Person, cards: Mapping[UUID, str]) -> Cells:
        age = self.ages.on(self.wanted.last or self.today, row.birth_year, row.birth_date)
        own: Cells = (
            tidy.pseudonym(row.id),
            row.sex.value,
            age.value,
            row.occupation,
            row.schooling,
            row.language,
            *self.where(row.place_id),
        )
        if not self.is_nominal:
            return own
        phone = shown_phone(row.phone) if PHONE in self.wanted.unmask else masked_phone(row.phone)
        born = row.birth_date.year if row.birth_date else row.birth_year
        own = (*own, row.code, row.name, born, phone)
        return (*own, cards.get(row.id, "")) if CARD in self.wanted.unmask else own

    @cached_property
    def own_groups(self) -> dict[UUID, Group]:
        rows = self.s.scalars(
            select(Group)
            .outerjoin(Project, Project.id == Group.project_id)
            .where(_is(self.wanted.sample))
            .order_by(Group.code)
        )
        if self.wanted.is_whole:
            return {row.id: row for row in rows}
        used = {training.group_id for training, _project in self.trainings.values()}
        used |= {row.group_id for row in self.own_memberships}
        return {row.id: row for row in rows if row.id in used}

    @cached_property
    def own_memberships(self) -> list[Membership]:
        rows = self.s.scalars(select(Membership).order_by(Membership.since, Membership.id))
        return [row for row in rows if row.person_id in self.people]

    def groups(self) -> Iterator[Cells]:
        for row in self.own_groups.values():
            inside = self.own_groups.get(row.parent_id) if row.parent_id else None
            yield (
                row.code,
                row.name,
                row.kind.value,
                inside.code if inside else "",
                *self.where(row.place_id),
                row.value_chain,
                row.formed_on,
                row.formed_by_itself,
            )

    def memberships(self) -> Iterator[Cells]:
        for row in self.own_memberships:
            if (group := self.own_groups.get(row.group_id)) is not None:
                yield tidy.pseudonym(row.person_id), group.code, row.role.value, row.since, row.until

    def trainings_rows(self) -> Iterator[Cells]:
        modules = {row.id: row.code for row in self.s.execute(select(Module.id, Module.code))}
        titles = curriculum.titles(self.s, [row.module_id for row, _ in self.trainings.values()], self.language)
        held: dict[UUID, list[date]] = {}
        for session in self.all_sessions:
            if not session.cut:
                held.setdefault(session.training_id, []).append(session.day)
        for row, project in self.trainings.values():
            group = self.own_groups.get(row.group_id)
            own = held.get(row.id, [])
            yield (
                row.code,
                row.title or titles[row.module_id],
                row.kind.value,
                modules.get(row.module_id, ""),
                group.code if group else "",
                project or "",
                *self.where(row.place_id or (group.place_id if group else None)),
                own[0] if own else None,
                own[-1] if own else None,
                len(own),
            )

    def sessions_rows(self) -> Iterator[Cells]:
        heads = head_counts.of_sessions(self.s, self.sessions) if self.sessions else {}
        for row in sorted(self.sessions.values(), key=lambda row: (self.code(row.training_id), self.numbers[row.id])):
            counted = heads.get(row.id)
            yield (
                self.session_code(row.id),
                self.code(row.training_id),
                self.numbers[row.id],
                row.day,
                row.starts,
                row.ends,
                row.cut,
                row.list_signed,
                *((counted.women, counted.men, counted.unknown) if counted else (0, 0, 0)),
            )

    @cached_property
    def marks(self) -> list[Mark]:
        """Of people who are on the register and do not lead, in sessions that were not cut."""
        there = {(row.training_id, row.person_id) for row in self.enrolled} - self.leaders
        sessions = {key: row.training_id for key, row in self.sessions.items() if not row.cut}
        rows = self.s.scalars(select(Mark).where(Mark.status.is_not(None)))
        return [
            row for row in rows if row.session_id in sessions and (sessions[row.session_id], row.person_id) in there
        ]

    def enrolments_table(self) -> Table:
        """With names, also the number by which the paper list knows the person."""
        fields = (*tidy.ENROLMENTS, tidy.REGISTER_NUMBER) if self.is_nominal else tidy.ENROLMENTS
        return Table("enrolments", fields, tuple(sorted(self._enrolments(), key=_by_training)), "trainings")

    def _enrolments(self) -> Iterator[Cells]:
        came, due = Counter[tuple[UUID, UUID]](), Counter[tuple[UUID, UUID]]()
        for mark in self.marks:
            key = self.sessions[mark.session_id].training_id, mark.person_id
            due[key] += self.rule.expects(mark.status)
            came[key] += self.rule.counts(mark.status, mark.minutes)
        enough = attended.trained(self.s).subquery()
        trained = {tuple(row) for row in self.s.execute(select(enough.c.training_id, enough.c.person_id))}
        for row in self.enrolled:
            key = row.training_id, row.person_id
            leads = key in self.leaders
            yield (
                self.code(row.training_id),
                tidy.pseudonym(row.person_id),
                row.outsider,
                leads,
                row.left_on,
                came[key],
                due[key],
                key in trained and not leads,
                *((row.number,) if self.is_nominal else ()),
            )

    def marks_rows(self) -> Iterator[Cells]:
        codes = {key: self.session_code(key) for key in self.sessions}
        who = _Remembered(tidy.pseudonym)
        order = {key: place for place, key in enumerate(self.sessions)}
        for row in sorted(self.marks, key=lambda row: (order[row.session_id], who(row.person_id))):
            session = self.sessions[row.session_id]
            yield (
                codes[row.session_id],
                self.code(session.training_id),
                session.day,
                who(row.person_id),
                row.status.value if row.status else None,
                row.minutes,
                self.rule.counts(row.status, row.minutes),
                row.edited_late,
            )

    @cached_property
    def sittings(self) -> list[Sitting]:
        there = {(row.training_id, row.person_id) for row in self.enrolled} - self.leaders
        kept = [row for row in self.s.scalars(select(Sitting)) if (row.training_id, row.person_id) in there]
        return sorted(kept, key=self._order_of_sitting)

    def _order_of_sitting(self, row: Sitting) -> tuple[str, int, str]:
        return self.code(row.training_id), PHASES.index(row.phase), tidy.pseudonym(row.person_id)

    def scores(self) -> Iterator[Cells]:
        own = {(row.training_id, row.phase): row.maximum for row in self.s.scalars(select(TrainingTest))}
        for row in self.sittings:
            maximum = own.get((row.training_id, row.phase)) or self.trainings[row.training_id][0].maximum
            yield (
                self.code(row.training_id),
                tidy.pseudonym(row.person_id),
                row.phase.value,
                row.form,
                row.way.value,
                row.absent,
                row.score,
                maximum,
            )

    def answers(self) -> Iterator[Cells]:
        modules = {row.id: row.code for row in self.s.execute(select(Module.id, Module.code))}
        items = {str(row.id): row for row in self.s.scalars(select(TestItem))}
        for row in self.sittings:
            for key, answer in (row.answers or {}).items():
                item = items.get(key)
                question = f"{modules.get(item.module_id, '')}-{item.form}-{item.number}" if item else key
                yield (
                    self.code(row.training_id),
                    tidy.pseudonym(row.person_id),
                    row.phase.value,
                    row.form,
                    question,
                    str(answer),
                    item.answer if item else "",
                    str(answer) == item.answer if item else None,
                )


def _by_person(row: Cells) -> str:
    """By pseudonym: the order of the codes or of the register would tell who is who."""
    return str(row[0])


def _by_training(row: Cells) -> tuple[str, str]:
    return str(row[0]), str(row[1])


class _Remembered:
    """Made once for each person, however many marks they have."""

    def __init__(self, make: Callable[[UUID], str]) -> None:
        self._make = make
        self._known: dict[UUID, str] = {}

    def __call__(self, key: UUID) -> str:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._make(key)
        return found


def shown(asked: Collection[str]) -> frozenset[str]:
    """What is shown of what was asked for: a phone or a card without its name is of no use and is left out."""
    return frozenset(asked) if NAME in asked else frozenset()
