"""The report of a bug: to read, to copy, to send. It holds no names and no numbers of anybody."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app import __version__
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.dialogs.opening import open_over
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label


class ReportWindow(QDialog):
    def __init__(self, parent: QWidget, told: str, log_file: Path) -> None:
        super().__init__(parent)
        self.setObjectName("dlgReport")
        self.setWindowTitle(_("Report of a problem"))
        words = label(self)
        words.setText(_("Send these lines to whoever looks after the program. They name nobody."))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setPlainText(f"trainer-app {__version__}\n{platform.platform()}\n\n{told}\n\n{log_file}")
        self.text.setAccessibleName(_("Report of a problem"))
        copy = button(self, "btnCopyReport", "copy")
        copy.setText(_("Copy"))
        copy.clicked.connect(self._copy)
        close = button(self, "btnCloseReport", kind="primary")
        close.setText(_("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(copy)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.text, 1)
        layout.addLayout(row)
        self.resize(theme.scaled(620), theme.scaled(380))

    @classmethod
    def open_report(cls, parent: QWidget, told: str, log_file: Path) -> None:
        dialog = cls(parent, told, log_file)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_over(dialog)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
