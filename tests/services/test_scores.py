"""Scores, answers and tallies on a real file: written, told again, counted, and taken back by one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import process_time
from uuid import UUID

import pytest

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.documents import pdf_pages
from trainer_app.documents.kit import papers_of
from trainer_app.documents.papers import together
from trainer_app.domain.answers import Tally, parse_answers
from trainer_app.domain.follow_up import TaskKind
from trainer_app.domain.kit import KitPaper
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import LowScore, PassMark
from trainer_app.domain.scores import Mark, Phase, ScoreSheet, Standing, TestPlan, Way
from trainer_app.domain.test_figures import TestFigures
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import (
    enrolments,
    follow_up,
    kit,
    people,
    rules,
    sample,
    score_figures,
    scores,
    tallies,
    test_answers,
    trainings,
)

PRE, POST, LATER = Phase
ABSENT = Mark(None, absent=True)


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=6)


def record(db: Database, training: ATraining, phase: Phase, *marks: float | Mark | None) -> None:
    """One mark for each person, in the order of the register."""
    with db.changing(label("Scores")) as s:
        for person, mark in zip(training.people, marks, strict=False):
            scores.record(s, training.id, person, phase, mark if mark is None or isinstance(mark, Mark) else Mark(mark))


def set_test(db: Database, training: ATraining, phase: Phase, **plan: object) -> None:
    with db.changing(label("Test")) as s:
        scores.set_test(s, training.id, phase, TestPlan(**plan))  # type: ignore[arg-type]


def sheet(db: Database, training: ATraining) -> ScoreSheet:
    with db.reading() as s:
        return scores.sheet(s, training.id, "en")


def figures(db: Database, training: ATraining, language: str = "en", **values: float) -> TestFigures:
    with db.reading() as s:
        return score_figures.figures(s, training.id, language, **values)


def answer_key(db: Database, training: ATraining, form: str, phase: Phase = PRE) -> str:
    with db.reading() as s:
        return "".join(question.answer for question in test_answers.questions(s, training.id, phase)[form])


def answer(db: Database, training: ATraining, person: int, phase: Phase, typed: str, form: str = "") -> float | None:
    with db.changing(label("Answers")) as s:
        read = parse_answers(typed, 10)
        return test_answers.record_answers(s, training.id, training.people[person], phase, read, form)


def wrong(key: str, *places: int) -> str:
    """The key with other letters in these places."""
    return "".join({"A": "B", "B": "C", "C": "A"}[sign] if at in places else sign for at, sign in enumerate(key))


# --- how a test is given


def test_three_tests_are_as_usual_until_somebody_decides(db: Database, training: ATraining) -> None:
    with db.reading() as s:
        given = scores.tests(s, training.id)
    assert [one.phase for one in given] == [PRE, POST, LATER]
    assert {(one.maximum, one.pass_mark, one.forms) for one in given} == {(10, 6, ("A", "B"))}
    assert all(one.is_crossed and one.plan == TestPlan() for one in given)


def test_a_test_has_its_own_maximum_pass_mark_day_and_way(db: Database, training: ATraining) -> None:
    day = FIRST_DAY + timedelta(days=2)
    set_test(db, training, POST, maximum=20, pass_mark=15, way=Way.ORAL, held_on=day, form="B")
    with db.reading() as s:
        pre, post, _later = scores.tests(s, training.id)
    assert (post.maximum, post.pass_mark, post.plan.way, post.plan.held_on) == (20, 15, Way.ORAL, day)
    assert (pre.maximum, pre.plan) == (10, TestPlan())
    record(db, training, POST, 20)
    with pytest.raises(TrainerError, match="highest score is 10"):
        record(db, training, PRE, 20)
    db.undo()
    db.undo()
    assert sheet(db, training).test(POST).plan == TestPlan()


def test_the_programmes_pass_mark_holds_where_the_test_says_nothing(db: Database, training: ATraining) -> None:
    with db.changing(label("Rule")) as s:
        rules.set_rule(s, PassMark(0.8))
    assert sheet(db, training).test(PRE).pass_mark == 8


def test_the_maximum_cannot_be_less_than_what_somebody_has_in_that_test(db: Database, training: ATraining) -> None:
    record(db, training, PRE, 9)
    with pytest.raises(TrainerError, match="Somebody already has 9 points"):
        set_test(db, training, PRE, maximum=5)
    set_test(db, training, POST, maximum=5)
    with pytest.raises(TrainerError), db.changing(label("Maximum")) as s:
        scores.set_maximum(s, training.id, 8)
    set_test(db, training, PRE, maximum=10)
    with db.changing(label("Maximum")) as s:
        scores.set_maximum(s, training.id, 8)  # nobody has a score in a test of the usual maximum any more
    assert sheet(db, training).maximum_of(LATER) == 8


@pytest.mark.parametrize("plan", [{"pass_mark": 11}, {"pass_mark": 0}, {"form": "C"}, {"maximum": 0}])
def test_a_plan_that_cannot_be_is_refused(db: Database, training: ATraining, plan: dict[str, object]) -> None:
    with pytest.raises(TrainerError):
        set_test(db, training, PRE, **plan)


def test_half_of_the_people_have_form_a_first_and_the_other_one_after(db: Database, training: ATraining) -> None:
    assert [line.forms for line in sheet(db, training).lines] == [("A", "B", "A"), ("B", "A", "B")] * 3


def test_who_had_another_form_first_than_planned_has_the_other_one_of_it_after(
    db: Database, training: ATraining
) -> None:
    record(db, training, PRE, 4, 5)
    with db.changing(label("Form")) as s:
        test_answers.set_form(s, training.id, training.people[0], PRE, "B")
    assert sheet(db, training).lines[0].forms == ("B", "A", "B")
    record(db, training, POST, 7)
    assert sheet(db, training).lines[0].form(POST) == "A"


def test_a_form_for_all_is_also_that_of_those_whose_score_stands_already(db: Database, training: ATraining) -> None:
    record(db, training, PRE, 4, 5)
    answer(db, training, 3, PRE, answer_key(db, training, "B"))
    set_test(db, training, PRE, form="A")
    lines = sheet(db, training).lines
    assert [line.form(PRE) for line in lines] == ["A", "A", "A", "B", "A", "A"]  # who answered B, answered B
    assert lines[3].mark(PRE) == Mark(10)


# --- scores


def test_score_did_not_sit_absent_and_nothing_are_kept_apart(db: Database, training: ATraining) -> None:
    record(db, training, PRE, 0, Mark(None), ABSENT, None)
    assert [line.standing(PRE) for line in sheet(db, training).lines[:4]] == [
        Standing.SCORE,
        Standing.DID_NOT_SIT,
        Standing.ABSENT,
        Standing.NOT_ENTERED,
    ]
    record(db, training, PRE, 3, ABSENT, None)
    assert [line.pre for line in sheet(db, training).lines[:3]] == [Mark(3), ABSENT, None]
    db.undo()
    assert [line.pre for line in sheet(db, training).lines[:3]] == [Mark(0), Mark(None), ABSENT]


def test_somebody_is_said_to_be_absent_and_undo_takes_it_back(db: Database, training: ATraining) -> None:
    with db.changing(label("Absent")) as s:
        scores.set_absent(s, training.id, training.people[0], LATER)
    assert sheet(db, training).lines[0].later == ABSENT
    db.undo()
    assert sheet(db, training).lines[0].later is None


def test_the_gain_is_in_points_of_the_post_test(db: Database, training: ATraining) -> None:
    set_test(db, training, PRE, maximum=20)
    record(db, training, PRE, 10)
    record(db, training, POST, 8)
    assert sheet(db, training).lines[0].gain == 3


def test_nobody_has_a_score_who_is_not_on_the_register(db: Database, training: ATraining) -> None:
    with db.changing(label("Withdraw")) as s:
        enrolments.withdraw(s, training.id, training.people[0])
    with pytest.raises(TrainerError, match="not on the register"):
        record(db, training, PRE, 5)
    with pytest.raises(TrainerError, match="not on the register"):
        answer(db, training, 0, PRE, "ABCABCABCA")


# --- answers


def test_answers_give_the_score_and_are_shown_as_they_were_typed(db: Database, training: ATraining) -> None:
    key = answer_key(db, training, "A")
    typed = wrong(key, 2, 5, 9)[:8] + "?-"
    assert answer(db, training, 0, PRE, typed) == sum(a == b for a, b in zip(typed, key, strict=True))
    line = sheet(db, training).lines[0]
    assert line.answered(PRE) == typed
    assert line.pre == Mark(6)
    db.undo()
    assert sheet(db, training).lines[0].pre is None


def test_answers_are_marked_by_the_form_that_the_person_had(db: Database, training: ATraining) -> None:
    a, b = answer_key(db, training, "A"), answer_key(db, training, "B")
    assert a != b
    assert answer(db, training, 0, PRE, a) == 10
    assert answer(db, training, 1, PRE, b) == 10
    assert answer(db, training, 2, PRE, b, form="B") == 10
    assert sheet(db, training).lines[2].form(PRE) == "B"
    with db.changing(label("Form")) as s:
        test_answers.set_form(s, training.id, training.people[2], PRE, "A")
    line = sheet(db, training).lines[2]
    assert (line.form(PRE), line.answered(PRE)) == ("A", b)
    assert line.pre == Mark(sum(x == y for x, y in zip(a, b, strict=True)))


def test_scores_from_answers_follow_the_maximum(db: Database, training: ATraining) -> None:
    answer(db, training, 0, PRE, wrong(answer_key(db, training, "A"), 0, 1, 2))
    set_test(db, training, PRE, maximum=5)
    assert sheet(db, training).lines[0].pre == Mark(3.5)
    set_test(db, training, PRE)
    with db.changing(label("Maximum")) as s:
        scores.set_maximum(s, training.id, 20)
    assert sheet(db, training).lines[0].pre == Mark(14)


def test_a_score_typed_over_answers_stands_for_itself(db: Database, training: ATraining) -> None:
    key = answer_key(db, training, "A")
    answer(db, training, 0, PRE, key)
    record(db, training, PRE, 10)
    assert sheet(db, training).lines[0].answered(PRE) == key
    record(db, training, PRE, 7)
    assert sheet(db, training).lines[0].answered(PRE) == ""
    db.undo()
    assert sheet(db, training).lines[0].answered(PRE) == key


def test_cleared_answers_clear_the_score(db: Database, training: ATraining) -> None:
    answer(db, training, 0, PRE, answer_key(db, training, "A"))
    answer(db, training, 0, PRE, "")
    assert sheet(db, training).lines[0].pre is None


def test_a_sheet_with_too_few_answers_is_refused(db: Database, training: ATraining) -> None:
    with pytest.raises(TrainerError, match="Form A has 10 questions"), db.changing(label("Answers")) as s:
        test_answers.record_answers(s, training.id, training.people[0], PRE, ["A", "B"])


# --- tallies


def tally(db: Database, training: ATraining, place: int, sex: Sex, right: int, asked: int) -> UUID:
    with db.changing(label("Tally")) as s:
        item = tallies.tally(s, training.id, PRE, "en").lines[place].question.item_id
        tallies.record_tally(s, training.id, PRE, item, sex, Tally(right, asked))
    return item


def test_hands_are_counted_by_question_and_sex(db: Database, training: ATraining) -> None:
    set_test(db, training, PRE, way=Way.BEANS)
    tally(db, training, 0, Sex.FEMALE, 12, 20)
    tally(db, training, 0, Sex.MALE, 8, 18)
    with db.reading() as s:
        found = tallies.tally(s, training.id, PRE, "fr")
    assert (found.way, found.form, len(found.lines)) == (Way.BEANS, "A", 10)
    assert found.lines[0].by_sex == {Sex.FEMALE: Tally(12, 20), Sex.MALE: Tally(8, 18)}
    assert found.lines[0].all == Tally(20, 38)
    assert found.all == Tally(20, 38)
    assert found.lines[0].question.words.startswith("À qui")
    db.undo()
    with db.reading() as s:
        assert tallies.tally(s, training.id, PRE, "fr").lines[0].by_sex == {Sex.FEMALE: Tally(12, 20)}


def test_the_room_is_asked_form_b_after_the_training_unless_it_is_decided_otherwise(
    db: Database, training: ATraining
) -> None:
    with db.reading() as s:
        assert tallies.tally(s, training.id, POST, "en").form == "B"
        assert tallies.tally(s, training.id, POST, "en", "A").lines[0].question.form == "A"


def test_a_tally_can_be_cleared_and_more_right_than_asked_cannot_be(db: Database, training: ATraining) -> None:
    item = tally(db, training, 3, Sex.UNKNOWN, 1, 9)
    with pytest.raises(TrainerError, match="Not more can be right"):
        tally(db, training, 3, Sex.UNKNOWN, 10, 9)
    with db.changing(label("Clear")) as s:
        tallies.record_tally(s, training.id, PRE, item, Sex.UNKNOWN, None)
    with db.reading() as s:
        assert tallies.of_training(s, training.id) == {}


# --- figures


def test_figures_are_those_of_what_was_written(db: Database, training: ATraining) -> None:
    record(db, training, PRE, 2, 4, 6, 8, ABSENT, 4)
    record(db, training, POST, 8, 8, 9, 10, 7, Mark(None))
    found = figures(db, training)
    pre, post, later = found.all.phases
    assert (pre.sat, pre.absent, pre.mean.value, pre.median.value) == (5, 1, 4.8, 4)
    assert (post.did_not_sit, post.passed, post.pass_share.value) == (1, 5, 1)
    assert later.sat == 0
    gain = found.all.gain()
    assert (gain.n, gain.points.value) == (4, pytest.approx((6 + 4 + 3 + 2) / 4))
    assert gain.is_few
    assert [line.name for line in found.without_post] == [sheet(db, training).lines[5].name]
    assert {sex: group.people for sex, group in found.by_sex.items()} == {Sex.FEMALE: 3, Sex.MALE: 3}
    assert {form: group.phase(PRE).sat for form, group in found.by_form.items()} == {"A": 2, "B": 3}


def test_questions_have_their_words_and_their_figures(db: Database, training: ATraining) -> None:
    keys = {form: answer_key(db, training, form) for form in "AB"}
    for person in range(6):
        key = keys["AB"[person % 2]]
        answer(db, training, person, PRE, wrong(key, 0, *range(person, 10)))
    found = figures(db, training, "fr")
    assert [item.question.form for item in found.items] == ["A"] * 10 + ["B"] * 10
    first = found.items[0]
    assert first.question.words.startswith("À qui")
    assert (first.last.right, first.last.asked, first.last.facility.value) == (0, 3, 0)
    assert first.last.facility.is_few
    assert found.difficult[0].last.facility.value == 0
    assert len(figures(db, training, difficult_below=0.01).difficult) < len(found.difficult)
    objective = found.objectives[0]
    assert objective.unit_code == "M1-1.1"
    assert objective.title
    assert objective.objectives
    phase, counted, asked_of = objective.phases[0]
    own = [item.last for item in found.items if item.question.unit_code == "M1-1.1"]
    assert (phase, asked_of) == (PRE, 6)
    assert counted == Tally(sum(one.right for one in own), sum(one.asked for one in own))
    assert objective.is_reached is None


def test_an_objective_is_reached_after_the_training_by_the_pass_mark(db: Database, training: ATraining) -> None:
    answer(db, training, 0, POST, answer_key(db, training, "B"))
    answer(db, training, 2, POST, wrong(answer_key(db, training, "B"), 0))
    by_code = {one.unit_code: one for one in figures(db, training).objectives}
    with db.reading() as s:
        first = test_answers.questions(s, training.id, POST)["B"][0].unit_code
    reached = {code: one.is_reached for code, one in by_code.items()}
    assert reached[first] is (by_code[first].phases[0][1].share >= 0.6)  # type: ignore[operator]
    assert all(reached[code] for code in reached if code != first)


def test_tallies_are_figures_too(db: Database, training: ATraining) -> None:
    tally(db, training, 0, Sex.FEMALE, 3, 20)
    tally(db, training, 0, Sex.MALE, 9, 20)
    (only,) = figures(db, training).items
    assert (only.last.right, only.last.asked, only.last.is_tallied) == (12, 40, True)
    assert figures(db, training).difficult == (only,)


def test_people_to_help_are_the_low_scores_of_the_follow_up(db: Database, training: ATraining) -> None:
    with db.changing(label("Rule")) as s:
        rules.set_rule(s, LowScore(0.7))
    set_test(db, training, POST, maximum=20)
    record(db, training, POST, 13, 14, 2, 19)
    record(db, training, LATER, None, 4, 9)
    with db.reading() as s:
        due = follow_up.due(s, FIRST_DAY + timedelta(days=1), "en")
    low = {(one.person_id, one.score, one.maximum) for one in due if one.kind is TaskKind.LOW_SCORE}
    found = {(one.person_id, one.score, one.maximum) for one in figures(db, training).to_help}
    assert found == low == {(training.people[0], 13, 20), (training.people[1], 4, 10)}


def test_who_leads_the_training_is_in_no_figure(db: Database, training: ATraining) -> None:
    record(db, training, PRE, 10, 2, 2)
    with db.changing(label("Lead")) as s:
        trainings.set_trainers(s, training.id, [training.people[0]])
    found = figures(db, training)
    assert (found.all.people, found.all.phase(PRE).mean.value) == (5, 2)


def test_a_training_without_anything_has_figures_that_say_nothing(db: Database) -> None:
    empty = a_training(db, people=0)
    found = figures(db, empty)
    assert (found.all.people, found.items, found.to_help, found.by_sex, found.by_form) == (0, (), (), {}, {})


def test_the_history_of_a_person_has_the_scores_before_and_after(db: Database, training: ATraining) -> None:
    record(db, training, PRE, 4)
    record(db, training, POST, 9)
    with db.reading() as s:
        (line,) = people.card(s, training.people[0], "en").trainings
    assert (line.pre, line.post) == (4, 9)


def test_figures_of_three_hundred_people_take_a_moment(db: Database) -> None:
    many = a_training(db, people=300)
    keys = {form: answer_key(db, many, form) for form in "AB"}
    written = [
        (person, phase, parse_answers(wrong(keys["AB"[place]], *range(number % 5, 10, step)), 10), "")
        for phase, step in ((PRE, 2), (POST, 4))
        for number, person in enumerate(many.people)
        for place in ((number + (phase is POST)) % 2,)
    ]
    with db.changing(label("Answers")) as s:
        test_answers.record_many(s, many.id, written)
    figures(db, many)  # the first time also puts the selects together
    began = process_time()
    found = figures(db, many)
    assert process_time() - began < 0.5  # 0.1 on a machine that does nothing else
    assert found.all.gain().n == 300


def test_the_plan_of_a_test_is_written_whole(db: Database, training: ATraining) -> None:
    set_test(db, training, PRE, maximum=20, form="A", held_on=date(2026, 3, 9))
    plan = sheet(db, training).test(PRE).plan
    set_test(db, training, PRE, form=plan.form, pass_mark=4.0)
    assert sheet(db, training).test(PRE).plan == replace(TestPlan(), form="A", pass_mark=4.0)


# --- the sample programme


def test_the_sample_has_answers_before_and_after_a_tally_and_a_test_under_way(sample_db: Database) -> None:
    with sample_db.reading() as s:
        by_module = {line.module_code: line.id for line in trainings.trainings(s, "en")}
        under_way, over, counted = (score_figures.figures(s, by_module[code], "en") for code in ("M1", "M3", "M6"))
    assert (under_way.all.phase(PRE).sat, under_way.all.phase(POST).sat) == (36, 0)
    assert under_way.all.phase(PRE).absent == 4
    assert {item.question.form for item in under_way.items} == {"A", "B"}
    assert over.all.gain().n > 15
    assert over.all.gain().class_gain.value > 0.3  # type: ignore[operator]
    assert over.to_help
    assert over.all.phase(POST).did_not_sit == 2
    assert all(item.phases[0].is_tallied for item in counted.items)
    before, after = (
        sum((tally for one in counted.objectives for at, tally, _people in one.phases if at is phase), Tally(0, 0))
        for phase in (PRE, POST)
    )
    assert before.share < after.share  # type: ignore[operator]


def test_the_answers_of_the_sample_are_the_same_on_every_laptop(db: Database, sample_db: Database) -> None:
    def answers(database: Database) -> list[tuple[str, tuple[str, str, str]]]:
        with database.reading() as s:
            found = next(line.id for line in trainings.trainings(s, "en") if line.module_code == "M3")
            return [(line.number, line.answers) for line in scores.sheet(s, found, "en").lines]

    with db.changing(label("Sample")) as s:
        sample.fill(s, date.today())
    assert answers(db) == answers(sample_db)


# --- the papers of the tests


def test_the_papers_of_a_training_hold_each_form_for_those_who_get_it(db: Database) -> None:
    training = a_training(db, people=5)
    with db.reading() as s:
        contents = kit.contents(s, training.id, "en", FIRST_DAY)
    before = papers_of(KitPaper.PRE_TEST, contents, FIRST_DAY)
    after = papers_of(KitPaper.POST_TEST, contents, FIRST_DAY)
    assert [paper.copies for paper in before] == [3, 2]
    assert [paper.copies for paper in after] == [2, 3]
    assert len(papers_of(KitPaper.PRE_KEY, contents, FIRST_DAY)) == 2
    assert papers_of(KitPaper.POST_KEY, contents, FIRST_DAY) == []
    whole = together(before)
    pages, one = pdf_pages.count(whole.draw()), pdf_pages.count(before[0].draw())
    assert pages == 5 * one
    assert whole.look is not None
    assert whole.amount(pdf_pages.count(whole.look()))[:2] == (one, 5)


def test_one_form_for_all_is_one_paper_for_all(db: Database) -> None:
    training = a_training(db, people=5)
    for phase, form in ((PRE, "A"), (POST, "B")):
        set_test(db, training, phase, form=form)
    with db.reading() as s:
        contents = kit.contents(s, training.id, "en", FIRST_DAY)
    assert [paper.copies for paper in papers_of(KitPaper.PRE_TEST, contents, FIRST_DAY)] == [5]
    assert len(papers_of(KitPaper.POST_KEY, contents, FIRST_DAY)) == 1
