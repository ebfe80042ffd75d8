"""What a district is due, what it had, and the overall target beside the sum."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests.builders import FIRST_DAY, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import HeadCount, Training
from trainer_app.domain.ids import derived_id
from trainer_app.domain.quotas import Quota
from trainer_app.domain.trainings import TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, places, plans, quotas, sample
from trainer_app.services.quotas import Period

PERIOD = Period(TrainingKind.TRAINING, date(2026, 1, 1), date(2026, 12, 31))


def district(db: Database, name: str) -> UUID:
    with db.reading() as s:
        return places.one(s, name, "district")


def in_cell_of(db: Database, training: UUID, name: str) -> None:
    with db.changing(label("Place")) as s:
        sector = places.children(s, places.one(s, name, "district"))[0].id
        s.get_one(Training, training).place_id = places.children(s, sector)[0].id


def line(db: Database, name: str) -> Quota:
    with db.reading() as s:
        return next(line for line in quotas.quotas(s, PERIOD).lines if line.place == name)


def test_a_district_shows_what_is_due_planned_held_and_missing(db: Database) -> None:
    rulindo = district(db, "Rulindo")
    with db.changing(label("Due")) as s:
        quotas.set_due(s, PERIOD, rulindo, 3)
    held, planned = a_training(db, people=2), a_training(db, people=2)
    for training in (held, planned):
        in_cell_of(db, training.id, "Rulindo")
    with db.changing(label("Mark")) as s:
        attendance.mark_rest(s, held.sessions[0], FIRST_DAY)
    shown = line(db, "Rulindo")
    assert (shown.due, shown.planned, shown.held, shown.missing, shown.to_plan) == (3, 2, 1, 2, 1)
    with db.reading() as s:
        assert [one.id for one in quotas.behind(s, PERIOD, rulindo, "en", held=True)] == [held.id]
        assert len(quotas.behind(s, PERIOD, rulindo, "en", held=False)) == 2
        assert quotas.quotas(s, Period(TrainingKind.MEETING, PERIOD.first, PERIOD.last)).lines == ()
        assert quotas.periods(s) == ((PERIOD.first, PERIOD.last),)


def test_the_overall_target_stands_beside_the_sum_with_the_gap(db: Database) -> None:
    with db.changing(label("Due")) as s:
        districts = [line.id for line in places.districts(s)][:29]
        quotas.set_for_all(s, PERIOD, districts, 7)
        quotas.set_due(s, PERIOD, None, 214)
    with db.reading() as s:
        found = quotas.quotas(s, PERIOD)
        assert len(quotas.quotas(s, PERIOD, all_districts=True).lines) == 30
    assert (len(found.lines), found.due, found.overall, found.gap) == (29, 203, 214, 11)
    db.undo()
    with db.reading() as s:
        assert quotas.quotas(s, PERIOD).overall is None


def test_a_target_is_changed_in_place_and_taken_away(db: Database) -> None:
    rulindo = district(db, "Rulindo")
    for number in (3, 4):
        with db.changing(label("Due")) as s:
            quotas.set_due(s, PERIOD, rulindo, number)
    assert line(db, "Rulindo").due == 4
    with db.changing(label("Due")) as s:
        quotas.set_due(s, PERIOD, rulindo, None)
    with db.reading() as s:
        assert quotas.quotas(s, PERIOD).lines == ()
    db.undo()
    assert line(db, "Rulindo").due == 4
    with pytest.raises(TrainerError, match="from 0"), db.changing(label("Due")) as s:
        quotas.set_due(s, PERIOD, rulindo, -1)


def test_a_training_that_was_cut_is_not_planned_and_counted_heads_are_held(db: Database) -> None:
    cut, counted = a_training(db), a_training(db)
    for training in (cut, counted):
        in_cell_of(db, training.id, "Gicumbi")
    with db.changing(label("Cut")) as s:
        plans.cut(s, cut.sessions[0], "Rain", FIRST_DAY)
        key = counted.sessions[0]
        s.add(HeadCount(id=derived_id("heads", key), session_id=key, women=12, men=9))
    shown = line(db, "Gicumbi")
    assert (shown.due, shown.planned, shown.held, shown.missing) == (None, 1, 1, 0)


def test_what_lies_in_no_district_has_a_line_and_the_sample_none(db: Database) -> None:
    with db.changing(label("Sample")) as s:
        sample.fill(s, FIRST_DAY)
    a_training(db)
    with db.reading() as s:
        (only,) = quotas.quotas(s, PERIOD).lines
    assert (only.place_id, only.place, only.planned) == (None, "", 1)
