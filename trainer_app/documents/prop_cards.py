"""Cards and paper money to cut out: as many on a page as their words allow, under a head that says how to use them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import fonts, pictures, style
from trainer_app.documents.cutting import Grid, draw_cuts
from trainer_app.documents.leaves import Area, Leaf, area, notes_of
from trainer_app.documents.lettering import Lettering, largest
from trainer_app.documents.prop_head import Head, head_of
from trainer_app.documents.style import mm
from trainer_app.domain.material import Card, Prop, UnitMaterial
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

EDGE = 8 * mm
PADDING = 4 * mm
SMALL_PRINT = 4 * mm
SIZES = (48.0, 40.0, 34.0, 28.0, 24.0, 20.0, 18.0, 16.0, 14.0, 13.0, 12.0, 11.0, 10.0)
LARGE_ENOUGH = 14.0
GRIDS = (Grid(2, 4), Grid(2, 2), Grid(1, 2), Grid(1, 1))  # the first that holds the words of every card
PICTURE_SHARES = (0.5, 0.42, 0.32, 0.0)  # of a card's width; without a picture when its words need all of it
NOTES = Grid(2, 4)
AMOUNT_SIZES = (44.0, 38.0, 32.0, 26.0, 20.0, 14.0)
Draw = Callable[[Canvas, Area], None]


@dataclass(frozen=True, slots=True)
class _Arranged:
    """A card whose words fit, beside a picture so wide."""

    card: Card
    lettering: Lettering
    picture: float


def cards(unit: UnitMaterial, prop: Prop, t: Catalog) -> list[Leaf]:
    head, room = _under_head(unit, prop, t)
    for grid in GRIDS:
        if arranged := _alike(prop.cards, *grid.size(room)):
            small = f"{unit.code} · {prop.title}"
            return _pages(unit, t, grid, head, room, [partial(_draw_card, card=card, small=small) for card in arranged])
    sentence = t.gettext('The words of a card of "{title}" do not fit on one page. Make them shorter.')
    raise TrainerError(sentence.format(title=prop.title), code="card_too_long")


def _alike(cards: Sequence[Card], width: float, height: float) -> list[_Arranged]:
    """The cards of one set in letters of one size, as far as that can be read; nothing when one does not fit."""
    alone = [_arranged(card, width, height, SIZES) for card in cards]
    fitting = [card for card in alone if card]
    if len(fitting) < len(cards):
        return []
    most = max(LARGE_ENOUGH, min(card.lettering.size for card in fitting))
    sizes = tuple(size for size in SIZES if size <= most)
    return [card for card in (_arranged(card, width, height, sizes) for card in cards) if card]


def money(unit: UnitMaterial, prop: Prop, t: Catalog) -> list[Leaf]:
    """A page of notes for each amount, to be copied as often as the game needs."""
    head, room = _under_head(unit, prop, t)
    warning = t.gettext("Not real money")
    amounts = [t.money(amount) for amount in dict.fromkeys(prop.amounts)]
    notes = [partial(_draw_note, amount=amount, warning=warning, code=unit.code) for amount in amounts]
    return [leaf for note in notes for leaf in _pages(unit, t, NOTES, head, room, [note] * NOTES.places)]


def _under_head(unit: UnitMaterial, prop: Prop, t: Catalog) -> tuple[Head, Area]:
    whole = area(notes_of(t, unit.state, unit.facts), margin=EDGE)
    head = head_of(unit, prop, whole)
    return head, head.below


def _pages(unit: UnitMaterial, t: Catalog, grid: Grid, head: Head, room: Area, draws: Sequence[Draw]) -> list[Leaf]:
    parts = [draws[start : start + grid.places] for start in range(0, len(draws), grid.places)]
    notes = notes_of(t, unit.state, unit.facts)
    return [
        Leaf(partial(_draw_page, grid=grid, head=head, room=room, draws=part), head.reference, notes, margin=EDGE)
        for part in parts
    ]


def _draw_page(canvas: Canvas, grid: Grid, head: Head, room: Area, draws: Sequence[Draw]) -> None:
    head.draw(canvas)
    for draw, own in zip(draws, grid.areas(room), strict=False):
        draw(canvas, own)
    draw_cuts(canvas, grid, room, len(draws))


def _arranged(card: Card, width: float, height: float, sizes: Sequence[float]) -> _Arranged | None:
    """Words first: the picture gives way until they fit in a size that can be read."""
    room, high = width - 2 * PADDING, height - 2 * PADDING - SMALL_PRINT
    for share in PICTURE_SHARES if card.picture in pictures.names() else (0.0,):
        wide = _picture_width(card.picture, room * share, high) if share else 0.0
        lettering = largest(card.words, fonts.SEMIBOLD, room - wide - (PADDING if wide else 0), high, sizes)
        if lettering and (lettering.size >= LARGE_ENOUGH or share in PICTURE_SHARES[-2:]):
            return _Arranged(card, lettering, wide)
    return None


def _picture_width(name: str, most: float, high: float) -> float:
    return min(most, most * high / pictures.height(name, most))


def _draw_card(canvas: Canvas, own: Area, card: _Arranged, small: str) -> None:
    middle = own.top - PADDING - (own.height - 2 * PADDING - SMALL_PRINT) / 2
    left, right = own.left + PADDING, own.left + own.width - PADDING
    top = middle + card.lettering.height / 2
    if card.picture:
        name = card.card.picture
        pictures.draw(canvas, name, left, middle - pictures.height(name, card.picture) / 2, card.picture)
        card.lettering.draw(canvas, left + card.picture + PADDING, top)
    else:
        card.lettering.draw_centred(canvas, (left + right) / 2, top)
    size, lines = fonts.fitted(small, fonts.SANS, right - left, ((style.LEAST, 1),))
    fonts.draw(canvas, left, own.top - own.height + PADDING * 0.8, lines[0], fonts.SANS, size)


def _draw_note(canvas: Canvas, own: Area, amount: str, warning: str, code: str) -> None:
    """A plain frame: nobody shall take it for money."""
    x, middle = own.left + own.width / 2, own.top - own.height / 2
    inside = own.width - 4 * PADDING
    canvas.setLineWidth(2 * style.LINE)
    canvas.rect(own.left + PADDING, own.top - own.height + PADDING, own.width - 2 * PADDING, own.height - 2 * PADDING)
    canvas.setLineWidth(style.LINE)
    large = largest(amount, fonts.BOLD, inside, own.height / 2, AMOUNT_SIZES)
    if large:
        large.draw_centred(canvas, x, middle + large.height / 2)
    size, lines = fonts.fitted(warning, fonts.SEMIBOLD, inside, ((13.0, 1), (10.0, 1), (8.0, 1)))
    fonts.draw_centred(canvas, x, own.top - PADDING - size * 1.4, lines[0], fonts.SEMIBOLD, size)
    fonts.draw_centred(canvas, x, own.top - own.height + PADDING + size * 0.7, lines[0], fonts.SEMIBOLD, size)
    fonts.draw(canvas, own.left + 1.6 * PADDING, middle - own.height * 0.28, code, fonts.SANS, style.LEAST)
