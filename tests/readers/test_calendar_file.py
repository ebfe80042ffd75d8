"""Calendars of other programs, good and odd, read in a limited child process."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from tests.readers.odd_calendars import ODD, calendar, event
from trainer_app.domain.calendar_events import CalendarRead, EventProblem, ReadEvent
from trainer_app.errors import TrainerError
from trainer_app.readers import calendar_file

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def read(tmp_path: Path, data: bytes) -> CalendarRead:
    file = tmp_path / "office.ics"
    file.write_bytes(data)
    return calendar_file.read(file, FIRST, LAST)


def when(event: ReadEvent) -> tuple[date, time, time]:
    return event.day, event.starts, event.ends


@pytest.mark.parametrize("name", ODD)
def test_an_odd_calendar_gives_events_or_one_sentence(name: str, tmp_path: Path) -> None:
    events: tuple[ReadEvent, ...] = ()
    said = "office.ics"
    try:
        events = read(tmp_path, ODD[name]).events
    except TrainerError as error:
        said = str(error)
    assert "office.ics" in said
    for one in events:
        assert one.title
        assert one.starts < one.ends
        assert FIRST <= one.day <= LAST


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty", "calendar_not_a_calendar"),
        ("a web page", "calendar_not_a_calendar"),
        ("zeros", "calendar_not_a_calendar"),
        ("cut off in the middle", "calendar_broken"),
    ],
)
def test_what_is_no_calendar_is_refused_with_its_reason(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as caught:
        read(tmp_path, ODD[name])
    assert caught.value.code == code


@pytest.mark.parametrize(
    "name",
    [
        "plain",
        "lines ended by LF alone",
        "byte order mark",
        "UTF-16",
        "no PRODID",
        "unknown properties",
        "an alarm inside",
    ],
)
def test_a_good_event_is_read_in_the_time_of_the_office(name: str, tmp_path: Path) -> None:
    [one] = read(tmp_path, ODD[name]).events
    assert when(one) == (date(2026, 3, 9), time(8, 30), time(12, 0))
    assert one.uid == "a@b"


def test_a_word_with_accents_in_the_code_page_of_windows_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, ODD["code page 1252"]).events[0].title == "Réunion à Huye"


def test_zones_of_other_places_are_turned_into_the_time_of_the_office(tmp_path: Path) -> None:
    assert read(tmp_path, ODD["a zone of Windows"]).events[0].starts == time(8, 30)
    assert read(tmp_path, ODD["a zone with summer time"]).events[0].starts == time(8, 30)
    winter = calendar(event("DTSTART;TZID=Europe/Brussels:20260109T083000"))
    assert read(tmp_path, winter).events[0].starts == time(9, 30)


def test_a_five_day_training_is_a_sitting_a_day(tmp_path: Path) -> None:
    days = [one.day.day for one in read(tmp_path, ODD["five whole days"]).events]
    assert days == [9, 10, 11, 12, 13]
    assert len({one.uid for one in read(tmp_path, ODD["five whole days"]).events}) == 5


def test_each_time_of_a_repeated_event_is_a_sitting_of_its_own_with_one_series(tmp_path: Path) -> None:
    found = read(tmp_path, ODD["every week"]).events
    assert len(found) == 10
    assert len({one.uid for one in found}) == 10
    assert {one.series for one in found} == {"a@b"}
    assert len(read(tmp_path, ODD["every week for ever"]).events) == 43  # to the end of the year


def test_what_was_left_out_or_moved_in_a_series_is_so_here(tmp_path: Path) -> None:
    assert [one.day.day for one in read(tmp_path, ODD["an exception"]).events] == [9, 11, 12, 13]
    moved = read(tmp_path, ODD["one occurrence moved"]).events
    assert [when(one)[:2] for one in moved] == [
        (date(2026, 3, 9), time(8, 30)),
        (date(2026, 3, 11), time(8, 30)),
        (date(2026, 3, 11), time(14, 0)),
    ]


@pytest.mark.parametrize("name", ["a month thirteen", "a day that is none", "a rule that is none"])
def test_one_bad_event_does_not_take_the_good_ones_with_it(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, ODD[name])
    assert "good" in {one.uid for one in found.events}
    assert len(found.events) + len(found.refused) == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no title", EventProblem.NO_TITLE),
        ("no start", EventProblem.NO_START),
        ("ends before it begins", EventProblem.BACKWARDS),
        ("lasts a year", EventProblem.TOO_LONG),
        ("every second for ever", EventProblem.TOO_OFTEN),
    ],
)
def test_an_event_that_cannot_be_held_says_why(name: str, code: EventProblem, tmp_path: Path) -> None:
    found = read(tmp_path, ODD[name])
    assert found.events == ()
    assert [one.code for one in found.refused] == [code]


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="no file"):
        calendar_file.read(tmp_path / "none.ics", FIRST, LAST)


def test_events_without_a_uid_are_told_apart_by_nobody_and_none_is_lost(tmp_path: Path) -> None:
    days = "DTSTART;VALUE=DATE:20260309", "DTEND;VALUE=DATE:20260311"
    two = [event(*days, title=title, uid="x").replace("UID:x\r\n", "") for title in ("First", "Second")]
    found = read(tmp_path, calendar(*two)).events
    assert sorted((one.title, one.day.day) for one in found) == [
        ("First", 9),
        ("First", 10),
        ("Second", 9),
        ("Second", 10),
    ]
    assert {one.uid for one in found} == {""}
