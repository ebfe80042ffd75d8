"""Age groups: in which of them somebody is on a day. The programme decides where each begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import ClassVar

from trainer_app.domain.rules import Setting


@dataclass(frozen=True, slots=True)
class AgeBand:
    """From `least` years to one less than `below`. Both None: nobody knows how old."""

    least: int | None = None
    below: int | None = None

    @property
    def value(self) -> str:
        """`<18`, `18-35`, `36+`, `unknown`: how lists and scripts write it."""
        if self.below is None:
            return "unknown" if self.least is None else f"{self.least}+"
        return f"{self.least}-{self.below - 1}" if self.least else f"<{self.below}"


UNKNOWN_AGE = AgeBand()


@dataclass(frozen=True, slots=True)
class AgeBands(Setting):
    """Where one age group ends and the next begins: 18 and 36 make under 18, 18 to 35, 36 and over."""

    NAME: ClassVar[str] = "age_bands"

    begins: tuple[int, ...] = (18, 36)

    def __post_init__(self) -> None:
        ages = self.begins
        if not ages or any(not 1 <= age <= 120 for age in ages) or list(ages) != sorted(set(ages)):
            raise ValueError(self)

    @property
    def bands(self) -> tuple[AgeBand, ...]:
        """From the youngest on; without the unknown one."""
        edges = (0, *self.begins, None)
        return tuple(AgeBand(least, below) for least, below in pairwise(edges))

    def of_age(self, years: int) -> AgeBand:
        return next(band for band in reversed(self.bands) if (band.least or 0) <= max(years, 0))

    def on(self, day: date, birth_year: int | None, birth_date: date | None = None) -> AgeBand:
        """The band on a day. A birth year alone counts as the age reached in that year."""
        if birth_date is not None:
            had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
            return self.of_age(day.year - birth_date.year - (not had_birthday))
        return UNKNOWN_AGE if birth_year is None else self.of_age(day.year - birth_year)


USUAL_BANDS = AgeBands()
"""As a new programme begins."""
UNDER_18, YOUTH, ADULT = USUAL_BANDS.bands
