"""Logos of no one: the shapes that letterheads meet."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from trainer_app.domain.letterheads import Letterhead, LogoPicture

BLUE, GOLD, RED = (0, 51, 153), (255, 204, 0), (180, 30, 40)


def png(width: int, height: int, colour: tuple[int, int, int] = RED, **of_picture: object) -> bytes:
    """A picture with a frame and a bar, as most logos have."""
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, width - 1, height - 1), fill=colour)
    pen.ellipse((width * 0.3, height * 0.2, width * 0.7, height * 0.8), fill=GOLD)
    return written(picture, "PNG", **of_picture)


def written(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def emblem() -> LogoPicture:
    return LogoPicture("European Union", png(300, 200, BLUE), is_eu=True)


def logo(name: str, width: int, height: int, *, donor: bool = True) -> LogoPicture:
    return LogoPicture(name, png(width, height), is_donor=donor)


def letterhead(*logos: LogoPicture, **changed: str) -> Letterhead:
    words = {
        "title": "Village savings to cooperatives",
        "organisation": "Association for young workers",
        "funding": "Funded by the European Union",
        "reference": "PVC/2026",
    }
    return Letterhead(**(words | changed), logos=logos)
