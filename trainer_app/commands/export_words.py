"""The words of the commands that hand reports and data out. Nothing is imported that a start would pay for."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping

from trainer_app.domain.text import tidy

BREAKDOWNS = ("sex", "age", "district", "group_kind", "occupation", "module")


def _indicators(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT")
    _add_report(part)


def _indicator_report(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT.pdf")
    _add_report(part)


def _data(part: ArgumentParser) -> None:
    part.add_argument("out", metavar="OUT", help="a folder, or a file that ends in .zip or .xlsx")
    part.add_argument("--from", dest="first", metavar="DATE")
    part.add_argument("--to", dest="last", metavar="DATE")
    part.add_argument("--names", choices=("tidy", "dhis2", "kobo"), default="tidy", help="how columns are called")
    part.add_argument("--sample", action="store_true", help="the sample programme in place of real work")
    part.add_argument("--unmask", metavar="name,phone,id", help="personal columns to show")


def add_figures(part: ArgumentParser) -> None:
    """Of `report indicators`, which looks and hands nothing out."""
    _add_asked(part)


def _add_report(part: ArgumentParser) -> None:
    _add_asked(part)
    part.add_argument("--annex", action="store_true", help="on paper, also list what was counted")
    part.add_argument("--unmask", metavar="name,phone,id", help="personal columns to show")


def _add_asked(part: ArgumentParser) -> None:
    part.add_argument("--from", dest="first", metavar="DATE")
    part.add_argument("--to", dest="last", metavar="DATE")
    part.add_argument("--project", type=tidy, metavar="REF")
    part.add_argument("--frozen", type=tidy, metavar="TITLE", help="as it was handed in")
    part.add_argument("--district", type=tidy, metavar="NAME")
    part.add_argument("--by", metavar="sex,age", default="sex,age", help=f"any of {', '.join(BREAKDOWNS)}")
    part.add_argument("--counting", choices=("people_per_topic", "people", "attendances"))
    part.add_argument("--sample", action="store_true", help="the sample programme, which no other report counts")


EXPORTS: Mapping[str, tuple[Callable[[ArgumentParser], None], str]] = {
    "indicators": (_indicators, "an indicator report with its evidence"),
    "data": (_data, "tables for R and Power BI, with their codebook"),
}
REPORTS: Mapping[str, Callable[[ArgumentParser], None]] = {"indicator-report": _indicator_report}
