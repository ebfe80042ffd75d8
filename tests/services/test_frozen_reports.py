"""A report that was handed in keeps its figures; what is edited later shows as a difference, with its cause."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests import random_programme
from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import TrainingSession
from trainer_app.domain.attendance import Status
from trainer_app.domain.frozen import asked_again, asked_as_dict, packed, unpacked
from trainer_app.domain.indicators import Asked, By, Counting, IndicatorReport, Measure
from trainer_app.domain.rules import Attended
from trainer_app.domain.scores import Mark, Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    enrolments,
    frozen_reports,
    indicators,
    merging,
    people,
    report_differences,
    rules,
    scores,
)
from trainer_app.services.report_causes import Cause
from trainer_app.services.report_differences import Difference, Moved

TODAY = FIRST_DAY + timedelta(days=20)
ASKED = Asked(FIRST_DAY, FIRST_DAY + timedelta(days=30))


@pytest.fixture
def training(db: Database) -> ATraining:
    made = a_training(db, people=4, days=2)
    mark(db, made, *made.people[:3])
    return made


def mark(db: Database, training: ATraining, *who: UUID, status: Status = Status.PRESENT) -> None:
    with db.changing(label("Mark")) as s:
        cells = [(session, person, status) for session in training.sessions for person in who]
        attendance.mark_many(s, cells, TODAY)


def told(db: Database, asked: Asked = ASKED) -> IndicatorReport:
    with db.reading() as s:
        return indicators.report(s, asked, "en", TODAY)


def freeze(db: Database, title: str = "Quarter 1") -> UUID:
    report = told(db)
    with db.changing(label("Freeze")) as s:
        return frozen_reports.freeze(s, report, title, TODAY, "Sent to the donor")


def line(db: Database, key: UUID, measure: Measure) -> Difference:
    with db.reading() as s:
        found = report_differences.differences(s, key, TODAY)
    return next(one for one in found.lines if one.wanted.measure is measure)


def who(moved: tuple[Moved, ...]) -> list[tuple[UUID | None, Cause | None]]:
    return [(one.counted.person_id, one.because.cause if one.because else None) for one in moved]


def test_a_report_is_the_same_after_it_was_packed_and_read_again(db: Database) -> None:
    with db.changing(label("Fill")) as s:
        project = random_programme.fill(s, 1)
    asked = Asked(date(2026, 1, 1), date(2026, 7, 31), project, None, (By.SEX, By.DISTRICT), Counting.ATTENDANCES)
    report = told(db, asked)
    assert sum(len(one.counted) for one in report.lines) > 30
    assert unpacked(asked_as_dict(asked), packed(report)) == report
    assert asked_again(asked_as_dict(ASKED)) == ASKED


def test_the_figures_that_were_handed_in_stay_whatever_is_edited(db: Database, training: ATraining) -> None:
    before = told(db)
    key = freeze(db)
    mark(db, training, *training.people, status=Status.ABSENT)
    with db.changing(label("Remove")) as s:
        people.remove(s, training.people[0])
    assert told(db).lines[0].figure.numerator == 0
    with db.reading() as s:
        assert frozen_reports.report(s, key) == before


def test_nothing_differs_while_nobody_edits_anything(db: Database, training: ATraining) -> None:
    key = freeze(db)
    with db.reading() as s:
        found = report_differences.differences(s, key, TODAY)
    assert not found.any
    assert (found.title, found.frozen_on, found.rules) == ("Quarter 1", TODAY, ())


def test_a_mark_that_changed_says_who_came_in_and_who_fell_out(db: Database, training: ATraining) -> None:
    key = freeze(db)
    mark(db, training, training.people[0], status=Status.ABSENT)
    mark(db, training, training.people[3])
    found = line(db, key, Measure.PEOPLE_REACHED)
    assert (found.then.numerator, found.now.numerator) == (3, 3)
    assert who(found.came_in) == [(training.people[3], Cause.MARK)]
    assert who(found.fell_out) == [(training.people[0], Cause.MARK)]
    assert found.came_in[0].because is not None
    assert found.came_in[0].because.label.message == "Mark"
    db.undo()
    db.undo()
    assert not line(db, key, Measure.PEOPLE_REACHED).differs


def test_of_a_rate_it_is_told_who_is_expected_and_did_not_come(db: Database, training: ATraining) -> None:
    key = freeze(db)
    mark(db, training, training.people[3], status=Status.ABSENT)
    found = line(db, key, Measure.ATTENDANCE)
    assert (found.then.denominator, found.now.denominator) == (6, 8)
    assert who(found.joined) == [(training.people[3], Cause.MARK)]
    assert found.joined[0].times == 2
    assert found.came_in == found.fell_out == found.left == ()


def test_who_was_taken_off_the_register_out_of_the_file_or_merged_is_told_as_such(db: Database) -> None:
    training = a_training(db, people=4)
    mark(db, training, *training.people)
    twin = a_person(db, "UWIMANA Marie")
    key = freeze(db)
    off, out, merged, _stays = training.people
    with db.changing(label("Withdraw")) as s:
        enrolments.withdraw(s, training.id, off)
    with db.changing(label("Remove")) as s:
        people.remove(s, out)
    with db.changing(label("Merge")) as s:
        merging.merge(s, twin, merged, TODAY)
    found = line(db, key, Measure.PEOPLE_REACHED)
    assert (found.then.numerator, found.now.numerator) == (4, 2)
    causes = dict(who(found.fell_out))
    assert causes[off] is Cause.REGISTER
    assert causes[out] in (Cause.PERSON, Cause.REGISTER, Cause.MARK)
    assert causes[merged] is Cause.MERGED
    assert who(found.came_in) == [(twin, Cause.MERGED)]


def test_a_session_that_was_cut_a_score_and_a_rule_are_causes_too(db: Database, training: ATraining) -> None:
    with db.changing(label("Score")) as s:
        scores.record(s, training.id, training.people[0], Phase.POST, Mark(9))
    key = freeze(db)
    with db.changing(label("Cut")) as s:
        for session in training.sessions:
            s.get_one(TrainingSession, session).day += timedelta(days=100)
    assert {cause for _one, cause in who(line(db, key, Measure.PEOPLE_REACHED).fell_out)} == {Cause.SESSION}
    db.undo()
    with db.changing(label("Score")) as s:
        scores.record(s, training.id, training.people[0], Phase.POST, Mark(2))
    passed = line(db, key, Measure.PASSED)
    assert who(passed.fell_out) == who(passed.joined) == [(training.people[0], Cause.SCORE)]
    db.undo()
    mark_late(db, training)
    again = freeze(db, "With late ones")
    with db.changing(label("Rule")) as s:
        rules.set_rule(s, Attended(late_counts=False))
    found = line(db, again, Measure.PEOPLE_REACHED)
    assert {cause for _one, cause in who(found.fell_out)} == {Cause.RULE}
    assert found.now.numerator == 0


def mark_late(db: Database, training: ATraining) -> None:
    mark(db, training, *training.people[:3], status=Status.LATE)


def test_a_training_that_was_held_since_comes_in(db: Database, training: ATraining) -> None:
    key = freeze(db)
    other = a_training(db, people=2)
    mark(db, other, *other.people)
    held = line(db, key, Measure.TRAININGS_HELD)
    assert [one.counted.training_id for one in held.came_in] == [other.id]
    groups = line(db, key, Measure.GROUPS_REACHED)
    assert [one.counted.group_id for one in groups.came_in] == [other.group]


def test_frozen_reports_are_listed_found_by_title_and_taken_away(db: Database, training: ATraining) -> None:
    key = freeze(db)
    with db.reading() as s:
        (kept,) = frozen_reports.reports(s)
        assert frozen_reports.one(s, " quarter 1") == frozen_reports.one(s, str(key)) == key
        with pytest.raises(TrainerError):
            frozen_reports.one(s, "Quarter 2")
    assert (kept.id, kept.first, kept.last, kept.note) == (key, ASKED.first, ASKED.last, "Sent to the donor")
    freeze(db)
    with db.reading() as s, pytest.raises(TrainerError) as refused:
        frozen_reports.one(s, "Quarter 1")
    assert refused.value.code == "ambiguous"
    with db.changing(label("Remove")) as s:
        frozen_reports.remove(s, key)
    with db.reading() as s:
        assert len(frozen_reports.reports(s)) == 1
    db.undo()
    with db.reading() as s:
        assert len(frozen_reports.reports(s)) == 2
        assert frozen_reports.report(s, key).lines


def test_a_report_without_a_title_is_not_kept(db: Database) -> None:
    with pytest.raises(TrainerError):
        freeze(db, "  ")
