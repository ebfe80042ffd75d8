"""The shipped modules: whole in three languages, short enough to read, and never sure of what is not known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from trainer_app.documents import pictures
from trainer_app.domain.curriculum import PLACEHOLDER, TextState, filled
from trainer_app.domain.material import PartKind
from trainer_app.domain.packs import Pack, PackText, handout_id, unit_id
from trainer_app.errors import TrainerError
from trainer_app.paths import resources
from trainer_app.readers import packs
from trainer_app.readers.pack_digest import shipped_folders

PACKS = {folder.name: packs.read(folder) for folder in shipped_folders(resources() / "curriculum")}
LANGUAGES = ("en", "fr", "rw")
LONGEST_SENTENCE = 12  # words, for people who read little
FIGURE = re.compile(r"\d+(?:[\u00a0 ]\d{3})*")

each_pack = pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def texts_of(pack: Pack, language: str) -> dict[str, PackText]:
    return {text.ref: text for text in pack.texts if text.language == language}


def handout_texts(pack: Pack, language: str) -> list[PackText]:
    owners = {handout_id(unit.handout_code) for unit in pack.units}
    return [text for text in texts_of(pack, language).values() if text.owner_id in owners]


def sentences(words: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", words) if sentence.strip()]


def long_sentences(texts: Iterable[PackText]) -> list[str]:
    every = (sentence for text in texts for sentence in sentences(text.words))
    return [sentence for sentence in every if len(sentence.split()) > LONGEST_SENTENCE]


def test_the_modules_ship_with_their_units_and_two_tests_of_ten_questions_each() -> None:
    shipped = {pack.code: len(pack.units) for pack in PACKS.values()}
    assert shipped == {"M1": 6, "M2": 5, "M3": 6, "M4": 6, "M5": 6, "M6": 5, "M7": 4}
    for pack in PACKS.values():
        assert [(item.form, item.number) for item in pack.items] == [(form, n) for form in "AB" for n in range(1, 11)]


def test_no_two_texts_have_one_id() -> None:
    refs = Counter(text.ref for pack in PACKS.values() for text in pack.texts if text.language == pack.source)
    assert [ref for ref, times in refs.items() if times > 1] == []


@each_pack
def test_every_kinyarwanda_text_is_a_draft_and_none_is_outdated(pack: Pack) -> None:
    assert {text.state for text in texts_of(pack, "rw").values()} == {TextState.DRAFT}
    assert {text.state for text in texts_of(pack, "fr").values()} == {TextState.REVIEWED}
    assert [text.ref for text in pack.texts if text.from_words is not None] == []


@each_pack
@each_language
def test_a_handout_is_three_messages_in_short_sentences(pack: Pack, language: str) -> None:
    for unit in pack.units:
        own = [text for text in handout_texts(pack, language) if text.owner_id == handout_id(unit.handout_code)]
        shown = [text for text in own if text.key != "spoken"]
        assert Counter(text.key for text in shown) == {"title": 1, "caption": 1, "message": 3, "do_this": 1}
        assert long_sentences(shown) == [], unit.code


@each_pack
@each_language
def test_a_cue_card_is_read_at_a_glance(pack: Pack, language: str) -> None:
    cues = [text for text in texts_of(pack, language).values() if text.key == "cue"]
    assert all(4 <= count <= 6 for count in Counter(text.owner_id for text in cues).values())
    assert long_sentences(cues) == []


@each_pack
def test_a_unit_can_be_run_from_its_page_alone(pack: Pack) -> None:
    """Everything a session plan asks for is there, in the source; the next test says that it is in each language."""
    keys: dict[UUID, Counter[str]] = {}
    for text in texts_of(pack, pack.source).values():
        keys.setdefault(text.owner_id, Counter())[text.key] += 1
    for unit in pack.units:
        own = keys[unit_id(unit.code)]
        assert {"room", "materials", "low_literacy", "women", "disability"} <= set(own), unit.code
        assert own["objective"] <= 3
        assert own["preparation"] >= 2
        assert own["question"] >= 3
        assert all(step.method and keys[step.id]["instruction"] >= 2 for step in unit.steps), unit.code
        assert any(step.may_skip for step in unit.steps), unit.code
        assert keys[handout_id(unit.handout_code)]["spoken"] >= 2
        assert {part.kind for part in unit.parts} >= {PartKind.EXERCISE}
        assert unit.people[0] < unit.people[1]


@each_pack
@each_language
def test_no_text_is_missing_in_any_language(pack: Pack, language: str) -> None:
    assert texts_of(pack, language).keys() == texts_of(pack, pack.source).keys()


@each_pack
def test_each_handout_has_its_picture(pack: Pack) -> None:
    assert {unit.picture for unit in pack.units} <= set(pictures.names())


@each_pack
@pytest.mark.parametrize("language", ["fr", "rw"])
def test_figures_and_values_are_the_same_in_each_language(pack: Pack, language: str) -> None:
    source = texts_of(pack, pack.source)
    for ref, text in texts_of(pack, language).items():
        assert Counter(PLACEHOLDER.findall(text.words)) == Counter(PLACEHOLDER.findall(source[ref].words)), ref
        figures = [figure.replace(" ", "\u00a0") for figure in FIGURE.findall(source[ref].words)]
        assert Counter(FIGURE.findall(text.words)) == Counter(figures), (ref, text.words)


@each_pack
@each_language
def test_a_value_of_law_is_known_today_and_sure(pack: Pack, language: str) -> None:
    facts = {fact.key: fact for fact in pack.facts}
    for text in texts_of(pack, language).values():
        named = set(PLACEHOLDER.findall(text.words))
        assert named <= facts.keys()
        assert all(facts[key].sure for key in named | set(text.facts)), text.ref
        assert "{" not in filled(text.words, facts, date(2026, 11, 21)), text.ref


def test_the_pension_rate_changes_on_new_years_day() -> None:
    facts = {fact.key: fact for fact in PACKS["labour_rights"].facts}
    pension = facts["pension_percent"]
    assert [pension.on(date(2026, 12, 31)), pension.on(date(2027, 1, 1))] == ["12", "14"]


@each_pack
def test_each_item_has_three_options_and_one_of_them_is_right(pack: Pack) -> None:
    for item in pack.items:
        own = [text for text in texts_of(pack, "en").values() if text.owner_id == item.id]
        assert Counter(text.key for text in own) == {"stem": 1, "option": 3, "caption": 1}
        assert item.answer in "ABC"
        assert item.unit_code in {unit.code for unit in pack.units}


def test_the_minutes_of_the_steps_are_those_of_the_unit() -> None:
    wrong = [
        unit.code
        for pack in PACKS.values()
        for unit in pack.units
        if sum(step.minutes for step in unit.steps) != unit.minutes
    ]
    assert wrong == []


def test_a_translation_of_other_source_words_is_outdated(tmp_path: Path) -> None:
    folder = tmp_path / "module"
    original = resources() / "curriculum" / "business_plan"
    folder.mkdir()
    yaml = (original / "pack.yaml").read_text("utf-8")
    (folder / "pack.yaml").write_text(yaml.replace("Business plan", "Plan of a business", 1), "utf-8")
    (folder / "fr.po").write_text((original / "fr.po").read_text("utf-8"), "utf-8")
    (title,) = (text for text in packs.read(folder).texts if text.key == "title" and text.from_words is not None)
    assert (title.language, title.from_words, title.state) == ("fr", "Business plan", TextState.REVIEWED)


@pytest.mark.parametrize("words", ["format: 2\n", "a: [\n", "format: 1\n", "", "- x\n"])
def test_what_is_no_pack_is_a_sentence(tmp_path: Path, words: str) -> None:
    (tmp_path / "pack.yaml").write_text(words)
    with pytest.raises(TrainerError, match="cannot be read"):
        packs.read(tmp_path)


@each_pack
@each_language
def test_a_law_is_called_by_its_name_in_each_language(pack: Pack, language: str) -> None:
    names = {fact.named_in(language).law for fact in pack.facts}
    assert language == pack.source or not names & {fact.law for fact in pack.facts}


def test_modules_that_go_together_are_there() -> None:
    codes = {pack.code for pack in PACKS.values()}
    for pack in PACKS.values():
        assert {*pack.requires, *pack.complements} <= codes - {pack.code}
        assert pack.complements
