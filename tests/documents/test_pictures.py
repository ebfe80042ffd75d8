"""The pictures of the handouts: one for each unit, black on white, inside their frame, thick enough to photocopy."""

from __future__ import annotations

import io
import json

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import pictures
from trainer_app.documents.style import mm
from trainer_app.paths import resources

PRINTED = 120 * mm  # as wide as a picture is on a handout
THINNEST = 0.35 * mm  # a line that a photocopier keeps

each = pytest.mark.parametrize("name", pictures.names())


def told(name: str) -> dict:  # type: ignore[type-arg]
    return json.loads((resources() / "pictograms" / f"{name}.json").read_text("utf-8"))


def test_there_is_a_picture_for_each_of_the_29_units() -> None:
    assert len(pictures.names()) == 29


@each
def test_a_picture_stays_in_its_frame(name: str) -> None:
    scene = told(name)
    for path in scene["paths"]:
        for _letter, *numbers in path["ops"]:
            assert all(-1 <= x <= scene["width"] + 1 for x in numbers[::2])
            assert all(-1 <= y <= scene["height"] + 1 for y in numbers[1::2])


@each
def test_a_picture_is_black_shapes_and_thick_lines_only(name: str) -> None:
    scale = PRINTED / told(name)["width"]
    for path in told(name)["paths"]:
        assert set(path) == {"fill", "stroke", "ops"}
        assert path["fill"] or path["stroke"] * scale >= THINNEST


@each
def test_a_picture_draws(name: str) -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(400, 300))
    pictures.draw(canvas, name, 0, 0, 400)
    canvas.save()
    contents = PdfReader(file).pages[0].get_contents()
    assert contents is not None
    words = contents.get_data().split()
    assert {b"f*", b"S", b"B*"} & set(words)
    assert not {b"rg", b"RG", b"Do"} & set(words)  # no colour, no photograph


def test_a_picture_is_as_high_as_its_width_allows() -> None:
    drawing = pictures.picture("assembly", 200)
    assert drawing.wrap(500, 500) == (200, 150)


def test_an_unknown_picture_is_a_bug() -> None:
    with pytest.raises(KeyError):
        pictures.picture("nothing", 100)
