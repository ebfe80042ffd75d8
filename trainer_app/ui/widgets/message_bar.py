"""Messages above the page, in the layout: they push the page down and cover nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from trainer_app.i18n import _
from trainer_app.ui import icons, theme
from trainer_app.ui.announce import announce
from trainer_app.ui.icons import Tint
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, icon_button, say
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.notice import Notice, Tone

ICONS = {
    Tone.INFO: ("info", Tint.PRIMARY),
    Tone.SUCCESS: ("circle-check", Tint.SUCCESS),
    Tone.WARNING: ("triangle-alert", Tint.WARNING),
    Tone.ERROR: ("circle-alert", Tint.ERROR),
}


class MessageBar(Translated, QFrame):
    """One message, with one thing to do about it. Hidden while it has nothing to say."""

    closed = Signal()

    def __init__(self, parent: QWidget, name: str = "messageBar") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "bar")
        self.notice: Notice | None = None
        self._icon = QLabel(self)
        self.words = label(self, name=f"{name}Text")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = button(self, f"{name}Action")
        self.action.clicked.connect(self._act)
        self.close_button = icon_button(self, f"{name}Close", "x")
        self.close_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.TINY, theme.SMALL, theme.TINY)
        layout.setSpacing(theme.MEDIUM)
        layout.addWidget(self._icon)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.action)
        layout.addWidget(self.close_button)
        self.hide()

    def put(self, notice: Notice) -> None:
        """Show `notice` in place of what was there, and say it aloud."""
        self.notice = notice
        self.setProperty("tone", str(notice.tone))
        self.style().polish(self)
        self.retranslate()
        self.show()
        announce(self, notice.words(), urgent=notice.tone == Tone.ERROR)

    @Slot()
    def clear(self) -> None:
        had = self.notice is not None
        self.notice = None
        self.hide()
        if had:
            self.closed.emit()

    def retranslate(self) -> None:
        say(self.close_button, _("Close this message"))
        if self.notice is None:
            return
        self._icon.setPixmap(icons.pixmap(*_icon(self.notice.tone)))
        self.words.setText(self.notice.words())
        self.action.setText(_(self.notice.action))
        self.action.setVisible(bool(self.notice.action))
        self.close_button.setVisible(self.notice.closable)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.notice is not None:
            self._icon.setPixmap(icons.pixmap(*_icon(self.notice.tone)))

    @Slot()
    def _act(self) -> None:
        notice = self.notice
        if notice is None or notice.do is None:
            return
        if notice.closable:
            self.clear()
        notice.do()


def _icon(tone: Tone) -> tuple[str, int, Tint]:
    name, tint = ICONS[tone]
    return name, icons.SIZE, tint
