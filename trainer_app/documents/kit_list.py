"""The first page of a kit in one file: which of its pages are which paper, and how often they are copied."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from trainer_app.documents import style
from trainer_app.documents.grid import draw_table
from trainer_app.documents.page import Paper, draw_pairs, draw_title, foot_of, training_pairs
from trainer_app.documents.sheet import Column
from trainer_app.documents.style import mm
from trainer_app.domain.attendance import Register
from trainer_app.domain.kit import Amount
from trainer_app.i18n import Catalog

HEAD, ROW = 9 * mm, 8 * mm
A_PAGE = 24  # papers
Line = tuple[str, Amount]


def rows(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """Name, pages of the file, copies, sheets. This list itself comes first."""
    found: list[tuple[str, ...]] = []
    first = pages(lines) + 1
    for name, amount in lines:
        last = first + amount.pages - 1
        span = f"{first}" if first == last else f"{first}–{last}"
        found.append((name, span, str(amount.copies), str(amount.sheets)))
        first = last + 1
    return found


def pages(lines: Sequence[Line]) -> int:
    """Of the list itself."""
    return -(-len(lines) // A_PAGE)


def as_bytes(lines: Sequence[Line], register: Register, t: Catalog, printed: date) -> bytes:
    file = io.BytesIO()
    head, title = register.head, t.gettext("Papers of the training")
    foot = foot_of(head, "", printed)
    paper = Paper(file, t, title, foot, pages(lines), style.A4)
    columns, said = _columns(paper, t), rows(lines)
    for start in range(0, len(said), A_PAGE):
        paper.begin()
        top = draw_title(paper, head, title)
        top = draw_pairs(paper, top, training_pairs(t, head, register.days)) - 4 * mm
        draw_table(paper.canvas, columns, said[start : start + A_PAGE], paper.left, top, HEAD, ROW)
        paper.end()
    paper.save()
    return file.getvalue()


def _columns(paper: Paper, t: Catalog) -> tuple[Column, ...]:
    width = (paper.right - paper.left) / mm
    return (
        Column(t.gettext("Paper"), width - 66),
        Column(t.pgettext("which pages of a file", "Pages"), 26, centred=True),
        Column(t.gettext("Copies"), 20, centred=True),
        Column(t.gettext("Sheets"), 20, centred=True),
    )
