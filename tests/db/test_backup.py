"""A backup is opened, checked and counted before it gets its name; a damaged one is never restored."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.builders import a_person, a_training
from trainer_app.db import backup, keys, verify
from trainer_app.db.database import Database, open_database
from trainer_app.errors import TrainerError
from trainer_app.services import people


def test_a_backup_comes_back_as_it_was(db: Database, tmp_path: Path) -> None:
    a_training(db, people=5)
    made = backup.write(db, tmp_path / "all.zip")
    backup.restore(made, tmp_path / "new")
    again = open_database(tmp_path / "new")
    with again.reading() as s:
        assert len(people.people(s)) == 5
        assert len(people.people(s, "theog")) == len(people.people(s, "Théogène"))
        assert verify.journal(s) == []
    again.close()


def test_the_backup_is_as_protected_as_the_folder(db: Database, tmp_path: Path) -> None:
    a_person(db, "ZZSENTINELZZ Marie")
    db.protect("amahoro 2026")
    made = backup.write(db, tmp_path / "all.zip")
    with zipfile.ZipFile(made) as pack:
        for name in pack.namelist():
            assert b"SENTINEL" not in pack.read(name)
    backup.restore(made, tmp_path / "new")
    with pytest.raises(TrainerError, match="protected"):
        open_database(tmp_path / "new")


def test_the_last_ten_are_kept(db: Database) -> None:
    made = [backup.rotate(db) for _ in range(12)]
    kept = sorted((db.folder / backup.FOLDER).glob("*.zip"))
    assert kept == made[2:]
    assert backup.latest(db.folder) == made[-1]


def test_a_backup_leaves_nothing_half_made_beside_it(db: Database, tmp_path: Path) -> None:
    backup.write(db, tmp_path / "all.zip")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["all.zip", "data"]


def test_a_damaged_backup_restores_nothing(db: Database, tmp_path: Path) -> None:
    made = backup.write(db, tmp_path / "all.zip")
    kept = bytearray(made.read_bytes())
    kept[len(kept) // 3] ^= 1
    made.write_bytes(kept)
    with pytest.raises(TrainerError, match="damaged"):
        backup.restore(made, tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_any_other_zip_is_no_backup(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as pack:
        pack.writestr("../outside.txt", "x")
    with pytest.raises(TrainerError, match="damaged"):
        backup.restore(tmp_path / "x.zip", tmp_path / "new")
    assert not (tmp_path / "outside.txt").exists()


def test_a_folder_with_data_is_never_restored_over(db: Database, tmp_path: Path) -> None:
    made = backup.write(db, tmp_path / "all.zip")
    before = (db.folder / keys.FILE).read_bytes()
    with pytest.raises(TrainerError, match="already holds data"):
        backup.restore(made, db.folder)
    assert (db.folder / keys.FILE).read_bytes() == before


def test_a_place_that_cannot_be_written_is_a_sentence(db: Database, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="cannot be used"):
        backup.write(db, tmp_path / "nowhere" / "all.zip")


def test_an_altered_journal_is_found(db: Database) -> None:
    a_person(db)
    with db.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE change_row SET after = replace(after, 'UWIMANA', 'XWIMANA')")
        connection.commit()
    with db.reading() as s:
        assert any("altered" in problem for problem in verify.journal(s))
