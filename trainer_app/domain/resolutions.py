"""What a session decided or left to be done: by whom, until when, and whether it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ResolutionForm:
    """What is written down. `owner` is whoever shall do it, a person or a group, as people say it."""

    words: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ResolutionLine:
    id: UUID
    session_id: UUID
    form: ResolutionForm
    done_on: date | None = None

    @property
    def is_done(self) -> bool:
        return self.done_on is not None

    def is_late(self, today: date) -> bool:
        """Its day has passed and nobody said that it was done."""
        return self.form.due is not None and self.form.due < today and not self.is_done
