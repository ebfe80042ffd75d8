"""Choosing people for few places by written criteria: what the committee signs."""

from __future__ import annotations

from enum import StrEnum


class Decision(StrEnum):
    CHOSEN = "chosen"
    RESERVE = "reserve"
    REFUSED = "refused"
