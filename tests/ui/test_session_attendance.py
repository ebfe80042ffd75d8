"""The register is taken by keys, like a spreadsheet, and every key is kept at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ATraining, a_person, a_training
from tests.ui import session_screens
from trainer_app.db.database import Database
from trainer_app.domain.attendance import GLYPHS, KEYS, LETTERS, Status
from trainer_app.domain.groups import Role
from trainer_app.i18n import label
from trainer_app.services import attendance, groups
from trainer_app.ui import theme
from trainer_app.ui.models.register import Lead
from trainer_app.ui.screens.session.attendance import AttendanceTab
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.status_grid import StatusGrid
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes

P, A, L, E = Status
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Keys = Qt.Key


class Register:
    """A session on screen, and what a test wants to know of it."""

    def __init__(self, screen: SessionScreen, training: ATraining) -> None:
        self.screen = screen
        self.training = training
        self.told: list[tuple[str, bool]] = []
        screen.finished.connect(self._hear)

    def _hear(self, text: str, undo: bool) -> None:
        self.told.append((text, undo))

    @property
    def tab(self) -> AttendanceTab:
        page = self.screen.pages["attendance"]
        assert isinstance(page, AttendanceTab)
        return page

    @property
    def grid(self) -> StatusGrid:
        return self.tab.grid

    @property
    def at(self) -> tuple[int, int]:
        """Line and day that are current."""
        index = self.grid.currentIndex()
        return index.row(), index.column() - self.grid.register.register_days.start

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.grid, key, modifier)

    def type(self, text: str) -> None:
        """What any keyboard sends for a character: no key of our own, only its text."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(self.grid, event)

    def statuses(self, day: int = 0) -> list[Status | None]:
        """As kept in the file, from the first person to the last."""
        found = self.screen.work.read(attendance.register, self.training.id, "en")
        return [line.cells[day].status for line in found.lines]

    def shown(self, line: int, day: int = 0) -> str:
        grid = self.grid
        return grid.register.index(line, grid.register.register_days.start + day).data()

    def go(self, line: int, day: int = 0) -> None:
        self.grid.go_to(line, self.grid.register.register_days.start + day)

    @property
    def totals(self) -> str:
        return self.tab.totals.words.text()


def opened(qtbot: QtBot, work: Work, training: ATraining, day: int = 0, today: date | None = None) -> Register:
    return Register(session_screens.opened(qtbot, work, training, day=day, today=today), training)


@pytest.fixture
def register(qtbot: QtBot, db: Database, work: Work) -> Register:
    """Three people on the first of three days."""
    return opened(qtbot, work, a_training(db, people=3, days=3))


@pytest.fixture
def clipboard() -> Iterator[object]:
    found = QGuiApplication.clipboard()
    yield found
    found.clear()


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


# ---- people who walk in -------------------------------------------------------------------------------------------


def walk_in(qtbot: QtBot, register: Register) -> QDialog:
    register.press(Keys.Key_Insert)
    dialog = register.screen.findChild(QDialog, "dlgWalkIn")
    qtbot.waitUntil(dialog.name.hasFocus)
    return dialog


def test_somebody_new_is_added_present_with_four_keys(qtbot: QtBot, register: Register) -> None:
    walk_in(qtbot, register)
    QTest.keyClicks(QApplication.focusWidget(), "KAYIRANGA Paul")
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_M)
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "0788123456")
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Return)
    line = register.grid.register.lines[-1]
    assert (line.name, line.sex, line.phone, line.number) == ("KAYIRANGA Paul", "M", "+250788123456", "4")
    assert register.statuses() == [None, None, None, P]
    assert register.at == (3, 0)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is register.grid)


def test_somebody_known_is_proposed_and_not_written_twice(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3)
    known = a_person(db, "NTAGANDA Félix", phone="+250700999111")
    register = opened(qtbot, work, training)
    dialog = walk_in(qtbot, register)
    line = QApplication.focusWidget()
    QTest.keyClicks(line, "felix")
    qtbot.waitUntil(lambda: line.is_proposing)
    QTest.keyClick(line, Keys.Key_Down)
    QTest.keyClick(line, Keys.Key_Return)
    assert not dialog.isVisible()
    assert register.grid.register.lines[-1].person_id == known
    assert register.statuses()[-1] is P


