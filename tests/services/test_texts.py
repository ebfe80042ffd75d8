"""Writing, translating and reviewing the texts of the curriculum, one at a time; nothing of them is ever lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from trainer_app.db.database import Database
from trainer_app.db.records import Text
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPair
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import curriculum, texts, translating

EDIT = label("Edit a text")


def the_title(db: Database, language: str = "fr") -> TextPair:
    """The title of the first unit."""
    with db.reading() as s:
        unit = curriculum.modules(s, "en")[0].units[0]
        return next(pair for pair in translating.pairs(s, unit.id, language) if pair.place.key == "title")


def write(db: Database, ref: str, language: str, words: str) -> None:
    with db.changing(EDIT) as s:
        texts.write(s, ref, language, words)


def test_a_change_of_the_source_makes_its_translations_outdated_and_keeps_what_they_were_made_from(
    db: Database,
) -> None:
    before = the_title(db)
    write(db, before.ref, "en", "Alone or together")
    after = the_title(db)
    assert (after.state, after.source, after.from_words) == (TextState.OUTDATED, "Alone or together", before.source)
    assert after.words == before.words
    assert the_title(db, "rw").state == TextState.OUTDATED


def test_a_second_change_still_shows_all_that_changed_since_the_translation(db: Database) -> None:
    before = the_title(db)
    write(db, before.ref, "en", "Alone or together")
    write(db, before.ref, "en", "Together")
    assert the_title(db).from_words == before.source


def test_a_source_that_is_again_what_it_was_leaves_its_translations_up_to_date(db: Database) -> None:
    before = the_title(db)
    write(db, before.ref, "en", "Alone or together")
    write(db, before.ref, "en", before.source)
    assert the_title(db) == before


def test_only_a_typo_keeps_the_translations(db: Database) -> None:
    before = the_title(db)
    write(db, before.ref, "en", before.source + "!")
    with db.changing(EDIT) as s:
        assert texts.only_a_typo(s, before.ref) == 2
    assert the_title(db).state == TextState.REVIEWED


def test_a_typo_told_afterwards_frees_only_what_was_up_to_date_before_it(db: Database) -> None:
    before = the_title(db)
    write(db, before.ref, "en", "Alone or together")
    write(db, before.ref, "fr", "Seul ou ensemble")
    write(db, before.ref, "en", "Alone, or together")
    with db.changing(EDIT) as s:
        assert texts.only_a_typo(s, before.ref) == 1
    assert the_title(db).state == TextState.DRAFT
    assert (the_title(db, "rw").state, the_title(db, "rw").from_words) == (TextState.OUTDATED, before.source)


def test_a_translation_that_was_changed_is_a_draft_until_somebody_reviews_it(db: Database) -> None:
    before = the_title(db)
    write(db, before.ref, "fr", "Seul ou ensemble")
    assert (the_title(db).words, the_title(db).state) == ("Seul ou ensemble", TextState.DRAFT)
    with db.changing(EDIT) as s:
        texts.review(s, before.ref, "fr")
    assert the_title(db).state == TextState.REVIEWED
    assert (the_title(db).reviewed_by, the_title(db).reviewed_on) == ("Trainer", date.today())
    write(db, before.ref, "fr", "Ensemble")
    assert the_title(db).reviewed_by == ""


def test_the_same_words_again_change_nothing(db: Database) -> None:
    before = the_title(db)
    write(db, before.ref, "en", "Alone or together")
    outdated = the_title(db)
    write(db, before.ref, "fr", f" {before.words}\n")
    assert the_title(db) == outdated


def test_no_break_spaces_are_kept(db: Database) -> None:
    ref = the_title(db).ref
    write(db, ref, "fr", "\u00a0Qui\u00a0?\u00a0 \r\n Moi\u00a0!")
    assert the_title(db).words == "\u00a0Qui\u00a0?\u00a0\n Moi\u00a0!"


def test_what_is_not_translated_cannot_be_reviewed(db: Database) -> None:
    with pytest.raises(TrainerError, match="no words to mark"), db.changing(EDIT) as s:
        texts.review(s, the_title(db).ref, "es")


def test_a_translation_into_a_new_language_is_data_and_nothing_else(db: Database) -> None:
    write(db, the_title(db).ref, "es", "Solos o juntos")
    assert (the_title(db, "es").words, the_title(db, "es").state) == ("Solos o juntos", TextState.DRAFT)
    with db.reading() as s:
        unit = curriculum.modules(s, "en")[0].units[0]
        assert translating.progress(s)[unit.id].of("es", TextState.DRAFT) == 1


def test_every_wording_is_in_the_history_and_can_be_brought_back(db: Database) -> None:
    before = the_title(db)
    for words in ("One", "Two", "Three"):
        write(db, before.ref, "fr", words)
    with db.reading() as s:
        found = [line.before for line in texts.of(s, before.ref, "fr") if line.field == "words"]
    assert found == ["Two", "One", before.words]
    write(db, before.ref, "fr", found[-1])
    assert the_title(db).words == before.words


def test_an_emptied_translation_is_missing_and_undo_brings_it_back(db: Database) -> None:
    before = the_title(db)
    write(db, before.ref, "fr", "  ")
    assert the_title(db).state == TextState.MISSING
    db.undo()
    assert the_title(db) == before


@pytest.mark.parametrize("words", ["", " \n "])
def test_a_source_is_never_empty(db: Database, words: str) -> None:
    with pytest.raises(TrainerError, match="cannot be empty"):
        write(db, the_title(db).ref, "en", words)


def test_a_whole_book_pasted_into_a_text_is_refused(db: Database) -> None:
    with pytest.raises(TrainerError, match="too long"):
        write(db, the_title(db).ref, "fr", "word " * 10_000)


def test_all_texts_of_a_unit_are_there_in_reading_order(db: Database) -> None:
    with db.reading() as s:
        module = curriculum.modules(s, "en")[0]
        found = translating.pairs(s, module.units[0].id, "rw")
        whole = translating.progress(s)[module.units[0].id]
    owners = list(dict.fromkeys(pair.place.owner for pair in found))
    assert owners == ["unit", "step", "handout", "exercise", "prop", "reading"]
    of_steps = [
        (pair.place.number, pair.place.key, pair.place.position) for pair in found if pair.place.owner == "step"
    ]
    assert of_steps == sorted(of_steps, key=lambda at: (at[0], at[1] != "text", at[2]))
    assert whole.of("rw", TextState.DRAFT) == len(found)
    assert whole.of("rw", TextState.MISSING) == 0


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["en", "fr", "rw"]), st.sampled_from(["Alone", "Together", "We"]), st.booleans()),
        min_size=1,
        max_size=6,
    )
)
def test_random_edits_undone_are_the_start_and_done_again_are_the_end(
    db: Database, edits: list[tuple[str, str, bool]]
) -> None:
    def state() -> list[tuple[object, ...]]:
        with db.reading() as s:
            columns = (Text.language, Text.words, Text.state, Text.revision, Text.from_revision, Text.from_words)
            return [tuple(row) for row in s.execute(select(*columns).where(Text.ref == ref).order_by(Text.language))]

    ref = the_title(db).ref
    start, done = state(), 0
    for language, words, typo in edits:
        before = state()
        write(db, ref, language, words)
        done += state() != before
        before = state()
        if typo:
            with db.changing(EDIT) as s:
                texts.only_a_typo(s, ref)
        done += state() != before
    end = state()
    for _ in range(done):
        db.undo()
    assert state() == start
    for _ in range(done):
        db.redo()
    assert state() == end
    for _ in range(done):
        db.undo()
