"""Trainers, what they did, and how far it went on."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders import FIRST_DAY, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.people import Sex
from trainer_app.domain.trainers import Tier, TrainerForm
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, cascade, enrolments, people, trainers, trainings

LATER = FIRST_DAY + timedelta(days=30)
TODAY = LATER + timedelta(days=30)


def led(db: Database, trainer: UUID, first_day: date = FIRST_DAY, count: int = 3, came: int = 2) -> tuple[UUID, ...]:
    """A training that `trainer` led, with so many people of whom the first few came; the keys of all."""
    training = a_training(db, people=count, first_day=first_day)
    with db.changing(label("Lead")) as s:
        trainings.set_trainers(s, training.id, [trainer])
        for person in training.people[:came]:
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, TODAY)
        for person in training.people[came:]:
            attendance.mark(s, training.sessions[0], person, Status.ABSENT, TODAY)
    return training.people


def test_who_led_is_listed_with_what_they_did_and_the_highest_tier_stands_first(db: Database) -> None:
    peer, master = a_person(db, "ABERA Ange"), a_person(db, "ZANINKA Rose")
    led(db, peer)
    with db.changing(label("Make a trainer")) as s:
        trainers.write(s, master, TrainerForm(Tier.MASTER, ("M1", "M2"), ("rw", "fr")))
    with db.reading() as s:
        first, second = trainers.trainers(s)
        assert (first.name, first.tier, first.people, first.last_day) == ("ZANINKA Rose", Tier.MASTER, 0, None)
        assert (second.name, second.tier) == ("ABERA Ange", None)
        assert (second.trainings, second.people, second.last_day) == (1, 2, FIRST_DAY)


def test_trainers_are_narrowed_by_module_and_language(db: Database) -> None:
    one, other = a_person(db, "MUTONI Aline"), a_person(db, "UWASE Claude")
    with db.changing(label("Make trainers")) as s:
        trainers.write(s, one, TrainerForm(modules=("M1",), languages=("rw",)))
        trainers.write(s, other, TrainerForm(modules=("M1", "M2"), languages=("fr",)))
    with db.reading() as s:
        assert [line.name for line in trainers.trainers(s, module="M2")] == ["UWASE Claude"]
        assert [line.name for line in trainers.trainers(s, language="rw")] == ["MUTONI Aline"]
        assert [line.name for line in trainers.trainers(s, "clau")] == ["UWASE Claude"]
        assert trainers.trainers(s, tier=Tier.MASTER) == ()


def test_a_profile_is_corrected_taken_away_and_brought_back_by_undo(db: Database) -> None:
    who = a_person(db)
    with db.changing(label("Make a trainer")) as s:
        trainers.write(s, who, TrainerForm(Tier.PEER_EDUCATOR, ("M1",), ("rw",), date(2026, 1, 5)))
    with pytest.raises(TrainerError, match="before it begins"), db.changing(label("Edit")) as s:
        trainers.write(s, who, TrainerForm(since=date(2026, 2, 1), until=date(2026, 1, 1)))
    with db.changing(label("Edit")) as s:
        trainers.write(s, who, TrainerForm(Tier.TRAINER, ("M1", "M3"), ("rw",)))
    with db.changing(label("Remove")) as s:
        trainers.remove(s, who)
    with db.reading() as s:
        assert trainers.trainers(s) == ()
    db.undo()
    with db.reading() as s:
        assert trainers.profile(s, who) == TrainerForm(Tier.TRAINER, ("M1", "M3"), ("rw",))
    db.undo()
    with db.reading() as s:
        kept = trainers.profile(s, who)
        assert kept is not None
        assert (kept.tier, kept.since) == (Tier.PEER_EDUCATOR, date(2026, 1, 5))


def test_those_who_train_are_proposed_before_the_others(db: Database) -> None:
    a_person(db, "UWASE Aline")
    trainer, former = a_person(db, "UWASE Zoe"), a_person(db, "UWASE Yves")
    with db.changing(label("Make trainers")) as s:
        trainers.write(s, trainer, TrainerForm())
        trainers.write(s, former, TrainerForm(until=date(2025, 1, 1)))
    with db.reading() as s:
        assert [line.name for line in trainers.suggested(s, "uwase", 12)] == ["UWASE Zoe", "UWASE Aline", "UWASE Yves"]
        assert [line.name for line in trainers.suggested(s, "uwase", 1)] == ["UWASE Zoe"]


def test_a_cascade_is_read_from_the_registers(db: Database) -> None:
    top = a_person(db, "ZANINKA Rose", sex=Sex.FEMALE)
    first, second, absent = led(db, top)
    third, *_others = led(db, first, LATER)
    with db.reading() as s:
        rows = cascade.tree(s, top)
        assert [(line.person_id, line.depth) for line in rows if line.people or line.person_id == third] == [
            (top, 0),
            (first, 1),
            (third, 2),
        ]
        assert absent not in [line.person_id for line in rows]
        assert (rows[0].people, rows[0].train_others, rows[0].below) == (2, 1, 4)
        mine = cascade.standing(s, top)
        assert (mine.trainings, mine.people, mine.women, mine.men, mine.train_others) == (1, 2, 1, 1, 1)
        assert [name for _key, name, _day in cascade.standing(s, second).trained_by] == ["ZANINKA Rose"]
        assert [line.person_id for line in cascade.tree(s, top, only_trainers=True)] == [top, first]


def test_whoever_leads_is_no_participant_and_who_withdrew_is_not_counted(db: Database) -> None:
    top, both = a_person(db, "ZANINKA Rose"), a_person(db, "MUTONI Aline")
    training = a_training(db, people=2)
    with db.changing(label("Lead")) as s:
        trainings.set_trainers(s, training.id, [top, both])
        enrolments.enrol(s, training.id, both)
        s.flush()
        for person in (*training.people, both):
            attendance.mark(s, training.sessions[0], person, Status.LATE, TODAY)
        enrolments.withdraw(s, training.id, training.people[0])
    with db.reading() as s:
        assert [line.person_id for line in cascade.tree(s, top)] == [top, training.people[1]]
        assert cascade.standing(s, both).trained_by == ()
        assert cascade.standing(s, top).people == 1
    with db.changing(label("Remove")) as s:
        people.remove(s, training.people[1])
    with db.reading() as s:
        assert cascade.standing(s, top).people == 0
