"""What a report can be asked for, and what its doubts are about, by name."""

from __future__ import annotations

from datetime import date

from tests.builders import FIRST_DAY, a_training
from trainer_app.db.database import Database
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import Measure
from trainer_app.i18n import label
from trainer_app.services import doubt_names, places, targets
from trainer_app.services.indicator_definitions import usual
from trainer_app.services.report_choices import choices


def test_a_new_folder_offers_nothing(db: Database) -> None:
    with db.reading() as s:
        found = choices(s)
    assert (found.projects, found.districts, found.beginning) == ((), (), None)
    assert not found.has_sample
    assert not found.only_sample


def test_the_beginning_is_the_day_of_the_first_session(db: Database) -> None:
    a_training(db, first_day=FIRST_DAY)
    a_training(db, first_day=date(2025, 2, 3))
    with db.reading() as s:
        assert choices(s).beginning == date(2025, 2, 3)


def test_the_sample_is_offered_and_is_no_project_of_real_work(sample_db: Database) -> None:
    with sample_db.reading() as s:
        found = choices(s)
    assert found.projects == ()
    assert found.has_sample
    assert found.only_sample
    a_training(sample_db, people=2)
    with sample_db.reading() as s:
        assert not choices(s).only_sample


def test_what_a_doubt_is_about_is_named_whatever_it_is(db: Database) -> None:
    training = a_training(db, people=2, days=2)
    keys = (*training.sessions, *training.people, training.id, new_id())
    with db.reading() as s:
        found = doubt_names.known(s, keys, "en")
    assert set(found.sessions) == set(training.sessions)
    assert set(found.people) == set(training.people)
    assert set(found.trainings) == {training.id}
    assert "Cooperative governance" in found.trainings[training.id]


def test_targets_of_several_districts_are_one_gesture(db: Database) -> None:
    indicator = next(one for one in usual() if one.measure is Measure.PEOPLE_REACHED)
    first, last = date(2026, 1, 1), date(2026, 3, 31)
    with db.reading() as s:
        rulindo, rubavu = places.one(s, "Rulindo", "district"), places.one(s, "Rubavu", "district")
    with db.changing(label("Set targets")) as s:
        targets.set_all(s, indicator.id, first, last, {None: 40, rulindo: 20, rubavu: 25})
    with db.changing(label("Set targets")) as s:
        targets.set_all(s, indicator.id, first, last, {rubavu: None})
    with db.reading() as s:
        assert {one.district: one.number for one in targets.targets(s, indicator.id)} == {"": 40, "Rulindo": 20}
    db.undo()
    db.undo()
    with db.reading() as s:
        assert targets.targets(s, indicator.id) == ()
