"""Certificates from the register to a file that somebody else checks, by command."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pypdf
import pytest

from tests.builders import ATraining, a_training
from tests.journeys.telling import Tell
from trainer_app.cli import main
from trainer_app.domain.attendance import Status
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import attendance

TODAY = date.today()


@pytest.fixture
def training(folder: Path) -> ATraining:
    """Three people of whom the last came twice in five days."""
    database = open_folder(folder)
    made = a_training(database, people=3, days=5, first_day=TODAY - timedelta(days=10))
    with database.changing(label("Mark")) as s:
        for session in made.sessions:
            attendance.mark_rest(s, session, TODAY)
        s.flush()
        for session in made.sessions[2:]:
            attendance.mark(s, session, made.people[2], Status.ABSENT, TODAY)
    database.close()
    return made


def seal_of(file: Path, page: int = 0) -> str:
    lines = pypdf.PdfReader(file).pages[page].extract_text().splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("TA1|"))
    return "".join(lines[first : first + 2])


def test_a_batch_is_issued_printed_and_checked(tell: Tell, training: ATraining, tmp_path: Path) -> None:
    file = tmp_path / "certificates.pdf"
    printed = ("print", "certificates", file, "--training", training.id, "--lang", "fr", "--second-lang", "rw")
    assert tell(*printed) == {"rows": 2, "file": str(file), "pages": 2, "issued": 2}
    told = tell("verify", file)
    assert told["genuine"]
    assert [one["page"] for one in told["certificates"]] == [1, 2]
    assert [one["verdict"] for one in told["certificates"]] == ["genuine", "genuine"]
    assert {one["statement"]["share"] for one in told["certificates"]} == {100}
    before = [one["statement"]["number"] for one in told["certificates"]]
    assert tell(*printed)["issued"] == 0
    assert [one["statement"]["number"] for one in tell("verify", file)["certificates"]] == before


def test_what_a_telephone_reads_is_checked_and_one_letter_less_is_not(
    tell: Tell, training: ATraining, tmp_path: Path
) -> None:
    file = tmp_path / "certificates.pdf"
    tell("print", "certificates", file, "--training", training.id, "--lang", "en", "--people", "2")
    text = seal_of(file)
    assert tell("verify", text)["certificates"][0]["verdict"] == "genuine"
    for altered in (text.replace("|100%|", "|99%|"), text[:-1], text.replace("M1", "M2", 1)):
        assert not tell("verify", altered, code=1)["genuine"]
    assert tell("verify", text, "--key", "A" * 43, code=1)["certificates"][0]["verdict"] == "unknown_office"
    key = tell("keys", "office")["offices"][0]
    assert key["own"]
    assert tell("verify", text, "--key", key["key"])["genuine"]


def test_who_does_not_get_one_is_named(tell: Tell, training: ATraining, tmp_path: Path) -> None:
    words = ("print", "certificates", tmp_path / "c.pdf", "--training", training.id, "--people", "1,3")
    assert tell(*words, code=1)["error"]["code"] == "not_qualified"
    assert not (tmp_path / "c.pdf").exists()
    missing = ("print", "certificates", tmp_path / "c.pdf", "--training", training.id, "--people", "9")
    assert tell(*missing, code=1)["error"]["code"] == "unknown_number"


def test_nothing_is_signed_for_a_file_that_cannot_be_written(tell: Tell, training: ATraining, tmp_path: Path) -> None:
    words = ("--training", training.id, "--lang", "en")
    tell("print", "certificates", tmp_path / "certificates.docx", *words, code=1)
    assert tell("print", "certificates", tmp_path / "certificates.pdf", *words)["issued"] == 2


def test_badges_are_for_everybody_on_the_register(tell: Tell, training: ATraining, tmp_path: Path) -> None:
    file = tmp_path / "badges.pdf"
    assert tell("print", "badges", file, "--training", training.id, "--lang", "rw")["rows"] == 3
    assert tell("print", "badges", file, "--training", training.id, "--people", "2-3")["rows"] == 2
    words = pypdf.PdfReader(file).pages[0].extract_text()
    assert "COOP Twisungane" in words
    assert "0700" not in words


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.4\nnonsense", "certificate_broken"),
        (b"", "certificate_not_a_pdf"),
        (b"name,score\nUWASE,3\n", "certificate_not_a_pdf"),
        (None, "certificate_missing"),
    ],
)
def test_what_is_no_file_of_certificates_is_refused_with_a_sentence(
    tell: Tell, tmp_path: Path, content: bytes | None, code: str
) -> None:
    file = tmp_path / "odd.pdf"
    if content is not None:
        file.write_bytes(content)
    assert tell("verify", file, code=1)["error"]["code"] == code


def test_another_paper_is_no_certificate(tell: Tell, training: ATraining, tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    tell("print", "attendance-list", file, "--training", training.id)
    told = tell("verify", file, code=1)
    assert [one["verdict"] for one in told["certificates"]] == ["not_a_certificate"]


def test_the_answer_is_in_the_language_asked_for(
    folder: Path, training: ATraining, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(folder), "verify", "TA1|x", "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith("Not a certificate")
