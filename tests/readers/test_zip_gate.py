"""Zip files that grow, overlap or define entities are stopped before anything is unpacked."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from trainer_app.readers import zip_gate
from trainer_app.readers.zip_gate import ZipFault, ZipLimits, ZipProblem


def zipped(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytearray:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return bytearray(out.getvalue())


def fault(data: bytes | bytearray, limits: ZipLimits | None = None) -> ZipFault:
    with pytest.raises(ZipProblem) as problem:
        zip_gate.check(BytesIO(data), limits or ZipLimits())
    return problem.value.fault


def test_a_harmless_zip_gives_its_names() -> None:
    data = zipped({"a.xml": b"<a/>", "b/c.png": b"\x89PNG" * 100})
    assert zip_gate.check(BytesIO(data), ZipLimits()) == ("a.xml", "b/c.png")


def test_entries_that_share_their_bytes_are_unsafe() -> None:
    data = zipped({"a.xml": b"<a/>" * 50, "b.xml": b"<b/>" * 50}, zipfile.ZIP_STORED)
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    assert fault(data) is ZipFault.UNSAFE


def test_too_many_entries_or_too_much_content_is_too_large() -> None:
    data = zipped({f"{n}.xml": b"<a/>" for n in range(11)})
    assert fault(data, ZipLimits(entries=10)) is ZipFault.TOO_LARGE
    assert fault(data, ZipLimits(total=40)) is ZipFault.TOO_LARGE


def test_content_that_was_pressed_too_small_to_be_true_is_unsafe() -> None:
    assert fault(zipped({"a.xml": b" " * 3_000_000})) is ZipFault.UNSAFE


@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le", "utf-16-be"])
def test_entities_are_found_in_any_encoding_and_across_pieces(encoding: str) -> None:
    lead = "<?xml?>" + " " * (zip_gate.CHUNK // len(" ".encode(encoding)) - 10)
    assert fault(zipped({"a.xml": (lead + "<!DOCTYPE a>").encode(encoding)}, 0)) is ZipFault.UNSAFE


def test_a_locked_entry_is_encrypted() -> None:
    data = zipped({"a.xml": b"<a/>"})
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert fault(data) is ZipFault.ENCRYPTED


def test_content_that_does_not_match_its_checksum_is_broken() -> None:
    data = zipped({"a.xml": b"<a/>" * 20}, zipfile.ZIP_STORED)
    data[data.index(b"<a/>")] ^= 1
    assert fault(data) is ZipFault.BROKEN
