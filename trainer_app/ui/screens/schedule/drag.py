"""A session in the hand: where it would go, drawn above the others while the mouse carries it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui import theme
from trainer_app.ui.models import sessions as words
from trainer_app.ui.screens.schedule import week_layout
from trainer_app.ui.screens.schedule.session_button import Part

There = tuple[date, time, time]


@dataclass(frozen=True, slots=True)
class Drag:
    """Taken by `part` at a day and a minute of it."""

    line: SessionLine
    part: Part
    day: date
    minute: int = 0

    def target(self, day: date, minute: int) -> There | None:
        """Day and hours if it were let go there; None where it cannot be."""
        by = minute - self.minute
        if self.part == Part.WHOLE:
            return week_layout.shifted(self.line, (day - self.day).days, by)
        if self.part == Part.START:
            return week_layout.shifted(self.line, 0, by, -by)
        return week_layout.shifted(self.line, 0, 0, by)


class Ghost(QWidget):
    """The frame that follows the mouse, with the day and hours it stands for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dragGhost")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.there: There | None = None
        self.hide()

    def show_at(self, area: QRect, there: There) -> None:
        self.there = there
        self.setGeometry(area)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.tokens()
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setOpacity(0.85)
        painter.fillRect(body, QColor(colours.selection))
        painter.setOpacity(1)
        painter.setPen(QPen(QColor(colours.focus), 2, Qt.PenStyle.DashLine))
        painter.drawRect(body)
        painter.setPen(QColor(colours.selection_text))
        painter.setFont(theme.font(theme.CAPTION, semibold=True))
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(theme.SMALL, theme.TINY, -theme.TINY, 0), flags, self._words())
        painter.end()

    def _words(self) -> str:
        if self.there is None:
            return ""
        day, starts, ends = self.there
        return f"{words.weekday(day)}\n{words.span(starts, ends)}"
