"""Entries that look like the same person, side by side: somebody decides, and can take every decision back.

The list at the left has the pairs, the surest first. In the table the arrows, or a click, choose which value is
kept. Merged people stand in a list of their own, to be taken apart again.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.domain.comparing import SideBySide
from trainer_app.i18n import N_, _, label, screen
from trainer_app.services import comparing, likeness, merging
from trainer_app.services.likeness import Alike
from trainer_app.services.merging import MergedLine
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.dialogs.form_dialog import FormDialog, give_way
from trainer_app.ui.models import same_person as words
from trainer_app.ui.models.same_person import FieldRow
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label as text_label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

PARTS = ((0, N_("To decide")), (1, N_("Already one person")))
SHOWN = ((False, N_("Sure and likely")), (True, N_("All pairs")))
LEAST = 90  # pixels of height for the table
PAIRS = 300  # pixels of width for the list of pairs


def ask(
    parent: QWidget,
    work: Work,
    today: date,
    found: tuple[Alike, ...] | None = None,
    person_id: UUID | None = None,
    merged: bool = False,
) -> None:
    """Of the whole file (`found` when it was looked for already), or of one person; or the merges made so far."""
    SamePersonDialog(parent, work, today, found, person_id, merged).ask_user()


class CompareTable(ListView[FieldRow]):
    """`tblSides`. The arrows to the left and right, or a click on a value, choose which is kept."""

    taken = Signal(object, bool)  # a row, and whether its first value is kept

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "tblSides", words.FIELD_ROWS, _row_key, N_("Both entries, side by side"))
        self.setSortingEnabled(False)
        self.clicked.connect(self._click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.taken.emit(row, event.key() == Qt.Key.Key_Left)
        elif row is not None and event.key() == Qt.Key.Key_Space:
            self.taken.emit(row, not row.takes_first)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if index.column() in (words.FIRST_COLUMN, words.SECOND_COLUMN):
            self.taken.emit(self.rows.row(index), index.column() == words.FIRST_COLUMN)


class SamePersonDialog(FormDialog[None]):
    """`dlgSamePerson`. Each decision is written at once, and Ctrl+Z takes it back, here or later on the page."""

    TITLE = N_("Entries that look like the same person")
    ACCEPT = N_("They are the same")

    def __init__(
        self,
        parent: QWidget | None,
        work: Work,
        today: date,
        found: tuple[Alike, ...] | None = None,
        person_id: UUID | None = None,
        merged: bool = False,
    ) -> None:
        super().__init__(parent, "dlgSamePerson", 1040, 500)
        self._work, self._today, self._person_id = work, today, person_id
        self._found = self._look() if found is None else found
        self._rows: tuple[FieldRow, ...] = ()
        self._sides: SideBySide | None = None
        self.parts: Segments[int] = Segments(self, "segSameParts", PARTS)
        self.shown: Choice[bool] = Choice(self, "cbHowSure", SHOWN)
        self.pairs: ListView[Alike] = ListView(self, "tblPairs", words.PROPOSED, _pair_key, N_("Pairs to decide"))
        self.why = text_label(self, "", "lblWhy")
        self.why_not = text_label(self, "", "lblWhyNot")
        self.table = CompareTable(self)
        self.merged: ListView[MergedLine] = ListView(
            self, "tblMerged", words.MERGED, _merged_key, N_("Already one person")
        )
        self.different = button(self, "btnDifferent", "users")
        self.later = button(self, "btnLater")
        self.apart = button(self, "btnApart", "undo-2")
        self.said = text_label(self, "success", "lblDecided", wrap=False)
        self.undo = button(self, "btnUndoDecision", kind="link")
        self._past: list[tuple[Alike, ...]] = []
        self._build()
        self._connect()
        self.shown.choose(person_id is not None or not any(two.is_near for two in self._found))
        self.parts.choose(1 if merged else 0)
        self.retranslate()
        self._fill()
        self._turn()

    def retranslate(self) -> None:
        super().retranslate()
        self.cancel_button.setText(_("Close"))
        self.accept_button.setToolTip(_("One person stays, with all that both did (S)"))
        self.different.setText(_("They are two people"))
        self.different.setToolTip(_("They are not proposed again (T)"))
        self.later.setText(_("Decide later"))
        self.later.setToolTip(_("Go to the next pair (L)"))
        self.apart.setText(_("Take apart"))
        self.undo.setText(_("Undo"))
        self.shown.setAccessibleName(_("Which pairs are shown"))
        self.hint.setText(_("← or → chooses the value that is kept (●). Groups, trainings and marks of both stay."))
        self._show(self.pairs.current_row())

    # ---- what is shown -------------------------------------------------------------------------------------------

    def _look(self) -> tuple[Alike, ...]:
        if self._person_id is None:
            return self._work.read(likeness.proposals)
        return self._work.read(likeness.for_person, self._person_id)

    def _fill(self) -> None:
        all_of_them = bool(self.shown.value)
        listed = [two for two in self._found if all_of_them or two.is_near]
        self.pairs.show_rows(listed)
        self.some.show_empty(not listed)
        if listed and self.pairs.current_row() is None:
            self.pairs.selectRow(0)
        if not listed:
            self._show(None)
        joined = self._work.read(merging.merged, self._person_id)
        self.merged.show_rows(joined)
        self.some_merged.show_empty(not joined)
        if joined and self.merged.current_row() is None:
            self.merged.selectRow(0)
        self._offer()

    @Slot(object)
    def _show(self, two: Alike | None) -> None:
        self._rows, self._sides = (), None
        if two is not None:
            language = settings.load(self._work.folder).content
            self._sides = self._work.read(comparing.side_by_side, *two.key, language)
            self._rows = words.rows(self._sides)
            self.why.setText(" · ".join(words.reasons(two.likeness, True)))
            self.why_not.setText(" · ".join(words.reasons(two.likeness, False)))
        self.why.setVisible(two is not None)
        self.why_not.setVisible(two is not None and bool(self.why_not.text()))
        self.table.show_rows(self._rows)
        if self._rows and self.table.current_row() is None:
            self.table.selectRow(0)

    @Slot()
    def _turn(self) -> None:
        self.pages.setCurrentIndex(self.parts.value)
        self._offer()
        if self.isVisible():
            (self.pairs if self.parts.value == 0 else self.merged).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """The buttons of the part in front, when there is something to press them for."""
        decide = self.parts.value == 0 and self.pairs.rows.rowCount() > 0
        for made in (self.accept_button, self.different, self.later):
            made.setVisible(decide)
        self.shown.setVisible(self.parts.value == 0)
        self.apart.setVisible(self.parts.value == 1 and self.merged.rows.rowCount() > 0)

    # ---- what is decided -----------------------------------------------------------------------------------------

    @Slot(object, bool)
    def _take(self, row: FieldRow, first: bool) -> None:
        self._rows = tuple(other.taking(first) if other.key == row.key else other for other in self._rows)
        self.table.show_rows(self._rows)
        taken = next(other for other in self._rows if other.key == row.key)
        announce(self.table, taken.spoken(taken.takes_first))

    @Slot()
    def submit(self) -> None:
        if (sides := self._sides) is None or self.parts.value == 1:
            return
        chosen = words.chosen_values(self._rows)
        name = chosen["name"]
        self._work.change(
            label(N_("Make {name} one person"), name=name),
            merging.merge,
            sides.kept.id,
            sides.other.id,
            self._today,
            chosen,
        )
        self._decided(_("{name} is one person now.").format(name=name), both_gone=sides.other.id)

    @Slot()
    def tell_apart(self) -> None:
        if (two := self.pairs.current_row()) is None or self.parts.value == 1:
            return
        told = label(N_("{first} and {second} are two people"), first=two.first, second=two.second)
        self._work.change(told, merging.different, *two.key, self._today)
        self._decided(_("They are two people, and are not proposed again."))

    @Slot()
    def decide_later(self) -> None:
        """The next pair; this one stays in the list."""
        number = self.pairs.currentIndex().row() + 1
        if self.parts.value == 0 and self.pairs.rows.rowCount():
            self.pairs.selectRow(number % self.pairs.rows.rowCount())

    @Slot()
    def take_apart(self) -> None:
        if (line := self.merged.current_row()) is None or self.parts.value == 0:
            return
        told = label(N_("Take {kept} and {other} apart"), kept=line.kept, other=line.other)
        self._work.change(told, merging.unmerge, line.pair_id, self._today)
        self._past.append(self._found)
        self._say(_("{other} is an entry of its own again.").format(other=line.other))
        self._fill()

    @Slot()
    def take_back(self) -> None:
        """What was decided last here is undone, and the pair is in the list again."""
        if not self._past:
            return
        self._say(_("Undone: {what}").format(what=self._work.undo().words(screen())))
        self._found = self._past.pop()
        self._fill()
        self.undo.setVisible(bool(self._past))
        self._go_to_pairs()

    def _decided(self, sentence: str, both_gone: UUID | None = None) -> None:
        """The pair leaves the list, and so does every pair with an entry that is no more."""
        number, decided = self.pairs.currentIndex().row(), self.pairs.current_row()
        self._past.append(self._found)
        stay = (two for two in self._found if decided is None or two.key != decided.key)
        self._found = tuple(two for two in stay if both_gone not in two.key)
        self._say(sentence)
        self._fill()
        if (count := self.pairs.rows.rowCount()) > 0:
            self.pairs.selectRow(min(number, count - 1))
            self.pairs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        self.undo.setVisible(bool(self._past))
        announce(self.said, sentence)

    # ---- how it is built -----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.parts.chosen.connect(self._turn)
        self.shown.chosen.connect(self._fill)
        self.pairs.chosen.connect(self._show)
        self.pairs.opened.connect(self._go_to_sides)
        self.table.taken.connect(self._take)
        self.different.clicked.connect(self.tell_apart)
        self.later.clicked.connect(self.decide_later)
        self.apart.clicked.connect(self.take_apart)
        self.undo.clicked.connect(self.take_back)
        self.merged.opened.connect(self.take_apart)
        for key, do in (
            ("S", self.submit),
            ("T", self.tell_apart),
            ("L", self.decide_later),
            ("Ctrl+Z", self.take_back),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(do)

    def showEvent(self, event: QShowEvent) -> None:
        """Never on a button that decides: Space would press it."""
        super().showEvent(event)
        self._go_to_pairs()

    def _go_to_pairs(self) -> None:
        """To the pairs; to the values at once when there is only one."""
        there = self.table if self.pairs.rows.rowCount() == 1 else self.pairs
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _go_to_sides(self, _two: Alike) -> None:
        """Enter on a pair leads to its values; the two entries are made one by a button or by S, never by it."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.accept_button.setAutoDefault(False)
        self.accept_button.setDefault(False)
        self.hint = text_label(self, "caption", "lblSameHint")
        self.said.hide()
        self.undo.hide()
        sides = QWidget(self)
        column = QVBoxLayout(sides)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        for part in (self.why, self.why_not):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        give_way(self.table, LEAST)
        self.pairs.setFixedWidth(theme.scaled(PAIRS))
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.MEDIUM)
        row.addWidget(self.pairs)
        row.addWidget(sides, 1)
        self.some = OrEmpty(self, both, EmptyState(self, "circle-check", N_("Nobody else looks written down twice.")))
        self.some_merged = OrEmpty(self, self.merged, EmptyState(self, "users", N_("No entries were made one yet.")))
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.some)
        self.pages.addWidget(self.some_merged)
        head = QWidget(self)
        line = FlowLayout(head)
        line.addWidget(self.parts)
        line.addWidget(self.shown)
        inside = self.without_form()
        inside.addWidget(head)
        news = QHBoxLayout()
        news.addWidget(self.said)
        news.addWidget(self.undo)
        news.addStretch(1)
        inside.addLayout(news)
        inside.addWidget(self.pages, 1)
        for made in (self.later, self.different, self.apart):
            self.row.insertWidget(self.row.count() - 1, made)


def _pair_key(two: Alike) -> object:
    return two.key


def _row_key(row: FieldRow) -> object:
    return row.key


def _merged_key(line: MergedLine) -> object:
    return line.pair_id
