"""`**bold**` is the one mark of the curriculum's words; whatever else is typed stays what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.markup import Piece, marked, pieces, plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("one **two** three", [("one ", False), ("two", True), (" three", False)]),
        ("**one** and **two**", [("one", True), (" and ", False), ("two", True)]),
        ("5 ** 2", [("5 ** 2", False)]),
        ("**", [("**", False)]),
        ("** one **", [("** one **", False)]),
        ("**one\ntwo**", [("**one\ntwo**", False)]),
        ("<b>one</b> & [two](http://x)", [("<b>one</b> & [two](http://x)", False)]),
        ("", []),
    ],
)
def test_only_two_stars_on_both_sides_are_a_mark(text: str, told: list[tuple[str, bool]]) -> None:
    assert [(piece.words, piece.bold) for piece in pieces(text)] == told


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([("one ", False), ("two ", True), ("three", False)], "one **two** three"),
        ([("one", True), (" ", False), ("two", True)], "**one two**"),
        ([("one\ntwo", True)], "**one**\n**two**"),
        ([("  ", True)], "  "),
        ([("a**b", True)], "a**b"),
        ([], ""),
    ],
)
def test_what_somebody_made_bold_gets_its_marks(runs: list[tuple[str, bool]], text: str) -> None:
    assert marked(Piece(*run) for run in runs) == text


@given(st.text(st.sampled_from("ab *\n<&"), max_size=30))
def test_no_letter_is_lost_and_marking_again_changes_nothing(text: str) -> None:
    again = marked(pieces(text))
    assert marked(pieces(again)) == again
    assert plain(text).replace("*", "") == text.replace("*", "")
