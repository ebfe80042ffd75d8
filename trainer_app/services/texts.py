"""The words of the curriculum, changed one text at a time: written, translated, reviewed; their history.

A text keeps its number of revisions; a translation keeps the revision it was made from and, once the source has
moved on, the source words of that revision. So it can always be shown what exactly there is to do.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import journal
from trainer_app.db.records import Text
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.ids import derived_id
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import history

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
LONGEST = 20_000  # characters; no sentence needs them, and a page pasted by mistake has more


def new_ref() -> str:
    """The id of a text, given once: it names the text in every language, file and pack."""
    return "t-" + "".join(secrets.choice(LETTERS) for _ in range(7))


def text_id(ref: str, language: str) -> UUID:
    return derived_id("text", ref, language)


def source_of(s: Session, ref: str) -> Text:
    """The text in the language it was written in. Raises TrainerError."""
    row = s.scalars(select(Text).where(Text.ref == ref, Text.from_revision.is_(None))).first()
    if row is None:
        raise TrainerError(_("This text is no longer there."), "unknown_text")
    return row


def add(
    s: Session,
    owner_id: UUID,
    key: str,
    position: int,
    language: str,
    words: str,
    *,
    facts: Iterable[str] = (),
    ref: str = "",
) -> str:
    """A new text in the language it is written in. Returns its id, which is made unless it is given."""
    ref = ref or new_ref()
    s.add(
        Text(
            id=text_id(ref, language),
            owner_id=owner_id,
            key=key,
            position=position,
            ref=ref,
            language=language,
            words=proper(words),
            state=TextState.REVIEWED,
            revision=1,
            from_revision=None,
            facts=list(facts),
        )
    )
    return ref


def write(s: Session, ref: str, language: str, words: str, *, only_a_typo: bool = False) -> None:
    """Change a text in one language. A change of the source makes its translations outdated, unless it only
    mends a typo; a change of a translation makes it a draft that is up to date."""
    source, said = source_of(s, ref), proper(words)
    if language == source.language:
        _write_source(s, source, said, only_a_typo)
    elif said:
        put_translation(s, source, language, said, TextState.DRAFT)
    elif (row := s.get(Text, text_id(ref, language))) is not None:
        journal.remove(row)


def review(s: Session, ref: str, language: str) -> None:
    """A reader has compared the translation with its source: who and when is kept by the journal."""
    source = source_of(s, ref)
    row = s.get(Text, text_id(ref, language))
    if row is None or row.gone:
        raise TrainerError(_("There are no words to mark as reviewed yet."), "nothing_to_review")
    put_translation(s, source, language, row.words, TextState.REVIEWED)


def doubt(s: Session, ref: str, language: str) -> None:
    """Make a reviewed translation a draft again."""
    row = s.get(Text, text_id(ref, language))
    if row is not None:
        row.state = TextState.DRAFT


def only_a_typo(s: Session, ref: str) -> int:
    """The latest change of the source changed nothing of its meaning: the translations that were up to date before
    are so again. Returns how many there are."""
    source = source_of(s, ref)
    current = [row for row in _translations(s, ref) if row.from_revision == source.revision - 1]
    for row in current:
        row.from_words, row.from_revision = None, source.revision
    return len(current)


def of(s: Session, ref: str, language: str) -> tuple[history.HistoryLine, ...]:
    """Every wording and state the text has had, the latest first; empty where it never changed here."""
    return history.of(s, [text_id(ref, language)])


def reviewed_by(s: Session, ref: str, language: str) -> tuple[str, datetime] | None:
    """Who marked it as reviewed, and when; None when that was not done here."""
    for line in of(s, ref, language):
        if line.field == "state":
            return (line.who, line.when) if line.after == TextState.REVIEWED else None
    return None


def _write_source(s: Session, source: Text, words: str, only_a_typo: bool) -> None:
    if words == source.words:
        return
    if not words:
        raise TrainerError(_("A text cannot be empty. Remove it instead."), "empty_text")
    before, source.words = source.words, words
    source.revision += 1
    for row in _translations(s, source.ref):
        if only_a_typo:
            if row.from_words is None:
                row.from_revision = source.revision
        elif row.from_words is None:
            row.from_words = before
        elif row.from_words == words:  # the source is again what it was
            row.from_words, row.from_revision = None, source.revision


def put_translation(
    s: Session, source: Text, language: str, words: str, state: TextState, from_words: str | None = None
) -> None:
    """Write a translation that was made from today's source, or from what it was when it said `from_words`."""
    journal.put(
        s,
        Text,
        text_id(source.ref, language),
        owner_id=source.owner_id,
        key=source.key,
        position=source.position,
        ref=source.ref,
        language=language,
        words=words,
        state=state,
        revision=_revision(s, source.ref, language, words),
        from_revision=source.revision if from_words is None else source.revision - 1,
        from_words=from_words,
        facts=list(source.facts),
    )


def _revision(s: Session, ref: str, language: str, words: str) -> int:
    row = s.get(Text, text_id(ref, language))
    if row is None:
        return 1
    return row.revision + (row.words != words)


def _translations(s: Session, ref: str) -> list[Text]:
    return list(s.scalars(select(Text).where(Text.ref == ref, Text.from_revision.is_not(None))))


def proper(words: str) -> str:
    """Without blanks at the ends, and with one kind of line end."""
    said = "\n".join(line.rstrip() for line in words.strip().splitlines())
    if len(said) > LONGEST:
        raise TrainerError(_("This text is too long: it has {count} letters.").format(count=len(said)), "long_text")
    return said
