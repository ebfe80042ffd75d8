"""How it went from month to month: lines with marks of different shapes, and below each month what they say.

The values stand in rows under the lines, where two that are equal do not hide each other.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin

from trainer_app.documents import fonts
from trainer_app.documents.chart_parts import LEADING, Sheet, lines, value_words
from trainer_app.documents.chart_shapes import Area, Ink, Stroke
from trainer_app.domain.charts import Chart, Look

HEIGHT = 13  # of the size of the letters
MOST_FOR_NAMES = 0.3  # of the width
SWATCH = 3.0  # of the size
THICK = 1.5  # of a line
DASHES: dict[Look, tuple[float, ...]] = {Look.MEN: (4, 2), Look.UNKNOWN: (1, 2), Look.TARGET: (7, 3)}


class Lines:
    def __init__(self, sheet: Sheet, chart: Chart) -> None:
        self.sheet, self.chart = sheet, chart
        names = [fonts.width(series.name, fonts.SANS, sheet.size) for series in chart.series]
        wanted = max(names, default=0) + sheet.size * SWATCH + sheet.gap * 2
        self.left = min(wanted, sheet.width * MOST_FOR_NAMES)
        self.step = (sheet.width - self.left) / max(len(chart.rows), 1)

    def draw(self) -> None:
        sheet = self.sheet
        self.top = sheet.y + sheet.size
        self.bottom = self.top + sheet.size * HEIGHT
        sheet.shapes.append(Stroke(self.left, self.bottom, sheet.width, self.bottom, sheet.line, Ink.MUTED))
        for number in range(len(self.chart.series)):
            self._series(number)
        sheet.y = self.bottom + self._months()
        for number in range(len(self.chart.series)):
            self._values(number)
        sheet.y += sheet.gap

    def x(self, place: int) -> float:
        """The middle of a month."""
        return self.left + self.step * (place + 0.5)

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * value / self.chart.top

    def _series(self, number: int) -> None:
        look = self.chart.series[number].look
        told = [(place, row.values[number]) for place, row in enumerate(self.chart.rows)]
        for (place, value), (after, following) in pairwise(told):
            if value is not None and following is not None:
                self._line(look, self.x(place), self.y(value), self.x(after), self.y(following))
        for place, value in told:
            if value is not None:
                self._mark(look, self.x(place), self.y(value))

    def _line(self, look: Look, x1: float, y1: float, x2: float, y2: float) -> None:
        dashes = tuple(length * self.sheet.line for length in DASHES.get(look, ()))
        self.sheet.shapes.append(Stroke(x1, y1, x2, y2, self.sheet.line * THICK, Ink.BAR, dashes))

    def _mark(self, look: Look, x: float, y: float) -> None:
        """A full circle, an open square, an open triangle: known by their shape."""
        sheet, r = self.sheet, self.sheet.size * 0.36
        if look in (Look.WOMEN, Look.ALL):
            circle = tuple((x + r * cos(pi * step / 8), y + r * sin(pi * step / 8)) for step in range(16))
            sheet.shapes.append(Area(circle, fill=Ink.BAR))
        elif look is Look.MEN:
            square = (x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)
            sheet.shapes.append(Area(square, fill=Ink.CARD, outline=sheet.line))
        elif look is Look.UNKNOWN:
            triangle = (x, y - r * 1.2), (x + r * 1.2, y + r), (x - r * 1.2, y + r)
            sheet.shapes.append(Area(triangle, fill=Ink.CARD, outline=sheet.line))

    def _months(self) -> float:
        """Their names below the line, as high as the longest needs."""
        sheet, highest = self.sheet, 1
        for place, row in enumerate(self.chart.rows):
            found = lines(row.label, self.step - sheet.gap / 2, sheet.size)
            highest = max(highest, len(found))
            for number, words in enumerate(found):
                self._centred(words, place, self.bottom + sheet.size * (0.2 + LEADING * (number + 1)), Ink.MUTED)
        return highest * sheet.size * LEADING + sheet.gap

    def _values(self, number: int) -> None:
        """A row for each kind of line: how it is drawn, what it is, and its values."""
        sheet, series = self.sheet, self.chart.series[number]
        swatch = sheet.size * SWATCH
        found = lines(series.name, self.left - swatch - sheet.gap * 2, sheet.size)
        y = sheet.y + sheet.size * LEADING
        middle = y - sheet.size * 0.3
        self._line(series.look, 0, middle, swatch, middle)
        self._mark(series.look, swatch / 2, middle)
        for place, row in enumerate(self.chart.rows):
            self._centred(value_words(row.values[number], self.chart.unit, sheet.t), place, y)
        for words in found:
            sheet.y += sheet.size * LEADING
            sheet.words(swatch + sheet.gap, sheet.y, words)

    def _centred(self, words: str, place: int, y: float, ink: Ink = Ink.TEXT) -> None:
        self.sheet.words(self.x(place) - fonts.width(words, fonts.SANS, self.sheet.size) / 2, y, words, ink=ink)
