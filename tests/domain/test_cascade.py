"""Who trained whom, with pencil and paper."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from trainer_app.domain.cascade import Taught, lines, reached, train_others, without_self
from trainer_app.domain.people import Sex

ANNE, BOSCO, CLAIRE, DENIS, EMMA = (UUID(int=number) for number in range(1, 6))
WHO = {
    ANNE: ("Anne", Sex.FEMALE),
    BOSCO: ("Bosco", Sex.MALE),
    CLAIRE: ("Claire", Sex.FEMALE),
    DENIS: ("Denis", Sex.MALE),
    EMMA: ("Emma", Sex.FEMALE),
}


def taught(trainer: UUID, person: UUID, day: int, training: int = 0) -> Taught:
    return Taught(trainer, person, UUID(int=1000 + (training or day)), date(2026, 3, day))


def test_a_cascade_goes_on_through_those_who_trained_others_later() -> None:
    known = without_self([taught(BOSCO, DENIS, 5), taught(ANNE, BOSCO, 2), taught(DENIS, EMMA, 9)])
    assert [(one.person, one.by, one.depth) for one in reached(ANNE, known)] == [
        (BOSCO, ANNE, 1),
        (DENIS, BOSCO, 2),
        (EMMA, DENIS, 3),
    ]


def test_what_somebody_taught_before_is_not_owed_to_a_later_trainer() -> None:
    known = without_self([taught(BOSCO, DENIS, 1), taught(ANNE, BOSCO, 2)])
    assert [one.person for one in reached(ANNE, known)] == [BOSCO]
    assert train_others(reached(ANNE, known), known) == frozenset()


def test_a_circle_ends_and_each_person_stands_once() -> None:
    known = without_self([taught(ANNE, BOSCO, 1), taught(BOSCO, ANNE, 2), taught(ANNE, BOSCO, 3)])
    assert [(one.person, one.depth) for one in reached(ANNE, known)] == [(BOSCO, 1)]
    assert [line.name for line in lines(ANNE, known, WHO)] == ["Anne", "Bosco"]


def test_somebody_reached_on_two_ways_stands_below_the_first() -> None:
    known = without_self(
        [taught(ANNE, BOSCO, 1), taught(ANNE, CLAIRE, 1), taught(CLAIRE, DENIS, 3), taught(BOSCO, DENIS, 2)]
    )
    assert {one.person: one.by for one in reached(ANNE, known)}[DENIS] == BOSCO


def test_nobody_trains_themselves_and_two_who_lead_together_do_not_train_each_other() -> None:
    together = [taught(ANNE, ANNE, 1), taught(ANNE, BOSCO, 1), taught(BOSCO, ANNE, 1), taught(BOSCO, CLAIRE, 1)]
    assert without_self(together) == (taught(BOSCO, CLAIRE, 1),)


def test_the_tree_counts_people_once_women_and_those_who_train_others() -> None:
    known = without_self(
        [
            taught(ANNE, BOSCO, 1),
            taught(ANNE, CLAIRE, 1),
            taught(ANNE, BOSCO, 2),
            taught(BOSCO, DENIS, 5),
            taught(BOSCO, EMMA, 5),
        ]
    )
    rows = lines(ANNE, known, WHO)
    assert [(line.name, line.depth) for line in rows] == [
        ("Anne", 0),
        ("Bosco", 1),
        ("Denis", 2),
        ("Emma", 2),
        ("Claire", 1),
    ]
    first, second = rows[0], rows[1]
    assert (first.trainings, first.people, first.women, first.train_others, first.below) == (2, 2, 1, 1, 4)
    assert (second.trainings, second.people, second.women, second.train_others, second.below) == (1, 2, 1, 0, 2)
    assert [line.name for line in lines(ANNE, known, WHO, only_trainers=True)] == ["Anne", "Bosco"]


def test_a_long_chain_is_walked_without_end_of_breath() -> None:
    keys = [UUID(int=number) for number in range(1, 3_001)]
    days = [date.fromordinal(730_000 + number) for number in range(3_000)]
    known = tuple(Taught(a, b, UUID(int=9_999), day) for a, b, day in zip(keys, keys[1:], days, strict=False))
    who = {key: (str(key), Sex.UNKNOWN) for key in keys}
    assert lines(keys[0], known, who)[0].below == 2_999
