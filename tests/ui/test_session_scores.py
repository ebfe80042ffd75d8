"""Scores are typed like in a spreadsheet; what is no score stays on screen and is not kept."""

from __future__ import annotations

import gc
import weakref
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ATraining, a_training
from tests.ui.session_screens import answered, opened
from trainer_app.db.database import Database
from trainer_app.db.records import Training
from trainer_app.domain.answers import Tally
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Mark, Phase, ScoreLine, TestPlan, Way
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import follow_up, scores, tallies, test_answers
from trainer_app.ui import theme
from trainer_app.ui.dialogs.tasks_for import TasksForDialog
from trainer_app.ui.dialogs.test_settings import TestSettingsDialog
from trainer_app.ui.models.answer_sheet import AnswerCol
from trainer_app.ui.models.score_sheet import Col
from trainer_app.ui.models.tally_sheet import TallyCol
from trainer_app.ui.screens.session.score_bar import Mode
from trainer_app.ui.screens.session.scores import ScoresTab
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.entry_grid import EntryGrid
from trainer_app.ui.work import Work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has no window sizes
Keys = Qt.Key


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3)


@pytest.fixture
def screen(qtbot: QtBot, work: Work, training: ATraining) -> SessionScreen:
    return opened(qtbot, work, training, "scores")


@pytest.fixture
def tab(screen: SessionScreen) -> ScoresTab:
    page = screen.page
    assert isinstance(page, ScoresTab)
    return page


def type_score(qtbot: QtBot, grid: EntryGrid, text: str, end: Qt.Key = Keys.Key_Return) -> None:
    """Type and end with a key, as a hand does; the grid has the keyboard again afterwards."""
    for character in text:
        QTest.keyClicks(QApplication.focusWidget(), character)
    QTest.keyClick(QApplication.focusWidget(), end)
    qtbot.waitUntil(lambda: grid.state() == EntryGrid.State.NoState)


