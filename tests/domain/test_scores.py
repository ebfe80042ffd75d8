"""What is typed into the grid of scores, which form everybody gets, and what stands between the three tests."""

from __future__ import annotations

from uuid import uuid4

import pytest

from trainer_app.domain.people import Sex
from trainer_app.domain.scores import (
    GivenTest,
    Mark,
    Phase,
    ScoreLine,
    ScoreProblem,
    Standing,
    TestPlan,
    crossed_form,
    is_low,
    last_after,
    parse_score,
)

ABSENT = Mark(None, absent=True)


def a_line(pre: Mark | None = None, post: Mark | None = None, later: Mark | None = None, **values: object) -> ScoreLine:
    return ScoreLine(uuid4(), "1", "UWIMANA Marie", pre, post, later, Sex.FEMALE, **values)  # type: ignore[arg-type]


def a_test(phase: Phase = Phase.PRE, form: str = "", maximum: float = 10, forms: tuple[str, ...] = ("A", "B")):  # noqa: ANN201
    return GivenTest(phase, TestPlan(form=form), maximum, 0.55 * maximum, None, forms)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("7,5", Mark(7.5)),
        (" 7.5 ", Mark(7.5)),
        ("0", Mark(0)),
        ("10", Mark(10)),
        ("", None),
        ("  ", None),
        ("-", Mark(None)),
        ("–", Mark(None)),
        ("a", ABSENT),
        ("N", ABSENT),
        ("Abs", ABSENT),
        ("absente", ABSENT),
        ("yasibye", ABSENT),
        ("ntiyaje", ABSENT),
    ],
)
def test_a_score_is_typed_in_three_languages(typed: str, mark: Mark | None) -> None:
    assert parse_score(typed, 10) == mark


@pytest.mark.parametrize(
    ("typed", "why"),
    [("10,5", "too_high"), ("-1", "negative"), ("nan", "negative"), ("inf", "too_high"), ("ten", "number")],
)
def test_what_is_no_score_says_why(typed: str, why: str) -> None:
    with pytest.raises(ScoreProblem) as problem:
        parse_score(typed, 10)
    assert problem.value.args == (why,)


def test_a_two_typed_without_shift_on_a_french_keyboard_is_not_an_absence() -> None:
    with pytest.raises(ScoreProblem):
        parse_score("é", 10)


def test_absent_did_not_sit_and_not_entered_are_three_things() -> None:
    line = a_line(pre=Mark(0), post=Mark(None), later=ABSENT)
    assert [line.standing(phase) for phase in Phase] == [Standing.SCORE, Standing.DID_NOT_SIT, Standing.ABSENT]
    assert a_line().standing(Phase.PRE) is Standing.NOT_ENTERED
    assert not ABSENT.sat


def test_nobody_meets_a_form_twice_in_the_days_of_a_training_and_half_begin_with_each() -> None:
    for number in range(1, 300):
        assert crossed_form(number, Phase.PRE) != crossed_form(number, Phase.POST)
        assert crossed_form(number, Phase.PRE) == crossed_form(number, Phase.LATER)
    assert crossed_form(1, Phase.PRE) == "A"
    assert [crossed_form(number, Phase.PRE) for number in range(1, 41)].count("A") == 20


def test_a_test_may_be_one_form_for_all_and_a_module_may_have_only_one() -> None:
    assert {a_test(form="B").form_for(number) for number in range(9)} == {"B"}
    assert {a_test(forms=("A",)).form_for(number) for number in range(9)} == {"A"}
    assert {a_test(forms=()).form_for(number) for number in range(9)} == {"A"}
    assert a_test().is_crossed
    assert not a_test(form="A").is_crossed


def test_a_pass_mark_of_a_share_is_reached_by_its_points_and_not_a_hair_less() -> None:
    given = a_test(maximum=100)
    assert given.pass_mark > 55  # a hair, in the numbers of a computer
    assert given.passes(55)
    assert not given.passes(54.9)


def test_gain_is_in_points_of_the_post_test_where_the_maxima_differ() -> None:
    assert a_line(pre=Mark(4), post=Mark(7)).gain == 3
    assert a_line(pre=Mark(10), post=Mark(7), scale=0.5).gain == 2
    assert a_line(pre=Mark(4), post=Mark(None)).gain is None
    assert a_line(pre=ABSENT, post=Mark(7)).gain is None
    assert a_line(post=Mark(7)).gain is None


def test_the_last_test_after_the_training_is_the_later_one_where_somebody_sat_it() -> None:
    assert last_after(a_line(Mark(1), Mark(2), Mark(3))) is Phase.LATER
    assert last_after(a_line(Mark(1), Mark(2), Mark(None))) is Phase.POST
    assert last_after(a_line(Mark(1))) is None


def test_exactly_the_share_is_not_low() -> None:
    assert not is_low(5, 10, 0.5)
    assert is_low(4.9, 10, 0.5)
    assert not is_low(55, 100, 0.55)
