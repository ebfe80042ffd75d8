"""A module that leaves as files and is read again is the same module, whatever its words are made of."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_app.db.database import Database
from trainer_app.documents import pack_file, pack_yaml
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.packs import Pack, module_id
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, label
from trainer_app.paths import resources
from trainer_app.readers import packs, strict_yaml
from trainer_app.services import authoring, outline, pack_out, texts

EN = Catalog("en")
SHIPPED = sorted(file.parent for file in (resources() / "curriculum").glob("*/pack.yaml"))
STRANGE = (
    *("no", "yes", "true", "null", "~", "", " ", "08:30", "1e3", "007", "0x1f", "1_000", "-", "- a", "? b", "a: b"),
    *("# c", "'", '"', "\\", "a\\", 'say "yes"', "one\ntwo", "one\n\n  two\n", "\ttab", "é Ñ ’ « »", "\U0001f600"),
    *("15\u00a0000 Frw", "\u2028line", "\u0085next", "%s {fact}", "2026-11-21", "|", ">", "&a", "*a", "!tag", "{", "["),
)
letters = st.text(st.characters(blacklist_categories=("Cs", "Cc"), whitelist_characters="\n\t"), min_size=1)
words_of_any_kind = st.one_of(st.sampled_from([one for one in STRANGE if one.strip()]), letters)


WHOLE = packs.read(resources() / "curriculum" / "business_plan")
ITS_OWN = {"t-ba3dr", "t-bv5nj"}  # its title and its aim
SMALL = replace(WHOLE, units=(), items=(), texts=tuple(text for text in WHOLE.texts if text.ref in ITS_OWN))


@pytest.fixture
def pack() -> Pack:
    """A module that has only a title and an aim, in three languages: quickly written, quickly read."""
    return SMALL


def with_words(pack: Pack, number: int, words: str, **more: object) -> Pack:
    """The pack with other words in one of its texts; its translations were made from the words before."""
    changed = list(pack.texts)
    changed[number] = replace(changed[number], words=words, **more)  # type: ignore[arg-type]
    return replace(pack, texts=tuple(changed))


def first_of(pack: Pack, language: str) -> int:
    return next(number for number, text in enumerate(pack.texts) if text.language == language)


@pytest.mark.parametrize("shipped_in", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_module_leaves_the_database_as_it_came(shipped_in: Path, db: Database, tmp_path: Path) -> None:
    shipped = packs.read(shipped_in)
    with db.reading() as s:
        found = pack_out.pack(s, module_id(shipped.code))
    assert found == shipped
    pack_file.write_folder(found, EN, tmp_path / shipped_in.name)
    assert packs.read(tmp_path / shipped_in.name) == shipped


@pytest.mark.parametrize("words", [one for one in STRANGE if one.strip()])
def test_strange_words_come_back_as_they_were(pack: Pack, words: str) -> None:
    changed = with_words(with_words(pack, 0, words), first_of(pack, "fr"), words)
    changed = with_words(changed, first_of(pack, "rw"), words)
    assert packs.from_files(pack_file.files(changed), "module") == changed


@settings(max_examples=60, deadline=None)
@given(words_of_any_kind, words_of_any_kind, words_of_any_kind, st.sampled_from([TextState.DRAFT, TextState.REVIEWED]))
def test_any_words_in_any_state_come_back(source: str, said: str, older: str, state: TextState) -> None:
    from_words = None if older == source else older
    changed = with_words(with_words(SMALL, 0, source), first_of(SMALL, "fr"), said, state=state, from_words=from_words)
    assert packs.from_files(pack_file.files(changed), "module") == changed


@pytest.mark.parametrize("words", STRANGE)
def test_yaml_says_every_word_exactly(pack: Pack, words: str) -> None:
    told = strict_yaml.load(pack_yaml.text(replace(pack, licence=words, topics=(words, "x"))))
    assert (told["licence"], told["topics"]) == (words, [words, "x"])


def test_a_draft_and_an_outdated_text_are_fuzzy_and_the_older_source_stands_beside(pack: Pack) -> None:
    number = first_of(pack, "fr")
    changed = with_words(pack, number, "Plan", state=TextState.REVIEWED, from_words="A plan")
    entry = polib.pofile(pack_file.files(changed)["fr.po"].decode())[0]
    assert (entry.msgctxt, entry.fuzzy, entry.previous_msgid) == (pack.texts[number].ref, True, "A plan")
    assert not polib.pofile(pack_file.files(pack)["fr.po"].decode())[0].fuzzy
    assert all(entry.fuzzy for entry in polib.pofile(pack_file.files(pack)["rw.po"].decode()))


def test_a_translator_who_takes_fuzzy_away_has_reviewed_the_text(pack: Pack) -> None:
    changed = with_words(pack, first_of(pack, "fr"), "Plan", state=TextState.DRAFT, from_words="A plan")
    files = pack_file.files(changed)
    catalogue = polib.pofile(files["fr.po"].decode())
    catalogue[0].flags.clear()  # the previous msgid stays, as msgattrib leaves it
    text = packs.from_files(files | {"fr.po": f"{catalogue}".encode()}, "module").texts[first_of(pack, "fr")]
    assert (text.state, text.from_words) == (TextState.REVIEWED, None)


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="msgfmt of gettext is not installed")
def test_gettext_finds_nothing_wrong(pack: Pack, tmp_path: Path) -> None:
    changed = with_words(pack, first_of(pack, "fr"), 'He says "no"\nand \\ goes', from_words="two\nlines")
    for name, data in pack_file.files(changed).items():
        if name.endswith(".po"):
            (tmp_path / name).write_bytes(data)
            ended = subprocess.run(
                ["msgfmt", "--check", "-o", tmp_path / "out.mo", tmp_path / name], capture_output=True, text=True
            )
            assert (ended.returncode, ended.stderr) == (0, "")


def test_the_zip_says_what_is_in_it(tmp_path: Path) -> None:
    made = pack_file.write(WHOLE, EN, tmp_path / "m2.zip")
    with zipfile.ZipFile(BytesIO(made.path.read_bytes())) as found:
        assert found.namelist() == ["manifest.json", "pack.yaml", "fr.po", "rw.po"]
        told = json.loads(found.read("manifest.json"))
    assert (told["format"], told["module"], told["name"]) == (1, "M2", "Business plan")
    assert (told["source"], told["languages"]) == ("en", ["en", "fr", "rw"])
    assert told["counts"]["units"] == 5
    assert set(told["files"]) == {"pack.yaml", "fr.po", "rw.po"}


def test_the_same_module_is_the_same_bytes(pack: Pack, tmp_path: Path) -> None:
    pack_file.write(pack, EN, tmp_path / "a.zip")
    pack_file.write(pack, EN, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_another_suffix_is_refused_and_nothing_is_written(pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match=r"must end in one of these: \.zip"):
        pack_file.write(pack, EN, tmp_path / "m2.rar")
    assert list(tmp_path.iterdir()) == []


def test_a_module_just_begun_leaves_and_comes_back(db: Database) -> None:
    with db.changing(label("Add")) as s:
        key = authoring.add_module(s, "Épargner", "Savoir épargner", "fr")
        s.flush()
        unit = authoring.add_unit(s, key, "Pourquoi")
        s.flush()
        authoring.retire(s, unit)
        s.flush()
        texts.write(s, outline.first_ref(s, key), "en", "Saving")
    with db.reading() as s:
        found = pack_out.pack(s, key)
    assert (found.source, found.languages, found.units[0].retired) == ("fr", ("fr", "en"), True)
    assert packs.from_files(pack_file.files(found), "module") == found
