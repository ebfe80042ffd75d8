"""The register on screen: a line a person, a column a session of the training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from trainer_app.documents.attendance_rows import note
from trainer_app.documents.words import left_words, part_words
from trainer_app.domain.age_bands import UNKNOWN_AGE
from trainer_app.domain.attendance import (
    GLYPHS,
    LETTERS,
    Cell,
    Register,
    RegisterDay,
    RegisterLine,
    Status,
    Totals,
    totals,
)
from trainer_app.domain.people import Sex, shown_phone
from trainer_app.domain.rules import USUAL
from trainer_app.i18n import N_, _, ngettext, pgettext, screen
from trainer_app.ui.models.table import CENTRE, LEFT, NOWHERE, RIGHT, Index, ItemRole

FACE = ItemRole.UserRole  # a Face: all that is painted in one answer; None in the columns that are not a day

UNMARKED = "·"


@dataclass(frozen=True, slots=True)
class Face:
    """What a cell of a day looks like."""

    words: str
    status: Status | None
    edited_late: bool
    locked: bool
    """The day is still to come."""
    own: bool
    """The day is the one that the workspace is open at."""
    gone: bool
    """No mark is expected there: the person left before, or leads the training."""


class Lead(IntEnum):
    """The columns before the days."""

    NUMBER = 0
    NAME = 1
    SEX = 2
    AGE = 3
    PHONE = 4
    ORGANISATION = 5


DAYS_FROM = len(Lead)
LEAD_TITLES = {
    Lead.NAME: N_("Name"),
    Lead.SEX: N_("Sex"),
    Lead.AGE: N_("Age"),
    Lead.PHONE: N_("Phone"),
    Lead.ORGANISATION: N_("Organisation"),
}


def _lead_title(column: Lead) -> str:
    """ "No" alone is the answer of a question box: as a number it is another word in other languages."""
    return pgettext("number in the register", "No") if column is Lead.NUMBER else _(LEAD_TITLES[column])


def status_words(status: Status | None) -> str:
    """The status as a word of the screen: a column of marks is heard, not only seen."""
    match status:
        case Status.PRESENT:
            return pgettext("attendance", "present")
        case Status.ABSENT:
            return pgettext("attendance", "absent")
        case Status.LATE:
            return pgettext("attendance", "late")
        case Status.EXCUSED:
            return pgettext("attendance", "excused")
    return pgettext("attendance", "unmarked")


def face(cell: Cell) -> str:
    """What a cell of a day shows: a sign and a letter, so that colour never speaks alone; and minutes, where known."""
    if cell.status is None:
        return UNMARKED
    shown = f"{GLYPHS[cell.status]} {LETTERS[cell.status]}"
    return shown if cell.minutes is None else f"{shown} {cell.minutes}′"


class RegisterModel(QAbstractTableModel):
    """Shows a register that was read already. Marks that changed are repainted in place: nothing else moves."""

    remarked = Signal(object, str)  # the person, and the words beside their mark

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[RegisterDay, ...] = ()
        self.lines: tuple[RegisterLine, ...] = ()
        self.rule = USUAL
        self._whole: Register | None = None
        self._own: UUID | None = None
        self._today = date.min

    def show_register(self, register: Register, own: UUID, today: date) -> None:
        """`own` is the session that the workspace is open at."""
        same_columns = (self.days, self._own, self._today) == (register.days, own, today)
        before = [line.person_id for line in self.lines]
        after = [line.person_id for line in register.lines]
        self._own, self._today = own, today
        same_columns = same_columns and self.rule == register.rule
        self.rule, self._whole = register.rule, register
        if not same_columns or not (_begins(after, before) or _begins(before, after)):
            self.beginResetModel()
            self.days, self.lines = register.days, register.lines
            self.endResetModel()
            return
        self._drop(len(after))
        self._repaint(register.lines[: len(self.lines)])
        self._append(register.lines[len(self.lines) :])

    def show_marks(self, marks: Mapping[tuple[UUID, UUID], Cell]) -> None:
        """`marks` is everything that is marked, by (session, person)."""
        self._repaint(
            tuple(
                replace(line, cells=tuple(marks.get((day.session_id, line.person_id), Cell()) for day in self.days))
                for line in self.lines
            )
        )

    def count(self, column: int) -> Totals:
        """The session of a column in counts, with the marks as they are shown."""
        if self._whole is None:
            raise RuntimeError("no register is shown")
        return totals(replace(self._whole, lines=self.lines), column - DAYS_FROM)

    @property
    def own_column(self) -> int:
        """The workspace's session; a session that was cut has no column, and the first one stands for it."""
        return next((DAYS_FROM + n for n, day in enumerate(self.days) if day.session_id == self._own), DAYS_FROM)

    @property
    def rate_column(self) -> int:
        return DAYS_FROM + len(self.days)

    @property
    def remark_column(self) -> int:
        return self.rate_column + 1

    @property
    def register_days(self) -> range:
        """The columns that can be marked."""
        return range(DAYS_FROM, DAYS_FROM + len(self.days))

    def is_day(self, column: int) -> bool:
        return column in self.register_days

    def is_locked(self, column: int) -> bool:
        return self.is_day(column) and self.day_of(column).is_future(self._today)

    def day_of(self, column: int) -> RegisterDay:
        return self.days[column - DAYS_FROM]

    def is_gone(self, line: int, column: int) -> bool:
        """Nothing is marked there, and nobody misses it."""
        own, day = self.lines[line], self.day_of(column)
        return self.cell(line, column).status is None and not own.is_unmarked(column - DAYS_FROM, day)

    def cell(self, line: int, column: int) -> Cell:
        return self.lines[line].cells[column - DAYS_FROM]

    def first_unmarked(self) -> int:
        """The line where marking goes on in the workspace's own session; the first when all is marked."""
        column = self.own_column - DAYS_FROM
        day = self.days[column]
        return next((n for n, line in enumerate(self.lines) if line.is_unmarked(column, day)), 0)

    def line_of(self, person_id: UUID) -> int | None:
        return next((n for n, line in enumerate(self.lines) if line.person_id == person_id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.remark_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if self._is_remark(index) else found

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = index.column()
        match role:
            case ItemRole.DisplayRole:
                return self.shown(index.row(), column)
            case ItemRole.EditRole if self._is_remark(index):
                return self.shown(index.row(), column)
            case ItemRole.TextAlignmentRole:
                return self._align(column)
            case ItemRole.AccessibleTextRole:
                return self._spoken(index.row(), column)
            case ItemRole.ToolTipRole:
                return self._tip(index.row(), column)
            case _ if role == FACE and self.is_day(column):
                return self._face(index.row(), column)
        return None

    def _face(self, row: int, column: int) -> Face:
        cell = self.cell(row, column)
        gone = cell.status is None and self.is_gone(row, column)
        return Face(
            self.shown(row, column), cell.status, cell.edited_late, self.is_locked(column), self._owns(column), gone
        )

    def setData(self, index: Index, value: object, role: int = ItemRole.EditRole) -> bool:
        if role != ItemRole.EditRole or not self._is_remark(index):
            return False
        words = str(value).strip()
        if words != self.shown(index.row(), index.column()):
            self.remarked.emit(self.lines[index.row()].person_id, words)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == ItemRole.DisplayRole:
            return self.title(section)
        if role == ItemRole.ToolTipRole and self.is_day(section):
            day = self.day_of(section)
            return f"{screen().weekday(day.day)} {screen().long_date(day.day)}, {day.starts:%H:%M}-{day.ends:%H:%M}"
        return self._align(section) if role == ItemRole.TextAlignmentRole else None

    def title(self, column: int) -> str:
        if self.is_day(column):
            day = self.day_of(column)
            if day.part:
                return f"{day.day:%d/%m} {part_words(day, screen())}"
            # L10N: the head of a register's column: "d" for the day of the training, and its date
            return _("d{number} {date}").format(number=day.number, date=f"{day.day:%d/%m}")
        if column == self.rate_column:
            return "%"
        return _("Remark") if column == self.remark_column else _lead_title(Lead(column))

    def shown(self, row: int, column: int) -> str:
        line = self.lines[row]
        if self.is_day(column):
            gone = line.left_on is not None and self.is_gone(row, column)
            return left_words(line, screen()) if gone else face(self.cell(row, column))
        if column == self.rate_column:
            rate = line.rate(self.rule)
            return "" if rate is None else f"{rate * 100:.0f}"
        if column == self.remark_column:
            return line.cells[self.own_column - DAYS_FROM].note if self.days else ""
        return _lead(line, Lead(column))

    def plain(self, row: int, column: int) -> str:
        """As a spreadsheet wants it: a mark is its letter alone, an unmarked cell is empty."""
        if not self.is_day(column):
            return self.shown(row, column)
        status = self.cell(row, column).status
        return LETTERS[status] if status else ""

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, self.columnCount() - 1))

    def _spoken(self, row: int, column: int) -> str:
        line = self.lines[row]
        if not self.is_day(column):
            said = self.shown(row, column) or _("empty")
            return _("{name}, {column}: {value}").format(name=line.name, column=self.title(column), value=said)
        day, cell = self.day_of(column), self.cell(row, column)
        parts = [
            line.name,
            _("day {number}").format(number=day.number),
            f"{day.day.day} {screen().month(day.day)}",
            status_words(cell.status),
        ]
        if day.part:
            parts.insert(2, part_words(day, screen()))
        if cell.minutes is not None:
            parts.append(minutes_words(cell.minutes))
        if self.is_gone(row, column):
            parts.append(left_words(line, screen()) or _("leads the training"))
        if cell.edited_late:
            parts.append(_("edited late"))
        if self.is_locked(column):
            parts.append(_("not to be marked before that day"))
        return ", ".join([*parts, *([cell.note] if cell.note else [])])

    def _tip(self, row: int, column: int) -> str | None:
        if not self.is_day(column):
            return self.shown(row, column) or None
        cell = self.cell(row, column)
        late = _("Edited more than two days after the session.") if cell.edited_late else ""
        why = _("Why: {reason}").format(reason=cell.reason) if cell.reason else ""
        stayed = minutes_words(cell.minutes) if cell.minutes is not None else ""
        parts = (status_words(cell.status), stayed, cell.note, late, why, note(self.lines[row], screen()))
        return "\n".join(part for part in parts if part)

    def _align(self, column: int) -> Qt.AlignmentFlag:
        if column in (Lead.NUMBER, self.rate_column):
            return RIGHT
        return CENTRE if self.is_day(column) or column == Lead.SEX else LEFT

    def _is_remark(self, index: Index) -> bool:
        return index.isValid() and index.column() == self.remark_column

    def _owns(self, column: int) -> bool:
        return self.day_of(column).session_id == self._own

    def _drop(self, count: int) -> None:
        if count < len(self.lines):
            self.beginRemoveRows(QModelIndex(), count, len(self.lines) - 1)
            self.lines = self.lines[:count]
            self.endRemoveRows()

    def _append(self, lines: tuple[RegisterLine, ...]) -> None:
        if lines:
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()

    def _repaint(self, lines: tuple[RegisterLine, ...]) -> None:
        changed = [number for number, line in enumerate(lines) if line != self.lines[number]]
        self.lines = lines
        for number in changed:
            self.dataChanged.emit(self.index(number, 0), self.index(number, self.columnCount() - 1))


def minutes_words(minutes: int) -> str:
    return ngettext("stayed {count} minute", "stayed {count} minutes", minutes).format(count=minutes)


def _begins(whole: list[UUID], part: list[UUID]) -> bool:
    return whole[: len(part)] == part


def _lead(line: RegisterLine, column: Lead) -> str:
    match column:
        case Lead.NUMBER:
            return line.number
        case Lead.NAME:
            return line.name
        case Lead.SEX:
            return "" if line.sex == Sex.UNKNOWN else line.sex
        case Lead.AGE:
            return "" if line.age == UNKNOWN_AGE else line.age.value
        case Lead.PHONE:
            return shown_phone(line.phone)
        case Lead.ORGANISATION:
            return note(line, screen()) or line.organisation
