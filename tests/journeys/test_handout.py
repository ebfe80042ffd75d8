"""A trainer whose screen is French prints a handout in Kinyarwanda; nothing of the program is replaced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer_app.i18n import LANGUAGES, screen
from trainer_app.services import curriculum, ledger
from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice
from trainer_app.ui.work import Work

DAY = date(2026, 11, 21)
RW = list(LANGUAGES).index("rw")


@pytest.fixture
def in_french(qapp: object) -> None:
    switch_language("fr")


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1037, 450)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def words_of(path: Path) -> str:
    """The words of a PDF, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_a_handout_in_kinyarwanda_from_a_french_screen(
    qtbot: QtBot, work: Work, in_french: None, tmp_path: Path
) -> None:
    page = CurriculumScreen(work, today=lambda: DAY)
    told: list[Notice] = []
    page.told.connect(told.append)
    page.maker.ask_path = lambda _parent, name: tmp_path / name
    shown(qtbot, page)

    page.first_focus().setFocus()
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Down)  # the second unit
    qtbot.mouseClick(page.bar.languages.buttons[RW], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.bar.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)

    assert screen().language == "fr"
    saved = next(tmp_path.glob("*.pdf"))
    handout = work.read(curriculum.handout, "M1-1.2", "rw", DAY)
    for sentence in (handout.title, handout.caption, *handout.messages, handout.do_this):
        assert sentence in words_of(saved)
    french = work.read(curriculum.handout, "M1-1.2", "fr", DAY)
    assert french.title not in words_of(saved)
    assert work.read(ledger.of, page.contents.current) == ((DAY, "handout", "rw", 1),)


def test_forty_booklets_of_a_module_leave_the_printer(
    qtbot: QtBot, work: Work, in_french: None, tmp_path: Path
) -> None:
    asked: list[tuple[int, int]] = []

    def into_file(_parent: QWidget, printer: QPrinter, pages: int) -> bool:
        asked.append((printer.copyCount(), pages))
        printer.setCopyCount(1)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    page = PrintCentre(work, today=lambda: DAY)
    told: list[Notice] = []
    page.told.connect(told.append)
    page.maker.has_printer = lambda: True
    page.maker.ask_printer = into_file
    shown(qtbot, page)

    page.first_focus().setFocus()
    QTest.keyClick(page.documents, Qt.Key.Key_Down)
    qtbot.mouseClick(page.form.language.buttons[RW], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.form.format.buttons[2], Qt.MouseButton.LeftButton)
    page.form.copies.setValue(40)
    qtbot.waitUntil(lambda: page.preview.count == 4, timeout=30_000)
    qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)

    assert asked == [(40, 4)]
    printed = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    assert [page.mediabox.width > page.mediabox.height for page in printed] == [True] * 4
