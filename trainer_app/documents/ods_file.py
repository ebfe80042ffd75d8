"""LibreOffice workbooks, streamed: a zip of four small files and one long one."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from trainer_app.documents.output import Tick, no_tick, parts_of
from trainer_app.documents.sheet import Kind, Row, Sheet, Value, clean, page_names

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = {Kind.TEXT: "words", Kind.NUMBER: "Default", Kind.SHARE: "share", Kind.DATE: "day"}
EPOCH = (1980, 1, 1, 0, 0, 0)
ROWS_AT_ONCE = 500
LINE_END = re.compile(r"\r\n?|\n")

MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
        ("config", "config"),
    )
)
NAMES += ' xmlns:ooo="http://openoffice.org/2004/office"'

STYLES_FILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {NAMES} office:version="1.3"><office:styles>
<style:style style:name="Default" style:family="table-cell"/></office:styles></office:document-styles>"""

CELL_STYLES = """<number:text-style style:name="as-text"><number:text-content/></number:text-style>
<number:date-style style:name="as-day"><number:day number:style="long"/><number:text>/</number:text>\
<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>\
</number:date-style>
<number:percentage-style style:name="as-share"><number:number number:decimal-places="0" \
number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="words" style:family="table-cell" style:parent-style-name="Default" \
style:data-style-name="as-text"/>
<style:style style:name="day" style:family="table-cell" style:parent-style-name="Default" \
style:data-style-name="as-day"/>
<style:style style:name="share" style:family="table-cell" style:parent-style-name="Default" \
style:data-style-name="as-share"/>
<style:style style:name="head" style:family="table-cell" style:parent-style-name="Default" \
style:data-style-name="as-text"><style:table-cell-properties fo:wrap-option="wrap"/>\
<style:text-properties fo:font-weight="bold"/></style:style>"""


def write(sheet: Sheet, about: str, file: IO[bytes], tick: Tick = no_tick) -> None:
    """The table on the first page; what it is and what it adds up to on a second, named `about`."""
    write_all([sheet], about, sheet.about, file, tick)


def write_all(
    sheets: Sequence[Sheet], about: str, about_rows: Sequence[Row], file: IO[bytes], tick: Tick = no_tick
) -> None:
    """A page for each table, and a last one, named `about`, of rows that are no table."""
    *names, last = page_names([*(sheet.title for sheet in sheets), about])
    pages = [_Page(number, name, sheet) for number, (name, sheet) in enumerate(zip(names, sheets, strict=True))]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), MIMETYPE)
        archive.writestr(_entry("META-INF/manifest.xml"), MANIFEST)
        archive.writestr(_entry("styles.xml"), STYLES_FILE)
        archive.writestr(_entry("settings.xml"), _settings(pages))
        with archive.open(_entry("content.xml"), "w", force_zip64=True) as content:
            for piece in _content(pages, last, about_rows, tick):
                content.write(piece.encode())
    tick(1)


@dataclass(frozen=True)
class _Page:
    number: int
    name: str
    sheet: Sheet

    def style_of(self, column: int) -> str:
        return f"c{self.number}.{column}"


def _entry(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = method
    return entry


def _content(pages: Sequence[_Page], about: str, about_rows: Sequence[Row], tick: Tick) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMES} office:version="1.3">'
    styles = "".join(map(_column_styles, pages))
    yield f"<office:automatic-styles>{CELL_STYLES}{styles}</office:automatic-styles>"
    yield "<office:body><office:spreadsheet>"
    ticks = parts_of(tick, [len(page.sheet.rows) for page in pages])
    for page, part in zip(pages, ticks, strict=True):
        yield from _list_page(page, part)
    if about_rows:
        yield f"<table:table table:name={_attribute(about)}>"
        yield from map(_row, about_rows)
        yield "</table:table>"
    yield f"<table:database-ranges>{''.join(map(_filter, pages))}</table:database-ranges>"
    yield "</office:spreadsheet></office:body></office:document-content>"


