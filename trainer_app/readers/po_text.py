"""A `.po` file as plain entries. Bytes come in, so that nobody's path is ever taken for a file to open."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import polib

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.po import WAS_REVIEWED

MOST_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PoEntry:
    """`made_from` is the source that the words were translated from."""

    ref: str
    made_from: str
    words: str
    state: TextState


@dataclass(frozen=True, slots=True)
class PoText:
    header: Mapping[str, str]
    entries: tuple[PoEntry, ...]
    """Those with words; what is not translated yet is left out."""
    untranslated: int


class Twice(ValueError):
    """One text is translated twice: nobody knows which of them is meant."""


class BadEncoding(ValueError):
    """The bytes are not the letters that they say they are."""


def read(data: bytes) -> PoText:
    """Raises ValueError, one of the above where it is one."""
    if len(data) > MOST_BYTES:
        raise ValueError("too long")
    content = _Content(_decoded(data))
    _check_lines(content)
    try:
        told = polib.pofile(content, encoding="utf-8")
    except OSError as error:
        raise ValueError(str(error)) from error  # polib's name for a mistake in the file
    entries = [entry for entry in told if entry.msgctxt and not entry.obsolete]
    times = Counter(entry.msgctxt for entry in entries)
    if twice := next((ref for ref, count in times.items() if count > 1), None):
        raise Twice(twice)
    said = tuple(_entry(entry) for entry in entries if entry.msgstr)
    return PoText(dict(told.metadata), said, len(entries) - len(said))


def _check_lines(content: _Content) -> None:
    """A line that was cut off would lose its last letter, and nobody would notice."""
    for number, line in enumerate(content.splitlines()):
        said = line.strip().removeprefix("#~").removeprefix("#|").strip()
        if said and not said.startswith("#") and not (said.endswith('"') and said.count('"') > 1):
            raise ValueError(f"line {number}")


def _entry(entry: polib.POEntry) -> PoEntry:
    """Fuzzy is a draft; with the source it had before, it is outdated, and may have been reviewed until then."""
    older = entry.previous_msgid if entry.fuzzy else None
    draft = entry.fuzzy and not (older and WAS_REVIEWED in entry.flags)
    return PoEntry(entry.msgctxt, older or entry.msgid, entry.msgstr, TextState.DRAFT if draft else TextState.REVIEWED)


def _decoded(data: bytes) -> str:
    """UTF-8, which every tool writes; or the encoding that the file names of itself."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _in(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _in(data, _named(data))


def _in(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise BadEncoding(encoding) from error


OTHERS = ("iso-8859-1", "iso-8859-15", "windows-1252", "cp1252", "iso-8859-2", "windows-1250", "macroman")


def _named(data: bytes) -> str:
    """A file that names no encoding but UTF-8 and is not in it is broken: no guess is made."""
    start = data[:4096].decode("ascii", "replace").lower()
    _before, found, named = start.partition("charset=")
    name = named.split("\\n")[0].split('"')[0].strip() if found else ""
    if name not in OTHERS:
        raise BadEncoding(name)
    return name


class _Content(str):
    """A whole file for polib, which would open it if it were a path, and would end a line at any of ten characters."""

    __slots__ = ()

    def __new__(cls, words: str) -> _Content:
        return super().__new__(cls, "\n" + words)

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.replace("\r\n", "\n").replace("\r", "\n").split("\n")
