"""Groups by command: a list of them in, a training held, and how many of the members were trained."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.journeys.telling import Tell

GROUPS = """Izina ry'itsinda;Ubwoko;Akarere;Ihuriro;Ryashinzwe
Abahuje;Ikimina;Rulindo;Twese Hamwe;05/03/2024
Twisungane;Koperative;Rulindo;Twese Hamwe;
Twese Hamwe;Ihuriro;Rulindo;;
Indatwa;Korari;Rulindo;;
"""
PEOPLE = """Amazina;Igitsina;Itsinda;Umwanya
UWIMANA Marie;Gore;Twisungane;Perezida
HABIMANA Jean Bosco;Gabo;Twisungane;
MUTONI Aline;Gore;Twisungane;
UWASE Diane;Gore;Twisungane;
"""


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    (tmp_path / "groups.csv").write_text(GROUPS, "utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    return tmp_path


def test_a_list_of_groups_is_taken_in_once(tell: Tell, lists: Path) -> None:
    tried = tell("import", "groups", lists / "groups.csv", "--dry-run")
    assert (tried["ready"], tried["written"]) == (3, 0)
    told = tell("import", "groups", lists / "groups.csv")
    assert (told["rows"], told["ready"], told["written"]) == (4, 3, 3)
    assert [(bad["row"], bad["code"]) for bad in told["rejected"]] == [(5, "kind_unknown")]
    assert told["columns"]["formed_on"] == "Ryashinzwe"
    assert tell("import", "groups", lists / "groups.csv")["existing"] == 3
    assert len(tell("list", "groups")["groups"]) == 3
    tell("undo", "--steps", 1)
    assert tell("list", "groups")["groups"] == []


def test_coverage_tells_who_was_trained_and_that_only_the_committee_came(tell: Tell, lists: Path) -> None:
    tell("import", "groups", lists / "groups.csv")
    tell("import", "people", lists / "people.csv")
    yesterday = date.today() - timedelta(days=1)
    code = tell("add", "training", "--module", "M1", "--group", "Twisungane", "--start", yesterday, "--days", 1)["code"]
    register = tell("list", "people", "--training", code)["people"]
    chief = next(line["number"] for line in register if line["name"] == "UWIMANA Marie")
    others = ",".join(line["number"] for line in register if line["number"] != chief)
    tell("mark", "--training", code, "--day", 1, "--present", chief, "--absent", others)
    told = tell("report", "coverage")
    assert (told["overall"]["trained"], told["overall"]["members"]) == (1, 4)
    alarmed = {line["name"]: line["committee_only"] for line in told["groups"] if line["committee_only"]}
    assert alarmed == {"Twisungane": ["M1"], "Twese Hamwe": ["M1"]}  # the union counts its cooperative's people
    of_one = tell("report", "coverage", "--training", code)
    assert [line["name"] for line in of_one["groups"]] == ["Twisungane"]
    assert of_one["overall"]["by_module"]["M1"]["by_role"]["committee"] == {"trained": 1, "members": 1, "rate": 1.0}
    before = yesterday - timedelta(days=1)
    assert tell("report", "coverage", "--to", before)["overall"]["trained"] == 0


def test_a_file_without_names_of_groups_is_refused(tell: Tell, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("1;2\n3;4\n", "utf-8")
    assert tell("import", "groups", tmp_path / "list.csv", code=1)["error"]["code"] == "no_names"


def test_a_group_is_added_inside_another(tell: Tell) -> None:
    tell("add", "group", "Twese Hamwe", "--kind", "union")
    tell("add", "group", "Rulindo", "--kind", "union_branch", "--inside", "Twese Hamwe", "--value-chain", "maize")
    (line,) = tell("list", "groups", "--search", "maize")["groups"]
    assert (line["name"], line["inside"], line["value_chain"]) == ("Rulindo", "Twese Hamwe", "maize")
    assert (line["life"], line["mandate_until"], line["formed_by_itself"]) == ("no_members", None, False)
