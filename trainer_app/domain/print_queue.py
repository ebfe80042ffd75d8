"""Papers that wait for a printer: what was asked of the print centre, never the paper itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Wish:
    """`asked` are the answers to the questions of the print centre, in words that a file keeps."""

    id: UUID
    title: str
    asked: Mapping[str, Any]
    asked_on: date
