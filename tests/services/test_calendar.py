"""Days to mind: shipped with their rule, edited here, and asked for by place."""

from __future__ import annotations

from datetime import date

import pytest

from trainer_app.db.database import Database
from trainer_app.domain.days_off import DayKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.paths import resources
from trainer_app.readers import calendar as reader
from trainer_app.services import calendar, places, shipped
from trainer_app.services.calendar import DayForm

TODAY = date(2026, 3, 9)


def names(db: Database, first: date, last: date, **asked: object) -> list[str]:
    with db.reading() as s:
        return [day.name for day in calendar.off(s, first, last, "en", **asked)]  # type: ignore[arg-type]


def the_id(db: Database, name: str) -> object:
    with db.reading() as s:
        return next(line.id for line in calendar.lines(s, "en", TODAY) if line.form.name == name)


def test_the_holidays_of_rwanda_are_there_from_the_first_start(db: Database) -> None:
    assert names(db, date(2026, 4, 1), date(2026, 4, 7)) == [
        "Good Friday",
        "Easter Monday",
        "Genocide against the Tutsi Memorial Day",
        "Week of commemoration",
    ]
    with db.reading() as s:
        (umuganura,) = calendar.off(s, date(2026, 8, 1), date(2026, 8, 14), "rw")
    assert (umuganura.day, umuganura.name) == (date(2026, 8, 7), "Umunsi w'Umuganura")


def test_every_shipped_day_has_its_names_its_source_and_a_rule_that_comes() -> None:
    days = reader.read(resources() / "calendar" / "rwanda.yaml")
    assert len({day.id for day in days}) == len(days) > 20
    for day in days:
        assert set(day.names) == {"en", "fr", "rw"}
        assert day.source
        assert calendar.problem(DayForm(day.names["en"], day.kind, day.rule)) == ""
    sure = {day.names["en"] for day in days if not day.rule.get("expected")}
    assert not any("Eid" in name for name in sure), "what is announced each year is never a sure rule"


def test_an_expected_day_says_so(db: Database) -> None:
    with db.reading() as s:
        (eid,) = calendar.off(s, date(2026, 5, 27), date(2026, 5, 27), "fr")
    assert (eid.name, eid.expected) == ("Aïd el-Adha", True)


def test_a_holiday_on_a_saturday_gives_monday(db: Database) -> None:
    with db.reading() as s:
        found = calendar.off(s, date(2026, 7, 4), date(2026, 7, 6), "en")
    assert [(day.day, day.name, day.moved) for day in found] == [
        (date(2026, 7, 4), "Liberation Day", False),
        (date(2026, 7, 6), "Liberation Day", True),
    ]


def test_a_market_day_matters_in_its_place_and_what_lies_in_it(db: Database) -> None:
    with db.changing(label("Add")) as s:
        rulindo, base = places.one(s, "Rulindo", "district"), places.one(s, "Base Rulindo", "sector")
        gicumbi = places.one(s, "Gicumbi", "district")
        calendar.add(s, DayForm("Market of Base", DayKind.MARKET, {"weekday": 2}, base), "en", TODAY)
    wednesday = date(2026, 3, 11)
    assert names(db, wednesday, wednesday) == []
    assert names(db, wednesday, wednesday, place_id=base) == ["Market of Base"]
    assert names(db, wednesday, wednesday, place_id=rulindo) == []
    assert names(db, wednesday, wednesday, place_id=gicumbi) == []
    assert names(db, wednesday, wednesday, everywhere=True) == ["Market of Base"]
    with db.reading() as s:
        cell = places.children(s, base)[0].id
        assert [day.name for day in calendar.off(s, wednesday, wednesday, "en", cell)] == ["Market of Base"]
        assert calendar.closed_days(s, wednesday, wednesday, cell) == frozenset()
    db.undo()
    assert names(db, wednesday, wednesday, everywhere=True) == []


def test_a_day_that_was_edited_here_is_left_by_a_newer_list(db: Database) -> None:
    key = the_id(db, "Umuganda")
    with db.changing(label("Change")) as s:
        calendar.change(
            s, key, DayForm("Umuganda of Kigali", DayKind.UMUGANDA, {"last_weekday_of_month": 4}), "en", TODAY
        )
    days = reader.read(resources() / "calendar" / "rwanda.yaml")
    with db.loading() as s:
        shipped.load_days(s, [day for day in days if day.names["en"] != "Labour Day"])
    assert names(db, date(2026, 2, 27), date(2026, 2, 28)) == ["Umuganda of Kigali"]
    assert names(db, date(2026, 5, 1), date(2026, 5, 1)) == []
    with db.loading() as s:
        shipped.load_days(s, days)
    assert names(db, date(2026, 5, 1), date(2026, 5, 1)) == ["Labour Day"]


def test_a_day_is_switched_off_taken_out_and_brought_back(db: Database) -> None:
    key = the_id(db, "Labour Day")
    day = date(2026, 5, 1)
    with db.changing(label("Off")) as s:
        calendar.set_active(s, key, False)
    assert names(db, day, day) == []
    db.undo()
    assert names(db, day, day) == ["Labour Day"]
    with db.changing(label("Remove")) as s:
        calendar.remove(s, key)
    assert names(db, day, day) == []
    with pytest.raises(TrainerError, match="no longer"), db.changing(label("Off")) as s:
        calendar.set_active(s, key, True)
    db.undo()
    assert names(db, day, day) == ["Labour Day"]


@pytest.mark.parametrize(
    ("form", "why"),
    [
        (DayForm("  ", rule={"weekday": 2}), "called"),
        (DayForm("Never", rule={}), "never comes"),
        (DayForm("Never", rule={"nth": 6, "weekday": 1}), "never comes"),
    ],
)
def test_a_day_without_a_name_or_that_never_comes_is_refused(db: Database, form: DayForm, why: str) -> None:
    with pytest.raises(TrainerError, match=why), db.changing(label("Add")) as s:
        calendar.add(s, form, "en", TODAY)


def test_the_second_start_loads_no_day_again(db: Database) -> None:
    db.close()
    again = open_folder(db.folder)
    with again.reading() as s:
        assert shipped.digests(s)["rwanda.yaml"]
        assert len(calendar.lines(s, "en", TODAY)) > 20
    again.close()
