"""Members trained of all members, against the same figures by plain SQL, and at the size of a real programme."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app.db import bulk
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, Group, Mark, Membership, Person, TrainingSession
from trainer_app.domain.attendance import Status
from trainer_app.domain.coverage import Coverage, Part, Share
from trainer_app.domain.groups import GroupForm, GroupKind, Role
from trainer_app.domain.ids import new_id
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    attended,
    coverage,
    curriculum,
    enrolments,
    groups,
    people,
    programme,
    rules,
    sample,
    trainings,
)

TODAY = FIRST_DAY + timedelta(days=30)
GROUPS, PEOPLE = 323, 9_323  # what one programme reached by 2018


def found(db: Database, **asked: object) -> Coverage:
    with db.reading() as s:
        return coverage.coverage(s, "en", TODAY, **asked)  # type: ignore[arg-type]


def mark(db: Database, session: UUID, status: Status, *persons: UUID) -> None:
    with db.changing(label("Mark")) as s:
        attendance.mark_many(s, [(session, person, status) for person in persons], TODAY)


def the_module(db: Database, code: str = "M1") -> UUID:
    with db.reading() as s:
        return curriculum.by_code(s, code).id


def test_members_are_trained_when_they_came_to_enough_sessions(db: Database) -> None:
    training = a_training(db, people=4, days=5)
    one, two, three, _ = training.people
    for session in training.sessions[:4]:
        mark(db, session, Status.PRESENT, one)
        mark(db, session, Status.LATE, two)
    for session in training.sessions[:3]:
        mark(db, session, Status.PRESENT, three)
    (line,) = found(db).groups
    assert line.tally.share(the_module(db)) == Share(2, 4)
    with db.changing(label("Rule")) as s:
        rules.set_rule(s, Attended(late_counts=False, share_of_sessions=0.6))
    (line,) = found(db).groups
    assert {member.person_id for member in line.people if member.trained} == {one, three}


def test_a_session_that_was_cut_is_expected_of_nobody(db: Database) -> None:
    training = a_training(db, people=1, days=2)
    mark(db, training.sessions[0], Status.PRESENT, *training.people)
    assert found(db).overall.tally.share() == Share(0, 1)
    with db.changing(label("Cut")) as s:
        s.get_one(TrainingSession, training.sessions[1]).cut = True
    assert found(db).overall.tally.share() == Share(1, 1)


def test_who_left_early_by_the_minutes_was_not_there(db: Database) -> None:
    training = a_training(db, people=1)
    mark(db, training.sessions[0], Status.PRESENT, *training.people)
    with db.changing(label("Minutes")) as s:
        s.scalars(sa.select(Mark)).one().minutes = 20
        rules.set_rule(s, Attended(least_minutes=60))
    assert found(db).overall.tally.share() == Share(0, 1)


def test_trainers_and_people_who_withdrew_are_not_trained(db: Database) -> None:
    training = a_training(db, people=3)
    mark(db, training.sessions[0], Status.PRESENT, *training.people)
    with db.changing(label("Work")) as s:
        trainings.set_trainers(s, training.id, [training.people[0]])
        enrolments.withdraw(s, training.id, training.people[1])
    assert found(db).overall.tally.share() == Share(1, 3)


def test_members_are_those_of_the_day(db: Database) -> None:
    group = a_group(db, people=2)
    with db.changing(label("Leave")) as s:
        groups.leave(s, groups.members(s, group)[0].membership_id, TODAY - timedelta(days=1))
        groups.add_member(
            s, group, people.add(s, sample_form("KAYITESI Aline")), Role.MEMBER, TODAY + timedelta(days=1)
        )
    assert found(db).overall.tally.share() == Share(0, 1)
    with db.reading() as s:
        before = coverage.coverage(s, "en", TODAY - timedelta(days=2))
    assert before.overall.tally.share() == Share(0, 2)


def test_a_union_counts_the_people_of_its_branches_once(db: Database) -> None:
    union, one, two = a_group(db, "Union"), a_group(db, "Branch 1", people=3), a_group(db, "Branch 2")
    with db.reading() as s:
        both = groups.members(s, one)[0].person_id
    with db.changing(label("Arrange")) as s:
        groups.add_member(s, two, both, Role.PRESIDENT)
        groups.add_member(s, two, people.add(s, sample_form("KAYITESI Aline")))
        for key, name in ((one, "Branch 1"), (two, "Branch 2")):
            groups.edit(s, key, GroupForm(name, GroupKind.BRANCH, parent_id=union, formed_by_itself=key == two))
    lines = {line.name: line for line in found(db).groups}
    assert lines["Union"].tally.share() == Share(0, 4)
    assert lines["Union"].has_inside
    assert lines["Union"].tally.share(part=Part.COMMITTEE) == Share(0, 1)
    assert found(db).overall.tally.share() == Share(0, 4)
    assert (found(db).by_itself.groups, found(db).by_itself.tally.share()) == (1, Share(0, 2))


def test_a_group_alarms_when_only_its_committee_came(db: Database) -> None:
    training = a_training(db, people=12)
    committee, others = training.people[:2], training.people[2:]
    with db.changing(label("Roles")) as s:
        for line in groups.members(s, training.group):
            if line.person_id in committee:
                groups.set_role(s, line.membership_id, Role.COMMITTEE)
    mark(db, training.sessions[0], Status.PRESENT, *committee)
    (line,) = found(db).groups
    assert line.alarms == {the_module(db)}
    mark(db, training.sessions[0], Status.PRESENT, *others[:1])
    assert found(db).groups[0].alarms == frozenset()


def test_one_training_is_told_of_its_own_group_and_module(db: Database) -> None:
    training = a_training(db, people=2)
    a_group(db, "Another", people=5)
    mark(db, training.sessions[0], Status.PRESENT, *training.people)
    told = found(db, training_id=training.id)
    assert [(line.id, line.tally.share()) for line in told.groups] == [(training.group, Share(2, 2))]
    assert [module.code for module in told.modules] == ["M1"]


def test_between_two_days_the_trainings_that_ended_there_count(db: Database) -> None:
    training = a_training(db, people=1, days=2)
    for session in training.sessions:
        mark(db, session, Status.PRESENT, *training.people)
    last = FIRST_DAY + timedelta(days=1)
    assert found(db, first=last, last=last).overall.tally.share() == Share(1, 1)
    assert found(db, last=FIRST_DAY).overall.tally.share() == Share(0, 1)
    assert found(db, first=last + timedelta(days=1)).overall.tally.share() == Share(0, 1)


def test_invented_groups_are_counted_only_when_they_are_asked_for(db: Database) -> None:
    with db.changing(label("Sample")) as s:
        sample.fill(s, TODAY)
    with db.reading() as s:
        assert coverage.only_sample(s)
    a_group(db, people=2)
    assert found(db).overall.groups == 1
    assert found(db, sample=True).overall.groups == 14
    with db.reading() as s:
        assert not coverage.only_sample(s)


def test_the_list_of_groups_counts_as_coverage_does(db: Database) -> None:
    training = a_training(db, people=3, days=2)
    mark(db, training.sessions[0], Status.PRESENT, *training.people)
    mark(db, training.sessions[1], Status.PRESENT, training.people[0])
    with db.reading() as s:
        line = groups.line(s, training.group)
    assert (line.members, line.women, line.trained) == (3, 1, 1)


def test_figures_by_word_for_scripts(db: Database) -> None:
    training = a_training(db, people=4)
    mark(db, training.sessions[0], Status.PRESENT, *training.people[:2])
    told = coverage.as_dict(found(db))
    (line,) = told["groups"]
    assert (line["members"], line["trained"]) == (4, 2)
    assert line["by_module"]["M1"]["rate"] == 0.5
    assert told["definition"]["share_of_sessions"] == 0.8
    assert told["districts"][0]["groups"] == 1


PLAIN = """
WITH planned AS (
    SELECT training_id, COUNT(*) AS sessions FROM training_session WHERE NOT gone AND NOT cut GROUP BY training_id
), attended AS (
    SELECT m.person_id, t.module_id
    FROM mark m
    JOIN training_session x ON x.id = m.session_id AND NOT x.gone AND NOT x.cut
    JOIN training t ON t.id = x.training_id AND NOT t.gone AND t.kind = 'training'
    JOIN planned p ON p.training_id = t.id
    WHERE NOT m.gone
      AND EXISTS (SELECT 1 FROM enrolment e WHERE e.training_id = t.id AND e.person_id = m.person_id AND NOT e.gone)
    GROUP BY m.person_id, t.id
    HAVING SUM(m.status IN ('present', 'late')) > 0
       AND SUM(m.status IN ('present', 'late')) * 5 >= 4 * (p.sessions - SUM(m.status = 'excused'))
)
SELECT g.name, COUNT(DISTINCT b.person_id), COUNT(DISTINCT a.person_id),
       COUNT(DISTINCT CASE WHEN q.sex = 'F' THEN a.person_id END)
