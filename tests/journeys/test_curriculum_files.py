"""A module and its translations leave one laptop by command and come into another; what is hostile changes nothing."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import polib
import pytest
from docx import Document
from sqlalchemy import select

from tests.journeys.telling import Tell
from tests.readers.hostile_packs import HOSTILE
from trainer_app.db.journal import INCLUDE_GONE
from trainer_app.db.records import Change, Text
from trainer_app.domain.packs import module_id
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import pack_out, texts

EDIT = label("Edit a text")


@pytest.fixture
def there(master: Path, tmp_path: Path) -> Path:
    """Another laptop."""
    return Path(shutil.copytree(master, tmp_path / "there"))


def write(folder: Path, language: str, words: str) -> str:
    """Other words for the title of M2; its id."""
    database = open_folder(folder)
    with database.changing(EDIT) as s:
        row = s.scalars(select(Text).where(Text.owner_id == module_id("M2"), Text.key == "title")).first()
        texts.write(s, row.ref, language, words)
    database.close()
    return row.ref


def title(folder: Path, language: str) -> tuple[str, str]:
    database = open_folder(folder)
    with database.reading() as s:
        pack = pack_out.pack(s, module_id("M2"))
    database.close()
    return next(
        (text.words, text.state.value) for text in pack.texts if text.key == "title" and text.language == language
    )


def state_of(folder: Path) -> str:
    """A digest of every text and of how many changes there are."""
    database = open_folder(folder)
    with database.reading() as s:
        rows = s.scalars(select(Text).order_by(Text.id).execution_options(**{INCLUDE_GONE: True}))
        told = [(str(row.id), row.words, row.gone) for row in rows]
        changes = len(s.scalars(select(Change.number)).all())
    database.close()
    return hashlib.sha256(repr((told, changes)).encode()).hexdigest()


def test_an_edit_travels_from_laptop_to_laptop_and_is_undone(
    tell: Tell, folder: Path, there: Path, tmp_path: Path
) -> None:
    write(folder, "fr", "Un plan pour vendre")
    file = tmp_path / "m2.zip"
    told = tell("export", "pack", "M2", file)
    assert (told["module"], told["languages"], told["file"]) == ("M2", ["en", "fr", "rw"], str(file))
    seen = tell("import", "pack", file, "--dry-run", on=there)
    assert (seen["changed"], seen["new"], seen["conflicts"], seen["written"]) == (1, 0, 0, 0)
    assert [(one["where"], one["kind"], one["theirs"]) for one in seen["differences"]] == [
        ("Title of the module", "changed", "Un plan pour vendre")
    ]
    assert title(there, "fr")[0] == "Plan d’affaires"
    assert tell("import", "pack", file, on=there)["written"] == 1
    assert title(there, "fr") == ("Un plan pour vendre", "draft")
    assert tell("import", "pack", file, on=there)["written"] == 0
    assert tell("undo", on=there)["undone"] == ["Import module M2 from m2.zip"]
    assert title(there, "fr")[0] == "Plan d’affaires"


@pytest.mark.parametrize(("take", "words"), [("theirs", "Leur plan"), ("mine", "Mon plan")])
def test_a_conflict_is_refused_until_it_is_said_whose_words_count(
    tell: Tell, folder: Path, there: Path, tmp_path: Path, take: str, words: str
) -> None:
    write(folder, "fr", "Leur plan")
    write(there, "fr", "Mon plan")
    file = tmp_path / "m2.zip"
    tell("export", "pack", "M2", file)
    before = state_of(there)
    assert tell("import", "pack", file, on=there, code=1)["error"]["code"] == "conflicts"
    assert state_of(there) == before
    assert tell("import", "pack", file, "--take", take, on=there)["conflicts"] == 1
    assert title(there, "fr")[0] == words


@pytest.mark.parametrize("suffix", [".po", ".docx"])
def test_words_go_to_a_translator_and_come_back(tell: Tell, folder: Path, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"rw{suffix}"
    told = tell("export", "words", "Business plan", file, "--lang", "rw")
    assert (told["module"], told["language"]) == ("M2", "rw")
    same = tell("import", "words", file, "--lang", "rw")
    assert (same["rows"], same["existing"], same["written"]) == (told["rows"], told["rows"], 0)
    _retitle(file, "Igenamigambi")
    found = tell("import", "words", file, "--lang", "rw", "--reviewed", "--dry-run")
    assert found["changed"] == 1
    assert title(folder, "rw")[0] != "Igenamigambi"
    assert tell("import", "words", file, "--lang", "rw")["written"] == 1
    assert title(folder, "rw") == ("Igenamigambi", "reviewed" if suffix == ".po" else "draft")
    if suffix == ".docx":
        assert tell("import", "words", file, "--lang", "rw", "--reviewed")["written"] == told["rows"]
        assert title(folder, "rw")[1] == "reviewed"


def _retitle(file: Path, words: str) -> None:
    if file.suffix == ".po":
        catalogue = polib.pofile(str(file))
        catalogue[0].msgstr, catalogue[0].flags = words, []
        catalogue.save()
        return
    document = Document(str(file))
    document.tables[0].rows[1].cells[3].paragraphs[0].runs[0].text = words
    document.save(str(file))


def test_a_language_of_ones_own_begins_with_an_empty_file(tell: Tell, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "sw.po"
    tell("export", "words", "M2", file, "--lang", "sw")
    _retitle(file, "Mpango wa biashara")
    told = tell("import", "words", file, "--lang", "sw")
    assert (told["new"], told["written"], told["untranslated"]) == (1, 1, told["rows"] - 1)
    assert tell("export", "pack", "M2", tmp_path / "m2.zip")["languages"] == ["en", "fr", "rw", "sw"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("export", "pack", "M99", "a.zip"), "unknown_module"),
        (("export", "pack", "M2", "a.rar"), "unknown_format"),
        (("export", "words", "M2", "a.po", "--lang", "en"), "source_language"),
        (("export", "words", "M2", "a.odt", "--lang", "fr"), "unknown_format"),
        (("import", "pack", "nothing.zip"), "zip_missing"),
        (("import", "words", "nothing.po", "--lang", "fr"), "file_missing"),
        (("import", "words", "a.odt", "--lang", "fr"), "unknown_format"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert tell(*words, code=1)["error"]["code"] == code
    assert not [file for file in tmp_path.iterdir() if file.is_file()]


def test_no_hostile_zip_changes_anything(tell: Tell, folder: Path, tmp_path: Path) -> None:
    before = state_of(folder)
    for number, (make, code) in enumerate(HOSTILE.values()):
        file = tmp_path / f"{number}.zip"
        file.write_bytes(make())
        assert tell("import", "pack", file, "--take", "theirs", code=1)["error"]["code"] == code
    assert state_of(folder) == before
