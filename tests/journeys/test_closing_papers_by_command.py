"""The papers of a training's life by command: answer sheets, forms, letters, minutes and the report at its end."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdf
import pytest

from tests.builders import a_training
from tests.journeys.telling import Tell
from trainer_app.domain.attendance import Status
from trainer_app.domain.resolutions import ResolutionForm
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import attendance, ledger, resolutions, trainings

TODAY = date.today()


@pytest.fixture
def code(folder: Path) -> str:
    database = open_folder(folder)
    training = a_training(database, people=6, days=2, first_day=TODAY - timedelta(days=1))
    with database.changing(label("Mark")) as s:
        for person in training.people[:5]:
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, TODAY)
        resolutions.add(s, training.sessions[0], ResolutionForm("Bring the book", "O'Neil <b>"))
    with database.reading() as s:
        found = trainings.trainings(s, "en")[0].code
    database.close()
    return found


def words_of(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(file).pages).split())


PAPERS = {
    "training-report": ((), 2, "Bring the book"),
    "minutes": (("--day", 1), 1, "O'Neil <b>"),
    "letter": (("--kind", "invitation"), 6, "Invitation to a training"),
    "answer-sheet": ((), 2, "Answer"),
    "feedback-form": (("--day", 2), 1, "I understood what was said."),
    "checklist": (("--checklist", "savings_meeting"), 1, "The roll is called"),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_each_paper_of_a_training_is_made_and_entered_in_the_ledger(
    tell: Tell, code: str, folder: Path, tmp_path: Path, paper: str
) -> None:
    options, pages, words = PAPERS[paper]
    out = tmp_path / "paper.pdf"
    told = tell("print", paper, out, "--training", code, *options)
    assert told["pages"] == pages
    if paper != "answer-sheet":
        assert words in words_of(out)
    database = open_folder(folder)
    with database.reading() as s:
        assert len(ledger.runs(s)) == 1
    database.close()


def test_a_code_number_hides_the_name_and_one_letter_goes_to_one_person(tell: Tell, code: str, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    tell("print", "answer-sheet", out, "--training", code, "--phase", "post")
    assert "UWIMANA" in words_of(out)
    tell("print", "answer-sheet", out, "--training", code, "--phase", "post", "--code-only")
    assert "UWIMANA" not in words_of(out)
    assert tell("print", "letter", out, "--training", code, "--kind", "employer", "--number", 3)["pages"] == 1
    assert tell("print", "feedback-form", out, "--training", code, "--tally")["pages"] == 1
    assert tell("print", "oral-form", out, "--module", "M1", "--way", "beans")["pages"] == 1


def test_what_is_not_there_is_refused_with_a_sentence(tell: Tell, code: str, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    for words, why in (
        (("minutes", "--day", 9), "no_day"),
        (("feedback-form", "--day", 9), "no_day"),
        (("letter", "--kind", "employer", "--number", 99), "nobody"),
    ):
        paper, *options = words
        told = tell("print", paper, out, "--training", code, *options, code=1)
        assert told["error"]["code"] == why
    assert not out.exists()
