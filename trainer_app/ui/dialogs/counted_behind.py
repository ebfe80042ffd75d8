"""What a number of a report counts: the people, trainings or groups behind it. Each can be opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.documents.words import age_words
from trainer_app.domain.indicators import Counted
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.services import report_names
from trainer_app.services.report_names import Names
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.people import sex_letter, sex_word
from trainer_app.ui.models.table import CENTRE, RIGHT, Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PERSON, TRAINING, GROUP = "person", "training", "group"
Place = tuple[str, UUID]
"""A page, and what to show there."""
DATE = "00/00/0000 0"


@dataclass(frozen=True, slots=True)
class Behind:
    """Something that was counted, with its name."""

    number: int
    counted: Counted
    name: str
    training: str

    @property
    def place(self) -> Place | None:
        """The page that tells more of it."""
        one = self.counted
        if one.person_id is not None:
            return PERSON, one.person_id
        if one.group_id is not None and one.training_id is None:
            return GROUP, one.group_id
        return (TRAINING, one.training_id) if one.training_id is not None else None


def ask(
    parent: QWidget, work: Work, title: str, counted: Sequence[Counted], language: str, share: bool
) -> Place | None:
    """What is to be shown on another page, or None."""
    return CountedBehind(parent, work, title, counted, language, share).ask_user()


class CountedBehind(FormDialog[Place]):
    """`dlgCounted`. Of a share everybody of the denominator is listed, who does not count yet before the others."""

    TITLE = N_("Behind the number")
    ACCEPT = N_("Open")

    def __init__(
        self,
        parent: QWidget | None,
        work: Work,
        title: str,
        counted: Sequence[Counted],
        language: str,
        share: bool,
    ) -> None:
        super().__init__(parent, "dlgCounted", 1040, 500)
        self._title, self._share = title, share
        self._listed = [one for one in counted if one.counts or share]
        names = work.read(report_names.names, self._listed, language)
        lines = [_behind(number, one, names) for number, one in enumerate(self._listed)]
        lines.sort(key=_order)
        inside = self.without_form()
        self.head = label(self, "strong", "lblCounted")
        self.table: ListView[Behind] = ListView(self, "tblCounted", COLUMNS, _key, self.TITLE)
        self.table.hide_columns(_without_words(lines, share))
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
        self.head.setText(f"{self._title}: {self._number()}")

    def _number(self) -> str:
        number = screen().number
        counts = sum(one.times for one in self._listed if one.counts)
        if self._share:
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
        if line.place is not None:
            self.finish(line.place)


def _behind(number: int, one: Counted, names: Names) -> Behind:
    training = names.trainings.get(one.training_id, "") if one.training_id else ""
    if one.person_id is not None:
        return Behind(number, one, names.people.get(one.person_id, _("(removed)")), training)
    if one.group_id is not None and one.training_id is None:
        return Behind(number, one, names.groups.get(one.group_id, _("(removed)")), "")
    return Behind(number, one, training, "")


def _counts(line: Behind) -> str:
    return (
        pgettext("a person in a share", "counts") if line.counted.counts else pgettext("a person in a share", "not yet")
    )


def _counts_icon(line: Behind) -> tuple[str, Tint]:
    return ("check", Tint.SUCCESS) if line.counted.counts else ("x", Tint.MUTED)


def _name(line: Behind) -> str:
    return line.name


def _sex(line: Behind) -> str:
    return sex_letter(line.counted.sex) if line.counted.person_id is not None else ""


def _sex_spoken(line: Behind) -> str:
    return sex_word(line.counted.sex)


def _age(line: Behind) -> str:
    return age_words(line.counted.age, screen()) if line.counted.person_id is not None else ""


def _district(line: Behind) -> str:
    return line.counted.district


def _training(line: Behind) -> str:
    return line.training


def _day(line: Behind) -> str:
    return screen().date(line.counted.day) if line.counted.day is not None else ""


def _day_order(line: Behind) -> int:
    return line.counted.day.toordinal() if line.counted.day is not None else 0


def _times(line: Behind) -> str:
    return screen().number(line.counted.times) if line.counted.times != 1 else ""


def _times_order(line: Behind) -> int:
    return line.counted.times


COLUMNS: tuple[Column[Behind], ...] = (
    Column(N_("Name"), _name, tip=_name, sample="HABYARIMANA Jean Bosco 00"),
    Column(N_("Counts"), _counts, icon=_counts_icon, sample="not yet 0000"),
    Column(N_("Sex"), _sex, spoken=_sex_spoken, align=CENTRE, sample="Igitsina"),
    Column(N_("Age group"), _age, sample="36 and over 0"),
    Column(N_("Times"), _times, sort=_times_order, align=RIGHT, sample="Times 0"),
    Column(N_("Day"), _day, sort=_day_order, sample=DATE),
    Column(N_("District"), _district, sample="Nyamagabe 0"),
    Column(N_("Training"), _training, tip=_training, stretch=True),
)
SAYS: dict[str, Callable[[Behind], str]] = {column.title: column.text for column in COLUMNS}


def _without_words(lines: Sequence[Behind], share: bool) -> list[str]:
    """Columns that would be empty, and whether it counts where everything does. The training keeps its room."""
    kept = {N_("Training"), N_("Counts")}
    empty = [title for title, text in SAYS.items() if title not in kept and not any(map(text, lines))]
    return empty if share else [*empty, N_("Counts")]


def _order(line: Behind) -> tuple[bool, str, int]:
    """Those who do not count yet first: they are to be called."""
    return line.counted.counts, line.name.casefold(), _day_order(line)


def _key(line: Behind) -> int:
    return line.number
