"""The pictures of handouts, cards and tests: every name is drawn, in black, inside its frame, thick enough to copy."""

from __future__ import annotations

import io
import json

import pytest
from picture_scenes import SCENES
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents import pictures
from trainer_app.documents.style import mm
from trainer_app.paths import resources
from trainer_app.readers import packs
from trainer_app.readers.pack_digest import shipped_folders

PRINTED = 60 * mm  # as wide as a picture is on a card, where its lines are thinner than on a handout
THINNEST = 0.35 * mm  # a line that a photocopier keeps

LARGEST, ALL = 40_000, 1_500_000  # bytes
FREE_TO_USE: frozenset[str] = frozenset()  # drawn already for a unit that is still being written

each = pytest.mark.parametrize("name", pictures.names())


def told(name: str) -> dict:  # type: ignore[type-arg]
    return json.loads((resources() / "pictograms" / f"{name}.json").read_text("utf-8"))


def used() -> set[str]:
    """Every name on a handout, a test item or a card of the modules that ship."""
    shipped = [packs.read(folder) for folder in shipped_folders(resources() / "curriculum")]
    units = [unit for pack in shipped for unit in pack.units]
    cards = {name for unit in units for part in unit.parts for name in part.layout.get("pictures", ())}
    items = {item.picture for pack in shipped for item in pack.items}
    return ({unit.picture for unit in units} | items | cards) - {""}


def extent(name: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what is black, with half of each line's width."""
    points = [
        (x, y, path["stroke"] / 2)
        for path in told(name)["paths"]
        for _letter, *numbers in path["ops"]
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    ]
    return (
        min(x - half for x, _, half in points),
        min(y - half for _, y, half in points),
        max(x + half for x, _, half in points),
        max(y + half for _, y, half in points),
    )


def test_every_picture_that_a_module_names_is_drawn() -> None:
    assert used() - set(pictures.names()) == set()


def test_every_picture_that_ships_is_used_or_free_to_use() -> None:
    assert set(pictures.names()) - used() == FREE_TO_USE


def test_every_scene_is_drawn_and_every_picture_has_its_scene() -> None:
    assert set(pictures.names()) == set(SCENES)


def test_the_pictures_are_small_files() -> None:
    sizes = [(resources() / "pictograms" / f"{name}.json").stat().st_size for name in pictures.names()]
    assert max(sizes) <= LARGEST
    assert sum(sizes) <= ALL


@each
def test_a_picture_stays_in_its_frame(name: str) -> None:
    left, bottom, right, top = extent(name)
    assert left >= 0
    assert bottom >= 0
    assert right <= told(name)["width"]
    assert top <= told(name)["height"]


@each
def test_a_picture_fills_its_frame_one_way_at_least(name: str) -> None:
    left, bottom, right, top = extent(name)
    ways = ((right - left) / told(name)["width"], (top - bottom) / told(name)["height"])
    assert max(ways) >= 0.75
    assert min(ways) >= 0.35


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


def test_a_picture_that_is_not_here_leaves_a_frame_and_the_page_prints() -> None:
    drawing = pictures.picture("of_another_office", 200)
    assert drawing.wrap(200, 1000) == (200, 150)
    assert pictures.as_pdf("of_another_office", 200).startswith(b"%PDF")
