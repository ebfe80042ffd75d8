"""Documents come as bytes: here they become pages on screen, sheets from a printer, and files that can be opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.documents.output import Tick
from trainer_app.documents.pdf_pages import opened
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

POINTS = 72  # to the inch
COPIER = 200  # dots to the inch
SHARPNESS = 300  # dots to the inch: what office printers have


class Pages:
    """A PDF, page by page. It is opened for each page anew: nothing stays open that must be closed later."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        with opened(pdf) as document:
            self.sizes = tuple(document.get_page_size(number) for number in range(len(document)))

    def __len__(self) -> int:
        return len(self.sizes)

    def image(self, number: int, scale: float, coloured: bool = False) -> QImage:
        """A page in grey unless its colours are asked for, `scale` pixels to the point."""
        with opened(self._pdf) as document:
            drawn = document[number].render(scale=scale, grayscale=not coloured, rev_byteorder=coloured)
            form = QImage.Format.Format_RGB888 if coloured else QImage.Format.Format_Grayscale8
            size = (drawn.width, drawn.height, drawn.stride)
            return QImage(bytes(drawn.buffer), *size, form).copy()  # its own pixels: those above end with the page

    def photocopy(self, number: int) -> QImage:
        """A page in black and white and nothing between, as finely as a copier sees it."""
        seen = self.image(number, COPIER / POINTS)
        black_or_white = seen.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
        return black_or_white.convertToFormat(QImage.Format.Format_Grayscale8)

    def words(self, number: int) -> str:
        """What is written on a page, for those who hear it."""
        with opened(self._pdf) as document:
            return str(document[number].get_textpage().get_text_bounded())


def has_printer() -> bool:
    return bool(QPrinterInfo.availablePrinterNames())


def new_printer(pdf: bytes, copies: int, title: str) -> QPrinter:
    """A printer set to the document's own size of paper."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(SHARPNESS)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    printer.setPageLayout(layout(*Pages(pdf).sizes[0]))
    printer.setFullPage(True)
    return printer


def like(printer: QPrinter, title: str) -> QPrinter:
    """The same printer with the same settings, for what follows."""
    again = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    again.setPrinterName(printer.printerName())
    again.setOutputFormat(printer.outputFormat())
    again.setOutputFileName(printer.outputFileName())
    again.setResolution(printer.resolution())
    again.setDocName(title)
    again.setCopyCount(printer.copyCount())
    again.setCollateCopies(printer.collateCopies())
    again.setPageLayout(printer.pageLayout())
    again.setFullPage(True)
    return again


def layout(width: float, height: float) -> QPageLayout:
    """Size and direction of a page of so many points."""
    upright = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point, "", _MATCH)
    lying = width > height
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(upright, way, QMarginsF(0, 0, 0, 0))


_MATCH = QPageSize.SizeMatchPolicy.FuzzyMatch  # 595.28 points are A4


def ask_printer(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Which printer, how many copies, which pages; False when the user thinks better of it."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinMax(1, pages)
    return dialog.exec() == QPrintDialog.DialogCode.Accepted


def ask_path(parent: QWidget, proposed: str) -> Path | None:
    """Where to save a file, or None. The system's own window asks before a file is replaced."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffix = Path(proposed).suffix
    where = str(Path(folder) / proposed)
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save {file}").format(file=proposed), where, f"*{suffix}")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Where to put several files, or None."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getExistingDirectory(parent, title, folder)
    return Path(chosen) if chosen else None


def send(pdf: bytes, printer: QPrinter, tick: Tick) -> int:
    """Put the pages on the printer; how many copies there are of each."""
    pages = Pages(pdf)
    painter = QPainter()
    try:
        wanted = list(_wanted(printer, len(pages)))
        if not painter.begin(printer):
            raise TrainerError(_("The printer does not answer. Is it on, and has it paper?"), "printer")
        for done, number in enumerate(wanted):
            tick(done / len(wanted))
            if done:
                printer.newPage()
            _draw(painter, printer, pages, number)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return printer.copyCount()


def _wanted(printer: QPrinter, count: int) -> Iterator[int]:
    """Numbers of pages from 0, in the order they leave the printer: all copies, when it cannot copy by itself."""
    first, last = printer.fromPage() or 1, min(printer.toPage() or count, count)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        for _copy in range(copies):
            yield from range(first - 1, last)
    else:
        for page in range(first - 1, last):
            yield from [page] * copies


def _draw(painter: QPainter, printer: QPrinter, pages: Pages, number: int) -> None:
    """A page as large as the paper takes it, in the middle."""
    image = pages.image(number, printer.resolution() / POINTS)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    room = QSizeF(image.size()).scaled(QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, room.width(), room.height())
    place.moveCenter(QRectF(0, 0, paper.width(), paper.height()).center())
    painter.drawImage(place, image)


def open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_folder(path: Path) -> None:
    """Show the folder that `path` is in."""
    open_file(path.parent)
