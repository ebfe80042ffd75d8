"""A month of a district office, done through the services by a die with a fixed seed. Everybody in it is invented.

Ten trainers, forty groups, twelve hundred people; absences with calls, replacements, sessions that are moved and cut,
people who stand in the lists twice and are merged, corrections days later, elections, heads without a name, and now
and then an Undo. What was marked is also noted in a plain dictionary, as somebody with a pencil would.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.database import Database
from trainer_app.db.records import Place, TrainingSession
from trainer_app.domain.attendance import Heads
from trainer_app.domain.elections import ElectionForm, Seat
from trainer_app.domain.follow_up import CallOutcome
from trainer_app.domain.groups import GroupForm, GroupKind, Role
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.domain.statuses import Status
from trainer_app.domain.trainers import Tier, TrainerForm
from trainer_app.domain.trainings import NewTraining
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    curriculum,
    elections,
    follow_up,
    groups,
    head_counts,
    merging,
    people,
    plans,
    replacing,
    spot_checks,
    trainers,
    trainings,
    waiting,
)

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 31)
DAYS = 3
FAMILY = ("UWIMANA", "HABIMANA", "MUKAMANA", "NIYONZIMA", "UWASE", "NDAYISABA", "MUTONI", "KAYITESI", "BIZIMANA")
GIVEN = ("Marie", "Jean Bosco", "Béatrice", "Théogène", "Aline", "Claude", "Immaculée", "Eric", "Vestine", "Patrick")
STATUSES = (*[Status.PRESENT] * 80, *[Status.LATE] * 8, *[Status.ABSENT] * 9, *[Status.EXCUSED] * 3)


@dataclass
class Month:
    """What the die did: (session, person) > status, and what the office would count by hand."""

    trainers: list[UUID] = field(default_factory=list)
    groups: list[UUID] = field(default_factory=list)
    trainings: list[UUID] = field(default_factory=list)
    marks: dict[tuple[UUID, UUID], Status] = field(default_factory=dict)
    heads: list[Heads] = field(default_factory=list)
    cut: set[UUID] = field(default_factory=set)
    replaced: list[tuple[UUID, UUID, UUID]] = field(default_factory=list)  # training, who left, who came
    merged: list[tuple[UUID, UUID, UUID]] = field(default_factory=list)  # pair, kept, other
    taken_apart: int = 0
    corrected: int = 0
    moved: int = 0
    undone: int = 0


class Office:
    def __init__(self, db: Database, seed: int = 214, groups: int = 40, members: int = 30) -> None:
        self.db = db
        self.die = Random(seed)
        self.month = Month()
        self._groups, self._members = groups, members
        self._number = 0

    def live(self) -> Month:
        self._hire_trainers()
        for number in range(self._groups):
            self._found_group(number)
        for number, group in enumerate(self.month.groups):
            self._plan(group, number)
        for training in self.month.trainings:
            self._hold(training)
        self._merge_doubles()
        self._correct()
        self._draw_a_spot_check()
        return self.month

    # ---- people and groups ---------------------------------------------------------------------------------------

    def _form(self) -> PersonForm:
        self._number += 1
        number = self._number
        return PersonForm(
            f"{self.die.choice(FAMILY)} {self.die.choice(GIVEN)} {number}",
            sex=Sex.FEMALE if self.die.random() < 0.56 else Sex.MALE,
            birth_year=self.die.randrange(1960, 2009),
            phone=f"+250700{number:06}",
        )

    def _hire_trainers(self) -> None:
        with self.db.changing(label("Trainers")) as s:
            for _each in range(10):
                person = people.add(s, self._form())
                s.flush()
                trainers.write(s, person, TrainerForm(Tier.TRAINER, ("M1", "M2"), ("rw", "fr"), FIRST))
                self.month.trainers.append(person)

    def _found_group(self, number: int) -> None:
        with self.db.changing(label("A group")) as s:
            place = self._sector(s, number)
            kind = (GroupKind.SAVINGS, GroupKind.COOPERATIVE)[number % 2]
            parent = self.month.groups[number - 7] if number % 8 == 7 else None
            form = GroupForm(
                f"Group {number}", kind, place_id=place, parent_id=parent, formed_by_itself=number % 8 == 7
            )
            group = groups.add(s, form)
            s.flush()
            members = [groups.add_new_member(s, group, self._form()) for _each in range(self._members)]
            self.month.groups.append(group)
        with self.db.changing(label("An election")) as s:
            seats = (Seat(members[0], Role.PRESIDENT), Seat(members[1], Role.TREASURER))
            elections.hold(s, group, ElectionForm(FIRST, date(2028, 3, 1), 14, 9, seats=seats), LAST)

    def _sector(self, s: Session, number: int) -> UUID:
        sectors = s.scalars(select(Place.id).where(Place.level == "sector").order_by(Place.code)).all()
        return sectors[number * 9 % len(sectors)]

    # ---- trainings -----------------------------------------------------------------------------------------------

    def _plan(self, group: UUID, number: int) -> None:
        first = FIRST + timedelta(days=number % 20)
        with self.db.changing(label("Plan a training")) as s:
            module = curriculum.by_code(s, f"M{number % 5 + 1}")
            lead = (self.month.trainers[number % 10],)
            order = NewTraining(
                module.id, group, first, DAYS, time(8, 30), time(16), venue=f"Hall {number}", trainers=lead
            )
            self.month.trainings.append(trainings.add(s, order))
        training = self.month.trainings[-1]
        with self.db.changing(label("Who waits")) as s:
            waiting.set_places(s, training, self._members)
            others = self.month.groups[(number + 3) % len(self.month.groups)]
            outside = [line.person_id for line in groups.members(s, others)][:3]
            waiting.ask_all(s, training, outside, first)

    def _sessions(self, training: UUID) -> list[tuple[UUID, date]]:
        with self.db.reading() as s:
            rows = s.scalars(
                select(TrainingSession)
                .where(TrainingSession.training_id == training, TrainingSession.cut.is_(False))
                .order_by(TrainingSession.day, TrainingSession.starts)
            )
            return [(row.id, row.day) for row in rows]

    def _hold(self, training: UUID) -> None:
        self._disturb(training)
        for session, day in self._sessions(training):
            self._mark(training, session, day)
            if self.die.random() < 0.2:
                self._count_heads(session)
            if self.die.random() < 0.1:
                self._double_walks_in(session, day)
        self._call_and_replace(training)

    def _disturb(self, training: UUID) -> None:
        """One in six trainings loses a session, one in five has one moved."""
        sessions = self._sessions(training)
        if self.die.random() < 1 / 6:
            session, day = sessions[-1]
            with self.db.changing(label("Cut")) as s:
                plans.cut(s, session, "The hall was taken", day)
            self.month.cut.add(session)
        elif self.die.random() < 1 / 5:
            session, day = sessions[-1]
            with self.db.changing(label("Move")) as s:
                later = day + timedelta(days=2)
                trainings.move_session(s, session, later, time(9), time(15), reason="Rain", on=day, keep_clashes=True)
            self.month.moved += 1

    def _mark(self, training: UUID, session: UUID, day: date) -> None:
        with self.db.reading() as s:
            lines = attendance.register(s, training, "en").lines
        told = {(session, line.person_id): self.die.choice(STATUSES) for line in lines if line.left_on is None}
        with self.db.changing(label("Mark")) as s:
            attendance.mark_many(s, [(*key, status) for key, status in told.items()], day)
        if self.die.random() < 0.05:
            self.db.undo()
            self.db.redo()
            self.month.undone += 1
        self.month.marks |= told

    def _count_heads(self, session: UUID) -> None:
        counted = Heads(self.die.randrange(6), self.die.randrange(6), self.die.randrange(2))
        with self.db.changing(label("Heads")) as s:
            head_counts.set_heads(s, session, counted)
        self.month.heads.append(counted)

    def _double_walks_in(self, session: UUID, day: date) -> None:
        """Somebody who is in the lists already comes to another training and is written down anew."""
        kept = self.die.choice(self._members_of(self.die.choice(self.month.groups)))
        with self.db.changing(label("A walk-in")) as s:
            form = people.form(s, kept)
            anew = PersonForm(form.name.replace("l", "r"), sex=form.sex, birth_year=form.birth_year, phone=form.phone)
            other = attendance.walk_in(s, session, anew, day)
        self.month.marks[session, other] = Status.PRESENT
        self.month.merged.append((session, kept, other))  # the pair's key comes when they are merged

    def _members_of(self, group: UUID) -> list[UUID]:
        with self.db.reading() as s:
            return [line.person_id for line in groups.members(s, group)]

    def _call_and_replace(self, training: UUID) -> None:
        """The day after the training, whoever is due is called; of those who stop, the first two are replaced."""
        sessions = self._sessions(training)
        day = sessions[-1][1] + timedelta(days=1)
        with self.db.reading() as s:
            due = [line for line in follow_up.due(s, day, "en") if line.training_id == training and line.person_id]
            free = [line.who.person_id for line in replacing.ranked(s, training)]
        for number, line in enumerate(due):
            outcome = CallOutcome.STOPS if number < len(free) and number < 2 else CallOutcome.COMES_BACK
            with self.db.changing(label("Call")) as s:
                follow_up.call(s, line, outcome, "said so", day)
            if outcome is CallOutcome.STOPS:
                with self.db.changing(label("Replace")) as s:
                    replacing.replace(s, training, line.person_id, free[number], day, "No longer comes", day)
                self.month.replaced.append((training, line.person_id, free[number]))

    # ---- afterwards ----------------------------------------------------------------------------------------------

    def _merge_doubles(self) -> None:
        """All doubles become one person; one in four was a mistake after all and is taken apart again."""
        doubles, self.month.merged = self.month.merged, []
        for _session, kept, other in doubles:
            with self.db.changing(label("Merge")) as s:
                pair = merging.merge(s, kept, other, LAST)
            if self.die.random() < 0.25:
                with self.db.changing(label("Take apart")) as s:
                    merging.unmerge(s, pair, LAST)
                self.month.taken_apart += 1
            else:
                self._note_merge(kept, other)
                self.month.merged.append((pair, kept, other))

    def _note_merge(self, kept: UUID, other: UUID) -> None:
        for session, person in [key for key in self.month.marks if key[1] == other]:
            status = self.month.marks.pop((session, person))
            self.month.marks.setdefault((session, kept), status)

    def _correct(self) -> None:
        """Sixty marks turn out to be wrong, two weeks later."""
        for session, person in self.die.sample(sorted(self.month.marks), 60):
            with self.db.changing(label("Correct")) as s:
                attendance.mark(s, session, person, Status.PRESENT, LAST + timedelta(days=14))
                attendance.explain(s, [(session, person)], "The signed list says so")
            self.month.marks[session, person] = Status.PRESENT
            self.month.corrected += 1

    def _draw_a_spot_check(self) -> None:
        with self.db.changing(label("Spot check")) as s:
            spot_checks.draw(s, 20, 7, FIRST, LAST + timedelta(days=7), LAST + timedelta(days=8))
