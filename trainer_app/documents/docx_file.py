"""A module in two languages as a Word file, for a reviewer who has nothing else: a table for each unit.

Only the last column is read again, by the id in the first; so nothing else that is done to the file can do harm.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trainer_app.documents import text_places
from trainer_app.documents.formats import format_of
from trainer_app.documents.output import Tick, Written, no_tick, saving
from trainer_app.domain import markup
from trainer_app.domain.words_file import ModuleWords, WordsPart
from trainer_app.i18n import LANGUAGES, Catalog

DOCX = ".docx"
WIDTHS = (18, 38, 106, 106)  # millimetres, on A4 lying
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TAGS = {"en": "en-GB", "fr": "fr-FR", "rw": "rw-RW"}
SMALL, NORMAL = 7, 10  # points


def write(words: ModuleWords, t: Catalog, path: Path, tick: Tick = no_tick) -> Written:
    """Raises TrainerError where it cannot be written."""
    format_of(path, t, (DOCX,))
    data = as_bytes(words, t, tick)
    with saving(path, t) as file:
        file.write(data)
    return Written(path, len(words.pairs))


def as_bytes(words: ModuleWords, t: Catalog, tick: Tick = no_tick) -> bytes:
    """`t` is the language of what explains; the texts are in their own two."""
    from docx import Document  # a quarter of a second, which no other paper needs

    document = Document()
    _page(document)
    title = f"{words.code} {words.title}: {_name(words.source)} → {_name(words.language)}"
    document.core_properties.title = title
    document.core_properties.language = words.language
    document.add_heading(_clean(title), 1)
    document.add_paragraph(
        t.gettext(
            "Write in the last column only. Leave the ids, the rows and what stands in braces as they are, "
            "and save the file as .docx."
        )
    )
    for done, part in enumerate(words.parts):
        tick(done / len(words.parts))
        document.add_heading(_clean(f"{part.code} {part.title}".strip()), 2)
        _table(document, part, words, t)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any) -> None:  # noqa: ANN401
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(14))
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(NORMAL)
    normal.paragraph_format.space_after = Pt(3)


def _table(document: Any, part: WordsPart, words: ModuleWords, t: Catalog) -> None:  # noqa: ANN401
    from docx.shared import Mm

    heads = (
        t.pgettext("id of a text", "Id"),
        t.gettext("Where"),
        _name(words.source),
        _name(words.language),
    )
    table = document.add_table(rows=1 + len(part.pairs), cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    rows = list(table.rows)
    _row(rows[0], heads, (None, None, None, None), bold=True)
    _repeat(rows[0])
    for row, pair in zip(rows[1:], part.pairs, strict=True):
        cells = (pair.ref, text_places.where(t, pair.place), pair.source, pair.words)
        _row(row, cells, (None, t.language, words.source, words.language))


def _row(row: Any, texts: Iterable[str], languages: Iterable[str | None], bold: bool = False) -> None:  # noqa: ANN401
    from docx.shared import Mm, Pt, RGBColor

    for number, (cell, text, language) in enumerate(zip(row.cells, texts, languages, strict=True)):
        cell.width = Mm(WIDTHS[number])
        paragraph = cell.paragraphs[0]
        for piece in markup.pieces(_clean(text)):
            run = paragraph.add_run(piece.words)
            run.bold = True if bold or piece.bold else None
            if not bold and number < 2:
                run.font.size, run.font.color.rgb = Pt(SMALL + number), RGBColor(0x60, 0x60, 0x60)
            if language:
                _speak(run, language)


def _speak(run: Any, language: str) -> None:  # noqa: ANN401
    """Word checks the spelling of each column in its language, and leaves alone what it has no dictionary of."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), TAGS.get(language, language))
    run._r.get_or_add_rPr().append(tag)


def _repeat(row: Any) -> None:  # noqa: ANN401
    """On every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _name(language: str) -> str:
    return LANGUAGES.get(language, language)


def _clean(words: str) -> str:
    return NOT_XML.sub("", words)
