"""Counting a report: at once where little was done, in the background where it takes longer than a breath."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from trainer_app.documents.output import Tick
from trainer_app.domain.indicators import Asked, IndicatorReport
from trainer_app.services import frozen_reports, indicators, report_differences
from trainer_app.services.report_differences import Differences

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class Wish:
    """A report of now that is asked for; or one that was kept, and how it differs from now."""

    language: str
    today: date
    asked: Asked | None = None
    frozen: UUID | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    wish: Wish
    report: IndicatorReport
    differences: Differences | None = None


def answer(work: Work, wish: Wish, tick: Tick) -> Answer:
    """Knows nothing of the page: a widget that only a job holds would be taken down on the job's thread."""
    tick(0.0)
    if wish.frozen is not None:
        kept = work.read(frozen_reports.report, wish.frozen)
        return Answer(wish, kept, work.read(report_differences.differences, wish.frozen, wish.today))
    assert wish.asked is not None
    return Answer(wish, work.read(indicators.report, wish.asked, wish.language, wish.today))


class Counting(QObject):
    """`count(wish)` leads to `counted`. Of several wishes the last one is answered."""

    busy = Signal(bool)
    counted = Signal(object)

    def __init__(self, parent: QObject, work: Work) -> None:
        super().__init__(parent)
        self._work = work
        self._wish: Wish | None = None
        self._runs = self._again = False
        self.much = indicators.MUCH

    def count(self, wish: Wish) -> None:
        self._wish = wish
        if self._runs:
            self._again = True
        elif self._work.read(indicators.is_much, self.much):
            self._start(wish)
        else:
            self.counted.emit(answer(self._work, wish, _no_tick))

    def _start(self, wish: Wish) -> None:
        self._runs, self._again = True, False
        self.busy.emit(True)
        self._work.start(partial(answer, self._work, wish), self._done, ended=self._ended)

    @Slot(object)
    def _done(self, found: Answer) -> None:
        """What was asked for meanwhile is worth more than what was counted."""
        if found.wish == self._wish:
            self.counted.emit(found)

    @Slot(QObject)
    def _ended(self, _job: QObject) -> None:
        self._runs = False
        if self._again and self._wish is not None:
            self._start(self._wish)
        else:
            self.busy.emit(False)


def _no_tick(_share: float) -> None:
    """Nobody can stop what is done at once."""
