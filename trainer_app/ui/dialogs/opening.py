"""Opening a window over the page without stopping the program, and finding the way back when it closes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def open_over(dialog: QDialog) -> None:
    """Show `dialog`; it is freed when it closes, and the keyboard is where it was before."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(_WayBack(dialog, QApplication.focusWidget()).go)
    dialog.open()


class _WayBack(QObject):
    def __init__(self, dialog: QDialog, before: QWidget | None) -> None:
        super().__init__(dialog)
        self._before = before

    @Slot()
    def go(self) -> None:
        if self._before is not None:
            self._before.window().activateWindow()  # screen readers lose the focus otherwise
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
