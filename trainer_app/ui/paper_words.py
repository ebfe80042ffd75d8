"""How much paper something takes, in words."""

from __future__ import annotations

from trainer_app.documents.papers import Paper
from trainer_app.i18n import N_, _, ngettext

FORMATS = {
    ".xlsx": N_("Excel (.xlsx)"),
    ".ods": N_("LibreOffice (.ods)"),
    ".csv": N_("Plain table (.csv)"),
    ".pdf": N_("Paper (.pdf)"),
}


def sheets_words(paper: Paper, pages: int) -> str:
    """`3 pages × 2 copies = 6 sheets`; of what is printed on both sides, how to turn it."""
    if not pages:
        return ""
    one, copies, count = paper.amount(pages)
    words = _("{pages} × {copies} = {sheets}").format(
        pages=ngettext("{count} page", "{count} pages", one).format(count=one),
        copies=ngettext("{count} copy", "{count} copies", copies).format(count=copies),
        sheets=ngettext("{count} sheet", "{count} sheets", count).format(count=count),
    )
    if paper.faces == 1:
        return words
    if paper.by_hand:
        return _("{count}: all fronts first, then the sheets go back into the tray for the backs").format(count=words)
    if paper.is_folded:
        return _("{count}, both sides, turned over the short edge, then folded").format(count=words)
    return _("{count}, both sides").format(count=words)
