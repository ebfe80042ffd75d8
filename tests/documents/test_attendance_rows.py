from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents.builders import ENGLISH, MARKS, line, register
from trainer_app.documents.attendance_rows import (
    Detail,
    Variant,
    columns,
    heading,
    parts,
    rows,
    sheet,
    totals_heading,
    totals_rows,
)
from trainer_app.domain.age_bands import UNKNOWN_AGE
from trainer_app.domain.attendance import Cell, Heads, Register, Status, totals
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended

PAPER_WIDTH = 273


def test_the_heading_names_each_day() -> None:
    assert heading(register(day_count=2), ENGLISH) == (
        *("No", "Name", "Sex", "Age", "Phone", "Organisation", "Sector, cell"),
        *("Day 1 02/03/2026", "Day 2 03/03/2026"),
    )


def test_a_row_holds_who_and_what_was_marked() -> None:
    assert list(rows(register(2), ENGLISH)) == [
        (1, "UWIMANA Marie", "M", "36+", "••• 001", "COOP Twisungane", "Base, Gitare", "P", "A", "L", "E", ""),
        (2, "HABIMANA Jean Bosco", "F", "<18", "••• 002", "COOP Twisungane", "Base, Gitare", "A", "L", "E", "", "P"),
    ]


def test_a_list_to_sign_says_nothing_of_who_came() -> None:
    assert [row[7:] for row in rows(register(2), ENGLISH, Variant.BLANK)] == [("",) * 5] * 2


def test_a_phone_is_whole_only_when_asked_for() -> None:
    (row,) = rows(register(1), ENGLISH, unmask={Detail.PHONE})
    assert row[4] == "0788 000 001"


def test_a_second_number_after_an_exchange_stays_a_word() -> None:
    doubled = replace(register(1), lines=(replace(line(12, "UWASE Ange", MARKS), number="12b"),))
    assert next(iter(rows(doubled, ENGLISH)))[0] == "12b"


@pytest.mark.parametrize("days", [0, 1, 2, 3, 5, 7, 10])
def test_the_columns_fill_the_paper_whatever_the_number_of_days(days: int) -> None:
    own = columns(register(1, days), ENGLISH)
    assert sum(column.width for column in own) == pytest.approx(PAPER_WIDTH)
    assert len(own) == 7 + days


def test_five_days_are_as_wide_as_a_signature() -> None:
    assert [column.width for column in columns(register(1), ENGLISH)] == [9, 52, 11, 13, 30, 32, 28, *[19.6] * 5]


@pytest.mark.parametrize(("days", "expected"), [(0, [0]), (5, [5]), (7, [3, 4]), (12, [4, 4, 4])])
def test_many_days_are_shared_out_over_equal_parts(days: int, expected: list[int]) -> None:
    own = register(3, days)
    shared = parts(own, 5)
    assert [len(part.days) for part in shared] == expected
    assert [line.cells for line in own.lines] == [
        tuple(cell for part in shared for cell in part.lines[place].cells) for place in range(3)
    ]


def test_the_totals_are_those_of_the_register() -> None:
    own = register(40)
    table = {row[0]: list(row[1:]) for row in totals_rows(own, ENGLISH)}
    came = [totals(own, day).came for day in range(5)]
    assert table["Total"] == [40, *came]
    assert [f + m for f, m in zip(table["Female"], table["Male"], strict=True)] == [40, *came]
    ages = zip(table["Under 18"], table["18 to 35"], table["36 and over"], strict=True)
    assert [sum(some) for some in ages] == [40, *came]
    assert table["Absent"][1:] == [totals(own, day).by_status[Status.ABSENT] for day in range(5)]
    assert totals_heading(own, ENGLISH)[:2] == ("Came (present or late)", "Registered")


def test_people_of_unknown_sex_or_age_have_their_own_totals() -> None:
    someone = replace(line(1, "UWASE", [Status.PRESENT]), sex=Sex.UNKNOWN, age=UNKNOWN_AGE)
    own = Register(register(1, 1).head, register(1, 1).days, (someone,))
    table = {row[0]: row[1:] for row in totals_rows(own, ENGLISH)}
    assert table["Sex not known"] == table["Age not known"] == (1, 1)


def test_the_totals_of_a_list_to_sign_are_filled_in_by_hand() -> None:
    assert {value for row in totals_rows(register(5), ENGLISH, Variant.BLANK) for value in row[1:]} == {""}


def test_the_sheet_tells_what_the_paper_tells() -> None:
    own = sheet(register(3), ENGLISH)
    assert own.heading == heading(register(3), ENGLISH)
    assert [tuple(row) for row in own.rows] == [tuple(row) for row in rows(register(3), ENGLISH)]
    assert dict(own.preamble)["Trainers"] == "NIYONZIMA Éric, UMUTONI Claire"
    assert own.totals == totals_rows(register(3), ENGLISH)


def test_who_left_leads_or_is_from_outside_is_listed_and_counted_apart() -> None:
    whole = register(4, 2)
    present = tuple(Cell(Status.PRESENT) for _day in range(2))
    first, second, third, fourth = (replace(who, cells=present) for who in whole.lines)
    gone = replace(second, left_on=whole.days[1].day, cells=(Cell(Status.PRESENT), Cell()))
    lines = (replace(first, leads=True), gone, replace(third, outsider=True), replace(fourth, replaces="2 HABIMANA"))
    own = replace(whole, lines=lines, heads=(Heads(7, 4, 1), Heads()))
    table = {row[0]: row[1:] for row in totals_rows(own, ENGLISH)}
    assert table["Total"] == (2, 2, 1)
    assert table["Not marked"] == ("", 0, 0)
    assert table["From outside the project"] == (1, 1, 1)
    assert table["Came, names not known"] == ("", 12, 0)
    assert (table["of them women"][1], table["of them men"][1]) == (7, 4)
    notes = [row[7] for row in rows(own, ENGLISH)]
    assert notes == ["leads the training", "left 03/03/2026", "from outside the project", "in place of 2 HABIMANA"]
    assert list(rows(own, ENGLISH))[1][8:] == ("P", "left 03/03")
    assert sum(column.width for column in columns(own, ENGLISH)) == pytest.approx(PAPER_WIDTH)


def test_what_counts_stands_above_the_figures_and_in_the_sheet() -> None:
    own = replace(register(3), rule=Attended(late_counts=False))
    assert totals_heading(own, ENGLISH)[0] == "Came (present, not late)"
    assert dict(sheet(own, ENGLISH).preamble)["What counts"].startswith("Attended: present, not late.")
    late = {row[0]: row[1:] for row in totals_rows(own, ENGLISH)}["Late"]
    assert sum(value for value in late if isinstance(value, int)) > 0


def test_two_sessions_of_a_day_are_told_apart() -> None:
    morning, *others = register(1, 3).days
    half = replace(register(1, 3), days=(replace(morning, part="am"), replace(others[0], part="14:00"), others[1]))
    titles = [column.title for column in columns(half, ENGLISH)[-3:]]
    assert titles == ["02/03/2026 am", "03/03/2026 14:00", "Day 3 04/03/2026"]
