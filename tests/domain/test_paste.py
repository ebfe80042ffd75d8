"""What is pasted into a register lands on the right people and days, and what is not understood is listed."""

from __future__ import annotations

from datetime import date, time
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.age_bands import YOUTH
from trainer_app.domain.attendance import LETTERS, Cell, RegisterDay, RegisterLine, Status
from trainer_app.domain.paste import Reason, Unmatched, pasted, rows_of
from trainer_app.domain.people import Sex

NAMES = ("UWIMANA Marie", "HABIMANA Jean Bosco", "MUKAMANA Béatrice", "NIYONZIMA Théogène", "UWASE Aline")
DAYS = tuple(RegisterDay(uuid4(), n, date(2026, 3, 8 + n), time(8), time(16)) for n in (1, 2, 3))
P, A, L, E = Status


def a_line(number: int, name: str) -> RegisterLine:
    return RegisterLine(uuid4(), str(number), name, Sex.FEMALE, YOUTH, "", "", (Cell(),) * 3)


LINES = tuple(a_line(n, name) for n, name in enumerate(NAMES, start=1))


def paste(text: str, line: int = 0, day: int = 0, locked: frozenset[int] = frozenset()):  # noqa: ANN201
    return pasted(text, LINES, DAYS, (line, day), locked)


def test_a_block_of_marks_goes_downwards_from_the_current_cell() -> None:
    assert paste("P\tA\nL\tE", line=2, day=1).marks == ((2, 1, P), (2, 2, A), (3, 1, L), (3, 2, E))


def test_numbers_decide_who_is_meant_wherever_the_cursor_is() -> None:
    assert paste("3\tA\n5\tP", line=1).marks == ((2, 0, A), (4, 0, P))


def test_numbers_up_to_four_beside_letters_are_numbers_of_the_list() -> None:
    assert paste("1\tP\n2\tA\n4\tL", line=3).marks == ((0, 0, P), (1, 0, A), (3, 0, L))


def test_a_column_of_ones_and_noughts_is_marks() -> None:
    assert paste("1\n0\n1").marks == ((0, 0, P), (1, 0, A), (2, 0, P))


def test_ones_and_noughts_over_three_days_are_marks() -> None:
    assert [status for *_place, status in paste("1\t0\t1\n1\t1\t0").marks] == [P, A, P, P, P, A]


def test_names_are_matched_in_any_order_and_without_accents() -> None:
    found = paste("theogene niyonzima\tA\nBéatrice MUKAMANA\tP")
    assert found.marks == ((3, 0, A), (2, 0, P))


def test_a_name_goes_where_the_number_is_missing() -> None:
    assert paste("1\tUWIMANA Marie\tP\n\tUWASE Aline\tA\n7\tKAYITESI Rose\tP").marks == ((0, 0, P), (4, 0, A))


@pytest.mark.parametrize(
    ("text", "status"),
    [("oui", P), ("non", A), ("yego", P), ("oya", A), ("x", P), ("✓", P), ("Retard", L), ("j", E), ("y", P), ("0", A)],
)
def test_words_of_three_languages_are_marks(text: str, status: Status) -> None:
    assert paste(f"UWASE Aline\t{text}").marks == ((4, 0, status),)


def test_unknown_codes_names_and_numbers_are_listed_with_their_row() -> None:
    found = paste("1\tUWIMANA Marie\tP\n2\tHABIMANA Jean Bosco\tZZ\n99\tUWASE Aline\tP\n\tKAYITESI Rose\tA")
    assert found.marks == ((0, 0, P),)
    assert found.unmatched == (
        Unmatched(2, "ZZ", Reason.UNKNOWN_CODE),
        Unmatched(3, "99 UWASE Aline", Reason.UNKNOWN_NUMBER),
        Unmatched(4, "KAYITESI Rose", Reason.UNKNOWN_NAME),
    )


def test_a_list_with_numbers_of_its_own_marks_nobody_wrong() -> None:
    found = paste("1\tUWASE Aline\tA\n2\tHABIMANA Jean Bosco\tP")
    assert found.marks == ((1, 0, P),)
    assert found.unmatched == (Unmatched(1, "1 UWASE Aline", Reason.OTHER_NAME),)


def test_two_people_of_one_name_are_not_guessed() -> None:
    lines = (*LINES, a_line(6, "Marie UWIMANA"))
    found = pasted("UWIMANA Marie\tP", lines, DAYS, (0, 0))
    assert [one.reason for one in found.unmatched] == [Reason.TWO_OF_THAT_NAME]


def test_a_name_strayed_among_the_marks_does_not_make_them_names() -> None:
    found = paste("1\tP\n2\tA\n3\tP\n4\tUWASE Aline")
    assert found.marks == ((0, 0, P), (1, 0, A), (2, 0, P))
    assert found.unmatched == (Unmatched(4, "UWASE Aline", Reason.UNKNOWN_CODE),)


def test_a_header_names_the_days() -> None:
    assert paste("No\tNom\td3 11/03\td1\n1\tUWIMANA Marie\tA\tP", day=1).marks == ((0, 2, A), (0, 0, P))


def test_a_header_over_marks_alone_is_left_out() -> None:
    assert paste("Présence\nP\nA").marks == ((0, 0, P), (1, 0, A))


def test_a_block_as_wide_as_the_training_begins_at_its_first_day() -> None:
    assert [day for _line, day, _status in paste("P\tP\tA", day=2).marks] == [0, 1, 2]


def test_more_columns_than_days_are_listed() -> None:
    assert paste("P\tP\tP\tA").unmatched == (Unmatched(1, "A", Reason.TOO_MANY_COLUMNS),)


def test_lines_below_the_last_person_are_listed() -> None:
    assert [one.reason for one in paste("P\nA", line=4).unmatched] == [Reason.TOO_MANY_LINES]


def test_days_to_come_are_listed_and_the_others_kept() -> None:
    found = paste("P\tP\tP", locked=frozenset({2}))
    assert len(found.marks) == 2
    assert found.unmatched == (Unmatched(1, "P", Reason.FUTURE_DAY),)


def test_empty_cells_change_nothing() -> None:
    assert paste("P\n\nA").marks == ((0, 0, P), (2, 0, A))


def test_columns_that_are_no_marks_are_passed_over() -> None:
    line = "1\tUWIMANA Marie\tF\t18-35\t0700 000 001\tCOOP Twisungane\tP\tA\t\t50\tsick child"
    assert paste(line, day=0).marks == ((0, 0, P), (0, 1, A))


def test_windows_and_old_mac_line_ends_are_one() -> None:
    assert rows_of("P\tA\r\nL\tE\r\n") == rows_of("P\tA\rL\tE") == (("P", "A"), ("L", "E"))


BLOCKS = st.lists(st.lists(st.sampled_from(Status), min_size=3, max_size=3), min_size=1, max_size=5)


@given(BLOCKS)
def test_what_is_copied_as_letters_is_pasted_as_it_was(block: list[list[Status]]) -> None:
    text = "\n".join("\t".join(LETTERS[status] for status in row) for row in block)
    wanted = tuple((line, day, status) for line, row in enumerate(block) for day, status in enumerate(row))
    assert paste(text).marks == wanted


@given(st.text(st.sampled_from("PALEZ1 0\t\nxé\"'"), max_size=60))
def test_no_clipboard_is_too_odd(text: str) -> None:
    found = paste(text)
    assert all(0 <= line < len(LINES) and 0 <= day < len(DAYS) for line, day, _status in found.marks)
