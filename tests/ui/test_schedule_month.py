"""The month by keyboard alone; the day that is seen alone; what the list is asked for; what a restart finds again."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_person, a_training
from tests.ui.schedule_screen import CTRL, Page, lines, page, press
from trainer_app.db.database import Database
from trainer_app.db.records import TrainingSession
from trainer_app.i18n import label
from trainer_app.services import trainings
from trainer_app.ui import theme
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.screens.schedule.schedule import ScheduleScreen
from trainer_app.ui.screens.schedule.schedule_view import DAY, LIST, MODES, MONTH, WEEK
from trainer_app.ui.screens.schedule.spans import Span
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

__all__ = ["page"]


def heard(schedule: ScheduleScreen) -> list[str]:
    """What a screen reader finds in the month, session by session."""
    shown = [button for button in schedule.view.month.grid.lines if button.isVisible()]
    return [QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) for button in shown]


# ---- the month ---------------------------------------------------------------------------------------------------


def test_m_shows_the_month_with_the_same_session_chosen(page: Page, db: Database, qtbot: QtBot) -> None:
    training = a_training(db, days=3)
    schedule = page()
    press(Qt.Key.Key_Down)
    qtbot.keyClick(schedule.view.week, Qt.Key.Key_M)
    assert QApplication.focusWidget() is schedule.view.month
    assert schedule.view.title.text() == "March 2026"
    assert schedule.view.current.id == training.sessions[0]


def test_arrows_go_by_day_and_week_and_into_the_next_month(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    schedule.show_month()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert schedule.view.month.day == FIRST_DAY + timedelta(days=8)
    for _number in range(3):
        press(Qt.Key.Key_Down)
    assert schedule.view.month.day == date(2026, 4, 7)
    assert schedule.view.title.text() == "April 2026"


def test_page_down_turns_the_month_and_keeps_a_day_that_the_next_one_has(
    page: Page, db: Database, qtbot: QtBot
) -> None:
    a_training(db)
    schedule = page(date(2026, 1, 31))
    schedule.show_month()
    qtbot.keyClick(schedule.view.month, Qt.Key.Key_PageDown)
    assert schedule.view.month.day == date(2026, 2, 28)
    assert schedule.view.title.text() == "February 2026"


def test_space_goes_through_the_sessions_of_a_day_also_those_without_room(page: Page, db: Database) -> None:
    for number in range(6):
        a_training(db, module=f"M{number % 3 + 1}")
    schedule = page()
    schedule.show_month()
    seen = []
    for _number in range(6):
        seen.append(schedule.view.current.id)
        assert any(button.is_current and button.isVisible() for button in schedule.view.month.grid.lines)
        press(Qt.Key.Key_Space)
    assert len(set(seen)) == 6
    assert schedule.view.current.id == seen[0]


def test_ctrl_arrows_move_a_session_by_day_and_week(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    schedule.show_month()
    press(Qt.Key.Key_Down, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    (line,) = lines(work)
    assert (line.day, line.starts) == (FIRST_DAY + timedelta(days=8), time(8, 30))
    assert schedule.view.current == line


def test_enter_on_a_day_shows_it_in_its_week(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    schedule.show_month()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert schedule.view.mode == "week"
    assert schedule.view.week.cursor_at.day == FIRST_DAY + timedelta(days=7)
    assert QApplication.focusWidget() is schedule.view.week


def test_n_in_the_month_plans_on_its_day_and_delete_removes(page: Page, db: Database, work: Work) -> None:
    a_training(db, days=2)
    schedule = page()
    schedule.show_month()
    press(Qt.Key.Key_Delete)
    assert len(lines(work)) == 1
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_N, text="n")
    assert schedule.view.panel.first_day.value == schedule.view.month.day


def test_every_session_of_the_month_is_there_for_the_ear(page: Page, db: Database) -> None:
    a_training(db, days=2)
    schedule = page()
    schedule.show_month()
    QApplication.processEvents()
    assert len(heard(schedule)) == 2
    assert "Monday 09/03/2026, 08:30–16:00" in heard(schedule)[0]


# ---- many at once ------------------------------------------------------------------------------------------------


def test_fifteen_trainers_at_one_hour_are_counted_and_the_day_shows_them_all(page: Page, db: Database) -> None:
    for number in range(15):
        a_training(db, module=f"M{number % 3 + 1}")
    schedule = page()
    grid = schedule.view.week.grid
    QApplication.processEvents()
    shown = [block for block in grid.blocks if block.isVisible()]
    (more,) = [button for button in grid.more if button.isVisible()]
    assert len(shown) + len(more.lines) == 15
    assert more.text() == f"+{len(more.lines)} more"
    more.click()
    QApplication.processEvents()
    assert schedule.view.mode == "day"
    assert schedule.view.title.text() == "Monday 09/03/2026"
    areas = [block.geometry() for block in grid.blocks if block.isVisible()]
    assert len(areas) == 15
    assert min(area.width() for area in areas) >= 60
    press(Qt.Key.Key_Escape)
    assert schedule.view.mode == "week"


def test_a_session_without_room_is_reached_by_keys_all_the_same(page: Page, db: Database) -> None:
    for number in range(5):
        a_training(db, module=f"M{number % 3 + 1}")
    schedule = page()
    press(Qt.Key.Key_Down)
    for _number in range(4):
        press(Qt.Key.Key_Right)
    (more,) = [button for button in schedule.view.week.grid.more if button.isVisible()]
    assert schedule.view.week.cursor_at.day == FIRST_DAY
    assert schedule.view.current in more.lines
    assert more.is_current


# ---- what it says ------------------------------------------------------------------------------------------------


def test_a_session_that_meets_another_says_so_in_sign_and_words(page: Page, db: Database) -> None:
    a_training(db)
    a_training(db, module="M2")
    schedule = page()
    press(Qt.Key.Key_Down)
    assert schedule.view.bar.words.text().startswith("⚠ 09/03/2026: “")
    assert "is already at Base hall" in schedule.view.bar.words.text()
    spoken = [block.accessibleName() for block in schedule.view.week.grid.blocks]
    assert all("⚠ 09/03/2026" in words for words in spoken)


def test_a_session_that_is_cut_says_so(page: Page, db: Database) -> None:
    training = a_training(db)
    with db.changing(label("Cut")) as s:
        s.get_one(TrainingSession, training.sessions[0]).cut = True
    schedule = page()
    press(Qt.Key.Key_Down)
    assert "It will not be held" in schedule.view.bar.words.text()
    assert schedule.view.week.grid.blocks[0]._font(True).strikeOut()


# ---- what is asked for -------------------------------------------------------------------------------------------


def two_trainers(db: Database) -> None:
    for number, name in enumerate(("UMUTONI Rose", "KAYITESI Eric")):
        person = a_person(db, name)
        training = a_training(db, module=f"M{number + 1}", first_day=FIRST_DAY + timedelta(days=number))
        with db.changing(label("Lead")) as s:
            trainings.set_trainers(s, training.id, [person])


def choose(schedule: ScheduleScreen, name: str, words: str) -> None:
    box = getattr(schedule.view.filters, name)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_a_trainer_that_is_asked_for_stays_so_in_every_view(page: Page, db: Database) -> None:
    two_trainers(db)
    schedule = page()
    choose(schedule, "trainer", "UMUTONI Rose")
    assert [line.trainers for line in schedule.view.week.lines] == ["UMUTONI Rose"]
    schedule.show_month()
    assert [line.trainers for line in schedule.view.month.shown.lines] == ["UMUTONI Rose"]
    schedule.show_list()
    assert [line.trainers for line in schedule.view.list.rows.rows] == ["UMUTONI Rose"]
    schedule.view.filters.clear.click()
    assert len(schedule.view.list.rows.rows) == 2


def test_the_list_is_asked_for_a_state_and_a_shorter_time(page: Page, db: Database, work: Work) -> None:
    training = a_training(db, days=2)
    a_training(db, first_day=FIRST_DAY + timedelta(days=40))
    work.change(label("Move"), trainings.move_session, training.sessions[1], FIRST_DAY, time(17), time(18))
    schedule = page()
    schedule.show_list()
    assert schedule.view.title.text() == "March 2026"
    choose(schedule, "period", "One year")
    assert schedule.view.title.text() == "2026"
    assert schedule.view.list.rows.rowCount() == 3
    choose(schedule, "state", "Moved to another day")
    assert [line.id for line in schedule.view.list.rows.rows] == [training.sessions[1]]
    choose(schedule, "state", "In any state")
    choose(schedule, "period", "One month")
    assert schedule.view.title.text() == "March 2026"
    assert schedule.view.list.rows.rowCount() == 2
    schedule.view.after.click()
    assert schedule.view.list.rows.rowCount() == 1


def test_what_only_the_list_can_be_asked_for_leaves_the_week_alone(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    schedule.show_list()
    choose(schedule, "kind", "Fair")
    assert schedule.view.list.rows.rowCount() == 0
    assert not schedule.view.is_empty
    schedule.show_week()
    assert len(schedule.view.week.lines) == 1


def test_what_is_typed_in_the_list_is_looked_for(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db)
    other = a_training(db, module="M2")
    schedule = page()
    schedule.show_list()
    qtbot.keyClick(schedule.view.list, "b")
    qtbot.keyClicks(QApplication.focusWidget(), "usi")
    qtbot.waitUntil(lambda: [line.id for line in schedule.view.list.rows.rows] == list(other.sessions))


def test_a_restart_finds_the_view_and_what_was_asked_for(page: Page, db: Database, tmp_path: Path) -> None:
    two_trainers(db)
    before = page(preferences=Preferences(tmp_path))
    choose(before, "trainer", "KAYITESI Eric")
    before.show_list()
    choose(before, "period", "One quarter")
    before.show_month()
    after = page(preferences=Preferences(tmp_path))
    assert after.view.mode == "month"
    assert after.view.filters.trainer.currentText() == "KAYITESI Eric"
    assert [line.trainers for line in after.view.month.shown.lines] == ["KAYITESI Eric"]
    assert after.view.filters.span == Span.QUARTER


def test_kept_values_that_make_no_sense_ask_for_all(page: Page, db: Database, tmp_path: Path) -> None:
    a_training(db)
    preferences = Preferences(tmp_path)
    preferences.keep("schedule", {"view": "century", "trainer": "x", "kind": 3, "span": "age"})
    schedule = page(preferences=preferences)
    assert schedule.view.mode == "week"
    assert schedule.view.filters.wanted.is_all
    assert len(schedule.view.week.lines) == 1


# ---- what stands around ------------------------------------------------------------------------------------------


def test_the_table_of_sessions_keeps_the_rules_of_models(page: Page, db: Database, qtmodeltester: ModelTester) -> None:
    a_training(db, days=2)
    schedule = page()
    schedule.show_list()
    qtmodeltester.check(schedule.view.list.model())


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
@pytest.mark.parametrize("mode", ["day", "week", "month", "list"])
def test_every_view_fits_the_smallest_window(page: Page, db: Database, language: str, mode: str) -> None:
    two_trainers(db)
    switch_language(language)
    schedule = page()
    schedule.show_as(mode)
    QApplication.processEvents()
    assert schedule.minimumSizeHint().width() <= 1024 - 56
    assert schedule.minimumSizeHint().height() <= 540 - 72


def test_nothing_of_the_page_stays_when_it_is_closed(db: Database, work: Work, qtbot: QtBot) -> None:
    a_training(db)
    schedule = ScheduleScreen(work)
    gone: list[bool] = []
    schedule.destroyed.connect(lambda: gone.append(True))
    schedule.show()
    for mode in ("month", "list", "day", "week"):
        schedule.show_as(mode)
    schedule.close()
    schedule.deleteLater()
    del schedule
    qtbot.waitUntil(lambda: gone == [True])


def test_text_twice_as_large_leaves_room_for_a_session_in_each_day(
    page: Page, db: Database, qapp: QApplication
) -> None:
    a_training(db)
    schedule = page()
    theme.apply(qapp, "light", 200)
    try:
        schedule.show_month()
        QApplication.processEvents()
        (line,) = [button for button in schedule.view.month.grid.lines if button.isVisible()]
        assert line.height() >= theme.scaled(theme.CAPTION)
    finally:
        theme.apply(qapp, "light")


def test_large_text_leaves_the_room_of_the_filters_to_the_list_until_they_are_asked_for(
    page: Page, db: Database, qapp: QApplication
) -> None:
    a_training(db)
    schedule = page()
    schedule.show_list()
    assert schedule.view.filters.trainer.isVisible()
    theme.apply(qapp, "light", 200)
    try:
        schedule.resize(1134, 600)
        assert not schedule.view.filters.trainer.isVisible()
        assert schedule.view.filters.period.isVisible()
        schedule.does()["find"]()
        assert schedule.view.filters.trainer.isVisible()
    finally:
        theme.apply(qapp, "light")


# ---- papers ------------------------------------------------------------------------------------------------------


def saved(qtbot: QtBot, schedule: ScheduleScreen, file: Path) -> str:
    schedule.maker.ask_path = lambda _window, _name: file
    with qtbot.waitSignal(schedule.told):
        schedule.make_paper(file.suffix)
    return file.read_text("utf-8-sig")


def test_what_is_shown_is_saved_and_nothing_else(page: Page, db: Database, qtbot: QtBot, tmp_path: Path) -> None:
    two_trainers(db)
    a_training(db, first_day=date(2026, 4, 1))
    schedule = page()
    schedule.show_month()
    choose(schedule, "trainer", "UMUTONI Rose")
    text = saved(qtbot, schedule, tmp_path / "march.csv")
    assert text.count("UMUTONI Rose") == 1
    assert "KAYITESI" not in text
    choose(schedule, "trainer", "All trainers")
    text = saved(qtbot, schedule, tmp_path / "all.csv")
    assert "KAYITESI" in text
    assert "01/04/2026" not in text  # the month shows whole weeks, its paper the month


def test_an_empty_month_says_that_there_is_nothing_to_print(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db)
    schedule = page(date(2026, 5, 1))
    schedule.show_month()
    with qtbot.waitSignal(schedule.told) as told:
        schedule.does()["print"]()
    assert told.args[0].words() == "No session is shown: there is nothing to print."


def test_each_view_is_chosen_by_mouse_and_shows_the_days_that_were_in_front(page: Page, db: Database) -> None:
    a_training(db)
    made = page()
    for mode in (MONTH, LIST, DAY, MONTH, WEEK, LIST, MONTH):
        made.view.modes.buttons[[key for key, _words in MODES].index(mode)].click()
        first, last = made.view.days
        assert first <= FIRST_DAY <= last
