"""The invitation list: who is told and who comes, on paper and as a sheet."""

from __future__ import annotations

import csv
from datetime import date, time
from pathlib import Path
from uuid import uuid4

import pytest

from tests.documents.looking import text_of
from trainer_app.documents import invitation_list
from trainer_app.domain.attendance import RegisterDay, TrainingHead
from trainer_app.domain.invitations import InvitationList, Invited
from trainer_app.domain.people import Sex
from trainer_app.i18n import LANGUAGES, Catalog

DAY = date(2026, 3, 9)
ENGLISH = Catalog("en")


def told(people: int = 3) -> InvitationList:
    head = TrainingHead(
        uuid4(), "RUL-014", "Cooperative governance", "COOP Twisungane", "Base hall", "Base, Rulindo", DAY, DAY, ()
    )
    return InvitationList(
        head, (RegisterDay(uuid4(), 1, DAY, time(8, 30), time(16)),), tuple(map(a_line, range(people)))
    )


def a_line(number: int) -> Invited:
    comes = (True, False, None)[number % 3]
    told_on = DAY if comes is not None else None
    name = f"MUKAMANA & <Béatrice> {number}"
    return Invited(uuid4(), str(number + 1), name, Sex.FEMALE, "+250700000123", "COOP Twisungane", told_on, comes)


def test_a_row_says_who_was_told_and_who_comes_and_leaves_room_for_the_pen() -> None:
    rows = invitation_list.rows(told(), ENGLISH)
    assert rows[0] == (
        "1", "MUKAMANA & <Béatrice> 0", "F", "••• 123", "COOP Twisungane", "09/03/2026", "x", "", "",
    )  # fmt: skip
    assert [row[5:8] for row in rows[1:]] == [("09/03/2026", "", "x"), ("", "", "")]
    assert invitation_list.count(told(), ENGLISH) == "2 of 3 people told, 1 come, 1 do not"


def test_whole_phones_and_no_signature_when_asked() -> None:
    (first, *_rest) = invitation_list.rows(told(), ENGLISH, {"phone"}, signature=False)
    assert first[3] == "0700 000 123"
    assert len(first) == len(invitation_list.columns(ENGLISH, signature=False)) == 8


@pytest.mark.parametrize("signature", [True, False])
def test_the_columns_fill_the_page(signature: bool) -> None:
    assert sum(column.width for column in invitation_list.columns(ENGLISH, signature)) == 186


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_holds_everybody_on_as_many_pages_as_it_says(language: str, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    made = invitation_list.write(told(40), Catalog(language), path, printed=DAY)
    words = "\n".join(text_of(path.read_bytes()))
    assert made.pages == 2
    assert all(f"<Béatrice> {number}" in words for number in range(40))
    assert "RUL-014" in words


def test_the_same_rows_are_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    invitation_list.write(told(), ENGLISH, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        heading, *lines = csv.reader(file)
    assert heading[5:] == ["Told on", "Comes", "Not"]
    assert lines[0][1] == "MUKAMANA & <Béatrice> 0"
