"""The points of a selection on screen: one assessor's, to be typed, or the averages of all, to be read."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from trainer_app.documents.call_words import number
from trainer_app.documents.selection_papers import decision_words
from trainer_app.domain import selection as choosing
from trainer_app.domain.scores import ScoreProblem, parse_score
from trainer_app.domain.selection import CandidateLine, RankedCandidate, SelectionSheet
from trainer_app.i18n import N_, _, screen
from trainer_app.ui.models.table import CENTRE, LEFT, NOWHERE, RIGHT, Column, Index, ItemRole

NAME = 0  # the first column; then a column for each criterion, the total, and what is missing


class PointsModel(QAbstractTableModel):
    """What is typed and cannot be points is refused with `refused`; what can is told by `given`."""

    given = Signal(object, object, object)  # candidate, criterion, points or None
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: SelectionSheet | None = None
        self.assessor = ""
        """Empty: the averages of all."""
        self._ranks: dict[UUID, RankedCandidate] = {}

    def show_sheet(self, sheet: SelectionSheet, assessor: str) -> None:
        same = self.sheet is not None and _shape(self.sheet) == _shape(sheet) and assessor == self.assessor
        if not same:
            self.beginResetModel()
        self.sheet, self.assessor = sheet, assessor
        self._ranks = {line.who.id: line for line in choosing.ranked(sheet)}
        if same:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        else:
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.sheet is None else len(self.sheet.candidates)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.sheet is None else len(self.sheet.criteria) + 3

    def is_criterion(self, column: int) -> bool:
        return self.sheet is not None and NAME < column <= len(self.sheet.criteria)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        can_type = index.isValid() and bool(self.assessor) and self.is_criterion(index.column())
        return found | Qt.ItemFlag.ItemIsEditable if can_type else found

    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        if not index.isValid() or self.sheet is None:
            return None
        match role:
            case ItemRole.DisplayRole | ItemRole.EditRole:
                return self._shown(index)
            case ItemRole.TextAlignmentRole:
                return LEFT if index.column() == NAME else CENTRE
            case ItemRole.AccessibleTextRole:
                name = self.sheet.candidates[index.row()].name
                words = _("{name}, {column}: {value}")
                return words.format(
                    name=name, column=self._title(index.column()), value=self._shown(index) or _("empty")
                )
        return None

    def setData(self, index: Index, value: object, role: int = ItemRole.EditRole) -> bool:
        if role != ItemRole.EditRole or self.sheet is None or not self.is_criterion(index.column()):
            return False
        criterion = self.sheet.criteria[index.column() - 1]
        try:
            mark = parse_score(str(value), criterion.most)
        except ScoreProblem:
            words = _("This criterion gives 0 to {most} points.")
            self.refused.emit(words.format(most=number(criterion.most, screen())))
            return False
        self.given.emit(self.sheet.candidates[index.row()].id, criterion.id, mark.value if mark else None)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or self.sheet is None or not 0 <= section < self.columnCount():
            return None
        if role in (ItemRole.DisplayRole, ItemRole.ToolTipRole):
            return self._title(section)
        return (LEFT if section == NAME else CENTRE) if role == ItemRole.TextAlignmentRole else None

    def retranslate(self) -> None:
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _title(self, column: int) -> str:
        assert self.sheet is not None
        if column == NAME:
            return _("Candidate")
        if self.is_criterion(column):
            criterion = self.sheet.criteria[column - 1]
            return f"{criterion.words} (0–{number(criterion.most, screen())})"
        return _("Total") if column == len(self.sheet.criteria) + 1 else _("Not given yet")

    def _shown(self, index: Index) -> str:
        assert self.sheet is not None
        line, column = self.sheet.candidates[index.row()], index.column()
        if column == NAME:
            return line.name
        if self.is_criterion(column):
            return self._points(line, column)
        rank = self._ranks[line.id]
        if column == len(self.sheet.criteria) + 1:
            return number(rank.total, screen())
        return str(rank.missing) if rank.missing else ""

    def _spoken(self, index: Index, name: str) -> str:
        words, value = _("{name}, {column}: {value}"), self._shown(index) or _("empty")
        return words.format(name=name, column=self._title(index.column()), value=value)

    def _points(self, line: CandidateLine, column: int) -> str:
        assert self.sheet is not None
        criterion = self.sheet.criteria[column - 1]
        if self.assessor:
            value = line.points.get((criterion.id, self.assessor))
        else:
            value = choosing.average(line, criterion, self.sheet.assessors)
        return "" if value is None else number(value, screen())


def _shape(sheet: SelectionSheet) -> tuple[object, ...]:
    return tuple(line.id for line in sheet.candidates), sheet.criteria


def _rank(line: RankedCandidate) -> str:
    return f"{line.position} =" if line.tied else f"{line.position}"


def decision(line: RankedCandidate) -> str:
    return decision_words(screen())[line.who.decision] if line.who.decision else ""


def total(line: RankedCandidate) -> str:
    return number(line.total, screen())


RANKED: tuple[Column[RankedCandidate], ...] = (
    Column(N_("Rank"), _rank, sort=lambda line: line.position, align=CENTRE, sample="00 = 0"),
    Column(N_("Name"), lambda line: line.who.name, tip=lambda line: line.who.group, sample="MUKANDAYISENGA Immacul"),
    Column(N_("Group"), lambda line: line.who.group, tip=lambda line: line.who.group, stretch=True),
    Column(
        N_("Total"),
        lambda line: number(line.total, screen()),
        sort=lambda line: line.total,
        align=RIGHT,
        sample="Total 00",
    ),
    Column(
        N_("Not given yet"),
        lambda line: str(line.missing) if line.missing else "",
        tip=lambda line: _("Points that assessors have not given yet"),
        align=RIGHT,
        sample="Not given 0",
    ),
    Column(N_("Decision"), decision, sample="Not chosen 00"),
)
