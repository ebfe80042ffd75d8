"""Every unit that ships, on every paper of its trainer, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.documents.material import assert_readable, joined
from trainer_app.db.database import Database
from trainer_app.documents import cue_cards, fonts, module_book, props, trainer_edition
from trainer_app.i18n import LANGUAGES, Catalog
from trainer_app.opening import open_folder
from trainer_app.paths import resources
from trainer_app.readers import packs
from trainer_app.readers.pack_digest import shipped_folders
from trainer_app.services import curriculum, material

TODAY = date(2026, 12, 1)
CODES = sorted(packs.read(folder).code for folder in shipped_folders(resources() / "curriculum"))


@pytest.fixture(scope="module")
def shipped(master: Path) -> Iterator[Database]:
    database = open_folder(master)
    yield database
    database.close()


def whole(pdf: bytes) -> None:
    assert_readable(pdf)
    assert fonts.NOT_A_LETTER not in joined(pdf)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("module", CODES)
def test_every_unit_draws_in_every_language(shipped: Database, module: str, language: str) -> None:
    with shipped.reading() as s:
        units = material.module(s, module, language, TODAY)
        handouts = {page.code: page for page in curriculum.handouts(s, module, language, TODAY)}
    t = Catalog(language)
    whole(module_book.as_bytes([(unit, None) for unit in units], t, TODAY))
    whole(trainer_edition.as_bytes([(unit, handouts[unit.handout_code]) for unit in units], t, TODAY))
    if any(unit.cue_card for unit in units):
        whole(cue_cards.as_bytes(units, t, TODAY))
    if any(unit.props for unit in units):
        whole(props.as_bytes(units, t, printed=TODAY))
