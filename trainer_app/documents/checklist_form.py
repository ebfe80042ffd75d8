"""The form on which one watches somebody at practical work: ten lines, each with what was seen."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import checklist_words, fonts, protocol, report_blocks, style
from trainer_app.documents.block_table import Table
from trainer_app.documents.blocks import Piece
from trainer_app.documents.fonts import P
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import dates, foot_of
from trainer_app.documents.style import mm
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.checklists import LINES, Checklist, Seen
from trainer_app.i18n import Catalog

LINE = style.paragraph(fonts.READING, 12, 1.2)
COLUMN = style.paragraph(fonts.SEMIBOLD, style.BODY, 1.15)
ROW = 13.5 * mm
WIDTHS = (0.06, 0.50, 0.09, 0.11, 0.09, 0.15)
BOX = "☐"


def title(checklist: Checklist, t: Catalog) -> str:
    return checklist_words.titles(t)[checklist]


def facts(head: TrainingHead, t: Catalog) -> tuple[tuple[str, str], ...]:
    return (
        (t.gettext("Training"), f"{head.title} ({head.code})"),
        (t.gettext("Group"), head.group),
        (t.gettext("Venue"), ", ".join(filter(None, (head.venue, head.place)))),
        (t.gettext("Dates"), dates(t, head)),
    )


def rows(checklist: Checklist, t: Catalog) -> tuple[tuple[str, ...], ...]:
    """A number, what one looks out for, and a box for each answer."""
    return tuple(
        (str(number), line, *(BOX,) * len(Seen))
        for number, line in enumerate(checklist_words.lines(checklist, t), start=1)
    )


def write(
    head: TrainingHead,
    checklist: Checklist,
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    printed: date | None = None,
) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(head, checklist, t, file, tick, printed or date.today())
    return Written(path, LINES, pages)


def as_bytes(head: TrainingHead, checklist: Checklist, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(head, checklist, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _draw(head: TrainingHead, checklist: Checklist, t: Catalog, file: IO[bytes], tick: Tick, day: date) -> int:
    def fill(room: float) -> list[Piece]:
        return [
            report_blocks.facts(facts(head, t), t),
            report_blocks.ToFill((t.gettext("Who is watched"), t.gettext("Who watches"), t.gettext("Day"))),
            _table(checklist, t, room),
            *protocol.titled(t.gettext("What was good, and one thing to do better"), protocol.lines(3)),
        ]

    return protocol.draw(title(checklist, t), fill, t, file, tick, foot_of(head, title(checklist, t), day))


def _table(checklist: Checklist, t: Catalog, room: float) -> Table:
    seen = checklist_words.seen(t)
    heads = (t.pgettext("number of a line", "No"), t.gettext("What one looks out for"), *(seen[one] for one in Seen))
    return Table(
        tuple(share * room for share in WIDTHS),
        tuple(P(words, COLUMN) for words in heads),
        tuple(tuple(P(words, LINE) for words in row) for row in rows(checklist, t)),
        ROW,
        3 * mm,
    )
