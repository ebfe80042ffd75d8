"""Every number of a report says what it counts."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from tests.documents.builders import ENGLISH, FRENCH
from trainer_app.documents import indicator_words as words
from trainer_app.domain.age_bands import ADULT, UNKNOWN_AGE
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.indicators import SHARES, By, Counting, Doubt, DoubtKind, Measure, Wanted
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import USUAL, PassMark


def rule(measure: Measure, counting: Counting = Counting.PEOPLE_PER_TOPIC, **of_wanted: object) -> str:
    return words.counting_rule(Wanted(UUID(int=1), measure, **of_wanted), ENGLISH, USUAL, PassMark(), counting)


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_has_a_name_of_its_own_and_says_what_it_counts(measure: Measure) -> None:
    names = [words.measure_name(one, ENGLISH) for one in Measure]
    assert names.count(words.measure_name(measure, ENGLISH)) == 1
    assert words.numerator_words(measure, ENGLISH).endswith(".")


@pytest.mark.parametrize("measure", sorted(SHARES))
def test_a_share_says_of_how_many(measure: Measure) -> None:
    assert words.denominator_words(measure, ENGLISH).endswith(".")


def test_a_plain_number_has_no_denominator() -> None:
    assert words.denominator_words(Measure.PEOPLE_TRAINED, ENGLISH) == ""


def test_the_donors_title_stands_before_the_measures() -> None:
    assert words.title(Wanted(UUID(int=1), Measure.PASSED, "Knows the law"), ENGLISH) == "Knows the law"
    assert words.title(Wanted(UUID(int=1), Measure.PASSED), ENGLISH) == "People who passed the last test"


def test_meetings_are_told_from_trainings() -> None:
    held = Measure.TRAININGS_HELD
    assert words.title(Wanted(UUID(int=1), held, kind="training"), ENGLISH) == "Trainings held"
    assert words.title(Wanted(UUID(int=1), held, kind="meeting"), ENGLISH) == "Trainings held: Meeting"


def test_people_trained_say_what_counts_as_attended_and_what_one_is() -> None:
    told = rule(Measure.PEOPLE_TRAINED)
    assert told.startswith("Each person counts once in each module. Attended: present or late.")
    assert "from 80\N{NO-BREAK SPACE}% of its sessions on" in told
    assert rule(Measure.PEOPLE_TRAINED, Counting.PEOPLE).startswith("Each person counts once, however often")


def test_nobody_chooses_what_one_is_in_a_rate() -> None:
    assert "Each" not in rule(Measure.ATTENDANCE)


def test_what_alone_counts_is_said_first() -> None:
    told = rule(Measure.PEOPLE_REACHED, module="M3", group_kind=GroupKind.COOPERATIVE, kind="radio_talk")
    assert told.startswith(
        "Only module M3. Only groups of this kind: Cooperative. Only trainings of this kind: Radio talk."
    )


def test_a_kind_that_is_not_known_keeps_its_word() -> None:
    assert words.training_kind_word("picnic", ENGLISH) == "picnic"


def test_a_test_says_from_where_on_it_is_passed() -> None:
    assert "from 60\N{NO-BREAK SPACE}% of its points on" in rule(Measure.PASSED)
    assert "points on" not in rule(Measure.GAINED)


@pytest.mark.parametrize("kind", DoubtKind)
def test_every_doubt_counts_in_words(kind: DoubtKind) -> None:
    one, many = (words.doubt_words(Doubt(kind, count), ENGLISH) for count in (1, 3))
    assert "1" in one
    assert "3" in many
    assert one.replace("1", "3") != many


@pytest.mark.parametrize(
    ("trait", "told"),
    [
        (Sex.FEMALE, "Female"),
        (Sex.UNKNOWN, "Sex not known"),
        (ADULT, "36 and over"),
        (UNKNOWN_AGE, "Age not known"),
        (GroupKind.SAVINGS, "Savings group"),
        ("Rulindo", "Rulindo"),
        ("", "not known"),
        (None, "not known"),
    ],
)
def test_each_part_has_its_word(trait: object, told: str) -> None:
    assert words.trait_word(trait, ENGLISH) == told


def test_a_breakdown_says_whose_age_and_whose_district() -> None:
    assert "first day" in words.breakdown_words((By.AGE,), ENGLISH)
    assert "first day" not in words.breakdown_words((By.SEX,), ENGLISH)


@pytest.mark.parametrize(
    ("first", "last", "told", "name"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), "1 January to 31 March 2026", "Quarter 1 of 2026"),
        (date(2026, 10, 1), date(2026, 12, 31), "1 October to 31 December 2026", "Quarter 4 of 2026"),
        (date(2026, 2, 1), date(2026, 2, 28), "1 February to 28 February 2026", "February 2026"),
        (date(2024, 2, 1), date(2024, 2, 28), "1 February to 28 February 2024", ""),
        (date(2026, 7, 1), date(2026, 12, 31), "1 July to 31 December 2026", "Half-year 2 of 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "1 January to 31 December 2026", "Year 2026"),
        (date(2025, 12, 1), date(2026, 2, 28), "1 December 2025 to 28 February 2026", ""),
        (date(2026, 2, 1), date(2026, 4, 30), "1 February to 30 April 2026", ""),
        (date(2026, 3, 5), date(2026, 3, 5), "5 March 2026", ""),
    ],
)
def test_a_period_is_said_and_named(first: date, last: date, told: str, name: str) -> None:
    assert words.period_words(first, last, ENGLISH) == told
    assert words.period_name(first, last, ENGLISH) == name


def test_months_are_in_the_language_of_the_paper() -> None:
    assert words.period_words(date(2026, 1, 1), date(2026, 3, 31), FRENCH) == "1 janvier to 31 mars 2026"
