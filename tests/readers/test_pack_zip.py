"""A module as a zip is taken whole or refused with one sentence; what is hostile touches neither disk nor data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.hostile_packs import FILES, HOSTILE, MANIFEST, SMALL, WHOLE, good, with_files, yaml, zipped
from trainer_app.documents import pack_file
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog
from trainer_app.readers import gated_zip, pack_zip

each_fault = pytest.mark.parametrize("what", HOSTILE)


def tree(folder: Path) -> Iterator[tuple[str, int]]:
    for place, _folders, files in os.walk(folder):
        yield from ((os.path.join(place, name), os.path.getsize(os.path.join(place, name))) for name in files)


def test_what_leaves_comes_back(tmp_path: Path) -> None:
    pack_file.write(WHOLE, Catalog("en"), tmp_path / "m2.zip")
    assert pack_zip.read(tmp_path / "m2.zip") == WHOLE


def test_a_note_beside_the_module_is_left_where_it_is() -> None:
    data = good({"__MACOSX/._fr.po": b"x", "READ ME.txt": b"hello", "a/rw.po": b"not ours"})
    assert pack_zip.from_bytes(bytes(data), "m2.zip") == SMALL


@each_fault
def test_each_hostile_zip_has_its_code_and_one_sentence(what: str, tmp_path: Path) -> None:
    make, code = HOSTILE[what]
    file = tmp_path / "m2.zip"
    file.write_bytes(make())
    before = sorted(tree(tmp_path))
    with pytest.raises(TrainerError) as refused:
        pack_zip.read(file)
    words = str(refused.value)
    assert refused.value.code == code
    assert "m2.zip" in words
    assert len(words) < 400
    assert "\n" not in words
    assert sorted(tree(tmp_path)) == before
    assert not list(tmp_path.parent.glob("**/evil*"))


def test_the_harmless_one_of_the_same_make_is_taken() -> None:
    assert pack_zip.from_bytes(bytes(good()), "m2.zip") == SMALL
    assert pack_zip.from_bytes(bytes(with_files()), "m2.zip") == SMALL
    assert pack_zip.from_bytes(bytes(zipped({"manifest.json": MANIFEST, **FILES}, 0)), "m2.zip") == SMALL


def test_a_file_that_is_not_there_or_far_too_long_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="There is no file"):
        pack_zip.read(tmp_path / "nothing.zip")
    with (tmp_path / "long.zip").open("wb") as file:
        file.truncate(gated_zip.MOST_BYTES + 1)
    with pytest.raises(TrainerError, match="too large"):
        pack_zip.read(tmp_path / "long.zip")


def test_a_translation_in_bytes_of_windows_with_its_name_is_read() -> None:
    words = FILES["fr.po"].decode().replace("charset=UTF-8", "charset=windows-1252")
    assert pack_zip.from_bytes(bytes(with_files(fr_po=words.encode("cp1252"))), "m2.zip") == SMALL


def test_a_byte_order_mark_is_no_word() -> None:
    data = with_files(pack_yaml=b"\xef\xbb\xbf" + FILES["pack.yaml"], fr_po=b"\xef\xbb\xbf" + FILES["fr.po"])
    assert pack_zip.from_bytes(bytes(data), "m2.zip") == SMALL


def test_a_name_that_leads_the_eye_astray_is_shown_plainly() -> None:
    with pytest.raises(TrainerError) as refused:
        pack_zip.from_bytes(bytes(with_files(pack_yaml=yaml("code: M2", 'code: "\\u202e2M"'))), "m2.zip")
    assert refused.value.code == "bad_pack"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_is_a_sentence_or_does_no_harm(data: st.DataObject) -> None:
    whole = bytes(good())
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(whole))))
    try:
        found = pack_zip.from_bytes(bytes(damaged[:cut]), "m2.zip")
    except TrainerError:
        return
    assert found == SMALL


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_words_in_its_files_are_a_sentence_or_a_module(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["pack.yaml", "fr.po"]))
    words = bytearray(FILES[name])
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, min(len(words), start + 40)))
    words[start:end] = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"[", b"{", b'"', b"\n", b"- ", b": ", b"#"])
    )
    try:
        pack_zip.from_bytes(bytes(with_files(**{name.replace(".", "_"): bytes(words)})), "m2.zip")
    except TrainerError:
        return
