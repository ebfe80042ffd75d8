"""Each row of a list is a person, is rejected with its reason, or is no entry of the list: one of the three."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.groups import Role
from trainer_app.domain.imports.cells import Row, filled
from trainer_app.domain.imports.columns import propose
from trainer_app.domain.imports.notes import Note, Problem, Rejected
from trainer_app.domain.imports.people_rows import PeopleRead, PlaceWords, read_people
from trainer_app.domain.people import PersonForm, Sex

TODAY = date(2026, 11, 21)
HEADER: Row = ("No", "Names", "Sex", "Born", "Phone", "ID")
MARIE: Row = (1, "UWIMANA Marie", "F", 1990, "0788123456", None)
JEAN: Row = (2, "HABIMANA Jean Bosco", "M", 1985, "0722000111", None)


def read(*rows: Row) -> PeopleRead:
    return read_people(rows, propose(rows), TODAY)


def test_a_row_says_everything_of_a_person() -> None:
    header = ("Nom", "Prénom", "Sexe", "Date de naissance", "Tél", "CNI", "District", "Secteur", "Cellule")
    header += ("Village", "Métier", "Langue", "Fonction", "Groupe", "Obs")
    row = ("Uwimana", "Marie Claire", "F", date(1990, 3, 5), 788123456, "1199070012345123", "Rulindo", "Base")
    row += ("Cyohoha", "Gitare", "couture", "français", "Présidente", "Abahuje", "vient à pied")
    [person] = read(header, row).people
    assert person.form == PersonForm(
        name="UWIMANA Marie Claire",
        family="UWIMANA",
        given="Marie Claire",
        sex=Sex.FEMALE,
        birth_year=1990,
        birth_date=date(1990, 3, 5),
        phone="+250788123456",
        national_id="1199070012345123",
        occupation="couture",
        language="fr",
        village="Gitare",
        note="vient à pied",
    )
    assert person.place == PlaceWords("Rulindo", "Base", "Cyohoha")
    assert (person.row, person.group, person.role, person.remarks) == (2, "Abahuje", Role.PRESIDENT, ())


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ((3, None, "F", 1990, "0788123456", None), "Names", Problem.NO_NAME),
        ((3, "12345", "F", 1990, "0788123456", None), "Names", Problem.NAME_WITHOUT_LETTERS),
        ((3, "U" * 201, "F", 1990, "0788123456", None), "Names", Problem.TOO_LONG),
        ((3, "UWASE Aline", "both", 1990, "0788123456", None), "Sex", Problem.SEX_UNKNOWN_WORD),
        ((3, "UWASE Aline", "F", "adult", "0788123456", None), "Born", Problem.BIRTH_UNREADABLE),
        ((3, "UWASE Aline", "F", 2030, "0788123456", None), "Born", Problem.BIRTH_IN_FUTURE),
        ((3, "UWASE Aline", "F", 1990, "78812345", None), "Phone", Problem.PHONE_UNREADABLE),
        ((3, "UWASE Aline", "F", 1990, "7.88E+08", None), "Phone", Problem.PHONE_LOST_DIGITS),
        ((3, "UWASE Aline", "F", 1990, None, "1199"), "ID", Problem.NATIONAL_ID_UNREADABLE),
    ],
)
def test_a_row_that_cannot_be_taken_is_rejected_with_its_column_and_reason(
    row: Row, column: str, code: Problem
) -> None:
    card = "1199070012345123"
    found = read(HEADER, (*MARIE[:5], card), row, (*JEAN[:5], "1198580012345199"))
    [rejected] = found.rejected
    assert (rejected.row, rejected.column, rejected.code) == (3, column, code)
    assert [person.row for person in found.people] == [2, 4]


def test_totals_signatures_notes_empty_lines_and_repeated_headers_are_no_entries() -> None:
    rows: list[Row] = [
        HEADER,
        MARIE,
        (),
        ("Secteur Base", None, None, None, None, None),
        HEADER,
        JEAN,
        (3, None, None, None, None, None),
        (None, "Total", 1, 1, None, None),
        (None, "Igiteranyo cy'abagore", 1, None, None, None),
        (None, "Fait à Rulindo, le 5 mars", None, None, None, None),
        (None, "we are signing off now", None, None, None, None),
        (None, None, "too!", None, None, None),
        ("Signature: ", None, None, "Date:", None, None),
    ]
    found = read(*rows)
    assert [person.row for person in found.people] == [2, 6]
    assert found.rejected == ()
    assert [ignored.row for ignored in found.ignored] == [4, 5, 7, 8, 9, 10, 11, 12, 13]


def test_a_last_person_with_a_name_only_is_not_lost() -> None:
    found = read(HEADER, MARIE, JEAN, (None, "NIYONZIMA Éric", None, None, None, None), (4, "Ineza", None))
    assert [person.form.name for person in found.people][2:] == ["NIYONZIMA Éric", "Ineza"]


def test_a_name_that_only_begins_like_a_total_is_a_person() -> None:
    found = read(HEADER, (1, "TOTALI Jeanne", "F", 1990, "0788123456", None), (2, "NOTE Source", "F", 1990, None, None))
    assert len(found.people) == 2


def test_a_lone_sentence_where_no_person_stands_is_rejected_and_not_passed_over() -> None:
    found = read(("personal", "middle", "family", "email", "event", "role"), ("This is a test file",))
    assert found.rejected == (Rejected(2, "personal", Problem.NOT_A_PERSON, "This is a test file"),)


def test_what_was_understood_with_doubt_is_told_with_the_row() -> None:
    header = ("Names", "Date of birth", "Phone", "ID", "Role")
    [person] = read(header, ("UWASE Aline", "03/04/1990", "0788123456/0722000111", 1199070012345120.0, "DJ")).people
    assert [remark.note for remark in person.remarks] == [
        Note.SEVERAL_PHONES,
        Note.ID_FROM_NUMBER,
        Note.ASSUMED_DAY_FIRST,
        Note.ROLE_UNKNOWN,
    ]
    assert person.is_doubtful


def test_the_list_says_when_day_and_month_had_to_be_assumed() -> None:
    assert read(("Names", "Born"), ("UWASE Aline", "03/04/1990")).assumed_day_first
    assert not read(("Names", "Born"), ("UWASE Aline", "03/04/1990"), ("INEZA Joy", "30/04/1990")).assumed_day_first


@pytest.mark.parametrize(
    "name", ["'); DROP TABLE person;--", "{{config}}", "%s", "{0.__class__}", "=SUM(A1)", "مريم", "Zoé\u0301"]
)
def test_odd_names_are_kept_as_they_are(name: str) -> None:
    [person] = read(HEADER, (1, name, "F", 1990, "0788123456", None)).people
    assert person.form.name == name


CELLS = st.one_of(
    st.none(), st.text(max_size=12), st.integers(0, 10**16), st.floats(allow_nan=False), st.booleans(), st.dates()
)


@given(st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=12))
def test_every_row_that_says_something_is_in_exactly_one_place(rows: list[Row]) -> None:
    found = read(HEADER, MARIE, *rows)
    places = [p.row for p in found.people] + [r.row for r in found.rejected] + [i.row for i in found.ignored]
    assert len(places) == len(set(places))
    first = propose([HEADER, MARIE, *rows]).first_row
    said = {number for number, row in enumerate([HEADER, MARIE, *rows], 1) if filled(row) and number > first}
    assert set(places) == said


def test_a_list_of_nobody_but_its_closing_words_has_no_entries() -> None:
    sheet: list[Row] = [("Name", "Sex"), ("TOTAL", 12), ("Prepared by: X",), ("Signature",)]
    read = read_people(sheet, propose(sheet), TODAY)
    assert (read.people, read.rejected) == ((), ())
