"""What a disk or a folder does to us is a sentence, and nothing that was kept is lost over it."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.builders import a_person
from trainer_app.db import backup, keys, verify
from trainer_app.db.connect import connect
from trainer_app.db.database import FILE, Database, open_database
from trainer_app.errors import TrainerError
from trainer_app.opening import open_folder
from trainer_app.services import people, programme

AS_SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from trainer_app.db.database import open_database
from trainer_app.errors import TrainerError
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    open_database(Path(sys.argv[1]))
except TrainerError as refusal:
    print(refusal.code)
"""
WITH_LITTLE_ROOM = """
import resource, signal, sys
from pathlib import Path
from trainer_app.db import backup
from trainer_app.db.database import open_database
from trainer_app.errors import TrainerError
database = open_database(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    backup.write(database, Path(sys.argv[2]))
except TrainerError as refusal:
    print(refusal.code)
"""


def said_by(script: str, *arguments: object) -> str:
    words = [sys.executable, "-c", script, *map(str, arguments)]
    told = subprocess.run(words, capture_output=True, text=True, check=False)
    assert not told.stderr
    return told.stdout.strip()


def code_of(folder: Path) -> str:
    with pytest.raises(TrainerError) as refused:
        open_database(folder)
    return refused.value.code


def test_a_full_disk_is_said_and_the_same_gesture_works_after_making_room(db: Database) -> None:
    with db.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(TrainerError, match="disk is full"):
        a_person(db, "UWIMANA Marie" * 1_000)
    db.engine.dispose()  # the limit was the connection's
    a_person(db, "UWIMANA Marie" * 1_000)
    with db.reading() as s:
        assert verify.journal(s) == []


def test_a_damaged_page_met_while_reading_is_a_sentence(db: Database) -> None:
    db.checkpoint()
    db.close()
    kept = bytearray(db.file.read_bytes())
    for start in range(4096 * 2, len(kept), 4096):
        kept[start] ^= 1
    db.file.write_bytes(kept)
    with pytest.raises(TrainerError, match="cannot be read"), db.reading() as s:
        programme.info(s)


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a letter")
    assert code_of(tmp_path / "data") == "not_a_folder"
    assert code_of(tmp_path / "data" / "deeper") == "not_a_folder"
    assert (tmp_path / "data").read_text() == "a letter"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its permissions elsewhere")
@pytest.mark.parametrize("protected", ["", FILE, keys.FILE])
def test_what_may_not_be_opened_is_not_called_damaged(folder: Path, protected: str) -> None:
    with TemporaryDirectory() as open_to_all:
        Path(open_to_all).chmod(0o755)
        there = shutil.copytree(folder, Path(open_to_all) / "data")
        (there / keys.FILE).chmod(0o444)
        (there / FILE).chmod(0o444)
        (there / protected).chmod(0o555 if protected == "" else 0o000)
        assert said_by(AS_SOMEBODY_ELSE, there) == "no_access"


def test_a_missing_data_file_is_never_made_anew(folder: Path) -> None:
    (folder / FILE).unlink()
    assert code_of(folder) == "missing_file"
    assert not (folder / FILE).exists()


def test_a_log_without_its_data_file_and_keys_is_never_taken_into_a_new_one(folder: Path) -> None:
    (folder / f"{FILE}-wal").write_bytes(b"what is left of somebody's work")
    (folder / FILE).unlink()
    (folder / keys.FILE).unlink()
    assert code_of(folder) == "keys_missing"


def test_a_first_start_that_was_cut_short_before_its_keys_begins_again(tmp_path: Path) -> None:
    (tmp_path / f"{FILE}.new").write_bytes(b"half")
    (tmp_path / f"{FILE}.new-wal").write_bytes(b"half")
    open_folder(tmp_path).close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["journal.mark", keys.FILE, FILE, "training.lock"]


def test_a_first_start_that_was_cut_short_at_its_last_step_is_finished(folder: Path) -> None:
    (folder / FILE).rename(folder / f"{FILE}.new")
    open_folder(folder).close()
    assert not (folder / f"{FILE}.new").exists()


def test_two_first_starts_at_once_make_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    spawn = multiprocessing.get_context("spawn")
    starts = [spawn.Process(target=started, args=(folder,)) for _ in range(3)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert [start.exitcode for start in starts] == [0, 0, 0]
    database = open_folder(folder)
    with database.reading() as s:
        assert len(people.people(s)) == 3
        assert verify.journal(s) == []
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM device").scalar_one() == 1
    database.close()


def started(folder: Path) -> None:
    database = open_folder(folder)
    a_person(database)
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_backup_for_which_there_is_no_room_is_a_sentence(db: Database, tmp_path: Path) -> None:
    made = backup.write(db, tmp_path / "all.zip")
    before = made.read_bytes()
    assert said_by(WITH_LITTLE_ROOM, db.folder, made) == "disk_error"
    assert made.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_the_wrong_key_leaves_the_file_as_it_was(folder: Path) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    with pytest.raises(TrainerError, match="another key"):
        connect(folder / FILE, keys.new_key())
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.parametrize("length", [1, 15, 4095, 4096, 8192, 100_000])
def test_a_data_file_cut_off_anywhere_is_never_begun_anew(folder: Path, length: int) -> None:
    os.truncate(folder / FILE, length)
    before = (folder / FILE).read_bytes()
    assert code_of(folder) == "unreadable"
    assert (folder / FILE).read_bytes() == before


def test_a_file_of_ours_without_tables_is_not_filled(db: Database, tmp_path: Path) -> None:
    connect(tmp_path / "other.db", db.key).execute("CREATE TABLE t (x)").close()
    db.close()
    shutil.copy(tmp_path / "other.db", db.file)
    for beside in db.folder.glob(f"{FILE}-*"):
        beside.unlink()
    assert code_of(db.folder) in ("foreign_file", "unreadable")


WORKING_UNTIL_KILLED = """
import os, sys
from pathlib import Path
from tests.builders import a_person
from trainer_app.db.database import open_database
database = open_database(Path(sys.argv[1]))
database.checkpoint()
for number in range(5):
    a_person(database, f"UWIMANA Marie {number}")
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("loss", ["none", "deleted", "flipped"])
def test_a_log_that_was_lost_is_noticed(folder: Path, loss: str) -> None:
    subprocess.run([sys.executable, "-c", WORKING_UNTIL_KILLED, folder], check=False)
    wal = folder / f"{FILE}-wal"
    if loss == "deleted":
        wal.unlink()
    if loss == "flipped":
        kept = bytearray(wal.read_bytes())
        kept[len(kept) // 2] ^= 1
        wal.write_bytes(kept)
        (folder / f"{FILE}-shm").unlink()
    database = open_database(folder)
    missing = database.missing_changes()
    with database.reading() as s:
        there = len(people.people(s))
    assert there + missing == 5
    assert (missing == 0) is (loss == "none")
    a_person(database)
    assert database.missing_changes() == 0  # it was said; the new work is what counts from here
    database.close()


@pytest.mark.parametrize("mark", ["", "{", "[]", '{"device": 1, "number": "x", "hash": null}'])
def test_a_mark_that_cannot_be_read_is_no_loss(db: Database, mark: str) -> None:
    (db.folder / "journal.mark").write_text(mark)
    assert db.missing_changes() == 0