FROM "group" g
LEFT JOIN membership b ON b.group_id = g.id AND NOT b.gone AND b.until IS NULL
LEFT JOIN person q ON q.id = b.person_id
LEFT JOIN attended a ON a.person_id = b.person_id AND a.module_id = :module
WHERE NOT g.gone GROUP BY g.id
"""


def test_a_whole_programme_is_counted_at_once_and_equal_to_plain_sql(db: Database) -> None:
    """323 groups, 9,323 members, a hundred trainings with gaps, corrections and things taken back."""
    with db.changing(label("Fill")) as s:
        fill(s)
    module = the_module(db)
    with db.reading() as s:
        began = time.process_time()
        told = coverage.coverage(s, "en", TODAY)
        took = time.process_time() - began
        plain = {row[0]: tuple(row[1:]) for row in s.connection().execute(sa.text(PLAIN), {"module": module.hex})}
    print(f"coverage of {GROUPS} groups and {PEOPLE} members: {took:.2f} s")
    assert len(plain) == GROUPS
    ours = {
        line.name: (
            line.tally.share().members,
            line.tally.share(module).trained,
            line.tally.share(module, sex=Sex.FEMALE).trained,
        )
        for line in told.groups
    }
    assert ours == plain
    with db.reading() as s:  # everything else that says "trained" means the same people
        others = {person for person, _ in s.execute(attended.trained(s))}
        assert others == set(coverage.trained(s, Attended()))
    assert told.overall.tally.share().members == PEOPLE
    assert 0 < told.overall.tally.share(module).trained < PEOPLE
    assert told.alarm.fewest == 3


def fill(s: Session) -> None:
    chance = random.Random(2018)
    keys, persons = [new_id() for _ in range(GROUPS)], [new_id() for _ in range(PEOPLE)]
    bulk.add_all(
        s,
        Group,
        ({"id": key, "code": f"X-{n}", "name": f"G{n}", "kind": GroupKind.SAVINGS} for n, key in enumerate(keys)),
    )
    sexes = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
    bulk.add_all(
        s,
        Person,
        ({"id": key, "code": f"P-{n}", "name": f"N{n}", "sex": sexes[n % 3]} for n, key in enumerate(persons)),
    )
    of_group = {key: persons[n::GROUPS] for n, key in enumerate(keys)}
    bulk.add_all(
        s,
        Membership,
        (
            {"id": new_id(), "person_id": person, "group_id": key, "role": Role.PRESIDENT if n < 2 else Role.MEMBER}
            for key, members in of_group.items()
            for n, person in enumerate(members)
        ),
    )
    for n, key in enumerate(keys[:100]):
        hold_a_training(s, chance, key, of_group[key], "M1" if n % 3 else "M2")


def hold_a_training(s: Session, chance: random.Random, group: UUID, members: list[UUID], module: str) -> None:
    order = trainings.NewTraining(curriculum.by_code(s, module).id, None, date(2026, 1, 5), chance.randint(1, 5))
    training = trainings.add(s, order)
    s.flush()
    held = list(s.scalars(sa.select(TrainingSession).where(TrainingSession.training_id == training)))
    held[0].cut = len(held) > 1 and chance.random() < 0.3
    enrolled = [person for person in members if chance.random() < 0.8]
    bulk.add_all(
        s,
        Enrolment,
        (
            {"id": new_id(), "training_id": training, "person_id": person, "number": n, "gone": chance.random() < 0.1}
            for n, person in enumerate(enrolled, 1)
        ),
    )
    weights = (80, 8, 6, 6)
    bulk.add_all(
        s,
        Mark,
        (
            {
                "id": new_id(),
                "session_id": session.id,
                "person_id": person,
                "status": chance.choices(tuple(Status), weights)[0],
                "gone": chance.random() < 0.05,
            }
            for session in held
            for person in enrolled
        ),
    )


def sample_form(name: str) -> people.PersonForm:
    return people.PersonForm(name)


def test_nothing_at_all_is_no_error(db: Database) -> None:
    told = found(db)
    assert (told.groups, told.overall.tally.share()) == ((), Share(0, 0))
    assert coverage.as_dict(told)["overall"]["members"] == 0
    with db.reading() as s:
        assert not coverage.only_sample(s)
        assert programme.info(s).counts["groups"] == 0
    assert a_person(db)
