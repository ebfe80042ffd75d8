"""Many rows at once leave the same rows and the same journal as one after the other."""

from __future__ import annotations

from sqlalchemy import event, select

from trainer_app.db import bulk, verify
from trainer_app.db.database import Database
from trainer_app.db.records import ChangeRow, Membership, Person
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.i18n import label
from trainer_app.services import people


def told_of(db: Database, person: Person) -> dict[str, object]:
    with db.reading() as s:
        row = s.scalars(select(ChangeRow).where(ChangeRow.row_key == person.id)).one()
        kept = s.get_one(Person, person.id)
        columns = {column.key: getattr(kept, column.key) for column in Person.__table__.columns}
    assert row.before is None
    return {"after": (row.after or {}) | {"id": "", "name": ""}, "row": columns | {"id": "", "name": ""}}


def test_the_fast_way_and_the_slow_way_write_the_same(db: Database) -> None:
    slow, fast = (Person(code="X", name=name, sex=Sex.FEMALE, birth_year=1990) for name in ("slow", "fast"))
    with db.changing(label("Slowly")) as s:
        s.add(slow)
    with db.changing(label("Fast")) as s:
        bulk.add_all(s, [fast])
    assert told_of(db, slow) == told_of(db, fast)
    with db.reading() as s:
        assert verify.journal(s) == []


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
        bulk.add_all(s, [Person(code="X", name="UWIMANA Marie")])
    assert db.next_undo() is None


def test_nothing_at_all_is_no_statement(db: Database) -> None:
    with db.changing(label("Nothing")) as s:
        bulk.add_all(s, iter(list[Membership]()))
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
