"""How sessions are shown in lists: their columns, and sentences that several screens share."""

from __future__ import annotations

from datetime import date, time, timedelta

from trainer_app.domain.days_off import DayKind
from trainer_app.domain.people import folded
from trainer_app.domain.trainings import Clash, SessionLine, TrainingKind
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.table import CENTRE, RIGHT, Column

KINDS = {
    TrainingKind.TRAINING: N_("Training"),
    TrainingKind.MEETING: N_("Meeting"),
    TrainingKind.DIALOGUE: N_("Dialogue"),
    TrainingKind.FAIR: N_("Fair"),
    TrainingKind.CAMPAIGN: N_("Campaign"),
    TrainingKind.RADIO: N_("Radio talk"),
    TrainingKind.VISIT: N_("Visit"),
}
CLASHES = {
    "trainer": N_("{day}: {name} already leads “{title}”, {hours}."),
    "venue": N_("{day}: “{title}” is already at {name}, {hours}."),
    "group": N_("{day}: {name} already has “{title}”, {hours}."),
}
DAYS_OFF = {
    DayKind.HOLIDAY: N_("{day} is a public holiday: {name}."),
    DayKind.REMEMBRANCE: N_("{day} is a day of remembrance: {name}."),
    DayKind.UMUGANDA: N_("{day} is a day of community work: {name}."),
    DayKind.MARKET: N_("{day} is a market day: {name}."),
    DayKind.OTHER: N_("{day} is a day to mind: {name}."),
}
EXPECTED = N_("{day} is expected to be a public holiday: {name}. The day is announced each year.")


def language_of_screen() -> str:
    """What content is shown in where nothing else was asked for."""
    return screen().language


def hours(line: SessionLine) -> str:
    """`08:30–16:00`"""
    return span(line.starts, line.ends)


def span(starts: time, ends: time) -> str:
    return f"{starts:%H:%M}–{ends:%H:%M}"


def weekday(day: date) -> str:
    """`Friday 14/03/2025`, in words of the screen."""
    name = screen().weekday(day)
    return f"{name[:1].upper()}{name[1:]} {screen().date(day)}"


def near_day(day: date, today: date) -> str:
    """`Today` and `Tomorrow`, else weekday and date."""
    if day == today:
        return _("Today")
    return _("Tomorrow") if day == today + timedelta(days=1) else weekday(day)


def title(line: SessionLine) -> str:
    """`Cooperative governance, day 2 of 3`; a training of one session has no day."""
    if line.of == 1:
        return line.title
    return _("{title}, day {number} of {total}").format(title=line.title, number=line.number, total=line.of)


def kind(line: SessionLine) -> str:
    """What it is, when it is no training."""
    return "" if line.kind == TrainingKind.TRAINING else _(KINDS[line.kind])


def day_number(line: SessionLine) -> str:
    return f"{line.number}/{line.of}"


def who(line: SessionLine) -> str:
    """`COOP Twisungane, 40 people`; beside them the places, where somebody counts them."""
    count = ngettext("{count} person", "{count} people", line.enrolled).format(count=line.enrolled)
    if line.places is not None and not line.cut:
        places = ngettext("{count} place", "{count} places", line.places).format(count=line.places)
        count = _("{people} for {places}").format(people=count, places=places)
    return f"{line.group}, {count}" if line.group else count


def marked(line: SessionLine) -> str:
    """`38/40`: how many came of those enrolled; nothing before the first mark."""
    return f"{line.came}/{line.enrolled}" if line.marked else ""


def progress(line: SessionLine) -> str:
    """How far the register is, in words."""
    if line.cut:
        return _("It will not be held")
    if not line.enrolled:
        return _("Nobody is enrolled yet")
    if not line.marked:
        return _("Not marked yet")
    if line.is_marked:
        return _("✓ All {total} marked, {came} came").format(total=line.enrolled, came=line.came)
    return _("{marked} of {total} marked").format(marked=line.marked, total=line.enrolled)


def moved(line: SessionLine) -> str:
    if line.moved_from is None:
        return ""
    return _("moved from {day}").format(day=screen().date(line.moved_from))


def cut(line: SessionLine) -> str:
    return _("cut from the plan") if line.cut else ""


def cut_shortly(line: SessionLine) -> str:
    """For a block of the week."""
    return pgettext("session", "cut") if line.cut else ""


