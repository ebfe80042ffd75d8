"""Those about whom something is written in a test: their numbers and what they sat, read once for all of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked, put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Enrolment, Sitting
from trainer_app.domain.ids import derived_id
from trainer_app.domain.scores import GivenTest, Mark, Phase, other_form
from trainer_app.services import enrolments, given_tests


class Sitters:
    def __init__(self, s: Session, training_id: UUID, people: Collection[UUID]) -> None:
        self._s = s
        self._training_id = training_id
        self.given = {one.phase: one for one in given_tests.tests(s, training_id)}
        self._numbers: dict[UUID, int] = {}
        self.sat: dict[tuple[UUID, Phase], Sitting] = {}
        for part in chunked(list(people)):
            numbers = select(Enrolment.person_id, Enrolment.number).where(Enrolment.training_id == training_id)
            self._numbers |= {key: number for key, number in s.execute(numbers.where(Enrolment.person_id.in_(part)))}
            rows = select(Sitting).where(Sitting.training_id == training_id, Sitting.person_id.in_(part))
            self.sat |= {(row.person_id, row.phase): row for row in s.scalars(rows)}

    def planned(self, person_id: UUID, phase: Phase) -> str:
        """The form that this person is to get."""
        return crossed(self.given[phase], self._numbers.get(person_id, 0), self.sat.get((person_id, Phase.PRE)))

    def form(self, person_id: UUID, phase: Phase) -> str:
        """The form that they had, else the one that is planned."""
        row = self.sat.get((person_id, phase))
        return self.planned(person_id, phase) if row is None else row.form

    def write(
        self, person_id: UUID, phase: Phase, form: str, mark: Mark, answers: Mapping[str, str] | None = None
    ) -> None:
        """Raises TrainerError for who is not on the register."""
        if person_id not in self._numbers:
            enrolments.require_enrolled(self._s, self._training_id, person_id)
        self.sat[person_id, phase] = put(
            self._s,
            Sitting,
            derived_id("sitting", self._training_id, person_id, phase),
            training_id=self._training_id,
            person_id=person_id,
            phase=phase,
            form=form,
            way=self.given[phase].plan.way,
            score=mark.value,
            absent=mark.absent,
            answers=answers,
        )

    def clear(self, person_id: UUID, phase: Phase) -> None:
        if row := self.sat.pop((person_id, phase), None):
            take_away(row)


def crossed(given: GivenTest, number: int, before: Sitting | None) -> str:
    """The form planned for a number. Who had another one before the training has the other one of it after."""
    if given.phase is Phase.PRE or not given.is_crossed or before is None or before.score is None:
        return given.form_for(number)
    return other_form(before.form) if given.phase is Phase.POST else before.form


def answers_of(row: Sitting) -> dict[UUID, str]:
    return by_question(row.answers)


def by_question(told: Mapping[str, str] | None) -> dict[UUID, str]:
    """The answers as they are kept: there a key is a text."""
    return {_item_key(key): answer for key, answer in (told or {}).items()}


@lru_cache(maxsize=2_000)
def _item_key(text: str) -> UUID:
    """Three hundred sheets name the same twenty questions: reading their keys took longer than all figures."""
    return UUID(text)
