"""Short lists inside a card or a form: a title, and lines below it that may be links. Long ones can be folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from trainer_app.ui import icons, theme
from trainer_app.ui.icons import Tint
from trainer_app.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section: words, smaller ones above and below. With a `key` the words are a link to that thing.

    `deed` are the words of a second link, below, for what can be done to it: `deed_key` says to what.
    """

    words: str
    detail: str = ""
    key: object = None
    title: str = ""
    deed: str = ""
    deed_key: object = None


class LineView(QWidget):
    """A line on screen: words or a link, and smaller words below."""

    opened = Signal(object)
    done = Signal(object)

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
        if line.deed:
            self.deed = _link(self, line.deed, f"{parent.objectName()}Deed")
            self.deed.setAccessibleName(f"{line.deed}: {line.words}")
            self.deed.linkActivated.connect(self._do)
            layout.addWidget(self.deed)

    @Slot(str)
    def _do(self, target: str) -> None:
        self.done.emit(self.line.deed_key)

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
    """A title and lines below it; hidden while it has none. `opened` carries the key of the link pressed, `done` what
    the second link of a line is for.

    One that `folds` has a button for its title, which says how many lines there are when they are `counted`. Whether it
    is open stays as the user left it when other lines come.
    """

    opened = Signal(object)
    done = Signal(object)

    def __init__(
        self, parent: QWidget, name: str, folds: bool = False, is_open: bool = True, counted: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = label(self, "strong")
        self.lines: list[LineView] = []
        self.fold = _Fold(self, f"{name}Fold", is_open) if folds else None
        self._counted = counted
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.SMALL, 0, 0)
        self._layout.setSpacing(theme.TINY)
        self._layout.addWidget(self.title)
        if self.fold is not None:
            self.title.hide()
            self.fold.toggled.connect(self._show_lines)
            self._layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
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
            view.done.connect(self.done)
            self._layout.addWidget(view)
        if self.fold is not None:
            self.fold.say(title, len(lines) if self._counted else 1)
            self._show_lines()
        self.setVisible(bool(lines))

    @Slot()
    def _show_lines(self) -> None:
        for view in self.lines:
            view.setVisible(self.fold is None or self.fold.isChecked())

    @property
    def texts(self) -> tuple[str, ...]:
        """What is on screen, a line each."""
        return tuple(f"{view.line.words} {view.line.detail}".strip() for view in self.lines)


class _Fold(QPushButton):
    """The title of a section that can be folded: pressed, it shows or hides what is below."""

    def __init__(self, parent: QWidget, name: str, is_open: bool) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "fold")
        self.setCheckable(True)
        self.setChecked(is_open)
        self.setAutoDefault(True)
        self.setIconSize(icons.size_beside_words())
        self.toggled.connect(self._turn)
        self._turn()

    def say(self, title: str, count: int) -> None:
        self.setText(f"{title} ({count})" if count > 1 else title)

    @Slot()
    def _turn(self) -> None:
        self.setIcon(icons.icon("chevron-down" if self.isChecked() else "chevron-right", Tint.MUTED))
