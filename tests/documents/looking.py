"""A PDF as a reader sees it: the words with their places, sizes, fonts and shades of grey."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from trainer_app import __version__

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class Words:
    """A run of letters: millimetres from the left and from the top of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def pages(pdf: bytes) -> list[list[Words]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_words(page) for page in document]
    finally:
        document.close()


def _words(page: pypdfium2.PdfPage) -> list[Words]:
    text, height = page.get_textpage(), page.get_height()
    found = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words = text.get_text_bounded(left, bottom, right, top).strip()
        places = (left, height - top, right, height - bottom)
        found.append(Words(*(value / MILLIMETRE for value in places), words))
    text.close()
    return found


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def golden_text(pdf: bytes) -> str:
    """Each page's words with their places in whole millimetres, without the version of the program."""
    lines = []
    for number, page in enumerate(pages(pdf), start=1):
        lines.append(f"page {number}")
        lines += [f"{word.left:4.0f} {word.top:4.0f}  {word.text}" for word in page if word.text]
    return "\n".join(lines).replace(__version__, "VERSION") + "\n"


def sizes(pdf: bytes) -> set[float]:
    """The sizes of all letters that are seen, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = set()
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            if chr(pdfium.FPDFText_GetUnicode(text.raw, index)).strip():
                found.add(round(pdfium.FPDFText_GetFontSize(text.raw, index), 1))
        text.close()
    document.close()
    return found


def fonts_without_file(pdf: bytes) -> set[str]:
    """The fonts that a machine without them could not print."""
    return {
        str(font["/BaseFont"])
        for resources in _resources(pdf)
        for font in (entry.get_object() for entry in resources.get("/Font", DictionaryObject()).get_object().values())
        if "/FontFile2" not in font.get("/FontDescriptor", DictionaryObject()).get_object()
    }


def colours(pdf: bytes) -> set[str]:
    """The colour operators that are no shade of grey."""
    found = set()
    for stream in _streams(pdf):
        for red, green, blue, operator in re.findall(r"(\S+) (\S+) (\S+) (rg|RG)\b", stream):
            if not red == green == blue:
                found.add(f"{red} {green} {blue} {operator}")
        found |= set(re.findall(r"\S+ \S+ \S+ \S+ [kK]\s", stream)) - {"0 0 0 1 k\n", "0 0 0 1 K\n"}
    return found


def _resources(pdf: bytes) -> Iterator[DictionaryObject]:
    for page in PdfReader(io.BytesIO(pdf)).pages:
        yield page["/Resources"].get_object()
        yield from (form["/Resources"].get_object() for form in _forms(page) if "/Resources" in form)


def _streams(pdf: bytes) -> Iterator[str]:
    for page in PdfReader(io.BytesIO(pdf)).pages:
        contents = page.get_contents()
        yield contents.get_data().decode("latin-1") if contents else ""
        yield from (form.get_data().decode("latin-1") for form in _forms(page))


def _forms(page: DictionaryObject) -> Iterator[StreamObject]:
    objects = page["/Resources"].get("/XObject", DictionaryObject()).get_object()
    yield from (entry.get_object() for entry in objects.values() if entry.get_object()["/Subtype"] == "/Form")


def thinnest_line(pdf: bytes) -> float:
    """In points. Lines of pictures are told in the picture's own, greater measure."""
    widths = [float(width) for stream in _streams(pdf) for width in re.findall(r"(\S+) w\b", stream)]
    return min(widths, default=1.0)


def codes_read(pdf: bytes, page: int = 0, dots_an_inch: int = 150) -> list[str]:
    """What a telephone reads on a page. Needs zxing-cpp."""
    import zxingcpp

    document = pypdfium2.PdfDocument(pdf)
    bitmap = document[page].render(scale=dots_an_inch / 72, grayscale=True)
    seen = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
    found = sorted(code.text for code in zxingcpp.read_barcodes(seen))
    document.close()
    return found
