"""What counts as attended decides every figure: the register, the lists of sessions, people and groups, the reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, TrainingSession
from trainer_app.domain.attendance import Heads, Register, Status, totals
from trainer_app.domain.ids import derived_id
from trainer_app.domain.rules import Attended
from trainer_app.i18n import label
from trainer_app.services import (
    attendance,
    enrolments,
    groups,
    head_counts,
    people,
    reports,
    rules,
    sessions,
    trainings,
)

P, A, L, E = Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED
LAST = FIRST_DAY + timedelta(days=30)


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=4, days=2)


def change(db: Database, command: Callable[..., object], *arguments: object) -> object:
    with db.changing(label("Change")) as s:
        return command(s, *arguments)


def marked(db: Database, training: ATraining, *columns: str) -> None:
    """`marked(db, training, "PPAL", "PE.P")`: a word a session, a letter a person."""
    letters = {"P": P, "A": A, "L": L, "E": E}
    wanted = [
        (session, person, letters[letter])
        for session, word in zip(training.sessions, columns, strict=True)
        for person, letter in zip(training.people, word, strict=True)
        if letter in letters
    ]
    change(db, attendance.mark_many, wanted, LAST)


def register(db: Database, training: ATraining) -> Register:
    with db.reading() as s:
        return attendance.register(s, training.id, "en")


def session(db: Database, training: ATraining, number: int = 0) -> tuple[int, int, int]:
    """(came, marked, enrolled) as a list of sessions shows it."""
    with db.reading() as s:
        line = sessions.one(s, training.sessions[number], "en")
    return line.came, line.marked, line.enrolled


def rate_of_all(db: Database, training: ATraining) -> float | None:
    with db.reading() as s:
        return reports.attendance(s, training_id=training.id).rate


def test_late_counts_until_the_programme_decides_otherwise(db: Database, training: ATraining) -> None:
    marked(db, training, "PLAE", "PPPP")
    assert session(db, training) == (2, 4, 4)
    assert totals(register(db, training), 0).came == 2
    assert rate_of_all(db, training) == 6 / 7
    change(db, rules.set_rule, Attended(late_counts=False))
    assert session(db, training) == (1, 4, 4)
    assert totals(register(db, training), 0).came == 1
    assert rate_of_all(db, training) == 5 / 7
    with db.reading() as s:
        assert reports.attendance(s, training_id=training.id).rule.late_counts is False
        seen = {line.id: (line.attended, line.sessions) for line in people.people(s)}
    assert [seen[person] for person in training.people] == [(2, 2), (1, 2), (1, 2), (1, 1)]
    db.undo()
    assert session(db, training) == (2, 4, 4)


def test_an_excused_session_is_expected_only_where_the_programme_says_so(db: Database, training: ATraining) -> None:
    marked(db, training, "EPPP", "PPPP")
    first = register(db, training).lines[0]
    assert first.rate(Attended()) == 1
    assert first.rate(Attended(excused_is_expected=True)) == 0.5
    change(db, rules.set_rule, Attended(excused_is_expected=True))
    assert rate_of_all(db, training) == 7 / 8


def test_who_stayed_too_short_did_not_attend(db: Database, training: ATraining) -> None:
    marked(db, training, "PPPP", "PPPP")
    change(db, attendance.set_minutes, [(training.sessions[0], training.people[0])], 45, LAST)
    change(db, rules.set_rule, Attended(least_minutes=60))
    assert session(db, training)[0] == 3
    day = totals(register(db, training), 0)
    assert (day.came, day.too_short, day.by_status[P]) == (3, 1, 4)
    assert register(db, training).lines[0].rate(Attended(least_minutes=60)) == 0.5


def test_minutes_go_when_the_person_was_not_there_after_all(db: Database, training: ATraining) -> None:
    place = training.sessions[0], training.people[0]
    change(db, attendance.set_minutes, [place], 45, FIRST_DAY)
    cell = register(db, training).lines[0].cells[0]
    assert (cell.status, cell.minutes) == (P, 45)
    change(db, attendance.mark, *place, A, FIRST_DAY)
    assert register(db, training).lines[0].cells[0].minutes is None
    db.undo()
    assert register(db, training).lines[0].cells[0].minutes == 45


def test_a_member_is_trained_from_the_share_of_sessions_on(db: Database) -> None:
    training = a_training(db, people=4, days=5)
    marked(db, training, "PPPE", "PPPP", "PPPP", "PPAP", "PAAP")

    def trained() -> int:
        with db.reading() as s:
            return groups.line(s, training.group).trained

    assert trained() == 3  # 5, 4 and 4 of 4 expected; 3 of 5 is too little
    change(db, rules.set_rule, Attended(excused_is_expected=True, share_of_sessions=0.9))
    assert trained() == 1
    change(db, rules.set_rule, Attended(share_of_sessions=0))
    assert trained() == 4
    with db.reading() as s:
        assert reports.attendance(s, training_id=training.id).trained == 4


def test_nobody_is_trained_on_the_first_of_five_days(db: Database) -> None:
    training = a_training(db, people=2, days=5)
    marked(db, training, "PP", "..", "..", "..", "..")
    with db.reading() as s:
        assert groups.line(s, training.group).trained == 0


def test_a_cut_session_is_in_no_register_and_no_figure(db: Database, training: ATraining) -> None:
    marked(db, training, "PPPP", "AAAA")
    change(db, _cut, training.sessions[0])
    shown = register(db, training)
    assert [day.number for day in shown.days] == [2]
    assert [line.rate(Attended()) for line in shown.lines] == [0, 0, 0, 0]
    assert rate_of_all(db, training) == 0
    with db.reading() as s:
        assert {line.sessions for line in people.people(s)} == {1}


def test_who_left_is_expected_no_more_and_can_still_be_marked(db: Database, training: ATraining) -> None:
    marked(db, training, "PPPP", "....")
    change(db, _leave, training, training.people[1], FIRST_DAY + timedelta(days=1))
    shown = register(db, training)
    assert len(shown.lines) == 4
    assert totals(shown, 1).unmarked == 3
    assert session(db, training, 1) == (0, 0, 3)
    change(db, attendance.mark_rest, training.sessions[1], LAST)
    assert session(db, training, 1) == (3, 3, 3)
    change(db, attendance.mark, training.sessions[1], training.people[1], P, LAST)
    assert session(db, training, 1) == (4, 4, 4)
    assert session(db, training, 0) == (4, 4, 4)


def test_a_replacement_shows_whose_place_it_took(db: Database, training: ATraining) -> None:
    newcomer = a_person(db, "ZIGAMA Paul")
    change(db, enrolments.enrol, training.id, newcomer)
    change(db, _replace, training, newcomer, training.people[1])
    lines = register(db, training).lines
    assert lines[-1].replaces == f"2 {lines[1].name}"


def test_a_facilitator_is_never_counted_even_when_enrolled(db: Database, training: ATraining) -> None:
    change(db, trainings.set_trainers, training.id, [training.people[0]])
    assert change(db, attendance.mark_rest, training.sessions[0], LAST) == 3
    change(db, attendance.mark, training.sessions[0], training.people[0], P, LAST)
    assert session(db, training) == (3, 3, 3)
    shown = register(db, training)
    assert (shown.lines[0].leads, totals(shown, 0).came) == (True, 3)
    with db.reading() as s:
        found = reports.attendance(s, training_id=training.id)
    assert (found.enrolled, found.people, found.marks[P]) == (3, 3, 3)
    change(db, trainings.set_trainers, training.id, [])
    assert session(db, training) == (4, 4, 4)


def test_people_from_outside_are_counted_apart(db: Database, training: ATraining) -> None:
    change(db, attendance.set_outsider, training.id, training.people[3], True)
    marked(db, training, "PPPP", "....")
    day = totals(register(db, training), 0)
    assert (day.came, day.outsiders, day.outsiders_came) == (3, 1, 1)
    with db.reading() as s:
        line, found = sessions.one(s, training.sessions[0], "en"), reports.attendance(s, training_id=training.id)
    assert (line.came, line.enrolled, line.outsiders) == (3, 3, 1)
    assert (found.people, found.enrolled, found.outsiders, found.marks[P]) == (3, 3, 1, 3)


def test_heads_without_a_name_are_never_added_to_people(db: Database, training: ATraining) -> None:
    marked(db, training, "PPPP", "....")
    change(db, head_counts.set_heads, training.sessions[0], Heads(7, 4, 1, " market day "))
    day = totals(register(db, training), 0)
    assert (day.came, day.heads) == (4, Heads(7, 4, 1, "market day"))
    with db.reading() as s:
        line, found = sessions.one(s, training.sessions[0], "en"), reports.attendance(s, training_id=training.id)
    assert (line.came, line.heads) == (4, 12)
    assert (found.people, found.heads) == (4, Heads(7, 4, 1))
    assert reports.as_dict(found)["heads"] == {"women": 7, "men": 4, "unknown": 1}
    db.undo()
    assert register(db, training).heads == ()


def test_a_count_of_no_heads_is_no_count(db: Database, training: ATraining) -> None:
    change(db, head_counts.set_heads, training.sessions[0], Heads(3))
    change(db, head_counts.set_heads, training.sessions[0], Heads())
    assert register(db, training).heads == ()


def test_two_sessions_of_a_day_are_told_apart(db: Database, training: ATraining) -> None:
    change(db, trainings.add_session, training.id, FIRST_DAY, time(16, 30), time(18))
    assert [day.part for day in register(db, training).days] == ["am", "pm", ""]
    change(db, trainings.add_session, training.id, FIRST_DAY, time(19), time(20))
    assert [day.part for day in register(db, training).days] == ["08:30", "16:30", "19:00", ""]


def test_a_reason_is_kept_beside_the_mark_and_its_undo_leaves_the_mark(db: Database, training: ATraining) -> None:
    place = training.sessions[0], training.people[0]
    change(db, attendance.mark, *place, A, LAST)
    change(db, attendance.explain, [place], " he showed the signed list ")
    cell = register(db, training).lines[0].cells[0]
    assert (cell.status, cell.reason, cell.edited_late) == (A, "he showed the signed list", True)
    db.undo()
    cell = register(db, training).lines[0].cells[0]
    assert (cell.status, cell.reason) == (A, "")


def _cut(s: object, session_id: object) -> None:
    s.get_one(TrainingSession, session_id).cut = True  # type: ignore[attr-defined]


def _enrolment(s: object, training: ATraining, person: object) -> Enrolment:
    return s.get_one(Enrolment, derived_id("enrolment", training.id, person))  # type: ignore[attr-defined, no-any-return]


def _leave(s: object, training: ATraining, person: object, day: date) -> None:
    _enrolment(s, training, person).left_on = day


def _replace(s: object, training: ATraining, newcomer: object, left: object) -> None:
    _enrolment(s, training, newcomer).replaces_id = _enrolment(s, training, left).id
