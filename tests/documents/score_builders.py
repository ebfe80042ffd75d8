"""A test of a training made by hand: so many people, each with answers that follow from their number."""

from __future__ import annotations

from uuid import UUID

from tests.documents.builders import NAMES, head
from trainer_app.documents.score_rows import ScoreBook
from trainer_app.domain import test_figures as tf
from trainer_app.domain.answers import AnsweredSheet, Question, Tally, points
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import GivenTest, Mark, Phase, ScoreLine, TestPlan, crossed_form

WORDS = "Who decides in the cooperative when the president and the treasurer do not agree about the money?"
QUESTIONS = {
    form: tuple(
        Question(UUID(int=place * 100 + number), form, number, f"M1-1.{1 + number % 6}", "ABC"[number % 3], WORDS)
        for number in range(1, 11)
    )
    for place, form in enumerate("AB")
}


def a_book(
    people: int = 12,
    names: tuple[str, ...] = NAMES,
    *,
    later: bool = False,
    answered: bool = True,
    **of_head: object,
) -> ScoreBook:
    """The pre-test and the post-test; the third person was absent before, the fourth did not sit the second."""
    phases = tuple(Phase) if later else (Phase.PRE, Phase.POST)
    tests = tuple(GivenTest(phase, TestPlan(), 10, 6, None) for phase in Phase)
    sheets, lines = [], []
    for number in range(1, people + 1):
        person, marks = UUID(int=5000 + number), {}
        for phase in phases:
            form = crossed_form(number, phase)
            wrong = (number * 7) % 5 + (3 if phase is Phase.PRE else 0)
            given = {
                question.item_id: question.answer if (place + number) % 10 >= wrong else "?"
                for place, question in enumerate(QUESTIONS[form])
            }
            sheets.append(AnsweredSheet(person, phase, form, given))
            marks[phase] = Mark(points(given, QUESTIONS[form], 10))
        if number == 3:
            marks[Phase.PRE] = Mark(None, absent=True)
        if number == 4:
            marks[Phase.POST] = Mark(None)
        forms = [crossed_form(number, phase) for phase in Phase]
        lines.append(
            ScoreLine(
                person,
                str(number),
                names[(number - 1) % len(names)],
                *(marks.get(phase) for phase in Phase),
                Sex.FEMALE if number % 3 else Sex.MALE,
                (forms[0], forms[1], forms[2]),
                left=number == 6,
            )
        )
    asked = (*QUESTIONS["A"], *QUESTIONS["B"])
    items = tf.item_figures(asked, sheets, {}) if answered else ()
    objective = tf.ObjectiveFigures(
        "M1-1.1",
        "What a cooperative is",
        ("say what it is", "name its principles"),
        ((Phase.PRE, Tally(7, 12), 6),),
        None,
    )
    figures = tf.TestFigures(
        UUID(int=1),
        "Cooperative governance",
        tests,
        tuple(lines),
        all=tf.group_figures(lines, tests),
        by_sex=tf.by_sex(lines, tests),
        by_form=tf.by_form(lines, tests),
        items=items,
        difficult=tf.difficult(items),
        difficult_below=0.5,
        objectives=(objective,) if answered else (),
        to_help=tf.in_need(lines, tests, 0.7),
        low_below=0.7,
        without_post=tuple(line for line in lines if line.number == "4"),
    )
    return ScoreBook(head(**of_head), figures)
