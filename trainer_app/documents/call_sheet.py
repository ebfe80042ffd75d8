"""The call sheet: whom to call, under which number, what to say, and boxes for what came of it.

Phones stand in full: nobody can call a masked number. The sheet is a nominal list, and the ledger notes it as one.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import call_words, protocol
from trainer_app.documents.blocks import Piece
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot
from trainer_app.documents.protocol import Listing
from trainer_app.documents.sheet import Column
from trainer_app.documents.style import mm
from trainer_app.domain.follow_up import CallOutcome, FollowUp, TaskKind
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.i18n import Catalog

BOX, TO_FILL = "☐", "…………"
ROW = 12 * mm
OUTCOME = 17.0  # millimetres


def columns(t: Catalog) -> tuple[Column, ...]:
    words = call_words.call_words(t)
    return (
        Column(t.pgettext("number in a list", "No"), 8, centred=True),
        Column(t.gettext("Name"), 46),
        Column(t.gettext("Phone"), 28),
        Column(t.gettext("Training"), 30),
        Column(t.gettext("Since"), 20, centred=True),
        Column(t.gettext("What"), 34),
        *(Column(words[outcome], OUTCOME, centred=True) for outcome in CallOutcome),
        Column(t.gettext("What was said"), 14),
    )


def rows(lines: Sequence[FollowUp], t: Catalog) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(number),
            line.name,
            call_words.phone(line),
            line.training,
            t.date(line.since or line.due),
            call_words.what(line, t),
            *(BOX for _outcome in CallOutcome),
            "",
        )
        for number, line in enumerate(lines, start=1)
    )


def scripts(lines: Sequence[FollowUp], t: Catalog, organiser: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What to say to each kind of people on the sheet, without their names, under a heading that tells to whom."""
    headings = {
        TaskKind.ABSENCE: t.gettext("What to say to somebody who was absent"),
        TaskKind.LOW_SCORE: t.gettext("What to say to somebody with a low score"),
    }
    found: dict[TaskKind, tuple[str, ...]] = {}
    for line in lines:
        anybody = replace(line, name=TO_FILL, training=TO_FILL, since=None)
        found.setdefault(line.kind, call_words.script(anybody, t, organiser))
    return tuple((headings[kind], found[kind]) for kind in headings if found.get(kind))


def title(t: Catalog) -> str:
    return t.gettext("Call sheet")


def write(
    lines: Sequence[FollowUp],
    t: Catalog,
    path: Path,
    tick: Tick = no_tick,
    printed: date | None = None,
    organiser: str = "",
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        foot = Foot(title(t), printed or date.today(), is_sample, letterhead)
        pages = _draw(lines, t, file, tick, foot, organiser)
    return Written(path, len(lines), pages)


def as_bytes(
    lines: Sequence[FollowUp],
    t: Catalog,
    printed: date | None = None,
    organiser: str = "",
    is_sample: bool = False,
    letterhead: Letterhead = NONE,
) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    foot = Foot(title(t), printed or date.today(), is_sample, letterhead)
    _draw(lines, t, file, no_tick, foot, organiser)
    return file.getvalue()


def _draw(lines: Sequence[FollowUp], t: Catalog, file: IO[bytes], tick: Tick, foot: Foot, organiser: str) -> int:
    def fill(room: float) -> list[Piece]:
        spare = room / mm - sum(column.width for column in columns(t))
        *first, last = columns(t)
        wide = (*first, replace(last, width=last.width + spare))
        said: list[Piece] = []
        for heading, script in scripts(lines, t, organiser):
            said += protocol.titled(heading, *map(protocol.point, script))
        return [
            protocol.caption(t.gettext("This sheet holds names and phone numbers. Keep it safe, then destroy it.")),
            Listing(wide, rows(lines, t), ROW),
            *said,
        ]

    return protocol.draw(f"{title(t)}, {t.long_date(foot.printed)}", fill, t, file, tick, foot, wide=True)
