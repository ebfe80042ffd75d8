"""The indicator report as a paper and as files, ready to be printed and saved."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from trainer_app.documents import indicator_book, indicator_report
from trainer_app.documents import indicator_words as words
from trainer_app.documents.formats import LISTS
from trainer_app.documents.indicator_rows import Told
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper
from trainer_app.i18n import Catalog

DOCUMENT = "indicator_report"


def paper(told: Told, language: str, today: date, annex: bool = False) -> Paper:
    """With the annex, who was counted stands on the paper too."""
    t, asked = Catalog(language), told.report.asked
    period = words.period_name(asked.first, asked.last, t) or words.period_words(asked.first, asked.last, t)

    def save(path: Path, tick: Tick) -> Written:
        return indicator_book.write(told, t, path, tick, today, annex)

    return Paper(
        document=DOCUMENT,
        title=told.title or f"{t.gettext('Indicator report')} {period}",
        language=language,
        draw=partial(indicator_report.as_bytes, told, t, today, annex),
        save=save,
        unmasked=told.unmask,
        is_sample=asked.sample,
        suffixes=LISTS,
    )
