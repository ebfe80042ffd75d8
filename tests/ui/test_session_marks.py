"""The register is taken by keys, like a spreadsheet, and every key is kept at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_training
from tests.ui.register_screen import CONTROL, SHIFT, A, E, Keys, L, P, Register, opened
from trainer_app.db.database import Database
from trainer_app.domain.attendance import KEYS, Status
from trainer_app.i18n import label
from trainer_app.services import attendance
from trainer_app.ui.models.register import Lead
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes


@pytest.fixture
def register(qtbot: QtBot, db: Database, work: Work) -> Register:
    """Three people on the first of three days."""
    return opened(qtbot, work, a_training(db, people=3, days=3))


def test_the_keyboard_is_at_the_first_person_not_marked_in_this_session(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3, days=3)
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[1], training.people[0], P, training.first_day + timedelta(days=1))
    register = opened(qtbot, work, training, day=1)
    assert QApplication.focusWidget() is register.grid
    assert register.at == (1, 1)


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_alias_in_both_cases_stores_its_mark(register: Register, key: str) -> None:
    for character in (key, key.lower()):
        register.go(0)
        register.type(character)
        assert register.statuses()[0] is KEYS[key]
        register.go(0)
        register.press(Keys.Key_Delete)


@pytest.mark.parametrize(("key", "status"), [(Keys.Key_1, P), (Keys.Key_2, A), (Keys.Key_3, L), (Keys.Key_4, E)])
def test_the_number_pad_marks(register: Register, key: Qt.Key, status: Status) -> None:
    register.press(key, Qt.KeyboardModifier.KeypadModifier)
    assert register.statuses()[0] is status


def test_a_letter_moves_down_and_stays_at_the_last_person(register: Register) -> None:
    for expected in (1, 2, 2):
        register.press(Keys.Key_P)
        assert register.at == (expected, 0)
    assert register.statuses() == [P, P, P]


def test_arrows_and_enter_never_mark(register: Register) -> None:
    for key in (
        Keys.Key_Down,
        Keys.Key_Right,
        Keys.Key_Left,
        Keys.Key_Up,
        Keys.Key_Return,
        Keys.Key_End,
        Keys.Key_Home,
    ):
        register.press(key)
    for key in (Keys.Key_Down, Keys.Key_Right, Keys.Key_Up, Keys.Key_Left):
        register.press(key, CONTROL)
    assert [register.statuses(day) for day in range(3)] == [[None] * 3] * 3


def test_space_toggles_between_present_and_absent_and_stays(register: Register) -> None:
    seen = []
    for _press in range(3):
        register.press(Keys.Key_Space)
        seen.append(register.statuses()[0])
    assert seen == [P, A, P]
    assert register.at == (0, 0)


def test_delete_clears_a_mark(register: Register) -> None:
    register.press(Keys.Key_A)
    register.go(0)
    register.press(Keys.Key_Delete)
    assert register.statuses()[0] is None


def test_a_letter_fills_a_range_as_one_gesture(register: Register, work: Work) -> None:
    register.press(Keys.Key_Down, SHIFT)
    register.press(Keys.Key_Down, SHIFT)
    register.press(Keys.Key_L)
    assert register.statuses() == [L, L, L]
    work.undo()
    assert register.statuses() == [None, None, None]


def test_a_range_begins_where_the_letters_left_off(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=6))
    register.press(Keys.Key_Down)
    register.type("pp")
    register.press(Keys.Key_Down, SHIFT)
    register.press(Keys.Key_A)
    assert register.statuses() == [None, P, P, A, A, None]


def test_a_range_begins_where_one_was_led(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=6))
    register.press(Keys.Key_Down)
    register.press(Keys.Key_Down, CONTROL)
    register.press(Keys.Key_Up, SHIFT)
    register.press(Keys.Key_L)
    assert register.statuses() == [None, None, None, None, L, L]


def test_fill_down_copies_the_topmost_mark_of_a_range(register: Register) -> None:
    register.press(Keys.Key_A)
    register.go(0)
    register.press(Keys.Key_Down, SHIFT)
    register.press(Keys.Key_Down, SHIFT)
    register.press(Keys.Key_D, CONTROL)
    assert register.statuses() == [A, A, A]


def test_fill_down_in_one_cell_takes_the_mark_above(register: Register) -> None:
    register.press(Keys.Key_E)
    register.press(Keys.Key_D, CONTROL)
    assert register.statuses() == [E, E, None]


def test_the_day_before_can_be_copied(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=3, days=3), day=1)
    register.go(0, 0)
    register.type("pa")
    register.go(0, 1)
    register.press(Keys.Key_Down, SHIFT)
    register.press(Keys.Key_Down, SHIFT)
    register.press(Keys.Key_R, CONTROL)
    assert register.statuses(1) == [P, A, None]


def test_a_key_beside_a_name_marks_that_person_in_this_session(register: Register) -> None:
    register.grid.go_to(1, Lead.NAME)
    register.press(Keys.Key_P)
    assert register.statuses() == [None, P, None]


def test_the_rest_is_marked_present_and_only_the_rest(register: Register, work: Work) -> None:
    register.press(Keys.Key_A)
    register.press(Keys.Key_Return, CONTROL)
    assert register.statuses() == [A, P, P]
    assert register.told[-1] == ("2 people marked present.", True)
    work.undo()
    assert register.statuses() == [A, None, None]
