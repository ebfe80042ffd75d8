"""The trainer's report reads what the training holds; its attendance is the programme's own figure."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Heads, Status
from trainer_app.domain.feedback import Faces, Question
from trainer_app.domain.resolutions import ResolutionForm
from trainer_app.domain.scores import Mark, Phase
from trainer_app.domain.training_report import Sexes, TrainingReport
from trainer_app.domain.trainings import SessionNotes
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    enrolments,
    feedback,
    head_counts,
    plans,
    reports,
    resolutions,
    scores,
    sessions,
    training_report,
    trainings,
)

LAST = FIRST_DAY + timedelta(days=9)


@pytest.fixture
def training(db: Database) -> ATraining:
    """Two women and three men, four days; the builder makes men and women in turn."""
    return a_training(db, people=5, days=4)


def told(db: Database, training: ATraining) -> TrainingReport:
    with db.reading() as s:
        return training_report.report(s, training.id, "en")


def test_a_day_says_how_many_women_and_men_came_of_those_expected(db: Database, training: ATraining) -> None:
    with db.reading() as s:
        register = attendance.register(s, training.id, "en")
    women = [line.person_id for line in register.lines if line.sex == "F"]
    men = [line.person_id for line in register.lines if line.sex == "M"]
    with db.changing(label("Mark")) as s:
        for person in (*women, men[0]):
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, LAST)
        attendance.mark(s, training.sessions[0], men[1], Status.ABSENT, LAST)
        head_counts.set_heads(s, training.sessions[0], Heads(women=3, unknown=1))
    first, second = told(db, training).days[:2]
    assert (first.expected, first.came) == (Sexes(2, 3), Sexes(2, 1))
    assert (first.unmarked, first.heads, first.outsiders) == (1, 4, 0)
    assert (second.expected, second.came, second.unmarked) == (Sexes(2, 3), None, 5)


def test_a_day_that_was_cut_or_moved_stays_with_its_reason_and_has_no_hours(db: Database, training: ATraining) -> None:
    with db.changing(label("Cut")) as s:
        plans.cut(s, training.sessions[1], "umuganda", FIRST_DAY)
        line = sessions.one(s, training.sessions[3], "en")
        trainings.move_session(s, line.id, LAST, line.starts, line.ends, reason="rain", on=FIRST_DAY)
    report = told(db, training)
    assert [(day.cut, day.why) for day in report.days] == [
        (False, ""),
        (True, "umuganda"),
        (False, ""),
        (False, "rain"),
    ]
    assert report.days[3].moved_from == FIRST_DAY + timedelta(days=3)
    assert report.days[1].came is None
    assert report.hours == 3 * 7.5


def test_the_people_are_those_of_the_report_of_attendance(db: Database, training: ATraining) -> None:
    outsider = a_person(db, "KAMANZI Jean")
    with db.changing(label("Mark")) as s:
        enrolments.enrol(s, training.id, outsider)
        s.flush()
        attendance.set_outsider(s, training.id, outsider, True)
        for session in training.sessions:
            attendance.mark(s, session, training.people[0], Status.PRESENT, LAST)
            attendance.mark(s, session, outsider, Status.PRESENT, LAST)
        attendance.mark(s, training.sessions[0], training.people[1], Status.LATE, LAST)
    report = told(db, training)
    with db.reading() as s:
        figures = reports.attendance(s, training_id=training.id)
    assert (report.came.all, report.trained, report.outsiders) == (figures.people, figures.trained, figures.outsiders)
    assert (report.came.all, report.trained, report.outsiders, report.enrolled.all) == (2, 1, 1, 5)


def test_the_gain_is_of_those_who_sat_both_tests(db: Database, training: ATraining) -> None:
    with db.changing(label("Scores")) as s:
        for person, pre, post in zip(training.people, (4, 5, 6), (8, None, 6), strict=False):
            scores.record(s, training.id, person, Phase.PRE, Mark(pre))
            scores.record(s, training.id, person, Phase.POST, Mark(post))
    found = told(db, training).scores
    assert [(one.phase, one.sat, one.mean.value) for one in found.phases] == [(Phase.PRE, 3, 5), (Phase.POST, 2, 7)]
    assert found.gain
    assert (found.gain.n, found.gain.points.value) == (2, 2)


def test_notes_and_decisions_of_all_days_are_in_it(db: Database, training: ATraining) -> None:
    with db.changing(label("Write")) as s:
        sessions.write_notes(s, training.sessions[2], SessionNotes(worked="The game"))
        resolutions.add(s, training.sessions[0], ResolutionForm("Call the sector", "UWASE"))
        for session in training.sessions[:2]:
            feedback.record(s, session, Question.USEFUL, Faces(4, 1))
    report = told(db, training)
    assert [(day.number, day.notes.worked) for day in report.notes] == [(3, "The game")]
    assert [line.form.owner for line in report.resolutions] == ["UWASE"]
    assert report.said == {Question.USEFUL: Faces(8, 2)}


def test_a_training_of_which_nothing_is_known_yet_has_a_report(db: Database) -> None:
    report = told(db, a_training(db, people=0, days=1))
    assert report.scores.is_empty
    assert (report.enrolled, report.came, report.trained, report.notes) == (Sexes(), Sexes(), 0, ())
