"""The passphrase of a protected data folder, asked before anything is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from trainer_app import NAME
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label

Opened = TypeVar("Opened")
FREE_TRIES = 5  # then every wrong one costs a wait
WAIT = 30  # seconds


class UnlockDialog(Translated, QDialog):
    """Tries what is typed; what was typed stays when it is wrong, and pasting is allowed."""

    def __init__(self, attempt: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("dlgUnlock")
        self._attempt = attempt
        self._tries = 0
        self._seconds = 0
        self.opened: object | None = None
        self.heading = label(self, "section")
        self.box = QLineEdit(self)
        self.box.setObjectName("edPassphrase")
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.words = label(self, "error", "unlockError")
        self.show_button = button(self, "btnShow", "eye", kind="quiet")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._show)
        self.unlock = button(self, "btnUnlock", "key-round", kind="primary")
        self.unlock.setDefault(True)
        self.unlock.clicked.connect(self.try_it)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)
        self._arrange()
        self.retranslate()

    @classmethod
    def ask(cls, attempt: Callable[[str], Opened]) -> Opened | None:
        """What `attempt` opened with the right passphrase; None when the user gave up."""
        dialog = cls(attempt)
        dialog.exec()
        opened = dialog.opened
        dialog.deleteLater()
        return opened  # type: ignore[return-value]

    def retranslate(self) -> None:
        self.setWindowTitle(NAME)
        self.heading.setText(_("This data folder is protected. Type its passphrase."))
        self.box.setAccessibleName(_("Passphrase"))
        self.show_button.setText(_("Show"))
        self.unlock.setText(_("Unlock"))

    @Slot()
    def try_it(self) -> None:
        if self._seconds:
            return
        try:
            self.opened = self._attempt(self.box.text())
        except TrainerError as refusal:
            self._refused(refusal)
        else:
            self.accept()

    def _refused(self, refusal: TrainerError) -> None:
        """A wrong passphrase can be tried again here; anything else is for whoever opened this window."""
        if refusal.code not in ("passphrase", "wrong_passphrase"):
            raise refusal
        self._tries += 1
        self.words.setText(str(refusal))
        if self._tries >= FREE_TRIES:
            self._seconds = WAIT
            self._timer.start()
            self._count_down()
        self.box.setFocus()
        self.box.selectAll()

    @Slot()
    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._seconds = 0
            self._timer.stop()
            self.words.setText("")
        else:
            words = ngettext("Not correct. Wait {count} second.", "Not correct. Wait {count} seconds.", self._seconds)
            self.words.setText(words.format(count=self._seconds))

    @Slot(bool)
    def _show(self, on: bool) -> None:
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.box, 1)
        row.addWidget(self.show_button)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.unlock)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.WIDE)
        layout.setSpacing(theme.MEDIUM)
        layout.addWidget(self.heading)
        layout.addLayout(row)
        layout.addWidget(self.words)
        layout.addStretch()
        layout.addLayout(foot)
        self.resize(theme.scaled(420), theme.scaled(240))
