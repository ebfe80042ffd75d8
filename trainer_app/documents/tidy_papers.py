"""The tables for other programs, ready to be saved from the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from trainer_app.documents import tidy_files, tidy_indicators
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper
from trainer_app.documents.tidy_files import XLSX, ZIP, Names
from trainer_app.domain.indicators import IndicatorReport
from trainer_app.domain.tidy import Data
from trainer_app.i18n import Catalog

DOCUMENT = "data"


def with_indicators(data: Data, report: IndicatorReport, t: Catalog) -> Data:
    return replace(data, tables=(*data.tables, tidy_indicators.table(report, t)))


def tables(
    read: Callable[[], Data], report: IndicatorReport, language: str, unmasked: frozenset[str] = frozenset()
) -> Paper:
    """They are no paper: nothing of them can be looked at or printed.

    `read` is called when they are saved, in the background: of a whole programme it takes seconds.
    """
    t, is_sample = Catalog(language), report.asked.sample

    def save(path: Path, tick: Tick) -> Written:
        whole = with_indicators(read(), report, t)
        (made,) = tidy_files.write(tidy_files.pages(whole, Names.TIDY, t), t, path, is_sample, tick)
        return made

    return Paper(
        document=DOCUMENT,
        title=f"{t.gettext('Tables')} {report.asked.first} {report.asked.last}",
        language=language,
        draw=bytes,
        save=save,
        unmasked=unmasked,
        is_sample=is_sample,
        suffixes=(ZIP, XLSX),
    )
