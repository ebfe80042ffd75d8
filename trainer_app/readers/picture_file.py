"""A picture from anywhere (PNG, JPEG, GIF, BMP, WebP), read into a small PNG that is safe to keep and to print."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import Any

import msgspec

from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.readers import child

CHILD = "trainer_app.readers.picture_child"
CHILD_DOOR = "--read-picture"
SECONDS = 20
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
SENTENCES = {
    "missing": N_("There is no file “{file}”."),
    "not_a_picture": N_("“{file}” is not a picture that can be read: choose a PNG or JPEG file."),
    "drawing": N_("“{file}” is a drawing (SVG). Ask for the logo as PNG or JPEG, or save it as one of these."),
    "broken": N_("“{file}” is damaged and cannot be read as a picture."),
    "empty": N_("“{file}” shows nothing: all of it is white."),
    "too_flat": N_("“{file}” is a stripe, far wider than high. Ask for the logo in another form."),
    "too_large": N_("“{file}” is too large for a logo: choose a picture of at most 20 MB and 50 million pixels."),
    "died": N_("“{file}” could not be read: it is damaged, or needs more memory than a logo may."),
    "slow": N_("“{file}” took too long to read: choose a smaller picture."),
}


def read(path: Path) -> bytes:
    """The picture as PNG. Raises TrainerError with one sentence."""
    if not path.is_file():
        raise _refusal("missing", path)
    with child.start(CHILD, CHILD_DOOR, str(path.absolute())) as process, child.Watch(process, SECONDS) as watch:
        line = process.stdout.readline() if process.stdout else b""
    if not line.endswith(b"\n"):
        raise _refusal("slow" if watch.has_bitten else "died", path)
    told: dict[str, Any] = msgspec.json.decode(line)
    if "refused" in told:
        raise _refusal(told["refused"], path)
    return b64decode(told["png"])


def _refusal(code: str, path: Path) -> TrainerError:
    return TrainerError(_(SENTENCES[code]).format(file=path.name), f"picture_{code}")
