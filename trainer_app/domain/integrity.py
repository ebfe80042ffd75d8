"""Marks that a coordinator should look at, and what a look at them brought."""

from __future__ import annotations

from enum import StrEnum


class FlagKind(StrEnum):
    TWO_PLACES = "two_places"
    SAME_ROLLS = "same_rolls"
    ALWAYS_FULL = "always_full"
    BULK_LATE = "bulk_late"
    UNSIGNED = "unsigned"


class FlagVerdict(StrEnum):
    EXPLAINED = "explained"
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"


class CheckOutcome(StrEnum):
    """What a person said when called back about a day they are marked for."""

    WAS_THERE = "was_there"
    WAS_NOT = "was_not"
    NOT_SURE = "not_sure"
    NOT_REACHED = "not_reached"
