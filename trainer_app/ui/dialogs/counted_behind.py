"""What a number of a report counts: the people, trainings or groups behind it. Each can be opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.documents.words import age_words
from trainer_app.domain.indicators import OF_PEOPLE, Asked, Counted, Measure
from trainer_app.domain.people import Sex
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.services import behind
from trainer_app.services.behind import GroupBehind, PersonBehind, TrainingBehind
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.people import KINDS, sex_letter, sex_word
from trainer_app.ui.models.table import CENTRE, RIGHT, Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

Place = tuple[str, UUID]
"""A page, and what to show there."""
NAME, COUNTS, SEX, AGE, TIMES = N_("Name"), N_("Counts"), N_("Sex"), N_("Age group"), N_("Times")
DAYS, DISTRICT, GROUP, DETAIL = N_("Days"), N_("District"), N_("Group"), N_("Trainings")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a report: what it is called, and everything that was counted for it."""

    title: str
    measure: Measure
    counted: tuple[Counted, ...]
    is_share: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """A person, a training or a group that was counted."""

    place: Place
    name: str
    counts: bool = True
    times: int = 1
    sex: Sex | None = None
    age: str = ""
    days: tuple[date, ...] = ()
    district: str = ""
    group: str = ""
    detail: str = ""


def ask(parent: QWidget, work: Work, number: Number, asked: Asked, language: str) -> Place | None:
    """What is to be shown on another page, or None."""
    return CountedBehind(parent, work, number, asked, language).ask_user()


class CountedBehind(FormDialog[Place]):
    """`dlgCounted`. Of a share everybody of the denominator is listed, who does not count yet before the others."""

    TITLE = N_("Behind the number")
    ACCEPT = N_("Open")

    def __init__(self, parent: QWidget | None, work: Work, number: Number, asked: Asked, language: str) -> None:
        super().__init__(parent, "dlgCounted", 1040, 500)
        self._number = number
        self._listed = [one for one in number.counted if one.counts or number.is_share]
        lines = sorted(_behind(work, number.measure, self._listed, asked, language), key=_order)
        inside = self.without_form()
        self.head = label(self, "strong", "lblCounted")
        columns = PEOPLE if number.measure in OF_PEOPLE else OTHERS
        self.table: ListView[Behind] = ListView(self, "tblCounted", columns, _key, self.TITLE)
        self.table.hide_columns(_without_words(columns, lines, number.is_share))
        self.table.show_rows(lines)
        self.table.opened.connect(self._open)
        inside.addWidget(self.head)
        inside.addWidget(self.table, 1)
        self.table.selectRow(0)
        self.table.setFocus()
        self.accept_button.setVisible(bool(lines))
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.head.setText(f"{self._number.title}: {self._words()}")

    def _words(self) -> str:
        """`15 of 18`; `12 in all, of 10 people` where somebody counts twice."""
        number = screen().number
        counts = sum(one.times for one in self._listed if one.counts)
        if self._number.is_share:
            whole = sum(one.times for one in self._listed)
            return _("{part} of {whole}").format(part=number(counts), whole=number(whole))
        people = {one.person_id for one in self._listed if one.person_id is not None}
        if people and len(people) != counts:
            words = ngettext("{number} in all, of {people} person", "{number} in all, of {people} people", len(people))
            return words.format(number=number(counts), people=number(len(people)))
        return number(counts)

    @Slot()
    def submit(self) -> None:
        if (line := self.table.current_row()) is not None:
            self._open(line)

    @Slot(object)
    def _open(self, line: Behind) -> None:
        self.finish(line.place)


def _behind(work: Work, measure: Measure, listed: Sequence[Counted], asked: Asked, language: str) -> list[Behind]:
    if measure in OF_PEOPLE:
        return [_person(one) for one in work.read(behind.people_behind, listed, measure, asked)]
    if measure is Measure.GROUPS_REACHED:
        return [_group(one) for one in work.read(behind.groups_behind, listed)]
    return [_training(one) for one in work.read(behind.trainings_behind, listed, language)]


