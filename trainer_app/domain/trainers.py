"""Who may train whom: the tiers of a cascade."""

from __future__ import annotations

from enum import StrEnum


class Tier(StrEnum):
    MASTER = "master_trainer"
    TRAINER = "trainer"
    PEER_EDUCATOR = "peer_educator"
