"""The papers of follow-up by command; a sheet with phone numbers is noted as one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdf

from tests.builders import a_person, a_training
from tests.journeys.telling import Tell
from trainer_app.db.records import PrintRun
from trainer_app.domain.attendance import Status
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import attendance, replacing, selection, waiting

TODAY = date.today()


def words_of(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(file).pages).split())


def test_an_absence_becomes_a_call_sheet_a_replacement_and_minutes(tell: Tell, folder: Path, tmp_path: Path) -> None:
    database = open_folder(folder)
    training = a_training(database, people=2, days=5, first_day=TODAY - timedelta(days=4))
    came = a_person(database, "KAYITESI Aline")
    with database.changing(label("Mark")) as s:
        for session in training.sessions[:2]:
            attendance.mark(s, session, training.people[0], Status.ABSENT, TODAY)
        waiting.ask(s, training.id, came, TODAY)
        selection.add(s, "Two places", TODAY, 2, training.id)
    code = tell("list", "trainings")["trainings"][0]["code"]
    sheet = tmp_path / "calls.pdf"
    assert tell("print", "call-sheet", sheet, "--lang", "en")["rows"] == 1
    assert "0700 000 0" in words_of(sheet)
    minutes = tmp_path / "minutes.pdf"
    words = ("print", "replacement-minutes", minutes, "--training", code, "--lang", "en")
    assert tell(*words, code=1)["error"]["code"] == "no_replacement"
    with database.changing(label("Replace")) as s:
        replacing.replace(s, training.id, training.people[0], came, TODAY, "stays away", TODAY)
    tell(*words)
    assert "KAYITESI Aline takes the place, as No 3" in words_of(minutes)
    assert tell("print", "call-sheet", sheet, "--lang", "en")["rows"] == 0
    for paper in ("criteria-sheet", "ranked-list"):
        tell("print", paper, tmp_path / f"{paper}.pdf", "--training", code, "--lang", "en")
    with database.reading() as s:
        noted = {row.document: row.unmasked for row in s.query(PrintRun)}
    assert noted["call_sheet"] == "phone"
    assert set(noted) == {"call_sheet", "replacement_minutes", "criteria_sheet", "ranked_list"}
    database.close()
