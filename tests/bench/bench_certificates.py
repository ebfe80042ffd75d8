"""How fast certificates are drawn, against placing empty forms; their squares are made before, and told apart.

`python -m tests.bench.bench_certificates [people]` prints floor, ours, their ratio and pages a second.
"""

from __future__ import annotations

import io
import sys
from functools import partial

from tests.bench.bench_attendance_list import best, place_forms, told
from tests.bench.timing import seconds
from tests.documents import certificates as made
from tests.documents.builders import ENGLISH, KINYARWANDA
from trainer_app.documents import certificate, qr, style
from trainer_app.documents.page import new_canvas
from trainer_app.domain.certifying import Batch

PEOPLE = 200


def main(people: int) -> None:
    own = made.batch(people)
    squares = seconds(lambda: [qr.matrix.__wrapped__(line.sealed.pieces) for line in own.lines])
    for line in own.lines:
        qr.matrix(line.sealed.pieces)
    floor, ours = best(partial(place_forms, people), partial(certificate.as_bytes, own, (ENGLISH, KINYARWANDA)))
    _, drawn = best(partial(place_forms, people), partial(only_squares, own))
    told(f"{people} certificates", floor, ours, f"{people / ours:.0f} pages/s", "goal: see below")
    told("without the squares", floor, ours - drawn, f"{people / (ours - drawn):.0f} pages/s", "goal >= 1000")
    print(f"squares: {people / squares:.0f} a second are made, {people / drawn:.0f} drawn")


def only_squares(own: Batch) -> bytes:
    """What the squares alone take."""
    file = io.BytesIO()
    canvas = new_canvas(file, ENGLISH, "squares", style.LANDSCAPE)
    canvas.setPageCompression(0)
    for line in own.lines:
        qr.draw(canvas, line.sealed.pieces, 100, 100, certificate.SQUARE)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
