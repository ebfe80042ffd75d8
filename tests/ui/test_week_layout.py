"""Where sessions stand in a week, and where the keys lead: worked out without a screen."""

from __future__ import annotations

from datetime import date, time
from uuid import uuid4

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui.screens.schedule.week_layout import Cursor, along, aside, placed, shifted, shown_hours
from trainer_app.ui.widgets.time_field import read_time

MONDAY = date(2026, 3, 9)


def a_session(starts: str, ends: str, day: date = MONDAY) -> SessionLine:
    hours = (time.fromisoformat(starts), time.fromisoformat(ends))
    return SessionLine(uuid4(), uuid4(), "RUL-001", "M1", 1, 1, day, *hours, "", "", "", 0, 0, 0)


def test_sessions_after_one_another_have_the_whole_column() -> None:
    day = placed([a_session("08:00", "10:00"), a_session("10:00", "12:00")])
    assert [(one.lane, one.lanes) for one in day] == [(0, 1), (0, 1)]


def test_sessions_that_overlap_share_the_column_until_both_have_ended() -> None:
    day = placed([a_session("08:00", "12:00"), a_session("09:00", "10:00"), a_session("10:00", "11:00")])
    assert [(one.lane, one.lanes) for one in day] == [(0, 2), (1, 2), (1, 2)]


def test_an_early_and_a_late_session_stretch_the_hours_shown() -> None:
    assert shown_hours([]) == (7 * 60, 18 * 60)
    assert shown_hours([a_session("05:30", "06:00"), a_session("18:00", "19:15")]) == (5 * 60, 20 * 60)


def test_up_from_a_session_comes_to_the_half_hour_before_it() -> None:
    line = a_session("08:30", "16:00")
    assert along([line], Cursor(MONDAY, 510, line), -1, (420, 1080)).minute == 480


def test_the_keys_stop_at_the_ends_of_the_day() -> None:
    top = Cursor(MONDAY, 420)
    assert along([], top, -1, (420, 1080)) == top


def test_left_of_the_second_of_two_is_the_first() -> None:
    left, right = a_session("08:00", "10:00"), a_session("09:00", "10:00")
    assert aside([left, right], Cursor(MONDAY, 540, right), -1).line == left


def test_a_session_is_not_moved_over_midnight() -> None:
    late = a_session("22:30", "23:30")
    assert shifted(late, 0, 30) is None
    assert shifted(late, 1, -30) == (date(2026, 3, 10), time(22), time(23))


def test_a_session_keeps_an_end_after_its_beginning() -> None:
    assert shifted(a_session("08:00", "08:30"), 0, 0, -30) is None


def test_a_time_is_read_as_people_write_it() -> None:
    assert {read_time(words) for words in ("8", "8:00", "08.00", "0800", "8h", "8h00", "8 H 00")} == {time(8)}
    assert read_time("830") == time(8, 30)
    assert read_time("") is None
