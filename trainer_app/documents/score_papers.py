"""The list of scores, ready to be looked at, printed and saved."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from trainer_app.documents import score_list
from trainer_app.documents.formats import LISTS
from trainer_app.documents.output import Tick, Written
from trainer_app.documents.papers import Paper, of_training
from trainer_app.documents.score_rows import ScoreBook, title
from trainer_app.i18n import Catalog


def scores(book: ScoreBook, language: str, today: date, copies: int = 1) -> Paper:
    """What everybody scored, and what follows from it. It is in the language in which the book was read."""
    t = Catalog(language)

    def save(path: Path, tick: Tick) -> Written:
        return score_list.write(book, t, path, tick, today)

    return of_training(
        book.head,
        document="score_list",
        title=f"{title(t)} {book.head.code}",
        language=language,
        draw=partial(score_list.as_bytes, book, t, today),
        save=save,
        copies=copies,
        suffixes=LISTS,
    )
