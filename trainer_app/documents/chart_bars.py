"""Horizontal bars, with what they say written at their ends."""

from __future__ import annotations

from trainer_app.documents import fonts
from trainer_app.documents.chart_parts import LEADING, Sheet, lines, value_words
from trainer_app.documents.chart_shapes import Box, Ink, Stroke
from trainer_app.domain.charts import Bar, Chart, Row

MOST_FOR_LABELS = 0.36  # of the width
MOST_FOR_VALUES = 0.42


class Bars:
    def __init__(self, sheet: Sheet, chart: Chart) -> None:
        self.sheet, self.chart = sheet, chart
        self.alone = len(chart.rows) == 1 and len(chart.series) > 1 and not chart.rows[0].label
        """A single row: each bar has its own name at its left, and no legend is needed."""
        self.left = min(self._widest_label() + sheet.gap, sheet.width * MOST_FOR_LABELS)
        self.right = min(self._widest_value() + sheet.gap, sheet.width * MOST_FOR_VALUES)

    def draw(self) -> None:
        sheet = self.sheet
        if len(self.chart.series) > 1 and not self.alone:
            sheet.legend(self.chart.series)
        top = sheet.y
        for row in self.chart.rows:
            self._row(row)
        if self.chart.rows:
            sheet.shapes.append(Stroke(self.left, top, self.left, sheet.y, sheet.line, Ink.MUTED))
        sheet.y += sheet.gap / 2

    @property
    def room(self) -> float:
        """For the longest bar."""
        return self.sheet.width - self.left - self.right

    def _row(self, row: Row) -> None:
        sheet, bars = self.sheet, self.chart.bars(row)
        names = [bar.parts[0].series.name if self.alone else "" for bar in bars]
        heights = [max(sheet.bar + sheet.size * 0.25, self._high(name)) for name in names]
        height = max(sum(heights), self._high(row.label)) + sheet.gap
        sheet.beside(row.label, 0, self.left - sheet.gap, sheet.y, height)
        y = sheet.y + (height - sum(heights)) / 2
        for bar, name, high in zip(bars, names, heights, strict=True):
            sheet.beside(name, 0, self.left - sheet.gap, y, high)
            self._bar(bar, y + (high - sheet.bar) / 2)
            y += high
        sheet.y += height

    def _high(self, words: str) -> float:
        """Of a label that wraps as often as it must."""
        count = len(lines(words, self.left - self.sheet.gap, self.sheet.size)) if words else 0
        return count * self.sheet.size * LEADING

    def _bar(self, bar: Bar, y: float) -> None:
        sheet, x = self.sheet, self.left
        for part in bar.parts:
            long = self.room * (part.value or 0) / self.chart.top
            if part.value:
                sheet.fill(part.series.look, Box(x, y, long, sheet.bar))
            x += long
        sheet.words(x + sheet.gap / 2, y + sheet.bar * 0.76, self._that_fits(*self.words(bar)))

    def words(self, bar: Bar) -> tuple[str, str]:
        """`412`, and `412 (F 231, M 181)` of a bar of parts."""
        whole = value_words(bar.value, self.chart.unit, self.sheet.t)
        known = [part for part in bar.parts if part.value and part.series.letter]
        if len(bar.parts) < 2 or not known:
            return whole, whole
        inside = ", ".join(
            f"{part.series.letter}\u00a0{value_words(part.value, self.chart.unit, self.sheet.t)}" for part in known
        )
        return whole, f"{whole} ({inside})"

    def _that_fits(self, whole: str, told: str) -> str:
        """The parts of a bar are in the table too: where there is no room for them, the whole is told."""
        fits = fonts.width(told, fonts.SANS, self.sheet.size) + self.sheet.gap / 2 <= self.right
        return told if fits else whole

    def _widest_label(self) -> float:
        named = [series.name for series in self.chart.series] if self.alone else [row.label for row in self.chart.rows]
        return max((fonts.width(name, fonts.SANS, self.sheet.size) for name in named), default=0)

    def _widest_value(self) -> float:
        told = [self.words(bar)[1] for row in self.chart.rows for bar in self.chart.bars(row)]
        return max((fonts.width(text, fonts.SANS, self.sheet.size) for text in told), default=0)
