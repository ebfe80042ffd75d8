"""How plans, days to mind and changes of a session are said in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from trainer_app.domain import days_off
from trainer_app.domain.days_off import DayKind
from trainer_app.domain.plans import Copied, Plan
from trainer_app.domain.quotas import Quota
from trainer_app.domain.trainings import SessionDeed, Slot
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.services.calendar import CalendarLine
from trainer_app.services.session_events import Deed, When
from trainer_app.ui.models import sessions as words
from trainer_app.ui.models.sessions import KINDS
from trainer_app.ui.models.table import RIGHT, Column

DAY_KINDS = {
    DayKind.HOLIDAY: N_("Public holiday"),
    DayKind.REMEMBRANCE: N_("Remembrance"),
    DayKind.UMUGANDA: N_("Umuganda"),
    DayKind.MARKET: N_("Market day"),
    DayKind.OTHER: N_("Other"),
}
NAMED_DAYS = 6  # days that a preview names before it only counts


def days_in_words(slots: tuple[Slot, ...]) -> str:
    """`3 sessions: Monday 09/03/2026, 10/03, 11/03`"""
    days = tuple(dict.fromkeys(slot.day for slot in slots))
    if not days:
        return ""
    named = [words.weekday(days[0]), *(f"{day:%d/%m}" for day in days[1:])]
    if len(named) > NAMED_DAYS:
        named = [*named[: NAMED_DAYS - 2], "…", screen().date(days[-1])]
    sentence = ngettext("{count} session: {days}", "{count} sessions: {days}", len(slots))
    return sentence.format(count=len(slots), days=", ".join(named))


def plan_name(plan: Plan) -> str:
    """One's own name as it was written; a shipped plan in the language of the screen."""
    return plan.name if plan.id else _(plan.name)


def plan_words(plan: Plan) -> str:
    """`5 sessions on 5 days, 08:30–16:00`"""
    if not plan.sessions:
        return ""
    count = ngettext("{count} session", "{count} sessions", len(plan.sessions)).format(count=len(plan.sessions))
    days = ngettext("{count} day", "{count} days", plan.days).format(count=plan.days)
    hours = words.span(min(one.starts for one in plan.sessions), max(one.ends for one in plan.sessions))
    return _("{sessions} on {days}, {hours}").format(sessions=count, days=days, hours=hours)


# ---- days to mind --------------------------------------------------------------------------------------------------


def weekday_name(number: int) -> str:
    return screen().weekday(date(2024, 1, 1 + number))  # the first of January 2024 was a Monday


def rule_words(rule: Mapping[str, Any]) -> str:
    """When it comes, as one says it."""
    said = _rule(rule)
    if rule.get(days_off.UNTIL):
        said = _("{when}, until {hour}").format(when=said, hour=rule[days_off.UNTIL])
    if rule.get(days_off.EXPECTED):
        said = _("{when}, expected").format(when=said)
    if rule.get(days_off.MOVES):
        said = _("{when}; after a weekend the next working day too").format(when=said)
    return said


def _rule(rule: Mapping[str, Any]) -> str:
    if "fixed" in rule:
        return _("{day} every year").format(day=_day_and_month(rule["fixed"]))
    if "easter" in rule:
        return _easter(rule["easter"])
    if "day" in rule:
        return screen().date(date.fromisoformat(rule["day"]))
    if "from" in rule:
        first, last = _day_and_month(rule["from"]), _day_and_month(rule["to"])
        return _("from {first} to {last} every year").format(first=first, last=last)
    return _by_weekday(rule)


def _by_weekday(rule: Mapping[str, Any]) -> str:
    if "last_weekday_of_month" in rule:
        return _("the last {weekday} of the month").format(weekday=weekday_name(rule["last_weekday_of_month"]))
    weekday = weekday_name(rule["weekday"])
    if "nth" not in rule:
        return _("every {weekday}").format(weekday=weekday)
    if "month" in rule:
        month = screen().month(date(2024, rule["month"], 1))
        return _("{weekday} number {nth} of {month}").format(weekday=weekday, nth=rule["nth"], month=month)
    return _("{weekday} number {nth} of the month").format(weekday=weekday, nth=rule["nth"])


def _easter(offset: int) -> str:
    if offset == 0:
        return _("Easter Sunday")
    if offset < 0:
        return ngettext("{count} day before Easter", "{count} days before Easter", -offset).format(count=-offset)
    return ngettext("{count} day after Easter", "{count} days after Easter", offset).format(count=offset)


def _day_and_month(told: str) -> str:
    month, day = map(int, told.split("-"))
    return f"{day} {screen().month(date(2024, month, 1))}"


def _next(line: CalendarLine) -> str:
    return screen().date(line.next_day) if line.next_day else ""


def _next_tip(line: CalendarLine) -> str:
    return words.weekday(line.next_day) if line.next_day else ""


def _known(line: CalendarLine) -> str:
    if line.known_on is None:
        return line.source
    day = screen().date(line.known_on)
    return _("{source} (looked at on {day})").format(source=line.source, day=day) if line.source else day


def day_details(line: CalendarLine) -> str:
    """When it comes, and from where that is known."""
    return " · ".join(part for part in (rule_words(line.form.rule), _known(line)) if part)


def day_name(line: CalendarLine) -> str:
    if line.form.active:
        return line.form.name
    return _("{name} (left aside)").format(name=line.form.name)


