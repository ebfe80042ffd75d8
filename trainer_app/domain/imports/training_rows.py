"""Marks and scores of a training, taken back from a sheet that somebody filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from typing import Generic, TypeVar
from uuid import UUID

from trainer_app.domain.attendance import Register, RegisterDay, Status, status_for_word
from trainer_app.domain.imports.causes import NO_FIXES, Deed, Fixes, cause_of
from trainer_app.domain.imports.cells import Row, cell, filled, is_filled, text_of
from trainer_app.domain.imports.columns import ColumnGuess, Proposal
from trainer_app.domain.imports.dates import DateColumn, read_day
from trainer_app.domain.imports.days import said_by, session_of
from trainer_app.domain.imports.extras import Extras
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.notes import Ignored, Problem, Rejected, Unreadable
from trainer_app.domain.imports.roster import Listed, Roster
from trainer_app.domain.imports.words import said
from trainer_app.domain.people import joined_name
from trainer_app.domain.scores import Mark, Phase, ScoreProblem, ScoreSheet, parse_score

LONGEST = 200

V = TypeVar("V")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class PersonValues(Generic[K, V]):
    """What one row says of one person: a status for each session, or a score for each phase."""

    row: int
    person_id: UUID
    name: str
    values: tuple[tuple[K, V], ...]


@dataclass(frozen=True, slots=True)
class ValuesRead(Generic[K, V]):
    people: tuple[PersonValues[K, V], ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...]


class Refused(Exception):
    """A row that cannot be taken: the column it is about, why, and what stood there."""

    def __init__(self, column: str, problem: Problem, value: str) -> None:
        super().__init__(problem)
        self.column, self.problem, self.value = column, problem, value[:LONGEST]


def attendance_rows(
    rows: Sequence[Row],
    proposal: Proposal,
    register: Register,
    today: date,
    fixes: Fixes = NO_FIXES,
    sessions: Mapping[int, UUID] | None = None,
) -> ValuesRead[UUID, Status]:
    """A grid with a column for each day, or a list with one status a row, and its date.

    `sessions` says which column is which session, where somebody decided; `fixes` answer what could not be read.
    """
    days = day_columns(proposal, register.days) if sessions is None else _chosen(proposal, register.days, sessions)
    if days:
        read: Callable[[Row, UUID], Iterable[tuple[UUID, Status]]] = partial(
            _grid_marks, days=days, today=today, fixes=fixes
        )
    else:
        read = partial(_single_mark, proposal=proposal, days=register.days, today=today, fixes=fixes)
    return read_values(rows, proposal, Roster(register.lines), read)


def score_rows(
    rows: Sequence[Row], proposal: Proposal, sheet: ScoreSheet, phase: Phase | None = None, fixes: Fixes = NO_FIXES
) -> ValuesRead[Phase, Mark]:
    """Scores of the phase asked for; with none asked for, of every phase that has a column."""
    columns = {p: column for p, field in PHASES.items() if (column := proposal.column(field))}
    single = proposal.column(Field.SCORE)
    if phase is not None:
        own = columns.get(phase) or single
        columns = {phase: own} if own else {}
    read = partial(_scores, columns=columns, sheet=sheet, fixes=fixes)
    return read_values(rows, proposal, Roster(sheet.lines), read)


PHASES = {Phase.PRE: Field.SCORE_PRE, Phase.POST: Field.SCORE_POST, Phase.LATER: Field.SCORE_LATER}


def day_columns(proposal: Proposal, days: Sequence[RegisterDay]) -> tuple[tuple[ColumnGuess, RegisterDay | None], ...]:
    """The columns whose header is a day of a training, and the session it is; None when there is no such session."""
    found: list[tuple[ColumnGuess, RegisterDay | None]] = []
    taken: set[UUID] = set()
    for column in proposal.columns:
        if column.field in (None, Field.DATE) and said_by(column.header):
            day = session_of(column.header, days, taken)
            taken |= {day.session_id} if day else set()
            found.append((column, day))
    return tuple(found)


def _chosen(
    proposal: Proposal, days: Sequence[RegisterDay], sessions: Mapping[int, UUID]
) -> tuple[tuple[ColumnGuess, RegisterDay | None], ...]:
    by_key = {day.session_id: day for day in days}
    return tuple(
        (column, by_key.get(sessions[column.index])) for column in proposal.columns if column.index in sessions
    )


def _grid_marks(
    row: Row, _person_id: UUID, days: Sequence[tuple[ColumnGuess, RegisterDay | None]], today: date, fixes: Fixes
) -> Iterable[tuple[UUID, Status]]:
    for column, day in days:
        text = text_of(cell(row, column.index))
        if text and (found := _answered(fixes, partial(_marked, column.header, day, today, column, text, fixes))):
            yield found


def _answered(fixes: Fixes, read: Callable[[], V]) -> V | None:
    """What is read; None where somebody said that the row is taken without it."""
    try:
        return read()
    except Refused as refused:
        if fixes.get(cause_of(refused.problem, refused.value)) is Deed.EMPTY:
            return None
        raise


def _single_mark(
    row: Row, _person_id: UUID, proposal: Proposal, days: Sequence[RegisterDay], today: date, fixes: Fixes
) -> Iterable[tuple[UUID, Status]]:
    column = proposal.column(Field.STATUS)
    if column is None or not (text := text_of(cell(row, column.index))):
        return
    dated = proposal.column(Field.DATE)
    title = text_of(cell(row, dated.index)) if dated else ""
    wanted = _day(row, dated, today) if dated else None
    on_day = [day for day in days if wanted is None or day.day == wanted]
    day = on_day[0] if len(on_day) == 1 else None
    if found := _answered(fixes, partial(_marked, title, day, today, column, text, fixes)):
        yield found


def _marked(
    title: str, day: RegisterDay | None, today: date, column: ColumnGuess, text: str, fixes: Fixes
) -> tuple[UUID, Status]:
    return _session_id(title, day, today), _status(column, text, fixes)


def _day(row: Row, column: ColumnGuess, today: date) -> date | None:
    value = cell(row, column.index)
    try:
        day = read_day(value, DateColumn(), today)
    except Unreadable as unreadable:
        raise Refused(column.name, Problem.DATE_UNREADABLE, text_of(value)) from unreadable
    return day.day if day else None


def _session_id(title: str, day: RegisterDay | None, today: date) -> UUID:
    if day is None:
        raise Refused(title, Problem.NO_SESSION, title)
    if day.is_future(today):
        raise Refused(title, Problem.FUTURE_SESSION, title)
    return day.session_id


def _status(column: ColumnGuess, text: str, fixes: Fixes) -> Status:
    fixed = fixes.get(cause_of(Problem.STATUS_UNKNOWN_WORD, text))
    status = fixed if isinstance(fixed, Status) else status_for_word(text)
    if status is None:
        raise Refused(column.name, Problem.STATUS_UNKNOWN_WORD, text)
    return status


def _scores(
    row: Row, _person_id: UUID, columns: dict[Phase, ColumnGuess], sheet: ScoreSheet, fixes: Fixes
) -> Iterable[tuple[Phase, Mark]]:
    for phase, column in columns.items():
        text = text_of(cell(row, column.index))
        mark = _answered(fixes, partial(_score, column, text, sheet.maximum_of(phase)))
        if mark is not None:
            yield phase, mark


def _score(column: ColumnGuess, text: str, maximum: float) -> Mark | None:
    try:
        return parse_score(_out_of(text, maximum), maximum)
    except ScoreProblem as problem:
        code = Problem.SCORE_TOO_HIGH if problem.args[0] == "too_high" else Problem.SCORE_UNREADABLE
        raise Refused(column.name, code, text) from problem


def _out_of(text: str, maximum: float) -> str:
    """`7/10` is 7 when the test gives 10."""
    match = re.fullmatch(r"([\d.,]+) ?/ ?(\d+)", text)
    return match[1] if match and float(match[2]) == maximum else text


def read_values(
    rows: Sequence[Row],
    proposal: Proposal,
    roster: Roster,
    read: Callable[[Row, UUID], Iterable[tuple[K, V]]],
) -> ValuesRead[K, V]:
    """What each row says of whom; `read` is told who it is."""
    extras = Extras(rows, proposal)
    people: dict[UUID, PersonValues[K, V]] = {}
    rejected: list[Rejected] = []
    ignored: list[Ignored] = []
    for position, row in islice(enumerate(rows), proposal.first_row, None):
        if extras.has(position, row) and not _has_number_and_more(row, proposal):
            if filled(row):
                ignored.append(Ignored(position + 1, " ".join(text_of(v) for v in row if is_filled(v))[:LONGEST]))
            continue
        try:
            found = _person(row, proposal, roster)
            if found.person_id in people:
                raise Refused(_title(proposal), Problem.TWICE, found.name)
            said_of = tuple(read(row, found.person_id))
            people[found.person_id] = PersonValues(position + 1, found.person_id, found.name, said_of)
        except Refused as refused:
            rejected.append(Rejected(position + 1, refused.column, refused.problem, refused.value))
    return ValuesRead(tuple(people.values()), tuple(rejected), tuple(ignored))


def _has_number_and_more(row: Row, proposal: Proposal) -> bool:
    """In a sheet without names the number is the person."""
    return not proposal.has_names and is_filled(cell(row, proposal.index(Field.NUMBER))) and filled(row) > 1


def _person(row: Row, proposal: Proposal, roster: Roster) -> Listed:
    number = text_of(cell(row, proposal.index(Field.NUMBER)))
    name = _name(row, proposal)
    try:
        return roster.find(number, name)
    except Unreadable as unreadable:
        raise Refused(_title(proposal), unreadable.problem, name or number) from unreadable


def _name(row: Row, proposal: Proposal) -> str:
    whole, family, given = (said(cell(row, proposal.index(field))) for field in (Field.NAME, Field.FAMILY, Field.GIVEN))
    return whole or joined_name(family, given)


def _title(proposal: Proposal) -> str:
    column = next((c for f in (Field.NAME, Field.FAMILY, Field.NUMBER) if (c := proposal.column(f))), None)
    return column.name if column else ""
