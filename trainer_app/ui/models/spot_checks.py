"""Spot checks in lists: what was drawn, and what each person said."""

from __future__ import annotations

from trainer_app.documents.call_back_list import outcome_words, result_words
from trainer_app.domain.people import shown_phone
from trainer_app.domain.spot_checks import Check, CheckLine
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models.table import RIGHT, Column


def days(check: Check) -> str:
    words = _("{first} to {last}")
    return words.format(first=screen().date(check.head.first_day), last=screen().date(check.head.last_day))


def share(check: Check) -> str:
    """`6/8 (75 %)`: who say that they were there, of those reached."""
    found = check.result
    if found.share is None:
        return f"0/{found.drawn}"
    return f"{found.were_there}/{found.reached} ({screen().percent(found.share)})"


def result(check: Check) -> str:
    return result_words(check, screen())


def outcome(line: CheckLine) -> str:
    return outcome_words(screen())[line.outcome] if line.outcome else ""


CHECKS: tuple[Column[Check], ...] = (
    Column(N_("Drawn on"), lambda one: screen().date(one.head.drawn_on), sample="00/00/0000 0"),
    Column(N_("Days"), days, tip=lambda one: one.head.training, stretch=True),
    Column(N_("Seed"), lambda one: str(one.head.seed), align=RIGHT, sample="000000"),
    Column(N_("Were there"), share, tip=result, align=RIGHT, sample="00/00 (000 %)"),
)
LINES: tuple[Column[CheckLine], ...] = (
    Column("#", lambda line: str(line.position), align=RIGHT, sample="000"),
    Column(N_("Name"), lambda line: line.name, sample="MUKANDAYISENGA Immaculée"),
    Column(N_("Phone"), lambda line: shown_phone(line.phone), sample="0788 000 000 0"),
    Column(N_("Training"), lambda line: line.training, tip=lambda line: line.group, stretch=True),
    Column(N_("Day"), lambda line: screen().date(line.day), sample="00/00/0000 0"),
    Column(N_("Answer"), outcome, sample="Not reached 0"),
    Column(N_("What they said"), lambda line: line.words, tip=lambda line: line.words, sample="she was in Base that"),
)
