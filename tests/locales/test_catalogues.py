"""The words of the screen: complete, well formed, and really used."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path
from string import Formatter

import pytest
import words
from babel.messages.catalog import Catalog, Message

import trainer_app
from trainer_app.i18n import DOMAIN, LANGUAGES, SOURCE
from trainer_app.paths import locales

TRANSLATIONS = sorted(LANGUAGES.keys() - {SOURCE})
MARKS = {"_", "N_", "ngettext"}
PLURAL_OF = {"fr": {0: 0, 1: 0, 2: 1, 40: 1}, "rw": {0: 1, 1: 0, 2: 1, 40: 1}}

every_language = pytest.mark.parametrize("language", TRANSLATIONS)


def file_of(language: str) -> Path:
    return locales() / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue(language: str) -> Catalog:
    return words.load(file_of(language))


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def fields(text: str) -> set[str]:
    """`{name}` in our own sentences, `%1` in Qt's."""
    ours = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    return ours | set(re.findall(r"%(?:L?\d|n)", text))


def without_fields(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "", text)


def keys(catalog: Catalog) -> set[tuple[str | None, str]]:
    return {(message.context, forms(message.id)[0]) for message in catalog if message.id}


def sentences(language: str) -> list[tuple[str, str]]:
    """Each translation beside the first form of what it translates."""
    return [(forms(m.id)[0], string) for m in messages(language) for string in forms(m.string)]


def test_the_template_holds_the_words_of_the_source() -> None:
    assert keys(words.load(words.TEMPLATE)) == keys(words.extracted())


def test_no_words_stand_inside_an_f_string_where_extraction_passes_them_by() -> None:
    """Before Python 3.12 an f-string is one token: what it marks for translation would stay English."""
    marked = [
        f"{path.name}:{call.lineno}"
        for path in Path(trainer_app.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKS
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    assert marked == []


def test_no_word_of_the_source_is_cut_out_of_a_sentence() -> None:
    ids = [text for message in words.extracted() for text in forms(message.id) if message.id]
    assert [text for text in ids if text != text.strip()] == []


@every_language
def test_a_language_has_every_sentence_and_no_other(language: str) -> None:
    assert keys(catalogue(language)) == keys(words.load(words.TEMPLATE))


@every_language
def test_no_translation_is_missing_or_a_guess(language: str) -> None:
    empty = [m.id for m in messages(language) if not all(forms(m.string)) or m.fuzzy]
    assert empty == []


@every_language
def test_the_fields_of_a_sentence_are_those_of_its_translation(language: str) -> None:
    wrong = [
        (m.id, m.string)
        for m in messages(language)
        for string, original in zip(forms(m.string), forms(m.id), strict=True)
        if fields(string) not in (fields(original), fields(forms(m.id)[-1]))
    ]
    assert wrong == []


@every_language
def test_a_count_chooses_its_plural(language: str) -> None:
    catalog = catalogue(language)
    rule = gettext.c2py(str(catalog.plural_expr))
    assert catalog.num_plurals == 2
    assert {count: rule(count) for count in PLURAL_OF[language]} == PLURAL_OF[language]


@every_language
def test_the_program_finds_each_sentence_in_the_language(language: str) -> None:
    """Fails when a catalogue was not compiled: the screen would then be English without a word."""
    compiled = gettext.translation(DOMAIN, locales(), [language])
    unlike = [
        m.id
        for m in messages(language)
        if not m.pluralizable
        and m.string != (compiled.pgettext(m.context, m.id) if m.context else compiled.gettext(m.id))
    ]
    assert unlike == []


@every_language
def test_no_english_sentence_is_left(language: str) -> None:
    same = [text for text, string in sentences(language) if text == string]
    assert [text for text in same if len(re.findall(r"[^\W\d_]{2,}", without_fields(text))) > 2] == []


def test_french_keeps_its_marks_with_their_word() -> None:
    """A line never begins with `:` or `?`: the space before them does not break."""
    assert [string for _, string in sentences("fr") if re.search(r" [:;?!»]|« ", string)] == []
