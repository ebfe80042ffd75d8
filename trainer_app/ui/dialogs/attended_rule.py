"""What the programme counts as attended. The sentence that is printed beside each figure is read while one chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from trainer_app.documents.attended_words import attended_words
from trainer_app.domain.rules import Attended, Setting
from trainer_app.i18n import N_, Label, _, screen
from trainer_app.services import rules
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.form import Form
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

LONGEST = 600  # minutes of a session


class AttendedRow(Translated, QWidget):
    """The controls of the rule. `changed` carries the value that follows from them."""

    KIND: ClassVar[type[Setting]] = Attended
    TITLE = N_("What counts as attended")
    DEED = N_("Change what counts as attended")

    changed = Signal(object)

    def __init__(self, parent: QWidget, value: Setting) -> None:
        super().__init__(parent)
        self.late = _tick(self, "chkLateCounts")
        self.excused = _tick(self, "chkExcusedMissed")
        self.minutes = NumberBox(self, "sp_least_minutes", 0, LONGEST)
        self.share = NumberBox(self, "sp_share", 0, 100)
        self.share.setSuffix(" %")
        self.words = label(self, "muted", "lblAttendedWords")
        self.form = Form(self)
        self.form.add("late", N_("Who comes late"), self.late)
        self.form.add("excused", N_("Who is excused"), self.excused)
        hint = N_("0 when nobody counts minutes. Whoever has no minutes written down stayed to the end.")
        self.form.add("minutes", N_("Least minutes in a session"), self.minutes, hint=hint)
        self.form.add("share", N_("Share of the sessions that makes a training"), self.share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.MEDIUM)
        layout.addWidget(self.form)
        layout.addWidget(self.words)
        self.show_value(value)
        for box in (self.late, self.excused):
            box.toggled.connect(self._tell)
        for number in (self.minutes, self.share):
            number.setKeyboardTracking(False)
            number.valueChanged.connect(self._tell)
        self.retranslate()

    @property
    def first(self) -> QWidget:
        return self.late

    def show_value(self, value: Setting) -> None:
        """Show a value without telling."""
        assert isinstance(value, Attended)
        boxes = (self.late, self.excused, self.minutes, self.share)
        for box in boxes:
            box.blockSignals(True)
        self.late.setChecked(value.late_counts)
        self.excused.setChecked(value.excused_is_expected)
        self.minutes.setValue(value.least_minutes)
        self.share.setValue(round(value.share_of_sessions * 100))
        for box in boxes:
            box.blockSignals(False)
        self._say()

    def value(self) -> Attended:
        share = self.share.value() / 100
        return Attended(self.late.isChecked(), self.excused.isChecked(), self.minutes.value(), share)

    def retranslate(self) -> None:
        self.late.setText(_("Late counts as attended"))
        self.excused.setText(_("An excused session counts as missed"))
        self._say()

    def _say(self) -> None:
        self.words.setText(attended_words(self.value(), screen(), of_training=True))

    @Slot()
    def _tell(self) -> None:
        self._say()
        self.changed.emit(self.value())


def change(parent: QWidget, work: Work) -> bool:
    """Ask, and keep what was answered; whether anything is decided otherwise now."""
    before = work.read(rules.rule, Attended)
    after = ask(parent, before)
    if after is None or after == before:
        return False
    work.change(Label(AttendedRow.DEED), rules.set_rule, after)
    return True


def ask(parent: QWidget, before: Attended) -> Attended | None:
    return AttendedDialog(parent, before).ask_user()


class AttendedDialog(FormDialog[Attended]):
    """`dlgAttended`. Every figure follows at once, those of years ago too: no mark is changed."""

    TITLE = AttendedRow.TITLE

    def __init__(self, parent: QWidget | None, before: Attended) -> None:
        super().__init__(parent, "dlgAttended", 560, 470)
        self.row_of_rule = AttendedRow(self.body, before)
        self.form.hide()
        self.inside.addWidget(self.row_of_rule)
        self.inside.addStretch(1)
        self.retranslate()
        self.row_of_rule.first.setFocus()

    def result_of_form(self) -> Attended:
        return self.row_of_rule.value()


def _tick(parent: QWidget, name: str) -> QCheckBox:
    made = QCheckBox(parent)
    made.setObjectName(name)
    return made
