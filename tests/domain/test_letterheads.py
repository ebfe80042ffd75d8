from __future__ import annotations

from dataclasses import replace

import pytest

from tests import logos
from trainer_app.domain.letterheads import (
    NONE,
    Letterhead,
    heights,
    moved,
    with_changed,
    with_logo,
    without_logo,
)

FIRST, SECOND, THIRD = (logos.logo(name, 100, 100) for name in ("first", "second", "third"))


@pytest.mark.parametrize(
    "sentence",
    ["Funded by the European Union", "Co-funded by the European Union.", "FINANCÉ PAR L’UNION EUROPÉENNE"],
)
def test_the_emblem_with_its_sentence_is_complete(sentence: str) -> None:
    assert not Letterhead(funding=sentence, logos=(logos.emblem(),)).lacks_eu_sentence


def test_the_emblem_without_its_sentence_lacks_it() -> None:
    assert Letterhead(funding="Paid for by a bank", logos=(logos.emblem(),)).lacks_eu_sentence
    assert not Letterhead(logos=(FIRST,)).lacks_eu_sentence


def test_logos_move_within_their_row() -> None:
    own = Letterhead(logos=(FIRST, SECOND, THIRD))
    assert moved(own, 0, 1).logos == (SECOND, FIRST, THIRD)
    assert moved(own, 2, -1).logos == (FIRST, THIRD, SECOND)
    assert moved(own, 0, -1) == moved(own, 2, 1) == own


def test_logos_are_added_changed_and_taken_away() -> None:
    own = with_logo(with_logo(NONE, FIRST), SECOND)
    assert own.logos == (FIRST, SECOND)
    assert without_logo(own, 0).logos == (SECOND,)
    assert with_changed(own, 1, replace(SECOND, is_eu=True)).logos[1].is_eu


def test_donors_stand_on_one_side_and_the_own_logos_on_the_other() -> None:
    ours = replace(SECOND, is_donor=False)
    own = Letterhead(logos=(FIRST, ours, THIRD))
    assert own.donors == (FIRST, THIRD)
    assert own.own == (ours,)


def test_a_letterhead_of_nothing_is_empty_in_grey_too() -> None:
    assert NONE.is_empty
    assert Letterhead(in_grey=True).is_empty
    assert not Letterhead(address="KG 7 Ave").is_empty
    assert not Letterhead(address="KG 7 Ave").has_head


def test_without_the_emblem_all_are_as_high_as_asked() -> None:
    assert heights((FIRST, logos.logo("wide", 500, 100)), 10, 18) == (10, 10)


def test_the_reference_of_a_paper_begins_with_that_of_the_letterhead() -> None:
    assert Letterhead(reference="PVC/2026/").referred("RUL-014") == "PVC/2026/RUL-014"
    assert NONE.referred("RUL-014") == "RUL-014"
