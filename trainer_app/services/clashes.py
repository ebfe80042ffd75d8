"""What a plan clashes with: trainers, venue, group, people in two places, holidays. Told, and never in the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Enrolment, Group, Membership, Person, Training, TrainingSession, TrainingTrainer
from trainer_app.domain.days_off import DayOff
from trainer_app.domain.people import folded
from trainer_app.domain.plans import slots_of
from trainer_app.domain.trainings import Clash, NewTraining, SessionLine, Slot, overlap
from trainer_app.services import calendar, sessions

HORIZON = 8  # days ahead for each session of a plan, in which days off are looked for


@dataclass(frozen=True, slots=True)
class Wish:
    """What a plan needs besides its hours. `people` are those who are expected."""

    venue: str = ""
    trainers: frozenset[UUID] = frozenset()
    group_id: UUID | None = None
    place_id: UUID | None = None
    people: Select[UUID] | None = None
    but: frozenset[UUID] = frozenset()
    """Sessions that are moved themselves."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two that stand on one day: the slot of the plan and a session that is there already."""

    slot: Slot
    other: Row[UUID, UUID, date, time, time, str, UUID | None, UUID]

    @property
    def at_once(self) -> bool:
        return overlap(self.slot.starts, self.slot.ends, self.other.starts, self.other.ends)


def slots(s: Session, order: NewTraining) -> tuple[Slot, ...]:
    """The sessions that the order comes to, past the days off when it asks for that."""
    return slots_of(order, closed(s, order))


def closed(s: Session, order: NewTraining) -> frozenset[date]:
    if not order.skip_days_off:
        return frozenset()
    last = date.fromordinal(order.first_day.toordinal() + HORIZON * max(order.days, 1) + 60)
    return calendar.closed_days(s, order.first_day, last, _place(s, order.place_id, order.group_id))


def of_order(s: Session, order: NewTraining, language: str) -> tuple[Clash, ...]:
    """What planning this training would clash with. Shown before saving."""
    return of_slots(s, slots(s, order), wish_of(s, order), language)


def wish_of(s: Session, order: NewTraining) -> Wish:
    return Wish(
        order.venue,
        frozenset(order.trainers),
        order.group_id,
        _place(s, order.place_id, order.group_id),
        _members(order.group_id) if order.group_id else None,
    )


def of_move(
    s: Session, session_id: UUID, day: date, starts: time, ends: time, language: str, venue: str | None = None
) -> tuple[Clash, ...]:
    """What holding the session then would clash with; at its own venue unless another is named."""
    row = s.get_one(TrainingSession, session_id)
    wish = wish_of_training(s, row.training_id)
    wanted = replace(wish, venue=row.venue if venue is None else venue, but=frozenset({session_id}))
    return of_slots(s, [Slot(day, starts, ends)], wanted, language)


def wish_of_training(s: Session, training_id: UUID, all_moved: bool = False) -> Wish:
    """What a training that is planned needs; all its own sessions stand aside when all of them are moved."""
    training = s.get_one(Training, training_id)
    leads = s.scalars(select(TrainingTrainer.person_id).where(TrainingTrainer.training_id == training_id))
    own = select(TrainingSession.id).where(TrainingSession.training_id == training_id)
    return Wish(
        training.venue,
        frozenset(leads),
        training.group_id,
        _place(s, training.place_id, training.group_id),
        select(Enrolment.person_id).where(Enrolment.training_id == training_id, Enrolment.left_on.is_(None)),
        frozenset(s.scalars(own)) if all_moved else frozenset(),
    )


def of_slots(s: Session, slots: Sequence[Slot], wish: Wish, language: str) -> tuple[Clash, ...]:
    """Every clash of these sessions, in the order of their days: six questions, however many sessions there are."""
    if not slots:
        return ()
    meetings = _meetings(s, slots, wish.but)
    found = [*_wanted_twice(s, meetings, wish), *_on_days_off(s, slots, wish.place_id, language)]
    lines = sessions.lines(s, [key for _, key in found if key is not None], language)
    told = (_with_line(clash, lines.get(key) if key else None) for clash, key in found)
    return tuple(sorted(told, key=lambda clash: clash.day))


Found = tuple[Clash, UUID | None]


