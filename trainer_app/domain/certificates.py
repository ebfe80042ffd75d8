"""What a certificate says, as it is signed; and the text in its square, by which anybody can check it.

The statement is one line that a person can read too, of ten fields:

    TA1|number|name|training|module|hours|share|first..last|issued|office

A bar inside a field is written `\\!` and a backslash `\\\\`; all is composed (NFKC), on one line, with single spaces.
What comes from the sample programme begins with TA1-SAMPLE: it is signed like any other, and is never taken for a
real one. The square holds the statement, then the fingerprint of the office's key and the signature, in letters that
survive being copied by hand.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from trainer_app.domain import plain_letters
from trainer_app.domain.text import tidy

REAL, SAMPLE = "TA1", "TA1-SAMPLE"
FIELDS = 10
SIGNATURE = 64  # bytes, of Ed25519
FINGERPRINT = 10  # bytes
SIGNS_OF_NUMBER = 16  # 75 random bits, and one sign that checks them
LONGEST = 2_000  # characters that anything of ours can have
HOURS = re.compile(r"(\d{1,4})h([0-5]\d)")


class NoStatement(ValueError):
    """The text is not a certificate's, or not any more."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What an office vouches for."""

    number: str
    name: str
    training: str
    """Its code."""
    module: str
    """Codes of what was taught; a title where there is no module."""
    minutes: int
    """Of the sessions attended."""
    share: int
    """Of the sessions attended, in per cent, rounded down."""
    first: date
    last: date
    issued: date
    office: str
    is_sample: bool = False

    @property
    def text(self) -> str:
        """What is signed."""
        fields = (
            SAMPLE if self.is_sample else REAL,
            self.number,
            self.name,
            self.training,
            self.module,
            f"{self.minutes // 60}h{self.minutes % 60:02}",
            f"{self.share}%",
            f"{self.first}..{self.last}",
            f"{self.issued}",
            self.office,
        )
        return "|".join(map(_escaped, fields))

    @property
    def facts(self) -> tuple[object, ...]:
        """All that a new certificate would say otherwise: everything but when it was issued."""
        own = (self.name, self.training, self.module, self.minutes, self.share, self.first, self.last)
        return (*own, self.office, self.is_sample)

    @property
    def shown(self) -> tuple[str, ...]:
        """What stands on the paper letter by letter, in whatever language it is. The name has lines of its own."""
        days = dict.fromkeys((self.first, self.last, self.issued))
        words = self.number, hours(self.minutes), f"{self.share} %", self.office
        return *filter(None, words), *(f"{day:%d/%m/%Y}" for day in days)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A statement as it left the office: with the signature, and the fingerprint of the key that made it."""

    statement: str
    fingerprint: str
    signature: bytes

    @property
    def text(self) -> str:
        """What the square holds."""
        return "".join(self.pieces)

    @property
    def pieces(self) -> tuple[str, str]:
        """The same in two: the second has letters, digits and signs only that a square holds in less room."""
        return f"{self.statement}|", f"{self.fingerprint}:{plain_letters.spelt(self.signature)}"


def hours(minutes: int) -> str:
    """`32 h 00`, `32 h 30`: the same in every language."""
    return f"{minutes // 60} h {minutes % 60:02}"


def fingerprint(public: bytes) -> str:
    """By which an office's key is told from another: short enough to be compared by eye."""
    return plain_letters.grouped(plain_letters.spelt(hashlib.sha256(public).digest()[:FINGERPRINT]))


def new_number() -> str:
    return plain_letters.random_number(SIGNS_OF_NUMBER)


def composed(words: str) -> str:
    """As a field holds it: in the plainest signs (A for a wide Ａ), which every paper and telephone writes alike."""
    made = tidy(unicodedata.normalize("NFKC", words))
    return made if made == words else composed(made)


def read(text: str) -> Statement:
    """The statement that a text says, and no other way to write it. Raises NoStatement."""
    fields = _fields(text)
    if len(fields) != FIELDS or fields[0] not in (REAL, SAMPLE):
        raise NoStatement(text)
    kind, number, name, training, module, time, share, days, issued, office = fields
    match = HOURS.fullmatch(time)
    first, found, last = days.partition("..")
    if match is None or not found or not plain_letters.is_number(number):
        raise NoStatement(text)
    try:
        made = Statement(
            number,
            name,
            training,
            module,
            int(match[1]) * 60 + int(match[2]),
            int(share.removesuffix("%")),
            date.fromisoformat(first),
            date.fromisoformat(last),
            date.fromisoformat(issued),
            office,
            kind == SAMPLE,
        )
    except ValueError as error:
        raise NoStatement(text) from error
    if made.text != text:
        raise NoStatement(text)
    return made


def unsealed(text: str) -> Sealed:
    """What a telephone read in the square, or somebody copied. Raises NoStatement."""
    words = _as_meant(text)
    statement, _bar, rest = words.rpartition("|")
    key, _colon, letters = rest.partition(":")
    if len(words) > LONGEST or not statement.startswith(REAL):
        raise NoStatement(text)
    try:
        signature = plain_letters.unspelt(letters)
        key = plain_letters.tidied(key)
    except ValueError as error:
        raise NoStatement(text) from error
    if len(signature) != SIGNATURE:
        raise NoStatement(text)
    return Sealed(statement, key, signature)


def missing(statement: Statement, page: str) -> tuple[str, ...]:
    """What the statement says and the words of a page do not: there somebody changed the one or the other.

    `page` is without the statement itself, with its lines as they are.
    """
    seen = unicodedata.normalize("NFC", page)
    lost = [words for words in statement.shown if not re.search(_by_itself(words), seen)]
    alone = re.search(rf"(?m)^\s*{_spaced(statement.name)}\s*$", seen)
    return tuple(lost if alone else [statement.name, *lost])


def _by_itself(words: str) -> str:
    """Not inside a longer number or word, nor behind the sign of a least number."""
    return rf"(?<![\w≥])(?<!≥\s){_spaced(words)}(?!\w)"


def _spaced(words: str) -> str:
    """A line may end anywhere, and a reader of pages may see a space where there is none; "�" is any sign."""
    return r"\s*".join(f"(?:{re.escape(sign)}|\ufffd)" for sign in "".join(words.split()))


def _as_meant(text: str) -> str:
    """On one line; and where a telephone took UTF-8 for the letters of Western Europe, as it was."""
    words = " ".join(text.split())
    for alphabet in ("latin-1", "cp1252"):
        try:
            return composed(words.encode(alphabet).decode("utf-8"))
        except UnicodeError:
            continue
    return composed(words)


def _escaped(field: str) -> str:
    return composed(field).replace("\\", "\\\\").replace("|", "\\!")


def _fields(text: str) -> list[str]:
    return [re.sub(r"\\([\\!])", _unescaped, field) for field in text.split("|")]


def _unescaped(match: re.Match[str]) -> str:
    return "|" if match[1] == "!" else "\\"
