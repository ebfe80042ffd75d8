"""The test results of a training on screen: before, after, and what was gained."""

from __future__ import annotations

from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from trainer_app.domain.scores import Mark, Phase, ScoreLine, ScoreProblem, ScoreSheet, parse_score
from trainer_app.i18n import N_, _, pgettext, screen
from trainer_app.ui.models.table import LEFT, NOWHERE, RIGHT, Index, ItemRole

LINE = ItemRole.UserRole  # the ScoreLine, for the bar
IS_WRONG = ItemRole.UserRole + 1  # what is shown was typed and refused, not kept
DID_NOT_SIT = "–"


class Col(IntEnum):
    NUMBER = 0
    NAME = 1
    PRE = 2
    POST = 3
    GAIN = 4
    BAR = 5


PHASES = {Col.PRE: Phase.PRE, Col.POST: Phase.POST}
TITLES = {
    Col.NAME: N_("Name"),
    Col.PRE: N_("Pre-test"),
    Col.POST: N_("Post-test"),
    Col.GAIN: N_("Gain"),
    Col.BAR: N_("From pre-test to post-test"),
}
Place = tuple[UUID, Phase]


def title_of(column: Col) -> str:
    return pgettext("number in the register", "No") if column is Col.NUMBER else _(TITLES[column])


def points(value: float) -> str:
    """`7`, `7.5` or, outside English, `7,5`."""
    return screen().number(value, 0 if value == int(value) else 1 if round(value * 10) == value * 10 else 2)


def signed(value: float) -> str:
    return f"+{points(value)}" if value > 0 else points(value)


def sentence(problem: ScoreProblem, maximum: float) -> str:
    """Why what was typed is no score."""
    match problem.args[0]:
        case "too_high":
            return _("The highest score is {maximum}.").format(maximum=points(maximum))
        case "negative":
            return _("A score is never less than 0.")
    return _("Write a number, or - for somebody who did not sit the test.")


class ScoreModel(QAbstractTableModel):
    """What is typed and cannot be a score stays on screen, marked as wrong, and is not kept."""

    scored = Signal(object, object, object)  # the person, the Phase, the Mark or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ScoreLine, ...] = ()
        self.maximum = 0.0
        self._wrong: dict[Place, tuple[str, str]] = {}  # what was typed, and why it was refused

    def show_sheet(self, sheet: ScoreSheet) -> None:
        self.maximum = sheet.maximum
        if [line.person_id for line in sheet.lines] == [line.person_id for line in self.lines]:
            self._repaint(sheet.lines)
            return
        self.beginResetModel()
        self.lines = sheet.lines
        self._wrong = {}
        self.endResetModel()

    def reason(self, index: Index) -> str:
        """Why what is shown in this cell was refused; "" when it was not."""
        return self._wrong[self._place(index)][1] if self._is_wrong(index) else ""

    def next_empty(self) -> tuple[int, Col]:
        """Where typing goes on: the first missing pre-test, else the first missing post-test."""
        for column in PHASES:
            for number, line in enumerate(self.lines):
                if _mark(line, column) is None:
                    return number, column
        return 0, Col.PRE

    def line_of(self, person_id: UUID) -> int | None:
        return next((n for n, line in enumerate(self.lines) if line.person_id == person_id), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Col)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() in PHASES else found

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case ItemRole.DisplayRole | ItemRole.EditRole:
                return self._shown(index)
            case ItemRole.AccessibleTextRole:
                return self._spoken(index)
            case ItemRole.TextAlignmentRole:
                return LEFT if index.column() in (Col.NAME, Col.BAR) else RIGHT
            case ItemRole.ToolTipRole:
                return self.reason(index) or None
            case _ if role == LINE:
                return self.lines[index.row()]
            case _ if role == IS_WRONG:
                return self._is_wrong(index)
        return None

    def setData(self, index: Index, value: object, role: int = ItemRole.EditRole) -> bool:
        if role != ItemRole.EditRole or not index.isValid() or index.column() not in PHASES:
            return False
        place, text = self._place(index), str(value).strip()
        try:
            mark = parse_score(text, self.maximum)
        except ScoreProblem as problem:
            self._wrong[place] = (text, sentence(problem, self.maximum))
            self.dataChanged.emit(index, index)
            return False
        was_wrong = self._wrong.pop(place, None)
        if mark != _mark(self.lines[index.row()], Col(index.column())):
            self.scored.emit(*place, mark)
        elif was_wrong:
            self.dataChanged.emit(index, index)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Col):
            return None
        if role == ItemRole.DisplayRole:
            return title_of(Col(section))
        return (LEFT if section in (Col.NAME, Col.BAR) else RIGHT) if role == ItemRole.TextAlignmentRole else None

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Col) - 1)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(Col) - 1))

    def _shown(self, index: Index) -> str:
        line = self.lines[index.row()]
        match Col(index.column()):
            case Col.NUMBER:
                return line.number
            case Col.NAME:
                return line.name
            case Col.GAIN:
                return "" if line.gain is None else signed(line.gain)
            case Col.BAR:
                return ""
        return self._wrong[self._place(index)][0] if self._is_wrong(index) else _written(_mark(line, index.column()))

    def _spoken(self, index: Index) -> str:
        line, column = self.lines[index.row()], Col(index.column())
        said = self._shown(index) or _("empty")
        if column in PHASES:
            mark = _mark(line, column)
            if self._is_wrong(index):
                said = _("{text}, not kept: {reason}").format(text=said, reason=self.reason(index))
            elif mark is not None and not mark.sat:
                said = _("did not sit")
        elif column is Col.BAR:
            said = _("from {pre} to {post}").format(pre=_written(line.pre) or "?", post=_written(line.post) or "?")
        return _("{name}, {column}: {value}").format(name=line.name, column=title_of(column), value=said)

    def _place(self, index: Index) -> Place:
        return self.lines[index.row()].person_id, PHASES[Col(index.column())]

    def _is_wrong(self, index: Index) -> bool:
        return index.column() in PHASES and self._place(index) in self._wrong

    def _repaint(self, lines: tuple[ScoreLine, ...]) -> None:
        changed = [number for number, line in enumerate(lines) if line != self.lines[number]]
        self.lines = lines
        for number in changed:
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(Col) - 1))


def _mark(line: ScoreLine, column: int) -> Mark | None:
    return line.pre if column == Col.PRE else line.post


def _written(mark: Mark | None) -> str:
    if mark is None:
        return ""
    return DID_NOT_SIT if mark.value is None else points(mark.value)
