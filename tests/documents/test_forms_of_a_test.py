"""Answer sheets with names, counting forms, feedback forms and checklists, as those see them who fill them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.builders import (
    ENGLISH,
    FRENCH,
    HARD_NAMES,
    KINYARWANDA,
    LONG_HEAD,
    NAMES,
    PRINTED,
    Stretched,
    days,
    head,
)
from tests.documents.looking import colours, fonts_without_file, golden_text, pages, sizes, text_of
from tests.documents.material_builders import HARD, a_test
from trainer_app.documents import answer_slips, checklist_form, feedback_form, oral_form, test_papers
from trainer_app.documents.papers import Paper
from trainer_app.domain.answer_sheets import AnswerSheets, SheetOwner
from trainer_app.domain.checklists import Checklist
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase, Way, crossed_form
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)
Make = Callable[..., bytes]


def sheets(
    people: int = 5, items: int = 10, names: Sequence[str] = NAMES, phase: Phase = Phase.PRE, **of_head: object
) -> AnswerSheets:
    owners = tuple(SheetOwner(str(n + 1), names[n % len(names)], crossed_form(n + 1, phase)) for n in range(people))
    return AnswerSheets(head(**of_head), phase, {form: a_test(items, form=form) for form in "AB"}, owners)


def slips(t: Catalog, **of_head: object) -> bytes:
    return answer_slips.as_bytes(
        sheets(len(HARD_NAMES) + 1, names=(*HARD_NAMES, "A" * 80), **of_head), t, False, PRINTED
    )


def counting(t: Catalog, **_of_head: object) -> bytes:
    return oral_form.as_bytes(_hard(), t, Phase.POST, Way.HANDS, PRINTED)


def smileys(t: Catalog, **of_head: object) -> bytes:
    return feedback_form.as_bytes(head(**of_head), days(1)[0], t, True, PRINTED)


def smileys_alone(t: Catalog, **of_head: object) -> bytes:
    return feedback_form.as_bytes(head(**of_head), days(1)[0], t, False, PRINTED)


def smileys_counted(t: Catalog, **of_head: object) -> bytes:
    return feedback_form.tally_as_bytes(head(**of_head), days(1)[0], t, PRINTED)


def teach_back(t: Catalog, **of_head: object) -> bytes:
    return checklist_form.as_bytes(head(**of_head), Checklist.TEACH_BACK, t, PRINTED)


def savings_meeting(t: Catalog, **of_head: object) -> bytes:
    return checklist_form.as_bytes(head(**of_head), Checklist.SAVINGS_MEETING, t, PRINTED)


PAPERS: dict[str, Make] = {
    made.__name__: made
    for made in (slips, counting, smileys, smileys_alone, smileys_counted, teach_back, savings_meeting)
}
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)


def _hard() -> TestForm:
    return a_test(12, stem=" ".join(HARD))


def said(pdf: bytes) -> str:
    return " ".join(" ".join(text_of(pdf)).split())


@every_paper
def test_the_papers_are_as_they_were(paper: Make, golden: Callable[[str, str], None]) -> None:
    golden(f"{paper.__name__}.txt", golden_text(paper(ENGLISH)))


@every_paper
@every_language
def test_every_word_lies_on_the_page_however_long_and_hostile(paper: Make, t: Catalog) -> None:
    pdf = paper(t, **LONG_HEAD)
    for page in pages(pdf):
        for word in page:
            assert 7 < word.left < word.right < 203, word
            assert 7 < word.top < word.bottom < 290, word
    assert fonts_without_file(pdf) == set()
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()


@every_paper
def test_a_sample_says_so(paper: Make) -> None:
    assert ("SAMPLE" in said(paper(ENGLISH, is_sample=True))) is (paper is not counting)
    assert "SAMPLE" not in said(paper(ENGLISH))


# ---- answer sheets ----------------------------------------------------------------------------------------------


@every_language
@pytest.mark.parametrize(("people", "expected"), [(0, 1), (1, 1), (5, 2), (40, 10), (300, 75)])
def test_four_people_have_a_page_in_the_order_of_the_list(t: Catalog, people: int, expected: int) -> None:
    names = tuple(f"UWASE {n:03}" for n in range(1, 301))
    texts = text_of(answer_slips.as_bytes(sheets(people, names=names), t, False, PRINTED))
    assert len(texts) == expected
    for n in range(people):
        assert f"UWASE {n + 1:03}" in texts[n // 4]


def test_odd_numbers_have_form_a_first_and_even_ones_after() -> None:
    for phase, order in ((Phase.PRE, "ABAB"), (Phase.POST, "BABA")):
        (page,) = text_of(answer_slips.as_bytes(sheets(4, phase=phase), ENGLISH, False, PRINTED))
        forms = [line.strip()[-1] for line in page.splitlines() if "test" in line]
        assert "".join(forms) == order


def test_more_than_ten_questions_take_another_sheet_of_the_same_person() -> None:
    words = said(answer_slips.as_bytes(sheets(2, items=15), ENGLISH, False, PRINTED))
    assert words.count("UWIMANA Marie") == 2
    assert "1/2" in words
    assert "2/2" in words


def test_a_code_number_may_stand_instead_of_the_name() -> None:
    words = said(answer_slips.as_bytes(sheets(5), ENGLISH, True, PRINTED))
    assert "UWIMANA" not in words
    assert "No 5" in words


def test_the_sheets_of_a_form_are_drawn_once() -> None:
    few, many = (len(answer_slips.as_bytes(sheets(people), ENGLISH, False, PRINTED)) for people in (4, 300))
    assert many < few + 74 * 2500


# ---- counting, feedback, checklists -----------------------------------------------------------------------------


def test_the_counting_form_asks_women_and_men_apart_and_shows_the_right_answer() -> None:
    words = said(oral_form.as_bytes(a_test(10), ENGLISH, Phase.PRE, Way.CARDS, PRINTED))
    for part in ("Women right", "Women asked", "Men right", "Men asked", "● before the training"):
        assert part in words
    assert "holds up one card" in words
    assert "bag of an answer" in said(oral_form.as_bytes(a_test(10), ENGLISH, Phase.PRE, Way.BEANS, PRINTED))


@pytest.mark.parametrize(("items", "most"), [(1, 1), (10, 1), (50, 4)])
def test_the_counting_form_has_every_question_once(items: int, most: int) -> None:
    pdf = oral_form.as_bytes(a_test(items), ENGLISH, Phase.PRE, Way.HANDS, PRINTED)
    assert len(pages(pdf)) <= most
    numbers = [word.text for page in pages(pdf) for word in page if word.left < 23 and word.text.isdigit()]
    assert numbers == [str(n) for n in range(1, items + 1)]


def test_the_form_without_words_asks_nobody_to_read() -> None:
    words = said(smileys_alone(ENGLISH))
    assert "I understood" not in words
    assert "cross" not in words
    assert said(smileys(ENGLISH)).count("I understood what was said.") == 2


def test_a_checklist_has_ten_lines_and_a_box_for_each_answer() -> None:
    for checklist in Checklist:
        rows = checklist_form.rows(checklist, ENGLISH)
        assert [row[0] for row in rows] == [str(n) for n in range(1, 11)]
        assert all(len(row) == 6 for row in rows)
        assert len(pages(checklist_form.as_bytes(head(), checklist, Stretched(), PRINTED))) == 1


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_each_paper_is_saved_with_a_name_in_its_language(language: str, tmp_path: Path) -> None:
    day = days(1)[0]
    made: tuple[Paper, ...] = (
        test_papers.answer_sheets(sheets(), language, PRINTED),
        test_papers.oral(replace(a_test(), language=language), Phase.LATER, Way.BEANS, PRINTED),
        test_papers.feedback(head(), day, language, PRINTED),
        test_papers.feedback_tally(head(), day, language, PRINTED),
        test_papers.checklist(head(), Checklist.TEACH_BACK, language, PRINTED),
    )
    for paper in made:
        path = tmp_path / paper.file_name(".pdf")
        assert paper.save(path, lambda _share: None).pages == len(pages(paper.draw()))
        assert path.read_bytes() == paper.draw()
    assert len(list(tmp_path.iterdir())) == 5
