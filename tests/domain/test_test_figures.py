"""Every figure of a test, computed once more in another way: with fractions, plain loops, or by another program."""

from __future__ import annotations

import statistics
from fractions import Fraction
from math import sqrt
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain import test_figures as tf
from trainer_app.domain.answers import AnsweredSheet, Question, Tally
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import GivenTest, Mark, Phase, ScoreLine, TestPlan
from trainer_app.domain.student import t_quantile, within

PRE = (4, 3, 6, 2, 5, 7, 4, 3, 6, 5, 2, 8)
POST = (7, 5, 9, 3, 8, 9, 4, 6, 10, 7, 5, 9)
POINTS = st.integers(0, 20)
PAIRS = st.lists(st.tuples(POINTS, POINTS), min_size=2, max_size=40)


def a_test(phase: Phase, maximum: float = 10, share: float = 0.6) -> GivenTest:
    return GivenTest(phase, TestPlan(), maximum, share * maximum, None)


def a_line(*marks: float | Mark | None, form: str = "A", sex: Sex = Sex.FEMALE, left: bool = False) -> ScoreLine:
    """None is not entered, a number a score."""
    made = [mark if mark is None or isinstance(mark, Mark) else Mark(mark) for mark in (*marks, None, None, None)]
    other = "B" if form == "A" else "A"
    return ScoreLine(uuid4(), "1", "A", *made[:3], sex=sex, forms=(form, other, form), left=left)


TESTS = tuple(a_test(phase) for phase in Phase)


def figures(pre: object, post: object, tests: tuple[GivenTest, ...] = TESTS) -> tf.GroupFigures:
    return tf.group_figures([a_line(*pair) for pair in zip(pre, post, strict=True)], tests)  # type: ignore[call-overload]


# --- means, medians, and who is in them


def test_mean_and_median_are_those_of_the_people_who_sat() -> None:
    lines = [a_line(4), a_line(7.5), a_line(Mark(None)), a_line(Mark(None, absent=True)), a_line(), a_line(2)]
    found = tf.phase_figures(lines, TESTS[0])
    assert (found.sat, found.did_not_sit, found.absent, found.not_entered) == (3, 1, 1, 1)
    assert found.mean.value == pytest.approx(float(Fraction("13.5") / 3))
    assert (found.median.value, found.lowest.value, found.highest.value) == (4, 2, 7.5)
    assert found.mean.n == 3
    assert found.mean.is_few
    assert found.is_few


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    assert tf.phase_figures([a_line(n) for n in (9, 1, 4, 6)], TESTS[0]).median.value == 5


def test_nobody_has_no_figure_at_all() -> None:
    found = tf.group_figures([], TESTS)
    assert found.people == 0
    for phase in found.phases:
        assert {phase.mean.value, phase.median.value, phase.pass_share.value, phase.lowest.value} == {None}
        assert phase.mean.is_few
    gain = found.gain()
    assert {gain.points.value, gain.class_gain.value, gain.mean_gain.value, gain.effect.value} == {None}


def test_one_person_has_a_gain_and_no_spread() -> None:
    gain = figures([4], [7]).gain()
    assert gain.points.value == pytest.approx(3)
    assert gain.class_gain.value == pytest.approx(0.5)
    assert gain.points.low is None
    assert gain.effect.value is None
    assert gain.is_few


def test_a_figure_of_five_people_is_not_few_and_one_of_four_is() -> None:
    assert not tf.Figure(1.0, 5).is_few
    assert tf.Figure(1.0, 4).is_few


@given(st.lists(POINTS, min_size=1, max_size=60))
def test_means_agree_with_fractions(scores: list[int]) -> None:
    found = tf.phase_figures([a_line(score) for score in scores], a_test(Phase.PRE, 20))
    assert found.mean.value == pytest.approx(float(Fraction(sum(scores), len(scores))))
    ordered = sorted(scores)
    half = len(scores) // 2
    middle = ordered[half] if len(scores) % 2 else (ordered[half - 1] + ordered[half]) / 2
    assert found.median.value == middle
    assert found.passed == sum(5 * score >= 3 * 20 for score in scores)
    assert found.pass_share.value == found.passed / len(scores)


