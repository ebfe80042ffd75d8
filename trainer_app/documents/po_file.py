"""One language of a module as a `.po` file, for Poedit and every tool of translators; what is missing is in it too."""

from __future__ import annotations

from pathlib import Path

from trainer_app.documents import po_words, text_places
from trainer_app.documents.formats import format_of
from trainer_app.documents.output import Written, saving
from trainer_app.domain.translating import TextPair
from trainer_app.domain.words_file import ModuleWords
from trainer_app.i18n import Catalog

PO = ".po"


def write(words: ModuleWords, t: Catalog, path: Path) -> Written:
    format_of(path, t, (PO,))
    data = as_bytes(words, t)
    with saving(path, t) as file:
        file.write(data)
    return Written(path, len(words.pairs))


def as_bytes(words: ModuleWords, t: Catalog) -> bytes:
    """`t` is the language of the notes that tell where a text stands."""
    entries = (
        po_words.entry(pair.ref, pair.source, pair.words, pair.own_state, pair.from_words, _where(t, part.code, pair))
        for part in words.parts
        for pair in part.pairs
    )
    return po_words.catalogue(words.code, words.language, entries)


def _where(t: Catalog, unit: str, pair: TextPair) -> str:
    return f"{unit} {text_places.where(t, pair.place)}".strip()
