"""The help below a translation: terms, near texts and checks, each time the keys pause.

`python -m tests.bench.bench_translation_help [texts]` prints floor, ours and the ratio: while one text is typed, and
when one goes on to the next, which is when near texts are looked for. The floor of both is asking the data file for
the text and its translation.
"""

from __future__ import annotations

import random
import sys
import tempfile
from itertools import count
from pathlib import Path

from sqlalchemy import select

from tests.bench.timing import in_turns, seconds, shown
from trainer_app.db.bulk import add_all
from trainer_app.db.database import Database
from trainer_app.db.records import Text
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.ids import new_id
from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import texts, translation_help

LOOKS = 200
NAMES = ("Uwase", "Keza", "Mugabo", "Ineza", "Gatete", "Umwiza", "Shema", "Teta")
SENTENCES = (
    "{a} and {b} keep {n} 000 Frw in the cash box.",
    "Ask: “Who holds the keys of the box, {a} or {b}?”",
    "Count the cards of {a}; each card is {n} 000 Frw of profit or loss.",
    "Write the price on the card and put it beside the picture of the market.",
    "The members of the cooperative elect a treasurer and a supervisory committee.",
    "Then groups of {n} people tell what they would sell, and at which price.",
    "{b} repays the loan in {n} months, and {a} writes each payment into the cash book.",
    "Take {n} minutes for questions; those who read little answer with a stone.",
)


def main(most: int) -> None:
    for known in (most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            database = open_folder(Path(folder))
            measure(database, fill(database, known))
            database.close()


def fill(database: Database, known: int) -> list[TextPair]:
    """So many texts in three languages, as long as those of the modules: mostly one sentence, seldom three."""
    chance = random.Random(7)
    pairs = []
    with database.loading() as s:
        rows = []
        for number in range(known):
            ref, owner = f"b-{number}", new_id()
            words = " ".join(a_sentence(chance) for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 3))))
            for language in ("en", "fr", "rw"):
                said = words if language == "en" else f"{language} {words}"
                rows.append(a_row(ref, owner, language, said))
            place = TextPlace(owner, "step", "instruction", 0)
            pairs.append(TextPair(ref, place, "en", words, "rw", f"rw {words}", TextState.DRAFT, None))
        add_all(s, rows)
    chance.shuffle(pairs)
    return pairs


def a_sentence(chance: random.Random) -> str:
    a, b = chance.sample(NAMES, 2)
    return chance.choice(SENTENCES).format(a=a, b=b, n=chance.randint(2, 60))


def a_row(ref: str, owner: object, language: str, words: str) -> Text:
    return Text(
        id=texts.text_id(ref, language),
        owner_id=owner,
        key="instruction",
        position=0,
        ref=ref,
        language=language,
        words=words,
        state=TextState.DRAFT,
        revision=1,
        from_revision=None if language == "en" else 1,
        facts=[],
    )


def measure(database: Database, pairs: list[TextPair]) -> None:
    kept, turns, bare = translation_help.Kept(), count(), count()

    def look(pair: TextPair, words: str) -> None:
        with database.reading() as s:
            translation_help.of(s, pair, words, kept)

    def floor() -> None:
        pair = pairs[next(bare) % len(pairs)]
        with database.reading() as s:
            s.execute(select(Text.words).where(Text.ref == pair.ref)).all()

    def next_text() -> None:
        pair = pairs[next(turns) % len(pairs)]
        look(pair, pair.words)

    def typing() -> None:
        look(pairs[0], pairs[0].words[: next(turns) % len(pairs[0].words)])

    def keep_and_go_on() -> None:
        pair = pairs[next(turns) % len(pairs)]
        with database.changing(label("Write: {name}", name="x")) as s:
            texts.write(s, pair.ref, "rw", f"{pair.words} {next(turns)}")
        took.append(seconds(next_text))

    many = f"{len(pairs):,} texts"
    print(f"{many}: the first look reads them all, {seconds(next_text) * 1000:.0f} ms")
    shown(f"{many}, typing", *in_turns(floor, typing, LOOKS), goal="95 % under 30 ms")
    shown(f"{many}, the next text", *in_turns(floor, next_text, LOOKS), goal="95 % under 30 ms; twice: 2.2x")
    took: list[float] = []
    bare_times, _ = in_turns(floor, keep_and_go_on, LOOKS // 4)
    shown(f"{many}, kept and on to the next", bare_times, took, goal="95 % under 30 ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
