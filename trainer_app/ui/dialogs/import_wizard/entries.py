"""Each row of the list as the last step shows it: who it is, and whether it can be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from trainer_app.domain.groups import GroupForm
from trainer_app.domain.imports.cells import cell, text_of
from trainer_app.domain.imports.fields import NAMES
from trainer_app.domain.imports.people_rows import PersonRow
from trainer_app.domain.people import Sex, shown_phone
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services import imports
from trainer_app.services.imports import Doubtful, ImportCheck
from trainer_app.ui.dialogs.import_wizard.draft import Draft
from trainer_app.ui.models.people import sex_letter, sex_word
from trainer_app.ui.models.table import CENTRE, Column

ROWS_NAMED = 12  # of those with the same problem; the rest are counted


class State(StrEnum):
    READY = "ready"
    KNOWN = "known"
    DOUBTFUL = "doubtful"
    REJECTED = "rejected"


class Decision(StrEnum):
    """What becomes of a row that may be somebody known."""

    LEAVE = "leave"
    SAME = "same"
    NEW = "new"


STATES = {
    State.READY: N_("Ready"),
    State.KNOWN: N_("Already here"),
    State.DOUBTFUL: N_("To decide"),
    State.REJECTED: N_("To correct"),
}
DECISIONS = {
    Decision.LEAVE: N_("Left out"),
    Decision.SAME: N_("The same person"),
    Decision.NEW: N_("A new person"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, numbered as in the sheet."""

    row: int
    name: str
    state: State
    sex: Sex = Sex.UNKNOWN
    born: str = ""
    phone: str = ""
    reason: str = ""
    decision: Decision | None = None
    cause: str = ""
    known: UUID | None = None

    @property
    def said(self) -> str:
        """The state in words, with the decision or the reason."""
        state = _(DECISIONS[self.decision]) if self.decision else _(STATES[self.state])
        return _("{state}: {reason}").format(state=state, reason=self.reason) if self.reason else state


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What the user decided: to be written as one change."""

    file: str
    check: ImportCheck
    as_new: frozenset[int]
    as_known: Mapping[int, UUID]
    group_id: UUID | None = None
    new_group: GroupForm | None = None

    @property
    def new_people(self) -> int:
        return len(self.check.ready) + len(self.as_new)

    @property
    def known_people(self) -> int:
        """Those who are in the list already, and join a group with it."""
        return len(self.check.existing) + len(self.as_known)

    @property
    def count(self) -> int:
        """How many people it is about: known ones count when they join a group."""
        joins = self.group_id is not None or self.new_group is not None
        return self.new_people + (self.known_people if joins else 0)


COLUMNS: tuple[Column[Entry], ...] = (
    Column(N_("Row"), lambda entry: str(entry.row), sort=lambda entry: entry.row, align=CENTRE, sample="Row 00"),
    Column(N_("Name"), lambda entry: entry.name, tip=lambda entry: entry.name, sample="MUKANDAYISENGA Marie"),
    Column(
        N_("Sex"),
        lambda entry: sex_letter(entry.sex),
        spoken=lambda entry: sex_word(entry.sex),
        align=CENTRE,
        sample="Sexe",
    ),
    Column(N_("Born"), lambda entry: entry.born, align=CENTRE, sample="00/00/0000 0"),
    Column(N_("Phone"), lambda entry: entry.phone, sample="0788 123 456 0"),
    Column(N_("What becomes of it"), lambda entry: entry.said, tip=lambda entry: entry.said, stretch=True),
)


def entries(check: ImportCheck, draft: Draft, decided: Mapping[int, Decision]) -> tuple[Entry, ...]:
    """Every row of the list, in its order."""
    found = [
        *(_person(row, State.READY) for row in check.ready),
        *(_person(known.row, State.KNOWN) for known in check.existing),
        *(_doubtful(doubt, decided) for doubt in check.doubtful),
        *(
            Entry(left.row, _name(draft, left.row), State.REJECTED, reason=imports.reason(left), cause=left.code)
            for left in check.rejected
        ),
    ]
    return tuple(sorted(found, key=lambda entry: entry.row))


def causes(shown: Iterable[Entry]) -> Iterator[str]:
    """Rows with the same problem together: `The phone number … is not one of Rwanda. Rows 12, 30, 31`"""
    ordered = sorted((entry for entry in shown if entry.cause), key=lambda entry: (entry.cause, entry.row))
    for _cause, same in groupby(ordered, key=lambda entry: entry.cause):
        rows = list(same)
        numbers = ", ".join(str(entry.row) for entry in rows[:ROWS_NAMED])
        more = "…" if len(rows) > ROWS_NAMED else ""
        words = ngettext("Row {rows}: {reason}", "{count} rows ({rows}), for example: {reason}", len(rows))
        yield words.format(count=len(rows), rows=numbers + more, reason=rows[0].reason)


def remarks(check: ImportCheck) -> Iterator[str]:
    """What was understood and is worth a look, each kind once."""
    rows = [*check.ready, *(known.row for known in check.existing), *(doubt.row for doubt in check.doubtful)]
    noted = sorted(((remark, row.row) for row in rows for remark in row.remarks), key=lambda pair: pair[0].note)
    for _note, same in groupby(noted, key=lambda pair: pair[0].note):
        pairs = list(same)
        numbers = ", ".join(str(row) for _remark, row in pairs[:ROWS_NAMED])
        more = "…" if len(pairs) > ROWS_NAMED else ""
        words = ngettext("Row {rows}: {reason}", "{count} rows ({rows}), for example: {reason}", len(pairs))
        yield words.format(count=len(pairs), rows=numbers + more, reason=imports.remark_words(pairs[0][0]))


def _person(row: PersonRow, state: State, **values: object) -> Entry:
    form = row.form
    born = f"{form.birth_date:%d/%m/%Y}" if form.birth_date else str(form.birth_year or "")
    return Entry(row.row, form.name, state, form.sex, born, shown_phone(form.phone), **values)  # type: ignore[arg-type]


def _doubtful(doubt: Doubtful, decided: Mapping[int, Decision]) -> Entry:
    decision = decided.get(doubt.row.row)
    return _person(
        doubt.row,
        State.DOUBTFUL,
        reason=imports.doubt_reason(doubt),
        decision=decision,
        cause=doubt.code.value,
        known=doubt.person_id,
    )


def _name(draft: Draft, number: int) -> str:
    """The name as it stands in the sheet, for a row that could not be read."""
    row = draft.rows[number - 1]
    parts = (text_of(cell(row, column.index)) for column in draft.columns if column.field in NAMES)
    return " ".join(part for part in parts if part)
