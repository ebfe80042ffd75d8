"""The trainer's report of a training: who came on which day, what was learnt, what was noted, what is still to be done.

What nobody typed is left as lines to write on: the paper serves with an empty screen too.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from trainer_app.documents import checklist_words, choices, feedback_words, protocol, report_blocks
from trainer_app.documents.blocks import Block, Piece
from trainer_app.documents.formats import PDF, format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.page import dates, foot_of
from trainer_app.documents.report_blocks import Bar, Bars, Frames, Signing, together
from trainer_app.documents.style import mm
from trainer_app.domain.attendance import TrainingHead
from trainer_app.domain.checklists import ObservationLine
from trainer_app.domain.feedback import Face, Faces, Said
from trainer_app.domain.resolutions import ResolutionLine
from trainer_app.domain.scores import Phase
from trainer_app.domain.training_report import DayNotes, ReportDay, ReportScores, Sexes, TrainingReport
from trainer_app.i18n import Catalog

NOTES = ("worked", "problems", "questions", "next_time")
EMPTY_LINES = 3
EMPTY_ROWS = 3
PHOTOS, PHOTO = 2, 32 * mm
DAY_WIDTHS = (9.0, 20.0, 22.0, 51.0, 21.0, 21.0, 42.0)
FACE_WIDTHS = (0.48, 0.15, 0.13, 0.12, 0.12)
TO_DO_WIDTHS = (0.50, 0.24, 0.14, 0.12)


def title(t: Catalog) -> str:
    return t.gettext("Trainer's report")


def facts(report: TrainingReport, t: Catalog) -> tuple[tuple[str, str], ...]:
    head = report.head
    return (
        *above(head, t),
        (t.gettext("Training"), f"{head.title} ({head.code})"),
        (t.gettext("Group"), head.group),
        (t.gettext("Venue"), ", ".join(filter(None, (head.venue, head.place)))),
        (t.gettext("Dates"), dates(t, head)),
        (t.gettext("Hours"), number(report.hours, t)),
        (t.gettext("Trainers"), ", ".join(head.trainers)),
    )


def above(head: TrainingHead, t: Catalog) -> tuple[tuple[str, str], ...]:
    """What the letterhead says where there is one."""
    if head.letterhead.has_head:
        return ()
    return (t.gettext("Project"), head.project), (t.gettext("Organiser"), head.organiser)


def day_heads(t: Catalog) -> tuple[str, ...]:
    return (
        t.pgettext("number of a day", "No"),
        t.gettext("Day"),
        t.gettext("Hours"),
        t.gettext("Topic"),
        t.gettext("Women who came, of those expected"),
        t.gettext("Men who came, of those expected"),
        t.gettext("Remark"),
    )


def day_rows(report: TrainingReport, t: Catalog) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(day.number),
            t.date(day.day),
            f"{day.starts:%H:%M}-{day.ends:%H:%M}",
            day.topic,
            _of(day, day.came.women if day.came else None, day.expected.women, t),
            _of(day, day.came.men if day.came else None, day.expected.men, t),
            remark(day, t),
        )
        for day in report.days
    )


def _of(day: ReportDay, came: int | None, expected: int, t: Catalog) -> str:
    if day.cut:
        return ""
    if came is None:
        return t.gettext("– of {expected}").format(expected=expected)
    return t.gettext("{came} of {expected}").format(came=came, expected=expected)


def remark(day: ReportDay, t: Catalog) -> str:
    """What was otherwise than planned, and who came besides; a sentence each."""
    return " ".join(_remarks(day, t))


def _remarks(day: ReportDay, t: Catalog) -> Iterator[str]:
    if day.cut:
        yield t.gettext("Not held.")
    elif day.moved_from:
        yield t.gettext("Moved from {date}.").format(date=t.date(day.moved_from))
    if day.came is None and not day.cut:
        yield t.gettext("Not marked.")
    elif day.unmarked:
        yield t.ngettext("{count} person not marked.", "{count} people not marked.", day.unmarked).format(
            count=day.unmarked
        )
    if day.came and day.came.unknown:
        words = t.ngettext("{count} more came, sex not noted.", "{count} more came, sex not noted.", day.came.unknown)
        yield words.format(count=day.came.unknown)
    if beside := day.outsiders + day.heads:
        words = t.ngettext("{count} person besides.", "{count} people besides.", beside)
        yield words.format(count=beside)
    if day.why:
        yield t.gettext("Reason: {reason}").format(reason=day.why)


def people(report: TrainingReport, t: Catalog) -> tuple[str, ...]:
    """Who was counted, in words; outsiders and heads without a name apart."""
    came, share = report.came.all, t.percent(report.share_asked)
    trained = t.ngettext(
        "{count} person attended at least {share} of the sessions.",
        "{count} people attended at least {share} of the sessions.",
        report.trained,
    )
    lines = [
        t.gettext("Enrolled: {people}").format(people=sexes(report.enrolled, t)),
        t.gettext("Came at least once, each person counted once: {people}").format(people=sexes(report.came, t)),
        trained.format(count=report.trained, share=share) if came else t.gettext("No attendance is marked yet."),
    ]
    if report.outsiders:
        words = t.ngettext(
            "{count} person from outside the project, counted apart.",
            "{count} people from outside the project, counted apart.",
            report.outsiders,
        )
        lines.append(words.format(count=report.outsiders))
    if report.heads:
        words = t.ngettext(
            "{count} head counted without a name, the same person perhaps on several days.",
            "{count} heads counted without a name, the same person perhaps on several days.",
            report.heads,
        )
        lines.append(words.format(count=report.heads))
    return tuple(lines)


def sexes(count: Sexes, t: Catalog) -> str:
    """`33 (19 women, 14 men)`"""
    parts = [
        t.ngettext("{count} woman", "{count} women", count.women).format(count=count.women),
        t.ngettext("{count} man", "{count} men", count.men).format(count=count.men),
    ]
    if count.unknown:
        parts.append(t.gettext("{count} sex not noted").format(count=count.unknown))
    return f"{count.all} ({', '.join(parts)})"


def score_bars(scores: ReportScores, t: Catalog) -> tuple[Bar, ...]:
    """The mean of each test beside the highest score there is; of a room that was counted, the right answers."""
    means = [
        Bar(
            t.gettext("Mean {when}").format(when=choices.phase_word(t, one.phase)),
            one.mean.value / one.maximum,
            f"{number(one.mean.value, t, 1)} / {number(one.maximum, t)}",
            hatched=one.phase is Phase.PRE,
        )
        for one in scores.phases
        if one.mean.value is not None
    ]
    counted = [
        Bar(
            t.gettext("Right answers {when}").format(when=choices.phase_word(t, phase)),
            tally.share,
            f"{t.percent(tally.share)} ({tally.right}/{tally.asked})",
            hatched=phase is Phase.PRE,
        )
        for phase, tally in scores.tallied
        if tally.share is not None
    ]
    return (*means, *counted)


def score_words(scores: ReportScores, t: Catalog) -> tuple[str, ...]:
    return tuple(_score_words(scores, t))


def _score_words(scores: ReportScores, t: Catalog) -> Iterator[str]:
    if scores.is_empty:
        yield t.gettext("No test was written down.")
        return
    for one in scores.phases:
        words = t.ngettext(
            "{when}: {count} person sat the test, {passed} reached {mark} of {most} points.",
            "{when}: {count} people sat the test, {passed} reached {mark} of {most} points.",
            one.sat,
        )
        yield capital(
            words.format(
                when=choices.phase_word(t, one.phase),
                count=one.sat,
                passed=one.passed,
                mark=number(one.pass_mark, t),
                most=number(one.maximum, t),
            )
        )
    if scores.gain and scores.gain.points.value is not None:
        words = t.ngettext(
            "Points gained: {gain}, mean of the {count} person who sat both tests.",
            "Points gained: {gain}, mean of the {count} people who sat both tests.",
            scores.gain.n,
        )
        yield words.format(gain=signed(scores.gain.points.value, t), count=scores.gain.n)
    if scores.difficult:
        hard = "; ".join(f"{stem} ({t.percent(share)})" for stem, share in scores.difficult)
        yield t.gettext("Still difficult, with the share of right answers: {questions}").format(questions=hard)
    if scores.to_help:
        words = t.ngettext("{count} person needs help.", "{count} people need help.", scores.to_help)
        yield words.format(count=scores.to_help)
    if scores.is_few:
        yield t.gettext("Fewer than five people: take these figures with care.")


def number(value: float, t: Catalog, places: int = 0) -> str:
    """With a decimal where one is asked for or the value has one."""
    return t.number(value, places or (0 if value == int(value) else 1))


def signed(value: float, t: Catalog) -> str:
    return ("+" if value > 0 else "−" if value < 0 else "") + t.number(abs(value), 1)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def face_heads(t: Catalog) -> tuple[str, ...]:
    return (t.gettext("What people said"), *feedback_words.faces(t).values(), t.gettext("Answers"))


def face_rows(said: Said, t: Catalog) -> tuple[tuple[str, ...], ...]:
    """How many chose each face; of the good ones also the share."""
    words = feedback_words.questions(t)
    return tuple(
        (words[question], *(_faced(faces, face, t) for face in Face), str(faces.all))
        for question, faces in said.items()
    )


def _faced(faces: Faces, face: Face, t: Catalog) -> str:
    if face is Face.GOOD and faces.good_share is not None:
        return f"{faces.good} ({t.percent(faces.good_share)})"
    return str(faces.of(face))


def watched_words(lines: Sequence[ObservationLine], t: Catalog) -> tuple[str, ...]:
    """Of each checklist: how often somebody was watched, and how many of the lines that were seen were done well."""
    names, found = checklist_words.titles(t), []
    for checklist in dict.fromkeys(line.form.checklist for line in lines):
        counts = [line.counts for line in lines if line.form.checklist is checklist]
        words = t.ngettext(
            "{checklist}: watched {count} time, {well} of {seen} lines done well.",
            "{checklist}: watched {count} times, {well} of {seen} lines done well.",
            len(counts),
        )
        well, seen = sum(well for well, _seen in counts), sum(seen for _well, seen in counts)
        found.append(words.format(checklist=names[checklist], count=len(counts), well=well, seen=seen))
    return tuple(found)


def note_heads(t: Catalog) -> dict[str, str]:
    return {
        "worked": t.gettext("What worked"),
        "problems": t.gettext("Problems"),
        "questions": t.gettext("Questions people asked"),
        "next_time": t.gettext("Next time"),
    }


def noted(notes: Sequence[DayNotes], name: str, t: Catalog) -> tuple[str, ...]:
    """What was written under one head, a line each, with the day it is of where there are several."""
    found: list[str] = []
    for day in notes:
        written = str(getattr(day.notes, name))
        found += [
            t.gettext("Day {number}: {words}").format(number=day.number, words=line.strip())
            for line in written.splitlines()
            if line.strip()
        ]
    return tuple(found)


def to_do_heads(t: Catalog) -> tuple[str, ...]:
    return (
        t.gettext("What is to be done"),
        t.gettext("Who does it"),
        t.gettext("Until when"),
        t.gettext("Done"),
    )


def to_do_rows(lines: Sequence[ResolutionLine], t: Catalog) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            line.form.words,
            line.form.owner,
            t.date(line.form.due) if line.form.due else "",
            t.date(line.done_on) if line.done_on else "",
        )
        for line in lines
    )


def annexes(t: Catalog) -> tuple[str, ...]:
    return (
        t.gettext("Attendance list with the signatures"),
        t.gettext("Answer sheets or tally sheets of the tests"),
        t.gettext("Feedback forms or their tally sheet"),
        t.gettext("Photographs, with the agreement of those who are seen on them"),
    )


def write(report: TrainingReport, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None) -> Written:
    format_of(path, t, (PDF,))
    with saving(path, t) as file:
        pages = _draw(report, t, file, tick, printed or date.today())
    return Written(path, len(report.days), pages)


def as_bytes(report: TrainingReport, t: Catalog, printed: date | None = None) -> bytes:
    """The paper, to look at or to send to a printer."""
    file = io.BytesIO()
    _draw(report, t, file, no_tick, printed or date.today())
    return file.getvalue()


def _draw(report: TrainingReport, t: Catalog, file: IO[bytes], tick: Tick, day: date) -> int:
    def fill(room: float) -> list[Piece]:
        return [
            report_blocks.facts(facts(report, t), t),
            *protocol.titled(t.gettext("Attendance"), *_attendance(report, t, room)),
            *protocol.titled(t.gettext("What was learnt"), *_scores(report.scores, t)),
            *_seen(report, t, room),
            *_notes(report, t),
            *protocol.titled(t.gettext("Follow-up"), to_do(report.resolutions, t, room)),
            together(protocol.heading(t.gettext("Photographs")), Frames(PHOTOS, PHOTO, t.gettext("What is seen"))),
            together(protocol.heading(t.gettext("Annexes")), *map(report_blocks.box_to_tick, annexes(t))),
            Signing(t),
        ]

    return protocol.draw(title(t), fill, t, file, tick, foot_of(report.head, title(t), day))


def _attendance(report: TrainingReport, t: Catalog, room: float) -> list[Piece]:
    widths = [width * room / sum(DAY_WIDTHS) for width in DAY_WIDTHS]
    table = report_blocks.table(day_heads(t), day_rows(report, t), widths)
    return [table, *(protocol.sentence(words) for words in people(report, t))]


def _scores(scores: ReportScores, t: Catalog) -> list[Piece]:
    bars = score_bars(scores, t)
    return [*([Bars(bars)] if bars else []), *(protocol.sentence(words) for words in score_words(scores, t))]


def _seen(report: TrainingReport, t: Catalog, room: float) -> Iterator[Piece]:
    """Smileys and practical work, where somebody wrote them down."""
    if report.said:
        widths = [share * room for share in FACE_WIDTHS]
        yield report_blocks.table(face_heads(t), face_rows(report.said, t), widths, 5.6 * mm)
    if report.watched:
        yield from protocol.titled(t.gettext("Practical work"), *map(protocol.point, watched_words(report.watched, t)))


def _notes(report: TrainingReport, t: Catalog) -> Iterator[Piece]:
    for name, head in note_heads(t).items():
        written = noted(report.notes, name, t)
        pieces = [protocol.point(words) for words in written] or [protocol.lines(EMPTY_LINES)]
        yield from protocol.titled(head, *pieces)


def to_do(lines: Sequence[ResolutionLine], t: Catalog, room: float) -> Block:
    """What was decided; empty rows where nothing is typed."""
    rows = to_do_rows(lines, t) or (("",) * 4,) * EMPTY_ROWS
    least = 7 * mm if lines else 9.5 * mm
    return report_blocks.table(to_do_heads(t), rows, [share * room for share in TO_DO_WIDTHS], least)
