"""An indicator report as a file: a workbook with its evidence, the long table as text, or the paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from trainer_app.documents import csv_file, indicator_report
from trainer_app.documents import indicator_rows as rows
from trainer_app.documents.formats import PDF, format_of, write_book
from trainer_app.documents.indicator_rows import Told
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.documents.sheet import Sheet
from trainer_app.i18n import Catalog


def sheets(told: Told, t: Catalog) -> Sequence[Sheet]:
    """The pages of the workbook; readings only where there are outcomes."""
    found = [rows.summary(told, t), rows.breakdowns(told, t), rows.evidence(told, t)]
    if any(line.readings for line in told.report.lines):
        found.append(rows.readings(told, t))
    return [*found, rows.definitions(told, t)]


def write(
    told: Told, t: Catalog, path: Path, tick: Tick = no_tick, printed: date | None = None, annex: bool = False
) -> Written:
    """Rows are those of the evidence in a workbook, of the long table in a text, of indicators on paper."""
    suffix = format_of(path, t)
    with saving(path, t) as file:
        if suffix == PDF:
            pages = indicator_report.draw(told, t, file, tick, printed or date.today(), annex)
            return Written(path, len(told.report.lines), pages)
        if suffix == ".csv":
            table = rows.breakdowns(told, t)
            csv_file.write(table, t.language, file, tick)
            return Written(path, len(table.rows))
        book = sheets(told, t)
        write_book(book, t.pgettext("page of a workbook", "About"), rows.about(told, t), suffix, file, tick)
    return Written(path, rows.count_of_evidence(told.report))
