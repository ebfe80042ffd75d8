from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.builders import PENSION, handout
from trainer_app.domain import editions
from trainer_app.domain.editions import LETTERS, edition


@given(st.lists(st.text()))
def test_an_edition_is_six_letters_that_nobody_confuses(words: list[str]) -> None:
    assert len(edition(words)) == 6
    assert set(edition(words)) <= set(LETTERS)
    assert not set("01ilo") & set(LETTERS)


def test_the_same_words_are_the_same_edition_wherever_it_is_made() -> None:
    assert edition(["Decide together", "One vote"]) == edition(["Decide together", "One vote"]) == "bne4ft"


def test_how_a_letter_was_typed_and_spaced_makes_no_other_edition() -> None:
    assert edition(["Théogène  votes"]) == edition(["The\u0301oge\u0300ne votes "])


@pytest.mark.parametrize("other", [["ab", "c"], ["a", "bc", ""], ["abc"], ["bc", "a"], ["a", "bC"]])
def test_other_words_are_another_edition(other: list[str]) -> None:
    assert edition(other) != edition(["a", "bc"])


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Decide alone"},
        {"messages": ("Every member has one vote.",)},
        {"do_this": "Ask."},
        {"picture": "ballot"},
        {"language": "rw"},
        {"facts": (PENSION,)},
    ],
)
def test_a_page_that_says_or_shows_something_else_is_another_edition(changed: dict[str, object]) -> None:
    own = handout()
    assert editions.of_handouts([own]) != editions.of_handouts([replace(own, **changed)])  # type: ignore[arg-type]


def test_what_does_not_stand_on_the_page_makes_no_other_edition() -> None:
    own = handout()
    assert editions.of_handouts([own]) == editions.of_handouts([replace(own, facts=(replace(PENSION, sure=False),))])


def test_a_page_is_known_by_code_language_and_edition() -> None:
    assert editions.mark(handout("M1-1.1", language="rw"), "7f3k2a") == "M1-1.1 rw 7f3k2a"
