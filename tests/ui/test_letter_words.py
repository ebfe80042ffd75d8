"""The proposed words of a letter are changed before it is printed, and can be taken back."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.documents.papers import Paper
from trainer_app.domain.letters import LetterKind, LetterWords
from trainer_app.ui.dialogs.letter import LetterDialog
from trainer_app.ui.screens.print_centre.kinds import NAMES, Kind
from trainer_app.ui.screens.print_centre.ordered import paper
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

WORDS = LetterWords("The mayor", "Subject", "Dear Sir or Madam,\n\nText.", "MUTONI Aline", "Coordinator", "The sector")


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=2)


@pytest.fixture
def centre(qtbot: QtBot, work: Work, training: ATraining) -> PrintCentre:
    screen = PrintCentre(work, today=lambda: FIRST_DAY)
    qtbot.addWidget(screen)
    screen.resize(1134, 625)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.documents.setCurrentRow(list(NAMES).index(Kind.LETTER))
    return screen


@contextmanager
def answering(monkeypatch: pytest.MonkeyPatch, act: Callable[[LetterDialog], None]) -> Iterator[None]:
    def run(dialog: QDialog) -> int:
        assert isinstance(dialog, LetterDialog)
        dialog.show()
        act(dialog)
        return dialog.result()

    with monkeypatch.context() as patched:
        patched.setattr(QDialog, "exec", run)
        yield


def drawn(centre: PrintCentre) -> str:
    made = paper(centre.work, centre.form.order(), FIRST_DAY)
    assert isinstance(made, Paper), made
    import io

    import pypdf

    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.draw())).pages).split())


def test_changed_words_are_printed_for_this_letter_alone(centre: PrintCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(dialog: LetterDialog) -> None:
        assert "Cooperative governance" in dialog.text.toPlainText()
        dialog.text.setPlainText("O'Neil <b>asks</b> =1+1 {x}")
        QTest.keyClick(dialog.subject, Qt.Key.Key_Return)

    with answering(monkeypatch, change):
        centre.form.words.click()
    assert "O'Neil <b>asks</b> =1+1 {x}" in drawn(centre)
    centre.form.letter.choose(LetterKind.THANKS)
    assert "hospitality" in drawn(centre)
    centre.form.letter.choose(LetterKind.NOTICE)
    assert "O'Neil" in drawn(centre)


def test_the_proposed_words_come_back_and_a_letter_without_words_is_refused(
    centre: PrintCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre.form.change_letter(WORDS)
    seen: list[str] = []

    def empty(dialog: LetterDialog) -> None:
        dialog.text.setPlainText("  ")
        dialog.submit()
        seen.append(dialog.form.fields["body"].error.text())
        dialog.again.click()
        dialog.submit()

    with answering(monkeypatch, empty):
        centre.form.words.click()
    assert seen == ["A letter needs words."]
    assert "Notice of a training" in drawn(centre)


def test_a_letter_goes_to_one_person_or_to_all_of_the_list(centre: PrintCentre, training: ATraining) -> None:
    centre.form.letter.choose(LetterKind.INVITATION)
    made = paper(centre.work, centre.form.order(), FIRST_DAY)
    assert isinstance(made, Paper)
    centre.form.person.choose(training.people[1])
    one = paper(centre.work, centre.form.order(), FIRST_DAY)
    assert isinstance(one, Paper)
    assert len(one.draw()) < len(made.draw())
    assert centre.form.person.currentText().startswith("2 ")


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_the_window_fits_a_small_screen_in_three_languages(qtbot: QtBot, language: str) -> None:
    switch_language(language)
    try:
        dialog = LetterDialog(None, WORDS, WORDS)
        qtbot.addWidget(dialog)
        dialog.resize(720, 500)
        dialog.show()
        buttons = (dialog.again, dialog.cancel_button, dialog.accept_button)
        qtbot.waitUntil(lambda: all(made.width() >= made.sizeHint().width() for made in buttons))
        assert dialog.height() <= 542
        assert dialog.result_of_form() == WORDS
    finally:
        switch_language("en")


def test_the_window_is_freed(qtbot: QtBot, centre: PrintCentre) -> None:
    dialog: QDialog | None = LetterDialog(centre, WORDS, WORDS)
    assert dialog is not None
    gone = weakref.ref(dialog)
    dialog.show()
    dialog.reject()
    dialog.deleteLater()
    dialog = None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
