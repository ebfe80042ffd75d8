"""What looks wrong in the words of a text: told while it is written, and never in the way of keeping it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from trainer_app.domain.curriculum import PLACEHOLDER
from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.domain.translation_help import Fault, Finding

LONGEST_SENTENCE = 12  # words, for people who read little
ROOM = {
    ("handout", "title"): 60,
    ("handout", "message"): 110,
    ("handout", "caption"): 90,
    ("handout", "do_this"): 110,
}
"""Letters that the page has room for, in a size that people who read little can read."""
SHORT_SENTENCES = frozenset({*ROOM, ("unit", "cue")})
"""What stands on the page of a participant, or is read at a glance while standing."""
A_FIGURE = "0000"  # about as long as what takes the place of {weekly_hours}
LONG_NAME = 4  # words in capitals that may be a name
FEW_WORDS = 2  # alike in two languages now and then: "Total", "Code M1"

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_BLANKS = " \u00a0\u202f"
_FIGURE = re.compile(rf"\d{{1,3}}(?:[{_BLANKS}.,]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_HOUR = rf"(?<!\d)(\d{{1,2}})[{_BLANKS}]?[hH]"
_CLOCK = re.compile(rf"(?<!\d)(\d{{1,2}}):(\d{{2}})(?!\d)|{_HOUR}[{_BLANKS}]?(\d{{2}})(?!\d)|{_HOUR}\b")
_LETTER = re.compile(r"(?<![\w'’°.-])([ABC])(?![\w'’-])")
_ARTICLE = re.compile(r"A\s+\w")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


def of(pair: TextPair, words: str, forbidden: Iterable[tuple[str, str]] = ()) -> tuple[Finding, ...]:
    """What is to be told of `words`, which stand in the box for this text. `forbidden` has words that the glossary
    refuses here, each with those to write instead."""
    if not words.strip():
        return ()
    found = [] if pair.is_source else list(_against_source(pair.source, words, forbidden))
    return (*found, *_of_page(pair.place, words))


def sentences(words: str) -> tuple[str, ...]:
    return tuple(sentence for sentence in _SENTENCE_END.split(words) if sentence.strip())


def count_words(words: str) -> int:
    """As anybody counts them on paper: what stands between blanks, and holds a letter or a figure."""
    return sum(any(map(str.isalnum, part)) for part in words.split())


def longest_sentence(words: str) -> int:
    return max(map(count_words, sentences(words)), default=0)


def figures(words: str) -> Counter[str]:
    """The numbers in a text, whatever blanks, points and commas they are written with: `15 000` is `15,000`."""
    return Counter(map(_plain, _spelt(words)))


def answer_letters(words: str) -> frozenset[str]:
    """A, B and C where they name an answer, a group or a card. The article that begins a sentence does not."""
    return frozenset(match[1] for match in _LETTER.finditer(words) if not _is_article(words, match))


def _against_source(source: str, words: str, forbidden: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    yield from _difference(Fault.FIGURES, *_figures_apart(source, words))
    placeholders = [Counter(match[0] for match in PLACEHOLDER.finditer(text)) for text in (source, words)]
    yield from _difference(Fault.PLACEHOLDERS, _only(placeholders[0], placeholders[1]), _only(*placeholders[::-1]))
    yield from _difference(Fault.ANSWER_LETTERS, *_letters_apart(source, words))
    for wrong, instead in forbidden:
        yield Finding(Fault.FORBIDDEN, {"words": wrong, "instead": instead})
    if _is_copied(source, words):
        yield Finding(Fault.SAME_AS_SOURCE)


def _of_page(place: TextPlace, words: str) -> Iterator[Finding]:
    what = place.owner, place.key
    if what in SHORT_SENTENCES and (count := longest_sentence(words)) > LONGEST_SENTENCE:
        yield Finding(Fault.LONG_SENTENCE, {"count": count, "most": LONGEST_SENTENCE})
    letters = len(PLACEHOLDER.sub(A_FIGURE, words.strip()))
    if letters > ROOM.get(what, letters):
        yield Finding(Fault.LONG_TEXT, {"count": letters, "most": ROOM[what]})


def _difference(fault: Fault, missing: list[str], extra: list[str]) -> Iterator[Finding]:
    if missing or extra:
        yield Finding(fault, {"missing": ", ".join(missing), "extra": ", ".join(extra)})


def _only(one: Counter[str], other: Counter[str]) -> list[str]:
    return list((one - other).elements())


def _figures_apart(source: str, words: str) -> tuple[list[str], list[str]]:
    """Told as they are written, not as they were compared."""
    apart: list[list[str]] = []
    for one, other in ((source, words), (words, source)):
        left = figures(one) - figures(other)
        written = {_plain(spelt): spelt for spelt in _spelt(one)}
        apart.append([written[plain] for plain in left.elements()])
    return apart[0], apart[1]


def _spelt(words: str) -> list[str]:
    rest = PLACEHOLDER.sub(" ; ", words)
    clocks = [match[0] for match in _CLOCK.finditer(rest)]
    return [*clocks, *(match[0] for match in _FIGURE.finditer(_CLOCK.sub(" ; ", rest)))]


def _plain(spelt: str) -> str:
    """`08:30` is `8 h 30`, and `08:00` is `8 h`; `15 000`, `15,000` and `15.000` are 15000; `2,50` is `2.5`."""
    if clock := _CLOCK.fullmatch(spelt):
        hour, minutes = int(clock[1] or clock[3] or clock[5]), clock[2] or clock[4] or "00"
        return f"{hour}:{minutes}" if minutes != "00" else str(hour)
    whole, decimals = spelt, ""
    if match := re.fullmatch(r"(.+)[.,](\d{1,2}|\d{4,})", spelt):
        whole, decimals = match[1], match[2].rstrip("0")
    digits = re.sub(r"\D", "", whole).lstrip("0") or "0"
    return f"{digits}.{decimals}" if decimals else digits


def _letters_apart(source: str, words: str) -> tuple[list[str], list[str]]:
    """A letter that one side surely has and the other has nowhere, not even where it may be an article."""
    anywhere = [frozenset(match[1] for match in _LETTER.finditer(text)) for text in (source, words)]
    return sorted(answer_letters(source) - anywhere[1]), sorted(answer_letters(words) - anywhere[0])


def _is_article(words: str, match: re.Match[str]) -> bool:
    """An A that begins a sentence, stands first in quotation marks, or is shouted among words that are."""
    before = words[: match.start()].rstrip(_BLANKS)
    begins = not before or before[-1] in '.!?:;…\n-–—•"“”«»‘'
    if begins and _ARTICLE.match(words, match.start()):
        return True
    beside = (words[: match.start()].split()[-1:], words[match.end() :].split()[:1])
    return match[1] == "A" and all(side and side[0].isupper() and len(side[0]) > 1 for side in beside)


def _is_copied(source: str, words: str) -> bool:
    """Names, codes and single words are often the same in two languages; a sentence is not."""
    if _folded(source) != _folded(words):
        return False
    said = _WORD.findall(PLACEHOLDER.sub(" ", words))
    is_shouted = len(said) > LONG_NAME and not any(word[1:].islower() for word in said)
    is_name = not is_shouted and not any(word[0].islower() and len(word) > 1 for word in said)
    return len(said) > FEW_WORDS and not is_name


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
