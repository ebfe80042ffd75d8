"""Zips that nobody should open, made of bytes here: each of them harms in one way and is otherwise a good module."""

from __future__ import annotations

import json
import lzma
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO
from random import Random

from trainer_app.documents import pack_file
from trainer_app.domain.packs import Pack
from trainer_app.paths import resources
from trainer_app.readers import packs

WHOLE = packs.read(resources() / "curriculum" / "business_plan")
OWN = {"t-ba3dr", "t-bv5nj"}  # its title and its aim
SMALL: Pack = replace(WHOLE, units=(), items=(), texts=tuple(text for text in WHOLE.texts if text.ref in OWN))
FILES: Mapping[str, bytes] = pack_file.files(SMALL)
MANIFEST = pack_file.manifest(SMALL, FILES)


def zipped(parts: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytearray:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return bytearray(out.getvalue())


def good(more: Mapping[str, bytes] = {}) -> bytearray:
    return zipped({"manifest.json": MANIFEST, **FILES, **more})


def with_files(**changed: bytes) -> bytearray:
    """Other contents, named truly in the manifest: only what is read from them can be wrong."""
    files = {**FILES, **{name.replace("_", "."): data for name, data in changed.items()}}
    return zipped({"manifest.json": pack_file.manifest(SMALL, files), **files})


def with_manifest(**changed: object) -> bytearray:
    return zipped({"manifest.json": json.dumps({**json.loads(MANIFEST), **changed}).encode(), **FILES})


def renamed(name: str) -> bytearray:
    """One more file whose name was written by hand into both of its headers."""
    stand_in = "x" * len(name.encode())
    data = good({stand_in: b"x"})
    return bytearray(bytes(data).replace(stand_in.encode(), name.encode()))


def linked() -> bytearray:
    out = BytesIO(good())
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("rw2.po")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return bytearray(out.getvalue())


def twins(first: str, second: str) -> bytearray:
    data = good({first: b"a", "y" * len(second): b"b"})
    return bytearray(bytes(data).replace(b"y" * len(second), second.encode()))


def overlapping() -> bytearray:
    """Two entries of the list that share one body, as bombs of a few kilobytes have thousands of them."""
    data = zipped({"manifest.json": MANIFEST, **FILES, "a.txt": b"a" * 80, "b.txt": b"b" * 80}, zipfile.ZIP_STORED)
    last = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, last + 42, 0)
    return data


def lying() -> bytearray:
    """An entry that says it is smaller than it is."""
    data = good({"notes.txt": b"a" * 5000})
    place = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 10)
    return data


def locked() -> bytearray:
    data = good()
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return data


def flipped() -> bytearray:
    data = zipped({"manifest.json": MANIFEST, **FILES}, zipfile.ZIP_STORED)
    data[data.index(b"Business plan")] ^= 1
    return data


