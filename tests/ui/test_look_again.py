"""The coordinator's page: lists to look at again, answers, spot checks and what people said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from tests.ui.shell import SMALL, a_window, press, settle
from trainer_app.db.database import Database
from trainer_app.domain.integrity import CheckOutcome, FlagKind, FlagVerdict, LooksAgain
from trainer_app.domain.rules import Attended
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import attendance, integrity, rules, spot_checks
from trainer_app.ui.dialogs import flag_answer, looks_again_rule, spot_check
from trainer_app.ui.dialogs.attended_rule import AttendedDialog
from trainer_app.ui.dialogs.flag_answer import FlagAnswerDialog, Reply
from trainer_app.ui.dialogs.looks_again_rule import LooksAgainDialog
from trainer_app.ui.dialogs.spot_check import Draw, SpotCheckDialog
from trainer_app.ui.navigation import LISTED
from trainer_app.ui.screens.look_again.look_again import LookAgain
from trainer_app.ui.work import Work

TODAY = FIRST_DAY + timedelta(days=2)
PATIENT = LooksAgain(late_marks=300)


@pytest.fixture
def training(db: Database) -> ATraining:
    """Ten people who were all there, each of three days. The journal's clock is not of that week, so it is left out."""
    made = a_training(db, people=10, days=3)
    with db.changing(label("Rule")) as s:
        rules.set_rule(s, PATIENT)
    with db.changing(label("Mark")) as s:
        for session in made.sessions:
            attendance.mark_rest(s, session, TODAY)
    return made


@pytest.fixture
def opened(qtbot: QtBot, work: Work) -> Callable[[], LookAgain]:
    def show() -> LookAgain:
        screen = LookAgain(work, lambda: TODAY)
        qtbot.addWidget(screen)
        screen.resize(1134, 620)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.first_focus().setFocus()
        return screen

    return show


def cells(screen: LookAgain, row: int = 0) -> list[str]:
    model = screen.flags.table.rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_what_was_seen_is_said_in_words(training: ATraining, opened: Callable[[], LookAgain]) -> None:
    screen = opened()
    assert cells(screen) == [
        "All 10 people are marked present in each of the 3 sessions.",
        f"Cooperative governance ({_code(screen, training)})",
        "11/03/2026",
        "",
    ]
    told = screen.flags.words.toPlainText()
    assert "09/03/2026, 08:30–16:00" in told
    assert "It happens in small groups." in told
    assert screen.count.text() == "1 without an answer"


def test_enter_opens_the_session_where_the_list_is(training: ATraining, opened: Callable[[], LookAgain]) -> None:
    screen, wanted = opened(), []
    screen.go.connect(lambda key, what: wanted.append((key, what)))
    press(Qt.Key.Key_Return)
    assert wanted == [("session", (training.sessions[-1], "attendance"))]


