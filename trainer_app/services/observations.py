"""Who was watched at practical work, by whom, and what was seen of each line of a checklist."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Observation, Person, TrainingTrainer
from trainer_app.domain.checklists import Checklist, ObservationForm, ObservationLine, Seen, seen_words
from trainer_app.errors import TrainerError
from trainer_app.i18n import _


def of_training(s: Session, training_id: UUID) -> tuple[ObservationLine, ...]:
    """The latest first."""
    return _lines(s, Observation.training_id == training_id)


def of_person(s: Session, person_id: UUID) -> tuple[ObservationLine, ...]:
    """How somebody did at practical work, in every training; the latest first."""
    return _lines(s, Observation.person_id == person_id)


def who_can_be_watched(s: Session, training_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """(id, name) of everybody on the register and of those who lead, by name."""
    here = select(Enrolment.person_id).where(Enrolment.training_id == training_id)
    leads = select(TrainingTrainer.person_id).where(TrainingTrainer.training_id == training_id)
    rows = s.execute(
        select(Person.id, Person.name).where(Person.id.in_(here) | Person.id.in_(leads)).order_by(Person.name)
    )
    return tuple((key, name) for key, name in rows)


def add(s: Session, training_id: UUID, form: ObservationForm, today: date) -> UUID:
    _refuse(form, today)
    row = Observation(training_id=training_id, **_values(form))
    s.add(row)
    return row.id


def change(s: Session, observation_id: UUID, form: ObservationForm, today: date) -> None:
    _refuse(form, today)
    row = s.get_one(Observation, observation_id)
    for name, value in _values(form).items():
        setattr(row, name, value)


def remove(s: Session, observation_id: UUID) -> None:
    take_away(s.get_one(Observation, observation_id))


def share(lines: Iterable[ObservationLine]) -> float | None:
    """The mean of several observations, each of the same weight; None when none says anything."""
    known = [line.share for line in lines if line.share is not None]
    return sum(known) / len(known) if known else None


def _refuse(form: ObservationForm, today: date) -> None:
    if form.day > today:
        raise TrainerError(_("Nobody was watched on a day that has not come."), "future_day")
    if form.observer_id == form.person_id:
        raise TrainerError(_("Nobody watches themselves: name somebody else who watched."), "own_observer")
    if all(line is Seen.NOT_SEEN for line in form.lines):
        raise TrainerError(_("Nothing was seen yet: answer one line at least."), "nothing_seen")


def _values(form: ObservationForm) -> dict[str, Any]:
    return {
        "person_id": form.person_id,
        "observer_id": form.observer_id,
        "checklist": form.checklist.value,
        "on_day": form.day,
        "lines": [line.value for line in form.lines],
        "note": form.note.strip(),
    }


def _lines(s: Session, wanted: ColumnElement[bool]) -> tuple[ObservationLine, ...]:
    rows = s.scalars(select(Observation).where(wanted).order_by(Observation.on_day.desc(), Observation.id.desc())).all()
    names = _names(s, {key for row in rows for key in (row.person_id, row.observer_id) if key is not None})
    known = set(Checklist)
    return tuple(
        ObservationLine(
            row.id,
            _form(row),
            names.get(row.person_id, ""),
            names.get(row.observer_id, "") if row.observer_id else "",
        )
        for row in rows
        if row.checklist in known  # one of a newer program cannot be read by us
    )


def _form(row: Observation) -> ObservationForm:
    lines = seen_words(row.lines)
    return ObservationForm(row.person_id, Checklist(row.checklist), row.on_day, lines, row.observer_id, row.note)


def _names(s: Session, keys: set[UUID]) -> dict[UUID, str]:
    rows = s.execute(select(Person.id, Person.name).where(Person.id.in_(keys)))
    return {key: name for key, name in rows}
