"""The figures of a report among the tables for other programs: the long table with codes in place of words."""

from __future__ import annotations

from trainer_app.documents import indicator_words
from trainer_app.documents.indicator_rows import Part, parts
from trainer_app.domain.age_bands import AgeBand
from trainer_app.domain.indicators import By, IndicatorReport, Trait
from trainer_app.domain.tidy import INDICATORS, Cell, Cells, Table
from trainer_app.i18n import Catalog

COLUMNS = {
    By.SEX: "sex",
    By.AGE: "age_group",
    By.DISTRICT: "district",
    By.GROUP_KIND: "group_kind",
    By.OCCUPATION: "occupation",
    By.MODULE: "module",
}


def table(report: IndicatorReport, t: Catalog) -> Table:
    return Table("indicators", INDICATORS, tuple(_row(part, report, t) for part in parts(report)))


def _row(part: Part, report: IndicatorReport, t: Catalog) -> Cells:
    own = dict(zip(part.by, part.traits, strict=True))
    return (
        part.line.wanted.donor_code,
        indicator_words.title(part.line.wanted, t),
        part.line.wanted.measure.value,
        report.asked.first,
        report.asked.last,
        " ".join(COLUMNS[by] for by in part.by),
        *(_code(own[by]) if by in own else None for by in COLUMNS),
        part.figure.numerator,
        part.figure.denominator,
        part.target,
    )


def _code(trait: Trait) -> Cell:
    """What nobody knows is said, so that it is not taken for a whole."""
    if isinstance(trait, AgeBand):
        return trait.value
    return str(trait) if trait else "unknown"
