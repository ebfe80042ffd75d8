"""Whether the journal is whole: every hash, every digest, no gap in any device's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chained, digest_of
from trainer_app.db.records import Change, ChangeRow


def journal(s: Session) -> list[str]:
    """What is wrong with it, in words for a report; nothing when it is whole."""
    return list(_problems(s))


def _problems(s: Session) -> Iterator[str]:
    digests = _digests(s)
    changes = s.execute(select(*Change.__table__.columns).order_by(Change.device_id, Change.number)).mappings()
    for device, chain in groupby(changes, key=lambda change: change["device_id"]):
        previous, expected = b"", 1
        for change in chain:
            name = f"change {change['number']}"
            if change["number"] != expected:
                yield f"{name}: {expected} is missing"
            if change["previous_hash"] != previous:
                yield f"{name}: it does not follow the change before it"
            if change["hash"] != chained(dict(change), digests.get((device, change["number"]), [])):
                yield f"{name}: its contents were altered"
            previous, expected = change["hash"], change["number"] + 1
    yield from _altered_rows(s)


def _digests(s: Session) -> dict[tuple[object, int], list[bytes]]:
    rows = s.execute(
        select(ChangeRow.device_id, ChangeRow.number, ChangeRow.digest).order_by(
            ChangeRow.device_id, ChangeRow.number, ChangeRow.position
        )
    )
    found: dict[tuple[object, int], list[bytes]] = {}
    for device, number, digest in rows:
        found.setdefault((device, number), []).append(digest)
    return found


def _altered_rows(s: Session) -> Iterator[str]:
    """A payload that was erased by law has none of its three parts; any other must match its digest."""
    for row in s.execute(select(*ChangeRow.__table__.columns)).mappings():
        if row["after"] is None:
            continue
        told = digest_of(row["table_name"], row["row_key"], row["before"], row["after"], row["replaced"])
        if told != row["digest"]:
            yield f"change {row['number']}: row {row['position']} was altered"
