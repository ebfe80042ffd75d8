"""Before marks are pasted: what of the sheet was not understood, line by line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.paste import Pasted, Reason, Unmatched
from trainer_app.i18n import N_, _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.dialogs.opening import open_over
from trainer_app.ui.models.table import RIGHT, Column
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.list_view import ListView

REASONS = {
    Reason.UNKNOWN_NUMBER: N_("No such number on the register"),
    Reason.UNKNOWN_NAME: N_("Nobody of that name on the register"),
    Reason.TWO_OF_THAT_NAME: N_("Two people of that name: write the No beside it"),
    Reason.OTHER_NAME: N_("That number belongs to somebody else"),
    Reason.UNKNOWN_CODE: N_("Not a mark: use P, A, L or E"),
    Reason.TOO_MANY_LINES: N_("Below the last person"),
    Reason.TOO_MANY_COLUMNS: N_("More columns than days"),
    Reason.FUTURE_DAY: N_("The day is still to come"),
}
COLUMNS = (
    Column[Unmatched](N_("Line"), lambda one: str(one.row), sort=lambda one: one.row, align=RIGHT, sample="00000"),
    Column[Unmatched](N_("In the sheet"), lambda one: one.text, sample="MUKANDAYISENGA Immaculée"),
    Column[Unmatched](N_("Why it is left out"), lambda one: _(REASONS[one.reason]), stretch=True),
)


class PasteDialog(Translated, QDialog):
    """`answered` carries what to write; nothing is written when it is cancelled."""

    answered = Signal(object)

    def __init__(self, parent: QWidget, found: Pasted) -> None:
        super().__init__(parent)
        self.setObjectName("dlgPaste")
        self.found = found
        self.words = labels.label(self, "section", "lblPasteSummary")
        self.list = ListView(self, "tblUnmatched", COLUMNS, lambda one: one, N_("What is left out"))
        self.paste_button = button(self, "btnPasteMarks", kind="primary")
        self.paste_button.clicked.connect(self._paste)
        self.cancel_button = button(self, "btnCancel")
        self.cancel_button.clicked.connect(self.reject)
        self._build()
        self.list.show_rows(found.unmatched)
        self.retranslate()

    @classmethod
    def ask(cls, parent: QWidget, found: Pasted, then: Callable[[Pasted], None]) -> None:
        """Open over `parent`; `then` is called with what to write, unless it is cancelled."""
        dialog = cls(parent, found)
        dialog.answered.connect(then)
        open_over(dialog)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.paste_button if self.found.marks else self.cancel_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        count, left = len(self.found.marks), len(self.found.unmatched)
        self.setWindowTitle(_("Paste marks"))
        self.words.setText(
            ngettext("{count} entry is left out.", "{count} entries are left out.", left).format(count=left)
        )
        self.paste_button.setText(
            ngettext("Paste the other {count} mark", "Paste the other {count} marks", count).format(count=count)
        )
        self.paste_button.setVisible(count > 0)
        self.cancel_button.setText(_("Cancel"))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.paste_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.MEDIUM)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.resize(theme.scaled(640), theme.scaled(400))

    @Slot()
    def _paste(self) -> None:
        self.accept()
        self.answered.emit(self.found)
