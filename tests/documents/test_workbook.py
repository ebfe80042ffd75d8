"""The workbook as a participant gets it: what is read and what is written, and nothing that gives an answer away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.builders import ENGLISH, FRENCH, KINYARWANDA, PENSION, PRINTED, Stretched
from tests.documents.looking import (
    colours,
    fonts_without_file,
    golden_text,
    pages,
    sizes,
    text_of,
    thinnest_line,
)
from tests.documents.material_builders import HARD, LINES, TABLE, TICKS, unit
from trainer_app.documents import workbook
from trainer_app.documents.blocks import Ruled, Together
from trainer_app.documents.workbook_words import LARGE, SMALL, Layout
from trainer_app.documents.workbook_words import unit as blocks_of
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import Exercise, Reading, UnitMaterial
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

MODULE = tuple(unit(f"M1-1.{n}", title=f"Unit {n} of a long story") for n in range(1, 5))
WIDE = Exercise(
    "table", "Book", "Fill it in.", rows=3, columns=("Ibyateganyijwe", "Ibyabaye", "Ikinyuranyo", "Umunsi", "Frw")
)
SIZES = {"A4": (210, 297), "A5": (148, 210), "booklet": (297, 210)}
LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)


def joined(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


def test_a_workbook_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    own = unit(state=TextState.DRAFT, facts=(PENSION,))
    golden("workbook.txt", golden_text(workbook.as_bytes([own, MODULE[1]], ENGLISH, printed=PRINTED)))


@pytest.mark.parametrize("paper", SIZES)
@every_language
def test_every_word_lies_on_the_page_and_can_be_read(paper: str, t: Catalog) -> None:
    pdf = workbook.as_bytes([*MODULE, unit(exercises=(WIDE,), facts=(PENSION,), state=TextState.OUTDATED)], t, paper)
    wide, high = SIZES[paper]
    for words in (words for side in pages(pdf) for words in side):
        assert 8 < words.left < words.right < wide - 8, words
        assert 6 < words.top < words.bottom < high - 6, words
    assert fonts_without_file(pdf) == set()
    assert colours(pdf) == set()
    assert thinnest_line(pdf) >= 0.99
    assert min(sizes(pdf)) >= 7
    assert 14 in sizes(pdf)
    assert not {size for size in sizes(pdf) if 7.5 < size < 10.5}  # the mark of a list is the smallest but the foot


@pytest.mark.parametrize("paper", SIZES)
@pytest.mark.parametrize("words", HARD)
def test_hard_words_are_printed_as_they_are(paper: str, words: str) -> None:
    own = unit(
        title=words,
        objectives=(words,),
        readings=(Reading("story", words, (words, words)),),
        exercises=(
            Exercise("table", words, words, rows=3, columns=(words, words, words), first=(words, words)),
            Exercise("ticks", words, words, choices=(words,)),
            Exercise("lines", words, words, lines=3),
            Exercise("table", words, words),
        ),
    )
    pdf = workbook.as_bytes([replace(own, module_title=words)], ENGLISH, paper)
    assert "\x00" not in joined(pdf)
    wide, high = SIZES[paper]
    for word in (word for side in pages(pdf) for word in side if word.text):
        assert 5 < word.left < word.right < wide - 5
        assert 5 < word.top < word.bottom < high - 5


def test_markup_is_not_obeyed() -> None:
    own = unit(title="<b>A & B</b>", readings=(Reading("story", "=1+1", ('<img src="/etc/hostname"/>',)),))
    text = joined(workbook.as_bytes([own], ENGLISH))
    assert "<b>A & B</b>" in text
    assert "Story: =1+1" in text
    assert '<img src="/etc/hostname"/>' in text


@pytest.mark.parametrize(
    ("form", "is_in"), [("story", True), ("case", True), ("form", True), ("role", False), ("solution", False)]
)
def test_only_what_participants_read_is_in_it(form: str, is_in: bool) -> None:
    own = unit(readings=(Reading(form, "The cash box", ("Who had the key?",)),))
    text = joined(workbook.as_bytes([own], ENGLISH))
    assert ("The cash box" in text) == ("Who had the key?" in text) == is_in


@pytest.mark.parametrize(("title", "heading"), [("The box", "Case: The box"), ("Case 1: The box", "Case 1: The box")])
def test_a_title_that_says_what_it_is_does_not_say_it_twice(title: str, heading: str) -> None:
    text = joined(workbook.as_bytes([unit(readings=(Reading("case", title, ("Who had the key?",)),))], ENGLISH))
    assert heading in text
    assert "Case: Case" not in text


def test_the_cover_has_lines_for_the_owner_and_tells_where_each_unit_begins() -> None:
    texts = text_of(workbook.as_bytes(MODULE, ENGLISH))
    cover = " ".join(texts[0].split())
    for words in ("Workbook", "Cooperative governance", "Name", "Group", "Dates"):
        assert words in cover
    begins = [next(n for n, text in enumerate(texts, 1) if text.startswith(own.title)) for own in MODULE]
    assert begins == sorted(set(begins))
    for own, page in zip(MODULE, begins, strict=True):
        assert f"{own.title} {page} " in f"{cover} "


def test_the_workbook_of_one_unit_bears_its_title() -> None:
    texts = text_of(workbook.as_bytes(MODULE[:1], ENGLISH))
    assert texts[0].split("\r\n")[:3] == ["Workbook", MODULE[0].title, "Cooperative governance"]
    assert "In this workbook" not in texts[0]


def test_each_page_says_which_it_is_of_how_many_and_what_unit() -> None:
    texts = text_of(workbook.as_bytes(MODULE, ENGLISH, printed=PRINTED))
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert "Printed on 09/03/2026" in text
    assert "M1," in texts[0]
    assert "M1-1.4" in texts[-1]


def test_a_page_owns_up_to_the_state_of_its_unit_and_the_cover_to_the_worst() -> None:
    draft = replace(MODULE[1], state=TextState.DRAFT)
    texts = text_of(workbook.as_bytes([MODULE[0], draft], ENGLISH))
    owns_up = ["not yet reviewed" in text for text in texts]
    assert owns_up == [("M1-1.2" in text) or number == 0 for number, text in enumerate(texts)]


def test_what_rests_on_law_says_as_known_when() -> None:
    assert "As known on 21 November 2026" in joined(workbook.as_bytes([unit(facts=(PENSION,))], ENGLISH))
    assert "As known" not in joined(workbook.as_bytes([unit()], ENGLISH))


@pytest.mark.parametrize("layout", [LARGE, SMALL])
@pytest.mark.parametrize("exercise", [LINES, TABLE, TICKS, WIDE, replace(TABLE, rows=12)])
def test_there_is_room_for_a_hand(layout: Layout, exercise: Exercise) -> None:
    blocks = _blocks(unit(exercises=(exercise,)), layout)
    ruled = [block for block in blocks if isinstance(block, Ruled)]
    assert all(block.apart >= 9 * 72 / 25.4 for block in ruled)
    assert sum(block.lines for block in ruled) == (5 if exercise is LINES else 0)
    assert all(block.least >= 9 * 72 / 25.4 for block in blocks if hasattr(block, "least"))
    assert [len(block.rows) for block in blocks if hasattr(block, "rows")] in ([], [max(exercise.rows, 0)])


def _blocks(own: UnitMaterial, layout: Layout) -> list[object]:
    pieces = list(blocks_of(own, ENGLISH, layout))
    return [block for piece in pieces if isinstance(piece, Together) for block in piece.blocks]


def test_a_table_too_wide_for_a_small_page_becomes_lines_with_their_words() -> None:
    large, small = (workbook.as_bytes([unit(exercises=(WIDE,))], ENGLISH, paper) for paper in ("A4", "A5"))
    assert joined(large).count("Ibyateganyijwe") == 1
    assert joined(small).count("Ibyateganyijwe") == 3


def test_an_exercise_stands_on_one_page() -> None:
    long = replace(TABLE, title="Ten lines", rows=14)
    texts = text_of(workbook.as_bytes([unit(exercises=(LINES, long, TICKS))], ENGLISH, "A5"))
    (page,) = [text for text in texts if "Ten lines" in text]
    assert "Elected when" in page
    assert sum("Elected when" in text for text in texts) == 1


@pytest.mark.parametrize("sides", ["front_back", "fronts_then_backs"])
def test_a_booklet_has_two_pages_a_side_and_four_a_sheet(sides: str) -> None:
    single = len(text_of(workbook.as_bytes(MODULE, ENGLISH, "A5")))
    texts = text_of(workbook.as_bytes(MODULE, ENGLISH, "booklet", sides=sides))
    assert len(texts) == -(-single // 4) * 2
    assert "Page 1 of" in texts[0]
    backs = texts[1] if sides == "front_back" else texts[len(texts) // 2]
    assert "Page 2 of" in backs


def test_what_is_written_is_what_is_shown(tmp_path: Path) -> None:
    ticks: list[float] = []
    result = workbook.write(MODULE, ENGLISH, tmp_path / "w.pdf", tick=ticks.append, printed=PRINTED)
    assert result.path.read_bytes() == workbook.as_bytes(MODULE, ENGLISH, printed=PRINTED)
    assert (result.rows, result.pages) == (4, len(text_of(result.path.read_bytes())))
    assert ticks == sorted(ticks)
    assert ticks[-1] == 1


def test_nothing_to_work_on_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="no unit"):
        workbook.write([], ENGLISH, tmp_path / "w.pdf")
    with pytest.raises(TrainerError, match="must end in"):
        workbook.write(MODULE, ENGLISH, tmp_path / "w.docx")
    assert list(tmp_path.iterdir()) == []
