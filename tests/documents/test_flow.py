"""Words that run on from page to page: nothing is lost, nothing is said twice, and no heading stands alone."""

from __future__ import annotations

import io
from collections import deque

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.builders import ENGLISH
from tests.documents.looking import text_of
from trainer_app.documents import flow
from trainer_app.documents.flow import Placed, Row, fill, heading, pages, words
from trainer_app.documents.lettering import largest, whole_words
from trainer_app.documents.page import new_canvas

WIDTH, HEIGHT = 300.0, 400.0
LONG = "Every member has one vote, rich or poor. "


def said(placed: list[Placed]) -> list[str]:
    """What a reader finds on the page."""
    file = io.BytesIO()
    canvas = new_canvas(file, ENGLISH, "", (WIDTH + 10, HEIGHT + 10))
    flow.draw(canvas, placed, 5, HEIGHT + 5)
    canvas.save()
    return text_of(file.getvalue())[0].split()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 60)), max_size=25))
def test_all_words_stand_on_some_page_once_and_in_order(told: list[tuple[bool, int]]) -> None:
    texts = [" ".join(f"w{n}.{m}" for m in range(count)) for n, (_, count) in enumerate(told)]
    pieces = [heading(text) if head else words(text) for (head, _), text in zip(told, texts, strict=True)]
    found = pages(pieces, WIDTH, HEIGHT)
    assert [word for page in found for word in said(page)] == " ".join(texts).split()
    assert all(flow.deepest(page) <= HEIGHT + 0.01 for page in found)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 150), min_size=1, max_size=8))
def test_a_row_goes_on_on_the_next_page_and_loses_nothing(counts: list[int]) -> None:
    texts = [" ".join(f"w{n}.{m}" for m in range(count)) for n, count in enumerate(counts)]
    rows = [Row(([words("1:00")], [words(text), words("end")]), (60, 240)) for text in texts]
    found = pages(rows, WIDTH, HEIGHT)
    expected = [word for text in texts for word in [*text.split(), "end"]]
    assert [word for page in found for word in said(page) if word != "1:00"] == expected
    assert all(flow.deepest(page) <= HEIGHT + 0.01 for page in found)


def test_the_rest_of_a_row_says_of_what_it_is_the_rest() -> None:
    row = Row(([words("1:00")], [words(LONG * 40)]), (60, 240), again=[words("(1:00)")])
    first, second, *_ = pages([row], WIDTH, HEIGHT)
    assert [said(first)[0], said(second)[0]] == ["1:00", "(1:00)"]


def test_a_heading_goes_with_what_it_heads_to_the_next_page() -> None:
    filler = words(LONG * 3)
    filler.wrap(WIDTH, flow.ENDLESS)
    height = filler.height + 45  # room for the heading, and not for a line below it
    first, second = pages([filler, heading("The room"), words(LONG * 2)], WIDTH, height)
    assert "room" not in said(first)
    assert said(second)[:2] == ["The", "room"]


def test_a_piece_that_is_higher_than_a_page_does_not_hold_up_the_paper() -> None:
    assert len(pages([flow.Square(HEIGHT * 2, 50), words("after")], WIDTH, HEIGHT)) == 2


def test_lines_that_shall_stay_whole_move_to_the_next_card_whole() -> None:
    lines = [words(LONG * 2) for _ in range(12)]
    for page in pages(lines, WIDTH, 200, whole=True):
        assert said(page) == (LONG * 2 * len(page)).split()


def test_what_fits_is_taken_and_the_rest_is_left() -> None:
    waiting = deque([words("one"), words("two"), words("three")])
    assert said(fill(waiting, WIDTH, 32)) == ["one", "two"]
    assert [piece.getPlainText() for piece in waiting] == ["three"]


@given(st.text(st.characters(max_codepoint=0x24F), max_size=200), st.floats(60, 300), st.floats(20, 200))
def test_large_letters_stay_in_their_room(text: str, width: float, height: float) -> None:
    found = largest(text, "NotoSans-Regular", width, height, (40, 20, 10))
    if found:
        assert found.height <= height + 0.01
        assert all(flow.fonts.width(line, found.name, found.size) <= width + 0.01 for line in found.lines)


def test_letters_are_made_smaller_before_a_word_is_cut() -> None:
    found = largest("Kinyarwanda", "NotoSans-Regular", 100, 200, (40, 20, 10))
    assert found is not None
    assert (found.size, found.lines) == (10, ("Kinyarwanda",))
    assert not whole_words("Kinyarwanda", "NotoSans-Regular", 100, 20)
