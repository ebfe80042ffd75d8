"""The list of scores: people by number, figures with what they mean, questions and units."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES, KINYARWANDA, LONG_HEAD, PRINTED, Stretched
from tests.documents.looking import fonts_without_file, golden_text, pages, sizes, text_of
from tests.documents.score_builders import a_book
from trainer_app.documents import score_papers, score_rows
from trainer_app.documents.score_list import as_bytes, write
from trainer_app.documents.score_words import (
    Term,
    definitions,
    effect_words,
    few_words,
    mark_words,
    points,
    range_words,
    signed,
    tally_words,
)
from trainer_app.domain.answers import Tally
from trainer_app.domain.scores import Mark, Phase, parse_score
from trainer_app.domain.test_figures import Figure
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}


# --- words


def test_a_tally_is_told_in_words_that_a_trainer_understands() -> None:
    assert tally_words(Tally(7, 10), ENGLISH) == "7 of 10; between 4 and 9 of 10 would be likely"
    assert tally_words(Tally(5, 5), ENGLISH) == "5 of 5; between 3 and 5 of 5 would be likely"
    assert tally_words(Tally(0, 0), ENGLISH) == "Nobody was asked."


def test_every_figure_has_a_definition_and_those_that_somebody_found_have_a_source() -> None:
    told = definitions(ENGLISH)
    assert set(told) == set(Term)
    assert all(one.name and one.sentence.endswith(".") for one in told.values())
    assert told[Term.CLASS_GAIN].source.startswith("Hake (1998)")
    assert told[Term.EFFECT].cited == "Lakens (2013); Bonett (2008); Cohen (1988)"
    assert told[Term.PASSED].cited == "Wilson (1927); Brown, Cai & DasGupta (2001)"


def test_few_people_are_said_to_be_few() -> None:
    assert few_words(4, ENGLISH) == "Of 4 people only: it may be chance."
    assert few_words(1, ENGLISH) == "Of 1 person only: it may be chance."
    assert few_words(5, ENGLISH) == ""


def test_numbers_are_written_as_one_writes_them() -> None:
    assert [points(value, ENGLISH) for value in (7.0, 7.5, 7.25, 7.3333333)] == ["7", "7.5", "7.25", "7.33"]
    assert points(7.5, Catalog("fr")) == "7,5"
    assert [signed(value, ENGLISH) for value in (2.0, 0.0, -1.5, 0.001)] == ["+2", "0", "−1.5", "0"]
    assert range_words(Figure(2, 9, 1.5, 2.5), ENGLISH) == "between 1.5 and 2.5 would be likely"
    assert range_words(Figure(2, 1), ENGLISH) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, ""), (0.1, "hardly any"), (-0.3, "small"), (0.5, "medium"), (0.79, "medium"), (0.8, "large")],
)
def test_an_effect_is_told_in_a_word(value: float | None, words: str) -> None:
    assert effect_words(Figure(value, 9), ENGLISH) == words


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
@pytest.mark.parametrize("mark", [None, Mark(7.5), Mark(0), Mark(10), Mark(None), Mark(None, absent=True)])
def test_a_mark_is_read_again_as_it_was_written(language: str, mark: Mark | None) -> None:
    assert parse_score(mark_words(mark, Catalog(language)), 10) == mark


# --- rows


@pytest.mark.parametrize("later", [False, True])
def test_the_columns_fill_an_upright_page(later: bool) -> None:
    assert sum(column.width for column in score_rows.people_columns(a_book(later=later), ENGLISH)) == 186


def test_a_row_tells_form_and_score_of_each_test_the_gain_and_what_to_do() -> None:
    rows = list(score_rows.people(a_book(), ENGLISH).rows)
    assert rows[0] == ("1", "UWIMANA Marie", "F", "A", 5, "B", 8, 3, "passed")
    assert rows[2][3:6] == ("", "absent", "B")
    assert rows[3][4:] == (4, "", "–", None, "no post-test")
    assert rows[5][-1] == "left the training"
    assert rows[6][-1] == "needs help"


def test_a_later_test_has_columns_only_where_somebody_sat_it() -> None:
    assert "Later test" not in score_rows.people(a_book(), ENGLISH).heading
    assert "Later test" in score_rows.people(a_book(later=True), ENGLISH).heading


def test_figures_of_few_people_stand_in_brackets_on_paper_and_are_remarked_in_a_sheet() -> None:
    few, enough = a_book(3), a_book(40)
    assert score_rows.figures_on_paper(few, ENGLISH)[0][1].startswith("(")
    assert not score_rows.figures_on_paper(enough, ENGLISH)[0][1].startswith("(")
    remark = score_rows.figures(few, ENGLISH).heading.index("Remark")
    assert all("only" in row[remark] for row in score_rows.figures(few, ENGLISH).rows)  # type: ignore[operator]
    assert not any(row[remark] for row in score_rows.figures(enough, ENGLISH).rows)


def test_the_sheet_of_figures_has_women_men_and_both_forms_beside_all() -> None:
    sheet = score_rows.figures(a_book(40), ENGLISH)
    assert sheet.heading[6:10] == ("Women", "Men", "Form A first", "Form B first")
    rows = {row[0]: row for row in sheet.rows}
    mean = rows["Mean, Pre-test"]
    assert mean[3] == 39
    assert mean[4] < mean[2] < mean[5]  # type: ignore[operator]
    assert rows["Share who passed, Post-test"][1] == "%"
    assert rows["Effect size (Hedges’ g_av)"][2] > 0  # type: ignore[operator]


def test_who_did_not_sit_a_test_is_counted_in_a_sentence_that_agrees_with_the_number() -> None:
    book = a_book()
    assert score_rows.standings(book, Phase.PRE, ENGLISH) == "11 people sat it, 1 person was absent"
    assert score_rows.standings(book, Phase.POST, ENGLISH) == "11 people sat it, 1 person did not"


def test_a_difficult_question_is_said_to_be_difficult_and_has_its_key() -> None:
    rows = list(score_rows.items(a_book(40), ENGLISH).rows)
    assert len(rows) == 20
    assert rows[0][:3] == ("A", 1, "M1-1.2")
    assert rows[0][4] == "B"
    hard = [row for row in rows if row[-1] == "difficult"]
    assert len(hard) == len(a_book(40).figures.difficult)


# --- paper


def test_the_list_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("score_list.txt", golden_text(as_bytes(a_book(), ENGLISH, printed=PRINTED)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("count", "expected"), [(1, 4), (31, 4), (32, 5), (300, 12)])
def test_every_word_lies_on_the_page_and_can_be_read(language: str, count: int, expected: int) -> None:
    pdf = as_bytes(a_book(count, HARD_NAMES, **LONG_HEAD), LANGUAGES[language], printed=PRINTED)
    assert min(sizes(pdf)) >= 7
    assert fonts_without_file(pdf) == set()
    found = pages(pdf)
    assert len(found) == expected
    for page in found:
        for word in page:
            assert 11 < word.left < word.right < 595 - 11, word
            assert 9 < word.top < word.bottom < 842 - 9, word


def test_without_answers_there_are_people_and_figures_only() -> None:
    texts = text_of(as_bytes(a_book(answered=False), ENGLISH, printed=PRINTED))
    assert len(texts) == 2
    assert "Hake (1998)" in texts[1]


def test_everybody_is_on_the_paper_and_nobodys_phone() -> None:
    names = tuple(f"UWASE {number:03}" for number in range(300))
    words = " ".join(text_of(as_bytes(a_book(300, names), ENGLISH, printed=PRINTED)))
    assert all(name in words for name in names)
    assert "0788" not in words


def test_the_sample_says_so_in_page_and_name() -> None:
    book = a_book(3, is_sample=True)
    assert "SAMPLE" in " ".join(text_of(as_bytes(book, ENGLISH, printed=PRINTED)))
    assert score_papers.scores(book, "en", PRINTED).file_name(".pdf") == "SAMPLE List of scores RUL-014.pdf"


# --- files


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_a_workbook_has_the_same_rows_and_all_definitions(tmp_path: Path, suffix: str) -> None:
    book = a_book(40, HARD_NAMES)
    assert write(book, ENGLISH, tmp_path / f"scores{suffix}").rows == 40
    read = CalamineWorkbook.from_path(tmp_path / f"scores{suffix}")
    assert read.sheet_names == ["List of scores", "Figures", "Questions", "Units", "About"]
    people = read.get_sheet_by_name("List of scores").to_python()
    assert [row[1] for row in people[1:4]] == list(HARD_NAMES[:3])
    told = {row[0] for row in read.get_sheet_by_name("About").to_python()}
    assert {one.name for one in definitions(ENGLISH).values()} <= told


def test_a_text_table_has_the_comma_where_people_write_it(tmp_path: Path) -> None:
    write(a_book(5), FRENCH, tmp_path / "scores.csv")
    lines = (tmp_path / "scores.csv").read_text("utf-8-sig").splitlines()
    assert lines[1].split(";")[4] == "5"
    assert len(lines) == 6
