"""How what waits is shown: the columns of the due list, and the words for what is stored as a code."""

from __future__ import annotations

from trainer_app.documents import call_words
from trainer_app.domain.follow_up import FollowUp, TaskKind, TaskState
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.table import CENTRE, Column

RULES: tuple[tuple[TaskKind | None, str], ...] = (
    (None, N_("All rules")),
    (TaskKind.ABSENCE, N_("Absent")),
    (TaskKind.LOW_SCORE, N_("Low score")),
    (TaskKind.VISIT, N_("Visits")),
    (TaskKind.NOT_REACHED, N_("Members not reached")),
    (TaskKind.OWN, N_("Own tasks")),
)


def what(line: FollowUp) -> str:
    return call_words.what(line, screen())


def about(line: FollowUp) -> str:
    """Also which training, and what was done."""
    return "\n".join(part for part in (what(line), line.training, result(line)) if part)


def result(line: FollowUp) -> str:
    """What came of it so far: how it was settled, or the last call."""
    if line.state is TaskState.DONE:
        return call_words.outcome(line, screen())
    if line.calls:
        return call_words.call(line.calls[0], screen())
    return ""


def glyph(line: FollowUp) -> str:
    """Beside the colour of its icon: done, put off, or waiting."""
    if line.state is TaskState.DONE:
        return "✓"
    return "…" if line.state is TaskState.SNOOZED else "!"


def state(line: FollowUp) -> str:
    """The same for the ear."""
    if line.state is TaskState.DONE:
        return _("done")
    return _("put off") if line.state is TaskState.SNOOZED else _("waits")


def since(line: FollowUp) -> str:
    return screen().date(line.since or line.due)


def until(line: FollowUp) -> str:
    """The day on which it is due, was put off to, or was done."""
    return screen().date(line.done_on or line.snoozed_until or line.due)


def owner(line: FollowUp) -> str:
    return line.visitor or line.owner


def icon(line: FollowUp) -> tuple[str, Tint] | None:
    if line.state is TaskState.DONE:
        return "circle-check", Tint.MUTED
    return ("clock", Tint.MUTED) if line.state is TaskState.SNOOZED else ("triangle-alert", Tint.ERROR)


DUE: tuple[Column[FollowUp], ...] = (
    Column("", glyph, spoken=state, icon=icon, sort=lambda line: glyph(line), align=CENTRE, sample="! 000"),
    Column(N_("Who"), lambda line: line.name or "–", tip=lambda line: line.name, sample="MUKANDAYISENGA Imm"),
    Column(N_("What"), what, tip=about, stretch=True),
    Column(N_("Phone"), call_words.phone, sample="0788 123 456 00"),
    Column(N_("Since"), since, sort=lambda line: line.since or line.due, align=CENTRE, sample="00/00/0000 0"),
    Column(N_("Due on"), until, sort=lambda line: line.due, align=CENTRE, sample="00/00/0000 0"),
    Column(N_("Outcome"), result, tip=result, sample="00/00/0000 Wrong number"),
    Column(N_("Looked after by"), owner, sample="MUTONI Aline"),
)
LESS_NEEDED = (N_("Looked after by"), N_("Due on"))  # hidden where the list is not wide
LEAST_NEEDED = (*LESS_NEEDED, N_("Outcome"))  # hidden beside the panel, where it is narrow
ONLY_NEEDED = (*LEAST_NEEDED, N_("Since"))  # hidden in the smallest window: the days are told in words too
