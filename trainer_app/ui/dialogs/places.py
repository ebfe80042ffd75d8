"""Places and waiting list of a training: how many there are, who waits in which order, who left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.ranking import Ranked
from trainer_app.domain.waiting import Places, TakingPart
from trainer_app.i18n import N_, _, label, ngettext, pgettext
from trainer_app.services import replacing, waiting
from trainer_app.ui import theme
from trainer_app.ui.dialogs import replacing as replace_dialog
from trainer_app.ui.dialogs import selections
from trainer_app.ui.dialogs.deed_dialog import DeedDialog
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.making import Maker
from trainer_app.ui.models.ranking import TAKING_PART, WAITING
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.notice import Tone
from trainer_app.ui.widgets.number_box import NumberBox
from trainer_app.ui.widgets.person_picker import PersonPicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

MOST = 9_999


def show(parent: QWidget, work: Work, training_id: UUID, today: date, language: str) -> None:
    wait_for(PlacesDialog(parent, work, training_id, today, language))


class PlacesDialog(DeedDialog):
    """`dlgPlaces`. A full training is said, and nobody is refused."""

    TITLE = N_("Places and waiting list")

    def __init__(self, parent: QWidget | None, work: Work, training_id: UUID, today: date, language: str) -> None:
        super().__init__(parent, "dlgPlaces", work, 860, 600)
        self.training_id, self.today, self.language = training_id, today, language
        self.places: Places | None = None
        self.heading = labels.label(self, "section", "lblPlacesOf")
        self.count = labels.label(self, "", "lblPlaces")
        self.number_label = labels.label(self, "strong", wrap=False)
        self.number = NumberBox(self, "spnPlaces", 0, MOST)
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self._set_places)
        self.number_label.setBuddy(self.number)
        self.picker = PersonPicker(self, "pickWaiting", work)
        self.picker.changed.connect(self._ask)
        self.waiting_title = labels.label(self, "strong")
        self.waiting: ListView[Ranked] = ListView(self, "tblWaiting", WAITING, _person, N_("Waiting list"))
        self.nobody = labels.label(self, "muted", "lblNobodyWaits")
        self.enrolled_title = labels.label(self, "strong")
        self.enrolled: ListView[TakingPart] = ListView(
            self, "tblEnrolled", TAKING_PART, _enrolment, N_("Those who take part")
        )
        self.give_button = button(self, "btnGivePlace", "check")
        self.drop_button = button(self, "btnDropWaiting", "x")
        self.leave_button = button(self, "btnLeaves", "users")
        self.minutes_button = button(self, "btnMinutes", "printer")
        self.selections_button = button(self, "btnSelections", "list-checks")
        self.maker = Maker(work, self, self._day)
        self.maker.told.connect(self.message.put)
        self._build()
        self._connect()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.picker

    def reload(self) -> None:
        self.places = self.work.read(waiting.places, self.training_id, self.language)
        self.number.blockSignals(True)
        self.number.setValue(self.places.places or 0)
        self.number.blockSignals(False)
        self.waiting.show_rows(self.work.read(replacing.ranked, self.training_id))
        self.enrolled.show_rows(self.places.enrolled)
        someone = bool(self.places.waiting)
        self.waiting.setVisible(someone)
        self.nobody.setVisible(not someone)
        for made in (self.give_button, self.drop_button):
            made.setVisible(someone)
        for table in (self.waiting, self.enrolled):
            if table.current_row() is None and table.rows.rowCount():
                table.selectRow(0)
        self._choose(self.enrolled.current_row())
        self._word()

    def retranslate(self) -> None:
        super().retranslate()
        self.number_label.setText(_("Places (0: no limit)"))
        self.number.setAccessibleName(_("Places"))
        self.picker.setAccessibleName(_("Who asks for a place"))
        self.give_button.setText(_("Give a place"))
        self.drop_button.setText(_("Take off the list"))
        self.leave_button.setText(_("Somebody leaves…"))
        self.leave_button.setToolTip(_("The person leaves; somebody who waits may come instead"))
        self.minutes_button.setText(pgettext("of a committee", "Minutes"))
        self.selections_button.setText(_("Selections…"))
        self.nobody.setText(_("Nobody waits. Type a name above, Enter puts it on the list."))
        self._word()

    def _word(self) -> None:
        if self.places is None:
            return
        found = self.places
        self.heading.setText(" · ".join(part for part in (found.title, found.group, found.code) if part))
        self.count.setText(_how_full(found))
        self.count.setProperty("kind", "warning" if found.is_full else "muted")
        self.count.style().polish(self.count)
        self.waiting_title.setText(_("Waiting list ({count})").format(count=len(found.waiting)))
        self.enrolled_title.setText(_("Those who take part ({count})").format(count=found.taken))

    # ---- gestures ----------------------------------------------------------------------------------------------

    @Slot(int)
    def _set_places(self, number: int) -> None:
        what = label(N_("Set the places of a training"))
        self.do(what, waiting.set_places, self.training_id, number or None)

    @Slot(object)
    def _ask(self, chosen: tuple[UUID, ...]) -> None:
        if not chosen:
            return
        name = self.picker.persons[-1][1]
        self.do(label(N_("{name} asks for a place"), name=name), waiting.ask, self.training_id, chosen[-1], self.today)
        self.picker.set_value(())

    @Slot()
    def give(self) -> None:
        chosen = self.waiting.current_row()
        if chosen is None or self.places is None:
            return
        was_full = self.places.is_full
        what = label(N_("Give {name} a place"), name=chosen.who.name)
        self.do(what, waiting.give, self.training_id, chosen.who.person_id)
        if was_full:
            full = N_("{name} takes part, though all places were taken. Is there a chair, a meal and a handout?")
            self.tell(label(full, name=chosen.who.name), Tone.WARNING)

    @Slot()
    def drop(self) -> None:
        chosen = self.waiting.current_row()
        if chosen is not None:
            what = label(N_("{name} waits no longer"), name=chosen.who.name)
            self.do(what, waiting.drop, self.training_id, chosen.who.person_id)

    @Slot()
    def leave(self) -> None:
        chosen = self.enrolled.current_row()
        if chosen is None or chosen.left_on is not None:
            return
        done = replace_dialog.ask(self, self.work, self.training_id, chosen.person_id, self.today, self.language)
        if done is not None:
            self._steps += 1
            self.tell(done.words, Tone.SUCCESS)
            self.reload()

    @Slot()
    def print_minutes(self) -> None:
        chosen = self.enrolled.current_row()
        if chosen is None:
            return
        lines = self.work.read(replacing.replacements, self.language, self.training_id)
        key = next((line.id for line in lines if line.left == chosen.name), None)
        if key is not None:
            replace_dialog.print_minutes(self.work, self.maker, key, self.today)

    @Slot()
    def show_selections(self) -> None:
        selections.show(self, self.work, self.today, self.language, self.training_id)
        self.reload()

    @Slot(object)
    def _choose(self, line: TakingPart | None) -> None:
        left = line is not None and line.left_on is not None
        self.leave_button.setVisible(line is not None and not left)
        self.minutes_button.setVisible(left)

    def _day(self) -> date:
        return self.today

    def _connect(self) -> None:
        self.give_button.clicked.connect(self.give)
        self.drop_button.clicked.connect(self.drop)
        self.leave_button.clicked.connect(self.leave)
        self.minutes_button.clicked.connect(self.print_minutes)
        self.selections_button.clicked.connect(self.show_selections)
        self.waiting.opened.connect(self.give)
        self.enrolled.opened.connect(self.leave)
        self.enrolled.chosen.connect(self._choose)
        self._action("drop", "Del", self.drop, self.waiting)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.MEDIUM)
        head.addWidget(self.count, 1)
        head.addWidget(self.number_label)
        head.addWidget(self.number)
        self.inside.addWidget(self.heading)
        self.inside.addLayout(head)
        for widget in (self.waiting_title, self.picker):
            self.inside.addWidget(widget)
        self.inside.addWidget(self.waiting, 3)
        self.inside.addWidget(self.nobody)
        self.inside.addWidget(self.enrolled_title)
        self.inside.addWidget(self.enrolled, 2)
        for made in (
            self.give_button,
            self.drop_button,
            self.leave_button,
            self.minutes_button,
            self.selections_button,
        ):
            self.foot.addWidget(made)
        self.finish_foot()


def _how_full(found: Places) -> str:
    taken = found.taken
    if found.places is None or found.free is None:
        return ngettext("{count} person takes part.", "{count} people take part.", taken).format(count=taken)
    if found.free < 0:
        words = _("{taken} people take part, and there are {places} places.")
        return words.format(taken=taken, places=found.places)
    if found.free == 0:
        words = _("All {places} places are taken. Whoever asks now waits, or is taken all the same.")
        return words.format(places=found.places)
    words = ngettext("{free} of {places} places is free.", "{free} of {places} places are free.", found.free)
    return words.format(free=found.free, places=found.places)


def _person(line: Ranked) -> object:
    return line.who.person_id


def _enrolment(line: TakingPart) -> object:
    return line.enrolment_id
