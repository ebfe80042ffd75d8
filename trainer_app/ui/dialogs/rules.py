"""Rules of this programme: what counts, when an absence alarms, who gets a certificate, how those who wait are ranked.

A further rule is a class like those below: it shows the fields of a `Setting` and reads them back. Name it in `ROWS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from trainer_app.documents import ranking_words
from trainer_app.domain.coverage import CommitteeOnly
from trainer_app.domain.ranking import Criterion
from trainer_app.domain.rules import Absence, Attended, Certified, LowScore, Replacing, Setting, Visits
from trainer_app.i18n import N_, _, label, screen
from trainer_app.services import rules
from trainer_app.ui import theme
from trainer_app.ui.dialogs.attended_rule import AttendedRow
from trainer_app.ui.dialogs.deed_dialog import DeedDialog
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.number_box import NumberBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def show(parent: QWidget, work: Work) -> None:
    wait_for(RulesDialog(parent, work))


class RuleRow(Translated, QWidget):
    """One rule: its controls, what it means in words, and `changed` with the value that follows from them."""

    KIND: type[Setting]
    TITLE = ""  # marked with N_()
    DEED = ""  # marked with N_(): what Undo calls a change of it
    MEANS = ""  # marked with N_(): what the rule says, for somebody who has never heard of it

    changed = Signal(object)

    def __init__(self, parent: QWidget, value: Setting) -> None:
        super().__init__(parent)
        self.title = labels.label(self, "section")
        self.means = labels.label(self, "caption")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, theme.MEDIUM)
        self.inside.setSpacing(theme.SMALL)
        self.inside.addWidget(self.title)
        self.build()
        self.inside.addWidget(self.means)
        self.show_value(value)
        self.retranslate()

    def build(self) -> None:
        """Make the controls and put them into `inside`."""

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self

    def show_value(self, value: Setting) -> None:
        """Show a value without telling."""

    def value(self) -> Setting | None:
        """What the controls say; None while it is no rule."""
        return None

    def retranslate(self) -> None:
        self.title.setText(_(self.TITLE))
        self.means.setText(_(self.MEANS))

    @Slot()
    def tell(self) -> None:
        value = self.value()
        if value is not None:
            self.changed.emit(value)

    def number(self, name: str, least: int, most: int, suffix: str = "") -> NumberBox:
        """A number that tells when it was changed."""
        box = NumberBox(self, name, least, most)
        box.setKeyboardTracking(False)
        box.setSuffix(suffix)
        box.valueChanged.connect(self.tell)
        return box

    def beside(self, *fields: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.MEDIUM)
        for field in fields:
            row.addWidget(field, 1)
        self.inside.addLayout(row)


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
        _quietly(self.sessions, value.sessions)
        _quietly(self.days, value.days)

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
        _quietly(self.share, round(value.below * 100))

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
        _quietly(self.committee, round(value.committee * 100))
        _quietly(self.others, round(value.others * 100))
        _quietly(self.fewest, value.fewest)

    def value(self) -> CommitteeOnly:
        return CommitteeOnly(self.committee.value() / 100, self.others.value() / 100, self.fewest.value())


class CertifiedRow(RuleRow):
    KIND = Certified
    TITLE = N_("Certificates")
    DEED = N_("Change who gets a certificate")
    MEANS = N_("Who attended at least this share of the sessions of a training gets a certificate of it.")

    def build(self) -> None:
        self.share = self.number("spnCertified", 1, 100, " %")
        self.must_pass = QCheckBox(self)
        self.must_pass.setObjectName("chkMustPass")
        self.must_pass.toggled.connect(self.tell)
        self.beside(Field(self, N_("Sessions attended, at least"), self.share), QWidget(self))
        self.inside.addWidget(self.must_pass)

    @property
    def first(self) -> QWidget:
        return self.share

    def retranslate(self) -> None:
        super().retranslate()
        self.must_pass.setText(_("Only who passed the last test"))

    def show_value(self, value: Setting) -> None:
        assert isinstance(value, Certified)
        _quietly(self.share, round(value.least_share * 100))
        self.must_pass.blockSignals(True)
        self.must_pass.setChecked(value.must_pass)
        self.must_pass.blockSignals(False)

    def value(self) -> Certified:
        return Certified(self.share.value() / 100, self.must_pass.isChecked())


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


ROWS: tuple[type[RuleRow], ...] = (
    CountsRow,
    AbsenceRow,
    LowScoreRow,
    CertifiedRow,
    CommitteeRow,
    VisitsRow,
    ReplacingRow,
)


class RulesDialog(DeedDialog):
    """`dlgRules`. Each row acts at once."""

    TITLE = N_("Rules of this programme")

    def __init__(self, parent: QWidget | None, work: Work) -> None:
        super().__init__(parent, "dlgRules", work, 640, 640)
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.MEDIUM, 0)
        self.rows = [kind(body, work.read(rules.rule, kind.KIND)) for kind in ROWS]
        for row in self.rows:
            row.changed.connect(self._set)
            column.addWidget(row)
        column.addStretch()
        scroller = QScrollArea(self)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(body)
        self.inside.addWidget(scroller, 1)
        self.finish_foot()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.rows[0].first

    def reload(self) -> None:
        for row in self.rows:
            row.show_value(self.work.read(rules.rule, row.KIND))

    @Slot(object)
    def _set(self, value: Setting) -> None:
        if value != self.work.read(rules.rule, type(value)):
            row = next(row for row in self.rows if row.KIND is type(value))
            self.do(label(row.DEED), rules.set_rule, value)


def _quietly(box: NumberBox, value: int) -> None:
    box.blockSignals(True)
    box.setValue(value)
    box.blockSignals(False)
