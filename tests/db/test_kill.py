"""Kill -9 while marks are saved: nothing that was acknowledged is lost, and no half gesture is left."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.builders import FIRST_DAY, a_training
from trainer_app.db import backup, verify
from trainer_app.db.database import Database, open_database
from trainer_app.db.records import Mark

ROUNDS = 50
CHILD = Path(__file__).with_name("marking_until_killed.py")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork and no SIGKILL")
def test_fifty_kills_lose_nothing_that_was_acknowledged(db: Database) -> None:
    training = a_training(db, people=12)
    db.close()
    given = {
        "folder": str(db.folder),
        "session": training.sessions[0].hex,
        "people": [person.hex for person in training.people],
        "day": FIRST_DAY.isoformat(),
        "rounds": ROUNDS,
    }
    run = subprocess.run(
        [sys.executable, str(CHILD), json.dumps(given)], capture_output=True, text=True, check=True, timeout=400
    )
    said = json.loads(run.stdout)
    assert len(said) > ROUNDS / 2  # they did mark before they were killed

    again = open_database(db.folder)
    with again.reading() as s:
        kept = {row.person_id.hex: row for row in s.scalars(select(Mark))}
        assert verify.journal(s) == []
    again.close()
    assert backup.examine(db.file, db.key).problems == ()
    for told in {told["person"]: told for told in said}.values():
        row = kept[told["person"]]
        # A later gesture of the same person may have been committed without its word getting out.
        assert as_number(row.note) >= as_number(told["note"])
        if row.note == told["note"]:
            assert row.status == told["status"]


def as_number(note: str) -> tuple[int, ...]:
    return tuple(int(part) for part in note.split("."))
