"""A list of groups is taken in: from a file or from what was copied, looked at first, then added at one stroke."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.groups import GroupKind
from trainer_app.domain.imports.cells import Row, cell, text_of
from trainer_app.domain.imports.group_rows import GroupField, GroupProposal, GroupRow, propose, read_groups
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.readers import delimited, sheets
from trainer_app.readers.workbook import Workbook, silent
from trainer_app.services import import_groups
from trainer_app.services.import_groups import GroupsCheck
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.dialogs.import_wizard import file_page
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.people import KINDS
from trainer_app.ui.models.table import RIGHT, Column
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

FIELDS: tuple[tuple[GroupField | None, str], ...] = (
    (None, N_("Do not import")),
    (GroupField.NAME, N_("Name of the group")),
    (GroupField.KIND, N_("Kind")),
    (GroupField.DISTRICT, N_("District")),
    (GroupField.SECTOR, N_("Sector")),
    (GroupField.CELL, N_("Cell")),
    (GroupField.PLACE, N_("Place, in one column")),
    (GroupField.VALUE_CHAIN, N_("Value chain")),
    (GroupField.OCCUPATION, N_("Occupation")),
    (GroupField.PARENT, N_("Inside the group")),
    (GroupField.FORMED_ON, N_("Formed on")),
    (GroupField.BY_ITSELF, N_("Formed by itself")),
    (GroupField.NOTE, N_("Note")),
)


class Verdict(StrEnum):
    READY = "ready"
    KNOWN = "known"
    DOUBTFUL = "doubtful"
    REJECTED = "rejected"


SIGNS = {
    Verdict.READY: ("check", Tint.SUCCESS),
    Verdict.KNOWN: ("info", Tint.MUTED),
    Verdict.DOUBTFUL: ("circle-help", Tint.WARNING),
    Verdict.REJECTED: ("x", Tint.ERROR),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list, and what would become of it. A doubtful one is added only when it is `taken`."""

    row: int
    name: str
    kind: GroupKind | None
    verdict: Verdict
    why: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class GroupsOrder:
    check: GroupsCheck
    as_new: frozenset[int]
    file: str

    @property
    def count(self) -> int:
        return len(self.check.ready) + len(self.as_new)


def verdict(line: Entry) -> str:
    if line.taken:
        return pgettext("a row of a list of groups", "to be added")
    words = {
        Verdict.READY: pgettext("a row of a list of groups", "ready"),
        Verdict.KNOWN: pgettext("a row of a list of groups", "known already"),
        Verdict.DOUBTFUL: pgettext("a row of a list of groups", "to be decided"),
        Verdict.REJECTED: pgettext("a row of a list of groups", "left out"),
    }
    return words[line.verdict]


COLUMNS: tuple[Column[Entry], ...] = (
    Column(N_("Row"), lambda line: str(line.row), sort=lambda line: line.row, align=RIGHT, sample="000"),
    Column(N_("Name"), lambda line: line.name, tip=lambda line: line.name, sample="Koperative Twisungane 0"),
    Column(N_("Kind"), lambda line: _(KINDS[line.kind]) if line.kind else "", sample="Groupe d'épargne"),
    Column(N_("What becomes of it"), verdict, icon=lambda line: SIGNS[line.verdict], sample="known already 00"),
    Column(N_("Why"), lambda line: line.why, tip=lambda line: line.why, stretch=True),
)


def ask(parent: QWidget, work: Work, today: date, paste: bool = False) -> GroupsOrder | None:
    """The list that was looked at and is to be written, or None."""
    if not paste and (path := file_page.ask(parent)) is not None:
        return _shown(parent, work, today, _read(path), path.name)
    if paste:
        text = QGuiApplication.clipboard().text()
        return _shown(parent, work, today, _pasted(text), _("what was copied"))
    return None


def _shown(parent: QWidget, work: Work, today: date, book: Workbook, file: str) -> GroupsOrder | None:
    rows = max((sheet.rows for sheet in book.sheets), key=_worth, default=())
    return ImportGroupsDialog(parent, work, today, rows, file).ask_user()


def _worth(rows: Sequence[Row]) -> int:
    """How much a sheet looks like a list of groups; the first of equals."""
    found = propose(rows)
    return sum(column.field is not None for column in found.columns) + found.has_names


def _read(path: Path) -> Workbook:
    return sheets.read(path)


def _pasted(text: str) -> Workbook:
    if not text.strip():
        raise TrainerError(_("Nothing was copied: copy the list first, then paste it here."), "nothing_copied")
    return delimited.read(text.encode(), "copied", silent)


