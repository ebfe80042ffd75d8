"""The letters of every paper, by path from what ships, and the one way to put words into a PDF.

A character that a font lacks is drawn from DejaVu Sans; one that DejaVu lacks too is drawn as "�", so that no
paper shows the empty box of a missing letter. All words are data: `P` escapes them.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache, partial
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from trainer_app.domain import markup
from trainer_app.paths import resources

SANS, SEMIBOLD, BOLD = "NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Bold"
READING, READING_BOLD = "Andika-Regular", "Andika-Bold"
MARKS = "DejaVuSans"
HEAVIER = {SANS: BOLD, SEMIBOLD: BOLD, READING: READING_BOLD}
NOT_A_LETTER = "\ufffd"
ELLIPSIS = "…"


@cache
def font(name: str) -> TTFont:
    """The font, registered when it is first asked for."""
    found = TTFont(name, str(resources() / "fonts" / f"{name}.ttf"))
    registerFont(found)
    registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    return found


@cache
def _characters(name: str) -> frozenset[str]:
    return frozenset(map(chr, font(name).face.charToGlyph))


def printable(text: str) -> str:
    """Composed, on one line, without the marks that steer a screen and print nothing."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        " " if character in "\n\r\t\x0b\x0c\x85\u2028\u2029" else character
        for character in composed
        if character in "\n\r\t\x0b\x0c\x85" or unicodedata.category(character) not in ("Cc", "Cf")
    )


def runs(text: str, name: str) -> list[tuple[str, str]]:
    """`text` as (font, piece), in order."""
    words = printable(text)
    if _characters(name).issuperset(words):
        return [(name, words)]
    known = "".join(map(partial(_drawable, name=name), words))
    return [(found, "".join(piece)) for found, piece in groupby(known, partial(_font_for, name=name))]


def _drawable(character: str, name: str) -> str:
    """The character itself, a plainer one (＝ becomes =), or the mark of one that cannot be drawn."""
    for form in (character, unicodedata.normalize("NFKC", character)):
        if all(_font_for(piece, name) for piece in form):
            return form
    return NOT_A_LETTER


@cache
def _font_for(character: str, name: str) -> str:
    return next((known for known in (name, MARKS) if character in _characters(known)), "")


def width(text: str, name: str, size: float) -> float:
    return sum(_run_width(piece, found) for found, piece in runs(text, name)) * size / 1000


def _run_width(piece: str, name: str) -> float:
    face = font(name).face
    widths: dict[int, float] = face.charWidths
    default: float = face.defaultWidth
    return sum([widths.get(code, default) for code in map(ord, piece)])


def draw(canvas: Canvas, x: float, y: float, text: str, name: str, size: float) -> None:
    """One line of `text` with its left end at x."""
    wide = 0.0
    for number, (found, piece) in enumerate(pieces := runs(text, name), start=1):
        canvas.setFont(found, size)
        canvas.drawString(x + wide, y, piece)
        if number < len(pieces):  # nothing stands behind the last
            wide += _run_width(piece, found) * size / 1000


def draw_centred(canvas: Canvas, x: float, y: float, text: str, name: str, size: float) -> None:
    draw(canvas, x - width(text, name, size) / 2, y, text, name, size)


def draw_right(canvas: Canvas, x: float, y: float, text: str, name: str, size: float) -> None:
    draw(canvas, x - width(text, name, size), y, text, name, size)


@lru_cache(maxsize=8192)
def fitted(text: str, name: str, room: float, sizes: tuple[tuple[float, int], ...]) -> tuple[float, tuple[str, ...]]:
    """The first (size, most lines) of `sizes` that holds `text` in `room`; the last one cuts it with "…"."""
    for size, most in sizes:
        lines = _wrapped(text, name, size, room)
        if len(lines) <= most:
            return size, tuple(lines)
    return size, (*lines[: most - 1], _cut(lines[most - 1], name, size, room))


def _wrapped(text: str, name: str, size: float, room: float) -> list[str]:
    words = printable(text)
    if width(words, name, size) <= room:
        return [words]
    lines, line = [], ""
    for word in filter(None, words.split(" ")):
        longer = f"{line} {word}" if line else word
        if width(longer, name, size) > room:
            *full, longer = [*filter(None, [line]), *_pieces(word, name, size, room)]
            lines += full
        line = longer
    return [*lines, line]


def _pieces(word: str, name: str, size: float, room: float) -> list[str]:
    """The word whole, or cut where the line ends when no line can hold it."""
    if width(word, name, size) <= room:
        return [word]
    pieces, start = [], 0
    while start < len(word):
        end = start + 1
        while end < len(word) and width(word[start : end + 1], name, size) <= room:
            end += 1
        pieces.append(word[start:end])
        start = end
    return pieces


def _cut(line: str, name: str, size: float, room: float) -> str:
    while line and width(line + ELLIPSIS, name, size) > room:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def P(text: str, style: ParagraphStyle) -> Paragraph:
    """A paragraph of `text` exactly as it is: markup in it is printed, not obeyed."""
    return Paragraph(_tagged(text, style.fontName, style.fontName), style)


def marked(text: str, style: ParagraphStyle) -> Paragraph:
    """The same for words of the curriculum, in which `**bold**` is bold. No other mark is known."""
    bold = HEAVIER.get(style.fontName, style.fontName)
    pieces = (
        _tagged(piece.words, bold if piece.bold else style.fontName, style.fontName) for piece in markup.pieces(text)
    )
    return Paragraph("".join(pieces), style)


def _tagged(text: str, name: str, usual: str) -> str:
    return "".join(
        escape(piece) if found == usual else f'<font name="{found}">{escape(piece)}</font>'
        for found, piece in runs(text, name)
    )
