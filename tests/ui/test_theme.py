"""Every pair of colours reads well: 4.5 to 1 for text, 3 to 1 for borders and rings (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from itertools import combinations

import pytest

from trainer_app.ui.tokens import DARK, LIGHT, Tokens

TEXT, SHAPE = 4.5, 3.0
each_theme = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's relative contrast of two colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@each_theme
@pytest.mark.parametrize("name", ["text", "muted"])
def test_words_read_on_every_ground(tokens: Tokens, name: str) -> None:
    for ground in (tokens.window, tokens.surface, tokens.alternate):
        assert contrast(getattr(tokens, name), ground) >= TEXT


@each_theme
def test_words_in_colour_read_on_their_ground(tokens: Tokens) -> None:
    for name in ("primary", "success", "warning", "error"):
        assert contrast(getattr(tokens, name), tokens.surface) >= TEXT, name
    assert contrast(tokens.on_primary, tokens.primary) >= TEXT
    assert contrast(tokens.selection_text, tokens.selection) >= TEXT
    assert contrast(tokens.nav_text, tokens.nav) >= TEXT
    assert contrast(tokens.nav_selected_text, tokens.nav_selected) >= TEXT


@each_theme
def test_borders_and_rings_are_seen(tokens: Tokens) -> None:
    assert contrast(tokens.border, tokens.surface) >= SHAPE
    assert contrast(tokens.focus, tokens.surface) >= SHAPE
    assert contrast(tokens.focus, tokens.selection) >= SHAPE
    assert contrast(tokens.focus_on_primary, tokens.primary) >= SHAPE


@each_theme
def test_the_letter_of_each_state_reads_on_its_fill(tokens: Tokens) -> None:
    for state, colours in tokens.states.items():
        assert contrast(colours.letter, colours.fill) >= TEXT, state


@each_theme
def test_no_two_states_have_one_colour(tokens: Tokens) -> None:
    fills = [colours.fill for colours in tokens.states.values()]
    assert all(one != other for one, other in combinations(fills, 2))
