"""The scores of a training by command: answers come in from a sheet, figures go out with what they mean."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from trainer_app.cli import main

Tell = Callable[..., dict[str, Any]]
NAMES = ("UWIMANA Marie", "HABIMANA Jean Bosco", "MUKAMANA Béatrice", "NIYONZIMA Théogène", "UWASE Aline")


@pytest.fixture
def tell(folder: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Run a command with --json and hand back what it printed; `code` is what it must end with."""

    def run(*words: object, code: int = 0) -> dict[str, Any]:
        ended = main(["--data", str(folder), "--json", *map(str, words)])
        printed = capsys.readouterr()
        assert ended == code, printed.err
        found: dict[str, Any] = json.loads(printed.out)
        return found

    return run


@pytest.fixture
def training(tell: Tell, tmp_path: Path) -> str:
    """Five people in a training of the first module that begins today."""
    people = tmp_path / "people.csv"
    people.write_text("Name;Sex\n" + "\n".join(f"{name};{'FM'[n % 2]}" for n, name in enumerate(NAMES)), "utf-8")
    group = tell("add", "group", "Twisungane", "--kind", "cooperative")["code"]
    tell("import", "people", people, "--group", group)
    code: str = tell("add", "training", "--module", "M1", "--group", group, "--start", date.today())["code"]
    return code


def a_list(path: Path, header: str, *rows: str) -> Path:
    path.write_text("\n".join((header, *rows)), "utf-8")
    return path


def key(tell: Tell, training: str, form: str, tmp_path: Path) -> str:
    """The right answers of a form, found by asking for the figures after somebody answered."""
    blank = a_list(tmp_path / f"key{form}.csv", "No;Form;Answers", f"1;{form};AAAAAAAAAA")
    tell("import", "scores", blank, "--training", training, "--phase", "later")
    items = tell("report", "scores", "--training", training)["items"]
    tell("undo")
    return "".join(item["answer"] for item in items if item["form"] == form)


def test_scores_of_three_tests_come_in_from_one_list(tell: Tell, training: str, tmp_path: Path) -> None:
    rows = ("1;4;7,5;8", "2;-;6;abs", "3;a;9;", "4;5;;", "5;2;11;3")
    scores = a_list(tmp_path / "scores.csv", "No;Pre-test;Post-test;Later test", *rows)
    told = tell("import", "scores", scores, "--training", training)
    assert (told["ready"], told["written"]) == (4, 9)
    assert [(item["row"], item["code"]) for item in told["rejected"]] == [(6, "score_too_high")]
    found = tell("report", "scores", "--training", training)
    assert (found["pre"]["sat"], found["pre"]["did_not_sit"], found["pre"]["absent"]) == (2, 1, 1)
    assert (found["later"]["sat"], found["later"]["absent"]) == (1, 1)
    assert found["post"]["mean"]["value"] == pytest.approx(7.5)
    again = tell("import", "scores", scores, "--training", training)
    assert (again["existing"], again["written"]) == (4, 0)
    assert tell("undo")
    assert tell("report", "scores", "--training", training)["pre"]["sat"] == 0


def test_one_column_of_scores_is_of_the_phase_that_is_named(tell: Tell, training: str, tmp_path: Path) -> None:
    scores = a_list(tmp_path / "scores.csv", "Name;Score", "UWASE Aline;9")
    assert tell("import", "scores", scores, "--training", training, "--phase", "later")["written"] == 1
    assert tell("report", "scores", "--training", training)["later"]["mean"]["value"] == 9


def test_answers_come_in_by_question_and_are_marked_by_the_form_of_each_person(
    tell: Tell, training: str, tmp_path: Path
) -> None:
    keys = {form: key(tell, training, form, tmp_path) for form in "AB"}
    rows = [f"{n};{';'.join(keys['AB'[(n + 1) % 2]])}" for n in range(1, 5)]
    header = "No;" + ";".join(f"Q{number}" for number in range(1, 11))
    answers = a_list(tmp_path / "answers.csv", header, *rows, "5;?;-;;;;;;;;")
    refused = tell("import", "scores", answers, "--training", training, code=1)
    assert refused["error"]["code"] == "phase"
    told = tell("import", "scores", answers, "--training", training, "--phase", "pre")
    assert (told["ready"], told["written"], told["rejected"]) == (5, 5, [])
    found = tell("report", "scores", "--training", training)
    assert found["pre"]["mean"] == {"value": 8.0, "n": 5, "low": pytest.approx(2.447, abs=0.001),
                                    "high": pytest.approx(13.553, abs=0.001), "few": False}  # fmt: skip
    first = found["items"][0]
    assert (first["form"], first["number"], first["pre"]["right"], first["pre"]["asked"]) == ("A", 1, 2, 3)
    assert first["pre"]["few"]
    assert first["pre"]["chosen"]["?"] == 1
    assert tell("import", "scores", answers, "--training", training, "--phase", "pre")["existing"] == 5


