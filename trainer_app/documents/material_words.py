"""What the parts of a unit are called, in the language of the paper; the screen says the same."""

from __future__ import annotations

from trainer_app.domain.material import Method, PlanStep
from trainer_app.i18n import Catalog


def method_word(t: Catalog, method: Method) -> str:
    return {
        Method.WELCOME: t.pgettext("method of a step", "welcome"),
        Method.RECALL: t.pgettext("method of a step", "recall"),
        Method.INPUT: t.pgettext("method of a step", "short talk"),
        Method.GAME: t.pgettext("method of a step", "game"),
        Method.SORTING: t.pgettext("method of a step", "sorting"),
        Method.STORY: t.pgettext("method of a step", "story"),
        Method.CASE: t.pgettext("method of a step", "case"),
        Method.ROLE_PLAY: t.pgettext("method of a step", "role play"),
        Method.PAIRS: t.pgettext("method of a step", "in pairs"),
        Method.GROUPS: t.pgettext("method of a step", "in groups"),
        Method.DISCUSSION: t.pgettext("method of a step", "discussion"),
        Method.DEMONSTRATION: t.pgettext("method of a step", "demonstration"),
        Method.EXERCISE: t.pgettext("method of a step", "exercise"),
        Method.WALK: t.pgettext("method of a step", "walk-through"),
        Method.SIMULATION: t.pgettext("method of a step", "simulation"),
        Method.DEBRIEF: t.pgettext("method of a step", "debrief"),
        Method.CLOSING: t.pgettext("method of a step", "closing"),
    }[method]


def step_head(t: Catalog, step: PlanStep) -> str:
    """`Two purses game (role play; if time is short, leave it out)`"""
    notes = [method_word(t, step.method)] if step.method else []
    if step.may_skip:
        notes.append(t.gettext("if time is short, leave it out"))
    return f"{step.title} ({'; '.join(notes)})" if notes else step.title


def reading_word(t: Catalog, form: str) -> str:
    return {
        "story": t.pgettext("kind of reading", "Story"),
        "case": t.pgettext("kind of reading", "Case"),
        "role": t.pgettext("kind of reading", "Role"),
        "form": t.pgettext("kind of reading", "Form"),
        "solution": t.pgettext("kind of reading", "Solution, for the trainer"),
    }[form]


def named(t: Catalog, kind: str, title: str) -> str:
    """`Story: The same wire`; in French a space stands before the colon."""
    return t.gettext("{kind}: {title}").format(kind=kind, title=title)


def people_words(t: Catalog, people: tuple[int, int]) -> str:
    """`8 to 25 people`; nothing where nothing is said."""
    least, most = people
    return t.gettext("{least} to {most} people").format(least=least, most=most) if most else ""


def duration(t: Catalog, minutes: int) -> str:
    """`75 min`, `12 h`, `2 h 15`: of a step, a unit or a whole module."""
    hours, rest = divmod(minutes, 60)
    if minutes < 120:
        return t.gettext("{minutes} min").format(minutes=minutes)
    if not rest:
        return t.gettext("{hours} h").format(hours=hours)
    return t.gettext("{hours} h {minutes}").format(hours=hours, minutes=f"{rest:02}")