def bomb() -> bytes:
    """Nine levels of ten references each: a billion words in a kilobyte."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(lines).encode()


def yaml(old: str, new: str) -> bytes:
    words = FILES["pack.yaml"].decode()
    assert old in words
    return words.replace(old, new, 1).encode()


LONG = b"".join(bytes([byte]) * 20 for byte in Random(1).randbytes(400_000))  # eight million, and no bomb
PO = FILES["fr.po"].decode()
TWICE = (PO + PO.partition('Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n')[2]).encode()

HOSTILE: Mapping[str, tuple[Callable[[], bytes | bytearray], str]] = {
    "nothing": (lambda: b"", "zip_empty"),
    "a picture": (lambda: b"\x89PNG\r\n" + bytes(500), "zip_other"),
    "an old archive": (lambda: lzma.compress(bytes(good())), "zip_other"),
    "cut in two": (lambda: good()[:400], "zip_broken"),
    "a flipped bit": (flipped, "zip_broken"),
    "smaller than it is": (lying, "zip_broken"),
    "locked": (locked, "zip_encrypted"),
    "out of the folder": (lambda: renamed("../../evil.po"), "zip_leads_out"),
    "out by backslash": (lambda: renamed("a\\..\\..\\evil.po"), "zip_leads_out"),
    "out from within": (lambda: renamed("a/b/../../../evil"), "zip_leads_out"),
    "absolute": (lambda: renamed("/etc/cron.d/evil"), "zip_absolute"),
    "on a drive": (lambda: renamed("C:/evil.po"), "zip_absolute"),
    "on a share": (lambda: renamed("\\\\server\\evil"), "zip_absolute"),
    "a device of Windows": (lambda: renamed("nul.po"), "zip_name"),
    "a stream of Windows": (lambda: renamed("a.po:evil"), "zip_name"),
    "a name with NUL": (lambda: renamed("fr.po\0.exe"), "zip_name"),
    "a name that is only a point": (lambda: renamed("./x.po"), "zip_name"),
    "a link": (linked, "zip_link"),
    "one name twice": (lambda: twins("de.po", "de.po"), "zip_twice"),
    "names that differ in capitals": (lambda: twins("note.txt", "NOTE.txt"), "zip_case"),
    "names that are composed otherwise": (lambda: good({"\u00e9.txt": b"a", "e\u0301.txt": b"b"}), "zip_case"),
    "too many": (lambda: good({f"{n}.txt": b"" for n in range(300)}), "zip_many"),
    "too much": (lambda: good({f"{n}.txt": LONG for n in range(7)}), "zip_large"),
    "a bomb": (lambda: good({"notes.txt": bytes(9_000_000)}), "zip_grows"),
    "over each other": (overlapping, "zip_overlaps"),
    "packed otherwise": (lambda: zipped({"manifest.json": MANIFEST, **FILES}, zipfile.ZIP_LZMA), "zip_method"),
    "a zip inside": (lambda: good({"more.zip": bytes(good())}), "zip_nested"),
    "a zip under another name": (lambda: good({"de.po": bytes(good())}), "zip_nested"),
    "no manifest": (lambda: zipped(FILES), "manifest_missing"),
    "a manifest that is no list": (lambda: zipped({"manifest.json": b"[1]", **FILES}), "manifest_wrong"),
    "a manifest without end": (lambda: zipped({"manifest.json": b"[" * 100_000, **FILES}), "manifest_wrong"),
    "a manifest of other letters": (lambda: zipped({"manifest.json": b"\xff\xfe{", **FILES}), "manifest_wrong"),
    "a manifest without files": (lambda: with_manifest(files={}), "manifest_wrong"),
    "a format that is no number": (lambda: with_manifest(format=True), "manifest_wrong"),
    "a file too many": (lambda: good({"sw.po": FILES["fr.po"]}), "manifest_differs"),
    "a file too few": (
        lambda: zipped({"manifest.json": MANIFEST, "pack.yaml": FILES["pack.yaml"]}),
        "manifest_differs",
    ),
    "another module": (lambda: with_manifest(module="M3"), "manifest_differs"),
    "a changed file": (
        lambda: zipped({"manifest.json": MANIFEST, **FILES, "fr.po": FILES["fr.po"].replace(b"Plan", b"Tout")}),
        "pack_changed",
    ),
    "a newer manifest": (lambda: with_manifest(format=2), "newer_format"),
    "a newer pack": (lambda: with_files(pack_yaml=yaml("format: 1", "format: 2")), "newer_format"),
    "letters of another code": (
        lambda: with_files(pack_yaml=yaml("Business plan", "Épargne").decode().encode("latin-1")),
        "bad_encoding",
    ),
    "a translation of other letters": (
        lambda: with_files(fr_po=PO.replace("Plan", "Épargne").encode("cp1252")),
        "bad_encoding",
    ),
    "a billion words": (lambda: with_files(pack_yaml=bomb()), "bad_yaml"),
    "an anchor": (lambda: with_files(pack_yaml=yaml("licence: ", "licence: &a ")), "bad_yaml"),
    "an object": (
        lambda: with_files(pack_yaml=yaml("licence: ", "licence: !!python/object/apply:os.system [id] #")),
        "bad_yaml",
    ),
    "depth without end": (lambda: with_files(pack_yaml=b"a: " + b"[" * 500 + b"]" * 500), "bad_yaml"),
    "one text translated twice": (lambda: with_files(fr_po=TWICE), "twice_translated"),
    "a path for a translation": (lambda: with_files(fr_po=b"/etc/passwd"), "bad_pack"),
    "no translation at all": (lambda: with_files(fr_po=b"\x00\x01\x02"), "bad_pack"),
    "a list for a title": (lambda: with_files(pack_yaml=yaml('text: "Business plan"', "text: [a, b]")), "bad_pack"),
    "words that are no letters": (
        lambda: with_files(pack_yaml=yaml('"Business plan"', '"Business\\0plan\\a"')),
        "bad_pack",
    ),
    "a key twice": (lambda: with_files(pack_yaml=yaml("code: M2", "code: M2\ncode: M3")), "bad_pack"),
    "an id that is no id": (lambda: with_files(pack_yaml=yaml("id: t-ba3dr", "id: ../../x")), "bad_pack"),
    "one id for two texts": (lambda: with_files(pack_yaml=yaml("id: t-bv5nj", "id: t-ba3dr")), "bad_pack"),
    "a number without end": (lambda: with_files(pack_yaml=yaml("items: []", f"items: [{'9' * 9000}]")), "bad_pack"),
    "a day that never was": (
        lambda: with_files(
            pack_yaml=yaml(
                "facts: []",
                "facts: [{key: a, law: b, source: c, as_known_on: 2026-13-45, sure: true, values: []}]",
            )
        ),
        "bad_pack",
    ),
}
"""What is wrong > the bytes, and the code of the refusal."""
