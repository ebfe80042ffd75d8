"""An indicator report as rows: the same numbers on paper, in every workbook and in the text table.

All adding up was done by `domain.indicators`; here the figures only get their columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from trainer_app.documents import indicator_words as words
from trainer_app.documents.attended_words import attended_words
from trainer_app.documents.sheet import Column, Kind, Row, Sheet, Value
from trainer_app.documents.words import age_words, marked, sex_words
from trainer_app.domain.evidence import NAMELESS, Named
from trainer_app.domain.indicators import (
    OF_PEOPLE,
    By,
    Counted,
    Counting,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Trait,
    breakdown,
)
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.people import Sex, masked_phone, shown_phone
from trainer_app.i18n import Catalog

OF_A_PERSON = frozenset({By.SEX, By.AGE, By.OCCUPATION})
PLACES = 1  # of a share in percent: 57.6


class Detail(StrEnum):
    """What stays in the office unless it is asked for: without `NAME`, a person is a code."""

    NAME = "name"
    PHONE = "phone"  # in full; with the name alone it is masked
    ID = "id"


@dataclass(frozen=True, slots=True)
class Told:
    """A report with what is to be told of it outside the office."""

    report: IndicatorReport
    named: Named = NAMELESS
    unmask: frozenset[str] = frozenset()
    frozen_on: date | None = None
    """The day on which its figures were laid down; empty where they are those of today."""
    title: str = ""
    """As somebody called the frozen report."""
    letterhead: Letterhead = NONE
    """Above the paper."""


def title(told: Told, t: Catalog) -> str:
    return marked(told.title or t.gettext("Indicator report"), t, told.report.asked.sample)


def scaled(number: float | None, line: IndicatorLine) -> Value:
    """A share as percent, everything else as it was counted. Whole numbers have no decimals."""
    if number is None:
        return None
    shown = round(100 * number, PLACES) if line.is_share else number
    return int(shown) if float(shown).is_integer() else shown


def whole(number: float | None) -> Value:
    return int(number) if number is not None and float(number).is_integer() else number


def counting_of(line: IndicatorLine, report: IndicatorReport) -> Counting:
    return report.asked.counting or line.wanted.counting


def by_sex(line: IndicatorLine, report: IndicatorReport) -> dict[Sex, float | None]:
    """Women, men and who is neither known to be, each in the unit of the whole: so many, or so many of hundred.

    None where things are counted, and where the source of a reading does not tell.
    """
    if line.wanted.measure in OF_PEOPLE:
        nothing = Figure(0, 0 if line.is_share else None)
        found = {traits[0]: part for traits, part in breakdown(line, (By.SEX,), report.ages)}
        return {sex: found.get(sex, nothing).value for sex in Sex}
    latest = max((one for one in line.readings if one.figure == line.figure), key=lambda one: one.on_day, default=None)
    if latest is None or line.is_share:
        return dict.fromkeys(Sex)
    return {Sex.FEMALE: latest.women, Sex.MALE: latest.men, Sex.UNKNOWN: None}


def told_of(line: IndicatorLine, asked: Iterable[By]) -> tuple[By, ...]:
    """What this indicator can be broken down by: a training has a district, and no sex."""
    return tuple(by for by in asked if line.wanted.measure in OF_PEOPLE or by not in OF_A_PERSON)


def summary(told: Told, t: Catalog) -> Sheet:
    """One row an indicator."""
    sexes = sex_words(t)
    return Sheet(
        marked(t.pgettext("page of a workbook", "Summary"), t, told.report.asked.sample),
        (
            Column(t.pgettext("of an indicator", "Code"), 22),
            Column(t.gettext("Indicator"), 80),
            Column(t.pgettext("of a number", "Unit"), 22),
            Column(t.pgettext("of an indicator", "Target"), 20, Kind.NUMBER),
            Column(t.pgettext("of an indicator", "Actual"), 20, Kind.NUMBER),
            Column(t.pgettext("of an indicator", "Of the target"), 22, Kind.SHARE),
            *(Column(sexes[sex], 22, Kind.NUMBER) for sex in Sex),
            Column(t.gettext("Numerator"), 22, Kind.NUMBER),
            Column(t.gettext("Denominator"), 24, Kind.NUMBER),
            Column(t.gettext("From outside the project"), 24, Kind.NUMBER),
            Column(t.gettext("Came, names not known"), 24, Kind.NUMBER),
        ),
        [_summary_row(line, told.report, t) for line in told.report.lines],
        frozen_columns=2,
    )


def _summary_row(line: IndicatorLine, report: IndicatorReport, t: Catalog) -> Row:
    return (
        line.wanted.donor_code,
        words.title(line.wanted, t),
        words.unit_word(line, counting_of(line, report), t),
        scaled(line.target, line),
        scaled(line.figure.value, line),
        line.reached,
        *(scaled(number, line) for number in by_sex(line, report).values()),
        whole(line.figure.numerator),
        whole(line.figure.denominator),
        line.outsiders,
        line.heads,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the long table: a whole, or what one part of it came to."""

    line: IndicatorLine
    by: tuple[By, ...]
    traits: tuple[Trait, ...]
    figure: Figure
    target: float | None = None