def changed(line: SessionLine) -> str:
    """What was done to it after it was planned, and why."""
    done = ", ".join(part for part in (cut(line), moved(line)) if part)
    if line.why:
        done = _("{change}: {reason}").format(change=done, reason=line.why) if done else line.why
    return "; ".join(part for part in (done, clash_kept(line)) if part)


def clash_kept(line: SessionLine) -> str:
    """That it meets something, and why it was kept all the same."""
    if line.clash_kept is None:
        return ""
    return _("clash kept: {reason}").format(reason=line.clash_kept) if line.clash_kept else _("clash kept")


def spoken(line: SessionLine) -> str:
    """All of a session in one breath, for the ear and for tooltips."""
    held = (weekday(line.day), hours(line), kind(line), title(line), line.topic)
    parts = (*held, who(line), line.venue, line.trainers, changed(line))
    return ", ".join(part for part in (*parts, progress(line)) if part)


def clash(found: Clash) -> str:
    """What is wanted twice at the same time, or which day it is."""
    day = screen().date(found.day)
    if found.other is None:
        words = EXPECTED if found.expected else DAYS_OFF[DayKind(found.what)]
        return _(words).format(day=day, name=found.name)
    values = {"day": day, "title": found.other.title, "hours": hours(found.other)}
    if found.what in CLASHES:
        return _(CLASHES[found.what]).format(name=found.name, **values)
    return _people(found).format(name=found.name, others=found.people - 1, **values)


def _people(found: Clash) -> str:
    """`UWIMANA Marie and 3 others`: those who cannot be in both, or come from one to the other."""
    others = found.people - 1
    if found.what == "people":
        if not others:
            return _("{day}: {name} is already in “{title}”, {hours}.")
        return ngettext(
            "{day}: {name} and {others} other are already in “{title}”, {hours}.",
            "{day}: {name} and {others} others are already in “{title}”, {hours}.",
            others,
        )
    if not others:
        return _("{day}: {name} is elsewhere on this day, in “{title}”, {hours}.")
    return ngettext(
        "{day}: {name} and {others} other are elsewhere on this day, in “{title}”, {hours}.",
        "{day}: {name} and {others} others are elsewhere on this day, in “{title}”, {hours}.",
        others,
    )


def fits(line: SessionLine, words: str) -> bool:
    """Whether each of the words begins a word of what the session shows."""
    text = f"{line.title} {line.group} {line.venue} {line.trainers} {line.training_code} {weekday(line.day)}"
    parts = folded(text.replace("/", " ")).split()
    return all(any(part.startswith(word) for part in parts) for word in folded(words.replace("/", " ")).split())


def _state(line: SessionLine) -> tuple[str, Tint] | None:
    return ("circle-check", Tint.SUCCESS) if line.is_marked else None


DAY = Column[SessionLine](
    N_("Day"),
    lambda line: weekday(line.day),
    sort=lambda line: (line.day, line.starts),
    tip=moved,
    sample="Kuwa gatandatu 00/00/0000 0",
)
HOURS = Column[SessionLine](N_("Hours"), hours, sort=lambda line: line.starts, sample="00:00–00:00 0")
TITLE = Column[SessionLine](N_("Training"), title, tip=spoken, stretch=True)
GROUP = Column[SessionLine](N_("Group"), lambda line: line.group, sample="Twisungane Base")
VENUE = Column[SessionLine](N_("Venue"), lambda line: line.venue, sample="Sector hall 000")
TRAINERS = Column[SessionLine](N_("Trainers"), lambda line: line.trainers, sample="NIYONZIMA Jean")
CAME = Column[SessionLine](
    N_("Came"), marked, sort=lambda line: line.came, tip=progress, icon=_state, align=RIGHT, sample="✓ 000/000 0"
)
PEOPLE = Column[SessionLine](
    N_("People"), lambda line: str(line.enrolled), sort=lambda line: line.enrolled, align=CENTRE, sample="People"
)
MOVED = Column[SessionLine](N_("Changed"), changed, sort=lambda line: line.moved_from, sample="moved from 00/00/0000 0")

LATER_COLUMNS = (DAY, HOURS, TITLE, GROUP, VENUE)
TODAY_COLUMNS = (HOURS, TITLE, GROUP, VENUE, CAME)
LIST_COLUMNS = (DAY, HOURS, TITLE, GROUP, VENUE, TRAINERS, CAME, MOVED)
