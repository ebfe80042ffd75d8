"""Papers that wait for a printer: asked for, done, taken away, and each of it undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from trainer_app.db.database import Database
from trainer_app.i18n import label
from trainer_app.services import print_queue

TODAY = date(2026, 3, 9)
ASKED = {"kind": "sign_in_sheet", "subject": None, "language": "rw", "others": [["fr", 3]]}


def asked_for(db: Database, title: str) -> UUID:
    with db.changing(label("Print later")) as s:
        return print_queue.add(s, title, ASKED, TODAY)


def titles(db: Database) -> list[str]:
    with db.reading() as s:
        found = print_queue.waiting(s)
        assert print_queue.count(s) == len(found)
    return [wish.title for wish in found]


def test_papers_wait_in_the_order_in_which_they_were_asked_for(db: Database) -> None:
    for title in ("=1+1", "O'Neil <b>", "A" * 80):
        asked_for(db, title)
    assert titles(db) == ["=1+1", "O'Neil <b>", "A" * 80]
    with db.reading() as s:
        assert print_queue.waiting(s)[0].asked == ASKED


CHANGES: dict[str, Callable[[Session, UUID], None]] = {
    "done": lambda s, key: print_queue.done(s, [key], TODAY),
    "remove": lambda s, key: print_queue.remove(s, [key]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_done_or_removed_leaves_the_list_and_comes_back_by_undo(
    db: Database, change: Callable[[Session, UUID], None]
) -> None:
    first = asked_for(db, "First")
    asked_for(db, "Second")
    with db.changing(label("Change")) as s:
        change(s, first)
    assert titles(db) == ["Second"]
    db.undo()
    assert titles(db) == ["First", "Second"]
    db.undo()
    assert titles(db) == ["First"]