def _list_page(page: _Page, tick: Tick) -> Iterator[str]:
    sheet = page.sheet
    yield f"<table:table table:name={_attribute(page.name)}>"
    for place, column in enumerate(sheet.columns):
        own, cells = page.style_of(place), STYLES[column.kind]
        yield f'<table:table-column table:style-name="{own}" table:default-cell-style-name="{cells}"/>'
    yield "<table:table-header-rows>" + _row(sheet.heading, "head") + "</table:table-header-rows>"
    yield from _rows(sheet.rows, len(sheet.rows), tick)
    yield "</table:table>"


def _rows(rows: Iterable[Row], total: int, tick: Tick) -> Iterator[str]:
    """Some hundred rows at a time: one by one, the calls to the zip would cost more than the rows."""
    waiting: list[str] = []
    for done, row in enumerate(rows):
        waiting.append(_row(row))
        if len(waiting) == ROWS_AT_ONCE:
            yield "".join(waiting)
            waiting.clear()
            tick(done / total)
    yield "".join(waiting)


def _row(row: Row, style: str = "words") -> str:
    return f"<table:table-row>{''.join([_cell(value, style) for value in row])}</table:table-row>"


def _cell(value: Value, style: str) -> str:
    if isinstance(value, str):
        return _text_cell(value, style)
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        return (
            f'<table:table-cell table:style-name="day" office:value-type="date" '
            f'office:date-value="{value.isoformat()}"/>'
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


@lru_cache(maxsize=4096)
def _text_cell(text: str, style: str) -> str:
    if not text:
        return "<table:table-cell/>"
    paragraphs = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in LINE_END.split(clean(text)))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{paragraphs}</table:table-cell>'


def _spaced(line: str) -> str:
    """Spaces at the ends and doubled ones would be dropped by a reader unless they are named."""
    words = escape(line)
    if words == " ".join(words.split()):
        return words
    return words.replace("\t", "<text:tab/>").replace(" ", "<text:s/>")


def _attribute(words: str) -> str:
    return quoteattr(clean(words))


def _column_styles(page: _Page) -> str:
    return "".join(
        f'<style:style style:name="{page.style_of(place)}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{column.width + 4}mm"/></style:style>'
        for place, column in enumerate(page.sheet.columns)
    )


def _filter(page: _Page) -> str:
    """The filter buttons over the header row."""
    last = f"{_letters(len(page.sheet.columns))}{len(page.sheet.rows) + 1}"
    name = "'" + page.name.replace("'", "''") + "'"
    return (
        f'<table:database-range table:name="__Anonymous_Sheet_DB__{page.number}" '
        'table:display-filter-buttons="true" '
        f"table:target-range-address={_attribute(f'{name}.A1:{name}.{last}')}/>"
    )


def _letters(number: int) -> str:
    """1 > A, 27 > AA"""
    rest, letter = divmod(number - 1, 26)
    return (_letters(rest) if rest else "") + chr(ord("A") + letter)


def _settings(pages: Sequence[_Page]) -> str:
    """The header row and the first columns of each page stay in sight."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-settings {NAMES} office:version="1.3">'
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        f'<config:config-item-map-named config:name="Tables">{"".join(map(_view, pages))}'
        "</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>"
    )


def _view(page: _Page) -> str:
    columns = page.sheet.frozen_columns
    marks = {
        "HorizontalSplitMode": 2 if columns else 0,
        "VerticalSplitMode": 2,
        "HorizontalSplitPosition": columns,
        "VerticalSplitPosition": 1,
        "PositionRight": columns,
        "PositionBottom": 1,
        "ActiveSplitRange": 3 if columns else 2,
    }
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="{_config_type(name)}">{value}</config:config-item>'
        for name, value in marks.items()
    )
    name = _attribute(page.name)
    return f"<config:config-item-map-entry config:name={name}>{items}</config:config-item-map-entry>"


def _config_type(name: str) -> str:
    return "short" if name.endswith("Mode") or name == "ActiveSplitRange" else "int"
