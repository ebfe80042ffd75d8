"""Words of the calendar: what a session meets, what it waits for, which kind it is."""

from __future__ import annotations

from collections.abc import Iterable

from trainer_app.domain.agenda import SessionState
from trainer_app.domain.trainings import Clash, SessionLine
from trainer_app.i18n import N_, _
from trainer_app.ui.models import sessions as words

STATES = {
    SessionState.TO_MARK: N_("To mark"),
    SessionState.MARKED: N_("Marked"),
    SessionState.MOVED: N_("Moved to another day"),
    SessionState.CUT: N_("Cut from the plan"),
}
CLASHES = {
    "trainer": N_("trainer taken"),
    "venue": N_("venue taken"),
    "group": N_("group taken"),
    "people": N_("participants taken"),
    "two_places": N_("participants elsewhere"),
}
DAY_TO_MIND = N_("a day to mind")


def told(line: SessionLine, clashes: Iterable[Clash] = ()) -> str:
    """All of a session, and what it meets, for the ear and for tooltips."""
    return "\n".join((words.spoken(line), *(f"⚠ {words.clash(one)}" for one in clashes)))


def meets(clashes: Iterable[Clash]) -> str:
    """`⚠ trainer taken, venue taken`: short enough for a block of the week."""
    kinds = dict.fromkeys(clash.what for clash in clashes)
    return "⚠ " + ", ".join(_(CLASHES.get(kind, DAY_TO_MIND)) for kind in kinds) if kinds else ""


def in_a_line(line: SessionLine, clashes: Iterable[Clash] = ()) -> str:
    """The same in one line, what it meets first: the end may be cut off."""
    return " · ".join((*(f"⚠ {words.clash(one)}" for one in clashes), words.spoken(line)))
