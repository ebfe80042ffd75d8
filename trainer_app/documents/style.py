"""Sizes that all papers share. Lines are thick enough for a photocopier, and no letter is under 7 points."""

from __future__ import annotations

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle

from trainer_app.documents.fonts import font

mm = 72 / 25.4
A4 = 210 * mm, 297 * mm
A5 = 148 * mm, 210 * mm
LANDSCAPE = A4[1], A4[0]
MARGIN_X, MARGIN_Y = 12 * mm, 10 * mm
LINE = 0.35 * mm
SMALL = 7.5
TITLE = 13.0
BODY = 8.5
HEAD_OF_COLUMN = 7.5
CELL = ((BODY, 2), (7.0, 3))  # (size, most lines) of the words in a cell, tried in this order
COLUMN_HEAD = ((HEAD_OF_COLUMN, 2), (7.0, 3))
ONE_LINE = ((BODY, 1), (7.0, 1))
LEADING = 1.18
WATERMARK_GREY = 0.86


def paragraph(name: str, size: float, leading: float = 1.2) -> ParagraphStyle:
    font(name)
    return ParagraphStyle(
        name, fontName=name, fontSize=size, leading=size * leading, alignment=TA_LEFT, splitLongWords=1
    )