def parts(report: IndicatorReport) -> list[Part]:
    """Each indicator whole; by each trait alone; and, of several traits, by all of them together."""
    return list(chain.from_iterable(_parts_of(line, report) for line in report.lines))


def _parts_of(line: IndicatorLine, report: IndicatorReport) -> Iterator[Part]:
    yield Part(line, (), (), line.figure, line.target)
    asked = told_of(line, report.asked.by)
    for by in asked:
        yield from part_by(line, by, report)
    if By.DISTRICT not in asked and any(one.district for one in line.targets):
        yield from part_by(line, By.DISTRICT, report)
    if len(asked) > 1:
        for traits, figure in breakdown(line, asked, report.ages):
            yield Part(line, asked, traits, figure)


def part_by(line: IndicatorLine, by: By, report: IndicatorReport) -> list[Part]:
    """By one trait. A district with a target and nobody in it has a row too: it is the one that matters."""
    figures = {traits[0]: figure for traits, figure in breakdown(line, (by,), report.ages)}
    if by is By.DISTRICT:
        nothing = Figure(0, 0 if line.is_share else None)
        figures = {**dict.fromkeys((one.district for one in line.targets if one.district), nothing), **figures}
        figures = {name: figures[name] for name in sorted(figures, key=_unknown_last)}
    return [Part(line, (by,), (trait,), figure, _target_of(line, by, trait)) for trait, figure in figures.items()]


def _unknown_last(district: Trait) -> tuple[bool, str]:
    return not district, str(district)


def _target_of(line: IndicatorLine, by: By, trait: Trait) -> float | None:
    return line.target_of(str(trait)) if by is By.DISTRICT and trait else None


def breakdowns(told: Told, t: Catalog) -> Sheet:
    """The long table: a row for each whole and each part of it, the same columns in all."""
    report = told.report
    found = parts(report)
    used = [by for by in By if any(by in part.by for part in found)]
    kinds = (Column(words.by_name(by, t), 30) for by in used)
    return Sheet(
        marked(t.pgettext("page of a workbook", "Breakdown"), t, report.asked.sample),
        (
            Column(t.pgettext("of an indicator", "Code"), 22),
            Column(t.gettext("Indicator"), 80),
            Column(t.gettext("From"), 20, Kind.DATE),
            Column(t.gettext("To"), 20, Kind.DATE),
            Column(t.gettext("Broken down by"), 36),
            *kinds,
            Column(t.pgettext("of a number", "Unit"), 22),
            Column(t.pgettext("of an indicator", "Target"), 20, Kind.NUMBER),
            Column(t.pgettext("of an indicator", "Actual"), 20, Kind.NUMBER),
            Column(t.gettext("Numerator"), 22, Kind.NUMBER),
            Column(t.gettext("Denominator"), 24, Kind.NUMBER),
        ),
        [_part_row(part, used, report, t) for part in found],
        frozen_columns=2,
    )


