"""What helps while one text is translated, read from the terms of the trade and from all that was translated before."""

from __future__ import annotations

from sqlalchemy.orm import Session

from trainer_app.domain.translating import TextPair
from trainer_app.domain.translation_help import TranslationHelp

NOTHING = TranslationHelp()


def of(s: Session, pair: TextPair, words: str) -> TranslationHelp:
    """Help for `words`, as they stand in the box now, against the source of the pair."""
    return NOTHING
