"""Any sheet on landscape A4: its title, how much there is of it, and its rows under a header on every page."""

from __future__ import annotations

from math import ceil
from typing import IO

from trainer_app.documents import fonts, letterhead, style
from trainer_app.documents.grid import draw_table, pages_of
from trainer_app.documents.output import Tick
from trainer_app.documents.page import FOOT, Foot, Paper
from trainer_app.documents.sheet import Column, Sheet, Value
from trainer_app.documents.style import mm
from trainer_app.i18n import Catalog

HEAD_HEIGHT, ROW_HEIGHT, TITLE_HEIGHT = 8 * mm, 7.5 * mm, 11 * mm
GAP = 4 * mm
TOTALS_WIDTH = 60.0
Size = tuple[float, float]


def draw(
    own: Sheet, count: str, t: Catalog, file: IO[bytes], tick: Tick, foot: Foot, size: Size = style.LANDSCAPE
) -> int:
    """Draw every page; `count` stands across from the title. Returns how many pages there are."""
    words = [[_shown(value, t) for value in row] for row in own.rows]
    following = int((size[1] - 2 * style.MARGIN_Y - FOOT - TITLE_HEIGHT - HEAD_HEIGHT) / ROW_HEIGHT)
    first = following - ceil(_above(foot, size) / ROW_HEIGHT)
    pages = pages_of(len(words), first, following)
    most = first if len(pages) == 1 else following
    totals_fit = not own.totals or len(pages[-1]) + _totals_rows(own) <= most
    paper = Paper(file, t, own.title, foot, len(pages) + (not totals_fit), size)
    for page in pages:
        paper.begin()
        top = _draw_title(paper, own, count)
        some = words[page.start : page.stop]
        top = draw_table(paper.canvas, own.columns, some, paper.left, top, HEAD_HEIGHT, ROW_HEIGHT)
        if own.totals and totals_fit and page == pages[-1]:
            _draw_totals(paper, own, top - GAP)
        paper.end()
        tick(paper.number / paper.pages)
    if not totals_fit:
        paper.begin()
        _draw_totals(paper, own, _draw_title(paper, own, count))
        paper.end()
    paper.save()
    tick(1)
    return paper.pages


def _shown(value: Value, t: Catalog) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else t.date(value)


def _totals_rows(own: Sheet) -> int:
    """How many rows of the list the totals take the room of."""
    return len(own.totals) + (3 if own.note else 2)


def _above(foot: Foot, size: Size) -> float:
    """How much of the first page the letterhead takes."""
    if not foot.letterhead.has_head:
        return 0.0
    return letterhead.height(foot.letterhead, "", size[0] - 2 * style.MARGIN_X)


def _draw_title(paper: Paper, own: Sheet, count: str) -> float:
    top, room = paper.top, paper.right - paper.left
    if paper.number == 1 and paper.foot.letterhead.has_head:
        top -= letterhead.draw(paper.canvas, paper.foot.letterhead, "", paper.left, paper.right, top)
    y = top - 6 * mm
    size, lines = fonts.fitted(own.title, fonts.BOLD, room * 0.65, ((style.TITLE, 1), (10.0, 1)))
    fonts.draw(paper.canvas, paper.left, y, lines[0], fonts.BOLD, size)
    size, lines = fonts.fitted(count, fonts.SANS, room * 0.33, style.ONE_LINE)
    fonts.draw_right(paper.canvas, paper.right, y, lines[0], fonts.SANS, size)
    return top - TITLE_HEIGHT


def _draw_totals(paper: Paper, own: Sheet, top: float) -> None:
    columns = [Column(words, TOTALS_WIDTH, centred=place > 0) for place, words in enumerate(own.totals_heading)]
    words = [[_shown(value, paper.t) for value in row] for row in own.totals]
    bottom = draw_table(paper.canvas, columns, words, paper.left, top, HEAD_HEIGHT, ROW_HEIGHT)
    if own.note:
        size, lines = fonts.fitted(own.note, fonts.SANS, paper.right - paper.left, ((style.SMALL, 1), (style.LEAST, 1)))
        fonts.draw(paper.canvas, paper.left, bottom - 5 * mm, lines[0], fonts.SANS, size)
