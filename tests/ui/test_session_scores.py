"""Scores are typed like in a spreadsheet; what is no score stays on screen and is not kept."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import ATraining, a_training
from tests.ui.session_screens import opened
from trainer_app.db.database import Database
from trainer_app.domain.scores import Mark, ScoreLine
from trainer_app.i18n import label
from trainer_app.services import scores
from trainer_app.ui import theme
from trainer_app.ui.models.score_sheet import Col
from trainer_app.ui.screens.session.scores import ScoresTab
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.score_grid import ScoreGrid
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


def type_score(qtbot: QtBot, grid: ScoreGrid, text: str, end: Qt.Key = Keys.Key_Return) -> None:
    """Type and end with a key, as a hand does; the grid has the keyboard again afterwards."""
    for character in text:
        QTest.keyClicks(QApplication.focusWidget(), character)
    QTest.keyClick(QApplication.focusWidget(), end)
    qtbot.waitUntil(lambda: grid.state() == ScoreGrid.State.NoState)


def at(grid: ScoreGrid) -> tuple[int, int]:
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
        ("abc", "Write a number, or - for somebody who did not sit the test."),
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
