from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.builders import ENGLISH, PENSION, PRINTED, Stretched
from tests.documents.looking import golden_text, pages, sizes, text_of
from tests.documents.material import TRICKY, assert_clean, empty, joined, tricky, unit
from trainer_app.documents import cue_cards as document
from trainer_app.domain.curriculum import TextState
from trainer_app.errors import TrainerError

FIVE = [unit(f"M1-1.{n}") for n in range(1, 6)]
LINE = "Twelve words stand on this long line of one card for trainers."


def test_cue_cards_are_as_they_were(golden: Callable[[str, str], None]) -> None:
    own = [unit(state=TextState.DRAFT, facts=(PENSION,)), unit("M1-1.2", title="A good meeting")]
    golden("cue_cards.txt", golden_text(document.as_bytes(own, ENGLISH, PRINTED)))


@pytest.mark.parametrize("own", [unit(), unit(cue_card=(LINE,) * 8), *map(tricky, TRICKY)])
@pytest.mark.parametrize("t", [ENGLISH, Stretched()])
def test_cue_cards_keep_to_their_pages(own: document.UnitMaterial, t: Stretched) -> None:
    assert_clean(document.as_bytes([own] * 4, t, PRINTED))


def test_four_units_stand_on_a_page(tmp_path: Path) -> None:
    made = document.write(FIVE, ENGLISH, tmp_path / "cards.pdf", printed=PRINTED)
    first, second = text_of(made.path.read_bytes())
    assert (made.rows, made.pages) == (5, 2)
    assert ["M1-1.4" in first, "M1-1.5" in first, "M1-1.5" in second] == [True, False, True]


def test_a_card_says_code_title_minutes_and_lines_in_large_letters() -> None:
    own = unit()
    pdf = document.as_bytes([own], ENGLISH, PRINTED)
    text = joined(pdf)
    assert all(words in text for words in (own.code, own.title, "90 min", *own.cue_card))
    assert max(sizes(pdf)) >= 18


def test_a_card_that_is_too_long_becomes_two_and_no_line_is_cut_in_half() -> None:
    own = unit(cue_card=(LINE,) * 8)
    pdf = document.as_bytes([own], ENGLISH, PRINTED)
    text = joined(pdf)
    assert ["1/2" in text, "2/2" in text, text.count("Twelve")] == [True, True, 8]
    assert max(sizes(pdf)) >= 18
    lines = [words for words in pages(pdf)[0] if "Twelve" in words.text]
    assert {words.left > 105 for words in lines} == {True, False}


def test_each_card_owns_up_to_its_draft_because_it_is_cut_off_the_foot() -> None:
    own = unit(state=TextState.DRAFT)
    text = joined(document.as_bytes([own], ENGLISH, PRINTED))
    assert text.count("Draft translation, not yet reviewed") == 2


def test_units_without_a_card_are_left_out_and_none_at_all_is_refused() -> None:
    assert "M1-1.1" in joined(document.as_bytes([empty(), unit()], ENGLISH))
    with pytest.raises(TrainerError) as refusal:
        document.as_bytes([empty()], ENGLISH)
    assert refusal.value.code == "nothing_to_print"
