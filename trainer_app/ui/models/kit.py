"""The papers of a training in words."""

from __future__ import annotations

from collections.abc import Sequence

from trainer_app.domain.kit import Amount, KitPaper, total
from trainer_app.i18n import N_, _, ngettext, screen

NAMES = {
    KitPaper.SIGN_IN: N_("Sign-in sheets, one for each day"),
    KitPaper.BLANK: N_("Attendance list, to sign"),
    KitPaper.PLAN: N_("Session plans"),
    KitPaper.CUES: N_("Cue cards"),
    KitPaper.PROPS: N_("Things to cut out"),
    KitPaper.TRAINER: N_("Handouts for the trainer, with what is said"),
    KitPaper.HANDOUTS: N_("Handouts for everyone enrolled"),
    KitPaper.WORKBOOK: N_("Workbooks for everyone enrolled"),
    KitPaper.PRE_TEST: N_("Test before the training"),
    KitPaper.PRE_KEY: N_("Answer key of the first test"),
    KitPaper.POST_TEST: N_("Test after the training"),
    KitPaper.POST_KEY: N_("Answer key of the last test"),
}


def amount_words(some: Sequence[Amount]) -> str:
    """`6 pages × 25 copies = 150 sheets`, of all files of one kind."""
    if not some:
        return ""
    t, sums = screen(), total(some)
    pages, copies = sum(amount.pages for amount in some), some[0].copies
    return _("{pages} × {copies} = {sheets}").format(
        pages=ngettext("{count} page", "{count} pages", pages).format(count=t.number(pages)),
        copies=ngettext("{count} copy", "{count} copies", copies).format(count=t.number(copies)),
        sheets=ngettext("{count} sheet", "{count} sheets", sums.sheets).format(count=t.number(sums.sheets)),
    )


def total_words(some: Sequence[Amount], price: int) -> str:
    """`12 papers: 310 printed pages on 280 sheets. 15 500 Frw at 50 Frw a page`; without a price, no cost."""
    t, sums = screen(), total(some)
    words = _("{papers}: {pages} on {sheets}").format(
        papers=ngettext("{count} paper", "{count} papers", sums.papers).format(count=sums.papers),
        pages=ngettext("{count} printed page", "{count} printed pages", sums.sides).format(count=t.number(sums.sides)),
        sheets=ngettext("{count} sheet", "{count} sheets", sums.sheets).format(count=t.number(sums.sheets)),
    )
    if not price:
        return words
    cost = _("{cost} at {price} a page").format(cost=t.money(sums.cost(price)), price=t.money(price))
    return f"{words}. {cost}"
