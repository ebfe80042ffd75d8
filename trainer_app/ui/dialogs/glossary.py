"""The glossary: how each thing of the trade is called in three languages; looked up, added to, corrected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.terms import Term
from trainer_app.i18n import N_, Label, _, label, ngettext, screen
from trainer_app.services import glossary
from trainer_app.services.glossary import TermForm
from trainer_app.ui import theme
from trainer_app.ui.dialogs import term as term_dialog
from trainer_app.ui.dialogs.form_dialog import fitting, wait_for
from trainer_app.ui.models.terms import TERM_COLUMNS, details
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.message_bar import MessageBar
from trainer_app.ui.widgets.notice import Notice, Tone
from trainer_app.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def show(parent: QWidget, work: Work, words: str = "") -> None:
    """Open it until it is closed; `words` are looked for at once."""
    wait_for(GlossaryDialog(parent, work, words))


class GlossaryDialog(Translated, QDialog):
    """`dlgGlossary`. Each change is kept at once, and can be undone here as long as the window is open."""

    def __init__(self, parent: QWidget | None, work: Work, words: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("dlgGlossary")
        self._work = work
        self._steps = 0  # of this window, so that Undo here never reaches what was done before it
        self.message = MessageBar(self, "barGlossary")
        self.search = SearchBox(self, "edFindTerm", N_("Find a term in any language"))
        self.count = labels.label(self, "muted", "lblTermCount")
        self.table: ListView[Term] = ListView(self, "tblTerms", TERM_COLUMNS, lambda row: row.id, N_("Glossary"))
        nothing = EmptyState(self, "search", N_("The glossary has no such term."), None, [(N_("Add it"), self.add)])
        self.pages = OrEmpty(self, self.table, nothing)
        self.details = labels.label(self, "caption", "lblTermDetails")
        self.add_button = button(self, "btnAddTerm", "plus")
        self.change_button = button(self, "btnChangeTerm", "pencil")
        self.remove_button = button(self, "btnRemoveTerm", "trash-2")
        self.close_button = button(self, "btnCloseGlossary", kind="primary")
        self._build()
        self._connect()
        self.search.setText(words)
        self.reload()
        self.retranslate()
        self.resize(fitting(self, 940, 520))

    def retranslate(self) -> None:
        self.setWindowTitle(_("Glossary"))
        for made, words, keys in (
            (self.add_button, _("Add"), "Ctrl+N"),
            (self.change_button, _("Change"), "Enter"),
            (self.remove_button, _("Remove"), "Del"),
            (self.close_button, _("Close"), "Esc"),
        ):
            made.setText(words)
            made.setToolTip(f"{words} ({keys})")
        self._tell_count()
        self._choose(self.table.current_row())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the list and the form: it never closes the window from the box of the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    # ---- what is done ---------------------------------------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        asked = term_dialog.ask(self, self._work, None, "" if self.table.rows.rowCount() else self.search.text())
        if asked is not None:
            key = self._do(label(N_("Add the term {words}"), words=_name(asked)), glossary.add, asked)
            self.search.clear()
            self.reload()
            self.table.go_to(key)

    @Slot()
    def change(self) -> None:
        chosen = self.table.current_row()
        asked = term_dialog.ask(self, self._work, chosen) if chosen else None
        if chosen is not None and asked is not None:
            what = label(N_("Change the term {words}"), words=_name(asked))
            self._do(what, glossary.change, chosen.id, asked)

    @Slot()
    def remove(self) -> None:
        chosen = self.table.current_row()
        if chosen is None:
            return
        row = self.table.currentIndex().row()
        self._do(label(N_("Remove the term {words}"), words=_name(chosen)), glossary.remove, chosen.id)
        self.table.selectRow(min(row, self.table.rows.rowCount() - 1))

    @Slot()
    def undo(self) -> None:
        """Only what was done in this window."""
        if self._steps:
            self._steps -= 1
            done = self._work.undo()
            self.message.put(Notice(_("Undone: {what}").format(what=done.words(screen()))))
            self.reload()

    def _do(self, what: Label, command: Callable[..., object], *values: object) -> object:
        result = self._work.change(what, command, *values)
        self._steps += 1
        self.message.put(Notice(what, Tone.SUCCESS, N_("Undo"), self.undo))
        self.reload()
        return result

    # ---- what is shown --------------------------------------------------------------------------------------------

    @Slot()
    def reload(self) -> None:
        found = self._work.read(glossary.terms, self.search.text())
        self.table.show_rows(found)
        self.pages.show_empty(not found)
        if found and self.table.current_row() is None:
            self.table.selectRow(0)
        self._tell_count()
        self._choose(self.table.current_row())

    def _tell_count(self) -> None:
        count = self.table.rows.rowCount()
        self.count.setText(ngettext("{count} term", "{count} terms", count).format(count=count))

    @Slot(object)
    def _choose(self, chosen: Term | None) -> None:
        self.details.setText(details(chosen) if chosen else "")
        self.change_button.setEnabled(chosen is not None)
        self.remove_button.setEnabled(chosen is not None)

    @Slot()
    def _to_table(self) -> None:
        if self.table.rows.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.search.asked.connect(self.reload)
        self.search.entered.connect(self._to_table)
        self.search.leads_to(self.table)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.change)
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self.change)
        self.remove_button.clicked.connect(self.remove)
        self.close_button.clicked.connect(self.accept)
        found: tuple[tuple[QWidget, str, str, Callable[[], object]], ...] = (
            (self, "actAddTerm", "Ctrl+N", self.add),
            (self, "actUndoTerm", "Ctrl+Z", self.undo),
            (self, "actFindTerm", "Ctrl+F", self.search.setFocus),
            (self.table, "actRemoveTerm", "Del", self.remove),
        )
        for owner, name, keys, do in found:
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(do)
            owner.addAction(action)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self.search, 1)
        head.addWidget(self.count)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SMALL)
        for made in (self.add_button, self.change_button, self.remove_button):
            foot.addWidget(made)
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.message)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.details)
        layout.addLayout(foot)


def _name(term: Term | TermForm) -> str:
    return next((words for words in term.words.values() if words.strip()), "")