class ImportGroupsDialog(FormDialog[GroupsOrder]):
    """`dlgImportGroups`. Enter or a double click takes a doubtful row, or leaves it out again."""

    TITLE = N_("Add groups from a list")
    ACCEPT = N_("Add the groups")

    def __init__(self, parent: QWidget | None, work: Work, today: date, rows: Sequence[Row], file: str) -> None:
        super().__init__(parent, "dlgImportGroups", 900, 560)
        self._work, self._today, self._rows, self._file = work, today, rows, file
        self._taken: set[int] = set()
        self.proposal: GroupProposal = propose(rows)
        self.column: Choice[int] = Choice(self, "cbListColumn", proper=True)
        self.field: Choice[GroupField | None] = Choice(self, "cbListField", FIELDS)
        self.kind: Choice[GroupKind] = Choice(self, "cbListKind", tuple(KINDS.items()))
        self.kind.choose(GroupKind.SAVINGS)
        self.counts = label(self, "strong", "lblListCounts")
        self.refusal = label(self, "error", "lblListError")
        self.table: ListView[Entry] = ListView(self, "tblGroupRows", COLUMNS, _key, N_("Rows of the list"))
        self.take = button(self, "btnTakeRow")
        self.column_words, self.kind_words = label(self, wrap=False), label(self, wrap=False)
        self._arrange_parts()
        self.column.chosen.connect(self._column_chosen)
        self.field.chosen.connect(self._field_chosen)
        self.kind.chosen.connect(self._look)
        self.table.opened.connect(self._turn)
        self.table.chosen.connect(self._row_chosen)
        self.take.clicked.connect(self._turn_current)
        self._look()
        self.retranslate()
        self.table.setFocus()

    def _arrange_parts(self) -> None:
        inside = self.without_form()
        top, below = QHBoxLayout(), QHBoxLayout()
        for widget in (self.column_words, self.column, self.field):
            top.addWidget(widget)
        top.addSpacing(theme.LARGE)
        top.addWidget(self.kind_words)
        top.addWidget(self.kind)
        top.addStretch(1)
        below.addWidget(self.counts, 1)
        below.addWidget(self.take)
        inside.addLayout(top)
        inside.addWidget(self.refusal)
        inside.addWidget(self.table, 1)
        inside.addLayout(below)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("Add groups from {file}").format(file=self._file))
        self.column_words.setText(_("Column"))
        self.kind_words.setText(_("Kind, where the list says none"))
        self.column.setAccessibleName(_("Column of the list"))
        self.field.setAccessibleName(_("What the column holds"))
        self.kind.setAccessibleName(self.kind_words.text())
        self._offer_columns()
        self._show()

    def problems(self) -> Mapping[str, str]:
        return {}

    def result_of_form(self) -> GroupsOrder:
        return GroupsOrder(self.check, frozenset(self._taken), self._file)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return self.table.rows.rows

    def _offer_columns(self) -> None:
        before = self.column.value
        self.column.offer(
            [(column.index, _with_sample(column.name, column.samples)) for column in self.proposal.columns]
        )
        if before is None and self.proposal.columns:
            self.column.choose(self.proposal.columns[0].index)
        self._column_chosen()

    @Slot()
    def _look(self) -> None:
        """Read the rows anew, and compare them with what is known."""
        read = read_groups(self._rows, self.proposal, self._today, self.kind.value or GroupKind.SAVINGS)
        self.check = self._work.read(import_groups.check, read)
        self._taken &= {doubt.row.row for doubt in self.check.doubtful}
        self._show()

    def _entries(self) -> tuple[Entry, ...]:
        """The rows in the order of the sheet; what must be decided or is left out says why."""
        check = self.check
        found = [_entry(row, Verdict.READY) for row in check.ready]
        found += [_entry(known.row, Verdict.KNOWN) for known in check.existing]
        found += [
            _entry(doubt.row, Verdict.DOUBTFUL, import_groups.doubt_reason(doubt), doubt.row.row in self._taken)
            for doubt in check.doubtful
        ]
        found += [
            Entry(bad.row, self._name_in(bad.row), None, Verdict.REJECTED, import_groups.reason(bad))
            for bad in check.rejected
        ]
        return tuple(sorted(found, key=_key))

    def _name_in(self, row: int) -> str:
        """What a row of the sheet, counted from 1, has in the column of names."""
        index = next((c.index for c in self.proposal.columns if c.field is GroupField.NAME), None)
        return text_of(cell(self._rows[row - 1], index))

    def _show(self) -> None:
        check, t = self.check, screen()
        self.table.show_rows(self._entries())
        numbers = (
            (ngettext("{count} ready", "{count} ready", len(check.ready)), len(check.ready)),
            (ngettext("{count} known already", "{count} known already", len(check.existing)), len(check.existing)),
            (ngettext("{count} to be decided", "{count} to be decided", len(check.doubtful)), len(check.doubtful)),
            (ngettext("{count} left out", "{count} left out", len(check.rejected)), len(check.rejected)),
        )
        self.counts.setText(" · ".join(many.format(count=t.number(count)) for many, count in numbers if count))
        nameless = _("No column holds names of groups: choose it above.") if not self.proposal.has_names else ""
        adding = len(check.ready) + len(self._taken)
        self.refusal.setText(nameless or ("" if adding else _("There is nothing to add.")))
        self.refusal.setVisible(bool(self.refusal.text()))
        self.accept_button.setEnabled(bool(adding) and not nameless)
        many = ngettext("Add {count} group", "Add {count} groups", adding)
        self.accept_button.setText(many.format(count=t.number(adding)))
        self._row_chosen(self.table.current_row())

    @Slot()
    def _column_chosen(self) -> None:
        index = self.column.value
        self.field.choose(next((c.field for c in self.proposal.columns if c.index == index), None))

    @Slot(object)
    def _field_chosen(self, field: GroupField | None) -> None:
        if self.column.value is not None:
            self.proposal = self.proposal.with_field(self.column.value, field)
            self._look()

    @Slot(object)
    def _row_chosen(self, line: Entry | None) -> None:
        self.take.setVisible(line is not None and line.verdict is Verdict.DOUBTFUL)
        self.take.setText(_("Leave it out") if line is not None and line.taken else _("Add it all the same"))

    @Slot()
    def _turn_current(self) -> None:
        if (line := self.table.current_row()) is not None:
            self._turn(line)

    @Slot(object)
    def _turn(self, line: Entry) -> None:
        if line.verdict is Verdict.DOUBTFUL:
            self._taken ^= {line.row}
            self._show()


def _entry(row: GroupRow, verdict: Verdict, why: str = "", taken: bool = False) -> Entry:
    return Entry(row.row, row.form.name, row.form.kind, verdict, why, taken)


def _key(line: Entry) -> int:
    return line.row


def _with_sample(name: str, samples: Sequence[str]) -> str:
    return f"{name}: {samples[0][:24]}" if samples else name
