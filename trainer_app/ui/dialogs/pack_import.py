"""What a module in a file would add and change here, and whose words count where both sides changed them.

Nothing is written before the user says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from trainer_app.domain.pack_merge import Choices, Key, Kind, Preview, Take
from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog, give_way
from trainer_app.ui.diff_html import diff_html, paragraphs
from trainer_app.ui.models import pack_import as words
from trainer_app.ui.models.pack_import import Shown
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

FILTERS = {
    "all": N_("All differences"),
    Kind.CONFLICT.value: N_("To choose"),
    Kind.NEW.value: N_("New"),
    Kind.CHANGED.value: N_("Changed"),
    Kind.KEPT.value: N_("Changed only here"),
    Kind.REMOVED.value: N_("No longer in the file"),
}
TAKES = ((Take.MINE, N_("Keep what is here")), (Take.THEIRS, N_("Take the file’s")))
LEAST = 56  # pixels of height for either wording: two lines


@dataclass(frozen=True)
class PackOrder:
    """What the user decided: where both changed a text, whose words count; and whether the rest may go."""

    choices: Choices = field(default_factory=dict)
    take_out: bool = False


def ask(parent: QWidget, found: Preview) -> PackOrder | None:
    return PackImportDialog(parent, found).ask_user()


class PackImportDialog(FormDialog[PackOrder]):
    """`dlgPackImport`. Of each conflict both wordings are shown with what changed in them since they were one."""

    TITLE = N_("Import a module")
    ACCEPT = N_("Import")

    def __init__(self, parent: QWidget | None, found: Preview) -> None:
        super().__init__(parent, "dlgPackImport", 980, 640)
        self._found = found
        self._choices: dict[Key, Take] = {one.key: Take.MINE for one in found.conflicts}
        self.head = label(self, "section", "lblPackHead")
        self.counts = label(self, "", "lblPackCounts")
        self.advice = label(self, "muted", "lblPackAdvice")
        shown = [(key, text) for key, text in FILTERS.items() if key == "all" or found.count(Kind(key))]
        self.filter: Choice[str] = Choice(self, "cbPackFilter", shown)
        self.filter.choose(Kind.CONFLICT.value if found.conflicts else "all")
        self.list: ListView[Shown] = ListView(
            self, "tblPackTexts", words.DIFFERENCES, lambda shown: shown.key, N_("Differences")
        )
        self.mine = self._browser("txtPackMine")
        self.theirs = self._browser("txtPackTheirs")
        self.mine_title = label(self, "caption")
        self.theirs_title = label(self, "caption")
        self.take: Segments[Take] = Segments(self, "segTake", TAKES)
        self.all_mine = button(self, "btnAllMine", kind="link")
        self.all_theirs = button(self, "btnAllTheirs", kind="link")
        self.take_out = QCheckBox(self)
        self.take_out.setObjectName("ckTakeOut")
        self._build()
        self._connect()
        self.retranslate()
        self._fill()

    # ---- what is shown -------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        super().retranslate()
        found = self._found
        names = ", ".join(LANGUAGES.get(code, code) for code in found.languages)
        self.head.setText(f"{found.code} {found.title} ({names})")
        self.counts.setText(words.count_words(found))
        self.advice.setText(self._advice())
        self.all_mine.setText(_("Keep all that is here"))
        self.all_theirs.setText(_("Take all of the file’s"))
        self.take_out.setText(_("Also take out what is no longer in the file"))
        self.filter.setAccessibleName(_("Which differences are shown"))
        self.take.setAccessibleName(_("Whose words count"))
        self.mine.setAccessibleName(_("Here"))
        self.theirs.setAccessibleName(_("In the file"))
        self._show(self.list.current_row())

    def _advice(self) -> str:
        if self._found.brings_nothing:
            return _("The file brings nothing new: it can be closed.")
        if self._found.is_new:
            return _("This module is not here yet. Nothing is written before you choose Import.")
        if self._found.conflicts:
            return _("Where a text was changed here and in the file, choose whose words count.")
        return _("What was changed only here stays. Nothing is written before you choose Import.")

    @Slot()
    def _fill(self) -> None:
        wanted = self.filter.value
        fitting = (one for one in self._found.all if wanted in ("all", one.kind.value))
        self.list.show_rows([Shown(one, self._choices.get(one.key)) for one in fitting])
        if self.list.rows.rowCount() and self.list.current_row() is None:
            self.list.selectRow(0)

    @Slot(object)
    def _show(self, shown: Shown | None) -> None:
        one = shown.one if shown is not None else None
        is_conflict = one is not None and one.kind is Kind.CONFLICT
        for part in (self.take, self.all_mine, self.all_theirs):
            part.setVisible(bool(self._found.conflicts))
        self.take.setEnabled(is_conflict)
        if one is None:
            self.mine.clear()
            self.theirs.clear()
            return
        if is_conflict:
            self.take.choose(self._choices[one.key])
        base, mine, theirs = words.before(one), words.here(one), words.in_file(one)
        my_state, their_state = words.states(one)
        self.mine_title.setText(" · ".join(filter(None, (_("Here"), my_state))))
        self.theirs_title.setText(" · ".join(filter(None, (_("In the file"), their_state))))
        self.mine.setHtml(_worded(base, mine))
        self.theirs.setHtml(_worded(base if one.kind is Kind.CONFLICT else mine, theirs))

    # ---- what is decided -----------------------------------------------------------------------------------------

    @Slot(object)
    def _choose(self, take: Take) -> None:
        shown = self.list.current_row()
        if shown is not None and shown.key in self._choices:
            self._choices[shown.key] = take
            self._fill()

    @Slot()
    def _choose_mine(self) -> None:
        self._choose_all(Take.MINE)

    @Slot()
    def _choose_theirs(self) -> None:
        self._choose_all(Take.THEIRS)

    def _choose_all(self, take: Take) -> None:
        self._choices = dict.fromkeys(self._choices, take)
        self._fill()
        self._show(self.list.current_row())

    @Slot()
    def submit(self) -> None:
        self.finish(PackOrder(dict(self._choices), self.take_out.isChecked()))

    # ---- how it is built -----------------------------------------------------------------------------------------

    def _browser(self, name: str) -> QTextBrowser:
        made = QTextBrowser(self)
        made.setObjectName(name)
        made.setOpenLinks(False)
        made.setTabChangesFocus(True)
        give_way(made, LEAST)
        return made

    def _connect(self) -> None:
        self.filter.chosen.connect(self._fill)
        self.list.chosen.connect(self._show)
        self.take.chosen.connect(self._choose)
        self.all_mine.clicked.connect(self._choose_mine)
        self.all_theirs.clicked.connect(self._choose_theirs)

    def _build(self) -> None:
        found = self._found
        head = QHBoxLayout()
        head.addWidget(self.filter)
        head.addWidget(self.counts, 1)
        sides = QHBoxLayout()
        sides.setSpacing(theme.SMALL)
        for title, text in ((self.mine_title, self.mine), (self.theirs_title, self.theirs)):
            side = QVBoxLayout()
            side.setSpacing(theme.TINY)
            side.addWidget(title)
            side.addWidget(text, 1)
            sides.addLayout(side, 1)
        tools = QWidget(self)
        row = FlowLayout(tools)
        for made in (self.take, self.all_mine, self.all_theirs):
            row.addWidget(made)
        give_way(self.list, LEAST)
        inside = self.without_form()
        inside.addWidget(self.head)
        inside.addWidget(self.advice)
        inside.addLayout(head)
        inside.addWidget(self.list, 3)
        inside.addLayout(sides, 2)
        inside.addWidget(tools)
        inside.addWidget(self.take_out)
        self.take_out.setVisible(bool(found.count(Kind.REMOVED)))
        tools.setVisible(bool(found.conflicts))
        self.accept_button.setEnabled(not found.brings_nothing or bool(found.conflicts))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _worded(old: str, new: str) -> str:
    """The new words with what changed in them; what is all new needs no marks."""
    return diff_html(old, new) if old and new else paragraphs(escape(new))
