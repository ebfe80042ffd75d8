"""A file of translations, whichever tool it was made with."""

from __future__ import annotations

from pathlib import Path

from trainer_app.domain.words_file import WordsFile
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers import docx_file, po_file

READERS = {".po": po_file.read, ".docx": docx_file.read}
SUFFIXES = tuple(READERS)


def read(path: Path) -> WordsFile:
    """Raises TrainerError, with one sentence for each kind of fault."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        words = _("{file} is neither a .po nor a .docx file.")
        raise TrainerError(words.format(file=path.name), "unknown_format")
    return reader(path)
