"""Step 4: what would be written, what must be corrected or decided, and the group to put the people in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.groups import GroupForm, GroupKind, GroupLine
from trainer_app.domain.imports.causes import NO_FIXES, Answer, Cause, Deed, Fixes
from trainer_app.domain.imports.notes import Doubt
from trainer_app.domain.people import PersonLine, shown_phone
from trainer_app.i18n import N_, _
from trainer_app.services import import_causes
from trainer_app.services.import_causes import AnyCheck
from trainer_app.services.imports import Doubtful, ImportCheck, MarksCheck
from trainer_app.ui import theme
from trainer_app.ui.dialogs.import_wizard.causes_bar import CausesBar
from trainer_app.ui.dialogs.import_wizard.draft import Draft
from trainer_app.ui.dialogs.import_wizard.entries import (
    COLUMNS,
    Decision,
    Entry,
    ImportOrder,
    MarksOrder,
    State,
    entries,
    remarks,
    row_of,
)
from trainer_app.ui.models.people import KINDS, sex_letter
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segment
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

SHOWN = {
    None: N_("All ({count})"),
    State.READY: N_("Ready ({count})"),
    State.KNOWN: N_("Already here ({count})"),
    State.DOUBTFUL: N_("To decide ({count})"),
    State.REJECTED: N_("To correct ({count})"),
}
CAUSES_SHOWN = 2


class CheckPage(Translated, QWidget):
    """`group_chosen` carries the key of a group, or None; `decided` comes when the number of people changed.

    `fixed` carries the answers given to all rows of a cause, when the rows must be read again with them.
    """

    group_chosen = Signal(object)
    fixed = Signal(object)
    decided = Signal()
    saving_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._check: AnyCheck = ImportCheck((), (), (), ())
        self.fixes: Fixes = NO_FIXES
        self._before: list[tuple[Fixes, dict[int, Decision]]] = []
        self._decisions: dict[int, Decision] = {}
        self._known: Mapping[UUID, PersonLine] = {}
        self._groups: tuple[GroupLine, ...] = ()
        self._show: State | None = None
        self.filters = [Segment(self, f"btnShow_{state or 'all'}") for state in SHOWN]
        self.table: ListView[Entry] = ListView(self, "tblEntries", COLUMNS, _row, N_("Rows of the list"))
        self.table.choose_several()
        self.bar = CausesBar(self)
        self.causes = label(self, "muted", "lblCauses")
        self.compare = label(self, name="lblCompare")
        self.same = button(self, "btnSamePerson")
        self.new = button(self, "btnNewPerson")
        self.replace = button(self, "btnReplace")
        self.leave = button(self, "btnLeaveOut")
        self.save = button(self, "btnSaveRejected", "download", kind="quiet")
        self.group_label = label(self, "strong", wrap=False)
        self.group: Choice[UUID | str | None] = Choice(self, "cbImportGroup", proper=True)
        self.group_label.setBuddy(self.group)
        self.new_name = QLineEdit(self)
        self.new_name.setObjectName("edNewGroup")
        self.new_kind: Choice[GroupKind] = Choice(self, "cbNewGroupKind", tuple(KINDS.items()))
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        filters, decisions, group = FlowLayout(), FlowLayout(), FlowLayout()
        self._filters = QButtonGroup(self)
        for number, segment in enumerate(self.filters):
            self._filters.addButton(segment, number)
            filters.addWidget(segment)
        for made in (self.same, self.new, self.replace, self.leave, self.save):
            decisions.addWidget(made)
        for widget in (self.group_label, self.group, self.new_name, self.new_kind):
            group.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.compare)
        layout.addLayout(decisions)
        layout.addWidget(self.bar)
        layout.addWidget(self.causes)
        layout.addLayout(group)

    def _connect(self) -> None:
        self._filters.idClicked.connect(self._filter)
        self.same.clicked.connect(self._decide_same)
        self.new.clicked.connect(self._decide_new)
        self.replace.clicked.connect(self._decide_replace)
        self.leave.clicked.connect(self._decide_leave)
        self.bar.answered.connect(self._answer)
        self.bar.taken_back.connect(self._take_back)
        self.save.clicked.connect(self.saving_wanted)
        self.group.chosen.connect(self._choose_group)
        self.new_name.textEdited.connect(self.decided)
        self.table.selectionModel().selectionChanged.connect(self._offer_decisions)

    def retranslate(self) -> None:
        self.same.setText(_("The same person"))
        self.new.setText(_("A new person"))
        self.replace.setText(_("Replace what is recorded"))
        self.leave.setText(_("Leave out"))
        self.save.setText(_("Save the rows to correct…"))
        self.group_label.setText(_("Put them in"))
        self.group.setAccessibleName(_("Group"))
        self.new_name.setPlaceholderText(_("Name of the new group"))
        self.new_name.setAccessibleName(_("Name of the new group"))
        self.new_kind.setAccessibleName(_("Kind"))
        self._offer_groups()
        self._word_filters()

    def forget_answers(self) -> None:
        """Another list, or other columns: what was answered about the last one is no more."""
        self.fixes, self._before, self._decisions = NO_FIXES, [], {}

    def show_check(
        self,
        draft: Draft,
        check: AnyCheck,
        known: Mapping[UUID, PersonLine],
        groups: Iterable[GroupLine],
        group_id: UUID | None,
    ) -> None:
        """Another check: decisions about rows that are doubtful still are kept. `known` are those they may be."""
        self._draft, self._check, self._known, self._groups = draft, check, known, tuple(groups)
        doubtful = set(map(row_of, check.doubtful))
        self._decisions = {row: self._decisions.get(row, Decision.LEAVE) for row in doubtful}
        self._offer_groups()
        if self.group.value != NEW_GROUP:
            self.group.choose(group_id)
        self._new_group_asked()
        for part in (self.group_label, self.group):
            part.setVisible(draft.is_people)
        for column in PEOPLE_ONLY:
            self.table.setColumnHidden(column, not draft.is_people)
        self._show = State.DOUBTFUL if doubtful else State.REJECTED if check.rejected else None
        self.save.setVisible(bool(check.rejected or check.doubtful))
        self._reload()

    def order(self, draft: Draft) -> ImportOrder | MarksOrder:
        if isinstance(self._check, MarksCheck):
            taken = frozenset(row for row, made in self._decisions.items() if made is Decision.REPLACE)
            assert draft.training_id is not None
            return MarksOrder(draft.file, draft.kind, draft.training_id, self._check, taken, draft.proposal)
        chosen = {
            decision: frozenset(row for row, made in self._decisions.items() if made is decision)
            for decision in Decision
        }
        known = {doubt.row.row: doubt.person_id for doubt in self._check.doubtful}
        same = {row: key for row in chosen[Decision.SAME] if (key := known[row]) is not None}
        group = self.group.value
        return ImportOrder(
            draft.file,
            self._check,
            chosen[Decision.NEW],
            same,
            group if isinstance(group, UUID) else None,
            GroupForm(self.new_name.text().strip(), self.new_kind.value or GroupKind.SAVINGS)
            if group == NEW_GROUP
            else None,
            draft.proposal,
        )

    def first_focus(self) -> QWidget | None:
        """The table while somebody must decide; None when nothing is in the way."""
        return self.table if self._check.doubtful else None

    # ---- what is shown -----------------------------------------------------------------------------------------

    def _reload(self) -> None:
        if self._draft is None:
            return
        found = entries(self._check, self._draft, self._decisions)
        shown = [entry for entry in found if self._show in (None, entry.state)]
        self.table.show_rows(shown)
        if self._show is State.DOUBTFUL and not self.table.chosen_rows():
            self.table.selectRow(0)
        self._word_filters()
        self.bar.show_causes(import_causes.causes(self._check), bool(self._before))
        lines = list(remarks(self._check))
        self.causes.setText("\n".join(lines[:CAUSES_SHOWN]))
        self.causes.setVisible(bool(lines))
        self._offer_decisions()

    def _word_filters(self) -> None:
        counts = {
            None: self._check.rows,
            State.READY: len(self._check.ready),
            State.KNOWN: len(self._check.existing),
            State.DOUBTFUL: len(self._check.doubtful),
            State.REJECTED: len(self._check.rejected),
        }
        for made, (state, words) in zip(self.filters, SHOWN.items(), strict=True):
            made.setText(_(words).format(count=counts[state]))
            made.setVisible(state in (None, State.READY) or counts[state] > 0)
            made.setChecked(state is self._show)

    @Slot(int)
    def _filter(self, number: int) -> None:
        self._show = tuple(SHOWN)[number]
        self._reload()

    # ---- deciding ----------------------------------------------------------------------------------------------

    @Slot()
    def _offer_decisions(self) -> None:
        chosen = self.table.chosen_rows()
        doubtful = [entry for entry in chosen if entry.state is State.DOUBTFUL]
        words = "\n".join((chosen[0].reason, *self._who(chosen[0]))) if len(chosen) == 1 else ""
        self.compare.setText(words)
        self.compare.setVisible(bool(words))
        marks = isinstance(self._check, MarksCheck)
        self.new.setVisible(bool(doubtful) and not marks)
        self.replace.setVisible(bool(doubtful) and marks)
        self.leave.setVisible(bool(doubtful))
        self.same.setVisible(any(entry.known for entry in doubtful))

    def _who(self, entry: Entry) -> list[str]:
        """The person of our list that a row may be: `In the list: HABIMANA Jean · M · 1985 · 0788 123 401`"""
        line = self._known.get(entry.known) if entry.known else None
        if line is None:
            return []
        details = (line.name, sex_letter(line.sex), str(line.birth_year or ""), shown_phone(line.phone), line.groups)
        return [_("In the list: {person}").format(person=" · ".join(part for part in details if part))]

    @Slot()
    def _decide_same(self) -> None:
        self._decide(Decision.SAME)

    @Slot()
    def _decide_new(self) -> None:
        self._decide(Decision.NEW)

    @Slot()
    def _decide_replace(self) -> None:
        self._decide(Decision.REPLACE)

    @Slot()
    def _decide_leave(self) -> None:
        self._decide(Decision.LEAVE)

    def _decide(self, decision: Decision) -> None:
        """About the rows that are selected; "the same person" only where the list knows which one."""
        for entry in self.table.chosen_rows():
            if entry.row in self._decisions and (decision is not Decision.SAME or entry.known):
                self._decisions[entry.row] = decision
        self._reload()
        self.decided.emit()

    # ---- one answer for all rows of a cause --------------------------------------------------------------------

    @Slot(object, object)
    def _answer(self, cause: Cause, answer: Answer) -> None:
        self._before.append((self.fixes, dict(self._decisions)))
        if isinstance(cause.code, Doubt) and isinstance(answer, Deed):
            self._decide_all(cause, answer)
        else:
            self.fixes = {**self.fixes, cause: answer}
            self.fixed.emit(self.fixes)

    def _decide_all(self, cause: Cause, answer: Deed) -> None:
        rows = next((line.rows for line in import_causes.causes(self._check) if line.cause == cause), ())
        wanted = set(rows) if answer is not Deed.SAME else set(self._safe(rows))
        self._decisions |= dict.fromkeys(wanted, Decision(answer.value))
        self._reload()
        self.decided.emit()

    def _safe(self, rows: Iterable[int]) -> Iterator[int]:
        """Rows that may be taken as the person that is known: one row for each person."""
        met: set[UUID] = set()
        among = set(rows)
        for doubt in self._check.doubtful:
            if isinstance(doubt, Doubtful) and doubt.row.row in among and doubt.person_id not in {None, *met}:
                met |= {doubt.person_id} if doubt.person_id else set()
                yield doubt.row.row

    @Slot()
    def _take_back(self) -> None:
        if not self._before:
            return
        fixes, self._decisions = self._before.pop()
        if fixes == self.fixes:
            self._reload()
            self.decided.emit()
        else:
            self.fixes = fixes
            self.fixed.emit(fixes)

    # ---- the group ---------------------------------------------------------------------------------------------

    def _offer_groups(self) -> None:
        by_row = self._draft is not None and self._draft.has_groups
        nowhere = _("The group that each row names") if by_row else _("No group")
        named = [(line.id, line.name) for line in self._groups]
        self.group.setMinimumWidth(theme.width(self.group, nowhere) + theme.scaled(theme.WIDE))
        self.group.offer([(None, nowhere), (NEW_GROUP, _("A new group…")), *named])

    @Slot(object)
    def _choose_group(self, chosen: UUID | str | None) -> None:
        self._new_group_asked()
        if chosen == NEW_GROUP:
            self.new_name.setFocus()
        self.group_chosen.emit(chosen if isinstance(chosen, UUID) else None)

    def _new_group_asked(self) -> None:
        self.new_name.setVisible(self.group.value == NEW_GROUP)
        self.new_kind.setVisible(self.group.value == NEW_GROUP)


NEW_GROUP = "new"
PEOPLE_ONLY = (2, 3, 4)  # columns of the table that only people have: sex, born, phone


def _row(entry: Entry) -> int:
    return entry.row
