"""What a page shows while it has nothing: a drawing, one sentence, one button, perhaps links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import icons, theme
from trainer_app.ui.icons import Tint
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label

DRAWING = 48
Deed = tuple[str, Callable[[], object]]  # the words of a button, marked with N_(), and what it does


class EmptyState(Translated, QFrame):
    """`EmptyState(self, "users", N_("No one yet."), (N_("Import a list"), self._import), [...])`"""

    def __init__(
        self,
        parent: QWidget,
        icon: str,
        sentence: str,
        primary: Deed | None = None,
        links: Sequence[Deed] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setProperty("kind", "empty")
        self._icon = icon
        self._sentence = sentence
        self._deeds = [*([primary] if primary else []), *links]
        self._drawing = QLabel(self)
        self._drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = label(self, "section")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons = [self._button(n, bool(primary) and n == 0, do) for n, (_words, do) in enumerate(self._deeds)]
        self._build(bool(primary))
        self.retranslate()

    def say(self, sentence: str) -> None:
        """Another sentence, marked with N_(): "Nobody is called that." is not "No one yet."."""
        self._sentence = sentence
        self.retranslate()

    def retranslate(self) -> None:
        self._drawing.setPixmap(icons.pixmap(self._icon, DRAWING, Tint.MUTED))
        self.words.setText(_(self._sentence))
        for made, (words, _do) in zip(self.buttons, self._deeds, strict=True):
            made.setText(_(words))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._drawing.setPixmap(icons.pixmap(self._icon, DRAWING, Tint.MUTED))

    def _button(self, number: int, primary: bool, do: Callable[[], object]) -> QPushButton:
        made = button(self, f"emptyButton{number}", kind="primary" if primary else "link")
        made.clicked.connect(do)
        return made

    def _build(self, primary: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        layout.setSpacing(theme.LARGE)
        layout.addStretch(2)
        layout.addWidget(self._drawing)
        layout.addWidget(self.words)
        if primary:
            layout.addWidget(self.buttons[0], 0, Qt.AlignmentFlag.AlignHCenter)
        links = QHBoxLayout()
        links.addStretch()
        for made in self.buttons[primary:]:
            links.addWidget(made)
        links.addStretch()
        layout.addLayout(links)
        layout.addStretch(3)


class OrEmpty(QStackedWidget):
    """A list, or what to do while it is empty: `OrEmpty(self, view, EmptyState(...))`."""

    def __init__(self, parent: QWidget, content: QWidget, empty: EmptyState) -> None:
        super().__init__(parent)
        self.content = content
        self.empty = empty
        self.addWidget(content)
        self.addWidget(empty)

    def show_empty(self, empty: bool) -> None:
        self.setCurrentWidget(self.empty if empty else self.content)
