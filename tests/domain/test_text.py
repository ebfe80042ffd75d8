"""Words are kept on one line and without what nobody sees; accents, signs and faces stay."""

from __future__ import annotations

import pytest

from trainer_app.domain.imports.cells import text_of
from trainer_app.domain.text import tidy


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  UWIMANA \n\t Marie ", "UWIMANA Marie"),
        ("UWIMANA \x07Marie\0", "UWIMANA Marie"),
        ("ab\u202egnp", "abgnp"),
        ("\ufeffUWASE ze\u200bro", "UWASE zero"),
        ("half \udcff", "half"),
        ("\u200b\u200b", ""),
        ("O'Neil <b> Élève 😀 e\u0301", "O'Neil <b> Élève 😀 e\u0301"),
    ],
)
def test_what_nobody_sees_is_left_out(written: str, kept: str) -> None:
    assert tidy(written) == kept
    assert text_of(written) == kept
