"""The lock: what is installed is what was meant, from where it is published."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
REQUIREMENTS = (PROJECT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
UV_LOCK = (PROJECT / "uv.lock").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

PINNED = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", REQUIREMENTS, re.MULTILINE))


def name_of(requirement: str) -> str:
    return re.split(r"[<>=!~ ;\[]", requirement)[0].lower().replace(".", "-").replace("_", "-")


def test_everything_the_project_asks_for_is_pinned() -> None:
    asked = PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["dev"]
    asked += PYPROJECT["build-system"]["requires"]
    assert {name_of(requirement) for requirement in asked} <= PINNED.keys()


def test_both_locks_name_the_same_versions() -> None:
    locked = {package["name"]: package.get("version") for package in tomllib.loads(UV_LOCK)["package"]}
    assert {name: locked.get(name) for name in PINNED} == PINNED


def test_each_pinned_library_has_hashes() -> None:
    entries = re.split(r"^(?=[a-z0-9-]+==)", REQUIREMENTS, flags=re.MULTILINE)[1:]
    assert len(entries) == len(PINNED)
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_libraries_come_from_where_they_are_published() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", UV_LOCK + REQUIREMENTS))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}
    assert "file://" not in UV_LOCK + REQUIREMENTS
