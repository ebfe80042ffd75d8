"""Where a list begins, and what its columns are: sure where the header says it, a question where it does not."""

from __future__ import annotations

from datetime import date

import pytest

from trainer_app.domain.imports import fields
from trainer_app.domain.imports.cells import Row
from trainer_app.domain.imports.columns import Proposal, best_sheet, propose, propose_below
from trainer_app.domain.imports.fields import HEADERS, Field, guess

PERSON: Row = (1, "UWIMANA Marie", "F", "0788123456")


def proposed(*rows: Row) -> dict[str, tuple[str, bool]]:
    return {c.field: (c.name, c.sure) for c in propose(rows).columns if c.field}


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        (("No", "Names", "Sex", "Phone number"), ("number", "name", "sex", "phone")),
        (("N°", "Noms et prénoms", "Genre", "N° de téléphone"), ("number", "name", "sex", "phone")),
        (("NO.", "AMAZINA", "IGITSINA", "TELEFONI"), ("number", "name", "sex", "phone")),
        (("Nimero", "Amazina y'uwitabiriye", "Igitsina", "Nimero ya telefoni"), ("number", "name", "sex", "phone")),
        (("#", "Full_Name *", "SEX (F/M)", "Tel."), ("number", "name", "sex", "phone")),
        (("N/O", "Amazina / Noms / Names", "Igitsina/Sexe", "Tél"), ("number", "name", "sex", "phone")),
        (("Num", "Participant’s name", "F/M", "Téléphones"), ("number", "name", "sex", "phone")),
    ],
)
def test_headers_of_three_languages_are_understood_for_sure(
    headers: tuple[str, ...], wanted: tuple[str | None, ...]
) -> None:
    columns = propose([headers, PERSON, PERSON]).columns
    assert tuple(column.field for column in columns) == wanted
    assert all(column.sure for column in columns if column.field)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Itariki y’amavuko", Field.BIRTH),
        ("date_de_naissance_apprenant *", Field.BIRTH),
        ("Année de naissance", Field.BIRTH),
        ("Age", Field.BIRTH),
        ("Indangamuntu", Field.NATIONAL_ID),
        ("N° carte d'identité", Field.NATIONAL_ID),
        ("Akarere", Field.DISTRICT),
        ("Secteur", Field.SECTOR),
        ("Akagari", Field.CELL),
        ("Umudugudu", Field.VILLAGE),
        ("Koperative", Field.GROUP),
        ("Umwanya", Field.ROLE),
        ("Métier", Field.OCCUPATION),
        ("Ururimi", Field.LANGUAGE),
        ("GivenName", Field.GIVEN),
        ("Izina ry'umuryango", Field.FAMILY),
        ("Amanota ya nyuma", Field.SCORE_POST),
        ("Pré-test", Field.SCORE_PRE),
        ("Icyitonderwa", Field.REMARK),
    ],
)
def test_single_headers(header: str, field: Field) -> None:
    assert guess(header) == fields.HeaderGuess(field, True)


@pytest.mark.parametrize("header", ["Téléphone du responsable", "Father's phone", "Registro", "Umukono", "E-mail", ""])
def test_headers_about_something_else_are_not_taken(header: str) -> None:
    assert guess(header).field is None


def test_no_phrase_stands_for_two_fields() -> None:
    meanings: dict[frozenset[str], set[Field]] = {}
    for field, phrases in HEADERS.items():
        for phrase in phrases.split(";"):
            known = guess(phrase.strip())
            meanings.setdefault(frozenset(phrase.split()), set()).add(field)
            assert known == fields.HeaderGuess(field, True), phrase
    assert all(len(found) == 1 for found in meanings.values())


def test_the_header_is_found_under_titles_and_notes() -> None:
    rows = [
        ("Training on cooperatives", None, None, None),
        ("District: Rulindo", None, "Date", "05/03/2026"),
        (),
        ("No", "Names", "Sex", "Phone"),
        PERSON,
    ]
    assert propose(rows).header_row == 3


def test_a_header_in_two_rows_is_read_as_one() -> None:
    rows: list[Row] = [
        ("Liste", None, None, None, None),
        ("No", "Noms", "Adresse", None, "Tél"),
        (None, None, "District", "Secteur", None),
        (1, "UWIMANA Marie", "Rulindo", "Base", "0788123456"),
    ]
    proposal = propose(rows)
    assert (proposal.header_row, proposal.mapped()) == (
        2,
        {
            Field.NUMBER: "No",
            Field.NAME: "Noms",
            Field.DISTRICT: "District",
            Field.SECTOR: "Secteur",
            Field.PHONE: "Tél",
        },
    )