def test_the_interval_of_a_mean_is_students() -> None:
    found = tf.mean_figure([float(score) for score in POST])
    # scipy 1.17: t.interval(0.95, 11, loc=mean(POST), scale=sem(POST))
    assert (found.low, found.high) == (pytest.approx(5.404018973339067), pytest.approx(8.2626476933276))


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [  # scipy 1.17: t.ppf(0.975, freedom)
        (1, 12.706204736174694),
        (2, 4.302652729749462),
        (4, 2.7764451051977934),
        (11, 2.200985160091639),
        (39, 2.022690920036761),
        (299, 1.9679296690656698),
    ],
)
def test_students_quantile_is_the_one_of_the_tables(freedom: int, quantile: float) -> None:
    assert t_quantile(freedom) == pytest.approx(quantile, abs=1e-8)
    assert within(t_quantile(freedom), freedom) == pytest.approx(0.95, abs=1e-9)


def test_the_t_of_one_degree_is_cauchys() -> None:
    assert within(1.0, 1) == pytest.approx(0.5)


# --- gains


def test_gains_are_of_the_people_who_sat_both_tests() -> None:
    lines = [a_line(2, 6), a_line(4, 4), a_line(8, 7), a_line(1), a_line(None, 9), a_line(3, Mark(None))]
    gain = tf.gain_figures(lines, TESTS[0], TESTS[1])
    assert gain.n == 3
    assert gain.points.value == pytest.approx(1)
    assert (gain.more, gain.same, gain.fewer) == (1, 1, 1)
    before, after = Fraction(14, 30), Fraction(17, 30)
    assert gain.class_gain.value == pytest.approx(float((after - before) / (1 - before)))
    own = [Fraction(4, 8), Fraction(0), Fraction(-1, 2)]
    assert gain.mean_gain.value == pytest.approx(float(sum(own) / 3))


def test_who_had_full_marks_before_could_gain_nothing_and_no_figure_breaks() -> None:
    gain = figures([10, 10, 5], [10, 8, 10]).gain()
    assert gain.could_gain_nothing == 2
    assert gain.mean_gain == tf.Figure(1.0, 1)
    assert gain.class_gain.value == pytest.approx((28 - 25) / (30 - 25))
    assert figures([10, 10], [10, 10]).gain().class_gain.value is None
    assert figures([10, 10], [10, 9]).gain().mean_gain == tf.Figure(None, 0)


def test_who_knew_nothing_before_is_divided_by_nothing_that_is_zero() -> None:
    gain = figures([0, 0], [5, 10]).gain()
    assert gain.class_gain.value == pytest.approx(0.75)
    assert gain.mean_gain.value == pytest.approx(0.75)


def test_different_maxima_are_compared_in_shares() -> None:
    tests = (a_test(Phase.PRE, 20), a_test(Phase.POST, 10), a_test(Phase.LATER, 50))
    lines = [a_line(10, 7, 40), a_line(4, 6, 25)]
    found = tf.group_figures(lines, tests)
    gain = found.gain()
    assert gain.mean_first.value == pytest.approx(0.35)
    assert gain.mean_second.value == pytest.approx(0.65)
    assert gain.points.value == pytest.approx(3)  # of the post-test's ten
    assert gain.class_gain.value == pytest.approx(0.3 / 0.65)
    later = found.gain(Phase.LATER)
    assert later.points.value == pytest.approx((0.3 + 0.3) / 2 * 50)


def test_the_later_test_is_compared_only_where_somebody_sat_it() -> None:
    assert [gain.second for gain in figures([1], [2]).gains] == [Phase.POST]
    lines = [a_line(1, 2, 3), a_line(2, 3)]
    later = tf.group_figures(lines, TESTS).gain(Phase.LATER)
    assert (later.n, later.points.value) == (1, pytest.approx(2))


@given(PAIRS)
def test_normalised_gains_agree_with_fractions(pairs: list[tuple[int, int]]) -> None:
    tests = tuple(a_test(phase, 20) for phase in Phase)
    gain = figures(*zip(*pairs, strict=True), tests).gain()
    before, after = (Fraction(sum(side), 20 * len(pairs)) for side in zip(*pairs, strict=True))
    if before == 1:
        assert gain.class_gain.value is None
    else:
        assert gain.class_gain.value == pytest.approx(float((after - before) / (1 - before)))
    own = [Fraction(b - a, 20 - a) for a, b in pairs if a < 20]
    assert gain.could_gain_nothing == len(pairs) - len(own)
    if own:
        assert gain.mean_gain.value == pytest.approx(float(sum(own) / len(own)))
    assert gain.more == sum(b > a for a, b in pairs)
    assert gain.same == sum(b == a for a, b in pairs)
    assert gain.points.value == pytest.approx(statistics.fmean(b - a for a, b in pairs), abs=1e-9)


