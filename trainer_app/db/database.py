"""One data folder: open it, read from it, change it, undo."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event, select
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from trainer_app import log
from trainer_app.db import failures, high_water, journal, keys, lock, undo
from trainer_app.db.connect import APPLICATION_ID, SCHEMA_VERSION, connect
from trainer_app.db.high_water import HighWater
from trainer_app.db.records import Device, User, UserRole
from trainer_app.db.undo import Gesture
from trainer_app.domain.ids import new_id
from trainer_app.errors import TrainerError
from trainer_app.i18n import Label, _, ngettext

FILE = "training.db"
DRAFT = f"{FILE}.new"


class Database:
    """Reads are sessions that never write; a change is one transaction and one entry of the journal."""

    def __init__(self, folder: Path, key: bytes, file: str = FILE) -> None:
        self.folder = folder
        self.file = folder / file
        self.key = key
        self.engine = _engine(self.file, key)
        self._readers = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)
        event.listen(self._readers, "do_orm_execute", journal.hide_gone)
        self._writers = sessionmaker(self.engine.execution_options(writes=True), expire_on_commit=False)
        journal.follow(self._writers)
        self.on_change: Callable[[frozenset[str]], None] = lambda touched: None
        self._author: journal.Author | None = None

    @property
    def author(self) -> journal.Author:
        """The device and the user that changes are written under; made by `begin`."""
        if self._author is None:
            with self.reading() as s:
                device = s.scalars(select(Device).order_by(Device.id)).first()
                user = s.scalars(select(User).where(User.active).order_by(User.id)).first()
            if device is None:
                raise RuntimeError("the data folder has no device yet")
            self._author = journal.Author(device.id, user.id if user else None)
        return self._author

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self._readers() as session:
            yield session

    @contextmanager
    def changing(self, label: Label, *, undoable: bool = True) -> Iterator[Session]:
        """One transaction: all of it is kept, or none of it. Kept changes can be undone."""
        with self._writing() as session:
            yield session
            touched = journal.record(session, label, self.author, undoable=undoable)
        self.on_change(touched)

    @contextmanager
    def loading(self) -> Iterator[Session]:
        """A transaction that the journal does not follow: only for rows that ship with the program."""
        with self._writing() as session:
            session.info[journal.UNJOURNALLED] = True
            yield session

    def begin(self, letters: str, name: str, language: str) -> None:
        """Make this installation's device and its first user, an administrator."""
        device = Device(id=new_id(), letters=letters, name=name)
        user = User(id=new_id(), name=name, role=UserRole.ADMINISTRATOR, language=language)
        self._author = journal.Author(device.id, user.id)
        with self.changing(Label("Set up this laptop"), undoable=False) as s:
            s.add_all([device, user])

    def missing_changes(self) -> int:
        """How many changes were saved once and are no longer in the file."""
        with self.reading() as s:
            return high_water.missing(s, self.folder)

    def next_undo(self) -> Label | None:
        with self.reading() as s:
            found = undo.next_undo(s, self.author)
        return found.label if found else None

    def next_redo(self) -> Label | None:
        with self.reading() as s:
            found = undo.next_redo(s, self.author)
        return found.label if found else None

    def undo(self) -> Label:
        """Undo the latest gesture. Raises TrainerError when there is none, or when a later edit stands on it."""
        return self.undo_steps(1)[0]

    def redo(self) -> Label:
        return self.redo_steps(1)[0]

    def undo_steps(self, steps: int) -> list[Label]:
        """Undo so many gestures, the latest first: all of them, or none."""
        return self._turn(undo.next_undo, steps, forward=False)

    def redo_steps(self, steps: int) -> list[Label]:
        return self._turn(undo.next_redo, steps, forward=True)

    def undo_change(self, target: Gesture, *, keep_later_edits: bool = False) -> int:
        """Undo one change of the past; the number of its rows that were left because they were edited since."""
        with self._writing() as session:
            kept = undo.turn(session, target, forward=False, keep_later_edits=keep_later_edits)
            touched = journal.record(session, target.label, self.author, of=target.of(forward=False))
        self.on_change(touched)
        return kept

    def _turn(
        self, wanted: Callable[[Session, journal.Author], Gesture | None], steps: int, *, forward: bool
    ) -> list[Label]:
        labels: list[Label] = []
        touched: frozenset[str] = frozenset()
        with self._writing() as session:
            for _step in range(steps):
                target = wanted(session, self.author)
                if target is None:
                    raise _nothing_left(len(labels), forward)
                undo.turn(session, target, forward=forward)
                touched |= journal.record(session, target.label, self.author, of=target.of(forward))
                labels.append(target.label)
        self.on_change(touched)
        return labels

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._writers.begin() as session:
            yield session
        if latest := session.info.get(journal.LATEST):
            high_water.keep(self.folder, HighWater(*latest))

    def checkpoint(self) -> None:
        """Fold the log into the file, so that little is at stake when a laptop's disk is cut off.

        What was saved is safe in the log too: a full disk or a busy neighbour leaves it there for the next time.
        """
        try:
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        except TrainerError as refusal:
            log.event("log_kept", why=refusal.code)

    def protect(self, passphrase: str | None) -> None:
        """Set, change or take away the passphrase: the data key is wrapped anew, the data is not rewritten."""
        with failures.told(self.folder), lock.held(self.folder):
            keys.save(self.folder, keys.sealed(self.key, passphrase))

    @property
    def is_protected(self) -> bool:
        keyring = keys.load(self.folder)
        return keyring is not None and not keyring.is_open

    def close(self) -> None:
        self.engine.dispose()


