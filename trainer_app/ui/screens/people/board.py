"""The board: a column for each step that a group has come to, and in it a card for each group.

The column follows from what is known of the group, so nobody moves a card: who writes down an election or marks a
training sees it move by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.group_life import GroupOverview, Life
from trainer_app.i18n import _, ngettext, screen
from trainer_app.ui import icons, theme
from trainer_app.ui.announce import announce
from trainer_app.ui.models import groups as words
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.labels import ElidedLabel

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
OVERVIEW = Qt.ItemDataRole.UserRole
COLUMN_WIDTH = 188  # pixels at normal size of text: narrower columns scroll sideways
BAR = 6
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Cards(QAbstractListModel):
    """The groups of one column."""

    def __init__(self, parent: QObject, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.lines: tuple[GroupOverview, ...] = ()
        self._today = today

    def show_lines(self, lines: Sequence[GroupOverview]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return words.spoken(line, self._today())
            case _ if role == OVERVIEW:
                return line
        return None


class CardPainter(QStyledItemDelegate):
    """One card: name, what it is, how many are trained as a bar with its number, and what somebody should look at."""

    def __init__(self, view: QListView, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._view = view
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        body, small = (
            QFontMetrics(theme.font(size, semibold=size == theme.BODY)) for size in (theme.BODY, theme.CAPTION)
        )
        bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)  # it may come when the cards grow
        room = self._view.contentsRect().width() - bar - 2 * (theme.TINY + theme.SMALL)
        late = sum(_wrapped(small, text, self._beside(room)) for text in self._late(index.data(OVERVIEW)))
        edges = theme.TINY // 2 + theme.TINY + 2 * theme.TINY + theme.TINY + 1
        return QSize(0, body.height() + 2 * small.height() + theme.scaled(BAR) + late + edges)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: GroupOverview = index.data(OVERVIEW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(theme.TINY, theme.TINY // 2, -theme.TINY, -theme.TINY)
        self._frame(painter, card, self._is_current(option, index))
        self._words(painter, card.adjusted(theme.SMALL, theme.TINY, -theme.SMALL, -theme.TINY), line)
        painter.restore()

    def _is_current(self, option: QStyleOptionViewItem, index: Index) -> bool:
        return bool(option.state & QStyle.StateFlag.State_Selected) or (
            self._view.hasFocus() and index == self._view.currentIndex()
        )

    def _frame(self, painter: QPainter, card: QRect, current: bool) -> None:
        colours = theme.tokens()
        focused = current and self._view.hasFocus()
        painter.setBrush(QColor(colours.selection if current else colours.surface))
        painter.setPen(QPen(QColor(colours.focus if focused else colours.hairline), 2 if focused else 1))
        painter.drawRoundedRect(card, theme.TINY, theme.TINY)

    def _words(self, painter: QPainter, room: QRect, line: GroupOverview) -> None:
        colours, late = theme.tokens(), self._late(line)
        top = room.top()
        for text, size, colour, strong in (
            (line.name, theme.BODY, colours.text, True),
            (words.about(line), theme.CAPTION, colours.muted, False),
        ):
            top = self._text(painter, room, top, text, size, colour, strong)
        top = self._bar(painter, room, top + theme.TINY, line)
        painter.setFont(theme.font(theme.CAPTION))
        for text in late:
            painter.setPen(QColor(colours.warning))
            high = _wrapped(painter.fontMetrics(), text, self._beside(room.width()))
            side = theme.scaled(theme.LARGE)
            icons.icon(*words.ALARM).paint(painter, QRect(room.left(), top, side, side))
            beside = QRect(room.right() + 1 - self._beside(room.width()), top, self._beside(room.width()), high)
            painter.drawText(beside, Qt.TextFlag.TextWordWrap, text)
            top += high

    def _beside(self, room: int) -> int:
        """What is left for words beside a sign."""
        return room - theme.scaled(theme.LARGE) - theme.TINY

    def _text(self, painter: QPainter, room: QRect, top: int, text: str, size: int, colour: str, strong: bool) -> int:
        painter.setFont(theme.font(size, semibold=strong))
        painter.setPen(QColor(colour))
        height = painter.fontMetrics().height()
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), top, room.width(), height), Qt.AlignmentFlag.AlignVCenter, fitting)
        return top + height

    def _bar(self, painter: QPainter, room: QRect, top: int, line: GroupOverview) -> int:
        colours, height = theme.tokens(), theme.scaled(BAR)
        whole = QRect(room.left(), top, room.width(), height)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.window))
        painter.drawRect(whole)
        if line.covered.rate:
            painter.fillRect(QRect(whole.left(), top, round(whole.width() * line.covered.rate), height), _filled())
        told = words.with_percent(line.covered) if line.covered.members else _("No member yet")
        return self._text(painter, room, top + height + 1, told, theme.CAPTION, colours.text, False)

    def _late(self, line: GroupOverview) -> tuple[str, ...]:
        return words.warnings(line, self._today())


def _wrapped(metrics: QFontMetrics, text: str, room: int) -> int:
    """How high the words are when they break into lines."""
    return metrics.boundingRect(QRect(0, 0, room, 1_000), Qt.TextFlag.TextWordWrap, text).height()


def _filled() -> QColor:
    return QColor(theme.tokens().primary)


class Column(QListView):
    """The cards of one step. Left and right are told: the board knows the columns beside it."""

    opened = Signal(object)
    chosen = Signal(object)
    aside = Signal(int)  # to the column before or after

    def __init__(self, parent: QWidget, life: Life, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.setObjectName(f"lst{life.name.title().replace('_', '')}")
        self.cards = Cards(self, today)
        self.setModel(self.cards)
        self.setItemDelegate(CardPainter(self, today))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def current(self) -> GroupOverview | None:
        index = self.currentIndex()
        return self.cards.lines[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.aside.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.lines[index.row()])

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.cards.lines[index.row()])


class Board(Translated, QScrollArea):
    """`brdCoop`. One Tab stop: arrows go from card to card, Enter opens the group."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.setObjectName("brdCoop")
        self._today = today
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("kind", "page")
        self._layout = QHBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.SMALL)
        self.heads = {life: ElidedLabel(inside, "strong", f"lbl{life.name}") for life in Life}
        self.columns = {life: Column(inside, life, today) for life in Life}
        for life in Life:
            self._add(life)
        self.setWidget(inside)
        self._receive(self.columns[Life.EMPTY])
        self.retranslate()

    def _add(self, life: Life) -> None:
        column = self.columns[life]
        part = QVBoxLayout()
        part.setSpacing(theme.TINY)
        part.addWidget(self.heads[life])
        part.addWidget(column, 1)
        self._layout.addLayout(part, 1)
        column.aside.connect(self._step)
        column.opened.connect(self.opened)
        column.chosen.connect(self._choose)

    def show_lines(self, lines: Sequence[GroupOverview]) -> None:
        """Each in its column; the card that was current stays so, wherever it moved to."""
        before, had_keys = self.current, any(column.hasFocus() for column in self.columns.values())
        for life, column in self.columns.items():
            column.cards.show_lines([line for line in lines if line.life is life])
        self.retranslate()
        if before is not None:
            self.go_to(before.id, focus=had_keys)
        if self.current is None:
            self._receive(next((c for c in self.columns.values() if c.cards.rowCount()), self.columns[Life.EMPTY]))

    @property
    def current(self) -> GroupOverview | None:
        return self._stop.current

    @property
    def tab_stop(self) -> Column:
        """The column that has the keyboard, or will have it."""
        return self._stop

    def go_to(self, key: object, focus: bool = False) -> bool:
        """Make the card of a group current; False when the group has none."""
        for column in self.columns.values():
            for number, line in enumerate(column.cards.lines):
                if line.id == key:
                    self._receive(column)
                    column.setCurrentIndex(column.cards.index(number))
                    if focus:
                        column.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return False

    def retranslate(self) -> None:
        self.setAccessibleName(_("Board of groups"))
        for life, column in self.columns.items():
            name, count = _(words.LIVES[life]), column.cards.rowCount()
            self.heads[life].setText(f"{name} · {screen().number(count)}")
            self.heads[life].setToolTip(f"{name}. {_(words.WHY[life])}")
            many = ngettext("{column}: {count} group", "{column}: {count} groups", count)
            column.setAccessibleName(many.format(column=name, count=count))
            column.setAccessibleDescription(_(words.WHY[life]))
            column.viewport().update()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column with the keyboard stays in sight when a card opens beside the board."""
        super().resizeEvent(event)
        self.ensureWidgetVisible(self._stop, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "columns"):
            self._make_room()

    def _make_room(self) -> None:
        for column in self.columns.values():
            column.setMinimumWidth(theme.scaled(COLUMN_WIDTH))
            column.scheduleDelayedItemsLayout()

    def _receive(self, column: Column) -> None:
        """Tab comes to this column, and passes the others by."""
        self._stop = column
        for other in self.columns.values():
            own = other is column
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)
            if not own:
                other.clearSelection()

    @Slot(int)
    def _step(self, step: int) -> None:
        """To the next column that has cards, at the height where the keyboard was."""
        order = list(self.columns.values())
        here = order.index(self._stop)
        row = self._stop.currentIndex().row()
        beyond = order[here + 1 :] if step > 0 else order[:here][::-1]
        there = next((column for column in beyond if column.cards.rowCount()), None)
        if there is None:
            return
        self._receive(there)
        there.setCurrentIndex(there.cards.index(min(max(row, 0), there.cards.rowCount() - 1)))
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(there)

    @Slot(object)
    def _choose(self, line: GroupOverview) -> None:
        column = self.columns[line.life]
        if column is not self._stop:
            self._receive(column)
        if column.hasFocus():
            announce(column, words.spoken(line, self._today()))
        self.chosen.emit(line)
