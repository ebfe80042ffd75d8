"""The words of calls, visits and tasks, where a card tells them."""

from __future__ import annotations

from trainer_app.domain.follow_up import CallOutcome, TaskKind, TaskState, VisitOutcome
from trainer_app.domain.person_history import CallMade, TaskAbout, VisitMade
from trainer_app.i18n import N_, _, screen

CALLS = {
    CallOutcome.COMES_BACK: N_("Comes back"),
    CallOutcome.HAS_REASON: N_("Has a reason"),
    CallOutcome.STOPS: N_("Stops"),
    CallOutcome.NO_ANSWER: N_("No answer"),
    CallOutcome.WRONG_NUMBER: N_("Wrong number"),
}
VISITS = {
    VisitOutcome.GOOD: N_("Goes well"),
    VisitOutcome.NEEDS_HELP: N_("Needs help"),
    VisitOutcome.NOT_MET: N_("Nobody met"),
}
TASKS = {
    TaskKind.ABSENCE: N_("Stayed away"),
    TaskKind.VISIT: N_("Visit"),
    TaskKind.LOW_SCORE: N_("Low score"),
    TaskKind.NOT_REACHED: N_("Not trained yet"),
    TaskKind.OWN: N_("Task"),
}
STATES = {TaskState.OPEN: N_("open"), TaskState.SNOOZED: N_("put off"), TaskState.DONE: N_("done")}


def call(made: CallMade) -> tuple[str, str]:
    """What came of the call, and when; a card shows the second below the first."""
    what = _("Call: {outcome}").format(outcome=_(CALLS[made.outcome]))
    return what, _joined(screen().date(made.day), made.words)


def visit(made: VisitMade) -> tuple[str, str]:
    what = _("Visit to {group}").format(group=made.group)
    came_of_it = _(VISITS[made.outcome]) if made.outcome else "" if made.is_done else _("planned")
    whose = _("made by this person") if made.made_it else ""
    return what, _joined(screen().date(made.day), came_of_it, whose, made.note)


def task(about: TaskAbout) -> tuple[str, str]:
    return _(TASKS[about.kind]), _joined(screen().date(about.day), _(STATES[about.state]), about.words)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
