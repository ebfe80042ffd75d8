"""The code at the foot of a page is read by a telephone, and is what it should be square by square."""

from __future__ import annotations

import io

import pytest
import segno
from pypdf import PdfReader

from tests.documents.builders import ENGLISH, PRINTED, handout
from tests.documents.looking import MILLIMETRE, codes_read, colours, text_of
from trainer_app.documents import handout as document
from trainer_app.documents import qr
from trainer_app.documents.handout_page import QR_SIZE
from trainer_app.documents.page import new_canvas
from trainer_app.domain import editions

WORDS = "M1-1.1 rw 7f3k2a"


def drawn(words: str, size: float = 12 * MILLIMETRE) -> bytes:
    file = io.BytesIO()
    canvas = new_canvas(file, ENGLISH, "code", (100, 100))
    qr.draw(canvas, words, 30, 30, size)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_a_code_is_drawn_square_by_square() -> None:
    size = 25 * 2.0
    stream = PdfReader(io.BytesIO(drawn(WORDS, size))).pages[0].get_contents().get_data().decode()
    assert "2 0 0 2 30 30 cm" in stream
    rows = [[False] * 25 for _ in range(25)]
    for line in stream.splitlines():
        if " re" in line:
            for x, y, wide, high in _boxes(line):
                assert high == 1
                for column in range(int(x), int(x + wide)):
                    rows[24 - int(y)][column] = True
    expected = segno.make(WORDS, error="m", micro=False).matrix
    assert rows == [[bool(square) for square in row] for row in expected]


def _boxes(line: str) -> list[list[float]]:
    words = line.split()
    return [[float(word) for word in words[place - 4 : place]] for place, word in enumerate(words) if word == "re"]


def test_a_code_is_large_enough_for_a_cheap_telephone() -> None:
    assert QR_SIZE >= 12 * MILLIMETRE
    assert qr.quiet(WORDS, QR_SIZE) == pytest.approx(QR_SIZE * 4 / 25)
    assert colours(drawn(WORDS)) == set()


@pytest.mark.parametrize("paper", ["A4", "A5", "booklet"])
def test_a_telephone_reads_which_edition_a_page_is(paper: str) -> None:
    pytest.importorskip("zxingcpp", reason="zxing-cpp, which reads codes, is not installed")
    own = handout("M1-1.1", language="rw")
    pdf = document.as_bytes([own], ENGLISH, paper, printed=PRINTED)
    expected = f"M1-1.1 rw {editions.of_handouts([own])}"
    assert codes_read(pdf) == [expected]
    assert expected in text_of(pdf)[0]
