"""Minutes of a replacement: who left and why, which calls were made, who waited in which order, who came, who signs."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import call_words, protocol, ranking_words
from trainer_app.documents.blocks import Piece, Together
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import dates, foot_of
from trainer_app.documents.protocol import Listing
from trainer_app.documents.sheet import Column
from trainer_app.documents.style import mm
from trainer_app.documents.words import sex_letters
from trainer_app.domain.replacing import Minutes
from trainer_app.i18n import Catalog

SIGNERS = 4


def title(t: Catalog) -> str:
    return t.gettext("Minutes of a replacement")


def facts(minutes: Minutes, t: Catalog) -> tuple[tuple[str, str], ...]:
    head = minutes.head
    return (
        (t.gettext("Project"), head.project),
        (t.gettext("Training"), f"{head.title} ({head.code})"),
        (t.gettext("Group"), head.group),
        (t.gettext("Venue"), ", ".join(filter(None, (head.venue, head.place)))),
        (t.gettext("Dates"), dates(t, head)),
        (t.gettext("Decided on"), t.long_date(minutes.decided_on)),
    )


def who_left(minutes: Minutes, t: Catalog) -> tuple[str, ...]:
    words = t.gettext("{name} (No {number} of the register) takes part no longer from {date} on.")
    return (
        words.format(name=minutes.left, number=minutes.left_number, date=t.date(minutes.left_on)),
        t.gettext("Reason: {reason}").format(reason=minutes.reason),
    )


def calls(minutes: Minutes, t: Catalog) -> tuple[tuple[str, ...], ...]:
    outcomes = call_words.call_words(t)
    return tuple((t.date(line.called_on), outcomes[line.outcome], line.words) for line in reversed(minutes.calls))


def ranked(minutes: Minutes, t: Catalog) -> tuple[tuple[str, ...], ...]:
    sexes = sex_letters(t)
    return tuple(
        (
            ranking_words.position(line, t),
            line.who.name,
            sexes[line.who.sex],
            line.who.group,
            ranking_words.reasons(line, t),
        )
        for line in minutes.ranked
    )


def who_came(minutes: Minutes, t: Catalog) -> str:
    if not minutes.came:
        return t.gettext("Nobody could be found. The place stays empty.")
    words = t.gettext("{name} takes the place, as No {number} of the register.")
    return words.format(name=minutes.came, number=minutes.came_number)


def write(minutes: Minutes, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(minutes, t, file, tick, printed or date.today())
    return Written(path, 1, pages)


def as_bytes(minutes: Minutes, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(minutes, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _draw(minutes: Minutes, t: Catalog, file: IO[bytes], tick: Tick, day: date) -> int:
    def fill(room: float) -> list[Piece]:
        return [
            *protocol.facts(facts(minutes, t), t),
            *protocol.titled(t.gettext("Who leaves"), *map(protocol.sentence, who_left(minutes, t))),
            *protocol.titled(t.gettext("Calls that were made"), *_calls(minutes, t, room)),
            *protocol.titled(t.gettext("Who waited for a place, in this order"), *_ranked(minutes, t, room)),
            *protocol.titled(t.gettext("Decision"), protocol.sentence(who_came(minutes, t))),
            *protocol.titled(t.gettext("Remarks"), protocol.lines(2)),
            Together(tuple(protocol.signatures(t, (), room, SIGNERS))),  # type: ignore[arg-type]
        ]

    return protocol.draw(title(t), fill, t, file, tick, foot_of(minutes.head, title(t), day))


def _calls(minutes: Minutes, t: Catalog, room: float) -> list[Piece]:
    if not minutes.calls:
        return [protocol.sentence(t.gettext("None."))]
    columns = (
        Column(t.gettext("Day"), 26, centred=True),
        Column(t.gettext("Outcome"), 40),
        Column(t.gettext("What was said"), room / mm - 66),
    )
    return [Listing(columns, calls(minutes, t))]


def _ranked(minutes: Minutes, t: Catalog, room: float) -> list[Piece]:
    if not minutes.ranked:
        return [protocol.sentence(t.gettext("Nobody waited for a place."))]
    columns = (
        Column(t.pgettext("rank in a list", "Rank"), 17, centred=True),
        Column(t.gettext("Name"), 56),
        Column(t.pgettext("heading of a narrow column", "Sex"), 11, centred=True),
        Column(t.gettext("Group"), 40),
        Column(t.gettext("Why"), room / mm - 124),
    )
    tied = any(line.tied for line in minutes.ranked)
    note = [protocol.caption(t.gettext("“=”: equal in all criteria; the committee decided between them."))]
    return [Listing(columns, ranked(minutes, t), 8 * mm), *(note if tied else [])]