def at(grid: EntryGrid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def kept(work: Work, training: UUID) -> tuple[ScoreLine, ...]:
    return work.read(scores.sheet, training, "en").lines


def test_the_keyboard_is_at_the_first_pre_test_that_is_missing(tab: ScoresTab) -> None:
    assert QApplication.focusWidget() is tab.grid
    assert at(tab.grid) == (0, Col.PRE)


def test_a_number_and_enter_is_kept_and_goes_down(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    for text in ("7", "4", "10"):
        type_score(qtbot, tab.grid, text)
    assert [line.pre for line in kept(work, training.id)] == [Mark(7), Mark(4), Mark(10)]
    assert at(tab.grid) == (2, Col.PRE)


def test_a_comma_is_a_point(qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining) -> None:
    type_score(qtbot, tab.grid, "7,5")
    type_score(qtbot, tab.grid, "7.5")
    assert [line.pre for line in kept(work, training.id)][:2] == [Mark(7.5), Mark(7.5)]


def test_a_dash_is_did_not_sit(qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining) -> None:
    type_score(qtbot, tab.grid, "-")
    assert kept(work, training.id)[0].pre == Mark(None)
    assert tab.grid.scores.index(0, Col.PRE).data() == "–"
    assert "did not sit" in tab.grid.scores.index(0, Col.PRE).data(Qt.ItemDataRole.AccessibleTextRole)


def test_tab_goes_right_and_leaves_at_the_last_column(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    type_score(qtbot, tab.grid, "4", Keys.Key_Tab)
    assert at(tab.grid) == (0, Col.POST)
    type_score(qtbot, tab.grid, "7", Keys.Key_Tab)
    assert QApplication.focusWidget() is not tab.grid
    line = kept(work, training.id)[0]
    assert (line.pre, line.post, line.gain) == (Mark(4), Mark(7), 3)


def test_tab_without_typing_moves_the_same_way(tab: ScoresTab) -> None:
    QTest.keyClick(tab.grid, Keys.Key_Tab)
    assert at(tab.grid) == (0, Col.POST)
    QTest.keyClick(tab.grid, Keys.Key_Backtab)
    assert at(tab.grid) == (0, Col.PRE)
    QTest.keyClick(tab.grid, Keys.Key_Tab)
    QTest.keyClick(tab.grid, Keys.Key_Tab)
    assert QApplication.focusWidget() is not tab.grid


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("14", "The highest score is 10."),
        ("-3", "A score is never less than 0."),
        ("abc", "Write a number, - for somebody who did not sit the test, or a for somebody who was absent."),
    ],
)
def test_what_is_no_score_stays_on_screen_and_is_not_kept(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining, text: str, reason: str
) -> None:
    type_score(qtbot, tab.grid, text)
    assert tab.grid.scores.index(0, Col.PRE).data() == text
    assert kept(work, training.id)[0].pre is None
    assert tab.reason.text() == reason
    assert tab.reason.isVisible()
    assert at(tab.grid) == (0, Col.PRE)
    assert QApplication.focusWidget() is tab.grid


def test_a_refused_score_has_a_red_border(qtbot: QtBot, tab: ScoresTab) -> None:
    type_score(qtbot, tab.grid, "14")
    box = tab.grid.visualRect(tab.grid.currentIndex())
    image = tab.grid.viewport().grab(box).toImage()
    assert image.pixelColor(1, image.height() // 2) == QColor(theme.tokens().error)


def test_a_score_typed_over_a_refused_one_is_kept_and_the_reason_goes(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    type_score(qtbot, tab.grid, "14")
    type_score(qtbot, tab.grid, "4")
    assert kept(work, training.id)[0].pre == Mark(4)
    assert not tab.reason.isVisible()
    assert at(tab.grid) == (1, Col.PRE)


def test_escape_brings_back_what_was_kept_before_a_refused_score_and_stays_on_the_page(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    type_score(qtbot, tab.grid, "4")
    tab.grid.go_to(0, Col.PRE)
    type_score(qtbot, tab.grid, "14")
    event = QKeyEvent(QEvent.Type.KeyPress, Keys.Key_Escape, Qt.KeyboardModifier.NoModifier)
    tab.grid.keyPressEvent(event)
    assert event.isAccepted()  # else the window takes it and goes back a page
    assert tab.grid.scores.index(0, Col.PRE).data() == "4"
    assert not tab.reason.isVisible()
    assert kept(work, training.id)[0].pre == Mark(4)


def test_escape_where_nothing_was_refused_is_left_to_the_window(tab: ScoresTab) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Keys.Key_Escape, Qt.KeyboardModifier.NoModifier)
    tab.grid.keyPressEvent(event)
    assert not event.isAccepted()


def test_delete_clears_a_score(qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining) -> None:
    type_score(qtbot, tab.grid, "4")
    tab.grid.go_to(0, Col.PRE)
    QTest.keyClick(tab.grid, Keys.Key_Delete)
    assert kept(work, training.id)[0].pre is None


def test_gain_stays_blank_while_one_test_is_missing(qtbot: QtBot, tab: ScoresTab) -> None:
    type_score(qtbot, tab.grid, "4")
    assert tab.grid.scores.index(0, Col.GAIN).data() == ""


def test_means_and_gain_stand_above(qtbot: QtBot, tab: ScoresTab) -> None:
    for pre, post in (("4", "7"), ("5", "9")):
        type_score(qtbot, tab.grid, pre, Keys.Key_Tab)
        type_score(qtbot, tab.grid, post)
        tab.grid.go_to(tab.grid.currentIndex().row(), Col.PRE)
    assert tab.means.text() == "Mean: pre-test 4.5, post-test 8.0, gain +3.5   ·   1 without a post-test"
    assert tab.grid.scores.index(0, Col.GAIN).data() == "+3"


def test_undo_takes_one_score_back_and_moves_nothing(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    for text in ("7", "4"):
        type_score(qtbot, tab.grid, text)
    name = tab.grid.scores.lines[1].name
    assert work.undo_label() == label("Pre-test of {name}", name=name)
    work.undo()
    assert [line.pre for line in kept(work, training.id)] == [Mark(7), None, None]
    assert at(tab.grid) == (2, Col.PRE)


def test_the_highest_score_can_be_another(qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining) -> None:
    tab.maximum.setFocus()
    tab.maximum.selectAll()
    QTest.keyClicks(tab.maximum, "20")
    QTest.keyClick(tab.maximum, Keys.Key_Return)
    assert work.read(scores.sheet, training.id, "en").maximum == 20
    tab.grid.setFocus()
    type_score(qtbot, tab.grid, "14")
    assert kept(work, training.id)[0].pre == Mark(14)


def test_a_highest_score_that_is_none_is_said_beside_the_box(tab: ScoresTab, work: Work, training: ATraining) -> None:
    tab.maximum.setFocus()
    tab.maximum.selectAll()
    QTest.keyClicks(tab.maximum, "ten")
    QTest.keyClick(tab.maximum, Keys.Key_Return)
    assert tab.maximum_error.text() == "Write a number from 1 to 1\u00a0000."
    assert tab.maximum.text() == "ten"
    assert work.read(scores.sheet, training.id, "en").maximum == 10


def test_a_highest_score_below_somebody_s_is_refused(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    type_score(qtbot, tab.grid, "9")
    tab.maximum.setText("5")
    with qtbot.captureExceptions() as refusals:
        tab.maximum.editingFinished.emit()
    assert "9 points" in str(refusals[0][1])
    assert work.read(scores.sheet, training.id, "en").maximum == 10


def test_the_bar_runs_from_a_ring_to_a_full_circle(qtbot: QtBot, tab: ScoresTab) -> None:
    type_score(qtbot, tab.grid, "2", Keys.Key_Tab)
    type_score(qtbot, tab.grid, "8")
    box = tab.grid.visualRect(tab.grid.scores.index(0, Col.BAR))
    image = tab.grid.viewport().grab(box).toImage()
    middle = image.height() // 2
    primary = QColor(theme.tokens().primary)
    track = range(theme.LARGE, image.width() - theme.LARGE)
    coloured = [x for x in track if image.pixelColor(x, middle) == primary]
    share = [(x - theme.LARGE) / len(track) for x in (min(coloured), max(coloured))]
    assert share[0] == pytest.approx(0.2, abs=0.03)
    assert share[1] == pytest.approx(0.8, abs=0.03)


def test_scores_follow_the_language(tab: ScoresTab, qtbot: QtBot) -> None:
    type_score(qtbot, tab.grid, "7.5")
    switch_language("fr")
    try:
        qtbot.waitUntil(lambda: tab.grid.scores.index(0, Col.PRE).data() == "7,5")
    finally:
        switch_language("en")


def test_the_model_keeps_qt_s_rules(qtbot: QtBot, tab: ScoresTab) -> None:
    tester = QAbstractItemModelTester(tab.grid.scores, QAbstractItemModelTester.FailureReportingMode.Fatal, tab.grid)
    type_score(qtbot, tab.grid, "14")
    type_score(qtbot, tab.grid, "7")
    assert tester.model() is tab.grid.scores


# ---- absent, left, later, forms ------------------------------------------------------------------------------------


def spoken(grid: EntryGrid, row: int, column: int) -> str:
    return str(grid.entries.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))


def test_absent_is_kept_apart_from_did_not_sit(qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining) -> None:
    type_score(qtbot, tab.grid, "a")
    type_score(qtbot, tab.grid, "-")
    assert [line.pre for line in kept(work, training.id)][:2] == [Mark(None, absent=True), Mark(None)]
    assert tab.grid.scores.index(0, Col.PRE).data() == "✕ A"
    assert "absent on the day" in spoken(tab.grid, 0, Col.PRE)
    assert "did not sit" in spoken(tab.grid, 1, Col.PRE)
    tab.grid.go_to(0, Col.PRE)
    QTest.keyClick(tab.grid, Keys.Key_F2)
    type_score(qtbot, tab.grid, "")
    assert kept(work, training.id)[0].pre == Mark(None, absent=True)


def test_the_later_test_is_shown_when_asked_for_or_once_somebody_sat_it(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    assert tab.grid.isColumnHidden(Col.LATER)
    tab.bar.mores["later"].trigger()
    assert not tab.grid.isColumnHidden(Col.LATER)
    tab.grid.go_to(0, Col.POST)
    QTest.keyClick(tab.grid, Keys.Key_Tab)
    assert at(tab.grid) == (0, Col.LATER)
    type_score(qtbot, tab.grid, "6")
    assert kept(work, training.id)[0].later == Mark(6)
    tab.bar.mores["later"].trigger()
    assert not tab.grid.isColumnHidden(Col.LATER)
    work.undo()
    assert tab.grid.isColumnHidden(Col.LATER)


def test_forms_are_shown_crossed_and_follow_the_settings(tab: ScoresTab, work: Work, training: ATraining) -> None:
    tab.window().resize(1400, 620)
    assert [tab.grid.scores.index(row, Col.FORM).data() for row in range(3)] == ["A → B", "B → A", "A → B"]
    plan = TestPlan(form="B")
    for phase in (Phase.PRE, Phase.POST):
        work.change(label("Plan"), scores.set_test, training.id, phase, plan)
    assert {tab.grid.scores.index(row, Col.FORM).data() for row in range(3)} == {"B"}


def test_every_cell_says_who_what_and_how_it_stands(qtbot: QtBot, tab: ScoresTab) -> None:
    type_score(qtbot, tab.grid, "7")
    name = tab.grid.scores.lines[0].name
    assert spoken(tab.grid, 0, Col.PRE) == f"{name}, Pre-test: 7"
    for row in range(3):
        for column in Col:
            assert spoken(tab.grid, row, column).startswith(tab.grid.scores.lines[row].name)
    assert spoken(tab.grid, 1, Col.POST).endswith("empty")


def test_how_a_test_is_given_is_asked_and_undone(tab: ScoresTab, work: Work, training: ATraining) -> None:
    def settle(window: QDialog) -> None:
        assert isinstance(window, TestSettingsDialog)
        QTest.keyClick(QApplication.focusWidget(), Keys.Key_Right)
        QTest.keyClick(QApplication.focusWidget(), Keys.Key_Space)
        window.way.choose(Way.CARDS)
        window.maximum.setText("20")
        window.pass_mark.setText("30")
        window.submit()
        assert window.form.fields["pass_mark"].error.text() == "The pass mark lies between 1 and 20."
        window.pass_mark.setText("12,5")
        window.day.set_value(training.first_day)
        window.submit()

    answered(tab.bar.tests[Phase.POST].trigger, settle)
    plan = work.read(scores.test, training.id, Phase.POST).plan
    assert plan == TestPlan("A", Way.CARDS, training.first_day, 20, 12.5)
    assert work.read(scores.test, training.id, Phase.PRE).plan == TestPlan()
    work.undo()
    assert work.read(scores.test, training.id, Phase.POST).plan == TestPlan()


def test_settings_that_say_the_same_write_nothing(tab: ScoresTab, work: Work) -> None:
    before = work.undo_label()
    answered(tab.bar.tests[Phase.PRE].trigger, lambda window: QTest.keyClick(window, Keys.Key_Return))
    assert work.undo_label() == before


# ---- like in a spreadsheet -----------------------------------------------------------------------------------------


def control(grid: EntryGrid, key: Qt.Key) -> None:
    QTest.keyClick(grid, key, Qt.KeyboardModifier.ControlModifier)


def test_a_column_is_pasted_as_one_step_and_what_is_no_score_stays_marked(
    tab: ScoresTab, work: Work, training: ATraining
) -> None:
    told: list[str] = []
    tab.finished.connect(lambda text, undo: told.append(text))
    QGuiApplication.clipboard().setText("4\t7,5\n-\t14\na\t9\n5\t5\n")
    control(tab.grid, Keys.Key_V)
    lines = kept(work, training.id)
    assert [line.pre for line in lines] == [Mark(4), Mark(None), Mark(None, absent=True)]
    assert [line.post for line in lines] == [Mark(7.5), None, Mark(9)]
    assert tab.grid.scores.index(1, Col.POST).data() == "14"
    assert told == ["5 cells pasted. 1 is not kept: it has a red border."]
    assert work.undo_label() == label("Paste scores ({count})", count=5)
    work.undo()
    assert all(line.pre is line.post is None for line in kept(work, training.id))


def test_what_is_copied_is_pasted_as_the_same_and_del_clears_a_range(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    for text in ("4", "-", "a"):
        type_score(qtbot, tab.grid, text)
    tab.grid.go_to(0, Col.PRE)
    for _step in range(2):
        QTest.keyClick(tab.grid, Keys.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    control(tab.grid, Keys.Key_C)
    assert QGuiApplication.clipboard().text() == "4\n–\na"
    tab.grid.go_to(0, Col.POST)
    control(tab.grid, Keys.Key_V)
    assert [line.post for line in kept(work, training.id)] == [line.pre for line in kept(work, training.id)]
    for _step in range(2):
        QTest.keyClick(tab.grid, Keys.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(tab.grid, Keys.Key_Delete)
    assert [line.post for line in kept(work, training.id)] == [None] * 3


def test_ctrl_d_writes_the_cell_above_and_goes_down(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    type_score(qtbot, tab.grid, "6,5")
    control(tab.grid, Keys.Key_D)
    assert [line.pre for line in kept(work, training.id)] == [Mark(6.5), Mark(6.5), None]
    assert at(tab.grid) == (2, Col.PRE)


def test_answers_of_several_are_pasted_as_one_step(tab: ScoresTab, work: Work, training: ATraining) -> None:
    turn(tab, Mode.ANSWERS)
    one, other = key_of(work, training, "A"), key_of(work, training, "B")
    QGuiApplication.clipboard().setText(f"{one}\n{other}\nAB")
    control(tab.answers.grid, Keys.Key_V)
    assert [line.pre for line in kept(work, training.id)] == [Mark(10), Mark(10), None]
    work.undo()
    assert all(line.pre is None for line in kept(work, training.id))


# ---- answers --------------------------------------------------------------------------------------------------------


def turn(tab: ScoresTab, mode: Mode, phase: Phase = Phase.PRE) -> None:
    """By keys: to the segment, and the space bar."""
    for segments, wanted in ((tab.bar.mode, list(Mode).index(mode)), (tab.bar.phase, list(Phase).index(phase))):
        made = segments.buttons[wanted]
        made.setFocus()
        QTest.keyClick(made, Keys.Key_Space)
    tab.first_focus().setFocus()


def key_of(work: Work, training: ATraining, form: str) -> str:
    """All right answers of a form, as they are typed."""
    return "".join(one.answer for one in work.read(test_answers.questions, training.id, Phase.PRE)[form])


def test_answers_are_marked_as_they_are_typed_and_enter_goes_to_the_next_person(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    turn(tab, Mode.ANSWERS)
    grid = tab.answers.grid
    assert QApplication.focusWidget() is grid
    typed = "?" + key_of(work, training, "A")[1:]
    for character in typed[:2]:
        QTest.keyClicks(QApplication.focusWidget(), character)
    assert tab.answers.checked.text() == f"2 of 10 typed, 1 right\n1 ? ✕   2 {typed[1]} ✓"
    type_score(qtbot, grid, typed[2:].lower())
    assert at(grid) == (1, AnswerCol.ANSWERS)
    line = kept(work, training.id)[0]
    assert (line.pre, line.answers[0]) == (Mark(9), typed)
    assert grid.answers.index(0, AnswerCol.POINTS).data() == "9"
    assert grid.answers.index(0, AnswerCol.ANSWERS).data() == f"{typed[:5]} {typed[5:]}"
    assert spoken(grid, 0, AnswerCol.ANSWERS).endswith("9 of 10 right; wrong 1")
    assert work.undo_label() == label("Answers of {name} before the training", name=line.name)
    work.undo()
    assert kept(work, training.id)[0].pre is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ABX", "“X” is no answer: write A, B, C, ? for “I do not know”, or - for none."),
        ("ABC", "Form A has 10 questions. 3 answers are typed."),
    ],
)
def test_answers_that_are_none_stay_on_screen_and_are_not_kept(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining, text: str, reason: str
) -> None:
    turn(tab, Mode.ANSWERS)
    type_score(qtbot, tab.answers.grid, text)
    assert tab.reason.text() == reason
    assert tab.answers.grid.answers.index(0, AnswerCol.ANSWERS).data() == text
    assert QApplication.focusWidget() is tab.answers.grid
    assert at(tab.answers.grid) == (0, AnswerCol.ANSWERS)
    assert kept(work, training.id)[0].pre is None
    turn(tab, Mode.MARKS)
    assert not tab.reason.isVisible()


def test_one_sign_says_did_not_sit_or_absent_and_del_clears(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    turn(tab, Mode.ANSWERS, Phase.POST)
    grid = tab.answers.grid
    type_score(qtbot, grid, "-")
    type_score(qtbot, grid, "a")
    assert [line.post for line in kept(work, training.id)] == [Mark(None), Mark(None, absent=True), None]
    grid.go_to(0, AnswerCol.ANSWERS)
    QTest.keyClick(grid, Keys.Key_Delete)
    assert kept(work, training.id)[0].post is None


def test_f4_says_that_somebody_had_the_other_form(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    turn(tab, Mode.ANSWERS)
    grid = tab.answers.grid
    QTest.keyClick(grid, Keys.Key_F4)
    assert grid.answers.index(0, AnswerCol.FORM).data() == "B"
    type_score(qtbot, grid, key_of(work, training, "B"))
    line = kept(work, training.id)[0]
    assert (line.pre, line.form(Phase.PRE)) == (Mark(10), "B")
    grid.go_to(0, AnswerCol.ANSWERS)
    QTest.keyClick(grid, Keys.Key_F4)
    assert kept(work, training.id)[0].form(Phase.PRE) == "A"
    assert QApplication.focusWidget() is grid


def test_a_training_without_a_module_has_no_questions(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=2)
    with db.changing(label("Take the module away")) as s:
        s.get_one(Training, training.id).module_id = None
    screen = opened(qtbot, work, training, "scores")
    page = screen.page
    assert isinstance(page, ScoresTab)
    for mode in (Mode.ANSWERS, Mode.TALLY):
        turn(page, mode)
        table = page.answers.table if mode is Mode.ANSWERS else page.tally.table
        assert table.currentWidget() is table.empty
        assert "no questions" in table.empty.words.text()


# ---- the whole room -------------------------------------------------------------------------------------------------


def test_a_room_is_counted_question_by_question_and_told_in_words(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    turn(tab, Mode.TALLY)
    grid = tab.tally.grid
    type_score(qtbot, grid, "18/24")
    type_score(qtbot, grid, "20")
    assert at(grid) == (2, TallyCol.WOMEN)
    grid.go_to(0, TallyCol.WOMEN)
    QTest.keyClick(grid, Keys.Key_Tab)
    type_score(qtbot, grid, "6/12", Keys.Key_Tab)
    assert at(grid) == (0, TallyCol.TOGETHER)
    lines = work.read(tallies.tally, training.id, Phase.PRE, "en").lines
    assert lines[0].by_sex == {Sex.FEMALE: Tally(18, 24), Sex.MALE: Tally(6, 12)}
    assert lines[1].by_sex == {Sex.FEMALE: Tally(20, 24)}
    assert grid.tallies.index(0, TallyCol.SHARE).data() == "67\u00a0%"
    assert tab.tally.told.text().startswith("Question 1: 24 of 36; between")
    assert "18 right of 24" in spoken(grid, 0, TallyCol.WOMEN)
    work.undo()
    assert not work.read(tallies.tally, training.id, Phase.PRE, "en").lines[0].by_sex.get(Sex.MALE)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25/24", "Not more can be right than were asked."),
        ("5", "Write like 18/24: 18 right of 24 who were asked. Below, 18 alone is enough."),
        ("many", "Write like 18/24: 18 right of 24 who were asked."),
    ],
)
def test_a_count_that_cannot_be_is_not_kept(
    qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining, text: str, reason: str
) -> None:
    turn(tab, Mode.TALLY)
    type_score(qtbot, tab.tally.grid, text)
    assert (tab.reason.text(), at(tab.tally.grid)) == (reason, (0, TallyCol.WOMEN))
    assert not work.read(tallies.tally, training.id, Phase.PRE, "en").all.asked


def test_few_people_are_said_to_be_few(qtbot: QtBot, tab: ScoresTab) -> None:
    turn(tab, Mode.TALLY)
    type_score(qtbot, tab.tally.grid, "2/3")
    tab.tally.grid.go_to(0, TallyCol.WOMEN)
    assert tab.tally.told.text().endswith("Of 3 people only: it may be chance.")


def test_cards_hands_or_beans_is_kept_with_the_test(tab: ScoresTab, work: Work, training: ATraining) -> None:
    turn(tab, Mode.TALLY, Phase.POST)
    beans = tab.tally.way.buttons[2]
    beans.setFocus()
    QTest.keyClick(beans, Keys.Key_Space)
    assert work.read(scores.test, training.id, Phase.POST).plan.way is Way.BEANS
    assert tab.tally.way.value is Way.BEANS


# ---- the figures ----------------------------------------------------------------------------------------------------


def fill(work: Work, training: ATraining, pre: list[float], post: list[float | None]) -> None:
    wanted = [(person, Phase.PRE, Mark(value)) for person, value in zip(training.people, pre, strict=True)]
    wanted += [(person, Phase.POST, Mark(value)) for person, value in zip(training.people, post, strict=True)]
    work.change(label("Scores"), scores.record_many, training.id, wanted)


def test_f9_shows_the_figures_and_escape_gives_the_keyboard_back(
    screen: SessionScreen, tab: ScoresTab, work: Work, training: ATraining
) -> None:
    fill(work, training, [2, 4, 6], [7, None, 3])
    screen.does()["panel"]()
    assert tab.panel.isVisible()
    assert tab.panel.few.text() == "Of 2 people only: it may be chance."
    assert any(text.startswith("Mean: 4 → 5 ") for text in tab.panel.numbers.texts)
    assert any("Half of the people" in text for text in tab.panel.numbers.texts)
    assert any("3 of 10" in text for text in tab.panel.help.texts)
    name = tab.grid.scores.lines[1].name
    assert any(name in text for text in tab.panel.without.texts)
    tab.panel.close_button.setFocus()
    QTest.keyClick(tab.panel, Keys.Key_Escape)
    assert not tab.panel.isVisible()
    assert QApplication.focusWidget() is tab.grid
    assert not tab.bar.figures.isChecked()


def test_the_figures_follow_what_is_typed(qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining) -> None:
    tab.toggle_panel()
    assert tab.panel.few.text() == "Nobody sat a test yet."
    assert not tab.panel.numbers.isVisible()
    fill(work, training, [2, 4, 6], [7, 8, 9])
    qtbot.waitUntil(lambda: any(text.startswith("Points gained: +4") for text in tab.panel.numbers.texts))


def test_the_bar_gives_way_to_the_figures_and_comes_back(screen: SessionScreen, tab: ScoresTab) -> None:
    screen.resize(1400, 620)
    assert not tab.grid.isColumnHidden(Col.BAR)
    screen.resize(1037, 500)
    tab.toggle_panel()
    QApplication.processEvents()
    assert tab.grid.isColumnHidden(Col.BAR)
    assert tab.grid.horizontalScrollBar().maximum() == 0
    tab.toggle_panel()
    screen.resize(1400, 620)
    QApplication.processEvents()
    assert not tab.grid.isColumnHidden(Col.BAR)


def test_many_people_are_not_all_named(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=20)
    fill(work, training, [5] * 20, [*[1.0] * 18, 9, 9])
    screen = opened(qtbot, work, training, "scores")
    page = screen.page
    assert isinstance(page, ScoresTab)
    page.toggle_panel()
    assert len(page.panel.help.texts) == 14
    assert page.panel.help.texts[-1] == "and 6 more"


def test_difficult_questions_are_told_in_their_words(tab: ScoresTab, work: Work, training: ATraining) -> None:
    key = key_of(work, training, "B")
    answers = ("?", *key[1:])
    work.change(label("x"), test_answers.record_answers, training.id, training.people[0], Phase.POST, answers, "B")
    tab.toggle_panel()
    question = work.read(test_answers.questions, training.id, Phase.POST, "en")["B"][0]
    assert tab.panel.difficult.texts[0].startswith(f"B1. {question.words}")
    assert "0\u00a0% right in the post-test: 0 of 1" in tab.panel.difficult.texts[0]
    assert tab.panel.objectives.texts


def test_people_to_help_go_into_follow_up_once(tab: ScoresTab, work: Work, training: ATraining) -> None:
    fill(work, training, [2, 4, 6], [1, 8, 3])
    tab.toggle_panel()

    def add(window: QDialog) -> None:
        assert isinstance(window, TasksForDialog)
        assert window.whom.text().startswith("For 2 people: ")
        window.title.setText("Explain shares again")
        QTest.keyClick(window.title, Keys.Key_Return)

    told: list[tuple[str, bool]] = []
    tab.finished.connect(lambda text, undo: told.append((text, undo)))
    for _again in range(2):
        answered(lambda: tab.panel.help.lines[0].deed.linkActivated.emit(""), add)
    assert told == [("2 tasks are in follow-up now.", True), ("Each of them has this task already.", False)]
    day = training.first_day + timedelta(days=30)
    found = [line for line in work.read(follow_up.found, day, "en") if line.title == "Explain shares again"]
    assert {line.person_id for line in found} == {training.people[0], training.people[2]}


# ---- looks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mode", Mode)
def test_each_mode_fits_a_small_window_in_each_language(
    screen: SessionScreen, tab: ScoresTab, mode: Mode, language: str
) -> None:
    turn(tab, mode)
    tab.toggle_panel()
    switch_language(language)
    try:
        QApplication.processEvents()
        assert screen.minimumSizeHint().width() <= 1037
        assert screen.minimumSizeHint().height() <= 480
    finally:
        switch_language("en")


def test_each_thing_to_press_has_a_name(tab: ScoresTab) -> None:
    tab.toggle_panel()
    for mode in Mode:
        turn(tab, mode)
        for widget in tab.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                assert name, widget.objectName()


def test_answers_and_tally_keep_qt_s_rules(qtbot: QtBot, tab: ScoresTab, work: Work, training: ATraining) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(grid.entries, mode, grid) for grid in (tab.answers.grid, tab.tally.grid)]
    turn(tab, Mode.ANSWERS)
    type_score(qtbot, tab.answers.grid, "ab")
    type_score(qtbot, tab.answers.grid, key_of(work, training, "A"))
    turn(tab, Mode.ANSWERS, Phase.LATER)
    turn(tab, Mode.TALLY)
    type_score(qtbot, tab.tally.grid, "1/2")
    assert len(testers) == 2


@pytest.mark.parametrize("kind", ["settings", "tasks"])
def test_a_window_is_freed_when_it_was_closed(qtbot: QtBot, work: Work, training: ATraining, kind: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    given = work.read(scores.test, training.id, Phase.PRE)
    window: QDialog = (
        TestSettingsDialog(parent, given, 10, training.first_day)
        if kind == "settings"
        else TasksForDialog(parent, "Help", ["UWIMANA Marie"], training.first_day)
    )
    window.show()
    for language in LANGUAGES:
        switch_language(language)
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1093
        assert window.minimumSizeHint().height() <= 542
    switch_language("en")
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
