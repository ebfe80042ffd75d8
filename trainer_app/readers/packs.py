"""Curriculum packs: `pack.yaml` with the structure and the source words, one `.po` for each other language.

A `.po` entry is tied to its text by `msgctxt`. No entry means missing; `#, fuzzy` a draft, anything else reviewed;
an entry with a previous msgid, or made from another source than the pack's, is outdated besides. Poedit and Weblate
read and write the same files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import polib

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.packs import Pack, PackText
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers import pack_structure, strict_yaml
from trainer_app.readers.pack_digest import STRUCTURE, digest
from trainer_app.readers.pack_structure import Source, Told

FORMAT = 1


def read(folder: Path) -> Pack:
    """The pack in `folder`. Raises TrainerError when it is not one, or is of a newer format."""
    try:
        told = strict_yaml.load((folder / STRUCTURE).read_text("utf-8"))
        translations = {file.stem: polib.pofile(str(file)) for file in sorted(folder.glob("*.po"))}
        return _pack(folder, told, translations)
    except (strict_yaml.Problem, OSError, KeyError, TypeError, AttributeError, ValueError) as error:
        words = _("The module pack in {folder} cannot be read: {problem}")
        raise TrainerError(words.format(folder=folder.name, problem=str(error)), "bad_pack") from error


def _pack(folder: Path, told: Told, translations: Mapping[str, polib.POFile]) -> Pack:
    if told["format"] != FORMAT:
        raise ValueError(f"format {told['format']}")
    sources = tuple(pack_structure.sources(told))
    return Pack(
        code=told["code"],
        folder=told["module"],
        source=told["source"],
        licence=told["licence"],
        digest=digest(folder),
        facts=tuple(pack_structure.fact(fact, told["source"]) for fact in told["facts"]),
        units=tuple(map(pack_structure.unit, told["units"])),
        items=tuple(map(pack_structure.item, told["items"])),
        texts=tuple(_texts(told["source"], sources, translations)),
        requires=tuple(told.get("requires") or ()),
        complements=tuple(told.get("complements") or ()),
        topics=tuple(told.get("topics") or ()),
    )


def _texts(source: str, sources: tuple[Source, ...], translations: Mapping[str, polib.POFile]) -> Iterator[PackText]:
    for text in sources:
        yield _text(text, source, text.words, TextState.REVIEWED, None)
    for language, catalogue in translations.items():
        entries = {entry.msgctxt: entry for entry in catalogue if entry.msgstr and not entry.obsolete}
        for text in sources:
            if entry := entries.get(text.ref):
                state = TextState.DRAFT if entry.fuzzy else TextState.REVIEWED
                yield _text(text, language, entry.msgstr, state, _older_source(entry, text.words))


def _text(text: Source, language: str, words: str, state: TextState, from_words: str | None) -> PackText:
    return PackText(text.owner, text.key, text.position, text.ref, language, words, state, text.facts, from_words)


def _older_source(entry: polib.POEntry, source_words: str) -> str | None:
    """The source that the entry was translated from; None when it is today's."""
    told = entry.previous_msgid or entry.msgid
    return None if told == source_words else told
