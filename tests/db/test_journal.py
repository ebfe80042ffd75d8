"""Undo and redo are the journal read backwards and forwards."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from tests.builders import FIRST_DAY, ATraining, a_group, a_person, a_training
from trainer_app.db import journal, undo
from trainer_app.db.database import Database, open_database
from trainer_app.db.records import Change, ChangeRow, Person, Place
from trainer_app.domain.attendance import Status
from trainer_app.domain.people import PersonForm
from trainer_app.domain.scores import Mark, Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, enrolments, groups, history, people, scores, trainings


def everything(db: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every living row of every table the journal follows, as it lies in the file: many are soon compared."""
    with db.reading() as s:
        ask = s.connection().exec_driver_sql
        return {table: ask(f'SELECT * FROM "{table}" WHERE NOT gone').all() for table in sorted(journal.kinds())}


def fail_half_way(db: Database) -> None:
    with db.changing(label("Half")) as s:
        people.add(s, PersonForm("HABIMANA Jean"))
        s.flush()
        raise RuntimeError


def test_a_change_is_kept_whole_or_not_at_all(db: Database) -> None:
    start = everything(db)
    with pytest.raises(RuntimeError):
        fail_half_way(db)
    assert everything(db) == start
    assert db.next_undo() is None


def test_a_change_that_fails_leaves_no_gap_in_the_numbers(db: Database) -> None:
    a_person(db)
    with pytest.raises(RuntimeError):
        fail_half_way(db)
    a_person(db, "MUTONI Aline")
    with db.reading() as s:
        numbers = s.scalars(select(Change.number).order_by(Change.number)).all()
    assert numbers == list(range(1, len(numbers) + 1))


def test_undo_is_kept_over_a_restart(db: Database) -> None:
    a_person(db)
    db.close()
    again = open_database(db.folder)
    assert again.next_undo() == label("Add a person")
    again.undo()
    assert again.next_undo() is None
    assert again.next_redo() == label("Add a person")
    again.close()


def test_a_new_gesture_ends_what_could_be_done_again(db: Database) -> None:
    a_person(db)
    db.undo()
    a_person(db, "MUTONI Aline")
    assert db.next_redo() is None
    with pytest.raises(TrainerError, match="nothing to redo"):
        db.redo()


def test_a_mark_is_one_row_and_a_correction_is_a_change_of_it(db: Database) -> None:
    training = a_training(db)
    session, person = training.sessions[0], training.people[0]
    for status in (Status.PRESENT, Status.LATE):
        with db.changing(label("Mark")) as s:
            attendance.mark(s, session, person, status, FIRST_DAY)
    with db.reading() as s:
        rows = s.scalars(select(ChangeRow).where(ChangeRow.table_name == "mark").order_by(ChangeRow.number)).all()
    assert [row.before for row in rows] == [None, {"status": "present"}]
    assert rows[1].after == {"status": "late"}
    assert rows[1].replaced == {"status": [rows[0].device_id.hex, rows[0].number]}


def test_the_journal_refuses_to_be_rewritten(db: Database) -> None:
    a_person(db)
    for statement in ("UPDATE change SET label = 'x'", "DELETE FROM change"):
        with db.engine.connect() as connection, pytest.raises(Exception, match="append-only"):
            connection.execute(text(statement))


def test_each_change_carries_the_hash_of_the_one_before_it(db: Database) -> None:
    a_training(db)
    with db.reading() as s:
        changes = s.scalars(select(Change).order_by(Change.number)).all()
        previous = b""
        for change in changes:
            rows = s.scalars(
                select(ChangeRow).where(ChangeRow.number == change.number).order_by(ChangeRow.position)
            ).all()
            assert [
                journal.digest_of(row.table_name, row.row_key, row.before, row.after, row.replaced) for row in rows
            ] == [row.digest for row in rows]
            columns = {column.key: getattr(change, column.key) for column in Change.__table__.columns}
            assert change.previous_hash == previous
            assert change.hash == journal.chained(columns, [row.digest for row in rows])
            previous = change.hash


def test_bulk_statements_are_refused_because_the_journal_would_not_see_them(db: Database) -> None:
    with pytest.raises(RuntimeError, match="bulk"), db.changing(label("Bulk")) as s:
        s.execute(update(Person).values(name="x"))


def test_shipped_rows_are_journalled_whole_when_first_edited(db: Database) -> None:
    with db.changing(label("Rename a place")) as s:
        s.scalars(select(Place).where(Place.code == "RW/40101")).one().name = "Base (new)"
    with db.reading() as s:
        row = s.scalars(select(ChangeRow).where(ChangeRow.table_name == "place")).one()
    assert row.after is not None
    assert row.after["code"] == "RW/40101"
    db.undo()
    with db.reading() as s:
        assert s.scalars(select(Place).where(Place.code == "RW/40101")).one().name == "Base"


