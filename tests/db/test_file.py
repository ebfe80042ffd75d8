"""The data file: encrypted for everyone, opened through one door, refused when it is not what it should be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import inspect

from tests.builders import a_person
from trainer_app.db import backup, failures, keys, verify
from trainer_app.db.connect import SCHEMA_VERSION, connect
from trainer_app.db.database import FILE, Database, open_database
from trainer_app.db.records import Record
from trainer_app.errors import TrainerError
from trainer_app.services import people


def test_the_pragmas_that_keep_work_through_a_power_cut_are_set(db: Database) -> None:
    with db.engine.connect() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "secure_delete")
        }
    assert told == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
    }


def test_nothing_on_the_disk_can_be_read_without_the_key(db: Database) -> None:
    a_person(db, "ZZSENTINELZZ Marie", phone="+250700000042")
    for file in db.folder.iterdir():
        if file.is_file():
            kept = file.read_bytes()
            assert b"SENTINEL" not in kept
            assert b"700000042" not in kept
            assert not kept.startswith(b"SQLite format 3")


def test_a_plaintext_database_is_refused(tmp_path: Path) -> None:
    plain = driver.connect(str(tmp_path / FILE))
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    with pytest.raises(TrainerError, match="not protected"):
        connect(tmp_path / FILE, keys.new_key())


def test_an_empty_file_is_never_taken_for_a_new_database(folder: Path) -> None:
    (folder / FILE).write_bytes(b"")
    with pytest.raises(TrainerError, match="empty"):
        open_database(folder)


def test_another_key_does_not_open_the_file(folder: Path) -> None:
    before = (folder / FILE).read_bytes()
    keys.save(folder, keys.sealed(keys.new_key(), None))
    with pytest.raises(TrainerError, match="cannot be read"):
        open_database(folder)
    assert (folder / FILE).read_bytes() == before


def test_a_flipped_bit_is_found(db: Database) -> None:
    a_person(db)
    db.checkpoint()
    db.close()
    kept = bytearray(db.file.read_bytes())
    kept[len(kept) // 2] ^= 1
    db.file.write_bytes(kept)
    assert backup.examine(db.file, db.key).problems == (failures.DAMAGED,)


def test_a_folder_of_a_newer_program_is_refused_and_left_alone(db: Database) -> None:
    with db.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        connection.commit()
    db.checkpoint()
    db.close()
    before = db.file.read_bytes()
    with pytest.raises(TrainerError, match="newer version"):
        open_database(db.folder)
    assert db.file.read_bytes() == before


def test_data_without_its_keys_says_so(folder: Path) -> None:
    (folder / keys.FILE).unlink()
    with pytest.raises(TrainerError, match="is missing"):
        open_database(folder)


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "",
        "[]",
        "null",
        '{"slots": []}',
        '{"slots": [1]}',
        '{"slots": [{"kind": "open"}]}',
        '{"slots": [{"kind": "open", "key": "zz"}]}',
        '{"slots": [{"kind": "open", "key": "00ff"}]}',
        '{"slots": [{"kind": "passphrase", "salt": "00"}]}',
        '{"slots": [{"kind": "passphrase", "salt": "00", "passes": 99999999, "lanes": 4, "memory": 99999999999, '
        '"nonce": "00", "wrapped": "00"}]}',
    ],
)
def test_a_damaged_keyring_is_a_sentence_and_changes_nothing(folder: Path, kept: str) -> None:
    before = (folder / FILE).read_bytes()
    (folder / keys.FILE).write_text(kept)
    with pytest.raises(TrainerError, match=r"keys\.json is damaged"):
        open_database(folder, "amahoro 2026")
    assert (folder / FILE).read_bytes() == before


def test_the_migrations_make_what_the_records_say(db: Database) -> None:
    made = inspect(db.engine)
    with db.engine.connect() as connection:
        told = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        indexes = {name for (name,) in told}
    assert indexes == {index.name for table in Record.metadata.sorted_tables for index in table.indexes} | {
        "ix_person_order"  # over an expression, which the records cannot say
    }
    for table in Record.metadata.sorted_tables:
        columns = {column["name"]: column["nullable"] for column in made.get_columns(table.name)}
        assert columns == {column.name: column.nullable for column in table.columns}, table.name
        made_keys = {tuple(key["constrained_columns"]) for key in made.get_foreign_keys(table.name)}
        assert made_keys == {tuple(c.name for c in key.columns) for key in table.foreign_key_constraints}, table.name


# ---- passphrase --------------------------------------------------------------------------------------------------


def test_a_passphrase_wraps_the_key_and_the_open_slot_is_gone(db: Database) -> None:
    key = db.key.hex()
    db.protect("amahoro 2026")
    kept = (db.folder / keys.FILE).read_text()
    assert key not in kept
    assert [slot["kind"] for slot in json.loads(kept)["slots"]] == ["passphrase"]
    assert db.is_protected


@pytest.mark.parametrize(("given", "words"), [(None, "is protected"), ("amahoro 2027", "not correct")])
def test_a_protected_folder_asks_for_its_passphrase(db: Database, given: str | None, words: str) -> None:
    db.protect("amahoro 2026")
    db.close()
    with pytest.raises(TrainerError, match=words):
        open_database(db.folder, given)
    open_database(db.folder, "amahoro 2026").close()


def test_a_passphrase_is_changed_and_taken_away_without_rewriting_the_data(db: Database) -> None:
    a_person(db)
    db.protect("amahoro 2026")
    db.protect("umurimo 2027")
    db.close()
    again = open_database(db.folder, "umurimo 2027")
    again.protect(None)
    again.close()
    open_database(db.folder).close()


def test_keys_that_a_killed_program_was_writing_do_not_stay(db: Database) -> None:
    db.protect("amahoro 2026")
    db.close()
    (db.folder / "keys.json.new").write_text(json.dumps({"slots": [{"kind": "open", "key": db.key.hex()}]}))
    open_database(db.folder, "amahoro 2026").close()
    assert not (db.folder / "keys.json.new").exists()


def test_a_short_passphrase_is_refused(db: Database) -> None:
    with pytest.raises(TrainerError, match="at least 8"):
        db.protect("short")
    assert not db.is_protected


def test_a_slot_that_was_tampered_with_does_not_open(db: Database) -> None:
    db.protect("amahoro 2026")
    ring = json.loads((db.folder / keys.FILE).read_text())
    ring["slots"][0]["passes"] = 2
    (db.folder / keys.FILE).write_text(json.dumps(ring))
    with pytest.raises(TrainerError, match="not correct"):
        open_database(db.folder, "amahoro 2026")


def test_two_windows_write_in_turn(db: Database) -> None:
    other = open_database(db.folder)
    a_person(db, "UWIMANA Marie")
    a_person(other, "HABIMANA Jean")
    a_person(db, "MUTONI Aline")
    with other.reading() as s:
        assert len(people.people(s)) == 3
        assert verify.journal(s) == []
    other.close()


def test_the_database_of_another_folder_does_not_open_with_these_keys(db: Database, tmp_path: Path) -> None:
    other = open_database(tmp_path / "other")
    other.close()
    db.close()
    shutil.copy(other.file, db.file)
    with pytest.raises(TrainerError, match="cannot be read"):
        open_database(db.folder)
