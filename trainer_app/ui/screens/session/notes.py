"""What a trainer keeps of a session for the report and for the next time. Kept by itself, a field at a time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.domain.trainings import SessionLine, SessionNotes
from trainer_app.i18n import N_, Label, _
from trainer_app.services import sessions
from trainer_app.ui import theme
from trainer_app.ui.screens.session.decisions import Decisions
from trainer_app.ui.screens.session.said_and_seen import SaidAndSeen
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels

PAUSE = 2000  # milliseconds without a key before a note is kept
LEAST = 44  # pixels of a box: two lines, more where there is room
ROOMY = 440  # pixels of a tab in which everything has its room
FIELDS = {
    "worked": N_("What worked"),
    "problems": N_("Problems"),
    "questions": N_("Questions people asked"),
    "next_time": N_("Next time"),
}
LABELS = {
    "worked": N_("Note what worked"),
    "problems": N_("Note the problems"),
    "questions": N_("Note the questions"),
    "next_time": N_("Note for the next time"),
}


class NotesTab(SessionTab):
    WATCHES = frozenset({"session_note", "resolution"}) | SaidAndSeen.WATCHES

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.notes = {name: Note(self, name) for name in FIELDS}
        self.decisions = Decisions(desk, self)
        self.decisions.finished.connect(self.finished)
        self.hint = labels.label(self, "muted")
        self.beside = SaidAndSeen(desk, self)
        grid = QGridLayout()
        grid.setSpacing(theme.MEDIUM)
        for place, note in enumerate(self.notes.values()):
            grid.addWidget(note, place // 2, place % 2)
            note.finished.connect(self._keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SMALL, 0, 0)
        layout.addLayout(grid, 3)
        layout.addWidget(self.decisions, 2)
        layout.addWidget(self.hint)
        layout.addWidget(self.beside)
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.notes["worked"].box

    def leave(self) -> None:
        for note in self.notes.values():
            note.finish()

    def show_session(self, session: SessionLine) -> None:
        self.leave()
        super().show_session(session)

    def reload(self, session: SessionLine) -> None:
        kept = self.desk.work.read(sessions.notes, session.id)
        for name, note in self.notes.items():
            note.show_kept(getattr(kept, name))
        self.decisions.show_session(session.id)
        self.beside.show_session(session)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the boxes need the room of the hint."""
        super().resizeEvent(event)
        self.hint.setVisible(self.height() >= theme.scaled(ROOMY))

    def retranslate(self) -> None:
        self.hint.setText(_("Notes are kept as you type, and go into the trainer's report."))

    @Slot(str)
    def _keep(self, name: str) -> None:
        if self.session is None:
            return
        kept: SessionNotes = self.desk.work.read(sessions.notes, self.session.id)
        changed = replace(kept, **{name: self.notes[name].words})
        if changed != kept:
            self.desk.work.change(Label(LABELS[name]), sessions.write_notes, self.session.id, changed)


class Note(Translated, QWidget):
    """One field. `finished` comes when typing paused or the field was left, never twice for the same words."""

    finished = Signal(str)

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.name = name
        self._kept = ""
        self.title = labels.label(self, "strong")
        self.box = _Box(self)
        self.box.setObjectName(f"edNote_{name}")
        self.title.setBuddy(self.box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.finish)
        self.box.textChanged.connect(self._typed)
        self.box.left.connect(self.finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.title)
        layout.addWidget(self.box)
        self.retranslate()

    @property
    def words(self) -> str:
        return self.box.toPlainText().strip()

    @property
    def is_dirty(self) -> bool:
        return self.words != self._kept

    def show_kept(self, words: str) -> None:
        """What is in the file; what is being typed at this moment stays."""
        typing = self.is_dirty
        self._kept = words
        if not typing and words != self.words:
            self.box.setPlainText(words)

    @Slot()
    def finish(self) -> None:
        self._timer.stop()
        if self.is_dirty:
            self._kept = self.words
            self.finished.emit(self.name)

    def retranslate(self) -> None:
        self.title.setText(_(FIELDS[self.name]))
        self.box.setAccessibleName(_(FIELDS[self.name]))

    @Slot()
    def _typed(self) -> None:
        if self.is_dirty:
            self._timer.start()


class _Box(QPlainTextEdit):
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(theme.scaled(LEAST))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
