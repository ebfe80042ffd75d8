"""Attendance and scores come back from sheets that people filled in: by number, then by name."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests.builders import ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.imports.cells import CellValue, Row
from trainer_app.domain.imports.columns import propose
from trainer_app.domain.imports.notes import Problem
from trainer_app.domain.scores import Mark, Phase
from trainer_app.i18n import label
from trainer_app.services import attendance, imports, scores
from trainer_app.services.imports import MarksCheck

TODAY = date(2026, 3, 10)
P, A, L, E = Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=4, days=2)


def names(db: Database, training: ATraining) -> list[str]:
    with db.reading() as s:
        return [line.name for line in attendance.register(s, training.id, "en").lines]


def check(db: Database, training: ATraining, *sheet: Row) -> MarksCheck[UUID, Status]:
    with db.reading() as s:
        return imports.check_attendance(s, sheet, propose(sheet), training.id, TODAY)


def write(db: Database, training: ATraining, *sheet: Row, accept_doubtful: bool = False) -> int:
    found = check(db, training, *sheet)
    with db.changing(label("Import attendance")) as s:
        return imports.write_attendance(s, found, TODAY, accept_doubtful=accept_doubtful)


def marks(db: Database, training: ATraining) -> list[list[Status | None]]:
    with db.reading() as s:
        register = attendance.register(s, training.id, "en")
    return [[cell.status for cell in line.cells] for line in register.lines]


def codes(found: MarksCheck[UUID, Status] | MarksCheck[Phase, Mark]) -> list[tuple[int, str, Problem]]:
    return [(rejected.row, rejected.column, rejected.code) for rejected in found.rejected]


@pytest.mark.parametrize(
    "days",
    [
        ("Day 1 09/03/2026", "Day 2 10/03/2026"),
        ("Jour 1", "Jour 2"),
        ("Umunsi wa 1", "Umunsi wa 2"),
        ("09/03", "10/03"),
        (date(2026, 3, 9), date(2026, 3, 10)),
        ("J2 10/03/2026", "J1 09/03/2026"),
    ],
)
def test_a_grid_with_a_column_a_day_fills_the_register(
    db: Database, training: ATraining, days: tuple[CellValue, CellValue]
) -> None:
    statuses: list[tuple[CellValue, CellValue]] = [("P", "A"), ("yaje", "ntiyaje"), ("Retard", ""), ("x", "E")]
    if days[0] == "J2 10/03/2026":
        statuses = [(b, a) for a, b in statuses]
    sheet = [("No", "Noms", *days)]
    sheet += [(n, name, *pair) for n, (name, pair) in enumerate(zip(names(db, training), statuses, strict=True), 1)]
    assert write(db, training, *sheet, (None, "Total", 3, 1)) == 7
    assert marks(db, training) == [[P, A], [P, A], [L, None], [P, E]]


def test_a_list_with_a_date_and_a_status_in_each_row_fills_the_register(db: Database, training: ATraining) -> None:
    first, second, *_ = names(db, training)
    sheet = (
        ("Date", "Amazina", "Status"),
        ("10/03/2026", first, "present"),
        (date(2026, 3, 9), second, "absent"),
        ("11/03/2026", names(db, training)[2], "present"),
        ("soon", names(db, training)[3], "present"),
    )
    assert write(db, training, *sheet) == 2
    assert marks(db, training)[:2] == [[None, P], [A, None]]
    assert codes(check(db, training, *sheet)) == [
        (4, "11/03/2026", Problem.NO_SESSION),
        (5, "Date", Problem.DATE_UNREADABLE),
    ]


def test_people_are_found_by_number_and_the_name_must_not_deny_it(db: Database, training: ATraining) -> None:
    first, second, third, _ = names(db, training)
    found = check(
        db,
        training,
        ("No", "Names", "Day 1"),
        ("1", None, "P"),
        (2, second.split()[0], "P"),
        (4, third, "P"),
        (1, "NOBODY Else", "P"),
        (99, "NOBODY Else", "P"),
    )
    assert [person.name for person in found.ready] == [first, second, third]
    assert codes(found) == [(5, "Names", Problem.NAME_DIFFERS), (6, "Names", Problem.NOBODY)]


def test_a_sheet_with_numbers_only_is_enough(db: Database, training: ATraining) -> None:
    assert write(db, training, ("No", "Day 1"), (1, "P"), (2, "A")) == 2
    assert marks(db, training)[:2] == [[P, None], [A, None]]


def test_a_day_to_come_an_unknown_word_and_a_second_row_are_refused(db: Database, training: ATraining) -> None:
    first, second, third, _ = names(db, training)
    found = a_training(db, people=1, days=2, first_day=TODAY)
    [name] = names(db, found)
    assert codes(check(db, found, ("Names", "Day 2"), (name, "P"))) == [(2, "Day 2", Problem.FUTURE_SESSION)]
    rows = (("Names", "Day 1"), (first, "perhaps"), (second, "P"), (second, "A"), (third, "P"))
    assert codes(check(db, training, *rows)) == [
        (2, "Day 1", Problem.STATUS_UNKNOWN_WORD),
        (4, "Names", Problem.TWICE),
    ]


def test_the_same_sheet_again_changes_nothing_and_another_mark_waits(db: Database, training: ATraining) -> None:
    first, second, *_ = names(db, training)
    sheet = (("Names", "Day 1"), (first, "P"), (second, "P"))
    write(db, training, *sheet)
    assert len(check(db, training, *sheet).existing) == 2
    other = (("Names", "Day 1"), (first, "A"), (second, "P"))
    assert (len(check(db, training, *other).doubtful), write(db, training, *other)) == (1, 0)
    assert write(db, training, *other, accept_doubtful=True) == 1
    assert marks(db, training)[0] == [A, None]


def scored(db: Database, training: ATraining, *sheet: Row, phase: Phase | None = None) -> MarksCheck[Phase, Mark]:
    with db.changing(label("Import scores")) as s:
        found = imports.check_scores(s, sheet, propose(sheet), training.id, phase)
        imports.write_scores(s, found, training.id)
    return found


def recorded(db: Database, training: ATraining) -> list[tuple[Mark | None, Mark | None]]:
    with db.reading() as s:
        return [(line.pre, line.post) for line in scores.sheet(s, training.id, "en").lines]


def test_scores_of_both_tests_are_taken_from_their_columns(db: Database, training: ATraining) -> None:
    one, two, three, four = names(db, training)
    found = scored(
        db,
        training,
        ("N°", "Noms", "Pré-test", "Post-test"),
        (1, one, 4, 7.5),
        (2, two, "4,5", "-"),
        (3, three, "3/10", None),
        (4, four, "11", 5),
    )
    assert codes(found) == [(5, "Pré-test", Problem.SCORE_TOO_HIGH)]
    assert recorded(db, training) == [
        (Mark(4), Mark(7.5)),
        (Mark(4.5), Mark(None)),
        (Mark(3), None),
        (None, None),
    ]


def test_a_phase_asked_for_takes_its_own_column_or_the_only_one(db: Database, training: ATraining) -> None:
    one, two, *_ = names(db, training)
    scored(db, training, ("Names", "Score"), (one, 6), (two, "six"), phase=Phase.POST)
    assert recorded(db, training)[:2] == [(None, Mark(6)), (None, None)]
    scored(db, training, ("Names", "Pre-test", "Post-test"), (two, 2, 9), phase=Phase.PRE)
    assert recorded(db, training)[1] == (Mark(2), None)


def test_the_same_scores_again_change_nothing_and_other_ones_wait(db: Database, training: ATraining) -> None:
    one, two, *_ = names(db, training)
    scored(db, training, ("Names", "Pre-test"), (one, 6), (two, 5))
    again = scored(db, training, ("Names", "Pre-test"), (one, 6), (two, 8))
    assert (len(again.ready), len(again.existing), len(again.doubtful)) == (0, 1, 1)
    assert recorded(db, training)[1] == (Mark(5), None)
