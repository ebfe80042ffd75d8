"""Proposals over the whole file, for one person, and for one who is being typed."""

from __future__ import annotations

from datetime import time, timedelta
from uuid import UUID

from sqlalchemy import select

from tests.builders import FIRST_DAY, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import NationalId, Place
from trainer_app.domain.attendance import Status
from trainer_app.domain.likeness import Level, Why
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.i18n import label
from trainer_app.services import attendance, enrolments, likeness, merging, people, trainings
from trainer_app.services.likeness import Alike

PHONE = "+250788123456"
CARD = "1199070012345678"


def proposed(db: Database) -> tuple[Alike, ...]:
    with db.reading() as s:
        return likeness.proposals(s)


def of(db: Database, person: UUID) -> list[UUID]:
    with db.reading() as s:
        return [two.second_id if two.first_id == person else two.first_id for two in likeness.for_person(s, person)]


def a_pair(db: Database) -> tuple[UUID, UUID]:
    one = a_person(db, "MUKANTWARI Spéciose", phone=PHONE, birth_year=1990, sex=Sex.FEMALE)
    other = a_person(db, "Speciose Mukantwali", phone=PHONE, birth_year=1990, sex=Sex.FEMALE)
    return one, other


def test_two_entries_of_one_person_are_proposed_with_reasons(db: Database) -> None:
    one, other = a_pair(db)
    for name in ("HABIMANA Jean", "UWASE Aline", "KAYITESI Marie"):
        a_person(db, name)
    (two,) = proposed(db)
    assert two.key == (one, other)
    assert two.likeness.level is Level.SURE
    assert {reason.code for reason in two.likeness.reasons[:2]} == {Why.SAME_PHONE, Why.NAME_SOUND}
    assert of(db, one) == [other]
    assert of(db, other) == [one]


def test_the_surest_come_first(db: Database) -> None:
    a_pair(db)
    one = a_person(db, "HABIMANA Théogène", birth_year=1980, village="Kagari")
    a_person(db, "HABIMANA T.", birth_year=1980, village="Kagari")
    sure, less = proposed(db)
    assert sure.likeness.level is Level.SURE
    assert less.first_id == one
    with db.reading() as s:
        assert likeness.proposals(s, limit=1) == (sure,)


def test_what_was_decided_is_not_asked_again(db: Database) -> None:
    one, other = a_pair(db)
    with db.changing(label("Two people")) as s:
        merging.different(s, one, other, FIRST_DAY)
    assert proposed(db) == ()
    assert of(db, one) == []
    db.undo()
    assert len(proposed(db)) == 1


def test_merged_entries_are_not_proposed_nor_those_taken_apart(db: Database) -> None:
    one, other = a_pair(db)
    with db.changing(label("One person")) as s:
        pair = merging.merge(s, one, other, FIRST_DAY)
    assert proposed(db) == ()
    with db.changing(label("Apart")) as s:
        merging.unmerge(s, pair, FIRST_DAY)
    assert proposed(db) == ()


def test_an_old_card_is_as_good_as_the_latest(db: Database) -> None:
    one = a_person(db, "NTAGANDA Noël", national_id=CARD)
    with db.changing(label("A new card")) as s:
        s.add(NationalId(person_id=one, number="1199080012345678"))
    other = a_person(db, "N. Ntaganda", national_id=CARD)
    (two,) = proposed(db)
    assert two.key == (one, other)
    assert two.likeness.reasons[0].code is Why.SAME_CARD


def test_who_was_marked_present_in_two_places_at_one_hour_is_two_people(db: Database) -> None:
    one, other = a_pair(db)
    here, there = a_training(db, people=0), a_training(db, people=0)
    for training, person in ((here, one), (there, other)):
        with db.changing(label("Mark")) as s:
            enrolments.enrol(s, training.id, person)
            s.flush()
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, FIRST_DAY)
    for two in proposed(db):
        assert two.likeness.level is not Level.SURE
        assert Why.BOTH_PRESENT in {reason.code for reason in two.likeness.reasons}


def test_who_was_present_on_two_days_may_be_one(db: Database) -> None:
    one, other = a_pair(db)
    here, there = a_training(db, people=0), a_training(db, people=0, first_day=FIRST_DAY + timedelta(days=2))
    for training, person in ((here, one), (there, other)):
        with db.changing(label("Mark")) as s:
            enrolments.enrol(s, training.id, person)
            s.flush()
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, there.first_day)
    assert [two.likeness.level for two in proposed(db)] == [Level.SURE]


def test_a_place_told_less_exactly_is_no_other_place(db: Database) -> None:
    with db.reading() as s:
        cell = s.scalars(select(Place).where(Place.level == "cell").limit(1)).one()
        sector = cell.parent_id
    a_person(db, "MUKANTWARI Spéciose", place_id=cell.id, phone=PHONE)
    a_person(db, "MUKANTWARI Spéciose", place_id=sector, phone=PHONE)
    (two,) = proposed(db)
    assert Why.SAME_PLACE in {reason.code for reason in two.likeness.reasons}


def typed(db: Database, name: str, **values: object) -> list[str]:
    with db.reading() as s:
        return [line.name for line in people.similar(s, PersonForm(name, **values))]  # type: ignore[arg-type]


def test_while_one_types_the_known_person_is_proposed(db: Database) -> None:
    a_pair(db)
    a_person(db, "UWIMANA Marie")
    a_person(db, "HABIMANA Jean")
    assert typed(db, "uwimana marie") == ["UWIMANA Marie"]
    assert typed(db, "Marie Uwimaana") == ["UWIMANA Marie"]
    assert typed(db, "M. Uwimana", village="Kagari") == ["UWIMANA Marie"]
    assert typed(db, "Somebody Else", phone=PHONE) == ["MUKANTWARI Spéciose", "Speciose Mukantwali"]
    assert typed(db, "MUKANTWALI Speciose")[0] in ("MUKANTWARI Spéciose", "Speciose Mukantwali")
    assert typed(db, "") == []
    assert typed(db, 'NEAR("x') == []


def test_nobody_is_proposed_for_one_name_in_common(db: Database) -> None:
    a_person(db, "UWIMANA Marie")
    assert typed(db, "UWASE Marie") == []


def test_a_person_who_was_removed_looks_like_nobody(db: Database) -> None:
    one, other = a_pair(db)
    with db.changing(label("Remove")) as s:
        people.remove(s, other)
    assert proposed(db) == ()
    assert of(db, one) == []
    assert of(db, other) == []


def test_hours_that_only_touch_are_not_the_same_hour(db: Database) -> None:
    one, other = a_pair(db)
    training = a_training(db, people=0)
    with db.changing(label("An afternoon")) as s:
        afternoon = trainings.add_session(s, training.id, FIRST_DAY, time(16), time(18))
        for person in (one, other):
            enrolments.enrol(s, training.id, person)
            s.flush()
        attendance.mark(s, training.sessions[0], one, Status.PRESENT, FIRST_DAY)
        attendance.mark(s, afternoon, other, Status.PRESENT, FIRST_DAY)
    assert [two.likeness.level for two in proposed(db)] == [Level.SURE]
