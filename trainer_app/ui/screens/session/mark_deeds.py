"""What one does with a mark that is given: how long the person stayed, why it was corrected, who changed it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.attendance import corrects
from trainer_app.i18n import N_, Label, _, ngettext
from trainer_app.services import attendance
from trainer_app.ui.dialogs import mark_history
from trainer_app.ui.screens.session.tab import Desk
from trainer_app.ui.widgets.ask_line import AskLine
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.status_fill import GridMark
from trainer_app.ui.widgets.status_grid import StatusGrid

Cells = tuple[tuple[UUID, UUID], ...]  # of sessions and people


class MarkDeeds(QObject):
    """The two lines above the grid, and what follows from what is written in them."""

    finished = Signal(str, bool)

    def __init__(self, desk: Desk, grid: StatusGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._grid = desk, grid
        self._minutes_of: Cells = ()
        self._why_of: Cells = ()
        self.minutes = AskLine(parent, "minutesLine")
        self.why = AskLine(parent, "whyLine")
        self.write_why = button(self.why, "btnWriteWhy", "pencil")
        self.why.add(self.write_why)
        self.write_why.clicked.connect(self.why.begin)
        self.minutes.answered.connect(self._keep_minutes)
        self.why.answered.connect(self._keep_why)
        for line in (self.minutes, self.why):
            line.left.connect(self._to_grid)
        grid.minutes_wanted.connect(self.ask_minutes)
        grid.history_wanted.connect(self.show_history)
        grid.reason_wanted.connect(self.ask_why)

    def retranslate(self) -> None:
        self.write_why.setText(_("Write why"))
        self.write_why.setToolTip(_("Write why the mark was corrected (F4)"))

    def forget(self) -> None:
        """Another session is shown: what was asked belongs to the one before."""
        self._minutes_of = self._why_of = ()
        self.minutes.hide()
        self.why.hide()

    # ---- a correction after the fact ---------------------------------------------------------------------------

    def corrected(self, marks: tuple[GridMark, ...]) -> Cells:
        """Which of the marks that are about to be written correct something after the fact."""
        shown, today = self._grid.register, self._desk.today()
        return tuple(
            self._key(line, column)
            for line, column, _status in marks
            if corrects(shown.day_of(column).day, shown.cell(line, column).status, today)
        )

    def offer_why(self, cells: Cells) -> None:
        """The marks are saved. Whoever wants to say why they were corrected finds a line for it."""
        if cells:
            self._why_of = cells
            self.why.offer(self._question(cells))
        else:
            self.why.hide()

    @Slot()
    def ask_why(self) -> None:
        """F4: of what was just corrected, else of the mark where one is."""
        shown, column = self._grid.register, self._grid.day_column()
        line = self._grid.currentIndex().row()
        if self.why.isVisible():
            self.why.begin()
        elif shown.cell(line, column).status is not None:
            self._why_of = (self._key(line, column),)
            self.why.ask(self._question(self._why_of), shown.cell(line, column).reason)

    @Slot(str)
    def _keep_why(self, words: str) -> None:
        cells, self._why_of = self._why_of, ()
        self.why.hide()
        if cells and words:
            self._desk.work.change(Label(N_("Write why a mark was corrected")), attendance.explain, cells, words)
            self.finished.emit(_("The reason is kept beside the mark."), True)
        self._to_grid()

    def _question(self, cells: Cells) -> str:
        if len(cells) > 1:
            count = ngettext(
                "{count} mark corrected after the fact. Why?",
                "{count} marks corrected after the fact. Why?",
                len(cells),
            )
            return count.format(count=len(cells))
        return _("Corrected after the fact: {name}. Why?").format(name=self._name(cells[0][1]))

    # ---- minutes -----------------------------------------------------------------------------------------------

    @Slot()
    def ask_minutes(self) -> None:
        shown = self._grid.register
        places = [place for place in self._grid.places() if not shown.is_locked(place[1])]
        if not places:
            return
        self._minutes_of = tuple(self._key(*place) for place in places)
        before = shown.cell(*places[0]).minutes
        names = self._name(self._minutes_of[0][1])
        if len(places) > 1:
            names = ngettext("{count} person", "{count} people", len(places)).format(count=len(places))
        self.why.hide()
        question = _("How many minutes did {name} stay?").format(name=names)
        self.minutes.ask(question, "" if before is None else str(before))

    @Slot(str)
    def _keep_minutes(self, words: str) -> None:
        """A number, or nothing: then nobody knows how long."""
        if words and not (words.isdecimal() and 0 < int(words) <= attendance.LONGEST):
            most = attendance.LONGEST
            self.minutes.refuse(_("Write the minutes as a number from 1 to {most}.").format(most=most))
            return
        cells, self._minutes_of = self._minutes_of, ()
        self.minutes.hide()
        today, number = self._desk.today(), int(words) if words else None
        label = Label(N_("Minutes of {count} people"), {"count": len(cells)})
        if len(cells) == 1:
            label = Label(N_("Minutes of {name}"), {"name": self._name(cells[0][1])})
        self._desk.work.change(label, attendance.set_minutes, cells, number, today)
        self._to_grid()

    # ---- who changed it ----------------------------------------------------------------------------------------

    @Slot()
    def show_history(self) -> None:
        line, column = self._grid.currentIndex().row(), self._grid.day_column()
        shown = self._grid.register
        if line >= 0 and shown.days:
            title = f"{shown.lines[line].name}, {shown.title(column)}"
            mark_history.ask(self._grid, self._desk.work, *self._key(line, column), title)

    def _key(self, line: int, column: int) -> tuple[UUID, UUID]:
        shown = self._grid.register
        return shown.day_of(column).session_id, shown.lines[line].person_id

    def _name(self, person_id: UUID) -> str:
        line = self._grid.register.line_of(person_id)
        return self._grid.register.lines[line].name if line is not None else ""

    @Slot()
    def _to_grid(self) -> None:
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
