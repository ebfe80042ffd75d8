"""How a score is painted: what was refused has a red border, and a bar runs from the pre-test to the post-test."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer_app.domain.scores import Phase
from trainer_app.ui import theme
from trainer_app.ui.models.entry import IS_WRONG
from trainer_app.ui.models.score_sheet import Col, ScoreModel

RADIUS = 4.5  # of the two ends of a bar
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """A line to type in, and a red border around what was refused."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(IS_WRONG):
            painter.save()
            painter.setPen(QPen(QColor(theme.tokens().error), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("edScore")
        editor.setAlignment(index.data(Qt.ItemDataRole.TextAlignmentRole))
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor


class ScoreDelegate(EntryDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == Col.BAR:
            model = index.model()
            assert isinstance(model, ScoreModel)
            painter.save()
            _paint_bar(painter, option, [model.share(index.row(), phase) for phase in Phase])
            painter.restore()


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem, shares: list[float | None]) -> None:
    """ "○---●": a ring at the pre-test, a full circle at the post-test, on a thin line from 0 to the highest score.

    The later test is a diamond.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.tokens()
    track = option.rect.toRectF().adjusted(theme.LARGE, 0, -theme.LARGE, 0)
    middle = track.center().y()
    painter.setPen(QPen(QColor(colours.hairline), 1))
    painter.drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle))
    pre, post, later = (
        None if share is None else QPointF(track.left() + track.width() * share, middle) for share in shares
    )
    colour = QColor(colours.primary)
    painter.setPen(QPen(colour, 2))
    if pre and post:
        painter.drawLine(pre, post)
    if later:
        painter.setBrush(QColor(colours.surface))
        painter.drawPolygon(_diamond(later))
    if pre:
        painter.setBrush(QColor(colours.surface))
        painter.drawEllipse(pre, RADIUS, RADIUS)
    if post:
        painter.setBrush(colour)
        painter.drawEllipse(post, RADIUS, RADIUS)


def _diamond(middle: QPointF) -> QPolygonF:
    reach = RADIUS + 1.5
    steps = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    return QPolygonF([middle + QPointF(x, y) for x, y in steps])
