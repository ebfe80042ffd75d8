"""Short lists inside a card or a form: a title, and lines below it that may be links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from trainer_app.ui import theme
from trainer_app.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section: words, smaller ones above and below. With a `key` the words are a link to that thing."""

    words: str
    detail: str = ""
    key: object = None
    title: str = ""


class LineView(QWidget):
    """A line on screen: words or a link, and smaller words below."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, line: Line) -> None:
        super().__init__(parent)
        self.line = line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if line.title:
            layout.addWidget(_words(self, line.title, "caption"))
        if line.key is None:
            layout.addWidget(_words(self, line.words))
        else:
            self.link = _link(self, line.words, f"{parent.objectName()}Link")
            self.link.linkActivated.connect(self._tell)
            layout.addWidget(self.link)
        if line.detail:
            layout.addWidget(_words(self, line.detail, "caption"))

    @Slot(str)
    def _tell(self, target: str) -> None:
        self.opened.emit(self.line.key)


def _words(parent: QWidget, text: str, kind: str = "") -> QLabel:
    made = label(parent, kind)
    made.setText(text)
    return made


def _link(parent: QWidget, text: str, name: str) -> QLabel:
    """A link that breaks into lines, as a button cannot. Enter follows it."""
    made = label(parent, name=name)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(f'<a href="open">{escape(text)}</a>')
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    made.setMinimumHeight(theme.scaled(theme.TARGET))
    made.setAccessibleName(text)
    return made


class Section(QWidget):
    """A title and lines below it; hidden while it has none. `opened` carries the key of the link pressed."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = label(self, "strong")
        self.lines: list[LineView] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.SMALL, 0, 0)
        self._layout.setSpacing(theme.TINY)
        self._layout.addWidget(self.title)
        self.hide()

    def fill(self, title: str, lines: Sequence[Line]) -> None:
        for view in self.lines:
            self._layout.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.title.setText(title)
        self.lines = [LineView(self, line) for line in lines]
        for view in self.lines:
            view.opened.connect(self.opened)
            self._layout.addWidget(view)
        self.setVisible(bool(lines))

    @property
    def texts(self) -> tuple[str, ...]:
        """What is on screen, a line each."""
        return tuple(f"{view.line.words} {view.line.detail}".strip() for view in self.lines)
