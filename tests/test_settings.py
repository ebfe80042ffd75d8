"""Settings that cannot be read, or mean nothing, are as if they were not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer_app import log, settings
from trainer_app.settings import Settings


@pytest.mark.parametrize("kept", ["", "{", "[]", "null", "\ufeff{}", '{"language": 5, "state": []}'])
def test_what_cannot_be_read_counts_as_none(tmp_path: Path, kept: str) -> None:
    (tmp_path / settings.FILE).write_text(kept, "utf-8")
    assert settings.load(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "xx"),
        ("content_language", "../fr"),
        ("print_language", "EN"),
        ("theme", "zzz"),
        ("text_size", -5),
        ("text_size", 10_000),
        ("text_size", True),
        ("row_height", "huge"),
        ("page_price", -50),
        ("page_price", 50.5),
    ],
)
def test_a_value_that_means_nothing_is_left_out_and_the_rest_stays(tmp_path: Path, name: str, value: object) -> None:
    (tmp_path / settings.FILE).write_text(json.dumps({"organiser": "COTRAF", name: value}), "utf-8")
    assert settings.load(tmp_path) == Settings(organiser="COTRAF")


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    chosen = Settings(
        language="rw", theme="dark", text_size=150, row_height="large", page_price=50, state={"splitter": "AAA="}
    )
    settings.save(tmp_path, chosen)
    assert settings.load(tmp_path) == chosen


def test_settings_and_log_that_cannot_be_kept_stop_nobody(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a letter")
    settings.save(tmp_path / "data", Settings(language="rw"))
    log.start(tmp_path / "data" / "log")
    log.event("opened")
    assert (tmp_path / "data").read_text() == "a letter"
