"""Order as people expect it: names by the rules of the language, numbers by size, nothing at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QCollator, QLocale, Qt

from trainer_app.i18n import screen

Row = TypeVar("Row")


def ordered(rows: Sequence[Row], value: Callable[[Row], Any], descending: bool = False) -> tuple[Row, ...]:
    """`rows` by what `value` says of each; rows of which it says nothing come last in both directions."""
    key = _comparable()
    keyed = [(value(row), row) for row in rows]
    known = [(key(said), row) for said, row in keyed if not _is_nothing(said)]
    known.sort(key=lambda pair: pair[0], reverse=descending)
    return (*(row for _, row in known), *(row for said, row in keyed if _is_nothing(said)))


def _is_nothing(said: object) -> bool:
    return said is None or said == ""


def _comparable() -> Callable[[Any], Any]:
    collator = QCollator(QLocale(screen().language))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)  # "Group 2" before "Group 12"
    return lambda said: collator.sortKey(said) if isinstance(said, str) else said
