from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.documents.builders import ENGLISH, FRENCH, KINYARWANDA, PENSION, PRINTED, Stretched, handout
from tests.documents.looking import MILLIMETRE, colours, fonts_without_file, golden_text, pages, sizes, text_of
from trainer_app.documents import booklet
from trainer_app.documents import handout as document
from trainer_app.documents.booklet import Sides
from trainer_app.documents.handout_page import law_lines, state_words
from trainer_app.domain.curriculum import Handout, TextState
from trainer_app.errors import TrainerError

MODULE = tuple(handout(f"M1-1.{n}") for n in range(1, 6))
LONG = handout(
    title="Two signatures on every payment of the cooperative, always",
    messages=("Ask for a receipt each time you pay your share into the box.",) * 3,
    do_this="Ask your committee when the next assembly is. Write the day down where all of you see it.",
    state=TextState.DRAFT,
    facts=(PENSION, replace(PENSION, key="weekly_hours", law="Law No 66/2018 regulating labour in Rwanda")),
)
PAPERS = ("A4", "A5", "booklet")
SIZES = {"A4": (210, 297), "A5": (148, 210), "booklet": (297, 210)}


def joined(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


def test_a_handout_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("handout.txt", golden_text(document.as_bytes([LONG], ENGLISH, printed=PRINTED)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("page", [MODULE[0], LONG])
@pytest.mark.parametrize("t", [ENGLISH, KINYARWANDA, Stretched()])
def test_a_handout_keeps_to_its_page(paper: str, page: Handout, t: Stretched) -> None:
    pdf = document.as_bytes([page], t, paper)
    wide, high = SIZES[paper]
    for words in (words for side in pages(pdf) for words in side):
        assert 8 < words.left < words.right < wide - 8
        assert 6 < words.top < words.bottom < high - 6
    assert fonts_without_file(pdf) == set()
    assert colours(pdf) == set()
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (float(box.width) / MILLIMETRE, float(box.height) / MILLIMETRE) == pytest.approx((wide, high), abs=0.1)


@pytest.mark.parametrize(("paper", "title", "body"), [("A4", 26, 16), ("A5", 20, 13), ("booklet", 20, 13)])
def test_words_are_as_large_as_new_readers_need(paper: str, title: float, body: float) -> None:
    found = sizes(document.as_bytes([LONG], ENGLISH, paper))
    assert {title, body} <= found
    assert min(found) >= 7


def test_a_handout_says_its_words_in_order() -> None:
    text = joined(document.as_bytes([MODULE[0]], ENGLISH))
    expected = (MODULE[0].title, MODULE[0].caption, *MODULE[0].messages, "Do this", "☐", MODULE[0].do_this)
    places = [text.index(words) for words in expected]
    assert places == sorted(places)
    assert "\x00" not in text


def test_markup_in_a_handout_is_printed_as_it_is() -> None:
    own = replace(MODULE[0], title="<b>A & B</b>", caption='<img src="/etc/hostname"/>', messages=("a < b",) * 3)
    text = joined(document.as_bytes([own], ENGLISH))
    assert "<b>A & B</b>" in text
    assert '<img src="/etc/hostname"/>' in text


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_long_words_and_long_texts_still_fit_or_are_refused_whole(tmp_path: Path, paper: str) -> None:
    word = replace(MODULE[0], title="ABCDEFGHIJ" * 12, messages=("abcdefghij" * 15,) * 3)
    assert len(text_of(document.as_bytes([word], ENGLISH, paper))) == 1
    endless = replace(MODULE[0], messages=("word " * 2000,) * 3)
    with pytest.raises(TrainerError, match=r"M1-1\.1.*do not fit on one page") as refusal:
        document.write([endless], ENGLISH, tmp_path / "h.pdf", paper)
    assert refusal.value.code == "handout_too_long"
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=400), st.text(max_size=60))
def test_any_words_can_be_printed(words: str, title: str) -> None:
    page = replace(MODULE[0], title=title, caption=title, messages=(words,), do_this=words)
    (text,) = text_of(document.as_bytes([page], ENGLISH))
    assert "Do this" in text
    assert "\x00" not in text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (TextState.REVIEWED, ""),
        (TextState.DRAFT, "Draft translation, not yet reviewed"),
        (TextState.OUTDATED, "older than its source text"),
        (TextState.MISSING, "not translated yet"),
    ],
)
def test_a_page_owns_up_to_its_state(state: TextState, words: str) -> None:
    assert words in joined(document.as_bytes([replace(MODULE[0], state=state)], ENGLISH))
    assert bool(state_words(state, ENGLISH)) == bool(words)


def test_a_page_that_rests_on_law_says_which_and_as_known_when() -> None:
    newer = replace(PENSION, law="Order 02", as_known_on=date(2026, 12, 1))
    assert law_lines((PENSION, newer, PENSION), ENGLISH) == (
        "As known on 21 November 2026. Law No 05/2015 governing pension schemes; Order 02",
    )
    assert "As known on 21 November 2026." in joined(document.as_bytes([LONG], ENGLISH))


def test_what_is_not_sure_is_not_printed_as_law() -> None:
    assert law_lines((replace(PENSION, sure=False),), ENGLISH) == ()
    assert "As known" not in joined(document.as_bytes([MODULE[0]], ENGLISH))


def test_a_module_is_one_file_with_a_page_for_each_handout(tmp_path: Path) -> None:
    result = document.write(MODULE, ENGLISH, tmp_path / "module.pdf")
    assert (result.rows, result.pages) == (5, 5)
    texts = text_of(result.path.read_bytes())
    assert ["M1-1.1" in texts[0], "M1-1.5" in texts[4], len(texts)] == [True, True, 5]


