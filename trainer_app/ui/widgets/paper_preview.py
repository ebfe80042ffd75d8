"""A paper as it will leave the printer: one page at a time, as large as one likes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.printing import Pages
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import icon_button, say
from trainer_app.ui.widgets.labels import label

WHOLE_PAGE = 0.0
ZOOMS = (WHOLE_PAGE, 0.75, 1.0, 1.5, 2.0, 3.0)  # pixels to the point; the first: as large as there is room
PAUSE = 60  # milliseconds after the last change of size, before a page is drawn anew
EDGE = 6  # pixels around the page
LEAST = 100  # pixels each way: a page is still a page, and large text leaves no more


class PaperPreview(Translated, QFrame):
    """`show_pdf()` shows a document, `say()` words in its place. PgUp and PgDn turn pages, + and - zoom, 0 fits."""

    counted = Signal(int)  # pages of the document now shown; 0 when there is none

    def __init__(self, parent: QWidget, name: str = "prevPage") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "card")
        self._pages: Pages | None = None
        self._zoom = 0
        self.number = 0
        self.sheet = _Sheet(self)
        self.area = _Area(self, self.sheet)
        self.area.setObjectName(f"{name}Area")
        self.area.turned.connect(self.turn)
        self.area.zoomed.connect(self.zoom)
        self.area.resized.connect(self._fit)
        self.words = label(self, "muted", f"{name}Words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place = label(self, name=f"{name}Place", wrap=False)
        self.back = icon_button(self, f"{name}Back", "chevron-left")
        self.on = icon_button(self, f"{name}On", "chevron-right")
        self.photocopy = icon_button(self, f"{name}Photocopy", "copy")
        self.photocopy.setCheckable(True)
        self.photocopy.toggled.connect(self._draw)
        self.smaller = icon_button(self, f"{name}Smaller", "zoom-out")
        self.larger = icon_button(self, f"{name}Larger", "zoom-in")
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.smaller.clicked.connect(self._smaller)
        self.larger.clicked.connect(self._larger)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._draw)
        self._build()
        self.say("")
        self.retranslate()

    @property
    def count(self) -> int:
        return len(self._pages) if self._pages else 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show this document; the page stays where it was when there is one of that number."""
        self._pages = Pages(pdf)
        self.number = min(self.number, self.count - 1)
        self._stack.setCurrentWidget(self.area)
        self._show()
        self.counted.emit(self.count)

    def say(self, text: str) -> None:
        """Why there is nothing to be seen, or that it is being made."""
        self._pages = None
        self.number = 0
        self.words.setText(text)
        self._stack.setCurrentWidget(self.words)
        self._show()
        self.counted.emit(0)

    @Slot(int)
    def turn(self, step: int) -> None:
        """To another page, so many further."""
        wanted = max(0, min(self.number + step, self.count - 1))
        if self._pages and wanted != self.number:
            self.number = wanted
            self.area.verticalScrollBar().setValue(0)
            self._show()

    @Slot(int)
    def zoom(self, step: int) -> None:
        """Larger, smaller, or with 0 the whole page."""
        self._zoom = max(0, min(self._zoom + step, len(ZOOMS) - 1)) if step else 0
        self._show()

    def retranslate(self) -> None:
        say(self.back, _("Page before (Page Up)"))
        say(self.on, _("Next page (Page Down)"))
        say(self.photocopy, _("Photocopy test: what a copier leaves of the page"))
        say(self.smaller, _("Smaller (-)"))
        say(self.larger, _("Larger (+)"))
        self._tell()

    def first_focus(self) -> QWidget:
        return self.area

    def _show(self) -> None:
        self._fit()
        self._draw()
        self._tell()

    def _tell(self) -> None:
        place = _("Page {page} of {pages}").format(page=self.number + 1, pages=self.count) if self.count else ""
        self.place.setText(place)
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number + 1 < self.count)
        self.smaller.setEnabled(self.count > 0 and self._zoom > 0)
        self.photocopy.setEnabled(self.count > 0)
        self.larger.setEnabled(self.count > 0 and self._zoom + 1 < len(ZOOMS))
        self.area.setAccessibleName(place or _("Preview"))
        self.area.setAccessibleDescription(self._pages.words(self.number) if self._pages else "")

    @Slot()
    def _fit(self) -> None:
        """Give the sheet its size at once; it is drawn sharply a moment later."""
        if self._pages is None:
            return
        width, height = self._pages.sizes[self.number]
        scale = ZOOMS[self._zoom] or self._whole(width, height)
        self.sheet.resize(round(width * scale) + 2 * EDGE, round(height * scale) + 2 * EDGE)
        self._timer.start()

    def _whole(self, width: float, height: float) -> float:
        room = self.area.maximumViewportSize()
        return max(0.1, min((room.width() - 2 * EDGE) / width, (room.height() - 2 * EDGE) / height))

    @Slot()
    def _draw(self) -> None:
        if self._pages is None:
            return
        width, _height = self._pages.sizes[self.number]
        pixels = (self.sheet.width() - 2 * EDGE) * self.devicePixelRatioF()
        scale = max(pixels, 20) / width
        if not self.photocopy.isChecked():
            self.sheet.put(self._pages.image(self.number, scale))
            return
        copied = self._pages.photocopy(self.number)
        self.sheet.put(copied.scaledToWidth(max(20, round(pixels)), Qt.TransformationMode.SmoothTransformation))

    @Slot()
    def _back(self) -> None:
        self.turn(-1)

    @Slot()
    def _on(self) -> None:
        self.turn(1)

    @Slot()
    def _smaller(self) -> None:
        self.zoom(-1)

    @Slot()
    def _larger(self) -> None:
        self.zoom(1)

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.TINY)
        for made in (self.back, self.place, self.on):
            tools.addWidget(made)
        tools.addStretch()
        for made in (self.photocopy, self.smaller, self.larger):
            tools.addWidget(made)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        layout.setSpacing(theme.TINY)
        layout.addLayout(tools)
        layout.addLayout(self._stack, 1)


class _Area(QScrollArea):
    """Where the sheet lies: it has the focus, and hears the keys."""

    turned = Signal(int)
    zoomed = Signal(int)
    resized = Signal()

    KEYS: ClassVar = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Home: -100_000, Qt.Key.Key_End: 100_000}
    ZOOM: ClassVar = {"+": 1, "=": 1, "-": -1, "0": 0}

    def __init__(self, parent: QWidget, sheet: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(sheet)
        self.setMinimumSize(LEAST, LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() in self.KEYS:
            self.turned.emit(self.KEYS[Qt.Key(event.key())])
        elif event.text() in self.ZOOM:
            self.zoomed.emit(self.ZOOM[event.text()])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class _Sheet(QWidget):
    """The page itself: white in every theme, with a thin edge, and a ring while the keys turn its pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()

    def put(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def _area(self) -> QWidget:
        """Where it lies: its parent, the viewport, belongs to that."""
        viewport = self.parentWidget()
        return (viewport and viewport.parentWidget()) or self

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.fillRect(page, Qt.GlobalColor.white)
        painter.drawImage(page, self._image)
        ring = self._area().hasFocus()
        painter.setPen(QColor(theme.tokens().focus if ring else theme.tokens().border))
        painter.drawRect(page)
        if ring:
            painter.drawRect(page.adjusted(-1, -1, 1, 1))
