"""One program at a time makes a data folder ready. The system lets go of the lock when its holder dies."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "training.lock"
PAUSE = 0.05  # seconds between two tries, where the system cannot wait by itself


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Wait until nobody else is here, then keep others waiting."""
    with (folder / FILE).open("ab") as file:
        _take(file.fileno())
        try:
            yield
        finally:
            _give_back(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(PAUSE)
            else:
                return

    def _give_back(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _give_back(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
