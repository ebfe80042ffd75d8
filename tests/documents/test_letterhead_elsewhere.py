"""The letterhead above the papers of an office that are no attendance lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests import logos
from tests.documents.builders import ENGLISH, KINYARWANDA, PRINTED, Stretched, register
from tests.documents.looking import fonts_without_file, pages, text_of
from tests.documents.test_call_back_list import a_check
from tests.documents.test_follow_up_papers import a_selection, due, minutes
from tests.documents.test_invitation_list import told
from tests.documents.test_letterhead import HEADS, pictures
from trainer_app.documents import (
    call_back_list,
    call_sheet,
    invitation_list,
    kit_list,
    replacement_minutes,
    selection_papers,
)
from trainer_app.domain.kit import Amount
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.i18n import Catalog

Make = Callable[[Letterhead, Catalog], bytes]


def calls(own: Letterhead, t: Catalog) -> bytes:
    return call_sheet.as_bytes(due(40), t, PRINTED, "UNION", letterhead=own)


def the_minutes(own: Letterhead, t: Catalog) -> bytes:
    made = minutes(20)
    return replacement_minutes.as_bytes(replace(made, head=replace(made.head, letterhead=own)), t, PRINTED)


def criteria(own: Letterhead, t: Catalog) -> bytes:
    return selection_papers.criteria_sheet(replace(a_selection(20), letterhead=own), t, PRINTED)


def ranked(own: Letterhead, t: Catalog) -> bytes:
    return selection_papers.ranked_list(replace(a_selection(20), letterhead=own), t, PRINTED)


def call_back(own: Letterhead, t: Catalog) -> bytes:
    made = a_check(30)
    return call_back_list.as_bytes(replace(made, head=replace(made.head, letterhead=own)), t, printed=PRINTED)


def invitations(own: Letterhead, t: Catalog) -> bytes:
    made = told(40)
    return invitation_list.as_bytes(replace(made, head=replace(made.head, letterhead=own)), t, printed=PRINTED)


def papers_of_kit(own: Letterhead, t: Catalog) -> bytes:
    lines = [(f"Handout {n}", Amount(6, 40, 240)) for n in range(30)]
    return kit_list.as_bytes(lines, register(3, letterhead=own), t, PRINTED)


PAPERS: dict[str, Make] = {
    "calls": calls,
    "minutes": the_minutes,
    "criteria": criteria,
    "ranked": ranked,
    "call-back": call_back,
    "invitations": invitations,
    "kit": papers_of_kit,
}
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)


@every_paper
@pytest.mark.parametrize("own", [HEADS["EU"], HEADS["long"], HEADS["words"]], ids=["EU", "long", "words"])
@pytest.mark.parametrize("t", [ENGLISH, KINYARWANDA, Stretched()], ids=["en", "rw", "stretched"])
def test_nothing_lies_outside_the_page_or_upon_another(paper: Make, own: Letterhead, t: Catalog) -> None:
    pdf = paper(own, t)
    assert fonts_without_file(pdf) == set()
    upright = paper in (the_minutes, invitations, papers_of_kit)
    wide, high = (210, 297) if upright else (297, 210)
    for number, page in enumerate(pages(pdf)):
        boxes = [(*box, "picture") for box in pictures(pdf, number)]
        boxes += [(w.left, w.top, w.right - w.left, w.bottom - w.top, w) for w in page if w.text]
        for place, (left, top, across, down, what) in enumerate(boxes):
            assert left > 11, what
            assert left + across < wide - 11, what
            assert top > 9, what
            assert top + down < high - 9, what
            for other in boxes[place + 1 :]:
                beside = min(left + across, other[0] + other[2]) - max(left, other[0]) < 0.1
                assert beside or min(top + down, other[1] + other[3]) - max(top, other[1]) < 0.5, (what, other)


@every_paper
def test_logos_stand_on_the_first_page_and_who_pays_on_every_one(paper: Make) -> None:
    pdf = paper(HEADS["EU"], ENGLISH)
    assert len(pictures(pdf)) == 4
    assert all("Funded by the European Union" in text and "PVC/2026" in text for text in text_of(pdf))


@every_paper
def test_without_a_letterhead_nothing_is_different(paper: Make) -> None:
    assert not pictures(paper(NONE, ENGLISH))
    assert not pictures(paper(logos.letterhead(), ENGLISH))
