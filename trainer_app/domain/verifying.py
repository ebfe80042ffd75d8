"""What somebody who checks a certificate is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from trainer_app.domain.certificates import Statement


class Verdict(StrEnum):
    GENUINE = "genuine"
    ALTERED = "altered"
    UNKNOWN_OFFICE = "unknown_office"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    SAMPLE = "sample"
    NOT_READ = "not_read"
    NOT_A_CERTIFICATE = "not_a_certificate"


@dataclass(frozen=True, slots=True)
class Checked:
    """One certificate that was looked at. What its statement says is told as long as it can be read."""

    verdict: Verdict
    statement: Statement | None = None
    fingerprint: str = ""
    is_listed: bool = False
    """This data folder has it in its list, and would know had it been withdrawn."""
    on_day: date | None = None
    """When it was withdrawn, or the one that replaces it was issued."""
    reason: str = ""
    missing: tuple[str, ...] = ()
    """What the statement says and the page does not."""
    page: int = 0
    """Of the file, from 1 on; 0 where there was only a text."""

    @property
    def is_good(self) -> bool:
        return self.verdict is Verdict.GENUINE


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page of a file says: its words, and the text of each square or line that was sealed."""

    number: int
    words: str
    sealed: tuple[str, ...]
