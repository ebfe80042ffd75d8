"""A copied list is a table, or lines with a number before and a phone behind."""

from __future__ import annotations

import pytest

from trainer_app.domain.imports.columns import propose
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.kinds import ListKind, kind_of
from trainer_app.readers import pasted_list
from trainer_app.readers.workbook import Sheet


def sheet(text: str) -> Sheet:
    [found] = pasted_list.read(text, "copied").sheets
    return found


def test_rows_of_a_spreadsheet_stay_as_they_are() -> None:
    text = "Noms\tSexe\tTéléphone\nUWIMANA Marie\tF\t0788123456\nHABIMANA Jean\tM\t\n"
    assert sheet(text).rows[:2] == (("Noms", "Sexe", "Téléphone"), ("UWIMANA Marie", "F", "0788123456"))


@pytest.mark.parametrize(
    "line",
    [
        "1. UWIMANA Marie 0788123456",
        "1) UWIMANA Marie: 0788 123 456",
        "1 - UWIMANA Marie (0788-123-456)",
        "1 UWIMANA Marie, 0788123456",
        "• 1. *UWIMANA Marie* - 0788123456",
        "[09/03/2026, 14:05] Chantal: 1. UWIMANA Marie 0788123456",
        "09/03/2026, 14:05 - Chantal M.: 1. UWIMANA Marie 0788123456",
    ],
)
def test_a_line_of_a_message_is_a_number_a_name_and_a_phone(line: str) -> None:
    titles, (number, name, phone) = sheet(line).rows
    assert titles == ("N°", "Name", "Phone")
    assert (number, name) == ("1", "UWIMANA Marie")
    assert str(phone).replace(" ", "").replace("-", "") == "0788123456"


def test_names_alone_are_one_column_and_read_as_names() -> None:
    rows = sheet("UWIMANA Marie\n\nHABIMANA Jean Bosco\nMUKAMANA Béatrice\n").rows
    assert rows == (("UWIMANA Marie",), ("HABIMANA Jean Bosco",), ("MUKAMANA Béatrice",))
    assert propose(rows).columns[0].field is Field.NAME
    assert kind_of(rows, propose(rows)) is ListKind.PEOPLE


def test_a_phone_abroad_keeps_its_sign_and_a_line_without_a_phone_is_still_somebody() -> None:
    rows = sheet("1. UWIMANA Marie +257 79 123 456\n2. HABIMANA Jean\n3. MUKAMANA B. 0788 123 458").rows
    assert rows[1] == ("1", "UWIMANA Marie", "+257 79 123 456")
    assert rows[2] == ("2", "HABIMANA Jean", None)
    assert propose(rows).index(Field.PHONE) == 2
    assert propose(rows).index(Field.NAME) == 1


def test_a_greeting_above_the_list_is_nobody() -> None:
    rows = sheet("Amazina yacu:\n1. UWIMANA Marie 0788123456\n2. HABIMANA Jean 0788123457").rows
    proposal = propose(rows)
    assert proposal.header_row == 1
    assert proposal.is_sure
    assert [row[1] for row in rows[proposal.first_row :]] == ["UWIMANA Marie", "HABIMANA Jean"]
