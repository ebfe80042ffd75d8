"""Keys: made on the laptop, so that two laptops never meet on a number.

A record of our own gets a UUIDv7 (RFC 9562, section 5.7), which sorts by the time it was made. A fact that two
people may record apart (a mark, a membership, a shipped place) gets a key derived from what it says.
"""

from __future__ import annotations

import os
import time
import unicodedata
from uuid import UUID, uuid5

NAMESPACE = UUID("6f1c3f0e-6f0b-5d4e-9c0a-0c9b6e1d7a52")


def new_id() -> UUID:
    """A UUIDv7: 48 bits of milliseconds, then 74 random bits. The standard library has it only from 3.14."""
    stamp = (time.time_ns() // 1_000_000).to_bytes(6, "big")
    random = bytearray(os.urandom(10))
    random[0] = 0x70 | random[0] & 0x0F
    random[2] = 0x80 | random[2] & 0x3F
    return UUID(bytes=stamp + bytes(random))


def derived_id(kind: str, *parts: object) -> UUID:
    """The key that every laptop gives to the same fact: `derived_id("mark", session, person)`."""
    path = "/".join([kind, *(unicodedata.normalize("NFC", str(part)).lower() for part in parts)])
    return uuid5(NAMESPACE, path)
