"""The ten lines of a checklist: a key answers one and goes down, so that the eyes can stay on the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from trainer_app.documents import checklist_words
from trainer_app.domain.checklists import LINES, Checklist, Seen
from trainer_app.i18n import N_, screen
from trainer_app.ui.models.table import Column
from trainer_app.ui.widgets.list_view import ListView

GLYPHS = {Seen.YES: "✓", Seen.PARTLY: "◐", Seen.NO: "✕", Seen.NOT_SEEN: "·"}
NUMBERS = {"1": Seen.YES, "2": Seen.PARTLY, "3": Seen.NO, "0": Seen.NOT_SEEN}
LETTERS = {"Y": Seen.YES, "P": Seen.PARTLY, "N": Seen.NO}
Keys = Qt.Key
CLEARS = (Keys.Key_Delete, Keys.Key_Backspace)
IN_TURN = (Seen.YES, Seen.PARTLY, Seen.NO, Seen.NOT_SEEN)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class CheckLine:
    number: int
    words: str
    seen: Seen


def answer_words(line: CheckLine) -> str:
    return f"{GLYPHS[line.seen]} {checklist_words.seen(screen())[line.seen]}"


def _number(line: CheckLine) -> str:
    return str(line.number)


def _words(line: CheckLine) -> str:
    return line.words


def _spoken(line: CheckLine) -> str:
    return f"{line.number}. {line.words}: {checklist_words.seen(screen())[line.seen]}"


COLUMNS: tuple[Column[CheckLine], ...] = (
    Column("", _number, spoken=_spoken, sample="000"),
    Column(N_("What to look out for"), _words, tip=_words, spoken=_spoken, stretch=True),
    Column(N_("Seen"), answer_words, spoken=_spoken, sample="✓ Ntibyarebwe 0"),
)


def letters() -> dict[str, Seen]:
    """Keys > answer: the first letters of the language on screen, and the English ones where they are free."""
    words = checklist_words.seen(screen())
    own = {words[seen][:1].upper(): seen for seen in LETTERS.values()}
    return {**{key: seen for key, seen in LETTERS.items() if key not in own}, **own}


class ChecklistTable(ListView[CheckLine]):
    """`answered` comes after each answer. Space or Enter go to the next answer, the mouse does with a double click."""

    answered = Signal()

    def __init__(self, parent: QWidget, checklist: Checklist) -> None:
        self._checklist = checklist
        self._seen = (Seen.NOT_SEEN,) * LINES
        super().__init__(parent, "tblChecklist", COLUMNS, _number, N_("Checklist"))
        self.setSortingEnabled(False)
        self.opened.connect(self._turn)
        self.show_checklist(checklist)

    @property
    def value(self) -> tuple[Seen, ...]:
        return self._seen

    def show_checklist(self, checklist: Checklist) -> None:
        """Other lines; the answers stay with their numbers only while the checklist is the same."""
        if checklist is not self._checklist:
            self._seen = (Seen.NOT_SEEN,) * LINES
        self._checklist = checklist
        words = checklist_words.lines(checklist, screen())
        self.show_rows(
            [
                CheckLine(number, line, seen)
                for number, (line, seen) in enumerate(zip(words, self._seen, strict=True), start=1)
            ]
        )

    def show_answers(self, lines: Sequence[Seen]) -> None:
        self._seen = tuple(lines)
        self.show_checklist(self._checklist)

    def retranslate(self) -> None:
        if self.rows.rowCount():
            self.show_checklist(self._checklist)
        super().retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._meant(event)
        if wanted is not None and self.currentIndex().isValid():
            self._answer(wanted)
            self._go_down()
        elif event.key() == Keys.Key_Space and self.current_row() is not None:
            self._turn(self.current_row())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are answers here, not a search."""

    def _meant(self, event: QKeyEvent) -> Seen | None:
        if event.key() in CLEARS:
            return Seen.NOT_SEEN
        if event.modifiers() & COMMANDS:
            return None
        text = event.text().upper()
        return letters().get(text, NUMBERS.get(text))

    def _turn(self, line: CheckLine | None) -> None:
        """The answer that comes after the one that stands."""
        if line is not None:
            place = IN_TURN.index(line.seen)
            self._answer(IN_TURN[(place + 1) % len(IN_TURN)])

    def _answer(self, seen: Seen) -> None:
        row = self.currentIndex().row()
        self._seen = (*self._seen[:row], seen, *self._seen[row + 1 :])
        lines = list(self.rows.rows)
        lines[row] = replace(lines[row], seen=seen)
        self.show_rows(lines)
        self.answered.emit()

    def _go_down(self) -> None:
        row = self.currentIndex().row()
        if row + 1 < LINES:
            self.selectRow(row + 1)
