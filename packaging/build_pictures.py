"""Draws all pictures from the open sets they are combined from. Run when a scene changes.

`python packaging/build_pictures.py FOLDER`: the folder holds the unpacked npm packages healthicons, @tabler/icons
(as `tabler`) and lucide-static (as `lucide`). Needs svglib, which the program itself never does: what is kept under
resources/pictograms is plain lines and curves.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from picture_scenes import SCENES
from picture_shapes import HEIGHT, WIDTH, Disc, Icon, Part
from reportlab.graphics import shapes
from svglib.svglib import svg2rlg

KEPT = Path(__file__).resolve().parent.parent / "resources" / "pictograms"
FOLDERS = {
    "healthicons": "healthicons/public/icons/svg/filled",
    "tabler": "tabler/icons/outline",
    "lucide": "lucide/icons",
}
CIRCLE = 0.5522847498  # of a quarter of a circle, as a curve
Matrix = tuple[float, float, float, float, float, float]
Op = list[Any]


def main(folder: Path) -> None:
    for name, parts in SCENES.items():
        paths = [path for part in parts for path in drawn(part, folder)]
        told = {"width": WIDTH, "height": HEIGHT, "paths": paths}
        (KEPT / f"{name}.json").write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")


def drawn(part: Part, folder: Path) -> Iterator[dict[str, Any]]:
    if isinstance(part, Icon):
        yield from icon(part, folder)
    elif isinstance(part, Disc):
        yield {"fill": True, "stroke": 0, "ops": circle(part.x, HEIGHT - part.y, part.radius)}
    else:
        first, *others = [(round(x, 1), round(HEIGHT - y, 1)) for x, y in part.points]
        ops: list[Op] = [["M", *first], *(["L", *point] for point in others)]
        yield {"fill": part.filled, "stroke": part.width, "ops": [*ops, ["Z"]] if part.closed else ops}


def icon(part: Icon, folder: Path) -> Iterator[dict[str, Any]]:
    file = folder / FOLDERS[part.source] / f"{part.name}.svg"
    with tempfile.NamedTemporaryFile("w", suffix=".svg") as black:
        black.write(file.read_text("utf-8").replace("currentColor", "#000000"))
        black.flush()
        drawing = svg2rlg(black.name)
    if drawing is None:
        raise ValueError(f"{file} is no drawing")
    scale = part.side / drawing.width
    across = -scale if part.mirrored else scale
    left = part.left + (part.side if part.mirrored else 0)
    place: Matrix = (across, 0, 0, scale, left, HEIGHT - part.top - part.side)
    yield from shapes_in(drawing, place, scale)


def shapes_in(group: shapes.Group, place: Matrix, scale: float) -> Iterator[dict[str, Any]]:
    for shape in group.contents:
        if isinstance(shape, shapes.Group):
            yield from shapes_in(shape, times(place, shape.transform), scale)
        elif ops := operations(shape):
            ops = [[op[0], *moved(op[1:], place)] for op in ops]
            filled = shape.fillColor is not None
            stroke = 0 if shape.strokeColor is None else round(shape.strokeWidth * scale, 2)
            if filled or stroke:  # Tabler frames each icon with a square that is neither
                yield {"fill": filled, "stroke": stroke, "ops": ops}


def operations(shape: shapes.Shape) -> list[Op]:
    if isinstance(shape, shapes.Path):
        return list(path(shape))
    if isinstance(shape, shapes.Circle):
        return circle(shape.cx, shape.cy, shape.r)
    if isinstance(shape, shapes.Rect):
        return rectangle(shape)
    if isinstance(shape, shapes.Line):
        return [["M", shape.x1, shape.y1], ["L", shape.x2, shape.y2]]
    if isinstance(shape, shapes.PolyLine | shapes.Polygon):
        pairs = list(zip(shape.points[::2], shape.points[1::2], strict=True))
        ops: list[Op] = [["M", *pairs[0]], *(["L", *pair] for pair in pairs[1:])]
        return [*ops, ["Z"]] if isinstance(shape, shapes.Polygon) else ops
    raise ValueError(f"{type(shape).__name__} cannot be drawn")


def path(shape: shapes.Path) -> Iterator[Op]:
    points = iter(shape.points)
    for operator in shape.operators:
        letter, count = (("M", 2), ("L", 2), ("C", 6), ("Z", 0))[operator]
        yield [letter, *(next(points) for _ in range(count))]


def rectangle(shape: shapes.Rect) -> list[Op]:
    x, y, right, top = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    r = min(shape.rx or 0, shape.width / 2, shape.height / 2)
    if not r:
        return [["M", x, y], ["L", right, y], ["L", right, top], ["L", x, top], ["Z"]]
    k = r * (1 - CIRCLE)
    return [
        ["M", x + r, y], ["L", right - r, y], ["C", right - k, y, right, y + k, right, y + r],
        ["L", right, top - r], ["C", right, top - k, right - k, top, right - r, top],
        ["L", x + r, top], ["C", x + k, top, x, top - k, x, top - r],
        ["L", x, y + r], ["C", x, y + k, x + k, y, x + r, y], ["Z"],
    ]  # fmt: skip


def circle(x: float, y: float, r: float) -> list[Op]:
    k = r * CIRCLE
    return [
        ["M", x + r, y], ["C", x + r, y + k, x + k, y + r, x, y + r], ["C", x - k, y + r, x - r, y + k, x - r, y],
        ["C", x - r, y - k, x - k, y - r, x, y - r], ["C", x + k, y - r, x + r, y - k, x + r, y], ["Z"],
    ]  # fmt: skip


def times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[2] * b[1], a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3], a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4], a[1] * b[4] + a[3] * b[5] + a[5],
    )  # fmt: skip


def moved(numbers: list[float], m: Matrix) -> Iterator[float]:
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        yield round(m[0] * x + m[2] * y + m[4], 1)
        yield round(m[1] * x + m[3] * y + m[5], 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
