"""Reading a stranger's file in a process of its own, with limits on memory and time, so that only the child is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from time import monotonic
from typing import Any

import msgspec

from trainer_app.errors import TrainerError

NO_WINDOW = 0x0800_0000 if sys.platform == "win32" else 0


def start(module: str, door: str, *arguments: str) -> subprocess.Popen[bytes]:
    """`module` as a child that answers on its standard output.

    A frozen program has no `python -m`: it starts itself with `door` and the arguments.
    """
    return subprocess.Popen(
        [*_beginning(module, door), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=NO_WINDOW,
    )


def _beginning(module: str, door: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, door]
    return [sys.executable, "-P", "-m", module]


def environment() -> dict[str, str]:
    """The child finds the program wherever it was started from, and no passphrase."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRAINER_APP")}
    return kept | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}


def messages(
    module: str, door: str, arguments: tuple[str, ...], seconds: float, refusal: Callable[[str], TrainerError]
) -> Iterator[dict[str, Any]]:
    """What the child says, a JSON object a line, until it says that it is done.

    It is killed when late, or when nobody listens any more. `refusal` words why there was no end: "slow", "died", or
    the code that the child itself refused with.
    """
    decode = msgspec.json.Decoder(dict[str, Any]).decode
    with start(module, door, *arguments) as process, Watch(process, seconds) as watch:
        for line in process.stdout or ():
            if not line.endswith(b"\n"):
                break
            message = decode(line)
            if "refused" in message:
                raise refusal(message["refused"])
            if "done" in message:
                return
            yield message
    raise refusal("slow" if watch.has_bitten else "died")


class Watch:
    """Kills the child when its seconds are over, and when the reading ends for whatever reason."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self.has_bitten = False
        self._child = child
        self._started = monotonic()
        self._timer = self._set(seconds)

    def allow(self, seconds: float) -> None:
        """So long from the start on, and no longer what was said before."""
        self._timer.cancel()
        self._timer = self._set(seconds - (monotonic() - self._started))

    def _set(self, seconds: float) -> Timer:
        timer = Timer(max(0, seconds), self._bite)
        timer.daemon = True
        timer.start()
        return timer

    def _bite(self) -> None:
        self.has_bitten = True
        self._child.kill()

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *error: object) -> None:
        self._timer.cancel()
        self._child.kill()
