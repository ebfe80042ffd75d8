"""Charts as they are drawn: nothing leaves the picture, every bar says its value, paper and screen say the same."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.documents import looking
from trainer_app.documents import charts, fonts
from trainer_app.documents.chart_shapes import DARK, LIGHT, PAPER, Area, Ink, Shape, Stroke, Words
from trainer_app.domain.charts import Chart, Kind, Look, Row, Series, Unit
from trainer_app.i18n import LANGUAGES, Catalog

ENGLISH = Catalog("en")
WOMEN, MEN = Series(Look.WOMEN, "Femmes formées", "F"), Series(Look.MEN, "Hommes", "M")
UNKNOWN, TARGET = Series(Look.UNKNOWN, "Sexe inconnu", "?"), Series(Look.TARGET, "Cible")
ALL = Series(Look.ALL, "Reached")
LONG = "Coopérative de transformation et de commercialisation des produits agricoles de Rwamagana"
DISTRICTS = tuple(Row(f"{LONG} {n}", (n * 13.0, n * 7.0, n % 2, n * 25.0)) for n in range(10))
CHARTS = {
    "one series": Chart("Trainings", (ALL,), (Row("Rulindo", (12,)), Row("Gakenke", (0,)))),
    "by sex": Chart("By sex", (WOMEN, MEN, UNKNOWN, TARGET), (Row("", (231, 181, 3, 400)),)),
    "districts": Chart("Districts", (WOMEN, MEN, UNKNOWN, TARGET), DISTRICTS, Kind.STACKED, notes=("A note. " * 30,)),
    "shares": Chart("Shares", (WOMEN, MEN), (Row("a", (0.576, 1.0)), Row("b", (None, 0.0))), unit=Unit.SHARE),
    "months": Chart(
        "Months", (WOMEN, MEN, UNKNOWN), tuple(Row(f"{n:02}/2026", (n, 12 - n, None)) for n in range(12)), Kind.LINES
    ),
    "one month": Chart("Month", (ALL,), (Row("01/2026", (0,)),), Kind.LINES),
    "nothing": Chart("Nothing yet", (ALL, TARGET), ()),
    "large": Chart("Large", (ALL,), (Row("9", (123_456_789,)), Row("1", (1,)))),
}
each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
each_width = pytest.mark.parametrize(("width", "size"), [(527, 8.5), (280, 13), (900, 26)])


def edges(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    if isinstance(shape, Words):
        wide = fonts.width(shape.text, shape.font, shape.size)
        return shape.x, shape.y - shape.size * 0.8, shape.x + wide, shape.y + shape.size * 0.25
    if isinstance(shape, Stroke):
        return min(shape.x1, shape.x2), min(shape.y1, shape.y2), max(shape.x1, shape.x2), max(shape.y1, shape.y2)
    across, down = [x for x, _y in shape.points], [y for _x, y in shape.points]
    return min(across), min(down), max(across), max(down)


@each_chart
@each_width
def test_nothing_leaves_the_picture(chart: Chart, width: float, size: float) -> None:
    drawn = charts.picture(chart, ENGLISH, width, size)
    for shape in drawn.shapes:
        left, top, right, bottom = edges(shape)
        assert left >= -0.01, shape
        assert right <= width + 0.01, shape
        assert top >= -0.01, shape
        assert bottom <= drawn.height + 0.01, shape


@each_chart
@each_width
def test_no_words_lie_on_other_words_or_on_bars(chart: Chart, width: float, size: float) -> None:
    drawn = charts.picture(chart, ENGLISH, width, size).shapes
    words = [edges(shape) for shape in drawn if isinstance(shape, Words)]
    bars = [edges(shape) for shape in drawn if isinstance(shape, Area) and chart.kind is not Kind.LINES]
    for number, (left, top, right, bottom) in enumerate(words):
        for other in words[number + 1 :] + bars:
            apart = right <= other[0] + 0.1 or left >= other[2] - 0.1 or bottom <= other[1] + 1 or top >= other[3] - 1
            assert apart, (words[number], other)


def said(chart: Chart, width: float = 527) -> list[str]:
    return [shape.text for shape in charts.picture(chart, ENGLISH, width).shapes if isinstance(shape, Words)]


def test_every_bar_says_its_value() -> None:
    words = said(CHARTS["districts"])
    assert "181 (F\u00a0117, M\u00a063, ?\u00a01)" in words
    assert "225" in words
    assert {"57.6\u00a0%", "100\u00a0%", "–", "0\u00a0%"} <= set(said(CHARTS["shares"]))
    assert {"123\u00a0456\u00a0789", "1"} <= set(said(CHARTS["large"]))


def test_long_names_wrap_and_are_not_cut() -> None:
    words = said(CHARTS["districts"], 300)
    assert LONG in " ".join(words)
    assert not any("…" in word for word in words)


def test_bars_are_as_long_as_their_values_are_to_each_other() -> None:
    chart = Chart("", (ALL,), (Row("a", (100,)), Row("b", (50,)), Row("c", (0,))))
    bars = [edges(shape) for shape in charts.picture(chart, ENGLISH, 500).shapes if isinstance(shape, Area)]
    longest, half = (right - left for left, _top, right, _bottom in bars)
    assert half == pytest.approx(longest / 2)
    assert len({left for left, *_ in bars}) == 1


def test_little_is_seen_beside_much() -> None:
    chart = Chart("", (ALL,), (Row("a", (1_000_000,)), Row("b", (1,))))
    bars = [edges(shape) for shape in charts.picture(chart, ENGLISH, 500).shapes if isinstance(shape, Area)]
    assert bars[1][2] - bars[1][0] >= 1


def test_the_hatch_is_made_of_lines_that_stay_in_their_bar() -> None:
    chart = Chart("", (MEN,), (Row("a", (5,)),))
    shapes = charts.picture(chart, ENGLISH, 300).shapes
    left, top, right, bottom = edges(next(shape for shape in shapes if isinstance(shape, Area)))
    hatch = [shape for shape in shapes if isinstance(shape, Stroke) and shape.ink is Ink.BAR]
    assert len(hatch) > 20
    for line in hatch:
        x1, y1, x2, y2 = edges(line)
        assert left - 0.01 <= x1
        assert x2 <= right + 0.01
        assert top - 0.01 <= y1
        assert y2 <= bottom + 0.01


# ---- on paper ------------------------------------------------------------------------------------------------------


def on_paper(chart: Chart, language: str = "en") -> bytes:
    file = io.BytesIO()
    height = charts.picture(chart, Catalog(language), 500).height
    canvas = Canvas(file, pagesize=(520, height + 20), invariant=1)
    charts.draw(canvas, chart, Catalog(language), 10, height + 10, 500)
    canvas.save()
    return file.getvalue()


@each_chart
def test_the_paper_is_black_on_white_with_our_letters_and_lines_a_copier_keeps(chart: Chart) -> None:
    made = on_paper(chart)
    assert looking.fonts_without_file(made) <= {"/Helvetica"}  # ReportLab names it and nobody writes with it
    assert looking.colours(made) == set()
    assert min(looking.sizes(made), default=8.5) >= 7
    assert looking.thinnest_line(made) >= 0.99


@pytest.mark.parametrize("language", LANGUAGES)
def test_accents_are_found_again_on_the_paper(language: str) -> None:
    (text,) = looking.text_of(on_paper(CHARTS["districts"], language))
    assert "Femmes formées" in text
    assert "Coopérative" in text


def test_women_men_and_unknown_differ_where_there_is_only_black_and_white() -> None:
    rows = (Row("a", (10, 10, 10, 10)),)
    made = on_paper(Chart("", (WOMEN, MEN, UNKNOWN, TARGET), rows))
    document = pypdfium2.PdfDocument(made)
    page = document[0].render(scale=150 / 72).to_pil().convert("L").point(lambda grey: 255 * (grey > 127))
    document.close()
    drawn = charts.picture(Chart("", (WOMEN, MEN, UNKNOWN, TARGET), rows), ENGLISH, 500)
    swatches = [edges(shape) for shape in drawn.shapes if isinstance(shape, Area) and _is_long(shape)]
    tops = sorted({round(top / 11.5): top for _left, top, _right, _bottom in swatches}.values())
    left = swatches[0][0] + 20
    black, white_rows = [], []
    for top in tops:
        inside = page.crop(tuple(round(edge * 150 / 72) for edge in (left, top + 11.5, left + 90, top + 19)))
        rows_of_dots = [inside.crop((0, y, inside.width, y + 1)).tobytes() for y in range(inside.height)]
        black.append(sum(row.count(0) for row in rows_of_dots) / inside.width / inside.height)
        white_rows.append(sum(0 not in row for row in rows_of_dots))
    women, men, unknown, target = black
    assert women > 0.95
    assert 0.15 < men < 0.7
    assert 0.05 < unknown < 0.6
    assert target < 0.02
    assert white_rows[1] == 0
    assert white_rows[2] > 2, "dots leave white between their rows, a hatch does not"


def _is_long(area: Area) -> bool:
    left, _top, right, _bottom = edges(area)
    return right - left > 100


def test_a_chart_too_long_for_a_page_becomes_several_flowables() -> None:
    many = Chart("", (ALL,), tuple(Row(f"District {n}", (n,)) for n in range(60)))
    flowables = charts.flowables(many, ENGLISH, 500)
    assert len(flowables) == 3
    assert max(one.height for one in flowables) < 700


# ---- on the screen -------------------------------------------------------------------------------------------------


@each_chart
def test_the_screen_has_the_same_shapes_as_the_paper(chart: Chart) -> None:
    drawn = charts.picture(chart, ENGLISH, 527)
    svg = charts.as_svg(chart, ENGLISH, 527, 8.5)
    counted = {kind: sum(isinstance(shape, kind) for shape in drawn.shapes) for kind in (Area, Stroke)}
    assert svg.count("<polygon") == counted[Area]
    assert svg.count("<line") == counted[Stroke]
    assert svg.count("<text") >= sum(isinstance(shape, Words) for shape in drawn.shapes)


def test_what_somebody_typed_is_no_markup() -> None:
    svg = charts.as_svg(Chart('<script>"&', (ALL,), (Row("</svg>", (1,)),)), ENGLISH, 400, 13)
    assert "<script>" not in svg
    assert svg.count("</svg>") == 1
    assert "&lt;script&gt;" in svg


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER])
def test_bars_and_letters_stand_out_from_their_card(palette: object) -> None:
    assert contrast(palette.text, palette.card) >= 7  # type: ignore[attr-defined]
    assert contrast(palette.muted, palette.card) >= 4.5  # type: ignore[attr-defined]
    assert contrast(palette.bar, palette.card) >= 4.5  # type: ignore[attr-defined]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(part, 16) / 255 for part in re.findall("..", colour[1:])]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# ---- in words ------------------------------------------------------------------------------------------------------


def test_the_table_says_what_the_bars_say() -> None:
    assert charts.table(CHARTS["by sex"], Catalog("en")) == [
        ["", "Femmes formées", "Hommes", "Sexe inconnu", "Cible"],
        ["", "231", "181", "3", "400"],
    ]
    assert charts.in_words(CHARTS["shares"], ENGLISH).splitlines() == [
        "Shares",
        "a: Femmes formées 57.6\u00a0%, Hommes 100\u00a0%",
        "b: Femmes formées –, Hommes 0\u00a0%",
    ]
