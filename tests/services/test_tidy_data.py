"""The tables for other programs: the same figures as the reports, no names unless asked, no sample in real work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from tests import random_programme
from tests.builders import a_training
from trainer_app.db.database import Database
from trainer_app.db.records import Group, Project, Training
from trainer_app.domain.attendance import Status
from trainer_app.domain.indicators import Asked, Counting, Measure
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.domain.scores import Mark, Phase
from trainer_app.domain.tidy import Data, pseudonym
from trainer_app.i18n import label
from trainer_app.services import attendance, behind, indicators, people, places, scores, tidy_data
from trainer_app.services.tidy_data import Wanted

TODAY = date(2026, 12, 31)
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))


@pytest.fixture
def filled(db: Database) -> Database:
    """Three programmes, one of which is invented. Their codes differ, as those of three laptops do."""
    for seed in range(3):
        with db.changing(label("Fill")) as s:
            random_programme.fill(s, seed, sample=seed == 2)
            for row in (*s.scalars(select(Training)), *s.scalars(select(Group))):
                row.code = row.code if row.code.startswith("laptop") else f"laptop{seed}-{row.code}"
    return db


def read(db: Database, **wanted: Any) -> Data:  # noqa: ANN401
    with db.reading() as s:
        return tidy_data.data(s, Wanted(**wanted), "en", TODAY)


def rows(data: Data, name: str) -> list[dict[str, Any]]:
    table = next(one for one in data.tables if one.name == name)
    return [dict(zip(table.names, row, strict=True)) for row in table.rows]


def keys(found: Iterable[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in found]


def test_every_row_has_a_value_for_each_column(filled: Database) -> None:
    data = read(filled, unmask=frozenset({"name", "phone", "id"}))
    assert [table.name for table in data.tables] == [
        "people", "groups", "memberships", "trainings", "sessions", "enrolments", "marks", "scores", "answers",
    ]  # fmt: skip
    for table in data.tables:
        assert {len(row) for row in table.rows} <= {len(table.fields)}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("people", ("person_id",)),
        ("groups", ("group_id",)),
        ("trainings", ("training_id",)),
        ("sessions", ("session_id",)),
        ("enrolments", ("training_id", "person_id")),
        ("marks", ("session_id", "person_id")),
        ("scores", ("training_id", "person_id", "phase")),
    ],
)
def test_each_table_has_a_key(filled: Database, name: str, key: tuple[str, ...]) -> None:
    found = keys(rows(read(filled), name), *key)
    assert len(set(found)) == len(found) > 0


def test_rows_find_the_rows_they_belong_to(filled: Database) -> None:
    for wanted in ({}, {"first": QUARTER[0], "last": QUARTER[1]}):
        data = read(filled, **wanted)
        trainings = set(keys(rows(data, "trainings"), "training_id"))
        sessions = set(keys(rows(data, "sessions"), "session_id"))
        persons = set(keys(rows(data, "people"), "person_id"))
        groups = set(keys(rows(data, "groups"), "group_id"))
        for name in ("sessions", "enrolments", "marks", "scores"):
            assert set(keys(rows(data, name), "training_id")) <= trainings
        assert set(keys(rows(data, "marks"), "session_id")) <= sessions
        for name in ("enrolments", "marks", "scores", "memberships"):
            assert set(keys(rows(data, name), "person_id")) <= persons
        assert set(keys(rows(data, "memberships"), "group_id")) <= groups


def test_people_reached_are_those_with_a_mark_that_counts(filled: Database) -> None:
    data = read(filled, first=QUARTER[0], last=QUARTER[1])
    outsiders = set(keys([row for row in rows(data, "enrolments") if row["outsider"]], "training_id", "person_id"))
    came = [row for row in rows(data, "marks") if row["attended"]]
    own = {row["person_id"] for row in came if (row["training_id"], row["person_id"]) not in outsiders}
    with filled.reading() as s:
        report = indicators.report(s, Asked(*QUARTER, counting=Counting.PEOPLE), "en", TODAY)
    line = next(one for one in report.lines if one.wanted.measure is Measure.PEOPLE_REACHED)
    assert len(own) == line.figure.numerator > 0


def test_the_attendance_rate_follows_from_the_enrolments(filled: Database) -> None:
    data = read(filled, first=QUARTER[0], last=QUARTER[1])
    own = [row for row in rows(data, "enrolments") if not row["outsider"]]
    with filled.reading() as s:
        report = indicators.report(s, Asked(*QUARTER), "en", TODAY)
    line = next(one for one in report.lines if one.wanted.measure is Measure.ATTENDANCE)
    assert sum(row["sessions_attended"] for row in own) == line.figure.numerator > 0
    assert sum(row["sessions_expected"] for row in own) == line.figure.denominator


def test_the_sample_and_real_work_never_leave_together(filled: Database) -> None:
    real, invented = read(filled), read(filled, sample=True)
    assert invented.is_sample
    for name, key in (("people", "person_id"), ("trainings", "training_id"), ("groups", "group_id")):
        one, other = set(keys(rows(real, name), key)), set(keys(rows(invented, name), key))
        assert one
        assert other
        assert not one & other


def test_only_the_days_asked_for_are_told(filled: Database) -> None:
    data = read(filled, first=QUARTER[0], last=QUARTER[1])
    for name in ("sessions", "marks"):
        assert all(QUARTER[0] <= row["day"] <= QUARTER[1] for row in rows(data, name))
    assert len(rows(read(filled), "marks")) > len(rows(data, "marks")) > 0


def test_the_trainings_of_a_district_are_those_that_its_report_counts(filled: Database) -> None:
    """Also those of which only the group is known to be at home there."""
    with filled.changing(label("Forget where they are held")) as s:
        for row in s.scalars(select(Training)):
            row.place_id = None
        homes = places.districts_of(s, s.scalars(select(Group.place_id)).all())
    counted = 0
    for district in sorted({key for key, _name in homes.values()}):
        told = rows(read(filled, first=QUARTER[0], last=QUARTER[1], district_id=district), "enrolments")
        came = {row["training_id"] for row in told if row["sessions_attended"] and not row["outsider"]}
        with filled.reading() as s:
            report = indicators.report(s, Asked(*QUARTER, district_id=district), "en", TODAY)
            line = next(one for one in report.lines if one.wanted.measure is Measure.ATTENDANCE)
            codes = {one.code for one in behind.trainings_behind(s, [one for one in line.counted if one.counts], "en")}
        assert came == codes
        counted += len(codes)
    assert counted


def test_only_one_project_or_district_is_told(filled: Database) -> None:
    with filled.reading() as s:
        project = s.scalars(select(Project.id).where(Project.is_sample.is_(False))).first()
        district = places.one(s, "Rulindo", "district")
    some = read(filled, project_id=project)
    assert 0 < len(rows(some, "trainings")) < len(rows(read(filled), "trainings"))
    assert len({row["project"] for row in rows(some, "trainings")}) == 1
    assert {row["district"] for row in rows(read(filled, district_id=district), "trainings")} <= {"Rulindo"}


def test_nobody_is_named_and_no_number_of_a_list_is_told(filled: Database) -> None:
    told = str(read(filled).tables)
    with filled.reading() as s:
        for line in people.people(s):
            assert line.name not in told
            assert f"'{line.code}'" not in told
            assert str(line.id) not in told
    assert "register_number" not in told


def test_with_names_a_phone_is_still_masked(db: Database) -> None:
    with db.changing(label("Add")) as s:
        people.add(s, PersonForm("=1+1 O'Neil <b>", phone="+250788123456", national_id="1199080000000001"))
    (masked,) = rows(read(db, unmask=frozenset({"name"})), "people")
    assert (masked["name"], masked["phone"]) == ("=1+1 O'Neil <b>", "••• 456")
    assert "national_id" not in masked
    (full,) = rows(read(db, unmask=frozenset({"name", "phone", "id"})), "people")
    assert (full["phone"], full["national_id"]) == ("0788 123 456", "1199080000000001")


def test_a_card_without_a_name_is_not_told() -> None:
    assert tidy_data.shown({"phone", "id"}) == frozenset()
    assert tidy_data.shown({"name", "id"}) == {"name", "id"}


def test_a_person_has_the_same_pseudonym_each_time_and_nobody_else_has_it(filled: Database) -> None:
    assert keys(rows(read(filled), "people"), "person_id") == keys(rows(read(filled), "people"), "person_id")
    with filled.reading() as s:
        everybody = [line.id for line in people.people(s)]
    assert len({pseudonym(key) for key in everybody}) == len(everybody)


def test_a_mark_and_a_score_are_told_as_they_were_entered(db: Database) -> None:
    training = a_training(db, people=2)
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.LATE, TODAY)
        scores.record(s, training.id, training.people[0], Phase.PRE, Mark(7.5))
        scores.record(s, training.id, training.people[1], Phase.PRE, Mark(None))
    data = read(db)
    (mark,) = rows(data, "marks")
    assert (mark["status"], mark["attended"], mark["person_id"]) == ("late", True, pseudonym(training.people[0]))
    told = {row["person_id"]: (row["score"], row["maximum"]) for row in rows(data, "scores")}
    assert told == {pseudonym(training.people[0]): (7.5, 10.0), pseudonym(training.people[1]): (None, 10.0)}


def test_an_empty_file_has_empty_tables(db: Database) -> None:
    assert all(not table.rows for table in read(db).tables)
    with db.reading() as s:
        assert tidy_data.days(s) is None


def test_who_leads_is_listed_and_never_marked(filled: Database) -> None:
    data = read(filled)
    leaders = set(keys([row for row in rows(data, "enrolments") if row["leads"]], "training_id", "person_id"))
    assert not leaders & set(keys(rows(data, "marks"), "training_id", "person_id"))
    assert all(row["sex"] in set(Sex) for row in rows(data, "people"))
