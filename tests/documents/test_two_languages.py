"""Two languages on facing pages: the same pieces on the same height, and each owns up to its own state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.builders import ENGLISH, FRENCH, KINYARWANDA, PENSION, PRINTED, handout
from tests.documents.looking import Words, colours, fonts_without_file, golden_text, pages, sizes, text_of
from trainer_app.documents import two_languages
from trainer_app.documents.two_languages import Facing, InLanguage
from trainer_app.domain.curriculum import TextState
from trainer_app.errors import TrainerError

RW = tuple(
    handout(
        f"M1-1.{n}",
        language="rw",
        title="Ikoperative ni umuryango w'abantu bishyize hamwe ku bushake bwabo",
        messages=("Ijwi rimwe kuri buri munyamuryango, yaba umukire cyangwa umukene wese uko yaba ameze.",) * 3,
        do_this="Baza komite igihe inteko rusange izaterana. Andika uwo munsi aho mwese muwubona neza buri gihe.",
        state=TextState.DRAFT,
        facts=(PENSION,),
    )
    for n in range(1, 4)
)
FR = tuple(
    handout(f"M1-1.{n}", language="fr", title="Ensemble", messages=("Une voix.",) * 3, do_this="Demandez.")
    for n in range(1, 4)
)
LEFT, RIGHT = (RW, KINYARWANDA), (FR, FRENCH)
SIZES = {Facing.PAGES: (210, 297), Facing.BESIDE: (297, 210)}


@pytest.mark.parametrize("facing", Facing)
def test_facing_pages_are_as_they_were(facing: Facing, golden: Callable[[str, str], None]) -> None:
    pdf = two_languages.as_bytes((RW[:1], KINYARWANDA), (FR[:1], FRENCH), facing, PRINTED)
    golden(f"two_languages_{facing}.txt", golden_text(pdf))


@pytest.mark.parametrize("facing", Facing)
def test_every_word_lies_on_the_page(facing: Facing) -> None:
    pdf = two_languages.as_bytes(LEFT, RIGHT, facing)
    wide, high = SIZES[facing]
    for word in (word for page in pages(pdf) for word in page):
        assert 8 < word.left < word.right < wide - 8, word
        assert 6 < word.top < word.bottom < high - 6, word
    assert fonts_without_file(pdf) == set()
    assert colours(pdf) == set()
    assert min(sizes(pdf)) >= 7


def test_open_pages_show_the_first_language_left_and_the_other_right() -> None:
    """The first page is alone, on the right; behind it left and right take turns."""
    texts = text_of(two_languages.as_bytes(LEFT, RIGHT))
    assert len(texts) == 1 + 2 * len(RW)
    assert all(words in texts[0] for words in ("M1-1.1", "M1-1.3", "Ensemble", "Ikoperative"))
    assert ["Baza komite" in text for text in texts[1:]] == [True, False] * 3
    assert ["Demandez" in text for text in texts[1:]] == [False, True] * 3


def test_beside_each_other_they_stand_on_one_side() -> None:
    sides = pages(two_languages.as_bytes(LEFT, RIGHT, Facing.BESIDE))
    assert len(sides) == len(RW)
    for side in sides:
        assert all(word.right < 148.5 for word in side if "komite" in word.text)
        assert all(word.left > 148.5 for word in side if "Demandez" in word.text)


def place(words: list[Words], begins: str) -> float:
    return next(word.top for word in words if word.text.startswith(begins))


@pytest.mark.parametrize("facing", Facing)
def test_each_piece_stands_on_the_same_height_in_both(facing: Facing) -> None:
    other = tuple(replace(page, caption="Six personnes") for page in FR)
    sides = pages(two_languages.as_bytes(LEFT, (other, FRENCH), facing))
    left, right = sides[1:3] if facing == Facing.PAGES else (sides[0], sides[0])
    assert place(left, "Ikoperative") == pytest.approx(place(right, "Ensemble"), abs=1)
    assert place(left, "Six people") == pytest.approx(place(right, "Six personnes"), abs=1)
    assert place(left, "Ijwi rimwe") == pytest.approx(place(right, "Une voix"), abs=1)
    assert place(left, "Baza komite") == pytest.approx(place(right, "Demandez"), abs=1)


def test_each_language_owns_up_to_its_own_state() -> None:
    texts = text_of(two_languages.as_bytes(LEFT, RIGHT))
    assert ["not yet reviewed" in text for text in texts[1:]] == [True, False] * 3
    (side, *_) = pages(two_languages.as_bytes(LEFT, RIGHT, Facing.BESIDE))
    (said,) = [word for word in side if "not yet reviewed" in word.text]
    assert said.right < 148.5


def test_a_page_that_fills_its_page_is_drawn_by_itself() -> None:
    """Two long pages cannot both have the room of the longer of each piece; neither is refused."""
    long = handout(title="a " * 150, do_this="Demandez.", messages=("Une voix.",) * 3)
    other = handout(title="Ensemble", do_this="b " * 260, messages=("c " * 70,) * 3)
    texts = text_of(two_languages.as_bytes(([long], ENGLISH), ([other], FRENCH), Facing.BESIDE))
    assert "Demandez." in texts[0]


def test_fronts_come_before_backs_where_the_printer_needs_it() -> None:
    usual = text_of(two_languages.as_bytes(LEFT, RIGHT))
    parted = text_of(two_languages.as_bytes(LEFT, RIGHT, sides="fronts_then_backs"))
    assert parted == [usual[0], usual[2], usual[4], usual[6], usual[1], usual[3], usual[5], ""]


def test_what_is_written_is_what_is_shown(tmp_path: Path) -> None:
    result = two_languages.write(LEFT, RIGHT, tmp_path / "two.pdf", printed=PRINTED)
    assert (result.rows, result.pages) == (3, 7)
    assert result.path.read_bytes() == two_languages.as_bytes(LEFT, RIGHT, printed=PRINTED)


def test_nothing_to_print_is_refused(tmp_path: Path) -> None:
    nothing: InLanguage = ((), ENGLISH)
    with pytest.raises(TrainerError, match="no handout"):
        two_languages.write(nothing, nothing, tmp_path / "two.pdf")
    assert list(tmp_path.iterdir()) == []
