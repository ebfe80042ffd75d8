"""Coverage as a table: a row for all groups, for each district, for each group; a column for each module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from trainer_app.domain.coverage import (
    Coverage,
    CoveredModule,
    GroupCoverage,
    Member,
    Part,
    Share,
    Tally,
    total,
)
from trainer_app.domain.people import Sex
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui.models.groups import ALARM, of, with_percent
from trainer_app.ui.models.people import KINDS, SEXES
from trainer_app.ui.models.table import RIGHT, Column

PARTS = (
    (Part.COMMITTEE, N_("Committee")),
    (Part.PEER_EDUCATOR, N_("Peer educators")),
    (Part.MEMBER, N_("Other members")),
)
ALL_PARTS = ((None, N_("All roles")), *PARTS)
ALL_SEXES = ((None, N_("Women and men")), *SEXES[:2])


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """`key` is a group's, or says which total it is. `asked` narrows every figure of the row."""

    key: object
    name: str
    detail: str
    people: tuple[Member, ...]
    tally: Tally
    alarms: frozenset[UUID] = frozenset()
    part: Part | None = None
    sex: Sex | None = None
    is_total: bool = False

    def share(self, module: UUID | None) -> Share:
        return self.tally.share(module, self.part, self.sex)

    def behind(self, module: UUID | None) -> tuple[tuple[Member, bool], ...]:
        """The people whom a figure counts, and whether each was trained."""
        return tuple(
            (person, module in person.trained if module else bool(person.trained))
            for person in self.people
            if self.part in (None, person.part) and self.sex in (None, person.sex)
        )


def rows(
    found: Coverage, shown: Sequence[GroupCoverage], part: Part | None = None, sex: Sex | None = None
) -> tuple[CoverageRow, ...]:
    """All groups together, then those that alarm, the districts, and the other groups."""
    made = [_group(line, part, sex) for line in shown]
    itself = [line for line in shown if line.formed_by_itself]
    name = _("All groups") if len(shown) == len(found.groups) else _("Groups shown")
    totals = [_total("all", name, shown, part, sex)] if shown else []
    totals += [_total("itself", _("Formed by themselves"), itself, part, sex)] if itself else []
    return (
        *totals,
        *(row for row in made if row.alarms),
        *_districts(shown, part, sex),
        *(row for row in made if not row.alarms),
    )


def _group(line: GroupCoverage, part: Part | None, sex: Sex | None) -> CoverageRow:
    where = " · ".join(text for text in (_(KINDS[line.kind]), line.district) if text)
    return CoverageRow(line.id, line.name, where, line.people, line.tally, line.alarms, part, sex)


def _districts(shown: Sequence[GroupCoverage], part: Part | None, sex: Sex | None) -> list[CoverageRow]:
    """A total for each district, when there are several."""
    names = sorted({line.district for line in shown if line.district})
    if len(names) < 2:
        return []
    title = _("District {name}")
    return [
        _total(name, title.format(name=name), [line for line in shown if line.district == name], part, sex)
        for name in names
    ]


def _total(key: str, name: str, lines: Sequence[GroupCoverage], part: Part | None, sex: Sex | None) -> CoverageRow:
    together = total(name, ({member.person_id: member for member in line.people} for line in lines))
    many = ngettext("{count} group", "{count} groups", len(lines)).format(count=screen().number(len(lines)))
    return CoverageRow(("total", key), name, many, together.people, together.tally, part=part, sex=sex, is_total=True)


def columns(modules: Sequence[CoveredModule]) -> tuple[Column[CoverageRow], ...]:
    return (
        Column(
            N_("Group"),
            lambda row: row.name,
            tip=lambda row: f"{row.name}\n{row.detail}",
            icon=lambda row: ALARM if row.alarms else None,
            stretch=True,
        ),
        Column(N_("Where"), lambda row: row.detail, tip=lambda row: row.detail, sample="Savings group · Nyarugenge"),
        Column(
            N_("Members"),
            lambda row: screen().number(row.share(None).members),
            sort=lambda row: row.share(None).members,
            align=RIGHT,
            sample="0 0000",
        ),
        _figure(N_("Any training"), N_("At least one training, whatever its module"), None),
        *(_figure(module.code, module.title, module.id) for module in modules),
    )


def _figure(title: str, about: str, module: UUID | None) -> Column[CoverageRow]:
    return Column(
        title,
        lambda row: of(row.share(module)),
        sort=lambda row: row.share(module).rate,
        tip=lambda row: tip(row, about, module),
        icon=lambda row: ALARM if module in row.alarms else None,
        spoken=lambda row: spoken(row, about, module),
        align=RIGHT,
        sample="0000/0000",
    )


def tip(row: CoverageRow, about: str, module: UUID | None) -> str:
    """The figure by part and by sex."""
    lines = [f"{row.name} · {_(about)}", with_percent(row.share(module))]
    lines += [f"{_(name)}: {with_percent(row.tally.share(module, part))}" for part, name in PARTS]
    lines += [f"{_(name)}: {with_percent(row.tally.share(module, sex=sex))}" for sex, name in SEXES[:2]]
    if module in row.alarms:
        lines.append(_("Only the committee came."))
    return "\n".join(lines)


def spoken(row: CoverageRow, about: str, module: UUID | None) -> str:
    share = row.share(module)
    words = _("{name}, {about}: {trained} of {members} trained").format(
        name=row.name, about=_(about), trained=share.trained, members=share.members
    )
    alarm = _("Only the committee came.")
    return f"{words}. {alarm}" if module in row.alarms else words


def definition(found: Coverage) -> str:
    """What the figures count, in whole sentences: they stand beside every one of them."""
    rule, t = found.attended, screen()
    sentences = [
        _(
            "Trained: came to at least {share} of the sessions of a training; sessions that were cut do not count."
        ).format(share=t.percent(rule.share_of_sessions)),
        _("Late counts as come.") if rule.late_counts else _("Late does not count as come."),
        _("An excused session is expected all the same.")
        if rule.excused_is_expected
        else _("An excused session is not expected."),
    ]
    if rule.least_minutes:
        minutes = ngettext(
            "Who stayed less than {count} minute did not come.",
            "Who stayed less than {count} minutes did not come.",
            rule.least_minutes,
        )
        sentences.append(minutes.format(count=rule.least_minutes))
    sentences.append(
        _(
            "Members: people known by name who belonged to the group on {date}, each once; head-counts are left out."
        ).format(date=t.date(found.on))
    )
    return " ".join(sentences)


def with_anybody(found: Coverage) -> tuple[CoveredModule, ...]:
    """The modules in which somebody was trained: the others would be columns of nothing."""
    return tuple(module for module in found.modules if found.overall.tally.share(module.id).trained)


def without_anybody(found: Coverage) -> str:
    """`Nobody is trained yet in M3, M4.`"""
    shown = with_anybody(found)
    codes = [module.code for module in found.modules if module not in shown]
    return _("Nobody is trained yet in {modules}.").format(modules=", ".join(codes)) if codes else ""


def alarm_rule(found: Coverage) -> str:
    words = _(
        "Only the committee came: at least {committee} of the committee is trained in a module, and less than {others} "
        "of the other members. Peer educators count in neither."
    )
    t = screen()
    return words.format(committee=t.percent(found.alarm.committee), others=t.percent(found.alarm.others))


def alarmed(count: int) -> str:
    words = ngettext("⚠ Of {count} group only the committee came", "⚠ Of {count} groups only the committee came", count)
    return words.format(count=screen().number(count))
