"""A month of a district office: afterwards every figure of the program is what plain SQL and a pencil find."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from tests.journeys.office_month import FIRST, Month, Office
from trainer_app.cli import main
from trainer_app.db import verify
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Heads
from trainer_app.domain.indicators import Asked, Counting, IndicatorLine, Measure
from trainer_app.domain.integrity import FlagKind
from trainer_app.domain.people import Sex
from trainer_app.domain.statuses import Status
from trainer_app.opening import open_folder
from trainer_app.services import (
    coverage,
    follow_up,
    groups,
    indicators,
    integrity,
    people,
    replacing,
    reports,
    spot_checks,
    trainers,
)
from trainer_app.services.sessions import sessions

UNTIL = date(2026, 4, 30)
CAME = "m.status IN ('present', 'late')"
LIVING = """
    FROM mark m
    JOIN training_session ts ON ts.id = m.session_id AND NOT ts.gone AND NOT ts.cut
    JOIN enrolment e ON e.training_id = ts.training_id AND e.person_id = m.person_id AND NOT e.gone
    WHERE NOT m.gone AND NOT e.outsider
      AND NOT EXISTS (SELECT 1 FROM training_trainer tt WHERE tt.training_id = ts.training_id
                      AND tt.person_id = m.person_id AND NOT tt.gone)
