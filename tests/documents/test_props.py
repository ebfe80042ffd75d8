from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.documents.builders import ENGLISH, PENSION, PRINTED, Stretched
from tests.documents.looking import MILLIMETRE, golden_text, pages, sizes, text_of
from tests.documents.material import CARDS, CHECKLIST, MONEY, POSTER, TRICKY, assert_clean, empty, joined, tricky, unit
from trainer_app.documents import props as document
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import Card, Prop
from trainer_app.errors import TrainerError


def only(prop: Prop) -> list[document.UnitMaterial]:
    return [unit(props=(prop,))]


def cards(*words: str) -> Prop:
    return replace(CARDS, cards=tuple(map(Card, words)))


def test_props_are_as_they_were(golden: Callable[[str, str], None]) -> None:
    own = unit(state=TextState.DRAFT, facts=(PENSION,))
    golden("props.txt", golden_text(document.as_bytes([own], ENGLISH, printed=PRINTED)))


@pytest.mark.parametrize("own", [unit(), *map(tricky, TRICKY), tricky("A sentence of some words. " * 12)])
@pytest.mark.parametrize("boxes", document.Boxes)
@pytest.mark.parametrize("t", [ENGLISH, Stretched()])
def test_props_keep_to_their_pages(own: document.UnitMaterial, boxes: str, t: Stretched) -> None:
    assert_clean(document.as_bytes([own], t, boxes, PRINTED))


def test_each_prop_begins_with_how_it_is_used_and_is_in_the_outline(tmp_path: Path) -> None:
    made = document.write([unit()], ENGLISH, tmp_path / "props.pdf", printed=PRINTED)
    reader = PdfReader(io.BytesIO(made.path.read_bytes()))
    assert (made.rows, made.pages) == (4, 5)
    assert [entry["/Title"] for entry in reader.outline] == [
        f"M1-1.1 {prop.title}" for prop in (CARDS, MONEY, CHECKLIST, POSTER)
    ]
    texts = [" ".join(text.split()) for text in text_of(made.path.read_bytes())]
    for prop, text in zip((CARDS, MONEY, MONEY, CHECKLIST, POSTER), texts, strict=True):
        assert prop.title in text
        assert prop.use in text


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (8, 1), (9, 2), (16, 2)])
def test_eight_cards_stand_on_a_page(count: int, expected: int) -> None:
    pdf = document.as_bytes(only(cards(*(f"Card {n}" for n in range(count)))), ENGLISH, printed=PRINTED)
    assert len(text_of(pdf)) == expected


def test_a_card_bears_its_set_and_unit_in_small_letters() -> None:
    assert joined(document.as_bytes(only(CARDS), ENGLISH)).count("M1-1.1 · Who does what") == 3


def test_a_picture_that_is_not_there_leaves_the_words() -> None:
    own = replace(CARDS, cards=(Card("Keeps the cash book", "no_such_picture"), Card("Votes", "../../etc/passwd")))
    text = joined(document.as_bytes(only(own), ENGLISH))
    assert "Keeps the cash book" in text
    assert "Votes" in text


def test_a_picture_stands_beside_the_words_and_gives_way_to_long_ones() -> None:
    def left_of(words: str) -> float:
        own = replace(CARDS, cards=(Card(words, "ballot"),))
        (page,) = pages(document.as_bytes(only(own), ENGLISH))
        return next(one.left for one in page if one.text.startswith(words.split()[0]))

    assert left_of("Votes") > 40
    assert left_of("Hundreds of words. " * 17) < 30


def test_words_of_a_card_are_never_smaller_than_ten_points() -> None:
    """The page holds fewer and larger cards instead."""
    long = "Solange sells onions at the market and saves a little every week. "
    for times in (1, 6, 20, 40):
        pdf = document.as_bytes(only(cards(*[long * times] * 8)), ENGLISH, printed=PRINTED)
        assert {size for size in sizes(pdf) if 7.5 < size < 10} == set()
        assert joined(pdf).count("Solange") == 8 * times
        assert_clean(pdf)


def test_a_card_as_long_as_a_book_is_refused_with_its_title(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="Who does what") as refusal:
        document.write(only(cards("word " * 5000)), ENGLISH, tmp_path / "props.pdf")
    assert refusal.value.code == "card_too_long"
    assert list(tmp_path.iterdir()) == []


def test_paper_money_says_that_it_is_none_and_has_a_page_for_each_amount() -> None:
    first, second = text_of(document.as_bytes(only(MONEY), ENGLISH))
    assert (first.count("500"), second.count("2 000") + second.count("2\u00a0000")) == (8, 8)
    assert first.count("Not real money") == 16
    assert max(sizes(document.as_bytes(only(MONEY), ENGLISH))) >= 30


def test_a_checklist_has_one_square_or_three_answers() -> None:
    one = joined(document.as_bytes(only(CHECKLIST), ENGLISH, document.Boxes.ONE))
    three = joined(document.as_bytes(only(CHECKLIST), ENGLISH, document.Boxes.THREE))
    assert ["Notes" in one, "Priority" in one] == [True, False]
    assert [word in three for word in ("Yes", "No", "Priority", *CHECKLIST.lines)] == [True] * 5


def test_a_poster_lies_on_its_side_in_letters_for_the_back_of_the_room() -> None:
    pdf = document.as_bytes(only(POSTER), ENGLISH)
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (float(box.width) / MILLIMETRE, float(box.height) / MILLIMETRE) == pytest.approx((297, 210), abs=0.1)
    assert max(sizes(pdf)) >= 40
    assert all(line in joined(pdf) for line in POSTER.lines)


def test_a_poster_with_very_many_lines_has_more_pages_and_still_large_letters() -> None:
    own = replace(POSTER, lines=tuple(f"Line {n} of a long poster" for n in range(40)))
    pdf = document.as_bytes(only(own), ENGLISH)
    assert len(text_of(pdf)) > 1
    assert 20 in sizes(pdf)
    assert_clean(pdf)


def test_nothing_to_cut_out_is_refused() -> None:
    with pytest.raises(TrainerError) as refusal:
        document.as_bytes([empty()], ENGLISH)
    assert refusal.value.code == "nothing_to_print"
