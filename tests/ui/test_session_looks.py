"""What is seen of a register: colours, frozen names, widths, buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_training
from tests.ui.register_screen import A, Keys, L, P, Register, opened
from trainer_app.db.database import Database
from trainer_app.domain.attendance import GLYPHS, LETTERS
from trainer_app.ui import theme
from trainer_app.ui import tokens as ui_tokens
from trainer_app.ui.models.register import Lead
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes


@pytest.fixture
def register(qtbot: QtBot, db: Database, work: Work) -> Register:
    """Three people on the first of three days."""
    return opened(qtbot, work, a_training(db, people=3, days=3))


def test_the_model_keeps_qt_s_rules(register: Register) -> None:
    tester = QAbstractItemModelTester(
        register.grid.register, QAbstractItemModelTester.FailureReportingMode.Fatal, register.grid
    )
    register.type("pa")
    register.tab.absent.entered.emit(("3",))
    assert tester.model() is register.grid.register


@pytest.mark.parametrize("tokens", [ui_tokens.LIGHT, ui_tokens.DARK], ids=["light", "dark"])
def test_the_current_cell_keeps_its_colour_sign_and_letter(
    qapp: QApplication, register: Register, tokens: ui_tokens.Tokens
) -> None:
    theme.apply(qapp, tokens.name)
    try:
        register.press(Keys.Key_A)
        register.go(0)
        index = register.grid.currentIndex()
        box = register.grid.visualRect(index)
        image = register.grid.viewport().grab(box).toImage()
        colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
        assert tokens.states[A].fill in colours
        assert tokens.states[A].letter in colours
        assert tokens.focus in colours
        assert register.shown(0) == f"{GLYPHS[A]} {LETTERS[A]}"
    finally:
        theme.apply(qapp, "light")


def test_names_stay_in_sight_when_the_days_are_scrolled(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=3, days=5))
    register.screen.resize(700, 500)
    register.grid.go_to(0, register.grid.register.remark_column)
    assert register.grid.horizontalScrollBar().value() > 0
    at = register.grid.frozen.indexAt(QPoint(register.grid.columnWidth(0) + 5, 5))
    assert (at.row(), at.column()) == (0, Lead.NAME)
    before = register.grid.horizontalScrollBar().value()
    register.grid.go_to(1, Lead.NAME)
    assert register.grid.horizontalScrollBar().value() == before
    register.go(1, 0)
    assert register.grid.visualRect(register.grid.currentIndex()).left() >= register.grid.frozen.width()


def test_a_narrow_window_gives_the_room_of_age_and_phone_to_the_days(register: Register) -> None:
    register.screen.resize(1300, 620)
    assert not register.grid.isColumnHidden(Lead.PHONE)
    register.screen.resize(1037, 500)
    assert register.grid.isColumnHidden(Lead.AGE)
    assert register.grid.isColumnHidden(Lead.PHONE)


def test_five_days_fit_without_scrolling_sideways(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=3, days=5))
    register.screen.resize(1366, 620)
    assert register.grid.horizontalScrollBar().maximum() == 0
    register.screen.resize(1037, 470)
    qtbot.waitUntil(lambda: register.grid.horizontalScrollBar().maximum() == 0)


@pytest.mark.parametrize("language", ["fr", "rw", "en"])
def test_the_language_can_change_while_one_marks(qtbot: QtBot, register: Register, language: str) -> None:
    register.press(Keys.Key_P)
    switch_language(language)
    try:
        QApplication.processEvents()
        register.press(Keys.Key_A)
        assert register.statuses() == [P, A, None]
        assert register.at == (2, 0)
    finally:
        switch_language("en")


def test_the_buttons_below_mark_for_those_with_a_mouse(register: Register) -> None:
    register.tab.totals.buttons[L].click()
    assert register.statuses() == [L, None, None]
    assert QApplication.focusWidget() is register.grid


def test_everything_to_press_is_large_enough_and_has_a_name(register: Register) -> None:
    found = [
        w for w in register.tab.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    pressed = [w for w in found if w.objectName().startswith(("btn", "ed", "att"))]
    assert {w.objectName() for w in pressed} >= {"btnMarkRest", "edAbsentNos", "btnWalkIn", "btnPaste", "attGrid"}
    for widget in pressed:
        assert min(widget.width(), widget.height()) >= theme.TARGET
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_another_group_s_training_shows_its_own_people(qtbot: QtBot, db: Database, work: Work) -> None:
    first, second = a_training(db, people=3), a_training(db, people=5)
    register = opened(qtbot, work, first)
    register.screen.arrive(second.sessions[0])
    assert [line.person_id for line in register.grid.register.lines] == list(second.people)
    assert register.at == (0, 0)
