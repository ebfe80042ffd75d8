"""Committees that are elected, end with the next election, and stay in the history."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import a_group, a_person
from trainer_app.db.database import Database
from trainer_app.db.records import Membership
from trainer_app.domain.elections import ElectionForm, Mandate, Seat
from trainer_app.domain.groups import Role
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import elections, groups, sample

TODAY = date(2026, 3, 9)
FIRST, SECOND, THIRD = date(2022, 2, 1), date(2024, 2, 1), date(2026, 2, 1)
LEFT = date(2025, 6, 30)


def members(db: Database, group: UUID) -> list[UUID]:
    with db.reading() as s:
        return [line.person_id for line in groups.members(s, group)]


def hold(db: Database, group: UUID, day: date, **seats: UUID) -> UUID:
    form = ElectionForm(day, seats=tuple(Seat(person, Role(role)) for role, person in seats.items()))
    with db.changing(label("Hold an election")) as s:
        return elections.hold(s, group, form, TODAY)


def told(db: Database, group: UUID) -> list[tuple[str, date | None, date | None]]:
    """Every role but plain membership: who it was is told by the order."""
    with db.reading() as s:
        return [(line.role.value, line.since, line.until) for line in groups.card(s, group).roles]


def test_an_election_gives_seats_and_ends_the_committee_before(db: Database) -> None:
    group = a_group(db, people=4)
    one, two, three, four = members(db, group)
    hold(db, group, FIRST, president=one, treasurer=two)
    hold(db, group, SECOND, president=three, treasurer=two)
    assert sorted(told(db, group)) == [
        ("president", FIRST, SECOND),
        ("president", SECOND, None),
        ("treasurer", FIRST, SECOND),
        ("treasurer", SECOND, None),
    ]
    with db.reading() as s:
        now = {line.person_id: line.role for line in groups.members(s, group)}
        latest, before = elections.committees(s, group)
    assert now == {three: Role.PRESIDENT, two: Role.TREASURER, one: Role.MEMBER, four: Role.MEMBER}
    assert [line.person_id for line in latest.seats] == [three, two]
    assert [(line.person_id, line.until) for line in before.seats] == [(one, SECOND), (two, SECOND)]


def test_undo_of_an_election_brings_the_committee_before_back(db: Database) -> None:
    group = a_group(db, people=3)
    one, two, _ = members(db, group)
    hold(db, group, FIRST, president=one)
    before = told(db, group)
    hold(db, group, SECOND, president=two)
    db.undo()
    assert told(db, group) == before
    db.redo()
    assert ("president", SECOND, None) in told(db, group)


def test_who_loses_a_seat_goes_on_belonging_to_the_group(db: Database) -> None:
    group, chief, other = a_group(db), a_person(db, "UWIMANA Marie"), a_person(db, "KAYITESI Aline")
    with db.changing(label("Add")) as s:
        groups.add_member(s, group, chief, Role.PRESIDENT)
    hold(db, group, SECOND, president=other)
    with db.reading() as s:
        assert [(line.person_id, line.role) for line in groups.members(s, group)] == [
            (other, Role.PRESIDENT),
            (chief, Role.MEMBER),
        ]


def test_an_election_that_is_told_late_takes_its_place_among_the_others(db: Database) -> None:
    group = a_group(db, people=3)
    one, two, three = members(db, group)
    hold(db, group, FIRST, president=one)
    hold(db, group, THIRD, president=three)
    hold(db, group, SECOND, president=two)
    assert sorted(told(db, group), key=lambda line: str(line[1])) == [
        ("president", FIRST, SECOND),
        ("president", SECOND, THIRD),
        ("president", THIRD, None),
    ]


def test_an_election_taken_back_gives_the_seats_to_the_committee_before(db: Database) -> None:
    group = a_group(db, people=3)
    one, two, three = members(db, group)
    hold(db, group, FIRST, president=one)
    wrong = hold(db, group, SECOND, president=two)
    hold(db, group, THIRD, president=three)
    with db.changing(label("Remove")) as s:
        elections.remove(s, wrong)
    assert sorted(told(db, group), key=lambda line: str(line[1])) == [
        ("president", FIRST, THIRD),
        ("president", THIRD, None),
    ]
    db.undo()
    assert ("president", SECOND, THIRD) in told(db, group)


def test_who_left_with_an_election_does_not_come_back_when_it_is_taken_back(db: Database) -> None:
    group, chief, other = a_group(db), a_person(db, "UWIMANA Marie"), a_person(db, "KAYITESI Aline")
    with db.changing(label("Add")) as s:
        president = groups.add_member(s, group, chief, Role.PRESIDENT)
    with db.changing(label("Leave")) as s:
        groups.leave(s, president, SECOND)
    election = hold(db, group, SECOND, president=other)
    with db.changing(label("Remove")) as s:
        elections.remove(s, election)
    assert members(db, group) == []


def test_correcting_the_day_and_the_seats_is_as_if_it_had_been_told_so(db: Database) -> None:
    group = a_group(db, people=3)
    one, two, three = members(db, group)
    hold(db, group, FIRST, president=one)
    wrong = hold(db, group, date(2024, 1, 2), president=two)
    form = ElectionForm(
        SECOND, date(2027, 2, 1), 12, 9, " The executive secretary ", seats=(Seat(three, Role.PRESIDENT),)
    )
    with db.changing(label("Correct")) as s:
        right = elections.edit(s, wrong, form, TODAY)
    with db.reading() as s:
        latest, _ = elections.committees(s, group)
        assert latest.election_id == right
        assert latest.form is not None
        assert (latest.form.women, latest.form.men, latest.form.witness) == (12, 9, "The executive secretary")
        assert elections.mandates(s) == {group: Mandate(SECOND, date(2027, 2, 1))}
        assert {line.person_id: line.role for line in groups.members(s, group)}[two] is Role.MEMBER
    assert sorted(told(db, group), key=lambda line: str(line[1])) == [
        ("president", FIRST, SECOND),
        ("president", SECOND, None),
    ]
    db.undo()
    with db.reading() as s:
        assert elections.committees(s, group)[0].election_id == wrong


def test_correcting_only_the_votes_touches_no_seat(db: Database) -> None:
    group = a_group(db, people=1)
    (one,) = members(db, group)
    election = hold(db, group, FIRST, president=one)
    with db.changing(label("Correct")) as s:
        form = ElectionForm(FIRST, None, 7, 5, seats=(Seat(one, Role.PRESIDENT),))
        assert elections.edit(s, election, form, TODAY) == election
    with db.reading() as s:
        assert elections.form_of(s, election) == form


def test_two_elections_of_one_day_are_refused(db: Database) -> None:
    group = a_group(db, people=2)
    one, two = members(db, group)
    hold(db, group, FIRST, president=one)
    with pytest.raises(TrainerError, match="01/02/2022 is written down already"):
        hold(db, group, FIRST, president=two)
    assert told(db, group) == [("president", FIRST, None)]


def test_an_election_of_the_future_is_refused(db: Database) -> None:
    group = a_group(db, people=1)
    (one,) = members(db, group)
    with pytest.raises(TrainerError, match="still to come"):
        hold(db, group, date(2026, 3, 10), president=one)


def test_officers_whose_election_nobody_wrote_down_are_a_committee_too(db: Database) -> None:
    group, chief = a_group(db), a_person(db)
    with db.changing(label("Add")) as s:
        groups.add_member(s, group, chief, Role.PRESIDENT)
    with db.reading() as s:
        (committee,) = elections.committees(s, group)
    assert committee.election_id is None
    assert [line.person_id for line in committee.seats] == [chief]


def test_a_group_that_is_removed_takes_its_elections_along(db: Database) -> None:
    group = a_group(db, people=1)
    (one,) = members(db, group)
    hold(db, group, FIRST, president=one)
    with db.changing(label("Remove")) as s:
        groups.remove(s, group)
    with db.reading() as s:
        assert elections.mandates(s) == {}
    db.undo()
    with db.reading() as s:
        assert elections.mandates(s) == {group: Mandate(FIRST, None)}


def test_the_sample_has_elections_and_takes_them_along(db: Database) -> None:
    with db.changing(label("Sample")) as s:
        sample.fill(s, TODAY)
    with db.reading() as s:
        states = sorted(mandate.state(TODAY).value for mandate in elections.mandates(s).values())
        assert states == ["ended", "ends_soon", "runs", "runs", "runs"]
    with db.changing(label("Remove")) as s:
        sample.remove(s)
    with db.reading() as s:
        assert elections.mandates(s) == {}
        assert s.scalars(select(Membership)).all() == []


def a_president_who_left(db: Database, left: date) -> tuple[UUID, UUID, UUID]:
    """A group, its president who has no row as a plain member and left on that day, and somebody else."""
    group, chief, other = a_group(db), a_person(db, "UWIMANA Marie"), a_person(db, "KAYITESI Aline")
    with db.changing(label("Add")) as s:
        seat = groups.add_member(s, group, chief, Role.PRESIDENT, FIRST)
    with db.changing(label("Leave")) as s:
        groups.leave(s, seat, left)
    return group, chief, other


def days_of(db: Database, group: UUID, person: UUID) -> list[tuple[str, date | None, date | None]]:
    with db.reading() as s:
        lines = [line for line in groups.roles(s, group) if line.person_id == person]
    return sorted(((line.role.value, line.since, line.until) for line in lines), key=str)


def test_an_election_that_is_told_late_keeps_the_day_on_which_somebody_left(db: Database) -> None:
    group, chief, other = a_president_who_left(db, LEFT)
    election = hold(db, group, SECOND, president=other)
    assert days_of(db, group, chief) == [("member", SECOND, LEFT), ("president", FIRST, SECOND)]
    assert members(db, group) == [other]
    with db.changing(label("Remove")) as s:
        elections.remove(s, election)
    assert days_of(db, group, chief) == [("president", FIRST, LEFT)]


def test_who_was_elected_again_by_an_election_told_late_is_still_gone(db: Database) -> None:
    group, chief, _ = a_president_who_left(db, LEFT)
    election = hold(db, group, SECOND, president=chief)
    assert days_of(db, group, chief) == [("president", FIRST, SECOND), ("president", SECOND, LEFT)]
    with db.changing(label("Remove")) as s:
        elections.remove(s, election)
    assert days_of(db, group, chief) == [("president", FIRST, LEFT)]


def test_who_was_elected_again_goes_on_when_the_election_is_taken_back(db: Database) -> None:
    group, chief = a_group(db), a_person(db)
    with db.changing(label("Add")) as s:
        groups.add_member(s, group, chief, Role.PRESIDENT, FIRST)
    election = hold(db, group, SECOND, president=chief)
    with db.changing(label("Remove")) as s:
        elections.remove(s, election)
    assert days_of(db, group, chief) == [("president", FIRST, None)]


def test_who_is_corrected_out_of_an_election_goes_on_belonging_to_the_group(db: Database) -> None:
    group, chief, other = a_group(db), a_person(db, "UWIMANA Marie"), a_person(db, "KAYITESI Aline")
    with db.changing(label("Add")) as s:
        groups.add_member(s, group, chief, Role.PRESIDENT, FIRST)
    election = hold(db, group, SECOND, president=chief)
    with db.changing(label("Correct")) as s:
        elections.edit(s, election, ElectionForm(SECOND, seats=(Seat(other, Role.PRESIDENT),)), TODAY)
    assert members(db, group) == [other, chief]
    assert days_of(db, group, chief) == [("member", SECOND, None), ("president", FIRST, SECOND)]
