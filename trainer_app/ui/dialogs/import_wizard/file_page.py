"""Step 1: which file, chosen or dropped here; reading it happens in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import card, label

SUFFIXES = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.ics"


def ask(parent: QWidget) -> Path | None:
    """The system's own window for choosing a file."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = _("Spreadsheets ({suffixes})").format(suffixes=SUFFIXES)
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a list of people"), folder, kinds)
    return Path(chosen) if chosen else None


class FilePage(Translated, QWidget):
    """`chosen` carries a path, `paste_wanted` nothing: what was copied is in the clipboard."""

    chosen = Signal(object)
    paste_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.words = label(self, "section")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = label(self, "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button(self, "btnChooseFile", "file-spreadsheet", kind="primary")
        self.choose.clicked.connect(self._choose)
        self.paste = button(self, "btnPasteList", "clipboard-paste", kind="link")
        self.paste.clicked.connect(self.paste_wanted)
        self.refusal = label(self, "error", "lblFileError")
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("barReading")
        self.bar.setRange(0, 100)
        self._build()
        self.rest()
        self.retranslate()

    def _build(self) -> None:
        frame = card(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        inside = QVBoxLayout(frame)
        inside.setSpacing(theme.LARGE)
        inside.addStretch(2)
        inside.addWidget(self.words)
        inside.addWidget(self.choose, 0, centre)
        inside.addWidget(self.paste, 0, centre)
        inside.addWidget(self.bar)
        inside.addWidget(self.refusal)
        inside.addWidget(self.hint)
        inside.addStretch(3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def retranslate(self) -> None:
        self.words.setText(_("Drop a file here, or choose one."))
        self.hint.setText(_("Excel, LibreOffice or text (.csv). Nothing is written before the last step."))
        self.choose.setText(_("Choose a file…"))
        self.paste.setText(_("Paste a copied list"))

    def rest(self, refusal: str = "") -> None:
        """Nothing is being read; `refusal` says why the last file was not."""
        self.bar.hide()
        self.choose.setEnabled(True)
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        if refusal:
            announce(self, refusal, urgent=True)
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def reading(self) -> None:
        self.refusal.hide()
        self.bar.setValue(0)
        self.bar.show()

    @Slot(float)
    def progress(self, share: float) -> None:
        self.bar.setValue(round(share * 100))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            self.chosen.emit(Path(local[0]))

    @Slot()
    def _choose(self) -> None:
        path = ask(self)
        if path is not None:
            self.chosen.emit(path)
