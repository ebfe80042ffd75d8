"""A list of people is compared with everybody known; nobody is merged or lost, and twice is as once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from tests.builders import a_group, a_person
from trainer_app.db.database import Database
from trainer_app.domain.groups import GroupForm, Role
from trainer_app.domain.imports.cells import CellValue, Row
from trainer_app.domain.imports.columns import propose
from trainer_app.domain.imports.notes import Note, Problem
from trainer_app.domain.imports.people_rows import PeopleRead, read_people
from trainer_app.domain.people import Sex
from trainer_app.i18n import label
from trainer_app.services import groups, imports, people, places
from trainer_app.services.imports import Doubt, ImportCheck, Written

TODAY = date(2026, 11, 21)
HEADER: Row = ("No", "Noms", "Sexe", "Année de naissance", "Téléphone", "ID")


def a_list(*rows: Row, header: Row = HEADER) -> PeopleRead:
    sheet = [header, *rows]
    return read_people(sheet, propose(sheet), TODAY)


def checked(db: Database, read: PeopleRead, group: UUID | None = None) -> ImportCheck:
    with db.reading() as s:
        return imports.check(s, read, group)


def taken(db: Database, read: PeopleRead, group: UUID | None = None, **decided: object) -> Written:
    with db.changing(label("Import people")) as s:
        return imports.write(s, imports.check(s, read, group), group, **decided)  # type: ignore[arg-type]


def counts(check: ImportCheck) -> tuple[int, int, int, int]:
    return len(check.ready), len(check.existing), len(check.doubtful), len(check.rejected)


def everybody(db: Database) -> list[str]:
    with db.reading() as s:
        return [line.name for line in people.people(s)]


FOUR = (
    (1, "UWIMANA Marie", "F", 1990, "0788123456", "1199070012345123"),
    (2, "HABIMANA Jean Bosco", "H", 1985, "788123457", None),
    (3, "MUKAMANA Béatrice", "F", None, None, None),
    (4, "NIYONZIMA Éric", "M", 1999, None, None),
)


def test_a_list_adds_its_people_with_everything_it_says_of_them(db: Database) -> None:
    assert taken(db, a_list(*FOUR)) == Written(people=4)
    with db.reading() as s:
        [line] = people.people(s, "uwimana")
        form = people.form(s, line.id)
    assert (form.family, form.given, form.sex, form.birth_year) == ("UWIMANA", "Marie", Sex.FEMALE, 1990)
    assert (form.phone, form.national_id) == ("+250788123456", "1199070012345123")


@pytest.mark.parametrize("with_group", [True, False])
def test_the_same_list_again_adds_nobody(db: Database, with_group: bool) -> None:
    group = a_group(db) if with_group else None
    taken(db, a_list(*FOUR), group)
    before = everybody(db)
    assert counts(checked(db, a_list(*FOUR), group)) == (0, 4, 0, 0)
    assert taken(db, a_list(*FOUR), group) == Written()
    assert everybody(db) == before


def test_known_people_join_the_group_once_and_nobody_is_added(db: Database) -> None:
    taken(db, a_list(*FOUR))
    group = a_group(db)
    assert taken(db, a_list(*FOUR), group) == Written(people=0, memberships=4)
    assert taken(db, a_list(*FOUR), group) == Written()


def test_names_in_another_order_and_without_accents_are_the_same_person(db: Database) -> None:
    taken(db, a_list(*FOUR))
    again = a_list((1, "Beatrice Mukamana", None, None, None, None), (2, "Eric NIYONZIMA", "M", 1999, None, None))
    assert counts(checked(db, again)) == (0, 2, 0, 0)


def test_one_name_with_other_details_waits_for_a_decision(db: Database) -> None:
    known = a_person(db, "UWIMANA Marie", phone="+250788123456", birth_year=1990)
    check = checked(db, a_list((1, "UWIMANA Marie", "F", 1972, "0722000111", None)))
    [doubt] = check.doubtful
    assert (doubt.code, doubt.person_id) == (Doubt.SAME_NAME, known)
    assert imports.doubt_reason(doubt) == "UWIMANA Marie is already known, with other details."
    assert taken(db, a_list((1, "UWIMANA Marie", "F", 1972, "0722000111", None))) == Written()
    assert everybody(db) == ["UWIMANA Marie"]


def test_one_phone_with_another_name_waits_for_a_decision(db: Database) -> None:
    a_person(db, "UWIMANA Marie", phone="+250788123456")
    [doubt] = checked(db, a_list((1, "MUTONI Aline", "F", 2001, "0788123456", None))).doubtful
    assert doubt.code is Doubt.SAME_PHONE


def test_one_card_is_one_person_unless_the_name_is_wholly_different(db: Database) -> None:
    a_person(db, "UWIMANA Marie", national_id="1199070012345123")
    card = "1 1990 7 0012345 1 23"
    assert counts(checked(db, a_list((1, "UWIMANA Mariya", "F", 1990, "0722000111", card)))) == (0, 1, 0, 0)
    [doubt] = checked(db, a_list((1, "HABIMANA Jean", "M", 1990, None, card))).doubtful
    assert doubt.code is Doubt.SAME_CARD


def test_two_cards_are_two_people_of_one_name(db: Database) -> None:
    a_person(db, "UWIMANA Marie", national_id="1199070012345123", phone="+250788123456")
    other = (1, "UWIMANA Marie", "F", None, None, "1198570012345199")
    assert counts(checked(db, a_list(other))) == (1, 0, 0, 0)


def test_three_people_of_one_name_in_one_file_are_flagged_and_never_merged_or_lost(db: Database) -> None:
    three = [(n, "MUKAMANA Marie", None, None, None, None) for n in (1, 2, 3)]
    check = checked(db, a_list(*three))
    assert counts(check) == (1, 0, 2, 0)
    assert [(d.code, d.other_row) for d in check.doubtful] == [(Doubt.TWICE_IN_FILE, 2)] * 2
    assert imports.doubt_reason(check.doubtful[1]) == "Row 2 has the same name: MUKAMANA Marie."
    assert taken(db, a_list(*three), as_new=[3, 4]) == Written(people=3)
    assert counts(checked(db, a_list(*three))) == (0, 3, 0, 0)


def test_after_the_first_of_three_was_taken_the_others_still_wait(db: Database) -> None:
    three = [(n, "MUKAMANA Marie", None, None, None, None) for n in (1, 2, 3)]
    taken(db, a_list(*three))
    check = checked(db, a_list(*three))
    assert counts(check) == (0, 1, 2, 0)
    assert taken(db, a_list(*three)) == Written()


def test_twins_who_share_a_phone_are_shown_and_not_merged(db: Database) -> None:
    twins = (1, "GATO Jean", "M", 2001, "0788123456", None), (2, "GAKURU Jean", "M", 2001, "0788123456", None)
    check = checked(db, a_list(*twins))
    assert counts(check) == (1, 0, 1, 0)
    assert check.doubtful[0].code is Doubt.PHONE_TWICE_IN_FILE
    assert taken(db, a_list(*twins), as_new=[3]) == Written(people=2)


def test_a_doubtful_row_can_be_said_to_be_somebody_known(db: Database) -> None:
    known = a_person(db, "UWIMANA Marie", phone="+250788123456", birth_year=1990)
    group = a_group(db)
    row = (1, "UWIMANA Marie", "F", 1972, "0722000111", None)
    assert taken(db, a_list(row), group, as_known={2: known}) == Written(people=0, memberships=1)
    assert everybody(db) == ["UWIMANA Marie"]


def test_a_card_number_that_a_spreadsheet_may_have_rounded_waits(db: Database) -> None:
    read = a_list((1, "UWIMANA Marie", "F", None, None, 1199070012345120.0))
    assert [d.code for d in checked(db, read).doubtful] == [Doubt.ID_FROM_NUMBER]
    assert taken(db, read, as_new=[2]) == Written(people=1)


def test_roles_are_kept_and_unknown_ones_are_told(db: Database) -> None:
    group = a_group(db)
    header = ("Amazina", "Umwanya")
    read = a_list(("UWASE Aline", "Perezida"), ("MUTONI Claire", "Umunyamabanga"), ("INEZA Joy", "DJ"), header=header)
    taken(db, read, group)
    with db.reading() as s:
        roles = {member.name: member.role for member in groups.members(s, group)}
    assert roles == {"UWASE Aline": Role.PRESIDENT, "MUTONI Claire": Role.SECRETARY, "INEZA Joy": Role.MEMBER}
    [remark] = read.people[2].remarks
    assert imports.remark_words(remark) == "The role “DJ” is not known: taken as a member."


def test_a_group_named_in_the_list_is_joined_and_one_that_is_not_ours_is_told(db: Database) -> None:
    group = a_group(db, "Ikimina Abahuje")
    read = a_list(("UWASE Aline", "IKIMINA abahuje"), ("MUTONI Claire", "Other"), header=("Amazina", "Itsinda"))
    check = checked(db, read)
    assert [remark.note for remark in check.ready[1].remarks] == [Note.GROUP_UNKNOWN]
    assert taken(db, read).memberships == 1
    with db.reading() as s:
        assert [member.name for member in groups.members(s, group)] == ["UWASE Aline"]


PLACES: Sequence[tuple[Row, Row, str, str]] = (
    (("Akarere", "Umurenge", "Akagari"), ("Gasabo", "Remera", "Rukiri I"), "Rukiri I, Remera, Gasabo", ""),
    (("District", "Sector"), ("RULINDO", "base"), "Base, Rulindo", ""),
    (("District", "Sector", "Cell"), ("Rulindo", "Base", "Nowhere"), "Base, Rulindo", "Nowhere"),
    (("Adresse",), ("Base, Rulindo",), "Base, Rulindo", ""),
    (("Adresse",), ("KG 5 Ave, Base, Rulindo",), "Base, Rulindo", "KG 5 Ave"),
    (("Adresse",), ("64 bis, route de Paris",), "", "64 bis, route de Paris"),
    (("Sector",), ("Remera",), "", "Remera"),
)


@pytest.mark.parametrize(("columns", "words", "path", "note"), PLACES)
def test_places_are_found_when_one_fits_and_other_words_are_kept(
    db: Database, columns: Row, words: Row, path: str, note: str
) -> None:
    taken(db, a_list(("UWASE Aline", *words), header=("Amazina", *columns)))
    with db.reading() as s:
        [line] = people.people(s)
        form = people.form(s, line.id)
        assert places.path(s, form.place_id) == path
    assert form.note == note


def test_rejected_rows_can_be_saved_as_they_stood_with_the_reason(db: Database) -> None:
    sheet: list[tuple[CellValue, ...]] = [
        ("No", "Names", "Phone"),
        (1, "UWASE Aline", "0788123456"),
        (2, "MUTONI Claire", "78812345"),
        (3, None, "0722123456"),
        (4, "UWASE Aline"),
    ]
    proposal = propose(sheet)
    check = checked(db, read_people(sheet, proposal, TODAY))
    table = imports.rejected_table(sheet, proposal, check.rejected, check.doubtful)
    assert table == (
        ("No", "Names", "Phone", "Why it was left out"),
        (
            2,
            "MUTONI Claire",
            "78812345",
            "The phone number 78812345 is not one of Rwanda, like 0788 123 456; "
            "one of another country begins with + and its code.",
        ),
        (3, None, "0722123456", "There is no name."),
        (4, "UWASE Aline", None, "Row 2 has the same name: UWASE Aline."),
    )


def test_every_row_is_counted_once(db: Database) -> None:
    a_person(db, "UWIMANA Marie", phone="+250788123456")
    rows = (*FOUR, *FOUR, (9, "X", None, None, "12", None), ("", "Total", "", "", "", 9))
    check = checked(db, a_list(*rows))
    assert check.rows == 9
    assert [ignored.row for ignored in check.ignored] == [11]


def test_an_import_is_one_gesture_that_can_be_undone(db: Database) -> None:
    a_person(db)
    taken(db, a_list(*FOUR[1:]), a_group(db))
    db.undo()
    assert everybody(db) == ["UWIMANA Marie"]


def test_there_are_words_for_every_reason_and_every_field_in_them_is_known() -> None:
    from trainer_app.services import import_words

    assert import_words.REASONS.keys() == set(Problem)
    assert import_words.DOUBTS.keys() == set(Doubt)
    assert import_words.REMARKS.keys() == set(Note)
    for sentence in (*import_words.REASONS.values(), *import_words.REMARKS.values()):
        assert "{" not in sentence.format(value="x")
    for sentence in import_words.DOUBTS.values():
        assert "{" not in sentence.format(other="x", row=1)


def test_a_group_is_made_for_the_people_of_a_list_in_the_same_change(db: Database) -> None:
    with db.changing(label("Import people")) as s:
        written = imports.write_in_new_group(s, imports.check(s, a_list(*FOUR)), GroupForm("Twisungane"))
    assert written == Written(people=4, memberships=4)
    with db.reading() as s:
        assert [(line.name, line.members) for line in groups.groups(s)] == [("Twisungane", 4)]
    db.undo()
    with db.reading() as s:
        assert groups.groups(s) == ()


def test_two_windows_that_take_in_one_list_add_its_people_once(db: Database) -> None:
    here, there = checked(db, a_list(*FOUR)), checked(db, a_list(*FOUR))
    with db.changing(label("Import people")) as s:
        assert imports.write(s, here).people == 4
    with db.changing(label("Import people")) as s:
        assert imports.write(s, there).people == 0
    assert len(everybody(db)) == 4
