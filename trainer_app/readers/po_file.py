"""A `.po` file that a translator sends back: its words and how sure the translator was of each."""

from __future__ import annotations

from pathlib import Path

from trainer_app.domain.words_file import SaidText, WordsFile
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers import po_text


def read(path: Path) -> WordsFile:
    """Raises TrainerError, with one sentence for each kind of fault."""
    if not path.is_file():
        raise TrainerError(_("There is no file “{file}”.").format(file=path.name), "file_missing")
    if path.stat().st_size > po_text.MOST_BYTES:
        raise _refusal(path.name, _("it is too large"), "bad_po")
    try:
        data = path.read_bytes()
    except OSError as error:
        words = _("{file} cannot be read ({reason}).")
        raise TrainerError(words.format(file=path.name, reason=error.strerror or error), "not_read") from error
    return from_bytes(data, path.name)


def from_bytes(data: bytes, file: str) -> WordsFile:
    try:
        told = po_text.read(data)
    except po_text.BadEncoding as error:
        raise _refusal(file, _("its letters are not written in UTF-8"), "bad_encoding") from error
    except po_text.Twice as error:
        raise _refusal(
            file, _("one text is translated twice: {text}").format(text=error), "twice_translated"
        ) from error
    except ValueError as error:
        raise _refusal(file, " ".join(str(error).split())[:200], "bad_po") from error
    if not told.entries and not told.untranslated:
        raise _refusal(file, _("no text in it has an id of this program"), "bad_po")
    texts = tuple(SaidText(entry.ref, entry.words, entry.made_from, entry.state) for entry in told.entries)
    return WordsFile(file, told.header.get("Language", "").strip(), texts, told.untranslated)


def _refusal(file: str, problem: str, code: str) -> TrainerError:
    words = _("{file} cannot be read as a file of translations: {problem}.")
    return TrainerError(words.format(file=file, problem=problem), code)
