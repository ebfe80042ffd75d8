"""What stands in a workbook, in order: large words, few of them, and much room for a hand that writes or draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.documents import blocks, fonts, style
from trainer_app.documents.block_table import table
from trainer_app.documents.blocks import Block, NewPage, Piece, Ruled, Together, words
from trainer_app.documents.fonts import P
from trainer_app.documents.handout_page import BULLET, FOOT, SMALL_PRINT, law_lines
from trainer_app.documents.material_words import reading_word
from trainer_app.documents.style import mm, paragraph
from trainer_app.domain.material import Exercise, Reading, UnitMaterial
from trainer_app.i18n import Catalog

READ_BY_ALL = ("story", "case", "form")  # not what one plays, and not what is found out
APART = 10 * mm  # from line to line, for a hand that writes large
ROWS = (12 * mm, 11 * mm, 10 * mm, 9 * mm)  # the highest with which an exercise stands on one page
SQUARE = 6 * mm
BESIDE = 0.55  # of the width: words that leave room for a line beside them


@dataclass(frozen=True, slots=True)
class Layout:
    size: tuple[float, float]
    margin: float
    title: float
    head: float
    gap: float
    body: float = 14

    @property
    def room(self) -> float:
        return self.size[0] - 2 * self.margin

    @property
    def high(self) -> float:
        return self.size[1] - 2 * self.margin - FOOT

    def like(self, size: float, bold: bool = False, leading: float = 1.2) -> ParagraphStyle:
        made = paragraph(fonts.READING_BOLD if bold else fonts.READING, size, leading)
        made.allowWidows = made.allowOrphans = 0
        return made

    @property
    def text(self) -> ParagraphStyle:
        return self.like(self.body, leading=1.35)

    @property
    def bold(self) -> ParagraphStyle:
        return self.like(self.body, bold=True)


LARGE = Layout(style.A4, 17 * mm, title=24, head=16, gap=5 * mm)
SMALL = Layout(style.A5, 12 * mm, title=20, head=15, gap=4 * mm)


def title(units: Sequence[UnitMaterial]) -> str:
    return units[0].title if len(units) == 1 else units[0].module_title


@dataclass(frozen=True, slots=True)
class _Entry:
    """A unit and the page on which it begins."""

    paragraph: Paragraph
    page: str
    like: ParagraphStyle
    before: float
    keeps: bool = False

    def height(self, room: float) -> float:
        return float(self.paragraph.wrap(room - 16 * mm, blocks.ENDLESS)[1])

    def split(self, room: float, high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        height = self.height(room)
        self.paragraph.drawOn(canvas, x, top - height)
        fonts.draw_right(canvas, x + room, top - self.like.fontSize, self.page, self.like.fontName, self.like.fontSize)


@dataclass(frozen=True, slots=True)
class _Field:
    """Words, and beside them a line to write on."""

    label: str
    like: ParagraphStyle
    before: float
    keeps: bool = False

    def height(self, room: float) -> float:
        return APART

    def split(self, room: float, high: float) -> Sequence[Block]:
        return ()

    def draw(self, canvas: Canvas, x: float, top: float, room: float) -> None:
        name, size, y = self.like.fontName, self.like.fontSize, top - APART + 1.5 * mm
        _, lines = fonts.fitted(self.label, name, room * 0.6, ((size, 1),))
        fonts.draw(canvas, x, y, lines[0], name, size)
        begins = max(x + fonts.width(lines[0], name, size) + 3 * mm, x + min(32 * mm, room / 4))
        canvas.line(begins, y - 1 * mm, x + room, y - 1 * mm)


def cover(units: Sequence[UnitMaterial], t: Catalog, layout: Layout, begins: Sequence[int]) -> Iterator[Piece]:
    """Whose it is, and where each unit begins."""
    yield words(t.gettext("Workbook"), layout.like(layout.head, bold=True))
    yield words(title(units), layout.like(layout.title, bold=True), before=2 * layout.gap)
    if len(units) == 1:
        yield words(units[0].module_title, layout.like(layout.head), before=layout.gap)
    fields = t.gettext("Name"), t.gettext("Group"), t.gettext("Dates")
    for number, label in enumerate(fields):
        yield _Field(label, layout.bold, (2.5 if number == 0 else 0.5) * layout.gap)
    if len(units) > 1:
        yield words(t.gettext("In this workbook"), layout.bold, before=2.5 * layout.gap, keeps=True)
        for unit, page in zip(units, begins, strict=True):
            yield _Entry(P(unit.title, layout.text), f"{page}", layout.text, layout.gap / 2)


def unit(material: UnitMaterial, t: Catalog, layout: Layout) -> Iterator[Piece]:
    yield NewPage()
    yield words(material.title, layout.like(layout.title, bold=True), keeps=True)
    if material.objectives:
        yield words(t.gettext("After this unit you can:"), layout.bold, before=layout.gap, keeps=True)
        for objective in material.objectives:
            yield words(objective, layout.text, before=1 * mm, indent=layout.body * 1.4, point=BULLET)
    for reading in material.readings:
        if reading.form in READ_BY_ALL:
            yield from _reading(reading, t, layout)
    for number, exercise in enumerate(material.exercises, start=1):
        yield _on_one_page(number, exercise, t, layout)
    for law in law_lines(material.facts, t):
        yield words(law, paragraph(fonts.SANS, SMALL_PRINT, 1.25), before=layout.gap)


def _reading(reading: Reading, t: Catalog, layout: Layout) -> Iterator[Piece]:
    yield words(_heading(reading, t), layout.like(layout.head, bold=True), before=2 * layout.gap, keeps=True)
    for text in reading.paragraphs:
        yield words(text, layout.text, before=layout.gap / 2)


def _heading(reading: Reading, t: Catalog) -> str:
    """What it is, unless its title says so (`Case 1: Uwimana`)."""
    kind = reading_word(t, reading.form)
    if reading.title.casefold().startswith(kind.casefold()):
        return reading.title
    return t.gettext("{kind}: {title}").format(kind=kind, title=reading.title)


def _on_one_page(number: int, exercise: Exercise, t: Catalog, layout: Layout) -> Together:
    for row in ROWS:
        made = Together(tuple(_exercise(number, exercise, t, layout, row)))
        if made.height(layout.room) <= layout.high:
            break
    return made


def _exercise(number: int, exercise: Exercise, t: Catalog, layout: Layout, row: float) -> Iterator[Block | Together]:
    head = t.gettext("Exercise {number}: {title}").format(number=number, title=exercise.title)
    yield words(head, layout.like(layout.head, bold=True), before=2 * layout.gap, keeps=True)
    if exercise.instruction:
        yield words(exercise.instruction, layout.text, before=layout.gap / 2, keeps=True)
    if exercise.form == "lines":
        yield Ruled(max(1, exercise.lines), APART, layout.gap / 2)
    elif exercise.form == "ticks":
        for choice in exercise.choices:
            indent = SQUARE + 4 * mm
            yield words(choice, layout.text, before=layout.gap * 0.6, indent=indent, square=SQUARE)
    else:
        yield from _table(exercise, layout, row)


def _table(exercise: Exercise, layout: Layout, high: float) -> Iterator[Block | Together]:
    """A table, or its rows one after the other where the page is too narrow for its words."""
    rows = [exercise.first[row : row + 1] for row in range(max(exercise.rows, len(exercise.first)))]
    made = table(exercise.columns, rows, layout.room, layout.bold, layout.text, high, layout.gap) if rows else None
    if made:
        yield made
        return
    for number, row in enumerate(rows, start=1):
        head = words(f"{number}. {''.join(row)}", layout.bold, before=layout.gap, keeps=True)
        fields = (field for label in exercise.columns[len(row) :] for field in _field(label, layout))
        yield Together((head, *fields))


def _field(label: str, layout: Layout) -> Iterator[Block]:
    """Beside the words where a line has room there, else under them."""
    if fonts.width(label, layout.text.fontName, layout.body) <= BESIDE * layout.room:
        yield _Field(label, layout.text, 0)
    else:
        yield words(label, layout.text, before=1 * mm, keeps=True)
        yield Ruled(1, APART)
