"""The texts of a unit as rows: where each stands, its source, its translation, and what there is to do."""

from __future__ import annotations

from html import escape

from trainer_app.documents import text_places
from trainer_app.domain.curriculum import STATE_GLYPHS
from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models.curriculum import state_word, state_words
from trainer_app.ui.models.table import CENTRE, Column

LONGEST_TIP, SHORT = 600, 60  # letters


def place_words(place: TextPlace) -> str:
    """`Step 2, instruction 3`"""
    return text_places.where(screen(), place)


def _spoken(pair: TextPair) -> str:
    words = _("{place}, {state}: {words}")
    return words.format(place=place_words(pair.place), state=state_word(pair.state), words=pair.words or pair.source)


TEXT_COLUMNS: tuple[Column[TextPair], ...] = (
    Column(
        N_("State"),
        lambda pair: STATE_GLYPHS[pair.state],
        sort=lambda pair: list(STATE_GLYPHS).index(pair.state),
        tip=lambda pair: state_words(pair.state),
        spoken=_spoken,
        align=CENTRE,
        sample="✓",
    ),
    Column(N_("Where"), lambda pair: place_words(pair.place), sample="Step 12, instruction 12"),
    Column(N_("Source"), lambda pair: _line(pair.source), tip=lambda pair: tip(pair.source), stretch=True),
    Column(N_("Translation"), lambda pair: _line(pair.words), tip=lambda pair: tip(pair.words), stretch=True),
)


def tip(words: str) -> str:
    """Words for a tooltip: never taken for markup, and no page of them."""
    cut = words if len(words) <= LONGEST_TIP else words[:LONGEST_TIP] + "…"
    return f"<p>{escape(cut)}</p>".replace("\n", "<br>")


def short(words: str) -> str:
    """Words for the name of a change: the first of them."""
    line = _line(words)
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def _line(words: str) -> str:
    return " ".join(words.split())
