"""Writing a document to disk: all of it, or nothing."""

from __future__ import annotations

import errno
import os
import re
import shutil
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

Tick = Callable[[float], None]
"""Told now and then how much is done, between 0 and 1; raises Cancelled once the user asks to stop."""

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
GONE = {errno.ENOENT, errno.ENOTDIR}
LOCKED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EISDIR}
STALE = 3600  # seconds after which a draft can only be what a killed program left behind
LONGEST_NAME = 120
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)", re.IGNORECASE)


class Cancelled(Exception):
    """Raised by a tick once the user asks to stop."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a document came to."""

    path: Path
    rows: int
    pages: int = 0  # 0 for a sheet, which has none until it is printed


def no_tick(share: float) -> None:
    """For a caller who shows no progress and cannot stop."""


def parts_of(tick: Tick, sizes: Sequence[int]) -> list[Tick]:
    """A tick for each part of a work, that says how much of the whole is done."""
    total, before = max(1, sum(sizes)), 0
    ticks: list[Tick] = []
    for size in sizes:
        ticks.append(partial(_part_done, tick, before / total, size / total))
        before += size
    return ticks


def _part_done(tick: Tick, before: float, size: float, share: float) -> None:
    tick(before + size * share)


@contextmanager
def replacing(path: Path, mode: str = "wb", **options: Any) -> Iterator[IO[Any]]:  # noqa: ANN401
    """Write beside `path` and swap at the end, so that a failure or a power cut never leaves half a file."""
    _sweep(path.parent, _draft_stem(path))
    draft = path.with_name(f"{_draft_stem(path)}{os.getpid()}.part")
    try:
        with draft.open(mode, **options) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
        _sync_folder(path.parent)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


@contextmanager
def saving(path: Path, t: Catalog) -> Iterator[IO[bytes]]:
    """`replacing`, with what the disk refuses told in the language of the document."""
    try:
        with replacing(path) as file:
            yield file
    except OSError as problem:
        if problem.errno in GONE and path.parent.is_dir():
            raise  # a font or a picture that should have shipped: a bug, and nothing the user can mend
        raise TrainerError(_refusal(problem, path, t), code="not_written") from problem


@contextmanager
def filling(folder: Path, t: Catalog) -> Iterator[Path]:
    """A folder to write many files into; they are in `folder` once all are there, and none of them before.

    What was in the folder stays, but for files of the same names.
    """
    inside = folder if folder.is_dir() else folder.parent  # of a folder on a stick, only the inside can be written
    _sweep(inside, _draft_stem(folder))
    draft = inside / f"{_draft_stem(folder)}{os.getpid()}.part"
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        yield draft
        folder.mkdir(exist_ok=True)
        for file in sorted(draft.iterdir()):
            os.replace(file, folder / file.name)
        _sync_folder(folder)
    except OSError as problem:
        if problem.errno in GONE and folder.parent.is_dir():
            raise
        raise TrainerError(_refusal(problem, folder, t), code="not_written") from problem
    finally:
        shutil.rmtree(draft, ignore_errors=True)


class Names:
    """File names for one folder, no two of them the same on any system."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, title: str, suffix: str) -> str:
        name, again = safe_name(title, suffix), 1
        while name.casefold() in self._taken:
            again += 1
            name = safe_name(f"{safe_name(title)[: LONGEST_NAME - 6]} {again}", suffix)
        self._taken.add(name.casefold())
        return name


def _refusal(problem: OSError, path: Path, t: Catalog) -> str:
    if problem.errno in FULL:
        return t.gettext(
            "There is no room left on the disk for {file}. Free some space or choose another place."
        ).format(file=path.name)
    if problem.errno in GONE:
        return t.gettext("The folder {folder} is not there. Choose another place.").format(folder=path.parent)
    if problem.errno in LOCKED:
        return t.gettext(
            "{file} cannot be written: it is open in another program, or its folder is protected. "
            "Close it or choose another name."
        ).format(file=path.name)
    return t.gettext("{file} could not be written ({reason}).").format(
        file=path.name, reason=problem.strerror or problem
    )


def _draft_stem(path: Path) -> str:
    return f".{path.name[:60]}."


def _sweep(folder: Path, stem: str) -> None:
    """Remove the drafts that a killed program left behind: they hold people's names."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(stem) and entry.name.endswith(".part"):
                _remove_if_stale(entry)


def _remove_if_stale(entry: os.DirEntry[str]) -> None:
    if time.time() - entry.stat().st_mtime > STALE:
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut; Windows has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders refuse it
            os.fsync(handle)
    finally:
        os.close(handle)


def safe_name(title: str, suffix: str = "") -> str:
    """A file name for `title` that every system takes, and that stays inside the folder it is put in."""
    words = "".join(character if _is_plain(character) else " " for character in _composed(title))
    name = re.sub(r'[<>:"/\\|?*%\s]+', " ", words)
    name = _cut(name.strip(" .-"), LONGEST_NAME).strip(" .-") or "document"
    return ("_" if RESERVED.match(name) else "") + name + suffix


def _composed(title: str) -> str:
    return unicodedata.normalize("NFC", title)


def _is_plain(character: str) -> bool:
    return unicodedata.category(character)[0] != "C"


def _cut(name: str, longest: int) -> str:
    """At most `longest` bytes as disks count them."""
    return name.encode()[:longest].decode(errors="ignore")
