"""What the screen of people asks for: pages, counts of the same people, several at once."""

from __future__ import annotations

import pytest

from tests.builders import a_group, a_person
from trainer_app.db.database import Database
from trainer_app.domain.groups import GroupForm, Role
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import groups, people, places


def test_pages_follow_one_another_without_gap_or_repetition(db: Database) -> None:
    a_group(db, people=7)
    with db.reading() as s:
        pages = [people.people(s, limit=3, offset=start) for start in (0, 3, 6)]
        assert sum(pages, ()) == people.people(s)


def test_the_count_is_of_the_people_that_are_found(db: Database) -> None:
    group = a_group(db, people=5)
    a_person(db, "ZANINKA Rose", sex=Sex.FEMALE)
    with db.reading() as s:
        assert people.count_by_sex(s) == {Sex.FEMALE: 3, Sex.MALE: 3, Sex.UNKNOWN: 0}
        assert people.count_by_sex(s, group_id=group)[Sex.FEMALE] == 2
        assert people.count_by_sex(s, search="zaninka", sex=Sex.FEMALE)[Sex.FEMALE] == 1


def test_a_removed_person_has_no_card(db: Database) -> None:
    who = a_person(db)
    with db.reading() as s:
        assert people.find_card(s, who, "en") is not None
    with db.changing(label("Remove")) as s:
        people.remove_all(s, [who])
    with db.reading() as s:
        assert people.find_card(s, who, "en") is None


def test_members_are_added_together_or_as_new_people(db: Database) -> None:
    group, first, second = a_group(db), a_person(db, "UWASE Aline"), a_person(db, "MUTONI Eric")
    with db.changing(label("Add")) as s:
        groups.add_members(s, group, [first, second])
        groups.add_new_member(s, group, PersonForm("KAYITESI Rose"), Role.PRESIDENT)
    with db.reading() as s:
        found = [(line.name, line.role) for line in groups.members(s, group)]
    assert found == [
        ("KAYITESI Rose", Role.PRESIDENT),
        ("MUTONI Eric", Role.MEMBER),
        ("UWASE Aline", Role.MEMBER),
    ]


def test_a_place_tells_its_official_code(db: Database) -> None:
    with db.reading() as s:
        line = places.find(s, "base rulindo")[0]
        assert places.code(s, line.id) == line.code
        assert places.code(s, None) == ""


def test_a_district_is_found_by_its_name_whatever_else_is_called_so(db: Database) -> None:
    with db.reading() as s:
        keys = {district.name: district.id for district in places.districts(s)}
        for name in ("Gasabo", "Nyamasheke"):
            assert places.one(s, name) == places.one(s, name, "district") == keys[name]
        assert places.path(s, places.one(s, "Base Rulindo")) == "Base, Rulindo"
        with pytest.raises(TrainerError, match="add the district"):
            places.one(s, "Remera")
        with pytest.raises(TrainerError, match="No place"):
            places.one(s, "Base", "district")


def test_a_group_may_be_inside_any_group_that_is_not_inside_it(db: Database) -> None:
    top = a_group(db, "Union")
    with db.changing(label("Add")) as s:
        inner = groups.add(s, GroupForm("Branch", parent_id=top))
    with db.reading() as s:
        assert groups.possible_parents(s, top) == ()
        assert [line.id for line in groups.possible_parents(s, inner)] == [top]
        assert len(groups.possible_parents(s, None)) == 2


def test_a_removed_group_has_no_card(db: Database) -> None:
    group = a_group(db, people=2)
    with db.reading() as s:
        assert groups.find_card(s, group) is not None
        assert groups.line(s, group).members == 2
    with db.changing(label("Remove")) as s:
        groups.remove(s, group)
    with db.reading() as s:
        assert groups.find_card(s, group) is None


def test_some_people_are_read_by_key_and_removed_ones_are_left_out(db: Database) -> None:
    first, gone = a_person(db, "UWASE Aline"), a_person(db, "MUTONI Eric")
    with db.changing(label("Remove")) as s:
        people.remove(s, gone)
    with db.reading() as s:
        assert [line.name for line in people.some(s, [first, gone]).values()] == ["UWASE Aline"]
