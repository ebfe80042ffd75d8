"""Looking at lists again by command: what is worth a second look, and a call-back list that can be drawn again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import a_training
from tests.journeys.telling import Tell, telling
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import attendance

FIRST = date.today() - timedelta(days=30)


@pytest.fixture
def tell(folder: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """A folder where twelve people were marked present long after their three days, and commands on it."""
    database = open_folder(folder)
    training = a_training(database, people=12, days=3, first_day=FIRST)
    with database.changing(label("Mark")) as s:
        for session in training.sessions:
            attendance.mark_rest(s, session, date.today())
    database.close()

    return telling(folder, capsys)


def test_what_is_worth_a_second_look_is_told_with_its_numbers(tell: Tell) -> None:
    found = {flag["kind"]: flag for flag in tell("report", "integrity")["flags"]}
    assert found.keys() == {"always_full", "bulk_late", "unsigned"}
    assert found["always_full"]["values"] == {"people": 12, "sessions": 3}
    assert len(found["always_full"]["sessions"]) == 3
    assert found["bulk_late"]["values"]["marks"] == 36
    assert found["bulk_late"]["verdict"] is None
    assert tell("report", "integrity", "--to", FIRST - timedelta(days=1)) == {"flags": []}


def test_the_report_tells_by_which_rule_it_counts(tell: Tell) -> None:
    told = tell("report", "attendance")
    assert (told["people"], told["trained"], told["outsiders"]) == (12, 12, 0)
    assert told["heads"] == {"women": 0, "men": 0, "unknown": 0}
    assert told["rule"]["late_counts"] is True


def test_one_seed_prints_one_list_and_keeps_one_check(tell: Tell, tmp_path: Path) -> None:
    days = ("--from", FIRST, "--to", date.today(), "--seed", 7, "--count", 5)
    first, second, other = (tmp_path / f"{name}.csv" for name in ("first", "second", "other"))
    assert tell("print", "call-back-list", first, *days, "--unmask", "phone")["rows"] == 5
    tell("print", "call-back-list", second, *days, "--unmask", "phone")
    assert first.read_text("utf-8-sig") == second.read_text("utf-8-sig")
    assert "0700 000 0" in first.read_text("utf-8-sig")
    tell("print", "call-back-list", other, *days[:4], "--seed", 8, "--count", 5)
    assert "0700 000 0" not in other.read_text("utf-8-sig")
    assert tell("print", "call-back-list", tmp_path / "calls.pdf", *days)["pages"] == 1


def test_a_call_back_list_needs_its_days(tell: Tell, tmp_path: Path) -> None:
    tell("print", "call-back-list", tmp_path / "calls.pdf", "--seed", 7, code=1)
