"""The lists on paper: looked at as a reader of the PDF sees them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.documents.builders import (
    ENGLISH,
    FRENCH,
    HARD_NAMES,
    KINYARWANDA,
    LONG_HEAD,
    PRINTED,
    Stretched,
    people,
    register,
)
from tests.documents.looking import colours, fonts_without_file, golden_text, pages, sizes, text_of
from trainer_app.documents import attendance_list, people_list, sign_in_sheet
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "rw": KINYARWANDA, "stretched": Stretched()}
LANDSCAPE, PORTRAIT = (297, 210), (210, 297)

Make = Callable[..., bytes]


def a_list(t: Catalog, count: int = 40, **of_register: object) -> bytes:
    return attendance_list.as_bytes(register(count, **of_register), t, printed=PRINTED)


def a_list_to_sign(t: Catalog, count: int = 40, **of_register: object) -> bytes:
    return attendance_list.as_bytes(register(count, **of_register), t, "blank", printed=PRINTED)


def a_sign_in_sheet(t: Catalog, count: int = 40, **of_register: object) -> bytes:
    return sign_in_sheet.as_bytes(register(count, **of_register), 2, t, printed=PRINTED)


def a_list_of_people(t: Catalog, count: int = 40, **of_people: object) -> bytes:
    return people_list.as_bytes(people(count, **of_people), t, printed=PRINTED)


PAPERS = {"list": a_list, "blank": a_list_to_sign, "sign-in": a_sign_in_sheet, "people": a_list_of_people}
every_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
every_language = pytest.mark.parametrize("t", LANGUAGES.values(), ids=LANGUAGES)


@every_paper
def test_the_papers_are_as_they_were(paper: Make, golden: Callable[[str, str], None]) -> None:
    golden(f"{paper.__name__}.txt", golden_text(paper(ENGLISH, 20)))


@every_paper
def test_a_paper_made_twice_is_the_same(paper: Make) -> None:
    assert paper(ENGLISH) == paper(ENGLISH)


@every_paper
@every_language
@pytest.mark.parametrize("count", [0, 1, 40, 300])
def test_every_word_lies_on_the_page(paper: Make, t: Catalog, count: int) -> None:
    wide, high = PORTRAIT if paper is a_sign_in_sheet else LANDSCAPE
    for page in pages(paper(t, count, names=HARD_NAMES)):
        assert page
        for word in page:
            assert 11 < word.left < word.right < wide - 11, word
            assert 9 < word.top < word.bottom < high - 9, word


@every_paper
@every_language
@pytest.mark.parametrize("day_count", [2, 5, 8])
def test_no_words_lie_upon_each_other(paper: Make, t: Catalog, day_count: int) -> None:
    of_list = {} if paper is a_list_of_people else {"day_count": day_count, **LONG_HEAD}
    for page in pages(paper(t, 25, names=HARD_NAMES, **of_list)):
        words = sorted((word for word in page if word.text), key=lambda word: word.left)
        for place, one in enumerate(words):
            for other in words[place + 1 :]:
                if other.left > one.right - 0.1:
                    break
                assert min(one.bottom, other.bottom) - max(one.top, other.top) < 0.4, (one, other)


@every_paper
@every_language
def test_letters_are_embedded_big_enough_and_black(paper: Make, t: Catalog) -> None:
    pdf = paper(t, 20, names=HARD_NAMES)
    assert fonts_without_file(pdf) == set()
    assert min(sizes(pdf)) >= 7
    assert colours(pdf) == set()


@every_paper
def test_markup_and_formulas_in_names_are_printed_as_they_are(paper: Make) -> None:
    text = " ".join(" ".join(text_of(paper(ENGLISH, 10, names=HARD_NAMES))).split())
    for name in ("=1+1", "O'Neil <b>bold</b> & co", "@SUM(A1:A9)", "-2+3"):
        assert name in text
    assert "\x00" not in text


@every_paper
def test_every_person_is_on_it_and_the_header_on_every_page(paper: Make) -> None:
    texts = text_of(paper(ENGLISH, 300, names=[f"UWASE {n:03}" for n in range(300)]))
    for text in texts:
        assert ("UWASE" in text) == ("Phone" in text)
    assert all(f"UWASE {n:03}" in " ".join(texts) for n in range(300))


def test_forty_people_fit_on_three_pages_with_totals_and_boxes_to_sign() -> None:
    for pdf in (a_list(ENGLISH), a_list_to_sign(ENGLISH), a_list(Stretched())):
        assert len(pages(pdf)) == 3
    *_, last = text_of(a_list(ENGLISH))
    for words in ("Female", "Male", "Under 18", "Trainer", "Coordinator", "Local authority", "Stamp", "Signature"):
        assert words in last


def test_rows_are_nine_millimetres_high_and_fifteen_stand_on_the_first_page() -> None:
    first, second, third = pages(a_list(ENGLISH))
    numbers = [[word for word in page if word.left < 20 and word.text.isdecimal()] for page in (first, second, third)]
    assert [len(column) for column in numbers] == [15, 18, 7]
    assert numbers[0][1].bottom - numbers[0][0].bottom == pytest.approx(9, abs=0.1)


def test_totals_that_do_not_fit_have_a_page_of_their_own() -> None:
    texts = text_of(a_list(ENGLISH, 33))
    assert len(texts) == 3
    assert "Local authority" in texts[2]
    assert "UWIMANA" not in texts[2]


def test_many_days_are_told_in_several_lists() -> None:
    texts = [" ".join(text.split()) for text in text_of(a_list(ENGLISH, 3, day_count=12))]
    assert [[n for n in range(1, 13) if f"Day {n} " in text] for text in texts] == [[*range(1, 7)], [*range(7, 13)]]


def test_eight_days_are_told_in_one_list() -> None:
    (text,) = (" ".join(text.split()) for text in text_of(a_list(ENGLISH, 0, day_count=8)))
    assert text.count("Day 8 09/03") == 2


def test_marks_are_letters_with_their_glyphs_and_a_legend() -> None:
    joined = " ".join(" ".join(text_of(a_list(KINYARWANDA))).split())
    for words in ("✓ P", "✕ A", "◔ L", "◇ E", "P present", "E excused"):
        assert words in joined


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=300), st.text(max_size=20))
def test_any_words_can_be_printed(name: str, title: str) -> None:
    for paper in PAPERS.values():
        of_list = {} if paper is a_list_of_people else {"title": title, "group": name, "trainers": (name,)}
        (text, *_) = text_of(paper(ENGLISH, 1, names=[name], **of_list))
        assert "\x00" not in text


def test_phones_are_masked_unless_asked_for() -> None:
    own = register(3)
    assert "0788" not in " ".join(text_of(attendance_list.as_bytes(own, ENGLISH)))
    assert "0788 000 001" in " ".join(text_of(attendance_list.as_bytes(own, ENGLISH, unmask={"phone"})))
    assert "0788" not in " ".join(text_of(sign_in_sheet.as_bytes(own, 1, ENGLISH)))
    assert "0788 000 001" in " ".join(text_of(sign_in_sheet.as_bytes(own, 1, ENGLISH, unmask={"phone"})))
    assert "0788" not in " ".join(text_of(people_list.as_bytes(people(3), ENGLISH)))
    assert "0788 000 001" in " ".join(text_of(people_list.as_bytes(people(3), ENGLISH, unmask={"phone"})))


def test_the_sample_programme_is_marked_on_every_page_and_real_work_on_none() -> None:
    for paper in (a_list, a_list_to_sign, a_sign_in_sheet):
        assert all("SAMPLE" in text for text in text_of(paper(ENGLISH, is_sample=True)))
        assert not any("SAMPLE" in text for text in text_of(paper(ENGLISH)))
    for is_sample in (True, False):
        (text,) = text_of(people_list.as_bytes(people(3), ENGLISH, is_sample=is_sample))
        assert ("SAMPLE" in text) == is_sample


def test_the_foot_tells_what_the_page_is_and_when_it_was_printed() -> None:
    for number, text in enumerate(text_of(a_list(FRENCH)), start=1):
        assert "RUL-014" in text
        assert f"Page {number} of 3" in text
        assert "Printed on 09/03/2026" in text


def test_the_sign_in_sheet_is_of_one_day_and_has_room_for_walk_ins() -> None:
    (text,) = text_of(a_sign_in_sheet(ENGLISH, 3))
    assert "2 of 5: Tuesday 3 March 2026" in text
    assert sign_in_sheet.rows(register(3), ENGLISH)[3:] == [("",) * 7] * 5
    (text,) = text_of(a_sign_in_sheet(KINYARWANDA, 3))
    assert "3 Werurwe 2026" in text


def test_a_day_that_the_training_has_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="no day 6"):
        sign_in_sheet.write(register(3), 6, ENGLISH, tmp_path / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_columns_of_a_sign_in_sheet_fill_the_page() -> None:
    assert [column.width for column in sign_in_sheet.columns(ENGLISH)] == [9, 52, 10, 26, 33, 28, 28]


def test_the_list_of_people_as_rows() -> None:
    assert list(people_list.rows(people(2), ENGLISH)) == [
        ("RUL-P000", "UWIMANA Marie", "F", None, "••• 000", "KOABICYA, COOP Twisungane", "Base, Rulindo"),
        ("RUL-P001", "HABIMANA Jean Bosco", "M", 1991, "••• 001", "KOABICYA, COOP Twisungane", "Base, Rulindo"),
    ]


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "ods", "csv"])
def test_a_list_of_people_is_written_in_each_format(tmp_path: Path, suffix: str) -> None:
    result = people_list.write(people(30, HARD_NAMES), ENGLISH, tmp_path / f"people.{suffix}")
    assert (result.rows, result.pages) == (30, 2 if suffix == "pdf" else 0)
    assert result.path.stat().st_size > 500


def test_what_is_written_is_what_is_shown(tmp_path: Path) -> None:
    result = attendance_list.write(register(40), ENGLISH, tmp_path / "list.pdf", printed=PRINTED)
    assert (result.rows, result.pages) == (40, 3)
    assert result.path.read_bytes() == a_list(ENGLISH)
    assert PdfReader(result.path).metadata["/Title"] == "Attendance list, Cooperative governance"
