"""What a zip file must not be, found out by streaming through it before anything is unpacked.

Guards against files that grow without end: many or overlapping entries (CVE-2024-0450), a size or a ratio
beyond all use, and XML that defines its own entities.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import IO

CHUNK = 256 * 1024
LOCAL_HEADER = 30
SMALL = 1024 * 1024  # below this no ratio is a danger
DEFINITIONS = ("<!DOCTYPE", "<!ENTITY")


class ZipFault(StrEnum):
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    UNSAFE = "unsafe"


class Why(StrEnum):
    """What exactly was found, for whom a sentence about the fault is not enough."""

    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    MANY = "many"
    LARGE = "large"
    GROWS = "grows"
    OVERLAPS = "overlaps"
    TWICE = "twice"
    DEFINES = "defines"


class ZipProblem(ValueError):
    def __init__(self, fault: ZipFault, why: Why) -> None:
        super().__init__(fault)
        self.fault = fault
        self.why = why


@dataclass(frozen=True, slots=True)
class ZipLimits:
    entries: int = 2_000
    total: int = 100 * 1024 * 1024
    ratio: int = 100


def check(file: IO[bytes], limits: ZipLimits) -> tuple[str, ...]:
    """The names inside, once every entry was found harmless. Raises ZipProblem."""
    try:
        with zipfile.ZipFile(file) as archive:
            _check_directory(archive, limits)
            _check_contents(archive, limits)
            return tuple(archive.namelist())
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeError) as error:
        raise ZipProblem(ZipFault.BROKEN, Why.BROKEN) from error


def _check_directory(archive: zipfile.ZipFile, limits: ZipLimits) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise ZipProblem(ZipFault.ENCRYPTED, Why.ENCRYPTED)
    unzipped = sum(entry.file_size for entry in entries)
    zipped = sum(entry.compress_size for entry in entries)
    if len(entries) > limits.entries:
        raise ZipProblem(ZipFault.TOO_LARGE, Why.MANY)
    if len({entry.filename for entry in entries}) < len(entries):
        raise ZipProblem(ZipFault.UNSAFE, Why.TWICE)
    if _overlap(entries):
        raise ZipProblem(ZipFault.UNSAFE, Why.OVERLAPS)
    if unzipped > limits.total:
        raise ZipProblem(ZipFault.TOO_LARGE, Why.LARGE)
    if unzipped > SMALL and unzipped > zipped * limits.ratio:
        raise ZipProblem(ZipFault.UNSAFE, Why.GROWS)


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    spans = sorted((e.header_offset, e.header_offset + LOCAL_HEADER + e.compress_size) for e in entries)
    return any(end > start for (_, end), (start, _) in pairwise(spans))


def _check_contents(archive: zipfile.ZipFile, limits: ZipLimits) -> None:
    left = limits.total
    for entry in archive.infolist():
        with archive.open(entry) as content:
            left -= _checked_length(content, entry.filename.lower().endswith((".xml", ".rels")), left)


def _checked_length(content: IO[bytes], is_xml: bool, left: int) -> int:
    length, tail = 0, b""
    while chunk := content.read(CHUNK):
        length += len(chunk)
        if length > left:
            raise ZipProblem(ZipFault.TOO_LARGE, Why.LARGE)
        if is_xml and _defines_entities(tail + chunk):
            raise ZipProblem(ZipFault.UNSAFE, Why.DEFINES)
        tail = chunk[-40:]
    return length


def _defines_entities(xml: bytes) -> bool:
    encodings = ("ascii", "utf-16-le", "utf-16-be") if b"\0" in xml else ("ascii",)
    return any(word.encode(encoding) in xml for word in DEFINITIONS for encoding in encodings)
