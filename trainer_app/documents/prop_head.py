"""The head of a page to cut out or to fill in: what it is, of which unit, and how it is used."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from trainer_app.documents import flow, fonts
from trainer_app.documents.flow import Placed, words
from trainer_app.documents.leaves import Area
from trainer_app.documents.style import mm
from trainer_app.domain.material import Prop, UnitMaterial

GAP = 3 * mm
TITLE, USE = 15.0, 10.5


@dataclass(frozen=True, slots=True)
class Head:
    """`below` is what it leaves of the page."""

    reference: str
    placed: tuple[Placed, ...]
    whole: Area

    @property
    def below(self) -> Area:
        taken = flow.deepest(self.placed) + GAP
        return Area(self.whole.left, self.whole.top - taken, self.whole.width, self.whole.height - taken)

    def draw(self, canvas: Canvas) -> None:
        flow.draw(canvas, self.placed, self.whole.left, self.whole.top)


def head_of(unit: UnitMaterial, prop: Prop, whole: Area) -> Head:
    """At most a third of the page, so that its cards stay large enough."""
    placed = flow.fill(deque(pieces(unit, prop)), whole.width, whole.height / 3)
    return Head(reference(unit, prop), tuple(placed), whole)


def pieces(unit: UnitMaterial, prop: Prop) -> Sequence[Flowable]:
    said = [words(f"{unit.code}  {unit.title}", USE), words(prop.title, TITLE, fonts.BOLD)]
    return [*said, words(prop.use, USE, before=1 * mm)] if prop.use else said


def reference(unit: UnitMaterial, prop: Prop) -> str:
    return f"{unit.code}, {prop.title}"
