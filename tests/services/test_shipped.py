"""What ships is loaded once, brought up to date by a newer pack, and never written over what somebody edited."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import event, select

from trainer_app.db.database import Database
from trainer_app.db.records import ShippedFile, Text
from trainer_app.domain.ids import derived_id
from trainer_app.domain.packs import Pack, PackText
from trainer_app.i18n import label
from trainer_app.paths import resources
from trainer_app.readers import packs
from trainer_app.services import shipped


def a_pack() -> Pack:
    return packs.read(resources() / "curriculum" / "business_plan")


def words_of(db: Database, text: PackText) -> str:
    with db.reading() as s:
        return s.get_one(Text, derived_id("text", text.ref, text.language)).words


def test_a_newer_pack_brings_its_words_but_for_those_that_were_edited_here(db: Database) -> None:
    pack = a_pack()
    same, edited, new, *rest = pack.texts
    with db.changing(label("Edit")) as s:
        s.get_one(Text, derived_id("text", edited.ref, edited.language)).words = "Edited here"
    added = replace(new, ref="t-added")
    newer = tuple(replace(text, words=f"Newer: {text.words}") for text in (edited, new))
    with db.loading() as s:
        shipped.load_pack(s, replace(pack, digest="newer", texts=(same, *newer, added, *rest)))
    assert words_of(db, same) == same.words
    assert words_of(db, edited) == "Edited here"
    assert words_of(db, new) == f"Newer: {new.words}"
    assert words_of(db, added) == new.words
    with db.reading() as s:
        assert s.scalars(select(ShippedFile.digest).where(ShippedFile.name == pack.folder)).one() == "newer"


def test_the_same_pack_again_writes_nothing(db: Database) -> None:
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda c, cursor, told, *rest: asked.append(told))
    with db.loading() as s:
        shipped.load_pack(s, a_pack())
    assert [told for told in asked if not told.startswith(("SELECT", "BEGIN"))] == []
