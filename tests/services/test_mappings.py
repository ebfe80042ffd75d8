"""How a list was read is kept with its headers, whatever their case, and not with the days of one training."""

from __future__ import annotations

from datetime import date

import pytest

from trainer_app.db.database import Database
from trainer_app.domain.imports.columns import Proposal, propose
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.i18n import label
from trainer_app.services import mappings

MARCH, APRIL = date(2026, 3, 12), date(2026, 4, 2)
LIST = (("Qui", "Fone", "Obs"), ("Marie", "0788123456", "a"), ("Jean", "0788123457", "b"))


def decided(*fields: Field | None) -> Proposal:
    found = propose(LIST)
    for index, field in enumerate(fields):
        found = found.with_field(index, field)
    return found


def remember(db: Database, kind: ListKind, proposal: Proposal, today: date) -> None:
    with db.changing(label("Import")) as s:
        mappings.remember(s, kind, proposal, today)


def test_a_list_seen_for_the_first_time_is_not_recalled(db: Database) -> None:
    with db.reading() as s:
        assert mappings.recall(s, propose(LIST)) is None


def test_the_latest_reading_is_recalled_with_its_day_and_kind(db: Database) -> None:
    remember(db, ListKind.PEOPLE, decided(Field.NAME, Field.PHONE, None), MARCH)
    remember(db, ListKind.SCORES, decided(Field.NAME, None, Field.SCORE_POST), APRIL)
    remember(db, ListKind.PEOPLE, decided(Field.FAMILY, Field.PHONE, None), MARCH)
    again = propose((("QUI", " fone ", "OBS"), *LIST[1:]))
    with db.reading() as s:
        found = mappings.recall(s, again)
        as_people = mappings.recall_for(s, ListKind.PEOPLE, again)
    assert found is not None
    assert (found.kind, found.used_on) == (ListKind.SCORES, APRIL)
    assert found.proposal.mapped() == {Field.NAME: "QUI", Field.SCORE_POST: "OBS"}
    assert as_people.mapped() == {Field.FAMILY: "QUI", Field.PHONE: "fone"}
    assert as_people.is_sure


def test_undo_takes_back_what_was_remembered(db: Database) -> None:
    remember(db, ListKind.PEOPLE, decided(Field.NAME), MARCH)
    db.undo()
    with db.reading() as s:
        assert mappings.recall(s, propose(LIST)) is None


@pytest.mark.parametrize("days", [("09/03/2026", "10/03/2026"), ("16/04", "17/04"), ("J1", "J2")])
def test_another_training_with_other_days_is_read_the_same(db: Database, days: tuple[str, str]) -> None:
    first = propose((("Qui", "Obs", "02/02/2026", "03/02/2026"), ("Marie", "a", "P", "A"), ("Jean", "b", "P", "A")))
    remember(db, ListKind.ATTENDANCE, first.with_field(0, Field.NAME), MARCH)
    with db.reading() as s:
        found = mappings.recall(s, propose((("Qui", "Obs", *days), ("Marie", "a", "P", "A"), ("Jean", "b", "P", "A"))))
    assert found is not None
    assert found.proposal.index(Field.NAME) == 0


def test_a_list_whose_import_was_taken_back_is_taken_in_again(db: Database) -> None:
    remember(db, ListKind.PEOPLE, decided(Field.NAME), MARCH)
    db.undo()
    remember(db, ListKind.PEOPLE, decided(Field.NAME), APRIL)
    with db.reading() as s:
        found = mappings.recall(s, propose(LIST))
    assert found is not None
    assert found.used_on == APRIL
