"""The whole job by command: a list in, a register marked, papers and lists out, and all of it undone."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.journeys.telling import Tell
from trainer_app.cli import main
from trainer_app.readers import sheets

LIST = """Amazina;Igitsina;Telefone;Umwaka w'amavuko
UWIMANA Marie;Gore;0788000001;1990
HABIMANA Jean Bosco;Gabo;788000002;1985
MUTONI Aline;Gore;+250788000003;2001
;Gabo;0788000004;1999
"""


@pytest.fixture
def names(tmp_path: Path) -> Path:
    file = tmp_path / "abitabiriye.csv"
    file.write_text(LIST, "utf-8")
    return file


def a_training(tell: Tell, names: Path) -> str:
    tell("add", "group", "Twisungane", "--kind", "cooperative", "--place", "Base, Rulindo")
    tell("import", "people", names, "--group", "Twisungane")
    yesterday = date.today() - timedelta(days=1)
    made = tell("add", "training", "--module", "M1", "--group", "Twisungane", "--start", yesterday, "--days", 1)
    assert made["enrolled"] == 3
    return made["code"]


def test_info_tells_where_and_how_much(tell: Tell, folder: Path) -> None:
    told = tell("info")
    assert told["data"] == str(folder)
    assert told["languages"] == ["fr", "en", "rw"]
    assert told["counts"]["modules"] == 7


def test_a_list_is_imported_once_and_each_row_has_its_place(tell: Tell, names: Path) -> None:
    told = tell("import", "people", names)
    assert told["sheet"] == "abitabiriye"
    assert told["header_row"] == 1
    assert told["columns"] == {
        "name": "Amazina",
        "sex": "Igitsina",
        "phone": "Telefone",
        "birth": "Umwaka w'amavuko",
    }
    assert (told["rows"], told["ready"], told["written"]) == (4, 3, 3)
    assert [(item["row"], item["code"]) for item in told["rejected"]] == [(5, "no_name")]
    again = tell("import", "people", names)
    assert (again["existing"], again["written"]) == (3, 0)
    assert len(tell("list", "people")["people"]) == 3


def test_a_dry_run_writes_nothing(tell: Tell, names: Path) -> None:
    assert tell("import", "people", names, "--dry-run")["ready"] == 3
    assert tell("list", "people")["people"] == []


def test_columns_can_be_named(tell: Tell, names: Path) -> None:
    told = tell("import", "people", names, "--dry-run", "--map", "Telefone=", "--map", "Igitsina=remark")
    assert told["columns"] == {"name": "Amazina", "remark": "Igitsina", "birth": "Umwaka w'amavuko"}
    refused = tell("import", "people", names, "--map", "Telefone=telephone", code=1)
    assert refused["error"]["code"] == "unknown_field"


def test_named_columns_are_remembered_until_the_import_is_undone(tell: Tell, names: Path) -> None:
    by_itself = tell("import", "people", names, "--dry-run")["columns"]
    tell("import", "people", names, "--map", "Telefone=", "--map", "Igitsina=remark")
    again = tell("import", "people", names, "--dry-run")
    assert again["columns"] == {"name": "Amazina", "remark": "Igitsina", "birth": "Umwaka w'amavuko"}
    assert tell("import", "people", names, "--dry-run", "--map", "Telefone=phone")["columns"] == by_itself
    tell("undo")
    assert tell("import", "people", names, "--dry-run")["columns"] == by_itself


def test_a_list_without_names_is_refused_with_what_it_has_and_the_way_out(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "figures.csv").write_text("Registro,Sector/Cluster,Hombres\n001,WASH,100\n002,Salud,120\n")
    refused = tell("import", "people", tmp_path / "figures.csv", "--dry-run", code=1)["error"]
    assert refused["code"] == "no_names"
    assert "Its columns are Registro, Sector/Cluster, Hombres: say which one does with --map" in refused["message"]


def test_a_row_of_titles_that_the_list_does_not_have_is_refused(tell: Tell, names: Path) -> None:
    assert tell("import", "people", names, "--header", 99, code=1)["error"]["code"] == "no_header"


def test_a_mark_that_differs_from_the_recorded_one_is_told_and_not_written(
    tell: Tell, names: Path, tmp_path: Path
) -> None:
    training = a_training(tell, names)
    tell("mark", "--training", training, "--day", 1, "--present", "1-3")
    (tmp_path / "marks.csv").write_text("No,Day 1\n1,P\n2,A\n")
    told = tell("import", "attendance", tmp_path / "marks.csv", "--training", training)
    assert (told["existing"], told["doubtful"], told["written"]) == (1, 1, 0)
    assert [(doubt["row"], doubt["code"]) for doubt in told["doubts"]] == [(3, "differs")]
    assert "MUTONI Aline" in told["doubts"][0]["reason"]


def test_a_period_that_ends_before_it_begins_is_refused(tell: Tell, tmp_path: Path) -> None:
    wrong = ("--from", "2026-12-01", "--to", "2026-11-01")
    assert tell("report", "attendance", *wrong, code=1)["error"]["code"] == "bad_period"
    assert tell("export", "attendance", tmp_path / "x.csv", *wrong, code=1)["error"]["code"] == "bad_period"
    assert not (tmp_path / "x.csv").exists()


def test_a_backup_wants_the_name_of_a_file(tell: Tell, tmp_path: Path) -> None:
    assert tell("backup", tmp_path, code=1)["error"]["code"] == "file_folder"


@pytest.mark.parametrize(
    "words",
    [
        ("print", "handout", "x.pdf"),
        ("print", "handout", "x.pdf", "--unit", "M1-1.1", "--module", "M1"),
        ("history", "cow", "x"),
    ],
)
def test_wrong_usage_ends_with_two(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)
    assert "error: " in capsys.readouterr().err


def test_a_register_is_marked_by_number_and_undone(tell: Tell, names: Path) -> None:
    training = a_training(tell, names)
    assert tell("mark", "--training", training, "--day", 1, "--absent", "2", "--present", "1,3")["marked"] == 3
    figures = tell("report", "attendance", "--training", training)
    assert figures["marks"] == {"present": 2, "absent": 1, "late": 0, "excused": 0}
    assert tell("undo")["undone"] == ["Mark attendance"]
    assert tell("report", "attendance", "--training", training)["people"] == 0
    tell("redo")
    assert tell("report", "attendance", "--training", training)["people"] == 2


@pytest.mark.parametrize(
    ("numbers", "code"), [("4", "unknown_number"), ("x", "bad_numbers"), ("9-1", "bad_numbers"), ("", "nobody")]
)
def test_a_wrong_number_marks_nobody(tell: Tell, names: Path, numbers: str, code: str) -> None:
    training = a_training(tell, names)
    refused = tell("mark", "--training", training, "--day", 1, "--present", numbers, code=1)
    assert refused["error"]["code"] == code
    assert tell("report", "attendance", "--training", training)["people"] == 0


def test_the_attendance_list_leaves_in_four_formats(tell: Tell, names: Path, tmp_path: Path) -> None:
    training = a_training(tell, names)
    tell("mark", "--training", training, "--day", 1, "--present", "1-3")
    for suffix in (".xlsx", ".ods", ".csv", ".pdf"):
        told = tell("export", "attendance", tmp_path / f"list{suffix}", "--training", training, "--lang", "rw")
        assert told["rows"] == 3
        assert Path(told["file"]).stat().st_size > 200
    refused = tell("export", "attendance", tmp_path / "list.doc", "--training", training, code=1)
    assert refused["error"]["code"] == "unknown_format"
    assert not (tmp_path / "list.doc").exists()


def test_phones_are_masked_unless_asked_for(tell: Tell, names: Path, tmp_path: Path) -> None:
    training = a_training(tell, names)
    tell("export", "attendance", tmp_path / "a.csv", "--training", training)
    tell("export", "attendance", tmp_path / "b.csv", "--training", training, "--unmask", "phone")
    assert "0788 000 001" not in (tmp_path / "a.csv").read_text("utf-8-sig")
    assert "0788 000 001" in (tmp_path / "b.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".pdf"])
def test_identity_cards_leave_only_when_asked_for(tell: Tell, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "list.csv").write_text("Name,National ID\nUWIMANA Marie,1199070012345678\n")
    tell("add", "group", "Twisungane", "--kind", "cooperative")
    tell("import", "people", tmp_path / "list.csv", "--group", "Twisungane")
    start = date.today() - timedelta(days=1)
    training = tell("add", "training", "--module", "M1", "--group", "Twisungane", "--start", start)["code"]
    without, whole = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    for command in (("attendance", "--training", training), ("people",)):
        tell("export", command[0], without, *command[1:])
        tell("export", command[0], whole, *command[1:], "--unmask", "id")
        assert "1199070012345678" not in words_of(without)
        assert "1199070012345678" in words_of(whole)


def words_of(file: Path) -> str:
    if file.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(file).pages)
    if file.suffix == ".csv":
        return file.read_text("utf-8-sig")
    return str([row for sheet in sheets.read(file).sheets for row in sheet.rows])


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_a_handout_is_printed_in_each_language(tell: Tell, tmp_path: Path, language: str) -> None:
    title = tell("list", "handouts", "--lang", language, "--search", "M1-1.1")["handouts"][0]["name"]
    tell("print", "handout", tmp_path / "h.pdf", "--unit", "M1-1.1", "--lang", language)
    (page,) = PdfReader(tmp_path / "h.pdf").pages
    text = " ".join(page.extract_text().split())
    assert title in text
    assert "\x00" not in text


def test_a_module_is_one_file_with_a_page_for_each_unit(tell: Tell, tmp_path: Path) -> None:
    tell("print", "handout", tmp_path / "m.pdf", "--module", "M1", "--lang", "fr")
    assert len(PdfReader(tmp_path / "m.pdf").pages) == 6


def test_a_sign_in_sheet_has_everybody_on_it(tell: Tell, names: Path, tmp_path: Path) -> None:
    training = a_training(tell, names)
    told = tell("print", "sign-in-sheet", tmp_path / "s.pdf", "--training", training, "--lang", "fr")
    assert told["rows"] == 3
    assert "UWIMANA Marie" in PdfReader(tmp_path / "s.pdf").pages[0].extract_text()


def test_an_invitation_list_has_everybody_on_it(tell: Tell, names: Path, tmp_path: Path) -> None:
    training = a_training(tell, names)
    out = tmp_path / "i.pdf"
    told = tell("print", "invitation-list", out, "--training", training, "--no-signature")
    assert told["rows"] == 3
    assert "UWIMANA Marie" in PdfReader(out).pages[0].extract_text()
    assert "Signature" not in PdfReader(out).pages[0].extract_text()


def test_attendance_of_a_period_leaves_the_sample_out(tell: Tell, tmp_path: Path) -> None:
    tell("sample")
    assert tell("export", "attendance", tmp_path / "p.csv", "--from", "01/01/2020")["rows"] == 0


def test_scores_come_in_from_a_sheet(tell: Tell, names: Path, tmp_path: Path) -> None:
    training = a_training(tell, names)
    (tmp_path / "scores.csv").write_text("No,Name,Pre,Post\n1,HABIMANA Jean Bosco,4,7.5\n2,MUTONI Aline,3,11\n")
    told = tell("import", "scores", tmp_path / "scores.csv", "--training", training)
    assert [(item["row"], item["code"]) for item in told["rejected"]] == [(3, "score_too_high")]
    assert tell("report", "scores", "--training", training)["mean_gain"] == 3.5


def test_history_says_who_changed_what(tell: Tell, names: Path) -> None:
    tell("import", "people", names)
    lines = tell("history", "person", "UWIMANA Marie")["history"]
    assert ("name", "UWIMANA Marie") in {(line["field"], line["after"]) for line in lines}


def test_a_backup_is_restored_elsewhere_and_sound(tell: Tell, names: Path, tmp_path: Path) -> None:
    tell("import", "people", names)
    tell("backup", tmp_path / "all.zip")
    assert main(["--data", str(tmp_path / "new"), "restore", str(tmp_path / "all.zip")]) == 0
    assert main(["--data", str(tmp_path / "new"), "check"]) == 0


def test_check_ends_with_1_when_something_is_wrong(tell: Tell, folder: Path, names: Path) -> None:
    from trainer_app.opening import open_folder

    tell("import", "people", names)
    assert tell("check")["ok"]
    database = open_folder(folder)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE change_row SET digest = x'00' WHERE position = 0")
        connection.commit()
    database.close()
    assert tell("check", code=1)["problems"]


def test_refusals_are_in_the_language_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(folder), "--lang", "fr", "undo"]) == 1
    assert "Il n’y a rien à annuler." in capsys.readouterr().err


def test_a_protected_folder_wants_its_passphrase(folder: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    from trainer_app.opening import open_folder

    database = open_folder(folder)
    database.protect("amahoro 2026")
    database.close()
    assert tell("info", code=1)["error"]["code"] == "passphrase"
    monkeypatch.setenv("TRAINER_APP_PASSPHRASE", "not this one")
    assert tell("info", code=1)["error"]["code"] == "wrong_passphrase"
    monkeypatch.setenv("TRAINER_APP_PASSPHRASE", "amahoro 2026")
    assert tell("info")["protected"]


def test_a_passphrase_that_is_not_needed_is_ignored_aloud(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_APP_PASSPHRASE", "amahoro 2026")
    assert main(["--data", str(folder), "info", "--json"]) == 0
    assert "no passphrase" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["nonsense"], ["mark"], ["list", "cats"], ["--lang", "xx", "info"]])
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_the_schedule_goes_out_as_a_calendar_and_comes_back_as_known(tell: Tell, names: Path, tmp_path: Path) -> None:
    code = a_training(tell, names)
    out = tmp_path / "office.ics"
    assert tell("export", "schedule", out, "--training", code, "--lang", "fr") == {"rows": 1, "file": str(out)}
    told = tell("import", "schedule", out)
    assert (told["ready"], told["existing"], told["doubtful"], told["rejected"], told["written"]) == (0, 1, 0, [], 0)
    moved = out.read_text("utf-8").replace("T083000", "T093000")
    out.write_text(moved, "utf-8")
    assert [doubt["code"] for doubt in tell("import", "schedule", out)["doubts"]] == ["moved"]
    assert tell("import", "schedule", out, "--update")["moved"] == 1
    [session] = tell("list", "sessions")["sessions"]
    assert "09:30" in json.dumps(session)


def test_a_spreadsheet_of_sessions_is_a_schedule_as_well(tell: Tell, tmp_path: Path) -> None:
    day = date.today() + timedelta(days=7)
    file = tmp_path / "plan.csv"
    file.write_text(f"Itariki;Isaha;Ingingo\n{day:%d/%m/%Y};8h30-12h;Inama\n;14h-16h;\nejo;8h-9h;Inama\n", "utf-8")
    told = tell("import", "schedule", file)
    assert (told["ready"], told["written"], [bad["row"] for bad in told["rejected"]]) == (2, 2, [4])
    assert tell("import", "schedule", file)["existing"] == 2
    file.write_text("Amazina;Igitsina\nUWIMANA Marie;Gore\n", "utf-8")
    assert tell("import", "schedule", file, code=1)["error"]["code"] == "no_schedule"


def test_a_calendar_of_strangers_is_looked_at_before_it_is_taken_in(tell: Tell, tmp_path: Path) -> None:
    file = tmp_path / "office.ics"
    file.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nSUMMARY:District meeting\nDTSTART:20300304T070000Z\n"
        "RRULE:FREQ=MONTHLY;COUNT=3\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    period = ("--from", "2030-01-01", "--to", "2030-12-31")
    assert tell("import", "schedule", file, *period, "--dry-run")["ready"] == 3
    assert tell("list", "sessions")["sessions"] == []
    assert tell("import", "schedule", file, *period, "--kind", "visit")["written"] == 3
    assert len(tell("list", "sessions")["sessions"]) == 3
    tell("undo")
    assert tell("list", "sessions")["sessions"] == []
    file.write_text("hello")
    assert tell("import", "schedule", file, code=1)["error"]["code"] == "calendar_not_a_calendar"
