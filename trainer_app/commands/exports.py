"""Reports and data that leave: `export indicators`, `print indicator-report`, `export data`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection
from datetime import date
from pathlib import Path

from trainer_app.commands.context import Context, Result, period
from trainer_app.documents import dhis2, indicator_book, tidy_files, tidy_papers
from trainer_app.documents.formats import PDF
from trainer_app.documents.indicator_rows import Detail, Told
from trainer_app.documents.output import Written
from trainer_app.documents.tidy_files import Names
from trainer_app.domain.indicators import Asked, By, Counting
from trainer_app.domain.printed import Made
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, label
from trainer_app.services import (
    evidence,
    frozen_reports,
    indicators,
    ledger,
    letterheads,
    places,
    projects,
    tidy_data,
)

DOCUMENT = "indicator_report"
TIDY_BY = (By.SEX, By.AGE, By.DISTRICT)


def export_indicators(context: Context, options: Namespace) -> Result:
    t = context.catalog(options)
    shown = unmasked(options, [detail.value for detail in Detail])
    told = _told(context, options, t.language, shown)
    made = indicator_book.write(told, t, Path(options.out), printed=context.today, annex=options.annex)
    note(context, DOCUMENT, t.language, shown)
    doubts = {one.kind.value: one.count for one in told.report.doubts}
    return written(made, {"indicators": len(told.report.lines), "doubts": doubts})


def _told(context: Context, options: Namespace, language: str, shown: frozenset[str]) -> Told:
    """As it is now, or as it was handed in."""
    if options.frozen:
        key = context.read(frozen_reports.one, options.frozen)
        kept = next(line for line in context.read(frozen_reports.reports) if line.id == key)
        report, frozen_on, title = context.read(frozen_reports.report, key), kept.frozen_on, kept.title
    else:
        report = context.read(indicators.report, _asked(context, options), language, context.today)
        frozen_on, title = None, ""
    named = context.read(evidence.named, report, language, cards=Detail.ID in shown)
    head = context.read(letterheads.of, report.asked.project_id)
    return Told(report, named, shown, frozen_on, title, head)


def print_indicators(context: Context, options: Namespace) -> Result:
    """The same on paper, whatever else the name ends in."""
    if Path(options.out).suffix.lower() != PDF:
        words = _("{file} must end in one of these: {suffixes}.")
        raise TrainerError(words.format(file=Path(options.out).name, suffixes=PDF), "unknown_format")
    return export_indicators(context, options)


def export_data(context: Context, options: Namespace) -> Result:
    """Tables for R and Power BI, or the figures as DHIS2 takes them."""
    t, names = context.catalog(options), Names(options.names)
    shown = tidy_data.shown(unmasked(options, (tidy_data.NAME, tidy_data.PHONE, tidy_data.CARD)))
    first, last = period(options)
    wanted = tidy_data.Wanted(first, last, options.sample, shown)
    with context.database.reading() as s:
        days = tidy_data.days(s, options.sample) or (context.today, context.today)
        asked = Asked(first or days[0], last or max(days[1], first or days[0]), by=TIDY_BY, sample=options.sample)
        report = indicators.report(s, asked, t.language, context.today)
        found = None if names is Names.DHIS2 else tidy_data.data(s, wanted, t.language, context.today)
    if found is None:
        pages = dhis2.pages(report, t)
    else:
        pages = tidy_files.pages(tidy_papers.with_indicators(found, report, t), names, t)
    out = Path(options.out)
    made = tidy_files.write(pages, t, out, options.sample)
    note(context, tidy_papers.DOCUMENT, t.language, shown)
    files = [str(one.path) for one in made]
    rows = {page.name: len(page.rows) for page in pages}
    return Result({"rows": sum(rows.values()), "tables": rows, "file": str(out), "files": files}, files)


def _asked(context: Context, options: Namespace) -> Asked:
    first, last = period(options)
    if first is None or last is None:
        raise TrainerError(_("Name the days of the report: --from and --to."), "what")
    return asked_between(context, options, first, last)


def asked_between(context: Context, options: Namespace, first: date, last: date) -> Asked:
    """What every command about indicators is asked besides its days."""
    return Asked(
        first,
        last,
        project_id=context.read(projects.one, options.project) if options.project else None,
        district_id=context.read(places.one, options.district, "district") if options.district else None,
        by=breakdowns(options.by),
        counting=Counting(options.counting) if options.counting else None,
        sample=options.sample,
    )


def breakdowns(told: str) -> tuple[By, ...]:
    """`sex,age`"""
    names = list(dict.fromkeys(filter(None, (word.strip() for word in told.split(",")))))
    if unknown := [name for name in names if name not in set(By)]:
        words = _("Nothing can be broken down by {name}: only by {known}.")
        raise TrainerError(words.format(name=", ".join(unknown), known=", ".join(By)), "unknown_breakdown")
    return tuple(By(name) for name in names)


def unmasked(options: Namespace, known: Collection[str]) -> frozenset[str]:
    """`--unmask name,phone,id`: what is shown of people."""
    wanted = frozenset(filter(None, (options.unmask or "").split(",")))
    if unknown := wanted - set(known):
        words = _("{name} cannot be unmasked: only {known} can.")
        raise TrainerError(words.format(name=", ".join(sorted(unknown)), known=", ".join(known)), "unknown_column")
    return wanted


def note(context: Context, document: str, language: str, shown: frozenset[str]) -> None:
    """That it left, and whether it named anybody."""
    with context.database.changing(label(N_("Make a document")), undoable=False) as s:
        ledger.note(s, Made(document, language, None, frozenset(map(str, shown))), context.today)


def written(made: Written, also: dict[str, object]) -> Result:
    told = {"rows": made.rows, "file": str(made.path), **also}
    if made.pages:
        told["pages"] = made.pages
    return Result(told, [str(made.path)])
