"""The help below a translation, and the glossary: found by keys, corrected, undone, in three languages."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell import SMALL, a_window, focus, press, settle
from trainer_app.db.database import Database
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translation_help import Fault, Finding, Near, TermHint, TranslationHelp
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import glossary
from trainer_app.services.glossary import TermForm
from trainer_app.ui.dialogs import term as term_dialog
from trainer_app.ui.dialogs.glossary import GlossaryDialog
from trainer_app.ui.dialogs.term import TermDialog
from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen
from trainer_app.ui.screens.curriculum.help_line import HelpLine, finding_words
from trainer_app.ui.work import Work

Keys, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
OWN = TermForm({"en": "sim card", "fr": "carte SIM", "rw": "simukadi"}, topic="general")


@pytest.fixture
def dialog(qtbot: QtBot, work: Work) -> GlossaryDialog:
    made = GlossaryDialog(None, work)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def desk(qtbot: QtBot, work: Work) -> Iterator[CurriculumScreen]:
    """The page in its writing mode, on the Kinyarwanda of the first unit."""
    made = CurriculumScreen(work)
    qtbot.addWidget(made)
    made.resize(1037, 420)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.choose_language("rw")
    made.write()
    settle()
    yield made
    made.writing.box.show_pair(None)  # nothing typed is left to be kept while the window closes


def shown(dialog: GlossaryDialog) -> list[str]:
    return [term.words["en"] for term in dialog.table.rows.rows]


def answered(monkeypatch: pytest.MonkeyPatch, answer: TermForm | None) -> None:
    monkeypatch.setattr(term_dialog, "ask", lambda *_what: answer)


def test_the_keyboard_is_in_the_search_and_goes_down_into_the_list(qtbot: QtBot, dialog: GlossaryDialog) -> None:
    assert focus() is dialog.search
    assert dialog.table.rows.rowCount() == 441
    assert dialog.count.text() == "441 terms"
    press("umukor")
    qtbot.waitUntil(lambda: shown(dialog) == ["employer", "user", "user name"])
    press(Keys.Key_Return)
    assert dialog.isVisible()
    assert focus() is dialog.table
    press(Keys.Key_Down)
    assert "do not write: umukoresha (pl. abakoresha)" in dialog.details.text()


def test_the_table_keeps_the_rules_of_models(dialog: GlossaryDialog) -> None:
    tester = QAbstractItemModelTester(dialog.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.search.setText("group")
    dialog.reload()
    dialog.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert tester.model() is dialog.table.rows


def test_a_term_is_added_and_undone_here(qtbot: QtBot, dialog: GlossaryDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, OWN)
    dialog.search.setText("zebra")
    dialog.reload()
    qtbot.mouseClick(dialog.pages.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert dialog.table.current_row().words == OWN.words
    assert dialog.message.words.text() == "Add the term sim card"
    qtbot.mouseClick(dialog.message.action, Qt.MouseButton.LeftButton)
    assert "sim card" not in shown(dialog)
    assert dialog.message.words.text() == "Undone: Add the term sim card"


def test_a_term_is_changed_with_enter_and_removed_with_del(
    dialog: GlossaryDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.search.setText("treasurer")
    dialog.reload()
    dialog.table.setFocus()
    answered(monkeypatch, TermForm({"en": "treasurer", "fr": "trésorière", "rw": "umubitsi"}))
    press(Keys.Key_Return)
    assert dialog.table.current_row().words["fr"] == "trésorière"
    press(Keys.Key_Delete)
    assert shown(dialog) == []
    press((Keys.Key_Z, Control), (Keys.Key_Z, Control))
    assert dialog.table.rows.rows[0].words["fr"] == "trésorier / trésorière"


def test_undo_never_reaches_what_was_done_before_the_window_opened(work: Work, qtbot: QtBot) -> None:
    work.change(label("Add"), glossary.add, OWN)
    made = GlossaryDialog(None, work)
    qtbot.addWidget(made)
    made.undo()
    assert "sim card" in shown(made)


def test_a_refused_term_says_why_and_keeps_what_was_typed(qtbot: QtBot, work: Work) -> None:
    made = TermDialog(None, work, None, "member")
    qtbot.addWidget(made)
    made.show()
    made.submit()
    assert "two languages" in made.form.fields["en"].error.text()
    made.words["fr"].setText("membre")
    made.submit()
    assert "already" in made.form.fields["en"].error.text()
    made.words["fr"].setText("adhérent")
    made.submit()
    assert made.answer is not None
    assert made.answer.words == {"en": "member", "fr": "adhérent", "rw": ""}


def test_a_term_keeps_all_that_the_form_does_not_change(qtbot: QtBot, work: Work) -> None:
    for term in work.read(glossary.terms, "umukoresha"):
        made = TermDialog(None, work, term)
        qtbot.addWidget(made)
        made.submit()
        assert made.answer is not None
        work.change(label("Change"), glossary.change, term.id, made.answer)
        assert term in work.read(glossary.terms)
    assert work.undo_label() is None  # nothing was different, so nothing was written


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_windows_fit_a_small_screen_and_name_all_that_takes_the_focus(
    qtbot: QtBot, db: Database, language: str
) -> None:
    with a_window(qtbot, db, SMALL, language) as window:
        assert window.work is not None
        term = window.work.read(glossary.terms, "umukoresha")[0]
        for made in (GlossaryDialog(window, window.work), TermDialog(window, window.work, term)):
            made.show()
            settle()
            assert made.width() <= SMALL[0]
            assert made.height() <= SMALL[1]
            for part in made.findChildren(QWidget):
                if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None:
                    face = QAccessible.queryAccessibleInterface(part)
                    assert face.text(QAccessible.Text.Name), part.objectName()
            made.close()


@pytest.mark.parametrize("kind", [GlossaryDialog, TermDialog])
def test_a_window_is_freed_when_it_was_closed(qtbot: QtBot, work: Work, kind: type[QDialog]) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = kind(parent, work)
    window.show()
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


# ---- below the words -----------------------------------------------------------------------------------------------


def offers(line: HelpLine) -> list[str]:
    return [made.text() for made in line.findChildren(QPushButton) if made.isVisibleTo(line)]


def a_hint(term: str, offered: str, used: bool = False) -> TermHint:
    return TermHint(0, 1, term, offered, True, used)


def test_each_finding_is_a_sentence_of_its_own() -> None:
    values = {"missing": "15 000", "extra": ""}
    assert finding_words(Finding(Fault.FIGURES, values)) == "These numbers of the source are missing: 15 000."
    values = {"missing": "B", "extra": "C"}
    assert finding_words(Finding(Fault.ANSWER_LETTERS, values)) == (
        "These letters of answers are missing: B. These letters of answers are not in the source: C."
    )
    for fault in Fault:
        every = {name: "x" for name in ("missing", "extra", "count", "most", "words", "instead")}
        assert "{" not in finding_words(Finding(fault, every))


def test_terms_come_first_room_is_left_for_texts_and_a_key_puts_in_the_first(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    line = HelpLine(parent)
    near = tuple(Near("source", f"words {n}", 0.999 - n / 10, TextState.DRAFT) for n in range(5))
    hints = (a_hint("used", "x", used=True), *(a_hint(f"t{n}", f"o{n}") for n in range(9)), a_hint("t0", "o0"))
    line.show_help(TranslationHelp(terms=hints, near=near))
    assert offers(line) == ["t0 → o0", "t1 → o1", "t2 → o2", "99 % alike: words 0", "89 % alike: words 1"]
    put: list[str] = []
    line.term_wanted.connect(put.append)
    line.put_next_term()
    assert put == ["o0"]


def test_many_findings_leave_room_for_the_words(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    line = HelpLine(parent)
    line.show_help(TranslationHelp(findings=(Finding(Fault.SAME_AS_SOURCE),) * 4))
    assert line.findings.text().endswith("\nand 2 more remarks")
    assert line.findings.toolTip().count("\n") == 3


def test_what_is_typed_is_looked_at_when_the_keys_pause(qtbot: QtBot, desk: CurriculumScreen) -> None:
    writing = desk.writing
    pair = next(pair for pair in writing._pairs if pair.place.key == "message" and pair.place.owner == "handout")
    writing._go_to(pair.ref)
    assert "cooperative" in writing.box.source.toPlainText()
    press("15 000 ")
    qtbot.waitUntil(lambda: writing.help.findings.isVisible())
    assert "These numbers are not in the source: 15 000" in writing.help.findings.text()


def test_the_glossary_opens_on_what_is_marked_and_its_changes_are_offered_at_once(
    qtbot: QtBot, desk: CurriculumScreen, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trainer_app.ui.screens.curriculum import writing as module

    pair = next(pair for pair in desk.writing._pairs if "cooperative" in pair.source and pair.place.key == "message")
    desk.writing._go_to(pair.ref)
    desk.writing.box.words.setPlainText("cooperative")
    desk.writing.box.words.selectAll()
    opened: list[str] = []

    def show(_parent: QWidget, at: Work, words: str) -> None:
        opened.append(words)
        term = at.read(glossary.terms, "koperative amakoperative")[0]
        at.change(label("Change"), glossary.change, term.id, TermForm({**term.words, "rw": "ishyirahamwe"}))

    monkeypatch.setattr(module.glossary, "show", show)
    QTest.keyClick(focus(), Keys.Key_G, Control)
    assert opened == ["cooperative"]
    assert "cooperative → ishyirahamwe" in offers(desk.writing.help)


def test_a_near_text_takes_the_place_of_the_words_and_ctrl_z_brings_them_back(
    qtbot: QtBot, desk: CurriculumScreen
) -> None:
    box = desk.writing.box
    pair = desk.writing._pairs[0]
    desk.writing._go_to(pair.ref)
    before = box.words.toPlainText()
    desk.writing.help.show_help(TranslationHelp(near=(Near("a", "B", 0.7, TextState.DRAFT),)))
    qtbot.mouseClick(desk.writing.help._offers[0], Qt.MouseButton.LeftButton)
    assert box.words.toPlainText() == "B"
    box.words.undo()
    assert box.words.toPlainText() == before


def test_nothing_covers_anything_on_a_small_screen(desk: CurriculumScreen) -> None:
    writing, box = desk.writing, desk.writing.box
    writing._go_to(writing._pairs[0].ref)
    settle()
    parts: list[QWidget] = [box.source, box.review, writing.help]
    tops = [part.mapTo(writing, part.rect().topLeft()).y() for part in parts]
    ends = [part.mapTo(writing, part.rect().bottomLeft()).y() for part in parts]
    assert ends[0] < tops[1]
    assert ends[1] < tops[2]
    assert box.review.isVisible()
    assert not desk.title.isVisible()
