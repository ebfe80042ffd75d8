"""The list of trainers: what each can teach, what each has done, and how far it went on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import curriculum, trainers
from trainer_app.ui import theme
from trainer_app.ui.dialogs import cascade, trainer
from trainer_app.ui.dialogs.trainer import TrainerAnswer
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people.trainer_view import TrainerView
from trainer_app.ui.widgets.buttons import button, make_primary
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label as text_label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class Trainers(Screen):
    """`pgTrainers`. `person_wanted` carries the key of the person whose card is wanted."""

    TITLE = N_("Trainers")
    HELP = "people"
    KEYS = N_(
        "Enter open · F2 edit · Ctrl+N new trainer · T who trained whom · Ctrl+F search · F9 card · Ctrl+Tab people"
    )
    WATCHES: ClassVar[frozenset[str]] = frozenset(
        {"trainer_profile", "training_trainer", "training_session", "mark", "enrolment", "person", "module"}
    )

    person_wanted = Signal(object)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgTrainers")
        self.count = text_label(self, "muted", "lblTrainerCount", wrap=False)
        self.add_button = button(self, "btnAddTrainer", "user-plus", kind="primary")
        no_one = EmptyState(self, "users", N_("No trainer yet."), (N_("Add a trainer"), self.add_trainer))
        self.view = TrainerView(self, work, no_one)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        top.addWidget(self.view.search, 2)
        top.addStretch(1)
        top.addWidget(self.add_button)
        narrowing = QWidget(self)
        row = FlowLayout(narrowing)
        for part in (self.view.tier, self.view.module, self.view.language, self.count):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addWidget(narrowing)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        card = self.view.card
        self.view.search.asked.connect(self._narrow)
        for box in (self.view.tier, self.view.module, self.view.language):
            box.chosen.connect(self._narrow)
        self.add_button.clicked.connect(self.add_trainer)
        card.edit_wanted.connect(self.edit_trainer)
        card.removal_wanted.connect(self.remove_trainer)
        card.person_wanted.connect(self.person_wanted)
        card.cascade_wanted.connect(self.show_cascade)
        edit = QShortcut(QKeySequence("F2"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self.edit_trainer)
        for key, gesture in (("Del", self.remove_trainer), ("T", self.show_cascade)):
            shortcut = QShortcut(QKeySequence(key), self.view.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(gesture)

    def first_focus(self) -> QWidget:
        return self.view.search

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self.add_trainer, "find": self.view.search.setFocus, "panel": self.view.toggle_card}

    def reload(self) -> None:
        found = self.work.read(curriculum.modules, settings.load(self.work.folder).content)
        self.view.offer_modules(tuple(line.code for line in found))
        self._narrow()

    def retranslate(self) -> None:
        self.add_button.setText(_("Trainer"))
        self.add_button.setToolTip(_("Add a trainer (Ctrl+N)"))
        self._write_count()
        self.view.reload_card()

    @Slot()
    def _narrow(self) -> None:
        self.view.reload()
        make_primary(self.add_button, "user-plus", not self.view.is_empty)
        self.count.setVisible(not self.view.is_empty)
        self._write_count()

    def _write_count(self) -> None:
        number = self.view.table.rows.rowCount()
        words = ngettext("{count} trainer", "{count} trainers", number)
        self.count.setText(words.format(count=screen().number(number)))

    @Slot()
    def add_trainer(self) -> None:
        answer = trainer.ask(self, self.work)
        if answer is not None:
            self._write(answer)
            self.view.open_one(answer.persons[0][0])

    @Slot()
    def edit_trainer(self) -> None:
        chosen = self.view.chosen
        answer = trainer.ask(self, self.work, (chosen.id, chosen.name)) if chosen else None
        if answer is not None:
            self._write(answer)

    def _write(self, answer: TrainerAnswer) -> None:
        count, name = len(answer.persons), answer.persons[0][1]
        one, several = label(N_("{name} as a trainer"), name=name), label(N_("{count} people as trainers"), count=count)
        keys = [key for key, _name in answer.persons]
        self.work.change(one if count == 1 else several, trainers.write_all, keys, answer.form)
        words = ngettext("{name} is written down as a trainer.", "{count} people are written down as trainers.", count)
        self.report(words.format(name=name, count=count))

    @Slot()
    def remove_trainer(self) -> None:
        chosen = self.view.chosen
        if chosen is None:
            return
        number = self.view.table.currentIndex().row()
        self.work.change(label(N_("{name} is no trainer"), name=chosen.name), trainers.remove, chosen.id)
        self.report(_("{name} is not written down as a trainer any more.").format(name=chosen.name))
        self.view.choose_row(number)

    @Slot()
    def show_cascade(self) -> None:
        chosen = self.view.chosen
        wanted = cascade.ask(self, self.work, chosen.id) if chosen else None
        if wanted is not None:
            self.person_wanted.emit(wanted)
