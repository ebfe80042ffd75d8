"""Letters as large as their room allows, for what is seen from afar or from the hand; no word is cut for size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import fonts

LEADING = 1.22
BASELINE = 0.95  # of the size, under the top of a line


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of one size, ready to be drawn."""

    lines: tuple[str, ...]
    name: str
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        for number, line in enumerate(self.lines):
            fonts.draw(canvas, left, self._baseline(top, number), line, self.name, self.size)

    def draw_centred(self, canvas: Canvas, x: float, top: float) -> None:
        for number, line in enumerate(self.lines):
            fonts.draw_centred(canvas, x, self._baseline(top, number), line, self.name, self.size)

    def _baseline(self, top: float, line: int) -> float:
        return top - self.size * (BASELINE + LEADING * line)


def largest(text: str, name: str, width: float, height: float, sizes: Sequence[float]) -> Lettering | None:
    """The first of `sizes`, from large to small, that holds all of `text`; None when even the last does not."""
    for size in sizes:
        most = int(height / (size * LEADING))
        if most and (whole_words(text, name, width, size) or size == sizes[-1]):
            _, lines = fonts.fitted(text, name, width, ((size, most), (size, len(text) + 1)))
            if len(lines) <= most:
                return Lettering(lines, name, size)
    return None


def whole_words(text: str, name: str, width: float, size: float) -> bool:
    """No word is wider than a line."""
    return all(fonts.width(word, name, size) <= width for word in fonts.printable(text).split(" "))
