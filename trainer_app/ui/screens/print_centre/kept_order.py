"""An order in words that a file keeps, and back: what somebody asked for, to be made on another day.

Only what differs from an empty order is kept, so that a newer program, which asks more, still understands it.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from trainer_app.ui.screens.print_centre.order import Order


def as_asked(order: Order) -> dict[str, Any]:
    return _plain(order)  # type: ignore[no-any-return]


def from_asked(asked: Mapping[str, Any]) -> Order | None:
    """None of an order that this program does not understand: of a paper that it does not know."""
    try:
        return _built(Order, asked)  # type: ignore[no-any-return]
    except (TypeError, ValueError, KeyError):
        return None


def _plain(value: object) -> Any:  # noqa: ANN401
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: getattr(value, field.name) for field in fields(value)}
        usual = {field.name: field.default for field in fields(value) if field.default is not MISSING}
        return {name: _plain(one) for name, one in found.items() if name not in usual or one != usual[name]}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID | date):
        return str(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    return value


def _built(kind: Any, value: Any) -> Any:  # noqa: ANN401
    """`value` as what `kind` says; raises where it is not."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _built(next(one for one in inner if one is not type(None)), value)
    if origin in (tuple, frozenset):
        each = inner[:1] * len(value) if origin is frozenset or inner[-1] is Ellipsis else inner
        return origin(_built(one, part) for one, part in zip(each, value, strict=True))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _built(hints[name], one) for name, one in value.items() if name in hints})  # type: ignore[operator]
    if kind is date:
        return date.fromisoformat(value)
    if kind is UUID:
        return UUID(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(kind)