def test_plain_numbers_are_questions_too_and_what_is_no_answer_is_told(
    tell: Tell, training: str, tmp_path: Path
) -> None:
    header = "Names," + ",".join(map(str, range(1, 12)))
    rows = (f"{NAMES[0]},A,B,C,A,B,C,A,B,C,A,", f"{NAMES[1]},A,B,X,A,B,C,A,B,C,A,", f"{NAMES[2]},A,B,C,,,,,,,,A")
    answers = a_list(tmp_path / "answers.csv", header, *rows)
    told = tell("import", "scores", answers, "--training", training, "--phase", "post")
    assert told["written"] == 1
    assert [(item["column"], item["code"]) for item in told["rejected"]] == [
        ("3", "answer_unreadable"),
        ("11", "question_unknown"),
    ]


def test_a_score_that_was_typed_is_not_written_over_by_answers(tell: Tell, training: str, tmp_path: Path) -> None:
    tell("import", "scores", a_list(tmp_path / "s.csv", "No;Post-test", "1;9"), "--training", training)
    answers = a_list(tmp_path / "a.csv", "No;Réponses", "1;AAAAAAAAAA", "2;BBBBBBBBBB")
    told = tell("import", "scores", answers, "--training", training, "--phase", "post")
    assert (told["ready"], told["doubtful"], told["written"]) == (1, 1, 1)
    assert tell("report", "scores", "--training", training)["post"]["highest"] == 9


def test_the_report_tells_every_figure_with_how_many_people_it_rests_on(
    tell: Tell, training: str, tmp_path: Path
) -> None:
    rows = ("1;4;7", "2;3;5", "3;6;9", "4;2;3", "5;5;8")
    tell("import", "scores", a_list(tmp_path / "s.csv", "No;Pre-test;Post-test", *rows), "--training", training)
    found = tell("report", "scores", "--training", training)
    assert (found["maximum"], found["people"], found["without_post"]) == (10, 5, 0)
    assert (found["mean_pre"], found["mean_post"], found["mean_gain"]) == (4, 6.4, 2.4)
    assert (found["pre"]["median"], found["post"]["passed"]) == (4, 3)
    gain = found["gain"]
    assert (gain["people"], gain["few"], gain["more"]) == (5, False, 5)
    assert gain["normalised_gain"] == pytest.approx(2.4 / 6)
    assert gain["effect_size"]["low"] < gain["effect_size"]["value"] < gain["effect_size"]["high"]
    assert found["by_sex"]["M"]["gain"]["few"]
    assert found["by_first_form"]["A"]["pre"]["sat"] == 3
    assert found["to_help"] == [{"number": "4", "name": found["to_help"][0]["name"], "phase": "post", "score": 3}]
    assert found["tests"]["pre"] == {
        "form": "A/B", "way": "written", "held_on": None, "maximum": 10, "pass_mark": 6,
    }  # fmt: skip


def test_a_training_without_scores_is_reported_without_a_figure(tell: Tell, training: str) -> None:
    found = tell("report", "scores", "--training", training)
    assert (found["mean_pre"], found["gain"]["effect_size"]["value"], found["items"]) == (None, None, [])
    assert found["gain"]["few"]


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_what_goes_out_comes_in_again(tell: Tell, training: str, tmp_path: Path, language: str) -> None:
    rows = ("1;4;7,5;9", "2;-;5;", "3;a;9;", "4;2;-;a")
    scores = a_list(tmp_path / "s.csv", "No;Pre-test;Post-test;Later test", *rows)
    tell("import", "scores", scores, "--training", training)
    for suffix in (".csv", ".xlsx", ".ods"):
        out = tmp_path / f"{language}{suffix}"
        told = tell("export", "scores", out, "--training", training, "--lang", language)
        assert told["rows"] == 5
        again = tell("import", "scores", out, "--training", training, "--dry-run")
        assert (again["existing"], again["ready"], again["rejected"], again["doubtful"]) == (5, 0, [], 0), suffix


def test_a_workbook_has_people_figures_questions_and_units(tell: Tell, training: str, tmp_path: Path) -> None:
    answers = a_list(tmp_path / "a.csv", "No;Answers", *(f"{n};ABCABCABCA" for n in range(1, 6)))
    tell("import", "scores", answers, "--training", training, "--phase", "pre")
    out = tmp_path / "scores.xlsx"
    tell("export", "scores", out, "--training", training)
    book = CalamineWorkbook.from_path(out)
    assert book.sheet_names == ["List of scores", "Figures", "Questions", "Units", "About"]
    people, figures, questions, _units, about = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert people[0] == [
        "No", "Name", "Sex", "Form (Pre-test)", "Pre-test", "Form (Post-test)", "Post-test", "Gain", "Remark",
    ]  # fmt: skip
    assert len(people) == 6
    assert figures[0][-2:] == ["What it says", "Source"]
    assert any("Hake (1998)" in str(row[-1]) for row in figures)
    assert len(questions) == 21
    assert any("Effect size" in str(row[0]) for row in about)


def test_the_paper_is_noted_as_made(tell: Tell, training: str, tmp_path: Path) -> None:
    told = tell("export", "scores", tmp_path / "scores.pdf", "--training", training, "--lang", "fr")
    assert told["pages"] == 2
    assert tell("report", "prints")["prints"][0]["document"] == "score_list"
    refused = tell("export", "scores", tmp_path / "scores.doc", "--training", training, code=1)
    assert refused["error"]["code"] == "unknown_format"
