"""Curriculum packs: `pack.yaml` with the structure and the source words, one `.po` for each other language.

A `.po` entry is tied to its text by `msgctxt`. No entry means missing; `#, fuzzy` a draft, anything else reviewed;
a fuzzy one with a previous msgid, or one made from another source than the pack's, is outdated besides. Poedit and
Weblate read and write the same files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from trainer_app.domain import packs
from trainer_app.domain.curriculum import Fact, TextState
from trainer_app.domain.packs import Pack, PackText
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.readers import pack_structure, po_text, strict_yaml
from trainer_app.readers import pack_values as value
from trainer_app.readers.pack_digest import STRUCTURE, digest_of
from trainer_app.readers.pack_structure import Source, Told
from trainer_app.readers.po_text import PoText

FORMAT = 1
Files = Mapping[str, bytes]
UNREADABLE = (strict_yaml.Problem, LookupError, TypeError, AttributeError, ValueError, ArithmeticError, RecursionError)


def read(folder: Path) -> Pack:
    """The pack in `folder`. Raises TrainerError when it is not one, or is of a newer format."""
    try:
        files = {file.name: file.read_bytes() for file in (folder / STRUCTURE, *sorted(folder.glob("*.po")))}
    except OSError as error:
        raise _refusal(folder.name, str(error), "bad_pack") from error
    return from_files(files, folder.name)


def from_files(files: Files, name: str) -> Pack:
    """The pack that these files are, `name` being what the user calls it. Raises TrainerError."""
    try:
        told = strict_yaml.load(files[STRUCTURE].decode("utf-8-sig"))
        translations = {_language(file): po_text.read(data) for file, data in files.items() if file != STRUCTURE}
        return _pack(told, translations, digest_of(files))
    except (UnicodeDecodeError, po_text.BadEncoding) as error:
        raise _refusal(name, _("it holds bytes that are no letters of UTF-8"), "bad_encoding") from error
    except strict_yaml.Unsafe as error:
        raise _refusal(name, _("it holds references that a list of plain words has no need of"), "bad_yaml") from error
    except po_text.Twice as error:
        problem = _("one text is translated twice: {text}").format(text=error)
        raise _refusal(name, problem, "twice_translated") from error
    except _Newer as error:
        raise _refusal(name, _("it was made by a newer version of the program"), "newer_format") from error
    except UNREADABLE as error:
        raise _refusal(name, _line(error), "bad_pack") from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


class _Newer(Exception):
    """It may hold things that this version would lose."""


def _refusal(name: str, problem: str, code: str) -> TrainerError:
    words = _("The module pack in {folder} cannot be read: {problem}")
    return TrainerError(words.format(folder=name, problem=problem), code)


def _language(file: str) -> str:
    return value.word(file.removesuffix(".po"), value.LANGUAGE)


def _pack(told: Told, translations: Mapping[str, PoText], digest: str) -> Pack:
    _check_format(told["format"])
    sources = tuple(pack_structure.sources(told))
    pack = Pack(
        code=value.word(told["code"], value.CODE),
        folder=value.word(told["module"], value.NAME),
        source=value.word(told["source"], value.LANGUAGE),
        licence=value.text(told["licence"]),
        digest=digest,
        facts=_facts(told),
        units=tuple(map(pack_structure.unit, told["units"] or ())),
        items=tuple(map(pack_structure.item, pack_structure.items(told))),
        texts=tuple(_texts(told["source"], sources, translations)),
        requires=value.words(told.get("requires")),
        complements=value.words(told.get("complements")),
        topics=value.words(told.get("topics")),
        retired=value.is_true(told.get("retired")),
    )
    _check_names(pack, sources)
    return pack


def _facts(told: Told) -> tuple[Fact, ...]:
    facts = (pack_structure.fact(fact, told["source"]) for fact in told["facts"] or ())
    return tuple(sorted(facts, key=lambda fact: fact.key))


def _check_format(told: object) -> None:
    if isinstance(told, int) and told > FORMAT:
        raise _Newer
    if told != FORMAT:
        raise ValueError(f"format {told}")


def _check_names(pack: Pack, sources: tuple[Source, ...]) -> None:
    """What is named once must be one thing, and what is referred to must be there."""
    _once("text", (text.ref for text in sources))
    _once("unit", (packs.unit_id(unit.code) for unit in pack.units))
    _once("handout", (packs.handout_id(unit.handout_code) for unit in pack.units if unit.handout_code))
    _once("fact", (fact.key for fact in pack.facts))
    unknown = {item.unit_code for item in pack.items} - {unit.code for unit in pack.units}
    if unknown:
        raise ValueError(f"there is no unit {min(unknown)}")


def _once(what: str, names: Iterable[object]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise ValueError(f"{what} {name} stands there twice")


def _texts(source: str, sources: tuple[Source, ...], translations: Mapping[str, PoText]) -> Iterator[PackText]:
    for text in sources:
        yield _text(text, source, text.words, TextState.REVIEWED, None)
    for language, catalogue in sorted(translations.items()):
        if language == source:
            raise ValueError(f"{language} is the language of the source")
        entries = {entry.ref: entry for entry in catalogue.entries}
        for text in sources:
            if entry := entries.get(text.ref):
                older = None if entry.made_from == text.words else value.text(entry.made_from)
                yield _text(text, language, value.text(entry.words), entry.state, older)


def _text(text: Source, language: str, words: str, state: TextState, from_words: str | None) -> PackText:
    return PackText(text.owner, text.key, text.position, text.ref, language, words, state, text.facts, from_words)
