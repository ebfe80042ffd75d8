"""Printed pages in words: what was printed, who holds it, and what reads otherwise by now."""

from __future__ import annotations

from typing import Any

from trainer_app.domain.printed import Changed, Document, OutdatedLine, RunLine
from trainer_app.i18n import LANGUAGES, N_, _, ngettext, pgettext, screen
from trainer_app.ui.models.table import RIGHT, Column

DOCUMENTS: dict[str, str] = {
    Document.HANDOUT: N_("Handout"),
    Document.TRAINER: N_("Handout, for the trainer"),
    Document.TWO_LANGUAGES: N_("Handout in two languages"),
    Document.PLAN: N_("Session plan"),
    Document.CUES: N_("Cue cards"),
    Document.PROPS: N_("Things to cut out"),
    Document.WORKBOOK: N_("Participant's workbook"),
    Document.BOOK: N_("Whole module as a book"),
    Document.TEST: N_("Test"),
    Document.KEY: N_("Answer key"),
}
LISTS: dict[str, str] = {
    "answer_sheet": N_("Answer sheet"),
    "sign_in_sheet": N_("Sign-in sheet"),
    "attendance_list": N_("Attendance list"),
    "attendance": N_("Attendance list"),
    "people_list": N_("List of people"),
    "calendar_list": N_("Sessions of a period"),
    "call_back_list": N_("Call-back list"),
    "indicator_report": N_("Indicator report"),
    "data": N_("Tables"),
}


def document_word(document: str) -> str:
    return _({**DOCUMENTS, **LISTS}.get(document, document))


def holder_words(line: RunLine | OutdatedLine) -> str:
    """`COOP Twisungane, RUL-014`"""
    found = ", ".join(filter(None, (line.whom.group, line.whom.training)))
    return found or pgettext("holder of a paper", "Nobody in particular")


def pages_words(line: RunLine) -> str:
    """`M1-1.1`, or `M1-1.1 – M1-1.6`, which are six pages."""
    if len(line.codes) < 2:
        return "".join(line.codes)
    count = ngettext("{count} page", "{count} pages", len(line.codes)).format(count=len(line.codes))
    return f"{line.codes[0]} – {line.codes[-1]} ({count})"


def changed_words(line: OutdatedLine) -> str:
    """What changed, in one line."""
    if not line.now:
        return _("There is no such page any more.")
    return "  ·  ".join(map(_passage, line.changed)) or _("Its picture, or the law that it names.")


def changed_lines(line: OutdatedLine) -> str:
    """The same, each passage below the one before: as it was printed, and as it reads today."""
    if not line.now or not line.changed:
        return changed_words(line)
    return "\n\n".join(
        _("Printed: {before}\nToday: {now}").format(before=passage.before or "–", now=passage.now or "–")
        for passage in line.changed
    )


def _passage(passage: Changed) -> str:
    return f"{passage.before or '–'} → {passage.now or '–'}"


def order_again(line: RunLine | OutdatedLine) -> dict[str, Any]:
    """What the print centre is asked for to print the same once more."""
    codes = line.codes if isinstance(line, RunLine) else (line.code,)
    several = line.document == Document.HANDOUT and len(codes) > 1
    return {
        "document": "module" if several else line.document,
        "codes": codes,
        "language": line.language,
        "copies": line.copies,
        "holder": line.whom.holder,
        "training": line.whom.holder.training_id,
        "subject": line.subject_id if isinstance(line, RunLine) else None,
    }


def _day(line: RunLine | OutdatedLine) -> str:
    return screen().date(line.made_on)


def _language(line: RunLine | OutdatedLine) -> str:
    return LANGUAGES.get(line.language, line.language)


def _document(line: RunLine | OutdatedLine) -> str:
    return document_word(line.document)


def _copies(line: RunLine | OutdatedLine) -> str:
    return str(line.copies)


RUNS: tuple[Column[RunLine], ...] = (
    Column(N_("Day"), _day, sort=lambda line: line.made_on, sample="00/00/0000 "),
    Column(N_("Paper"), _document, stretch=True),
    Column(N_("Pages"), pages_words, tip=lambda line: ", ".join(line.codes), sample="M1-1.1 – M1-1.6 (amapaji 10)"),
    Column(N_("Language"), _language, sample="Ikinyarwanda "),
    Column(N_("Copies"), _copies, sort=lambda line: line.copies, align=RIGHT, sample="000"),
    Column(N_("For whom"), holder_words, tip=holder_words, sample="COOP Twisungane, RUL-014"),
)
OUTDATED: tuple[Column[OutdatedLine], ...] = (
    Column(N_("Page"), lambda line: line.code, sample="M1-1.1 "),
    Column(N_("Paper"), _document, tip=_document, sample="Session plan00"),
    Column(N_("Language"), _language, sample="Ikinyarwanda "),
    Column(N_("Who has it"), holder_words, tip=holder_words, sample="COOP Twisungane, R"),
    Column(N_("Copies"), _copies, sort=lambda line: line.copies, align=RIGHT, sample="000"),
    Column(N_("Day"), _day, sort=lambda line: line.made_on, sample="00/00/0000 "),
    Column(N_("What changed since"), changed_words, tip=changed_lines, stretch=True),
)
