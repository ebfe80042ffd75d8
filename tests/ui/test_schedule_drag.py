"""Sessions carried with the mouse, in the week and in the month: moved, made longer, put back with Esc."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.builders import FIRST_DAY, a_training
from tests.ui.schedule_screen import Page, let_go, lines, page, press, pull
from trainer_app.db.database import Database
from trainer_app.ui.screens.schedule.schedule import ScheduleScreen
from trainer_app.ui.screens.schedule.session_block import SessionBlock
from trainer_app.ui.work import Work

__all__ = ["page"]
TUESDAY = FIRST_DAY + timedelta(days=1)


def the_block(schedule: ScheduleScreen) -> SessionBlock:
    return schedule.view.week.grid.blocks[0]


def slots(schedule: ScheduleScreen, count: int) -> int:
    """How many pixels so many half hours are high."""
    grid = schedule.view.week.grid
    return count * grid.height() * 30 // (grid.hours[1] - grid.hours[0])


def test_a_session_is_carried_to_another_day_and_hour_and_undo_brings_it_back(
    page: Page, db: Database, work: Work
) -> None:
    a_training(db)
    schedule = page()
    block = the_block(schedule)
    pull(block, block.rect().center(), QPoint(schedule.view.week.grid.column(0)[1], slots(schedule, 2)))
    (line,) = lines(work)
    assert (line.day, line.starts, line.ends) == (TUESDAY, time(9, 30), time(17))
    assert schedule.view.current == line
    work.undo()
    assert (lines(work)[0].day, lines(work)[0].starts) == (FIRST_DAY, time(8, 30))


def test_the_lower_edge_makes_a_session_longer(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    block = the_block(schedule)
    pull(block, QPoint(20, block.height() - 2), QPoint(300, slots(schedule, 2)))
    (line,) = lines(work)
    assert (line.day, line.starts, line.ends) == (FIRST_DAY, time(8, 30), time(17))


def test_the_upper_edge_lets_a_session_begin_earlier(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    pull(the_block(schedule), QPoint(20, 2), QPoint(0, -slots(schedule, 1)))
    assert (lines(work)[0].starts, lines(work)[0].ends) == (time(8), time(16))


def test_while_it_is_carried_the_new_hours_are_shown_and_esc_puts_it_back(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    block, grid = the_block(schedule), schedule.view.week.grid
    by = QPoint(0, slots(schedule, 2))
    pull(block, block.rect().center(), by, drop=False)
    assert grid.ghost.isVisible()
    assert grid.ghost.there == (FIRST_DAY, time(9, 30), time(17))
    press(Qt.Key.Key_Escape)
    assert not grid.ghost.isVisible()
    let_go(block, block.rect().center() + by)
    assert lines(work)[0].starts == time(8, 30)


def test_a_click_chooses_and_moves_nothing(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    block = the_block(schedule)
    pull(block, block.rect().center(), QPoint(1, 1))
    assert schedule.view.current == lines(work)[0]
    assert not work.undo_label().message.startswith("Move")


def test_a_session_carried_back_to_where_it_was_is_no_change(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    block = the_block(schedule)
    before = work.undo_label()
    pull(block, block.rect().center(), QPoint(30, 3))
    assert work.undo_label() == before


def test_beside_the_week_a_session_falls_on_the_nearest_day(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    block = the_block(schedule)
    pull(block, block.rect().center(), QPoint(3000, 0))
    assert lines(work)[0].day == FIRST_DAY + timedelta(days=6)


def test_in_the_month_a_session_keeps_its_hours_on_another_day(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    schedule.show_month()
    QApplication.processEvents()
    grid = schedule.view.month.grid
    line = next(button for button in grid.lines if button.isVisible())
    pull(line, line.rect().center(), QPoint(grid.column(0)[1], grid.area(FIRST_DAY).height()))
    (moved,) = lines(work)
    assert (moved.day, moved.starts) == (FIRST_DAY + timedelta(days=8), time(8, 30))
    assert schedule.view.current == moved
