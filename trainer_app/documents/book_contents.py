"""The contents of a book: what begins on which page, with links for who reads it on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlab.platypus import Flowable

from trainer_app.documents import fonts
from trainer_app.documents.flow import words
from trainer_app.documents.leaves import Leaf, Mark, flowing, place_of
from trainer_app.documents.style import mm
from trainer_app.i18n import Catalog

NUMBER = 14 * mm
DEEPEST = 1  # single readings are in the outline only, or the contents would be longer than they help
DOT = " ."


class Line(Flowable):  # type: ignore[misc]
    """A title, dots, and the number of its page."""

    def __init__(self, mark: Mark, page: int) -> None:
        super().__init__()
        self._page = page
        self._indent = 8 * mm * mark.level
        self._name, self._size = (fonts.SANS, 11.0) if mark.level else (fonts.SEMIBOLD, 12.0)
        self._title = mark.title
        self.spaceBefore = 1 * mm if mark.level else 4 * mm
        self.keepWithNext = not mark.level

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        room = width - self._indent - NUMBER
        _, self._lines = fonts.fitted(self._title, self._name, room, ((self._size, 4),))
        self.width, self.height = width, len(self._lines) * self._size * 1.25
        return self.width, self.height

    def draw(self) -> None:
        for number, line in enumerate(self._lines):
            y = self.height - self._size * (0.95 + 1.25 * number)
            fonts.draw(self.canv, self._indent, y, line, self._name, self._size)
        end = self._indent + fonts.width(self._lines[-1], self._name, self._size)
        dots = int((self.width - NUMBER - end) / fonts.width(DOT, fonts.SANS, self._size))
        fonts.draw(self.canv, end, y, DOT * dots, fonts.SANS, self._size)
        fonts.draw_right(self.canv, self.width, y, f"{self._page}", self._name, self._size)
        self.canv.linkRect("", place_of(self._page), (0, 0, self.width, self.height), relative=1)


def contents_leaves(body: Sequence[Leaf], before: int, t: Catalog, reference: str) -> list[Leaf]:
    """`before`: how many pages stand before the contents. Their own length does not depend on the numbers in them."""
    own = len(_pages(body, 0, t, reference))
    first, *following = _pages(body, before + own, t, reference)
    return [first.marked(Mark(_title(t))), *following]


def _title(t: Catalog) -> str:
    return t.pgettext("of a book", "Contents")


def _pages(body: Sequence[Leaf], before: int, t: Catalog, reference: str) -> list[Leaf]:
    head = words(_title(t), 22, fonts.BOLD, with_next=True)
    return flowing([head, *_lines(body, before)], reference)


def _lines(body: Iterable[Leaf], before: int) -> Iterator[Line]:
    for number, leaf in enumerate(body, start=before + 1):
        for mark in leaf.marks:
            if mark.level <= DEEPEST:
                yield Line(mark, number)
