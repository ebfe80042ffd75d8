"""A backup is opened, checked and counted before it gets its name; a damaged one is never restored."""

from __future__ import annotations

import os
import re
import time
import zipfile
from pathlib import Path

import pytest

from tests.builders import a_person, a_training
from trainer_app.db import backup, keys, verify
from trainer_app.db.database import FILE, Database, open_database
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


def test_a_clock_set_back_does_not_push_the_newest_backup_out(db: Database) -> None:
    for _ in range(10):
        made = backup.rotate(db)
        made.rename(made.with_name(re.sub(r"\d{8}-(\d{6}-\d{6})", r"20990101-\1", made.name)))
    a_person(db)
    made = backup.rotate(db)
    assert made.exists()
    assert backup.latest(db.folder) == made
    assert len(list((db.folder / backup.FOLDER).glob("*.zip"))) == 10


def test_a_passphrase_protects_the_backups_of_yesterday_too(db: Database, tmp_path: Path) -> None:
    a_person(db)
    made = backup.rotate(db)
    db.protect("amahoro 2026")
    backup.seal_again(db.folder)
    with zipfile.ZipFile(made) as pack:
        assert db.key.hex() not in pack.read(keys.FILE).decode()
    backup.restore(made, tmp_path / "new")
    again = open_database(tmp_path / "new", "amahoro 2026")
    with again.reading() as s:
        assert len(people.people(s)) == 1
    again.close()


def test_what_a_killed_backup_left_behind_is_cleared_away_an_hour_later(db: Database, tmp_path: Path) -> None:
    for name in (".backup-old", ".backup-new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / FILE).write_bytes(b"half")
    os.utime(tmp_path / ".backup-old", (time.time() - 7200,) * 2)
    backup.write(db, tmp_path / "all.zip")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".backup-new", "all.zip", "data"]


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


def test_a_backup_that_is_not_there_is_not_called_damaged(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="no file"):
        backup.restore(tmp_path / "all.zip", tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("manifest", ["[]", "{}", '{"sha256": 1, "schema": "x"}', "null"])
def test_a_backup_with_a_strange_manifest_is_damaged(db: Database, tmp_path: Path, manifest: str) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as pack:
        pack.write(db.file, FILE)
        pack.write(db.folder / keys.FILE, keys.FILE)
        pack.writestr(backup.MANIFEST, manifest)
    with pytest.raises(TrainerError, match="damaged"):
        backup.restore(tmp_path / "x.zip", tmp_path / "new")


def test_a_restore_cut_short_is_finished_by_the_next_start(db: Database, tmp_path: Path) -> None:
    a_person(db)
    made = backup.write(db, tmp_path / "all.zip")
    (tmp_path / "new" / ".restore-killed").mkdir(parents=True)
    backup.restore(made, tmp_path / "new")
    assert not (tmp_path / "new" / ".restore-killed").exists()
    (tmp_path / "new" / FILE).rename(tmp_path / "new" / f"{FILE}.new")  # as after its last step but one
    again = open_database(tmp_path / "new")
    with again.reading() as s:
        assert len(people.people(s)) == 1
    again.close()


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
