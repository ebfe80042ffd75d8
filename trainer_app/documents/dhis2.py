"""Figures of a report as DHIS2 takes them: one row a value, in the layout of its bulk import of data values.

The columns are those of "Sending bulks of data values" in the DHIS2 developer guide
(https://docs.dhis2.org/en/develop/using-the-api/dhis-core-version-master/data.html, CSV format): dataelement, period,
orgunit, categoryoptioncombo, attributeoptioncombo, value. Periods are written as its section on periods says: 202603,
2026Q1, 2026S1, 2026. Whoever imports the file names things by their codes and districts by their names:

    /api/dataValueSets?dataElementIdScheme=code&orgUnitIdScheme=name&categoryOptionComboIdScheme=code

A share is no data value: its numerator and its denominator are, each as a data element of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from trainer_app.documents import indicator_words as words
from trainer_app.documents.indicator_rows import told_of
from trainer_app.documents.sheet import Kind, Row
from trainer_app.documents.tidy_files import Page
from trainer_app.domain.age_bands import AgeBand
from trainer_app.domain.indicators import By, IndicatorLine, IndicatorReport, Reading, Trait, breakdown
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

HEADER = ("dataelement", "period", "orgunit", "categoryoptioncombo", "attributeoptioncombo", "value")
DEFAULT = "default"
OF_ALL = {By.SEX, By.AGE}


def pages(report: IndicatorReport, t: Catalog) -> list[Page]:
    """The values, and what has to be set up in DHIS2 before they can be taken in."""
    told = period(report.asked.first, report.asked.last)
    if not told:
        raise TrainerError(
            t.gettext("DHIS2 knows months, quarters, half-years and years. Choose the days of one of them."),
            code="no_dhis2_period",
        )
    codes = element_codes(report)
    found = [row for line in report.lines for row in _values(line, report, told, codes)]
    elements = list(_elements(report, codes, t))
    combos: list[Row] = [(name,) for name in sorted({str(row[3]) for row in found})]
    units: list[Row] = [(name,) for name in sorted({str(row[2]) for row in found})]
    return [
        _page("data_values", HEADER, found),
        _page("data_elements", ("code", "name", "description"), elements),
        _page("category_option_combos", ("code",), combos),
        _page("organisation_units", ("name",), units),
    ]


def _page(name: str, header: tuple[str, ...], rows: list[Row]) -> Page:
    return Page(name, header, tuple(Kind.TEXT for _ in header), rows)


def period(first: date, last: date) -> str:
    """As DHIS2 writes it; nothing where it has no word for these days."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1 or first.year != last.year:
        return ""
    months = last.month - first.month + 1
    if months == 1:
        return f"{first:%Y%m}"
    if months == 3 and first.month % 3 == 1:
        return f"{first.year}Q{first.month // 3 + 1}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year}S{1 if first.month == 1 else 2}"
    return f"{first.year}" if months == 12 else ""


def element_codes(report: IndicatorReport) -> dict[UUID, str]:
    """Indicator > code: the donor's where there is one, else the measure's; no two of them the same."""
    codes: dict[UUID, str] = {}
    taken: set[str] = set()
    for line in report.lines:
        wanted = line.wanted
        own = code(wanted.donor_code) or code("_".join(filter(None, (wanted.measure, wanted.kind, wanted.module))))
        name, again = own, 1
        while name in taken:
            again += 1
            name = f"{own}_{again}"
        taken.add(name)
        codes[wanted.id] = name
    return codes


def code(text: str) -> str:
    """Capitals, figures and lines: a code that survives every spreadsheet."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Z0-9]+", "_", plain.upper()).strip("_")


def combo(bys: tuple[By, ...], traits: tuple[Trait, ...]) -> str:
    """`F_18_35`, `M_36_PLUS`, `UNKNOWN_UNKNOWN`; `default` where a thing has neither sex nor age."""
    parts = [_option(trait) for by, trait in zip(bys, traits, strict=True) if by in OF_ALL]
    return "_".join(parts) or DEFAULT


def _option(trait: Trait) -> str:
    if isinstance(trait, AgeBand):
        return code(trait.value.replace("<", "UNDER ").replace("+", " PLUS"))
    return code(str(trait))


def _values(line: IndicatorLine, report: IndicatorReport, told: str, codes: dict[UUID, str]) -> Iterator[Row]:
    """By district, sex and age. A reading is a value of its district, or of the whole programme."""
    name = codes[line.wanted.id]
    bys = (By.DISTRICT, *told_of(line, (By.SEX, By.AGE)))
    if line.readings:
        for reading in _latest(line):
            unit = reading.district or report.district or _whole(report)
            yield from _both(name, told, unit, DEFAULT, reading.figure.numerator, reading.figure.denominator)
        return
    for traits, figure in breakdown(line, bys, report.ages):
        unit = str(traits[0] or "") or _whole(report)
        yield from _both(name, told, unit, combo(bys, traits), figure.numerator, figure.denominator)


def _latest(line: IndicatorLine) -> list[Reading]:
    """Of each district, and of the whole."""
    return list({one.district: one for one in sorted(line.readings, key=lambda one: one.on_day)}.values())


def _whole(report: IndicatorReport) -> str:
    return report.district or report.project or "Rwanda"


def _both(name: str, told: str, unit: str, combo: str, numerator: float, denominator: float | None) -> Iterator[Row]:
    if denominator is None:
        yield name, told, unit, combo, DEFAULT, _number(numerator)
        return
    yield f"{name}_NUM", told, unit, combo, DEFAULT, _number(numerator)
    yield f"{name}_DEN", told, unit, combo, DEFAULT, _number(denominator)


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _elements(report: IndicatorReport, codes: dict[UUID, str], t: Catalog) -> Iterator[Row]:
    for line in report.lines:
        name = codes[line.wanted.id]
        title, measure = words.title(line.wanted, t), line.wanted.measure
        numerator = f"{words.numerator_words(measure, t)} {words.rule_of(line, report, t)}".strip()
        if not line.is_share:
            yield name, title, numerator
            continue
        yield f"{name}_NUM", f"{title}, {t.gettext('Numerator')}", numerator
        yield f"{name}_DEN", f"{title}, {t.gettext('Denominator')}", words.denominator_words(measure, t)