def test_the_interval_of_the_points_gained_is_the_one_of_a_paired_t_test() -> None:
    gain = figures(PRE, POST).gain()
    assert gain.points.value == pytest.approx(2.25)
    # scipy 1.17: t.interval(0.95, 11, loc=mean(POST - PRE), scale=sem(POST - PRE))
    assert gain.points.low == pytest.approx(1.5268346967547621)
    assert gain.points.high == pytest.approx(2.9731653032452376)


# --- the size of the effect


def test_the_effect_is_hedges_g_of_pairs_as_another_program_has_it() -> None:
    found = tf.effect_size(PRE, POST)
    # pingouin 0.7: compute_effsize(POST, PRE, paired=True, eftype="hedges")
    assert found.value == pytest.approx(1.0368186415127345, abs=1e-12)
    assert found.n == 12


@given(PAIRS)
def test_the_effect_and_its_interval_agree_with_plain_loops(pairs: list[tuple[int, int]]) -> None:
    """The interval is Bonett (2008), as `ci.stdmean.ps` of R has it."""
    before, after = zip(*pairs, strict=True)
    n = len(pairs)
    found = tf.effect_size(before, after)
    v1, v2 = (statistics.variance(side) for side in (before, after))
    if v1 + v2 == 0:
        assert found == tf.Figure(None, n)
        return
    s = sqrt((v1 + v2) / 2)
    d = (statistics.fmean(after) - statistics.fmean(before)) / s
    correlation = statistics.correlation(before, after) if v1 and v2 else 0.0
    vd = v1 + v2 - 2 * correlation * sqrt(v1 * v2)
    se = sqrt(d**2 * (v1**2 + v2**2 + 2 * correlation**2 * v1 * v2) / (8 * (n - 1) * s**4) + vd / ((n - 1) * s**2))
    j = 1 - 3 / (8 * n - 9)
    z = statistics.NormalDist().inv_cdf(0.975)
    assert found.value == pytest.approx(j * d, abs=1e-9)
    assert found.low == pytest.approx(j * (d - z * se), abs=1e-6)
    assert found.high == pytest.approx(j * (d + z * se), abs=1e-6)


def test_scores_that_are_all_alike_have_no_effect_to_be_measured() -> None:
    gain = figures([5] * 6, [8] * 6).gain()
    assert gain.effect == tf.Figure(None, 6)
    assert gain.points.value == pytest.approx(3)
    assert gain.points.low == pytest.approx(3)


def test_ties_change_nothing() -> None:
    gain = figures([5, 5, 5, 6, 6], [5, 5, 5, 6, 6]).gain()
    assert gain.effect.value == 0
    assert gain.same == 5


# --- questions


def questions(count: int, form: str = "A") -> tuple[Question, ...]:
    return tuple(Question(uuid4(), form, number, f"M1-1.{number}", "A") for number in range(1, count + 1))


def sheets(asked: tuple[Question, ...], rows: list[str], phase: Phase = Phase.POST) -> list[AnsweredSheet]:
    def answers(row: str) -> dict[UUID, str]:
        return {q.item_id: {"-": ""}.get(sign, sign) for q, sign in zip(asked, row, strict=True)}

    return [AnsweredSheet(uuid4(), phase, "A", answers(row)) for row in rows]


def test_facility_is_the_share_of_all_who_were_asked_and_no_answer_is_not_right() -> None:
    asked = questions(2)
    first, second = tf.item_figures(asked, sheets(asked, ["AB", "A?", "A-", "BA"]), {})
    assert (first.last.right, first.last.asked, first.last.facility.value) == (3, 4, 0.75)
    assert (second.last.right, second.last.facility.value) == (1, 0.25)
    assert dict(second.last.chosen) == {"B": 1, "?": 1, "": 1, "A": 1}
    assert first.last.facility.is_few


def test_discrimination_is_the_corrected_point_biserial_of_another_program() -> None:
    right = [1.0, 1, 0, 1, 0, 1, 1, 0]
    rest = [7.0, 6, 3, 8, 4, 5, 9, 2]
    # scipy 1.17: pointbiserialr(right, rest)
    assert tf.discrimination(right, rest).value == pytest.approx(0.8451542547285166)


def test_a_question_is_compared_with_the_other_questions_and_not_with_itself() -> None:
    rows = ["AAA", "AAB", "ABB", "BAA", "BBB", "AAA"]
    asked = questions(3)
    for place, found in enumerate(tf.item_figures(asked, sheets(asked, rows), {})):
        own = [float(row[place] == "A") for row in rows]
        rest = [float(row[:place].count("A") + row[place + 1 :].count("A")) for row in rows]
        assert found.last.discrimination.value == pytest.approx(statistics.correlation(own, rest))


