"""Planning a training beside the week: what follows from the answers is shown while they are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.groups import GroupLine
from trainer_app.domain.plans import Plan
from trainer_app.domain.trainings import NewTraining, TrainingKind
from trainer_app.domain.trainings import Slot as Sitting
from trainer_app.i18n import N_, _, ngettext
from trainer_app.services import clashes, curriculum, groups, templates, trainers
from trainer_app.services.trainings import LONGEST
from trainer_app.ui import theme
from trainer_app.ui.models import plans as plan_words
from trainer_app.ui.models import sessions as words
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.form import Form
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.number_box import NumberBox
from trainer_app.ui.widgets.person_picker import PersonPicker
from trainer_app.ui.widgets.place_picker import PlacePicker
from trainer_app.ui.widgets.side_panel import SidePanel
from trainer_app.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

OWN = "own"  # chosen instead of a module: the training has a title of its own
STARTS, ENDS = time(8, 30), time(16)
MORNING_ENDS, AFTERNOON = time(12, 30), (time(13, 30), time(16, 30))
DAILY, HALVES, WEEKLY = "daily", "halves", "weekly"
RHYTHMS = (
    (DAILY, N_("Day after day")),
    (HALVES, N_("Morning and afternoon")),
    (WEEKLY, N_("Once a week")),
)
MOST_PLACES = 999
PAUSE = 200  # milliseconds without a key before what follows is worked out
NAMED_CLASHES = 3
LOW = 520  # a panel less high names one clash only, so that the questions keep their room
WIDTH = 340


class NewTrainingPanel(SidePanel):
    """`pnlSession`. `planned` carries the order and how many people it enrols: the screen writes it."""

    planned = Signal(object, int)
    seen = Signal()  # the panel came or went

    def __init__(self, parent: QWidget, work: Work, language: Callable[[], str], today: Callable[[], date]) -> None:
        super().__init__(parent, "pnlSession", WIDTH)
        self._work = work
        self._language = language
        self._today = today
        self._groups: dict[UUID, GroupLine] = {}
        self._plan: Plan | None = None
        self._slots: tuple[Sitting, ...] = ()
        self.form = Form(self.body)
        self.module: Choice[object] = Choice(self.form, "cbModule", proper=True)
        self.own_title = QLineEdit(self.form)
        self.group: Choice[UUID | None] = Choice(self.form, "cbGroup", proper=True)
        self.place = PlacePicker(self.form, "edPlace", work)
        self.venue = QLineEdit(self.form)
        self.first_day = DateField(self.form, "edFirstDay", today())
        self.days = NumberBox(self.form, "spDays", 1, LONGEST)
        self.rhythm: Choice[str] = Choice(self.form, "cbRhythm", RHYTHMS)
        self.sundays = QCheckBox(self.form)
        self.days_off = QCheckBox(self.form)
        self.starts = TimeField(self.form, "edStarts", STARTS)
        self.ends = TimeField(self.form, "edEnds", ENDS)
        self.afternoon_starts = TimeField(self.form, "edAfternoonStarts", AFTERNOON[0])
        self.afternoon_ends = TimeField(self.form, "edAfternoonEnds", AFTERNOON[1])
        self.trainers = PersonPicker(self.form, "edTrainers", work, trainers.suggested)
        self.kind: Choice[TrainingKind] = Choice(self.form, "cbTrainingKind", tuple(words.KINDS.items()))
        self.places = NumberBox(self.form, "spPlaces", 0, MOST_PLACES)
        self.preview = label(self, "muted", "lblPreview")
        self.clashes = label(self, "warning", "lblClashes")
        self.reason = QLineEdit(self)
        self.reason.setObjectName("edReason")
        self.save_button = button(self, "btnSaveTraining", kind="primary")
        self.cancel_button = button(self, "btnCancelTraining")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._ask()
        self._connect()
        self._end()
        self.retranslate()

    def begin(
        self, day: date, starts: time | None = None, group_id: UUID | None = None, plan: Plan | None = None
    ) -> None:
        """An empty form for this day; what was typed before is gone. A plan to use again says the days and hours."""
        self._offer()
        self._plan = plan
        for choice in (self.module, self.group):
            choice.setCurrentIndex(-1)
        for line in (self.own_title, self.venue, self.reason):
            line.clear()
        self._choose_usual(plan)
        if group_id is not None:
            self.group.choose(group_id)
        self.place.set_value(None)
        self.first_day.set_value(day)
        self.days.setValue(1)
        self.starts.set_value(starts or STARTS)
        self.ends.set_value(ENDS if (starts or STARTS) < ENDS else time(min((starts or STARTS).hour + 2, 23), 0))
        self.sundays.setChecked(True)
        self.trainers.set_value(())
        self.form.accept_all()
        self._show_title()
        self._show_rhythm()
        self._tell_plan()
        self._look_ahead()
        self.show()

    def _choose_usual(self, plan: Plan | None) -> None:
        self.kind.choose(plan.kind if plan else TrainingKind.TRAINING)
        self.places.setValue(0)
        self.rhythm.choose(DAILY)
        self.days_off.setChecked(False)
        for field, hour in zip((self.afternoon_starts, self.afternoon_ends), AFTERNOON, strict=True):
            field.set_value(hour)
        if plan is not None and plan.module_id is not None:
            self.module.choose(plan.module_id)

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(_("New training"))
        self.setAccessibleName(self.title.text())
        self._tell_plan()
        self.sundays.setText(_("No sessions on Sundays"))
        self.days_off.setText(_("No sessions on holidays"))
        self.places.setSpecialValueText(_("not counted"))
        self.reason.setPlaceholderText(_("Why it is kept (optional)"))
        self.reason.setAccessibleName(_("Why the clash is kept"))
        for choice, words_of_choice in ((self.module, _("Choose a module")), (self.group, _("Choose a group"))):
            choice.setPlaceholderText(words_of_choice)
        self.venue.setPlaceholderText(_("For example: sector hall"))
        self.save_button.setText(_("Save"))
        self.cancel_button.setText(_("Cancel"))
        if self.isVisible():
            self._offer()
            self._look_ahead()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def problems(self) -> Mapping[str, str]:
        """Name of a question > why its answer cannot be taken."""
        starts, ends = self.starts.value, self.ends.value
        found = {
            "module": _("Choose a module, or another subject.") if self.module.value is None else "",
            "title": _("Write how the training is called.") if self._needs_title() else "",
            "group": _("Choose a group, or the line “No group”.") if self.group.currentIndex() < 0 else "",
            "place": _("Choose a place from the list, or leave it empty.") if self.place.is_wrong else "",
            "first_day": _("A day is written like 05/03/2026.") if self.first_day.value is None else "",
            "starts": _("A time is written like 08:30.") if starts is None else "",
            "ends": _("A time is written like 08:30.") if ends is None else "",
        }
        if starts and ends and ends <= starts:
            found["ends"] = _("The session ends before it begins.")
        found |= self._problems_of_afternoon()
        return {name: reason for name, reason in found.items() if reason}

    def _problems_of_afternoon(self) -> Mapping[str, str]:
        if not self._has_halves:
            return {}
        starts, ends, morning = self.afternoon_starts.value, self.afternoon_ends.value, self.ends.value
        wrong = _("A time is written like 08:30.")
        found = {
            "afternoon_starts": wrong if starts is None else "",
            "afternoon_ends": wrong if ends is None else "",
        }
        if starts and ends and ends <= starts:
            found["afternoon_ends"] = _("The session ends before it begins.")
        if starts and morning and starts < morning:
            found["afternoon_starts"] = _("The afternoon begins before the morning ends.")
        return found

    @property
    def _has_halves(self) -> bool:
        return self._plan is None and self.rhythm.value == HALVES

    def order(self) -> NewTraining | None:
        """What the answers come to so far; None while the days or hours are not known."""
        day, starts, ends = self.first_day.value, self.starts.value, self.ends.value
        afternoon = self.afternoon_starts.value, self.afternoon_ends.value
        if day is None or starts is None or ends is None or (self._has_halves and None in afternoon):
            return None
        module = self.module.value
        return NewTraining(
            module_id=module if isinstance(module, UUID) else None,
            group_id=self.group.value,
            first_day=day,
            days=self.days.value(),
            starts=starts,
            ends=ends,
            place_id=self.place.value,
            venue=" ".join(self.venue.text().split()),
            trainers=self.trainers.value,
            title=" ".join(self.own_title.text().split()) if module == OWN else "",
            skip_sundays=self.sundays.isChecked(),
            kind=self.kind.value or TrainingKind.TRAINING,
            skip_days_off=self.days_off.isChecked(),
            weekly=self.rhythm.value == WEEKLY and self._plan is None,
            afternoon=afternoon if self._has_halves else None,  # type: ignore[arg-type]
            slots=self._slots_of_plan(day),
            places=self.places.value() or None,
            reason=self.reason.text().strip() if not self.clashes.isHidden() else None,
            decided_on=self._today(),
        )

    def _slots_of_plan(self, day: date) -> tuple[Sitting, ...]:
        if self._plan is None:
            return ()
        return self._work.read(
            templates.slots,
            self._plan,
            day,
            skip_sundays=self.sundays.isChecked(),
            skip_days_off=self.days_off.isChecked(),
            place_id=self.place.value,
        )

    @property
    def members(self) -> int:
        """How many people the training would enrol."""
        chosen = self._groups.get(self.group.value) if self.group.value else None
        return chosen.members if chosen else 0

    @Slot()
    def submit(self) -> None:
        problems = self.problems()
        self.form.refuse(problems)
        self._show_first(problems)
        order = self.order()
        if not problems and order is not None:
            self.planned.emit(order, self.members)

    def _show_first(self, problems: Mapping[str, str]) -> None:
        """The question that the keyboard is sent back to may have been scrolled out of sight."""
        first = next((field for name, field in self.form.fields.items() if name in problems), None)
        if first is not None:
            self.inside.activate()  # its reason below it has made it higher
            self.scroller.ensureWidgetVisible(first)

    # ---- what follows from the answers ---------------------------------------------------------------------------

    @Slot()
    def _look_ahead(self) -> None:
        self._timer.stop()
        order = self.order()
        several = self._plan is not None or self.days.value() > 1
        self.sundays.setVisible(several and self.rhythm.value != WEEKLY)
        self.days_off.setVisible(several)
        ready = order is not None and order.starts < order.ends
        self._slots = self._work.read(clashes.slots, order) if order and ready else ()
        self.preview.setText(plan_words.days_in_words(self._slots))
        found = self._work.read(clashes.of_order, order, self._language()) if order and ready else ()
        self._show_clashes(list(dict.fromkeys(words.clash(one) for one in found)))

    def _show_clashes(self, lines: list[str]) -> None:
        named = NAMED_CLASHES if self.height() >= theme.scaled(LOW) else 1
        more = len(lines) - named
        shown = lines[:named]
        if more > 0:
            shown.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
        self.clashes.setText("⚠ " + "\n".join(shown))
        self.clashes.setToolTip("\n".join(lines))
        self.clashes.setVisible(bool(lines))
        self.reason.setVisible(bool(lines))

    @Slot()
    def _answered(self) -> None:
        """Reasons that no longer hold go away as soon as the answer is right."""
        shown = {name for name, field in self.form.fields.items() if field.error.text()}
        problems = self.problems()
        for name in shown:
            self.form.fields[name].refuse(problems.get(name, ""))
        ends = self.form.fields["ends"]
        if self.ends.value and not ends.error.text():
            ends.refuse(problems.get("ends", ""))
        self._timer.start()

    @Slot()
    def _show_title(self) -> None:
        self.form.fields["title"].setVisible(self.module.value == OWN)

    @Slot()
    def _show_rhythm(self) -> None:
        """A plan to use again says days and hours; an afternoon has hours of its own."""
        for name in ("days", "rhythm", "starts", "ends"):
            self.form.fields[name].setVisible(self._plan is None)
        for name in ("afternoon_starts", "afternoon_ends"):
            self.form.fields[name].setVisible(self._has_halves)

    @Slot()
    def _choose_rhythm(self) -> None:
        """A whole day is halved: the morning ends at noon."""
        if self._has_halves and self.ends.value and self.ends.value > AFTERNOON[0]:
            self.ends.set_value(MORNING_ENDS)
        self._show_rhythm()

    @Slot()
    def _choose_kind(self) -> None:
        """A meeting or a fair has its own subject more often than a module."""
        if self.kind.value != TrainingKind.TRAINING and self.module.value is None:
            self.module.choose(OWN)
            self._show_title()

    def _tell_plan(self) -> None:
        self.subtitle.setVisible(self._plan is not None)
        if self._plan is not None:
            self.subtitle.setText(f"{plan_words.plan_name(self._plan)}: {plan_words.plan_words(self._plan)}")

    def _needs_title(self) -> bool:
        return self.module.value == OWN and not self.own_title.text().strip()

    # ---- parts ---------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        """The modules and groups there are now."""
        modules = [one for one in self._work.read(curriculum.modules, self._language()) if not one.retired]
        self.module.offer([*((one.id, f"{one.code} {one.title}") for one in modules), (OWN, _("Another subject"))])
        self._groups = {one.id: one for one in self._work.read(groups.groups)}
        named = [(one.id, _with_members(one)) for one in self._groups.values()]
        self.group.offer([(None, _("No group: enrol people later")), *named])

    def _ask(self) -> None:
        self.own_title.setObjectName("edTitle")
        self.venue.setObjectName("edVenue")
        self.sundays.setObjectName("ckSundays")
        self.days_off.setObjectName("ckDaysOff")
        for choice in (self.module, self.group):
            choice.setMinimumContentsLength(12)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMaxVisibleItems(12)
        add = self.form.add
        add("module", N_("Module"), self.module)
        add("title", N_("Title"), self.own_title)
        add("group", N_("Group"), self.group)
        add("place", N_("Place"), self.place)
        add("venue", N_("Venue"), self.venue, beside=True)
        add("first_day", N_("First day"), self.first_day)
        add("days", N_("Days"), self.days, beside=True)
        add("starts", N_("From"), self.starts)
        add("ends", N_("To"), self.ends, beside=True)
        add("rhythm", N_("How often"), self.rhythm)
        add("afternoon_starts", N_("Afternoon from"), self.afternoon_starts)
        add("afternoon_ends", N_("To"), self.afternoon_ends, beside=True)
        add("trainers", N_("Trainers"), self.trainers, optional=True)
        add("kind", N_("Kind"), self.kind)
        add("places", N_("Places"), self.places, beside=True)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._look_ahead)
        self.module.chosen.connect(self._show_title)
        self.rhythm.chosen.connect(self._choose_rhythm)
        self.kind.chosen.connect(self._choose_kind)
        for signal in (
            self.module.chosen,
            self.own_title.textChanged,
            self.group.chosen,
            self.place.changed,
            self.venue.textChanged,
            self.first_day.changed,
            self.days.valueChanged,
            self.sundays.toggled,
            self.days_off.toggled,
            self.rhythm.chosen,
            self.starts.changed,
            self.ends.changed,
            self.afternoon_starts.changed,
            self.afternoon_ends.changed,
            self.kind.chosen,
            self.trainers.changed,
        ):
            signal.connect(self._answered)
        self.save_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.leave)

    def _end(self) -> None:
        self.inside.addWidget(self.form)
        self.inside.addWidget(self.sundays)
        self.inside.addWidget(self.days_off)
        self.inside.addStretch()
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch()
        outside = self.layout()
        assert isinstance(outside, QVBoxLayout)
        for widget in (self.preview, self.clashes, self.reason):
            outside.addWidget(widget)
        outside.addLayout(buttons)


def _with_members(group: GroupLine) -> str:
    count = ngettext("{count} person", "{count} people", group.members).format(count=group.members)
    return f"{group.name} ({count})"