def test_undoing_an_import_days_later_is_refused_where_work_stands_on_it(db: Database) -> None:
    with db.changing(label(history.IMPORT, count=2, file="list.xlsx")) as s:
        first = people.add(s, PersonForm("UWIMANA Marie"), code="X-1")
        people.add(s, PersonForm("HABIMANA Jean"), code="X-2")
    group = a_group(db)
    with db.changing(label("Add a member")) as s:
        groups.add_member(s, group, first)
    with db.reading() as s:
        (past,) = history.imports(s, datetime.now(UTC) + timedelta(days=20))
    with pytest.raises(undo.LaterEdit) as refusal:
        db.undo_change(past.gesture)
    assert (refusal.value.kept, refusal.value.rest) == (1, 1)
    assert db.undo_change(past.gesture, keep_later_edits=True) == 1
    with db.reading() as s:
        assert [line.name for line in people.people(s)] == ["UWIMANA Marie"]
        assert history.imports(s, datetime.now(UTC)) == ()


def test_a_later_edit_of_the_same_field_is_never_overwritten(db: Database) -> None:
    person = a_person(db, note="first")
    with db.changing(label("Edit once")) as s:
        people.edit(s, person, PersonForm("UWIMANA Marie", note="second"))
    with db.reading() as s:
        target = undo.next_undo(s, db.author)
    with db.changing(label("Edit again")) as s:
        people.edit(s, person, PersonForm("UWIMANA Marie", note="third"))
    assert target is not None
    with pytest.raises(undo.LaterEdit):
        db.undo_change(target)
    with db.reading() as s:
        assert s.get_one(Person, person).note == "third"


def test_the_history_of_a_value_names_who_and_what_it_was(db: Database) -> None:
    person = a_person(db)
    with db.changing(label("Correct the name")) as s:
        people.edit(s, person, PersonForm("UWIMANA Marie Chantal"))
    with db.reading() as s:
        lines = [line for line in history.of(s, [person]) if line.field == "name"]
    assert [(line.before, line.after) for line in lines] == [
        ("UWIMANA Marie", "UWIMANA Marie Chantal"),
        (None, "UWIMANA Marie"),
    ]
    assert lines[0].who == "Trainer"


# ---- random lives ------------------------------------------------------------------------------------------------

gestures = st.lists(
    st.tuples(st.sampled_from(["mark", "clear", "rest", "remark", "score", "person", "enrol", "withdraw", "move"]),
              st.integers(0, 2), st.sampled_from(Status)),
    min_size=1, max_size=10,
)  # fmt: skip


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=2)


def play(db: Database, training: ATraining, gesture: tuple[str, int, Status]) -> None:
    what, who, status = gesture
    person, session = training.people[who], training.sessions[who % len(training.sessions)]
    with db.changing(label("Gesture")) as s:
        enrolled = {line.person_id for line in attendance.register(s, training.id, "en").lines}
        if person not in enrolled and what in ("mark", "clear", "remark", "score", "withdraw"):
            return
        if what == "mark":
            attendance.mark(s, session, person, status, FIRST_DAY + timedelta(days=9))
        elif what == "clear":
            attendance.mark(s, session, person, None, FIRST_DAY + timedelta(days=9))
        elif what == "rest":
            attendance.mark_rest(s, session, FIRST_DAY + timedelta(days=9))
        elif what == "remark":
            attendance.remark(s, session, person, f"note {status}", FIRST_DAY + timedelta(days=9))
        elif what == "score":
            scores.record(s, training.id, person, Phase.PRE, Mark(float(who)))
        elif what == "person":
            people.edit(s, person, PersonForm(f"MUTONI {status}"))
        elif what == "enrol":
            enrolments.enrol(s, training.id, person)
        elif what == "withdraw":
            enrolments.withdraw(s, training.id, person)
        else:
            trainings.move_session(s, session, FIRST_DAY + timedelta(days=who), time(9), time(10 + who))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(played=gestures)
def test_undo_all_is_the_start_and_redo_all_is_the_end(
    db: Database, training: ATraining, played: list[tuple[str, int, Status]]
) -> None:
    start = everything(db)
    before = steps(db)
    for gesture in played:
        play(db, training, gesture)
    end, done = everything(db), steps(db) - before
    for _ in range(done):
        db.undo()
    assert everything(db) == start
    for _ in range(done):
        db.redo()
    assert everything(db) == end


def steps(db: Database) -> int:
    """How many gestures could be undone now."""
    with db.reading() as s:
        return len(s.scalars(select(Change).where(Change.undoable)).all())
