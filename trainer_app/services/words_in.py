"""Translations that come back from a translator's file, whatever kind of file it was: only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Text
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.words_file import SaidText, Skip, Skipped, WordsCheck, WordsFile, WordsKind, WordsLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.services import texts

IMPORT = N_("Import {count} texts from {file}")

REASONS = {
    Skip.UNKNOWN: N_("No text here has this id."),
    Skip.SOURCE: N_("It was written in this language: change it in the program."),
    Skip.OLDER: N_("It was translated here from the newer source already."),
    Skip.LONG: N_("It is too long."),
}


def check(s: Session, told: WordsFile, language: str, *, reviewed: bool = False) -> WordsCheck:
    """What the file would change. `reviewed` is said by whoever imports, where the file itself cannot say it.

    Raises TrainerError when it is a file of another language, or of no module that is here.
    """
    if told.language and told.language.split("_")[0] != language.split("_")[0]:
        words = _("{file} is written in {theirs}, and not in {language}.")
        raise TrainerError(
            words.format(file=told.file, theirs=_name(told.language), language=_name(language)), "other_language"
        )
    sources, rows = _rows(s, told, language)
    if told.texts and not sources:
        words = _("{file} holds no text of a module that is here.")
        raise TrainerError(words.format(file=told.file), "no_known_text")
    lines, skipped, same = [], [], 0
    for said in told.texts:
        found = _judged(said, sources.get(said.ref), rows.get(said.ref), language, reviewed)
        if isinstance(found, WordsLine):
            lines.append(found)
        elif isinstance(found, Skip):
            skipped.append(Skipped(said.ref, found, said.words))
        else:
            same += 1
    whole = len(told.texts) + told.untranslated
    return WordsCheck(told.file, language, whole, told.untranslated, same, tuple(lines), tuple(skipped))


def write(s: Session, found: WordsCheck) -> int:
    """Write what differs. Returns how many texts that were."""
    sources = _sources(s, [line.ref for line in found.lines])
    for line in found.lines:
        texts.put_translation(s, sources[line.ref], found.language, line.after, line.state, line.from_words)
    return len(found.lines)


def reason(code: Skip) -> str:
    return _(REASONS[code])


def _name(language: str) -> str:
    return LANGUAGES.get(language, language)


def _rows(s: Session, told: WordsFile, language: str) -> tuple[dict[str, Text], dict[str, Text]]:
    """Id of a text > its source, and its translation as it is."""
    refs = [said.ref for said in told.texts]
    ids = [texts.text_id(ref, language) for ref in refs]
    rows = {row.ref: row for part in chunked(ids) for row in s.scalars(select(Text).where(Text.id.in_(part)))}
    return _sources(s, refs), rows


def _sources(s: Session, refs: Iterable[str]) -> dict[str, Text]:
    return {row.ref: row for row in _source_rows(s, list(dict.fromkeys(refs)))}


def _source_rows(s: Session, refs: list[str]) -> Iterator[Text]:
    for part in chunked(refs):
        yield from s.scalars(select(Text).where(Text.ref.in_(part), Text.from_revision.is_(None)))


def _judged(
    said: SaidText, source: Text | None, row: Text | None, language: str, reviewed: bool
) -> WordsLine | Skip | None:
    """None where the file says what is here already."""
    if source is None:
        return Skip.UNKNOWN
    if source.language == language:
        return Skip.SOURCE
    if len(said.words) > texts.LONGEST:
        return Skip.LONG
    words = texts.proper(said.words)
    is_same = row is not None and row.words == words
    older = None if _alike(said.made_from, source.words) else said.made_from
    if older is not None and row is not None and row.from_words is None:
        return None if is_same else Skip.OLDER
    state, older = _standing(said, row, is_same, reviewed, older)
    if row is not None and is_same and (row.state, row.from_words) == (state, older):
        return None
    kind = WordsKind.NEW if row is None else WordsKind.REVIEWED if is_same else WordsKind.CHANGED
    return WordsLine(said.ref, kind, source.words, row.words if row else "", words, state, older)


def _standing(
    said: SaidText, row: Text | None, is_same: bool, reviewed: bool, older: str | None
) -> tuple[TextState, str | None]:
    """A file that knows no states leaves those of unchanged words, unless whoever imports has reviewed them."""
    if said.state is not None:
        return said.state, older
    if reviewed:
        return TextState.REVIEWED, older
    if is_same and row is not None:
        return row.state, row.from_words
    return TextState.DRAFT, older


def _alike(one: str, other: str) -> bool:
    """The same words; blanks are what programs change of themselves."""
    return one.split() == other.split()
