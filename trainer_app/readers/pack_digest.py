"""Which packs ship, and a name for what each one and the glossary hold: all that a start needs to see that nothing
is new."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

STRUCTURE = "pack.yaml"


def shipped_folders(curriculum: Path) -> tuple[Path, ...]:
    """The folders of the packs under `curriculum`, in the order of their names."""
    return tuple(sorted(file.parent for file in curriculum.glob(f"*/{STRUCTURE}")))


def digest(folder: Path) -> str:
    """Another digest means other contents."""
    return digest_of({file.name: file.read_bytes() for file in (folder / STRUCTURE, *folder.glob("*.po"))})


def digest_of(files: Mapping[str, bytes]) -> str:
    total = hashlib.sha256(files[STRUCTURE])
    for name in sorted(files.keys() - {STRUCTURE}):
        total.update(files[name])
    return total.hexdigest()


def file_digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
