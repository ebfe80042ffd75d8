"""What a disk, a folder or a damaged file does to us, as a sentence the user can act on."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _

FULL = N_("The disk is full: nothing was saved. Free some space and try again.")
BUSY = N_("Another window is saving at this moment. Try again.")
READ_ONLY = N_("The data folder is read-only: nothing was saved.")
DISK = N_("The disk did not take what was written: nothing was saved.")
CLOSED = N_("The data folder cannot be opened: it is protected, or another program holds its files.")
DAMAGED = N_("The data file cannot be read: it is damaged, or it belongs to another key. Restore a backup.")
NO_FOLDER = N_("{folder} is a file. Choose a folder.")
UNUSABLE = N_("The folder {folder} cannot be used. Choose another one.")

SENTENCES = {
    "disk is full": (FULL, "disk_full"),
    "is locked": (BUSY, "busy"),
    "readonly": (READ_ONLY, "read_only"),
    "read-only": (READ_ONLY, "read_only"),
    "disk I/O": (DISK, "disk_error"),
    "unable to open": (CLOSED, "no_access"),
    "malformed": (DAMAGED, "unreadable"),
    "not a database": (DAMAGED, "unreadable"),
}
"""SQLite's words, wherever its result code does not come through."""
PERHAPS_FULL = ("disk_error", "no_access")
NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
LITTLE = 256 * 1024  # bytes; SQLite calls a disk without room for its helper files a disk that fails


def of_driver(error: BaseException, folder: Path) -> TrainerError | None:
    """The sentence for what the database library met; None for a bug of ours."""
    found = next((told for words, told in SENTENCES.items() if words in str(error)), None)
    if found is None:
        return None
    sentence, code = found
    if code in PERHAPS_FULL and _is_full(folder):
        sentence, code = FULL, "disk_full"
    return TrainerError(_(sentence), code)


def of_system(error: OSError, folder: Path) -> TrainerError:
    """The sentence for what the system said of a folder or a file in it."""
    if error.errno in NO_ROOM:
        return TrainerError(_(FULL), "disk_full")
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return TrainerError(_(NO_FOLDER).format(folder=folder), "not_a_folder")
    if error.errno == errno.EROFS:
        return TrainerError(_(READ_ONLY), "read_only")
    if isinstance(error, PermissionError):
        return TrainerError(_(CLOSED), "no_access")
    return TrainerError(_(UNUSABLE).format(folder=folder), "no_folder")


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Whatever the disk does in this block reaches the user as a sentence."""
    try:
        yield
    except driver.Error as error:
        refusal = of_driver(error, folder)
        if refusal is None:
            raise
        raise refusal from error
    except OSError as error:
        raise of_system(error, folder) from error


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < LITTLE
    except OSError:
        return False
