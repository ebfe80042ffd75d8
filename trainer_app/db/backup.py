"""Backups that were opened, checked and counted before they get their name.

A copy is made page by page through SQLCipher's own backup call: it stays encrypted under the same key, and rowids
stay, which the search index needs. One zip holds the encrypted file, the keyring and a manifest; nothing in it can
be read without the passphrase, unless the folder is open.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select

from trainer_app import __version__
from trainer_app.db import failures, keys
from trainer_app.db.connect import SCHEMA_VERSION, connect
from trainer_app.db.database import DRAFT, FILE, Database
from trainer_app.db.records import Change
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

FOLDER = "backups"
KEPT = 10
MANIFEST = "manifest.json"
COUNTED = ("person", '"group"', "training", "mark", "change")
MOST_BYTES = 2_000_000_000
UNFINISHED = ".backup-"
HALF_RESTORED = ".restore-"
STALE = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Found:
    """What a check of a data file came to: no `problems` means sound."""

    problems: tuple[str, ...]
    counts: dict[str, int]


def rotate(database: Database) -> Path:
    """A backup beside the data; the oldest beyond the last ten are removed.

    Its name begins with how many changes it holds: they never run backwards, whatever the laptop's clock does.
    """
    folder = database.folder / FOLDER
    with failures.told(folder):
        folder.mkdir(exist_ok=True)
    seal_again(database.folder)
    with database.reading() as s:
        changes = s.scalar(select(func.count()).select_from(Change)) or 0
    made = write(database, folder / f"{changes:08}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.zip")
    others = sorted(folder.glob("*.zip"))
    others.remove(made)
    for old in others[: 1 - KEPT]:
        old.unlink()
    return made


def latest(folder: Path) -> Path | None:
    return max((folder / FOLDER).glob("*.zip"), default=None)


def seal_again(folder: Path) -> None:
    """Put the keyring of today into the backups beside the data: what opened without a passphrase no longer does."""
    keyring = (folder / keys.FILE).read_bytes()
    with failures.told(folder):
        for file in (folder / FOLDER).glob("*.zip"):
            if _keyring_in(file) not in (keyring, None):
                _replace_keyring(file, keyring)


def _keyring_in(file: Path) -> bytes | None:
    """None of what is no backup."""
    try:
        with zipfile.ZipFile(file) as pack:
            return pack.read(keys.FILE)
    except (KeyError, ValueError, zipfile.BadZipFile):
        return None


def _replace_keyring(file: Path, keyring: bytes) -> None:
    draft = file.with_suffix(".new")
    with zipfile.ZipFile(file) as old, draft.open("wb") as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as pack:
            for name in (FILE, MANIFEST):
                pack.writestr(name, old.read(name))
            pack.writestr(keys.FILE, keyring)
        target.flush()
        os.fsync(target.fileno())
    os.replace(draft, file)


def write(database: Database, target: Path) -> Path:
    """Copy, open, check and count; then zip, and only then take the name. Raises TrainerError."""
    if target.is_dir():
        words = _("{folder} is a folder. Name the file that the backup becomes, like {folder}/backup.zip.")
        raise TrainerError(words.format(folder=target), "file_folder")
    with failures.told(target.parent):
        _sweep(target.parent, UNFINISHED, older_than=STALE)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=UNFINISHED) as work:
            copy = Path(work) / FILE
            _copy(database, copy)
            found = examine(copy, database.key)
            if found.problems:
                words = _("The backup was not kept: the copy did not pass its check.")
                raise TrainerError(words, "backup_failed")
            draft = Path(work) / "backup.zip"
            _zip(draft, copy, database.folder / keys.FILE, found.counts)
            os.replace(draft, target)
        keys.sync_folder(target.parent)
    return target


def restore(file: Path, folder: Path) -> None:
    """Put the backup into `folder`, which must hold no data. All of it, or nothing. Raises TrainerError.

    The data file waits under another name until its keys are there: the next start finishes what was cut short.
    """
    if not file.is_file():
        raise TrainerError(_("There is no file “{file}”.").format(file=file.name), "file_missing")
    with failures.told(folder):
        if (folder / FILE).exists() or (folder / keys.FILE).exists():
            raise TrainerError(_("This folder already holds data. Choose an empty one."), "not_empty")
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder, HALF_RESTORED, older_than=0)
        with tempfile.TemporaryDirectory(dir=folder, prefix=HALF_RESTORED) as work:
            _unzip(file, Path(work))
            os.replace(Path(work) / FILE, folder / DRAFT)
            os.replace(Path(work) / keys.FILE, folder / keys.FILE)
            os.replace(folder / DRAFT, folder / FILE)
        keys.sync_folder(folder)


def _sweep(folder: Path, prefix: str, older_than: float) -> None:
    """Remove what a killed backup or restore left behind so many seconds ago."""
    for left in folder.glob(f"{prefix}*"):
        if time.time() - left.stat().st_mtime >= older_than:
            shutil.rmtree(left, ignore_errors=True)


def examine(file: Path, key: bytes) -> Found:
    """Every page against its checksum, every reference, and how much there is."""
    connection = connect(file, key)
    try:
        return _examined(connection)
    except driver.DatabaseError as error:
        return Found((str(failures.of_driver(error, file.parent) or error),), {})
    finally:
        connection.close()


def _examined(connection: driver.Connection) -> Found:
    problems = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    problems += [str(row[0]) for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
    problems += [f"{row[0]} > {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
    counts = {name.strip('"'): connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}
    return Found(tuple(problems), counts)


def _copy(database: Database, target: Path) -> None:
    source, copy = connect(database.file, database.key), connect(target, database.key)
    try:
        source.backup(copy)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        source.close()
        copy.close()


def _zip(draft: Path, copy: Path, keyring: Path, counts: dict[str, int]) -> None:
    manifest: dict[str, Any] = {
        "program": __version__,
        "schema": SCHEMA_VERSION,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "counts": counts,
        "sha256": hashlib.sha256(copy.read_bytes()).hexdigest(),
    }
    with draft.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
            pack.write(copy, FILE)
            pack.write(keyring, keys.FILE)
            pack.writestr(MANIFEST, json.dumps(manifest, indent=1))
        file.flush()
        os.fsync(file.fileno())


def _unzip(file: Path, folder: Path) -> None:
    """The three members by name, never `extractall`: a zip from elsewhere could name any path."""
    try:
        with zipfile.ZipFile(file) as pack:
            manifest = _manifest(pack)
            for name in (FILE, keys.FILE):
                with pack.open(name) as source:
                    _write(source, folder / name)
        if hashlib.sha256((folder / FILE).read_bytes()).hexdigest() != manifest["sha256"]:
            raise ValueError("checksum")
        newer = int(manifest["schema"]) > SCHEMA_VERSION
    except (ValueError, TypeError, KeyError, EOFError, NotImplementedError, zlib.error, zipfile.BadZipFile) as error:
        raise TrainerError(
            _("This backup is damaged and was not restored: {file}").format(file=file.name), "bad_backup"
        ) from error
    if newer:
        raise TrainerError(
            _("This backup was made by a newer version of the program. Update the program."), "newer_schema"
        )


def _manifest(pack: zipfile.ZipFile) -> dict[str, Any]:
    if sum(member.file_size for member in pack.infolist()) > MOST_BYTES:
        raise ValueError("too large")
    manifest = json.loads(pack.read(MANIFEST))
    if not isinstance(manifest, dict):
        raise TypeError("manifest")
    return manifest


def _write(source: IO[bytes], target: Path) -> None:
    with target.open("wb") as file:
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())
