"""The words of an imported module against those that are here, text by text, in every language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db import journal
from trainer_app.db.journal import INCLUDE_GONE, Values, chunked
from trainer_app.db.records import Module, Text
from trainer_app.domain import pack_merge, pack_places, packs
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.pack_merge import Choices, Kind, Take, TextDifference
from trainer_app.domain.pack_places import Owner
from trainer_app.domain.packs import Pack, PackText
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import pack_out
from trainer_app.services.pack_base import Past, pasts
from trainer_app.services.texts import text_id

Name = tuple[str, str]  # id of a text, language
Version = tuple[str, TextState, tuple[str, ...]]
Group = tuple[UUID, str]  # whose texts, and as what


@dataclass(frozen=True, slots=True)
class _Said:
    """Words with their state, and the source they were made from."""

    words: str
    state: TextState
    made_from: str
    facts: tuple[str, ...] = ()
    """Of a source; a translation has those of its source."""

    @property
    def version(self) -> Version:
        """What is compared: an unchanged translation of a changed source is no change of the translation."""
        return self.words, self.state, self.facts


@dataclass(frozen=True, slots=True)
class _Pair:
    """One text in one language, in the file and here."""

    name: Name
    text: PackText | None
    row: Text | None
    base: Version | None
    theirs: _Said | None
    mine: _Said | None
    verdict: Kind | None

    @property
    def told(self) -> PackText | Text:
        found = self.text if self.text is not None else self.row
        assert found is not None
        return found

    def after(self, choice: Take | None) -> _Said | None:
        """What it says afterwards; None of what is not there then."""
        takes = self.verdict is Kind.CONFLICT and choice is Take.THEIRS
        return self.theirs if takes or self.verdict in (Kind.NEW, Kind.CHANGED) else self.mine


class Texts:
    """`stay_out` are things that were taken out here: their texts are not looked at."""

    def __init__(self, s: Session, pack: Pack, stay_out: frozenset[UUID]) -> None:
        self._pack = pack
        here = s.get(Module, packs.module_id(pack.code)) is not None
        self._mine = pack_out.pack(s, packs.module_id(pack.code)) if here else None
        theirs = {(text.ref, text.language): text for text in pack.texts if text.owner_id not in stay_out}
        mine = {(text.ref, text.language): text for text in self._mine.texts} if self._mine else {}
        self._rows = _rows(s, (*theirs, *mine))
        self._owners = (pack_places.owners(self._mine) if self._mine else {}) | pack_places.owners(pack)
        self._check_owners(theirs, stay_out)
        self._pasts = pasts(s, [row.id for row in self._rows.values()])
        self._their_sources, self._my_sources = _sources(pack), _sources(self._mine)
        self._gone_owners = self._owners.keys() - pack_places.owners(pack).keys()
        self._pairs = {name: self._pair(name, theirs.get(name)) for name in dict.fromkeys((*theirs, *mine))}
        self._orders = self._ordered(stay_out)
        self.moved = sum(len(pack_merge.moved(before, after)) for before, after in self._orders)
        self.differences = tuple(map(self._difference, (p for p in self._pairs.values() if p.verdict is not None)))

    def write(self, s: Session, choices: Choices, take_out: bool) -> None:
        """The source first: what it then says decides which translations are outdated."""
        source = self._pack.source
        refs = dict.fromkeys(ref for ref, _language in self._pairs)
        translations: dict[str, list[_Pair]] = {ref: [] for ref in refs}
        for (ref, language), pair in self._pairs.items():
            if language != source:
                translations[ref].append(pair)
        for ref in refs:
            self._write_text(s, self._pairs.get((ref, source)), translations[ref], choices, take_out)
        s.flush()
        for _before, after in self._orders:
            self._write_order(s, after)

    # ---- what there is ------------------------------------------------------------------------------------------

    def _check_owners(self, theirs: Iterable[Name], stay_out: frozenset[UUID]) -> None:
        """The id of a text is given once: one that names a text of another module is a mistake, or worse."""
        for name in theirs:
            row = self._rows.get(name)
            if row is not None and row.owner_id not in self._owners and row.owner_id not in stay_out:
                words = _("{code} holds parts of another module that is here. It was not taken in.")
                raise TrainerError(words.format(code=self._pack.code), "other_module")

    def _pair(self, name: Name, text: PackText | None) -> _Pair:
        ref, language = name
        is_source, row = language == self._pack.source, self._rows.get(name)
        theirs = mine = None
        if text is not None:
            source = self._their_sources[ref]
            theirs = _Said(text.words, text.state, text.from_words or source, text.facts if is_source else ())
        if row is not None and not row.gone:
            source = self._my_sources.get(ref, "")
            mine = _Said(row.words, row.state, row.from_words or source, tuple(row.facts) if is_source else ())
        base = _base(row, self._pasts.get(row.id), is_source) if row is not None else None
        verdict = pack_merge.verdict(base, mine and mine.version, theirs and theirs.version)
        if verdict is Kind.REMOVED and not self._is_missed(name, row):
            verdict = None
        return _Pair(name, text, row, base, theirs, mine, verdict)

    def _is_missed(self, name: Name, row: Text | None) -> bool:
        """Whether it is worth telling that the file lacks this text: not where it lacks the whole step or language,
        and of a text only once for all its translations."""
        ref, language = name
        if row is None or row.owner_id in self._gone_owners or language not in self._pack.languages:
            return False
        return language == self._pack.source or ref in self._their_sources

    def _difference(self, pair: _Pair) -> TextDifference:
        assert pair.verdict is not None
        told = pair.told
        owner = self._owners.get(told.owner_id, Owner(told.owner_id, "", "module"))
        return TextDifference(
            *pair.name,
            owner.unit_code,
            owner.place(told.key, told.position),
            pair.verdict,
            pair.base[0] if pair.base else None,
            pair.mine.words if pair.mine else None,
            pair.theirs.words if pair.theirs else None,
            pair.mine.state if pair.mine else TextState.MISSING,
            pair.theirs.state if pair.theirs else TextState.MISSING,
        )

    def _ordered(self, stay_out: frozenset[UUID]) -> list[tuple[list[str], list[str]]]:
        """Of each list of texts that is here: the order it has, and the one it gets."""
        if self._mine is None:
            return []
        before, theirs = _lists(self._mine), _lists(self._pack)
        found = []
        for group, wanted in theirs.items():
            now = before.get(group, [])
            if now and group[0] not in stay_out:
                reordered = any("position" in self._edited(ref) for ref in now)
                found.append((now, pack_merge.merged(now, wanted, reordered)))
        return found

    def _edited(self, ref: str) -> set[str]:
        past = self._pasts.get(text_id(ref, self._pack.source))
        return past.edited if past else set()

    # ---- what is written ----------------------------------------------------------------------------------------

    def _write_text(
        self, s: Session, source: _Pair | None, translations: list[_Pair], choices: Choices, take_out: bool
    ) -> None:
        if source is None:
            return
        if source.verdict is Kind.REMOVED:
            if take_out:
                _remove([source, *translations])
            return
        before = source.mine.words if source.mine is not None else ""
        row = _write_one(s, source, choices.get(source.name), None)
        if row is None:
            return
        for pair in translations:
            if pair.verdict is not Kind.REMOVED:
                _write_one(s, pair, choices.get(pair.name), row, before)
            elif take_out:
                _remove([pair])

    def _write_order(self, s: Session, after: list[str]) -> None:
        place = 0
        for ref in after:
            names = [name for name in ((ref, language) for language in self._languages) if name in self._pairs]
            rows = [row for name in names if (row := s.get(Text, text_id(*name))) is not None and not row.gone]
            for row in rows:
                if row.position != place:
                    row.position = place
            place += bool(rows)

    @property
    def _languages(self) -> tuple[str, ...]:
        mine = self._mine.languages if self._mine else ()
        return tuple(dict.fromkeys((*self._pack.languages, *mine)))


def _rows(s: Session, names: Iterable[Name]) -> dict[Name, Text]:
    """Gone ones too."""
    ids = [text_id(*name) for name in dict.fromkeys(names)]
    return {
        (row.ref, row.language): row
        for part in chunked(ids)
        for row in s.scalars(select(Text).where(Text.id.in_(part)).execution_options(**{INCLUDE_GONE: True}))
    }


def _sources(pack: Pack | None) -> dict[str, str]:
    return {text.ref: text.words for text in pack.texts if text.language == pack.source} if pack else {}


def _lists(pack: Pack) -> dict[Group, list[str]]:
    found: dict[Group, list[str]] = {}
    for text in pack.texts:
        if text.language == pack.source:
            found.setdefault((text.owner_id, text.key), []).append(text.ref)
    return found


def _base(row: Text, past: Past | None, is_source: bool) -> Version | None:
    """What both sides came from; None of a text that was written here."""
    facts = tuple(row.facts) if is_source else ()
    if row.declined is not None:
        words, state = row.declined
        return words, TextState(state), facts
    if past is None:
        return row.words, row.state, facts
    if past.base is None:
        return None
    return past.base["words"], TextState(past.base["state"]), tuple(past.base["facts"]) if is_source else ()


def _remove(pairs: Iterable[_Pair]) -> None:
    for pair in pairs:
        if pair.row is not None and not pair.row.gone:
            journal.remove(pair.row)


def _write_one(
    s: Session, pair: _Pair, choice: Take | None, source: Text | None, source_before: str = ""
) -> Text | None:
    """The row as it is then; `source` is that of its source, when it is a translation, and what it said before."""
    said = pair.after(choice)
    if pair.verdict is Kind.CONFLICT and said is pair.mine:
        assert pair.theirs is not None
        assert pair.row is not None
        pair.row.declined = [pair.theirs.words, pair.theirs.state.value]
    if said is None:
        return None
    told, row = pair.told, pair.row
    values: Values = {
        "owner_id": told.owner_id,
        "key": told.key,
        "position": row.position if row is not None and not row.gone else told.position,
        "ref": pair.name[0],
        "language": pair.name[1],
        "words": said.words,
        "state": said.state,
        "revision": 1 if row is None else row.revision + (row.words != said.words),
        "from_revision": None,
        "facts": list(said.facts if source is None else source.facts),
    }
    if said is not pair.mine:
        values["declined"] = None
    if source is not None:
        values |= _standing(pair, said, source, source_before)
    return journal.put(s, Text, text_id(*pair.name), **values)


def _standing(pair: _Pair, said: _Said, source: Text, source_before: str) -> Values:
    """Whether the translation is outdated now, and by which words; and whether only by the latest change of them."""
    row, made_from = pair.row, {said.made_from}
    if pair.mine is not None and pair.theirs is not None and pair.mine.version == pair.theirs.version:
        made_from = {pair.mine.made_from, pair.theirs.made_from}
    older = None if source.words in made_from else said.made_from
    if older is None:
        revision = source.revision
    elif row is not None and row.words == said.words and row.from_words == older:
        revision = row.from_revision or 0
    else:
        revision = source.revision - 1 if older == source_before else 0
    return {"from_words": older, "from_revision": revision}
