"""The columns that a list can have: their titles, and how they share the width of the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer_app.documents.sheet import Kind
from trainer_app.domain.groups import Role
from trainer_app.domain.list_forms import ListColumn, ListForm
from trainer_app.domain.people import masked_phone
from trainer_app.errors import TrainerError
from trainer_app.i18n import Catalog

LYING, UPRIGHT = 273.0, 186.0  # millimetres between the margins
DAYS_ROOM = 98.0  # five signatures of 19.6
WIDEST_DAY = 28.0


@dataclass(frozen=True, slots=True)
class Width:
    usual: float
    least: float


WIDTHS = {
    ListColumn.NUMBER: Width(9, 9),
    ListColumn.CODE: Width(24, 20),
    ListColumn.NAME: Width(52, 36),
    ListColumn.FAMILY: Width(34, 24),
    ListColumn.GIVEN: Width(34, 24),
    ListColumn.SEX: Width(11, 11),
    ListColumn.AGE: Width(13, 12),
    ListColumn.BIRTH: Width(14, 13),
    ListColumn.PHONE: Width(30, 23),
    ListColumn.ID: Width(32, 30),
    ListColumn.ORGANISATION: Width(32, 17),
    ListColumn.ROLE: Width(24, 17),
    ListColumn.OCCUPATION: Width(28, 18),
    ListColumn.PLACE: Width(28, 17),
    ListColumn.DISTRICT: Width(22, 17),
    ListColumn.SECTOR: Width(22, 17),
    ListColumn.CELL: Width(22, 17),
    ListColumn.NOTE: Width(24, 16),
    ListColumn.TOTAL: Width(17, 16),
    ListColumn.SHARE: Width(14, 12),
}
"""In millimetres; nothing is printed in less."""
KINDS = {ListColumn.NUMBER: Kind.NUMBER, ListColumn.BIRTH: Kind.NUMBER, ListColumn.TOTAL: Kind.NUMBER}
KINDS[ListColumn.SHARE] = Kind.SHARE
CENTRED = frozenset({ListColumn.NUMBER, ListColumn.SEX, ListColumn.AGE, ListColumn.BIRTH})
CENTRED |= {ListColumn.TOTAL, ListColumn.SHARE}
GROWS = (ListColumn.NAME, ListColumn.GIVEN, ListColumn.FAMILY, ListColumn.ORGANISATION, ListColumn.PLACE)
"""The first of these that is there takes the width that is left."""
STAY = frozenset({ListColumn.NUMBER, ListColumn.CODE, ListColumn.NAME, ListColumn.FAMILY, ListColumn.GIVEN})
STAY |= {ListColumn.SEX, ListColumn.MARKS}
"""What nobody is advised to leave out."""


def titles(t: Catalog) -> dict[ListColumn, str]:
    return {
        ListColumn.NUMBER: t.pgettext("number in the register", "No"),
        ListColumn.CODE: t.gettext("Code"),
        ListColumn.NAME: t.gettext("Name"),
        ListColumn.FAMILY: t.gettext("Family name"),
        ListColumn.GIVEN: t.gettext("Given name"),
        ListColumn.SEX: t.pgettext("heading of a narrow column", "Sex"),
        ListColumn.AGE: t.pgettext("age group", "Age"),
        ListColumn.BIRTH: t.gettext("Born"),
        ListColumn.PHONE: t.gettext("Phone"),
        ListColumn.ID: t.gettext("Identity card"),
        ListColumn.ORGANISATION: t.gettext("Organisation"),
        ListColumn.ROLE: t.gettext("Role"),
        ListColumn.OCCUPATION: t.gettext("Occupation"),
        ListColumn.PLACE: t.gettext("Sector, cell"),
        ListColumn.DISTRICT: t.gettext("District"),
        ListColumn.SECTOR: t.gettext("Sector"),
        ListColumn.CELL: t.pgettext("smallest unit of administration", "Cell"),
        ListColumn.NOTE: t.gettext("Note"),
        ListColumn.MARKS: t.gettext("Marks or signatures, a column for each day"),
        ListColumn.TOTAL: t.pgettext("heading of a narrow column", "Days attended"),
        ListColumn.SHARE: t.pgettext("heading of a narrow column", "%"),
    }


def role_words(role: str, t: Catalog) -> str:
    return {
        Role.MEMBER.value: t.gettext("Member"),
        Role.PEER_EDUCATOR.value: t.gettext("Peer educator"),
        Role.PRESIDENT.value: t.gettext("President"),
        Role.VICE_PRESIDENT.value: t.gettext("Vice-president"),
        Role.SECRETARY.value: t.gettext("Secretary"),
        Role.TREASURER.value: t.gettext("Treasurer"),
        Role.COMMITTEE.value: t.gettext("Committee member"),
    }.get(role, "")


def masked_card(number: str) -> str:
    """As with phones: only the last three digits."""
    return masked_phone(number)


def room(form: ListForm) -> float:
    return UPRIGHT if form.is_upright else LYING


def shares(wanted: Sequence[ListColumn], days: int, least_day: float, width: float) -> tuple[list[float], float]:
    """The width of each column but the marks, and of one day; they fill the paper where they can.

    What is wide gives way first, in proportion to what it can give; then the days.
    """
    day = min(DAYS_ROOM / days, WIDEST_DAY) if days else 0.0
    plain = [column for column in wanted if column is not ListColumn.MARKS]
    found = [WIDTHS[column].usual for column in plain]
    lacking = sum(found) + days * day - width
    if lacking > 0:
        gives = [WIDTHS[column].usual - WIDTHS[column].least for column in plain]
        part = min(1.0, lacking / sum(gives)) if sum(gives) else 0.0
        found = [own - part * give for own, give in zip(found, gives, strict=True)]
        if days:
            day = max(min(day, (width - sum(found)) / days), min(least_day, day))
    spare = width - sum(found) - days * day
    if spare > 0 and plain:
        grows = next((column for column in GROWS if column in plain), plain[-1])
        found[plain.index(grows)] += spare
    return found, day


def most_days(wanted: Sequence[ListColumn], least_day: float, width: float, most: int) -> int:
    """How many days stand beside each other; at least one, even where it does not fit."""
    left = width - _least(wanted)
    return max(1, min(most, int(left / least_day + 1e-6)))


def refuse_what_does_not_fit(wanted: Sequence[ListColumn], least_day: float, form: ListForm, t: Catalog) -> None:
    """Raises TrainerError with what would help: the other way of the paper, or a column less."""
    has_days = least_day if ListColumn.MARKS in wanted else 0.0
    if _least(wanted) + has_days <= room(form):
        return
    can_go = [column for column in wanted if column not in STAY] or list(wanted)
    widest = max(can_go, key=lambda column: WIDTHS[column].least)
    if form.is_upright and _least(wanted) + has_days <= LYING:
        words = t.gettext(
            "These columns are too many for upright paper. Choose landscape, or leave out a column such as “{column}”."
        )
    else:
        words = t.gettext("These columns are too many for the paper. Leave out a column such as “{column}”.")
    raise TrainerError(words.format(column=titles(t)[widest]), "too_many_columns")


def _least(wanted: Sequence[ListColumn]) -> float:
    return sum(WIDTHS[column].least for column in wanted if column is not ListColumn.MARKS)
