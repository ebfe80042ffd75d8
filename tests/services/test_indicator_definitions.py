"""What the programme is measured by: the usual indicators, and those that a donor asks for in its own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from trainer_app.db.database import Database
from trainer_app.db.records import Indicator, Project
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import Asked, Counting, Measure, Wanted
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import indicator_definitions as definitions
from trainer_app.services import readings, targets
from trainer_app.services.readings import ReadingForm

DONOR = Wanted(
    new_id(),
    Measure.PEOPLE_TRAINED,
    title="  Youth trained on cooperative governance ",
    donor_code="4.3",
    definition="Aged 16 to 30.",
    module="M1",
    group_kind=GroupKind.COOPERATIVE,
    kind="training",
    counting=Counting.PEOPLE,
)
PERIOD = Asked(date(2026, 1, 1), date(2026, 3, 31))


def change(db: Database, command: Callable[..., Any], *arguments: Any, **more: Any) -> Any:  # noqa: ANN401
    with db.changing(label("Change")) as s:
        return command(s, *arguments, **more)


def listed(db: Database, **more: Any) -> list[Wanted]:  # noqa: ANN401
    with db.reading() as s:
        return [one.wanted for one in definitions.defined(s, **more)]


def test_a_new_programme_begins_with_usual_indicators_and_no_row(db: Database) -> None:
    assert tuple(listed(db)) == definitions.usual()
    with db.reading() as s:
        assert not s.query(Indicator).all()
    assert len({one.id for one in definitions.usual()}) == len(definitions.usual())


def test_what_the_file_cannot_know_is_not_offered() -> None:
    assert Measure.REGISTERED not in definitions.OFFERED
    assert set(definitions.OFFERED) | {Measure.REGISTERED} == set(Measure)
    assert not {one.measure for one in definitions.usual()} & definitions.TOLD


def test_an_indicator_keeps_every_word_of_the_donor(db: Database) -> None:
    key = change(db, definitions.add, DONOR)
    assert listed(db)[-1] == replace(DONOR, id=key, title="Youth trained on cooperative governance")
    db.undo()
    assert tuple(listed(db)) == definitions.usual()


def test_two_indicators_may_bear_one_code(db: Database) -> None:
    first, second = change(db, definitions.add, DONOR), change(db, definitions.add, replace(DONOR, title="Again"))
    assert [one.donor_code for one in listed(db) if one.id in (first, second)] == ["4.3", "4.3"]


def test_a_usual_one_that_is_edited_stays_where_it_stood(db: Database) -> None:
    told = replace(definitions.usual()[2], title="Presence")
    change(db, definitions.change, told)
    assert listed(db)[2] == told
    assert len(listed(db)) == len(definitions.usual())
    db.undo()
    assert tuple(listed(db)) == definitions.usual()


def test_two_laptops_that_edit_a_usual_one_meet_in_one_row(db: Database) -> None:
    usual = definitions.usual()[0]
    change(db, definitions.change, replace(usual, title="Here"))
    change(db, definitions.change, replace(usual, title="There"))
    with db.reading() as s:
        assert [row.title for row in s.query(Indicator)] == ["There"]


def test_a_retired_one_is_asked_for_no_more_and_can_be_called_back(db: Database) -> None:
    key = definitions.usual()[1].id
    change(db, definitions.retire, key)
    assert key not in {one.id for one in listed(db)}
    assert key in {one.id for one in listed(db, retired=True)}
    change(db, definitions.retire, key, False)
    assert tuple(listed(db)) == definitions.usual()
    db.undo()
    assert key not in {one.id for one in listed(db)}


def test_what_is_taken_away_goes_with_its_targets_and_readings(db: Database) -> None:
    key = change(db, definitions.add, replace(DONOR, measure=Measure.READING))
    change(db, readings.add, key, ReadingForm(date(2026, 2, 1), 9, 29, "Register"))
    change(db, targets.set_target, key, None, PERIOD.first, PERIOD.last, 29)
    change(db, definitions.remove, key)
    with db.reading() as s:
        assert not readings.readings(s, key)
        assert not targets.targets(s, key)
    db.undo()
    with db.reading() as s:
        assert len(readings.readings(s, key)) == len(targets.targets(s, key)) == 1


def test_a_usual_one_is_retired_instead(db: Database) -> None:
    key = definitions.usual()[1].id
    change(db, definitions.remove, key)
    assert key not in {one.id for one in listed(db)}
    assert key in {one.id for one in listed(db, retired=True)}
    db.undo()
    assert tuple(listed(db)) == definitions.usual()


def test_they_stand_in_the_order_that_somebody_gave_them(db: Database) -> None:
    own = change(db, definitions.add, DONOR)
    wanted = [own, definitions.usual()[3].id]
    change(db, definitions.reorder, wanted)
    rest = [one.id for one in definitions.usual() if one.id not in wanted]
    assert [one.id for one in listed(db)] == wanted + rest
    db.undo()
    assert [one.id for one in listed(db)][-1] == own


def test_an_outcome_needs_a_title_because_nothing_else_says_what_it_is(db: Database) -> None:
    with pytest.raises(TrainerError) as refused:
        change(db, definitions.add, Wanted(new_id(), Measure.READING, title=" "))
    assert refused.value.code == "no_title"
    with pytest.raises(TrainerError):
        change(db, definitions.add, replace(DONOR, module="M99"))
    with pytest.raises(TrainerError):
        change(db, definitions.retire, new_id())


def test_a_project_has_its_own_indicators_beside_the_common_ones(db: Database) -> None:
    with db.changing(label("Projects")) as s:
        one, other, sample = Project(name="One"), Project(name="Other"), Project(name="Sample", is_sample=True)
        s.add_all([one, other, sample])
    mine = change(db, definitions.add, DONOR, project_id=one.id)
    invented = change(db, definitions.add, DONOR, project_id=sample.id)

    def asked(project: UUID | None, sample: bool = False) -> set[UUID]:
        with db.reading() as s:
            return {w.id for w in definitions.wanted(s, replace(PERIOD, project_id=project, sample=sample))}

    common = {one.id for one in definitions.usual()}
    assert asked(one.id) == asked(None) == common | {mine}
    assert asked(other.id) == common
    assert asked(None, sample=True) == {invented}
