"""Who gets a certificate and who does not, in words; and what became of the one that was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.documents import verify_words
from trainer_app.domain.certificates import hours
from trainer_app.domain.certifying import Candidate, CandidateList, Issued, Standing
from trainer_app.domain.rules import Certified
from trainer_app.domain.verifying import Checked
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui.models.table import CENTRE, RIGHT, Column

HOURS, NUMBER = N_("Hours"), N_("Number")
SECOND = (HOURS, NUMBER)
"""Columns that give way in a narrow window."""


@dataclass(frozen=True, slots=True)
class TickedCandidate:
    """One line of the list: `ticked` gets a certificate when it is issued."""

    candidate: Candidate
    rule: Certified
    ticked: bool


def _ticked(line: TickedCandidate) -> str:
    return _("ticked") if line.ticked else _("not ticked")


def _share(line: TickedCandidate) -> str:
    return screen().percent(line.candidate.attendance.percent / 100)


def _number(line: TickedCandidate) -> str:
    issued = line.candidate.issued
    return issued.statement.number if issued else ""


def _reason(line: TickedCandidate) -> str:
    return standing_words(line.candidate, line.rule)


def _place(line: TickedCandidate) -> tuple[int, str]:
    number = line.candidate.number
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits), number


CANDIDATES: tuple[Column[TickedCandidate], ...] = (
    Column(
        "✓",
        lambda line: "",
        align=CENTRE,
        sample="00",
        spoken=_ticked,
        checked=lambda line: line.ticked,
        sort=lambda line: not line.ticked,
    ),
    Column("N°", lambda line: line.candidate.number, align=CENTRE, sample="0000", sort=_place),
    Column(N_("Name"), lambda line: line.candidate.name, stretch=True),
    Column(N_("Attended"), _share, align=RIGHT, sample="100 % 00", sort=lambda line: line.candidate.attendance.share),
    Column(
        HOURS,
        lambda line: hours(line.candidate.attendance.minutes),
        align=RIGHT,
        sample="000 h 00",
        sort=lambda line: line.candidate.attendance.minutes,
    ),
    Column(N_("Certificate"), _reason, tip=_reason, sample="Cyatanzwe ku wa 00/00/0000, 000"),
    Column(NUMBER, _number, sample="WWWW-WWWW-WWWW-WWWW"),
)

CHECKED: tuple[Column[Checked], ...] = (
    Column(N_("Page"), lambda told: str(told.page or ""), align=CENTRE, sample="0000", sort=lambda told: told.page),
    Column(N_("Name"), lambda told: told.statement.name if told.statement else "", sample="NIYONSENGA Marie Chantal"),
    Column(N_("Result"), lambda told: verify_words.sentence(told, screen()), stretch=True),
)


def standing_words(line: Candidate, rule: Certified) -> str:
    """Whether somebody gets one, and why not; of who has one, how it stands."""
    t, issued = screen(), line.issued
    if issued is not None and not issued.stands:
        return _("Withdrawn: {reason}").format(reason=issued.withdrawn_reason)
    if issued is not None and line.is_stale:
        return _("Issued on {date}, changed since").format(date=t.date(issued.statement.issued))
    if issued is not None:
        return _("Issued on {date}").format(date=t.date(issued.statement.issued))
    match line.standing:
        case Standing.QUALIFIES:
            return _("Gets one")
        case Standing.NEVER_CAME:
            return _("Never came")
        case Standing.NOT_OVER:
            return _("The training is not over")
        case Standing.TOO_FEW:
            return _("Attended less than {share}").format(share=t.percent(rule.least_share))
        case Standing.NOT_SAT:
            return _("Did not sit the last test")
        case Standing.NOT_PASSED:
            return _("Did not pass the last test")


def rule_words(rule: Certified) -> str:
    """Who gets one, in a sentence."""
    share = screen().percent(rule.least_share)
    if rule.must_pass:
        return _("Who attended at least {share} of the sessions and passed the last test gets one.").format(share=share)
    return _("Who attended at least {share} of the sessions gets one.").format(share=share)


def counts_words(told: CandidateList) -> str:
    """`12 of 40 get one, 10 have it`, and what is still missing."""
    lines = told.lines
    qualify = sum(line.qualifies for line in lines)
    parts = [
        ngettext("{count} of {total} gets one", "{count} of {total} get one", qualify).format(
            count=qualify, total=len(lines)
        ),
        _("{count} have it").format(count=sum(line.is_certified for line in lines)),
    ]
    if told.to_come:
        words = ngettext("{count} session is still to come", "{count} sessions are still to come", told.to_come)
        parts.append(words.format(count=told.to_come))
    if told.unmarked:
        words = ngettext("{count} mark is missing", "{count} marks are missing", told.unmarked)
        parts.append(words.format(count=told.unmarked))
    return " · ".join(parts)


def issued_words(issued: Issued) -> str:
    """On the card of a person: `7QK2-M4XR-…, 9 March 2026`"""
    said = issued.statement
    words = f"{said.number} · {screen().date(said.issued)}"
    if issued.stands:
        return words
    withdrawn = _("Withdrawn: {reason}").format(reason=issued.withdrawn_reason)
    return f"{words} · {withdrawn}"


def names(lines: Sequence[Candidate]) -> str:
    return ", ".join(line.name for line in lines)
