"""Why rows wait, each cause once, and the one answer that is given to all its rows."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.groups import Role
from trainer_app.domain.imports.causes import Answer, Cause, Deed, offers
from trainer_app.domain.imports.notes import Note
from trainer_app.domain.people import Sex
from trainer_app.domain.statuses import Status
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services.import_causes import CauseLine
from trainer_app.ui import theme
from trainer_app.ui.models.people import ROLES, SEXES
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label

DEEDS = {
    Deed.EMPTY: N_("Take them without it"),
    Deed.LEAVE: N_("Leave them out"),
    Deed.NEW: N_("They are new people"),
    Deed.SAME: N_("They are the known people"),
    Deed.REPLACE: N_("Replace what is recorded"),
}
STATUSES = {
    Status.PRESENT: N_("They are present"),
    Status.ABSENT: N_("They are absent"),
    Status.LATE: N_("They are late"),
    Status.EXCUSED: N_("They are excused"),
}
THIS_PLACE = "place"
WIDEST = 46  # letters of a cause; its tip has the rest


class CausesBar(Translated, QWidget):
    """`answered` carries a cause and what is to become of all its rows; `taken_back` undoes the last answer."""

    answered = Signal(object, object)
    taken_back = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[CauseLine, ...] = ()
        self.title = label(self, "strong", wrap=False)
        self.cause: Choice[Cause] = Choice(self, "cbCause", proper=True)
        self.answer: Choice[Answer | str] = Choice(self, "cbAnswer")
        self.answer.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.place: QWidget | None = None
        self.apply = button(self, "btnAnswerAll")
        self.back = button(self, "btnTakeAnswerBack", "undo-2", kind="quiet")
        self.title.setBuddy(self.cause)
        self.flow = FlowLayout(self)
        for part in (self.title, self.cause, self.answer, self.apply, self.back):
            self.flow.addWidget(part)
        self.cause.chosen.connect(self._offer_answers)
        self.answer.chosen.connect(self._offer_place)
        self.apply.clicked.connect(self._apply)
        self.back.clicked.connect(self.taken_back)
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(_("Why"))
        self.cause.setAccessibleName(_("Why rows wait"))
        self.cause.setMinimumWidth(theme.width(self.cause, "0" * WIDEST))
        self.cause.setMaximumWidth(theme.width(self.cause, "0" * WIDEST))
        self.answer.setAccessibleName(_("One answer for all these rows"))
        self.apply.setText(_("For all"))
        self.apply.setToolTip(_("Give this answer for all rows of this cause"))
        self.back.setText(_("Take the answer back"))
        self.show_causes(self._lines, self.back.isVisibleTo(self))

    def know_places(self, picker: QWidget) -> None:
        """The box in which a place is found; it is shown where a place is asked for."""
        self.place = picker
        self.flow.addWidget(picker)
        self.flow.removeWidget(self.apply)
        self.flow.removeWidget(self.back)
        self.flow.addWidget(self.apply)
        self.flow.addWidget(self.back)
        picker.setMinimumWidth(theme.width(picker, "0" * 24))
        picker.hide()

    def show_causes(self, lines: tuple[CauseLine, ...], can_go_back: bool) -> None:
        self._lines = lines
        self.cause.offer([(line.cause, cause_words(line)) for line in lines])
        if lines and self.cause.value is None:
            self.cause.choose(lines[0].cause)
        self.back.setVisible(can_go_back)
        self.setVisible(bool(lines) or can_go_back)
        for part in (self.title, self.cause):
            part.setVisible(bool(lines))
        self._offer_answers()

    @Slot()
    def _offer_answers(self) -> None:
        cause = self.cause.value
        line = next((one for one in self._lines if one.cause == cause), None)
        self.cause.setToolTip(cause_words(line) if line else "")
        found: list[tuple[Answer | str, str]] = [(answer, answer_words(answer)) for answer in _offered(cause)]
        if cause is not None and cause.code is Note.PLACE_UNKNOWN:
            found.insert(0, (THIS_PLACE, N_("They live in")))
        self.answer.offer(found)
        if found and self.answer.value is None:
            self.answer.choose(found[0][0])
        for part in (self.answer, self.apply):
            part.setVisible(bool(found))
        self._offer_place()

    @Slot()
    def _offer_place(self) -> None:
        if self.place is not None:
            self.place.setVisible(self.answer.value == THIS_PLACE)

    @Slot()
    def _apply(self) -> None:
        cause, answer = self.cause.value, self.answer.value
        if answer == THIS_PLACE:
            answer = getattr(self.place, "value", None)
            if answer is None and self.place is not None:
                self.place.setFocus()
        if cause is not None and answer is not None and answer != THIS_PLACE:
            self.answered.emit(cause, answer)


def _offered(cause: Cause | None) -> tuple[Answer, ...]:
    return offers(cause) if cause is not None else ()


def cause_words(line: CauseLine) -> str:
    """`37 rows: “Kigari” is not a known place: kept in the note.`"""
    if line.is_example:
        words = ngettext("{count} row, for example: {reason}", "{count} rows, for example: {reason}", len(line.rows))
    else:
        words = ngettext("{count} row: {reason}", "{count} rows: {reason}", len(line.rows))
    return words.format(count=len(line.rows), reason=line.words)


def answer_words(answer: Answer) -> str:
    """As it is marked with N_(): the drop-down list translates it."""
    if isinstance(answer, Deed):
        return DEEDS[answer]
    if isinstance(answer, Sex):
        return dict(SEXES)[answer]
    if isinstance(answer, Status):
        return STATUSES[answer]
    return ROLES[answer] if isinstance(answer, Role) else str(answer if isinstance(answer, UUID) else "")
