"""Sessions cut, restored and moved with their reason; whole trainings moved with their gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from tests.builders import FIRST_DAY, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Heads
from trainer_app.domain.trainings import NewTraining, SessionDeed, SessionLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, head_counts, plans, reports, session_events, sessions, today, trainings
from trainer_app.services.plans import Shift

FRIDAY = FIRST_DAY + timedelta(days=4)


def lines(db: Database) -> tuple[SessionLine, ...]:
    with db.reading() as s:
        return sessions.sessions(s, "en")


def days(db: Database) -> list[date]:
    return [line.day for line in lines(db)]


def test_a_session_that_is_cut_stays_in_the_plan_with_its_reason_and_nobody_is_expected(db: Database) -> None:
    training = a_training(db, people=4, days=3)
    with db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[1], "  Heavy   rain ", FIRST_DAY)
    first, second, third = lines(db)
    assert (second.cut, second.why, second.number, second.enrolled) == (True, "Heavy rain", 2, 0)
    assert [(line.number, line.of, line.enrolled) for line in (first, third)] == [(1, 3, 4), (3, 3, 4)]
    with db.reading() as s:
        (training_line,) = trainings.trainings(s, "en")
        shown = today.today(s, datetime(2026, 3, 12, 9), "en")
        (deed,) = session_events.history(s, training.sessions[1])
        assert reports.attendance(s, training_id=training.id).sessions == 2
    assert training_line.sessions == 2
    assert {todo.session_id for todo in shown.to_do} == {training.sessions[0], training.sessions[2]}
    assert shown.sessions_planned == 2
    assert (deed.deed, deed.on_day, deed.reason) == (SessionDeed.CUT, FIRST_DAY, "Heavy rain")
    db.undo()
    assert not any(line.cut for line in lines(db))
    with db.reading() as s:
        assert session_events.history(s, training.sessions[1]) == ()


def test_a_session_is_cut_with_a_reason_or_not_at_all(db: Database) -> None:
    training = a_training(db)
    with pytest.raises(TrainerError, match="why"), db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[0], "   ", FIRST_DAY)


def test_a_session_in_which_people_are_marked_was_held_and_is_not_cut(db: Database) -> None:
    training = a_training(db, people=2)
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, training.sessions[0], FIRST_DAY)
    with pytest.raises(TrainerError, match="it was held"), db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[0], "Heavy rain", FIRST_DAY)


def test_a_restored_session_is_expected_again_and_both_deeds_are_listed(db: Database) -> None:
    training = a_training(db, people=2)
    with db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[0], "Heavy rain", FIRST_DAY)
    with db.changing(label("Restore")) as s:
        plans.restore(s, training.sessions[0], "The hall was lent", FIRST_DAY)
    (line,) = lines(db)
    assert (line.cut, line.enrolled, line.why) == (False, 2, "The hall was lent")
    with db.reading() as s:
        deeds = [deed.deed for deed in session_events.history(s, training.sessions[0])]
    assert deeds == [SessionDeed.CUT, SessionDeed.RESTORED]
    db.undo()
    assert lines(db)[0].cut


def test_a_moved_session_keeps_where_it_was_and_why_it_went(db: Database) -> None:
    training = a_training(db)
    (key,) = training.sessions
    with db.changing(label("Move")) as s:
        trainings.move_session(s, key, FRIDAY, time(9), time(12), "Rukomo school", reason="Burial", on=FIRST_DAY)
    with db.reading() as s:
        (deed,) = session_events.history(s, key)
    assert deed.before is not None
    assert deed.after is not None
    assert (deed.before.day, deed.before.venue) == (FIRST_DAY, "Base hall")
    assert (deed.after.day, deed.after.starts, deed.after.venue) == (FRIDAY, time(9), "Rukomo school")
    assert (lines(db)[0].why, lines(db)[0].moved_from) == ("Burial", FIRST_DAY)


def test_a_session_that_stays_where_it_is_has_no_history(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Move")) as s:
        trainings.move_session(s, training.sessions[0], FIRST_DAY, time(8, 30), time(16))
    with db.reading() as s:
        assert session_events.history(s, training.sessions[0]) == ()


def test_a_move_onto_a_holiday_keeps_the_clash_with_the_same_reason(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Move")) as s:
        labour_day = date(2026, 5, 1)
        trainings.move_session(
            s,
            training.sessions[0],
            labour_day,
            time(9),
            time(12),
            reason="Union asked",
            on=FIRST_DAY,
            keep_clashes=True,
        )
    assert lines(db)[0].clash_kept == "Union asked"


def test_a_training_moves_with_its_gaps_past_sundays_and_holidays(db: Database) -> None:
    training = a_training(db, days=3)  # Monday to Wednesday
    with db.changing(label("Move")) as s:
        plans.move_training(s, training.id, Shift(date(2026, 4, 30), True, True), "Harvest", FIRST_DAY)
    assert days(db) == [date(2026, 4, 30), date(2026, 5, 2), date(2026, 5, 4)]
    assert {line.moved_from for line in lines(db)} == {FIRST_DAY + timedelta(days=n) for n in range(3)}
    assert {line.why for line in lines(db)} == {"Harvest"}
    db.undo()
    assert days(db) == [FIRST_DAY + timedelta(days=n) for n in range(3)]


def test_what_moving_a_training_comes_to_is_known_before(db: Database) -> None:
    training = a_training(db, days=2)
    with db.reading() as s:
        told = plans.shifted(s, training.id, Shift(date(2026, 4, 30)), "en")
        assert plans.by_days(s, training.id, 7) == FIRST_DAY + timedelta(days=7)
    assert [after for _key, _before, after in told.days] == [date(2026, 4, 30), date(2026, 5, 1)]
    assert [(clash.what, clash.name) for clash in told.clashes] == [("holiday", "Labour Day")]
    assert days(db)[0] == FIRST_DAY


def test_sessions_that_were_held_stay_and_the_others_move(db: Database) -> None:
    training = a_training(db, people=1, days=3)
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, training.sessions[0], FIRST_DAY)
    with db.changing(label("Move")) as s:
        told = plans.move_training(s, training.id, Shift(FIRST_DAY + timedelta(days=14)), "Rain", FIRST_DAY)
    assert told.staying == 1
    assert days(db) == [FIRST_DAY, FIRST_DAY + timedelta(days=14), FIRST_DAY + timedelta(days=15)]


def test_a_training_whose_sessions_were_all_held_has_nothing_to_move(db: Database) -> None:
    training = a_training(db, people=1)
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, training.sessions[0], FIRST_DAY)
    with pytest.raises(TrainerError, match="nothing to move"), db.changing(label("Move")) as s:
        plans.move_training(s, training.id, Shift(FRIDAY))


def test_morning_and_afternoon_are_two_sessions_and_a_series_is_weekly(db: Database) -> None:
    order = NewTraining(None, None, FIRST_DAY, 2, time(8, 30), time(12), title="Meeting", weekly=True)
    with db.changing(label("Plan")) as s:
        trainings.add(s, replace(order, afternoon=(time(13, 30), time(16))))
    assert [(line.day, line.starts) for line in lines(db)] == [
        (FIRST_DAY, time(8, 30)),
        (FIRST_DAY, time(13, 30)),
        (FIRST_DAY + timedelta(days=7), time(8, 30)),
        (FIRST_DAY + timedelta(days=7), time(13, 30)),
    ]
    with pytest.raises(TrainerError, match="before the morning ends"), db.changing(label("Plan")) as s:
        trainings.add(s, replace(order, afternoon=(time(11), time(16))))


def test_a_session_in_which_only_heads_were_counted_was_held(db: Database) -> None:
    training = a_training(db, days=2)
    with db.changing(label("Count")) as s:
        head_counts.set_heads(s, training.sessions[0], Heads(120, 80))
    with db.changing(label("Move")) as s:
        plans.move_training(s, training.id, Shift(FIRST_DAY + timedelta(days=7)), "Rain", FIRST_DAY)
    assert days(db) == [FIRST_DAY, FIRST_DAY + timedelta(days=7)]
    for deed in (
        lambda s: plans.cut(s, training.sessions[0], "No hall", FIRST_DAY),
        lambda s: trainings.remove_session(s, training.sessions[0]),
    ):
        with pytest.raises(TrainerError, match="it was held"), db.changing(label("Away")) as s:
            deed(s)


def test_moving_a_training_that_was_held_says_so_past_holidays_too(db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, training.sessions[0], FIRST_DAY)
    with db.reading() as s:
        first = plans.by_days(s, training.id, 0)
        told = plans.shifted(s, training.id, Shift(first, skip_days_off=True), "en")
    assert (first, told.days, told.staying) == (FIRST_DAY, (), 1)


def test_a_last_day_that_is_cut_is_the_fifth_of_five_and_the_others_are_of_four(db: Database) -> None:
    training = a_training(db, days=5)
    with db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[4], "No hall", FRIDAY)
    assert [(line.number, line.of) for line in lines(db)] == [(1, 4), (2, 4), (3, 4), (4, 4), (5, 5)]
