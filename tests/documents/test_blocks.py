"""What flows over pages: nothing is lost, nothing stands outside, and what belongs together stays together."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle

from trainer_app.documents import blocks, fonts
from trainer_app.documents.block_table import Table, table
from trainer_app.documents.blocks import Block, NewPage, Ruled, Together, Words, words
from trainer_app.documents.style import paragraph

ROOM, HIGH = 300.0, 400.0


def like(size: float = 14.0) -> ParagraphStyle:
    return paragraph(fonts.READING, size)


def text(count: int = 12, first: int = 0, **placed: float) -> Words:
    return words(" ".join(f"word{first + n}" for n in range(count)), like(), **placed)  # type: ignore[arg-type]


def rows(count: int) -> Table:
    own = table(("Date", "Frw"), [("Monday",)] * count, ROOM, like(), like(), 30.0)
    assert own is not None
    return own


def made(kind: str, count: int, place: int) -> blocks.Piece:
    return {
        "text": lambda: text(12 * count, 1000 * place, before=9.0),
        "heading": lambda: text(12 * count, 1000 * place, before=9.0, keeps=True),
        "ticked": lambda: text(12 * count, 1000 * place, indent=30.0, square=17.0),
        "lines": lambda: Ruled(count, 28.0, 9.0),
        "rows": lambda: rows(count),
        "new page": NewPage,
        "together": lambda: Together((text(9, 1000 * place, keeps=True), rows(count))),
    }[kind]()


KINDS = ("text", "heading", "ticked", "lines", "rows", "new page", "together")
orders = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 30)), max_size=9)


def drawn_lines(block: Words) -> list[str]:
    block.height(ROOM)
    return [" ".join(line[1]) for line in block.paragraph.blPara.lines]


def contents(those: Iterable[Block]) -> tuple[list[str], int, int]:
    """All words, lines and rows that stand in them."""
    some = list(those)
    said = " ".join(line for block in some if isinstance(block, Words) for line in drawn_lines(block))
    lines = sum(block.lines for block in some if isinstance(block, Ruled))
    return said.split(), lines, sum(len(block.rows) for block in some if isinstance(block, Table))


@settings(deadline=None)
@given(orders)
def test_every_piece_stands_on_a_page_and_inside_it(order: list[tuple[str, int]]) -> None:
    own = [made(kind, count, place) for place, (kind, count) in enumerate(order)]
    held = [Together((piece,)).blocks for piece in own if not isinstance(piece, NewPage)]
    expected = contents(block for some in held for block in some)
    pages = blocks.paged(own, ROOM, HIGH)
    assert contents(block for page in pages for block, _ in page) == expected
    for page in pages:
        ends = 0.0
        for block, top in page:
            assert top >= ends - 0.01
            ends = top + block.height(ROOM)
        assert ends <= HIGH + 0.01


def test_a_heading_stays_with_what_it_heads() -> None:
    pages = blocks.paged([Ruled(1, 350.0), text(keeps=True), text()], ROOM, HIGH)
    assert [len(page) for page in pages] == [1, 2]


def test_what_belongs_together_begins_a_page_when_a_page_holds_it_and_flows_when_none_does() -> None:
    together = Together((text(keeps=True), rows(5)))
    assert [len(page) for page in blocks.paged([Ruled(1, 200.0), together], ROOM, HIGH)] == [1, 2]
    longer = Together((text(keeps=True), rows(20)))
    assert [len(page) for page in blocks.paged([Ruled(1, 100.0), longer], ROOM, HIGH)] == [3, 1]


def test_a_table_that_goes_on_says_its_heads_again() -> None:
    first, second = (page[0][0] for page in blocks.paged([rows(20)], ROOM, HIGH))
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert first.heads is second.heads
    assert (len(first.rows), len(second.rows)) == (12, 8)


def test_columns_share_the_width_and_no_word_is_broken() -> None:
    own = table(("Uburenganzira", "a", "b"), [("x",)], 250.0, like(), like(), 30.0)
    assert own is not None
    assert sum(own.widths) == 250.0
    assert own.widths[0] > fonts.width("Uburenganzira", fonts.READING, 14)


def test_words_too_long_to_stand_beside_each_other_make_no_table() -> None:
    assert table(("Ntibashobora", "Uburenganzira", "Ubuyobozi"), [], 200.0, like(), like(), 30.0) is None


def test_nothing_is_one_empty_page() -> None:
    assert blocks.paged([], ROOM, HIGH) == [[]]
    assert blocks.paged([NewPage(), NewPage()], ROOM, HIGH) == [[]]
