"""How a score is painted: what was refused has a red border, and a bar runs from the pre-test to the post-test."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer_app.domain.scores import ScoreLine
from trainer_app.ui import theme
from trainer_app.ui.models.score_sheet import IS_WRONG, LINE, Col

RADIUS = 4.5  # of the two ends of a bar
Index = QModelIndex | QPersistentModelIndex


class ScoreDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == Col.BAR:
            painter.save()
            _paint_bar(painter, option, index.data(LINE), index.model().maximum)  # type: ignore[attr-defined]
            painter.restore()
        elif index.data(IS_WRONG):
            painter.setPen(QPen(QColor(theme.tokens().error), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("edScore")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem, line: ScoreLine, maximum: float) -> None:
    """ "○---●": a ring at the pre-test, a full circle at the post-test, on a thin line from 0 to the highest score."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.tokens()
    track = option.rect.toRectF().adjusted(theme.LARGE, 0, -theme.LARGE, 0)
    middle = track.center().y()
    painter.setPen(QPen(QColor(colours.hairline), 1))
    painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
    ends = [mark.value if mark else None for mark in (line.pre, line.post)]
    places = [
        None if value is None else QPointF(track.left() + track.width() * value / maximum, middle) for value in ends
    ]
    pre, post = places
    colour = QColor(colours.primary)
    if pre and post:
        painter.setPen(QPen(colour, 2))
        painter.drawLine(pre, post)
    painter.setPen(QPen(colour, 2))
    if pre:
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(pre, RADIUS, RADIUS)
    if post:
        painter.setBrush(colour)
        painter.drawEllipse(post, RADIUS, RADIUS)
