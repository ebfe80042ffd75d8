from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from python_calamine import CalamineWorkbook

from tests.documents.builders import ENGLISH, MONDAY, PRINTED, Stretched, register
from tests.documents.looking import pages, text_of
from trainer_app.documents import attendance_period
from trainer_app.documents.attendance_period import columns, marks, period, rows, totals_rows
from trainer_app.domain.attendance import Register

TUESDAY = MONDAY + timedelta(days=1)


def another(people: int) -> Register:
    """A second training of the same people."""
    own = register(people, 2)
    return replace(own, head=replace(own.head, id=UUID(int=2), code="RUL-015", title="Business plan"))


def test_each_mark_is_a_row_and_what_was_not_marked_is_none() -> None:
    found = marks([register(2, 2)])
    assert list(rows(found, ENGLISH))[:2] == [
        *(
            ("Cooperative governance (RUL-014)", "KOABICYA", MONDAY, number, name, sex, age, phone, *at, mark)
            for number, name, sex, age, phone, mark, at in (
                (1, "UWIMANA Marie", "M", "36+", "••• 001", "P", ("COOP Twisungane", "Base, Gitare")),
                (2, "HABIMANA Jean Bosco", "F", "<18", "••• 002", "A", ("COOP Twisungane", "Base, Gitare")),
            )
        )
    ]
    assert len(marks([register(5, 5)])) == sum(
        cell.status is not None for line in register(5, 5).lines for cell in line.cells
    )


def test_only_the_days_asked_for_are_told() -> None:
    assert {mark.day for mark in marks([register(5)], TUESDAY, TUESDAY)} == {TUESDAY}
    assert {mark.day for mark in marks([register(5)], last=TUESDAY)} == {MONDAY, TUESDAY}
    assert min(mark.day for mark in marks([register(5)], first=TUESDAY)) == TUESDAY


def test_a_person_who_came_often_is_counted_once_as_a_person() -> None:
    found = marks([register(5, 2), another(5)])
    total, female, male = totals_rows(found, ENGLISH)
    came = [mark for mark in found if mark.status in ("present", "late")]
    assert total == ("Total", len(came), len({mark.line.person_id for mark in came}))
    assert [total[1], total[2]] == [female[1] + male[1], female[2] + male[2]]
    assert total[1] > total[2]


def test_the_period_is_told_in_words() -> None:
    assert period(ENGLISH, MONDAY, TUESDAY) == "02/03/2026 to 03/03/2026"
    assert [period(ENGLISH, MONDAY, None), period(ENGLISH, None, TUESDAY), period(ENGLISH, None, None)] == [
        "From 02/03/2026",
        "Until 03/03/2026",
        "All days",
    ]


def test_the_columns_fill_the_paper() -> None:
    assert sum(column.width for column in columns(ENGLISH)) == 273


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "ods", "csv"])
def test_the_marks_are_written_in_each_format(tmp_path: Path, suffix: str) -> None:
    result = attendance_period.write([register(9, 2), another(4)], ENGLISH, tmp_path / f"marks.{suffix}")
    assert result.rows == len(marks([register(9, 2), another(4)]))
    assert (result.pages > 0) == (suffix == "pdf")


def test_days_are_real_dates_in_a_workbook(tmp_path: Path) -> None:
    attendance_period.write([register(3, 1)], ENGLISH, tmp_path / "marks.xlsx")
    _, first, *_ = CalamineWorkbook.from_path(tmp_path / "marks.xlsx").get_sheet_by_index(0).to_python()
    assert first[2] == date(2026, 3, 2)


@pytest.mark.parametrize("people", [0, 3, 19, 30])
def test_the_paper_ends_with_the_totals(tmp_path: Path, people: int) -> None:
    for t in (ENGLISH, Stretched()):
        own = attendance_period.write([register(people, 1)], t, tmp_path / "marks.pdf", printed=PRINTED)
        pdf = own.path.read_bytes()
        assert len(pages(pdf)) == own.pages
        for word in (word for page in pages(pdf) for word in page):
            assert 11 < word.left < word.right < 286
            assert 9 < word.top < word.bottom < 201
    attendance_period.write([register(people, 1)], ENGLISH, tmp_path / "marks.pdf")
    assert "People, each once" in text_of((tmp_path / "marks.pdf").read_bytes())[-1]
