"""Terms of the trade are found in a text as people write it, and known again in its translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.ids import new_id
from trainer_app.domain.terms import Confidence, Finder, Form, Found, Said, Term, forms_of, misused, says


def a_term(en: str, fr: str = "", rw: str = "", **more: object) -> Term:
    return Term(new_id(), {"en": en, "fr": fr, "rw": rw}, **more)  # type: ignore[arg-type]


TERMS = (
    a_term("group", "groupe", "itsinda (pl. amatsinda)"),
    a_term("savings group", "groupe d'épargne", "ikimina (pl. ibimina)"),
    a_term("board of directors", "conseil d'administration", "inama y'ubutegetsi"),
    a_term("share", "part sociale", "umugabane (pl. imigabane)"),
    a_term("rights", "droits", "uburenganzira"),
    a_term("saving", "épargne", "ubwizigame"),
    a_term("meeting", "réunion", "inama"),
    a_term("work", "travail (pl. travaux)", "umurimo (pl. imirimo) / akazi"),
    a_term("May", "mai", "Gicurasi"),
    a_term("to sell", "vendre", "kugurisha"),
    a_term("to repay / to pay", "rembourser / payer", "kwishyura"),
    a_term("employer", "employeur", "umukoresha (pl. abakoresha)"),
    a_term("user", "utilisateur", "ukoresha", forbidden={"rw": "umukoresha (pl. abakoresha)"}),
    a_term("certificate", "certificat", "icyemezo"),
    a_term("decision", "décision", "icyemezo"),
)
FINDERS = {language: Finder(TERMS, language) for language in ("en", "fr", "rw")}


def found(text: str, language: str = "en") -> list[str]:
    return [text[one.start : one.end] for one in FINDERS[language].find(text)]


def only(text: str, language: str = "en") -> Found:
    (one,) = FINDERS[language].find(text)
    return one


def test_the_longest_term_is_found_and_none_inside_it() -> None:
    assert found("Each savings group is a group.") == ["savings group", "group"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The groups met.", ["groups"]),
        ("GROUPS", ["GROUPS"]),
        ("Both boards of directors agree.", ["boards of directors"]),
        ("regroup, groupings", []),
        ("A savings, group", ["savings", "group"]),
        ("on your right hand", []),
        ("You may leave.", []),
        ("In May we meet.", ["May"]),
        ("Share the cards; they share them.", []),
        ("She has one share.", ["share"]),
        ("He sells, she is selling", ["sells", "selling"]),
        ("The {group} of {savings}", []),
    ],
)
def test_english_is_found_as_it_is_written(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("L'épargne et l’épargne", ["épargne", "épargne"]),
        ("les réunions d'aujourd'hui", ["réunions"]),
        ("tous les travaux", ["travaux"]),
        ("le groupe d’épargne", ["groupe d’épargne"]),
        ("il epargne", []),
    ],
)
def test_french_is_found_after_an_elision_and_in_the_plural(text: str, wanted: list[str]) -> None:
    assert found(text, "fr") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("iminsi y'akazi n'imirimo", ["akazi", "imirimo"]),
        ("mu kazi, nta mugabane", ["kazi", "mugabane"]),
        ("amatsinda n’ibimina", ["amatsinda", "ibimina"]),
        ("inama y’ubutegetsi", ["inama y’ubutegetsi"]),
    ],
)
def test_kinyarwanda_is_found_after_an_elision_in_the_plural_and_without_its_first_vowel(
    text: str, wanted: list[str]
) -> None:
    assert found(text, "rw") == wanted


def test_what_is_offered_follows_the_number_and_the_form_of_the_source() -> None:
    groups, pays = only("two groups"), only("She pays.")
    assert groups.offered(groups.terms[0], "rw") == "amatsinda"
    assert only("a group").offered(groups.terms[0], "rw") == "itsinda"
    assert pays.offered(pays.terms[0], "fr") == "payer"
    assert pays.offered(pays.terms[0], "rw") == "kwishyura"


def test_a_word_that_means_two_things_is_both() -> None:
    assert [term.words["en"] for term in only("icyemezo", "rw").terms] == ["certificate", "decision"]


@pytest.mark.parametrize(
    ("term", "words", "language", "is_said"),
    [
        ("group", "Amatsinda yose yateranye.", "rw", True),
        ("work", "Nta kazi gahari.", "rw", True),
        ("to sell", "Bagurishije ibirayi.", "rw", True),
        ("to repay / to pay", "Vous payez demain.", "fr", True),
        ("meeting", "Les réunions de l'année", "fr", True),
        ("share", "Les parts sociales", "fr", True),
        ("share", "La part de chacun", "fr", False),
        ("group", "Abantu bateranye.", "rw", False),
    ],
)
def test_a_translation_is_known_to_say_a_term(term: str, words: str, language: str, is_said: bool) -> None:
    wanted = next(one for one in TERMS if one.words["en"] == term)
    assert says(wanted, Said(words, language), language) == is_said


@pytest.mark.parametrize(
    ("source", "words", "wrong"),
    [
        ("Each user has a name.", "Buri mukoresha afite izina.", ["umukoresha"]),
        ("The users", "Abakoresha", ["abakoresha"]),
        ("The employer and the user", "Umukoresha n'ukoresha", []),
        ("The employer pays.", "Umukoresha arishyura.", []),
        ("Each user has a name.", "Buri wese ukoresha afite izina.", []),
    ],
)
def test_an_employer_is_no_user(source: str, words: str, wrong: list[str]) -> None:
    told = misused(FINDERS["en"].find(source), Said(words, "rw"), "rw")
    assert [word for word, _term in told] == wrong
    assert all(term.offered("rw") == "ukoresha" for _word, term in told)


def test_a_cell_holds_forms_plurals_and_remarks() -> None:
    assert forms_of("umutwe (pl. imitwe) / igice") == (Form("umutwe", "imitwe"), Form("igice"))
    assert forms_of("balance (money left)") == (Form("balance"),)
    assert forms_of("to repay") == (Form("repay", is_verb=True),)
    assert forms_of(" / ") == forms_of("(pl. x)") == ()


def test_only_a_doubtful_kinyarwanda_word_is_to_be_checked() -> None:
    term = a_term("debrief", "mise en commun", "gusesengura", confidence=Confidence.LOW)
    assert (term.is_sure("fr"), term.is_sure("rw")) == (True, False)


@given(st.text(), st.sampled_from(["en", "fr", "rw", "es"]))
def test_no_text_breaks_the_search_and_what_is_found_stands_there(text: str, language: str) -> None:
    end = 0
    for one in Finder(TERMS, language).find(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(st.text(), st.sampled_from(["en", "fr", "rw"]), st.sampled_from(["en", "fr", "rw"]))
def test_whatever_a_user_types_as_a_term_breaks_nothing(cell: str, language: str, other: str) -> None:
    term = Term(new_id(), {language: cell, other: cell}, {other: cell})
    hits = Finder([term], language).find(cell)
    said = Said(cell, other)
    assert misused(hits, said, other) == ()
    assert [one.offered(one.terms[0], other) == "" for one in hits].count(True) == 0
