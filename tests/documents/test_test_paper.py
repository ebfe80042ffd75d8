"""The papers of a test: what participants mark, what is read to them, and the key that they never see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.builders import ENGLISH, FRENCH, KINYARWANDA, PENSION, PRINTED, Stretched
from tests.documents.looking import (
    MILLIMETRE,
    colours,
    fonts_without_file,
    golden_text,
    pages,
    sizes,
    text_of,
    thinnest_line,
)
from tests.documents.material_builders import HARD, a_test
from trainer_app.documents import answer_sheet, choices, test_paper, test_reading
from trainer_app.documents.style import A4
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
Make = Callable[..., bytes]


def without_words(test: TestForm, t: Catalog, **options: object) -> bytes:
    return test_paper.as_bytes(test, t, reading=False, **options)  # type: ignore[arg-type]


PAPERS: dict[str, Make] = {
    "test": test_paper.as_bytes,
    "test_without_words": without_words,
    "test_reading_sheet": test_reading.as_bytes,
    "answer_sheet": answer_sheet.as_bytes,
}
FOR_PARTICIPANTS = {name: paper for name, paper in PAPERS.items() if name != "test_reading_sheet"}
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)
for_participants = pytest.mark.parametrize("paper", FOR_PARTICIPANTS.values(), ids=FOR_PARTICIPANTS)


def joined(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


@pytest.mark.parametrize("name", PAPERS)
def test_the_papers_are_as_they_were(name: str, golden: Callable[[str, str], None]) -> None:
    test = a_test(4, state=TextState.DRAFT, facts=(PENSION,))
    golden(f"{name}.txt", golden_text(PAPERS[name](test, ENGLISH, printed=PRINTED)))


@every_paper
@every_language
def test_every_word_lies_on_the_page_and_can_be_read(paper: Make, t: Catalog) -> None:
    test = replace(a_test(facts=(PENSION,), state=TextState.OUTDATED), module_title="Gucunga neza amafaranga " * 3)
    pdf = paper(test, t)
    for word in (word for page in pages(pdf) for word in page):
        assert 7 < word.left < word.right < 203, word
        assert 7 < word.top < word.bottom < 290, word
    assert fonts_without_file(pdf) == set()
    assert colours(pdf) == set()
    assert thinnest_line(pdf) >= 0.99
    assert min(sizes(pdf)) >= 7


@every_paper
@pytest.mark.parametrize("words", HARD)
def test_hard_words_are_printed_as_they_are(paper: Make, words: str) -> None:
    test = a_test(3, stem=words, options=(words, words, words), caption=words, picture=words, unit_code=words)
    pdf = paper(replace(test, module_title=words), ENGLISH)
    assert "\x00" not in joined(pdf)
    for word in (word for page in pages(pdf) for word in page if word.text):
        assert 5 < word.left < word.right < 205, word
        assert 5 < word.top < word.bottom < 292, word


def test_markup_is_not_obeyed() -> None:
    for paper in (test_paper, test_reading):
        assert "<b>1 & 2</b>" in joined(paper.as_bytes(a_test(1, stem="<b>1 & 2</b>"), ENGLISH))


@pytest.mark.parametrize(("items", "sides"), [(0, 1), (1, 1), (3, 1), (4, 2), (10, 4)])
def test_three_questions_stand_on_a_page(items: int, sides: int) -> None:
    texts = text_of(test_paper.as_bytes(a_test(items), ENGLISH))
    assert len(texts) == sides
    assert [text.count("Solange") for text in texts] == [min(3, items - 3 * page) for page in range(sides)]


def test_a_question_of_many_words_takes_more_room_and_none_is_cut() -> None:
    long = a_test(3, options=("the treasurer of the cooperative " * 5,) * 3)
    texts = text_of(test_paper.as_bytes(long, ENGLISH))
    assert len(texts) == 3
    assert joined(test_paper.as_bytes(long, ENGLISH)).count("treasurer") == 45


def test_a_question_longer_than_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="question 1 do not fit on one page"):
        test_paper.write(a_test(1, stem="word " * 1500), ENGLISH, tmp_path / "t.pdf")
    assert list(tmp_path.iterdir()) == []


def test_words_of_a_question_are_large() -> None:
    found = sizes(test_paper.as_bytes(a_test(), ENGLISH))
    assert 14 in found
    assert not {size for size in found if 7.5 < size < 13}


@pytest.mark.parametrize("items", [1, 2, 10, 11])
def test_without_reading_two_pictures_stand_on_a_page_and_no_word_but_the_number(items: int) -> None:
    texts = text_of(without_words(a_test(items, state=TextState.DRAFT), KINYARWANDA, printed=PRINTED))
    assert len(texts) == -(-items // 2)
    for page, text in enumerate(texts):
        numbers = [n for n in (2 * page + 1, 2 * page + 2) if n <= items]
        foot = ["M1", "A", f"{page + 1}/{len(texts)}", "09/03/2026"]
        signs = [word for number in numbers for word in (f"{number}", "A", "B", "C", "?")]
        assert sorted(text.split()) == sorted(foot + signs)


@for_participants
def test_each_question_has_four_signs(paper: Make) -> None:
    words = joined(paper(a_test(options=("one", "two", "three")), ENGLISH)).split()
    times = 1 if paper is not answer_sheet.as_bytes else 4
    assert words.count("B") == words.count("C") == words.count("?") == 10 * times


def test_the_four_signs_are_told_apart_by_their_shape() -> None:
    words = [choices.shape_word(ENGLISH, sign) for sign in choices.SIGNS]
    assert words == ["circle", "triangle", "square", "question mark"]
    assert choices.width("?", 10) > choices.width("C", 10)


@for_participants
def test_no_paper_of_a_participant_depends_on_the_answers(paper: Make) -> None:
    test = a_test()
    others = tuple(replace(item, answer="C") for item in test.items)
    assert paper(test, ENGLISH) == paper(replace(test, items=others), ENGLISH)


@for_participants
def test_before_and_after_have_another_mark_in_the_corner(paper: Make) -> None:
    made = {phase: paper(a_test(), ENGLISH, phase=phase, printed=PRINTED) for phase in Phase}
    assert len(set(made.values())) == len(Phase)
    assert len({joined(pdf) for pdf in made.values()}) == 1  # no word and no colour tells them apart


def test_a_test_without_its_picture_is_still_a_test() -> None:
    for name in ("", "no_such_picture", "../secret"):
        for paper in FOR_PARTICIPANTS.values():
            assert paper(a_test(2, picture=name), ENGLISH)
    assert "Solange" in joined(test_paper.as_bytes(a_test(1, picture="no_such_picture"), ENGLISH))
    drawn, left_out = (len(without_words(a_test(1, picture=name), ENGLISH)) for name in ("ballot", "no_such_picture"))
    assert drawn > left_out


def test_each_page_has_a_line_for_a_name_or_a_code() -> None:
    assert all("Name or code No" in text for text in text_of(test_paper.as_bytes(a_test(), ENGLISH)))


def test_a_test_owns_up_to_its_state_and_its_law() -> None:
    draft = a_test(state=TextState.DRAFT, facts=(PENSION,))
    texts = text_of(test_paper.as_bytes(draft, ENGLISH))
    assert all("Draft translation, not yet reviewed" in text for text in texts)
    assert ["As known on 21 November 2026" in text for text in texts] == [False, False, False, True]
    assert "Draft translation" not in joined(test_paper.as_bytes(a_test(), ENGLISH))
    assert joined(test_reading.as_bytes(draft, ENGLISH)).count("As known on 21 November 2026") == 10


def test_the_trainer_reads_stem_picture_and_answers_with_their_shapes() -> None:
    text = joined(test_reading.as_bytes(a_test(1), ENGLISH)).replace("\u00a0", " ")
    for words in (
        "aloud twice",
        "In the corner of the papers: ● before the training, ■ after the training, ▲ some months later.",
        "1. Solange bought five shares.",
        "The picture: A vote is put into a box.",
        "A, circle: five votes",
        "B, triangle: one vote",
        "C, square: no vote",
        "☐ Read once ☐ Read twice",
    ):
        assert words in text


def test_the_key_is_a_page_of_its_own_and_the_last() -> None:
    texts = text_of(test_reading.as_bytes(a_test(), ENGLISH))
    assert ["Right answer" in text for text in texts] == [False] * (len(texts) - 1) + [True]
    key = " ".join(texts[-1].split())
    for number in range(1, 11):
        assert f"{number} B, triangle one vote M1-1.{number}" in key
    assert "For the trainer only" in key


def test_four_answer_sheets_stand_on_a_page() -> None:
    (page,) = pages(answer_sheet.as_bytes(a_test(), ENGLISH))
    titles = [word for word in page if word.text == "Cooperative governance: test A"]
    assert len(titles) == 4
    assert {(word.left > A4[0] / MILLIMETRE / 2, word.top > A4[1] / MILLIMETRE / 2) for word in titles} == {
        (across, down) for across in (False, True) for down in (False, True)
    }
    assert [word.text for word in page].count("10") == 4


def test_a_test_of_more_than_ten_questions_has_a_page_for_each_ten() -> None:
    assert len(text_of(answer_sheet.as_bytes(a_test(11), ENGLISH))) == 2
    assert len(text_of(answer_sheet.as_bytes(a_test(0), ENGLISH))) == 1


@pytest.mark.parametrize("module", [test_paper, test_reading, answer_sheet])
def test_what_is_written_is_what_is_shown(tmp_path: Path, module: object) -> None:
    ticks: list[float] = []
    result = module.write(a_test(), ENGLISH, tmp_path / "t.pdf", ticks.append, printed=PRINTED)  # type: ignore[attr-defined]
    assert result.path.read_bytes() == module.as_bytes(a_test(), ENGLISH, printed=PRINTED)  # type: ignore[attr-defined]
    assert (result.rows, result.pages) == (10, len(text_of(result.path.read_bytes())))
    assert ticks[-1] == 1
    with pytest.raises(TrainerError, match="must end in"):
        module.write(a_test(), ENGLISH, tmp_path / "t.docx")  # type: ignore[attr-defined]
