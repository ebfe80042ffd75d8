from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from trainer_app.documents import fonts
from trainer_app.documents.fonts import MARKS, NOT_A_LETTER, READING, SANS, P, fitted, font, runs, width
from trainer_app.documents.style import paragraph

SIZES = ((8.5, 2), (7.0, 3))
MARKUP = (
    "<b>bold</b>",
    "a & b &amp; c",
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch /tmp/x')]]]\">x</font>",
    '<img src="/etc/hostname"/>',
    '<a href="javascript:alert(1)">x</a>',
    "</para><para>",
    "{0.__class__} %s {{7*7}}",
)


@pytest.mark.parametrize("mark", "✓✕✗☐☑●■◔◇✎")
def test_marks_that_a_font_lacks_are_drawn_from_another(mark: str) -> None:
    assert "".join(piece for _, piece in runs(f"P {mark}", SANS)) == f"P {mark}"
    assert runs(mark, SANS) == [(MARKS, mark)]


def test_words_of_one_font_are_one_run() -> None:
    assert runs("UWIMANA Béatrice, l’œuvre 15\u00a0000", SANS) == [(SANS, "UWIMANA Béatrice, l’œuvre 15\u00a0000")]


def test_a_letter_that_no_font_has_becomes_a_plainer_one_or_a_mark() -> None:
    assert runs("＝1", SANS) == [(SANS, "=1")]
    assert runs("王", SANS) == [(SANS, NOT_A_LETTER)]


def test_marks_that_steer_a_screen_are_not_printed() -> None:
    assert runs("\u202eAB\u200b\u0007C", SANS) == [(SANS, "ABC")]


@given(st.text())
def test_no_letter_is_drawn_with_a_font_that_lacks_it(text: str) -> None:
    for name, piece in runs(text, READING):
        assert all(ord(character) in font(name).face.charToGlyph for character in piece)


@given(st.text(st.characters(categories=["Lu", "Ll", "Zs", "Po"], max_codepoint=0x24F)))
def test_the_width_of_words_is_the_one_that_is_drawn(text: str) -> None:
    expected = sum(stringWidth(piece, name, 10) for name, piece in runs(text, SANS))
    assert width(text, SANS, 10) == pytest.approx(expected)


@given(st.text(min_size=1), st.floats(30, 300))
def test_fitted_words_stay_in_their_room(text: str, room: float) -> None:
    size, lines = fitted(text, SANS, room, SIZES)
    assert len(lines) <= dict(SIZES)[size]
    assert all(width(line, SANS, size) <= room + 0.01 for line in lines)


def test_words_that_fit_are_whole_and_words_that_do_not_end_in_a_sign_of_it() -> None:
    assert fitted("HABIMANA Jean Bosco", SANS, 200, SIZES) == (8.5, ("HABIMANA Jean Bosco",))
    size, lines = fitted("UWASE " * 100, SANS, 100, SIZES)
    assert (size, len(lines)) == (7.0, 3)
    assert lines[-1].endswith(fonts.ELLIPSIS)


@pytest.mark.parametrize("words", MARKUP)
def test_markup_in_words_is_printed_not_obeyed(words: str) -> None:
    lines = P(words, paragraph(SANS, 10))
    lines.wrap(10_000, 100)
    assert lines.getPlainText(identify=1) == unicodedata.normalize("NFC", words)


def test_two_stars_are_bold_in_words_of_the_curriculum_and_nowhere_else() -> None:
    style = paragraph(READING, 12)
    drawn = {(piece.text, piece.fontName) for piece in fonts.marked("Save **now** ✓", style).frags}
    assert ("now", fonts.READING_BOLD) in drawn
    assert any(name == READING for _words, name in drawn)
    assert [piece.text for piece in P("Save **now**", style).frags] == ["Save **now**"]


@pytest.mark.parametrize("words", MARKUP)
def test_no_other_mark_is_obeyed_inside_bold(words: str) -> None:
    made = fonts.marked(f"a **{words}** b", paragraph(SANS, 12))
    assert "".join(piece.text for piece in made.frags) == f"a {words} b"
