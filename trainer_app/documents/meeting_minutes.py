"""The minutes of a meeting, as a committee signs them: attendance, agenda, discussion, decisions. What nobody typed is
left as lines to write on.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import protocol, report_blocks, training_report
from trainer_app.documents.blocks import Piece
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import foot_of
from trainer_app.documents.report_blocks import together
from trainer_app.documents.style import mm
from trainer_app.documents.words import sex_letters, status_words
from trainer_app.domain.minutes import MeetingMinutes
from trainer_app.domain.people import Sex
from trainer_app.domain.training_report import Sexes
from trainer_app.i18n import Catalog

PEOPLE_WIDTHS = (0.07, 0.38, 0.07, 0.28, 0.20)
SIGN_WIDTHS = (0.26, 0.34, 0.26, 0.14)
EMPTY_LINES, EMPTY_ROWS = 4, 3


def title(t: Catalog) -> str:
    return t.gettext("Minutes of the meeting")


def facts(minutes: MeetingMinutes, t: Catalog) -> tuple[tuple[str, str], ...]:
    head = minutes.head
    return (
        *training_report.above(head, t),
        (t.gettext("Meeting"), f"{head.title} ({head.code})"),
        (t.gettext("Group"), head.group),
        (t.gettext("Day"), t.long_date(minutes.day)),
        (t.gettext("Hours"), f"{minutes.starts:%H:%M}-{minutes.ends:%H:%M}"),
        (t.gettext("Venue"), ", ".join(filter(None, (minutes.venue, head.place)))),
        (t.gettext("Led by"), ", ".join(head.trainers)),
    )


def people_heads(t: Catalog) -> tuple[str, ...]:
    return (
        t.pgettext("number in the register", "No"),
        t.gettext("Name"),
        t.pgettext("heading of a narrow column", "Sex"),
        t.gettext("Cooperative or group"),
        t.gettext("Presence"),
    )


def people_rows(minutes: MeetingMinutes, t: Catalog) -> tuple[tuple[str, ...], ...]:
    sexes, statuses = sex_letters(t), status_words(t)
    return tuple(
        (one.number, one.name, sexes[one.sex], one.group, statuses[one.status] if one.status else "")
        for one in minutes.people
    )


def total(minutes: MeetingMinutes, t: Catalog) -> str:
    """`Came: 12 (7 women, 5 men), and 4 more without a name`; a line to write on where nobody is marked."""
    if not minutes.is_marked and not minutes.heads.all:
        return ""
    counted = Counter(one.sex for one in minutes.came)
    sexes = Sexes(counted[Sex.FEMALE], counted[Sex.MALE], counted[Sex.UNKNOWN])
    words = t.gettext("Came: {people}").format(people=training_report.sexes(sexes, t))
    if not minutes.heads.all:
        return words
    more = t.ngettext("and {count} more without a name", "and {count} more without a name", minutes.heads.all)
    return f"{words}, {more.format(count=minutes.heads.all)}"


def discussion(minutes: MeetingMinutes, t: Catalog) -> tuple[tuple[str, str], ...]:
    """Head and words of what was noted, without what nobody wrote."""
    heads = training_report.note_heads(t)
    return tuple((heads[name], words) for name in heads if (words := str(getattr(minutes.notes, name)).strip()))


def write(
    minutes: MeetingMinutes, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None
) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(minutes, t, file, tick, printed or date.today())
    return Written(path, len(minutes.people), pages)


def as_bytes(minutes: MeetingMinutes, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(minutes, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _draw(minutes: MeetingMinutes, t: Catalog, file: IO[bytes], tick: Tick, day: date) -> int:
    def fill(room: float) -> list[Piece]:
        return [
            report_blocks.facts(facts(minutes, t), t),
            *protocol.titled(t.gettext("Agenda"), *_agenda(minutes)),
            *_attendance(minutes, t, room),
            *_still_open(minutes, t, room),
            *protocol.titled(t.gettext("Discussion"), *_discussion(minutes, t)),
            *protocol.titled(t.gettext("Decisions"), training_report.to_do(minutes.decided, t, room)),
            together(protocol.heading(t.gettext("Signatures")), *_signatures(t, room)),
        ]

    return protocol.draw(title(t), fill, t, file, tick, foot_of(minutes.head, title(t), day))


def _agenda(minutes: MeetingMinutes) -> list[Piece]:
    if not minutes.agenda:
        return [protocol.lines(EMPTY_LINES)]
    return [protocol.sentence(f"{number}. {point}") for number, point in enumerate(minutes.agenda, start=1)]


def _attendance(minutes: MeetingMinutes, t: Catalog, room: float) -> Iterator[Piece]:
    yield protocol.heading(t.gettext("Attendance"))
    if words := total(minutes, t):
        yield protocol.sentence(words)
    rows = people_rows(minutes, t) or (("",) * len(PEOPLE_WIDTHS),) * EMPTY_ROWS
    yield report_blocks.table(people_heads(t), rows, [share * room for share in PEOPLE_WIDTHS], 6 * mm)


def _still_open(minutes: MeetingMinutes, t: Catalog, room: float) -> list[Piece]:
    if not minutes.still_open:
        return []
    table = training_report.to_do(minutes.still_open, t, room)
    return protocol.titled(t.gettext("Decided before, and not yet done"), table)


def _discussion(minutes: MeetingMinutes, t: Catalog) -> Iterator[Piece]:
    told = discussion(minutes, t)
    if not told:
        yield protocol.lines(2 * EMPTY_LINES)
    for head, words in told:
        yield report_blocks.note(head)
        yield from report_blocks.paragraphs(words)


def _signatures(t: Catalog, room: float) -> list[Piece]:
    heads = (t.gettext("Function"), t.gettext("Name"), t.gettext("Signature"), t.gettext("Date"))
    who = (t.gettext("Chair"), t.gettext("Secretary"), t.gettext("Trainer"))
    rows = tuple((one, "", "", "") for one in who)
    return [report_blocks.table(heads, rows, [share * room for share in SIGN_WIDTHS], 10 * mm)]
