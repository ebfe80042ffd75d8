"""What journeys by command have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.telling import Tell, telling


@pytest.fixture
def tell(folder: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Commands on a data folder with places and modules and nothing else."""
    return telling(folder, capsys)
