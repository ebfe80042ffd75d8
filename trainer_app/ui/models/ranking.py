"""How the waiting list and those who take part are shown."""

from __future__ import annotations

from trainer_app.documents import ranking_words
from trainer_app.domain.people import shown_phone
from trainer_app.domain.ranking import Ranked
from trainer_app.domain.waiting import TakingPart
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models.table import CENTRE, RIGHT, Column


def reasons(line: Ranked) -> str:
    return ranking_words.reasons(line, screen())


def decided(line: Ranked) -> str:
    return ranking_words.decided(line, screen())


def position(line: Ranked) -> str:
    return ranking_words.position(line, screen())


def fate(line: TakingPart) -> str:
    """That they left, why, and who came instead."""
    if line.left_on is None:
        return ""
    words = _("left on {date}: {reason}").format(date=screen().date(line.left_on), reason=line.left_reason)
    instead = _("{name} came instead").format(name=line.came_instead) if line.came_instead else ""
    return " · ".join(part for part in (words, instead) if part)


def number(line: TakingPart) -> tuple[int, str]:
    """12 before 12b before 13."""
    digits = "".join(character for character in line.number if character.isdecimal())
    return int(digits or 0), line.number


WAITING: tuple[Column[Ranked], ...] = (
    Column(N_("Rank"), position, sort=lambda line: line.position, align=CENTRE, sample="00 = 0"),
    Column(N_("Name"), lambda line: line.who.name, tip=lambda line: line.who.group, sample="MUKANDAYISENGA Immacul"),
    Column(N_("Why"), reasons, tip=lambda line: decided(line) or reasons(line), stretch=True),
    Column(N_("Phone"), lambda line: shown_phone(line.who.phone), sample="0788 123 456 00"),
)
TAKING_PART: tuple[Column[TakingPart], ...] = (
    Column(
        N_("Number"),
        lambda line: line.number,
        sort=lambda line: int(line.number.rstrip("abcdefghijklmnopqrstuvwxyz")),
        align=RIGHT,
        sample="Number 0",
    ),
    Column(N_("Name"), lambda line: line.name, sample="MUKANDAYISENGA Immaculée Marie"),
    Column(N_("Left"), fate, tip=fate, stretch=True),
)
