"""The signs that one marks in a test: each has a shape and a letter, so that nobody needs to read to choose.

Phases have a mark of their own in the corner of the page, so that papers of before and after are never mixed up.
"""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import fonts, style
from trainer_app.documents.style import mm
from trainer_app.domain.scores import Phase
from trainer_app.i18n import Catalog

LETTERS = ("A", "B", "C")
NOT_KNOWN = "?"
SIGNS = (*LETTERS, NOT_KNOWN)
WIDER = 1.3  # the sign of who does not know lies on its side, and is no square
MARKS = {Phase.PRE: "●", Phase.POST: "■", Phase.LATER: "▲"}


def shape_word(t: Catalog, sign: str) -> str:
    return {
        "A": t.pgettext("shape of an answer", "circle"),
        "B": t.pgettext("shape of an answer", "triangle"),
        "C": t.pgettext("shape of an answer", "square"),
        NOT_KNOWN: t.pgettext("shape of an answer", "question mark"),
    }[sign]


def phase_word(t: Catalog, phase: Phase) -> str:
    return {
        Phase.PRE: t.pgettext("when a test is taken", "before the training"),
        Phase.POST: t.pgettext("when a test is taken", "after the training"),
        Phase.LATER: t.pgettext("when a test is taken", "some months later"),
    }[phase]


def width(sign: str, high: float) -> float:
    return high * (WIDER if sign == NOT_KNOWN else 1.0)


def draw(canvas: Canvas, sign: str, x: float, y: float, high: float) -> None:
    """The shape with its letter, its lower left corner at (x, y)."""
    wide = width(sign, high)
    canvas.saveState()
    canvas.setLineWidth(max(1.6 * style.LINE, high / 22))
    canvas.setLineJoin(1)
    if sign == "A":
        canvas.circle(x + wide / 2, y + high / 2, high / 2)
    elif sign == "C":
        canvas.rect(x + high * 0.04, y + high * 0.04, wide - high * 0.08, high - high * 0.08)
    else:
        _draw_corners(canvas, _corners(sign, x, y, wide, high))
    canvas.restoreState()
    size, foot = (high * 0.48, 0.09) if sign == "B" else (high * 0.58, 0.29)
    fonts.draw_centred(canvas, x + wide / 2, y + high * foot, sign, fonts.READING_BOLD, size)


def _corners(sign: str, x: float, y: float, wide: float, high: float) -> list[tuple[float, float]]:
    if sign == NOT_KNOWN:
        return [(x, y + high / 2), (x + wide / 2, y + high), (x + wide, y + high / 2), (x + wide / 2, y)]
    return [(x - high * 0.04, y), (x + wide / 2, y + high), (x + wide + high * 0.04, y)]


def _draw_corners(canvas: Canvas, corners: list[tuple[float, float]], fill: int = 0) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=1 - fill, fill=fill)


def draw_phase(canvas: Canvas, phase: Phase, right: float, top: float, high: float = 9 * mm) -> None:
    """A black mark in the corner, told apart without a colour."""
    x, y = right - high, top - high
    canvas.saveState()
    canvas.setFillGray(0)
    if phase == Phase.PRE:
        canvas.circle(x + high / 2, y + high / 2, high / 2, stroke=0, fill=1)
    elif phase == Phase.POST:
        canvas.rect(x, y, high, high, stroke=0, fill=1)
    else:
        _draw_corners(canvas, _corners("B", x, y, high, high), fill=1)
    canvas.restoreState()
