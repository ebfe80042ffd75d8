"""A pack as files: `pack.yaml` and a `.po` for each other language, in a folder or as one zip with a manifest."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from trainer_app import __version__
from trainer_app.documents import pack_yaml, po_words
from trainer_app.documents.formats import format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.domain.packs import Pack, PackText
from trainer_app.i18n import Catalog

STRUCTURE, MANIFEST = "pack.yaml", "manifest.json"
ZIP = ".zip"
MADE = (1980, 1, 1, 0, 0, 0)  # of every file in the zip: the same module is the same bytes
Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Counts:
    units: int
    steps: int
    parts: int
    items: int
    texts: Mapping[str, int]
    """Language > how many of its texts there are."""


def write(pack: Pack, t: Catalog, path: Path, tick: Tick = no_tick) -> Written:
    """The module as one zip. Raises TrainerError where it cannot be written."""
    format_of(path, t, (ZIP,))
    made = files(pack)
    tick(0.5)
    with saving(path, t) as file:
        _zip(file, {MANIFEST: manifest(pack, made)} | dict(made))
    return Written(path, sum(counts(pack).texts.values()))


def write_folder(pack: Pack, t: Catalog, folder: Path) -> None:
    """As it ships: without a manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files(pack).items():
        with saving(folder / name, t) as file:
            file.write(data)


def files(pack: Pack) -> dict[str, bytes]:
    """Name > bytes, in the order in which they are read."""
    made = {STRUCTURE: pack_yaml.text(pack).encode()}
    sources = {text.ref: text.words for text in pack.texts if text.language == pack.source}
    for language in sorted(set(pack.languages) - {pack.source}):
        texts = (text for text in pack.texts if text.language == language)
        entries = (_entry(text, sources[text.ref]) for text in texts)
        made[f"{language}.po"] = po_words.catalogue(pack.folder, language, entries)
    return made


def counts(pack: Pack) -> Counts:
    languages = [text.language for text in pack.texts]
    return Counts(
        len(pack.units),
        sum(len(unit.steps) for unit in pack.units),
        sum(len(unit.parts) for unit in pack.units),
        len(pack.items),
        {language: languages.count(language) for language in pack.languages},
    )


def manifest(pack: Pack, made: Files) -> bytes:
    """What is in the zip, and how each file is known to be whole."""
    found = counts(pack)
    told: dict[str, Any] = {
        "format": pack_yaml.FORMAT,
        "module": pack.code,
        "name": pack.title,
        "source": pack.source,
        "languages": list(pack.languages),
        "counts": {
            "units": found.units,
            "steps": found.steps,
            "parts": found.parts,
            "items": found.items,
            "texts": dict(found.texts),
        },
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in made.items()},
        "made_with": __version__,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _entry(text: PackText, source: str) -> Any:  # noqa: ANN401
    return po_words.entry(text.ref, source, text.words, text.state, text.from_words)


def _zip(file: IO[bytes], made: Files) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in made.items():
            target.writestr(zipfile.ZipInfo(name, MADE), data, zipfile.ZIP_DEFLATED)
