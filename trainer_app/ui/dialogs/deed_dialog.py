"""A window in which each change is kept at once and can be undone as long as it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, Label, _, screen
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import fitting
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.message_bar import MessageBar
from trainer_app.ui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class DeedDialog(Translated, QDialog):
    """Put what is shown into `inside` and further buttons into `foot`; `reload()` shows it anew."""

    TITLE = ""  # marked with N_()

    def __init__(self, parent: QWidget | None, name: str, work: Work, width: int, height: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.work = work
        self._steps = 0  # of this window, so that Undo here never reaches what was done before it
        self.message = MessageBar(self, f"bar_{name}")
        self.close_button = button(self, f"{name}Close", kind="primary")
        self.close_button.clicked.connect(self.accept)
        self.inside = QVBoxLayout()
        self.inside.setSpacing(theme.SMALL)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.SMALL)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        outside.setSpacing(theme.SMALL)
        outside.addWidget(self.message)
        outside.addLayout(self.inside, 1)
        outside.addLayout(self.foot)
        self._action("undo", "Ctrl+Z", self.undo)
        self.resize(fitting(self, width, height))

    def reload(self) -> None: ...

    def first_focus(self) -> QWidget:
        """Where the keyboard is when the window opens."""
        return self.close_button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_foot(self) -> None:
        """The button that closes stands last."""
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)

    def retranslate(self) -> None:
        close = _("Close")
        self.setWindowTitle(_(self.TITLE))
        self.close_button.setText(close)
        self.close_button.setToolTip(f"{close} (Esc)")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the lists and boxes: it never closes the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def do(self, what: Label, command: Callable[..., Any], *values: object, **named: object) -> Any:  # noqa: ANN401
        """Change something; what is refused is said here, since the page's own message is behind this window."""
        try:
            result = self.work.change(what, command, *values, **named)
        except TrainerError as refusal:
            self.message.put(Notice(str(refusal), Tone.ERROR))
            return None
        self._steps += 1
        self.message.put(Notice(what, Tone.SUCCESS, N_("Undo"), self.undo))
        self.reload()
        return result

    def tell(self, words: Label | str, tone: Tone = Tone.INFO) -> None:
        self.message.put(Notice(words, tone))

    @Slot()
    def undo(self) -> None:
        """Only what was done in this window."""
        if self._steps:
            self._steps -= 1
            done = self.work.undo()
            self.message.put(Notice(_("Undone: {what}").format(what=done.words(screen()))))
            self.reload()

    def _action(self, name: str, keys: str, do: Callable[[], object], owner: QWidget | None = None) -> None:
        action = QAction(self)
        action.setObjectName(f"act_{self.objectName()}_{name}")
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        (owner or self).addAction(action)