def test_without_a_header_the_columns_are_proposed_by_content_and_never_for_sure() -> None:
    rows: list[Row] = [
        ("UWIMANA Marie", "F", "0788123456", "1199070012345123", date(1990, 3, 5), "Base"),
        ("HABIMANA Jean", "M", "0722000111", "1198580012345199", date(1985, 3, 5), "Base"),
        ("MUTONI Aline", "F", "0733000222", "1200170012345188", date(2001, 3, 5), "Base"),
    ]
    proposal = propose(rows)
    assert proposal.header_row is None
    assert proposal.mapped() == {
        Field.NAME: "A",
        Field.SEX: "B",
        Field.PHONE: "C",
        Field.NATIONAL_ID: "D",
        Field.BIRTH: "E",
    }
    assert not any(column.sure for column in proposal.columns)


def test_a_header_in_unknown_words_is_not_taken_for_a_person() -> None:
    rows: list[Row] = [("Jina kamili", "Simu"), ("UWIMANA Marie", "0788123456"), ("MUTONI Aline", "0722000111")]
    assert propose(rows).header_row == 0
    assert proposed(*rows) == {"phone": ("Simu", False)}


def test_content_that_denies_the_header_makes_it_a_question() -> None:
    assert proposed(("Names", "Phone"), ("UWASE Aline", "Base"), ("INEZA Joy", "Rulindo")) == {"name": ("Names", True)}
    rows: list[Row] = [("Names", "Cell"), ("UWASE Aline", "0788123456"), ("INEZA Joy", "0722000111")]
    assert proposed(*rows)["place_cell"] == ("Cell", True)


def test_a_note_in_french_is_a_score_and_in_english_a_remark() -> None:
    assert proposed(("Noms", "Note"), ("UWASE Aline", 7.5), ("INEZA Joy", 8))["score"] == ("Note", True)
    rows: list[Row] = [("Names", "Note"), ("UWASE Aline", "left early"), ("INEZA Joy", "very good")]
    assert proposed(*rows)["remark"] == ("Note", False)


@pytest.mark.parametrize(
    ("headers", "family", "given"),
    [
        (("Nom", "Prénom"), "Nom", "Prénom"),
        (("Name", "Surname"), "Surname", "Name"),
        (("Izina ry'umuryango", "Andi mazina"), "Izina ry'umuryango", "Andi mazina"),
        (("First Name", "Last Name"), "Last Name", "First Name"),
    ],
)
def test_a_name_in_two_columns_is_told_apart(headers: Row, family: str, given: str) -> None:
    mapped = propose([headers, ("UWASE", "Aline")]).mapped()
    assert mapped == {Field.FAMILY: family, Field.GIVEN: given}


def test_of_two_columns_for_one_field_the_one_that_says_more_is_taken() -> None:
    rows: list[Row] = [
        ("Names", "Age", "Date of birth", "Phone", "Phone"),
        ("UWASE A", 30, date(1996, 1, 2), None, 788123456),
    ]
    proposal = propose(rows)
    birth, phone = proposal.index(Field.BIRTH), proposal.index(Field.PHONE)
    assert (birth, phone) == (2, 4)


def test_figures_without_persons_have_no_names_and_say_so() -> None:
    rows: list[Row] = [
        ("Qué?", None, None, "Quién?", "Para quién?"),
        ("Registro", "Sector/Cluster", "Organización", "Hombres", "Mujeres"),
        (None, "#sector+es", "#org+es", "#targeted+f", "#targeted+m"),
        ("001", "WASH", "ACNUR", 100, 100),
    ]
    proposal = propose(rows)
    assert (proposal.header_row, proposal.has_names) == (1, False)
    assert not any(column.sure for column in proposal.columns if column.field)


def test_the_sheet_with_the_list_is_chosen_among_notes_and_empty_ones() -> None:
    notes: list[Row] = [("Field", "Required", "Meaning"), ("nom *", "yes", "Nom de famille")]
    people: list[Row] = [("No", "Names", "Sex", "Phone"), PERSON]
    assert best_sheet([[], notes, people, people]) == 2
    assert best_sheet([[]]) == 0


def test_somebody_may_choose_another_header_row_and_other_columns() -> None:
    rows: list[Row] = [("Names", "Tel"), ("A", "B"), ("UWASE Aline", "0788123456")]
    proposal = propose_below(rows, 1)
    assert [column.name for column in proposal.columns] == ["A", "B"]
    chosen = proposal.with_field(0, Field.NAME).with_field(1, Field.PHONE)
    assert (chosen.mapped(), chosen.is_sure) == ({Field.NAME: "A", Field.PHONE: "B"}, True)
    moved = chosen.with_field(1, Field.NAME)
    assert moved.mapped() == {Field.NAME: "B"}


def test_a_column_is_called_by_its_header_or_its_letter() -> None:
    proposal: Proposal = propose([("No", "Téléphone", "Names"), PERSON])
    assert (proposal.find("telephone"), proposal.find("c"), proposal.find("Nowhere")) == (1, 2, None)


def test_a_column_without_a_word_is_left_out() -> None:
    assert [column.index for column in propose([("Names", None, "Sex"), ("UWASE Aline", None, "F")]).columns] == [0, 2]
