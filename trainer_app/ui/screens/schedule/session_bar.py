"""What can be done with the session that is chosen: in words and with the mouse, beside the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from trainer_app.domain.trainings import Clash, SessionLine
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.models.agenda import in_a_line
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.labels import ElidedLabel

SESSION, TRAINING = "session", "training"


class SessionBar(Translated, QFrame):
    """`barSession`. Each signal carries the session that is shown."""

    opened = Signal(object)
    move_wanted = Signal(object)
    edit_wanted = Signal(object)
    removal_wanted = Signal(object)
    training_removal_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("barSession")
        self.setProperty("kind", "card")
        self.line: SessionLine | None = None
        self._clashes: tuple[Clash, ...] = ()
        self._nothing = False
        self.words = ElidedLabel(self, name="lblChosen")
        self.open_button = button(self, "btnOpenSession", "arrow-right")
        self.move_button = button(self, "btnMoveSession", "calendar")
        self.edit_button = button(self, "btnEditTraining", "pencil")
        self.remove_button = menu_button(self, "btnRemove", "trash-2")
        self.more_button = menu_button(self, "btnMore", "menu")
        self.remove_session = menu_action(self.remove_button, "actRemoveSession", SESSION)
        self.remove_training = menu_action(self.remove_button, "actRemoveTraining", TRAINING)
        self.open_button.clicked.connect(self._open)
        self.move_button.clicked.connect(self._move)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.menu().triggered.connect(self._remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.TINY, theme.TINY, theme.TINY)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.words, 1)
        for made in self._buttons:
            layout.addWidget(made)
        self.retranslate()

    def show_session(self, line: SessionLine | None, clashes: Sequence[Clash] = (), nothing: bool = False) -> None:
        """`nothing` says that there is no session at all to choose among."""
        self.line, self._clashes, self._nothing = line, tuple(clashes), nothing
        self.retranslate()

    def retranslate(self) -> None:
        for made, text in zip(self._buttons, (_("Open"), _("Move"), _("Edit"), _("Remove"), _("More")), strict=True):
            made.setText(text)
            made.setVisible(self.line is not None)
        self.setMinimumHeight(self.open_button.sizeHint().height() + 3 * theme.TINY)  # or the view above would jump
        self.remove_session.setText(_("This session"))
        self.remove_training.setText(_("The whole training"))
        if self.line is not None:
            self.words.setText(in_a_line(self.line, self._clashes))
        elif self._nothing:
            self.words.setText(_("Nothing is planned here. N plans a training on the day that is marked."))
        else:
            self.words.setText(_("No session is chosen. N plans a training on the day that is marked."))

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.open_button, self.move_button, self.edit_button, self.remove_button, self.more_button

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.line)

    @Slot()
    def _move(self) -> None:
        self.move_wanted.emit(self.line)

    @Slot()
    def _edit(self) -> None:
        self.edit_wanted.emit(self.line)

    @Slot(QAction)
    def _remove(self, action: QAction) -> None:
        whole = action.data() == TRAINING
        (self.training_removal_wanted if whole else self.removal_wanted).emit(self.line)
