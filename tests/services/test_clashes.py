"""What a plan clashes with: told before it is saved, and kept with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from sqlalchemy import event

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment
from trainer_app.domain.days_off import DayKind
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.ids import derived_id
from trainer_app.domain.trainings import Clash, NewTraining
from trainer_app.i18n import label
from trainer_app.services import calendar, clashes, groups, places, plans, session_events, sessions, trainings
from trainer_app.services.calendar import DayForm

MORNING, AFTERNOON = (time(8, 30), time(12)), (time(14), time(16))


def plan(db: Database, order: NewTraining) -> UUID:
    with db.changing(label("Plan")) as s:
        return trainings.add(s, order)


def told(db: Database, order: NewTraining) -> list[tuple[str, str]]:
    with db.reading() as s:
        return [(clash.what, clash.name) for clash in clashes.of_order(s, order, "en")]


def an_order(group: UUID | None = None, day: date = FIRST_DAY, **values: object) -> NewTraining:
    return NewTraining(None, group, day, title="Meeting of members", **values)  # type: ignore[arg-type]


def test_people_who_are_in_another_training_at_these_hours_are_told(db: Database) -> None:
    known = a_training(db, people=3)
    other = a_group(db, "VSLA Abishyize hamwe")
    with db.changing(label("Join")) as s:
        for person in known.people[:2]:
            groups.add_member(s, other, person)
    with db.reading() as s:
        (found,) = clashes.of_order(s, an_order(other), "en")
    assert (found.what, found.people, found.day) == ("people", 2, FIRST_DAY)
    assert found.other is not None
    assert found.other.title == "Cooperative governance"
    assert told(db, an_order(other, FIRST_DAY + timedelta(days=1))) == []


def test_people_in_two_places_on_one_day_are_told_although_the_hours_differ(db: Database) -> None:
    group = a_group(db, people=2)
    plan(db, an_order(group, starts=MORNING[0], ends=MORNING[1], venue="Base hall"))
    afternoon = an_order(group, starts=AFTERNOON[0], ends=AFTERNOON[1])
    assert [what for what, _ in told(db, replace(afternoon, venue="Rukomo school"))] == ["two_places"]
    assert told(db, replace(afternoon, venue="BASE hall")) == []
    assert told(db, afternoon) == []


def test_who_left_is_no_longer_expected(db: Database) -> None:
    known = a_training(db, people=1)
    other = a_group(db, "VSLA Abishyize hamwe")
    with db.changing(label("Join")) as s:
        groups.add_member(s, other, known.people[0])
        s.get_one(Enrolment, derived_id("enrolment", known.id, known.people[0])).left_on = FIRST_DAY
    assert told(db, an_order(other)) == []


def test_a_session_that_was_cut_is_in_nobodys_way(db: Database) -> None:
    known = a_training(db, people=1)
    assert told(db, an_order(known.group)) == [("group", "COOP Twisungane")]
    with db.changing(label("Cut")) as s:
        plans.cut(s, known.sessions[0], "The hall is flooded", FIRST_DAY)
    assert told(db, an_order(known.group)) == []


def test_holidays_umuganda_and_the_market_of_the_place_are_told(db: Database) -> None:
    assert told(db, an_order(day=date(2026, 5, 1))) == [("holiday", "Labour Day")]
    saturday = an_order(day=date(2026, 3, 28))
    assert told(db, saturday) == [("umuganda", "Umuganda")]
    assert told(db, replace(saturday, starts=time(14), ends=time(16))) == []
    with db.changing(label("Market")) as s:
        base = places.one(s, "Base Rulindo", "sector")
        cell = places.children(s, base)[0].id
        calendar.add(s, DayForm("Market of Base", DayKind.MARKET, {"weekday": 0}, base), "en", FIRST_DAY)
        group = groups.add(s, GroupForm("VSLA Base", GroupKind.SAVINGS, place_id=cell))
    assert told(db, an_order(group)) == [("market", "Market of Base")]
    assert told(db, an_order()) == []


def test_a_clash_is_kept_with_its_reason_and_seen_on_the_session(db: Database) -> None:
    order = an_order(day=date(2026, 4, 30), days=2, reason="The mayor asked for it", decided_on=FIRST_DAY)
    training = plan(db, order)
    with db.reading() as s:
        first, second = sessions.sessions(s, "en", training_id=training)
        (kept,) = session_events.history(s, second.id)
    assert (first.clash_kept, second.clash_kept) == (None, "The mayor asked for it")
    assert (kept.on_day, kept.clashes) == (FIRST_DAY, (("holiday", "Labour Day"),))
    db.undo()
    with db.reading() as s:
        assert sessions.sessions(s, "en") == ()


def test_days_off_are_left_out_when_it_is_asked(db: Database) -> None:
    order = an_order(day=date(2026, 4, 30), days=3, skip_days_off=True)
    with db.reading() as s:
        days = [slot.day.day for slot in clashes.slots(s, order)]
    assert days == [30, 2, 4]
    assert told(db, order) == []


def test_moving_a_session_tells_what_is_there_and_not_itself(db: Database) -> None:
    training = a_training(db, people=1, days=2)
    first, second = training.sessions
    with db.reading() as s:
        same = clashes.of_move(s, first, FIRST_DAY, time(9), time(12), "en")
        onto = clashes.of_move(s, first, FIRST_DAY + timedelta(days=1), time(9), time(12), "en")
    assert same == ()
    assert {clash.what for clash in onto} == {"venue", "group"}
    assert [clash.other.id for clash in onto if clash.other] == [second, second]


def test_questions_do_not_grow_with_the_sessions(db: Database) -> None:
    trainer = a_person(db, "NIYONZIMA Paul")
    group = a_group(db, people=2)

    def questions(days: int) -> tuple[int, tuple[Clash, ...]]:
        asked: list[str] = []
        order = an_order(group, days=days, trainers=(trainer,), venue="Base hall")
        listener = lambda c, cursor, told, *rest: asked.append(told)  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listener)
        with db.reading() as s:
            found = clashes.of_order(s, order, "en")
        event.remove(db.engine, "before_cursor_execute", listener)
        return len(asked), found

    plan(db, an_order(group, days=20, trainers=(trainer,), venue="Base hall"))
    few, one_day = questions(1)
    many, twenty = questions(20)
    assert len(twenty) > len(one_day) > 0
    assert many == few <= 20
