"""Where things are: what ships with the program, and what it keeps for its user."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

DATA_VARIABLE = "TRAINER_APP_DATA"

_PACKAGE = Path(__file__).resolve().parent
_platform = PlatformDirs("trainer-app", appauthor=False)


def resources() -> Path:
    """Fonts, places, curriculum and whatever else ships with the program."""
    return _shipped("resources")


def locales() -> Path:
    """The catalogues with the words of the screen."""
    return _shipped("locales")


def data_folder(chosen: Path | None = None) -> Path:
    """Where the database is: the folder asked for, the one the environment names, or the platform's."""
    return chosen or _named_by_environment() or _platform.user_data_path


def log_folder(chosen: Path | None = None) -> Path:
    """Where the log is: beside the data when its folder was chosen, so that one folder holds all of it."""
    own = chosen or _named_by_environment()
    return own / "log" if own else _platform.user_log_path


def _named_by_environment() -> Path | None:
    name = os.environ.get(DATA_VARIABLE)
    return Path(name) if name else None


def _shipped(name: str) -> Path:
    """Inside the package when installed from a wheel, at the top of the source tree otherwise."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
