"""Commands run as a script runs them: with --json, on a data folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trainer_app.cli import main

Tell = Callable[..., dict[str, Any]]


def telling(folder: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Runs a command and hands back what it printed; `code` is what it must end with, `on` another folder."""

    def run(*words: object, code: int = 0, on: Path = folder) -> dict[str, Any]:
        ended = main(["--data", str(on), "--json", *map(str, words)])
        printed = capsys.readouterr()
        assert ended == code, printed.err
        told: dict[str, Any] = json.loads(printed.out) if printed.out else {}
        return told

    return run
