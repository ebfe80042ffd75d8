"""Every paper of the curriculum by command; what was printed is in the ledger, and what is outdated is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pypdf
import pytest

from tests.journeys.telling import Tell
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import curriculum, texts, translating


def words_of(file: object) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(Path(str(file))).pages)


def another_message(folder: Path, language: str) -> None:
    """The first message of the first handout says something else."""
    database = open_folder(folder)
    with database.changing(label("Edit a text")) as s:
        unit = curriculum.modules(s, "en")[0].units[0]
        pairs = translating.pairs(s, unit.id, language)
        pair = next(pair for pair in pairs if pair.place.owner == "handout" and pair.place.key == "message")
        texts.write(s, pair.ref, language, "Ensemble, nous vendons mieux.")
    database.close()


@pytest.mark.parametrize(
    ("words", "least"),
    [
        (("session-plan", "--unit", "M1-1.1"), 1),
        (("session-plan", "--module", "M1"), 6),
        (("props", "--module", "M5", "--three-boxes"), 1),
        (("workbook", "--unit", "M1-1.1", "--paper", "booklet", "--by-hand"), 2),
        (("book", "--module", "M1"), 12),
        (("trainer-handout", "--unit", "M1-1.1"), 2),
        (("two-languages", "--unit", "M1-1.1", "--second-lang", "rw", "--paper", "A5"), 1),
        (("test", "--module", "M1", "--form", "A", "--no-reading"), 1),
        (("answer-sheet", "--module", "M1", "--phase", "post"), 1),
        (("answer-key", "--module", "M1"), 1),
        (("handout", "--module", "M1", "--paper", "A5", "--by-hand"), 6),
    ],
)
def test_each_paper_of_the_curriculum_is_made_and_kept_in_the_ledger(
    tell: Tell, tmp_path: Path, words: tuple[str, ...], least: int
) -> None:
    out = tmp_path / "paper.pdf"
    told = tell("print", words[0], out, *words[1:], "--lang", "fr")
    assert told["file"] == str(out)
    assert told["pages"] == len(pypdf.PdfReader(out).pages) >= least
    (line, *_second_language) = tell("report", "prints")["prints"]
    assert line["document"] == words[0].replace("-", "_").replace("trainer_handout", "trainer_handout")
    assert line["day"] == date.today().isoformat()


def test_several_languages_are_one_job_and_each_has_its_copies(tell: Tell, tmp_path: Path) -> None:
    tell("add", "group", "Twisungane", "--kind", "cooperative")
    out = tmp_path / "handout.pdf"
    told = tell("print", "handout", out, "--unit", "M1-1.1", "--copies", "rw=3,fr=2,en=1", "--for", "Twisungane")
    assert told["pages"] == 6
    assert told["states"]["rw"] == "draft"
    lines = tell("report", "prints")["prints"]
    assert {(line["language"], line["copies"], line["group"]) for line in lines} == {
        ("rw", 3, "Twisungane"),
        ("fr", 2, "Twisungane"),
        ("en", 1, "Twisungane"),
    }


@pytest.mark.parametrize("copies", ["rw", "xx=3", "rw=0", "rw=many"])
def test_copies_that_mean_nothing_make_nothing(tell: Tell, tmp_path: Path, copies: str) -> None:
    out = tmp_path / "handout.pdf"
    refused = tell("print", "handout", out, "--unit", "M1-1.1", "--copies", copies, code=1)
    assert refused["error"]["code"] == "bad_copies"
    assert not out.exists()


def test_the_same_language_twice_is_refused(tell: Tell, tmp_path: Path) -> None:
    words = ("two-languages", tmp_path / "both.pdf", "--unit", "M1-1.1", "--lang", "fr", "--second-lang", "fr")
    assert tell("print", *words, code=1)["error"]["code"] == "same_language"


def test_who_gets_it_is_a_group_or_a_training_that_is_known(tell: Tell, tmp_path: Path) -> None:
    out = tmp_path / "handout.pdf"
    refused = tell("print", "handout", out, "--unit", "M1-1.1", "--for", "Nobody", code=1)
    assert refused["error"]["code"] == "not_found"
    assert not out.exists()


def test_who_holds_an_outdated_page_is_told_with_what_changed(tell: Tell, folder: Path, tmp_path: Path) -> None:
    tell("add", "group", "Twisungane", "--kind", "cooperative")
    out = tmp_path / "handout.pdf"
    tell("print", "handout", out, "--unit", "M1-1.1", "--lang", "fr", "--for", "Twisungane")
    assert tell("report", "prints", "--outdated")["outdated"] == []
    another_message(folder, "fr")
    (line,) = tell("report", "prints", "--outdated")["outdated"]
    assert (line["code"], line["language"], line["group"], line["copies"]) == ("M1-1.1", "fr", "Twisungane", 1)
    assert line["changed"][0]["now"] == "Ensemble, nous vendons mieux."
    assert f"M1-1.1 fr {line['edition']}" in words_of(out)
    tell("print", "handout", out, "--unit", "M1-1.1", "--lang", "fr", "--for", "Twisungane")
    assert tell("report", "prints", "--outdated")["outdated"] == []
    assert f"M1-1.1 fr {line['now']}" in words_of(out)


def test_a_kit_is_every_paper_of_a_training(tell: Tell, tmp_path: Path) -> None:
    tell("sample")
    training = next(line for line in tell("list", "trainings")["trainings"] if line["module"] == "M1")
    told = tell("print", "kit", tmp_path / "kit", "--training", training["code"], "--lang", "fr")
    kinds = [line["paper"] for line in told["papers"]]
    assert kinds.count("sign_in") == training["sessions"]
    assert {"blank", "plan", "handouts", "pre_test", "pre_key"} <= set(kinds)
    handouts = next(line for line in told["papers"] if line["paper"] == "handouts")
    assert (handouts["copies"], handouts["pages"]) == (training["enrolled"], 6)
    assert told["pages"] == sum(line["pages"] * line["copies"] for line in told["papers"])
    assert told["cost"] is None
    for file, line in zip(told["files"], told["papers"], strict=True):
        assert len(pypdf.PdfReader(file).pages) == line["pages"]
    lines = tell("report", "prints")["prints"]
    assert {line["training"] for line in lines if line["codes"]} == {training["code"]}


def test_a_kit_in_one_file_begins_with_what_to_copy(tell: Tell, folder: Path, tmp_path: Path) -> None:
    tell("sample")
    (folder / "settings.json").write_text(json.dumps({"page_price": 50}), "utf-8")
    training = tell("list", "trainings")["trainings"][0]["code"]
    out = tmp_path / "kit.pdf"
    told = tell("print", "kit", out, "--training", training, "--lang", "en")
    assert told["files"] == [str(out)]
    assert told["cost"] == told["pages"] * 50
    pages = pypdf.PdfReader(out).pages
    assert len(pages) == 1 + sum(line["pages"] for line in told["papers"])
    first = pages[0].extract_text()
    assert "Papers of the training" in first
    assert f"2–{1 + told['papers'][0]['pages']}" in first or " 2 " in f" {first} "
