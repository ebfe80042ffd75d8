"""How much paper something takes, in words."""

from __future__ import annotations

from trainer_app.documents.papers import Paper, sheets
from trainer_app.i18n import N_, _, ngettext

FORMATS = {
    ".xlsx": N_("Excel (.xlsx)"),
    ".ods": N_("LibreOffice (.ods)"),
    ".csv": N_("Plain table (.csv)"),
    ".pdf": N_("Paper (.pdf)"),
}


def sheets_words(paper: Paper, pages: int) -> str:
    """`3 pages × 2 copies = 6 sheets`; of a booklet, that both sides are printed and how to turn it."""
    if not pages:
        return ""
    count = sheets(pages, paper.copies, paper.faces)
    words = _("{pages} × {copies} = {sheets}").format(
        pages=ngettext("{count} page", "{count} pages", pages).format(count=pages),
        copies=ngettext("{count} copy", "{count} copies", paper.copies).format(count=paper.copies),
        sheets=ngettext("{count} sheet", "{count} sheets", count).format(count=count),
    )
    if paper.faces == 1:
        return words
    return _("{count}, both sides, turned over the short edge, then folded").format(count=words)
