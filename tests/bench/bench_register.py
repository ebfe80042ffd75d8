"""A register of 40 people and 5 days, shown, turned and in another language, against a bare table of as many words.

`python -m tests.bench.bench_register [people]` prints floor, ours, the ratio, and the same for twice as many people.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem, QWidget

from tests.bench.timing import in_turns, shown
from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import attendance
from trainer_app.ui import theme
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

DAYS, ROUNDS = 5, 10
SIZE = (1134, 620)


def main(most: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    theme.load_fonts()
    switch_language("en")
    for people in (most, 2 * most):
        with tempfile.TemporaryDirectory() as folder:
            database = open_folder(Path(folder))
            training = a_training(database, people, DAYS)
            with database.changing(label("Mark all")) as s:
                for session in training.sessions:
                    attendance.mark_rest(s, session, date.max)
            measure(app, database, training, people)
            database.close()


def measure(app: QApplication, database: Database, training: ATraining, people: int) -> None:
    work = Work(database)
    days, languages = cycle(training.sessions), cycle(("fr", "rw", "en"))
    screen = opened(work, training)

    def other_day() -> None:
        screen.arrive(next(days))
        screen.grab()

    def other_language() -> None:
        switch_language(next(languages))
        app.processEvents()
        screen.grab()

    for name, ours, goal in (
        ("shown for the first time", lambda: close(opened(work, training)), "50 ms"),
        ("another day of it", other_day, "50 ms"),
        ("in another language", other_language, "1 s"),
    ):
        shown(f"register of {people} x {DAYS} {name}", *in_turns(lambda: close(a_table(people)), ours, ROUNDS), goal)
    close(screen)


def opened(work: Work, training: ATraining) -> SessionScreen:
    screen = SessionScreen(work, training.sessions[0], always(FIRST_DAY))
    screen.choose_tab("attendance")
    return on_screen(screen)


def a_table(people: int) -> QTableWidget:
    """The least that shows as many words."""
    table = QTableWidget(people, DAYS + 4)
    for row in range(people):
        for column in range(DAYS + 4):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    return on_screen(table)


def on_screen(widget: QWidget) -> QWidget:
    widget.resize(*SIZE)
    widget.show()
    widget.grab()
    return widget


def close(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def always(day: date) -> Callable[[], date]:
    return lambda: day


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