def _person(one: PersonBehind) -> Behind:
    return Behind(
        ("person", one.person_id),
        one.name,
        one.counts,
        one.times,
        one.sex,
        age_words(one.age, screen()),
        one.days,
        one.district,
        one.group,
        ", ".join(one.trainings),
    )


def _group(one: GroupBehind) -> Behind:
    days = (one.day,) if one.day is not None else ()
    return Behind(("group", one.group_id), one.name, days=days, district=one.district, detail=_(KINDS[one.kind]))


def _training(one: TrainingBehind) -> Behind:
    name = " ".join(filter(None, (one.code, one.title)))
    place = ("training", one.training_id)
    return Behind(place, name, times=one.times, days=one.days, district=one.district, group=one.group)


def _name(line: Behind) -> str:
    return line.name


def _counts(line: Behind) -> str:
    return pgettext("a person in a share", "counts") if line.counts else pgettext("a person in a share", "not yet")


def _counts_icon(line: Behind) -> tuple[str, Tint]:
    return ("check", Tint.SUCCESS) if line.counts else ("x", Tint.MUTED)


def _sex(line: Behind) -> str:
    return sex_letter(line.sex) if line.sex is not None else ""


def _sex_spoken(line: Behind) -> str:
    return sex_word(line.sex) if line.sex is not None else ""


def _age(line: Behind) -> str:
    return line.age


def _times(line: Behind) -> str:
    return screen().number(line.times) if line.times > 1 else ""


def _times_order(line: Behind) -> int:
    return line.times


def _days(line: Behind) -> str:
    """The first, and how many more: `24/11/2026 +2`. All of them stand in the tip."""
    if not line.days:
        return ""
    first, more = screen().date(line.days[0]), len(line.days) - 1
    return f"{first} +{more}" if more else first


def _all_days(line: Behind) -> str:
    return ", ".join(map(screen().date, line.days))


def _first_day(line: Behind) -> int:
    return line.days[0].toordinal() if line.days else 0


def _district(line: Behind) -> str:
    return line.district


def _group_name(line: Behind) -> str:
    return line.group


def _detail(line: Behind) -> str:
    return line.detail


PEOPLE: tuple[Column[Behind], ...] = (
    Column(NAME, _name, tip=_name, sample="HABYARIMANA Jean Bosco"),
    Column(COUNTS, _counts, icon=_counts_icon, sample="not yet 0000"),
    Column(SEX, _sex, spoken=_sex_spoken, align=CENTRE, sample="Sex 0"),
    Column(AGE, _age, sample="36 and over 0"),
    Column(TIMES, _times, sort=_times_order, align=RIGHT, sample="Times"),
    Column(DAYS, _days, sort=_first_day, tip=_all_days, sample="00/00/0000 +00"),
    Column(DISTRICT, _district, sample="Nyamagabe 0"),
    Column(GROUP, _group_name, tip=_group_name, sample="COOP Twisungane 00"),
    Column(DETAIL, _detail, tip=_detail, stretch=True),
)
OTHERS: tuple[Column[Behind], ...] = (
    Column(NAME, _name, tip=_name, stretch=True),
    Column(DETAIL, _detail, tip=_detail, sample="Savings group 00"),
    Column(TIMES, _times, sort=_times_order, align=RIGHT, sample="Times"),
    Column(DAYS, _days, sort=_first_day, tip=_all_days, sample="00/00/0000 +00"),
    Column(DISTRICT, _district, sample="Nyamagabe 0"),
    Column(GROUP, _group_name, tip=_group_name, sample="COOP Twisungane 00"),
)


def _without_words(columns: Sequence[Column[Behind]], lines: Sequence[Behind], share: bool) -> list[str]:
    """Columns that would be empty, and whether it counts where everything does. What takes the room there is stays."""
    kept = {NAME, COUNTS, *(column.title for column in columns if column.stretch)}
    empty = [column.title for column in columns if column.title not in kept and not any(map(column.text, lines))]
    return empty if share else [*empty, COUNTS]


def _order(line: Behind) -> tuple[bool, int, str]:
    """Those who do not count yet first: they are to be called. Trainings and groups by their days."""
    return line.counts, _first_day(line) if line.sex is None else 0, line.name.casefold()


def _key(line: Behind) -> Place:
    return line.place
