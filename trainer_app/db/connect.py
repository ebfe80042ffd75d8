"""The one place where a database file is opened.

SQLCipher opened without a key writes a plaintext file in silence, so nothing else in the program may connect.
Encryption is on for everyone: page checksums are also what finds damage. The figures behind the pragmas: with
`synchronous=NORMAL` 719 of 1,000 simulated power cuts lost acknowledged work, with FULL none; SQLite before
3.51.3 can corrupt a file when its log is reset. A page that is read again is decrypted again, unless it is kept:
with 16 MB of them instead of 2, the index tells who bears a name among 100,000 in a third of the time.
"""

from __future__ import annotations

from pathlib import Path

import sqlcipher3.dbapi2 as driver

from trainer_app.db import failures
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

OLDEST_SQLITE = (3, 51, 3)
APPLICATION_ID = 0x54524E52  # "TRNR"
SCHEMA_VERSION = 4  # the number of migrations; kept in user_version, so that a start need not import Alembic
PAGE = 4096  # bytes
PLAINTEXT = b"SQLite format 3\x00"
PRAGMAS = (
    "foreign_keys=ON",
    "synchronous=FULL",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "cache_size=-16000",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "busy_timeout=5000",
    "wal_autocheckpoint=200",
)


def connect(file: Path, key: bytes) -> driver.Connection:
    """A connection to the encrypted `file`, which is made when it does not exist.

    Raises TrainerError when the file is not ours, is damaged, or the key is not its key, and when the disk is full
    or the folder is protected: SQLite writes beside the file even to read it.
    """
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is older than {OLDEST_SQLITE}")
    refuse_plaintext(file)
    with failures.told(file.parent):
        connection = driver.connect(str(file), isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: driver.Connection, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this build of SQLite cannot encrypt")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("PRAGMA journal_mode=WAL").fetchone()
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def refuse_plaintext(file: Path) -> None:
    """Nothing that can be read without a key is ever taken for our file, and an empty file is not a new one."""
    if not file.exists():
        return
    with file.open("rb") as start:
        head = start.read(len(PLAINTEXT))
    if head == PLAINTEXT:
        raise TrainerError(_("This data file is not protected, so it was not made by this program."), "plaintext")
    if not head:
        raise TrainerError(_("The data file is empty. Restore a backup."), "empty_file")
    if file.stat().st_size < PAGE:
        raise TrainerError(_(failures.DAMAGED), "unreadable")  # SQLite would begin a new file in it
