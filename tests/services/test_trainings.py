"""Planning trainings and moving their sessions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment
from trainer_app.domain.attendance import Status
from trainer_app.domain.ids import derived_id
from trainer_app.domain.scores import Mark, Phase
from trainer_app.domain.trainings import NewTraining
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    clashes,
    curriculum,
    enrolments,
    groups,
    history,
    reports,
    sample,
    scores,
    search,
    sessions,
    today,
    trainings,
)


def test_a_training_has_one_session_a_day_and_rests_on_sundays(db: Database) -> None:
    training = a_training(db, days=3, first_day=date(2026, 3, 13))  # a Friday
    with db.reading() as s:
        days = [line.day for line in sessions.sessions(s, "en", training_id=training.id)]
    assert days == [date(2026, 3, 13), date(2026, 3, 14), date(2026, 3, 16)]


def test_a_moved_session_remembers_the_day_it_was_planned_for(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Move")) as s:
        trainings.move_session(s, training.sessions[0], FIRST_DAY + timedelta(days=3), time(9), time(12))
    with db.reading() as s:
        (line,) = sessions.sessions(s, "en")
        moved = [entry for entry in history.of(s, [training.sessions[0]]) if entry.field == "day"]
    assert (line.day, line.moved_from) == (FIRST_DAY + timedelta(days=3), FIRST_DAY)
    assert (moved[0].before, moved[0].after) == ("2026-03-09", "2026-03-12")
    db.undo()
    with db.reading() as s:
        assert sessions.sessions(s, "en")[0].moved_from is None


def test_a_session_that_ends_before_it_begins_is_refused(db: Database) -> None:
    training = a_training(db)
    with pytest.raises(TrainerError, match="ends before it begins"), db.changing(label("Move")) as s:
        trainings.move_session(s, training.sessions[0], FIRST_DAY, time(12), time(9))


@pytest.mark.parametrize("days", [0, 61])
def test_a_slip_of_the_finger_in_the_number_of_days_is_refused(db: Database, days: int) -> None:
    with pytest.raises(TrainerError, match="1 to 60"):
        a_training(db, days=days)


def test_a_training_needs_a_module_or_a_title(db: Database) -> None:
    with pytest.raises(TrainerError, match="module"), db.changing(label("Plan")) as s:
        trainings.add(s, NewTraining(None, None, FIRST_DAY))


def test_the_title_is_the_modules_in_the_language_asked_for(db: Database) -> None:
    training = a_training(db)
    with db.reading() as s:
        titles = [trainings.head(s, training.id, language).title for language in ("en", "fr", "rw")]
    assert titles == ["Cooperative governance", "Gouvernance des coopératives", "Imiyoborere y'amakoperative"]


def test_clashes_of_trainer_venue_and_group_are_told_and_never_in_the_way(db: Database) -> None:
    trainer = a_person(db, "NIYONZIMA Paul")
    group = a_group(db, people=2)
    with db.changing(label("Plan")) as s:
        module = curriculum.by_code(s, "M1").id
        order = NewTraining(module, group, FIRST_DAY, venue="Base hall", trainers=(trainer,))
        trainings.add(s, order)
    with db.reading() as s:
        found = clashes.of_order(s, order, "en")
    assert [(clash.what, clash.name) for clash in found] == [
        ("trainer", "NIYONZIMA Paul"),
        ("venue", "Base hall"),
        ("group", "COOP Twisungane"),
    ]
    with db.reading() as s:
        elsewhere = NewTraining(module, None, FIRST_DAY, starts=time(16), ends=time(18), venue="base HALL")
        assert clashes.of_order(s, elsewhere, "en") == ()


def test_members_who_join_later_are_proposed_and_not_enrolled(db: Database) -> None:
    training = a_training(db, people=2)
    person = a_person(db, "KAYITESI Rose")
    with db.changing(label("Join")) as s:
        groups.add_member(s, training.group, person)
    with db.reading() as s:
        assert [line.name for line in enrolments.proposed(s, training.id)] == ["KAYITESI Rose"]
        assert len(attendance.register(s, training.id, "en").lines) == 2


def test_a_removed_training_comes_back_whole(db: Database) -> None:
    training = a_training(db, people=3)
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, training.sessions[0], FIRST_DAY)
        scores.record(s, training.id, training.people[0], Phase.PRE, Mark(4))
    with db.changing(label("Remove")) as s:
        trainings.remove(s, training.id)
    with db.reading() as s:
        assert trainings.trainings(s, "en") == ()
        assert sessions.sessions(s, "en") == ()
    db.undo()
    with db.reading() as s:
        assert [line.cells[0].status for line in attendance.register(s, training.id, "en").lines] == [
            Status.PRESENT
        ] * 3
        assert scores.sheet(s, training.id, "en").lines[0].pre == Mark(4)


def test_a_session_with_marks_is_not_taken_out(db: Database) -> None:
    training = a_training(db, days=2)
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, training.sessions[0], FIRST_DAY)
    with pytest.raises(TrainerError, match="it was held"), db.changing(label("Remove")) as s:
        trainings.remove_session(s, training.sessions[0])
    with db.changing(label("Remove")) as s:
        trainings.remove_session(s, training.sessions[1])


# ---- scores ------------------------------------------------------------------------------------------------------


def test_scores_keep_what_was_entered_and_the_gain_needs_both(db: Database) -> None:
    training = a_training(db, people=2)
    first, second = training.people
    with db.changing(label("Scores")) as s:
        scores.record(s, training.id, first, Phase.PRE, Mark(4))
        scores.record(s, training.id, first, Phase.POST, Mark(7.5))
        scores.record(s, training.id, second, Phase.PRE, Mark(None))
        scores.record(s, training.id, second, Phase.POST, Mark(9))
    with db.reading() as s:
        lines = scores.sheet(s, training.id, "en").lines
    assert [line.gain for line in lines] == [3.5, None]


def test_more_than_the_test_can_give_is_refused(db: Database) -> None:
    training = a_training(db)
    with pytest.raises(TrainerError, match="highest score is 10"), db.changing(label("Score")) as s:
        scores.record(s, training.id, training.people[0], Phase.PRE, Mark(14))


def test_the_highest_score_cannot_sink_below_what_somebody_has(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Score")) as s:
        scores.set_maximum(s, training.id, 20)
        scores.record(s, training.id, training.people[0], Phase.PRE, Mark(14))
    with pytest.raises(TrainerError, match="14"), db.changing(label("Less")) as s:
        scores.set_maximum(s, training.id, 10)


# ---- what stands on other pages ----------------------------------------------------------------------------------


def test_today_shows_the_session_going_on(db: Database) -> None:
    a_training(db, people=3, days=2)
    with db.reading() as s:
        page = today.today(s, datetime(2026, 3, 10, 9), "en")
    assert page.next is not None
    assert (page.next.number, page.next.of) == (2, 2)
    assert [waiting.kind for waiting in page.to_do] == ["unmarked"]
    assert (page.sessions_planned, page.sessions_held) == (2, 0)


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), (date(2026, 1, 1), date(2026, 3, 31))),
        (date(2026, 12, 31), (date(2026, 10, 1), date(2026, 12, 31))),
        (date(2026, 6, 30), (date(2026, 4, 1), date(2026, 6, 30))),
    ],
)
def test_a_quarter_is_three_whole_months(day: date, quarter: tuple[date, date]) -> None:
    assert today.quarter_of(day) == quarter


def test_search_finds_people_groups_trainings_and_units_without_accents(db: Database) -> None:
    a_training(db, people=8)
    with db.reading() as s:
        assert {found.kind for found in search.find(s, "theogene", "en")} == {"person"}
        assert {found.kind for found in search.find(s, "twisu", "en")} == {"group", "training"}
        assert {found.kind for found in search.find(s, "coop gov", "en")} == {"training", "unit"}
        assert search.find(s, "  ' ", "en") == ()


# ---- sample and reports ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("weekday", range(7))
def test_the_sample_has_what_a_newcomer_should_see_on_any_day(db: Database, weekday: int) -> None:
    day = FIRST_DAY + timedelta(days=weekday)
    with db.changing(label("Sample")) as s:
        sample.fill(s, day)
    with db.reading() as s:
        lines = trainings.trainings(s, "en")
        page = today.today(s, datetime.combine(day, time(9)), "en")
        assert page.next is not None
        assert page.next.day == day
        assert len(groups.groups(s)) == 14
        assert page.people == 303
        assert page.next is not None
        assert page.next.number == 3
        assert page.next.enrolled == 40
        assert [line.marked_sessions for line in lines if line.module_code == "M1"] == [2]


def test_the_sample_is_never_counted_and_goes_away_whole(db: Database) -> None:
    with db.changing(label("Sample")) as s:
        sample.fill(s, FIRST_DAY)
    with db.reading() as s:
        assert reports.attendance(s).people == 0
    with db.changing(label("Remove")) as s:
        sample.remove(s)
    with db.reading() as s:
        assert trainings.trainings(s, "en") == ()
        assert groups.groups(s) == ()


def test_the_sample_never_mixes_with_real_data(db: Database) -> None:
    a_person(db)
    with pytest.raises(TrainerError, match="already holds data"), db.changing(label("Sample")) as s:
        sample.fill(s, FIRST_DAY)


def test_a_report_counts_each_person_once_and_each_session_of_theirs(db: Database) -> None:
    training = a_training(db, people=4, days=2)
    with db.changing(label("Mark")) as s:
        for session in training.sessions:
            attendance.mark_rest(s, session, FIRST_DAY + timedelta(days=1))
        attendance.mark(s, training.sessions[0], training.people[0], Status.ABSENT, FIRST_DAY)
    with db.reading() as s:
        told = reports.as_dict(reports.attendance(s, training_id=training.id))
    assert told["people"] == 4
    assert told["marks"] == {"present": 7, "absent": 1, "late": 0, "excused": 0}
    assert told["rate"] == 7 / 8
    assert told["by_sex"] == {"F": 2, "M": 2, "unknown": 0}


def test_who_left_was_taken_off_and_is_enrolled_again_is_expected_again(db: Database) -> None:
    training = a_training(db, people=1)
    person = training.people[0]
    for again in (enrolments.enrol, lambda s, key, one: enrolments.enrol_all(s, key, [one])):
        with db.changing(label("Leave")) as s:
            row = s.get_one(Enrolment, derived_id("enrolment", training.id, person))
            row.left_on, row.left_reason = training.first_day, "moved away"
            enrolments.withdraw(s, training.id, person)
        with db.changing(label("Back")) as s:
            again(s, training.id, person)
        with db.reading() as s:
            assert attendance.register(s, training.id, "en").lines[0].left_on is None
