"""Headers that are days of a training: a date, `J1`, `Umunsi wa 1`, with the half of the day beside it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from trainer_app.domain.attendance import NOON, RegisterDay
from trainer_app.domain.imports.dates import MONTH_OF
from trainer_app.domain.people import folded

DAY_NUMBER = re.compile(
    r"\b(?:days?|jours?|umunsi|iminsi|sessions?|seances?|j|d|s)(?: ?wa)?(?: ?(?:no?|n°))? ?(\d{1,2})\b"
)
ISO_INSIDE = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
DATE_INSIDE = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?!\d)")
MONTH_INSIDE = re.compile(rf"\b(\d{{1,2}})(?:er)?[ -]({'|'.join(sorted(MONTH_OF, key=len, reverse=True))})\b")
HALVES = {
    "am": "am; a m; a.m.; matin; matinee; morning; igitondo; mu gitondo; mbere ya saa sita; avant midi",
    "pm": "pm; p m; p.m.; apres midi; apres-midi; afternoon; soir; soiree; ikigoroba; ku mugoroba; nimugoroba; "
    "nyuma ya saa sita",
}
HALF_OF = {folded(words.strip()): half for half, phrases in HALVES.items() for words in phrases.split(";")}
HALF_INSIDE = re.compile(rf"(?:^|\W)({'|'.join(map(re.escape, sorted(HALF_OF, key=len, reverse=True)))})(?:\W|$)")


@dataclass(frozen=True, slots=True)
class DaySaid:
    """What a header says of a day; a year may be two figures, and each part may be missing."""

    number: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    half: str = ""

    def is_on(self, day: date) -> bool:
        same_year = self.year is None or self.year % 100 == day.year % 100
        return (day.day, day.month) == (self.day, self.month) and same_year


@lru_cache(maxsize=1024)
def said_by(header: str) -> DaySaid | None:
    """None for a header that names no day; a half of a day alone names none."""
    plain = folded(header.replace("/", "."))
    number = DAY_NUMBER.search(plain)
    dated = _dated(header, plain)
    if number is None and dated is None:
        return None
    day, month, year = dated or (None, None, None)
    return DaySaid(int(number[1]) if number else None, day, month, year, half_of(header))


def half_of(header: str) -> str:
    """ "am", "pm", or nothing."""
    found = HALF_INSIDE.search(folded(header))
    return HALF_OF[found[1]] if found else ""


def is_half(text: str) -> bool:
    """Whether the text is a half of a day and nothing else."""
    return folded(text).strip() in HALF_OF


def session_of(header: str, days: Sequence[RegisterDay], taken: Collection[UUID] = ()) -> RegisterDay | None:
    """By its date; by its number where two are on one day, or the header has no date; by the half of the day."""
    said = said_by(header)
    if said is None:
        return None
    found = [day for day in days if said.is_on(day.day)] if said.day else list(days)
    if said.half:
        found = _in_half(said, found)
    if len(found) == 1 and (said.day or said.half):
        return found[0]
    numbered = [day for day in found if day.number == said.number]
    if numbered or not said.day:
        return numbered[0] if numbered else None
    free = [day for day in found if day.session_id not in taken]
    return free[0] if free else None


def _in_half(said: DaySaid, found: Sequence[RegisterDay]) -> list[RegisterDay]:
    """`J1 PM` is the afternoon of the first day, whatever number that session has."""
    if said.number and not said.day:
        dates = sorted({day.day for day in found})
        wanted = dates[said.number - 1 : said.number]
        found = [day for day in found if day.day in wanted]
    return [day for day in found if said.half == ("am" if day.starts < NOON else "pm")]


def _dated(header: str, plain: str) -> tuple[int, int, int | None] | None:
    if iso := ISO_INSIDE.search(header):
        return int(iso[3]), int(iso[2]), int(iso[1])
    if found := DATE_INSIDE.search(header):
        return int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if named := MONTH_INSIDE.search(plain):
        return int(named[1]), MONTH_OF[named[2]], None
    return None
