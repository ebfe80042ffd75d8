"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    EMPTY = "empty"
    ZIP = "zip"  # .xlsx, .ods, or another zip
    OLE = "ole"  # .xls, an encrypted .xlsx, or another old Office file
    WEB_PAGE = "web_page"
    XML = "xml"
    PICTURE = "picture"
    PDF = "pdf"
    BINARY = "binary"
    TEXT = "text"


SIGNATURES = (
    (b"PK\x03\x04", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"%PDF", Kind.PDF),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"BM", Kind.BINARY),
    (b"RIFF", Kind.BINARY),
    (b"{\\rtf", Kind.BINARY),
    (b"SQLite format 3\0", Kind.BINARY),
    (b"\x1f\x8b", Kind.BINARY),
    (b"7z\xbc\xaf", Kind.BINARY),
    (b"Rar!", Kind.BINARY),
    (b"\x7fELF", Kind.BINARY),
    (b"MZ\x90", Kind.BINARY),
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
WEB_PAGE = re.compile(rb"\s*(<!doctype html|<html|<table|<head|<meta|<body)", re.IGNORECASE)


def kind_of(start: bytes) -> Kind:
    """`start` is the first kilobyte or more."""
    if not start.strip(b"\0\t\r\n "):
        return Kind.EMPTY
    for signature, kind in SIGNATURES:
        if start.startswith(signature) and not (kind is Kind.BINARY and _is_text(start)):
            return kind
    plain = start.removeprefix(b"\xef\xbb\xbf")
    if WEB_PAGE.match(plain):
        return Kind.WEB_PAGE
    if plain.lstrip().startswith(b"<?xml"):
        return Kind.WEB_PAGE if b"<html" in plain.lower() else Kind.XML
    return Kind.TEXT if start.startswith(UTF_16) or _is_text(start) or _is_wide(start) else Kind.BINARY


def _is_text(start: bytes) -> bool:
    """Control characters other than tabs, line ends and a stray NUL do not stand in lists."""
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1a\x1b" for byte in start)
    return odd * 50 <= len(start)


def _is_wide(start: bytes) -> bool:
    """UTF-16 without a mark: every other byte of Latin text is NUL."""
    return max(start[::2].count(0), start[1::2].count(0)) * 5 > len(start) * 2
