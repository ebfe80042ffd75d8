from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.builders import ENGLISH
from trainer_app.documents.output import RESERVED, STALE, filling, replacing, safe_name, saving
from trainer_app.errors import TrainerError

NAUGHTY = ("../x", "..", "CON", "con.txt", "a:b", "x" * 300, "é" * 300, "\u202egnp.exe", "", " . ", "a/b\\c", "LPT1")


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="closed file"), replacing(path) as file:
        file.close()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["list.csv"]


def test_a_finished_file_replaces_the_old_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    with replacing(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["list.csv"]


def test_text_is_written_in_the_encoding_asked_for(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.txt", "w", encoding="utf-16") as file:
        file.write("Éric")
    assert (tmp_path / "a.txt").read_text(encoding="utf-16") == "Éric"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGKILL")
def test_a_killed_program_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    script = (
        "import os, pathlib, signal, sys\n"
        "from trainer_app.documents.output import replacing\n"
        "with replacing(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(b'half'); file.flush(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"


def test_what_a_killed_program_left_is_swept_away_later(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    stale, young = tmp_path / ".list.csv.1.part", tmp_path / ".list.csv.2.part"
    for draft in (stale, young):
        draft.write_bytes(b"half")
    long_ago = time.time() - 2 * STALE
    os.utime(stale, (long_ago, long_ago))
    with replacing(path) as file:
        file.write(b"new")
    assert sorted(os.listdir(tmp_path)) == [".list.csv.2.part", "list.csv"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EACCES, "open in another program"),
        (errno.EIO, "could not be written"),
    ],
)
def test_what_the_disk_refuses_is_told_in_a_sentence(tmp_path: Path, number: int, words: str) -> None:
    path = tmp_path / "list.pdf"
    with pytest.raises(TrainerError, match=words) as refusal, saving(path, ENGLISH):
        raise OSError(number, os.strerror(number))
    assert "list.pdf" in str(refusal.value)
    assert refusal.value.code == "not_written"
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="is not there"), saving(tmp_path / "gone" / "list.pdf", ENGLISH):
        pass


def test_a_font_or_picture_that_is_missing_is_a_bug_and_not_the_users_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), saving(tmp_path / "list.pdf", ENGLISH):
        (tmp_path / "font.ttf").read_bytes()


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "list.pdf").mkdir()
    with pytest.raises(TrainerError), saving(tmp_path / "list.pdf", ENGLISH) as file:
        file.write(b"new")
    assert os.listdir(tmp_path) == ["list.pdf"]


@given(st.one_of(st.sampled_from(NAUGHTY), st.text()))
def test_a_file_name_stays_in_its_folder_on_every_system(title: str) -> None:
    name = safe_name(title, ".pdf")
    assert Path(name).name == name
    assert not set(name) & set('<>:"/\\|?*%\0')
    assert name.isprintable() or not name.isascii()
    assert not RESERVED.match(name)
    assert len(name.encode()) <= 255
    assert not name.startswith((".", " ", "-"))
    assert name != ".pdf"


@given(st.text())
def test_a_safe_name_is_safe_already(title: str) -> None:
    assert safe_name(safe_name(title)) == safe_name(title)


def test_a_plain_title_is_kept_as_it_is() -> None:
    assert safe_name("Attendance list, KOABICYA (RUL-014)", ".xlsx") == "Attendance list, KOABICYA (RUL-014).xlsx"


def test_a_folder_that_a_killed_program_left_half_filled_is_swept(tmp_path: Path) -> None:
    lists, long_ago = tmp_path / "lists", time.time() - 2 * STALE
    drafts = [tmp_path / f".lists.{number}.part" for number in (1, 2)]
    for draft in drafts:
        draft.mkdir()
        (draft / "people.csv").write_text("UWIMANA Marie", "utf-8")
    os.utime(drafts[0], (long_ago, long_ago))
    with filling(lists, ENGLISH) as draft:
        (draft / "new.csv").write_text("x", "utf-8")
    assert sorted(os.listdir(tmp_path)) == [".lists.2.part", "lists"]
    assert os.listdir(lists) == ["new.csv"]
