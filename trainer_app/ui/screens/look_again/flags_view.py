"""What is worth a second look, and all of it about the line where one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.domain.integrity import Flag
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models.flags import FLAGS, details
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.list_view import ListView

DETAILS = 150  # pixels


def key_of(flag: Flag) -> tuple[str, str]:
    return flag.kind, flag.about


class FlagList(ListView[Flag]):
    """`tblFlags`. Enter opens the session; A answers."""

    answer_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().lower() == "a" and self.current_row() is not None:
            self.answer_wanted.emit()
        else:
            super().keyPressEvent(event)


class FlagsView(Translated, QWidget):
    opened = Signal(object)
    answer_wanted = Signal(object)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = FlagList(self, "tblFlags", FLAGS, key_of, N_("Lists to look at again"))
        self.empty = EmptyState(self, "circle-check", N_("No list asks for a second look."))
        self.or_empty = OrEmpty(self, self.table, self.empty)
        self.words = QPlainTextEdit(self)
        self.words.setObjectName("txtFlag")
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(theme.scaled(DETAILS))
        self.open = button(self, "btnOpenFlag", "arrow-right", kind="primary")
        self.answer = button(self, "btnAnswerFlag", "pencil")
        self.back = button(self, "btnTakeBack", "undo-2")
        self._build()
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self.opened)
        self.table.answer_wanted.connect(self._answer)
        self.open.clicked.connect(self._open)
        self.answer.clicked.connect(self._answer)
        self.back.clicked.connect(self._take_back)
        self.retranslate()

    def show_flags(self, flags: Sequence[Flag]) -> None:
        self.table.show_rows(flags)
        self.or_empty.show_empty(not flags)
        if flags and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._tell()

    def first_focus(self) -> QWidget:
        return self.table

    def retranslate(self) -> None:
        self.words.setAccessibleName(_("What was seen"))
        self.open.setText(_("Open the session"))
        self.answer.setText(_("Answer"))
        self.answer.setToolTip(_("Write what you found (A)"))
        self.back.setText(_("Take the answer back"))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        flag = self.table.current_row()
        self.words.setPlainText(details(flag) if flag else "")
        for part in (self.words, self.open, self.answer):
            part.setVisible(flag is not None)
        self.back.setVisible(flag is not None and flag.answer is not None)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.table.current_row())

    @Slot()
    def _answer(self) -> None:
        self.answer_wanted.emit(self.table.current_row())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_back(self) -> None:
        self.taken_back.emit(self.table.current_row())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        for made in (self.open, self.answer, self.back):
            buttons.addWidget(made)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.or_empty, 1)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
