"""Indicators on programmes so small that the figures can be read off, and on one of the size of a real one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from tests.bench import seed_programme
from tests.builders import FIRST_DAY, ATraining, a_group, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import (
    Enrolment,
    FrozenReport,
    Group,
    Indicator,
    OutcomeReading,
    Person,
    Target,
    Training,
    TrainingSession,
)
from trainer_app.domain.age_bands import ADULT, UNDER_18, AgeBand, AgeBands
from trainer_app.domain.attendance import Heads, Status
from trainer_app.domain.groups import Role
from trainer_app.domain.ids import derived_id
from trainer_app.domain.indicators import (
    Asked,
    By,
    Counting,
    DoubtKind,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Measure,
    behind,
    breakdown,
)
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import PassMark
from trainer_app.domain.scores import Mark, Phase
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    coverage,
    enrolments,
    frozen_reports,
    groups,
    head_counts,
    indicators,
    merging,
    people,
    places,
    reports,
    rules,
    sample,
    scores,
    trainings,
)
from trainer_app.services import behind as behind_numbers

TODAY = FIRST_DAY + timedelta(days=40)
ASKED = Asked(FIRST_DAY - timedelta(days=9), FIRST_DAY + timedelta(days=30))


def change(db: Database, command: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401
    with db.changing(label("Change")) as s:
        return command(s, *arguments)


def told(db: Database, asked: Asked = ASKED) -> IndicatorReport:
    with db.reading() as s:
        return indicators.report(s, asked, "en", TODAY)


def line(db: Database, measure: Measure, **asked: Any) -> IndicatorLine:  # noqa: ANN401
    found = told(db, Asked(**({"first": ASKED.first, "last": ASKED.last} | asked)))
    return next(one for one in found.lines if one.wanted.measure is measure)


def figure(db: Database, measure: Measure, **asked: Any) -> tuple[float, float | None]:  # noqa: ANN401
    found = line(db, measure, **asked).figure
    return found.numerator, found.denominator


def mark(db: Database, training: ATraining, *who: UUID, status: Status = Status.PRESENT) -> None:
    cells = [(session, person, status) for session in training.sessions for person in who]
    change(db, attendance.mark_many, cells, TODAY)


def test_of_nobody_there_is_no_share_and_nothing_is_divided_by_zero(db: Database) -> None:
    found = told(db)
    assert {one.figure.numerator for one in found.lines} == {0}
    assert {one.figure.value for one in found.lines if one.is_share} == {None}
    assert all(one.reached is None for one in found.lines)
    assert found.doubts == ()


def test_one_person_is_one(db: Database) -> None:
    training = a_training(db, people=1)
    mark(db, training, *training.people)
    found = told(db)
    assert {one.figure.value for one in found.lines if one.wanted.measure is not Measure.CERTIFIED} >= {1.0}
    assert line(db, Measure.COVERAGE).figure == Figure(1, 1)
    assert line(db, Measure.GROUPS_REACHED).figure == Figure(1)


def test_somebody_in_two_modules_counts_once_twice_or_each_time(db: Database) -> None:
    one = a_training(db, people=1, days=2)
    (person,) = one.people
    other = a_training(db, module="M2", first_day=FIRST_DAY + timedelta(days=7))
    change(db, enrolments.enrol, other.id, person)
    mark(db, one, person)
    change(db, attendance.mark_many, [(other.sessions[0], person, Status.LATE)], TODAY)
    counted = {counting: figure(db, Measure.PEOPLE_REACHED, counting=counting)[0] for counting in Counting}
    assert counted == {Counting.PEOPLE: 1, Counting.PEOPLE_PER_TOPIC: 2, Counting.ATTENDANCES: 3}
    parts = breakdown(line(db, Measure.PEOPLE_REACHED), [By.MODULE], AgeBands())
    assert parts == ((("M1",), Figure(1)), (("M2",), Figure(1)))


def test_a_member_of_two_groups_is_one_member_and_both_groups_were_reached(db: Database) -> None:
    training = a_training(db, people=1)
    other = a_group(db, "Another")
    change(db, groups.add_member, other, training.people[0], Role.PRESIDENT)
    mark(db, training, *training.people)
    assert figure(db, Measure.GROUPS_REACHED) == (2, None)
    assert figure(db, Measure.COVERAGE) == (1, 1)


def test_a_member_who_left_the_group_before_coming_does_not_reach_it(db: Database) -> None:
    training = a_training(db, people=1)
    other = a_group(db, "Another")
    key = change(db, groups.add_member, other, training.people[0], Role.MEMBER, FIRST_DAY - timedelta(days=90))
    with db.changing(label("Leave")) as s:
        (member,) = groups.members(s, other)
        groups.leave(s, member.membership_id, FIRST_DAY - timedelta(days=1))
    mark(db, training, *training.people)
    assert key
    assert figure(db, Measure.GROUPS_REACHED) == (1, None)


def test_somebody_trained_in_two_districts_counts_once_overall_and_in_each(db: Database) -> None:
    with db.reading() as s:
        here, there = (one.id for one in places.districts(s)[:2])
    one = a_training(db, people=1)
    other = a_training(db, first_day=FIRST_DAY + timedelta(days=7))
    change(db, enrolments.enrol, other.id, one.people[0])
    with db.changing(label("Places")) as s:
        s.get_one(Training, one.id).place_id, s.get_one(Training, other.id).place_id = here, there
    for session in (*one.sessions, *other.sessions):
        change(db, attendance.mark_many, [(session, one.people[0], Status.PRESENT)], TODAY)
    assert figure(db, Measure.PEOPLE_REACHED) == (1, None)
    assert figure(db, Measure.PEOPLE_REACHED, district_id=here) == (1, None)
    assert figure(db, Measure.PEOPLE_REACHED, district_id=there) == (1, None)
    assert figure(db, Measure.TRAININGS_HELD, district_id=here) == (1, None)


def test_a_training_without_a_place_is_in_the_district_of_its_group(db: Database) -> None:
    training = a_training(db, people=1)
    mark(db, training, *training.people)
    with db.changing(label("Places")) as s:
        s.get_one(Training, training.id).place_id = None
        s.get_one(Group, training.group).place_id = places.one(s, "Base, Rulindo")
    assert line(db, Measure.PEOPLE_REACHED).counted[0].district == "Rulindo"


def test_who_leads_is_no_participant_and_a_cut_session_is_none(db: Database) -> None:
    training = a_training(db, people=3, days=2)
    mark(db, training, *training.people)
    change(db, trainings.set_trainers, training.id, [training.people[0]])
    assert figure(db, Measure.PEOPLE_REACHED) == (2, None)
    assert figure(db, Measure.ATTENDANCE) == (4, 4)
    with db.changing(label("Cut")) as s:
        s.get_one(TrainingSession, training.sessions[1]).cut = True
    assert figure(db, Measure.ATTENDANCE) == (2, 2)
    assert figure(db, Measure.PEOPLE_TRAINED) == (2, None)


def test_people_from_outside_and_heads_stand_apart_from_every_number(db: Database) -> None:
    training = a_training(db, people=3, days=2)
    mark(db, training, *training.people)
    with db.changing(label("Outside")) as s:
        s.get_one(Enrolment, derived_id("enrolment", training.id, training.people[0])).outsider = True
        head_counts.set_heads(s, training.sessions[0], Heads(women=5, men=4))
        head_counts.set_heads(s, training.sessions[1], Heads(women=2))
    found = line(db, Measure.PEOPLE_REACHED)
    assert (found.figure.numerator, found.outsiders, found.heads) == (2, 1, 9)
    assert line(db, Measure.PEOPLE_REACHED, counting=Counting.ATTENDANCES).heads == 11
    assert line(db, Measure.PEOPLE_TRAINED).outsiders == 1


def test_two_entries_that_became_one_person_are_one(db: Database) -> None:
    training = a_training(db, people=2)
    mark(db, training, *training.people)
    assert figure(db, Measure.PEOPLE_REACHED) == (2, None)
    change(db, merging.merge, *training.people, TODAY)
    assert figure(db, Measure.PEOPLE_REACHED) == (1, None)
    db.undo()
    assert figure(db, Measure.PEOPLE_REACHED) == (2, None)


def test_ages_are_those_of_the_first_day_in_the_bands_of_the_programme(db: Database) -> None:
    training = a_training(db, people=2, days=2)
    mark(db, training, *training.people)
    turns_eighteen, old = training.people
    with db.changing(label("Born")) as s:
        s.get_one(Person, turns_eighteen).birth_date = FIRST_DAY.replace(year=FIRST_DAY.year - 18) + timedelta(days=1)
        s.get_one(Person, old).birth_year = 1960
    ages = {one.person_id: one.age for one in line(db, Measure.PEOPLE_REACHED).counted}
    assert ages == {turns_eighteen: UNDER_18, old: ADULT}
    change(db, rules.set_rule, AgeBands((16, 31)))
    assert told(db).ages.begins == (16, 31)
    ages = {one.person_id: one.age for one in line(db, Measure.PEOPLE_REACHED).counted}
    assert ages == {turns_eighteen: AgeBand(16, 31), old: AgeBand(31)}


def test_the_last_test_decides_with_its_own_pass_mark_or_the_rule(db: Database) -> None:
    training = a_training(db, people=3)
    one, two, three = training.people
    with db.changing(label("Scores")) as s:
        for person, before, after in ((one, 6, 6), (two, 2, 5), (three, 9, None)):
            scores.record(s, training.id, person, Phase.PRE, Mark(before))
            scores.record(s, training.id, person, Phase.POST, Mark(after))
    assert figure(db, Measure.PASSED) == (1, 2)
    assert figure(db, Measure.GAINED) == (1, 2)
    change(db, rules.set_rule, PassMark(0.5))
    assert figure(db, Measure.PASSED) == (2, 2)
    change(db, scores.record, training.id, one, Phase.LATER, Mark(3))
    assert figure(db, Measure.PASSED) == (1, 2)
    assert figure(db, Measure.GAINED) == (1, 2)


def test_coverage_and_attendance_agree_with_the_other_reports(db: Database) -> None:
    training = a_training(db, people=5, days=2)
    mark(db, training, *training.people[:3])
    mark(db, training, training.people[3], status=Status.ABSENT)
    a_group(db, "Another", people=4)
    with db.reading() as s:
        other = coverage.coverage(s, "en", ASKED.last, first=ASKED.first, last=ASKED.last).overall.tally.share()
        rate = reports.attendance(s, first=ASKED.first, last=ASKED.last)
    assert figure(db, Measure.COVERAGE) == (other.trained, other.members) == (3, 9)
    assert line(db, Measure.ATTENDANCE).figure.value == rate.rate
    assert figure(db, Measure.PEOPLE_REACHED)[0] == rate.people
    assert figure(db, Measure.PEOPLE_TRAINED)[0] == rate.trained


def test_behind_a_number_stand_its_people_with_what_made_them_count(db: Database) -> None:
    training = a_training(db, people=2, days=3)
    one, two = training.people
    mark(db, training, one)
    change(db, attendance.mark_many, [(training.sessions[1], two, Status.PRESENT)], TODAY)
    found = line(db, Measure.PEOPLE_REACHED)
    with db.reading() as s:
        rows = behind_numbers.people_behind(s, found.counted, found.wanted.measure, ASKED)
        names = {key: s.get_one(Person, key).name for key in training.people}
    assert [row.name for row in rows] == sorted(names.values())
    by_person = {row.person_id: row for row in rows}
    assert by_person[two].days == (FIRST_DAY + timedelta(days=1),)
    assert len(by_person[one].days) == 3
    assert len(by_person[one].trainings) == 1
    assert by_person[one].group == "COOP Twisungane"
    assert all(row.counts and row.times == 1 for row in rows)
    women = behind(found, [By.SEX], [Sex.FEMALE])
    with db.reading() as s:
        assert {row.sex for row in behind_numbers.people_behind(s, women)} == {Sex.FEMALE}
        (held,) = behind_numbers.trainings_behind(s, line(db, Measure.TRAININGS_HELD).counted, "en")
        (group,) = behind_numbers.groups_behind(s, line(db, Measure.GROUPS_REACHED).counted)
        sessions = behind_numbers.trainings_behind(s, found.counted, "en")
    assert (held.training_id, held.module, held.days) == (training.id, "M1", (FIRST_DAY,))
    assert (group.name, group.day) == ("COOP Twisungane", FIRST_DAY)
    assert [row.training_id for row in sessions] == [training.id]


def test_of_a_rate_each_person_stands_once_with_how_often_they_came(db: Database) -> None:
    training = a_training(db, people=1, days=3)
    change(db, attendance.mark_many, [(training.sessions[0], training.people[0], Status.PRESENT)], TODAY)
    change(db, attendance.mark_many, [(training.sessions[1], training.people[0], Status.ABSENT)], TODAY)
    found = line(db, Measure.ATTENDANCE)
    assert found.figure == Figure(1, 2)
    with db.reading() as s:
        (row,) = behind_numbers.people_behind(s, found.counted, Measure.ATTENDANCE, ASKED)
    assert (row.counts, row.times, row.days) == (True, 1, (FIRST_DAY,))


def test_a_person_who_is_in_the_file_no_more_is_still_named_behind_an_old_number(db: Database) -> None:
    training = a_training(db, people=1)
    mark(db, training, *training.people)
    counted = line(db, Measure.PEOPLE_REACHED).counted
    change(db, people.remove, training.people[0])
    with db.reading() as s:
        (row,) = behind_numbers.people_behind(s, counted)
    assert row.name


def test_the_sample_has_targets_that_differ_and_a_reading(db: Database) -> None:
    today = date(2026, 5, 20)
    change(db, sample.fill, today)
    asked = Asked(date(2026, 4, 1), date(2026, 6, 30), sample=True)
    with db.reading() as s:
        found = indicators.report(s, asked, "en", today)
        real = indicators.report(s, Asked(asked.first, asked.last), "en", today)
    reached, *_rest = found.lines
    assert reached.figure.numerator > 20
    assert reached.target == 214
    assert sum(one.number for one in reached.targets if one.district) == 203
    families = next(one for one in found.lines if one.readings and one.is_share)
    assert families.figure == Figure(288, 500)
    codes = [one.wanted.donor_code for one in found.lines]
    assert codes.count("4.3") == 2, "a code is a label: two may bear the same"
    assert DoubtKind.NO_READING not in {one.kind for one in found.doubts}
    assert not any(one.counted or one.targets or one.readings for one in real.lines)


def test_the_sample_is_taken_away_with_what_measured_it(db: Database) -> None:
    change(db, sample.fill, TODAY)
    asked = Asked(ASKED.first, TODAY + timedelta(days=30), sample=True)
    change(db, frozen_reports.freeze, told(db, asked), "Sample", TODAY)
    change(db, sample.remove)
    with db.reading() as s:
        for kind in (Indicator, Target, OutcomeReading, FrozenReport):
            assert not s.query(kind).all(), kind
    db.undo()
    assert any(one.readings for one in told(db, asked).lines)


@pytest.fixture
def statements(db: Database) -> list[str]:
    told: list[str] = []

    @event.listens_for(db.engine, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        told.append(statement)

    return told


def test_the_file_is_asked_as_often_for_ten_people_as_for_ten_thousand(db: Database, statements: list[str]) -> None:
    training = a_training(db, people=10)
    mark(db, training, *training.people)
    period = Asked(date(2026, 1, 1), date(2026, 6, 30))
    statements.clear()
    told(db, period)
    few = len(statements)
    with db.loading() as s:
        made = seed_programme.fill(s)
    assert (len(made.people), len(made.groups), len(made.cooperatives)) == (9_323, 323, 214)
    statements.clear()
    found = told(db, period)
    assert found.lines[0].figure.numerator > 3_000
    assert len(statements) <= few + 8, "flags ask for the marks of some hundred sessions at once"
    assert few < 40
