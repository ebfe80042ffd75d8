"""The first start, the passphrase at the door, and opening and closing the data behind the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shell import settle
from trainer_app.app import Opening
from trainer_app.db import backup
from trainer_app.db.database import open_database
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, Catalog, screen
from trainer_app.opening import open_folder
from trainer_app.services import people, programme
from trainer_app.ui.dialogs.first_run import Beginning, FirstRun
from trainer_app.ui.dialogs.passphrase import PassphraseDialog
from trainer_app.ui.dialogs.unlock import FREE_TRIES, UnlockDialog
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.translated import switch_language


@pytest.fixture
def window(qtbot: QtBot, folder: Path) -> MainWindow:
    preferences = Preferences(folder)
    preferences.change(language="en")
    made = MainWindow(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


# ---- first start -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_start_speaks_the_language_that_is_chosen(qtbot: QtBot, language: str) -> None:
    dialog = FirstRun("en")
    qtbot.addWidget(dialog)
    dialog.show()
    number = list(LANGUAGES).index(language)
    dialog.languages.buttons[number].click()
    settle()
    assert dialog.language == language
    assert screen().language == language
    assert dialog.cards[Beginning.EMPTY].title.text() == Catalog(language).gettext("Start empty")
    switch_language("en")


@pytest.mark.parametrize("beginning", Beginning)
def test_one_press_on_a_card_begins(qtbot: QtBot, beginning: Beginning) -> None:
    dialog = FirstRun("en")
    qtbot.addWidget(dialog)
    dialog.show()
    card = dialog.cards[beginning]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert dialog.beginning is beginning
    assert dialog.result() == FirstRun.DialogCode.Accepted


def test_the_cards_show_all_their_words(qtbot: QtBot) -> None:
    for language in LANGUAGES:
        switch_language(language)
        dialog = FirstRun(language)
        qtbot.addWidget(dialog)
        dialog.show()
        settle()
        widths = [card.width() for card in dialog.cards.values()]
        assert max(widths) - min(widths) <= 1
        for card in dialog.cards.values():
            assert card.more.geometry().bottom() <= card.height()
            assert card.more.height() >= card.more.heightForWidth(card.more.width())
        assert dialog.height() <= 542
    switch_language("en")


# ---- opening behind the frame ------------------------------------------------------------------------------------


def test_the_sample_is_there_after_the_first_start(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    opening = Opening(window, folder, Beginning.SAMPLE)
    opening.begin()
    assert window.key == "today"
    assert window.work is not None
    assert window.work.read(programme.has_sample)
    window.close()
    assert backup.latest(folder) is not None
    again = open_folder(folder)
    with again.reading() as s:
        assert len(people.people(s)) == 303
    again.close()


def test_closing_without_a_change_makes_no_backup(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    Opening(window, folder, None).begin()
    window.close()
    assert backup.latest(folder) is None


def test_a_damaged_file_is_told_in_the_window(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    (folder / "training.db").write_bytes(b"not a database" * 1000)
    Opening(window, folder, None).begin()
    assert window.work is None
    assert window.messages.isVisibleTo(window)
    assert "damaged" in window.messages.words.text()


# ---- passphrase --------------------------------------------------------------------------------------------------


@pytest.fixture
def locked(folder: Path) -> Path:
    database = open_folder(folder)
    database.protect("amahoro 2026")
    database.close()
    return folder


def test_the_right_passphrase_opens_and_a_wrong_one_can_be_mended(qtbot: QtBot, locked: Path) -> None:
    dialog = UnlockDialog(lambda passphrase: open_database(locked, passphrase))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.box.setText("amahoro 2027")
    dialog.unlock.click()
    assert dialog.words.text() == "This passphrase is not correct."
    assert dialog.box.text() == "amahoro 2027"
    dialog.box.setText("amahoro 2026")
    dialog.unlock.click()
    assert dialog.result() == UnlockDialog.DialogCode.Accepted
    dialog.opened.close()  # type: ignore[union-attr]


def test_too_many_wrong_ones_cost_a_wait(qtbot: QtBot) -> None:
    tried = []

    def refuse(passphrase: str) -> None:
        tried.append(passphrase)
        raise TrainerError("This passphrase is not correct.", "wrong_passphrase")

    dialog = UnlockDialog(refuse)
    qtbot.addWidget(dialog)
    for _try in range(FREE_TRIES + 3):
        dialog.try_it()
    assert len(tried) == FREE_TRIES
    assert "Wait" in dialog.words.text()


def test_a_new_passphrase_is_typed_twice_and_long_enough(qtbot: QtBot) -> None:
    dialog = PassphraseDialog(None)
    assert dialog.focusWidget() is dialog.first
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.first.setText("short")
    dialog.second.setText("other")
    dialog.submit()
    assert dialog.answer is None
    assert set(dialog.problems()) == {"first", "second"}
    dialog.first.setText("amahoro 2026")
    dialog.second.setText("amahoro 2026")
    dialog.submit()
    assert dialog.answer == "amahoro 2026"
    assert QApplication.activeModalWidget() is None
