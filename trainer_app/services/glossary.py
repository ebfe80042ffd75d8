"""The terms of the trade as this office calls them: read, searched, added, changed and taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db import journal
from trainer_app.db.records import Term as TermRow
from trainer_app.domain.people import folded
from trainer_app.domain.terms import Confidence, Term, forms_of
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _

LONGEST = 300  # letters of a cell


@dataclass(frozen=True, slots=True)
class TermForm:
    """What is asked of a term: a cell for each language."""

    words: Mapping[str, str]
    forbidden: Mapping[str, str] = field(default_factory=dict)
    topic: str = ""
    confidence: Confidence = Confidence.MEDIUM
    note: str = ""


def terms(s: Session, search: str = "") -> tuple[Term, ...]:
    """In the order of the glossary; each word of `search` begins a word of the term in any language, accents aside."""
    columns = (TermRow.id, TermRow.words, TermRow.forbidden, TermRow.topic, TermRow.confidence, TermRow.note)
    rows = s.execute(select(*columns).order_by(TermRow.position, TermRow.id))
    found = (_term(*row) for row in rows)
    wanted = folded(search).split()
    return tuple(term for term in found if _fits(term, wanted))


def problem(s: Session, form: TermForm, own: UUID | None = None) -> str:
    """Why the glossary cannot have this term, or this change of its term `own`; "" when it can."""
    words = _cells(form.words)
    if len(words) < 2:
        return _("A term needs its words in two languages.")
    if any(len(cell) > LONGEST for cell in (*words.values(), *_cells(form.forbidden).values(), tidy(form.note))):
        return _("In the glossary an answer has at most {most} letters.").format(most=LONGEST)
    twin = next((term for term in terms(s) if term.id != own and _is_twin(term, words)), None)
    if twin is None:
        return ""
    return _("The glossary has this term already: {words}").format(words=", ".join(twin.words.values()))


def add(s: Session, form: TermForm) -> UUID:
    """A term of one's own, at the end. Raises TrainerError when it says too little, or is there already."""
    _refuse(s, form, None)
    position = (s.scalar(select(func.max(TermRow.position))) or 0) + 1
    row = TermRow(position=position, **_values(form))
    s.add(row)
    return row.id


def change(s: Session, term_id: UUID, form: TermForm) -> None:
    """From here on it is this office's own: a newer glossary of the program leaves it as it is."""
    row = _row(s, term_id)
    _refuse(s, form, term_id)
    for name, value in _values(form).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def remove(s: Session, term_id: UUID) -> None:
    journal.remove(_row(s, term_id))


def _row(s: Session, term_id: UUID) -> TermRow:
    row = s.get(TermRow, term_id)
    if row is None or row.gone:
        raise TrainerError(_("This term is no longer there."), "unknown_term")
    return row


def _term(
    key: UUID, words: Mapping[str, str], forbidden: Mapping[str, str], topic: str, confidence: str, note: str
) -> Term:
    return Term(key, words, forbidden, topic, Confidence(confidence or Confidence.MEDIUM), note)


def _fits(term: Term, wanted: list[str]) -> bool:
    if not wanted:
        return True
    parts = folded(" ".join([*term.words.values(), *term.forbidden.values(), term.note])).split()
    return all(any(part.lstrip("(").startswith(word) for part in parts) for word in wanted)


def _refuse(s: Session, form: TermForm, own: UUID | None) -> None:
    if refusal := problem(s, form, own):
        raise TrainerError(refusal, "bad_term")


def _cells(cells: Mapping[str, str]) -> dict[str, str]:
    """What is empty, or holds nothing but a remark in brackets, is no name of anything."""
    tidied = {language: tidy(words) for language, words in cells.items()}
    return {language: words for language, words in tidied.items() if forms_of(words)}


def _is_twin(term: Term, words: Mapping[str, str]) -> bool:
    """The same words in two languages are the same term; in one they may mean two things."""
    same = (folded(term.words.get(language, "")) == folded(cell) for language, cell in words.items())
    return sum(same) > 1


def _values(form: TermForm) -> dict[str, object]:
    return {
        "words": _cells(form.words),
        "forbidden": _cells(form.forbidden),
        "topic": tidy(form.topic),
        "confidence": form.confidence.value,
        "note": tidy(form.note),
    }
