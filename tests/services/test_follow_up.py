"""The due list: what the rules find, what a call makes of it, and what is left when it was undone."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random

import pytest
from sqlalchemy import select

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Call, Task, TrainingSession
from trainer_app.domain import scores as points
from trainer_app.domain.absence import Seen, clock
from trainer_app.domain.attendance import Status
from trainer_app.domain.follow_up import CallOutcome, FollowUp, TaskKind, VisitOutcome, When
from trainer_app.domain.groups import Role
from trainer_app.domain.rules import Absence, LowScore, Visits
from trainer_app.domain.scores import Phase
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import absences, attendance, enrolments, follow_up, groups, rules, scores, trainings, visits

P, A = Status.PRESENT, Status.ABSENT


def day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def mark(db: Database, training: ATraining, person: int, *statuses: Status | None) -> None:
    with db.changing(label("Mark")) as s:
        for session, status in zip(training.sessions, statuses, strict=False):
            if status is not None:
                attendance.mark(s, session, training.people[person], status, day(60))


def found(db: Database, today: date, kind: TaskKind = TaskKind.ABSENCE) -> list[FollowUp]:
    with db.reading() as s:
        return [line for line in follow_up.found(s, today, "en") if line.kind is kind]


def due(db: Database, today: date) -> list[tuple[TaskKind, str]]:
    with db.reading() as s:
        return [(line.kind, line.name) for line in follow_up.due(s, today, "en")]


def test_who_missed_two_sessions_in_a_row_is_due_with_name_phone_and_since(db: Database) -> None:
    training = a_training(db, people=3, days=5)
    mark(db, training, 0, P, A, A)
    mark(db, training, 1, A, P, A)
    (line,) = found(db, day(2))
    assert (line.since, line.sessions, line.days, line.due) == (day(1), 2, 1, day(2))
    assert line.phone.startswith("+250")
    assert line.name
    assert line.training
    assert line.when(day(2)) is When.DUE


def test_the_rule_of_the_programme_decides(db: Database) -> None:
    training = a_training(db, people=1, days=5)
    mark(db, training, 0, A, A)
    with db.changing(label("Set")) as s:
        rules.set_rule(s, Absence(days=99, sessions=3))
    assert found(db, day(3)) == []
    db.undo()
    assert len(found(db, day(3))) == 1


def test_cut_sessions_and_those_who_left_are_not_asked_about(db: Database) -> None:
    training = a_training(db, people=2, days=5)
    mark(db, training, 0, A, A)
    mark(db, training, 1, A, A)
    with db.changing(label("Cut")) as s:
        s.get_one(TrainingSession, training.sessions[1]).cut = True
    assert found(db, day(3)) == []
    db.undo()
    with db.changing(label("Take off")) as s:
        enrolments.withdraw(s, training.id, training.people[0])
    assert [line.person_id for line in found(db, day(3))] == [training.people[1]]


def test_a_training_that_ended_long_ago_calls_for_nobody(db: Database) -> None:
    training = a_training(db, people=1, days=3)
    mark(db, training, 0, P, A, A)
    assert len(found(db, day(20))) == 1
    assert found(db, day(40)) == []


@pytest.mark.parametrize(
    ("outcome", "when"),
    [
        (CallOutcome.COMES_BACK, When.THIS_WEEK),
        (CallOutcome.NO_ANSWER, When.THIS_WEEK),
        (CallOutcome.HAS_REASON, When.DONE),
        (CallOutcome.STOPS, When.DUE),
        (CallOutcome.WRONG_NUMBER, When.DUE),
    ],
)
def test_a_call_settles_it_puts_it_off_or_leaves_it_and_is_undone(
    db: Database, outcome: CallOutcome, when: When
) -> None:
    training = a_training(db, people=1, days=5)
    mark(db, training, 0, A, A)
    (line,) = found(db, day(3))
    with db.changing(label("Call")) as s:
        follow_up.call(s, line, outcome, "  will see ", day(3))
    (after,) = found(db, day(3))
    assert (after.id, after.when(day(3))) == (line.id, when)
    assert [(call.outcome, call.words) for call in after.calls] == [(outcome, "will see")]
    db.undo()
    with db.reading() as s:
        assert s.scalars(select(Call)).all() == s.scalars(select(Task)).all() == []
    assert found(db, day(3)) == [line]


def test_who_promised_and_came_needs_nobody_any_more(db: Database) -> None:
    training = a_training(db, people=1, days=5)
    mark(db, training, 0, A, A)
    with db.changing(label("Call")) as s:
        follow_up.call(s, found(db, day(2))[0], CallOutcome.COMES_BACK, "", day(2))
    mark(db, training, 0, A, A, P)
    assert found(db, day(3)) == []


def test_absences_after_a_settled_one_are_a_new_task(db: Database) -> None:
    training = a_training(db, people=1, days=6)
    mark(db, training, 0, A, A)
    (first,) = found(db, day(1))
    with db.changing(label("Done")) as s:
        follow_up.finish(s, first, day(1), "mother ill")
    mark(db, training, 0, A, A, A, A)
    lines = {line.when(day(4)): line for line in found(db, day(4))}
    assert lines[When.DONE].outcome == "mother ill"
    assert lines[When.DUE].since == day(2)
    assert lines[When.DUE].id != first.id


def test_two_laptops_that_act_on_one_finding_write_one_task(db: Database) -> None:
    training = a_training(db, people=1, days=5)
    mark(db, training, 0, A, A)
    (line,) = found(db, day(3))
    with db.changing(label("Call")) as s:
        follow_up.call(s, line, CallOutcome.NO_ANSWER, "", day(3))
    with db.changing(label("Call")) as s:
        follow_up.call(s, line, CallOutcome.STOPS, "", day(3))
    with db.reading() as s:
        assert len(s.scalars(select(Task)).all()) == 1
        assert len(s.scalars(select(Call)).all()) == 2


def test_a_low_last_score_is_due_and_a_better_later_one_takes_it_away(db: Database) -> None:
    training = a_training(db, people=2, days=1)
    with db.changing(label("Scores")) as s:
        scores.record(s, training.id, training.people[0], Phase.PRE, points.Mark(1))
        scores.record(s, training.id, training.people[0], Phase.POST, points.Mark(4))
        scores.record(s, training.id, training.people[1], Phase.POST, points.Mark(5))
    (line,) = found(db, day(3), TaskKind.LOW_SCORE)
    assert (line.person_id, line.score, line.maximum) == (training.people[0], 4, 10)
    with db.changing(label("Later")) as s:
        scores.record(s, training.id, training.people[0], Phase.LATER, points.Mark(8))
    assert found(db, day(3), TaskKind.LOW_SCORE) == []
    with db.changing(label("Set")) as s:
        rules.set_rule(s, LowScore(0.9))
    assert len(found(db, day(3), TaskKind.LOW_SCORE)) == 2


def test_visits_are_proposed_when_the_training_is_over_and_planned_by_the_rule(db: Database) -> None:
    training = a_training(db, people=1, days=3)
    assert [line.when(day(1)) for line in found(db, day(1), TaskKind.VISIT)] == [When.THIS_WEEK]
    assert [line.when(day(-30)) for line in found(db, day(-30), TaskKind.VISIT)] == [When.LATER]
    (line,) = found(db, day(2), TaskKind.VISIT)
    assert (line.to_plan, line.name) == (True, "COOP Twisungane")
    with db.changing(label("Plan visits")) as s:
        assert visits.plan(s, training.id, visits.proposed(s, training.id)) == 3
    planned = found(db, day(2), TaskKind.VISIT)
    assert [(one.visit_days, one.due) for one in planned] == [(30, day(32)), (60, day(62)), (90, day(92))]
    assert [one.when(day(30)) for one in planned] == [When.THIS_WEEK, When.LATER, When.LATER]
    db.undo()
    assert [one.to_plan for one in found(db, day(2), TaskKind.VISIT)] == [True]


def test_a_visit_is_put_off_and_made_with_what_was_found(db: Database) -> None:
    training = a_training(db, people=1)
    with db.changing(label("Plan visits")) as s:
        rules.set_rule(s, Visits((30,)))
        visits.plan(s, training.id, visits.proposed(s, training.id))
    (line,) = found(db, day(30), TaskKind.VISIT)
    with db.changing(label("Put off")) as s:
        follow_up.snooze(s, line, day(40))
    assert found(db, day(30), TaskKind.VISIT)[0].due == day(40)
    with pytest.raises(TrainerError, match="not come"), db.changing(label("Made")) as s:
        visits.done(s, line.id, day(41), VisitOutcome.GOOD, "", day(40))
    with db.changing(label("Made")) as s:
        visits.done(s, line.id, day(39), VisitOutcome.NEEDS_HELP, " books not kept ", day(40))
    (made,) = found(db, day(40), TaskKind.VISIT)
    assert (made.when(day(40)), made.outcome, made.note) == (When.DONE, "needs_help", "books not kept")
    db.undo()
    assert found(db, day(40), TaskKind.VISIT)[0].when(day(40)) is When.DUE


def test_a_written_task_is_due_given_to_somebody_and_done(db: Database) -> None:
    person = a_person(db)
    with db.changing(label("Add a task")) as s:
        follow_up.add(s, " Bring the stamp ", day(5), person_id=person)
    assert due(db, day(4)) == []
    (line,) = found(db, day(5), TaskKind.OWN)
    assert (line.title, line.name) == ("Bring the stamp", "UWIMANA Marie")
    with db.reading() as s:
        ((owner, name),) = follow_up.owners(s)
    with db.changing(label("Give")) as s:
        follow_up.give_to(s, line, owner)
    assert found(db, day(5), TaskKind.OWN)[0].owner == name
    with db.changing(label("Done")) as s:
        follow_up.finish(s, line, day(5))
    assert found(db, day(5), TaskKind.OWN)[0].when(day(5)) is When.DONE
    db.undo()
    assert due(db, day(5)) == [(TaskKind.OWN, "UWIMANA Marie")]


def test_a_task_without_words_is_refused(db: Database) -> None:
    with pytest.raises(TrainerError, match="what is to be done"), db.changing(label("Add")) as s:
        follow_up.add(s, "  ", day(1))


def test_morning_and_afternoon_of_a_day_are_told_apart(db: Database) -> None:
    training = a_training(db, people=3, days=2)
    with db.changing(label("Afternoons")) as s:
        afternoons = [trainings.add_session(s, training.id, day(n), time(17), time(18)) for n in range(2)]
    first, second, third = training.people
    marks = {
        first: (P, A, P, A),  # mornings only
        second: (P, A, A, P),
        third: (A, P, A, A),  # the last time in the first afternoon
    }
    with db.changing(label("Mark")) as s:
        for person, statuses in marks.items():
            order = (training.sessions[0], afternoons[0], training.sessions[1], afternoons[1])
            for session, status in zip(order, statuses, strict=True):
                attendance.mark(s, session, person, status, day(60))
    assert [(line.person_id, line.since, line.sessions) for line in found(db, day(2))] == [(third, day(1), 2)]


def test_the_due_list_is_what_the_clock_says_of_every_register(db: Database) -> None:
    """Against the plain way: the clock run over each line of the register."""
    random = Random(4)
    made = [a_training(db, people=5, days=6, first_day=FIRST_DAY + timedelta(days=n * 5)) for n in range(4)]
    with db.changing(label("Mark")) as s:
        for training in made:
            for session in training.sessions:
                for person in training.people:
                    status = random.choice((P, A, A, Status.LATE, Status.EXCUSED, None))
                    if status:
                        attendance.mark(s, session, person, status, day(90))
    for today in (day(3), day(9), day(20)):
        with db.reading() as s:
            got = {(one.training_id, one.person_id): one.away for one in absences.due(s, today)}
            wanted = {}
            for training in made:
                register = attendance.register(s, training.id, "en")
                ends = max(one.day for one in register.days)
                for line in register.lines:
                    seen = [Seen(d.day, c.status) for d, c in zip(register.days, line.cells, strict=True)]
                    away = clock(seen, Absence(), today, ends)
                    if away.due_on and register.days[0].day <= today:
                        wanted[training.id, line.person_id] = away
        assert got == wanted


def test_a_group_of_which_only_the_committee_came_waits_on_the_page_until_somebody_settles_it(db: Database) -> None:
    training = a_training(db, people=10, days=1)
    with db.changing(label("A committee")) as s:
        for person in training.people[:2]:
            groups.add_member(s, training.group, person, Role.PRESIDENT)
    for number in range(2):
        mark(db, training, number, Status.PRESENT)
    for number in range(2, 10):
        mark(db, training, number, Status.ABSENT)
    [line] = found(db, day(1), TaskKind.NOT_REACHED)
    assert (line.group_id, line.title, line.when(day(1))) == (training.group, "M1", When.DUE)
    with db.reading() as s:
        assert all(one.kind is not TaskKind.NOT_REACHED for one in follow_up.due(s, day(1), "en"))
    with db.changing(label("Done")) as s:
        follow_up.finish(s, line, day(1), "a second training is planned")
    [line] = found(db, day(40), TaskKind.NOT_REACHED)
    assert line.when(day(40)) is When.DONE
    db.undo()
    [line] = found(db, day(40), TaskKind.NOT_REACHED)
    assert line.when(day(40)) is When.DUE