def test_discrimination_is_not_told_of_fewer_than_five_people_or_where_nobody_differs() -> None:
    asked = questions(2)
    few = tf.item_figures(asked, sheets(asked, ["AB", "BA", "AA", "BB"]), {})
    assert [item.last.discrimination for item in few] == [tf.Figure(None, 4)] * 2
    alike = tf.item_figures(asked, sheets(asked, ["AA", "AB", "AA", "AB", "AB"]), {})
    assert alike[0].last.discrimination == tf.Figure(None, 5)


@given(st.lists(st.text("AB-", min_size=4, max_size=4), min_size=5, max_size=30))
def test_facility_and_discrimination_agree_with_plain_loops(rows: list[str]) -> None:
    asked = questions(4)
    for place, found in enumerate(tf.item_figures(asked, sheets(asked, rows), {})):
        own = [int(row[place] == "A") for row in rows]
        rest = [sum(sign == "A" for at, sign in enumerate(row) if at != place) for row in rows]
        assert found.last.facility.value == sum(own) / len(rows)
        if len(set(own)) == 1 or len(set(rest)) == 1:
            assert found.last.discrimination.value is None
        else:
            assert found.last.discrimination.value == pytest.approx(statistics.correlation(own, rest))


def test_a_show_of_hands_is_a_question_asked_and_adds_to_the_sheets() -> None:
    asked = questions(2)
    place = (Phase.POST, asked[0].item_id)
    (only,) = tf.item_figures(asked, [], {place: Tally(20, 30), (Phase.POST, asked[1].item_id): Tally(0, 0)})
    assert (only.last.right, only.last.asked, only.last.is_tallied) == (20, 30, True)
    assert only.last.discrimination.value is None
    both = tf.item_figures(asked, sheets(asked, ["AA", "BA"]), {place: Tally(20, 30)})
    assert (both[0].last.right, both[0].last.asked) == (21, 32)


def test_difficult_questions_are_those_of_the_last_time_they_were_asked_the_hardest_first() -> None:
    asked = questions(3)
    typed = [*sheets(asked, ["BBB"] * 4, Phase.PRE), *sheets(asked, ["ABB", "AAB", "BAB", "BBB"], Phase.POST)]
    found = tf.difficult(tf.item_figures(asked, typed, {}))
    assert [item.question.number for item in found] == [3]  # half of the people is not fewer than half
    assert [item.question.number for item in tf.difficult(tf.item_figures(asked, typed, {}), 0.6)] == [3, 1, 2]


def test_questions_stand_in_the_order_of_forms_and_numbers() -> None:
    a, b = questions(2), questions(2, "B")
    counted = {(Phase.PRE, question.item_id): Tally(1, 2) for question in (*a, *b)}
    found = tf.item_figures((b[1], a[1], b[0], a[0]), [], counted)
    assert [(item.question.form, item.question.number) for item in found] == [("A", 1), ("A", 2), ("B", 1), ("B", 2)]


# --- people, and the same by sex and form


def test_people_to_help_are_measured_by_their_last_test_and_not_by_the_first() -> None:
    lines = [a_line(1, 4), a_line(1, 4, 8), a_line(1, 9, 3), a_line(1), a_line(9, 5), a_line(1, 2, left=True)]
    found = tf.in_need(lines, TESTS, 0.5)
    assert [(one.person_id, one.phase, one.score) for one in found] == [
        (lines[0].person_id, Phase.POST, 4),
        (lines[2].person_id, Phase.LATER, 3),
    ]


def test_women_and_men_have_their_own_figures_and_those_of_whom_there_is_nobody_have_none() -> None:
    lines = [a_line(2, 8), a_line(4, 6, sex=Sex.MALE), a_line(6, 10)]
    found = tf.by_sex(lines, TESTS)
    assert set(found) == {Sex.FEMALE, Sex.MALE}
    assert found[Sex.FEMALE].phase(Phase.PRE).mean.value == 4
    assert found[Sex.MALE].gain().points.value == pytest.approx(2)
    assert found[Sex.MALE].gain().is_few


def test_who_had_form_a_first_is_compared_with_who_had_form_b_first() -> None:
    lines = [a_line(2, 8), a_line(4, 6, form="B"), a_line(None, 6, form="A"), a_line()]
    found = tf.by_form(lines, TESTS)
    assert found["A"].people == 1
    assert found["B"].people == 2  # the third had B after the training, and nothing before
    assert tf.by_form([a_line(2, 8), a_line(3, 4)], TESTS) == {}
