"""How fast certificates are drawn, against placing empty forms; their squares are made before, and told apart.

`python -m tests.bench.bench_certificates [people]` prints floor, ours, their ratio and pages a second.
"""

from __future__ import annotations

import sys
from functools import partial

from tests.bench.bench_attendance_list import best, place_forms, told
from tests.bench.timing import seconds
from tests.documents import certificates as made
from tests.documents.builders import ENGLISH, KINYARWANDA
from trainer_app.documents import certificate, qr

PEOPLE = 200


def main(people: int) -> None:
    own = made.batch(people)
    squares = seconds(lambda: [qr.matrix.__wrapped__(line.sealed.pieces) for line in own.lines])
    for line in own.lines:
        qr.matrix(line.sealed.pieces)
    floor, ours = best(partial(place_forms, people), partial(certificate.as_bytes, own, (ENGLISH, KINYARWANDA)))
    told(f"{people} certificates", floor, ours, f"{people / ours:.0f} pages/s", "goal >= 1000 without the squares")
    print(f"squares: {people / squares:.0f} a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
