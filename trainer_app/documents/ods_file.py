"""LibreOffice workbooks, streamed: a zip of four small files and one long one."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from trainer_app.documents.output import Tick, no_tick
from trainer_app.documents.sheet import Kind, Row, Sheet, Value, clean, page_name

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
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), MIMETYPE)
        archive.writestr(_entry("META-INF/manifest.xml"), MANIFEST)
        archive.writestr(_entry("styles.xml"), STYLES_FILE)
        archive.writestr(_entry("settings.xml"), _settings(sheet))
        with archive.open(_entry("content.xml"), "w", force_zip64=True) as content:
            for piece in _content(sheet, about, tick):
                content.write(piece.encode())
    tick(1)


def _entry(name: str, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = method
    return entry


def _content(sheet: Sheet, about: str, tick: Tick) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMES} office:version="1.3">'
    yield f"<office:automatic-styles>{CELL_STYLES}{_column_styles(sheet)}</office:automatic-styles>"
    yield "<office:body><office:spreadsheet>"
    yield from _list_page(sheet, tick)
    if sheet.about:
        yield f"<table:table table:name={_attribute(page_name(about))}>"
        yield from map(_row, sheet.about)
        yield "</table:table>"
    yield _filter(sheet)
    yield "</office:spreadsheet></office:body></office:document-content>"


def _list_page(sheet: Sheet, tick: Tick) -> Iterator[str]:
    yield f"<table:table table:name={_attribute(page_name(sheet.title))}>"
    for place, column in enumerate(sheet.columns):
        style = STYLES[column.kind]
        yield f'<table:table-column table:style-name="c{place}" table:default-cell-style-name="{style}"/>'
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


def _column_styles(sheet: Sheet) -> str:
    return "".join(
        f'<style:style style:name="c{place}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{column.width + 4}mm"/></style:style>'
        for place, column in enumerate(sheet.columns)
    )


def _filter(sheet: Sheet) -> str:
    """The filter buttons over the header row."""
    last = f"{_letters(len(sheet.columns))}{len(sheet.rows) + 1}"
    page = "'" + page_name(sheet.title).replace("'", "''") + "'"
    return (
        '<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" '
        'table:display-filter-buttons="true" '
        f"table:target-range-address={_attribute(f'{page}.A1:{page}.{last}')}/></table:database-ranges>"
    )


def _letters(number: int) -> str:
    """1 > A, 27 > AA"""
    rest, letter = divmod(number - 1, 26)
    return (_letters(rest) if rest else "") + chr(ord("A") + letter)


def _settings(sheet: Sheet) -> str:
    """The header row and the first columns stay in sight."""
    marks = {
        "HorizontalSplitMode": 2 if sheet.frozen_columns else 0,
        "VerticalSplitMode": 2,
        "HorizontalSplitPosition": sheet.frozen_columns,
        "VerticalSplitPosition": 1,
        "PositionRight": sheet.frozen_columns,
        "PositionBottom": 1,
        "ActiveSplitRange": 3 if sheet.frozen_columns else 2,
    }
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="{_config_type(name)}">{value}</config:config-item>'
        for name, value in marks.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-settings {NAMES} office:version="1.3">'
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        '<config:config-item-map-named config:name="Tables">'
        f"<config:config-item-map-entry config:name={_attribute(page_name(sheet.title))}>{items}"
        "</config:config-item-map-entry></config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>"
    )


def _config_type(name: str) -> str:
    return "short" if name.endswith("Mode") or name == "ActiveSplitRange" else "int"
