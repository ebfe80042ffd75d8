"""The card of one trainer: what they can teach, and what became of those they trained."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.cascade import Standing
from trainer_app.domain.people import shown_phone
from trainer_app.domain.trainers import TrainerForm, TrainerLine
from trainer_app.i18n import _, screen
from trainer_app.ui.models.trainers import profile_words, standing_words, tier
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.side_panel import SidePanel


class TrainerPanel(SidePanel):
    """`pnlTrainer`. What is wanted is told by signals: the list knows what to do."""

    edit_wanted = Signal()
    removal_wanted = Signal()
    person_wanted = Signal(object)
    cascade_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "pnlTrainer")
        self.line: TrainerLine | None = None
        self.cascade = button(self, "btnCascade", "layers")
        self.edit = button(self, "btnEditTrainer", "pencil")
        self.open = button(self, "btnOpenTrainer", "user")
        self.remove = button(self, "btnRemoveTrainer", "trash-2", kind="quiet")
        for made in (self.cascade, self.edit, self.open, self.remove):
            self.toolbar.addWidget(made)
        self.details = Section(self.body, "secTrainer")
        self.done = Section(self.body, "secTrained")
        self.above = Section(self.body, "secTrainedBy")
        for section in (self.details, self.done, self.above):
            self.inside.addWidget(section)
        self.inside.addStretch()
        self.cascade.clicked.connect(self.cascade_wanted)
        self.edit.clicked.connect(self.edit_wanted)
        self.open.clicked.connect(self._open)
        self.remove.clicked.connect(self.removal_wanted)
        self.above.opened.connect(self.person_wanted)
        self.retranslate()

    def show_card(self, line: TrainerLine, form: TrainerForm | None, standing: Standing) -> None:
        self.line = line
        self.title.setText(line.name)
        self.subtitle.setText(" · ".join(part for part in (line.code, tier(line), line.place) if part))
        self.setAccessibleName(_("Card of {name}").format(name=line.name))
        told = profile_words(form) if form else ()
        phone = [Line(shown_phone(line.phone), title=_("Phone"))] if line.phone else []
        self.details.fill(_("Details"), [*phone, *(Line(words) for words in told)])
        self.done.fill(_("Who trained whom"), [Line(standing_words(standing))])
        self.above.fill(_("Trained by"), [trained_by(*one) for one in standing.trained_by])
        self.remove.setVisible(form is not None)

    def forget(self) -> None:
        """Nobody is shown any more: they are no trainer now."""
        self.line = None
        self.hide()

    def retranslate(self) -> None:
        super().retranslate()
        self.cascade.setText(_("Who trained whom"))
        self.edit.setText(_("Edit"))
        self.edit.setToolTip(_("Edit what this trainer can teach (F2)"))
        self.open.setText(_("Open person"))
        self.remove.setText(_("No trainer"))
        self.remove.setToolTip(_("Take this person out of the list of trainers (Del). What they led stays."))

    @Slot()
    def _open(self) -> None:
        if self.line is not None:
            self.person_wanted.emit(self.line.id)


def trained_by(key: UUID, name: str, day: date) -> Line:
    """A link to who trained somebody, and since when."""
    return Line(name, _("since {day}").format(day=screen().date(day)), key)
