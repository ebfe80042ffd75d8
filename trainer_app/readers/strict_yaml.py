"""YAML as a pack is written in: plain values only, every key once, and a word stays a word (`no` is not false).

Anchors, aliases, tags and depth without end, with which a small file grows beyond all measure, are found out before
anything is made of it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

_CORE = (
    ("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), "tf"),
    ("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), "-+0123456789"),
    ("tag:yaml.org,2002:timestamp", re.compile(r"^\d{4}-\d{2}-\d{2}$"), "0123456789"),
    ("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""]),
)


class _Loader(yaml.CSafeLoader):
    """The loader of YAML 1.1 with the words of YAML 1.2, so that `08:30` and `yes` are read as they are written."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML fills it by class

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _value in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value!r} is said twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _day(loader: _Loader, node: yaml.ScalarNode) -> date:
    return date.fromisoformat(str(loader.construct_scalar(node)))


def _whole(loader: _Loader, node: yaml.ScalarNode) -> int:
    """010 is ten: the octals of YAML 1.1 are long forgotten."""
    return int(str(loader.construct_scalar(node)), 10)


for _tag, _pattern, _first in _CORE:
    _Loader.add_implicit_resolver(_tag, _pattern, list(_first))
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _day)
_Loader.add_constructor("tag:yaml.org,2002:int", _whole)

Problem = yaml.YAMLError
DEEPEST = 20


class Unsafe(yaml.YAMLError):
    """The file asks for more than plain values."""


def load(words: str) -> Any:  # noqa: ANN401
    """Raises Problem, which names the line."""
    _check(words)
    loader = _Loader(words)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _check(words: str) -> None:
    depth = 0
    for event in yaml.parse(words, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        named = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if named or isinstance(event, yaml.AliasEvent) or depth > DEEPEST:
            raise Unsafe(type(event).__name__)
