"""Lists to look at again in words: what was seen, what may be behind it, and what was answered. Nobody is accused."""

from __future__ import annotations

from datetime import date

from trainer_app.domain.integrity import Flag, FlagKind, FlagVerdict, Held
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.table import Column

VERDICTS = {
    FlagVerdict.EXPLAINED: N_("There is a good reason"),
    FlagVerdict.CORRECTED: N_("It was a mistake, and is corrected"),
    FlagVerdict.CONFIRMED: N_("The doubt is right"),
}
HINTS = {
    FlagKind.TWO_PLACES: N_("Perhaps somebody was marked on the wrong list, or two people have the same name."),
    FlagKind.SAME_ROLLS: N_("Perhaps one list was copied from the other and not corrected yet."),
    FlagKind.ALWAYS_FULL: N_("It happens in small groups. Compare with the signed paper, or call a few people."),
    FlagKind.BULK_LATE: N_("Perhaps there was no power or no laptop. Ask for the paper that it was copied from."),
    FlagKind.UNSIGNED: N_("Ask the trainer for the paper, then tick it off in the session."),
}


def seen(flag: Flag) -> str:
    """What was seen, in one sentence."""
    values = flag.values
    match flag.kind:
        case FlagKind.TWO_PLACES:
            words = ngettext(
                "{count} person is marked in two places on {day}.",
                "{count} people are marked in two places on {day}.",
                _number(flag, "people"),
            )
            return words.format(count=values["people"], day=screen().date(flag.day))
        case FlagKind.SAME_ROLLS:
            words = _("{count} lists have the same marks from first to last: {people} people, {unlike} not present.")
            return words.format(count=len(flag.sessions), people=values["people"], unlike=values["unlike"])
        case FlagKind.ALWAYS_FULL:
            words = _("All {people} people are marked present in each of the {sessions} sessions.")
            return words.format(people=values["people"], sessions=values["sessions"])
        case FlagKind.BULK_LATE:
            words = _("{marks} marks were entered on {day}, {days} days after the session.")
            return words.format(marks=values["marks"], day=_day(values["entered"]), days=values["days"])
        case FlagKind.UNSIGNED:
            words = ngettext(
                "The signed list of {count} session has not come back.",
                "The signed lists of {count} sessions have not come back.",
                len(flag.sessions),
            )
            return words.format(count=len(flag.sessions))


def about(flag: Flag) -> str:
    """`Cooperative governance (RUL-014)`, each training once."""
    return ", ".join(dict.fromkeys(f"{held.training} ({held.code})" for held in flag.sessions))


def details(flag: Flag) -> str:
    """All of it: who, which sessions, and what may be behind it."""
    parts = [seen(flag)]
    if flag.people:
        parts.append(", ".join(flag.people))
    parts += [f"• {session_words(held)}" for held in flag.sessions]
    parts.append(_(HINTS[flag.kind]))
    if flag.answer is not None:
        parts.append(_("Answered on {day}: {answer}").format(day=screen().date(flag.answer.on), answer=answer(flag)))
    return "\n".join(parts)


def session_words(held: Held) -> str:
    """`14/03/2026, 08:30–16:00, Cooperative governance, COOP Twisungane, Base hall`"""
    hours = f"{held.starts:%H:%M}–{held.ends:%H:%M}"
    parts = (screen().date(held.day), hours, held.training, held.group, held.venue)
    return ", ".join(part for part in parts if part)


def answer(flag: Flag) -> str:
    if flag.answer is None:
        return ""
    verdict = _(VERDICTS[flag.answer.verdict])
    return f"{verdict}: {flag.answer.words}" if flag.answer.words else verdict


def _number(flag: Flag, name: str) -> int:
    value = flag.values[name]
    return value if isinstance(value, int) else 0


def _day(value: int | date) -> str:
    return screen().date(value) if isinstance(value, date) else str(value)


def _state(flag: Flag) -> tuple[str, Tint] | None:
    return ("circle-check", Tint.SUCCESS) if flag.answer else ("circle-help", Tint.WARNING)


FLAGS: tuple[Column[Flag], ...] = (
    Column(N_("What was seen"), seen, tip=details, icon=_state, stretch=True),
    Column(N_("Training"), about, tip=about, sample="Cooperative governance (RUL)"),
    Column(N_("Day"), lambda flag: screen().date(flag.day), sort=lambda flag: flag.day, sample="00/00/0000 0"),
    Column(N_("Answer"), answer, tip=answer, sample="There is a good reason: 0"),
)
