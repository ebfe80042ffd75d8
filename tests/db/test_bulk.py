"""Many rows at once leave the same rows and the same journal as one after the other."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from uuid import UUID

import pytest
from sqlalchemy import event, select

from trainer_app.db import bulk, journal, verify
from trainer_app.db.database import Database
from trainer_app.db.records import ChangeRow, Kept, Membership, Module, Person
from trainer_app.domain.ids import new_id
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.i18n import label
from trainer_app.services import people


def told_of(db: Database, kind: type[Kept], key: UUID) -> dict[str, object]:
    with db.reading() as s:
        row = s.scalars(select(ChangeRow).where(ChangeRow.row_key == key)).one()
        kept = s.get_one(kind, key)
        columns = {column.key: getattr(kept, column.key) for column in kind.__table__.columns}
    assert row.before is None
    return {"after": (row.after or {}) | {"id": ""}, "row": columns | {"id": ""}}


PERSON = {"code": "X", "name": "NYIRANEZA Théo", "sex": Sex.FEMALE, "birth_date": date(1990, 5, 12), "note": '"a", b'}
MODULE = {"code": "M9", "folder": "m9", "source": "en", "licence": "", "position": 9, "requires": ["M1"]}


@pytest.mark.parametrize(("kind", "told"), [(Person, PERSON), (Module, MODULE)])
def test_the_fast_way_and_the_slow_way_write_the_same(db: Database, kind: type[Kept], told: dict[str, object]) -> None:
    slow, fast = new_id(), new_id()
    with db.changing(label("Slowly")) as s:
        s.add(kind(id=slow, **told))
    with db.changing(label("Fast")) as s:
        bulk.add_all(s, kind, [{"id": fast} | told])
    assert told_of(db, kind, slow) == told_of(db, kind, fast)
    with db.reading() as s:
        assert verify.journal(s) == []


def test_the_digest_of_a_row_covers_its_canonical_words() -> None:
    """Written out: files that were made before must be found whole for ever."""
    key, after = new_id(), {"name": "Théo", "gone": False, "year": None}
    words = f'["person","{key.hex}",null,{{"gone":false,"name":"Théo","year":null}},null]'
    assert journal.digest_of("person", key, None, after, None) == sha256(words.encode()).digest()


def test_rows_that_do_not_tell_the_same_columns_are_refused(db: Database) -> None:
    other = {"id": new_id(), "code": "X"}
    with pytest.raises(ValueError, match="same columns"), db.changing(label("Mixed")) as s:
        bulk.add_all(s, Person, [{"id": new_id()} | PERSON, other])
    with pytest.raises(ValueError, match="same columns"), db.changing(label("Misspelt")) as s:
        bulk.add_all(s, Person, [{"id": new_id(), "surname": "UWIMANA"} | PERSON])


def test_many_rows_are_found_undone_and_done_again(db: Database) -> None:
    forms = [PersonForm(f"UWIMANA Théo {number}", national_id="1199070012345678") for number in range(700)]
    with db.changing(label("Many")) as s:
        keys = people.add_all(s, forms)
    with db.reading() as s:
        assert len(people.people(s, "theo")) == 700
        assert s.get_one(Person, keys[5]).given == "Théo 5"
    db.undo()
    with db.reading() as s:
        assert people.people(s) == ()
    db.redo()
    with db.reading() as s:
        assert len(people.people(s, "theo")) == 700


def test_rows_that_ship_are_not_journalled(db: Database) -> None:
    with db.loading() as s:
        bulk.add_all(s, Person, [{"id": new_id()} | PERSON])
    assert db.next_undo() is None


def test_nothing_at_all_is_no_statement(db: Database) -> None:
    with db.changing(label("Nothing")) as s:
        bulk.add_all(s, Membership, iter(()))
    assert db.next_undo() is None


def test_undoing_a_long_import_asks_for_its_rows_together(db: Database) -> None:
    with db.changing(label("Import")) as s:
        people.add_all(s, (PersonForm(f"UWIMANA Marie {number}") for number in range(300)))
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda c, cursor, told, *rest: asked.append(told))
    db.undo()
    with db.reading() as s:
        assert people.people(s) == ()
    assert sum(statement.startswith("SELECT person.") for statement in asked) < 10
