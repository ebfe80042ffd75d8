"""The sessions of a period on paper and in sheets, with the days off among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from tests.documents.builders import ENGLISH, FRENCH, KINYARWANDA, PRINTED, Stretched
from tests.documents.looking import fonts_without_file, golden_text, pages, text_of
from trainer_app.documents import calendar_list
from trainer_app.documents.calendar_list import Programme
from trainer_app.domain.days_off import DayKind, DayOff
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import Catalog

FIRST, LAST = date(2026, 6, 29), date(2026, 7, 31)


def a_line(number: int = 0, **values: object) -> SessionLine:
    day = FIRST + timedelta(days=number // 2)
    words = ("Cooperative governance", number % 3 + 1, 3, day, time(8 + number % 2 * 5), time(12 + number % 2 * 4))
    line = SessionLine(uuid4(), uuid4(), "RUL-001", *words, "Base hall", "COOP Twisungane", "UMUTONI Rose", 40, 0, 0)
    return replace(line, **values)


def a_programme(count: int = 6, **values: object) -> Programme:
    free = (
        DayOff(uuid4(), date(2026, 7, 1), "Independence Day", DayKind.HOLIDAY),
        DayOff(uuid4(), date(2026, 7, 25), "Umuganda", DayKind.UMUGANDA, until=time(11)),
        DayOff(uuid4(), date(2026, 7, 2), "Market of Base", DayKind.MARKET, place_id=uuid4()),
    )
    return Programme(FIRST, LAST, tuple(map(a_line, range(count))), free, **values)


def test_the_paper_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("calendar_list.txt", golden_text(calendar_list.as_bytes(a_programme(), ENGLISH, PRINTED)))


def test_days_off_stand_among_the_sessions_and_local_ones_do_not() -> None:
    rows = calendar_list.rows(a_programme(), ENGLISH)
    assert [(row[0], row[2], row[3]) for row in rows[4:]] == [
        ("Wednesday", "", "Independence Day"),
        ("Wednesday", "08:00–12:00", "Cooperative governance 2/3"),
        ("Wednesday", "13:00–16:00", "Cooperative governance 3/3"),
        ("Saturday", "–11:00", "Umuganda"),
    ]


def test_a_session_that_is_cut_has_no_number_and_is_not_counted() -> None:
    programme = Programme(FIRST, LAST, (a_line(), a_line(1, cut=True), a_line(2, moved_from=FIRST)))
    rows = calendar_list.rows(programme, ENGLISH)
    assert [row[-1] for row in rows] == ["", "It will not be held", "moved from 29/06/2026"]
    assert rows[1][3] == "Cooperative governance"
    assert "2 sessions" in text_of(calendar_list.as_bytes(programme, ENGLISH, PRINTED))[0]


@pytest.mark.parametrize("t", [ENGLISH, FRENCH, KINYARWANDA, Stretched()])
def test_no_word_is_lost_from_a_long_month(t: Catalog) -> None:
    pdf = calendar_list.as_bytes(a_programme(60), t, PRINTED)
    text = " ".join(text_of(pdf))
    assert len(pages(pdf)) == 3
    assert text.count("UMUTONI") == 60
    assert not fonts_without_file(pdf)


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "ods", "csv"])
def test_it_is_written_in_each_format(tmp_path: Path, suffix: str) -> None:
    result = calendar_list.write(a_programme(30), ENGLISH, tmp_path / f"month.{suffix}")
    assert (result.rows, result.pages) == (30, 2 if suffix == "pdf" else 0)
    assert result.path.stat().st_size > 500


def test_the_sample_programme_is_marked() -> None:
    assert "SAMPLE" in text_of(calendar_list.as_bytes(a_programme(is_sample=True), ENGLISH, PRINTED))[0]
