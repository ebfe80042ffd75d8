"""Certificates made by hand, signed with a key of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from tests.documents.builders import NAMES, head
from trainer_app.db import signing
from trainer_app.domain import certificates as words
from trainer_app.domain import plain_letters
from trainer_app.domain.certificates import Sealed, Statement
from trainer_app.domain.certifying import BadgeLine, Batch, Issued, LastTest
from trainer_app.domain.letterheads import Letterhead
from trainer_app.domain.people import split_name
from trainer_app.domain.rules import Certified

OFFICE = Letterhead(signatory="MUKAMANA Jeanne", function="Coordinator")
PRIVATE = bytes(range(32))
PUBLIC = signing.public_of(PRIVATE)
ISSUED = date(2026, 3, 9)
TITLES = {"en": "Cooperative governance", "fr": "Gouvernance des coopératives", "rw": "Imiyoborere y’amakoperative"}
LONG = "NIYONSENGA UWAMARIYA Marie Chantal Immaculée Joséphine Béata Théodosie de la Paix"


def number(place: int) -> str:
    """The same for the same place: golden files need that."""
    own = plain_letters.spelt(place.to_bytes(10))[1:]
    return next(
        found for sign in plain_letters.ALPHABET if plain_letters.is_number(found := plain_letters.grouped(own + sign))
    )


def issued(place: int, name: str, **of_head: object) -> Issued:
    own = head(**of_head)
    said = Statement(
        number(place),
        words.composed(name),
        own.code,
        "M1",
        1950 if place % 2 else 2250,
        (100, 80, 92)[place % 3],
        own.first_day,
        own.last_day,
        ISSUED,
        words.composed(own.organiser),
        own.is_sample,
    )
    sealed = Sealed(said.text, words.fingerprint(PUBLIC), signing.sign(PRIVATE, said.text))
    return Issued(UUID(int=1 + place), UUID(int=1000 + place), said, sealed)


def batch(
    count: int = 3, names: Sequence[str] = NAMES, titles: dict[str, str] | None = None, **of_head: object
) -> Batch:
    lines = tuple(issued(place, names[place % len(names)], **of_head) for place in range(count))
    scores = {line.person_id: LastTest(7.5, 10, 6) for line in lines}
    own = titles or TITLES
    return Batch(head(**{"letterhead": OFFICE} | of_head), own, lines, Certified(), scores)


def badges(count: int = 3, names: Sequence[str] = NAMES, group: str = "COOP Twisungane") -> tuple[BadgeLine, ...]:
    return tuple(BadgeLine(str(place + 1), *split_name(names[place % len(names)]), group) for place in range(count))
