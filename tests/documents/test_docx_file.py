"""A reviewer who has only Word gets the module as tables, and only the last column of them is read again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement

from trainer_app.documents import docx_file
from trainer_app.domain.packs import module_id
from trainer_app.domain.words_file import ModuleWords, WordsFile
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog
from trainer_app.opening import open_folder
from trainer_app.readers import docx_file as reader
from trainer_app.services import words_out

Edit = Callable[[Any], object]
BODY = "word/document.xml"


@pytest.fixture(scope="module")
def words(master: Path) -> ModuleWords:
    database = open_folder(master)
    with database.reading() as s:
        found = words_out.of_module(s, module_id("M2"), "fr")
    database.close()
    return ModuleWords(found.code, found.title, found.source, found.language, (found.parts[0],))


@pytest.fixture
def data(words: ModuleWords) -> bytes:
    return docx_file.as_bytes(words, Catalog("en"))


def sent(data: bytes, edit: Edit) -> WordsFile:
    document = Document(io.BytesIO(data))
    edit(document)
    out = io.BytesIO()
    document.save(out)
    return reader.from_bytes(out.getvalue(), "m2.docx")


def first(document: Any) -> Any:  # noqa: ANN401
    """The cell of the first translation."""
    return document.tables[0].rows[1].cells[3]


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return out.getvalue()


def body_of(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(BODY)


def test_every_text_stands_in_a_row_with_its_id_and_its_place(words: ModuleWords, data: bytes) -> None:
    document = Document(io.BytesIO(data))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    pair = words.pairs[0]
    assert rows[0] == ["Id", "Where", "English", "Français"]
    assert rows[1] == [pair.ref, "Title of the module", pair.source, pair.words]
    assert len(rows) == len(words.pairs) + 1
    assert "Write in the last column only" in document.paragraphs[1].text


def test_what_comes_back_untouched_says_the_same(words: ModuleWords, data: bytes) -> None:
    told = reader.from_bytes(data, "m2.docx")
    assert told.language == "fr"
    assert [(said.ref, said.words, said.made_from) for said in told.texts] == [
        (pair.ref, pair.words, pair.source) for pair in words.pairs
    ]


def test_bold_lines_and_an_emptied_cell_come_back(data: bytes) -> None:
    def edit(document: Any) -> None:  # noqa: ANN401
        cell = first(document)
        cell.paragraphs[0].clear()
        cell.paragraphs[0].add_run("Un ")
        cell.paragraphs[0].add_run("plan").bold = True
        cell.add_paragraph("• deux")
        document.tables[0].rows[2].cells[3].paragraphs[0].clear()

    told = sent(data, edit)
    assert told.texts[0].words == "Un **plan**\n• deux"
    assert told.untranslated == 1


def test_marks_of_words_are_bold_in_word(words: ModuleWords) -> None:
    pair = replace(words.pairs[0], words="Un **bon** plan")
    part = replace(words.parts[0], pairs=(pair,))
    made = docx_file.as_bytes(replace(words, parts=(part,)), Catalog("en"))
    runs = first(Document(io.BytesIO(made))).paragraphs[0].runs
    assert [(run.text, bool(run.bold)) for run in runs] == [("Un ", False), ("bon", True), (" plan", False)]
    assert reader.from_bytes(made, "a.docx").texts[0].words == "Un **bon** plan"


def test_tracked_changes_count_as_made(data: bytes) -> None:
    def edit(document: Any) -> None:  # noqa: ANN401
        paragraph = first(document).paragraphs[0]
        paragraph.clear()
        for tag, text, words in (("w:del", "w:delText", "Vieux"), ("w:ins", "w:t", "Neuf")):
            change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text)
            said.text = words
            run.append(said)
            change.append(run)
            paragraph._p.append(change)

    assert sent(data, edit).texts[0].words == "Neuf"


def test_rows_and_tables_that_are_not_ours_are_passed_by(data: bytes) -> None:
    def edit(document: Any) -> None:  # noqa: ANN401
        document.add_table(rows=2, cols=4)
        document.tables[0].rows[1].cells[0].paragraphs[0].runs[0].text = "my note"

    assert len(sent(data, edit).texts) == len(reader.from_bytes(data, "a").texts) - 1


def test_one_text_in_two_rows_is_refused(data: bytes) -> None:
    def edit(document: Any) -> None:  # noqa: ANN401
        cells = document.tables[0].rows
        cells[2].cells[0].paragraphs[0].runs[0].text = cells[1].cells[0].text

    with pytest.raises(TrainerError, match="two rows for one text") as refused:
        sent(data, edit)
    assert refused.value.code == "twice_translated"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda data: b"", "zip_empty"),
        (lambda data: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_word"),
        (lambda data: data[:2000], "zip_broken"),
        (lambda data: with_part(data, BODY, b"<w:document"), "zip_broken"),
        (lambda data: with_part(data, "word/vbaProject.bin", b"x"), "macros"),
        (lambda data: with_part(data, BODY, b"<a/>"), "no_table"),
        (lambda data: with_part(data, "../evil.xml", b"<a/>"), "zip_leads_out"),
        (
            lambda data: with_part(
                data,
                BODY,
                body_of(data).replace(
                    b"?>", b'?><!DOCTYPE w [<!ENTITY x SYSTEM "secret.txt">]>', 1
                ).replace(b"Plan", b"&x;", 1),
            ),
            "zip_defines",
        ),
        (lambda data: with_part(data, "word/notes.xml", bytes(30_000_000)), "zip_grows"),
        (lambda data: zip_of({"a.txt": b"x"}), "no_word_file"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_or_harms_is_one_sentence(data: bytes, make: Callable[[bytes], bytes], code: str) -> None:
    with pytest.raises(TrainerError, match=r"m2\.docx") as refused:
        reader.from_bytes(make(data), "m2.docx")
    assert refused.value.code == code


def zip_of(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_letters_that_word_cannot_hold_are_left_out(words: ModuleWords) -> None:
    pair = replace(words.pairs[0], words="Un\x0b plan\x00")
    made = docx_file.as_bytes(replace(words, parts=(replace(words.parts[0], pairs=(pair,)),)), Catalog("rw"))
    assert reader.from_bytes(made, "a.docx").texts[0].words == "Un plan"
