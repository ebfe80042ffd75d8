"""The charts of an indicator: against its target, by sex, by age, by district, from month to month.

Each is made from the same breakdown as the tables, so that no bar says anything that its table does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from trainer_app.documents.indicator_words import breakdown_words, by_name, title, trait_word
from trainer_app.documents.words import sex_letters
from trainer_app.domain.charts import Chart, Kind, Look, Row, Series, Unit, fewest_rows
from trainer_app.domain.indicators import (
    OF_PEOPLE,
    By,
    Counted,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Measure,
    Trait,
    breakdown,
    figure,
)
from trainer_app.domain.people import Sex
from trainer_app.i18n import Catalog

MOST_ROWS = 20
"""A list of two hundred occupations is a table; its chart has the most frequent."""
MOST_STEPS = 12
"""From left to right: more months are told by quarters, more quarters by years."""
LOOKS = {Sex.FEMALE: Look.WOMEN, Sex.MALE: Look.MEN, Sex.UNKNOWN: Look.UNKNOWN}
Step = tuple[int, int]
"""A year, and a month or a quarter of it; 0 for the whole of it."""


def charts(report: IndicatorReport, line: IndicatorLine, t: Catalog) -> tuple[Chart, ...]:
    """All that say something of this indicator: what it was asked by, and how it went from month to month."""
    if line.wanted.measure is Measure.READING:
        return (readings(line, t),) if line.readings else ()
    made = [by(report, line, kind, t) for kind in report.asked.by]
    over_time = trend(report, line, t)
    made += [over_time] if len(over_time.rows) > 1 else []
    return tuple(chart for chart in made if not chart.is_empty)


def against_targets(report: IndicatorReport, t: Catalog) -> tuple[Chart, ...]:
    """Every indicator beside its target: numbers in one chart, shares in another."""
    found = []
    for shares in (False, True):
        lines = [line for line in report.lines if line.is_share is shares]
        rows = tuple(Row(title(line.wanted, t), (_value(line.figure.value), line.target)) for line in lines)
        if rows:
            heading = t.gettext("Reached, beside the target")
            found.append(Chart(heading, (_everybody(t), _target(t)), rows, unit=_unit(shares)))
    return tuple(chart for chart in found if not chart.is_empty)


def by(report: IndicatorReport, line: IndicatorLine, kind: By, t: Catalog) -> Chart:
    """The indicator broken down by one thing."""
    if kind is By.SEX:
        return by_sex(line, t)
    traits = [found for (found,), _figure in breakdown(line, (kind,), report.ages)]
    targets = {one.district: one.number for one in line.targets if one.district} if kind is By.DISTRICT else {}
    if targets:
        traits = sorted({*traits, *targets}, key=_unknown_last)
    series = _people(line, t) if _tells_sex(line) else (_everybody(t),)
    parts = _parts(report, line, kind)
    rows = [Row(trait_word(trait, t), _values(line, parts, trait, series)) for trait in traits]
    if targets:
        series = (*series, _target(t))
        told = [targets.get(trait) if isinstance(trait, str) else None for trait in traits]
        rows = [Row(row.label, (*row.values, target)) for row, target in zip(rows, told, strict=True)]
    notes = [breakdown_words([kind], t)]
    if targets and (words := sum_of_targets(line, t)):
        notes.append(words)
    return Chart(
        f"{title(line.wanted, t)} – {by_name(kind, t)}",
        series,
        fewest_rows(tuple(rows), MOST_ROWS, t.gettext("All others together")),
        Kind.STACKED if not line.is_share else Kind.BARS,
        _unit(line.is_share),
        notes=tuple(notes),
    )


def by_sex(line: IndicatorLine, t: Catalog) -> Chart:
    """Women, men and those of whom it is not known, with the target of all of them."""
    series: tuple[Series, ...] = _people(line, t)
    values: tuple[float | None, ...] = tuple(_of(line, one, line.counted) for one in series)
    if line.target is not None:
        series, values = (*series, _target(t)), (*values, line.target)
    return Chart(
        f"{title(line.wanted, t)} – {by_name(By.SEX, t)}", series, (Row("", values),), unit=_unit(line.is_share)
    )


def trend(report: IndicatorReport, line: IndicatorLine, t: Catalog) -> Chart:
    """What came in each month of the period; of long periods in each quarter or year."""
    days = [one.day for one in line.counted if one.day is not None]
    series = _people(line, t) if _tells_sex(line) else (_everybody(t),)
    first, last = (min(days), max(days)) if days else (report.asked.first, report.asked.last)
    months = _months_of_step(first, last)
    grouped: dict[Step, list[Counted]] = {step: [] for step in _steps(first, last, months)}
    for one in line.counted:
        if one.day is not None:
            grouped[_step(one.day, months)].append(one)
    rows = tuple(
        Row(_step_words(step, months, t), tuple(_of(line, one, found) for one in series))
        for step, found in grouped.items()
    )
    heading = t.gettext("{indicator} – from month to month").format(indicator=title(line.wanted, t))
    return Chart(heading, series, rows, Kind.LINES, _unit(line.is_share))


def readings(line: IndicatorLine, t: Catalog) -> Chart:
    """What was found on each day, with the target."""
    named = sorted(line.readings, key=lambda one: (one.on_day, one.district))
    rows = [
        Row(" · ".join(filter(None, (t.date(one.on_day), one.district))), (_value(one.figure.value), line.target))
        for one in named
    ]
    series = (Series(Look.ALL, t.gettext("Found")), _target(t))
    unit = _unit(any(one.figure.denominator is not None for one in named))
    return Chart(title(line.wanted, t), series, tuple(rows[-MOST_ROWS:]), unit=unit)


def sum_of_targets(line: IndicatorLine, t: Catalog) -> str:
    """Where the targets of the districts and the overall one differ: by how much. Both are kept."""
    overall = line.target_of("")
    districts = sum(one.number for one in line.targets if one.district)
    if overall is None or not districts or overall == districts or line.is_share:
        return ""
    return t.gettext(
        "The targets of the districts make {sum}, the overall target is {overall}: a difference of {difference}."
    ).format(sum=t.number(districts), overall=t.number(overall), difference=t.number(abs(overall - districts)))


def _tells_sex(line: IndicatorLine) -> bool:
    return line.wanted.measure in OF_PEOPLE


def _unit(shares: bool) -> Unit:
    return Unit.SHARE if shares else Unit.NUMBER


def _everybody(t: Catalog) -> Series:
    return Series(Look.ALL, t.pgettext("beside a target", "Reached"))


def _target(t: Catalog) -> Series:
    return Series(Look.TARGET, t.gettext("Target"))


def _people(line: IndicatorLine, t: Catalog) -> tuple[Series, ...]:
    """Women and men always; those of whom it is not known where there is somebody."""
    names = {Sex.FEMALE: t.gettext("Women"), Sex.MALE: t.gettext("Men"), Sex.UNKNOWN: t.gettext("Sex not known")}
    letters = {**sex_letters(t), Sex.UNKNOWN: "?"}
    found = {Sex.FEMALE, Sex.MALE, *(one.sex for one in line.counted)}
    return tuple(Series(LOOKS[sex], names[sex], letters[sex]) for sex in Sex if sex in found)


def _parts(report: IndicatorReport, line: IndicatorLine, kind: By) -> dict[tuple[Trait, Look], Figure]:
    """Each part of the breakdown, of all and of each sex."""
    told = {(trait, Look.ALL): found for (trait,), found in breakdown(line, (kind,), report.ages)}
    for (trait, sex), found in breakdown(line, (kind, By.SEX), report.ages):
        if isinstance(sex, Sex):
            told[trait, LOOKS[sex]] = found
    return told


def _values(
    line: IndicatorLine, parts: Mapping[tuple[Trait, Look], Figure], trait: Trait, series: Sequence[Series]
) -> tuple[float | None, ...]:
    nothing = Figure(0, 0 if line.is_share else None)
    return tuple(_value(parts.get((trait, one.look), nothing).value) for one in series)


def _of(line: IndicatorLine, series: Series, counted: Iterable[Counted]) -> float | None:
    """The value of one kind of bar in a part of what was counted."""
    found = [one for one in counted if series.look is Look.ALL or LOOKS[one.sex] is series.look]
    return _value(figure(found, line.is_share).value)


def _unknown_last(district: Trait) -> tuple[bool, str]:
    return not district, str(district)


def _value(value: float | None) -> float | None:
    """A chart has no bar for less than nothing."""
    return None if value is None else max(value, 0.0)


def _months_of_step(first: date, last: date) -> int:
    """1, 3 or 12: so that there are few enough steps."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return next((size for size in (1, 3) if -(-months // size) + (size > 1) <= MOST_STEPS), 12)


def _step(day: date, months: int) -> Step:
    return day.year, (day.month - 1) // months if months < 12 else 0


def _steps(first: date, last: date, months: int) -> list[Step]:
    """Every one between the days, also those in which nothing was done."""
    step, end, found = _step(first, months), _step(last, months), []
    while step <= end:
        found.append(step)
        year, number = step
        step = (year, number + 1) if number + 1 < 12 // months else (year + 1, 0)
    return found


def _step_words(step: Step, months: int, t: Catalog) -> str:
    year, number = step
    if months == 12:
        return str(year)
    if months == 3:
        return t.gettext("Quarter {number} of {year}").format(number=number + 1, year=year)
    return f"{number + 1:02}/{year}"
