"""Taking the register."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.domain.age_bands import UNDER_18
from trainer_app.domain.attendance import Register, Status
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, enrolments, trainings


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=5, days=2)


def register(db: Database, training: ATraining) -> Register:
    with db.reading() as s:
        return attendance.register(s, training.id, "en")


def letters(db: Database, training: ATraining, column: int = 0) -> str:
    """ "P.A..": the first letters of a column, unmarked as a dot."""
    cells = (line.cells[column].status for line in register(db, training).lines)
    return "".join(status.value[0].upper() if status else "." for status in cells)


def change(db: Database, *arguments: object) -> object:
    command, *rest = arguments
    with db.changing(label("Mark")) as s:
        return command(s, *rest)  # type: ignore[operator]


def test_members_are_enrolled_in_the_order_of_their_names(db: Database, training: ATraining) -> None:
    lines = register(db, training).lines
    assert [line.number for line in lines] == ["1", "2", "3", "4", "5"]
    assert [line.name for line in lines] == sorted(line.name for line in lines)


def test_ages_are_those_of_the_first_day(db: Database) -> None:
    person = a_person(db, birth_date=date(2008, FIRST_DAY.month, FIRST_DAY.day + 1))
    training = a_training(db, people=0)
    change(db, enrolments.enrol, training.id, person)
    assert register(db, training).lines[0].age == UNDER_18


def test_a_mark_is_given_corrected_and_cleared(db: Database, training: ATraining) -> None:
    session, person = training.sessions[0], training.people[1]
    change(db, attendance.mark, session, person, Status.PRESENT, FIRST_DAY)
    assert letters(db, training) == ".P..."
    change(db, attendance.mark, session, person, Status.ABSENT, FIRST_DAY)
    assert letters(db, training) == ".A..."
    change(db, attendance.mark, session, person, None, FIRST_DAY)
    assert letters(db, training) == "....."


def test_the_rest_is_marked_present_and_one_undo_takes_it_back(db: Database, training: ATraining) -> None:
    session = training.sessions[0]
    change(db, attendance.mark, session, training.people[0], Status.LATE, FIRST_DAY)
    assert change(db, attendance.mark_rest, session, FIRST_DAY) == 4
    assert letters(db, training) == "LPPPP"
    db.undo()
    assert letters(db, training) == "L...."


def test_absent_numbers_leave_late_and_excused_alone(db: Database, training: ATraining) -> None:
    session = training.sessions[0]
    change(db, attendance.mark, session, training.people[1], Status.EXCUSED, FIRST_DAY)
    assert change(db, attendance.mark_absent, session, ("2", "4"), FIRST_DAY) == (3, 1)
    assert letters(db, training) == "PEPAP"


def test_an_unknown_number_changes_nothing(db: Database, training: ATraining) -> None:
    with pytest.raises(TrainerError, match="Not on the register: 99"):
        change(db, attendance.mark_absent, training.sessions[0], ("2", "99"), FIRST_DAY)
    assert letters(db, training) == "....."


def test_a_future_day_refuses_marks(db: Database, training: ATraining) -> None:
    with pytest.raises(TrainerError, match="10/03/2026"):
        change(db, attendance.mark, training.sessions[1], training.people[0], Status.PRESENT, FIRST_DAY)


def test_an_edit_two_days_later_is_kept_and_says_so(db: Database, training: ATraining) -> None:
    session = training.sessions[0]
    change(db, attendance.mark, session, training.people[0], Status.PRESENT, FIRST_DAY + timedelta(days=1))
    change(db, attendance.mark, session, training.people[1], Status.PRESENT, FIRST_DAY + timedelta(days=2))
    assert [line.cells[0].edited_late for line in register(db, training).lines[:2]] == [False, True]


def test_a_remark_stays_when_the_mark_is_cleared(db: Database, training: ATraining) -> None:
    session, person = training.sessions[0], training.people[0]
    change(db, attendance.mark, session, person, Status.ABSENT, FIRST_DAY)
    change(db, attendance.remark, session, person, "sick child", FIRST_DAY)
    change(db, attendance.mark, session, person, None, FIRST_DAY)
    cell = register(db, training).lines[0].cells[0]
    assert (cell.status, cell.note) == (None, "sick child")
    change(db, attendance.remark, session, person, "", FIRST_DAY)
    assert register(db, training).lines[0].cells[0].note == ""


def test_a_remark_that_went_with_its_mark_does_not_come_back_with_a_new_one(db: Database, training: ATraining) -> None:
    session, person = training.sessions[0], training.people[0]
    change(db, attendance.remark, session, person, "sick child", FIRST_DAY)
    change(db, attendance.remark, session, person, "", FIRST_DAY)
    change(db, attendance.mark, session, person, Status.PRESENT, FIRST_DAY)
    assert register(db, training).lines[0].cells[0].note == ""


def test_a_walk_in_is_enrolled_at_the_end_and_present(db: Database, training: ATraining) -> None:
    form = PersonForm("KAYITESI Rose", sex=Sex.FEMALE)
    change(db, attendance.walk_in, training.sessions[0], form, FIRST_DAY)
    last = register(db, training).lines[-1]
    assert (last.number, last.name, last.cells[0].status) == ("6", "KAYITESI Rose", Status.PRESENT)
    db.undo()
    assert len(register(db, training).lines) == 5


def test_a_number_is_never_given_to_somebody_else(db: Database, training: ATraining) -> None:
    change(db, enrolments.withdraw, training.id, training.people[4])
    newcomer = a_person(db, "ZIGAMA Paul")
    change(db, enrolments.enrol, training.id, newcomer)
    assert [line.number for line in register(db, training).lines] == ["1", "2", "3", "4", "6"]
    change(db, enrolments.enrol, training.id, training.people[4])
    assert [line.number for line in register(db, training).lines] == ["1", "2", "3", "4", "5", "6"]


def test_trainers_are_listed_and_never_counted(db: Database, training: ATraining) -> None:
    trainer = a_person(db, "NIYONZIMA Paul")
    change(db, trainings.set_trainers, training.id, [trainer])
    found = register(db, training)
    assert found.head.trainers == ("NIYONZIMA Paul",)
    assert len(found.lines) == 5


def test_two_laptops_that_gave_one_number_print_12_and_12b() -> None:
    assert attendance.shown_numbers([1, 12, 12, 13]) == ["1", "12", "12b", "13"]
