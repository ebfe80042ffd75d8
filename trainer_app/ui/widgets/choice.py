"""One of several: a drop-down list, or a row of buttons when there are few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated

Value = TypeVar("Value")
Options = Sequence[tuple[Value, str]]  # what is chosen, and how it is called


class Choice(Translated, QComboBox, Generic[Value]):
    """A drop-down list of values. `chosen` comes when the user picks, not when the program does.

    `proper` options are names (people, places, languages): they are shown as they are; all others are marked
    with N_() and follow the language.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, name: str, options: Options[Value] = (), proper: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._proper = proper
        self._options: list[tuple[Value, str]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        self.activated.connect(self._tell)
        self.offer(options)

    @property
    def value(self) -> Value | None:
        number = self.currentIndex()
        return self._options[number][0] if number >= 0 else None

    def choose(self, value: object) -> None:
        """Show `value` as chosen, without telling."""
        values = [option for option, _words in self._options]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def offer(self, options: Options[Value]) -> None:
        """Other options; what was chosen stays chosen when it is among them."""
        had, kept = self.currentIndex() >= 0, self.value
        self._options = list(options)
        self.clear()
        self.addItems([self._words(words) for _value, words in self._options])
        if had and any(kept == value for value, _words in self._options):
            self.choose(kept)

    def retranslate(self) -> None:
        for number, (_value, words) in enumerate(self._options):
            self.setItemText(number, self._words(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is too long ends in "…": the style sheet would cut it through a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        whole = option.currentText if self.currentIndex() >= 0 else self.placeholderText()  # type: ignore[attr-defined]
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        option.currentText = shown  # type: ignore[attr-defined]
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel that scrolls the page must not change an answer on its way

    def _words(self, words: str) -> str:
        return words if self._proper else _(words)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.value)


class Segments(Translated, QWidget, Generic[Value]):
    """A row of buttons of which one is down: "Week | Month | List". Arrows move inside it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, name: str, options: Options[Value], proper: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._proper = proper
        self._options = list(options)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._tell)
        self.buttons = [self._button(number) for number in range(len(self._options))]
        self.choose(self._options[0][0])
        self.setFocusProxy(self.buttons[0])
        self.retranslate()

    @property
    def value(self) -> Value:
        return self._options[self._group.checkedId()][0]

    def choose(self, value: object) -> None:
        """Show `value` as chosen, without telling."""
        values: list[object] = [option for option, _words in self._options]
        number = values.index(value)
        self.buttons[number].setChecked(True)
        self.setFocusProxy(self.buttons[number])

    def retranslate(self) -> None:
        for made, (_value, words) in zip(self.buttons, self._options, strict=True):
            made.setText(words if self._proper else _(words))

    def _button(self, number: int) -> QPushButton:
        made = Segment(self, f"{self.objectName()}{number}")
        self._group.addButton(made, number)
        self._row().addWidget(made)
        return made

    def _row(self) -> QHBoxLayout:
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            return layout
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        return layout

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.setFocusProxy(self.buttons[number])
        self.chosen.emit(self._options[number][0])


class Segment(QPushButton):
    """One button of such a row. Wide enough for its words when they are chosen, which the style sheet makes bolder."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return hint + QSize(max(wider, 0), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
