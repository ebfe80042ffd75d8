"""The sheet on which a chart is laid out from top to bottom: title, what each filling means, notes; and its numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from trainer_app.documents import fonts
from trainer_app.documents.chart_shapes import Box, Ink, Shape, Words, dotted, hatched, outline, solid
from trainer_app.domain.charts import Chart, Look, Series, Unit
from trainer_app.i18n import Catalog

ANY = 99  # lines: words wrap as often as they must
NOT_KNOWN = "–"
LEADING = 1.25
BAR = 1.3  # of the size of the letters
LINE = 1 / 8.5  # a line is a point wide beside letters of the usual size: a photocopier keeps it
STEP = 0.5  # from hatch to hatch


@dataclass(slots=True)
class Sheet:
    width: float
    size: float
    t: Catalog
    y: float = 0.0
    """How far down it is filled."""
    shapes: list[Shape] = field(default_factory=list)

    @property
    def line(self) -> float:
        return self.size * LINE

    @property
    def bar(self) -> float:
        return self.size * BAR

    @property
    def gap(self) -> float:
        return self.size * 0.5

    def words(self, x: float, y: float, text: str, font: str = fonts.SANS, ink: Ink = Ink.TEXT) -> None:
        """One line that stands at y."""
        self.shapes.append(Words(x, y, text, self.size, font, ink))

    def wrapped(self, text: str, x: float, room: float, font: str = fonts.SANS, ink: Ink = Ink.TEXT) -> None:
        """Lines below what is there."""
        for line in lines(text, room, self.size, font):
            self.y += self.size * LEADING
            self.words(x, self.y - self.size * 0.25, line, font, ink)

    def beside(self, text: str, x: float, room: float, top: float, height: float) -> None:
        """Lines in the middle of a height."""
        found = lines(text, room, self.size) if text else ()
        y = top + (height - len(found) * self.size * LEADING) / 2
        for line in found:
            y += self.size * LEADING
            self.words(x, y - self.size * 0.32, line)

    def title(self, chart: Chart) -> None:
        if chart.title:
            self.wrapped(chart.title, 0, self.width, fonts.SEMIBOLD)
            self.y += self.gap / 2

    def legend(self, series: tuple[Series, ...]) -> None:
        """What each filling means, side by side as far as there is room."""
        x, swatch = 0.0, self.size * 2
        self.y += self.size * 0.2
        for one in series:
            needed = swatch + self.gap + fonts.width(one.name, fonts.SANS, self.size)
            if x and x + needed > self.width:
                x, self.y = 0.0, self.y + self.bar + self.gap / 2
            self.fill(one.look, Box(x, self.y, swatch, self.size))
            room = self.width - x - swatch - self.gap
            shown = lines(one.name, room, self.size)[0]
            self.words(x + swatch + self.gap, self.y + self.size * 0.87, shown)
            x += needed + self.gap * 3
        self.y += self.bar + self.gap / 2

    def notes(self, chart: Chart) -> None:
        for note in chart.notes:
            self.wrapped(note, 0, self.width, ink=Ink.MUTED)
        self.y += self.size * 0.3

    def fill(self, look: Look, box: Box) -> None:
        """A bar, or the small one of the legend."""
        if box.width < self.line:
            box = Box(box.x, box.y, self.line, box.height)  # little is not nothing
        match look:
            case Look.WOMEN | Look.ALL:
                self.shapes.extend(solid(box))
            case Look.MEN:
                self.shapes.extend(hatched(box, self.line, self.size * STEP))
            case Look.UNKNOWN:
                self.shapes.extend(dotted(box, self.line, self.size * STEP))
            case Look.TARGET:
                self.shapes.extend(outline(box, self.line))


def lines(text: str, room: float, size: float, font: str = fonts.SANS) -> tuple[str, ...]:
    return fonts.fitted(text, font, max(room, size), ((size, ANY),))[1]


def value_words(value: float | None, unit: Unit, t: Catalog) -> str:
    """`1 412`, `57.6 %`, or a dash where nobody knows. What is not round has one place."""
    if value is None:
        return NOT_KNOWN
    shown = round(value * 100, 1) if unit is Unit.SHARE else round(value, 1)
    words = t.number(shown, 0 if shown == int(shown) else 1)
    return f"{words}\u00a0%" if unit is Unit.SHARE else words
