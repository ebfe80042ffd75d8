"""What is read aloud or given out in a unit: stories, cases, roles and forms; and the solutions, for the trainer."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from trainer_app.documents import fonts
from trainer_app.documents.flow import READABLE, Anchor, Barred, heading, words
from trainer_app.documents.leaves import MARGIN, Leaf, flowing, notes_of
from trainer_app.documents.material_words import named, reading_word
from trainer_app.documents.style import A4, mm
from trainer_app.domain.material import Reading, UnitMaterial
from trainer_app.i18n import Catalog

WIDTH = A4[0] - 2 * MARGIN


def title(t: Catalog) -> str:
    return t.gettext("To read aloud or to give out")


def reading_leaves(unit: UnitMaterial, t: Catalog, level: int) -> list[Leaf]:
    """From a new page; none when the unit has nothing to read."""
    if not unit.readings:
        return []
    head = words(f"{unit.code}  {unit.title}", READABLE, fonts.SEMIBOLD, with_next=True)
    pieces = [head, *reading_pieces(unit, t, level)]
    return flowing(pieces, f"{unit.code}, {title(t)}", notes_of(t, unit.state, unit.facts))


def reading_pieces(unit: UnitMaterial, t: Catalog, level: int) -> list[Flowable]:
    """`level` is that of each reading in the outline."""
    if not unit.readings:
        return []
    return [
        heading(title(t), 18, 8 * mm),
        *(piece for reading in unit.readings for piece in _pieces(reading, t, level)),
    ]


def _pieces(reading: Reading, t: Catalog, level: int) -> Iterator[Flowable]:
    name = named(t, reading_word(t, reading.form), reading.title)
    yield Anchor(name, level)
    said = [words(text, READABLE, before=1.5 * mm) for text in reading.paragraphs]
    if reading.is_for_trainer:
        yield Barred([[heading(name, before=0), *said]], [WIDTH], before=6 * mm)
    else:
        yield heading(name, before=6 * mm)
        yield from said
