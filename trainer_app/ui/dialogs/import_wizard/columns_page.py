"""Step 3: what each column of the list holds, proposed and to be corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from trainer_app.domain.attendance import RegisterDay
from trainer_app.domain.imports.columns import ColumnGuess
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.i18n import N_, _, pgettext, screen
from trainer_app.ui import theme
from trainer_app.ui.announce import announce
from trainer_app.ui.dialogs.import_wizard.draft import FIELDS_OF, Draft, Goes
from trainer_app.ui.dialogs.import_wizard.kind_bar import KindBar
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import ElidedLabel, label

TITLES = (N_("Your column"), N_("First values"), N_("Goes to"), "")


class ColumnRow(QWidget):
    """The four cells of one column; `chosen` carries its index and the field or session it goes to."""

    chosen = Signal(int, object)

    def __init__(self, parent: QWidget, draft: Draft, guess: ColumnGuess) -> None:
        super().__init__(parent)
        self.hide()  # only its cells are seen, in the grid of the page
        self.guess = guess
        self._draft = draft
        self.title = ElidedLabel(parent, "strong")
        self.samples = ElidedLabel(parent, "muted")
        self.field: Choice[Goes] = Choice(parent, f"cbColumn{guess.index}", _options(draft))
        self.certainty = label(parent, wrap=False)
        self.field.chosen.connect(self._tell)
        self.show_guess(draft, guess)

    @property
    def cells(self) -> tuple[QWidget, ...]:
        return self.title, self.samples, self.field, self.certainty

    def show_guess(self, draft: Draft, guess: ColumnGuess) -> None:
        self._draft, self.guess = draft, guess
        self.title.setText(guess.name)
        self.samples.setText("; ".join(guess.samples))
        self.field.choose(draft.goes_to(guess))
        self.word()

    def word(self) -> None:
        sure = not self._draft.is_unsure(self.guess)
        self.field.setAccessibleName(_("Column {name} goes to").format(name=self.guess.name))
        if sure and self._draft.goes_to(self.guess) is None:
            self.certainty.setText("")
        elif sure:
            self.certainty.setText(pgettext("what a column holds is", "✓ sure"))
        else:
            self.certainty.setText(pgettext("what a column holds is", "? please check"))
        self.certainty.setProperty("kind", "success" if sure else "warning")
        self.certainty.style().polish(self.certainty)
        self.field.setAccessibleDescription(self.certainty.text())

    @Slot(object)
    def _tell(self, goes: Goes) -> None:
        self.chosen.emit(self.guess.index, goes)


class ColumnsPage(Translated, QWidget):
    """`changed` carries another draft after somebody decided about a column; `bar` says what the list is about."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.rows: list[ColumnRow] = []
        self.refusal = label(self, "error", "lblColumnsError")
        self.refusal.hide()
        self.bar = KindBar(self)
        self.encoding = label(self, "warning", "lblEncoding")
        self.remembered = label(self, "muted", "lblRemembered")
        self.remembered.hide()
        self._titles = [label(self, "caption", wrap=False) for _title in TITLES]
        self.scroller = QScrollArea(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        for part in (self.bar, self.refusal, self.encoding, self.remembered):
            layout.addWidget(part)
        layout.addWidget(self.scroller, 1)

    def retranslate(self) -> None:
        for made, title in zip(self._titles, TITLES, strict=True):
            made.setText(_(title))
        for row in self.rows:
            row.word()
        self.encoding.setText(
            _("The file does not say how its letters are written. Are the names and accents below right?")
        )

    def show_draft(self, draft: Draft) -> None:
        same = self._draft is not None and _shape(self._draft) == _shape(draft)
        self._draft = draft
        self.bar.show_draft(draft)
        self.encoding.setVisible(bool(draft.assumed_encoding))
        self.refuse("")
        if same:
            for row, guess in zip(self.rows, draft.columns, strict=True):
                row.show_guess(draft, guess)
        else:
            self._lay_out(draft)
        self.retranslate()

    def first_focus(self) -> QWidget | None:
        """The training while none is chosen, then the first column to look at; None when all are sure."""
        if self._draft and not self._draft.is_people and self._draft.training_id is None:
            return self.bar.training
        unsure = {column.index for column in self._draft.unsure} if self._draft else set()
        return next((row.field for row in self.rows if row.guess.index in unsure), None)

    def refuse(self, reason: str) -> None:
        self.refusal.setText(reason)
        self.refusal.setVisible(bool(reason))
        if reason:
            announce(self, reason, urgent=True)
            if self.rows:
                self.rows[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, draft: Draft) -> None:
        """The grid anew: a row for each column of the list."""
        body = QWidget()
        body.setProperty("kind", "page")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, theme.MEDIUM, 0)
        grid.setHorizontalSpacing(theme.LARGE)
        grid.setVerticalSpacing(theme.TINY)
        for number, stretch in enumerate((2, 3, 0, 0)):
            grid.setColumnStretch(number, stretch)
        self._titles = [label(body, "caption", wrap=False) for _title in TITLES]
        _put(grid, 0, self._titles)
        self.rows = [ColumnRow(body, draft, guess) for guess in draft.columns]
        for number, row in enumerate(self.rows, start=1):
            row.chosen.connect(self._decide)
            row.certainty.setMinimumWidth(theme.width(row.certainty, "? please check"))
            _put(grid, number, row.cells)
        grid.setRowStretch(len(self.rows) + 1, 1)
        self.scroller.setWidget(body)

    @Slot(int, object)
    def _decide(self, index: int, goes: Goes) -> None:
        if self._draft is not None:
            self.changed.emit(self._draft.with_field(index, goes))


def _shape(draft: Draft) -> tuple[object, ...]:
    columns = tuple(column.index for column in draft.columns)
    return draft.number, draft.proposal.header_row, columns, draft.kind, draft.days


def _options(draft: Draft) -> list[tuple[Goes, str]]:
    """The fields of such a list; of a register also the days of the training."""
    days = draft.days if draft.kind is ListKind.ATTENDANCE else ()
    return [*FIELDS_OF[draft.kind], *((day.session_id, day_words(day)) for day in days)]


def day_words(day: RegisterDay) -> str:
    """`Day 1, 09/03/2026`; with the half of the day where it has two sessions."""
    words = _("Day {number}, {date}").format(number=day.number, date=screen().date(day.day))
    return f"{words}, {day.starts:%H:%M}" if day.part else words


def _put(grid: QGridLayout, row: int, cells: tuple[QWidget, ...] | list[QLabel]) -> None:
    for column, widget in enumerate(cells):
        grid.addWidget(widget, row, column)
