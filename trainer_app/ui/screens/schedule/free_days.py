"""The days off that the calendar shades, by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def names(work: Work, first: date, last: date, language: str) -> Mapping[date, str]:
    """Day > what it is called: a holiday, Umuganda, a market day."""
    return {}
