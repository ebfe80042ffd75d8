"""Papers of a selection: the sheet on which an assessor gives points, and the ranked list that the committee signs."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import protocol
from trainer_app.documents.blocks import Piece, Together
from trainer_app.documents.call_words import number
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import Foot
from trainer_app.documents.protocol import Listing
from trainer_app.documents.sheet import Column
from trainer_app.documents.style import mm
from trainer_app.domain import selection as choosing
from trainer_app.domain.selection import Decision, RankedCandidate, SelectionSheet
from trainer_app.i18n import Catalog

MORE_CANDIDATES = 3  # empty rows for those who come unannounced
MOST_BESIDE = 7  # criteria as columns; more make another table
SIGNERS = 4


def decision_words(t: Catalog) -> dict[Decision, str]:
    return {
        Decision.CHOSEN: t.pgettext("decision about a candidate", "Chosen"),
        Decision.RESERVE: t.pgettext("decision about a candidate", "Reserve"),
        Decision.REFUSED: t.pgettext("decision about a candidate", "Not chosen"),
    }


def facts(own: SelectionSheet, t: Catalog) -> tuple[tuple[str, str], ...]:
    return (
        (t.gettext("Selection"), own.title),
        (t.gettext("Training"), own.training),
        (t.gettext("Day"), t.long_date(own.held_on)),
        (t.gettext("Places"), str(own.places)),
        (t.gettext("Candidates"), str(len(own.candidates))),
    )


def criteria_rows(own: SelectionSheet, t: Catalog) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (str(place), line.words, number(line.most, t), number(line.weight, t))
        for place, line in enumerate(own.criteria, start=1)
    )


def ranked_rows(own: SelectionSheet, t: Catalog) -> tuple[tuple[str, ...], ...]:
    """Rank, name, group, the average in each criterion, the total, what is missing, and the decision."""
    words = decision_words(t)
    return tuple(
        (
            f"{line.position} =" if line.tied else f"{line.position}",
            line.who.name,
            line.who.group,
            *(_average(own, line, place, t) for place in range(len(own.criteria))),
            number(line.total, t),
            str(line.missing) if line.missing else "",
            words[line.who.decision] if line.who.decision else "",
        )
        for line in choosing.ranked(own)
    )


def criteria_sheet(own: SelectionSheet, t: Catalog, printed: date | None = None) -> bytes:
    """To look at or to print: one page or more for each assessor, with their name."""
    return _bytes(own, t, printed, _draw_criteria)


def ranked_list(own: SelectionSheet, t: Catalog, printed: date | None = None) -> bytes:
    return _bytes(own, t, printed, _draw_ranked)


def write_criteria(
    own: SelectionSheet, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None
) -> Written:
    return _write(own, t, path, tick, printed, _draw_criteria)


def write_ranked(
    own: SelectionSheet, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None
) -> Written:
    return _write(own, t, path, tick, printed, _draw_ranked)


Draw = Callable[[SelectionSheet, Catalog, IO[bytes], Tick, date], int]


def _write(own: SelectionSheet, t: Catalog, path: Path, tick: Tick, printed: date | None, draw: Draw) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = draw(own, t, file, tick, printed or date.today())
    return Written(path, len(own.candidates), pages)


def _bytes(own: SelectionSheet, t: Catalog, printed: date | None, draw: Draw) -> bytes:
    file = io.BytesIO()
    draw(own, t, file, lambda _share: None, printed or date.today())
    return file.getvalue()


def _draw_criteria(own: SelectionSheet, t: Catalog, file: IO[bytes], tick: Tick, day: date) -> int:
    def fill(room: float) -> list[Piece]:
        count = len(own.criteria)
        parts = [range(start, min(start + MOST_BESIDE, count)) for start in range(0, max(count, 1), MOST_BESIDE)]
        sign = t.gettext("Assessor: {dots}   Signature: {dots}").format(dots="…" * 22)
        return [
            *protocol.facts(facts(own, t), t),
            *protocol.titled(t.gettext("Criteria"), _criteria(own, t, room)),
            protocol.caption(t.gettext("The criteria were written before the candidates were assessed.")),
            protocol.heading(t.gettext("Points")),
            *(_to_fill(own, t, room, part) for part in parts),
            protocol.sentence(sign, before=8 * mm),
        ]

    foot = Foot(t.gettext("Criteria sheet"), day, own.is_sample, own.letterhead)
    return protocol.draw(t.gettext("Criteria sheet"), fill, t, file, tick, foot, wide=True)


def _criteria(own: SelectionSheet, t: Catalog, room: float) -> Listing:
    columns = (
        Column(t.pgettext("number in a list", "No"), 10, centred=True),
        Column(t.gettext("Criterion"), room / mm - 70),
        Column(t.gettext("Most points"), 30, centred=True),
        Column(t.gettext("Weight"), 30, centred=True),
    )
    return Listing(columns, criteria_rows(own, t))


def _to_fill(own: SelectionSheet, t: Catalog, room: float, which: range) -> Listing:
    name, group = 60.0, 40.0
    each = (room / mm - name - group - 10) / max(len(which), 1)
    columns = (
        Column(t.pgettext("number in a list", "No"), 10, centred=True),
        Column(t.gettext("Name"), name),
        Column(t.gettext("Group"), group),
        *(Column(_short(own, place, t), each, centred=True) for place in which),
    )
    rows = [
        (str(number), line.name, line.group, *("" for _place in which))
        for number, line in enumerate(own.candidates, start=1)
    ]
    rows += [("", "", "", *("" for _place in which))] * MORE_CANDIDATES
    return Listing(columns, tuple(rows), 8 * mm)


def _short(own: SelectionSheet, place: int, t: Catalog) -> str:
    line = own.criteria[place]
    return f"{place + 1}. {line.words} (0–{number(line.most, t)})"


def _draw_ranked(own: SelectionSheet, t: Catalog, file: IO[bytes], tick: Tick, day: date) -> int:
    def fill(room: float) -> list[Piece]:
        lines = choosing.ranked(own)
        notes = [t.gettext("“=”: the same total. The committee decides between them.")]
        notes += [t.gettext("Not given yet: points that an assessor did not give; they do not count as nought.")]
        shown = [any(line.tied for line in lines), any(line.missing for line in lines)]
        remarks = [protocol.sentence(own.note)] if own.note else []
        return [
            *protocol.facts(facts(own, t), t),
            *protocol.titled(t.gettext("Criteria"), _criteria(own, t, room)),
            *protocol.titled(t.gettext("Ranked list"), _ranked(own, t, room)),
            *(protocol.caption(words) for words, is_shown in zip(notes, shown, strict=True) if is_shown),
            *protocol.titled(t.gettext("Remarks"), *remarks, protocol.lines(2)),
            Together(tuple(_signatures(own, t, room))),  # type: ignore[arg-type]
        ]

    title = t.gettext("Ranked list with minutes")
    foot = Foot(title, day, own.is_sample, own.letterhead)
    return protocol.draw(title, fill, t, file, tick, foot, wide=True)


def _ranked(own: SelectionSheet, t: Catalog, room: float) -> Listing:
    fixed = 17 + 56 + 20 + 20 + 26
    each = min((room / mm - fixed - 24) / max(len(own.criteria), 1), 26.0)
    group = room / mm - fixed - each * len(own.criteria)
    columns = (
        Column(t.pgettext("rank in a list", "Rank"), 17, centred=True),
        Column(t.gettext("Name"), 56),
        Column(t.gettext("Group"), group),
        *(Column(_short(own, place, t), each, centred=True) for place in range(len(own.criteria))),
        Column(t.gettext("Total"), 20, centred=True),
        Column(t.gettext("Not given yet"), 20, centred=True),
        Column(t.gettext("Decision"), 26, centred=True),
    )
    return Listing(columns, ranked_rows(own, t), 8 * mm)


def _signatures(own: SelectionSheet, t: Catalog, room: float) -> list[Piece]:
    named = [(one.name, one.function) for one in own.committee]
    return protocol.signatures(t, named, room, max(0, SIGNERS - len(named)))


def _average(own: SelectionSheet, line: RankedCandidate, place: int, t: Catalog) -> str:
    value = choosing.average(line.who, own.criteria[place], own.assessors)
    return "" if value is None else number(value, t)
