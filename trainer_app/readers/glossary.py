"""The glossary that ships with the program: a line a term, a column a language."""

from __future__ import annotations

import csv
from pathlib import Path

from trainer_app.domain.ids import derived_id
from trainer_app.domain.terms import Confidence, Term

LANGUAGES = ("en", "fr", "rw")


def read(file: Path) -> tuple[Term, ...]:
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(map(_term, csv.DictReader(lines)))


def _term(row: dict[str, str]) -> Term:
    return Term(
        id=derived_id("term", row["id"]),
        words={language: row[language] for language in LANGUAGES},
        forbidden={"rw": row["forbidden_rw"]} if row["forbidden_rw"] else {},
        topic=row["topic"],
        confidence=Confidence(row["confidence"]),
        note=row["note"],
    )
