"""What looks wrong in a translation is told, and what is right in three languages is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain import text_checks
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.ids import new_id
from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.domain.translation_help import Fault, Finding

COPIED = "Ask everybody to count the beans with you."


def a_pair(source: str, owner: str = "step", key: str = "instruction", language: str = "fr") -> TextPair:
    place = TextPlace(new_id(), owner, key, 0)
    return TextPair("t-1", place, "en", source, language, "", TextState.MISSING, None)


def told(source: str, words: str, owner: str = "step", key: str = "instruction") -> dict[Fault, dict[str, str | int]]:
    return {one.fault: dict(one.values) for one in text_checks.of(a_pair(source, owner, key), words)}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("15,000 Frw", "15 000 Frw"),
        ("15 000 Frw", "15\u00a0000 Frw"),
        ("15\u202f000 and 2.5 kg", "2,50 kg et 15.000"),
        ("At 08:30 and at 8:00", "À 8 h 30 et à 8h"),
        ("1st of May 2026", "1er mai 2026"),
        ("01/01/2027", "1/1/2027"),
        ("{weekly_hours} hours and 12 %", "12% et {weekly_hours} heures"),
        ("A week has 24 hours a day", "24 h par jour"),
    ],
)
def test_a_number_may_be_written_as_each_language_writes_it(source: str, words: str) -> None:
    assert told(source, words) == {}


@pytest.mark.parametrize(
    ("source", "words", "missing", "extra"),
    [
        ("15 000 Frw", "1 500 Frw", "15 000", "1 500"),
        ("3 cards and 3 stones", "3 cartes et des pierres", "3", ""),
        ("Some cards", "4 cartes", "", "4"),
        ("2.5 kg", "2,05 kg", "2.5", "2,05"),
    ],
)
def test_a_number_that_differs_is_told_as_it_is_written(source: str, words: str, missing: str, extra: str) -> None:
    assert told(source, words) == {Fault.FIGURES: {"missing": missing, "extra": extra}}


def test_what_stands_in_braces_stays_as_it_is() -> None:
    found = told("A week has {weekly_hours} hours.", "La semaine a {heures} heures.")
    assert found == {Fault.PLACEHOLDERS: {"missing": "{weekly_hours}", "extra": "{heures}"}}


@pytest.mark.parametrize(
    ("source", "words", "missing"),
    [
        ("Answer B is right.", "La réponse C est juste.", "B"),
        ("Group A counts, group B writes.", "Le groupe A compte, l'autre écrit.", "B"),
        ("The right answer is C.", "C'est la bonne réponse.", "C"),
    ],
)
def test_letters_of_answers_are_compared(source: str, words: str, missing: str) -> None:
    assert told(source, words)[Fault.ANSWER_LETTERS]["missing"] == missing


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A member asks.", "Un membre demande."),
        ("Say: “A paper for every line.”", "Dites : « Un papier pour chaque ligne. »"),
        ("She says: “No.” A man nods.", "Elle dit : « Non. » Un homme fait oui."),
        ("HAS A PAN", "ELLE A DÉJÀ une poêle"),
        ("Group A is right.", "Le groupe A a raison."),
        ("A 17-year-old works.", "Un jeune de 17 ans travaille."),
    ],
)
def test_an_article_is_no_answer(source: str, words: str) -> None:
    assert told(source, words) == {}


THIRTEEN = "un deux trois quatre cinq six sept huit neuf dix onze douze treize"


@pytest.mark.parametrize(
    ("owner", "key", "is_told"),
    [
        ("handout", "message", True),
        ("handout", "caption", True),
        ("unit", "cue", True),
        ("handout", "spoken", False),
        ("step", "instruction", False),
    ],
)
def test_sentences_are_short_where_people_read_little(owner: str, key: str, is_told: bool) -> None:
    found = told("Go. Come.", f"Allez. {THIRTEEN}.", owner, key)
    assert (found.get(Fault.LONG_SENTENCE) == {"count": 13, "most": 12}) == is_told


@pytest.mark.parametrize(("key", "most"), [("title", 60), ("message", 110), ("caption", 90), ("do_this", 110)])
def test_a_text_fits_the_room_of_its_page(key: str, most: int) -> None:
    assert Fault.LONG_TEXT not in told("Short", "m" * most, "handout", key)
    assert told("Short", "m" * (most + 1), "handout", key)[Fault.LONG_TEXT] == {"count": most + 1, "most": most}


def test_a_placeholder_takes_the_room_of_a_figure() -> None:
    words = "{weekly_hours} " + "m" * 104
    assert Fault.LONG_TEXT not in told("{weekly_hours}", words, "handout", "message")


@pytest.mark.parametrize(
    ("source", "is_told"),
    [
        (COPIED, True),
        (COPIED.upper(), True),
        ("15 000 Frw", False),
        ("Code M1-1.2", False),
        ("UWASE Marie Claire", False),
        ("Total", False),
    ],
)
def test_a_copy_is_no_translation_but_names_and_codes_may_be_alike(source: str, is_told: bool) -> None:
    assert (Fault.SAME_AS_SOURCE in told(source, source)) == is_told


def test_a_forbidden_word_is_told_with_the_right_one() -> None:
    found = text_checks.of(a_pair("user"), "umukoresha", [("umukoresha", "ukoresha")])
    assert found == (Finding(Fault.FORBIDDEN, {"words": "umukoresha", "instead": "ukoresha"}),)


def test_nothing_is_told_of_an_empty_box() -> None:
    assert text_checks.of(a_pair("15 000 Frw", "handout", "message"), " \n") == ()


def test_a_source_is_held_to_the_room_of_its_page_only() -> None:
    pair = a_pair(COPIED, "handout", "title", language="en")
    found = text_checks.of(pair, "A house of 7 rooms, " * 4)
    assert {one.fault for one in found} == {Fault.LONG_SENTENCE, Fault.LONG_TEXT}


FIGURES = st.text(alphabet="0123456789 ,.:hH\u00a0\u202f{}abAB%-/")
WORDS = st.one_of(st.text(), FIGURES)


@given(WORDS, WORDS, st.sampled_from(["step", "handout", "unit", "item"]), st.sampled_from(["message", "cue", "title"]))
def test_no_words_break_the_checks(source: str, words: str, owner: str, key: str) -> None:
    for one in text_checks.of(a_pair(source, owner, key), words):
        assert all(value or value == "" for value in one.values.values())


@given(WORDS)
def test_the_words_of_the_source_have_its_numbers_letters_and_braces(words: str) -> None:
    faults = {one.fault for one in text_checks.of(a_pair(words), words)}
    assert faults <= {Fault.SAME_AS_SOURCE}


@given(WORDS, WORDS)
def test_what_is_missing_one_way_is_extra_the_other_way(source: str, words: str) -> None:
    there, back = (
        {one.fault: (one.values["missing"], one.values["extra"]) for one in found if "extra" in one.values}
        for found in (text_checks.of(a_pair(source), words), text_checks.of(a_pair(words), source))
    )
    if source.strip() and words.strip():
        assert there == {fault: values[::-1] for fault, values in back.items()}
