"""The minutes of a meeting as a committee signs them; an empty screen makes a paper to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from tests.documents.builders import (
    ENGLISH,
    FRENCH,
    HARD_NAMES,
    KINYARWANDA,
    LONG_HEAD,
    MARKS,
    MONDAY,
    NAMES,
    PRINTED,
    Stretched,
    head,
)
from tests.documents.closing_builders import WORKED, decisions
from tests.documents.looking import colours, fonts_without_file, golden_text, pages, sizes, text_of
from trainer_app.documents import meeting_minutes, report_papers
from trainer_app.domain.attendance import Heads, Status
from trainer_app.domain.minutes import MeetingMinutes, Present, agenda
from trainer_app.domain.people import Sex
from trainer_app.domain.trainings import SessionNotes
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)
CAME = (Status.PRESENT, Status.LATE)


def minutes(people: int = 5, names: Sequence[str] = NAMES, written: bool = True, **of_head: object) -> MeetingMinutes:
    marks = MARKS if written else (None,)
    listed = tuple(
        Present(
            str(n + 1),
            names[n % len(names)],
            (Sex.FEMALE, Sex.MALE)[n % 2],
            "COOP Twisungane",
            marks[n % len(marks)],
            marks[n % len(marks)] in CAME,
        )
        for n in range(people)
    )
    return MeetingMinutes(
        head(**of_head),
        2,
        MONDAY,
        time(14),
        time(16, 30),
        "Under the mango tree",
        ("Accounts of the year", f"Election; {names[0]}") if written else (),
        listed,
        Heads(women=2, note="neighbours") if written else Heads(),
        SessionNotes(WORKED, "", "Who keeps the key?") if written else SessionNotes(),
        decisions(2, names) if written else (),
        decisions(1, names) if written else (),
    )


def drawn(told: MeetingMinutes, t: Catalog = ENGLISH) -> bytes:
    return meeting_minutes.as_bytes(told, t, PRINTED)


def said(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


def test_the_minutes_are_as_they_were(golden: Callable[[str, str], None]) -> None:
    golden("meeting_minutes.txt", golden_text(drawn(minutes())))


@every_language
@pytest.mark.parametrize(("people", "most"), [(0, 2), (1, 2), (5, 2), (40, 3), (300, 11)])
@pytest.mark.parametrize("written", [True, False])
def test_every_word_lies_on_as_many_pages_as_the_people_need(t: Catalog, people: int, most: int, written: bool) -> None:
    pdf = drawn(minutes(people, written=written), t)
    assert len(pages(pdf)) <= most
    _lies_well(pdf)


@every_language
def test_long_and_hostile_names_are_printed_as_they_are(t: Catalog) -> None:
    pdf = drawn(minutes(40, (*HARD_NAMES, "A" * 80), **LONG_HEAD), t)
    _lies_well(pdf)
    assert "O'Neil <b>bold</b> & co" in said(pdf)
    assert "…" not in said(pdf)


def _lies_well(pdf: bytes) -> None:
    for page in pages(pdf):
        assert page
        for word in page:
            assert 11 < word.left < word.right < 199, word
            assert 9 < word.top < word.bottom < 288, word
    assert fonts_without_file(pdf) == set()
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()


def test_the_minutes_tell_who_came_what_was_on_the_agenda_and_what_was_decided() -> None:
    words = said(drawn(minutes()))
    for part in (
        "Came: 2 (2 women, 0 men), and 2 more without a name",
        "1. Accounts of the year",
        "Who keeps the key?",
        "Decided before, and not yet done",
        "Bring the book of accounts 2 to the next meeting",
        "Chair",
        "Secretary",
    ):
        assert part in words
    rows = meeting_minutes.people_rows(minutes(), ENGLISH)
    assert [row[-1] for row in rows] == ["present", "absent", "late", "excused", ""]


def test_where_nothing_is_typed_there_are_lines_to_write_on_and_no_figure() -> None:
    empty = minutes(written=False)
    assert meeting_minutes.total(empty, ENGLISH) == ""
    words = said(drawn(empty))
    assert "Came" not in words
    assert "Decided before" not in words
    assert "UWIMANA Marie" in words


def test_an_agenda_is_what_was_typed_or_else_what_is_taught() -> None:
    assert agenda("Accounts; • Election\n- Next day ;") == ("Accounts", "Election", "Next day")
    assert agenda(" ;\n ", ("Good meetings",)) == ("Good meetings",)


def test_a_sample_says_so() -> None:
    told = minutes()
    assert "SAMPLE" in said(drawn(replace(told, head=replace(told.head, is_sample=True))))


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_it_is_saved_with_a_name_in_its_language(language: str, tmp_path: Path) -> None:
    paper = report_papers.minutes(minutes(), language, PRINTED)
    path = tmp_path / paper.file_name(".pdf")
    assert paper.save(path, lambda _share: None).pages == len(pages(paper.draw()))
    assert "RUL-014" in path.name
