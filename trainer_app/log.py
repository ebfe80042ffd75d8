"""The log file: what happened and where, never whose. Five files of one megabyte, the oldest goes first.

Names, phones and typed words are not logged: an error is written as its type and the places it passed through,
without its message, because messages carry values.
"""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "trainer_app"
FILE = "trainer-app.log"

logger = logging.getLogger(NAME)


def start(folder: Path) -> Path:
    """Begin to log in `folder`; the file that an error report will name."""
    file = folder / FILE
    logger.addHandler(_handler(file))
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return file


def _handler(file: Path) -> logging.Handler:
    """Of the log file; where none can be written the program does without."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.open("a").close()
    except OSError:
        return logging.NullHandler()
    handler = _Quiet(file, maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler


class _Quiet(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """A line that the disk did not take is lost, and nothing else is."""


def event(code: str, **counts: int | float | str) -> None:
    """Something that happened, by its code: `event("import", rows=300)`. Never a name."""
    logger.info("%s %s", code, " ".join(f"{name}={value}" for name, value in counts.items()))


def bug(error: BaseException) -> str:
    """Write a bug down without its values; the same words are what a report shows."""
    told = without_values(error)
    logger.error("bug %s", told)
    return told


def without_values(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__}\n{places}"
