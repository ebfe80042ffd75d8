"""The glossary of an office: loaded once, searched, corrected; what was corrected outlives the next edition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from trainer_app.db.database import Database
from trainer_app.domain.ids import derived_id
from trainer_app.domain.terms import Confidence, Term
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.paths import resources
from trainer_app.readers import glossary as shipped_glossary
from trainer_app.services import glossary, history, shipped
from trainer_app.services.glossary import TermForm

EDIT = label("Change a term")
SHIPPED = shipped_glossary.read(resources() / "glossary" / "terms.csv")
MEMBER = derived_id("term", "member")
OWN = TermForm({"en": "sim card", "fr": "carte SIM", "rw": "simukadi"}, topic="general")


def terms(db: Database, search: str = "") -> tuple[Term, ...]:
    with db.reading() as s:
        return glossary.terms(s, search)


def one(db: Database, key: UUID) -> Term:
    return next(term for term in terms(db) if term.id == key)


def load(db: Database, edition: tuple[Term, ...]) -> None:
    with db.loading() as s:
        shipped.load_terms(s, edition)


def change(db: Database, key: UUID, rw: str) -> None:
    before = one(db, key)
    with db.changing(EDIT) as s:
        form = TermForm({**before.words, "rw": rw}, before.forbidden, before.topic, before.confidence, before.note)
        glossary.change(s, key, form)


def test_a_new_data_folder_has_the_terms_that_ship(db: Database) -> None:
    assert terms(db) == SHIPPED


@pytest.mark.parametrize(
    ("search", "wanted"),
    [
        ("reunion", {"meeting"}),
        ("REUN inama", {"meeting"}),
        ("umukor", {"employer", "user", "user name"}),
        ("zebra", set()),
        ("y'ubutegetsi", {"board of directors"}),
    ],
)
def test_a_term_is_found_in_any_language_without_its_accents(db: Database, search: str, wanted: set[str]) -> None:
    assert {term.words["en"] for term in terms(db, search)} == wanted


def test_a_term_of_ones_own_is_added_at_the_end_and_undone(db: Database) -> None:
    with db.changing(EDIT) as s:
        key = glossary.add(s, OWN)
    assert terms(db)[-1] == Term(key, OWN.words, {}, "general", Confidence.MEDIUM, "")
    db.undo()
    assert terms(db) == SHIPPED


def test_a_change_is_in_the_history_and_undone(db: Database) -> None:
    change(db, MEMBER, "umunyamuryango w'itsinda")
    assert one(db, MEMBER).words["rw"] == "umunyamuryango w'itsinda"
    with db.reading() as s:
        assert [line.field for line in history.of(s, [MEMBER])] == ["words"]
    db.undo()
    assert terms(db) == SHIPPED


def test_a_removed_term_is_gone_until_it_is_undone(db: Database) -> None:
    with db.changing(EDIT) as s:
        glossary.remove(s, MEMBER)
    assert MEMBER not in {term.id for term in terms(db)}
    with pytest.raises(TrainerError, match="no longer there"), db.changing(EDIT) as s:
        glossary.remove(s, MEMBER)
    db.undo()
    assert terms(db) == SHIPPED


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"en": "alone"}, "two languages"),
        ({"en": "alone", "fr": "(pl. x)", "rw": " "}, "two languages"),
        ({"en": "Member ", "fr": "MEMBRE"}, "already"),
        ({"en": "long", "fr": "x" * 301}, "letters"),
    ],
)
def test_a_term_that_says_nothing_new_is_refused(db: Database, words: dict[str, str], reason: str) -> None:
    with pytest.raises(TrainerError, match=reason), db.changing(EDIT) as s:
        glossary.add(s, TermForm(words))
    assert terms(db) == SHIPPED


def test_the_same_word_may_mean_two_things(db: Database) -> None:
    with db.changing(EDIT) as s:
        glossary.add(s, TermForm({"en": "member", "rw": "urugingo"}))
    assert len([term for term in terms(db) if term.words["en"] == "member"]) == 2


def test_a_newer_glossary_leaves_what_was_edited_here(db: Database) -> None:
    change(db, MEMBER, "umunyamuryango wacu")
    with db.changing(EDIT) as s:
        own = glossary.add(s, OWN)
        glossary.remove(s, derived_id("term", "leader"))
    first, *others = (replace(term, note="newer") for term in SHIPPED)
    left_out = others[-1]
    load(db, (first, *others[:-1]))
    assert one(db, first.id).note == "newer"
    assert one(db, MEMBER) == replace(SHIPPED[[t.id for t in SHIPPED].index(MEMBER)], words=one(db, MEMBER).words)
    assert one(db, MEMBER).words["rw"] == "umunyamuryango wacu"
    keys = {term.id for term in terms(db)}
    assert own in keys
    assert derived_id("term", "leader") not in keys
    assert left_out.id not in keys
    load(db, SHIPPED)
    assert left_out.id in {term.id for term in terms(db)}


def test_an_ordinary_start_loads_nothing_and_a_newer_file_is_loaded(folder: Path) -> None:
    database = open_folder(folder)
    change(database, MEMBER, "umunyamuryango wacu")
    with database.loading() as s:
        shipped.load_terms(s, SHIPPED[:10])
    database.close()
    database = open_folder(folder)
    assert len(terms(database)) == 11  # nothing was loaded: the ten, and the one that was edited here
    with database.loading() as s:
        shipped.keep_digest(s, "terms.csv", "older")
    database.close()
    database = open_folder(folder)
    assert len(terms(database)) == len(SHIPPED)
    assert one(database, MEMBER).words["rw"] == "umunyamuryango wacu"
    database.close()
