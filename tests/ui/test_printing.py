"""What is seen, what leaves the printer and what is saved are the same pages."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from tests.builders import a_training
from trainer_app.db.database import Database
from trainer_app.db.records import PrintRun
from trainer_app.documents import papers
from trainer_app.documents.attendance_rows import Detail, Variant
from trainer_app.documents.output import Cancelled
from trainer_app.documents.papers import Paper
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES
from trainer_app.services import attendance, ledger
from trainer_app.ui import printing
from trainer_app.ui.making import Maker, Previewer
from trainer_app.ui.printing import Pages
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice, Tone
from trainer_app.ui.widgets.paper_preview import PaperPreview
from trainer_app.ui.work import Work

DAY = date(2026, 3, 9)
A4, A5 = (595.28, 841.89), (419.53, 595.28)
Keys = Qt.Key


def a_pdf(*words: str, size: tuple[float, float] = A4) -> bytes:
    """A page for each word, with a black square in its upper left corner."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size)
    for word in words:
        canvas.drawString(100, 100, word)
        canvas.rect(0, size[1] - 100, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def to_file(path: Path, pdf: bytes, copies: int = 1) -> QPrinter:
    """A printer that prints into a file: everything else is as with a real one."""
    printer = printing.new_printer(pdf, copies, "A paper")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def corner_is_black(image: QImage) -> bool:
    colours = [image.pixelColor(*place).lightness() for place in ((5, 5), (image.width() - 5, image.height() - 5))]
    return colours[0] < 50 and colours[1] > 200


def test_a_page_is_drawn_as_large_as_it_is_asked_for(qapp: object) -> None:
    pages = Pages(a_pdf("one", "two"))
    image = pages.image(1, 2.0)
    assert len(pages) == 2
    assert (image.width(), image.height()) == (1191, 1684)
    assert corner_is_black(image)


def test_what_stands_on_a_page_can_be_heard(qapp: object) -> None:
    pages = Pages(a_pdf("Muraho", "Murakoze"))
    assert [pages.words(number).strip() for number in range(2)] == ["Muraho", "Murakoze"]


@pytest.mark.parametrize("size", [A4, A5, A4[::-1]])
def test_the_printer_takes_the_documents_own_paper(qapp: object, tmp_path: Path, size: tuple[float, float]) -> None:
    pdf = a_pdf("one", size=size)
    printing.send(pdf, to_file(tmp_path / "out.pdf", pdf), lambda _share: None)
    printed = pypdf.PdfReader(tmp_path / "out.pdf").pages[0].mediabox
    assert (float(printed.width), float(printed.height)) == pytest.approx(size, abs=1)
    assert corner_is_black(Pages((tmp_path / "out.pdf").read_bytes()).image(0, 1.0))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_keeps_its_size_in_every_language_of_the_screen(qapp: object, tmp_path: Path, language: str) -> None:
    switch_language(language)
    pdf = a_pdf("one")
    printing.send(pdf, to_file(tmp_path / "out.pdf", pdf), lambda _share: None)
    box = pypdf.PdfReader(tmp_path / "out.pdf").pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(A4, abs=1)


def test_every_page_is_printed_as_often_as_asked(qapp: object, tmp_path: Path) -> None:
    pdf = a_pdf("one", "two", "three")
    assert printing.send(pdf, to_file(tmp_path / "out.pdf", pdf, copies=2), lambda _share: None) == 2
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 6


def test_only_the_chosen_pages_are_printed(qapp: object, tmp_path: Path) -> None:
    pdf = a_pdf("one", "two", "three")
    printer = to_file(tmp_path / "out.pdf", pdf)
    printer.setFromTo(2, 3)
    printing.send(pdf, printer, lambda _share: None)
    assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 2


def test_printing_stops_when_asked(qapp: object, tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0:
            raise Cancelled

    pdf = a_pdf("one", "two", "three")
    with pytest.raises(Cancelled):
        printing.send(pdf, to_file(tmp_path / "out.pdf", pdf), stop)


@pytest.mark.parametrize(
    ("pages", "copies", "faces", "count"), [(3, 1, 1, 3), (3, 40, 1, 120), (3, 2, 2, 4), (4, 1, 2, 2)]
)
def test_sheets_are_counted_before_they_are_printed(pages: int, copies: int, faces: int, count: int) -> None:
    paper = replace(a_paper("word"), copies=copies, faces=faces)
    assert paper.amount(pages) == (pages, copies, count)


def test_the_sheets_of_one_job_in_several_languages_are_counted_together() -> None:
    paper = replace(a_paper("word"), each=(25, 10, 5), faces=2)
    assert paper.amount(9) == (3, 40, 80)


# ---- the preview --------------------------------------------------------------------------------------------------


@pytest.fixture
def preview(qtbot: QtBot) -> PaperPreview:
    made = PaperPreview(None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_pdf(a_pdf("one", "two", "three"))
    made.area.setFocus()
    return made


def test_keys_turn_the_pages(preview: PaperPreview) -> None:
    seen = []
    for key in (Keys.Key_PageDown, Keys.Key_PageDown, Keys.Key_PageDown, Keys.Key_PageUp, Keys.Key_Home, Keys.Key_End):
        QTest.keyClick(preview.area, key)
        seen.append(preview.place.text())
    assert seen == [f"Page {number} of 3" for number in (2, 3, 3, 2, 1, 3)]
    assert preview.area.accessibleName() == "Page 3 of 3"
    assert preview.area.accessibleDescription().strip() == "three"


def test_plus_and_minus_zoom_and_zero_shows_the_whole_page(preview: PaperPreview) -> None:
    whole = preview.sheet.height()
    assert whole <= preview.area.maximumViewportSize().height()
    for _press in range(9):
        QTest.keyClick(preview.area, Keys.Key_Plus)
    largest = preview.sheet.height()
    QTest.keyClick(preview.area, Keys.Key_Minus)
    assert whole < preview.sheet.height() < largest
    QTest.keyClick(preview.area, Keys.Key_0)
    assert preview.sheet.height() == whole


def test_the_buttons_say_what_they_do_and_stop_at_the_ends(qtbot: QtBot, preview: PaperPreview) -> None:
    assert not preview.back.isEnabled()
    qtbot.mouseClick(preview.on, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(preview.on, Qt.MouseButton.LeftButton)
    assert preview.place.text() == "Page 3 of 3"
    assert not preview.on.isEnabled()
    assert preview.on.accessibleName() == "Next page (Page Down)"


def test_words_stand_where_there_is_no_page(preview: PaperPreview) -> None:
    counts: list[int] = []
    preview.counted.connect(counts.append)
    preview.say("Nothing here.")
    assert preview.words.isVisible()
    assert not preview.area.isVisible()
    preview.show_pdf(a_pdf("one"))
    assert preview.area.isVisible()
    assert counts == [0, 1]


def test_only_the_last_wish_is_shown(qtbot: QtBot, work: Work, preview: PaperPreview) -> None:
    previewer = Previewer(work, preview)
    for word in ("first", "second", "last"):
        previewer.wish(a_paper(word))
    qtbot.waitUntil(lambda: "last" in preview.area.accessibleDescription())
    previewer.wish(a_paper("late"))
    previewer.say("Too late.")
    QTest.qWait(300)
    assert preview.words.text() == "Too late."


def test_a_paper_that_cannot_be_drawn_says_why_in_its_place(qtbot: QtBot, work: Work, preview: PaperPreview) -> None:
    Previewer(work, preview).wish(a_paper("word", problem="Its words do not fit."))
    qtbot.waitUntil(lambda: preview.words.text() == "Its words do not fit.")


# ---- making -------------------------------------------------------------------------------------------------------


def a_paper(*words: str, problem: str = "") -> Paper:
    def draw() -> bytes:
        if problem:
            raise TrainerError(problem)
        return a_pdf(*words)

    return Paper("handout", "Handout M1", "rw", draw, lambda _path, _tick: pytest.fail("not asked to save"))


class Making:
    """A maker, what it told, and the windows it would open."""

    def __init__(self, work: Work, parent: QWidget, folder: Path) -> None:
        self.folder = folder
        self.maker = Maker(work, parent, lambda: DAY)
        self.maker.has_printer = lambda: True
        self.maker.ask_path = lambda _parent, name: folder / name
        self.maker.ask_printer = self._into_file
        self.told: list[Notice] = []
        self.maker.told.connect(self.told.append)

    def _into_file(self, _parent: QWidget, printer: QPrinter, pages: int) -> bool:
        self.pages = pages
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        return True


@pytest.fixture
def making(qtbot: QtBot, work: Work, tmp_path: Path) -> Making:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Making(work, parent, tmp_path)
    made.parent = parent  # type: ignore[attr-defined]
    return made


def a_list(work: Work, db: Database, language: str = "en", unmask: tuple[str, ...] = ()) -> Paper:
    training = a_training(db, people=3, days=2)
    register = work.read(attendance.register, training.id, language)
    return papers.attendance(register, Variant.RECORDED, language, DAY, unmask)


def test_a_paper_is_printed_and_noted(qtbot: QtBot, work: Work, db: Database, making: Making) -> None:
    paper = a_list(work, db)
    making.maker.print_paper(paper)
    qtbot.waitUntil(lambda: bool(making.told), timeout=20_000)
    assert making.told[0].words() == f"Sent to the printer: {paper.title}"
    assert making.pages == 1
    assert len(pypdf.PdfReader(making.folder / "printed.pdf").pages) == 1
    assert work.read(ledger.of, paper.subject) == ((DAY, "attendance_list", "en", 1),)


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".ods", ".csv"])
def test_a_list_is_saved_in_every_format(qtbot: QtBot, work: Work, db: Database, making: Making, suffix: str) -> None:
    paper = a_list(work, db, "fr")
    making.maker.save(paper, suffix)
    assert making.maker.is_busy
    qtbot.waitUntil(lambda: bool(making.told), timeout=20_000)
    saved = making.folder / paper.file_name(suffix)
    assert saved.stat().st_size > 0
    assert making.told[0].words() == f"Saved {saved.name}"
    assert making.told[0].tone == Tone.SUCCESS
    assert not making.maker.is_busy


def test_whole_phone_numbers_are_noted(qtbot: QtBot, work: Work, db: Database, making: Making) -> None:
    making.maker.save(a_list(work, db, unmask=(Detail.PHONE,)), ".csv")
    qtbot.waitUntil(lambda: bool(making.told), timeout=20_000)
    with db.reading() as s:
        assert s.scalars(select(PrintRun.unmasked)).all() == ["phone"]


def test_nothing_is_noted_when_the_user_thinks_better_of_it(work: Work, db: Database, making: Making) -> None:
    paper = a_list(work, db)
    making.maker.ask_path = lambda _parent, _name: None
    making.maker.save(paper, ".pdf")
    assert not making.maker.is_busy
    assert work.read(ledger.of, paper.subject) == ()


def test_a_file_that_cannot_be_written_is_refused_and_the_next_one_made(
    qtbot: QtBot, work: Work, db: Database, making: Making
) -> None:
    paper = a_list(work, db)
    making.maker.ask_path = lambda _parent, name: making.folder / "nowhere" / name
    with qtbot.captureExceptions() as raised:
        making.maker.save(paper, ".pdf")
        qtbot.waitUntil(lambda: bool(raised), timeout=20_000)
    assert "is not there. Choose another place." in str(raised[0][1])
    assert not making.maker.is_busy
    making.maker.ask_path = lambda _parent, name: making.folder / name
    making.maker.save(paper, ".pdf")
    qtbot.waitUntil(lambda: bool(making.told), timeout=20_000)


def test_stopping_leaves_no_file(qtbot: QtBot, work: Work, db: Database, making: Making) -> None:
    paper = a_list(work, db)
    making.maker.save(paper, ".pdf")
    making.maker.stop()
    qtbot.waitUntil(lambda: bool(making.told), timeout=20_000)
    assert making.told[0].words() == "Stopped. Nothing was made."
    assert [file.name for file in making.folder.iterdir() if file.is_file()] == []


def test_a_paper_of_the_sample_says_so_in_its_name() -> None:
    paper = Paper("handout", "Fiche M1", "fr", bytes, lambda _path, _tick: pytest.fail("not saved"), is_sample=True)
    assert paper.file_name(".pdf").endswith(" Fiche M1.pdf")
    assert paper.file_name(".pdf") != "Fiche M1.pdf"


def test_an_image_of_a_page_keeps_its_pixels_when_the_document_is_gone(qapp: object) -> None:
    image = Pages(a_pdf("one")).image(0, 1.0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    assert corner_is_black(image)
