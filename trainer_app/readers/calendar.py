"""The days to mind that ship with the program: a holiday an entry, with the rule by which it comes."""

from __future__ import annotations

from pathlib import Path

from trainer_app.domain.days_off import DayKind, ShippedDay
from trainer_app.domain.ids import derived_id
from trainer_app.readers import strict_yaml


def read(file: Path) -> tuple[ShippedDay, ...]:
    told = strict_yaml.load(file.read_text(encoding="utf-8"))
    return tuple(
        ShippedDay(
            id=derived_id("calendar-day", day["id"]),
            names=day["names"],
            kind=DayKind(day["kind"]),
            rule=day["rule"],
            source=day["source"],
            known_on=told["known_on"],
        )
        for day in told["days"]
    )
