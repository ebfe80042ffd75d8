"""Numbers as people type them: `1 412`, `57,6`, `57.6 %`."""

from __future__ import annotations


def read(text: str, most: float = 1e12) -> float | None:
    """None of nothing typed. Raises ValueError of what is no number, or is less than nothing."""
    plain = "".join(text.split()).removesuffix("%").replace(",", ".")
    if not plain:
        return None
    if not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        raise ValueError(text)
    number = float(plain)
    if number > most:
        raise ValueError(text)
    return number


def written(number: float | None, *, share: bool = False) -> str:
    """As one would type it: a share in percent."""
    if number is None:
        return ""
    shown = round(number * 100, 6) if share else number
    return f"{shown:g}" if shown < 1e6 else f"{shown:.0f}"
