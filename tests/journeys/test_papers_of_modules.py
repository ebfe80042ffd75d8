"""Every module that ships can be printed for its participants, in every language."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest

from tests.documents.looking import pages, text_of
from trainer_app.db.database import Database
from trainer_app.documents import answer_sheet, test_paper, test_reading, two_languages, workbook
from trainer_app.domain.material import TestForm
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, Catalog
from trainer_app.services import curriculum, material

DAY = date(2026, 3, 9)
SIZES = {"A4": (210, 297), "A5": (148, 210)}
every_language = pytest.mark.parametrize("language", LANGUAGES)


def codes(db: Database) -> list[str]:
    with db.reading() as s:
        return [module.code for module in curriculum.modules(s, "en")]


def forms_of(db: Database, language: str) -> list[TestForm]:
    """Form A and, of the modules that have one, form B."""
    found = []
    for code in codes(db):
        with db.reading() as s:
            found.append(material.test(s, code, "A", language, DAY))
            with suppress(TrainerError):
                found.append(material.test(s, code, "B", language, DAY))
    return found


@every_language
def test_each_module_has_a_workbook(db: Database, language: str) -> None:
    for code in codes(db):
        with db.reading() as s:
            units = material.module(s, code, language, DAY)
        for paper, (wide, high) in SIZES.items():
            pdf = workbook.as_bytes(units, Catalog(language), paper)
            texts = text_of(pdf)
            assert all(any(unit.code in text for text in texts) for unit in units)
            assert "\x00" not in "".join(texts)
            for word in (word for page in pages(pdf) for word in page):
                assert 8 < word.left < word.right < wide - 8, (code, word)
                assert 6 < word.top < word.bottom < high - 6, (code, word)


@every_language
def test_each_module_has_a_test_to_be_read_or_to_be_heard(db: Database, language: str) -> None:
    t = Catalog(language)
    for test in forms_of(db, language):
        texts = text_of(test_paper.as_bytes(test, t, Phase.PRE))
        assert len(texts) == -(-len(test.items) // 3), (test.module_code, test.form)
        assert "\x00" not in "".join(texts)
        assert len(text_of(test_paper.as_bytes(test, t, Phase.POST, reading=False))) == -(-len(test.items) // 2)
        assert len(text_of(test_reading.as_bytes(test, t))) in (3, 4, 5)
        assert len(text_of(answer_sheet.as_bytes(test, t))) == 1


@pytest.mark.parametrize("languages", [("rw", "fr"), ("rw", "en"), ("fr", "en")])
def test_the_handouts_of_each_module_stand_in_two_languages(db: Database, languages: tuple[str, str]) -> None:
    for code in codes(db):
        with db.reading() as s:
            left, right = ((curriculum.handouts(s, code, word, DAY), Catalog(word)) for word in languages)
        for facing, sides in (("pages", 1 + 2 * len(left[0])), ("beside", len(left[0]))):
            assert len(text_of(two_languages.as_bytes(left, right, facing))) == sides
