"""What the list is about, and for a register or scores, of which training."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.imports.kinds import ListKind
from trainer_app.domain.trainings import TrainingLine
from trainer_app.i18n import N_, _, screen
from trainer_app.ui import theme
from trainer_app.ui.dialogs.import_wizard.draft import Draft
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label

KINDS = (
    (ListKind.PEOPLE, N_("People")),
    (ListKind.ATTENDANCE, N_("Attendance of a training")),
    (ListKind.SCORES, N_("Scores of a training")),
)
LONGEST = 60


class KindBar(Translated, QWidget):
    """`kind_chosen` and `training_chosen` carry what the user picked."""

    kind_chosen = Signal(object)
    training_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind_label = label(self, "strong", wrap=False)
        self.kind: Choice[ListKind] = Choice(self, "cbListKind", KINDS)
        self.kind_label.setBuddy(self.kind)
        self.training: Choice[UUID] = Choice(self, "cbListTraining", proper=True)
        self.kind.chosen.connect(self._tell_kind)
        self.training.chosen.connect(self.training_chosen)
        flow = FlowLayout(self)
        for part in (self.kind_label, self.kind, self.training):
            flow.addWidget(part)
        self.retranslate()

    def retranslate(self) -> None:
        self.kind_label.setText(_("This list is about"))
        self.kind.setAccessibleName(self.kind_label.text())
        self.training.setAccessibleName(_("Training"))
        self.training.setPlaceholderText(_("Choose the training…"))
        self.training.setMinimumWidth(theme.width(self.training, "0" * 44))

    def offer(self, trainings: Iterable[TrainingLine]) -> None:
        self.training.offer([(line.id, _training_words(line)) for line in trainings])

    def show_draft(self, draft: Draft) -> None:
        self.kind.choose(draft.kind)
        self.training.setVisible(not draft.is_people)
        self.training.choose(draft.training_id)

    @Slot(object)
    def _tell_kind(self, kind: ListKind) -> None:
        self.kind_chosen.emit(kind)


def _training_words(line: TrainingLine) -> str:
    """`Savings, COOP Abahuje, 09/03/2026`: the training as it is called, where, and when it began."""
    words = ", ".join(part for part in (line.title, line.group) if part)
    shown = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
    return f"{shown}, {screen().date(line.first_day)}"
