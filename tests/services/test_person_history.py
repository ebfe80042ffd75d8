"""The whole history of one person."""

from __future__ import annotations

from datetime import timedelta

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Call, Election, Enrolment, Membership, Replacement, Task, Visit
from trainer_app.domain.attendance import Status
from trainer_app.domain.follow_up import CallOutcome, TaskKind, TaskState, VisitOutcome
from trainer_app.domain.groups import Role
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import label
from trainer_app.services import attendance, enrolments, groups, history, people, person_history

DAY = FIRST_DAY + timedelta(days=1)


def test_each_day_of_a_training_is_told_with_who_left_and_who_came_instead(db: Database) -> None:
    training = a_training(db, people=1, days=2)
    [leaver] = training.people
    newcomer = a_person(db, "MUTONI Aline")
    with db.changing(label("Replace")) as s:
        attendance.mark(s, training.sessions[0], leaver, Status.PRESENT, DAY)
        came = enrolments.enrol(s, training.id, newcomer)
        s.flush()
        rows = {row.person_id: row for row in s.query(Enrolment)}
        rows[leaver].left_on, rows[leaver].left_reason = DAY, "Moved away"
        rows[newcomer].replaces_id = rows[leaver].id
        left = rows[leaver].id
        s.add(
            Replacement(training_id=training.id, left_id=left, came_id=came, decided_on=DAY, reason="Moved", ranked=[])
        )
    with db.reading() as s:
        stay = person_history.of(s, leaver).stays[training.id]
        assert stay.marks == ((FIRST_DAY, Status.PRESENT), (DAY, None))
        assert (stay.left_on, stay.left_reason, stay.replaced_by) == (DAY, "Moved away", "MUTONI Aline")
        name = people.form(s, leaver).name
        assert person_history.of(s, newcomer).stays[training.id].instead_of == name


def test_calls_visits_and_tasks_about_a_person_are_told(db: Database) -> None:
    group = a_group(db, people=1)
    with db.reading() as s:
        who = groups.members(s, group)[0].person_id
    with db.changing(label("Follow up")) as s:
        s.add(Call(person_id=who, called_on=DAY, outcome=CallOutcome.COMES_BACK, words="Was ill"))
        s.add(Visit(group_id=group, planned_on=FIRST_DAY, done_on=DAY, outcome=VisitOutcome.GOOD))
        s.add(Task(kind=TaskKind.ABSENCE, state=TaskState.OPEN, person_id=who, due=DAY))
    with db.reading() as s:
        told = person_history.of(s, who)
        assert [(call.outcome, call.words) for call in told.calls] == [(CallOutcome.COMES_BACK, "Was ill")]
        assert [(visit.day, visit.group, visit.made_it) for visit in told.visits] == [(DAY, "COOP Twisungane", False)]
        assert [(task.kind, task.day) for task in told.tasks] == [(TaskKind.ABSENCE, DAY)]


def test_former_names_and_cards_are_kept(db: Database) -> None:
    who = a_person(db, "UWIMANA Mari", national_id="1198570012345612")
    for form in (PersonForm("UWIMANA Marie", national_id="1198570012345699"), PersonForm("UWIMANA Rose")):
        with db.changing(label("Edit")) as s:
            people.edit(s, who, form)
    with db.reading() as s:
        told = person_history.of(s, who)
        assert [former.name for former in told.names] == ["UWIMANA Marie", "UWIMANA Mari"]
        assert [card.number for card in told.cards] == ["1198570012345612"]


def test_a_role_that_was_given_by_an_election_says_so(db: Database) -> None:
    group = a_group(db, people=1)
    with db.reading() as s:
        member = groups.members(s, group)[0]
    with db.changing(label("Elect")) as s:
        election = Election(group_id=group, held_on=DAY)
        s.add(election)
        s.flush()
        s.get_one(Membership, member.membership_id).election_id = election.id
    with db.reading() as s:
        assert person_history.of(s, member.person_id).elected == {member.membership_id: DAY}


def test_the_history_of_changes_knows_rows_that_are_gone(db: Database) -> None:
    group = a_group(db, people=1)
    with db.reading() as s:
        member = groups.members(s, group)[0]
    with db.changing(label("Change the role")) as s:
        groups.set_role(s, member.membership_id, Role.TREASURER)
    with db.reading() as s:
        keys = history.rows_of_person(s, member.person_id)
        assert member.membership_id in keys
        assert "Change the role" in [line.label.message for line in history.of(s, keys)]
