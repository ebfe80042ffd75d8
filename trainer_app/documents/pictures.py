"""The pictures of handouts, cards and tests: plain lines and curves in black on white, drawn at any size."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

from reportlab.pdfgen.canvas import FILL_EVEN_ODD, Canvas
from reportlab.platypus import Flowable

from trainer_app.paths import resources

FRAME: dict[str, Any] = {
    "width": 400,
    "height": 300,
    "paths": [
        {
            "ops": [["M", 4, 4], ["L", 396, 4], ["L", 396, 296], ["L", 4, 296], ["Z"]],
            "stroke": 6,
            "fill": False,
        }
    ],
}
"""What stands where a module from elsewhere names a picture that this program does not have: the page still prints."""


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _folder().glob("*.json")))


def picture(name: str, width: float) -> Flowable:
    """The picture as wide as told and as high as it then is; an empty frame where there is none of that name."""
    return _Picture(name, width)


def draw(canvas: Canvas, name: str, x: float, y: float, width: float) -> None:
    """The picture with its lower left corner at (x, y)."""
    told = _told(name)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width / told["width"], width / told["width"])
    canvas.setStrokeGray(0)
    canvas.setFillGray(0)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for path in told["paths"]:
        _draw_path(canvas, path)
    canvas.restoreState()


def as_pdf(name: str, width: float) -> bytes:
    """A page that holds the picture and nothing else, to look at."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(width, height(name, width)), invariant=1)
    draw(canvas, name, 0, 0, width)
    canvas.save()
    return file.getvalue()


def height(name: str, width: float) -> float:
    told = _told(name)
    return width * float(told["height"]) / float(told["width"])


def _draw_path(canvas: Canvas, path: dict[str, Any]) -> None:
    line = canvas.beginPath()
    steps = {"M": line.moveTo, "L": line.lineTo, "C": line.curveTo, "Z": line.close}
    for letter, *numbers in path["ops"]:
        steps[letter](*numbers)
    canvas.setLineWidth(path["stroke"] or 1)
    canvas.drawPath(line, stroke=int(path["stroke"] > 0), fill=int(path["fill"]), fillMode=FILL_EVEN_ODD)


class _Picture(Flowable):  # type: ignore[misc]
    def __init__(self, name: str, width: float) -> None:
        super().__init__()
        self._name = name
        self.width, self.height = width, height(name, width)
        self.hAlign = "CENTER"

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        draw(self.canv, self._name, 0, 0, self.width)


@cache
def _told(name: str) -> dict[str, Any]:
    if name not in names():
        return FRAME
    told: dict[str, Any] = json.loads((_folder() / f"{name}.json").read_text("utf-8"))
    return told


def _folder() -> Any:  # noqa: ANN401
    return resources() / "pictograms"
