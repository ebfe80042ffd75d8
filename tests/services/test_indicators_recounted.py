"""Every measure against plain loops over the records, on small programmes in which everything happens by chance."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from tests import random_programme
from tests.recounted import MEASURES, One, Programme
from trainer_app.db.database import Database
from trainer_app.domain.age_bands import USUAL_BANDS
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import OF_PEOPLE as MEASURES_OF_PEOPLE
from trainer_app.domain.indicators import (
    SHARES,
    Asked,
    By,
    Counting,
    IndicatorLine,
    Measure,
    Trait,
    Wanted,
    breakdown,
)
from trainer_app.domain.rules import Attended
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import indicators, places, rules
from trainer_app.services.indicator_evidence.facts import Facts

TODAY = date(2026, 12, 31)
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))
HALF_YEAR = (date(2026, 1, 1), date(2026, 7, 31))
SEEDS = range(6)
OF_ALL = {By.DISTRICT: "district"}
OF_PEOPLE = {By.DISTRICT: "district", By.SEX: "sex", By.AGE: "age"}


@pytest.fixture(scope="module")
def filled(master: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Six programmes, one of which is invented and must be in no report of real work. Nothing here writes to them."""
    database = open_folder(Path(shutil.copytree(master, tmp_path_factory.mktemp("programmes") / "data")))
    for seed in SEEDS:
        with database.changing(label("Fill")) as s:
            random_programme.fill(s, seed, sample=seed == 5)
    yield database
    database.close()


@pytest.fixture(scope="module")
def programme(filled: Database) -> Iterator[Programme]:
    with filled.reading() as s:
        yield Programme(s)


def agrees(s: Session, programme: Programme, wanted: Wanted, asked: Asked) -> int:
    """The service and the plain loops find the same, in the whole and in each part; how much they found."""
    line = indicators.line(Facts(s, asked, TODAY), wanted)
    found, outsiders = programme.count(wanted, asked)
    told = (wanted, asked)
    assert line.figure.numerator == sum(one.times for one in found if one.counts), told
    if wanted.measure in SHARES:
        assert line.figure.denominator == sum(one.times for one in found), told
    assert line.outsiders == len(outsiders), told
    for by, name in (OF_PEOPLE if wanted.measure in MEASURES_OF_PEOPLE else OF_ALL).items():
        assert parts(line, by) == plain_parts(found, name), (by, *told)
    return len(found)


def parts(line: IndicatorLine, by: By) -> dict[Trait, float]:
    found = {traits[0]: figure for traits, figure in breakdown(line, [by], USUAL_BANDS)}
    assert sum(one.numerator for one in found.values()) == line.figure.numerator, "the parts add up to the whole"
    return {getattr(trait, "value", trait): one.numerator for trait, one in found.items() if one.numerator}


def plain_parts(found: list[One], name: str) -> dict[Trait, int]:
    counted: Counter[Trait] = Counter()
    for one in found:
        trait = getattr(one, name)
        counted[getattr(trait, "value", trait)] += one.times if one.counts else 0
    return {trait: count for trait, count in counted.items() if count}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_finds_what_plain_loops_find(filled: Database, programme: Programme, measure: Measure) -> None:
    seen = 0
    with filled.reading() as s:
        for counting in Counting:
            for period in (QUARTER, HALF_YEAR):
                for wanted in variants(measure):
                    asked = Asked(*period, counting=counting)
                    seen += agrees(s, programme, wanted, asked)
                    seen += agrees(s, programme, wanted, replace(asked, sample=True))
    assert seen > 50, "a programme in which nothing happens proves nothing"


@pytest.mark.parametrize("measure", MEASURES)
def test_a_district_and_a_project_have_figures_of_their_own(
    filled: Database, programme: Programme, measure: Measure
) -> None:
    with filled.reading() as s:
        projects = [key for key, row in programme.projects.items() if not row.is_sample]
        for district in [line.id for line in places.districts(s)][:4] + some_districts(programme):
            agrees(s, programme, Wanted(new_id(), measure), Asked(*HALF_YEAR, district_id=district))
        for project in projects[:4]:
            agrees(s, programme, Wanted(new_id(), measure), Asked(*HALF_YEAR, project_id=project))


def test_the_rule_of_the_programme_decides_what_counts_as_attended(db: Database) -> None:
    with db.changing(label("Fill")) as s:
        random_programme.fill(s, 7)
        rules.set_rule(s, Attended(False, True, 30, 0.5))
    with db.reading() as s:
        programme = Programme(s, 0.5, False, True, 30)
        for measure in (Measure.PEOPLE_REACHED, Measure.PEOPLE_TRAINED, Measure.ATTENDANCE, Measure.COVERAGE):
            assert agrees(s, programme, Wanted(new_id(), measure), Asked(*HALF_YEAR))


def variants(measure: Measure) -> list[Wanted]:
    plain = Wanted(new_id(), measure)
    return [
        plain,
        replace(plain, module="M1"),
        replace(plain, kind="training"),
        replace(plain, group_kind=GroupKind.COOPERATIVE),
    ]


def some_districts(programme: Programme) -> list[UUID]:
    names = {programme.district(one) for one in programme.trainings.values()} - {""}
    return [key for key, row in programme.places.items() if row.level == "district" and row.name in names]
