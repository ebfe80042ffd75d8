"""Past sessions in which people are still not marked, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.trainings import ToDo
from trainer_app.i18n import N_, _, ngettext, screen
from trainer_app.ui import theme
from trainer_app.ui.models.table import Column
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView


class Waiting(Translated, QWidget):
    """`lstTodo` with a button that opens what is chosen in it. `opened` carries the session."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = label(self, "section")
        self.list: ListView[ToDo] = ListView(self, "lstTodo", COLUMNS, lambda waiting: waiting.session_id, N_("To do"))
        self.list.horizontalHeader().hide()
        self.list.opened.connect(self._open)
        self.nothing = label(self, "muted", "lblNothingToDo")
        self.open_button = button(self, "btnOpenTodo", "arrow-right")
        self.open_button.clicked.connect(self._open_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.title)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 10)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.retranslate()

    def show_waiting(self, to_do: Sequence[ToDo]) -> None:
        self.list.show_rows(tuple(reversed(to_do)))
        fit(self.list, min(len(to_do), 3), len(to_do))
        for widget in (self.list, self.open_button):
            widget.setVisible(bool(to_do))
        self.nothing.setVisible(not to_do)
        self.retranslate()

    def retranslate(self) -> None:
        count = self.list.rows.rowCount()
        self.title.setText(_("To do ({count})").format(count=count) if count else _("To do"))
        self.nothing.setText(_("Nothing waits: every past session is marked."))
        self.open_button.setText(_("Open"))

    @Slot(object)
    def _open(self, waiting: ToDo) -> None:
        self.opened.emit(waiting.session_id)

    @Slot()
    def _open_chosen(self) -> None:
        """What is chosen, or else the first: the button always does what it says."""
        chosen = self.list.current_row() or next(iter(self.list.rows.rows), None)
        if chosen is not None:
            self._open(chosen)


def fit(view: ListView, fewest: int, most: int) -> None:
    """Let a list be as high as its rows, and shrink to the fewest it must show."""
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    view.setMinimumHeight(height(view, fewest))
    view.setMaximumHeight(height(view, most))


def height(view: ListView, rows: int) -> int:
    """Of a short list that shows so many rows."""
    header = 0 if view.horizontalHeader().isHidden() else view.horizontalHeader().sizeHint().height()
    return rows * theme.row_height() + header + 2 * view.frameWidth() + theme.TINY


def _waiting(waiting: ToDo) -> str:
    values = waiting.values
    count = int(values["unmarked"])
    sentence = ngettext("{day} {name}: {count} not marked", "{day} {name}: {count} not marked", count)
    day = date.fromisoformat(str(values["day"]))
    return sentence.format(day=screen().date(day), name=values["group"] or values["title"], count=count)


def _more(waiting: ToDo) -> str:
    return ", ".join(str(waiting.values[name]) for name in ("title", "group") if waiting.values[name])


COLUMNS = (Column[ToDo](N_("To do"), _waiting, tip=_more, stretch=True),)
