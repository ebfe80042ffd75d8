"""The words of the curriculum, changed one text at a time: written, translated, reviewed; their history.

A text keeps its number of revisions; a translation keeps the revision it was made from and, once the source has
moved on, the source words of that revision. So it can always be shown what exactly there is to do.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
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
BLANKS = " \t\r\n\f\v"  # but not the no-break spaces, which French needs
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
            words=_short_enough(proper(words)),
            state=TextState.REVIEWED,
            revision=1,
            from_revision=None,
            facts=list(facts),
        )
    )
    return ref


def write(s: Session, ref: str, language: str, words: str) -> None:
    """Change a text in one language. A change of the source makes its translations outdated; a change of a
    translation makes it a draft that is up to date. The same words again change nothing."""
    source, said = source_of(s, ref), _short_enough(proper(words))
    if language == source.language:
        _write_source(s, source, said)
        return
    row = _translation(s, ref, language)
    if row is not None and not said:
        journal.remove(row)
    elif said and (row is None or row.words != said):
        put_translation(s, source, language, said, TextState.DRAFT)


def review(s: Session, ref: str, language: str) -> None:
    """A reader has compared the translation with its source: who and when is kept by the journal."""
    source = source_of(s, ref)
    row = _translation(s, ref, language)
    if row is None:
        raise TrainerError(_("There are no words to mark as reviewed yet."), "nothing_to_review")
    put_translation(s, source, language, row.words, TextState.REVIEWED)


def doubt(s: Session, ref: str, language: str) -> None:
    """Make a reviewed translation a draft again."""
    row = _translation(s, ref, language)
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


def _write_source(s: Session, source: Text, words: str) -> None:
    if words == source.words:
        return
    if not words:
        raise TrainerError(_("A text cannot be empty. Remove it instead."), "empty_text")
    before, source.words = source.words, words
    source.revision += 1
    for row in _translations(s, source.ref):
        if row.from_words is None:
            row.from_words = before
        elif row.from_words == words:  # the source is again what it was
            row.from_words, row.from_revision = None, source.revision


def put_translation(
    s: Session, source: Text, language: str, words: str, state: TextState, from_words: str | None = None
) -> None:
    """Write a translation of today's source, or one that was made from it when it said `from_words`."""
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
        from_revision=source.revision if from_words is None else 0,
        from_words=from_words,
        facts=list(source.facts),
    )


def _revision(s: Session, ref: str, language: str, words: str) -> int:
    row = s.get(Text, text_id(ref, language))
    if row is None:
        return 1
    return row.revision + (row.words != words)


def _translation(s: Session, ref: str, language: str) -> Text | None:
    row = s.get(Text, text_id(ref, language))
    return None if row is None or row.gone else row


def _translations(s: Session, ref: str) -> list[Text]:
    return list(s.scalars(select(Text).where(Text.ref == ref, Text.from_revision.is_not(None))))


def proper(words: str) -> str:
    """Without blanks at the ends of its lines, and with one kind of line end; no-break spaces stay."""
    lines = words.strip(BLANKS).splitlines()
    return "\n".join(line.rstrip(BLANKS) for line in lines)


def _short_enough(words: str) -> str:
    if len(words) > LONGEST:
        raise TrainerError(_("This text is too long: it has {count} letters.").format(count=len(words)), "long_text")
    return words
