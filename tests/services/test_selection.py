"""Choosing people by criteria that were written before."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import FIRST_DAY, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Invitation, Person
from trainer_app.domain.ids import new_id
from trainer_app.domain.selection import CriterionLine, Decision, SelectionSheet, Signatory, ranked
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import invitations, people, replacing, selection, waiting

COMMITTEE = (Signatory("MUTONI Aline", "field officer"), Signatory("NDAYISABA Eric", "district"))
CRITERIA = (CriterionLine(new_id(), "Out of school", 10), CriterionLine(new_id(), "Lives near", 5, 2))
TODAY = FIRST_DAY - timedelta(days=9)


def a_selection(db: Database, training: UUID | None, people: list[UUID]) -> UUID:
    with db.changing(label("Add a selection")) as s:
        key = selection.add(s, "TVET places", TODAY, 1, training, COMMITTEE)
        s.flush()
        selection.set_criteria(s, key, CRITERIA)
        selection.add_candidates(s, key, people)
    return key


def told(db: Database, key: UUID) -> SelectionSheet:
    with db.reading() as s:
        return selection.sheet(s, key, "en")


def give(db: Database, key: UUID, name: str, assessor: int, *points: float) -> None:
    one = next(line for line in told(db, key).candidates if line.name == name)
    with db.changing(label("Points")) as s:
        for criterion, value in zip(CRITERIA, points, strict=False):
            selection.give(s, one.id, criterion.id, COMMITTEE[assessor].name, value)


def test_points_of_several_assessors_rank_the_candidates(db: Database) -> None:
    key = a_selection(db, None, [a_person(db, "A Uwase"), a_person(db, "B Uwase"), a_person(db, "C Uwase")])
    give(db, key, "A Uwase", 0, 4, 3)
    give(db, key, "B Uwase", 0, 8, 5)
    give(db, key, "B Uwase", 1, 6, 5)
    lines = ranked(told(db, key))
    assert [(line.position, line.who.name, line.total, line.missing) for line in lines] == [
        (1, "B Uwase", 17, 0),
        (2, "A Uwase", 10, 2),
        (3, "C Uwase", 0, 4),
    ]
    db.undo()
    assert ranked(told(db, key))[0].total == 18


def test_criteria_are_written_before_and_points_have_a_limit(db: Database) -> None:
    key = a_selection(db, None, [a_person(db, "A Uwase")])
    with pytest.raises(TrainerError, match="0 to 5"):
        give(db, key, "A Uwase", 0, 1, 6)
    give(db, key, "A Uwase", 0, 4)
    with pytest.raises(TrainerError, match="Clear the points"), db.changing(label("Criteria")) as s:
        selection.set_criteria(s, key, CRITERIA[:1])
    with db.changing(label("Clear")) as s:
        assert selection.clear_points(s, key) == 1
    with db.changing(label("Criteria")) as s:
        selection.set_criteria(s, key, CRITERIA[::-1])
    assert [line.words for line in told(db, key).criteria] == ["Lives near", "Out of school"]


def test_the_chosen_take_part_and_the_reserve_waits_with_its_points(db: Database) -> None:
    training = a_training(db, people=1)
    first, second = a_person(db, "A Uwase"), a_person(db, "B Uwase")
    key = a_selection(db, training.id, [first, second])
    give(db, key, "A Uwase", 0, 9, 5)
    give(db, key, "B Uwase", 0, 3, 1)
    with db.changing(label("Decide")) as s:
        assert selection.decide_by_rank(s, key, "en") == 0
        s.flush()
        assert selection.carry_out(s, key, TODAY) == (1, 1)
    with db.reading() as s:
        now = waiting.places(s, training.id, "en")
        assert now.enrolled[-1].name == "A Uwase"
        (line,) = replacing.ranked(s, training.id, training.people[0])
        assert (line.who.name, line.who.points) == ("B Uwase", 5)
    assert [line.decision for line in told(db, key).candidates] == [Decision.CHOSEN, Decision.RESERVE]
    db.undo()
    with db.reading() as s:
        assert waiting.places(s, training.id, "en").waiting == ()


def test_who_waits_is_a_candidate_and_a_selection_for_no_training_gives_no_place(db: Database) -> None:
    training = a_training(db, people=0)
    person = a_person(db, "A Uwase")
    with db.changing(label("Ask")) as s:
        waiting.ask(s, training.id, person, TODAY)
    key = a_selection(db, training.id, [])
    with db.changing(label("Candidates")) as s:
        assert selection.add_waiting(s, key) == 1
    assert [line.name for line in told(db, key).candidates] == ["A Uwase"]
    with db.changing(label("For none")) as s:
        selection.set_training(s, key, None)
    with pytest.raises(TrainerError, match="no training"), db.changing(label("Carry out")) as s:
        selection.carry_out(s, key, TODAY)


def test_two_members_with_one_name_are_refused(db: Database) -> None:
    with pytest.raises(TrainerError, match="same name"), db.changing(label("Add")) as s:
        selection.add(s, "TVET", TODAY, 1, None, [Signatory("Aline"), Signatory("aline ")])


def committee(db: Database, key: UUID, *names: str) -> None:
    with db.changing(label("Committee")) as s:
        selection.set_committee(s, key, [Signatory(name) for name in names])


def test_a_member_whose_name_is_corrected_keeps_the_points_they_gave(db: Database) -> None:
    key = a_selection(db, None, [a_person(db, "A Uwase"), a_person(db, "B Uwase")])
    for name, *points in (("A Uwase", 9, 2), ("B Uwase", 1, 6)):
        give(db, key, name, 0, points[0], 0)
        give(db, key, name, 1, points[1], 0)
    before = [(line.who.name, line.total) for line in ranked(told(db, key))]
    assert before == [("A Uwase", 5.5), ("B Uwase", 3.5)]
    committee(db, key, "MUTONI Alice", "NDAYISABA Eric")
    assert [(line.who.name, line.total) for line in ranked(told(db, key))] == before
    db.undo()
    assert [(line.who.name, line.total) for line in ranked(told(db, key))] == before
    committee(db, key, "NDAYISABA Eric", "MUTONI Aline")
    assert [(line.who.name, line.total) for line in ranked(told(db, key))] == before


def test_a_member_who_gave_points_is_not_taken_off_the_committee(db: Database) -> None:
    key = a_selection(db, None, [a_person(db, "A Uwase")])
    give(db, key, "A Uwase", 0, 4)
    with pytest.raises(TrainerError, match="MUTONI Aline gave points"):
        committee(db, key, "NDAYISABA Eric")
    assert ranked(told(db, key))[0].total == 4
    committee(db, key, "MUTONI Aline")
    with db.changing(label("Clear")) as s:
        selection.clear_points(s, key)
    committee(db, key, "NDAYISABA Eric")
    assert told(db, key).assessors == ("NDAYISABA Eric",)


def test_a_person_who_is_taken_out_is_no_candidate_and_waits_no_longer(db: Database) -> None:
    training = a_training(db, people=0)
    person = a_person(db, "A Uwase")
    key = a_selection(db, training.id, [person])
    with db.changing(label("Ask and tell")) as s:
        waiting.ask(s, training.id, person, TODAY)
        invitations.tell(s, training.id, [person], TODAY)
        selection.decide(s, told(db, key).candidates[0].id, Decision.CHOSEN)
    with db.changing(label("Remove")) as s:
        people.remove(s, person)
    with db.changing(label("Carry out")) as s:
        assert selection.carry_out(s, key, TODAY) == (0, 0)
        assert selection.add_waiting(s, key) == 0
    with db.reading() as s:
        assert [line.candidates for line in selection.selections(s)] == [0]
        assert s.scalars(select(Invitation)).all() == []
    db.undo()
    with db.reading() as s:
        assert [line.name for line in waiting.places(s, training.id, "en").waiting] == ["A Uwase"]


def test_candidates_of_an_older_file_whose_person_is_gone_get_no_place(db: Database) -> None:
    training = a_training(db, people=0)
    person = a_person(db, "A Uwase")
    key = a_selection(db, training.id, [person])
    with db.changing(label("Ask")) as s:
        waiting.ask(s, training.id, person, TODAY)
        selection.decide(s, told(db, key).candidates[0].id, Decision.CHOSEN)
    with db.changing(label("Only the person")) as s:
        take_away(s.get_one(Person, person))
    with db.changing(label("Carry out")) as s:
        assert selection.carry_out(s, key, TODAY) == (0, 0)
        assert selection.add_waiting(s, key) == 0


def test_a_removed_selection_comes_back(db: Database) -> None:
    key = a_selection(db, None, [a_person(db, "A Uwase")])
    with db.changing(label("Remove")) as s:
        selection.remove(s, key)
    with db.reading() as s:
        assert selection.selections(s) == ()
    db.undo()
    with db.reading() as s:
        assert [(line.title, line.candidates) for line in selection.selections(s)] == [("TVET places", 1)]
