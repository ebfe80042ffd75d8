"""A spreadsheet of sessions becomes events: hours in any way of writing, days merged over rows, in three languages."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from trainer_app.domain.calendar_events import CalendarRead, EventProblem
from trainer_app.domain.imports.cells import CellValue, Row
from trainer_app.domain.imports.schedule_rows import clocks, read_schedule, schedule_columns

TODAY = date(2026, 3, 1)


def read(*rows: Row) -> CalendarRead:
    columns = schedule_columns(rows)
    assert columns is not None
    return read_schedule("plan.xlsx", rows, columns, TODAY)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("8h30 - 12h00", [time(8, 30), time(12)]),
        ("08:30", [time(8, 30)]),
        ("8h", [time(8)]),
        ("2 pm", [time(14)]),
        ("8.30am-12.30pm", [time(8, 30), time(12, 30)]),
        (time(9, 15), [time(9, 15)]),
        (datetime(2026, 3, 9, 14, 0), [time(14)]),
        (0.375, [time(9)]),
        ("25h00", []),
        ("matin", []),
    ],
)
def test_hours_are_read_in_any_way_of_writing(cell: CellValue, wanted: list[time]) -> None:
    assert clocks(cell) == wanted


@pytest.mark.parametrize(
    "titles",
    [
        ("Date", "Start", "End", "Module", "Group", "Venue", "Trainer"),
        ("Date", "Début", "Fin", "Titre", "Groupe", "Lieu", "Formateur"),
        ("Itariki", "Itangira", "Irangira", "Isomo", "Itsinda", "Ahantu", "Umuhugurwa"),
    ],
)
def test_the_titles_are_known_in_three_languages(titles: Row) -> None:
    row = ("09/03/2026", "8h30", "12h", "Kuzigama", "COOP Abahuje", "Base", "HABIMANA Jean; UWIMANA Marie")
    [event] = read(("Programme", None), (), titles, row).events
    assert (event.day, event.starts, event.ends) == (date(2026, 3, 9), time(8, 30), time(12))
    assert (event.title, event.group, event.venue) == ("Kuzigama", "COOP Abahuje", "Base")
    assert event.trainers == ("HABIMANA Jean", "UWIMANA Marie")


def test_a_merged_day_and_title_hold_for_the_rows_below_and_each_bad_row_is_refused() -> None:
    found = read(
        ("Date", "Heure", "Titre"),
        (date(2026, 3, 9), "8h-12h", "Épargne"),
        (None, "13h-16h", None),
        ("soon", "8h-9h", "Épargne"),
        ("10/03/2026", "12h-8h", "Épargne"),
        ("10/03/2026", "le matin", "Épargne"),
        ("11/03/2026", None, "Épargne"),
    )
    assert [(e.row, e.day.day, e.starts.hour, e.whole_day) for e in found.events] == [
        (2, 9, 8, False),
        (3, 9, 13, False),
        (7, 11, 8, True),
    ]
    assert [(r.row, r.code) for r in found.refused] == [
        (4, EventProblem.NO_START),
        (5, EventProblem.BACKWARDS),
        (6, EventProblem.NO_START),
    ]


def test_the_same_sheet_again_has_the_same_keys_whatever_its_hours() -> None:
    titles = ("Date", "Heure", "Titre")
    first = read(titles, ("09/03/2026", "8h-12h", "Épargne"), ("09/03/2026", "13h-16h", "Épargne")).events
    later = read(titles, ("09/03/2026", "9h-12h", "ÉPARGNE"), ("09/03/2026", "14h-16h", "Épargne")).events
    assert [event.uid for event in first] == [event.uid for event in later]
    assert len({event.uid for event in first}) == 2


@pytest.mark.parametrize(
    "titles", [("Noms", "Date", "Sexe"), ("Date", "Titre"), ("No", "Noms", "Itariki y'amavuko", "Isaha")]
)
def test_other_lists_are_no_schedule(titles: Row) -> None:
    assert schedule_columns([titles]) is None
