"""One master data folder, made once and copied for each test; no modal window may open unseen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import sample


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with places and modules and nothing else, checkpointed and closed."""
    folder = tmp_path_factory.mktemp("master")
    database = open_folder(folder)
    database.checkpoint()
    database.close()
    return folder


@pytest.fixture(scope="session")
def sample_master(master: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the sample programme in it."""
    folder = Path(shutil.copytree(master, tmp_path_factory.mktemp("sample") / "data"))
    database = open_folder(folder)
    with database.changing(label("Fill with the sample programme")) as s:
        sample.fill(s, date.today())
    database.checkpoint()
    database.close()
    return folder


@pytest.fixture
def folder(master: Path, tmp_path: Path) -> Path:
    """A fresh copy of the master data folder."""
    return Path(shutil.copytree(master, tmp_path / "data"))


@pytest.fixture
def db(folder: Path) -> Iterator[Database]:
    database = open_folder(folder)
    yield database
    database.close()


@pytest.fixture
def sample_db(sample_master: Path, tmp_path: Path) -> Iterator[Database]:
    """A database with the sample programme, in which something may be done to it."""
    database = open_folder(Path(shutil.copytree(sample_master, tmp_path / "sample")))
    yield database
    database.close()


@pytest.fixture
def work(db: Database, qapp: object) -> Iterator[object]:
    from trainer_app.ui.work import Work

    door = Work(db)
    yield door
    door.stop()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins and ends with the screen in English."""
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture(autouse=True)
def no_modal_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test did not answer would wait for ever: it fails the test instead."""
    try:
        from PySide6.QtWidgets import QDialog, QMenu
    except ImportError:
        return

    def refuse(window: object, *_arguments: object) -> None:
        raise AssertionError(f"{type(window).__name__} was opened and nobody answers it")

    monkeypatch.setattr(QDialog, "exec", refuse)
    monkeypatch.setattr(QMenu, "exec", refuse)
