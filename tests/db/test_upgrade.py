"""Data folders of older programs: what was in them is there after the migrations, and can still be undone.

`tests/db/old` holds a data folder as each schema wrote it, with the shipped texts and most places taken out. They are
never made again: a folder of the newest schema is added when the next migration ships.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from trainer_app.db import backup, verify
from trainer_app.db.connect import SCHEMA_VERSION
from trainer_app.domain.attendance import Status
from trainer_app.domain.scores import Mark
from trainer_app.opening import open_folder
from trainer_app.services import attendance, groups, scores, trainings

OLD = sorted((Path(__file__).parent / "old").iterdir())


def test_a_folder_of_each_schema_that_shipped_is_kept() -> None:
    assert [folder.name for folder in OLD] == [f"schema{number}" for number in range(1, SCHEMA_VERSION)]


@pytest.mark.parametrize("old", OLD, ids=lambda folder: folder.name)
def test_people_trainings_marks_and_scores_of_an_older_program_are_there_and_can_be_undone(
    old: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(old, tmp_path / "data"))

    database = open_folder(folder)

    with database.reading() as s:
        (training,) = trainings.trainings(s, "en")
        register = attendance.register(s, training.id, "en")
        assert [(line.number, line.name) for line in register.lines] == [
            ("1", "HABIMANA Jean Bosco"),
            ("2", "O'Neil <b>"),
            ("3", "UWIMANA Marie"),
        ]
        assert [day.day for day in register.days] == [date(2026, 3, 9), date(2026, 3, 10)]
        first_day = [line.cells[0].status for line in register.lines]
        assert first_day == [Status.PRESENT, Status.ABSENT, Status.LATE]
        lines = scores.sheet(s, training.id, "en").lines
        assert (lines[0].pre, lines[0].post) == (Mark(4.0), Mark(7.5))
        assert lines[1].pre == Mark(None)
        assert [group.name for group in groups.groups(s)] == ["COOP Twisungane"]
        assert verify.journal(s) == []
    assert database.undo() is not None  # the scores
    with database.reading() as s:
        assert scores.sheet(s, training.id, "en").lines[0].pre is None
    database.checkpoint()
    database.close()
    assert backup.examine(folder / "training.db", database.key).problems == ()