def test_a_writes_what_was_found_and_one_undo_takes_it_back(
    training: ATraining, opened: Callable[[], LookAgain], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened()
    reply = Reply(FlagVerdict.EXPLAINED, "a bus brings them")
    monkeypatch.setattr(flag_answer, "ask", lambda _parent, _flag: reply)
    press("a")
    assert cells(screen)[3] == "There is a good reason: a bus brings them"
    assert screen.flags.back.isVisible()
    screen.work.undo()
    assert cells(screen)[3] == ""
    press("a")
    screen.flags.back.click()
    assert cells(screen)[3] == ""


def test_only_the_lists_of_one_training_are_shown_when_it_asked(
    db: Database, training: ATraining, opened: Callable[[], LookAgain]
) -> None:
    other = a_training(db, people=10, days=3)
    with db.changing(label("Mark")) as s:
        for session in other.sessions:
            attendance.mark_rest(s, session, TODAY)
    screen = opened()
    assert screen.flags.table.rows.rowCount() == 2
    screen.arrive(other.id)
    assert [flag.sessions[0].training_id for flag in screen.flags.table.rows.rows] == [other.id]
    screen.all.click()
    assert screen.flags.table.rows.rowCount() == 2


def test_the_page_says_so_when_there_is_nothing(opened: Callable[[], LookAgain]) -> None:
    screen = opened()
    assert screen.flags.empty.isVisible()
    screen.arrive("checks")
    assert screen.checks.page.empty.isVisible()


def test_from_when_on_a_list_is_worth_a_look_can_be_decided(
    training: ATraining, opened: Callable[[], LookAgain], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened()
    monkeypatch.setattr(looks_again_rule, "ask", lambda _parent, before: replace(before, people=11))
    screen.rule.click()
    assert screen.flags.table.rows.rowCount() == 0
    screen.work.undo()
    assert screen.flags.table.rows.rowCount() == 1


def test_people_are_drawn_called_and_what_they_said_is_one_key_each(
    training: ATraining, opened: Callable[[], LookAgain], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened()
    monkeypatch.setattr(spot_check, "ask", lambda *_asked: Draw(4, 7, FIRST_DAY, TODAY))
    screen.draw()
    screen.checks.lines.setFocus()
    QTest.keyClicks(screen.checks.lines, "1241")
    told = [line.outcome for line in screen.checks.lines.rows.rows]
    there, was_not, _not_sure, not_reached = CheckOutcome
    assert told == [there, was_not, not_reached, there]
    assert screen.checks.result.text().startswith("2 of 3 reached say that they were there (67")
    screen.work.undo()
    assert screen.checks.lines.rows.rows[3].outcome is None


def test_the_words_of_a_call_are_kept(training: ATraining, db: Database, opened: Callable[[], LookAgain]) -> None:
    with db.changing(label("Draw")) as s:
        spot_checks.draw(s, 3, 7, FIRST_DAY, TODAY, TODAY)
    screen = opened()
    screen.arrive("checks")
    press(Qt.Key.Key_F2)
    screen.checks.words.box.setText("she was in Kigali")
    screen.checks.words.box.returnPressed.emit()
    assert screen.checks.lines.rows.rows[0].words == "she was in Kigali"
    assert screen.checks.lines.hasFocus()


def test_the_call_back_list_is_saved_with_whole_numbers(
    qtbot: QtBot, training: ATraining, db: Database, opened: Callable[[], LookAgain], tmp_path: Path
) -> None:
    with db.changing(label("Draw")) as s:
        spot_checks.draw(s, 3, 7, FIRST_DAY, TODAY, TODAY)
    screen = opened()
    screen.arrive("checks")
    screen.maker.ask_path = lambda _parent, name: tmp_path / name
    with qtbot.waitSignal(screen.told, timeout=20_000):
        screen.save_check(screen.checks.current, ".csv")
    (made,) = tmp_path.glob("Call-back list*.csv")
    assert "0700 000 00" in made.read_text(encoding="utf-8-sig")


def test_a_check_is_removed_and_comes_back(training: ATraining, db: Database, opened: Callable[[], LookAgain]) -> None:
    with db.changing(label("Draw")) as s:
        spot_checks.draw(s, 3, 7, FIRST_DAY, TODAY, TODAY)
    screen = opened()
    screen.arrive("checks")
    screen.checks.remove.click()
    assert screen.checks.page.empty.isVisible()
    screen.work.undo()
    assert len(screen.checks.lines.rows.rows) == 3


def test_the_forms_say_what_they_were_asked(qtbot: QtBot, training: ATraining, work: Work) -> None:
    (flag,) = work.read(integrity.flags, TODAY, "en")
    assert flag.kind is FlagKind.ALWAYS_FULL
    answer = FlagAnswerDialog(None, flag)
    answer.verdict.choose(FlagVerdict.CONFIRMED)
    answer.words.setText(" nobody was there ")
    drawing = SpotCheckDialog(None, work, TODAY, "en")
    looks = LooksAgainDialog(None, LooksAgain(people=12))
    counts = AttendedDialog(None, Attended())
    counts.row_of_rule.late.setChecked(False)
    counts.row_of_rule.minutes.setValue(90)
    assert "Who stayed less than 90 minutes" in counts.row_of_rule.words.text()
    for dialog in (answer, drawing, looks, counts):
        qtbot.addWidget(dialog)
        dialog.submit()
    assert answer.answer == Reply(FlagVerdict.CONFIRMED, "nobody was there")
    assert drawing.answer == Draw(20, 260311, FIRST_DAY.replace(month=1, day=1), TODAY)
    assert looks.answer == LooksAgain(people=12)
    assert counts.answer == Attended(late_counts=False, least_minutes=90)


def test_the_lists_are_sound_models(
    training: ATraining, opened: Callable[[], LookAgain], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(opened().flags.table.rows)


def test_the_page_is_reached_by_a_key_in_every_language_and_fits_a_small_window(
    qtbot: QtBot, db: Database, training: ATraining
) -> None:
    for language in LANGUAGES:
        with a_window(qtbot, db, SMALL, language) as window:
            press((Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
            settle()
            assert window.key == "look_again"
            marked = window.nav.list.currentIndex().row()
            assert LISTED[marked].key == "follow"
            page = window.pages["look_again"]
            assert page.minimumSizeHint().width() <= window.stack.width()
            assert page.minimumSizeHint().height() <= window.stack.height()


def _code(screen: LookAgain, training: ATraining) -> str:
    return next(flag.sessions[0].code for flag in screen.flags.table.rows.rows)
