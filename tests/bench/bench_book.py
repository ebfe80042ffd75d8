"""How fast the trainer's papers are laid out and drawn, against the least that could be done.

`python -m tests.bench.bench_book` prints floor, ours, their ratio, pages a second, and the growth when the book
doubles. The floor is drawing the same lines on the same places, without looking where they break.
"""

from __future__ import annotations

import io
import statistics
from collections.abc import Callable
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from tests.bench.timing import in_turns
from tests.documents.builders import ENGLISH, PRINTED, handout
from tests.documents.looking import MILLIMETRE, Words, pages
from tests.documents.material import unit
from trainer_app.documents import cue_cards, fonts, module_book, props, session_plan, trainer_edition
from trainer_app.documents.style import A4
from trainer_app.domain.material import Card, Prop, Reading, UnitMaterial

ROUNDS, UNITS, GOAL = 3, 6, 15
SENTENCE = "Ask three people who decides when the cooperative number {n} buys a hoe, and let them answer aloud. "


def a_full_unit(number: int) -> UnitMaterial:
    """As long as those that ship: five steps of five instructions, eight readings."""
    texts = tuple((SENTENCE * 2).format(n=f"{number}.{n}") for n in range(5))
    own = unit(f"M1-1.{number}")
    steps = tuple(replace(step, instructions=texts) for step in (*own.steps, *own.steps[:2]))
    readings = tuple(Reading("story" if n % 2 else "solution", f"Reading {n}", texts[:3]) for n in range(8))
    cards = Prop("cards", "Cards", "One set.", cards=tuple(Card(text[:60], "ballot") for text in texts * 3))
    return replace(own, steps=steps, readings=readings, questions=texts[:4], props=(*own.props, cards))


def draw_without_looking(found: list[list[Words]]) -> None:
    canvas = Canvas(io.BytesIO(), pagesize=A4, pageCompression=1)
    fonts.font(fonts.SANS)
    for page in found:
        canvas.setFont(fonts.SANS, 12)
        for words in page:
            canvas.drawString(words.left * MILLIMETRE, A4[1] - words.bottom * MILLIMETRE, words.text)
        canvas.showPage()
    canvas.save()


def told(what: str, draw: Callable[[], bytes]) -> float:
    found = pages(draw())
    floor, ours = in_turns(lambda: draw_without_looking(found), draw, ROUNDS)
    least, own = statistics.median(floor), statistics.median(ours)
    print(
        f"{what:28} {len(found):3} pages   floor {least:6.3f} s ({len(found) / least:5.0f} pages/s)   "
        f"ours {own:6.3f} s ({len(found) / own:5.0f} pages/s)   ratio {own / least:5.1f}   goal >= {GOAL} pages/s",
        flush=True,
    )
    return own


def main() -> None:
    units = [a_full_unit(number) for number in range(2 * UNITS)]
    chapters = [(one, handout(one.code)) for one in units]
    once = told("book of 6 units", lambda: module_book.as_bytes(chapters[:UNITS], ENGLISH, PRINTED))
    twice = told("book of 12 units", lambda: module_book.as_bytes(chapters, ENGLISH, PRINTED))
    print(f"twice the units, {twice / once:.2f} times the time (goal <= 2.2)")
    told("session plans of 6 units", lambda: session_plan.as_bytes(units[:UNITS], ENGLISH, PRINTED))
    told("props of 6 units", lambda: props.as_bytes(units[:UNITS], ENGLISH, printed=PRINTED))
    told("cue cards of 12 units", lambda: cue_cards.as_bytes(units, ENGLISH, PRINTED))
    told("trainer edition of 6", lambda: trainer_edition.as_bytes(chapters[:UNITS], ENGLISH, PRINTED))


if __name__ == "__main__":
    main()
