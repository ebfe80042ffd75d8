"""The pages of the window: which there are, in which order, and how one asks for another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer_app.i18n import N_

if TYPE_CHECKING:
    from trainer_app.ui.preferences import Preferences
    from trainer_app.ui.screens.base import Screen
    from trainer_app.ui.work import Work

Make = Callable[["Work", "Preferences"], "Screen"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page is built when it is first asked for: a start pays only for the page it shows."""

    key: str
    title: str  # marked with N_()
    icon: str
    make: Make
    in_list: bool = True  # a session has no line of its own: it is opened from others
    under: str = ""
    """Whose line is marked while it is shown; of none that has no line: the mark stays where it was."""


def _content(preferences: Preferences) -> Callable[[], str]:
    """In which language a page shows the titles of modules: as the settings say at that moment."""
    return lambda: preferences.now.content


def _today(work: Work, preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.today import Today

    return Today(work, language=_content(preferences))


def _schedule(work: Work, preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.schedule.schedule import ScheduleScreen

    return ScheduleScreen(work, language=_content(preferences), preferences=preferences)


def _session(work: Work, preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.session.workspace import SessionScreen

    return SessionScreen(work, language=_content(preferences))


def _curriculum(work: Work, _preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen

    return CurriculumScreen(work)


def _people(work: Work, _preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.people.people import PeopleScreen

    return PeopleScreen(work)


def _follow_up(work: Work, preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.follow_up.follow_up import FollowUpScreen

    return FollowUpScreen(work, language=_content(preferences))


def _reports(work: Work, preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.reports.reports import ReportsScreen

    return ReportsScreen(work, language=_content(preferences))


def _print_centre(work: Work, _preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.print_centre.print_centre import PrintCentre

    return PrintCentre(work)


def _settings(work: Work, preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.settings import SettingsScreen

    return SettingsScreen(work, preferences)


def _look_again(work: Work, preferences: Preferences) -> Screen:
    from trainer_app.ui.screens.look_again.look_again import LookAgain

    return LookAgain(work, language=_content(preferences))


PAGES = (
    Page("today", N_("Today"), "calendar-check", _today),
    Page("schedule", N_("Schedule"), "calendar-days", _schedule),
    Page("curriculum", N_("Curriculum"), "book-open", _curriculum),
    Page("people", N_("People"), "users", _people),
    Page("follow", N_("Follow-up"), "phone", _follow_up),
    Page("reports", N_("Reports"), "chart-bar", _reports),
    Page("print", N_("Print centre"), "printer", _print_centre),
    Page("settings", N_("Settings"), "settings", _settings),
    Page("session", N_("Session"), "list-checks", _session, in_list=False),
    Page("look_again", N_("Lists to look at again"), "eye", _look_again, in_list=False, under="follow"),
)
LISTED = tuple(page for page in PAGES if page.in_list)


def where(key: str, what: object) -> tuple[str, object]:
    """The page that a wish leads to, and what it is asked to show: ("handout", "M1-1.1") is on the curriculum page."""
    if key == "handout":
        return "curriculum", ("handout", what)
    if key == "print_centre":
        return "print", what
    if key in ("new_training", "training"):
        return "schedule", (key, what)
    if key in ("person", "group"):
        return "people", what
    if key == "unit":
        return "curriculum", what
    return key, what
