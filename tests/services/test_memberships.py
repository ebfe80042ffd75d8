"""Belonging to a group over time: who left, who came back, and who has which role."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import a_group, a_person
from trainer_app.db.database import Database
from trainer_app.domain.groups import GroupForm, GroupKind, Role
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import groups

JOINED, LEFT, BACK = date(2024, 1, 5), date(2025, 6, 1), date(2026, 1, 10)


def test_who_left_is_listed_apart_and_can_have_been_there_all_the_same(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    with db.changing(label("Join")) as s:
        row = groups.add_member(s, group, person, Role.TREASURER, JOINED)
    with db.changing(label("Leave")) as s:
        groups.leave(s, row, LEFT)
    with db.reading() as s:
        card = groups.card(s, group)
    assert card.members == ()
    assert [(line.name, line.role, line.since, line.until) for line in card.former] == [
        ("UWIMANA Marie", Role.TREASURER, JOINED, LEFT)
    ]
    db.undo()
    with db.reading() as s:
        assert groups.card(s, group).former == ()
        assert len(groups.members(s, group)) == 1


def test_leaving_ends_every_role_and_taking_it_back_brings_them_all(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    with db.changing(label("Join")) as s:
        row = groups.add_member(s, group, person, Role.MEMBER, JOINED)
        groups.change_role(s, row, Role.SECRETARY, date(2024, 9, 1))
    with db.reading() as s:
        (line,) = groups.members(s, group)
    assert (line.role, line.roles) == (Role.SECRETARY, (Role.SECRETARY, Role.MEMBER))
    with db.changing(label("Leave")) as s:
        groups.leave(s, line.membership_id, LEFT)
    with db.reading() as s:
        assert groups.members(s, group) == ()
        (gone,) = groups.card(s, group).former
    with db.changing(label("Did not leave")) as s:
        groups.come_back(s, gone.membership_id)
    with db.reading() as s:
        assert groups.members(s, group) == (line,)


def test_who_comes_back_begins_anew_and_the_time_before_is_kept(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    with db.changing(label("Join")) as s:
        row = groups.add_member(s, group, person)
    with db.changing(label("Leave")) as s:
        groups.leave(s, row, LEFT)
    with db.changing(label("Join again")) as s:
        groups.add_member(s, group, person)
    with db.reading() as s:
        assert [(line.since, line.until) for line in groups.roles(s, group)] == [(LEFT, None), (None, LEFT)]
        assert groups.card(s, group).former == ()


def test_who_comes_back_twice_keeps_both_times_before(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    for left in (JOINED, LEFT):
        with db.changing(label("Join and leave")) as s:
            row = groups.add_member(s, group, person)
            s.flush()
            groups.leave(s, row, left)
    with db.changing(label("Join again")) as s:
        groups.add_member(s, group, person)
    with db.reading() as s:
        days = [(line.since, line.until) for line in groups.roles(s, group)]
    assert days == [(LEFT, None), (JOINED, LEFT), (None, JOINED)]


def test_who_left_on_the_day_of_joining_can_join_again(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    with db.changing(label("Join and leave")) as s:
        row = groups.add_member(s, group, person, since=JOINED)
        s.flush()
        groups.leave(s, row, JOINED)
    with db.changing(label("Join again")) as s:
        groups.add_member(s, group, person, since=JOINED)
    with db.reading() as s:
        assert [(line.since, line.until) for line in groups.roles(s, group)] == [(JOINED, None)]


def test_taken_by_mistake_leaves_nothing_behind(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    with db.changing(label("Join")) as s:
        row = groups.add_member(s, group, person)
        groups.change_role(s, row, Role.PRESIDENT, JOINED)
    with db.reading() as s:
        (line,) = groups.members(s, group)
    with db.changing(label("Take out")) as s:
        groups.remove_member(s, line.membership_id)
    with db.reading() as s:
        card = groups.card(s, group)
    assert (card.members, card.former, card.roles) == ((), (), ())


def test_nobody_leaves_before_joining(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    with db.changing(label("Join")) as s:
        row = groups.add_member(s, group, person, since=LEFT)
    with pytest.raises(TrainerError, match="01/06/2025"), db.changing(label("Leave")) as s:
        groups.leave(s, row, JOINED)


def test_a_role_that_changes_on_a_day_keeps_the_one_before(db: Database) -> None:
    group, person = a_group(db), a_person(db)
    with db.changing(label("Join")) as s:
        row = groups.add_member(s, group, person, Role.PRESIDENT, JOINED)
    with db.changing(label("Change")) as s:
        groups.change_role(s, row, Role.TREASURER, LEFT)
    with db.reading() as s:
        assert [(line.role, line.since, line.until) for line in groups.card(s, group).roles] == [
            (Role.TREASURER, LEFT, None),
            (Role.PRESIDENT, JOINED, LEFT),
        ]


def test_a_group_keeps_value_chain_occupation_and_note_and_is_found_by_them(db: Database) -> None:
    form = GroupForm("Abahuje", GroupKind.UNION, None, None, False, None, " Milk ", "miners", "meets on Mondays")
    with db.changing(label("Add")) as s:
        key = groups.add(s, form)
    with db.reading() as s:
        kept = groups.card(s, key).form
        assert (kept.kind, kept.value_chain, kept.occupation, kept.note) == (
            GroupKind.UNION,
            "Milk",
            "miners",
            "meets on Mondays",
        )
        assert [line.id for line in groups.groups(s, "milk")] == [key]
        assert [line.id for line in groups.groups(s, "min")] == [key]
        assert groups.groups(s, "maize") == ()


def test_the_card_of_a_union_names_the_groups_inside_it(db: Database) -> None:
    union, branch = a_group(db, "Union", people=1), a_group(db, "Branch", people=3)
    with db.changing(label("Move")) as s:
        groups.edit(s, branch, GroupForm("Branch", GroupKind.BRANCH, parent_id=union, formed_by_itself=True))
    with db.reading() as s:
        (line,) = groups.card(s, union).inside
    assert (line.name, line.kind, line.members, line.formed_by_itself) == ("Branch", GroupKind.BRANCH, 3, True)
