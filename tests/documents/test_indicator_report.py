"""The indicator report on paper: what is doubtful first, a definition under each number, nothing outside the page."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents import looking
from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES, KINYARWANDA, Stretched
from tests.documents.report_builders import MADE, nobody_line, people_line, report, told
from trainer_app.documents import indicator_report, style
from trainer_app.documents.indicator_rows import Told
from trainer_app.domain.indicators import By
from trainer_app.domain.letterheads import Letterhead
from trainer_app.i18n import Catalog

GOLDEN = Path(__file__).parents[1] / "golden" / "an_indicator_report.txt"
MILLIMETRE = looking.MILLIMETRE
EVERYTHING = (By.SEX, By.AGE, By.DISTRICT, By.GROUP_KIND, By.OCCUPATION, By.MODULE)

needs_qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")


def paper(own: Told, t: Catalog = ENGLISH, annex: bool = False) -> bytes:
    return indicator_report.as_bytes(own, t, MADE, annex)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.split()) for page in looking.text_of(pdf))


@pytest.mark.parametrize("t", [ENGLISH, FRENCH, KINYARWANDA, Stretched()], ids=["en", "fr", "rw", "stretched"])
@pytest.mark.parametrize("many", [1, 40, 300])
def test_nothing_stands_outside_the_margins_or_on_something_else(t: Catalog, many: int) -> None:
    pdf = paper(told(many, by=EVERYTHING, unmask=["name"]), t, annex=True)
    wide, high = (side / MILLIMETRE for side in style.A4)
    for page in looking.pages(pdf):
        for one in page:
            assert (
                style.MARGIN_X / MILLIMETRE - 0.5 <= one.left <= one.right <= wide - style.MARGIN_X / MILLIMETRE + 0.5
            )
            assert 9 <= one.top <= one.bottom <= high - 9
        rows = sorted(page, key=lambda one: (one.top, one.left))
        for upper, lower in itertools.pairwise(rows):
            apart = (
                lower.top >= upper.bottom - 1.2 or lower.left >= upper.right - 0.3 or upper.left >= lower.right - 0.3
            )
            assert apart, (upper, lower)


@needs_qpdf
def test_the_file_is_sound_and_brings_its_letters(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(paper(told(), annex=True))
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)
    assert looking.fonts_without_file(file.read_bytes()) == set()


def test_it_is_black_on_white_with_lines_that_a_copy_keeps() -> None:
    pdf = paper(told(), annex=True)
    assert looking.colours(pdf) == set()
    assert looking.thinnest_line(pdf) >= style.LINE - 0.01
    assert min(looking.sizes(pdf)) >= style.LEAST


def test_what_is_doubtful_stands_above_every_number() -> None:
    said = words(paper(told()))
    assert said.index("3 sessions are not marked.") < said.index("All indicators") < said.index("50 40 80")


def test_that_nothing_is_missing_is_said_too() -> None:
    assert "Nothing is missing" in words(paper(told(doubts=())))


def test_a_period_in_which_nothing_was_done_does_not_say_that_nothing_is_missing() -> None:
    said = words(paper(told(own=[nobody_line()], doubts=())))
    assert "Nothing was counted in this period." in said
    assert "Nothing is missing" not in said


def test_under_each_number_stands_what_it_counts() -> None:
    said = words(paper(told()))
    assert "Numerator: People who attended enough of the sessions of a training that ended in the period." in said
    assert "Definition: Members who can explain their duties." in said
    assert "Not counted: 3 people from outside the project. 12 came without names." in said


def test_a_share_of_nobody_is_a_dash() -> None:
    said = words(paper(told(own=[nobody_line()])))
    assert "People who did better after the training % – – – – –" in said


def test_charts_stand_under_the_numbers_and_show_the_target() -> None:
    said = words(paper(told()))
    assert "People trained on governance – Sex" in said
    assert "Trainings held – Sex" not in said
    assert "Reached, beside the target" in said


def test_the_letterhead_stands_above_the_paper_and_who_pays_below() -> None:
    own = Letterhead(title="Savings to cooperatives", organisation="Union of Rulindo", funding="Funded by the Union.")
    first, *others = looking.text_of(paper(replace(told(), letterhead=own)))
    assert "Savings to cooperatives" in first
    assert all("Funded by the Union." in page for page in (first, *others))


def test_outcomes_show_who_found_them() -> None:
    said = words(paper(told()))
    assert "57.6\N{NO-BREAK SPACE}% 144 250 Survey of the union, 250 families" in said.replace(
        " %", "\N{NO-BREAK SPACE}%"
    )


def test_hostile_names_are_printed_as_they_are() -> None:
    said = words(paper(told(unmask=["name"]), annex=True))
    for name in HARD_NAMES[:2]:
        assert name in said


def test_the_annex_names_nobody_unless_it_is_asked_to() -> None:
    said = words(paper(told(), annex=True))
    assert "RUL-P1" in said
    assert "NIYONSENGA" not in said


def test_without_an_annex_there_are_no_people() -> None:
    assert "RUL-P1" not in words(paper(told()))


def test_a_long_annex_goes_on_under_its_header() -> None:
    pages = looking.text_of(paper(told(300, own=[people_line(300)]), annex=True))
    begins = next(number for number, page in enumerate(pages) if "Annex" in page)
    assert len(pages[begins:]) == 8
    assert all("Age group" in page for page in pages[begins:])
    assert "300 RUL-P299" in " ".join(pages[-1].split())


def test_a_report_of_nothing_is_one_page_that_says_so() -> None:
    pages = looking.text_of(paper(told(own=[])))
    assert len(pages) == 1
    assert "No indicator is set up yet" in pages[0]


def test_a_sample_is_marked_on_every_page() -> None:
    pages = looking.text_of(paper(told(sample=True), annex=True))
    assert all("SAMPLE" in page for page in pages)
    assert not any("SAMPLE" in page for page in looking.text_of(paper(told(), annex=True)))


def test_a_frozen_report_bears_its_name_and_says_since_when() -> None:
    said = words(paper(Told(report(), frozen_on=MADE, title="As handed in <b>")))
    assert "As handed in <b> Quarter 1 of 2026" in said
    assert "Frozen on 02/04/2026" in said


def test_pages_are_counted() -> None:
    pages = looking.text_of(paper(told()))
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_the_paper_says_what_it_always_said() -> None:
    said = looking.golden_text(paper(told(by=(By.SEX, By.AGE, By.DISTRICT)), annex=True))
    assert said == GOLDEN.read_text(encoding="utf-8")
