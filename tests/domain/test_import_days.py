"""The days of a register are told by their headers; a list says by its columns what it is about."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest

from trainer_app.domain.attendance import RegisterDay, Status, status_for_word
from trainer_app.domain.imports.causes import DECISIONS, Cause, Deed, cause_of, offers
from trainer_app.domain.imports.cells import Row
from trainer_app.domain.imports.columns import propose
from trainer_app.domain.imports.days import DaySaid, half_of, is_half, said_by, session_of
from trainer_app.domain.imports.kinds import ListKind, kind_of
from trainer_app.domain.imports.notes import Doubt, Note, Problem
from trainer_app.domain.people import Sex

MORNING, AFTERNOON = (time(8, 30), time(12)), (time(13), time(16))


def day(number: int, on: date, hours: tuple[time, time]) -> RegisterDay:
    return RegisterDay(UUID(int=number), number, on, *hours)


DAYS = (
    day(1, date(2026, 3, 9), MORNING),
    day(2, date(2026, 3, 9), AFTERNOON),
    day(3, date(2026, 3, 10), MORNING),
    day(4, date(2026, 3, 10), AFTERNOON),
)


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("J1", DaySaid(1)),
        ("d2", DaySaid(2)),
        ("Jours 3", DaySaid(3)),
        ("Umunsi wa 4", DaySaid(4)),
        ("Séance n° 5", DaySaid(5)),
        ("09/03/2026 AM", DaySaid(None, 9, 3, 2026, "am")),
        ("2026-03-09", DaySaid(None, 9, 3, 2026)),
        ("9 mars", DaySaid(None, 9, 3)),
        ("Ku wa 9 Werurwe, ku mugoroba", DaySaid(None, 9, 3, None, "pm")),
        ("J2 après-midi", DaySaid(2, half="pm")),
        ("Noms", None),
        ("Téléphone 2", None),
        ("AM", None),
    ],
)
def test_a_header_says_a_day(header: str, wanted: DaySaid | None) -> None:
    assert said_by(header) == wanted


@pytest.mark.parametrize("text", ["AM", "a.m.", "Matin", "mu gitondo", "Après-midi", "PM", "ku mugoroba"])
def test_halves_of_a_day_are_known_in_three_languages(text: str) -> None:
    assert is_half(text)
    assert half_of(f"09/03 {text}") == half_of(text) != ""


@pytest.mark.parametrize(
    ("header", "number"),
    [
        ("09/03 AM", 1),
        ("09/03/26 PM", 2),
        ("J2 matin", 3),
        ("Umunsi wa 2 ku mugoroba", 4),
        ("J2", 2),
        ("10/03", 3),
        ("11/03", None),
        ("09/03/2025", None),
        ("J9", None),
    ],
)
def test_a_header_leads_to_its_session(header: str, number: int | None) -> None:
    found = session_of(header, DAYS)
    assert (found.number if found else None) == number


def test_the_same_date_twice_is_the_morning_and_then_the_afternoon() -> None:
    first = session_of("09/03", DAYS)
    assert first is not None
    assert session_of("09/03", DAYS, {first.session_id}) == DAYS[1]
    assert session_of("09/03", DAYS, {DAYS[0].session_id, DAYS[1].session_id}) is None


@pytest.mark.parametrize(
    ("rows", "headers"),
    [
        (
            [("No", "Noms", "09/03", None, "10/03"), (None, None, "AM", "PM", "AM")],
            ["No", "Noms", "09/03 AM", "09/03 PM", "10/03 AM"],
        ),
        (
            [(None, None, "09/03", None, "10/03"), ("No", "Noms", "AM", "PM", "AM")],
            ["No", "Noms", "09/03 AM", "09/03 PM", "10/03 AM"],
        ),
        (
            [("No", "Noms", "Iminsi", None, None), (None, None, "J1", "J2", "J3")],
            ["No", "Noms", "J1", "J2", "J3"],
        ),
    ],
)
def test_titles_over_two_rows_are_read_together(rows: list[Row], headers: list[str]) -> None:
    sheet = [("Liste de présence",), *rows, (1, "UWIMANA Marie", "P", "A", "P"), (2, "HABIMANA Jean", "P", "P", "A")]
    proposal = propose(sheet)
    assert [column.header for column in proposal.columns] == headers
    assert proposal.first_row == 3
    assert kind_of(sheet, proposal) is ListKind.ATTENDANCE


@pytest.mark.parametrize(
    ("header", "row", "kind"),
    [
        (("Noms", "Téléphone"), ("UWIMANA Marie", "0788123456"), ListKind.PEOPLE),
        (("Noms", "Statut"), ("UWIMANA Marie", "présent"), ListKind.ATTENDANCE),
        (("Noms", "J1", "J2"), ("UWIMANA Marie", 1, 0), ListKind.ATTENDANCE),
        (("Noms", "Pré-test", "Post-test"), ("UWIMANA Marie", 4, 7), ListKind.SCORES),
    ],
)
def test_a_list_says_what_it_is_about(header: Row, row: Row, kind: ListKind) -> None:
    sheet = [header, row, ("HABIMANA Jean", *row[1:])]
    assert kind_of(sheet, propose(sheet)) is kind


@pytest.mark.parametrize(
    ("word", "status"),
    [("✔", Status.PRESENT), ("TRUE", Status.PRESENT), ("faux", Status.ABSENT), ("exc", Status.EXCUSED), ("v", None)],
)
def test_more_ways_of_marking_are_known_and_a_doubtful_one_is_not(word: str, status: Status | None) -> None:
    assert status_for_word(word) is status


def test_causes_are_told_apart_by_their_word_only_where_another_word_is_another_cause() -> None:
    assert cause_of(Problem.SEX_UNKNOWN_WORD, " Ní? ") == cause_of(Problem.SEX_UNKNOWN_WORD, "ni?")
    assert cause_of(Note.PLACE_UNKNOWN, "Kigari") != cause_of(Note.PLACE_UNKNOWN, "Gasabu")
    assert cause_of(Problem.PHONE_UNREADABLE, "12") == cause_of(Problem.PHONE_UNREADABLE, "34")


def test_nobody_is_taken_for_somebody_known_by_a_phone_alone() -> None:
    assert offers(Cause(Doubt.SAME_PHONE)) == DECISIONS
    assert Deed.SAME in offers(Cause(Doubt.SAME_CARD))
    assert offers(Cause(Problem.NO_NAME)) == ()
    assert Sex.FEMALE in offers(Cause(Problem.SEX_UNKNOWN_WORD, "x"))
