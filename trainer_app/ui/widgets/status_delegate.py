"""How a mark is painted: colour, sign and letter; and how the current cell is shown without hiding any of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer_app.ui import theme
from trainer_app.ui.models.register import FACE, Face

OUTLINE = 3  # pixels around the current cell
MARGIN = OUTLINE + 1  # between the cell's edge and its fill, so that the outline never touches the colour
CORNER = 7  # of the mark of a late edit


class StatusDelegate(QStyledItemDelegate):
    """Paints the days itself. Other columns are Qt's; in the current line they stand on the selection's colour."""

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        face = index.data(FACE)
        if isinstance(face, Face):
            painter.save()
            _paint_day(painter, option, face)
            painter.restore()
            return
        if index.row() == self._table.currentIndex().row():
            painter.fillRect(option.rect, QColor(theme.tokens().selection))
        super().paint(painter, option, index)


def _paint_day(painter: QPainter, option: QStyleOptionViewItem, face: Face) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.tokens()
    if face.own:
        painter.fillRect(option.rect, QColor(colours.alternate))
    inside = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    if not face.gone:
        _fill(painter, inside, face)
    letter = QColor(colours.states[face.status].letter)
    painter.setPen(letter)
    painter.setFont(theme.font(semibold=face.status is not None))
    painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, face.words)
    if face.edited_late:
        _corner(painter, inside, letter)
    _outline(painter, option)


def _fill(painter: QPainter, inside: QRect, face: Face) -> None:
    colours = theme.tokens()
    painter.setBrush(QColor(colours.states[face.status].fill))
    dotted = QPen(QColor(colours.border), 1, Qt.PenStyle.DotLine)
    painter.setPen(Qt.PenStyle.NoPen if face.status else dotted)
    painter.drawRoundedRect(inside, 3, 3)
    if face.locked:
        painter.setBrush(QBrush(QColor(colours.hairline), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(inside, 3, 3)


def _corner(painter: QPainter, inside: QRect, colour: QColor) -> None:
    """A small triangle at the top right: edited more than two days after the session."""
    right, top = inside.right() + 1, inside.top()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(right - CORNER, top), QPointF(right, top), QPointF(right, top + CORNER)]))


def _outline(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The current cell has a thick line around it, other selected ones a thin line: never a fill."""
    view = option.widget
    is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if not is_current and not option.state & QStyle.StateFlag.State_Selected:
        return
    active = view is not None and view.hasFocus()
    width = OUTLINE if is_current or not active else 1.5
    colours = theme.tokens()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.focus if active else colours.border), width))
    half = width / 2
    painter.drawRect(option.rect.toRectF().adjusted(half, half, -half, -half))
