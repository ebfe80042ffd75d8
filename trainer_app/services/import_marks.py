"""Taking in attendance and scores that somebody filled into a sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.domain.answers import parse_answers
from trainer_app.domain.attendance import Register, Status
from trainer_app.domain.imports.answer_rows import Given, answer_rows
from trainer_app.domain.imports.cells import Row
from trainer_app.domain.imports.columns import Proposal
from trainer_app.domain.imports.notes import Ignored, Rejected
from trainer_app.domain.imports.training_rows import PersonValues, ValuesRead, attendance_rows, score_rows
from trainer_app.domain.scores import Mark, Phase, ScoreSheet
from trainer_app.services import attendance, scores, test_answers

K = TypeVar("K")
V = TypeVar("V")

NO_TITLE = "en"  # a register is read in some language; only its people and days are used here


@dataclass(frozen=True, slots=True)
class MarksCheck(Generic[K, V]):
    """Each row of the sheet in exactly one place. Doubtful rows would change what is recorded already."""

    ready: tuple[PersonValues[K, V], ...]
    existing: tuple[PersonValues[K, V], ...]
    doubtful: tuple[PersonValues[K, V], ...]
    rejected: tuple[Rejected, ...]
    ignored: tuple[Ignored, ...]

    @property
    def rows(self) -> int:
        return len(self.ready) + len(self.existing) + len(self.doubtful) + len(self.rejected)


AttendanceCheck = MarksCheck[UUID, Status]
ScoresCheck = MarksCheck[Phase, Mark]
AnswersCheck = MarksCheck[Phase, Given]


def register_of(s: Session, training_id: UUID) -> Register:
    """The register that a sheet is compared with."""
    return attendance.register(s, training_id, NO_TITLE)


def score_sheet_of(s: Session, training_id: UUID) -> ScoreSheet:
    return scores.sheet(s, training_id, NO_TITLE)


def check_attendance(
    s: Session, rows: Sequence[Row], proposal: Proposal, training_id: UUID, today: date
) -> AttendanceCheck:
    """Compare a filled sheet with the register. Nothing is written."""
    register = register_of(s, training_id)
    return compare_attendance(register, attendance_rows(rows, proposal, register, today))


def compare_attendance(register: Register, read: ValuesRead[UUID, Status]) -> AttendanceCheck:
    """What was read against what is recorded, where the rows were read before."""
    recorded = {
        (line.person_id, day.session_id): cell.status
        for line in register.lines
        for day, cell in zip(register.days, line.cells, strict=True)
        if cell.status is not None
    }
    return _sorted_out(read, recorded)


def write_attendance(
    s: Session, check: AttendanceCheck, today: date, *, accept_doubtful: bool = False, taken: Collection[int] = ()
) -> int:
    """Record the marks of the rows that are ready, and of the doubtful rows `taken`; how many marks that were."""
    chosen = _chosen(check, accept_doubtful, taken)
    marks = [(session, person.person_id, status) for person in chosen for session, status in person.values]
    attendance.mark_many(s, marks, today)
    return len(marks)


def check_scores(
    s: Session, rows: Sequence[Row], proposal: Proposal, training_id: UUID, phase: Phase | None = None
) -> ScoresCheck:
    """Compare a filled sheet with the scores recorded. Nothing is written."""
    sheet = score_sheet_of(s, training_id)
    return compare_scores(sheet, score_rows(rows, proposal, sheet, phase))


def compare_scores(sheet: ScoreSheet, read: ValuesRead[Phase, Mark]) -> ScoresCheck:
    recorded = {
        (line.person_id, phase): mark
        for line in sheet.lines
        for phase in Phase
        if (mark := line.mark(phase)) is not None
    }
    return _sorted_out(read, recorded)


def write_scores(
    s: Session, check: ScoresCheck, training_id: UUID, *, accept_doubtful: bool = False, taken: Collection[int] = ()
) -> int:
    """Record the scores of the rows that are ready, and of the doubtful rows `taken`; how many scores that were."""
    chosen = _chosen(check, accept_doubtful, taken)
    written = [(person.person_id, phase, mark) for person in chosen for phase, mark in person.values]
    scores.record_many(s, training_id, written)
    return len(written)


def check_answers(s: Session, rows: Sequence[Row], proposal: Proposal, training_id: UUID, phase: Phase) -> AnswersCheck:
    """Compare filled answer sheets with what is recorded. A score typed without answers is somebody's decision."""
    sheet = score_sheet_of(s, training_id)
    counts = {form: len(asked) for form, asked in test_answers.questions(s, training_id, phase).items()}
    recorded = {
        (line.person_id, phase): (line.form(phase), line.answered(phase))
        for line in sheet.lines
        if line.mark(phase) is not None
    }
    return _sorted_out(answer_rows(rows, proposal, sheet, phase, counts), recorded)


def write_answers(s: Session, check: AnswersCheck, training_id: UUID, *, taken: Collection[int] = ()) -> int:
    """Record the answers of the rows that are ready, and of the doubtful rows `taken`; how many sheets that were."""
    chosen = _chosen(check, False, taken)
    written = [
        (person.person_id, phase, parse_answers(typed, len(typed)), form)
        for person in chosen
        for phase, (form, typed) in person.values
    ]
    test_answers.record_many(s, training_id, written)
    return len(written)


def _chosen(check: MarksCheck[K, V], all_doubtful: bool, taken: Collection[int]) -> list[PersonValues[K, V]]:
    return [*check.ready, *(person for person in check.doubtful if all_doubtful or person.row in taken)]


def _sorted_out(read: ValuesRead[K, V], recorded: dict[tuple[UUID, K], V]) -> MarksCheck[K, V]:
    """New values are ready, the same ones are there already, other ones are somebody's decision."""
    ready: list[PersonValues[K, V]] = []
    existing: list[PersonValues[K, V]] = []
    doubtful: list[PersonValues[K, V]] = []
    for person in read.people:
        states = set(_states(person, recorded))
        (doubtful if "other" in states else ready if "new" in states else existing).append(person)
    return MarksCheck(tuple(ready), tuple(existing), tuple(doubtful), read.rejected, read.ignored)


def _states(person: PersonValues[K, V], recorded: dict[tuple[UUID, K], V]) -> Iterable[str]:
    for key, value in person.values:
        before = recorded.get((person.person_id, key))
        yield "new" if before is None else "same" if before == value else "other"
