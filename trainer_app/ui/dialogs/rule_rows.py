"""The rules of follow-up: what counts as attended, when an absence alarms, visits, and the order of those who wait."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from trainer_app.documents import ranking_words
from trainer_app.domain.coverage import CommitteeOnly
from trainer_app.domain.ranking import Criterion
from trainer_app.domain.rules import Absence, Attended, LowScore, Replacing, Setting, Visits
from trainer_app.i18n import N_, _, screen
from trainer_app.ui import theme
from trainer_app.ui.dialogs.attended_rule import AttendedRow
from trainer_app.ui.dialogs.rule_row import RuleRow, quietly
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.form import Field


class CountsRow(RuleRow):
    """What counts as attended; its sentence changes while one chooses."""

    KIND = Attended
    TITLE = AttendedRow.TITLE
    DEED = AttendedRow.DEED

    def build(self) -> None:
        self.row = AttendedRow(self, Attended())
        self.row.changed.connect(self.changed)
        self.inside.addWidget(self.row)
        self.means.hide()

    @property
    def first(self) -> QWidget:
        return self.row.first

    def show_value(self, value: Setting) -> None:
        self.row.show_value(value)

    def value(self) -> Attended:
        return self.row.value()


class AbsenceRow(RuleRow):
    KIND = Absence
    TITLE = N_("Absence")
    DEED = N_("Change the rule about absences")
    MEANS = N_(
        "Whoever is absent so many sessions in a row, or so many days since the first of them, is due for a call. "
        "Who comes, in time or late, begins anew. An excused session is no absence and does not end a row of absences."
    )

    def build(self) -> None:
        self.sessions = self.number("spnAbsentSessions", 1, 99)
        self.days = self.number("spnAbsentDays", 1, 365)
        self.beside(
            Field(self, N_("Sessions in a row"), self.sessions), Field(self, N_("Days since the first"), self.days)
        )

    @property
    def first(self) -> QWidget:
        return self.sessions

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, Absence)
        quietly(self.sessions, value.sessions)
        quietly(self.days, value.days)

    def value(self) -> Absence:
        return Absence(self.days.value(), self.sessions.value())


class LowScoreRow(RuleRow):
    KIND = LowScore
    TITLE = N_("Low score")
    DEED = N_("Change the rule about low scores")
    MEANS = N_("Whoever has less than this share of the points in the last test is due for help.")

    def build(self) -> None:
        self.share = self.number("spnLowScore", 1, 100, " %")
        self.beside(Field(self, N_("Below"), self.share), QWidget(self))

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, LowScore)
        quietly(self.share, round(value.below * 100))

    def value(self) -> LowScore:
        return LowScore(self.share.value() / 100)


class CommitteeRow(RuleRow):
    KIND = CommitteeOnly
    TITLE = N_("Only the committee came")
    DEED = N_("Change the rule about committees")
    MEANS = N_(
        "A group alarms when this share of its committee was trained, and less than the other share of its other "
        "members. Groups with few other members never alarm."
    )

    def build(self) -> None:
        self.committee = self.number("spnCommittee", 1, 100, " %")
        self.others = self.number("spnOthers", 1, 100, " %")
        self.fewest = self.number("spnFewest", 1, 99)
        self.beside(
            Field(self, N_("Committee from"), self.committee),
            Field(self, N_("Others below"), self.others),
            Field(self, N_("Least other members"), self.fewest),
        )

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, CommitteeOnly)
        quietly(self.committee, round(value.committee * 100))
        quietly(self.others, round(value.others * 100))
        quietly(self.fewest, value.fewest)

    def value(self) -> CommitteeOnly:
        return CommitteeOnly(self.committee.value() / 100, self.others.value() / 100, self.fewest.value())


class VisitsRow(RuleRow):
    KIND = Visits
    TITLE = N_("Visits")
    DEED = N_("Change the rule about visits")
    MEANS = N_("On which days after a training its group is visited. Empty: visits are not proposed.")

    def build(self) -> None:
        self.days = QLineEdit(self)
        self.days.setObjectName("edVisitDays")
        self.days.editingFinished.connect(self.tell)
        self.field = Field(self, N_("Days after the training, with commas"), self.days)
        self.inside.addWidget(self.field)

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, Visits)
        self.days.setText(", ".join(map(str, value.days)))

    def value(self) -> Visits | None:
        parts = [part.strip() for part in self.days.text().split(",") if part.strip()]
        if not all(part.isdecimal() and 1 <= int(part) <= 1_000 for part in parts):
            self.field.refuse(_("Write days like 30, 60, 90."))
            return None
        self.field.refuse("")
        return Visits(tuple(sorted({int(part) for part in parts})))


class ReplacingRow(RuleRow):
    KIND = Replacing
    TITLE = N_("Order of the waiting list")
    DEED = N_("Change the order of the waiting list")
    MEANS = N_("The first criterion that is ticked decides; the next one only between those whom it leaves equal.")

    def build(self) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("lstCriteria")
        self.list.itemChanged.connect(self.tell)
        self.up = button(self, "btnCriterionUp")
        self.down = button(self, "btnCriterionDown")
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch()
        row.addLayout(buttons)
        self.inside.addLayout(row)

    def retranslate(self) -> None:
        super().retranslate()
        self.list.setAccessibleName(_("Criteria"))
        self.up.setText(_("Higher"))
        self.down.setText(_("Lower"))
        words = ranking_words.criteria(screen())
        self.list.blockSignals(True)
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setText(words[Criterion(item.data(Qt.ItemDataRole.UserRole))])
        self.list.blockSignals(False)
        high = max(self.list.sizeHintForRow(0), theme.scaled(theme.CONTROL))
        self.list.setFixedHeight(high * len(Criterion) + theme.MEDIUM)

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, Replacing)
        words = ranking_words.criteria(screen())
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        for criterion in (*value.criteria, *(name for name in Criterion if name not in value.criteria)):
            item = QListWidgetItem(words[criterion])
            item.setData(Qt.ItemDataRole.UserRole, criterion.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if criterion in value.criteria else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def value(self) -> Replacing:
        items = [self.list.item(place) for place in range(self.list.count())]
        return Replacing(
            tuple(
                str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
            )
        )

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if not 0 <= row + step < self.list.count():
            return
        self.list.blockSignals(True)
        self.list.insertItem(row + step, self.list.takeItem(row))
        self.list.setCurrentRow(row + step)
        self.list.blockSignals(False)
        self.tell()
