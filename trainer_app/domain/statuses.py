"""What a mark can say. It stands apart, so that the rules can be told without the register."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"
    EXCUSED = "excused"


SEEN = frozenset({Status.PRESENT, Status.LATE})
"""Whoever was there at all: enough to stop the absence clock, whatever the programme counts as attended."""
