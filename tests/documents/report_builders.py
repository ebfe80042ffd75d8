"""Indicator reports made by hand: every number in them was counted on fingers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from tests.documents.builders import HARD_NAMES, NAMES
from trainer_app.documents.indicator_rows import Detail, Told
from trainer_app.domain.age_bands import ADULT, UNKNOWN_AGE, USUAL_BANDS, YOUTH
from trainer_app.domain.evidence import Named, Someone, Something
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.indicators import (
    Asked,
    By,
    Counted,
    Doubt,
    DoubtKind,
    Figure,
    IndicatorLine,
    IndicatorReport,
    Measure,
    Reading,
    Targeted,
    Wanted,
    figure,
)
from trainer_app.domain.people import Sex
from trainer_app.domain.rules import USUAL, PassMark

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
MADE = date(2026, 4, 2)
DISTRICTS = ("Rulindo", "Gakenke", "")
SEXES = (Sex.FEMALE, Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
AGES = (YOUTH, ADULT, UNKNOWN_AGE)
KINDS = (GroupKind.COOPERATIVE, GroupKind.SAVINGS)
TRAINING, GROUP = UUID(int=7), UUID(int=8)


def counted(number: int, counts: bool = True) -> Counted:
    return Counted(
        counts,
        person_id=UUID(int=1000 + number),
        training_id=TRAINING,
        group_id=GROUP,
        day=FIRST + timedelta(days=number % 90),
        sex=SEXES[number % len(SEXES)],
        age=AGES[number % len(AGES)],
        district=DISTRICTS[number % len(DISTRICTS)],
        group_kind=KINDS[number % len(KINDS)],
        occupation="tailor" if number % 2 else "",
        module="M3",
    )


def people_line(many: int = 40, title: str = "People trained on governance", code: str = "1.2.a") -> IndicatorLine:
    found = tuple(map(counted, range(many)))
    return IndicatorLine(
        Wanted(UUID(int=1), Measure.PEOPLE_TRAINED, title, code, "Members who can explain their duties."),
        figure(found, share=False),
        found,
        (Targeted("", 50), Targeted("Rulindo", 20), Targeted("Nyamagabe", 5)),
        outsiders=3,
        heads=12,
    )


def share_line(many: int = 30) -> IndicatorLine:
    """Two of three passed."""
    found = tuple(counted(number, number % 3 != 0) for number in range(many))
    return IndicatorLine(
        Wanted(UUID(int=2), Measure.PASSED, donor_code="1.3"),
        figure(found, share=True),
        found,
        (Targeted("", 0.8),),
    )


def events_line() -> IndicatorLine:
    found = tuple(
        Counted(True, training_id=TRAINING, group_id=GROUP, day=FIRST, district=DISTRICTS[n % 2], module="M3")
        for n in range(4)
    )
    return IndicatorLine(Wanted(UUID(int=3), Measure.TRAININGS_HELD), figure(found, share=False), found)


def outcome_line() -> IndicatorLine:
    """57.6 % of 250 families."""
    own = Figure(144, 250)
    reading = Reading(UUID(int=41), date(2026, 3, 20), "", own, "Survey of the union, 250 families", 80, 64)
    older = Reading(UUID(int=42), date(2026, 1, 20), "Rulindo", Figure(20, 60), "District office", note="by telephone")
    wanted = Wanted(UUID(int=4), Measure.READING, "Families with access to public services", "O-1", "Water and light.")
    return IndicatorLine(wanted, own, readings=(older, reading))


def nobody_line() -> IndicatorLine:
    """So many of nobody: there is no share, and nothing is divided by zero."""
    return IndicatorLine(Wanted(UUID(int=5), Measure.GAINED), Figure(0, 0))


def lines(many: int = 40) -> tuple[IndicatorLine, ...]:
    return people_line(many), share_line(), events_line(), outcome_line(), nobody_line()


DOUBTS = (Doubt(DoubtKind.NOT_MARKED, 3), Doubt(DoubtKind.NO_SEX, 1), Doubt(DoubtKind.NO_READING, 2))


def report(
    own: Sequence[IndicatorLine] | None = None,
    by: Sequence[By] = (By.SEX, By.AGE),
    doubts: Sequence[Doubt] = DOUBTS,
    **asked: object,
) -> IndicatorReport:
    return IndicatorReport(
        Asked(FIRST, LAST, by=tuple(by), **asked),
        tuple(lines() if own is None else own),
        tuple(doubts),
        USUAL,
        PassMark(),
        USUAL_BANDS,
        MADE,
        project="Village savings to cooperatives",
        organiser="District cooperative union of Rulindo",
    )


def named(many: int = 40, names: Sequence[str] = NAMES) -> Named:
    people = {
        UUID(int=1000 + n): Someone(f"RUL-P{n}", names[n % len(names)], f"+250788{n:06}", f"119908{n:010}")
        for n in range(many)
    }
    return Named(
        people,
        {TRAINING: Something("RUL-014", "Cooperative governance")},
        {GROUP: Something("RUL-G3", "KOABICYA")},
    )


def told(many: int = 40, names: Sequence[str] = HARD_NAMES, unmask: Sequence[str] = (), **of_report: object) -> Told:
    return Told(report(**of_report), named(many, names), frozenset(unmask))


ALL_DETAILS = tuple(Detail)
