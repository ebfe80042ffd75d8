"""Absent numbers, days to come, totals, remarks, names to find: what stands around the marks."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_person, a_training
from tests.ui.register_screen import CONTROL, A, E, Keys, L, P, Register, opened
from trainer_app.db.database import Database
from trainer_app.domain.groups import Role
from trainer_app.i18n import label
from trainer_app.services import attendance, groups
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes


@pytest.fixture
def register(qtbot: QtBot, db: Database, work: Work) -> Register:
    """Three people on the first of three days."""
    return opened(qtbot, work, a_training(db, people=3, days=3))


def absent_box(register: Register, text: str) -> QLineEdit:
    register.press(Keys.Key_G, CONTROL)
    box = QApplication.focusWidget()
    assert box.objectName() == "edAbsentNos"
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Keys.Key_Return)
    return box


def test_the_numbers_of_the_absent_mark_everybody(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=40))
    absent_box(register, "7, 12 23;31")
    wanted = [A if number in (7, 12, 23, 31) else P for number in range(1, 41)]
    assert register.statuses() == wanted
    assert register.told == [("36 present, 4 absent.", True)]
    assert QApplication.focusWidget() is register.grid


def test_late_and_excused_stand_when_the_absent_are_told(register: Register) -> None:
    register.type("le")
    absent_box(register, "1 3")
    assert register.statuses() == [L, E, A]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2, 99", "Not on the register: 99."),
        ("2, x", "“x” is not a number."),
        ("", "Write the numbers of those who are absent."),
    ],
)
def test_a_wrong_number_is_said_beside_the_box_and_nothing_changes(register: Register, text: str, reason: str) -> None:
    box = absent_box(register, text)
    assert register.tab.absent.error.text() == reason
    assert register.tab.absent.error.isVisible()
    assert box.text() == text
    assert QApplication.focusWidget() is box
    assert register.statuses() == [None] * 3


def test_escape_leads_back_from_the_box(register: Register) -> None:
    box = absent_box(register, "99")
    QTest.keyClick(box, Keys.Key_Escape)
    assert QApplication.focusWidget() is register.grid
    assert not register.tab.absent.error.isVisible()


def test_a_day_to_come_refuses_marks_with_the_reason(qtbot: QtBot, register: Register) -> None:
    register.go(0, 2)
    with qtbot.captureExceptions() as refusals:
        register.press(Keys.Key_P)
    assert "11/03/2026" in str(refusals[0][1])
    assert register.statuses(2) == [None] * 3
    assert register.at == (0, 2)


def test_totals_follow_every_key(register: Register) -> None:
    assert register.totals == "P 0 (F 0 M 0)  A 0  L 0  E 0  unmarked 3"
    register.type("pal")
    assert register.totals == "P 1 (F 1 M 0)  A 1  L 1  E 0  unmarked 0"


def test_totals_name_the_day_when_it_is_not_the_session_s_own(register: Register) -> None:
    register.go(0, 1)
    assert register.totals.startswith("d2 10/03:")


def test_undo_moves_nothing(register: Register, work: Work) -> None:
    register.type("pp")
    register.go(1, 1)
    work.undo()
    assert register.at == (1, 1)
    assert [register.shown(line) for line in range(3)] == ["✓ P", "·", "·"]


def test_each_mark_is_called_by_its_name_beside_undo(register: Register, work: Work) -> None:
    register.press(Keys.Key_A)
    name = register.grid.register.lines[0].name
    assert work.undo_label() == label("Mark {name} absent", name=name)


def test_a_mark_given_again_is_no_gesture(register: Register, work: Work) -> None:
    register.type("pa")
    register.go(0)
    register.press(Keys.Key_P)
    assert work.undo_label().message == "Mark {name} absent"


def test_a_remark_is_written_beside_the_mark_and_one_is_back(qtbot: QtBot, register: Register) -> None:
    register.press(Keys.Key_A)
    register.go(0)
    register.press(Keys.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "sick child")
    QTest.keyClick(editor, Keys.Key_Return)
    qtbot.waitUntil(register.grid.hasFocus)
    found = register.screen.work.read(attendance.register, register.training.id, "en")
    assert found.lines[0].cells[0].note == "sick child"
    assert register.at == (0, 0)
    assert QApplication.focusWidget() is register.grid


def test_a_name_is_found_with_a_few_letters(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=40))
    register.type("/")
    box = QApplication.focusWidget()
    assert box.objectName() == "edFindName"
    QTest.keyClicks(box, "theo")
    line = register.at[0]
    assert "Théogène" in register.grid.register.lines[line].name
    QTest.keyClick(box, Keys.Key_Down)
    assert "Théogène" in register.grid.register.lines[register.at[0]].name
    assert register.at[0] != line
    QTest.keyClick(box, Keys.Key_Return)
    assert QApplication.focusWidget() is register.grid
    assert register.statuses() == [None] * 40


def test_tab_leaves_the_grid(register: Register) -> None:
    assert not register.grid.tabKeyNavigation()
    assert not register.grid.frozen.tabKeyNavigation()
    register.press(Keys.Key_Tab)
    assert QApplication.focusWidget() is not register.grid


def test_every_cell_says_person_day_and_mark(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3, days=3)
    register = opened(qtbot, work, training, today=training.first_day + timedelta(days=1))
    role = Qt.ItemDataRole.AccessibleTextRole
    shown = register.grid.register
    name = shown.lines[0].name
    day = shown.register_days.start
    assert shown.index(0, day + 1).data(role) == f"{name}, day 2, 10 March, unmarked"
    register.press(Keys.Key_L)
    assert shown.index(0, day).data(role) == f"{name}, day 1, 9 March, late"
    assert shown.index(0, day + 2).data(role).endswith("not to be marked before that day")
    assert all(
        shown.index(1, column).data(role).startswith(shown.lines[1].name) for column in range(shown.columnCount())
    )


def test_a_screen_reader_is_given_the_mark(register: Register) -> None:
    table = QAccessible.queryAccessibleInterface(register.grid)
    texts = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert any("day 1, 9 March, unmarked" in text for text in texts)


def test_a_late_edit_is_kept_and_shown(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3)
    register = opened(qtbot, work, training, today=training.first_day + timedelta(days=3))
    register.press(Keys.Key_P)
    shown = register.grid.register
    assert shown.cell(0, shown.own_column).edited_late
    assert "edited late" in shown.index(0, shown.own_column).data(Qt.ItemDataRole.AccessibleTextRole)


def test_members_who_joined_since_are_proposed(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3)
    for name in ("KAYIRANGA Paul", "UMUTONI Grace"):
        person = a_person(db, name)
        with db.changing(label("Join")) as s:
            groups.add_member(s, training.group, person, Role.MEMBER)
    register = opened(qtbot, work, training)
    assert register.tab.joiners.isVisible()
    assert register.tab.joiners.words.text() == "2 members joined the group since."
    register.tab.joiners.button.click()
    assert len(register.statuses()) == 5
    assert register.tab.joiners.isHidden()
    assert register.at == (0, 0)


def test_nobody_on_the_register_offers_to_add_somebody(qtbot: QtBot, db: Database, work: Work) -> None:
    register = opened(qtbot, work, a_training(db, people=0))
    empty = register.tab.table.empty
    assert empty.isVisible()
    empty.buttons[0].click()
    assert register.screen.findChild(QDialog, "dlgWalkIn").isVisible()