DAY_COLUMNS: tuple[Column[CalendarLine], ...] = (
    Column(N_("Name"), day_name, tip=_known, sample="Genocide against the Tutsi M"),
    Column(
        N_("When"),
        lambda line: rule_words(line.form.rule),
        tip=lambda line: rule_words(line.form.rule),
        stretch=True,
    ),
    Column(N_("Next"), _next, sort=lambda line: line.next_day or date.max, tip=_next_tip, sample="00/00/0000 0"),
    Column(N_("Kind"), lambda line: _(DAY_KINDS[line.form.kind]), sample="Ikiruhuko rusange"),
    Column(N_("Place"), lambda line: line.place or _("everywhere"), sample="Base, Rulindo 0"),
)


# ---- plans that are used again, periods that are copied ------------------------------------------------------------


def _kind(plan: Plan) -> str:
    return _(KINDS[plan.kind])


PLAN_COLUMNS: tuple[Column[Plan], ...] = (
    Column(N_("Plan"), plan_name, stretch=True),
    Column(N_("Sessions"), plan_words, sample="00 sessions on 00 days, 08:30–16:00 0"),
    Column(N_("Kind"), _kind, sample="Radio talk 000"),
)


def _span(days: tuple[date, ...]) -> str:
    first, last = days[0], days[-1]
    return words.weekday(first) if first == last else f"{words.weekday(first)} – {last:%d/%m}"


def clash_words(found: Copied) -> str:
    return "\n".join(dict.fromkeys(words.clash(one) for one in found.clashes))


def _clash_count(found: Copied) -> str:
    count = len(dict.fromkeys(words.clash(one) for one in found.clashes))
    return ngettext("⚠ {count} clash", "⚠ {count} clashes", count).format(count=count) if count else ""


COPY_COLUMNS: tuple[Column[Copied], ...] = (
    Column(N_("Training"), lambda found: found.title, stretch=True),
    Column(N_("Group"), lambda found: found.group, sample="Twisungane Base"),
    Column(
        N_("Was"),
        lambda found: screen().date(found.before[0]),
        sort=lambda found: found.before[0],
        tip=lambda found: _span(found.before),
        sample="00/00/0000 0",
    ),
    Column(
        N_("Will be"),
        lambda found: _span(tuple(dict.fromkeys(slot.day for slot in found.slots))),
        sort=lambda found: found.slots[0].day,
        sample="Wednesday 00/00/0000 – 00/00",
    ),
    Column(N_("Clashes"), _clash_count, tip=clash_words, sample="⚠ 00 clashes 0"),
)


# ---- what is still due ---------------------------------------------------------------------------------------------


def _district(line: Quota) -> str:
    return line.place or _("No district is known")


def _due(line: Quota) -> str:
    return "–" if line.due is None else str(line.due)


def _missing(line: Quota) -> str:
    return "–" if line.due is None else str(line.missing)


QUOTA_COLUMNS: tuple[Column[Quota], ...] = (
    Column(N_("District"), _district, sample="Nyamagabe 0000"),
    Column(N_("Due"), _due, sort=lambda line: line.due or 0, align=RIGHT, sample="000000"),
    Column(
        N_("Planned"), lambda line: str(line.planned), sort=lambda line: line.planned, align=RIGHT, sample="Planned"
    ),
    Column(N_("Held"), lambda line: str(line.held), sort=lambda line: line.held, align=RIGHT, sample="000000"),
    Column(N_("Still due"), _missing, sort=lambda line: line.missing, align=RIGHT, sample="Still due 0"),
    Column(
        N_("Not planned yet"),
        lambda line: str(line.to_plan),
        sort=lambda line: line.to_plan,
        align=RIGHT,
        stretch=True,
    ),
)


# ---- what was done to a session ------------------------------------------------------------------------------------


def deed_words(deed: Deed) -> str:
    """`Moved from Monday 09/03/2026, 08:30–16:00 to …`"""
    if deed.deed == SessionDeed.CLASH_KEPT:
        names = ", ".join(dict.fromkeys(name for _what, name in deed.clashes if name))
        return _("Kept in spite of a clash: {names}").format(names=names or "–")
    if deed.deed == SessionDeed.CUT:
        return _("Cut from the plan")
    if deed.deed == SessionDeed.RESTORED:
        return _("Taken back into the plan")
    return _("Moved from {before} to {after}").format(before=_when(deed.before), after=_when(deed.after))


def _when(when: When | None) -> str:
    if when is None:
        return "–"
    parts = (words.weekday(when.day), words.span(when.starts, when.ends), when.venue)
    return ", ".join(part for part in parts if part)


DEED_COLUMNS: tuple[Column[Deed], ...] = (
    Column(N_("Day"), lambda deed: screen().date(deed.on_day), sort=lambda deed: deed.on_day, sample="00/00/0000 0"),
    Column(N_("What was done"), deed_words, tip=deed_words, stretch=True),
    Column(
        N_("Reason"), lambda deed: deed.reason, tip=lambda deed: deed.reason, sample="The hall was flooded by rain 000"
    ),
)


def answer_words(comes: bool | None) -> str:
    if comes is None:
        return ""
    return (
        pgettext("answer to an invitation", "comes") if comes else pgettext("answer to an invitation", "does not come")
    )
