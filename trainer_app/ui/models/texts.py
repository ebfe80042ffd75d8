"""The texts of a unit as rows: where each stands, its source, its translation, and what there is to do."""

from __future__ import annotations

from html import escape

from trainer_app.domain.curriculum import STATE_GLYPHS
from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.i18n import N_, _
from trainer_app.ui.models.curriculum import state_word, state_words
from trainer_app.ui.models.table import CENTRE, Column

LONGEST_TIP, SHORT = 600, 60  # letters

PLACES = {
    ("module", "title"): N_("Title of the module"),
    ("module", "aim"): N_("Aim of the module"),
    ("item", "stem"): N_("Question {form}{owner}"),
    ("item", "option"): N_("Question {form}{owner}, answer {letter}"),
    ("item", "caption"): N_("Question {form}{owner}: the picture in words"),
    ("unit", "title"): N_("Title of the unit"),
    ("unit", "room"): N_("The room"),
    ("unit", "objective"): N_("Objective {number}"),
    ("unit", "materials"): N_("Materials"),
    ("unit", "preparation"): N_("Preparation {number}"),
    ("unit", "question"): N_("Debrief question {number}"),
    ("unit", "message"): N_("Message {number}"),
    ("unit", "low_literacy"): N_("With people who read little"),
    ("unit", "women"): N_("So that women take part"),
    ("unit", "disability"): N_("So that people with disabilities take part"),
    ("unit", "cue"): N_("Cue card, line {number}"),
    ("step", "text"): N_("Step {owner}"),
    ("step", "instruction"): N_("Step {owner}, instruction {number}"),
    ("handout", "title"): N_("Handout: title"),
    ("handout", "caption"): N_("Handout: the picture in words"),
    ("handout", "message"): N_("Handout: message {number}"),
    ("handout", "do_this"): N_("Handout: do this"),
    ("handout", "spoken"): N_("Handout: what is said, {number}"),
    ("reading", "title"): N_("Reading {owner}"),
    ("reading", "paragraph"): N_("Reading {owner}, paragraph {number}"),
    ("exercise", "title"): N_("Exercise {owner}"),
    ("exercise", "instruction"): N_("Exercise {owner}: what to do"),
    ("exercise", "column"): N_("Exercise {owner}, column {number}"),
    ("exercise", "first"): N_("Exercise {owner}, row {number}"),
    ("exercise", "choice"): N_("Exercise {owner}, choice {number}"),
    ("prop", "title"): N_("Prop {owner}"),
    ("prop", "use"): N_("Prop {owner}: how it is used"),
    ("prop", "card"): N_("Prop {owner}, card {number}"),
    ("prop", "line"): N_("Prop {owner}, line {number}"),
}


def place_words(place: TextPlace) -> str:
    """`Step 2, instruction 3`"""
    words = _(PLACES[place.owner, place.key])
    return words.format(
        owner=place.number, number=place.position + 1, form=place.form, letter="ABC"[place.position % 3]
    )


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
