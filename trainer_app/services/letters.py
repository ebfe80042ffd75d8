"""What the letters of a training are made from: where it is, when, for whom, who signs for the office."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from trainer_app.db.records import Group, Training
from trainer_app.domain.attendance import Register, RegisterLine, attended
from trainer_app.domain.letters import Addressee, LetterFacts
from trainer_app.domain.rules import Attended
from trainer_app.services import attendance, places
from trainer_app.services.rules import rule


def facts(s: Session, training_id: UUID, language: str) -> LetterFacts:
    """Everybody who takes part, in the order of the list: not who left, nor who leads."""
    register = attendance.register(s, training_id, language)
    there = [line for line in register.lines if line.left_on is None and not line.leads]
    where = places.levels(s, _place(s, training_id))
    return LetterFacts(
        head=register.head,
        days=register.days,
        people=len(there),
        came=sum(_came(line, register) for line in register.lines),
        addressees=tuple(Addressee(line.person_id, line.number, line.name, line.organisation) for line in there),
        sector=where.get("sector", ""),
        district=where.get("district", ""),
        share_asked=rule(s, Attended).share_of_sessions,
    )


def _came(line: RegisterLine, register: Register) -> bool:
    """Also of those who left later, and of those from outside."""
    return not line.leads and any(attended(cell, register.rule) for cell in line.cells)


def _place(s: Session, training_id: UUID) -> UUID | None:
    row = s.get_one(Training, training_id)
    group = s.get(Group, row.group_id) if row.group_id else None
    return row.place_id or (group.place_id if group else None)
