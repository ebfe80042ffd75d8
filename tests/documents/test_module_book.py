from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.documents.builders import ENGLISH, KINYARWANDA, PENSION, PRINTED, Stretched, handout
from tests.documents.looking import golden_text, text_of
from tests.documents.material import TRICKY, assert_clean, empty, joined, tricky, unit
from trainer_app.documents import module_book as document
from trainer_app.domain.curriculum import TextState
from trainer_app.errors import TrainerError

CODES = [f"M1-1.{n}" for n in range(1, 7)]
BOOK = [(unit(code, title=f"Unit of {code}"), handout(code, title=f"Page of {code}")) for code in CODES]


def entries(outline: list[object], level: int = 0) -> Iterator[tuple[int, str, object]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from entries(entry, level + 1)
        else:
            yield level, entry["/Title"], entry  # type: ignore[index]


def test_a_book_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    own = [(unit(state=TextState.DRAFT, facts=(PENSION,)), handout())]
    pdf = document.as_bytes(own, ENGLISH, PRINTED, "Members run their cooperative themselves.")
    golden("module_book.txt", golden_text(pdf))


@pytest.mark.parametrize("t", [ENGLISH, KINYARWANDA, Stretched()])
def test_a_book_keeps_to_its_pages(t: Stretched) -> None:
    assert_clean(document.as_bytes(BOOK, t, PRINTED))


@pytest.mark.parametrize("words", TRICKY)
def test_any_words_can_stand_in_a_book(words: str) -> None:
    assert_clean(document.as_bytes([(tricky(words), None)], ENGLISH, PRINTED, aim=words, edition=words))


def test_the_cover_says_what_the_book_is() -> None:
    cover = " ".join(text_of(document.as_bytes(BOOK, ENGLISH, PRINTED, "Run it together."))[0].split())
    for words in (
        *("M1", "Cooperative governance", "Trainer's manual", "Run it together.", "English · 6 units · 9 h"),
        *("Edition of 9 March 2026", "CC BY 4.0"),
    ):
        assert words in cover
    assert "Draft" not in cover


def test_the_cover_owns_up_to_the_weakest_text() -> None:
    own = [*BOOK, (unit(), replace(handout(), state=TextState.OUTDATED))]
    assert "older than its source text" in text_of(document.as_bytes(own, ENGLISH, PRINTED))[0]
    assert "Second edition" in text_of(document.as_bytes(BOOK, ENGLISH, edition="Second edition"))[0]


def test_the_contents_name_the_right_pages() -> None:
    texts = text_of(document.as_bytes(BOOK, ENGLISH, PRINTED))
    contents = re.findall(r"Unit of (M1-1\.\d) *(?:\. ?)+ *(\d+)", texts[1])
    assert [code for code, _ in contents] == CODES
    for code, page in contents:
        assert f"Unit of {code}" in texts[int(page) - 1]
        assert "At the end, participants can" in texts[int(page) - 1]
    for code, page in re.findall(r"Page of (M1-1\.\d) *(?:\. ?)+ *(\d+)", texts[1]):
        assert f"Page of {code}" in texts[int(page) - 1]
        assert "Do this" in texts[int(page) - 1]


def test_contents_of_more_than_a_page_still_name_the_right_pages() -> None:
    own = [(unit(f"M1-1.{n}", title=f"Unit of M1-1.{n}!"), None) for n in range(40)]
    texts = text_of(document.as_bytes(own, ENGLISH, PRINTED))
    contents = re.findall(r"Unit of (M1-1\.\d+!) *(?:\. ?)+ *(\d+)", " ".join(texts[1:6]))
    assert len(contents) == 40
    assert all(f"Unit of {code}" in texts[int(page) - 1] for code, page in contents)


def test_the_outline_leads_to_units_their_parts_and_their_readings() -> None:
    reader = PdfReader(io.BytesIO(document.as_bytes(BOOK[:2], ENGLISH, PRINTED)))
    found = list(entries(reader.outline))
    assert [(level, title) for level, title, _ in found][:9] == [
        (0, "M1 Cooperative governance"),
        (0, "Contents"),
        (0, "M1-1.1  Unit of M1-1.1"),
        (1, "Session plan"),
        (1, "Handout M1-1.1: Page of M1-1.1"),
        (1, "To read aloud or to give out"),
        (2, "Story: The lost notebook"),
        (2, "Solution, for the trainer: The cards in their rows"),
        (0, "M1-1.2  Unit of M1-1.2"),
    ]
    for _, title, entry in found:
        page = reader.pages[reader.get_destination_page_number(entry)].extract_text()  # type: ignore[arg-type,index]
        assert " ".join(title.split()[-2:]) in " ".join(page.split())


def test_every_page_has_its_number() -> None:
    texts = text_of(document.as_bytes(BOOK, ENGLISH, PRINTED))
    assert all(f"Page {number} of {len(texts)}" in text for number, text in enumerate(texts, start=1))


def test_a_unit_without_handout_or_readings_has_its_plan_alone(tmp_path: Path) -> None:
    made = document.write([(empty(), None)], ENGLISH, tmp_path / "book.pdf", printed=PRINTED)
    assert (made.rows, made.pages) == (1, 3)
    assert "Handout" not in joined(made.path.read_bytes())


def test_a_book_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refusal:
        document.write([], ENGLISH, tmp_path / "book.pdf")
    assert refusal.value.code == "nothing_to_print"
    assert list(tmp_path.iterdir()) == []
