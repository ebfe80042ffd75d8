"""Text lists from every machine: encodings, delimiters, quotes and ragged rows."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.documents.csv_file import DANGEROUS, guarded
from trainer_app.domain.imports.cells import Row
from trainer_app.errors import TrainerError
from trainer_app.readers import delimited
from trainer_app.readers.workbook import silent

NAMES = "Noms;Sexe\nUWIMANA Béatrice;F\nHABIMANA Jérôme;M\nNYIRAMANA Françoise;F\n"


def rows(data: bytes | str) -> list[Row]:
    raw = data if isinstance(data, bytes) else data.encode()
    [sheet] = delimited.read(raw, "list", silent).sheets
    return list(sheet.rows)


@pytest.mark.parametrize(
    ("encoding", "assumed"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        ("cp1252", "cp1252"),
    ],
)
def test_names_arrive_whole_from_every_encoding_and_an_assumed_one_is_told(encoding: str, assumed: str) -> None:
    book = delimited.read(NAMES.encode(encoding), "list", silent)
    assert book.sheets[0].rows[1:3] == (("UWIMANA Béatrice", "F"), ("HABIMANA Jérôme", "M"))
    assert book.assumed_encoding == assumed


def test_one_broken_byte_does_not_turn_the_other_accents_into_rubbish() -> None:
    data = NAMES.encode().replace("ç".encode(), b"\xc3") + "Zoé;F\nRené;M\nIrène;F\n".encode()
    book = delimited.read(data, "list", silent)
    assert book.sheets[0].rows[1][0] == "UWIMANA Béatrice"
    assert book.assumed_encoding == "utf-8"


def test_bytes_that_stand_for_nothing_are_shown_as_such() -> None:
    assert rows(b"No,Name\n1,Ren\xe9 \x81 Hab\xe9\n")[1] == ("1", "René \ufffd Habé")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_mark_between_fields_is_the_one_that_cuts_evenly(delimiter: str) -> None:
    lines = [
        ["Noms", "Adresse", "Tél"],
        ["Uwase A", "Remera, Gasabo; KG 5", "0788 1|2"],
        ["Ineza", "Base", ""],
    ]
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(lines)
    assert rows(text.getvalue()) == [tuple(value or None for value in line) for line in lines]


def test_titles_above_the_list_do_not_vote_down_the_delimiter() -> None:
    text = "Formation, Rulindo\nListe de présence, jour 1\n\nNo;Noms;Sexe\n" + "1;Uwase;F\n" * 20
    assert rows(text)[4] == ("1", "Uwase", "F")


def test_the_hint_of_excel_is_followed_and_keeps_its_row() -> None:
    assert rows("sep=|\nNoms|Tél\nUwase, A|0788")[2] == ("Uwase, A", "0788")


def test_line_ends_inside_quotes_stay_in_the_field() -> None:
    assert rows('Noms,Adresse\r\nUwase,"Remera\nKG 5"\r\n') == [
        ("Noms", "Adresse"),
        ("Uwase", "Remera\nKG 5"),
    ]


def test_a_quote_that_is_never_closed_does_not_swallow_the_list() -> None:
    text = 'Noms,Tél\n"Uwase,0788\n' + "Ineza Marie Claire,0788123456\n" * 500
    assert len(rows(text)) == 502


def test_ragged_rows_blank_lines_and_nul_bytes_are_taken_as_they_are() -> None:
    assert rows("a,b,c\n1\n\n1,2\x00,3,4\n") == [("a", "b", "c"), ("1",), (), ("1", "2", "3", "4")]


def test_old_macintosh_line_ends_are_line_ends() -> None:
    assert rows("Noms,Sexe\rUwase,F\r") == [("Noms", "Sexe"), ("Uwase", "F")]


def test_a_field_longer_than_the_standard_limit_is_read() -> None:
    assert rows("Noms,Obs\nUwase," + "x" * 200_000)[1] == ("Uwase", "x" * 200_000)


def test_more_rows_or_columns_than_allowed_are_refused() -> None:
    with pytest.raises(TrainerError, match="more than 200000 rows"):
        rows(b"x,y\n" * 200_001)
    with pytest.raises(TrainerError, match="more than 300 columns"):
        rows("," * 301)


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["C"], max_codepoint=0x2FFF), min_size=1).filter(
                lambda text: text[0] != "'"  # before a formula it is the guard of our own tables, and is taken off
            ),
            min_size=3,
            max_size=3,
        ),
        min_size=2,
        max_size=20,
    ),
    st.sampled_from([",", ";", "\t"]),
)
def test_what_a_careful_program_wrote_comes_back_as_it_was(lines: list[list[str]], delimiter: str) -> None:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(lines)
    assert rows(text.getvalue()) == [tuple(cell if cell.strip() else None for cell in line) for line in lines]


@given(st.binary(max_size=400))
def test_no_bytes_at_all_crash_the_reading(data: bytes) -> None:
    assert isinstance(rows(data), list)


@pytest.mark.parametrize(
    "text", [*(f"{start}250" for start in DANGEROUS if not start.isspace()), "+250788123456", "1199070012345678"]
)
def test_the_mark_before_a_formula_or_a_card_in_our_own_lists_is_taken_off_again(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert rows(f"Noms,Tel\n'quoted,'{text}\n")[1] == ("'quoted", text)


def test_a_quote_that_is_never_closed_swallows_nobody() -> None:
    text = 'Name,Sex,Phone\n"UWIMANA Marie,F,0788000001\nHABIMANA Jean,M,0788000002\nMUTONI "A" Aline,F,0788000003\n'
    assert [row[1:] for row in rows(text)[1:]] == [("F", "0788000001"), ("M", "0788000002"), ("F", "0788000003")]


def test_an_address_of_two_lines_stays_one_field() -> None:
    text = 'Name,Address,Phone\nUWIMANA Marie,"Base, Cyohoha\nRulindo, Nord",0788000001\n'
    assert rows(text)[1] == ("UWIMANA Marie", "Base, Cyohoha\nRulindo, Nord", "0788000001")
