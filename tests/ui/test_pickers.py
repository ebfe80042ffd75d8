"""Typing ahead: a place and a person found by a few letters, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_person
from trainer_app.db.database import Database
from trainer_app.services import people, places
from trainer_app.ui.widgets.person_picker import PersonPicker
from trainer_app.ui.widgets.place_picker import PlacePicker
from trainer_app.ui.work import Work


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(400, 400)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, window: QWidget, *widgets: QWidget) -> None:
    for widget in widgets:
        window.layout().addWidget(widget)
    window.show()
    window.activateWindow()
    widgets[0].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def test_a_few_letters_and_enter_choose_a_place(window: QWidget, work: Work, qtbot: QtBot) -> None:
    picker = PlacePicker(window, "place", work)
    shown(qtbot, window, picker)
    qtbot.keyClicks(picker, "base rul")
    with qtbot.waitSignal(picker.changed):
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.text() == "Base, Rulindo"
    assert work.read(places.path, picker.value) == "Base, Rulindo"
    assert not picker.is_proposing


def test_proposals_come_by_themselves_and_down_chooses_the_second(window: QWidget, work: Work, qtbot: QtBot) -> None:
    picker = PlacePicker(window, "place", work)
    shown(qtbot, window, picker)
    qtbot.keyClicks(picker, "base")
    qtbot.waitUntil(lambda: picker.is_proposing)
    second = picker.proposals.model().index(1, 0).data()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.text() == second


def test_words_that_are_no_place_are_wrong_and_stay(window: QWidget, work: Work, qtbot: QtBot) -> None:
    picker = PlacePicker(window, "place", work)
    shown(qtbot, window, picker, QLineEdit(window))
    qtbot.keyClicks(picker, "Atlantis")
    qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert picker.is_wrong
    assert picker.text() == "Atlantis"


def test_leaving_the_line_takes_a_place_typed_in_full(window: QWidget, work: Work, qtbot: QtBot) -> None:
    picker = PlacePicker(window, "place", work)
    shown(qtbot, window, picker, QLineEdit(window))
    qtbot.keyClicks(picker, "base, rulindo")
    qtbot.keyClick(picker, Qt.Key.Key_Tab)
    assert picker.text() == "Base, Rulindo"
    assert not picker.is_wrong


def test_typing_over_a_place_forgets_it(window: QWidget, work: Work, qtbot: QtBot) -> None:
    picker = PlacePicker(window, "place", work)
    shown(qtbot, window, picker)
    picker.set_value(work.read(places.one, "Base, Rulindo"))
    qtbot.keyClick(picker, Qt.Key.Key_Backspace)
    assert picker.value is None


def test_enter_adds_a_person_and_a_press_removes_them(window: QWidget, db: Database, work: Work, qtbot: QtBot) -> None:
    theogene = a_person(db, "NIYONZIMA Théogène")
    picker = PersonPicker(window, "trainers", work)
    shown(qtbot, window, picker)
    qtbot.keyClicks(picker.line, "theo")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value == (theogene,)
    assert picker.line.text() == ""
    picker.chips[0].button.click()
    assert picker.value == ()


def test_a_name_nobody_has_becomes_a_person(window: QWidget, work: Work, qtbot: QtBot) -> None:
    picker = PersonPicker(window, "trainers", work)
    shown(qtbot, window, picker)
    qtbot.keyClicks(picker.line, "UMUTONI Rose")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert [line.name for line in work.read(people.people)] == ["UMUTONI Rose"]
    assert picker.value == tuple(line.id for line in work.read(people.people))


def test_leaving_the_line_adds_nobody(window: QWidget, work: Work, qtbot: QtBot) -> None:
    picker = PersonPicker(window, "trainers", work)
    shown(qtbot, window, picker, QLineEdit(window))
    qtbot.keyClicks(picker.line, "UMU")
    qtbot.keyClick(picker.line, Qt.Key.Key_Tab)
    assert picker.value == ()
    assert work.read(people.people) == ()