def open_database(folder: Path, passphrase: str | None = None) -> Database:
    """The database of `folder`, made when the folder holds none. Raises TrainerError (code "passphrase")."""
    with failures.told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with lock.held(folder):
            database = Database(folder, _key(folder, passphrase))
            _ready(database)
    return database


def _ready(database: Database) -> None:
    try:
        _bring_up_to_date(database)
    except BaseException:
        database.close()
        raise


def _key(folder: Path, passphrase: str | None) -> bytes:
    """The key of the data file, which is there afterwards. Keys and file are never taken for new apart."""
    (folder / keys.DRAFT).unlink(missing_ok=True)  # it may hold the key in the open
    keyring, file, draft = keys.load(folder), folder / FILE, folder / DRAFT
    if keyring is None and (file.exists() or _log_of(file).exists()):
        raise TrainerError(_("The file keys.json is missing: without it the data cannot be opened."), "keys_missing")
    if keyring is None:
        return _make(folder, passphrase)
    if not file.exists() and draft.exists() and not _log_of(file).exists():
        os.replace(draft, file)  # whoever made it was stopped at the last step
    if not file.exists():
        raise TrainerError(_("The data file is missing. Restore a backup."), "missing_file")
    return keys.unsealed(keyring, passphrase)


def _make(folder: Path, passphrase: str | None) -> bytes:
    """A new data file, built aside: it gets its name when it is whole and its key is kept."""
    key = keys.new_key()
    keyring = keys.sealed(key, passphrase)
    for leftover in folder.glob(f"{DRAFT}*"):
        leftover.unlink()
    database = Database(folder, key, DRAFT)
    _ready(database)
    database.checkpoint()
    database.close()
    keys.save(folder, keyring)
    os.replace(folder / DRAFT, folder / FILE)
    keys.sync_folder(folder)
    return key


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _bring_up_to_date(database: Database) -> None:
    with database.engine.connect() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if not version and database.file.name == FILE:
        raise TrainerError(_("This data file was not made by this program."), "foreign_file")
    if version and application != APPLICATION_ID:
        raise TrainerError(_("This data file was not made by this program."), "foreign_file")
    if version > SCHEMA_VERSION:
        raise TrainerError(
            _("This data folder was made by a newer version of the program. Update the program."),
            "newer_schema",
        )
    if version < SCHEMA_VERSION:
        from trainer_app.db.migrations.upgrade import upgrade  # Alembic takes half a second to import

        upgrade(database.engine)


def _nothing_left(found: int, forward: bool) -> TrainerError:
    """Fewer gestures than were asked for can be turned: none of them was."""
    if found:
        words = ngettext("Only {count} step can be undone.", "Only {count} steps can be undone.", found)
        again = ngettext("Only {count} step can be done again.", "Only {count} steps can be done again.", found)
        return TrainerError((again if forward else words).format(count=found), "too_many_steps")
    words = _("There is nothing to redo.") if forward else _("There is nothing to undo.")
    return TrainerError(words, "nothing_to_redo" if forward else "nothing_to_undo")


def _engine(file: Path, key: bytes) -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: connect(file, key),
        module=driver,
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _tell(context, file.parent))
    return engine


def _begin(connection: sa.Connection) -> None:
    """Writers take the one write lock at once, so that a change never fails half way for want of it."""
    writes: Any = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _tell(context: sa.ExceptionContext, folder: Path) -> TrainerError | None:
    """A sentence for what the user can mend; anything else is a bug and stays one.

    After a failed write the connection is given up: what the system still holds of it is not to be trusted.
    """
    refusal = failures.of_driver(context.original_exception, folder)
    if refusal is not None and refusal.code == "disk_error":
        context.is_disconnect = True
    return refusal
