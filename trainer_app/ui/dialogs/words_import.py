"""What a translator's file would change in one language. Nothing is written before the user says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QTextBrowser, QWidget

from trainer_app.domain.words_file import WordsCheck, WordsFile, WordsLine
from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.services import words_in
from trainer_app.ui.dialogs.form_dialog import FormDialog, give_way
from trainer_app.ui.diff_html import diff_html
from trainer_app.ui.models import pack_import as words
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

LEAST = 56  # pixels of height: two lines
SHOWN = 5  # of the texts that are left out


def ask(parent: QWidget, work: Work, told: WordsFile, language: str) -> WordsCheck | None:
    return WordsImportDialog(parent, work, told, language).ask_user()


class WordsImportDialog(FormDialog[WordsCheck]):
    """`dlgWordsImport`."""

    TITLE = N_("Import translations")
    ACCEPT = N_("Import")

    def __init__(self, parent: QWidget | None, work: Work, told: WordsFile, language: str) -> None:
        super().__init__(parent, "dlgWordsImport", 900, 560)
        self._work = work
        self._told = told
        self._language = language
        self.found = self._check(reviewed=False)
        self.head = label(self, "section", "lblWordsHead")
        self.counts = label(self, "", "lblWordsCounts")
        self.left_out = label(self, "warning", "lblWordsLeftOut")
        self.reviewed = QCheckBox(self)
        self.reviewed.setObjectName("ckReviewed")
        self.reviewed.setVisible(any(said.state is None for said in told.texts))
        self.reviewed.toggled.connect(self._check_again)
        self.list: ListView[WordsLine] = ListView(
            self, "tblWordsLines", words.LINES, lambda line: line.ref, N_("Texts that change")
        )
        self.list.chosen.connect(self._show)
        self.after = QTextBrowser(self)
        self.after.setObjectName("txtWordsAfter")
        self.after.setOpenLinks(False)
        self.after.setTabChangesFocus(True)
        for part in (self.list, self.after):
            give_way(part, LEAST)
        inside = self.without_form()
        for shown in (self.head, self.counts, self.left_out, self.reviewed):
            inside.addWidget(shown)
        inside.addWidget(self.list, 3)
        inside.addWidget(self.after, 1)
        self.retranslate()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.head.setText(f"{self._told.file}: {LANGUAGES.get(self._language, self._language)}")
        self.reviewed.setText(_("A reader has compared all these texts with their source: they are reviewed"))
        self.after.setAccessibleName(_("What changes"))
        self._tell()

    @Slot()
    def submit(self) -> None:
        self.finish(self.found)

    @Slot(bool)
    def _check_again(self, reviewed: bool) -> None:
        self.found = self._check(reviewed)
        self._tell()

    def _check(self, reviewed: bool) -> WordsCheck:
        return self._work.read(words_in.check, self._told, self._language, reviewed=reviewed)

    def _tell(self) -> None:
        found = self.found
        self.counts.setText(words.words_counts(found) or _("The file holds no translations."))
        reasons = [f"{one.ref}: {words_in.reason(one.code)}" for one in found.skipped[:SHOWN]]
        more = ["…"] if len(found.skipped) > SHOWN else []
        self.left_out.setText("\n".join((*reasons, *more)))
        self.left_out.setVisible(bool(reasons))
        self.accept_button.setEnabled(bool(found.lines))
        self.list.show_rows(found.lines)
        if found.lines and self.list.current_row() is None:
            self.list.selectRow(0)
        self._show(self.list.current_row())

    @Slot(object)
    def _show(self, line: WordsLine | None) -> None:
        self.after.setHtml(diff_html(line.before, line.after) if line else "")
