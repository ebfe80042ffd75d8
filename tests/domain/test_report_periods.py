"""Which days a period is, by its name."""

from __future__ import annotations

from datetime import date

import pytest

from trainer_app.domain.report_periods import Preset, days_of

BEGINNING = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("preset", "today", "first", "last"),
    [
        (Preset.THIS_QUARTER, "2026-05-08", "2026-04-01", "2026-06-30"),
        (Preset.LAST_QUARTER, "2026-05-08", "2026-01-01", "2026-03-31"),
        (Preset.LAST_QUARTER, "2026-01-01", "2025-10-01", "2025-12-31"),
        (Preset.THIS_QUARTER, "2026-12-31", "2026-10-01", "2026-12-31"),
        (Preset.THIS_MONTH, "2028-02-29", "2028-02-01", "2028-02-29"),
        (Preset.LAST_MONTH, "2027-03-01", "2027-02-01", "2027-02-28"),
        (Preset.LAST_MONTH, "2026-01-31", "2025-12-01", "2025-12-31"),
        (Preset.THIS_YEAR, "2026-01-01", "2026-01-01", "2026-12-31"),
        (Preset.LAST_YEAR, "2026-12-31", "2025-01-01", "2025-12-31"),
        (Preset.BEGINNING, "2026-05-08", "2024-05-03", "2026-05-08"),
        (Preset.BEGINNING, "2024-05-01", "2024-05-01", "2024-05-01"),
    ],
)
def test_a_period_is_whole(preset: Preset, today: str, first: str, last: str) -> None:
    found = days_of(preset, date.fromisoformat(today), BEGINNING)
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


def test_quarters_and_years_follow_one_another_without_a_gap() -> None:
    for year in (2027, 2028):
        for month in range(1, 13):
            today = date(year, month, 15)
            for this, before in (
                (Preset.THIS_QUARTER, Preset.LAST_QUARTER),
                (Preset.THIS_MONTH, Preset.LAST_MONTH),
                (Preset.THIS_YEAR, Preset.LAST_YEAR),
            ):
                first, last = days_of(this, today, BEGINNING)
                assert first <= today <= last
                assert (first - days_of(before, today, BEGINNING)[1]).days == 1
