"""Keys made on the laptop."""

from __future__ import annotations

from trainer_app.domain.ids import COUNTS, derived_id, new_id


def test_keys_made_one_after_the_other_sort_in_that_order_however_fast_they_come() -> None:
    keys = [new_id() for _ in range(3 * COUNTS)]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_a_key_is_of_version_seven_and_begins_with_the_time() -> None:
    first, second = new_id(), new_id()
    assert (first.version, first.variant) == (7, second.variant)
    assert abs((second.int >> 80) - (first.int >> 80)) < 60_000


def test_the_same_fact_has_the_same_key_on_every_laptop() -> None:
    assert derived_id("mark", "A", "Théogène") == derived_id(
        "mark", "a", "The\u0301oge\u0300ne".replace("e\u0300", "è")
    )
    assert derived_id("mark", "a") != derived_id("enrolment", "a")
