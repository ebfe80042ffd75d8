"""Charts: one list of shapes from one description, painted on paper by ReportLab and on the screen as SVG.

Drawn by hand rather than by a library of charts: the letters are those of our papers, long names wrap, hatching is
made of lines, which every painter and every photocopier keeps, and both pictures are the same to the last bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from trainer_app.documents import fonts
from trainer_app.documents.chart_bars import Bars
from trainer_app.documents.chart_lines import Lines
from trainer_app.documents.chart_parts import Sheet, value_words
from trainer_app.documents.chart_shapes import DARK, LIGHT, PAPER, Area, Palette, Shape, Stroke, Words
from trainer_app.documents.style import BODY
from trainer_app.domain.charts import Chart, Kind
from trainer_app.i18n import Catalog

MOST_ROWS = 24
"""So many districts with a bar and a target still fit on a page."""
FAMILIES = {
    fonts.SANS: ("Noto Sans", 400),
    fonts.SEMIBOLD: ("Noto Sans SemiBold", 600),
    fonts.MARKS: ("DejaVu Sans", 400),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart that was laid out: how large it is, and its shapes."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def picture(chart: Chart, t: Catalog, width: float, size: float = BODY) -> Picture:
    """The chart as wide as told, with letters of this size, and as high as it then is."""
    sheet = Sheet(width, size, t)
    sheet.title(chart)
    (Lines if chart.kind is Kind.LINES else Bars)(sheet, chart).draw()
    sheet.notes(chart)
    return Picture(width, sheet.y, tuple(sheet.shapes))


# ---- paper ---------------------------------------------------------------------------------------------------------


def draw(canvas: Canvas, chart: Chart, t: Catalog, x: float, top: float, width: float, size: float = BODY) -> float:
    """Draw it below `top`, and tell how high it is."""
    drawn = picture(chart, t, width, size)
    _paint(canvas, drawn, x, top)
    return drawn.height


def flowables(chart: Chart, t: Catalog, width: float, size: float = BODY) -> list[Flowable]:
    """The chart for a story; more than one where it is too long for a page."""
    return [_Flowing(picture(part, t, width, size)) for part in chart.cut(MOST_ROWS)]


class _Flowing(Flowable):  # type: ignore[misc]
    def __init__(self, drawn: Picture) -> None:
        super().__init__()
        self._drawn = drawn
        self.width, self.height = drawn.width, drawn.height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        _paint(self.canv, self._drawn, 0, self.height)


def _paint(canvas: Canvas, drawn: Picture, x: float, top: float) -> None:
    canvas.saveState()
    canvas.setLineJoin(0)
    canvas.setLineCap(0)
    for shape in drawn.shapes:
        if isinstance(shape, Words):
            canvas.setFillColor(HexColor(PAPER.colour(shape.ink)))
            fonts.draw(canvas, x + shape.x, top - shape.y, shape.text, shape.font, shape.size)
        elif isinstance(shape, Stroke):
            canvas.setStrokeColor(HexColor(PAPER.colour(shape.ink)))
            canvas.setLineWidth(shape.width)
            canvas.setDash(*([list(shape.dashes)] if shape.dashes else []))
            canvas.line(x + shape.x1, top - shape.y1, x + shape.x2, top - shape.y2)
        else:
            _paint_area(canvas, shape, x, top)
    canvas.restoreState()


def _paint_area(canvas: Canvas, area: Area, x: float, top: float) -> None:
    line = canvas.beginPath()
    (first_x, first_y), *others = area.points
    line.moveTo(x + first_x, top - first_y)
    for point_x, point_y in others:
        line.lineTo(x + point_x, top - point_y)
    line.close()
    canvas.setDash()
    if area.fill is not None:
        canvas.setFillColor(HexColor(PAPER.colour(area.fill)))
    if area.outline:
        canvas.setStrokeColor(HexColor(PAPER.colour(area.ink)))
        canvas.setLineWidth(area.outline)
    canvas.drawPath(line, stroke=int(area.outline > 0), fill=int(area.fill is not None))


# ---- screen --------------------------------------------------------------------------------------------------------


def as_svg(chart: Chart, t: Catalog, width: float, size: float, dark: bool = False) -> str:
    """The same shapes for the screen. Its letters are the program's own, which have the same widths there."""
    drawn = picture(chart, t, width, size)
    palette = DARK if dark else LIGHT
    inside = "".join(_element(shape, palette) for shape in drawn.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(drawn.width)}" height="{_n(drawn.height)}" '
        f'viewBox="0 0 {_n(drawn.width)} {_n(drawn.height)}">{inside}</svg>'
    )


def _element(shape: Shape, palette: Palette) -> str:
    if isinstance(shape, Words):
        return _text(shape, palette)
    if isinstance(shape, Stroke):
        dashes = f' stroke-dasharray="{",".join(map(_n, shape.dashes))}"' if shape.dashes else ""
        return (
            f'<line x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" y2="{_n(shape.y2)}" '
            f'stroke="{palette.colour(shape.ink)}" stroke-width="{_n(shape.width)}"{dashes}/>'
        )
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
    fill = palette.colour(shape.fill) if shape.fill is not None else "none"
    line = f' stroke="{palette.colour(shape.ink)}" stroke-width="{_n(shape.outline)}"' if shape.outline else ""
    return f'<polygon points="{points}" fill="{fill}"{line}/>'


def _text(words: Words, palette: Palette) -> str:
    x, pieces = words.x, []
    for font, piece in fonts.runs(words.text, words.font):
        family, weight = FAMILIES[font]
        pieces.append(
            f'<text x="{_n(x)}" y="{_n(words.y)}" font-family={quoteattr(family)} font-weight="{weight}" '
            f'font-size="{_n(words.size)}" fill="{palette.colour(words.ink)}" xml:space="preserve">'
            f"{escape(piece)}</text>"
        )
        x += fonts.width(piece, font, words.size)
    return "".join(pieces)


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


# ---- words ---------------------------------------------------------------------------------------------------------


def table(chart: Chart, t: Catalog) -> list[list[str]]:
    """The chart as a table, its twin for those who read rather than see: a head and a line for each row."""
    head = ["", *(series.name for series in chart.series)]
    return [head, *([row.label, *(value_words(value, chart.unit, t) for value in row.values)] for row in chart.rows)]


def in_words(chart: Chart, t: Catalog) -> str:
    """What the chart says, for the ear."""
    head, *lines = table(chart, t)
    told = [part for part in (chart.title, chart.words) if part]
    told += [_line(line, head) for line in lines]
    return "\n".join([*told, *chart.notes])


def _line(line: Sequence[str], head: Sequence[str]) -> str:
    values = ", ".join(f"{name} {value}" for name, value in zip(head[1:], line[1:], strict=True))
    return f"{line[0]}: {values}" if line[0] else values
