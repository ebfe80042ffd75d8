"""Who gets a certificate, checked with pencil and paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from tests.documents.builders import register
from trainer_app.domain.attendance import Cell, RegisterLine, Status
from trainer_app.domain.certifying import Attendance, LastTest, Standing, attendance_of, standing
from trainer_app.domain.rules import Attended, Certified

FOUR_OF_FIVE = Attendance(4, 5)
ASKED, TESTED = Certified(), Certified(must_pass=True)


@pytest.mark.parametrize(
    ("came", "expected", "to_come", "found"),
    [
        (5, 5, 0, Standing.QUALIFIES),
        (4, 5, 0, Standing.QUALIFIES),
        (3, 5, 0, Standing.TOO_FEW),
        (0, 5, 0, Standing.NEVER_CAME),
        (0, 0, 0, Standing.NEVER_CAME),
        (3, 5, 2, Standing.NOT_OVER),
        (1, 5, 2, Standing.TOO_FEW),
        (0, 5, 5, Standing.NOT_OVER),
        (4, 5, 1, Standing.QUALIFIES),
        (11, 20, 0, Standing.TOO_FEW),
    ],
)
def test_who_came_often_enough_gets_one(came: int, expected: int, to_come: int, found: Standing) -> None:
    assert standing(Attendance(came, expected), None, ASKED, to_come) is found


def test_a_share_is_met_in_spite_of_how_computers_count() -> None:
    assert standing(Attendance(11, 20), None, Certified(0.55)) is Standing.QUALIFIES


@pytest.mark.parametrize(
    ("test", "found"),
    [
        (None, Standing.NOT_SAT),
        (LastTest(5.9, 10, 6), Standing.NOT_PASSED),
        (LastTest(6, 10, 6), Standing.QUALIFIES),
    ],
)
def test_where_the_test_counts_it_has_to_be_passed(test: LastTest | None, found: Standing) -> None:
    assert standing(FOUR_OF_FIVE, test, TESTED) is found
    assert standing(FOUR_OF_FIVE, test, ASKED) is Standing.QUALIFIES


def test_a_share_is_rounded_down() -> None:
    assert Attendance(2, 3).percent == 66
    assert Attendance(79, 80).percent == 98
    assert Attendance(29, 29).percent == 100
    assert Attendance().percent == 0


def test_hours_are_those_of_the_sessions_attended_and_of_who_left_the_minutes_they_stayed() -> None:
    own = register(people=1, day_count=5)
    day = own.days[0]
    assert (day.starts, day.ends) == (time(8, 30), time(16))
    cells = (
        Cell(Status.PRESENT),
        Cell(Status.LATE),
        Cell(Status.PRESENT, minutes=90),
        Cell(Status.ABSENT),
        Cell(Status.EXCUSED),
    )
    line = _with(own.lines[0], cells)
    assert attendance_of(line, own.days, Attended()) == Attendance(3, 4, 2 * 450 + 90)
    assert attendance_of(line, own.days, Attended(excused_is_expected=True)).expected == 5
    assert attendance_of(line, own.days, Attended(late_counts=False)) == Attendance(2, 4, 450 + 90)
    assert attendance_of(line, own.days, Attended(least_minutes=120)) == Attendance(2, 4, 2 * 450)


def test_a_session_that_nobody_marked_is_missed() -> None:
    own = register(people=1, day_count=5)
    line = _with(own.lines[0], (Cell(Status.PRESENT), Cell(), Cell(), Cell(), Cell()))
    assert attendance_of(line, own.days, Attended()) == Attendance(1, 5, 450)


def _with(line: RegisterLine, cells: tuple[Cell, ...]) -> RegisterLine:
    return replace(line, cells=cells)
