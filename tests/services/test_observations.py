"""Practical work that was watched: ten lines, by whom, on which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Observation
from trainer_app.documents import checklist_words
from trainer_app.domain.checklists import LINES, Checklist, ObservationForm, ObservationLine, Seen, share_of_yes
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog, label
from trainer_app.services import observations, people, person_history, trainings

SOME = (Seen.YES,) * 6 + (Seen.PARTLY, Seen.NO, Seen.NOT_SEEN, Seen.NOT_SEEN)


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3)


def change(db: Database, command: Callable[..., object], *arguments: object) -> object:
    with db.changing(label("Change")) as s:
        return command(s, *arguments)


def seen(db: Database, training: ATraining) -> tuple[ObservationLine, ...]:
    with db.reading() as s:
        return observations.of_training(s, training.id)


def a_form(training: ATraining, **values: object) -> ObservationForm:
    form = ObservationForm(training.people[0], Checklist.TEACH_BACK, FIRST_DAY, SOME)
    return replace(form, **values)  # type: ignore[arg-type]


def test_what_was_seen_is_kept_changed_removed_and_undone(db: Database, training: ATraining) -> None:
    form = a_form(training, observer_id=a_person(db, "KAYITESI Rose"), note=" spoke too softly ")
    key = change(db, observations.add, training.id, form, FIRST_DAY)
    line = seen(db, training)[0]
    assert (line.form, line.observer) == (replace(form, note="spoke too softly"), "KAYITESI Rose")
    assert line.counts == (6, 8)
    assert line.share == 0.75
    better = a_form(training, lines=(Seen.YES,) * LINES)
    change(db, observations.change, key, better, FIRST_DAY)
    assert seen(db, training)[0].form == better
    db.undo()
    assert seen(db, training) == (line,)
    change(db, observations.remove, key)
    assert seen(db, training) == ()
    db.undo()
    assert seen(db, training) == (line,)


def test_the_latest_stands_first_and_the_mean_weighs_each_alike(db: Database, training: ATraining) -> None:
    change(db, observations.add, training.id, a_form(training), FIRST_DAY)
    later = FIRST_DAY + timedelta(days=1)
    change(db, observations.add, training.id, a_form(training, day=later, lines=(Seen.YES,) * LINES), later)
    found = seen(db, training)
    assert [line.form.day for line in found] == [later, FIRST_DAY]
    assert observations.share(found) == pytest.approx((0.75 + 1) / 2)
    assert observations.share(()) is None


def test_what_cannot_have_been_is_refused(db: Database, training: ATraining) -> None:
    tomorrow = a_form(training, day=FIRST_DAY + timedelta(days=1))
    alone = a_form(training, observer_id=training.people[0])
    nothing = a_form(training, lines=(Seen.NOT_SEEN,) * LINES)
    for form, code in ((tomorrow, "future_day"), (alone, "own_observer"), (nothing, "nothing_seen")):
        with pytest.raises(TrainerError) as refusal:
            change(db, observations.add, training.id, form, FIRST_DAY)
        assert refusal.value.code == code
    assert seen(db, training) == ()


def test_those_on_the_register_and_those_who_lead_can_be_watched(db: Database, training: ATraining) -> None:
    leader = a_person(db, "AAMAHORO Zoé")
    change(db, trainings.set_trainers, training.id, [leader])
    with db.reading() as s:
        found = observations.who_can_be_watched(s, training.id)
    assert found[0] == (leader, "AAMAHORO Zoé")
    assert {key for key, _name in found} == {leader, *training.people}


def test_a_person_s_history_tells_it(db: Database, training: ATraining) -> None:
    change(db, observations.add, training.id, a_form(training), FIRST_DAY)
    with db.reading() as s:
        mine, other = (person_history.of(s, person).observations for person in training.people[:2])
    assert [line.counts for line in mine] == [(6, 8)]
    assert other == ()


def test_words_that_are_not_known_and_lines_that_are_missing_count_as_not_seen(
    db: Database, training: ATraining
) -> None:
    key = change(db, observations.add, training.id, a_form(training), FIRST_DAY)
    with db.changing(label("As another program wrote it")) as s:
        s.get_one(Observation, key).lines = ["yes", "perhaps"]
    assert seen(db, training)[0].form.lines == (Seen.YES, *[Seen.NOT_SEEN] * 9)


def test_partly_is_not_yet_yes_and_nothing_seen_is_no_share() -> None:
    assert share_of_yes([Seen.YES, Seen.PARTLY]) == 0.5
    assert share_of_yes([Seen.NOT_SEEN]) is None


@pytest.mark.parametrize("checklist", Checklist)
@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_each_checklist_has_ten_different_lines(checklist: Checklist, language: str) -> None:
    assert len(set(checklist_words.lines(checklist, Catalog(language)))) == LINES


def test_what_was_seen_of_a_person_goes_with_them_and_comes_back(db: Database, training: ATraining) -> None:
    change(db, observations.add, training.id, a_form(training), FIRST_DAY)
    change(db, people.remove, training.people[0])
    assert seen(db, training) == ()
    db.undo()
    assert len(seen(db, training)) == 1
