"""What was printed or exported, in which language, how many, for whom; and in which words."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from trainer_app.db.records.base import Kept


class PrintRun(Kept):
    __tablename__ = "print_run"

    document: Mapped[str]
    job: Mapped[UUID | None] = mapped_column(default=None)
    """What was printed at one go has one job: a module is one paper and many pages."""
    subject_id: Mapped[UUID | None] = mapped_column(index=True)
    """The training or handout it was made from."""
    code: Mapped[str] = mapped_column(default="", index=True)
    """Of the page, where it is one of a module."""
    edition: Mapped[str] = mapped_column(default="")
    """Of the words that were printed: another one later means that an outdated page is in somebody's hands."""
    group_id: Mapped[UUID | None] = mapped_column(default=None)
    training_id: Mapped[UUID | None] = mapped_column(default=None)
    """Whom the copies were for."""
    language: Mapped[str]
    copies: Mapped[int] = mapped_column(default=1)
    made_on: Mapped[date]
    unmasked: Mapped[str] = mapped_column(default="")
    """Personal columns that were shown in full: a nominal list is noted (law 058/2021)."""


class Edition(Kept):
    """The words of a page as they were printed, kept once for each edition. The key is derived from all of it."""

    __tablename__ = "edition"

    document: Mapped[str]
    code: Mapped[str]
    language: Mapped[str]
    edition: Mapped[str]
    words: Mapped[list[Any]]


class PrintWish(Kept):
    """A paper to be printed later, at an office that has a printer: what was asked, not the paper itself."""

    __tablename__ = "print_wish"

    title: Mapped[str]
    asked: Mapped[dict[str, Any]]
    """The answers to the questions of the print centre."""
    asked_on: Mapped[date]
    done_on: Mapped[date | None]
