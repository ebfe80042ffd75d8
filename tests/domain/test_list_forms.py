from __future__ import annotations

import pytest

from trainer_app.domain.list_forms import (
    ATTENDANCE,
    PEOPLE,
    PROPOSED,
    ListColumn,
    ListForm,
    available,
    kept,
    parted,
)


def test_a_form_is_read_back_as_it_was_kept() -> None:
    own = ListForm(ATTENDANCE, "GIZ", (ListColumn.NAME, ListColumn.MARKS), True, ("fr", "rw"), 3, True, True)
    assert kept(ATTENDANCE, "GIZ", [column.value for column in own.columns], own.options()) == own


def test_what_another_laptop_wrote_wrongly_is_left_out() -> None:
    options = {"languages": ["rw", "de", "rw", 3], "empty": 9000, "upright": 1}
    found = kept(PEOPLE, "GIZ", ["name", "marks", "name", 7, "moon"], options)
    assert found == ListForm(PEOPLE, "GIZ", (ListColumn.NAME,), True, ("rw",), 40)
    assert kept(PEOPLE, "GIZ", ["moon"], {}).columns == PROPOSED[PEOPLE]


def test_each_list_offers_what_it_can_show() -> None:
    assert ListColumn.MARKS not in available(PEOPLE)
    assert ListColumn.CODE not in available(ATTENDANCE)
    for document in (ATTENDANCE, PEOPLE):
        assert set(PROPOSED[document]) <= set(available(document))


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("UWIMANA Marie Claire", "UWIMANA", "Marie Claire"),
        ("NIYONSENGA UWAMARIYA Béata", "NIYONSENGA UWAMARIYA", "Béata"),
        ("Uwimana Marie", "Uwimana", "Marie"),
        ("UWIMANA MARIE", "UWIMANA", "MARIE"),
        ("UWIMANA", "UWIMANA", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_parted_as_it_is_written_here(name: str, family: str, given: str) -> None:
    assert parted(name) == (family, given)
