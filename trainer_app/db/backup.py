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
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from trainer_app import __version__
from trainer_app.db import failures, keys
from trainer_app.db.connect import SCHEMA_VERSION, connect
from trainer_app.db.database import FILE, Database
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

FOLDER = "backups"
KEPT = 10
MANIFEST = "manifest.json"
COUNTED = ("person", '"group"', "training", "mark", "change")
MOST_BYTES = 20_000_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a check of a data file came to: no `problems` means sound."""

    problems: tuple[str, ...]
    counts: dict[str, int]


def rotate(database: Database) -> Path:
    """A backup beside the data, named after the moment; the oldest beyond the last ten are removed."""
    folder = database.folder / FOLDER
    folder.mkdir(exist_ok=True)
    made = write(database, folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.zip")
    for old in sorted(folder.glob("*.zip"))[:-KEPT]:
        old.unlink()
    return made


def latest(folder: Path) -> Path | None:
    return max((folder / FOLDER).glob("*.zip"), default=None)


def write(database: Database, target: Path) -> Path:
    """Copy, open, check and count; then zip, and only then take the name. Raises TrainerError."""
    with failures.told(target.parent):
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as work:
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
    """Put the backup into `folder`, which must hold no data. All of it, or nothing. Raises TrainerError."""
    if (folder / FILE).exists() or (folder / keys.FILE).exists():
        raise TrainerError(_("This folder already holds data. Choose an empty one."), "not_empty")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as work:
        _unzip(file, Path(work))
        for name in (FILE, keys.FILE):
            shutil.move(Path(work) / name, folder / name)
    keys.sync_folder(folder)


def examine(file: Path, key: bytes) -> Found:
    """Every page against its checksum, every reference, and how much there is."""
    connection = connect(file, key)
    try:
        return _examined(connection)
    except driver.DatabaseError as error:
        return Found((str(error),), {})
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
            if sum(member.file_size for member in pack.infolist()) > MOST_BYTES:
                raise ValueError("too large")
            manifest = json.loads(pack.read(MANIFEST))
            for name in (FILE, keys.FILE):
                with pack.open(name) as source, (folder / name).open("wb") as target:
                    shutil.copyfileobj(source, target)
                    target.flush()
                    os.fsync(target.fileno())
        if hashlib.sha256((folder / FILE).read_bytes()).hexdigest() != manifest["sha256"]:
            raise ValueError("checksum")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise TrainerError(
            _("This backup is damaged and was not restored: {file}").format(file=file.name), "bad_backup"
        ) from error
    if manifest["schema"] > SCHEMA_VERSION:
        raise TrainerError(
            _("This backup was made by a newer version of the program. Update the program."), "newer_schema"
        )
