"""The glossary that ships: whole in three languages, each term once, and none of them at odds with itself."""

from __future__ import annotations

import csv
from collections import Counter

from trainer_app.domain.terms import Finder, forms_of
from trainer_app.paths import resources
from trainer_app.readers import glossary
from trainer_app.ui.models.terms import TOPICS

FILE = resources() / "glossary" / "terms.csv"
TERMS = glossary.read(FILE)


def test_441_terms_ship_each_under_an_id_of_its_own() -> None:
    with FILE.open(encoding="utf-8", newline="") as lines:
        ids = [row["id"] for row in csv.DictReader(lines)]
    assert len(ids) == len(set(ids)) == len({term.id for term in TERMS}) == 441
    assert all(name == name.lower().strip() and len(name) <= 40 for name in ids)


def test_each_term_has_words_in_three_languages_a_topic_and_a_confidence() -> None:
    assert [term.words for term in TERMS if not all(forms_of(term.words[code]) for code in ("en", "fr", "rw"))] == []
    assert {term.topic for term in TERMS} == set(TOPICS)
    assert Counter(term.confidence for term in TERMS).keys() == {"high", "medium", "low"}


def test_each_term_is_found_by_each_of_its_own_forms() -> None:
    for language in ("en", "fr", "rw"):
        finder = Finder(TERMS, language)
        for term in TERMS:
            for form in forms_of(term.words[language]):
                hits = finder.find(form.one)
                assert len(hits) == 1, form.one
                assert term.id in {one.id for one in hits[0].terms}, form.one


def test_no_approved_word_is_forbidden_for_the_same_thing() -> None:
    for term in TERMS:
        approved = {form.one for form in forms_of(term.words["rw"])}
        assert approved.isdisjoint({form.one for form in forms_of(term.forbidden.get("rw", ""))})
    user = next(term for term in TERMS if term.words["en"] == "user")
    assert user.forbidden["rw"] == "umukoresha (pl. abakoresha)"


def test_no_line_carries_where_a_word_was_found() -> None:
    words = FILE.read_text(encoding="utf-8")
    assert [part for part in ("http", "www.", ".rw/", "github", "DATA/") if part in words] == []
