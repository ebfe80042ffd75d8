"""Below the notes: what people said with smileys, and who was watched at practical work."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.feedback import Faces, Said
from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, Label, _, ngettext
from trainer_app.services import feedback, observations
from trainer_app.ui import theme
from trainer_app.ui.dialogs import feedback as feedback_dialog
from trainer_app.ui.dialogs import observations as observations_dialog
from trainer_app.ui.screens.session.tab import Desk
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button


class SaidAndSeen(Translated, QWidget):
    WATCHES = frozenset({"feedback", "observation", "training_session"})

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session: SessionLine | None = None
        self.feedback = button(self, "btnFeedback", "smile")
        self.said = labels.ElidedLabel(self, "muted", "lblSaid")
        self.watch = button(self, "btnObservations", "list-checks")
        self.seen = labels.ElidedLabel(self, "muted", "lblSeen")
        self.feedback.clicked.connect(self.ask_feedback)
        self.watch.clicked.connect(self.show_observations)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        for made, words in ((self.feedback, self.said), (self.watch, self.seen)):
            row.addWidget(made)
            row.addWidget(words, 1)
        self.retranslate()

    def show_session(self, session: SessionLine) -> None:
        self._session = session
        self._say()

    def retranslate(self) -> None:
        self.feedback.setText(_("What people said…"))
        self.feedback.setToolTip(_("Write down the smileys that people put into the boxes"))
        self.watch.setText(_("Practical work…"))
        self.watch.setToolTip(_("Watch somebody lead a session or a meeting, with a checklist of ten lines"))
        self._say()

    @Slot()
    def ask_feedback(self) -> None:
        if self._session is None:
            return
        key = self._session.id
        before = self._desk.work.read(feedback.of_session, key)
        whole = self._desk.work.read(feedback.of_training, self._session.training_id)
        told = feedback_dialog.ask(self, before, whole)
        if told is not None and {one: faces for one, faces in told.items() if faces != Faces()} != before:
            self._desk.work.change(Label(N_("Write down what people said")), feedback.record_all, key, told)

    @Slot()
    def show_observations(self) -> None:
        if self._session is not None:
            training = self._session.training_id
            observations_dialog.show(self, self._desk.work, training, self._desk.today())

    def _say(self) -> None:
        if self._session is None:
            return
        self.said.setText(said_words(self._desk.work.read(feedback.of_session, self._session.id)))
        found = self._desk.work.read(observations.of_training, self._session.training_id)
        words = ngettext("{count} time somebody was watched", "{count} times somebody was watched", len(found))
        self.seen.setText(words.format(count=len(found)) if found else "")


def said_words(said: Said) -> str:
    """The share of good faces of all questions together; "" where nobody was asked."""
    together = Faces(
        sum(faces.good for faces in said.values()),
        sum(faces.middle for faces in said.values()),
        sum(faces.bad for faces in said.values()),
    )
    return "" if together.good_share is None else feedback_dialog.share_words(together)
