"""The wheel: whoever installs it gets the whole program, and can print from it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import polib
import pytest
import yaml
from pypdf import PdfReader

PROJECT = Path(__file__).resolve().parents[2]
PACK = PROJECT / "resources" / "curriculum" / "cooperative_governance"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def done(*command: str | Path, folder: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TRAINER_APP_")}
    answer = subprocess.run(
        command, cwd=folder, env=environment, text=True, capture_output=True, check=False, encoding="utf-8"
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    done(sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", folder, PROJECT)
    (file,) = folder.glob("trainer_app-*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment of its own, which borrows our libraries but not our source."""
    venv = tmp_path_factory.mktemp("installed")
    done(sys.executable, "-m", "venv", "--without-pip", venv)
    python = venv / SCRIPTS / "python"
    done(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
    )
    site = Path(done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return venv / SCRIPTS


def handout_title(language: str) -> str:
    pack = yaml.safe_load((PACK / "pack.yaml").read_text(encoding="utf-8"))
    key = pack["units"][0]["handout"]["title"]["id"]
    (entry,) = (entry for entry in polib.pofile(str(PACK / f"{language}.po")) if entry.msgctxt == key)
    return str(entry.msgstr)


def words_of(file: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(file).pages))


def test_the_wheel_holds_what_the_program_ships_with(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    folders = {name.split("/")[2] for name in names if name.startswith("trainer_app/resources/")}
    parts = {
        "calendar",
        "consent",
        "curriculum",
        "fonts",
        "glossary",
        "help",
        "icons",
        "pictograms",
        "places",
        "sample",
    }
    assert folders == parts
    words = {name.split("/")[2] for name in names if name.endswith("LC_MESSAGES/trainer_app.mo")}
    assert words == {"fr", "rw"}


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.partition("-")[0] for top in tops} == {"trainer_app"}


def test_the_installed_program_is_not_the_source(installed: Path, tmp_path: Path) -> None:
    where = "from trainer_app import paths; print(paths.resources(), paths.locales())"
    assert str(PROJECT) not in done(installed / "python", "-c", where, folder=tmp_path)


def test_the_installed_program_prints_a_handout(installed: Path, tmp_path: Path) -> None:
    paper = tmp_path / "handout.pdf"
    order = ["print", "handout", paper, "--unit", "M1-1.1", "--lang", "rw"]
    done(installed / "trainer-app", "--data", tmp_path / "data", *order, folder=tmp_path)
    assert handout_title("rw") in words_of(paper)
