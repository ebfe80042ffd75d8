"""“Print later”: what was asked waits in a list and leaves it as files or on a printer, as it is on that day."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.documents.handout import Format
from trainer_app.domain.checklists import Checklist
from trainer_app.domain.letters import LetterKind, LetterWords
from trainer_app.domain.people import PersonForm
from trainer_app.domain.printed import Holder
from trainer_app.domain.scores import Phase, Way
from trainer_app.i18n import label
from trainer_app.services import enrolments, ledger, people, print_queue, trainings
from trainer_app.ui.dialogs.print_queue import PrintQueueDialog
from trainer_app.ui.screens.print_centre.kept_order import as_asked, from_asked
from trainer_app.ui.screens.print_centre.kinds import NAMES, OF_TRAINING, Kind
from trainer_app.ui.screens.print_centre.order import Order
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

DAY = FIRST_DAY + timedelta(days=1)
KEY = UUID(int=7)


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=2)


@pytest.fixture
def centre(qtbot: QtBot, work: Work, training: ATraining) -> PrintCentre:
    screen = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(screen)
    screen.resize(1134, 625)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    return screen


@pytest.fixture
def window(qtbot: QtBot, work: Work, centre: PrintCentre, tmp_path: Path) -> Iterator[PrintQueueDialog]:
    made = PrintQueueDialog(None, work, DAY, centre._wished)
    qtbot.addWidget(made)
    made.ask_folder = lambda _parent, _title: tmp_path
    made.show()
    yield made
    qtbot.waitUntil(lambda: made._job is None, timeout=30_000)


def later(centre: PrintCentre, *kinds: Kind) -> None:
    for kind in kinds:
        centre.documents.setCurrentRow(list(NAMES).index(kind))
        centre.later.click()


def test_the_first_paper_is_chosen_on_arrival(qtbot: QtBot, work: Work, centre: PrintCentre) -> None:
    later(centre, Kind.HANDOUT)
    made = PrintQueueDialog(None, work, DAY, centre._wished)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    assert len(made.table.chosen_rows()) == 1
    assert made.remove_button.isEnabled()


def waiting(work: Work) -> list[str]:
    return [wish.title for wish in work.read(print_queue.waiting)]


ORDERS = {
    "plain": Order(Kind.PEOPLE, None, "fr"),
    "handouts": Order(
        Kind.HANDOUT, KEY, "rw", Format.BOOKLET, 40, others=(("fr", 3), ("en", 1)), by_hand=True, holder=Holder(KEY)
    ),
    "test": Order(Kind.ORAL, KEY, "en", test="B", phase=Phase.LATER, reading=False, way=Way.BEANS),
    "letter": Order(
        Kind.LETTER,
        KEY,
        "en",
        letter=LetterKind.EMPLOYER,
        person=UUID(int=8),
        letter_words=LetterWords("{name}", "=1+1", "O'Neil <b>\n\n{x}"),
    ),
    "checklist": Order(Kind.CHECKLIST, KEY, "en", checklist=Checklist.SAVINGS_MEETING, code_only=True, day=3),
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_an_order_is_the_same_after_a_file_kept_it(work: Work, order: Order) -> None:
    work.change(label("Print later"), print_queue.add, "x", as_asked(order), DAY)
    (wish,) = work.read(print_queue.waiting)
    assert from_asked(wish.asked) == order


def test_an_order_of_a_newer_program_is_understood_as_far_as_it_can_be() -> None:
    asked = as_asked(ORDERS["plain"])
    assert from_asked(asked | {"colour": "blue"}) == ORDERS["plain"]
    assert from_asked(asked | {"kind": "hologram"}) is None
    assert from_asked({"language": "en"}) is None


def test_what_waits_is_counted_and_undo_takes_it_back(centre: PrintCentre, work: Work) -> None:
    assert centre.queue.text() == "To print…"
    later(centre, Kind.SIGN_IN, Kind.RECORDED)
    assert centre.queue.text() == "To print (2)…"
    assert [title.split()[0] for title in waiting(work)] == ["Sign-in", "Attendance"]
    work.undo()
    assert centre.queue.text() == "To print (1)…"


def test_all_papers_are_saved_as_they_are_on_that_day_and_leave_the_list(
    qtbot: QtBot,
    db: Database,
    centre: PrintCentre,
    window: PrintQueueDialog,
    work: Work,
    training: ATraining,
    tmp_path: Path,
) -> None:
    later(centre, Kind.SIGN_IN, Kind.RECORDED, Kind.REPORT)
    newcomer = work.change(label("Add"), people.add, PersonForm("KAMANZI <b>Jean</b>"))
    work.change(label("Enrol"), enrolments.enrol, training.id, newcomer)
    window.read()
    window.accept_button.click()
    qtbot.waitUntil(lambda: waiting(work) == [], timeout=30_000)
    files = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert [name[:3] for name in files] == ["01 ", "02 ", "03 "]
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / files[0]).pages)
    assert "KAMANZI <b>Jean</b>" in " ".join(text.split())
    assert {run.document for run in work.read(ledger.runs)} >= {"sign_in_sheet", "attendance_list", "training_report"}
    assert window.said.text().startswith("3 files were saved in")
    assert window.nothing.isVisible()
    work.undo()
    assert len(waiting(work)) == 3


def test_a_file_that_is_there_already_stays_there(
    qtbot: QtBot, centre: PrintCentre, window: PrintQueueDialog, work: Work, tmp_path: Path
) -> None:
    for _time in range(2):
        later(centre, Kind.SIGN_IN)
        window.read()
        window.accept_button.click()
        qtbot.waitUntil(lambda: waiting(work) == [], timeout=30_000)
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_a_paper_that_can_no_longer_be_made_stays_and_says_why(
    qtbot: QtBot, centre: PrintCentre, window: PrintQueueDialog, work: Work, training: ATraining, tmp_path: Path
) -> None:
    later(centre, Kind.FEEDBACK, Kind.PEOPLE)
    work.change(label("Take out"), trainings.remove_session, training.sessions[1])
    window.read()
    window.accept_button.click()
    qtbot.waitUntil(lambda: len(waiting(work)) == 1, timeout=30_000)
    assert waiting(work)[0].startswith("Feedback form")
    assert "no such day" in window.said.text()
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_paper_of_a_training_that_was_taken_out_says_so(
    centre: PrintCentre, window: PrintQueueDialog, work: Work, training: ATraining
) -> None:
    later(centre, *(kind for kind in Kind if kind in OF_TRAINING and kind not in (Kind.CERTIFICATES, Kind.BADGES)))
    asked = len(waiting(work))
    assert asked > 8
    work.change(label("Take out"), trainings.remove, training.id)
    window.read()
    window.accept_button.click()
    assert window.said.text().count("no longer there") == asked == len(waiting(work))


def test_one_question_sends_all_of_them_to_the_printer_with_their_own_copies(
    qtbot: QtBot, centre: PrintCentre, window: PrintQueueDialog, work: Work, tmp_path: Path
) -> None:
    centre.form.copies.setValue(3)
    later(centre, Kind.SIGN_IN, Kind.RECORDED)
    asked: list[int] = []

    def choose(_parent: QWidget, printer: QPrinter, pages: int) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        asked.append(pages)
        return True

    window.has_printer = lambda: True
    window.ask_printer = choose
    window.read()
    window.print_button.click()
    qtbot.waitUntil(lambda: waiting(work) == [], timeout=60_000)
    assert asked == [2]
    assert window.said.text() == "2 papers were sent to the printer"
    assert {run.copies for run in work.read(ledger.runs)} == {3}


def test_without_a_printer_nothing_leaves_the_list(centre: PrintCentre, window: PrintQueueDialog, work: Work) -> None:
    later(centre, Kind.SIGN_IN)
    window.has_printer = lambda: False
    window.read()
    window.print_button.click()
    assert "no printer" in window.said.text()
    assert len(waiting(work)) == 1


def test_del_removes_what_is_chosen_and_an_empty_list_says_what_to_do(
    centre: PrintCentre, window: PrintQueueDialog, work: Work
) -> None:
    later(centre, Kind.SIGN_IN, Kind.RECORDED, Kind.PEOPLE)
    window.read()
    window.table.setFocus()
    window.table.selectRow(0)
    QTest.keyClick(window.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window.table, Qt.Key.Key_Delete)
    assert [title.split()[0] for title in waiting(work)] == ["List"]
    window.table.selectAll()
    window.remove_button.click()
    assert waiting(work) == []
    assert not window.accept_button.isEnabled()
    assert "Print later" in window.nothing.text()


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_its_buttons_fit_in_three_languages(
    qtbot: QtBot, centre: PrintCentre, window: PrintQueueDialog, language: str
) -> None:
    switch_language(language)
    try:
        centre.resize(1037, 462)  # what the window of 1093 x 542 leaves for a page
        shown = [part for part in (centre.print_button, centre.save_button, centre.later) if part.isVisible()]
        buttons = [*shown, window.accept_button, window.print_button, window.remove_button, window.cancel_button]
        qtbot.waitUntil(lambda: all(made.width() >= made.sizeHint().width() for made in buttons))
        for made in shown:
            assert made.mapTo(centre, made.rect().bottomRight()).x() <= centre.width()
        assert window.width() <= 1093
    finally:
        switch_language("en")


def test_the_window_is_freed(qtbot: QtBot, work: Work, centre: PrintCentre) -> None:
    dialog: QDialog | None = PrintQueueDialog(centre, work, DAY, centre._wished)
    assert dialog is not None
    gone = weakref.ref(dialog)
    dialog.show()
    dialog.reject()
    dialog.deleteLater()
    dialog = None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
