"""A page that is cut into cards: a grid of equal rooms, with dashed lines where the scissors go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import style
from trainer_app.documents.leaves import Area

DASH = (6, 4)


@dataclass(frozen=True, slots=True)
class Grid:
    columns: int
    rows: int

    @property
    def places(self) -> int:
        return self.columns * self.rows

    def size(self, room: Area) -> tuple[float, float]:
        return room.width / self.columns, room.height / self.rows

    def areas(self, room: Area) -> Iterator[Area]:
        """Row by row, from the top."""
        width, height = self.size(room)
        for place in range(self.places):
            row, column = divmod(place, self.columns)
            yield Area(room.left + column * width, room.top - row * height, width, height)


def draw_cuts(canvas: Canvas, grid: Grid, room: Area, used: int) -> None:
    """Around each of the places that are used."""
    canvas.saveState()
    canvas.setLineWidth(style.LINE)
    canvas.setDash(*DASH)
    lines = {line for area in list(grid.areas(room))[:used] for line in _sides(area)}
    canvas.lines(sorted(lines))
    canvas.restoreState()


def _sides(area: Area) -> Iterator[tuple[float, float, float, float]]:
    """Rounded, so that the side of two neighbours is drawn once."""
    left, right = round(area.left, 2), round(area.left + area.width, 2)
    top, bottom = round(area.top, 2), round(area.top - area.height, 2)
    yield left, top, right, top
    yield left, bottom, right, bottom
    yield left, bottom, left, top
    yield right, bottom, right, top
