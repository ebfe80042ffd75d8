"""Indicators in words: what each is called, what exactly it counts, and what a reader must know before using it.

A number that travels without its definition is a rumour. The screen, the paper and the sheets take all of it from
here, so that they cannot define one number in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from trainer_app.documents.attended_words import attended_words
from trainer_app.documents.words import age_words, sex_words
from trainer_app.domain.age_bands import AgeBand
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.indicators import (
    OF_PEOPLE,
    By,
    Counting,
    Doubt,
    DoubtKind,
    IndicatorLine,
    IndicatorReport,
    Measure,
    Trait,
    Wanted,
)
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended, PassMark
from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import Catalog

OF_ATTENDANCE = frozenset(
    {
        Measure.PEOPLE_REACHED,
        Measure.PEOPLE_TRAINED,
        Measure.ATTENDANCE,
        Measure.GROUPS_REACHED,
        Measure.COVERAGE,
    }
)
"""Measures that follow from what the programme counts as attended."""
OF_TRAINED = frozenset({Measure.PEOPLE_TRAINED, Measure.COVERAGE})
OF_TESTS = frozenset({Measure.PASSED, Measure.GAINED})
COUNTED_ONE_WAY = frozenset({Measure.ATTENDANCE, Measure.COVERAGE})
"""Of people, and yet nobody chooses what one is: sessions of people, members of groups."""


def measure_name(measure: Measure, t: Catalog) -> str:
    """What it is called where the donor gave it no title."""
    match measure:
        case Measure.PEOPLE_REACHED:
            return t.gettext("People reached")
        case Measure.PEOPLE_TRAINED:
            return t.gettext("People trained")
        case Measure.ATTENDANCE:
            return t.gettext("Attendance rate")
        case Measure.TRAININGS_HELD:
            return t.gettext("Trainings held")
        case Measure.SESSIONS_HELD:
            return t.gettext("Sessions held")
        case Measure.GROUPS_REACHED:
            return t.gettext("Groups reached")
        case Measure.COVERAGE:
            return t.gettext("Members trained, of all members")
        case Measure.PASSED:
            return t.gettext("People who passed the last test")
        case Measure.GAINED:
            return t.gettext("People who did better after the training")
        case Measure.CERTIFIED:
            return t.gettext("People with a certificate")
        case Measure.REGISTERED:
            return t.gettext("Cooperatives registered")
        case Measure.READING:
            return t.gettext("Outcome found by a survey or a register")


def title(wanted: Wanted, t: Catalog) -> str:
    """As the donor words it, or as the measure is called; of another kind than trainings, with the kind."""
    name = wanted.title or measure_name(wanted.measure, t)
    if wanted.title or wanted.kind in ("", TrainingKind.TRAINING):
        return name
    return t.gettext("{kind}: {title}").format(kind=name, title=training_kind_word(wanted.kind, t))


def numerator_words(measure: Measure, t: Catalog) -> str:
    """What is counted."""
    match measure:
        case Measure.PEOPLE_REACHED:
            return t.gettext("People who attended at least one session in the period.")
        case Measure.PEOPLE_TRAINED:
            return t.gettext("People who attended enough of the sessions of a training that ended in the period.")
        case Measure.ATTENDANCE:
            return t.gettext("Sessions that people attended: each person in each session is one.")
        case Measure.TRAININGS_HELD:
            return t.gettext("Trainings that began in the period and of which at least one session was held.")
        case Measure.SESSIONS_HELD:
            return t.gettext("Sessions that were held in the period; those that were cut do not count.")
        case Measure.GROUPS_REACHED:
            return t.gettext(
                "Groups of which at least one person attended a session in the period: the group that was trained, "
                "and the groups that the person belongs to."
            )
        case Measure.COVERAGE:
            return t.gettext(
                "Members of groups who attended enough of the sessions of a training that ended in the period."
            )
        case Measure.PASSED:
            return t.gettext(
                "People whose test after a training that ended in the period is at or above the pass mark."
            )
        case Measure.GAINED:
            return t.gettext(
                "People with more points after a training that ended in the period than before it; "
                "of tests of two lengths, with a greater share of the points."
            )
        case Measure.CERTIFIED:
            return t.gettext("People to whom a certificate was given in the period; one that was taken back is not.")
        case Measure.REGISTERED:
            return t.gettext("Cooperatives that are registered, as the latest reading in the period found it.")
        case Measure.READING:
            return t.gettext(
                "As the source of the latest reading in the period found it; where there is none of the whole "
                "programme, the latest of each district added up."
            )


def denominator_words(measure: Measure, t: Catalog) -> str:
    """Of how many; nothing where a plain number is counted."""
    match measure:
        case Measure.ATTENDANCE:
            return t.gettext("Sessions that people on the register were expected to attend.")
        case Measure.COVERAGE:
            return t.gettext(
                "All members of the groups on the last day of the period; who is in two groups counts once."
            )
        case Measure.PASSED:
            return t.gettext("People who sat the test after a training that ended in the period.")
        case Measure.GAINED:
            return t.gettext("People who sat both tests, before and after a training that ended in the period.")
        case Measure.READING:
            return t.gettext("As the source of each reading found it; nothing where it is a plain number.")
    return ""


def counting_words(counting: Counting, t: Catalog) -> str:
    """What one is."""
    match counting:
        case Counting.PEOPLE_PER_TOPIC:
            return t.gettext("Each person counts once in each module.")
        case Counting.PEOPLE:
            return t.gettext("Each person counts once, however often they came.")
        case Counting.ATTENDANCES:
            return t.gettext("Each time somebody came counts: one person may count several times.")


def unit_word(line: IndicatorLine, counting: Counting, t: Catalog) -> str:
    """What the number is a number of: people, sessions; `%` of a share."""
    if line.is_share:
        return "%"
    match line.wanted.measure:
        case Measure.TRAININGS_HELD:
            return t.pgettext("what a number counts", "trainings")
        case Measure.SESSIONS_HELD:
            return t.pgettext("what a number counts", "sessions")
        case Measure.GROUPS_REACHED:
            return t.pgettext("what a number counts", "groups")
        case Measure.REGISTERED:
            return t.pgettext("what a number counts", "cooperatives")
        case Measure.READING:
            return ""
    if counting is Counting.ATTENDANCES:
        return t.pgettext("what a number counts", "attendances")
    return t.pgettext("what a number counts", "people")


def counting_name(counting: Counting, t: Catalog) -> str:
    """To be chosen from."""
    match counting:
        case Counting.PEOPLE_PER_TOPIC:
            return t.gettext("People, once in each module")
        case Counting.PEOPLE:
            return t.gettext("People, each once")
        case Counting.ATTENDANCES:
            return t.gettext("Attendances, each time")


def only_words(wanted: Wanted, t: Catalog) -> str:
    """What is left out: other modules, other groups, other kinds of trainings. Nothing where all counts."""
    said = []
    if wanted.module:
        said.append(t.gettext("Only module {module}.").format(module=wanted.module))
    if wanted.group_kind is not None:
        said.append(t.gettext("Only groups of this kind: {kind}.").format(kind=group_kind_word(wanted.group_kind, t)))
    if wanted.kind:
        said.append(t.gettext("Only trainings of this kind: {kind}.").format(kind=training_kind_word(wanted.kind, t)))
    return " ".join(said)


def counting_rule(wanted: Wanted, t: Catalog, attended: Attended, pass_mark: PassMark, counting: Counting) -> str:
    """How it is counted, in whole sentences. `counting` is the one that was asked for."""
    measure = wanted.measure
    said = [only_words(wanted, t)]
    if measure in OF_PEOPLE - COUNTED_ONE_WAY:
        said.append(counting_words(counting, t))
    if measure in OF_ATTENDANCE:
        said.append(attended_words(attended, t, of_training=measure in OF_TRAINED))
    if measure is Measure.PASSED:
        share = t.percent(pass_mark.share)
        said.append(
            t.gettext("A test is passed from {share} of its points on, or as that test says.").format(share=share)
        )
    if measure in OF_TESTS:
        if counting is not Counting.ATTENDANCES:
            said.append(t.gettext("Of several trainings of one person, the last one counts."))
        said.append(t.gettext("Who did not sit a test is in none of these numbers."))
    if measure in OF_PEOPLE:
        said.append(t.gettext("Facilitators, people from outside the project and heads without a name do not count."))
    return " ".join(part for part in said if part)


def rule_of(line: IndicatorLine, report: IndicatorReport, t: Catalog) -> str:
    """How this line of the report was counted."""
    counting = report.asked.counting or line.wanted.counting
    return counting_rule(line.wanted, t, report.attended, report.pass_mark, counting)


def breakdown_words(bys: Iterable[By], t: Catalog) -> str:
    """Whose age on which day, whose district: what a part of the whole is made of."""
    asked = set(bys)
    said = []
    if By.AGE in asked:
        said.append(
            t.gettext(
                "Ages are those on the first day of the training; of members, those on the last day of the period."
            )
        )
    if By.DISTRICT in asked:
        said.append(
            t.gettext(
                "The district is the one where the training was held; of groups and members, where they are at home."
            )
        )
    if By.GROUP_KIND in asked:
        said.append(t.gettext("The kind of group is that of the group that was trained."))
    said.append(t.gettext("What nobody knows is a part of its own, so that the parts add up to the whole."))
    return " ".join(said)


def by_name(by: By, t: Catalog) -> str:
    match by:
        case By.SEX:
            return t.gettext("Sex")
        case By.AGE:
            return t.gettext("Age group")
        case By.DISTRICT:
            return t.gettext("District")
        case By.GROUP_KIND:
            return t.gettext("Kind of group")
        case By.OCCUPATION:
            return t.gettext("Occupation")
        case By.MODULE:
            return t.gettext("Module")


def trait_word(trait: Trait, t: Catalog) -> str:
    """A part of a breakdown: Female, 18 to 35, Rulindo; `not known` where nobody wrote it down."""
    if isinstance(trait, Sex):
        return sex_words(t)[trait]
    if isinstance(trait, AgeBand):
        return age_words(trait, t)
    if isinstance(trait, GroupKind):
        return group_kind_word(trait, t)
    return trait or t.pgettext("a part of a breakdown", "not known")


def group_kind_word(kind: GroupKind, t: Catalog) -> str:
    match kind:
        case GroupKind.SAVINGS:
            return t.gettext("Savings group")
        case GroupKind.COOPERATIVE:
            return t.gettext("Cooperative")
        case GroupKind.COHORT:
            return t.gettext("Training cohort")
        case GroupKind.BRANCH:
            return t.gettext("Union branch")
        case GroupKind.UNION:
            return t.gettext("Union")
        case GroupKind.FEDERATION:
            return t.gettext("Federation")


def training_kind_word(kind: str, t: Catalog) -> str:
    """Of a kind that this program does not know: the word as it is kept."""
    known: dict[str, str] = {
        TrainingKind.TRAINING: t.gettext("Training"),
        TrainingKind.MEETING: t.gettext("Meeting"),
        TrainingKind.DIALOGUE: t.gettext("Dialogue"),
        TrainingKind.FAIR: t.gettext("Fair"),
        TrainingKind.CAMPAIGN: t.gettext("Campaign"),
        TrainingKind.RADIO: t.gettext("Radio talk"),
        TrainingKind.VISIT: t.gettext("Visit"),
    }
    return known.get(kind, kind)


def doubt_words(doubt: Doubt, t: Catalog) -> str:
    """Why the numbers may not be whole yet: `3 sessions are not marked.`"""
    count = doubt.count
    match doubt.kind:
        case DoubtKind.NOT_MARKED:
            words = t.ngettext("{count} session is not marked.", "{count} sessions are not marked.", count)
        case DoubtKind.PARTLY_MARKED:
            words = t.ngettext(
                "In {count} session some people have no mark.", "In {count} sessions some people have no mark.", count
            )
        case DoubtKind.NOT_SIGNED:
            words = t.ngettext(
                "The signed list of {count} session did not come back.",
                "The signed lists of {count} sessions did not come back.",
                count,
            )
        case DoubtKind.FLAGGED:
            words = t.ngettext(
                "{count} list is worth a second look and nobody has answered for it.",
                "{count} lists are worth a second look and nobody has answered for them.",
                count,
            )
        case DoubtKind.NO_SEX:
            words = t.ngettext(
                "The sex of {count} person is not known.", "The sex of {count} people is not known.", count
            )
        case DoubtKind.NO_AGE:
            words = t.ngettext(
                "The age of {count} person is not known.", "The age of {count} people is not known.", count
            )
        case DoubtKind.NO_DISTRICT:
            words = t.ngettext(
                "The district of {count} training is not known.",
                "The district of {count} trainings is not known.",
                count,
            )
        case DoubtKind.NO_TEST_AFTER:
            words = t.ngettext(
                "{count} person sat the test before the training and not the one after it.",
                "{count} people sat the test before the training and not the one after it.",
                count,
            )
        case DoubtKind.DUPLICATES:
            words = t.ngettext(
                "{count} person may stand in the file twice.", "{count} people may stand in the file twice.", count
            )
        case DoubtKind.NO_READING:
            words = t.ngettext(
                "{count} outcome has no reading in the period.",
                "{count} outcomes have no reading in the period.",
                count,
            )
    return words.format(count=count)


def nothing_counted(t: Catalog) -> str:
    return t.gettext("Nothing was counted in this period. Check the days and the district.")


def no_doubts(t: Catalog) -> str:
    return t.gettext("Nothing is missing: every session of the period is marked.")


def period_words(first: date, last: date, t: Catalog) -> str:
    """`1 January to 31 March 2026`; the year once where both days are in it."""
    if first == last:
        return t.long_date(first)
    begins = f"{first.day} {t.month(first)}" if first.year == last.year else t.long_date(first)
    return t.gettext("{first} to {last}").format(first=begins, last=t.long_date(last))


def period_name(first: date, last: date, t: Catalog) -> str:
    """`Quarter 1 of 2026`, `March 2026`, `Year 2026`; nothing where the days are no such whole."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1 or first.year != last.year:
        return ""
    months = last.month - first.month + 1
    if months == 1:
        return f"{t.month(first)} {first.year}"
    if months == 3 and first.month % 3 == 1:
        words = t.gettext("Quarter {number} of {year}")
        return words.format(number=first.month // 3 + 1, year=first.year)
    if months == 6 and first.month in (1, 7):
        words = t.gettext("Half-year {number} of {year}")
        return words.format(number=1 if first.month == 1 else 2, year=first.year)
    return t.gettext("Year {year}").format(year=first.year) if months == 12 else ""
