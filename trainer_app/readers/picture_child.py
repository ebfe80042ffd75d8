"""A process of its own that makes one picture small and safe, and dies: `python -m …picture_child FILE`.

A few bytes can call for gigabytes, and a decoder may have a hole; here only the child is lost. It writes one JSON
line: `{"png": base64}`, or `{"refused": code}`.
"""

from __future__ import annotations

import io
import sys
import warnings
from pathlib import Path
from typing import Any

import msgspec
from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError

from trainer_app.readers.memory_limit import limit_memory

MEMORY = 1024 * 1024**2
MOST_BYTES = 20 * 1024**2
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 600  # pixels: 10 mm on paper at 600 to the inch are 236
SMALL_ENOUGH = 100_000  # bytes: larger ones are told in 255 colours
KNOWN = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
FLATTEST = 12.0  # times wider than high, or higher than wide
NEARLY_WHITE = 8


class Refused(Exception):
    """The code says why."""


def main(arguments: list[str]) -> int:
    limit_memory(MEMORY)
    sys.stdout.buffer.write(msgspec.json.encode(message(Path(arguments[0]))) + b"\n")
    sys.stdout.buffer.flush()
    return 0


def message(path: Path) -> dict[str, Any]:
    try:
        return {"png": made_small(_bytes(path))}
    except Refused as refused:
        return {"refused": str(refused)}
    except (MemoryError, Image.DecompressionBombError):
        return {"refused": "too_large"}
    except Exception:  # whatever a decoder of strangers' files raises
        return {"refused": "broken"}


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused("too_large")
    return data


def made_small(data: bytes) -> bytes:
    """The first picture of the file: upright, on white, without its margins, and nothing else of the file."""
    warnings.simplefilter("ignore")
    picture = _opened(data)
    if picture.width * picture.height > MOST_PIXELS:
        raise Refused("too_large")
    picture.draft("RGB", (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
    flat = _trimmed(_on_white(ImageOps.exif_transpose(picture)))
    if max(flat.size) > FLATTEST * min(flat.size):
        raise Refused("too_flat")
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return _as_png(flat)


def _opened(data: bytes) -> Image.Image:
    if b"<svg" in data[:4096].lower():
        raise Refused("drawing")
    try:
        return Image.open(io.BytesIO(data), formats=KNOWN)
    except UnidentifiedImageError:
        raise Refused("not_a_picture") from None


def _on_white(picture: Image.Image) -> Image.Image:
    """Its first frame, without transparency: a printer has no chequered paper."""
    seen = picture.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(ground, seen).convert("RGB")


def _trimmed(picture: Image.Image) -> Image.Image:
    """Without the white around it, so that all logos look as high as they are said to be."""
    distance = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).convert("L")
    box = distance.point([0] * NEARLY_WHITE + [255] * (256 - NEARLY_WHITE)).getbbox()
    if box is None:
        raise Refused("empty")
    return picture.crop(box)


def _as_png(picture: Image.Image) -> bytes:
    written = _written(picture)
    return written if len(written) <= SMALL_ENOUGH else _written(picture.quantize(255))


def _written(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