def _part_row(part: Part, used: Sequence[By], report: IndicatorReport, t: Catalog) -> Row:
    own = dict(zip(part.by, part.traits, strict=True))
    names = ", ".join(words.by_name(by, t) for by in part.by)
    return (
        part.line.wanted.donor_code,
        words.title(part.line.wanted, t),
        report.asked.first,
        report.asked.last,
        names or t.pgettext("not broken down", "Whole"),
        *(words.trait_word(own[by], t) if by in own else "" for by in used),
        words.unit_word(part.line, counting_of(part.line, report), t),
        scaled(part.target, part.line),
        scaled(part.figure.value, part.line),
        whole(part.figure.numerator),
        whole(part.figure.denominator),
    )


def evidence(told: Told, t: Catalog) -> Sheet:
    """A row for everything that was counted, also for what is in the denominator only."""
    shown = told.unmask
    name = (Column(t.gettext("Name"), 52), Column(t.gettext("Phone"), 30)) if Detail.NAME in shown else ()
    card = (Column(t.gettext("Identity card"), 34),) if Detail.ID in shown and Detail.NAME in shown else ()
    return Sheet(
        marked(t.pgettext("page of a workbook", "Evidence"), t, told.report.asked.sample),
        (
            Column(t.pgettext("of an indicator", "Code"), 22),
            Column(t.gettext("Indicator"), 60),
            Column(t.gettext("Counts"), 16),
            Column(t.gettext("Times"), 16, Kind.NUMBER),
            Column(t.gettext("Person"), 22),
            *name,
            *card,
            Column(words.by_name(By.SEX, t), 22),
            Column(words.by_name(By.AGE, t), 26),
            Column(words.by_name(By.DISTRICT, t), 28),
            Column(words.by_name(By.OCCUPATION, t), 30),
            Column(t.gettext("Group"), 40),
            Column(words.by_name(By.GROUP_KIND, t), 28),
            Column(words.by_name(By.MODULE, t), 18),
            Column(t.gettext("Training"), 50),
            Column(t.gettext("Code of the training"), 24),
            Column(t.gettext("Day"), 20, Kind.DATE),
        ),
        _Proofs(told, t),
        frozen_columns=5,
    )


def count_of_evidence(report: IndicatorReport) -> int:
    return sum(len(line.counted) for line in report.lines)


class _Proofs:
    """Makes the rows when they are asked for; what is the same in thousands of them is asked for once."""

    def __init__(self, told: Told, t: Catalog) -> None:
        self._told, self._named, self._shown, self._t = told, told.named, told.unmask, t
        self._words: dict[Trait, str] = {}
        self._counts = {True: t.pgettext("it counts", "yes"), False: t.pgettext("it counts", "no")}

    def __len__(self) -> int:
        return count_of_evidence(self._told.report)

    def __iter__(self) -> Iterator[Row]:
        for line in self._told.report.lines:
            code, name = line.wanted.donor_code, words.title(line.wanted, self._t)
            for one in line.counted:
                yield code, name, *self._row(one)

    def __contains__(self, row: object) -> bool:
        return any(row == own for own in self)

    def _row(self, one: Counted) -> Row:
        group, training = self._named.group(one.group_id), self._named.training(one.training_id)
        is_person = one.person_id is not None
        return (
            self._counts[one.counts],
            one.times,
            *self._who(one),
            self._word(one.sex) if is_person else "",
            self._word(one.age) if is_person else "",
            one.district,
            one.occupation,
            group.name,
            self._word(one.group_kind) if one.group_kind else "",
            one.module,
            training.name,
            training.code,
            one.day,
        )

    def _who(self, one: Counted) -> Row:
        person = self._named.person(one.person_id)
        if Detail.NAME not in self._shown:
            return (person.code,)
        phone = shown_phone(person.phone) if Detail.PHONE in self._shown else masked_phone(person.phone)
        card = (person.national_id,) if Detail.ID in self._shown else ()
        return (person.code, person.name, phone, *card)

    def _word(self, trait: Trait) -> str:
        found = self._words.get(trait)
        if found is None:
            found = self._words[trait] = words.trait_word(trait, self._t)
        return found


