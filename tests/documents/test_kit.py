"""The list that a kit in one file begins with tells an office which pages to copy, and how often."""

from __future__ import annotations

from datetime import date

from tests.documents.builders import register
from tests.documents.looking import fonts_without_file, text_of
from trainer_app.documents import kit_list
from trainer_app.documents.pdf_pages import count, joined
from trainer_app.domain.kit import Amount
from trainer_app.i18n import Catalog

LINES = [("Sign-in sheet", Amount(3, 1, 3)), ("Handout M1", Amount(6, 40, 240)), ("Answer key", Amount(1, 1, 1))]
DAY = date(2026, 3, 9)


def test_pages_are_counted_from_behind_the_list() -> None:
    assert kit_list.rows(LINES) == [
        ("Sign-in sheet", "2–4", "1", "3"),
        ("Handout M1", "5–10", "40", "240"),
        ("Answer key", "11", "1", "1"),
    ]


def test_a_list_that_is_longer_than_a_page_moves_everything_behind_it() -> None:
    many = [("Sign-in sheet", Amount(1, 1, 1))] * 30
    assert count(kit_list.as_bytes(many, register(), Catalog("en"), DAY)) == kit_list.pages(many) == 2
    assert kit_list.rows(many)[0][1] == "3"


def test_the_list_names_the_training_and_every_paper() -> None:
    pdf = kit_list.as_bytes(LINES, register(), Catalog("en"), DAY)
    words = " ".join(text_of(pdf))
    assert fonts_without_file(pdf) == set()
    assert "Papers of the training" in words
    for name, _amount in LINES:
        assert name in words


def test_papers_put_behind_each_other_keep_all_their_pages() -> None:
    one = kit_list.as_bytes(LINES, register(), Catalog("en"), DAY)
    assert count(joined([one, one, one])) == 3
