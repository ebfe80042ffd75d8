"""Labels in two languages on one paper: the words twice, what was written once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from trainer_app.documents.sheet import Column
from trainer_app.i18n import Catalog

Pairs = Sequence[tuple[str, str]]
BETWEEN = " / "
DAY = re.compile(r"\d\d/\d\d")


def both(first: str, second: str) -> str:
    """`Jour / Umunsi 1 09/03`: the day with which both end is said once."""
    if first == second or not second:
        return first
    words, others = first.split(" "), second.split(" ")
    same = 0
    if DAY.match(words[-1]):
        while same < min(len(words), len(others)) - 1 and words[-same - 1] == others[-same - 1]:
            same += 1
    return BETWEEN.join((" ".join(words[: len(words) - same]), second))


def said(what: Callable[[Catalog], str], t: Catalog, also: Catalog | None) -> str:
    """One label in the language of the paper, and in the second if there is one."""
    return both(what(t), what(also)) if also else what(t)


def both_columns(columns: Sequence[Column], others: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(
        replace(column, title=both(column.title, other.title), short=both(column.paper_title, other.paper_title))
        for column, other in zip(columns, others, strict=True)
    )


def both_pairs(pairs: Pairs, others: Pairs) -> tuple[tuple[str, str], ...]:
    """The labels of both; the words of the first."""
    return tuple((both(label, other), words) for (label, words), (other, _) in zip(pairs, others, strict=True))
