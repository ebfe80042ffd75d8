"""What stands above and below the papers of a project: its title, who works for it, who pays, and their logos."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

OF_THE_EU = ("european union", "union européenne", "ubumwe bw'uburayi", "ubumwe bw'i burayi")
MOST_LOGOS = 8
SIDE_OF_PNG = slice(16, 20), slice(20, 24)  # where a PNG says how wide and how high it is


@dataclass(frozen=True, slots=True)
class LogoPicture:
    """A logo that was made small and safe when it was read."""

    name: str
    """What it shows, for those who do not see it."""
    png: bytes = field(repr=False)
    is_donor: bool = True
    is_eu: bool = False
    id: UUID | None = None
    """None while it is not kept yet."""

    @property
    def shape(self) -> float:
        """How many times wider than high it is."""
        wide, high = (int.from_bytes(self.png[part]) for part in SIDE_OF_PNG)
        return wide / high


@dataclass(frozen=True, slots=True)
class Letterhead:
    """All of it in one value, that a paper is handed with the training it is about."""

    title: str = ""
    organisation: str = ""
    address: str = ""
    funding: str = ""
    """The sentence on who pays: "Funded by the European Union"."""
    reference: str = ""
    """What the reference of every paper begins with."""
    signatory: str = ""
    function: str = ""
    logos: tuple[LogoPicture, ...] = ()
    in_grey: bool = False
    """For a photocopier: the logos without their colours."""

    @property
    def is_empty(self) -> bool:
        return self == replace(NONE, in_grey=self.in_grey)

    @property
    def has_head(self) -> bool:
        """Whether it has something to draw above a paper."""
        return bool(self.title or self.organisation or self.logos)

    @property
    def donors(self) -> tuple[LogoPicture, ...]:
        return tuple(logo for logo in self.logos if logo.is_donor)

    @property
    def own(self) -> tuple[LogoPicture, ...]:
        return tuple(logo for logo in self.logos if not logo.is_donor)

    @property
    def lacks_eu_sentence(self) -> bool:
        """The emblem of the European Union goes with a sentence that says what it pays for."""
        told = self.funding.casefold().replace("’", "'")
        return any(logo.is_eu for logo in self.logos) and not any(words in told for words in OF_THE_EU)

    def referred(self, code: str) -> str:
        """The reference of a paper: `PACE/2026/RUL-014`."""
        return "/".join(filter(None, (self.reference.rstrip("/- "), code)))


NONE = Letterhead()


def with_logo(letterhead: Letterhead, logo: LogoPicture) -> Letterhead:
    return replace(letterhead, logos=(*letterhead.logos, logo))


def without_logo(letterhead: Letterhead, place: int) -> Letterhead:
    return replace(letterhead, logos=letterhead.logos[:place] + letterhead.logos[place + 1 :])


def moved(letterhead: Letterhead, place: int, by: int) -> Letterhead:
    """With the logo so many places further right; it stays where it is at the end of the row."""
    logos = list(letterhead.logos)
    if 0 <= place + by < len(logos):
        logos.insert(place + by, logos.pop(place))
    return replace(letterhead, logos=tuple(logos))


def with_changed(letterhead: Letterhead, place: int, logo: LogoPicture) -> Letterhead:
    return replace(letterhead, logos=(*letterhead.logos[:place], logo, *letterhead.logos[place + 1 :]))


def heights(logos: tuple[LogoPicture, ...], least: float, most: float) -> tuple[float, ...]:
    """How high each logo is drawn: all alike, but the emblem of the European Union is never the smaller picture.

    Its rules ask that it be at least as prominent as any other. Where another logo is wider than the emblem, the
    emblem grows until none covers more paper; what is too wide even for that gives way.
    """
    emblems = [logo.shape for logo in logos if logo.is_eu]
    others = [logo.shape for logo in logos if not logo.is_eu]
    if not emblems or not others:
        return (least,) * len(logos)
    narrowest, widest = min(emblems), max(others)
    grown = min(most, least * max(1.0, (widest / narrowest) ** 0.5))
    allowed = narrowest * grown**2
    return tuple(grown if logo.is_eu else min(least, (allowed / logo.shape) ** 0.5) for logo in logos)
