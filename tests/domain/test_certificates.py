"""What is signed, letter by letter: no two statements are written alike, and no letter can change unseen."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain import certificates, plain_letters
from trainer_app.domain.certificates import NoStatement, Sealed, Statement

OWN = Statement(
    "7QK2-M4XR-9T0V-12A0",
    "UWIMANA Marie",
    "RUL-014",
    "M1",
    1950,
    92,
    date(2026, 3, 2),
    date(2026, 3, 6),
    date(2026, 3, 9),
    "Union of Rulindo",
)
words = st.text(max_size=80).map(certificates.composed)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
statements = st.builds(
    Statement,
    st.builds(certificates.new_number),
    words,
    words,
    words,
    st.integers(0, 500_000),
    st.integers(0, 100),
    days,
    days,
    days,
    words,
    st.booleans(),
)


def test_a_statement_is_one_line_that_a_person_can_read() -> None:
    own = replace(OWN, number=certificates.new_number())
    assert own.text == (
        f"TA1|{own.number}|UWIMANA Marie|RUL-014|M1|32h30|92%|2026-03-02..2026-03-06|2026-03-09|Union of Rulindo"
    )
    assert certificates.read(own.text) == own


def test_what_comes_from_the_sample_programme_says_so_where_it_is_signed() -> None:
    own = replace(OWN, number=certificates.new_number(), is_sample=True)
    assert own.text.startswith("TA1-SAMPLE|")
    assert certificates.read(own.text).is_sample


def test_a_bar_in_a_name_makes_no_new_field() -> None:
    own = replace(OWN, number=certificates.new_number(), name="A|B \\! C\\", office="\\|")
    assert own.text.count("|") == 9
    assert certificates.read(own.text) == own


@given(statements)
def test_every_statement_is_read_as_it_was_written(own: Statement) -> None:
    assert certificates.read(own.text) == own
    assert unicodedata.is_normalized("NFC", own.text)
    assert own.text.splitlines() == [own.text]


@given(statements, statements)
def test_two_statements_never_have_the_same_text(one: Statement, other: Statement) -> None:
    assert (one == other) == (one.text == other.text)


@given(st.text())
def test_words_are_composed_once_and_for_all(text: str) -> None:
    made = certificates.composed(text)
    assert certificates.composed(made) == made


def test_a_wide_letter_is_signed_as_the_plain_one_that_papers_print() -> None:
    assert certificates.composed("＝ＵＷＡＳＥ  Be\u0301ata\u202e") == "=UWASE Béata"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TA1",
        "TA2|" + OWN.text.partition("|")[2],
        OWN.text + "|",
        OWN.text.replace("92%", "92"),
        OWN.text.replace("32h30", "32h60"),
        OWN.text.replace("32h30", "1950"),
        OWN.text.replace("2026-03-06", "2026-02-30"),
        OWN.text.replace("92%", "092%"),
        OWN.text.replace("Marie", " Marie"),
    ],
)
def test_what_is_written_otherwise_is_no_statement(text: str) -> None:
    number = certificates.new_number()
    with pytest.raises(NoStatement):
        certificates.read(text.replace(OWN.number, number))


@given(statements, st.binary(min_size=64, max_size=64), st.binary(min_size=32, max_size=32))
def test_what_is_sealed_survives_a_telephone_and_a_letter(own: Statement, signature: bytes, key: bytes) -> None:
    sealed = Sealed(own.text, certificates.fingerprint(key), signature)
    assert certificates.unsealed(sealed.text) == sealed
    assert certificates.unsealed(f"\n {sealed.text}  \r\n") == sealed
    statement, rest = sealed.pieces
    assert certificates.unsealed(statement + rest.lower().replace("0", "o").replace("1", "l")) == sealed


def test_a_telephone_that_takes_utf_8_for_another_alphabet_does_no_harm() -> None:
    own = replace(OWN, number=certificates.new_number(), name="MUKAMANA Béatrice Noëlla")
    sealed = Sealed(own.text, certificates.fingerprint(b"k" * 32), bytes(64))
    for alphabet in ("latin-1", "cp1252"):
        assert certificates.unsealed(sealed.text.encode().decode(alphabet)) == sealed


@pytest.mark.parametrize("text", ["", "hello", "TA1|a:b", "TA1|" * 1000, "TA1|x|AAAA-AAAA-AAAA-AAAA:ZZ", "http://x"])
def test_what_was_never_sealed_is_told_from_it(text: str) -> None:
    with pytest.raises(NoStatement):
        certificates.unsealed(text)


@given(st.binary(max_size=80))
def test_bytes_come_back_from_their_letters(data: bytes) -> None:
    letters = plain_letters.spelt(data)
    assert set(letters) <= set(plain_letters.ALPHABET)
    assert plain_letters.unspelt(letters) == data
    assert plain_letters.unspelt(plain_letters.grouped(letters.lower())) == data


def test_numbers_cannot_be_guessed() -> None:
    many = {certificates.new_number() for _ in range(2_000)}
    assert len(many) == 2_000
    assert all(len(number) == 19 and plain_letters.is_number(number) for number in many)
    free = certificates.SIGNS_OF_NUMBER - 1
    assert len(plain_letters.ALPHABET) ** free >= 2**60


@given(st.builds(certificates.new_number), st.integers(0, 15), st.sampled_from(plain_letters.ALPHABET))
def test_a_number_with_one_wrong_sign_is_none(number: str, place: int, sign: str) -> None:
    signs = list(number.replace("-", ""))
    changed = signs[place] != sign
    signs[place] = sign
    assert plain_letters.is_number("".join(signs)) is not changed


@given(st.builds(certificates.new_number), st.integers(0, 14), st.integers(1, 15))
def test_a_number_with_two_signs_that_changed_places_is_none(number: str, place: int, away: int) -> None:
    signs = list(number.replace("-", ""))
    other = min(place + away, 15)
    changed = signs[place] != signs[other]
    signs[place], signs[other] = signs[other], signs[place]
    assert plain_letters.is_number("".join(signs)) is not changed


PAGE = """Union of Rulindo
This certifies that
{name}
attended the training
02/03/2026 to 06/03/2026 32 h 30 Sessions (≥ 80 %) 92 %
{number}
Union of Rulindo · Issued on 09/03/2026 · Training RUL-014"""


def page(**changed: str) -> str:
    return PAGE.format(**{"name": OWN.name, "number": OWN.number} | changed)


def test_a_page_that_says_what_was_signed_lacks_nothing() -> None:
    assert certificates.missing(OWN, page()) == ()
    assert certificates.missing(OWN, page(name="UWI\nMANA  Marie")) == ()


@pytest.mark.parametrize("name", ["UWIMANA Maria", "UWIMANA Mari", "UWIMANA Marie Claire", "MUWIMANA Marie", ""])
def test_a_page_with_another_name_lacks_the_signed_one(name: str) -> None:
    assert certificates.missing(OWN, page(name=name)) == (OWN.name,)


@pytest.mark.parametrize(
    ("was", "becomes", "lost"),
    [
        ("32 h 30", "132 h 30", "32 h 30"),
        (" 92 %", " 99 %", "92 %"),
        ("to 06/03/2026", "to 08/03/2026", "06/03/2026"),
        ("on 09/03/2026", "on 09/03/2028", "09/03/2026"),
        ("Union of Rulindo", "Union of Gakenke", "Union of Rulindo"),
    ],
)
def test_a_page_with_another_figure_lacks_the_signed_one(was: str, becomes: str, lost: str) -> None:
    assert certificates.missing(OWN, page().replace(was, becomes)) == (lost,)


def test_the_least_share_that_is_asked_is_not_taken_for_the_share_attended() -> None:
    own = replace(OWN, share=80)
    assert certificates.missing(own, page()) == ("80 %",)
