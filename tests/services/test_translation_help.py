"""Below a translation: the terms of its source, what was said before for a text like it, and what looks wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from trainer_app.db.database import Database
from trainer_app.db.records import Module
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPair
from trainer_app.domain.translation_help import Fault, TranslationHelp
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import authoring, glossary, texts, translating, translation_help
from trainer_app.services.glossary import TermForm
from trainer_app.services.translation_help import Kept

EDIT = label("Edit")


def add_module(db: Database, *objectives: str) -> list[TextPair]:
    """A module written in English, whose one unit has these objectives; the pairs into French."""
    with db.changing(EDIT) as s:
        module = authoring.add_module(s, "Bees and honey", "People can keep bees.", "en")
        s.flush()
        unit = authoring.add_unit(s, module, "The hive")
        s.flush()
        for words in objectives:
            authoring.add_text(s, unit, "objective", words, "en")
            s.flush()
    with db.reading() as s:
        return [pair for pair in translating.pairs(s, unit, "fr") if pair.place.key == "objective"]


def translate(db: Database, pair: TextPair, words: str, *, review: bool = False) -> None:
    with db.changing(EDIT) as s:
        texts.write(s, pair.ref, pair.language, words)
        if review:
            s.flush()
            texts.review(s, pair.ref, pair.language)


def look(db: Database, pair: TextPair, words: str = "", kept: Kept | None = None) -> TranslationHelp:
    with db.reading() as s:
        return translation_help.of(s, pair, words, kept)


def test_a_text_is_offered_what_was_said_for_one_like_it_but_never_its_own_words(db: Database) -> None:
    first, second, other = add_module(db, "Count the bees of the hive.", "Count the bees of a hive.", "Sell honey.")
    translate(db, first, "Comptez les abeilles de la ruche.", review=True)
    translate(db, second, "Comptez les abeilles d'une ruche.")
    near = look(db, first).near[0]
    assert (near.words, near.source, near.state) == (
        "Comptez les abeilles d'une ruche.",
        "Count the bees of a hive.",
        TextState.DRAFT,
    )
    assert 0.6 <= near.likeness < 1
    assert look(db, second).near[0].state == TextState.REVIEWED
    assert not {"Comptez les abeilles de la ruche.", "Comptez les abeilles d'une ruche."} & {
        line.words for line in look(db, other).near
    }


def test_the_same_words_are_wholly_alike_and_told_once(db: Database) -> None:
    pairs = add_module(db, *["Wash the hands before honey."] * 8)
    for pair in pairs[:6]:
        translate(db, pair, "Lavez les mains avant le miel.")
    translate(db, pairs[6], "Lavez-vous les mains avant le miel.")
    near = look(db, pairs[7]).near
    assert [(line.words, line.likeness) for line in near if line.likeness == 1] == [
        ("Lavez les mains avant le miel.", 1.0),
        ("Lavez-vous les mains avant le miel.", 1.0),
    ]


def test_at_most_five_are_offered_the_likest_first(db: Database) -> None:
    pairs = add_module(db, *[f"Put honey jar {'big ' * n}on the shelf." for n in range(8)])
    for number, pair in enumerate(pairs):
        translate(db, pair, f"Pot {number}")
    near = look(db, pairs[0]).near
    assert len(near) == 5
    assert [line.likeness for line in near] == sorted((line.likeness for line in near), reverse=True)
    assert near[0].words == "Pot 1"


def test_an_outdated_translation_stands_beside_the_source_it_was_made_from(db: Database) -> None:
    first, second = add_module(db, "Smoke calms the bees of a hive.", "Smoke calms the bees of one hive.")
    translate(db, first, "La fumée calme les abeilles.")
    with db.changing(EDIT) as s:
        texts.write(s, first.ref, "en", "Never open a hive in the rain, nor at night.")
    near = look(db, second).near[0]
    assert near.source == "Smoke calms the bees of a hive."


def test_what_is_kept_follows_every_change_undo_and_redo(db: Database) -> None:
    first, second = add_module(db, "Bees drink clean water.", "Bees drink clear water.")
    kept = Kept()

    def both() -> tuple[TranslationHelp, TranslationHelp]:
        found = look(db, second, "Bees", kept), look(db, second, "Bees")
        assert found[0] == found[1]
        return found

    assert both()[0].near == ()
    translate(db, first, "Les abeilles boivent.")
    assert both()[0].near[0].words == "Les abeilles boivent."
    translate(db, first, "Elles boivent.")
    assert both()[0].near[0].words == "Elles boivent."
    db.undo_steps(2)
    assert both()[0].near == ()
    db.redo()
    assert both()[0].near[0].words == "Les abeilles boivent."
    with db.changing(EDIT) as s:
        glossary.add(s, TermForm({"en": "clear water", "fr": "eau claire"}))
    assert both()[0].terms[-1].offered == "eau claire"
    for number in range(3):
        translate(db, first, f"Water {number}")
    assert both()[0].near[0].words == "Water 2"


def test_terms_of_the_source_are_offered_until_the_translation_has_them(db: Database) -> None:
    (pair,) = add_module(db, "The members of the cooperative elect a treasurer; each member votes.")
    pair = replace(pair, language="rw")
    help = look(db, pair, "Abanyamuryango ba koperative")
    assert [pair.source[term.start : term.end] for term in help.terms] == [
        *("members", "cooperative", "elect", "treasurer", "member", "votes")
    ]
    assert [term.offered for term in help.waiting] == ["gutora", "umubitsi"]
    assert look(db, pair, "Abanyamuryango ba koperative batora umubitsi; buri wese aratora").waiting == ()


def test_words_of_buttons_are_no_terms_of_the_curriculum(db: Database) -> None:
    (pair,) = add_module(db, "Show all and close the new file")
    assert look(db, pair).terms == ()


def test_umukoresha_for_a_user_is_refused_and_ukoresha_told(db: Database) -> None:
    (pair,) = add_module(db, "Each user of the phone has a name.")
    (finding,) = look(db, replace(pair, language="rw"), "Buri mukoresha wa telefoni afite izina.").findings
    assert finding.fault == Fault.FORBIDDEN
    assert finding.values == {"words": "umukoresha", "instead": "ukoresha"}


def test_a_source_is_counted_and_never_offered_anything(db: Database) -> None:
    with db.reading() as s:
        module = s.scalars(select(Module.id)).first()
        pair = next(pair for pair in translating.pairs(s, module, "en") if pair.is_source)
    help = look(db, pair, "One two three. Four.")
    assert help == TranslationHelp(words=4, longest_sentence=3)


@pytest.mark.parametrize("language", ["fr", "rw"])
def test_the_shipped_translations_have_nothing_wrong_that_a_reader_would_stumble_over(
    db: Database, language: str
) -> None:
    serious = {Fault.FIGURES, Fault.PLACEHOLDERS, Fault.FORBIDDEN, Fault.SAME_AS_SOURCE, Fault.ANSWER_LETTERS}
    wrong, looked_at = [], 0
    with db.reading() as s:
        finders = {source: translation_help.finder(s, source) for source in LANGUAGES}
        for key in translating.progress(s):
            for pair in translating.pairs(s, key, language):
                found = translation_help.findings(finders[pair.source_language], pair, pair.words)
                wrong += [(pair.ref, one) for one in found if one.fault in serious]
                looked_at += 1
    assert wrong == []
    assert looked_at > 5000
