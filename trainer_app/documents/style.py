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
SMALL, LEAST = 7.5, 7.0
TITLE = 13.0
BODY = 8.5
HEAD_OF_COLUMN = 7.5
CELL_SIZES = (BODY, LEAST)  # tried in this order, in as many lines as the cell holds
COLUMN_HEAD_SIZES = (HEAD_OF_COLUMN, LEAST)
TWO_LINES = ((BODY, 2), (LEAST, 2))  # (size, most lines), tried in this order
ONE_LINE = ((BODY, 1), (LEAST, 1))
WATERMARK_GREY = 0.7


def leading(size: float) -> float:
    """From line to line in a cell: the smallest words stand closer."""
    return size * (1.18 if size > LEAST else 1.1)


def paragraph(name: str, size: float, leading: float = 1.2) -> ParagraphStyle:
    font(name)
    return ParagraphStyle(
        name, fontName=name, fontSize=size, leading=size * leading, alignment=TA_LEFT, splitLongWords=1
    )
