"""How far the modules call things as the glossary does: the terms of each source text that its translation uses.

python packaging/terms.py [LANGUAGE ...]    for each module and language a share, then the terms used least
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trainer_app.domain import terms
from trainer_app.domain.packs import Pack
from trainer_app.domain.terms import Finder, Said, Term
from trainer_app.paths import resources
from trainer_app.readers import glossary, packs
from trainer_app.readers.pack_digest import shipped_folders

WORST = 15  # terms told of each module and language
SELDOM = 3  # a term that the source has less often says little


@dataclass
class Use:
    """Term > how often the source says it, and how often the translation does where the source does."""

    wanted: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        return self.used.total() / self.wanted.total() if self.wanted else 1.0

    def worst(self) -> list[tuple[str, int, int]]:
        often = [(name, self.used[name], count) for name, count in self.wanted.items() if count >= SELDOM]
        return sorted(often, key=lambda line: (line[1] / line[2], -line[2]))[:WORST]


def main(arguments: Sequence[str]) -> int:
    known = [term for term in glossary.read(resources() / "glossary" / "terms.csv") if term.topic != terms.SCREEN]
    found = [packs.read(folder) for folder in shipped_folders(resources() / "curriculum")]
    uses = {(pack.code, language): use(pack, language, known) for pack in found for language in _languages(pack)}
    wanted = set(arguments) or {language for _, language in uses}
    lines = sorted((use.share, key, use) for key, use in uses.items() if key[1] in wanted and use.wanted)
    for share, (code, language), of_it in lines:
        print(f"{code} {language}: {share:.0%} of {of_it.wanted.total()} terms as approved")
    for _share, (code, language), of_it in lines:
        print(f"\n{code} {language}, the terms used least:")
        for name, used, count in of_it.worst():
            print(f"  {used:3} of {count:3}  {name}")
    return 0


def use(pack: Pack, language: str, known: Sequence[Term]) -> Use:
    """A text counts a term once: where it is said again, a pronoun may stand for it."""
    counted, finder = Use(), Finder(known, pack.source)
    for source, words in _pairs(pack, language):
        said = Said(words, language)
        for names in {tuple(term.id for term in one.terms): one.terms for one in finder.find(source)}.values():
            named = [term for term in names if term.words.get(language)]
            if named:
                name = f"{named[0].words[pack.source]} = {named[0].words[language]}"
                counted.wanted[name] += 1
                counted.used[name] += any(terms.says(term, said, language) for term in named)
    return counted


def _pairs(pack: Pack, language: str) -> Iterator[tuple[str, str]]:
    sources = {text.ref: text.words for text in pack.texts if text.language == pack.source}
    for text in pack.texts:
        if text.language == language:
            yield sources[text.ref], text.words


def _languages(pack: Pack) -> list[str]:
    return sorted({text.language for text in pack.texts} - {pack.source})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
