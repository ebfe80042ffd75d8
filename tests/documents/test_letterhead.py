"""The letterhead on every paper: logos equally high, the emblem of the European Union never the smallest."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from tests import logos
from tests.documents.builders import ENGLISH, FRENCH, KINYARWANDA, LONG_HEAD, PRINTED, Stretched, people, register
from tests.documents.looking import MILLIMETRE, fonts_without_file, pages, sizes, text_of
from trainer_app.documents import attendance_list, letterhead, people_list, sign_in_sheet, style
from trainer_app.documents.page import new_canvas
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.i18n import Catalog

SQUARE, WIDE = logos.logo("Ministry", 200, 200), logos.logo("Bank", 600, 200)
OWN = logos.logo("Association", 220, 200, donor=False)
HEADS = {
    "EU": logos.letterhead(logos.emblem(), SQUARE, WIDE, OWN),
    "others": logos.letterhead(SQUARE, WIDE, OWN, funding="Paid for by the Bank"),
    "words": logos.letterhead(),
    "long": logos.letterhead(
        *(logos.emblem(), SQUARE, WIDE, SQUARE, SQUARE, OWN, OWN),
        title=LONG_HEAD["project"],
        organisation=LONG_HEAD["organiser"],
        funding="Financé par l’Union européenne. " * 8,
    ),
}
LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
every_head = pytest.mark.parametrize("own", HEADS.values(), ids=HEADS)
Box = tuple[float, float, float, float]


def a_list(own: Letterhead, t: Catalog = ENGLISH, count: int = 40) -> bytes:
    return attendance_list.as_bytes(register(count, letterhead=own), t, printed=PRINTED)


def a_list_to_sign(own: Letterhead, t: Catalog = ENGLISH, count: int = 40) -> bytes:
    return attendance_list.as_bytes(register(count, letterhead=own), t, "blank", printed=PRINTED)


def a_sign_in_sheet(own: Letterhead, t: Catalog = ENGLISH, count: int = 40) -> bytes:
    return sign_in_sheet.as_bytes(register(count, letterhead=own), 1, t, printed=PRINTED)


def a_list_of_people(own: Letterhead, t: Catalog = ENGLISH, count: int = 40) -> bytes:
    return people_list.as_bytes(people(count), t, printed=PRINTED, letterhead=own)


PAPERS = {"list": a_list, "blank": a_list_to_sign, "sign-in": a_sign_in_sheet, "people": a_list_of_people}
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)


def pictures(pdf: bytes, page: int = 0) -> list[Box]:
    """Left, top, width and height in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    high = document[page].get_height()
    found = []
    for thing in document[page].get_objects(filter=[3]):
        left, bottom, right, top = thing.get_bounds()
        places = (left, high - top, right - left, top - bottom)
        found.append(tuple(place / MILLIMETRE for place in places))
    document.close()
    return found


@every_paper
def test_all_logos_are_equally_high_and_at_least_a_centimetre(paper: Callable[..., bytes]) -> None:
    heights = {round(high, 2) for _left, _top, _wide, high in pictures(paper(HEADS["others"]))}
    assert len(heights) == 1
    assert heights.pop() >= 10


@every_paper
def test_no_logo_covers_more_paper_than_the_emblem_of_the_european_union(paper: Callable[..., bytes]) -> None:
    emblem, *others = pictures(paper(HEADS["EU"]))
    assert {round(high, 2) for *_, high in others} == {10.5}
    assert all(high <= emblem[3] and wide * high <= emblem[2] * emblem[3] + 0.1 for *_, wide, high in others)


def test_an_emblem_beside_narrow_logos_is_as_high_as_they_are() -> None:
    own = logos.letterhead(logos.emblem(), SQUARE, OWN)
    assert {round(high, 2) for *_, high in pictures(a_list(own))} == {10.5}


def test_the_emblem_stays_the_largest_even_beside_a_stripe() -> None:
    own = logos.letterhead(logos.emblem(), logos.logo("Stripe", 600, 60))
    emblem, stripe = pictures(a_list(own))
    assert stripe[2] * stripe[3] <= emblem[2] * emblem[3] + 0.1


@every_paper
@every_head
@pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)
def test_nothing_lies_outside_the_page_or_upon_another(
    paper: Callable[..., bytes], own: Letterhead, t: Catalog
) -> None:
    pdf = paper(own, t)
    wide, high = (210, 297) if paper is a_sign_in_sheet else (297, 210)
    for number, page in enumerate(pages(pdf)):
        boxes = [(*box, "picture") for box in pictures(pdf, number)]
        boxes += [(word.left, word.top, word.right - word.left, word.bottom - word.top, word) for word in page]
        for place, (left, top, across, down, what) in enumerate(boxes):
            assert left > 11, what
            assert left + across < wide - 11, what
            assert top > 9, what
            assert top + down < high - 9, what
            for other in boxes[place + 1 :]:
                beside = min(left + across, other[0] + other[2]) - max(left, other[0]) < 0.1
                assert beside or min(top + down, other[1] + other[3]) - max(top, other[1]) < 0.4, (what, other)


@every_paper
def test_the_sentence_on_who_pays_and_the_reference_stand_on_every_page(paper: Callable[..., bytes]) -> None:
    found = [" ".join(text.split()) for text in text_of(paper(HEADS["EU"]))]
    for text in found:
        assert "Funded by the European Union" in text
        assert "PVC/2026" in text
    assert "Village savings to cooperatives" in found[0]
    assert "Association for young workers" in found[0]


@every_head
def test_forty_people_with_a_letterhead_fit_on_three_pages(own: Letterhead) -> None:
    if own is not HEADS["long"]:
        assert len(pages(a_list(own))) == len(pages(a_list_to_sign(own))) == 3


@every_paper
def test_letters_under_a_letterhead_are_embedded_and_big_enough(paper: Callable[..., bytes]) -> None:
    pdf = paper(HEADS["long"], Stretched())
    assert fonts_without_file(pdf) == set()
    assert min(sizes(pdf)) >= 7


@every_paper
def test_a_paper_without_a_letterhead_is_as_before(paper: Callable[..., bytes]) -> None:
    assert not pictures(paper(NONE))


def drawn(own: Letterhead, room: float = 273) -> tuple[bytes, float]:
    file = io.BytesIO()
    canvas = new_canvas(file, ENGLISH, "", style.LANDSCAPE)
    used = letterhead.draw(canvas, own, "Certificate", 12 * MILLIMETRE, (12 + room) * MILLIMETRE, 200 * MILLIMETRE)
    canvas.save()
    return file.getvalue(), used / MILLIMETRE


@every_head
@pytest.mark.parametrize("room", [273, 186, 240])
def test_it_says_beforehand_how_high_it_is(own: Letterhead, room: float) -> None:
    pdf, used = drawn(own, room)
    assert used == pytest.approx(letterhead.height(own, "Certificate", room * MILLIMETRE) / MILLIMETRE)
    ends = [top + high for _left, top, _wide, high in pictures(pdf)] + [word.bottom for word in pages(pdf)[0]]
    assert max(ends) <= 210 - 200 + used


def test_for_a_photocopy_the_logos_lose_their_colours() -> None:
    own = HEADS["EU"]
    for grey in (False, True):
        pdf, _used = drawn(replace(own, in_grey=grey))
        document = pypdfium2.PdfDocument(pdf)
        seen = document[0].render(scale=1).to_pil().convert("RGB").tobytes()
        coloured = any(max(seen[at : at + 3]) - min(seen[at : at + 3]) > 30 for at in range(0, len(seen), 3))
        assert coloured != grey
        document.close()
