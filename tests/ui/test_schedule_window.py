"""The schedule in the whole window: a training planned within the budget, and each drag with keys that do the same."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_group, a_training
from tests.ui.shell import SMALL, a_window, focus, press, settle
from trainer_app.db.database import Database
from trainer_app.services import sessions
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.screens.schedule.schedule import ScheduleScreen

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def the_schedule(window: MainWindow) -> ScheduleScreen:
    page = window.pages["schedule"]
    assert isinstance(page, ScheduleScreen)
    return page


def to(name: str) -> int:
    """Tab as far as this field; how many keys that took."""
    for count in range(12):
        if focus().objectName() == name:
            return count
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} was not reached, the keyboard is on {focus().objectName()}")


def test_a_training_of_five_days_is_planned_from_today_with_twelve_keys(qtbot: QtBot, db: Database) -> None:
    a_group(db, "COOP Twisungane", people=4)
    with a_window(qtbot, db) as window:
        count = press((Qt.Key.Key_2, CTRL), (Qt.Key.Key_N, CTRL))
        count += to("cbModule")
        press("m2")  # what is typed, a name or a number, is not counted
        count += to("cbGroup")
        press("COOP")
        count += to("spDays")
        press("5")
        count += press(Qt.Key.Key_Return)
        lines = window.work.read(sessions.sessions, "en")
        assert [(line.title, line.group) for line in lines] == [("Business plan", "COOP Twisungane")] * 5
        assert count <= 12


def test_create_move_resize_open_and_remove_need_no_mouse(qtbot: QtBot, db: Database) -> None:
    today = FIRST_DAY
    a_training(db, days=2, first_day=today)
    with a_window(qtbot, db) as window:
        press((Qt.Key.Key_2, CTRL))
        schedule = the_schedule(window)
        schedule.show_day(today)
        settle()
        first = schedule.view.current
        press((Qt.Key.Key_Right, CTRL), (Qt.Key.Key_Down, CTRL), (Qt.Key.Key_Down, CTRL | SHIFT))
        moved = next(line for line in window.work.read(sessions.sessions, "en") if line.id == first.id)
        assert moved.day == today + timedelta(days=1)
        assert (moved.starts.hour, moved.ends.hour, moved.ends.minute) == (9, 17, 0)
        press(Qt.Key.Key_Return)
        assert window.key == "session"
        press((Qt.Key.Key_2, CTRL), Qt.Key.Key_Delete)
        assert len(window.work.read(sessions.sessions, "en")) == 1


def test_the_smallest_window_shows_sessions_in_each_view(qtbot: QtBot, db: Database) -> None:
    a_training(db, days=5)
    with a_window(qtbot, db, SMALL, "rw") as window:
        press((Qt.Key.Key_2, CTRL))
        schedule = the_schedule(window)
        schedule.show_day(FIRST_DAY)
        for mode in ("week", "month", "list", "day"):
            schedule.show_as(mode)
            settle()
            assert schedule.view.main.viewport().height() >= 180
            assert schedule.view.new.visibleRegion().boundingRect().width() == schedule.view.new.width()
