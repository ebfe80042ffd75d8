"""How many of those who were written down twice are found, and how many of the found are so.

    .venv/bin/python -m tests.bench.bench_likeness [PEOPLE] [SEED...]

Prints precision and recall of what is proposed as sure, and of all that is proposed. Nothing fails here.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from uuid import UUID

from tests.bench.invented_people import Truth, invented
from trainer_app.domain.likeness import Level, Likeness, compare, counted
from trainer_app.services.likeness import Pair, pairs

SEEDS = (11, 23, 47, 81, 2026)


@dataclass(frozen=True)
class Measured:
    found: dict[Pair, Likeness]
    truth: frozenset[Pair]

    def figures(self, *levels: Level) -> tuple[float, float, int]:
        """Precision, recall, how many are proposed."""
        proposed = {pair for pair, likeness in self.found.items() if likeness.level in levels}
        right = len(proposed & self.truth)
        return right / max(len(proposed), 1), right / max(len(self.truth), 1), len(proposed)


def measured(truth: Truth) -> Measured:
    facts = {UUID(int=number + 1): fact for number, fact in enumerate(truth.entries)}
    common = counted(truth.entries)
    found = {(a, b): likeness for a, b in pairs(facts) if (likeness := compare(facts[a], facts[b], common))}
    same = frozenset((UUID(int=a + 1), UUID(int=b + 1)) for a, b in truth.pairs)
    return Measured(found, same)


def main(people: int = 5_000, seeds: tuple[int, ...] = SEEDS) -> None:
    print(f"{people} people, one in ten written down twice: precision, recall, pairs of the sure and of all, seconds")
    for seed in seeds:
        truth = invented(people, seed)
        began = time.perf_counter()
        result = measured(truth)
        took = time.perf_counter() - began
        sure, every = result.figures(Level.SURE), result.figures(*Level)
        print(
            f"seed {seed:>5}   sure {sure[0]:.4f} {sure[1]:.3f} {sure[2]:>5}"
            f"   all {every[0]:.3f} {every[1]:.3f} {every[2]:>5}   {took:>6.2f} s"
        )


if __name__ == "__main__":
    told = [int(word) for word in sys.argv[1:]]
    main(*told[:1], **({"seeds": tuple(told[1:])} if told[1:] else {}))
