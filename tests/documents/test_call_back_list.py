"""The call-back list: whom to call, about which day, with a box for each answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.documents.builders import ENGLISH, FRENCH, HARD_NAMES, KINYARWANDA, MONDAY, NAMES, PRINTED, Stretched
from tests.documents.looking import golden_text, pages, sizes, text_of
from trainer_app.documents.call_back_list import as_bytes, columns, result_words, rows, sheet, write
from trainer_app.domain.integrity import CheckOutcome
from trainer_app.domain.spot_checks import Check, CheckHead, CheckLine
from trainer_app.i18n import Catalog


def a_check(count: int = 20, names: tuple[str, ...] = NAMES, told: int = 0, is_sample: bool = False) -> Check:
    """The first `told` of them were called: one answer after the other."""
    outcomes = tuple(CheckOutcome)
    lines = tuple(
        CheckLine(
            id=UUID(int=n),
            position=n + 1,
            person_id=UUID(int=1000 + n),
            name=names[n % len(names)],
            phone=f"+250788{n:06}",
            group="COOP Twisungane y’abahinzi",
            session_id=UUID(int=5),
            training_id=UUID(int=1),
            training="Cooperative governance",
            day=MONDAY + timedelta(days=n % 5),
            outcome=outcomes[n % 4] if n < told else None,
            words="she was in Base that day" if n < told else "",
        )
        for n in range(count)
    )
    head = CheckHead(UUID(int=9), PRINTED, 4711, MONDAY, MONDAY + timedelta(days=4), is_sample=is_sample)
    return Check(head, lines)


def test_the_columns_fill_the_paper() -> None:
    assert sum(column.width for column in columns(ENGLISH)) == 273


def test_a_row_tells_whom_to_call_and_hides_most_of_the_number_unless_asked() -> None:
    first = next(iter(rows(a_check(2, told=1), ENGLISH, {"phone"})))
    assert first[:6] == (
        1,
        "UWIMANA Marie",
        "0788 000 000",
        "COOP Twisungane y’abahinzi",
        "Cooperative governance",
        MONDAY,
    )
    assert first[6:] == ("✕", "", "", "", "she was in Base that day")
    assert next(iter(rows(a_check(2), ENGLISH)))[2] != "0788 000 000"


def test_the_result_is_a_share_with_its_numbers() -> None:
    assert result_words(a_check(8), ENGLISH) == "Nobody was reached yet."
    words = result_words(a_check(9, told=8), ENGLISH)
    assert words == "2 of 6 reached say that they were there (33\u00a0%). 3 were not reached or not called."


def test_the_list_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("call_back_list.txt", golden_text(as_bytes(a_check(20), ENGLISH, printed=PRINTED)))


@pytest.mark.parametrize("t", [ENGLISH, FRENCH, KINYARWANDA, Stretched()])
@pytest.mark.parametrize("count", [1, 11, 12, 60])
def test_every_word_lies_on_the_page_and_can_be_read(t: Catalog, count: int) -> None:
    pdf = as_bytes(a_check(count, HARD_NAMES), t, printed=PRINTED)
    assert min(sizes(pdf)) >= 7
    for page in pages(pdf):
        for word in page:
            assert 11 < word.left < word.right < 842 - 11, word
            assert 9 < word.top < word.bottom < 595 - 9, word


def test_everybody_drawn_is_on_the_paper_and_the_seed_on_every_page() -> None:
    texts = text_of(as_bytes(a_check(40, tuple(f"UWASE {n:03}" for n in range(40))), ENGLISH, printed=PRINTED))
    assert len(texts) == 4
    assert all("4711" in text for text in texts)
    assert all(f"UWASE {n:03}" in " ".join(texts) for n in range(40))


def test_the_sample_says_so_and_the_sheet_tells_what_the_paper_tells(tmp_path: Path) -> None:
    assert "SAMPLE" in " ".join(text_of(as_bytes(a_check(3, is_sample=True), ENGLISH, printed=PRINTED)))
    own = sheet(a_check(3, is_sample=True), ENGLISH)
    assert own.title.startswith("SAMPLE")
    assert dict(own.preamble)["Seed"] == "4711"
    for suffix in (".pdf", ".xlsx", ".ods", ".csv"):
        made = write(a_check(3), ENGLISH, tmp_path / f"calls{suffix}", printed=date(2026, 3, 9))
        assert made.rows == 3
        assert made.path.stat().st_size > 100
