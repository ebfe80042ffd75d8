"""What follow-up is called and what one says on the phone, on the screen and on the call sheet alike."""

from __future__ import annotations

from trainer_app.domain.follow_up import CallLine, CallOutcome, FollowUp, TaskKind, VisitOutcome
from trainer_app.domain.people import shown_phone
from trainer_app.i18n import Catalog


def what(line: FollowUp, t: Catalog) -> str:
    """In a few words, without the name: "absent 2 sessions (14 d)"."""
    if line.kind is TaskKind.ABSENCE:
        return _absent(line, t)
    if line.kind is TaskKind.LOW_SCORE:
        return _low(line, t)
    if line.kind is TaskKind.VISIT:
        return _visit(line, t)
    if line.kind is TaskKind.NOT_REACHED:
        words = t.gettext("only the committee was trained in {modules}: train the other members")
        return words.format(modules=line.title)
    return line.title


def phone(line: FollowUp) -> str:
    return shown_phone(line.phone)


def call_words(t: Catalog) -> dict[CallOutcome, str]:
    return {
        CallOutcome.COMES_BACK: t.pgettext("outcome of a call", "Comes back"),
        CallOutcome.HAS_REASON: t.pgettext("outcome of a call", "Has a reason"),
        CallOutcome.STOPS: t.pgettext("outcome of a call", "Stops"),
        CallOutcome.NO_ANSWER: t.pgettext("outcome of a call", "No answer"),
        CallOutcome.WRONG_NUMBER: t.pgettext("outcome of a call", "Wrong number"),
    }


def visit_words(t: Catalog) -> dict[VisitOutcome, str]:
    return {
        VisitOutcome.GOOD: t.pgettext("outcome of a visit", "Goes well"),
        VisitOutcome.NEEDS_HELP: t.pgettext("outcome of a visit", "Needs help"),
        VisitOutcome.NOT_MET: t.pgettext("outcome of a visit", "Not met"),
    }


def outcome(line: FollowUp, t: Catalog) -> str:
    """What came of it: the outcome of a call or a visit, a replacement, or the words that somebody wrote."""
    known: dict[str, str] = {
        **{kind.value: words for kind, words in call_words(t).items()},
        **{kind.value: words for kind, words in visit_words(t).items()},
        "replaced": t.gettext("Somebody else has the place"),
        "left": t.gettext("Left, nobody came instead"),
    }
    return " · ".join(part for part in (known.get(line.outcome, line.outcome), line.note) if part)


def call(line: CallLine, t: Catalog) -> str:
    """`12/03/2026 No answer`"""
    return f"{t.date(line.called_on)} {call_words(t)[line.outcome]}"


def script(line: FollowUp, t: Catalog, organiser: str = "") -> tuple[str, ...]:
    """What to say, a sentence or two at a time; none where there is nobody to call."""
    if line.person_id is None:
        return ()
    if line.kind is TaskKind.LOW_SCORE:
        return _of_score(line, t, organiser)
    if line.kind is TaskKind.ABSENCE:
        return _of_absence(line, t, organiser)
    return ()


def _of_absence(line: FollowUp, t: Catalog, organiser: str) -> tuple[str, ...]:
    seen = t.gettext("We have not seen you lately. Are you and your family well?")
    if line.since:
        words = t.gettext("We have not seen you since {date}. Are you and your family well?")
        seen = words.format(date=t.date(line.since))
    return (
        _greeting(line, t, organiser),
        seen,
        t.gettext("What keeps you from coming? Can we help?"),
        t.gettext("Will you come back? On which day?"),
        t.gettext("If you cannot come back, somebody who waits can have your place. Tell us, nobody will blame you."),
    )


def _of_score(line: FollowUp, t: Catalog, organiser: str) -> tuple[str, ...]:
    return (
        _greeting(line, t, organiser),
        t.gettext("Which part of the training was difficult?"),
        t.gettext("We can go through it with you once more. Which day suits you?"),
    )


def _greeting(line: FollowUp, t: Catalog, organiser: str) -> str:
    if organiser:
        words = t.gettext("Good day, {name}. {organiser} is calling, about the training “{training}”.")
    else:
        words = t.gettext("Good day, {name}. I am calling about the training “{training}”.")
    return words.format(name=line.name, organiser=organiser, training=line.training)


def _absent(line: FollowUp, t: Catalog) -> str:
    if not line.sessions:
        return t.gettext("absent since {date}").format(date=t.date(line.since)) if line.since else ""
    words = t.ngettext("absent {count} session ({days} d)", "absent {count} sessions ({days} d)", line.sessions)
    found = words.format(count=line.sessions, days=line.days)
    if line.unmarked:
        more = t.ngettext("{count} session not marked", "{count} sessions not marked", line.unmarked)
        found = f"{found}, {more.format(count=line.unmarked)}"
    return found


def _low(line: FollowUp, t: Catalog) -> str:
    if line.score is None or line.maximum is None:
        return t.gettext("low score in the last test")
    words = t.gettext("{score} of {maximum} points in the last test")
    return words.format(score=number(line.score, t), maximum=number(line.maximum, t))


def _visit(line: FollowUp, t: Catalog) -> str:
    if line.to_plan:
        return t.gettext("visits after the training are not planned yet")
    if line.visit_days is None:
        return t.gettext("visit")
    return t.ngettext(
        "visit {count} day after the training", "visit {count} days after the training", line.visit_days
    ).format(count=line.visit_days)


def number(value: float, t: Catalog) -> str:
    return t.number(value, 0 if float(value).is_integer() else 1)
