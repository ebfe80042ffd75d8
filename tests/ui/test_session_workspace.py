"""One session in one place: tabs, other sessions, notes that keep themselves, a plan to read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ATraining, a_training
from tests.ui.session_screens import opened
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.trainings import SessionNotes
from trainer_app.i18n import label
from trainer_app.paths import resources
from trainer_app.services import attendance, sessions, trainings
from trainer_app.ui import theme
from trainer_app.ui import tokens as ui_tokens
from trainer_app.ui.screens.session import notes
from trainer_app.ui.screens.session.notes import NotesTab
from trainer_app.ui.screens.session.plan import PlanTab
from trainer_app.ui.screens.session.workspace import TABS, SessionScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=3)


@pytest.fixture
def screen(qtbot: QtBot, work: Work, training: ATraining) -> SessionScreen:
    return opened(qtbot, work, training, day=1)


def test_the_head_says_which_session_it_is(screen: SessionScreen) -> None:
    assert screen.heading() == "Cooperative governance – day 2/3"
    assert screen.context() == "COOP Twisungane, Base hall, 10/03/2026"


def test_ctrl_tab_goes_round_the_tabs_and_the_keyboard_goes_along(screen: SessionScreen) -> None:
    names = list(TABS)
    start = names.index("attendance")
    for step in range(1, len(names) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, CONTROL)
        assert screen.page is screen.pages[names[(start + step) % len(names)]]
        assert QApplication.focusWidget() is screen.page.first_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, CONTROL | SHIFT)
    assert screen.page is screen.pages[names[start - 1]]


def test_another_session_of_the_training_is_one_choice_away(screen: SessionScreen, training: ATraining) -> None:
    assert [screen.picker.itemText(n) for n in range(screen.picker.count())] == [
        "Day 1, 09/03/2026",
        "Day 2, 10/03/2026",
        "Day 3, 11/03/2026",
    ]
    screen.picker.chosen.emit(training.sessions[0])
    assert screen.heading().endswith("day 1/3")
    page = screen.pages["attendance"]
    assert page.grid.currentIndex().column() == page.grid.register.own_column
    assert page.grid.register.day_of(page.grid.register.own_column).session_id == training.sessions[0]


def test_another_page_can_ask_for_a_tab(screen: SessionScreen, training: ATraining) -> None:
    screen.arrive((training.sessions[2], "plan"))
    assert screen.page is screen.pages["plan"]
    assert screen.heading().endswith("day 3/3")


def test_a_session_that_was_taken_out_leads_to_the_schedule(
    qtbot: QtBot, screen: SessionScreen, work: Work, training: ATraining
) -> None:
    with qtbot.waitSignal(screen.go) as went:
        work.change(label("Take out"), trainings.remove_session, training.sessions[1])
    assert went.args == ["schedule", None]


def test_a_moved_session_says_its_new_day(screen: SessionScreen, work: Work, training: ATraining) -> None:
    line = work.read(sessions.one, training.sessions[1], "en")
    day = line.day + timedelta(days=7)
    work.change(label("Move"), trainings.move_session, line.id, day, line.starts, line.ends)
    assert "17/03/2026" in screen.context()


def test_marks_made_elsewhere_are_seen_when_the_tab_comes_back(
    screen: SessionScreen, work: Work, training: ATraining
) -> None:
    screen.choose_tab("notes")
    day = training.first_day + timedelta(days=1)
    work.change(label("Mark"), attendance.mark, training.sessions[1], training.people[0], Status.LATE, day)
    screen.choose_tab("attendance")
    grid = screen.pages["attendance"].grid
    assert grid.register.index(0, grid.register.own_column).data() == "◔ L"


def test_find_opens_where_there_is_something_to_find(screen: SessionScreen) -> None:
    assert "find" in screen.does()
    screen.choose_tab("notes")
    assert "find" not in screen.does()


def test_the_language_changes_all_of_it(qtbot: QtBot, screen: SessionScreen) -> None:
    switch_language("fr")
    try:
        QApplication.processEvents()
        assert screen.tabs.count() == len(TABS)
        assert screen.heading()
        screen.choose_tab("plan")
    finally:
        switch_language("en")


def test_each_tab_has_its_own_help_and_keys(screen: SessionScreen) -> None:
    pages = set()
    for name in TABS:
        screen.choose_tab(name)
        assert (resources() / "help" / "en" / f"{screen.HELP}.md").is_file()
        pages.add(screen.KEYS)
    assert len(pages) == len(TABS)


@pytest.mark.parametrize("name", TABS)
def test_whatever_takes_the_keyboard_has_a_name_to_be_heard(screen: SessionScreen, name: str) -> None:
    screen.choose_tab(name)
    found = [w for w in screen.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in found
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        and not isinstance(widget, QScrollBar)
    ]
    assert not nameless


@pytest.mark.parametrize("name", TABS)
def test_tab_goes_round_every_part_and_is_never_caught(screen: SessionScreen, name: str) -> None:
    screen.choose_tab(name)
    seen = []
    for _press in range(80):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert screen.page.first_focus() in seen
    assert screen.picker in seen


# ---- notes --------------------------------------------------------------------------------------------------------


@pytest.fixture
def notes_tab(screen: SessionScreen) -> NotesTab:
    screen.choose_tab("notes")
    page = screen.page
    assert isinstance(page, NotesTab)
    return page


def kept(work: Work, training: ATraining) -> SessionNotes:
    return work.read(sessions.notes, training.sessions[1])


def test_a_note_is_kept_when_its_field_is_left(notes_tab: NotesTab, work: Work, training: ATraining) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "Role play")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert kept(work, training) == SessionNotes(worked="Role play")
    assert QApplication.focusWidget() is notes_tab.notes["problems"].box


def test_a_note_is_kept_two_seconds_after_the_last_key(
    qtbot: QtBot, notes_tab: NotesTab, work: Work, training: ATraining
) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "Rain")
    assert kept(work, training) == SessionNotes()
    qtbot.waitUntil(lambda: kept(work, training) == SessionNotes(worked="Rain"), timeout=notes.PAUSE + 3000)


def test_each_field_is_one_gesture_to_undo(notes_tab: NotesTab, work: Work, training: ATraining) -> None:
    for name, words in (("worked", "Role play"), ("problems", "No chalk")):
        notes_tab.notes[name].box.setFocus()
        QTest.keyClicks(notes_tab.notes[name].box, words)
        notes_tab.notes[name].finish()
    work.undo()
    assert kept(work, training) == SessionNotes(worked="Role play")
    assert notes_tab.notes["problems"].box.toPlainText() == ""


def test_what_is_typed_stays_when_another_note_comes_in(notes_tab: NotesTab, work: Work, training: ATraining) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "Half a sent")
    work.change(label("Note"), sessions.write_notes, training.sessions[1], SessionNotes(problems="No chalk"))
    assert notes_tab.notes["worked"].box.toPlainText() == "Half a sent"
    assert notes_tab.notes["problems"].box.toPlainText() == "No chalk"
    notes_tab.leave()
    assert kept(work, training) == SessionNotes(worked="Half a sent", problems="No chalk")


def test_notes_are_kept_before_another_session_is_shown(
    screen: SessionScreen, notes_tab: NotesTab, work: Work, training: ATraining
) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "Role play")
    screen.arrive(training.sessions[0])
    assert kept(work, training) == SessionNotes(worked="Role play")
    assert notes_tab.notes["worked"].box.toPlainText() == ""


def test_notes_are_kept_when_the_tab_is_left(
    screen: SessionScreen, notes_tab: NotesTab, work: Work, training: ATraining
) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "Role play")
    screen.choose_tab("plan")
    assert kept(work, training) == SessionNotes(worked="Role play")


# ---- plan ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def plan(screen: SessionScreen) -> PlanTab:
    screen.choose_tab("plan")
    page = screen.page
    assert isinstance(page, PlanTab)
    return page


def test_the_plan_has_every_unit_with_steps_materials_and_objectives(plan: PlanTab) -> None:
    words = plan.page.toPlainText()
    assert [unit.code for unit in plan.units] == sorted(unit.code for unit in plan.units)
    assert len(plan.units) > 1
    for unit in plan.units:
        for text in (unit.title, unit.materials, *unit.objectives, *(step.title for step in unit.steps)):
            assert text.replace("\u00a0", " ") in words.replace("\u00a0", " ")
        assert f"{unit.steps[0].minutes} min" in words


def test_a_handout_is_one_press_away(qtbot: QtBot, screen: SessionScreen, plan: PlanTab) -> None:
    code = plan.units[0].handout_code
    with qtbot.waitSignal(screen.go) as went:
        plan.page.anchorClicked.emit(QUrl(f"handout:{code}"))
    assert went.args == ["handout", code]
    assert f'href="handout:{code}"' in plan.page.toHtml()


def test_the_plan_follows_the_language(qtbot: QtBot, plan: PlanTab) -> None:
    before = plan.units[0].title
    switch_language("fr")
    try:
        qtbot.waitUntil(lambda: plan.units[0].title != before)
        assert plan.units[0].title in plan.page.toPlainText()
    finally:
        switch_language("en")


def test_the_plan_stays_readable_when_the_theme_changes(qapp: QApplication, plan: PlanTab) -> None:
    theme.apply(qapp, "dark")
    try:
        QApplication.processEvents()
        assert ui_tokens.DARK.primary.lower() in plan.page.toHtml().lower()
    finally:
        theme.apply(qapp, "light")
