"""The terms of the trade as rows: what each is called in every language, and how sure that is."""

from __future__ import annotations

from trainer_app.domain.terms import Confidence, Term
from trainer_app.i18n import N_, _
from trainer_app.ui.models.table import Column

CONFIDENCE = {
    Confidence.HIGH: N_("Sure"),
    Confidence.MEDIUM: N_("Fairly sure"),
    Confidence.LOW: N_("To be checked"),
}
TOPICS = {
    "training": N_("Training"),
    "attendance": N_("Attendance"),
    "cooperative": N_("Cooperatives"),
    "business": N_("Business"),
    "finance": N_("Money"),
    "labour": N_("Work and rights"),
    "osh": N_("Safety and health"),
    "admin": N_("Administration"),
    "calendar": N_("Days and months"),
    "general": N_("General"),
    "screen": N_("Words of the program"),
}


def topic_words(topic: str) -> str:
    """A topic that an office has given itself is shown as it is."""
    return _(TOPICS[topic]) if topic in TOPICS else topic


def details(term: Term) -> str:
    """What the table has no room for: the topic, what not to write, and the note."""
    forbidden = ", ".join(term.forbidden.values())
    parts = (
        topic_words(term.topic),
        _("do not write: {words}").format(words=forbidden) if forbidden else "",
        term.note,
    )
    return " · ".join(part for part in parts if part)


TERM_COLUMNS: tuple[Column[Term], ...] = (
    Column("English", lambda term: term.words.get("en", ""), tip=lambda term: term.words.get("en", ""), stretch=True),
    Column("Français", lambda term: term.words.get("fr", ""), tip=lambda term: term.words.get("fr", ""), stretch=True),
    Column(
        "Ikinyarwanda", lambda term: term.words.get("rw", ""), tip=lambda term: term.words.get("rw", ""), stretch=True
    ),
    Column(
        N_("How sure"),
        lambda term: _(CONFIDENCE[term.confidence]),
        sort=lambda term: list(CONFIDENCE).index(term.confidence),
        sample="To be checked 00",
    ),
)
