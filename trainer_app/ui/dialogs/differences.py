"""A report that was kept beside the figures of today: who came in, who fell out, and what was done that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.documents import indicator_words
from trainer_app.domain.indicators import OF_PEOPLE, Figure, Measure
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.services import behind
from trainer_app.services.report_differences import Difference, Differences, Moved
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.icons import Tint
from trainer_app.ui.models.indicators import value_words
from trainer_app.ui.models.table import RIGHT, Column
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

NUMBER = "000 000"


@dataclass(frozen=True, slots=True)
class MovedLine:
    """Somebody or something that came in or fell out, with its name."""

    number: int
    name: str
    came_in: bool
    moved: Moved


def show(parent: QWidget, work: Work, told: Differences, language: str) -> tuple[str, UUID] | None:
    """The page that is wanted, and what to show there."""
    return DifferencesDialog(parent, work, told, language).ask_user()


class DifferencesDialog(FormDialog[tuple[str, UUID]]):
    """`dlgDifferences`."""

    TITLE = N_("Then and now")
    ACCEPT = N_("Open")

    def __init__(self, parent: QWidget | None, work: Work, told: Differences, language: str) -> None:
        super().__init__(parent, "dlgDifferences", 980, 560)
        self._work, self._told, self._language = work, told, language
        self.head = label(self, "strong", "lblDifferences")
        self.rules = label(self, "warning", "lblRulesChanged")
        self.table: ListView[Difference] = ListView(self, "tblDifferences", COLUMNS, _key, N_("Indicators"))
        self.moved: ListView[MovedLine] = ListView(self, "tblMoved", MOVED, _number, N_("Who came in and who fell out"))
        self.table.chosen.connect(self._show_moved)
        self.table.opened.connect(self._to_moved)
        self.moved.opened.connect(self._open)
        inside = self.without_form()
        for widget in (self.head, self.rules):
            inside.addWidget(widget)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.moved, 1)
        self.table.show_rows(sorted(told.lines, key=_unchanged))
        self.table.selectRow(0)
        self.table.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        day = screen().date(self._told.frozen_on)
        self.head.setText(
            _("{title}, kept on {day}. {how_many}").format(title=self._told.title, day=day, how_many=words(self._told))
        )
        self.rules.setText(_("A rule of the programme was changed since: it can move any figure."))
        self.rules.setVisible(bool(self._told.rules))
        self._show_moved()

    @Slot()
    def submit(self) -> None:
        if (line := self.moved.current_row()) is not None:
            self._open(line)

    @Slot()
    def _show_moved(self) -> None:
        row = self.table.current_row()
        lines = _moved(self._work, row, self._language) if row is not None else []
        self.moved.show_rows(lines)
        self.accept_button.setVisible(bool(lines))
        if lines and self.moved.current_row() is None:
            self.moved.selectRow(0)

    @Slot()
    def _to_moved(self) -> None:
        if self.moved.rows.rowCount():
            self.moved.setFocus()

    @Slot(object)
    def _open(self, line: MovedLine) -> None:
        one = line.moved.counted
        if one.person_id is not None:
            self.finish(("person", one.person_id))
        elif one.training_id is not None:
            self.finish(("training", one.training_id))
        elif one.group_id is not None:
            self.finish(("group", one.group_id))


def words(told: Differences) -> str:
    """How many indicators differ."""
    count = sum(line.differs for line in told.lines)
    if not count:
        return _("Nothing differs from the figures of today.")
    many = ngettext("{count} indicator differs today.", "{count} indicators differ today.", count)
    return many.format(count=count)


def _moved(work: Work, row: Difference, language: str) -> list[MovedLine]:
    moved = [(True, one) for one in row.came_in] + [(False, one) for one in row.fell_out]
    names = _names(work, row.wanted.measure, [one for _came, one in moved], language)
    found = [
        MovedLine(n, names.get(_whose(one, row.wanted.measure), ""), came, one) for n, (came, one) in enumerate(moved)
    ]
    return sorted(found, key=_by_name)


def _names(work: Work, measure: Measure, moved: Sequence[Moved], language: str) -> dict[UUID | None, str]:
    counted = [one.counted for one in moved]
    if measure in OF_PEOPLE:
        return {one.person_id: one.name for one in work.read(behind.people_behind, counted, measure)}
    if measure is Measure.GROUPS_REACHED:
        return {one.group_id: one.name for one in work.read(behind.groups_behind, counted)}
    found = work.read(behind.trainings_behind, counted, language)
    return {one.training_id: f"{one.code} {one.title}" for one in found}


def _whose(moved: Moved, measure: Measure) -> UUID | None:
    one = moved.counted
    if measure in OF_PEOPLE:
        return one.person_id
    return one.group_id if measure is Measure.GROUPS_REACHED else one.training_id


def _title(row: Difference) -> str:
    return indicator_words.title(row.wanted, screen())


def _is_share(row: Difference) -> bool:
    return row.wanted.is_share or row.then.denominator is not None


def _then(row: Difference) -> str:
    return value_words(row.then, _is_share(row))


def _now(row: Difference) -> str:
    return value_words(row.now, _is_share(row))


def _change(row: Difference) -> str:
    then, now = row.then.value, row.now.value
    if then is None or now is None or then == now:
        return ""
    sign = "+" if now > then else "−"
    return f"{sign}{value_words(Figure(abs(now - then)), _is_share(row))}"


def _came_in(row: Difference) -> str:
    return _count(row.came_in)


def _fell_out(row: Difference) -> str:
    return _count(row.fell_out)


def _count(moved: Sequence[Moved]) -> str:
    return screen().number(sum(one.times for one in moved)) if moved else ""


def _key(row: Difference) -> UUID:
    return row.wanted.id


def _unchanged(row: Difference) -> bool:
    """What differs stands first."""
    return not row.differs


def _name(line: MovedLine) -> str:
    return line.name


def _way(line: MovedLine) -> str:
    return _("came in") if line.came_in else _("fell out")


def _way_icon(line: MovedLine) -> tuple[str, Tint]:
    return ("plus", Tint.SUCCESS) if line.came_in else ("x", Tint.WARNING)


def _times(line: MovedLine) -> str:
    return screen().number(line.moved.times) if line.moved.times > 1 else ""


def _because(line: MovedLine) -> str:
    because = line.moved.because
    if because is None:
        return ""
    told = (because.label.words(screen()), because.who, screen().date(because.when.date()))
    return " · ".join(filter(None, told))


def _by_name(line: MovedLine) -> tuple[bool, str]:
    return line.came_in, line.name.casefold()


def _number(line: MovedLine) -> int:
    return line.number


COLUMNS: tuple[Column[Difference], ...] = (
    Column(N_("Indicator"), _title, tip=_title, stretch=True),
    Column(N_("Then"), _then, align=RIGHT, sample=NUMBER),
    Column(N_("Now"), _now, align=RIGHT, sample=NUMBER),
    Column(N_("Change"), _change, align=RIGHT, sample=NUMBER),
    Column(N_("Came in"), _came_in, align=RIGHT, sample=NUMBER),
    Column(N_("Fell out"), _fell_out, align=RIGHT, sample=NUMBER),
)
MOVED: tuple[Column[MovedLine], ...] = (
    Column(N_("Who"), _name, tip=_name, sample="HABYARIMANA Jean Bosco 00"),
    Column("", _way, icon=_way_icon, sample="fell out 000000"),
    Column(N_("Times"), _times, align=RIGHT, sample="Times"),
    Column(N_("What was done"), _because, tip=_because, stretch=True),
)
