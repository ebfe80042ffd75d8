"""A report as it was handed in, in a form that can be kept: its numbers in plain sight, and who was counted, packed.

`unpacked(packed(report))` is the report again, so that what shows and writes a report does the same for a frozen one.
A key is told once and a row of the evidence is numbers that point to it: ten thousand people take a quarter of a
megabyte.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from trainer_app.domain.age_bands import UNKNOWN_AGE, AgeBand, AgeBands
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.indicators import (
    Asked,
    By,
    Counted,
    Counting,
    Doubt,
    DoubtKind,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Measure,
    Reading,
    Targeted,
    Wanted,
)
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import Attended, PassMark

Told = Mapping[str, Any]


def packed(report: IndicatorReport) -> dict[str, Any]:
    table = _Table()
    evidence = [[table.row(one) for one in line.counted] for line in report.lines]
    whole = json.dumps({"values": table.values, "rows": evidence}, separators=(",", ":"), ensure_ascii=False)
    return {
        "lines": [_line(line) for line in report.lines],
        "doubts": [
            {"kind": one.kind.value, "count": one.count, "keys": [key.hex for key in one.keys]} for one in report.doubts
        ],
        "attended": report.attended.as_dict(),
        "pass_mark": report.pass_mark.as_dict(),
        "ages": report.ages.as_dict(),
        "made_on": report.made_on.isoformat(),
        "project": report.project,
        "district": report.district,
        "organiser": report.organiser,
        "evidence": base64.b64encode(zlib.compress(whole.encode("utf-8"), 9)).decode("ascii"),
    }


def unpacked(asked: Told, figures: Told) -> IndicatorReport:
    whole = json.loads(zlib.decompress(base64.b64decode(figures["evidence"])))
    evidence = [tuple(_counted(row, whole["values"]) for row in rows) for rows in whole["rows"]]
    return IndicatorReport(
        asked=asked_again(asked),
        lines=tuple(_line_again(told, rows) for told, rows in zip(figures["lines"], evidence, strict=True)),
        doubts=tuple(
            Doubt(DoubtKind(one["kind"]), one["count"], tuple(map(UUID, one["keys"]))) for one in figures["doubts"]
        ),
        attended=Attended.from_dict(figures["attended"]),
        pass_mark=PassMark.from_dict(figures["pass_mark"]),
        ages=AgeBands.from_dict(figures["ages"]),
        made_on=date.fromisoformat(figures["made_on"]),
        project=figures["project"],
        district=figures["district"],
        organiser=figures["organiser"],
    )


def asked_as_dict(asked: Asked) -> dict[str, Any]:
    return {
        "first": asked.first.isoformat(),
        "last": asked.last.isoformat(),
        "project": _hex(asked.project_id),
        "district": _hex(asked.district_id),
        "by": [by.value for by in asked.by],
        "counting": asked.counting.value if asked.counting else None,
        "sample": asked.sample,
    }


def asked_again(told: Told) -> Asked:
    return Asked(
        date.fromisoformat(told["first"]),
        date.fromisoformat(told["last"]),
        _key(told["project"]),
        _key(told["district"]),
        tuple(By(word) for word in told["by"]),
        Counting(told["counting"]) if told["counting"] else None,
        told["sample"],
    )


class _Table:
    """Every value once; a row is made of their places."""

    def __init__(self) -> None:
        self.values: list[Any] = [None]
        self._places: dict[Any, int] = {None: 0}

    def row(self, one: Counted) -> list[int]:
        return [
            int(one.counts),
            one.times,
            *(self._place(_hex(key)) for key in (one.person_id, one.training_id, one.group_id)),
            self._place(one.day.isoformat() if one.day else None),
            self._place(one.sex.value),
            self._place((one.age.least, one.age.below)),
            self._place(one.district),
            self._place(one.group_kind.value if one.group_kind else None),
            self._place(one.occupation),
            self._place(one.module),
        ]

    def _place(self, value: Any) -> int:  # noqa: ANN401
        if value not in self._places:
            self._places[value] = len(self.values)
            self.values.append(value)
        return self._places[value]


def _counted(row: Sequence[int], values: Sequence[Any]) -> Counted:
    counts, times, *places = row
    person, training, group, day, sex, age, district, kind, occupation, module = (values[place] for place in places)
    return Counted(
        counts=bool(counts),
        person_id=_key(person),
        training_id=_key(training),
        group_id=_key(group),
        day=date.fromisoformat(day) if day else None,
        sex=Sex(sex),
        age=AgeBand(*age) if tuple(age) != (None, None) else UNKNOWN_AGE,
        district=district,
        group_kind=GroupKind(kind) if kind else None,
        occupation=occupation,
        module=module,
        times=times,
    )


def _line(line: IndicatorLine) -> dict[str, Any]:
    wanted = line.wanted
    return {
        "id": wanted.id.hex,
        "measure": wanted.measure.value,
        "title": wanted.title,
        "donor_code": wanted.donor_code,
        "definition": wanted.definition,
        "module": wanted.module,
        "group_kind": wanted.group_kind.value if wanted.group_kind else "",
        "kind": wanted.kind,
        "counting": wanted.counting.value,
        "numerator": line.figure.numerator,
        "denominator": line.figure.denominator,
        "targets": [_target(one) for one in line.targets],
        "wider": [_target(one) for one in line.wider],
        "readings": [_reading(one) for one in line.readings],
        "outsiders": line.outsiders,
        "heads": line.heads,
        "district": line.district,
    }


def _line_again(told: Told, counted: tuple[Counted, ...]) -> IndicatorLine:
    wanted = Wanted(
        id=UUID(told["id"]),
        measure=Measure(told["measure"]),
        title=told["title"],
        donor_code=told["donor_code"],
        definition=told["definition"],
        module=told["module"],
        group_kind=GroupKind(told["group_kind"]) if told["group_kind"] else None,
        kind=told["kind"],
        counting=Counting(told["counting"]),
    )
    return IndicatorLine(
        wanted=wanted,
        figure=Figure(told["numerator"], told["denominator"]),
        counted=counted,
        targets=tuple(map(_target_again, told["targets"])),
        readings=tuple(map(_reading_again, told["readings"])),
        outsiders=told["outsiders"],
        heads=told["heads"],
        district=told["district"],
        wider=tuple(map(_target_again, told["wider"])),
    )


def _target(one: Targeted) -> dict[str, Any]:
    return asdict(one) | {"first": _iso(one.first), "last": _iso(one.last)}


def _target_again(told: Told) -> Targeted:
    return Targeted(told["district"], told["number"], _day(told["first"]), _day(told["last"]))


def _reading(one: Reading) -> dict[str, Any]:
    return asdict(one) | {"id": one.id.hex, "on_day": one.on_day.isoformat()}


def _reading_again(told: Told) -> Reading:
    values = dict(told) | {"id": UUID(told["id"]), "on_day": date.fromisoformat(told["on_day"])}
    return Reading(**(values | {"figure": Figure(**told["figure"])}))


def _hex(key: UUID | None) -> str | None:
    return key.hex if key else None


def _key(word: str | None) -> UUID | None:
    return UUID(word) if word else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(word: str | None) -> date | None:
    return date.fromisoformat(word) if word else None
