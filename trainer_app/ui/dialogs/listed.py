"""What windows with one list have in common: a head, the list, buttons below it, and Undo of what was done here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from trainer_app.i18n import N_, Label, _, screen
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import fitting
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.message_bar import MessageBar
from trainer_app.ui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from trainer_app.ui.widgets.list_view import ListView
    from trainer_app.ui.work import Work


class ListedDialog(Translated, QDialog):
    """Fill `head`, `middle` and `foot` in `__init__`; each change is kept at once and can be undone in the window."""

    TITLE = ""  # marked with N_()

    def __init__(self, parent: QWidget | None, work: Work, name: str, width: int = 940, height: int = 520) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.work = work
        self._steps = 0  # of this window, so that Undo here never reaches what was done before it
        self.message = MessageBar(self, f"{name}Bar")
        self.explanation = labels.label(self, "muted", f"{name}Words")
        self.close_button = button(self, f"{name}Close", kind="primary")
        self.close_button.clicked.connect(self.accept)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.SMALL)
        self.middle = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.SMALL)
        self._arrange()
        self.key(self, f"{name}Undo", "Ctrl+Z", self.undo)
        self.resize(fitting(self, width, height))

    def reload(self) -> None:
        """Read what is shown."""

    def first_focus(self) -> QWidget:
        return self

    def retranslate(self) -> None:
        self.setWindowTitle(_(self.TITLE))
        self.close_button.setText(_("Close"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the list and the fields: it never closes the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def do(self, what: Label, command: Callable[..., Any], *values: object, **named: object) -> Any:  # noqa: ANN401
        result = self.work.change(what, command, *values, **named)
        self._steps += 1
        self.message.put(Notice(what, Tone.SUCCESS, N_("Undo"), self.undo))
        self.reload()
        return result

    @Slot()
    def undo(self) -> None:
        """Only what was done in this window."""
        if self._steps:
            self._steps -= 1
            done = self.work.undo()
            self.message.put(Notice(_("Undone: {what}").format(what=done.words(screen()))))
            self.reload()

    def key(self, owner: QWidget, name: str, keys: str, do: Callable[[], object]) -> None:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(do)
        owner.addAction(action)

    def put_buttons(self, made: Sequence[QPushButton]) -> None:
        for one in made:
            self.foot.insertWidget(self.foot.count() - 2, one)

    def _arrange(self) -> None:
        self.foot.addStretch()
        self.foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.message)
        layout.addLayout(self.head)
        layout.addWidget(self.explanation)
        layout.addLayout(self.middle, 1)
        layout.addLayout(self.foot)


def choose_first(table: ListView[Any]) -> None:
    """A list that has rows has a row that is chosen."""
    if table.rows.rowCount() and table.current_row() is None:
        table.selectRow(0)
