"""One paper of a session: what it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.paper_words import FORMATS
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.labels import label


class PaperRow(Translated, QFrame):
    """Title, how much it is, [Preview] [Print] [Save]; a list is saved as a sheet or on paper."""

    preview_wanted = Signal(str)
    print_wanted = Signal(str)
    save_wanted = Signal(str, str)  # the paper, and the suffix of the file

    def __init__(self, parent: QWidget, key: str, title: str, suffixes: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self.key = key
        self._title = title
        self.setObjectName(f"row_{key}")
        self.setProperty("kind", "card")
        self.title = label(self, "strong", wrap=False)
        self.about = label(self, "caption")
        self.preview = button(self, f"btnPreview_{key}", "eye")
        self.print = button(self, f"btnPrint_{key}", "printer")
        self.save = (menu_button if suffixes else button)(self, f"btnSave_{key}", "download")
        self.formats = [menu_action(self.save, f"actSave_{key}{suffix}", suffix) for suffix in suffixes]
        self.inside = QVBoxLayout(self)
        self._build()
        self.preview.clicked.connect(self._preview)
        self.print.clicked.connect(self._print)
        if suffixes:
            self.save.menu().triggered.connect(self._save_as)
        else:
            self.save.clicked.connect(self._save)
        self.retranslate()

    def tell(self, about: str) -> None:
        self.about.setText(about)

    def retranslate(self) -> None:
        self.title.setText(_(self._title))
        for made, words in (
            (self.preview, _("Preview")),
            (self.print, _("Print")),
            (self.save, _("Save") if self.formats else _("Save as PDF")),
        ):
            made.setText(words)
            made.setAccessibleName(_("{deed}: {paper}").format(deed=words, paper=_(self._title)))
        for action in self.formats:
            action.setText(_(FORMATS[action.data()]))

    @Slot()
    def _preview(self) -> None:
        self.preview_wanted.emit(self.key)

    @Slot()
    def _print(self) -> None:
        self.print_wanted.emit(self.key)

    @Slot()
    def _save(self) -> None:
        self.save_wanted.emit(self.key, ".pdf")

    @Slot(QAction)
    def _save_as(self, action: QAction) -> None:
        self.save_wanted.emit(self.key, action.data())

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SMALL)
        for made in (self.preview, self.print, self.save):
            buttons.addWidget(made)
        buttons.addStretch()
        self.inside.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
        self.inside.setSpacing(theme.TINY)
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        self.inside.addLayout(head)
        self.inside.addLayout(buttons)
