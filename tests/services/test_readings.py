"""Outcomes that somebody found: so many of so many, on a day, and who says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from trainer_app.db.database import Database
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import Asked, DoubtKind, Figure, IndicatorReport, Measure, Wanted
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import indicator_definitions, indicators, places, readings
from trainer_app.services.readings import ReadingForm

TODAY = date(2026, 7, 10)
HALF = (date(2026, 1, 1), date(2026, 6, 30))
FAMILIES = ReadingForm(date(2026, 5, 20), 288, 500, "Survey of the families, 2026", women=170, men=118)


@pytest.fixture
def outcome(db: Database) -> UUID:
    with db.changing(label("Indicator")) as s:
        told = Wanted(new_id(), Measure.READING, "Families with access to public services")
        return indicator_definitions.add(s, told)


def tell(db: Database, outcome: UUID, form: ReadingForm) -> UUID:
    with db.changing(label("Reading")) as s:
        return readings.add(s, outcome, form)


def report(db: Database, district: UUID | None = None) -> IndicatorReport:
    with db.reading() as s:
        return indicators.report(s, Asked(*HALF, district_id=district), "en", TODAY)


def figure(db: Database, outcome: UUID, district: UUID | None = None) -> Figure:
    return next(one.figure for one in report(db, district).lines if one.wanted.id == outcome)


def test_a_reading_keeps_of_how_many_when_and_who_says_so(db: Database, outcome: UUID) -> None:
    tell(db, outcome, FAMILIES)
    (found,) = next(one.readings for one in report(db).lines if one.wanted.id == outcome)
    assert found.figure == Figure(288, 500)
    assert found.figure.value == pytest.approx(0.576)
    assert (found.on_day, found.source, found.women, found.men) == (FAMILIES.on_day, FAMILIES.source, 170, 118)


def test_the_latest_of_the_period_is_the_figure_and_later_ones_wait(db: Database, outcome: UUID) -> None:
    tell(db, outcome, FAMILIES)
    tell(db, outcome, replace(FAMILIES, on_day=date(2026, 2, 1), numerator=300))
    tell(db, outcome, replace(FAMILIES, on_day=date(2026, 7, 1), numerator=400))
    assert figure(db, outcome) == Figure(288, 500)


def test_where_nobody_read_the_whole_the_districts_are_added_up(db: Database, outcome: UUID) -> None:
    with db.reading() as s:
        one, other = [line.id for line in places.districts(s)][:2]
    tell(db, outcome, replace(FAMILIES, district_id=one, numerator=30, denominator=50, women=None, men=None))
    early = replace(FAMILIES, district_id=other, numerator=1, denominator=100, women=None, men=None)
    tell(db, outcome, replace(early, on_day=date(2026, 1, 5)))
    tell(db, outcome, replace(early, numerator=10))
    assert figure(db, outcome) == Figure(40, 150)
    assert figure(db, outcome, one) == Figure(30, 50)
    tell(db, outcome, FAMILIES)
    assert figure(db, outcome) == Figure(288, 500)


def test_a_plain_number_is_never_added_to_a_share(db: Database, outcome: UUID) -> None:
    with db.reading() as s:
        one, other = [line.id for line in places.districts(s)][:2]
    tell(db, outcome, ReadingForm(date(2026, 5, 1), 9, None, "Register", one))
    assert figure(db, outcome) == Figure(9, None)
    tell(db, outcome, ReadingForm(date(2026, 5, 1), 9, 10, "Register", other))
    assert figure(db, outcome).value is None


def test_an_outcome_without_a_reading_has_no_figure_and_is_a_doubt(db: Database, outcome: UUID) -> None:
    assert figure(db, outcome).value is None
    (doubt,) = report(db).doubts
    assert (doubt.kind, doubt.count, doubt.keys) == (DoubtKind.NO_READING, 1, (outcome,))
    tell(db, outcome, FAMILIES)
    assert not report(db).doubts


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(FAMILIES, numerator=501), "too_many"),
        (replace(FAMILIES, numerator=-1, women=None, men=None), "bad_number"),
        (replace(FAMILIES, denominator=0), "bad_number"),
        (replace(FAMILIES, women=200), "bad_parts"),
        (replace(FAMILIES, source="  "), "no_source"),
    ],
)
def test_a_reading_that_cannot_be_is_refused_with_a_reason(
    db: Database, outcome: UUID, wrong: ReadingForm, code: str
) -> None:
    with pytest.raises(TrainerError) as refused:
        tell(db, outcome, wrong)
    assert refused.value.code == code
    key = tell(db, outcome, FAMILIES)
    with pytest.raises(TrainerError), db.changing(label("Change")) as s:
        readings.change(s, key, wrong)


def test_what_the_program_counts_takes_no_reading(db: Database) -> None:
    with pytest.raises(TrainerError) as refused:
        tell(db, indicator_definitions.usual()[0].id, FAMILIES)
    assert refused.value.code == "counted"


def test_telling_correcting_and_removing_can_be_undone(db: Database, outcome: UUID) -> None:
    key = tell(db, outcome, FAMILIES)
    with db.changing(label("Correct")) as s:
        readings.change(s, key, replace(readings.form_of(s, key), numerator=250, women=None, men=None))
    with db.changing(label("Remove")) as s:
        readings.remove(s, key)
    seen = [figure(db, outcome)]
    for _step in range(3):
        db.undo()
        seen.append(figure(db, outcome))
    assert seen == [Figure(0, 0), Figure(250, 500), Figure(288, 500), Figure(0, 0)]
