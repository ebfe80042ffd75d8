"""The tests of the sample programme: invented answers, the same ones each time, that look like those of real people.

Some questions are harder than others, some people know more, and most know more after the training than before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import exp
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Enrolment, Mark, Person, TrainingSession
from trainer_app.domain.answers import DO_NOT_KNOW, NO_ANSWER, OPTIONS, Question, Tally
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Phase, TestPlan, Way
from trainer_app.domain.statuses import SEEN
from trainer_app.services import scores, tallies, test_answers

LEARNT = 1.7
"""How much more is known after the training, where a question that half of the people know is 0."""
KNOWN = -0.35
"""How much is known before it."""
HARD = (-0.9, -0.5, 0.1, -0.7, 0.2, 0.9, 0.3, 0.0, 1.4, 0.5)
"""Of each question, in their order."""


def written(s: Session, training_id: UUID, phase: Phase, day: date, random: Random) -> None:
    """Answer sheets of who was there on the day; the others were absent, and two went home before the test."""
    scores.set_test(s, training_id, phase, TestPlan(held_on=day))
    asked = test_answers.questions(s, training_id, phase)
    there = _there(s, training_id, day)
    sheet = scores.sheet(s, training_id, "en")
    went_home = {line.person_id for line in random.sample(sheet.lines, 2)} if phase is Phase.POST else set()
    sat = [line for line in sheet.lines if line.person_id in there and line.person_id not in went_home]
    test_answers.record_many(
        s,
        training_id,
        [
            (line.person_id, phase, _answers(asked[line.form(phase)], _able(line.number, phase), random), "")
            for line in sat
        ],
    )
    for line in sheet.lines:
        if line.person_id in went_home & there:
            scores.record(s, training_id, line.person_id, phase, scores.DID_NOT_SIT)
        elif line.person_id not in there:
            scores.set_absent(s, training_id, line.person_id, phase)


def beans(s: Session, training_id: UUID, phase: Phase, day: date, random: Random) -> None:
    """Everybody puts a bean into one of three bags, women and men after each other; only the beans are counted."""
    form = "A" if phase is Phase.PRE else "B"
    scores.set_test(s, training_id, phase, TestPlan(form=form, way=Way.BEANS, held_on=day))
    sexes = Counter(s.scalars(select(Person.sex).where(Person.id.in_(_there(s, training_id, day)))))
    for question in test_answers.questions(s, training_id, phase)[form]:
        for sex in (Sex.FEMALE, Sex.MALE):
            knows = [random.random() < _chance(_usual(phase), question) for _person in range(sexes[sex])]
            counted = Tally(sum(knows), sexes[sex])
            tallies.record_tally(s, training_id, phase, question.item_id, sex, counted, Way.BEANS)


def _there(s: Session, training_id: UUID, day: date) -> set[UUID]:
    rows = s.scalars(
        select(Mark.person_id)
        .join(TrainingSession, TrainingSession.id == Mark.session_id)
        .join(Enrolment, (Enrolment.training_id == training_id) & (Enrolment.person_id == Mark.person_id))
        .where(TrainingSession.training_id == training_id, TrainingSession.day == day, Mark.status.in_(SEEN))
    )
    return set(rows)


def _answers(asked: Sequence[Question], able: float, random: Random) -> list[str]:
    return [_answer(question, able, random) for question in asked]


def _answer(question: Question, able: float, random: Random) -> str:
    if random.random() < _chance(able, question):
        return question.answer
    wrong = [letter for letter in OPTIONS if letter != question.answer]
    return random.choices((*wrong, DO_NOT_KNOW, NO_ANSWER), weights=(38, 32, 24, 6))[0]


def _chance(able: float, question: Question) -> float:
    """To know the answer (Rasch 1960)."""
    return 1 / (1 + exp(HARD[(question.number - 1) % len(HARD)] - able))


def _able(number: str, phase: Phase) -> float:
    """People differ, each the same way before and after."""
    own = Random(f"able {number}").gauss(0, 1.1)
    return own + _usual(phase)


def _usual(phase: Phase) -> float:
    return KNOWN if phase is Phase.PRE else KNOWN + LEARNT
