"""Which packs ship, and a name for what each one and the glossary hold: all that a start needs to see that nothing
is new."""

from __future__ import annotations

import hashlib
from pathlib import Path

STRUCTURE = "pack.yaml"


def shipped_folders(curriculum: Path) -> tuple[Path, ...]:
    """The folders of the packs under `curriculum`, in the order of their names."""
    return tuple(sorted(file.parent for file in curriculum.glob(f"*/{STRUCTURE}")))


def digest(folder: Path) -> str:
    """Another digest means other contents."""
    total = hashlib.sha256()
    for file in (folder / STRUCTURE, *sorted(folder.glob("*.po"))):
        total.update(file.read_bytes())
    return total.hexdigest()


def file_digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
