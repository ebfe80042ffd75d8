"""Keys: made on the laptop, so that two laptops never meet on a number.

A record of our own gets a UUIDv7 (RFC 9562, section 5.7), which sorts by the time it was made. A fact that two
people may record apart (a mark, a membership, a shipped place) gets a key derived from what it says.
"""

from __future__ import annotations

import os
import time
import unicodedata
from threading import Lock
from uuid import UUID, uuid5

NAMESPACE = UUID("6f1c3f0e-6f0b-5d4e-9c0a-0c9b6e1d7a52")


COUNTS = 1 << 12  # in one millisecond, before the next one is borrowed


class _Clock:
    """Milliseconds and a count inside them: no two keys of this process are alike, and each is after the one before."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stamp = self._count = 0

    def next(self) -> tuple[int, int]:
        with self._lock:
            now = time.time_ns() // 1_000_000
            self._count += 1
            if now > self._stamp or self._count == COUNTS:
                self._stamp = max(now, self._stamp + 1)
                self._count = int.from_bytes(os.urandom(2)) % (COUNTS // 2)
            return self._stamp, self._count


_clock = _Clock()


def new_id() -> UUID:
    """A UUIDv7: 48 bits of milliseconds, a count of 12 (RFC 9562, 6.2, method 1), then 62 random bits.

    What is made together sorts in the order it was made. The standard library has it only from 3.14.
    """
    stamp, count = _clock.next()
    random = bytearray(os.urandom(8))
    random[0] = 0x80 | random[0] & 0x3F
    return UUID(bytes=stamp.to_bytes(6) + (0x7000 | count).to_bytes(2) + bytes(random))


def derived_id(kind: str, *parts: object) -> UUID:
    """The key that every laptop gives to the same fact: `derived_id("mark", session, person)`."""
    path = "/".join([kind, *(unicodedata.normalize("NFC", str(part)).lower() for part in parts)])
    return uuid5(NAMESPACE, path)
