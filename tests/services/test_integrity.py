"""Lists to look at again: what is seen in them, and an answer that stands until the facts change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from time import time_ns
from uuid import UUID

import pytest

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Training
from trainer_app.domain.attendance import Status
from trainer_app.domain.integrity import Flag, FlagKind, FlagVerdict, LooksAgain
from trainer_app.i18n import label
from trainer_app.services import attendance, enrolments, history, integrity, merging, places, rules, trainings

P, A, L, E = Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED
NEXT_DAY = FIRST_DAY + timedelta(days=1)


def change(db: Database, command: Callable[..., object], *arguments: object) -> object:
    with db.changing(label("Change")) as s:
        return command(s, *arguments)


def marked(db: Database, training: ATraining, *columns: str, today: date = NEXT_DAY) -> None:
    letters = {"P": P, "A": A, "L": L, "E": E}
    wanted = [
        (session, person, letters[letter])
        for session, word in zip(training.sessions, columns, strict=False)
        for person, letter in zip(training.people, word, strict=True)
        if letter in letters
    ]
    change(db, attendance.mark_many, wanted, today)


def flags(db: Database, kind: FlagKind, today: date = NEXT_DAY) -> list[Flag]:
    with db.reading() as s:
        return [flag for flag in integrity.flags(s, today, "en") if flag.kind is kind]


@pytest.fixture(autouse=True)
def small_lists(db: Database) -> None:
    """Worth a look from four people on, so that the tests read at a glance."""
    change(db, rules.set_rule, LooksAgain(people=4, unlike=2, sessions=2, late_marks=4))


def test_a_person_in_two_sessions_at_the_same_hours_is_named(db: Database) -> None:
    one, other = a_training(db, people=4), a_training(db, people=0)
    change(db, enrolments.enrol, other.id, one.people[0])
    marked(db, one, "PPAP")
    change(db, attendance.mark, other.sessions[0], one.people[0], L, FIRST_DAY)
    (flag,) = flags(db, FlagKind.TWO_PLACES)
    assert {held.id for held in flag.sessions} == {one.sessions[0], other.sessions[0]}
    assert len(flag.people) == flag.values["people"] == 1
    change(db, attendance.mark, other.sessions[0], one.people[0], A, FIRST_DAY)
    assert flags(db, FlagKind.TWO_PLACES) == []


def test_the_morning_here_and_the_afternoon_there_is_no_clash_unless_in_another_district(db: Database) -> None:
    one, other = a_training(db, people=4), a_training(db, people=0)
    change(db, enrolments.enrol, other.id, one.people[0])
    change(db, trainings.move_session, other.sessions[0], FIRST_DAY, time(17), time(18))
    marked(db, one, "PPPP")
    change(db, attendance.mark, other.sessions[0], one.people[0], P, FIRST_DAY)
    assert flags(db, FlagKind.TWO_PLACES) == []

    def move(s: object) -> None:
        first, second = places.districts(s)[:2]  # type: ignore[arg-type]
        s.get_one(Training, one.id).place_id = first.id  # type: ignore[attr-defined]
        s.get_one(Training, other.id).place_id = second.id  # type: ignore[attr-defined]

    change(db, move)
    assert len(flags(db, FlagKind.TWO_PLACES)) == 1


def test_two_rolls_with_the_same_marks_are_shown_together(db: Database) -> None:
    one, other = a_training(db, people=5), a_training(db, people=5)
    marked(db, one, "PALPP")
    marked(db, other, "PALPP")
    (flag,) = flags(db, FlagKind.SAME_ROLLS)
    assert {held.id for held in flag.sessions} == {one.sessions[0], other.sessions[0]}
    assert flag.values == {"people": 5, "unlike": 2}
    change(db, attendance.mark, other.sessions[0], other.people[4], A, FIRST_DAY)
    assert flags(db, FlagKind.SAME_ROLLS) == []


@pytest.mark.parametrize("marks", ["PPPPP", "PPPPA", "PAL.P"])
def test_rolls_are_alike_only_when_whole_and_with_some_who_were_not_present(db: Database, marks: str) -> None:
    for _turn in range(2):
        marked(db, a_training(db, people=5), marks)
    assert flags(db, FlagKind.SAME_ROLLS) == []


def test_everybody_present_every_day_is_worth_a_look(db: Database) -> None:
    training = a_training(db, people=4, days=2)
    marked(db, training, "PPPP")
    assert flags(db, FlagKind.ALWAYS_FULL) == []
    marked(db, training, "PPPP", "PPPP")
    (flag,) = flags(db, FlagKind.ALWAYS_FULL)
    assert flag.values == {"people": 4, "sessions": 2}
    change(db, attendance.mark, training.sessions[1], training.people[2], L, NEXT_DAY)
    assert flags(db, FlagKind.ALWAYS_FULL) == []


def test_many_marks_entered_long_after_are_seen_by_the_journals_clock(db: Database) -> None:
    long_ago = date.today() - timedelta(days=20)
    training = a_training(db, people=4, days=1, first_day=long_ago)
    marked(db, training, "PAP.", today=date.today())
    assert flags(db, FlagKind.BULK_LATE, date.today()) == []
    marked(db, training, "...P", today=date.today())
    (flag,) = flags(db, FlagKind.BULK_LATE, date.today())
    assert (flag.values["marks"], flag.values["days"], flag.values["entered"]) == (4, 20, date.today())
    db.undo()
    assert flags(db, FlagKind.BULK_LATE, date.today()) == []


def test_marks_entered_in_time_are_no_flag(db: Database) -> None:
    training = a_training(db, people=4, first_day=date.today())
    marked(db, training, "PAPL", today=date.today())
    assert flags(db, FlagKind.BULK_LATE, date.today()) == []


def test_a_list_without_signatures_is_shown_at_once_and_a_silent_one_after_a_week(db: Database) -> None:
    training = a_training(db, people=4)
    marked(db, training, "PPAP")
    assert flags(db, FlagKind.UNSIGNED) == []
    assert len(flags(db, FlagKind.UNSIGNED, FIRST_DAY + timedelta(days=7))) == 1
    change(db, attendance.set_list_signed, training.sessions[0], False)
    assert flags(db, FlagKind.UNSIGNED)[0].values["said"] == 1
    change(db, attendance.set_list_signed, training.sessions[0], True)
    assert flags(db, FlagKind.UNSIGNED, FIRST_DAY + timedelta(days=7)) == []
    db.undo()
    assert len(flags(db, FlagKind.UNSIGNED)) == 1


def test_an_answer_stands_until_the_facts_change(db: Database) -> None:
    training = a_training(db, people=4, days=3)
    marked(db, training, "PPPP", "PPPP")
    (flag,) = flags(db, FlagKind.ALWAYS_FULL)
    change(db, integrity.answer, flag.kind, flag.about, FlagVerdict.EXPLAINED, " a bus brings them all ", NEXT_DAY)
    (flag,) = flags(db, FlagKind.ALWAYS_FULL)
    assert flag.answer is not None
    assert (flag.answer.verdict, flag.answer.words, flag.answer.on) == (
        FlagVerdict.EXPLAINED,
        "a bus brings them all",
        NEXT_DAY,
    )
    marked(db, training, "PPPP", "PPPP", "PPPP", today=FIRST_DAY + timedelta(days=2))
    (flag,) = flags(db, FlagKind.ALWAYS_FULL, FIRST_DAY + timedelta(days=2))
    assert flag.answer is None


def test_an_answer_can_be_taken_back_and_undone(db: Database) -> None:
    training = a_training(db, people=4, days=2)
    marked(db, training, "PPPP", "PPPP")
    (flag,) = flags(db, FlagKind.ALWAYS_FULL)
    change(db, integrity.answer, flag.kind, flag.about, FlagVerdict.CONFIRMED, "", NEXT_DAY)
    change(db, integrity.take_back, flag.kind, flag.about)
    assert flags(db, FlagKind.ALWAYS_FULL)[0].answer is None
    db.undo()
    assert flags(db, FlagKind.ALWAYS_FULL)[0].answer is not None


def test_answered_flags_come_last_and_a_training_can_be_asked_for_alone(db: Database) -> None:
    one, other = (
        a_training(db, people=4, days=2),
        a_training(db, people=4, days=2, first_day=FIRST_DAY - timedelta(days=7)),
    )
    for training in (one, other):
        marked(db, training, "PPPP", "PPPP")
    newest = flags(db, FlagKind.ALWAYS_FULL)[0]
    assert newest.sessions[0].training_id == one.id
    change(db, integrity.answer, newest.kind, newest.about, FlagVerdict.EXPLAINED, "", NEXT_DAY)
    assert flags(db, FlagKind.ALWAYS_FULL)[0].sessions[0].training_id == other.id
    with db.reading() as s:
        found = integrity.flags(s, NEXT_DAY, "en", training_id=other.id)
    assert {held.training_id for flag in found for held in flag.sessions} == {other.id}


def merged(db: Database, kept: UUID, other: UUID) -> UUID:
    return change(db, merging.merge, kept, other, date.today())  # type: ignore[return-value]


def test_a_merge_of_long_ago_marks_is_no_late_entry(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The marks were entered in time; only two entries became one person later."""
    change(db, rules.set_rule, LooksAgain(people=4, unlike=2, sessions=2, late_marks=4, late_days=30))
    training = a_training(db, people=1, days=4, first_day=date.today() - timedelta(days=20))
    marked(db, training, *"PAPL", today=date.today())
    kept = a_person(db, "UWIMANA Claire")
    later = time_ns() + 20 * 24 * 3600 * 10**9
    monkeypatch.setattr("trainer_app.db.journal.time.time_ns", lambda: later)  # the laptop's clock, weeks later
    pair = merged(db, kept, training.people[0])
    assert flags(db, FlagKind.BULK_LATE, date.today() + timedelta(days=20)) == []
    change(db, merging.unmerge, pair, date.today())
    assert flags(db, FlagKind.BULK_LATE, date.today() + timedelta(days=20)) == []
    with db.reading() as s:  # the clock was the one of weeks later
        assert history.last_saved(s).date() == date.today() + timedelta(days=20)  # type: ignore[union-attr]


@pytest.mark.parametrize("first", [0, 1])
def test_a_late_entry_that_was_explained_stays_explained_when_two_entries_become_one(db: Database, first: int) -> None:
    long_ago = date.today() - timedelta(days=20)
    training = a_training(db, people=2, days=3, first_day=long_ago)
    marked(db, training, "PA", "LP", ".P", today=date.today())
    marked(db, training, "PP", today=date.today())  # a correction
    (flag,) = flags(db, FlagKind.BULK_LATE, date.today())
    change(db, integrity.answer, flag.kind, flag.about, FlagVerdict.EXPLAINED, "no power", date.today())
    (flag,) = flags(db, FlagKind.BULK_LATE, date.today())
    pair = merged(db, training.people[first], training.people[1 - first])
    assert flags(db, FlagKind.BULK_LATE, date.today()) == [flag]
    change(db, merging.unmerge, pair, date.today())
    assert flags(db, FlagKind.BULK_LATE, date.today()) == [flag]
    assert flag.answer is not None