def test_the_same_phone_proposes_who_has_it(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3)
    known = a_person(db, "NTAGANDA Félix", phone="+250788999111")
    register = opened(qtbot, work, training)
    dialog = walk_in(qtbot, register)
    QTest.keyClicks(QApplication.focusWidget(), "Somebody Else")
    dialog.phone.setFocus()
    QTest.keyClicks(dialog.phone, "0788999111")
    qtbot.waitUntil(dialog.alike.isVisible)
    assert "NTAGANDA Félix" in dialog.alike.texts[0]
    dialog.alike.lines[0].link.linkActivated.emit("open")
    assert register.grid.register.lines[-1].person_id == known


def test_a_phone_that_is_none_keeps_the_window_open(qtbot: QtBot, register: Register) -> None:
    dialog = walk_in(qtbot, register)
    QTest.keyClicks(QApplication.focusWidget(), "KAYIRANGA Paul")
    dialog.phone.setText("123")
    QTest.keyClick(dialog.phone, Keys.Key_Return)
    assert dialog.isVisible()
    assert "10 digits" in dialog.form.fields["phone"].error.text()
    assert len(register.statuses()) == 3


def test_a_cancelled_walk_in_changes_nothing_and_the_window_is_freed(qtbot: QtBot, register: Register) -> None:
    dialog = walk_in(qtbot, register)
    QTest.keyClick(dialog, Keys.Key_Escape)
    qtbot.waitUntil(lambda: register.screen.findChild(QDialog, "dlgWalkIn") is None)
    assert len(register.statuses()) == 3


# ---- copy and paste -----------------------------------------------------------------------------------------------


def test_a_sheet_of_forty_people_and_three_days_is_pasted_as_one_gesture(
    qtbot: QtBot, db: Database, work: Work, clipboard: object
) -> None:
    training = a_training(db, people=40, days=3)
    register = opened(qtbot, work, training, today=training.first_day + timedelta(days=2))
    codes = (("P", "oui", "1"), ("A", "non", "0"), ("L", "r", "k"), ("E", "j", "u"))
    rows = [(str(number), *codes[number % 4]) for number in range(1, 41)]
    clipboard.setText("\n".join("\t".join(row) for row in rows))
    register.press(Keys.Key_V, CONTROL)
    wanted = [(P, A, L, E)[number % 4] for number in range(1, 41)]
    assert [register.statuses(day) for day in range(3)] == [wanted] * 3
    assert register.told[-1] == ("120 marks pasted.", True)
    work.undo()
    assert [register.statuses(day) for day in range(3)] == [[None] * 40] * 3


def test_what_is_not_understood_is_listed_before_anything_is_written(
    qtbot: QtBot, register: Register, clipboard: object
) -> None:
    clipboard.setText("1\tP\n2\tZZ\n99\tA")
    register.press(Keys.Key_V, CONTROL)
    dialog = register.screen.findChild(QDialog, "dlgPaste")
    assert [one.text for one in dialog.list.rows.rows] == ["ZZ", "99"]
    assert register.statuses() == [None] * 3
    dialog.paste_button.click()
    assert register.statuses() == [P, None, None]


def test_what_is_copied_is_pasted_as_it_was(qtbot: QtBot, db: Database, work: Work, clipboard: object) -> None:
    training = a_training(db, people=4, days=2)
    register = opened(qtbot, work, training, today=training.first_day + timedelta(days=1))
    register.type("pale")
    for _line in range(3):
        register.press(Keys.Key_Up, SHIFT)
    register.press(Keys.Key_C, CONTROL)
    assert clipboard.text() == "P\nA\nL\nE"
    register.go(0, 1)
    register.press(Keys.Key_V, CONTROL)
    assert register.statuses(1) == [P, A, L, E]


# ---- looks --------------------------------------------------------------------------------------------------------


def test_the_model_keeps_qt_s_rules(register: Register) -> None:
    tester = QAbstractItemModelTester(
        register.grid.register, QAbstractItemModelTester.FailureReportingMode.Fatal, register.grid
    )
    register.type("pa")
    register.tab.absent.entered.emit(("3",))
    assert tester.model() is register.grid.register


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_the_current_cell_keeps_its_colour_sign_and_letter(
    qapp: QApplication, register: Register, tokens: theme.Tokens
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
    register = opened(qtbot, work, a_training(db, people=3, days=12))
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