@pytest.mark.parametrize("pages", range(5, 9))
def test_a_booklet_of_eight_slots_is_in_the_order_of_its_folds(pages: int) -> None:
    slots = [None if page is None else page + 1 for side in booklet.sides(pages) for page in side]
    assert slots == [slot if slot <= pages else None for slot in (8, 1, 2, 7, 6, 3, 4, 5)]


@pytest.mark.parametrize("pages", range(1, 30))
def test_every_page_of_a_booklet_stands_in_it_once(pages: int) -> None:
    found = [page for side in booklet.sides(pages) for page in side if page is not None]
    assert sorted(found) == list(range(pages))


@pytest.mark.parametrize("pages", range(5, 9))
def test_a_printer_of_single_sides_gets_all_fronts_then_all_backs(pages: int) -> None:
    fronts, backs = booklet.runs(booklet.sides(pages), Sides.FRONTS_THEN_BACKS)

    def slots(sides: list[booklet.Side]) -> list[tuple[int | None, ...]]:
        return [tuple(None if page is None else page + 1 for page in side) for side in sides]

    def known(*expected: tuple[int, int]) -> list[tuple[int | None, ...]]:
        return [tuple(page if page <= pages else None for page in side) for side in expected]

    assert slots(fronts) == known((8, 1), (6, 3))
    assert slots(backs) == known((2, 7), (4, 5))


def test_an_odd_last_front_still_has_a_blank_back() -> None:
    assert booklet.runs(booklet.single(3), Sides.FRONTS_THEN_BACKS) == [[(0,), (2,)], [(1,), (None,)]]


@pytest.mark.parametrize("pages", range(1, 30))
def test_each_front_has_its_back_in_the_same_place(pages: int) -> None:
    sides = booklet.sides(pages)
    fronts, backs = booklet.runs(sides, Sides.FRONTS_THEN_BACKS)
    assert [side for pair in zip(fronts, backs, strict=True) for side in pair] == sides
    assert booklet.runs(sides, Sides.FRONT_BACK) == [sides]


def test_fronts_then_backs_are_the_same_sides_in_another_order() -> None:
    own = [replace(page, title=page.code) for page in MODULE]
    usual = text_of(document.as_bytes(own, ENGLISH, "booklet"))
    parted = text_of(document.as_bytes(own, ENGLISH, "booklet", sides="fronts_then_backs"))
    assert parted == [usual[0], usual[2], usual[1], usual[3]]


def test_all_copies_have_their_fronts_before_any_has_its_back() -> None:
    names = ["UWIMANA Marie", "NIYONZIMA Éric"]
    texts = text_of(document.as_bytes(MODULE[:2], ENGLISH, names=names, sides="fronts_then_backs"))
    order = [("M1-1.1", names[0]), ("M1-1.1", names[1]), ("M1-1.2", names[0]), ("M1-1.2", names[1])]
    assert [code in text and name in text for text, (code, name) in zip(texts, order, strict=True)] == [True] * 4


def test_one_job_has_copies_in_several_languages(tmp_path: Path) -> None:
    rw, fr = [replace(page, language=word, title=word) for word in ("rw", "fr") for page in MODULE[:1]]
    copies = [([rw] * 2, KINYARWANDA, 5), ([fr], FRENCH, 3), ([fr], FRENCH, 0)]
    result = document.write_several(copies, ENGLISH, tmp_path / "several.pdf")
    texts = text_of(result.path.read_bytes())
    assert (result.rows, result.pages, len(texts)) == (8, 13, 13)
    assert [text.split()[0] for text in texts] == ["rw"] * 10 + ["fr"] * 3
    assert result.path.read_bytes() == document.several_as_bytes(copies)
    assert result.path.stat().st_size < 5 * len(document.as_bytes([rw], KINYARWANDA))


def test_several_booklets_are_folded_each_by_itself() -> None:
    copies = [(MODULE, KINYARWANDA, 2), (MODULE[:3], FRENCH, 1)]
    assert len(text_of(document.several_as_bytes(copies, "booklet"))) == 2 * 4 + 2
    parted = text_of(document.several_as_bytes(copies, "booklet", sides="fronts_then_backs"))
    assert ["M1-1.1" in text for text in parted] == [True, False, True, False, True, *[False] * 5]


def test_a_job_without_a_copy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="no handout"):
        document.write_several([(MODULE, FRENCH, 0)], ENGLISH, tmp_path / "several.pdf")
    assert list(tmp_path.iterdir()) == []


def test_two_pages_of_a_booklet_stand_beside_each_other() -> None:
    first, second, *_ = pages(
        document.as_bytes([replace(page, title=page.code) for page in MODULE], ENGLISH, "booklet")
    )
    assert {word.text for word in first if word.text == "M1-1.1" and word.left > 148.5}
    assert {word.text for word in second if word.text == "M1-1.2" and word.left < 148.5}


def test_copies_with_names_are_the_same_pages_with_another_name() -> None:
    names = ["UWIMANA Marie", "O'Neil <b>", "NIYONZIMA Éric"]
    texts = text_of(document.as_bytes(MODULE[:2], ENGLISH, names=names))
    assert len(texts) == 6
    assert [name in text for name, text in zip(names, texts[::2], strict=True)] == [True] * 3
    assert all("Decide together" in text for text in texts)


def test_nothing_to_print_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="no handout"):
        document.write([], ENGLISH, tmp_path / "h.pdf")
    with pytest.raises(TrainerError, match=r"must end in one of these: \.pdf"):
        document.write(MODULE, ENGLISH, tmp_path / "h.xlsx")
    assert list(tmp_path.iterdir()) == []
