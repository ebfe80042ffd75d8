"""A unit with everything a trainer holds in the hands, made by hand; and what every paper of it must keep to."""

from __future__ import annotations

import io
from dataclasses import replace
from uuid import UUID

from pypdf import PdfReader

from tests.documents.looking import MILLIMETRE, Words, colours, fonts_without_file, pages, sizes, text_of
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import Card, Method, PlanStep, Prop, Reading, UnitMaterial

TRICKY = (
    "<b>bold</b> & co",
    "=1+1",
    "🙂 王 UWASE",
    '<img src="/etc/hostname"/>',
    "ABCDEFGHIJ" * 12,
    "\u202eMU\u202c {x} %s",
)
TOLERANCE = 0.8  # millimetres by which the boxes of two lines may touch

STEPS = (
    PlanStep(
        0,
        10,
        "Circle: who decides at home?",
        Method.WELCOME,
        True,
        ("Ask everybody to stand in a circle.", "Say: “Who decides when you buy a hoe?” Let three people answer."),
    ),
    PlanStep(
        10,
        50,
        "Sort the cards: member, committee, manager",
        Method.SORTING,
        False,
        ("Make groups of five.", "Give each group 8 cards. 8 × 5 = 40 cards.", "Each group lays its cards in rows."),
    ),
    PlanStep(60, 30, "What do we take home?", None, False, ()),
)
READINGS = (
    Reading(
        "story", "The lost notebook", ("Vestine keeps the notebook alone.", "One day it rains and the page is wet.")
    ),
    Reading("solution", "The cards in their rows", ("Member: votes, pays the share. Committee: carries out.",)),
)
CARDS = Prop(
    "cards",
    "Who does what",
    "One set for each group of five.",
    cards=(
        Card("Votes in the assembly", "ballot"),
        Card("Keeps the cash book", "no_such_picture"),
        Card("Pays the share"),
    ),
)
MONEY = Prop("money", "Paper money", "Cut out notes for 50 000 Frw.", amounts=(500, 2000))
CHECKLIST = Prop("checklist", "Is the box safe?", "One for each pair.", lines=("Three locks.", "Two people count."))
POSTER = Prop(
    "poster", "Three questions", "On the wall, all day.", lines=("Who decides?", "Who does it?", "Who checks?")
)


def unit(code: str = "M1-1.1", **changed: object) -> UnitMaterial:
    own = UnitMaterial(
        id=UUID(int=7),
        code=code,
        title="Who decides, who does",
        module_code="M1",
        module_title="Cooperative governance",
        language="en",
        minutes=90,
        people=(8, 25),
        room="Chairs in a circle, no tables.",
        objectives=("tell the three organs apart", "say who decides on money"),
        materials="cards, stones, one notebook",
        preparation=("Cut out the cards.", "Read the story aloud once."),
        steps=STEPS,
        questions=("Who decided today? — Listen for: all of us.",),
        messages=("The assembly decides.", "The committee carries it out."),
        low_literacy="The pictures say it all.",
        women="Let a woman hold the notebook.",
        disability="Describe each picture aloud.",
        readings=READINGS,
        cue_card=("Circle: who decides?", "Eight cards, five groups.", "Three organs."),
        spoken=("Look at the hands.", "Each hand is one vote."),
        exercises=(),
        props=(CARDS, MONEY, CHECKLIST, POSTER),
        handout_code=code,
        state=TextState.REVIEWED,
    )
    return replace(own, **changed)  # type: ignore[arg-type]


def tricky(words: str) -> UnitMaterial:
    """A unit in which every text is `words`."""
    several = (words, words)
    step = PlanStep(0, 10, words, Method.GAME, True, several)
    return unit(
        title=words,
        module_title=words,
        room=words,
        objectives=several,
        materials=words,
        preparation=several,
        steps=(step, step),
        questions=several,
        messages=several,
        low_literacy=words,
        women=words,
        disability=words,
        readings=(Reading("story", words, several), Reading("solution", words, several)),
        cue_card=several,
        spoken=several,
        props=(
            Prop("cards", words, words, cards=(Card(words), Card(words, "ballot"))),
            Prop("money", words, words, amounts=(100,)),
            Prop("checklist", words, words, lines=several),
            Prop("poster", words, words, lines=several),
        ),
    )


def empty() -> UnitMaterial:
    """A unit of which only the plan's steps are written yet."""
    step = PlanStep(0, 90, "Talk", None, False, ())
    own = tricky("")
    return replace(own, steps=(step,), readings=(), cue_card=(), props=(), people=(0, 0))


def assert_clean(pdf: bytes, edge: float = 5.0) -> None:
    """Everything is on the page, black, large enough, with its fonts in the file."""
    assert_readable(pdf, edge)
    assert fonts_without_file(pdf) == set()
    assert colours(pdf) == set()
    assert min(sizes(pdf)) >= 7


def assert_readable(pdf: bytes, edge: float = 5.0) -> None:
    """No words are off the page or over others, and every letter is one."""
    for page, box in zip(pages(pdf), PdfReader(io.BytesIO(pdf)).pages, strict=True):
        wide, high = float(box.mediabox.width) / MILLIMETRE, float(box.mediabox.height) / MILLIMETRE
        for words in page:
            assert edge <= words.left <= words.right <= wide - edge, words
            assert edge <= words.top <= words.bottom <= high - edge, words
        assert _overlapping(page) == []
    assert "\x00" not in "".join(text_of(pdf))


def _overlapping(page: list[Words]) -> list[tuple[Words, Words]]:
    seen = [words for words in page if words.text]
    return [(one, other) for place, one in enumerate(seen) for other in seen[place + 1 :] if _overlap(one, other)]


def _overlap(one: Words, other: Words) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > TOLERANCE and down > TOLERANCE


def joined(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())
