"""What stands at the side of a list or a calendar: a head, buttons, and what belongs below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import icon_button, say
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label

WIDTH = 320
WIDEST = 540  # pixels, however large the text: the list beside it needs room too


class SidePanel(Translated, QFrame):
    """A card at the side of a list. Esc closes it, and the keyboard goes back to where it came from."""

    closed = Signal()

    def __init__(self, parent: QWidget, name: str, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "panel")
        self._wide = width
        self.setMinimumWidth(min(theme.scaled(width), WIDEST))
        self.title = label(self, "section", f"{name}Title")
        self.subtitle = label(self, "muted", f"{name}Subtitle")
        self.close_button = icon_button(self, f"{name}Close", "x")
        self.close_button.clicked.connect(self.leave)
        self.body = QWidget()
        self.body.setProperty("kind", "page")
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(0, 0, theme.SMALL, 0)
        self.inside.setSpacing(theme.SMALL)
        bar = QWidget(self.body)
        self.toolbar = FlowLayout(bar)
        self.inside.addWidget(bar)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        scroll = self.scroller = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.body)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.subtitle)
        layout.addWidget(scroll, 1)

    def retranslate(self) -> None:
        say(self.close_button, _("Close the card (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumWidth(min(theme.scaled(self._wide), WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        self.hide()
        self.closed.emit()
