"""A Word file that a reviewer sends back: the last column of its tables, by the ids in the first.

Only the text of the document is looked at, in memory. Nothing in it is run, followed or fetched; changes that Word
keeps track of count as made.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from trainer_app.domain import markup
from trainer_app.domain.markup import Piece
from trainer_app.domain.words_file import SaidText, WordsFile
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers import gated_zip
from trainer_app.readers.pack_values import REF
from trainer_app.readers.zip_gate import ZipLimits

LIMITS = ZipLimits(entries=500, total=50 * 1024 * 1024, ratio=200)
BODY, ABOUT = "word/document.xml", "docProps/core.xml"
MACROS = "vbaproject.bin"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
COLUMNS = 4
ID, SOURCE, WORDS = 0, 2, 3
OFF = ("0", "false", "off")


def read(path: Path) -> WordsFile:
    """Raises TrainerError, with one sentence for each kind of fault."""
    return from_bytes(gated_zip.bytes_of(path), path.name)


def from_bytes(data: bytes, file: str) -> WordsFile:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        words = _("{file} is locked or of an old kind. Save it in Word as .docx, without a password.")
        raise TrainerError(words.format(file=file), "old_word")
    names: list[str] = []

    def is_wanted(name: str) -> bool:
        names.append(name.lower())
        return name in (BODY, ABOUT)

    found = gated_zip.contents(data, file, is_wanted, LIMITS)
    if any(name.endswith(MACROS) for name in names):
        raise TrainerError(_("{file} holds macros. Save it in Word as .docx.").format(file=file), "macros")
    if BODY not in found:
        raise TrainerError(_("{file} is no Word file.").format(file=file), "no_word_file")
    rows = list(_rows(_parsed(found[BODY], file)))
    if not rows:
        words = _("{file} has no table of texts of this program.")
        raise TrainerError(words.format(file=file), "no_table")
    _check_once(rows, file)
    said = tuple(SaidText(ref, words, source) for ref, source, words in rows if words)
    return WordsFile(file, _language(found.get(ABOUT), file), said, len(rows) - len(said))


def _parsed(xml: bytes, file: str) -> Any:  # noqa: ANN401
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise gated_zip.refusal("broken", file) from error


def _language(about: bytes | None, file: str) -> str:
    found = _parsed(about, file).find(LANGUAGE) if about else None
    return (found.text or "").strip() if found is not None else ""


def _rows(body: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401
    """Id, source and translation of every row that has them."""
    for row in body.iter(f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        cells = [_words(cell) for cell in row.findall(f"{W}tc")]
        if len(cells) == COLUMNS and REF.fullmatch(cells[ID].strip()):
            yield cells[ID].strip(), markup.plain(cells[SOURCE]).strip(), cells[WORDS].strip()


def _words(cell: Any) -> str:  # noqa: ANN401
    paragraphs = [markup.marked(_runs(paragraph)) for paragraph in cell.iter(f"{W}p")]
    return "\n".join(paragraphs)


def _runs(paragraph: Any) -> Iterator[Piece]:  # noqa: ANN401
    for run in paragraph.iter(f"{W}r"):
        if not any(parent.tag in (f"{W}del", f"{W}moveFrom") for parent in run.iterancestors()):
            yield Piece("".join(map(_letters, run)), _is_bold(run))


def _letters(part: Any) -> str:  # noqa: ANN401
    if part.tag == f"{W}t":
        return str(part.text or "")
    return {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}.get(part.tag, "")


def _is_bold(run: Any) -> bool:  # noqa: ANN401
    mark = run.find(f"{W}rPr/{W}b")
    return mark is not None and mark.get(f"{W}val", "1") not in OFF


def _check_once(rows: list[tuple[str, str, str]], file: str) -> None:
    seen: set[str] = set()
    for ref, _source, _words in rows:
        if ref in seen:
            words = _("{file} has two rows for one text: {text}. Leave one of them.")
            raise TrainerError(words.format(file=file, text=ref), "twice_translated")
        seen.add(ref)
