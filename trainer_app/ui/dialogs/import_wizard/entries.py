"""Each row of the list as the last step shows it: who it is, and whether it can be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any
from uuid import UUID

from trainer_app.domain.attendance import LETTERS, Status
from trainer_app.domain.groups import GroupForm
from trainer_app.domain.imports.cells import cell, text_of
from trainer_app.domain.imports.columns import Proposal
from trainer_app.domain.imports.fields import NAMES
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.domain.imports.people_rows import PersonRow
from trainer_app.domain.imports.training_rows import PersonValues
from trainer_app.domain.people import Sex, shown_phone
from trainer_app.domain.scores import Mark, Phase
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.services import imports
from trainer_app.services.import_causes import ASKED, AnyCheck
from trainer_app.services.imports import Doubtful, ImportCheck, MarksCheck
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
    REPLACE = "replace"


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
    Decision.REPLACE: N_("Replaces what is recorded"),
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
    proposal: Proposal | None = None
    """How the columns were read, to be remembered."""

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


@dataclass(frozen=True, slots=True)
class MarksOrder:
    """What the user decided about a register or about scores: to be written as one change."""

    file: str
    kind: ListKind
    training_id: UUID
    check: MarksCheck[Any, Any]
    taken: frozenset[int]
    """Rows that replace what is recorded."""
    proposal: Proposal | None = None

    @property
    def count(self) -> int:
        """How many marks or scores it is about."""
        rows = (*self.check.ready, *(one for one in self.check.doubtful if one.row in self.taken))
        return sum(len(one.values) for one in rows)


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


def entries(check: AnyCheck, draft: Draft, decided: Mapping[int, Decision]) -> tuple[Entry, ...]:
    """Every row of the list, in its order."""
    if isinstance(check, MarksCheck):
        return _entries_of_marks(check, draft, decided)
    found = [
        *(_person(row, State.READY) for row in check.ready),
        *(_person(known.row, State.KNOWN) for known in check.existing),
        *(_doubtful(doubt, decided) for doubt in check.doubtful),
        *_rejected(check, draft),
    ]
    return tuple(sorted(found, key=lambda entry: entry.row))


def _entries_of_marks(check: MarksCheck[Any, Any], draft: Draft, decided: Mapping[int, Decision]) -> tuple[Entry, ...]:
    found = [
        *(_marked(person, State.READY) for person in check.ready),
        *(_marked(person, State.KNOWN) for person in check.existing),
        *(_marked(person, State.DOUBTFUL, decided.get(person.row)) for person in check.doubtful),
        *_rejected(check, draft),
    ]
    return tuple(sorted(found, key=lambda entry: entry.row))


def _marked(person: PersonValues[Any, Any], state: State, decision: Decision | None = None) -> Entry:
    """With what the row says: `P P A`, or `Pre-test 4, Post-test 7`; of a doubtful one, that something else stands."""
    said = imports.differs(person.name) if state is State.DOUBTFUL else ""
    values = _values_words(person)
    return Entry(person.row, person.name, state, reason=" · ".join(filter(None, (values, said))), decision=decision)


def _values_words(person: PersonValues[Any, Any]) -> str:
    marks = [LETTERS[value] for _key, value in person.values if isinstance(value, Status)]
    scores = [_score_words(phase, value) for phase, value in person.values if isinstance(value, Mark)]
    return " ".join(marks) or ", ".join(scores)


def _score_words(phase: Phase, mark: Mark) -> str:
    if mark.value is None:
        said = pgettext("state of attendance", "absent") if mark.absent else _("did not sit")
    else:
        said = screen().number(mark.value, 0 if mark.value % 1 == 0 else 1)
    return f"{_(PHASES[phase])} {said}"


PHASES = {Phase.PRE: N_("Pre-test"), Phase.POST: N_("Post-test"), Phase.LATER: N_("Later test")}


def _rejected(check: AnyCheck, draft: Draft) -> Iterator[Entry]:
    for left in check.rejected:
        yield Entry(left.row, _name(draft, left.row), State.REJECTED, reason=imports.reason(left), cause=left.code)


def row_of(doubtful: Doubtful | PersonValues[Any, Any]) -> int:
    return doubtful.row.row if isinstance(doubtful, Doubtful) else doubtful.row


def remarks(check: AnyCheck) -> Iterator[str]:
    """What was understood and is worth a look, each kind once."""
    if isinstance(check, MarksCheck):
        return
    rows = [*check.ready, *(known.row for known in check.existing), *(doubt.row for doubt in check.doubtful)]
    noted = sorted(
        ((remark, row.row) for row in rows for remark in row.remarks if remark.note not in ASKED),
        key=lambda pair: pair[0].note,
    )
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
