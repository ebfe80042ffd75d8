"""How groups are shown: the columns of their list, the words of a card, and what somebody should look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from trainer_app.domain.coverage import Share
from trainer_app.domain.elections import Mandate, MandateState
from trainer_app.domain.group_life import GroupOverview, Life
from trainer_app.domain.groups import RoleLine
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.people import KINDS, ROLES
from trainer_app.ui.models.table import CENTRE, RIGHT, Column

ALARM = ("triangle-alert", Tint.WARNING)
LIVES = {
    Life.EMPTY: N_("No members yet"),
    Life.MEMBERS: N_("Members, no committee"),
    Life.COMMITTEE: N_("Committee elected"),
    Life.IN_TRAINING: N_("In training"),
    Life.TRAINED: N_("Members trained"),
}
WHY = {
    Life.EMPTY: N_("Nobody has been written down as a member."),
    Life.MEMBERS: N_("It has members, but nobody with a seat in a committee."),
    Life.COMMITTEE: N_("Somebody has a seat in its committee, and no training was planned for it."),
    Life.IN_TRAINING: N_("A training was planned for it or some were trained, but less than half of the members."),
    Life.TRAINED: N_("At least half of the members were trained."),
}


def of(share: Share) -> str:
    """`12/29`; nothing of nobody."""
    return f"{share.trained}/{share.members}" if share.members else "–"


def with_percent(share: Share) -> str:
    """`12/29 · 41 %`"""
    return f"{of(share)} · {screen().percent(share.rate)}" if share.rate is not None else "–"


def women_and_men(line: GroupOverview) -> str:
    """How many members, and how many of them are women."""
    members = line.covered.members
    return _("{members} (F {women})").format(members=members, women=line.women) if members else "0"


def trained(line: GroupOverview) -> str:
    """`12 of 29 members trained · 41 %`"""
    share = line.covered
    if share.rate is None:
        return _("No member yet")
    words = ngettext(
        "{trained} of {count} member trained", "{trained} of {count} members trained", share.members
    ).format(trained=share.trained, count=share.members)
    return f"{words} · {screen().percent(share.rate)}"


def alarm(line: GroupOverview) -> str:
    """Why the group alarms; "" when it does not."""
    if not line.alarms:
        return ""
    return _("Only the committee: {modules}").format(modules=", ".join(line.alarms))


def mandate(told: Mandate, today: date) -> str:
    """`Mandate ended 3 months ago`, or until when it runs."""
    state = told.state(today)
    if state is MandateState.UNKNOWN or told.until is None:
        return ""
    if state is MandateState.ENDED:
        months = told.months_over(today)
        if not months:
            return _("Mandate ended on {date}").format(date=screen().date(told.until))
        return ngettext("Mandate ended {count} month ago", "Mandate ended {count} months ago", months).format(
            count=months
        )
    words = _("Mandate ends soon: {date}") if state is MandateState.ENDS_SOON else _("Mandate until {date}")
    return words.format(date=screen().date(told.until))


def short_mandate(told: Mandate, today: date) -> str:
    """The same under the title `Mandate`: `ended 3 months ago`."""
    state = told.state(today)
    if state is MandateState.UNKNOWN or told.until is None:
        return ""
    months = told.months_over(today)
    if months:
        return ngettext("ended {count} month ago", "ended {count} months ago", months).format(count=months)
    words = {
        MandateState.ENDED: pgettext("a mandate", "ended on {date}"),
        MandateState.ENDS_SOON: pgettext("a mandate", "ends on {date}"),
        MandateState.RUNS: pgettext("a mandate", "until {date}"),
    }
    return words[state].format(date=screen().date(told.until))


def needs_election(told: Mandate, today: date) -> bool:
    return told.state(today) in (MandateState.ENDED, MandateState.ENDS_SOON)


def warnings(line: GroupOverview, today: date) -> tuple[str, ...]:
    """Everything about a group that somebody should do something about."""
    late = mandate(line.mandate, today) if needs_election(line.mandate, today) else ""
    return tuple(part for part in (alarm(line), late) if part)


def to_look_at(line: GroupOverview, today: date) -> str:
    return " · ".join(warnings(line, today))


def about(line: GroupOverview) -> str:
    """`Cooperative · Base, Rulindo · maize`"""
    return " · ".join(part for part in (_(KINDS[line.kind]), line.place, line.value_chain) if part)


def spoken(line: GroupOverview, today: date) -> str:
    """The whole card, for the ear."""
    itself = pgettext("a group", "formed by itself") if line.formed_by_itself else ""
    parts = (line.name, about(line), itself, trained(line), to_look_at(line, today))
    return ". ".join(part for part in parts if part)


def held(line: RoleLine) -> str:
    """`President · 01/02/2024 – 05/03/2026`"""
    since = screen().date(line.since) if line.since else ""
    until = screen().date(line.until) if line.until else ""
    if since and until:
        span = f"{since} – {until}"
    elif until:
        span = pgettext("a role", "until {date}").format(date=until)
    else:
        span = pgettext("a role", "since {date}").format(date=since) if since else ""
    return " · ".join(part for part in (_(ROLES[line.role]), span) if part)


def columns(today: Callable[[], date]) -> tuple[Column[GroupOverview], ...]:
    """Of the list. A mandate is over or not according to the day on which one looks."""
    return (
        Column(N_("Name"), lambda line: line.name, tip=lambda line: line.name, stretch=True),
        Column(N_("Code"), lambda line: line.code, sample="RUL-0014"),
        Column(N_("Kind"), lambda line: _(KINDS[line.kind]), sample="Groupe d'épargne 0"),
        Column(N_("Place"), lambda line: line.place, tip=lambda line: line.place, sample="Kinihira, Rulindo"),
        Column(
            N_("Value chain"), lambda line: line.value_chain, tip=lambda line: line.value_chain, sample="Ibigori 0000"
        ),
        Column(
            N_("Members"),
            women_and_men,
            sort=lambda line: line.covered.members,
            align=RIGHT,
            sample="Abanyamuryango",
        ),
        Column(
            N_("Trained"),
            lambda line: of(line.covered),
            sort=lambda line: line.covered.rate,
            tip=lambda line: "\n".join(part for part in (trained(line), alarm(line)) if part),
            icon=lambda line: ALARM if line.alarms else None,
            spoken=lambda line: ". ".join(part for part in (trained(line), alarm(line)) if part),
            align=RIGHT,
            sample="Abahuguwe 0",
        ),
        Column(
            N_("Mandate"),
            lambda line: short_mandate(line.mandate, today()),
            sort=lambda line: line.mandate.until,
            tip=lambda line: mandate(line.mandate, today()),
            icon=lambda line: ALARM if needs_election(line.mandate, today()) else None,
            sample="ended 12 months ago 0000",
        ),
        Column(
            N_("Formed"),
            lambda line: _("By itself") if line.formed_by_itself else "",
            tip=lambda line: line.parent and _("Inside {group}").format(group=line.parent),
            align=CENTRE,
            sample="Par lui-même",
        ),
    )


LESS_NEEDED = (
    (1_240, (N_("Code"), N_("Formed"))),
    (1_000, (N_("Value chain"),)),
    (860, (N_("Place"),)),
    (700, (N_("Kind"),)),
    (560, (N_("Mandate"),)),
)
"""Below which width of the list, in pixels at normal size of text, which columns are hidden."""


def hidden(wide: float) -> tuple[str, ...]:
    return tuple(title for least, titles in LESS_NEEDED if wide < least for title in titles)