"""


@pytest.fixture(scope="module")
def office(master: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Month]]:
    folder = Path(shutil.copytree(master, tmp_path_factory.mktemp("office") / "data"))
    database = open_folder(folder)
    yield database, Office(database).live()
    database.close()


def rows(db: Database, words: str) -> list[Any]:
    with db.engine.connect() as connection:
        return list(connection.execute(text(words)))


def one(db: Database, words: str) -> Any:  # noqa: ANN401
    return rows(db, words)[0][0]


def test_the_month_was_a_full_one(office: tuple[Database, Month]) -> None:
    db, month = office
    assert len(month.groups) == 40
    assert one(db, "SELECT count(*) FROM person WHERE NOT gone") >= 1_200
    assert len(month.marks) > 3_000
    for happened in (
        month.cut,
        month.moved,
        month.merged,
        month.taken_apart,
        month.replaced,
        month.undone,
        month.heads,
    ):
        assert happened
    assert month.corrected == 60


def test_the_file_is_whole(office: tuple[Database, Month], capsys: pytest.CaptureFixture[str]) -> None:
    db, _month = office
    with db.reading() as s:
        assert verify.journal(s) == []
    assert rows(db, "PRAGMA foreign_key_check") == []
    db.checkpoint()
    assert main(["--data", str(db.folder), "--json", "check"]) == 0, capsys.readouterr().err


def test_every_mark_is_what_the_pencil_says(office: tuple[Database, Month]) -> None:
    db, month = office
    kept = rows(db, "SELECT session_id, person_id, status FROM mark WHERE NOT gone AND status IS NOT NULL")
    assert {(UUID(session), UUID(person)): Status(status) for session, person, status in kept} == month.marks


def test_attendance_of_the_month_is_what_sql_counts(office: tuple[Database, Month]) -> None:
    db, month = office
    with db.reading() as s:
        told = reports.attendance(s, first=FIRST, last=UNTIL)
    assert told.sessions == one(db, "SELECT count(*) FROM training_session WHERE NOT gone AND NOT cut")
    assert told.people == one(db, f"SELECT count(DISTINCT m.person_id) {LIVING} AND {CAME}")
    by_status = dict(map(tuple, rows(db, f"SELECT m.status, count(*) {LIVING} GROUP BY m.status")))
    assert {status.value: told.marks[status] for status in Status} == by_status
    of_sex = (
        f"SELECT p.sex, count(DISTINCT p.id) {LIVING.replace('WHERE', 'JOIN person p ON p.id = m.person_id WHERE', 1)}"
    )
    by_sex = dict(map(tuple, rows(db, f"{of_sex} AND {CAME} GROUP BY p.sex")))
    assert {sex.value: told.people_by_sex[sex] for sex in Sex if told.people_by_sex[sex]} == by_sex
    share = one(db, f"SELECT sum({CAME}) * 1.0 / sum(m.status != 'excused') {LIVING} AND m.status IS NOT NULL")
    assert told.rate == pytest.approx(share)
    heads = Heads(*(sum(getattr(one, name) for one in month.heads) for name in ("women", "men", "unknown")))
    assert (told.heads.women, told.heads.men, told.heads.unknown) == (heads.women, heads.men, heads.unknown)


def test_the_indicators_of_the_month_are_what_sql_counts(office: tuple[Database, Month]) -> None:
    """Of each person once, once in each module and each time; of sessions, trainings and those from outside."""
    db, _month = office
    days = f"ts.day BETWEEN '{FIRST}' AND '{UNTIL}'"
    topics = LIVING.replace("WHERE", "JOIN training t ON t.id = ts.training_id WHERE", 1)
    topic = "m.person_id || coalesce(hex(t.module_id), lower(t.title))"
    expected = {
        Counting.PEOPLE: one(db, f"SELECT count(DISTINCT m.person_id) {LIVING} AND {CAME} AND {days}"),
        Counting.PEOPLE_PER_TOPIC: one(db, f"SELECT count(DISTINCT {topic}) {topics} AND {CAME} AND {days}"),
        Counting.ATTENDANCES: one(db, f"SELECT count(*) {LIVING} AND {CAME} AND {days}"),
    }
    for counting, people_reached in expected.items():
        found = _indicators(db, counting)
        assert found[Measure.PEOPLE_REACHED].figure.numerator == people_reached, counting
    rate = found[Measure.ATTENDANCE].figure
    assert rate.numerator == expected[Counting.ATTENDANCES]
    assert rate.denominator == one(
        db, f"SELECT sum(m.status != 'excused') {LIVING} AND m.status IS NOT NULL AND {days}"
    )
    outside = LIVING.replace("NOT e.outsider", "e.outsider")
    own = f"SELECT m.person_id {LIVING} AND {CAME}"
    outsiders = f"SELECT count(DISTINCT m.person_id) {outside} AND {CAME} AND m.person_id NOT IN ({own})"
    assert found[Measure.PEOPLE_REACHED].outsiders == one(db, outsiders)
    assert found[Measure.COVERAGE].figure.denominator == one(
        db,
        f"""SELECT count(DISTINCT s.person_id) FROM membership s
            JOIN person p ON p.id = s.person_id AND NOT p.gone JOIN "group" g ON g.id = s.group_id AND NOT g.gone
            WHERE NOT s.gone AND coalesce(s.since, '') <= '{UNTIL}' AND coalesce(s.until, '9') > '{UNTIL}'""",
    )


def _indicators(db: Database, counting: Counting) -> dict[Measure, IndicatorLine]:
    with db.reading() as s:
        told = indicators.report(s, Asked(FIRST, UNTIL, counting=counting), "en", UNTIL)
    return {line.wanted.measure: line for line in told.lines}


def test_each_session_counts_who_came_and_who_is_marked(office: tuple[Database, Month]) -> None:
    db, _month = office
    counted = {
        UUID(key): (came, marked)
        for key, came, marked in rows(
            db, f"SELECT m.session_id, sum({CAME}), count(*) {LIVING} AND m.status IS NOT NULL GROUP BY m.session_id"
        )
    }
    with db.reading() as s:
        lines = sessions(s, "en")
    assert {line.id: (line.came, line.marked) for line in lines if line.marked} == counted
    assert sum(line.cut for line in lines) == one(db, "SELECT count(*) FROM training_session WHERE cut AND NOT gone")


def test_each_person_has_come_as_often_as_their_marks_say(office: tuple[Database, Month]) -> None:
    db, _month = office
    counted = {
        UUID(key): (came, last)
        for key, came, last in rows(
            db, f"SELECT m.person_id, sum({CAME}), max(CASE WHEN {CAME} THEN ts.day END) {LIVING} GROUP BY m.person_id"
        )
    }
    with db.reading() as s:
        lines = people.people(s)
    seen = {line.id: (line.attended, line.last_seen.isoformat() if line.last_seen else None) for line in lines}
    assert {key: told for key, told in seen.items() if told != (0, None)} == {
        key: told for key, told in counted.items() if told != (0, None)
    }


def trained(db: Database) -> dict[UUID, set[UUID]]:
    """Person > trainings of which they attended four sessions in five, excused ones left aside."""
    found: dict[UUID, set[UUID]] = {}
    held = dict(
        map(tuple, rows(db, "SELECT training_id, count(*) FROM training_session WHERE NOT gone AND NOT cut GROUP BY 1"))
    )
    for person, training, came, excused in rows(
        db,
        f"SELECT m.person_id, ts.training_id, sum({CAME}), sum(m.status = 'excused') {LIVING} GROUP BY 1, 2",
    ):
        if came and came >= 0.8 * (held[training] - excused) - 1e-9:
            found.setdefault(UUID(person), set()).add(UUID(training))
    return found


def test_coverage_of_each_group_is_what_sql_and_a_set_count(office: tuple[Database, Month]) -> None:
    db, _month = office
    of_group: dict[UUID, set[UUID]] = {}
    for group, person in rows(
        db,
        "SELECT ms.group_id, ms.person_id FROM membership ms JOIN person p ON p.id = ms.person_id AND NOT p.gone "
        "WHERE NOT ms.gone AND ms.until IS NULL",
    ):
        of_group.setdefault(UUID(group), set()).add(UUID(person))
    known = trained(db).keys()
    with db.reading() as s:
        lines = groups.groups(s)
        whole = coverage.coverage(s, "en", UNTIL)
    assert {line.id: (line.members, line.trained) for line in lines} == {
        group: (len(members), len(members & known)) for group, members in of_group.items()
    }
    everybody = set().union(*of_group.values())
    share = whole.overall.tally.share()
    assert (share.members, share.trained) == (len(everybody), len(everybody & known))
    with db.reading() as s:
        assert reports.attendance(s, first=FIRST, last=UNTIL).trained == len(known)


def test_who_was_replaced_stays_on_the_register_and_is_expected_no_more(office: tuple[Database, Month]) -> None:
    db, month = office
    left = rows(db, "SELECT training_id, person_id FROM enrolment WHERE NOT gone AND left_on IS NOT NULL")
    came = rows(db, "SELECT training_id, person_id FROM enrolment WHERE NOT gone AND replaces_id IS NOT NULL")
    assert len(left) == len(came) == len(month.replaced)
    with db.reading() as s:
        assert len(replacing.replacements(s, "en")) == len(month.replaced)
        waits = {(line.training_id, line.person_id) for line in follow_up.due(s, UNTIL, "en") if line.person_id}
    assert not waits & {(training, gone) for training, gone, _new in month.replaced}


def test_trainers_are_in_no_figure_and_know_whom_they_trained(office: tuple[Database, Month]) -> None:
    db, month = office
    with db.reading() as s:
        told = {line.id: line for line in trainers.trainers(s)}
    assert set(month.trainers) <= told.keys()
    led = Counter(UUID(key) for (key,) in rows(db, "SELECT person_id FROM training_trainer WHERE NOT gone"))
    assert {key: told[key].trainings for key in month.trainers} == {key: led[key] for key in month.trainers}


def test_the_spot_check_drew_only_people_who_are_marked_as_having_come(office: tuple[Database, Month]) -> None:
    db, month = office
    with db.reading() as s:
        [check] = spot_checks.checks(s, "en")
    assert len(check.lines) == 20
    for line in check.lines:
        assert month.marks[line.session_id, line.person_id] in (Status.PRESENT, Status.LATE)


def test_what_was_corrected_two_weeks_late_says_so_and_why(office: tuple[Database, Month]) -> None:
    db, month = office
    late = one(db, "SELECT count(*) FROM mark WHERE NOT gone AND edited_late AND reason != ''")
    assert late == month.corrected


def test_everybody_who_was_in_two_places_on_a_day_is_in_a_flag_and_nobody_else(office: tuple[Database, Month]) -> None:
    db, _month = office
    came = f"SELECT m.person_id, m.session_id, ts.day, ts.starts, ts.ends {LIVING} AND {CAME}"
    pairs = rows(
        db,
        f"SELECT min(a.session_id, b.session_id), max(a.session_id, b.session_id), count(*) FROM ({came}) a "
        f"JOIN ({came}) b ON a.person_id = b.person_id AND a.day = b.day AND a.session_id < b.session_id "
        "AND a.starts < b.ends AND b.starts < a.ends GROUP BY 1, 2",
    )
    assert pairs, "the doubles that were merged had come elsewhere on the same day"
    with db.reading() as s:
        flags = integrity.flags(s, UNTIL, "en", FIRST, UNTIL)
    seen = {
        frozenset(held.id for held in flag.sessions): len(flag.people)
        for flag in flags
        if flag.kind is FlagKind.TWO_PLACES
    }
    assert seen == {frozenset((UUID(first), UUID(second))): count for first, second, count in pairs}
