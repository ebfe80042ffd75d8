"""The forms of donors: kept by name, renamed, removed, taken back; and what they show of people."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import a_group, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.domain.groups import Role
from trainer_app.domain.list_forms import ATTENDANCE, PEOPLE, USUAL, ListColumn, ListForm
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import attendance, groups, list_forms, places

TODAY = date(2026, 3, 9)
OWN = ListForm(ATTENDANCE, "GIZ", (ListColumn.NAME, ListColumn.DISTRICT, ListColumn.MARKS), languages=("fr", "rw"))


def keep(db: Database, form: ListForm, before: str = "") -> tuple[ListForm, ...]:
    with db.changing(label("Keep a form")) as s:
        list_forms.keep(s, form, TODAY, before)
    return forms(db, form.document)


def forms(db: Database, document: str = ATTENDANCE) -> tuple[ListForm, ...]:
    with db.reading() as s:
        return list_forms.forms(s, document)


def test_a_form_is_kept_found_by_its_name_and_taken_back(db: Database) -> None:
    assert keep(db, OWN) == (OWN,)
    with db.reading() as s:
        assert list_forms.one(s, ATTENDANCE, " giz ") == OWN
        assert list_forms.one(s, ATTENDANCE, "") == USUAL
    db.undo()
    assert forms(db) == ()
    db.redo()
    assert forms(db) == (OWN,)


def test_a_name_that_no_form_has_is_refused_with_those_there_are(db: Database) -> None:
    keep(db, OWN)
    with db.reading() as s, pytest.raises(TrainerError, match="GIZ"):
        list_forms.one(s, ATTENDANCE, "UN Women")


def test_a_form_that_is_renamed_leaves_none_behind_and_comes_back_whole(db: Database) -> None:
    keep(db, OWN)
    renamed = ListForm(ATTENDANCE, "GIZ Rwanda", OWN.columns)
    assert keep(db, renamed, "GIZ") == (renamed,)
    db.undo()
    assert forms(db) == (OWN,)


def test_a_removed_form_comes_back_with_undo(db: Database) -> None:
    keep(db, OWN)
    with db.changing(label("Remove a form")) as s:
        list_forms.remove(s, ATTENDANCE, "GIZ")
    assert forms(db) == ()
    db.undo()
    assert forms(db) == (OWN,)


def test_forms_of_another_list_are_not_mixed_in(db: Database) -> None:
    keep(db, OWN)
    assert forms(db, PEOPLE) == ()


@pytest.mark.parametrize("form", [ListForm(name=" ", columns=OWN.columns), ListForm(name="GIZ")])
def test_a_form_without_a_name_or_a_column_is_refused(db: Database, form: ListForm) -> None:
    with pytest.raises(TrainerError):
        keep(db, form)
    assert forms(db) == ()


def test_details_tell_name_place_role_and_birth(db: Database) -> None:
    group = a_group(db)
    with db.reading() as s:
        cell = places.find(s, "Base", "sector")[0].id
    person = a_person(db, "UWIMANA Marie", place_id=cell, birth_year=1990, occupation="Tailor")
    with db.changing(label("Join")) as s:
        groups.add_members(s, group, [person], role=Role.TREASURER)
    with db.reading() as s:
        found = list_forms.details(s, [person])[person]
    assert (found.family, found.given, found.birth_year, found.occupation) == ("UWIMANA", "Marie", 1990, "Tailor")
    assert (found.district, found.sector, found.cell, found.role) == ("Rulindo", "Base", "", "treasurer")


def test_a_register_is_read_in_detail_only_when_the_form_asks(db: Database) -> None:
    training = a_training(db, people=2).id
    with db.reading() as s:
        own = attendance.register(s, training, "en")
        assert list_forms.detailed(s, own, USUAL) is own
        assert len(list_forms.detailed(s, own, OWN).details) == 2
