"""Floor and ours in turns, in one run, so that both meet the same load; the ratio is what to trust."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

Clock = Callable[[], float]


def seconds(task: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    start = clock()
    task()
    return clock() - start


def in_turns(
    floor: Callable[[], object], ours: Callable[[], object], rounds: int, clock: Clock = time.perf_counter
) -> tuple[list[float], list[float]]:
    """`time.process_time` counts what a task itself takes, on a machine that does much else; never where it writes."""
    pairs = [(seconds(floor, clock), seconds(ours, clock)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def shown(name: str, floor: list[float], ours: list[float], goal: str) -> None:
    ratio = statistics.median(ours) / statistics.median(floor)
    print(
        f"{name}: floor {statistics.median(floor) * 1000:.2f} ms, ours {statistics.median(ours) * 1000:.2f} ms "
        f"(95 % under {p95(ours) * 1000:.2f} ms), ratio {ratio:.2f}; goal {goal}"
    )
