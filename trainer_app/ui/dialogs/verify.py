"""Whether a certificate is genuine: from a file, or from what a telephone read in its square."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from trainer_app.documents import verify_words
from trainer_app.documents.output import Tick
from trainer_app.domain.verifying import Checked, PageRead
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.readers import certificate_file
from trainer_app.services import office_keys, verifying
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog
from trainer_app.ui.models.certificates import CHECKED
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

TEXT_HEIGHT = 84


def show(parent: QWidget, work: Work) -> None:
    wait_for(VerifyDialog(parent, work))


class VerifyDialog(ListedDialog):
    """`dlgVerify`."""

    TITLE = N_("Check a certificate")

    def __init__(self, parent: QWidget | None, work: Work) -> None:
        super().__init__(parent, work, "dlgVerify", 820, 520)
        self.ask_file: Callable[[QWidget], Path | None] = _ask_file
        self._found: tuple[Checked, ...] = ()
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("edSealed")
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(theme.scaled(TEXT_HEIGHT))
        self.public = QLineEdit(self)
        self.public.setObjectName("edOfficeKey")
        self.check_button = button(self, "btnCheckText", "check")
        self.open_button = button(self, "btnOpenCertificates", "folder-open")
        self.verdict = label(self, "strong", "lblVerdict")
        self.signed = label(self, "muted", "lblSigned")
        self.own = label(self, "caption", "lblOwnKey")
        self.table: ListView[Checked] = ListView(self, "tblChecked", CHECKED, _key, N_("Result"))
        self._build()
        self._connect()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.text

    def retranslate(self) -> None:
        super().retranslate()
        self.explanation.setText(
            _("Read the square of the certificate with a telephone and paste what it says; or open the PDF file.")
        )
        self.check_button.setText(pgettext("deed: is the certificate genuine", "Check"))
        self.check_button.setToolTip(_("Check what was pasted (Ctrl+Enter)"))
        self.open_button.setText(_("Open a PDF…"))
        office = self.work.read(office_keys.own)
        self.own.setText(
            _("Key of this office: {key}").format(key=office.public)
            if office
            else _("This office has no key yet: it is made with the first certificate.")
        )
        self._tell()

    @Slot()
    def check_text(self) -> None:
        words = self.text.toPlainText()
        if not words.strip():
            self.tell(_("Paste what the telephone read in the square."), Tone.WARNING)
            return
        self._ask(partial(verifying.text, words=words, key=self.public.text()))

    @Slot()
    def open_file(self) -> None:
        path = self.ask_file(self)
        if path is not None:
            self.open_button.setEnabled(False)
            self.work.start(partial(_read, path), self._check_pages)

    @Slot(object)
    def _check_pages(self, found: tuple[PageRead, ...] | str) -> None:
        self.open_button.setEnabled(True)
        if isinstance(found, str):
            self.tell(found, Tone.ERROR)
        else:
            self._ask(partial(verifying.pages, found=found, key=self.public.text()))

    def _ask(self, question: Callable[..., Checked | tuple[Checked, ...]]) -> None:
        """Ask the service; what it refuses is said here."""
        try:
            found = self.work.read(question)
        except TrainerError as refusal:
            self.tell(str(refusal), Tone.ERROR)
            return
        self._found = found if isinstance(found, tuple) else (found,)
        self.table.show_rows(self._found)
        self.table.setVisible(len(self._found) > 1)
        self._tell()

    @Slot(object)
    def _tell_one(self, told: Checked | None) -> None:
        if told is not None:
            self.signed.setText(_signed(told))

    def _tell(self) -> None:
        """Of one what was found; of several how many hold."""
        if not self._found:
            self.verdict.setText("")
            self.signed.setText("")
        elif len(self._found) == 1:
            self.verdict.setText(verify_words.sentence(self._found[0], screen()))
            self.signed.setText(_signed(self._found[0]))
        else:
            good, count = sum(told.is_good for told in self._found), len(self._found)
            words = ngettext("{good} of {count} is genuine.", "{good} of {count} are genuine.", good)
            self.verdict.setText(words.format(good=good, count=count))

    def _connect(self) -> None:
        self.check_button.clicked.connect(self.check_text)
        self.open_button.clicked.connect(self.open_file)
        self.table.chosen.connect(self._tell_one)
        self.key(self, "actCheck", "Ctrl+Return", self.check_text)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.check_button)
        row.addWidget(self.open_button)
        row.addStretch()
        self.middle.addWidget(Field(self, N_("What the square says"), self.text))
        self.middle.addWidget(Field(self, N_("Public key to trust, of another programme"), self.public, optional=True))
        self.middle.addLayout(row)
        self.middle.addWidget(self.verdict)
        self.middle.addWidget(self.signed)
        self.middle.addWidget(self.table, 1)
        self.middle.addStretch()
        self.middle.addWidget(self.own)
        self.table.hide()


def _signed(told: Checked) -> str:
    """What the office signed, to be compared with the paper."""
    if told.statement is None:
        return ""
    return _("It says: {words}").format(words=verify_words.signed(told.statement, screen()))


def _read(path: Path, tick: Tick) -> tuple[PageRead, ...] | str:
    """The pages of the file, or the sentence that says why it cannot be read."""
    try:
        return certificate_file.read(path)
    except TrainerError as refusal:
        return str(refusal)


def _ask_file(parent: QWidget) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a file of certificates"), folder, "*.pdf")
    return Path(chosen) if chosen else None


def _key(told: Checked) -> object:
    return told.page
