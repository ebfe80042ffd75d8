"""Who holds an outdated page is seen at once, in words, and the page is printed again with one key."""

from __future__ import annotations

import gc
import weakref
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_training
from trainer_app.db.database import Database
from trainer_app.domain import printed
from trainer_app.domain.printed import Document, Holder, Made
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import curriculum, ledger, material, texts, translating
from trainer_app.ui.dialogs.ledger import LedgerDialog
from trainer_app.ui.models import prints
from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

DAY = date(2026, 11, 21)
NEW = "Ensemble, nous vendons mieux."


def printing(work: Work, language: str = "fr", holder: Holder = printed.NOBODY, copies: int = 25) -> None:
    page = work.read(curriculum.handout, "M1-1.2", language, DAY)
    made = Made("handout", language, pages=printed.of_handouts([page]), holder=holder)
    work.note(label("Make a document"), ledger.note, made, DAY, copies)


def changing(work: Work, language: str = "fr") -> str:
    """The first message of the page says something else; what it said."""
    unit = work.read(curriculum.modules, "en")[0].units[1].id
    pairs = work.read(translating.pairs, unit, language)
    pair = next(pair for pair in pairs if pair.place.owner == "handout" and pair.place.key == "message")
    work.change(label("Edit a text"), texts.write, pair.ref, language, NEW)
    return pair.words


@pytest.fixture
def window(qtbot: QtBot, work: Work, db: Database) -> LedgerDialog:
    group = a_group(db, "COOP Abahuje")
    printing(work, holder=Holder(group_id=group))
    printing(work, "rw", copies=3)
    before = changing(work)
    made = LedgerDialog(None, work, DAY)
    made.before = before  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def cells(table: QWidget, row: int = 0) -> list[str]:
    model = table.model()  # type: ignore[attr-defined]
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_an_outdated_page_is_shown_with_who_has_it_and_what_changed(window: LedgerDialog) -> None:
    QAbstractItemModelTester(window.outdated.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = window.before  # type: ignore[attr-defined]
    assert cells(window.outdated) == [
        "M1-1.2",
        "Handout",
        "Français",
        "COOP Abahuje",
        "25",
        "21/11/2026",
        f"{before} → {NEW}",
    ]
    assert window.count.text() == "1 page that was handed out reads otherwise today."
    assert window.passages.toPlainText() == f"Printed: {before}\nToday: {NEW}"


def test_everything_printed_is_the_other_list(window: LedgerDialog) -> None:
    window.parts.buttons[1].click()
    QAbstractItemModelTester(window.runs.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert window.table is window.runs
    assert QApplication.focusWidget() is window.runs
    assert cells(window.runs) == ["21/11/2026", "Handout", "M1-1.2", "Ikinyarwanda", "3", "Nobody in particular"]


def test_enter_on_a_line_prints_it_again(window: LedgerDialog) -> None:
    window.outdated.setFocus()
    QTest.keyClick(window.outdated, Qt.Key.Key_Return)
    assert window.answer is not None
    assert (window.answer["document"], window.answer["codes"], window.answer["copies"]) == ("handout", ("M1-1.2",), 25)


def test_the_print_centre_understands_what_is_printed_again(
    qtbot: QtBot, work: Work, window: LedgerDialog, db: Database
) -> None:
    centre = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(centre)
    centre.show()
    centre.arrive(prints.order_again(window.outdated.rows.rows[0]))
    order = centre.form.order()
    unit = work.read(curriculum.modules, "en")[0].units[1].id
    assert (order.kind, order.subject, order.language, order.copies) == (Kind.HANDOUT, unit, "fr", 25)
    assert order.holder.group_id is not None


@pytest.mark.parametrize("document", list(Document))
def test_every_paper_of_the_curriculum_can_be_printed_again(
    qtbot: QtBot, work: Work, db: Database, document: Document
) -> None:
    training = a_training(db)
    units = work.read(material.units_of, training.id, "en", DAY)
    if document in printed.OF_TESTS:
        pages = printed.of_test(work.read(material.test, "M1", "B", "en", DAY), document)
    elif document in printed.OF_HANDOUTS:
        pages = printed.of_handouts(work.read(curriculum.handouts, "M1", "en", DAY), document)
    else:
        pages = printed.of_units(units, document)
    made = Made(document, "en", training.id, pages=pages, holder=Holder(training_id=training.id))
    work.note(label("Make a document"), ledger.note, made, DAY, 4)
    centre = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(centre)
    centre.refresh()
    (line,) = work.read(ledger.runs)
    centre.arrive(prints.order_again(line))
    order = centre.form.order()
    module = work.read(curriculum.modules, "en")[0]
    assert order.kind == ("module" if document == Document.HANDOUT else document)
    assert (order.subject, order.copies, order.holder.training_id) == (module.id, 4, training.id)
    if document in printed.OF_TESTS:
        assert order.test == "B"


def test_nothing_printed_and_nothing_outdated_are_said_in_words(qtbot: QtBot, work: Work) -> None:
    window = LedgerDialog(None, work, DAY)
    qtbot.addWidget(window)
    window.show()
    assert window.something.empty.words.text() == "Nothing was printed yet."
    assert window.something.empty.isVisible()
    assert not window.accept_button.isVisible()
    window.parts.buttons[0].click()
    assert window.good.empty.words.text() == "Nobody holds a page that reads otherwise today."
    assert not window.accept_button.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_small_window_in_each_language(window: LedgerDialog, language: str) -> None:
    switch_language(language)
    assert window.width() <= 1093
    assert window.minimumSizeHint().width() <= 1093
    assert window.minimumSizeHint().height() <= 542
    switch_language("en")


def test_it_is_freed_when_it_was_closed(qtbot: QtBot, work: Work) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = LedgerDialog(parent, work, DAY)
    window.show()
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


@pytest.mark.parametrize("page", [PrintCentre, CurriculumScreen])
def test_a_button_of_the_print_centre_and_of_the_curriculum_opens_it(
    qtbot: QtBot, work: Work, page: type[PrintCentre] | type[CurriculumScreen]
) -> None:
    screen = page(work, today=lambda: DAY)
    qtbot.addWidget(screen)
    screen.show()
    opener = screen.ledger if isinstance(screen, PrintCentre) else screen.bar.ledger
    with qtbot.captureExceptions() as raised:
        opener.click()
    assert "LedgerDialog was opened" in str(raised[0][1])
