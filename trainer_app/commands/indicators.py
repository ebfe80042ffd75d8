"""`report indicators`: every indicator of a period as JSON, or a report that was handed in and what differs since."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import Any

from trainer_app.commands.context import Context, Result, period, table
from trainer_app.commands.exports import asked_between
from trainer_app.documents import indicator_words
from trainer_app.domain.indicators import (
    By,
    Counted,
    Doubt,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Reading,
    Targeted,
    Trait,
    breakdown,
)
from trainer_app.domain.report_periods import Preset, days_of
from trainer_app.i18n import Catalog
from trainer_app.services import frozen_reports, indicators, report_differences
from trainer_app.services.report_differences import Difference, Differences, Moved

Told = dict[str, Any]


def report_indicators(context: Context, options: Namespace) -> Result:
    """Of these days, else of the quarter of today; or as a report was handed in."""
    t = Catalog(context.language)
    if options.frozen:
        key = context.read(frozen_reports.one, options.frozen)
        told = _report(context.read(frozen_reports.report, key), t)
        told["frozen"] = _differences(context.read(report_differences.differences, key, context.today))
    else:
        asked = asked_between(context, options, *_days(context, options))
        told = _report(context.read(indicators.report, asked, context.language, context.today), t)
    rows = [
        (line["donor_code"], line["title"], _shown(line["numerator"]), _shown(line["denominator"]))
        for line in told["indicators"]
    ]
    return Result(told, [*(doubt["words"] for doubt in told["doubts"]), *table(rows)])


def _days(context: Context, options: Namespace) -> tuple[date, date]:
    """What was left open: until today, or from the beginning of the quarter; all of it, this quarter."""
    first, last = period(options)
    if first is not None:
        return first, last or max(first, context.today)
    begins, ends = days_of(Preset.THIS_QUARTER, last or context.today, last or context.today)
    return begins, last or ends


def _report(report: IndicatorReport, t: Catalog) -> Told:
    asked = report.asked
    return {
        "from": asked.first.isoformat(),
        "to": asked.last.isoformat(),
        "project": report.project,
        "district": report.district,
        "sample": asked.sample,
        "by": [by.value for by in asked.by],
        "counting": asked.counting.value if asked.counting else None,
        "definition": {
            "attended": report.attended.as_dict(),
            "pass_mark": report.pass_mark.share,
            "age_groups": [band.value for band in report.ages.bands],
        },
        "indicators": [_line(line, report, t) for line in report.lines],
        "doubts": [_doubt(doubt, t) for doubt in report.doubts],
    }


def _line(line: IndicatorLine, report: IndicatorReport, t: Catalog) -> Told:
    wanted = line.wanted
    return {
        "id": str(wanted.id),
        "measure": wanted.measure.value,
        "title": indicator_words.title(wanted, t),
        "donor_code": wanted.donor_code,
        "definition": indicator_words.rule_of(line, report, t),
        "module": wanted.module or None,
        "group_kind": wanted.group_kind.value if wanted.group_kind else None,
        "kind": wanted.kind or None,
        "counting": (report.asked.counting or wanted.counting).value,
        **_figure(line.figure),
        "target": line.target,
        "reached": line.reached,
        "targets": [_target(one) for one in line.targets],
        "wider_targets": [_target(one) for one in line.wider],
        "outsiders": line.outsiders,
        "heads": line.heads,
        "readings": [_reading(one) for one in line.readings],
        "breakdown": _parts(line, report),
    }


def _parts(line: IndicatorLine, report: IndicatorReport) -> list[Told]:
    by = report.asked.by
    parts = breakdown(line, by, report.ages) if by else ()
    return [{**_traits(by, traits), **_figure(figure)} for traits, figure in parts]


def _traits(by: tuple[By, ...], traits: tuple[Trait, ...]) -> Told:
    """What is not known is null."""
    return {kind.value: getattr(trait, "value", trait) or None for kind, trait in zip(by, traits, strict=True)}


def _figure(figure: Figure) -> Told:
    return {"numerator": figure.numerator, "denominator": figure.denominator, "value": figure.value}


def _target(one: Targeted) -> Told:
    return {
        "district": one.district or None,
        "number": one.number,
        "from": one.first.isoformat() if one.first else None,
        "to": one.last.isoformat() if one.last else None,
    }


def _reading(one: Reading) -> Told:
    return {
        "day": one.on_day.isoformat(),
        "district": one.district or None,
        **_figure(one.figure),
        "women": one.women,
        "men": one.men,
        "source": one.source,
        "note": one.note,
    }


def _doubt(doubt: Doubt, t: Catalog) -> Told:
    return {
        "kind": doubt.kind.value,
        "count": doubt.count,
        "words": indicator_words.doubt_words(doubt, t),
        "keys": [str(key) for key in doubt.keys],
    }


def _differences(found: Differences) -> Told:
    return {
        "title": found.title,
        "frozen_on": found.frozen_on.isoformat(),
        "compared_on": found.compared_on.isoformat(),
        "rules_changed": bool(found.rules),
        "differences": [_difference(line) for line in found.lines if line.differs],
    }


def _difference(line: Difference) -> Told:
    return {
        "id": str(line.wanted.id),
        "measure": line.wanted.measure.value,
        "title": line.wanted.title,
        "then": _figure(line.then),
        "now": _figure(line.now),
        "came_in": [_moved(one) for one in line.came_in],
        "fell_out": [_moved(one) for one in line.fell_out],
        "joined": [_moved(one) for one in line.joined],
        "left": [_moved(one) for one in line.left],
    }


def _moved(one: Moved) -> Told:
    counted, because = one.counted, one.because
    return {
        **_keys(counted),
        "times": one.times,
        "cause": because.cause.value if because else None,
        "when": because.when.isoformat() if because else None,
        "who": because.who if because else "",
    }


def _keys(counted: Counted) -> Told:
    keys = {"person": counted.person_id, "training": counted.training_id, "group": counted.group_id}
    return {name: str(key) for name, key in keys.items() if key is not None}


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"
