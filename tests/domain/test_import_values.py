"""What the cells of other people's lists mean: phones, dates, cards, sexes, roles."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.groups import Role
from trainer_app.domain.imports.cards import read_card
from trainer_app.domain.imports.cells import CellValue, letter, text_of
from trainer_app.domain.imports.dates import DateColumn, Day, Order, date_column, read_birth
from trainer_app.domain.imports.notes import Note, Problem, Remark, Unreadable
from trainer_app.domain.imports.phones import read_phone
from trainer_app.domain.imports.words import language_of, role_of, sexes_in
from trainer_app.domain.people import Sex, shown_phone

TODAY = date(2026, 11, 21)
MOBILE = "+250788123456"


@pytest.mark.parametrize(
    "written",
    [
        "0788123456",
        "788123456",
        788123456,
        788123456.0,
        "250788123456",
        250788123456.0,
        "+250 788 123 456",
        "00250788123456",
        "(0788) 123-456",
        " 0788.123.456 ",
        "Tel: 0788 123 456",
        "0788123456 (MTN)",
        "\u202a0788123456",
    ],
)
def test_one_number_is_read_however_it_is_written(written: CellValue) -> None:
    assert read_phone(written) == (MOBILE, None)


@pytest.mark.parametrize(
    "written",
    ["0788123456 / 0722000111", "0788123456;0722000111", "0788123456 ou 0722000111", "0788123456\n0722000111",
     "0788 123 456, +250 722 000 111", "0788123456 0722000111", "0788123456/0722000111/0788123456"],
)  # fmt: skip
def test_the_first_of_several_numbers_is_taken_and_the_others_are_told(written: str) -> None:
    assert read_phone(written) == (MOBILE, Remark(Note.SEVERAL_PHONES, "+250722000111"))


@pytest.mark.parametrize("written", [None, "", "-", "N/A", "néant", "nta", "Aucun", "ntayo", "?"])
def test_words_for_nothing_are_no_number(written: CellValue) -> None:
    assert read_phone(written) == ("", None)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("78812345", Problem.PHONE_UNREADABLE),
        ("07881234567", Problem.PHONE_UNREADABLE),
        ("0612345678", Problem.PHONE_UNREADABLE),
        ("ask her son", Problem.PHONE_UNREADABLE),
        (True, Problem.PHONE_UNREADABLE),
        (1.2e15, Problem.PHONE_UNREADABLE),
        ("2.50788E+11", Problem.PHONE_LOST_DIGITS),
        ("1,19E+15", Problem.PHONE_LOST_DIGITS),
    ],
)
def test_what_is_no_whole_number_is_refused_and_never_mended(written: CellValue, problem: Problem) -> None:
    with pytest.raises(Unreadable) as refused:
        read_phone(written)
    assert refused.value.problem is problem


@given(st.from_regex(r"7[2389][0-9]{7}", fullmatch=True))
def test_every_mobile_number_comes_back_from_all_its_forms_and_is_valid_for_others_too(digits: str) -> None:
    number = "+250" + digits
    for written in (digits, int(digits), float(digits), "0" + digits, number, shown_phone(number), number[1:]):
        assert read_phone(written) == (number, None)
    assert phonenumbers.is_possible_number(phonenumbers.parse(number))


@pytest.mark.parametrize("region", ["BI", "CD", "FR", "KE", "UG", "TZ", "ML", "TG", "PE", "BO"])
def test_numbers_of_other_countries_are_kept_with_their_code(region: str) -> None:
    example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    written = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    assert read_phone(written) == (phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164), None)


def test_a_card_number_of_text_is_kept_and_one_from_a_number_is_told() -> None:
    assert read_card("1 1990 7 0012345 1 23") == ("1199070012345123", None)
    assert read_card("1199070012345123") == ("1199070012345123", None)
    assert read_card(1199070012345120.0) == (
        "1199070012345120",
        Remark(Note.ID_FROM_NUMBER, "1199070012345120"),
    )
    assert read_card(None) == ("", None)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("119907001234512", Problem.NATIONAL_ID_UNREADABLE),
        ("PC 123456", Problem.NATIONAL_ID_UNREADABLE),
        (1562.0, Problem.NATIONAL_ID_UNREADABLE),
        ("1.19907E+15", Problem.NATIONAL_ID_LOST_DIGITS),
    ],
)
def test_card_numbers_that_are_not_whole_are_refused(written: CellValue, problem: Problem) -> None:
    with pytest.raises(Unreadable) as refused:
        read_card(written)
    assert refused.value.problem is problem


BORN = date(1990, 3, 5)


@pytest.mark.parametrize(
    ("written", "order"),
    [
        (BORN, Order.ASSUMED),
        (datetime(1990, 3, 5), Order.ASSUMED),
        ("05/03/1990", Order.DAY_FIRST),
        ("5.3.90", Order.DAY_FIRST),
        ("05-03-1990 00:00", Order.DAY_FIRST),
        ("03/05/1990", Order.MONTH_FIRST),
        ("1990-03-05", Order.ASSUMED),
        ("1990-03-05T00:00:00", Order.MONTH_FIRST),
        ("19900305", Order.ASSUMED),
        ("5 March 1990", Order.ASSUMED),
        ("March 5, 1990", Order.ASSUMED),
        ("Mar-5 1990", Order.ASSUMED),
        ("5 mars 1990", Order.ASSUMED),
        ("5-mars-90", Order.ASSUMED),
        ("5 Werurwe 1990", Order.ASSUMED),
    ],
)
def test_a_day_is_read_however_it_is_written(written: CellValue, order: Order) -> None:
    assert read_birth(written, DateColumn(order), TODAY) == Day(1990, BORN)


@given(st.dates(date(1917, 1, 1), TODAY), st.booleans())
def test_every_day_comes_back_from_both_orders_and_from_a_spreadsheets_number(day: date, day_first: bool) -> None:
    order = Order.DAY_FIRST if day_first else Order.MONTH_FIRST
    text = f"{day:%d/%m/%Y}" if day_first else f"{day:%m/%d/%Y}"
    assert read_birth(text, DateColumn(order), TODAY) == Day(day.year, day)
    serial = (day - date(1899, 12, 30)).days
    read = read_birth(float(serial), DateColumn(), TODAY)
    assert read == Day(day.year, day, Remark(Note.DATE_FROM_NUMBER, str(serial)))


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["05/03/1990", "25/12/1985"], Order.DAY_FIRST),
        (["05/03/1990", "12/25/1985"], Order.MONTH_FIRST),
        (["05/03/1990", "04/04/1985"], Order.ASSUMED),
        (["25/12/1985", "12/25/1985"], Order.ASSUMED),
        ([], Order.ASSUMED),
    ],
)
def test_one_value_of_the_column_proves_the_order_of_all(column: list[CellValue], order: Order) -> None:
    assert date_column(column).order is order


@pytest.mark.parametrize(
    ("header", "order"),
    [
        ("Date of birth (dd/mm/yyyy)", Order.DAY_FIRST),
        ("Date de naissance JJ/MM/AAAA", Order.DAY_FIRST),
        ("DOB mm-dd-yy", Order.MONTH_FIRST),
        ("Date of birth", Order.ASSUMED),
    ],
)
def test_a_header_may_say_the_order(header: str, order: Order) -> None:
    assert date_column(["05/03/1990"], header).order is order


def test_when_nothing_proves_the_order_the_day_comes_first_and_that_is_told() -> None:
    assumed = read_birth("03/04/1990", DateColumn(), TODAY)
    assert assumed == Day(1990, date(1990, 4, 3), Remark(Note.ASSUMED_DAY_FIRST))
    assert read_birth("25/04/1990", DateColumn(), TODAY) == Day(1990, date(1990, 4, 25))
    assert read_birth("04/04/1990", DateColumn(), TODAY) == Day(1990, date(1990, 4, 4))


def test_a_spreadsheet_set_to_month_first_is_suspected_when_it_turned_round_what_it_could() -> None:
    texts: list[CellValue] = ["25/12/1985", "13/01/1990", "30/06/1971"]
    cells: list[CellValue] = [date(1990, 3, 5), date(1991, 1, 12), date(1985, 11, 1)]
    column = date_column(texts + cells)
    assert read_birth(cells[0], column, TODAY) == Day(1990, BORN, Remark(Note.MAYBE_SWAPPED))
    assert not date_column([*texts, *cells, date(1990, 3, 15)]).maybe_swapped


@pytest.mark.parametrize(
    ("written", "year", "note"),
    [
        (1985, 1985, None),
        ("1985", 1985, None),
        ("00/00/1985", 1985, None),
        ("03/1985", 1985, None),
        ("mai 1985", 1985, None),
        (41.0, 1985, Note.YEAR_FROM_AGE),
        ("41", 1985, Note.YEAR_FROM_AGE),
    ],
)
def test_a_year_alone_and_an_age_give_the_year_only(written: CellValue, year: int, note: Note | None) -> None:
    day = read_birth(written, DateColumn(), TODAY)
    assert day is not None
    assert (day.year, day.day, day.remark and day.remark.note) == (year, None, note)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (TODAY + timedelta(1), Problem.BIRTH_IN_FUTURE),
        ("2031", Problem.BIRTH_IN_FUTURE),
        (date(1900, 1, 1), Problem.BIRTH_TOO_OLD),
        ("31/02/1990", Problem.BIRTH_UNREADABLE),
        ("29/02/1900", Problem.BIRTH_UNREADABLE),
        ("about 1985", Problem.BIRTH_UNREADABLE),
        ("adult", Problem.BIRTH_UNREADABLE),
        (123456789, Problem.BIRTH_UNREADABLE),
        (41.5, Problem.BIRTH_UNREADABLE),
    ],
)
def test_what_cannot_be_a_birth_is_refused(written: CellValue, problem: Problem) -> None:
    with pytest.raises(Unreadable) as refused:
        read_birth(written, DateColumn(), TODAY)
    assert refused.value.problem is problem


@given(st.text(max_size=30))
def test_a_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    for read in (read_phone, read_card, lambda value: read_birth(value, DateColumn(), TODAY)):
        with suppress(Unreadable):
            assert read(text) is None or read(text) == read(f" {text} ")


@pytest.mark.parametrize(
    ("words", "women", "men"),
    [
        (["F", "M"], {"F"}, {"M"}),
        (["F", "H"], {"F"}, {"H"}),
        (["Femme", "Homme"], {"Femme"}, {"Homme"}),
        (["Féminin", "Masculin"], {"Féminin"}, {"Masculin"}),
        (["female", "MALE"], {"female"}, {"MALE"}),
        (["Gore", "Gabo"], {"Gore"}, {"Gabo"}),
        (["Umugore", "umugabo", "umukobwa"], {"Umugore", "umukobwa"}, {"umugabo"}),
        (["Mme", "M.", "Mlle"], {"Mme", "Mlle"}, {"M."}),
        (["F", "G"], {"F"}, {"G"}),
        (["W", "M"], {"W"}, {"M"}),
    ],
)
def test_the_words_for_women_and_men_of_three_languages(words: list[str], women: set[str], men: set[str]) -> None:
    read = sexes_in(words)
    assert {word for word, sex in read.items() if sex is Sex.FEMALE} == women
    assert {word for word, sex in read.items() if sex is Sex.MALE} == men


def test_a_letter_that_may_be_gore_or_gabo_stands_for_neither() -> None:
    assert sexes_in(["G", "M", "1", "both", None]) == {"M": Sex.MALE}


def test_roles_and_languages_are_known_in_three_languages() -> None:
    assert {role_of(word) for word in ("President", "Présidente", "PEREZIDA")} == {Role.PRESIDENT}
    assert {role_of(word) for word in ("Trésorier", "umubitsi", "treasurer")} == {Role.TREASURER}
    assert role_of("Vice-président") is Role.VICE_PRESIDENT
    assert role_of("DJ") is None
    assert [language_of(word) for word in ("Français", "Kinyarwanda", "English", "Lingala")] == [
        "fr",
        "rw",
        "en",
        "Lingala",
    ]


def test_a_cell_reads_as_it_is_seen() -> None:
    values: list[CellValue] = [12.0, 12.5, True, None, "  a\u00a0 b\n", BORN, datetime(1990, 3, 5, 8, 30)]
    assert list(map(text_of, values)) == ["12", "12.5", "True", "", "a b", "05/03/1990", "05/03/1990 08:30"]
    assert [letter(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
