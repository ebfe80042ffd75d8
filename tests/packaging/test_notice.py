"""What we ship of others is named, with the terms it was given under."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
NOTICE = re.sub(r"[-_.]", "-", (PROJECT / "NOTICE").read_text(encoding="utf-8").lower())
PACKAGES = {package["name"]: package for package in tomllib.loads((PROJECT / "uv.lock").read_text())["package"]}
NEEDED_ON_WINDOWS_ONLY = {"colorama"}


def shipped(name: str, seen: set[str]) -> Iterator[str]:
    """A library, and all that it needs in turn."""
    if name in seen | NEEDED_ON_WINDOWS_ONLY:
        return
    seen.add(name)
    yield name
    for needed in PACKAGES[name].get("dependencies", ()):
        yield from shipped(needed["name"], seen)


def test_each_library_the_program_runs_on_is_named() -> None:
    names = set(shipped("trainer-app", set())) - {"trainer-app"}
    assert sorted(name for name in names if name not in NOTICE) == []


def test_each_folder_with_work_of_others_is_named_and_has_its_licences() -> None:
    folders = [file.parent for file in PROJECT.glob("resources/*/LICENCES")]
    assert [folder.name for folder in folders if f"resources/{folder.name}" not in NOTICE] == []
    assert [folder.name for folder in folders if not any((folder / "LICENCES").iterdir())] == []


def test_the_texts_of_the_modules_say_how_they_may_be_used() -> None:
    licence = (PROJECT / "resources" / "curriculum" / "LICENCE").read_text(encoding="utf-8")
    packs = [file.read_text(encoding="utf-8") for file in PROJECT.glob("resources/curriculum/*/pack.yaml")]
    assert "CC BY 4.0" in licence
    assert packs
    assert all("\nlicence: CC-BY-4.0\n" in pack for pack in packs)