def _meetings(s: Session, slots: Iterable[Slot], but: Collection[UUID]) -> list[Meeting]:
    by_day: dict[date, list[Slot]] = {}
    for slot in slots:
        by_day.setdefault(slot.day, []).append(slot)
    rows = s.execute(
        select(
            TrainingSession.id,
            TrainingSession.training_id,
            TrainingSession.day,
            TrainingSession.starts,
            TrainingSession.ends,
            TrainingSession.venue,
            Training.group_id,
            func.coalesce(Training.place_id, Group.place_id),
        )
        .join(Training, Training.id == TrainingSession.training_id)
        .outerjoin(Group, Group.id == Training.group_id)
        .where(TrainingSession.day.in_(by_day), TrainingSession.cut.is_(False))
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    return [Meeting(slot, row) for row in rows if row.id not in but for slot in by_day[row.day]]


def _wanted_twice(s: Session, meetings: list[Meeting], wish: Wish) -> list[Found]:
    at_once = [meeting for meeting in meetings if meeting.at_once]
    leads = _leads(s, {meeting.other.training_id for meeting in at_once}, wish.trainers)
    people = _people(s, {meeting.other.training_id for meeting in meetings}, wish.people)
    found: list[Found] = []
    for meeting in meetings:
        other = meeting.other
        here = _adding(found, meeting)
        expected = [name for name, left in people.get(other.training_id, ()) if left is None or left > other.day]
        if meeting.at_once:
            same_group = wish.group_id is not None and other.group_id == wish.group_id
            for name in leads.get(other.training_id, ()):
                here("trainer", name)
            if wish.venue.strip() and folded(wish.venue) == folded(other.venue):
                here("venue", other.venue)
            if same_group:
                here("group", "")
            elif expected:
                here("people", expected[0], len(expected))
        elif expected and _elsewhere(meeting, wish):
            here("two_places", expected[0], len(expected))
    return found


def _adding(found: list[Found], meeting: Meeting) -> Callable[..., None]:
    def add(what: str, name: str, people: int = 0) -> None:
        found.append((Clash(what, name, meeting.other.day, people=people), meeting.other.id))

    return add


def _elsewhere(meeting: Meeting, wish: Wish) -> bool:
    """Not where the plan is, as far as both say where they are: by place, else by venue."""
    place = meeting.other[-1]
    if place is not None and wish.place_id is not None and place != wish.place_id:
        return True
    named = wish.venue.strip() and meeting.other.venue.strip()
    return bool(named) and folded(wish.venue) != folded(meeting.other.venue)


def _on_days_off(s: Session, slots: Sequence[Slot], place_id: UUID | None, language: str) -> Iterable[Found]:
    days = {slot.day for slot in slots}
    for off in calendar.off(s, min(days), max(days), language, place_id):
        if any(slot.day == off.day and off.meets(slot.starts) for slot in slots):
            yield _day_clash(off), None


def _day_clash(off: DayOff) -> Clash:
    return Clash(off.kind.value, off.name, off.day, expected=off.expected)


def _with_line(clash: Clash, line: SessionLine | None) -> Clash:
    name = line.group if clash.what == "group" and line else clash.name
    return replace(clash, name=name, other=line)


def _leads(s: Session, trainings: Collection[UUID], trainers: Collection[UUID]) -> dict[UUID, list[str]]:
    if not trainings or not trainers:
        return {}
    rows = s.execute(
        select(TrainingTrainer.training_id, Person.name)
        .join(Person, Person.id == TrainingTrainer.person_id)
        .where(TrainingTrainer.training_id.in_(trainings), TrainingTrainer.person_id.in_(trainers))
        .order_by(func.lower(Person.name))
    )
    found: dict[UUID, list[str]] = {}
    for training, name in rows:
        found.setdefault(training, []).append(name)
    return found


def _people(
    s: Session, trainings: Collection[UUID], people: Select[UUID] | None
) -> dict[UUID, list[tuple[str, date | None]]]:
    """Training > those of the plan's people who are enrolled in it, and from when on they no longer are."""
    if not trainings or people is None:
        return {}
    rows = s.execute(
        select(Enrolment.training_id, Person.name, Enrolment.left_on)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.training_id.in_(trainings), Enrolment.person_id.in_(people))
        .order_by(func.lower(Person.name))
    )
    found: dict[UUID, list[tuple[str, date | None]]] = {}
    for training, name, left in rows:
        found.setdefault(training, []).append((name, left))
    return found


def _members(group_id: UUID) -> Select[UUID]:
    return select(Membership.person_id).where(Membership.group_id == group_id, Membership.until.is_(None))


def _place(s: Session, place_id: UUID | None, group_id: UUID | None) -> UUID | None:
    """Where it is to be: its own place, or its group's."""
    if place_id is not None or group_id is None:
        return place_id
    return s.scalar(select(Group.place_id).where(Group.id == group_id))
