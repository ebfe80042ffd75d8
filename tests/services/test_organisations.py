"""Organisations, the posts in them, and memberships that end without being lost."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import a_group, a_person
from trainer_app.db.database import Database
from trainer_app.domain.groups import Role
from trainer_app.domain.organisations import Duty, OrganisationForm, OrganisationKind, PostForm
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import groups, memberships, organisations, people, person_history, places

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


def test_an_organisation_is_found_by_name_and_place_and_counts_who_works_there_now(db: Database) -> None:
    who, other = a_person(db, "UWIMANA Marie"), a_person(db, "HABIMANA Jean")
    with db.changing(label("Add")) as s:
        place = places.one(s, "Rulindo", "district")
        office = organisations.add(s, OrganisationForm("  Rulindo   office ", OrganisationKind.DISTRICT, place))
        organisations.add(s, OrganisationForm("Énergie SACCO", OrganisationKind.MICROFINANCE))
        s.flush()
        organisations.give_post(s, PostForm(who, office, Duty.DISTRICT_OFFICER, "Cooperative officer", MAY))
        organisations.give_post(s, PostForm(other, office, Duty.ADVISER, since=MAY, until=JUNE))
    with db.reading() as s:
        assert [line.name for line in organisations.organisations(s, "energie")] == ["Énergie SACCO"]
        [found] = organisations.organisations(s, "rul", OrganisationKind.DISTRICT)
        assert (found.name, found.people) == ("Rulindo office", 1)
        card = organisations.find_card(s, office)
        assert card is not None
        assert [(post.person, post.is_held) for post in card.posts] == [
            ("UWIMANA Marie", True),
            ("HABIMANA Jean", False),
        ]
        assert organisations.posts_of(s, who)[0].organisation == "Rulindo office"


def test_a_change_of_an_organisation_is_undone(db: Database) -> None:
    with db.changing(label("Add")) as s:
        office = organisations.add(s, OrganisationForm("Office"))
    with db.changing(label("Edit")) as s:
        organisations.edit(s, office, OrganisationForm("Office of Base", phone="+250788123456"))
    db.undo()
    with db.reading() as s:
        assert organisations.form(s, office) == OrganisationForm("Office")
    db.undo()
    with db.reading() as s:
        assert organisations.organisations(s) == ()


def test_an_organisation_in_which_somebody_has_a_post_is_not_removed(db: Database) -> None:
    who = a_person(db)
    with db.changing(label("Add")) as s:
        office = organisations.add(s, OrganisationForm("Office"))
        s.flush()
        post = organisations.give_post(s, PostForm(who, office, Duty.TRAINER))
    with pytest.raises(TrainerError, match="posts"), db.changing(label("Remove")) as s:
        organisations.remove(s, office)
    with db.changing(label("Remove")) as s:
        organisations.remove_post(s, post)
        s.flush()
        organisations.remove(s, office)
    with db.reading() as s:
        assert organisations.find_card(s, office) is None


def test_a_post_ends_and_stays_in_the_history_and_undo_gives_it_back(db: Database) -> None:
    who = a_person(db)
    with db.changing(label("Add")) as s:
        office = organisations.add(s, OrganisationForm("Office"))
        s.flush()
        post = organisations.give_post(s, PostForm(who, office, Duty.TRAINER, since=MAY))
    with pytest.raises(TrainerError, match="before it begins"), db.changing(label("End")) as s:
        organisations.end_post(s, post, date(2026, 4, 1))
    with db.changing(label("End")) as s:
        organisations.end_post(s, post, JUNE)
    with db.reading() as s:
        assert person_history.of(s, who).posts[0].form.until == JUNE
        assert organisations.organisations(s)[0].people == 0
    db.undo()
    with db.reading() as s:
        assert organisations.organisations(s)[0].people == 1


def test_who_has_a_post_again_keeps_each_time_before(db: Database) -> None:
    who = a_person(db)
    with db.changing(label("Add")) as s:
        office = organisations.add(s, OrganisationForm("Office"))
    for left in (MAY, JUNE):
        with db.changing(label("Give and end")) as s:
            post = organisations.give_post(s, PostForm(who, office, Duty.TRAINER))
            s.flush()
            organisations.end_post(s, post, left)
    with db.changing(label("Give again")) as s:
        organisations.give_post(s, PostForm(who, office, Duty.TRAINER))
    with db.reading() as s:
        days = {(line.form.since, line.form.until) for line in organisations.posts(s, office)}
    assert days == {(None, MAY), (MAY, JUNE), (JUNE, None)}


def test_the_same_post_written_down_twice_is_one_and_a_correction_moves_it(db: Database) -> None:
    who = a_person(db)
    with db.changing(label("Add")) as s:
        office = organisations.add(s, OrganisationForm("Office"))
        s.flush()
        first = organisations.give_post(s, PostForm(who, office, Duty.TRAINER, since=MAY))
        s.flush()
        assert organisations.give_post(s, PostForm(who, office, Duty.TRAINER, "Lead", since=MAY)) == first
    with db.changing(label("Edit")) as s:
        organisations.edit_post(s, first, PostForm(who, office, Duty.COORDINATOR, "Lead", JUNE))
    with db.reading() as s:
        [post] = organisations.posts(s, office)
        assert (post.form.duty, post.form.since, post.form.title) == (Duty.COORDINATOR, JUNE, "Lead")
    db.undo()
    with db.reading() as s:
        assert [post.form.duty for post in organisations.posts(s, office)] == [Duty.TRAINER]


def test_a_person_who_is_taken_out_leaves_no_post_behind(db: Database) -> None:
    who = a_person(db)
    with db.changing(label("Add")) as s:
        office = organisations.add(s, OrganisationForm("Office"))
        s.flush()
        organisations.give_post(s, PostForm(who, office, Duty.TRAINER))
    with db.changing(label("Remove")) as s:
        people.remove(s, who)
    with db.reading() as s:
        assert organisations.posts(s, office) == ()
    db.undo()
    with db.reading() as s:
        assert len(organisations.posts(s, office)) == 1


# ---- memberships -----------------------------------------------------------------------------------------------


def test_leaving_a_group_keeps_the_membership_with_its_day(db: Database) -> None:
    group = a_group(db, people=2)
    with db.reading() as s:
        member = groups.members(s, group)[0]
    with db.changing(label("Leave")) as s:
        memberships.end(s, member.membership_id, JUNE)
    with db.reading() as s:
        assert len(groups.members(s, group)) == 1
        [line] = people.card(s, member.person_id, "en").memberships
        assert line.until == JUNE
    db.undo()
    with db.reading() as s:
        assert len(groups.members(s, group)) == 2


def test_role_and_days_of_a_membership_are_corrected_as_one_fact(db: Database) -> None:
    group = a_group(db, people=1)
    with db.reading() as s:
        member = groups.members(s, group)[0]
    with db.changing(label("Edit")) as s:
        memberships.edit(s, member.membership_id, Role.TREASURER, MAY, None)
    with db.reading() as s:
        [line] = groups.members(s, group)
        assert (line.role, line.since) == (Role.TREASURER, MAY)
        assert memberships.form(s, line.membership_id).person == member.name
    with db.changing(label("Edit")) as s:
        memberships.edit(s, line.membership_id, Role.TREASURER, MAY, JUNE)
    with db.reading() as s:
        [ended] = people.card(s, member.person_id, "en").memberships
        assert (ended.since, ended.until) == (MAY, JUNE)
    with pytest.raises(TrainerError, match="before it begins"), db.changing(label("Edit")) as s:
        memberships.edit(s, ended.id, Role.TREASURER, JUNE, MAY)
