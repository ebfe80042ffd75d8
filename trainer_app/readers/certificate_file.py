"""Certificates in a PDF: what each page says, and what was signed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from trainer_app.domain.verifying import PageRead
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.readers import child

CHILD = "trainer_app.readers.certificate_child"
CHILD_DOOR = "--read-certificate"
SECONDS = 120
SENTENCES = {
    "missing": N_("There is no file “{file}”."),
    "not_a_pdf": N_("“{file}” is not a PDF file. Read the square with a telephone and paste what it says."),
    "broken": N_("“{file}” is damaged and cannot be read as a PDF file."),
    "too_large": N_("“{file}” is too large for a file of certificates."),
    "too_many": N_("“{file}” has too many pages: check a part of them."),
    "died": N_("“{file}” could not be read: it is damaged, or needs more memory than certificates may."),
    "slow": N_("“{file}” took too long to read: check a few pages of it."),
}


def read(path: Path) -> tuple[PageRead, ...]:
    """Every page of the file. Raises TrainerError with one sentence when it cannot be read."""
    if not path.is_file():
        raise _refusal("missing", path)
    return tuple(PageRead(told["page"], told["words"], tuple(told["sealed"])) for told in _messages(path))


def _messages(path: Path) -> Iterator[dict[str, Any]]:
    return child.messages(CHILD, CHILD_DOOR, (str(path.absolute()),), SECONDS, partial(_refusal, path=path))


def _refusal(code: str, path: Path) -> TrainerError:
    return TrainerError(_(SENTENCES[code]).format(file=path.name), f"certificate_{code}")
