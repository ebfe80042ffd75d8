"""Letterheads kept, found by the papers of a project, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests import logos
from tests.builders import a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Project
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import letterheads, trainings

OWN = logos.letterhead(logos.emblem(), logos.logo("Ministry", 200, 200))


def keep(db: Database, own: Letterhead, project: UUID | None = None) -> Letterhead:
    with db.changing(label("Keep the letterhead")) as s:
        letterheads.keep(s, own, project)
    with db.reading() as s:
        return letterheads.own(s, project)


def a_project(db: Database) -> UUID:
    with db.changing(label("Add a project")) as s:
        row = Project(name="PACE", starts=date(2026, 1, 1))
        s.add(row)
        return row.id


def told(own: Letterhead) -> Letterhead:
    """Without the keys, which are given when it is kept."""
    return replace(own, logos=tuple(replace(logo, id=None) for logo in own.logos))


def test_a_letterhead_is_kept_as_it_was_written_and_taken_back(db: Database) -> None:
    assert told(keep(db, OWN)) == OWN
    db.undo()
    with db.reading() as s:
        assert letterheads.of(s) == NONE
    db.redo()
    with db.reading() as s:
        assert told(letterheads.of(s)) == OWN


def test_logos_keep_their_keys_when_they_change_places_and_come_back_with_undo(db: Database) -> None:
    kept = keep(db, OWN)
    turned = keep(db, replace(kept, logos=(replace(kept.logos[1], is_donor=False),)))
    assert [(logo.name, logo.is_donor, logo.id) for logo in turned.logos] == [("Ministry", False, kept.logos[1].id)]
    db.undo()
    with db.reading() as s:
        assert letterheads.own(s) == kept


def test_a_project_has_its_own_and_all_others_the_general_one(db: Database) -> None:
    project = a_project(db)
    general = keep(db, OWN)
    with db.reading() as s:
        assert letterheads.of(s, project) == general
    special = keep(db, Letterhead(title="PACE, phase II"), project)
    with db.reading() as s:
        assert letterheads.of(s, project) == special
        assert letterheads.of(s) == general


def test_an_empty_letterhead_is_none(db: Database) -> None:
    keep(db, OWN)
    assert keep(db, NONE) == NONE


def test_words_are_tidied_and_an_address_keeps_its_lines(db: Database) -> None:
    kept = keep(db, Letterhead(title="  PACE \u202e II ", address=" KG 7 Ave \n\n  Kigali "))
    assert (kept.title, kept.address) == ("PACE II", "KG 7 Ave\nKigali")


def test_no_more_logos_than_a_page_holds(db: Database) -> None:
    with pytest.raises(TrainerError, match="at most 8 logos"):
        keep(db, logos.letterhead(*(logos.logo(f"{n}", 50, 50) for n in range(9))))


def test_every_list_of_a_training_is_handed_the_letterhead(db: Database) -> None:
    training = a_training(db).id
    kept = keep(db, OWN)
    with db.reading() as s:
        assert trainings.head(s, training, "en").letterhead == kept


def test_who_calls_is_the_organisation_of_the_letterhead_or_what_was_said_before(db: Database) -> None:
    with db.reading() as s:
        assert letterheads.organiser(s, "COTRAF") == "COTRAF"
    keep(db, OWN)
    with db.reading() as s:
        assert letterheads.organiser(s, "COTRAF") == OWN.organisation
