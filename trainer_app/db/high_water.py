"""How far the journal had come, kept beside the data file.

SQLite forgets in silence what stood in a log that was deleted, damaged, or left behind when the data file was
copied. This mark is the only thing that remembers. It may lag behind, after a kill; it is never ahead. It is
not flushed to the disk by force: after a power cut an old or unreadable mark only means that less is compared.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from trainer_app.db.records import Change
from trainer_app.i18n import ngettext

FILE = "journal.mark"


@dataclass(frozen=True, slots=True)
class HighWater:
    """The latest change of this installation: which, and its hash."""

    device_id: UUID
    number: int
    hash: bytes


def keep(folder: Path, latest: HighWater) -> None:
    """What cannot be written is left: the change itself is saved."""
    told = {"device": latest.device_id.hex, "number": latest.number, "hash": latest.hash.hex()}
    draft = folder / f"{FILE}.{os.getpid()}"
    with suppress(OSError):
        draft.write_text(json.dumps(told), "utf-8")
        os.replace(draft, folder / FILE)


def kept(folder: Path) -> HighWater | None:
    try:
        told = json.loads((folder / FILE).read_text("utf-8"))
        return HighWater(UUID(told["device"]), int(told["number"]), bytes.fromhex(told["hash"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def missing(s: Session, folder: Path) -> int:
    """How many changes were saved once and are no longer there."""
    mark = kept(folder)
    if mark is None:
        return 0
    if s.scalar(select(Change.hash).where(_is(mark))) == mark.hash:
        return 0
    last = s.scalar(select(func.max(Change.number)).where(Change.device_id == mark.device_id)) or 0
    return max(mark.number - last, 1)


def words(count: int) -> str:
    return ngettext(
        "{count} change that was saved is missing from the data file. Look through your latest work, "
        "or restore a backup.",
        "{count} changes that were saved are missing from the data file. Look through your latest work, "
        "or restore a backup.",
        count,
    ).format(count=count)


def _is(mark: HighWater) -> ColumnElement[bool]:
    return and_(Change.device_id == mark.device_id, Change.number == mark.number)
