"""Who sits a test and which form each of them gets: half of the people have A first."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import FIRST_DAY, a_group, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, TrainingTrainer
from trainer_app.domain.answer_sheets import AnswerSheets
from trainer_app.domain.ids import derived_id
from trainer_app.domain.scores import Phase
from trainer_app.domain.trainings import NewTraining
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import answer_sheets, scores, trainings

TODAY = date(2026, 3, 9)


def sheets(db: Database, training: object, phase: Phase) -> AnswerSheets:
    with db.reading() as s:
        return answer_sheets.of_training(s, training, phase, "en", TODAY)  # type: ignore[arg-type]


def test_everybody_who_takes_part_gets_the_form_of_the_page_of_scores(db: Database) -> None:
    training = a_training(db, people=6)
    with db.changing(label("Leave")) as s:
        s.get_one(Enrolment, derived_id("enrolment", training.id, training.people[1])).left_on = FIRST_DAY
        s.add(TrainingTrainer(training_id=training.id, person_id=training.people[2]))
    for phase in Phase:
        found = sheets(db, training.id, phase)
        assert [owner.number for owner in found.owners] == ["1", "4", "5", "6"]
        with db.reading() as s:
            forms = {line.number: line.form(phase) for line in scores.sheet(s, training.id, "en").lines}
        assert {owner.number: owner.form for owner in found.owners} == {n: forms[n] for n in "1456"}
        assert set(found.forms) == {owner.form for owner in found.owners}


def test_a_training_of_nobody_has_an_empty_sheet_and_one_without_a_module_none(db: Database) -> None:
    empty = a_training(db, people=0)
    found = sheets(db, empty.id, Phase.PRE)
    assert (found.owners, len(found.forms)) == ((), 1)
    group = a_group(db, "Others")
    with db.changing(label("Plan")) as s:
        meeting = trainings.add(s, NewTraining(None, group, FIRST_DAY, title="Meeting"))
    with pytest.raises(TrainerError, match="no module"):
        sheets(db, meeting, Phase.PRE)
