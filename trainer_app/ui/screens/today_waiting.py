"""What waits: people who stay away, and past sessions in which people are still not marked, the latest first."""

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
    """`lstTodo` with a button that opens what is chosen in it: a session, or the task of a person to call."""

    opened = Signal(object)
    call_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = label(self, "section")
        self.list: ListView[ToDo] = ListView(self, "lstTodo", COLUMNS, _key, N_("To do"))
        self.list.horizontalHeader().hide()
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._word)
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
        self._word(self._next)

    @property
    def _next(self) -> ToDo | None:
        """What the button opens: what is chosen, or else the first."""
        return self.list.current_row() or next(iter(self.list.rows.rows), None)

    @Slot(object)
    def _word(self, waiting: ToDo | None) -> None:
        waiting = waiting or self._next
        self.open_button.setText(_("Call") if waiting is not None and waiting.task_id else _("Open"))

    @Slot(object)
    def _open(self, waiting: ToDo) -> None:
        if waiting.task_id is not None:
            self.call_wanted.emit(waiting.task_id)
        else:
            self.opened.emit(waiting.session_id)

    @Slot()
    def _open_chosen(self) -> None:
        """What is chosen, or else the first: the button always does what it says."""
        chosen = self._next
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


def _key(waiting: ToDo) -> object:
    return waiting.task_id or waiting.session_id


def _waiting(waiting: ToDo) -> str:
    values = waiting.values
    if waiting.task_id is not None:
        absent = int(values["sessions"])
        words = ngettext("{name}: absent {count} session", "{name}: absent {count} sessions", absent)
        return words.format(name=values["name"], count=absent)
    count = int(values["unmarked"])
    sentence = ngettext("{day} {name}: {count} not marked", "{day} {name}: {count} not marked", count)
    day = date.fromisoformat(str(values["day"]))
    return sentence.format(day=screen().date(day), name=values["group"] or values["title"], count=count)


def _more(waiting: ToDo) -> str:
    return ", ".join(str(waiting.values[name]) for name in ("title", "group") if waiting.values.get(name))


COLUMNS = (Column[ToDo](N_("To do"), _waiting, tip=_more, stretch=True),)
