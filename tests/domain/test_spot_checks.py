"""The draw of a spot check: by the seed alone, fair to each training, each person once."""

from __future__ import annotations

import random
from collections import Counter
from uuid import UUID

from trainer_app.domain.integrity import CheckOutcome
from trainer_app.domain.spot_checks import Candidate, CheckResult, drawn


def candidates(*sizes: int, days: int = 3) -> list[Candidate]:
    """Trainings of so many people, each marked on every day."""
    return [
        Candidate(UUID(int=training), UUID(int=100 * training + day), UUID(int=10_000 * training + person))
        for training, size in enumerate(sizes, start=1)
        for person in range(size)
        for day in range(days)
    ]


def test_one_seed_draws_the_same_people_whatever_the_order_of_the_rows() -> None:
    rows = candidates(40, 25, 10)
    first = drawn(rows, 15, seed=7)
    for turn in range(5):
        random.Random(turn).shuffle(rows)
        assert drawn(rows, 15, seed=7) == first
    assert drawn(rows, 15, seed=8) != first


def test_each_person_is_drawn_once_and_each_training_by_its_size() -> None:
    found = drawn(candidates(40, 20, 20), 16, seed=1)
    assert len({one.person_id for one in found}) == 16
    assert Counter(one.training_id.int for one in found) == {1: 8, 2: 4, 3: 4}


def test_there_are_never_more_than_there_are_people() -> None:
    assert len(drawn(candidates(3), 10, seed=1)) == 3
    assert drawn([], 10, seed=1) == []


def test_somebody_of_two_trainings_is_called_once_and_another_fills_the_place() -> None:
    shared = [
        Candidate(UUID(int=training), UUID(int=training), UUID(int=person))
        for training in (1, 2)
        for person in range(6)
    ]
    for seed in range(20):
        found = drawn(shared, 6, seed)
        assert sorted(one.person_id.int for one in found) == list(range(6))


def test_over_many_seeds_everybody_is_as_likely() -> None:
    times = Counter(one.person_id for seed in range(600) for one in drawn(candidates(20), 5, seed))
    assert len(times) == 20
    assert max(times.values()) < 1.35 * 150
    assert min(times.values()) > 0.65 * 150


def test_the_share_is_of_those_who_were_reached() -> None:
    told = [CheckOutcome.WAS_THERE] * 6 + [CheckOutcome.WAS_NOT, CheckOutcome.NOT_SURE, CheckOutcome.NOT_REACHED, None]
    result = CheckResult(Counter(told))
    assert (result.drawn, result.reached, result.were_there, result.share) == (10, 8, 6, 0.75)
    assert CheckResult(Counter([None])).share is None
