"""Reading and setting what the programme decided: what counts as attended, when an absence alarms."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.records import Rule
from trainer_app.domain.ids import derived_id
from trainer_app.domain.rules import Setting

R = TypeVar("R", bound=Setting)


def rule(s: Session, kind: type[R]) -> R:
    """As somebody set it, else as a new programme begins: `rule(s, Absence).days`."""
    told = s.scalars(select(Rule.value).where(Rule.name == kind.NAME)).first()
    return kind.from_dict(told) if told else kind()


def set_rule(s: Session, value: Setting) -> None:
    put(s, Rule, derived_id("rule", value.NAME), name=value.NAME, value=value.as_dict())
