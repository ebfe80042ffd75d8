"""F1: one short page for each screen, beside the work and not over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from trainer_app.i18n import _, screen
from trainer_app.paths import resources
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button

NAME = "dlgHelp"


class HelpWindow(Translated, QDialog):
    """The page of the screen that asked; it follows the language, and stays open while one works."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = ""
        self.text = QTextBrowser(self)
        self.text.setObjectName("helpText")
        self.text.setOpenLinks(False)
        self.close_button = button(self, "btnCloseHelp", kind="primary")
        self.close_button.clicked.connect(self._close)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addLayout(row)
        self.resize(theme.scaled(560), min(theme.scaled(620), parent.height()))
        self.retranslate()

    @classmethod
    def open_page(cls, parent: QWidget, page: str) -> HelpWindow:
        """Show the page, in the window that is open already if there is one."""
        window = parent.findChild(cls, NAME) or cls(parent)
        window.show_page(page)
        window.show()
        window.raise_()
        window.text.setFocus()
        return window

    def show_page(self, page: str) -> None:
        self._page = page
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Help"))
        self.close_button.setText(_("Close"))
        self.text.setAccessibleName(_("Help"))
        if self._page:
            self.text.setMarkdown(help_text(screen().language, self._page))
            _give_air(self.text.document())

    @Slot()
    def _close(self) -> None:
        self.close()


def _give_air(document: QTextDocument) -> None:
    """Room between paragraphs, and more above a heading: Qt sets Markdown without any."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        if QTextCursor(block).currentTable() is None:
            is_first = block == document.begin()
            shape.setTopMargin(0 if is_first else theme.scaled(theme.LARGE if shape.headingLevel() else theme.TINY))
            shape.setBottomMargin(theme.scaled(theme.TINY))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
        block = block.next()


def help_text(language: str, page: str) -> str:
    """The page in this language; English when it has none."""
    for code in (language, "en"):
        file = resources() / "help" / code / f"{page}.md"
        if file.exists():
            return file.read_text(encoding="utf-8")
    return ""
