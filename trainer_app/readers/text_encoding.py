"""The text in a file that does not say how it is encoded.

UTF-8 and UTF-16 prove themselves. What is left on Rwandan and French machines is Windows' code page 1252;
packages that guess take it for Macintosh pages, so no guess is made: the caller is told what was assumed.
"""

from __future__ import annotations

import codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ASSUMED = "cp1252"
REPLACED = "\ufffd"


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and the encoding when it had to be assumed ("" when the bytes prove it)."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace"), ""
    if wide := _wide_encoding(data):
        return data.decode(wide, "replace"), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _assumed(data)


def _wide_encoding(data: bytes) -> str:
    sample = data[:4096]
    high, low = sample[::2].count(0), sample[1::2].count(0)
    if max(high, low) * 5 <= len(sample) * 2:
        return ""
    return "utf-16-be" if high > low else "utf-16-le"


def _assumed(data: bytes) -> tuple[str, str]:
    """UTF-8 with a few broken bytes stays UTF-8; anything else is the Windows code page."""
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACED)
    if sum(character > "\x7f" for character in text) > broken * 4:
        return text, "utf-8"
    return "".join(map(_windows_character, data)) if _has_gaps(data) else data.decode(ASSUMED), ASSUMED


def _has_gaps(data: bytes) -> bool:
    """Five bytes stand for nothing in code page 1252."""
    return any(byte in data for byte in b"\x81\x8d\x8f\x90\x9d")


def _windows_character(byte: int) -> str:
    return bytes([byte]).decode(ASSUMED, "replace")
