"""What goes wrong at the command line ends in one sentence, and gives nobody's name away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_person
from trainer_app.cli import main
from trainer_app.db.database import Database, open_database
from trainer_app.opening import open_folder

SENTINEL = "ZZSENTINELZZ"


def ends(folder: Path, *words: object) -> int:
    return main(["--data", str(folder), *map(str, words)])


def test_undoing_more_than_there_is_undoes_nothing(db: Database, capsys: pytest.CaptureFixture[str]) -> None:
    a_person(db)
    db.close()
    assert ends(db.folder, "undo", "--steps", 2) == 1
    again = open_database(db.folder)
    assert again.next_undo() is not None
    again.close()
    assert "Only 1 step can be undone." in capsys.readouterr().err


@pytest.mark.parametrize("words", [("undo", "--steps", "0"), ("redo", "--steps", "-1"), ("undo", "--steps", "x")])
def test_a_count_begins_at_one(folder: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        ends(folder, *words)
    assert ended.value.code == 2


def test_a_bug_is_one_sentence_and_a_report_without_names(db: Database, capsys: pytest.CaptureFixture[str]) -> None:
    a_person(db, f"{SENTINEL} Marie", phone="+250700000042")
    with db.engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE mark")
        connection.commit()
    db.close()
    assert ends(db.folder, "--json", "list", "people", "--search", SENTINEL) == 1
    told = capsys.readouterr()
    assert json.loads(told.out)["error"]["code"] == "bug"
    reports = [file.read_text("utf-8") for file in (db.folder / "log").iterdir()]
    assert len(reports) == 1
    assert "OperationalError" in reports[0]
    for text in (told.out, told.err, *reports):
        assert SENTINEL not in text
        assert "700000042" not in text
        assert "Traceback" not in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_a_letter_ends_no_command(db: Database, encoding: str) -> None:
    a_person(db, "Ñandú 😀 Łucja")
    db.close()
    told = subprocess.run(
        [sys.executable, "-m", "trainer_app", "--data", str(db.folder), "list", "people"],
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert b"ucja" in told.stdout


def test_a_list_of_nobody_prints_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_folder(folder).close()
    assert ends(folder, "list", "people") == 0
    assert capsys.readouterr().out == ""


HALF_A_LETTER = "G\udcffroupe"  # as the system hands over a word that is not UTF-8


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("list", "people", "--search", HALF_A_LETTER), 0),
        (("list", "people", "--search", '"* OR NEAR('), 0),
        (("list", "people", "--search", "nul\0l"), 0),
        (("add", "group", HALF_A_LETTER, "--kind", "cooperative"), 0),
        (("add", "group", "\u200b", "--kind", "cooperative"), 1),
        (("add", "training", "--module", "M1", "--group", "Base", "--start", "9999-12-30", "--days", "5"), 1),
        (("history", "group", HALF_A_LETTER), 1),
    ],
)
def test_no_word_is_too_strange(
    folder: Path, words: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends(folder, "add", "group", "Base", "--kind", "cooperative") == 0
    assert ends(folder, *words) == code
    assert "went wrong" not in capsys.readouterr().err
    assert ends(folder, "check") == 0
