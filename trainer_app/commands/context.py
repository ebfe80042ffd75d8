"""What every command is handed, and what it gives back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from trainer_app.db.database import Database
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, _

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    database: Database
    folder: Path
    language: str
    """Of messages, and of content unless a command names another."""
    now: datetime
    passphrase: str | None = None

    def read(self, query: Callable[..., T], *args: object, **kwargs: object) -> T:
        """Ask a service, in a session that never writes."""
        with self.database.reading() as session:
            return query(session, *args, **kwargs)

    @property
    def today(self) -> date:
        return self.now.date()

    def catalog(self, options: Namespace) -> Catalog:
        """Of the paper: its own language when one is named."""
        return Catalog(getattr(options, "paper_language", None) or self.language)


@dataclass(frozen=True)
class Result:
    told: Mapping[str, Any]
    lines: Sequence[str] = field(default_factory=tuple)
    sound: bool = True
    """False when a check found something wrong: the command ends with 1 all the same."""


Command = Callable[[Context, Namespace], Result]


def day(text: str) -> date:
    """`2026-03-09` or `09/03/2026`. Raises TrainerError."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise TrainerError(_("{text} is not a date. Write it like 09/03/2026.").format(text=text), "bad_date")


def period(options: Namespace) -> tuple[date | None, date | None]:
    """`--from` and `--to`, either of which may be left open. Raises TrainerError."""
    first = day(options.first) if options.first else None
    last = day(options.last) if options.last else None
    if first and last and last < first:
        raise TrainerError(_("The last day is before the first one."), "bad_period")
    return first, last


def table(rows: Sequence[Sequence[object]]) -> list[str]:
    """Rows in columns, as wide as their widest cell."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)] if texts else []
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in texts]
