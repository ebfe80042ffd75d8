"""A process of its own that reads certificates and dies: `python -m trainer_app.readers.certificate_child FILE.pdf`.

A PDF of a stranger is opened by a large library written in C++; here only the child is lost. It writes JSON lines:
`{"page": number, "words": what the page says, "sealed": [what was signed, ...]}` for each page, then `{"done": true}`;
or, at any place, `{"refused": code}`.

What was signed stands at the foot of our pages as text. A page that came from a scanner has only the square, which is
read from the picture.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2  # type: ignore[import-untyped]
import zxingcpp

from trainer_app.readers.file_kind import Kind, kind_of
from trainer_app.readers.memory_limit import limit_memory

MEMORY = 1024 * 1024**2
MOST_BYTES = 100 * 1024**2
MOST_PAGES = 1_000
MOST_WORDS = 20_000  # characters of a page
LARGEST = 4_000_000  # points of a square side by side: no page of ours has more, and its picture would fill all memory
SHARPNESS = 200 / 72  # dots for each point of the paper
BEGIN, END = re.compile(r"TA1(-SAMPLE)?\|"), re.compile(r":[0-9A-Z]{103}$")
MOST_LINES = 8  # that a statement goes over
NO_SIGN = "\ufffd"  # stands where no font has the sign: the text is not what was signed


class Refused(Exception):
    """The code says why."""


def main(arguments: list[str]) -> int:
    limit_memory(MEMORY)
    encode = msgspec.json.Encoder().encode
    for message in messages(Path(arguments[0])):
        sys.stdout.buffer.write(encode(message) + b"\n")
        sys.stdout.buffer.flush()
    return 0


def messages(path: Path) -> Iterator[dict[str, Any]]:
    try:
        yield from _pages(path)
        yield {"done": True}
    except Refused as refused:
        yield {"refused": str(refused)}
    except MemoryError:
        yield {"refused": "too_large"}
    except GeneratorExit:
        raise
    except Exception:  # whatever a reader of strangers' files raises
        yield {"refused": "broken"}


def _pages(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused("too_large")
    if kind_of(data[:4096]) is not Kind.PDF:
        raise Refused("not_a_pdf")
    document = pypdfium2.PdfDocument(data)
    if len(document) > MOST_PAGES:
        raise Refused("too_many")
    for number, page in enumerate(document, start=1):
        words, sealed = apart(page.get_textpage().get_text_range()[:MOST_WORDS])
        yield {"page": number, "words": words, "sealed": sealed or _in_squares(page)}


def apart(text: str) -> tuple[str, list[str]]:
    """The words of a page without the lines that repeat what was signed; and what these say, put together again."""
    words: list[str] = []
    sealed: list[str] = []
    lines = text.splitlines()
    while lines:
        count = _length(lines)
        if count:
            sealed.append("".join(lines[:count]))
        else:
            words.append(lines[0])
        lines = lines[count or 1 :]
    return "\n".join(words), [found for found in sealed if NO_SIGN not in found]


def _length(lines: list[str]) -> int:
    """How many lines a statement that begins with the first of them goes over; 0 when none begins there."""
    if not BEGIN.match(lines[0]):
        return 0
    for count in range(1, min(MOST_LINES, len(lines)) + 1):
        if END.search("".join(lines[:count]).rstrip()):
            return count
    return 0


def _in_squares(page: Any) -> list[str]:  # noqa: ANN401
    width, height = page.get_size()
    if not 0 < width * height <= LARGEST:
        return []
    bitmap = page.render(scale=SHARPNESS, grayscale=True)
    seen = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
    return [code.text for code in zxingcpp.read_barcodes(seen) if BEGIN.match(code.text)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
