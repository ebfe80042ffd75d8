"""Calls, visits and tasks where the card of a person tells them, a line each."""

from __future__ import annotations

from trainer_app.documents.call_words import call_words, visit_words
from trainer_app.domain.follow_up import TaskState
from trainer_app.domain.person_history import CallMade, TaskAbout, VisitMade
from trainer_app.i18n import _, pgettext, screen
from trainer_app.ui.models.follow_up import RULES


def call(made: CallMade) -> tuple[str, str]:
    """What came of the call, and when; a card shows the second below the first."""
    what = _("Call: {outcome}").format(outcome=call_words(screen())[made.outcome])
    return what, _joined(screen().date(made.day), made.words)


def visit(made: VisitMade) -> tuple[str, str]:
    what = _("Visit to {group}").format(group=made.group)
    planned = "" if made.is_done else pgettext("state of a visit", "planned")
    came_of_it = visit_words(screen())[made.outcome] if made.outcome else planned
    whose = _("made by this person") if made.made_it else ""
    return what, _joined(screen().date(made.day), came_of_it, whose, made.note)


def task(about: TaskAbout) -> tuple[str, str]:
    states = {
        TaskState.OPEN: pgettext("state of a task", "open"),
        TaskState.SNOOZED: pgettext("state of a task", "put off"),
        TaskState.DONE: pgettext("state of a task", "done"),
    }
    what = _("To follow up: {what}").format(what=_(dict(RULES)[about.kind]))
    return what, _joined(screen().date(about.day), states[about.state], about.words)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
