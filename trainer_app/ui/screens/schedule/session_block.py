"""One session in the week: a block to read at a glance, a button for the ear."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words


class SessionBlock(QAbstractButton):
    """A click chooses it, a double click opens it. The week has the focus and says which one is current."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget, line: SessionLine) -> None:
        super().__init__(parent)
        self.line = line
        self.is_current = False
        self.is_faded = False
        self.setObjectName("blkSession")
        self.clicked.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(words.title(self.line))
        self.setAccessibleName(words.spoken(self.line))
        self.setToolTip(words.spoken(self.line))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_faded:
            painter.setOpacity(0.4)
        self._paint_body(painter)
        self._paint_words(painter)
        painter.end()

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.line)

    def _paint_body(self, painter: QPainter) -> None:
        colours = theme.tokens()
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ring = QPen(QColor(colours.focus), 3) if self.is_current else QPen(QColor(colours.primary), 1)
        painter.setPen(ring)
        painter.setBrush(QColor(colours.alternate if self.line.is_marked else colours.selection))
        painter.drawRoundedRect(body, theme.TINY, theme.TINY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.success if self.line.is_marked else colours.primary))
        painter.drawRect(QRectF(body.left() + 1, body.top() + 2, theme.TINY, body.height() - 4))

    def _paint_words(self, painter: QPainter) -> None:
        """Line by line while there is room; the title may take several."""
        colours = theme.tokens()
        left, bottom = theme.TINY * 3, self.height() - 2
        top, width = theme.TINY, self.width() - left - theme.TINY
        for number, (text, strong) in enumerate(self._lines(width)):
            painter.setFont(theme.font(theme.BODY if strong else theme.CAPTION, semibold=strong))
            painter.setPen(QColor(colours.text if strong or number == 0 else colours.muted))
            metrics = painter.fontMetrics()
            if number and top + metrics.height() > bottom:
                break
            for part in self._wrapped(text, metrics, width, bottom - top) if strong else [text]:
                elided = metrics.elidedText(part, Qt.TextElideMode.ElideRight, width)
                painter.drawText(left, top, width, metrics.height(), Qt.AlignmentFlag.AlignVCenter, elided)
                top += metrics.height()

    def _wrapped(self, text: str, metrics: QFontMetrics, width: int, room: int) -> list[str]:
        """At most three lines, and no more than leave room for one line below them."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        fit = max(min(3, room // metrics.height() - 1), 1)
        return lines if len(lines) <= fit else [*lines[: fit - 1], " ".join(lines[fit - 1 :])]

    def _lines(self, width: int) -> list[tuple[str, bool]]:
        """What the block says, the most needed first: as many lines as there is room for."""
        line = self.line
        hours = words.hours(line)
        if QFontMetrics(theme.font(theme.CAPTION)).horizontalAdvance(hours) > width:
            hours = f"{line.starts:%H:%M}"  # the end is where the block ends
        found = [(hours, False), (line.title, True)]
        number = words.day_number(line) if line.of > 1 else ""
        came = f"✓ {words.marked(line)}" if line.is_marked else words.marked(line)
        progress = " · ".join(part for part in (number, came) if part)
        found += [(text, False) for text in (progress, line.group, line.venue, line.trainers) if text]
        if line.moved_from is not None:
            found.insert(2, (words.moved(line), False))
        return found
