"""A list of groups from a spreadsheet: its columns in three languages, and each row as a group or with a reason."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.imports.cells import Row
from trainer_app.domain.imports.group_rows import GroupField, GroupProblem, GroupsRead, kind_of, propose, read_groups

TODAY = date(2026, 3, 9)


def read(*rows: Row) -> GroupsRead:
    return read_groups(rows, propose(rows), TODAY)


@pytest.mark.parametrize(
    "header",
    [
        ("No", "Group name", "Type", "District", "Value chain", "Part of", "Date formed", "By itself", "Remarks"),
        ("N°", "Nom du groupe", "Type de groupe", "District", "Filière", "Fait partie de", "Date de création",
         "Spontané", "Observations"),
        ("No", "Izina ry'itsinda", "Ubwoko", "Akarere", "Uruhererekane nyongeragaciro", "Impuzamashyirahamwe",
         "Ryashinzwe", "Uko ryashinzwe", "Icyitonderwa"),
    ],
)  # fmt: skip
def test_the_columns_are_known_in_three_languages(header: Row) -> None:
    title = ("AMATSINDA 2026", *[None] * 8)
    proposal = propose([title, header, (1, "Abahuje", "VSLA", "Rulindo", "maize", "Union", "05/03/2024", "yes", "")])
    assert proposal.header_row == 1
    assert [column.field for column in proposal.columns] == [
        GroupField.NUMBER,
        GroupField.NAME,
        GroupField.KIND,
        GroupField.DISTRICT,
        GroupField.VALUE_CHAIN,
        GroupField.PARENT,
        GroupField.FORMED_ON,
        GroupField.BY_ITSELF,
        GroupField.NOTE,
    ]


def test_a_row_is_a_group_with_all_that_it_says() -> None:
    told = read(
        ("Name", "Kind", "Sector", "District", "Value chain", "Occupation", "Parent", "Formed on", "By itself", "Note"),
        ("Abahuje", "Ikimina", "Base", "Rulindo", "maize", "farmers", "Twisungane", datetime(2024, 3, 5), "oui", "-"),
    )
    (row,) = told.groups
    assert row.form == GroupForm("Abahuje", GroupKind.SAVINGS, None, None, True, date(2024, 3, 5), "maize", "farmers")
    assert (row.row, row.parent, str(row.place)) == (2, "Twisungane", "Base, Rulindo")


def test_names_alone_are_a_list_too() -> None:
    told = read(("Abahuje",), ("Twisungane",), (None,), ("Indatwa",))
    assert [(row.row, row.form.name) for row in told.groups] == [(1, "Abahuje"), (2, "Twisungane"), (4, "Indatwa")]


def test_without_a_header_the_values_say_what_a_column_holds() -> None:
    told = read(("Abahuje", "coop", "05/03/2024"), ("Indatwa", "VSLA", "06/03/2024"))
    assert [(row.form.kind, row.form.formed_on) for row in told.groups] == [
        (GroupKind.COOPERATIVE, date(2024, 3, 5)),
        (GroupKind.SAVINGS, date(2024, 3, 6)),
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ((None, "VSLA", None, None), GroupProblem.NO_NAME),
        (("12", "VSLA", None, None), GroupProblem.NAME_WITHOUT_LETTERS),
        (("Abahuje", "choir", None, None), GroupProblem.KIND_UNKNOWN),
        (("Abahuje", None, "soon", None), GroupProblem.DATE_UNREADABLE),
        (("Abahuje", None, "01/01/2027", None), GroupProblem.DATE_IN_FUTURE),
        (("Abahuje", None, None, "perhaps"), GroupProblem.WAY_UNKNOWN),
        (("A" * 201, None, None, None), GroupProblem.TOO_LONG),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(row: Row, problem: GroupProblem) -> None:
    told = read(("Name", "Kind", "Formed on", "By itself"), row)
    assert told.groups == ()
    assert [(bad.row, bad.code) for bad in told.rejected] == [(2, problem)]


def test_a_year_is_no_day_and_is_kept_in_the_note() -> None:
    (row,) = read(("Name", "Formed on"), ("Abahuje", 2018)).groups
    assert (row.form.formed_on, row.form.note) == (None, "2018")


def test_totals_and_empty_lines_are_no_groups() -> None:
    told = read(("No", "Name", "Kind"), (1, "Abahuje", "VSLA"), (2, None, None), ("Total", 1, None))
    assert [row.form.name for row in told.groups] == ["Abahuje"]
    assert [ignored.row for ignored in told.ignored] == [3, 4]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Groupe d'épargne et de crédit", GroupKind.SAVINGS),
        ("Coopératives", GroupKind.COOPERATIVE),
        ("Impuzamashyirahamwe", GroupKind.FEDERATION),
        ("Union", GroupKind.UNION),
        ("Section syndicale", GroupKind.BRANCH),
        ("TVET", GroupKind.COHORT),
        ("choir", None),
    ],
)
def test_kinds_of_group_in_words(words: str, kind: GroupKind | None) -> None:
    assert kind_of(words) is kind