def readings(told: Told, t: Catalog) -> Sheet:
    """What somebody found and how they know, of every outcome."""
    return Sheet(
        marked(t.pgettext("page of a workbook", "Readings"), t, told.report.asked.sample),
        (
            Column(t.pgettext("of an indicator", "Code"), 22),
            Column(t.gettext("Indicator"), 80),
            Column(t.gettext("Day"), 20, Kind.DATE),
            Column(t.gettext("District"), 28),
            Column(t.gettext("Numerator"), 22, Kind.NUMBER),
            Column(t.gettext("Denominator"), 24, Kind.NUMBER),
            Column(sex_words(t)[Sex.FEMALE], 20, Kind.NUMBER),
            Column(sex_words(t)[Sex.MALE], 20, Kind.NUMBER),
            Column(t.gettext("Source"), 60),
            Column(t.gettext("Note"), 60),
        ),
        [
            (
                line.wanted.donor_code,
                words.title(line.wanted, t),
                one.on_day,
                one.district,
                whole(one.figure.numerator),
                whole(one.figure.denominator),
                whole(one.women),
                whole(one.men),
                one.source,
                one.note,
            )
            for line in told.report.lines
            for one in line.readings
        ],
        frozen_columns=2,
    )


def definitions(told: Told, t: Catalog) -> Sheet:
    """What each number is, word for word."""
    report = told.report
    return Sheet(
        marked(t.pgettext("page of a workbook", "Definitions"), t, report.asked.sample),
        (
            Column(t.pgettext("of an indicator", "Code"), 22),
            Column(t.gettext("Indicator"), 60),
            Column(t.gettext("Definition"), 90),
            Column(t.gettext("Numerator"), 90),
            Column(t.gettext("Denominator"), 90),
            Column(t.gettext("How it is counted"), 120),
            Column(t.gettext("Targets of longer periods"), 60),
        ),
        [
            (
                line.wanted.donor_code,
                words.title(line.wanted, t),
                line.wanted.definition or words.measure_name(line.wanted.measure, t),
                words.numerator_words(line.wanted.measure, t),
                words.denominator_words(line.wanted.measure, t),
                words.rule_of(line, report, t),
                " ".join(wider_words(line, t)),
            )
            for line in report.lines
        ],
        frozen_columns=2,
    )


def wider_words(line: IndicatorLine, t: Catalog) -> list[str]:
    """`1 200 from 01/01/2026 to 31/12/2026, Rulindo.`: what is to be reached in more than these days."""
    said = []
    for one in line.wider:
        number, unit = scaled(one.number, line), "%" if line.is_share else ""
        days = words.period_words(one.first, one.last, t) if one.first and one.last else ""
        told = ", ".join(filter(None, (days, one.district)))
        said.append(f"{number}{unit} ({told})." if told else f"{number}{unit}.")
    return said


def about(told: Told, t: Catalog) -> tuple[tuple[str, str], ...]:
    """For what and when it was made, what was left out, and what is doubtful: a line each."""
    report, asked = told.report, told.report.asked
    period = words.period_words(asked.first, asked.last, t)
    if name := words.period_name(asked.first, asked.last, t):
        period = f"{name}: {period}"
    doubts = [words.doubt_words(doubt, t) for doubt in report.doubts] or [words.no_doubts(t)]
    pairs = (
        (t.gettext("Report"), title(told, t)),
        (t.gettext("Period"), period),
        (t.gettext("Project"), report.project),
        (t.gettext("District"), report.district or t.gettext("All districts")),
        (t.gettext("Organisation"), report.organiser),
        (t.gettext("Broken down by"), ", ".join(words.by_name(by, t) for by in asked.by)),
        (t.gettext("One is"), words.counting_name(asked.counting, t) if asked.counting else ""),
        (t.gettext("What counts"), attended_words(report.attended, t, of_training=True)),
        (t.gettext("Age groups"), ", ".join(age_words(band, t) for band in report.ages.bands)),
        (t.gettext("Parts"), words.breakdown_words(asked.by, t)),
        (t.gettext("Made on"), t.date(report.made_on)),
        (t.gettext("Figures"), _frozen_words(told, t)),
        *((t.gettext("To look at first"), doubt) for doubt in doubts),
    )
    return tuple(pair for pair in pairs if pair[1])


def _frozen_words(told: Told, t: Catalog) -> str:
    if told.frozen_on is None:
        return t.gettext("Not frozen: they are those of the day on which this was made.")
    return t.gettext("Frozen on {date}: what was entered later is not in them.").format(date=t.date(told.frozen_on))
