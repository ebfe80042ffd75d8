"""The top of the curriculum: in which language it is shown, and what can be made of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, icon_button, menu_action, menu_button, say
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.flow import FlowLayout

WHOLE = {
    "print": N_("Print its handouts"),
    "save": N_("Save its handouts as PDF"),
    "more": N_("Booklet, A5 and copies…"),
}
FILES = {
    "pack": N_("Export this module (.zip)…"),
    "po": N_("Export one language for a translator (.po)…"),
    "docx": N_("Export one language for Word (.docx)…"),
    "in": N_("Import a module, .po or Word file…"),
}

READ, WRITE = "read", "write"
MODES = ((READ, N_("Read")), (WRITE, N_("Write and translate")))


class CurriculumBar(Translated, QWidget):
    """`modes`, `languages` and the buttons; `whole_wanted` carries one of the keys of WHOLE, `file_wanted` of FILES."""

    whole_wanted = Signal(str)
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._several = False
        self.modes: Segments[str] = Segments(self, "segMode", MODES)
        self.languages: Segments[str] = Segments(self, "segContent", list(LANGUAGES.items()), proper=True)
        self.print = button(self, "btnPrintHandout", "printer", "primary")
        self.save = button(self, "btnSaveHandout", "download")
        self.whole = menu_button(self, "btnWholeModule", "layers")
        self.whole_actions = [menu_action(self.whole, f"actWhole_{what}", what) for what in WHOLE]
        self.whole.menu().triggered.connect(self._tell)
        self.files = menu_button(self, "btnCurriculumFiles", "upload")
        self.file_actions = [menu_action(self.files, f"actFiles_{what}", what) for what in FILES]
        self.files.menu().triggered.connect(self._tell_file)
        self.ledger = icon_button(self, "btnPrinted", "list-checks")
        layout = FlowLayout(self)
        for made in (self.modes, self.languages, self.print, self.save, self.whole, self.files, self.ledger):
            layout.addWidget(made)
        self.retranslate()

    def be_for(self, several: bool) -> None:
        """Whether all handouts of a module are meant, or the one of a unit. Who writes needs the room more."""
        self._several = several
        self.retranslate()
        for made in (self.print, self.save):
            made.setVisible(self.modes.value == READ)

    def retranslate(self) -> None:
        for made, code in zip(self.languages.buttons, LANGUAGES, strict=True):
            made.setToolTip(_("Show the texts in {language}").format(language=LANGUAGES[code]))
        self.print.setText(_("Print handouts") if self._several else _("Print handout"))
        self.print.setToolTip(_("Print in the language shown (Ctrl+P)"))
        self.save.setText(_("Save as PDF"))
        self.save.setToolTip(_("Save in the language shown (Ctrl+E)"))
        say(self.ledger, _("Printed pages, and who holds an outdated one"))
        self.whole.setText(_("Whole module"))
        self.whole.setVisible(not self._several and self.modes.value == READ)
        self.files.setText(_("Files"))
        for actions, words in ((self.whole_actions, WHOLE), (self.file_actions, FILES)):
            for action in actions:
                action.setText(_(words[action.data()]))

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        self.whole_wanted.emit(action.data())

    @Slot(QAction)
    def _tell_file(self, action: QAction) -> None:
        self.file_wanted.emit(action.data())
