"""Days on which one does not plan a training without a thought: holidays, Umuganda, market days."""

from __future__ import annotations

from enum import StrEnum


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    REMEMBRANCE = "remembrance"
    UMUGANDA = "umuganda"
    MARKET = "market"
    OTHER = "other"
