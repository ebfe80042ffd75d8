"""Floor and ours in turns, in one run, so that both meet the same load; the ratio is what to trust."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def seconds(task: Callable[[], object]) -> float:
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def in_turns(floor: Callable[[], object], ours: Callable[[], object], rounds: int) -> tuple[list[float], list[float]]:
    pairs = [(seconds(floor), seconds(ours)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def shown(name: str, floor: list[float], ours: list[float], goal: str) -> None:
    ratio = statistics.median(ours) / statistics.median(floor)
    print(
        f"{name}: floor {statistics.median(floor) * 1000:.2f} ms, ours {statistics.median(ours) * 1000:.2f} ms "
        f"(95 % under {p95(ours) * 1000:.2f} ms), ratio {ratio:.2f}; goal {goal}"
    )
