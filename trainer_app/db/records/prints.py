"""What was printed or exported, in which language, and how many."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept


class PrintRun(Kept):
    __tablename__ = "print_run"

    document: Mapped[str]
    subject_id: Mapped[UUID | None] = mapped_column(index=True)
    """The training or handout it was made from."""
    language: Mapped[str]
    copies: Mapped[int] = mapped_column(default=1)
    made_on: Mapped[date]
    unmasked: Mapped[str] = mapped_column(default="")
    """Personal columns that were shown in full: a nominal list is noted (law 058/2021)."""
