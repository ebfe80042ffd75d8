"""A module that came as one zip: taken whole, as its manifest names it, or not at all."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from trainer_app.domain.packs import Pack
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.readers import gated_zip, packs
from trainer_app.readers.pack_digest import STRUCTURE
from trainer_app.readers.zip_gate import ZipLimits

MANIFEST = "manifest.json"
TAKEN = re.compile(r"pack\.yaml|manifest\.json|[a-z]{2,3}(?:_[A-Za-z]{2,4})?\.po")
LIMITS = ZipLimits(entries=200, total=50 * 1024 * 1024, ratio=100)

WORDS = {
    "manifest_missing": N_("{file} is no module of this program: its list of contents is missing."),
    "manifest_wrong": N_("{file} is no module of this program: its list of contents cannot be read."),
    "manifest_differs": N_("{file} does not hold what its list of contents names: {name}."),
    "pack_changed": N_("{file} was changed or damaged on its way: {name} is not as it was. Ask for it again."),
    "newer_format": N_("{file} was made by a newer version of the program. Update the program."),
}


def read(path: Path) -> Pack:
    """Raises TrainerError, with a code of its own for each kind of fault."""
    return from_bytes(gated_zip.bytes_of(path), path.name)


def from_bytes(data: bytes, file: str) -> Pack:
    found = dict(gated_zip.contents(data, file, _is_taken, LIMITS))
    told = _manifest(found.pop(MANIFEST, None), file)
    _check(told, found, file)
    pack = packs.from_files(found, file)
    if pack.code != told["module"]:
        raise _refusal("manifest_differs", file, str(told["module"]))
    return pack


def _is_taken(name: str) -> bool:
    """Only these are ever read; a picture of the system or a note beside them is left where it is."""
    return TAKEN.fullmatch(name) is not None


def _manifest(data: bytes | None, file: str) -> Mapping[str, Any]:
    if data is None:
        raise _refusal("manifest_missing", file)
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _refusal("manifest_wrong", file) from error
    if not isinstance(told, dict) or not isinstance(told.get("files"), dict) or type(told.get("format")) is not int:
        raise _refusal("manifest_wrong", file)
    if told["format"] > packs.FORMAT:
        raise _refusal("newer_format", file)
    if told["format"] != packs.FORMAT or not isinstance(told.get("module"), str):
        raise _refusal("manifest_wrong", file)
    return told


def _check(told: Mapping[str, Any], found: Mapping[str, bytes], file: str) -> None:
    named = told["files"]
    if STRUCTURE not in named:
        raise _refusal("manifest_wrong", file)
    if different := sorted(named.keys() ^ found.keys()):
        raise _refusal("manifest_differs", file, different[0])
    for name, data in found.items():
        if named[name] != hashlib.sha256(data).hexdigest():
            raise _refusal("pack_changed", file, name)


def _refusal(code: str, file: str, name: str = "") -> TrainerError:
    return TrainerError(_(WORDS[code]).format(file=file, name=name[:60]), code)
