"""Indicators in a table: target, actual, women, men; and the breakdown of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.documents import indicator_words
from trainer_app.documents.chart_parts import NOT_KNOWN
from trainer_app.domain.indicators import (
    OF_PEOPLE,
    By,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Trait,
    breakdown,
    figure,
)
from trainer_app.domain.people import Sex
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models.table import RIGHT, Column

INDICATOR, TARGET, ACTUAL, OF = N_("Indicator"), N_("Target"), N_("Actual"), N_("Of")
WOMEN, MEN, UNKNOWN, PER_CENT = N_("Women"), N_("Men"), N_("Not known"), N_("%")
SEX_OF = {WOMEN: Sex.FEMALE, MEN: Sex.MALE, UNKNOWN: Sex.UNKNOWN}
NUMBER = "000.0 %"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A line of the report with the figures of each sex, counted once."""

    line: IndicatorLine
    sexes: tuple[tuple[Sex, Figure], ...] = ()

    def of(self, sex: Sex) -> Figure | None:
        """None where the indicator does not count people."""
        if not self.tells_sex:
            return None
        return dict(self.sexes).get(sex, Figure(0, 0 if self.is_share else None))

    @property
    def tells_sex(self) -> bool:
        return self.line.wanted.measure in OF_PEOPLE

    @property
    def is_share(self) -> bool:
        return self.line.is_share


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of the breakdown: women of 18 to 35, say."""

    traits: tuple[Trait, ...]
    figure: Figure
    target: float | None = None
    is_share: bool = False


def rows(report: IndicatorReport) -> tuple[IndicatorRow, ...]:
    return tuple(IndicatorRow(line, _sexes(line, report)) for line in report.lines)


def parts(report: IndicatorReport, line: IndicatorLine, by: Sequence[By]) -> tuple[PartRow, ...]:
    share = line.is_share
    found = [
        PartRow(traits, told, _target(line, by, traits), share) for traits, told in breakdown(line, by, report.ages)
    ]
    if tuple(by) == (By.DISTRICT,):
        named = {row.traits[0] for row in found}
        nothing = figure((), share)
        found += [
            PartRow((one.district,), nothing, one.number, share)
            for one in line.targets
            if one.district and one.district not in named
        ]
        found.sort(key=_by_district)
    return tuple(found)


def _by_district(row: PartRow) -> tuple[bool, str]:
    """By the alphabet, what is not known last."""
    return not row.traits[0], str(row.traits[0])


def value_words(told: Figure | None, is_share: bool = False) -> str:
    """`412`, `57.6 %`; a dash where nobody can say."""
    value = told.value if told is not None else None
    if value is None:
        return NOT_KNOWN
    shown = round(value * 100, 1) if is_share else round(value, 1)
    words = screen().number(shown, 0 if shown == int(shown) else 1)
    return f"{words}\u00a0%" if is_share else words


def target_words(number: float | None, is_share: bool) -> str:
    return value_words(Figure(number), is_share) if number is not None else ""


def of_words(told: Figure) -> str:
    """`82 / 143`: so many of so many."""
    if told.denominator is None:
        return ""
    number = screen().number
    return f"{number(told.numerator)}\u00a0/\u00a0{number(told.denominator)}"


def name(row: IndicatorRow) -> str:
    """With the donor's code before it, which is a label and nothing else."""
    code, words = row.line.wanted.donor_code, indicator_words.title(row.line.wanted, screen())
    return f"{code} · {words}" if code else words


def columns() -> tuple[Column[IndicatorRow], ...]:
    return (
        Column(INDICATOR, name, tip=name, stretch=True),
        Column(TARGET, _line_target, sort=_sort_target, align=RIGHT, sample=NUMBER),
        Column(ACTUAL, _actual, sort=_sort_actual, align=RIGHT, sample=NUMBER),
        Column(OF, _of, align=RIGHT, sample="0 000 / 0 000"),
        *(_of_sex(title, sex) for title, sex in SEX_OF.items()),
        Column(PER_CENT, _reached, sort=_sort_reached, spoken=_reached_spoken, align=RIGHT, sample="1 000 %"),
    )


def part_columns(by: Sequence[By]) -> tuple[Column[PartRow], ...]:
    named = tuple(_of_trait(place, kind) for place, kind in enumerate(by))
    return (
        *named,
        Column(ACTUAL, _part_value, sort=_sort_part, align=RIGHT, sample=NUMBER),
        Column(OF, _part_of, align=RIGHT, sample="0 000 / 0 000"),
        Column(TARGET, _part_target, align=RIGHT, sample=NUMBER),
    )


BY_TITLES = {
    By.SEX: N_("Sex"),
    By.AGE: N_("Age group"),
    By.DISTRICT: N_("District"),
    By.GROUP_KIND: N_("Kind of group"),
    By.OCCUPATION: N_("Occupation"),
    By.MODULE: N_("Module"),
}


def _sexes(line: IndicatorLine, report: IndicatorReport) -> tuple[tuple[Sex, Figure], ...]:
    found = breakdown(line, (By.SEX,), report.ages)
    return tuple((sex, told) for (sex,), told in found if isinstance(sex, Sex))


def _target(line: IndicatorLine, by: Sequence[By], traits: tuple[Trait, ...]) -> float | None:
    """Only districts have targets of their own."""
    if tuple(by) != (By.DISTRICT,) or not isinstance(traits[0], str) or not traits[0]:
        return None
    return line.target_of(traits[0])


def _of_sex(title: str, sex: Sex) -> Column[IndicatorRow]:
    def text(row: IndicatorRow) -> str:
        told = row.of(sex)
        return "" if told is None else value_words(told, row.is_share)

    def order(row: IndicatorRow) -> float:
        return _order(row.of(sex))

    return Column(title, text, sort=order, align=RIGHT, sample="100.0 %")


def _of_trait(place: int, by: By) -> Column[PartRow]:
    def text(row: PartRow) -> str:
        return indicator_words.trait_word(row.traits[place], screen())

    return Column(BY_TITLES[by], text, tip=text, stretch=place == 0, sample="" if place == 0 else "Not known 0000")


def _line_target(row: IndicatorRow) -> str:
    return target_words(row.line.target, row.is_share)


def _actual(row: IndicatorRow) -> str:
    return value_words(row.line.figure, row.is_share)


def _of(row: IndicatorRow) -> str:
    return of_words(row.line.figure)


def _reached(row: IndicatorRow) -> str:
    share = row.line.reached
    return "" if share is None else screen().percent(share)


def _reached_spoken(row: IndicatorRow) -> str:
    return _("{share} of the target").format(share=_reached(row)) if row.line.reached is not None else _("No target")


def _sort_target(row: IndicatorRow) -> float:
    return row.line.target if row.line.target is not None else -1.0


def _sort_actual(row: IndicatorRow) -> float:
    return _order(row.line.figure)


def _sort_reached(row: IndicatorRow) -> float:
    return row.line.reached if row.line.reached is not None else -1.0


def _part_value(row: PartRow) -> str:
    return value_words(row.figure, row.is_share)


def _part_of(row: PartRow) -> str:
    return of_words(row.figure)


def _part_target(row: PartRow) -> str:
    return target_words(row.target, row.is_share)


def _sort_part(row: PartRow) -> float:
    return _order(row.figure)


def _order(told: Figure | None) -> float:
    value = told.value if told is not None else None
    return -1.0 if value is None else value
