"""Pictures from anywhere, good and hostile, made small in a limited child process."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.logos import png, written
from trainer_app.errors import TrainerError
from trainer_app.readers import picture_file

RED = Image.new("RGB", (900, 450), (200, 30, 40))
KINDS = {kind: written(RED, kind) for kind in ("PNG", "JPEG", "GIF", "BMP", "WEBP")}


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few bytes that calls for gigabytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


HOSTILE = {
    "nothing": (b"", "not_a_picture"),
    "words": (b"this is no picture" * 100, "not_a_picture"),
    "a web page": (b"<html><body>no</body></html>", "not_a_picture"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>', "drawing"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "not_a_picture"),
    "tiff": (written(RED, "TIFF"), "not_a_picture"),
    "pdf": (b"%PDF-1.7\n" + b"0" * 500, "not_a_picture"),
    "bomb": (bomb(), "too_large"),
    "cut off": (KINDS["PNG"][:200], "broken"),
    "cut jpeg": (KINDS["JPEG"][:300], "broken"),
    "all white": (written(Image.new("RGB", (50, 50), "white"), "PNG"), "empty"),
    "all seen through": (written(Image.new("RGBA", (50, 50), (255, 0, 0, 0)), "PNG"), "empty"),
    "a stripe": (png(1300, 10), "too_flat"),
    "larger than twenty megabytes": (b"\x89PNG\r\n\x1a\n" + b"0" * (21 * 1024**2), "too_large"),
}


def read(tmp_path: Path, data: bytes, name: str = "logo.png") -> Image.Image:
    file = tmp_path / name
    file.write_bytes(data)
    made = Image.open(io.BytesIO(picture_file.read(file)))
    made.load()
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_picture_becomes_a_small_png(kind: str, tmp_path: Path) -> None:
    made = read(tmp_path, KINDS[kind])
    assert (made.format, made.size) == ("PNG", (600, 300))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    data, code = HOSTILE[name]
    with pytest.raises(TrainerError, match="logo") as caught:
        read(tmp_path, data)
    assert caught.value.code == f"picture_{code}"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="no file"):
        picture_file.read(tmp_path / "logo.png")


def test_what_is_seen_through_becomes_white_and_the_margin_goes(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    clear.paste((0, 51, 153, 255), (100, 100, 200, 150))
    made = read(tmp_path, written(clear, "PNG")).convert("RGB")
    assert made.size == (100, 50)
    assert made.getpixel((5, 5)) == (0, 51, 153)


def test_a_photograph_keeps_its_upright_side(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # lies on its side
    assert read(tmp_path, written(RED, "JPEG", exif=turned.tobytes())).size == (300, 600)


def test_nothing_else_of_the_file_is_kept(tmp_path: Path) -> None:
    told = Image.Exif()
    told[0x010E] = "taken at home"
    file = tmp_path / "logo.jpg"
    file.write_bytes(written(RED, "JPEG", exif=told.tobytes(), comment=b"secret"))
    made = picture_file.read(file)
    assert b"secret" not in made
    assert b"taken at home" not in made


def test_a_photograph_stays_small_enough_to_travel(tmp_path: Path) -> None:
    import random

    noise = random.Random(1).randbytes(1200 * 1200 * 3)
    file = tmp_path / "logo.png"
    file.write_bytes(written(Image.frombytes("RGB", (1200, 1200), noise), "PNG"))
    assert len(picture_file.read(file)) < 400_000


def test_colours_for_a_printing_house_are_read_too(tmp_path: Path) -> None:
    assert read(tmp_path, written(RED.convert("CMYK"), "JPEG"), "logo.jpg").size == (600, 300)
