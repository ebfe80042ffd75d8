"""What the pages at the top tell a stranger is true: commands, links, paths, pictures."""

from __future__ import annotations

import argparse
import re
import shlex
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer_app.cli import parser

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(PROJECT.glob("*.md"))
TRIED = [line for line in README.splitlines() if line.startswith("trainer-app --data")]
CELLS = [row.split(" | ")[0] for row in README.splitlines() if row.startswith("| `")]
TOP_FOLDERS = ("trainer_app", "resources", "locales", "packaging", "tests", ".ci")

WIDEST = 1280
LARGEST = 200_000


def commands_of(whole: argparse.ArgumentParser, before: str = "") -> Iterator[str]:
    """`add group` for a command that has parts, `info` for one that has none."""
    parts = [action for action in whole._actions if isinstance(action, argparse._SubParsersAction)]
    for part in parts:
        for name, inner in part.choices.items():
            yield from commands_of(inner, f"{before} {name}".strip())
    if not parts:
        yield before


def told_commands() -> Iterator[str]:
    """The first words of a row, `a|b` read as one of each; capitals and options are what one fills in."""
    for usage in re.findall(r"`([^`]+)`", " ".join(CELLS)):
        words = [word for word in usage.replace("\\|", "|").split() if re.fullmatch(r"[a-z|-]+", word)]
        first, *rest = [word for word in words if not word.startswith("-")]
        if first == "list":
            yield first
        else:
            yield from (" ".join([first, *choice]) for choice in choices(rest[:1]))


def choices(words: list[str]) -> list[list[str]]:
    return [[name] for name in words[0].split("|")] if words else [[]]


def test_the_readme_tells_every_command_and_no_other() -> None:
    assert sorted(set(told_commands())) == sorted(commands_of(parser()))


def test_a_first_try_is_told() -> None:
    assert len(TRIED) == 5


@pytest.mark.parametrize("line", TRIED)
def test_a_command_to_try_is_understood(line: str) -> None:
    assert parser().parse_args(shlex.split(line)[1:]).command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (PROJECT / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_path_that_is_named_exists(page: Path) -> None:
    quoted = re.findall(r"[`\s]([\w./-]+/[\w./-]*\w)[`\s:,]", page.read_text(encoding="utf-8"))
    ours = {path for path in quoted if path.split("/")[0] in TOP_FOLDERS}
    assert [path for path in sorted(ours) if not (PROJECT / path).exists()] == []


@pytest.mark.parametrize(
    "picture", sorted((PROJECT / "packaging" / "screenshots").iterdir()), ids=lambda file: file.name
)
def test_a_picture_is_shown_and_small(picture: Path) -> None:
    content = picture.read_bytes()
    width, _height = struct.unpack(">II", content[16:24])  # where PNG has them
    assert picture.relative_to(PROJECT).as_posix() in README
    assert content.startswith(b"\x89PNG")
    assert width <= WIDEST
    assert len(content) < LARGEST
