"""The project stands alone: nothing in it leads to a place that only one machine has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDERS = ("trainer_app", "resources", "locales", "packaging", "tests", ".ci")
WRITTEN = {".py", ".md", ".toml", ".lock", ".yaml", ".json", ".csv", ".po", ".pot", ".svg", ".txt", ".qss", ""}
OF_ONE_MACHINE = re.compile(
    r"(?<![\w./])/(?:work|home|root|farm|mnt|Users)/\w+|(?:\.\./)+shared\b|\bfarm-\w+|file:///\w"
)


def files() -> Iterator[Path]:
    yield from (file for file in PROJECT.iterdir() if file.is_file())
    for folder in FOLDERS:
        yield from (file for file in (PROJECT / folder).rglob("*") if file.is_file())


def test_no_file_leads_to_a_place_of_one_machine() -> None:
    texts = {file: file.read_text("utf-8", "replace") for file in files() if file.suffix in WRITTEN}
    assert len(texts) > 300
    found = {file.relative_to(PROJECT).as_posix(): OF_ONE_MACHINE.findall(text) for file, text in texts.items()}
    assert {name: places for name, places in found.items() if places} == {}
