"""The calendar of a busy year: a week, a month and a list shown, a session moved, a clash found, a week painted.

`python -m tests.bench.bench_calendar [sessions]` prints floor, ours, the ratio, and the same for half as many sessions.
The floor of reading is the plain question for the same rows; of a move, one journalled change of one row; of
painting, the same number of plain buttons put in the same places.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import cycle
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.bench.timing import in_turns, shown
from tests.builders import a_name
from trainer_app.db.connect import connect
from trainer_app.db.database import Database
from trainer_app.db.records import TrainingSession
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.people import PersonForm
from trainer_app.domain.trainings import NewTraining
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import agenda, clashes, curriculum, groups, people, trainings
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.screens.schedule.schedule import ScheduleScreen
from trainer_app.ui.work import Work

TRAINERS, GROUPS, DAYS, WEEKS = 15, 40, 5, 50
MONDAY = date(2026, 1, 5)
ROUNDS = 30
PLAIN = """
    SELECT s.id, s.day, s.starts, s.ends, s.venue, t.code, g.name,
        (SELECT min(x.words) FROM text x WHERE x.owner_id = t.module_id AND x.key = 'title' AND x.language = 'en'),
        (SELECT count(*) FROM training_session o WHERE o.training_id = s.training_id AND NOT o.gone),
        (SELECT count(*) FROM training_session o WHERE o.training_id = s.training_id AND NOT o.gone
            AND (o.day, o.starts, o.id) <= (s.day, s.starts, s.id)),
        (SELECT count(*) FROM enrolment e WHERE e.training_id = s.training_id AND NOT e.gone),
        (SELECT count(*) FROM mark m WHERE m.session_id = s.id AND NOT m.gone AND m.status IN ('present', 'late')),
        (SELECT count(m.status) FROM mark m WHERE m.session_id = s.id AND NOT m.gone),
        (SELECT group_concat(p.name) FROM training_trainer l JOIN person p ON p.id = l.person_id
            WHERE l.training_id = s.training_id AND NOT l.gone)
    FROM training_session s
    JOIN training t ON t.id = s.training_id LEFT JOIN "group" g ON g.id = t.group_id
    WHERE s.day BETWEEN ? AND ? AND NOT s.gone ORDER BY s.day, s.starts
"""


def main(most: int) -> None:
    application = QApplication.instance() or QApplication([])
    for planned in (most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            database = open_folder(Path(folder))
            fill(database, planned // (WEEKS * DAYS))
            read(database, planned)
            move(database, planned)
            clash(database, planned)
            screen(database, Path(folder), planned, application)
            database.close()


def fill(database: Database, each_week: int) -> None:
    """So many trainings of five days in each of fifty weeks."""
    with database.changing(label("Fill")) as s:
        leading = [people.add(s, PersonForm(a_name(n))) for n in range(TRAINERS)]
        members = [groups.add(s, GroupForm(f"Group {n}", GroupKind.COOPERATIVE)) for n in range(GROUPS)]
        modules = [module.id for module in curriculum.modules(s, "en")]
        s.flush()
        for number in range(WEEKS * each_week):
            week, beside = divmod(number, each_week)
            order = NewTraining(
                modules[number % len(modules)],
                members[number * 3 % GROUPS],
                MONDAY + timedelta(weeks=week),
                DAYS,
                time(8 + beside % 3),
                time(12 if beside % 2 else 16),
                venue=f"Hall {number % 12}",
                trainers=(leading[(number + week) % TRAINERS],),
            )
            trainings.add(s, order)


def read(database: Database, planned: int) -> None:
    bare = connect(database.file, database.key)
    for name, days in (("week", 7), ("month", 35), ("year", 364)):
        first = MONDAY + timedelta(weeks=20 if days < 364 else 0)
        last = first + timedelta(days=days - 1)

        def floor(first: date = first, last: date = last) -> None:
            bare.execute(PLAIN, (first.isoformat(), last.isoformat())).fetchall()

        def ours(first: date = first, last: date = last) -> None:
            with database.reading() as s:
                agenda.agenda(s, "en", MONDAY, first, last)

        rounds = ROUNDS if days < 364 else 10
        shown(
            f"{name} read of {planned:,} sessions",
            *in_turns(floor, ours, rounds, process_time),
            goal="twice: 1.2x of a week",
        )
    bare.close()


def move(database: Database, planned: int) -> None:
    """One session, to and fro; the floor writes the same row without asking anything of it."""
    with database.reading() as s:
        key = agenda.agenda(s, "en", MONDAY, MONDAY, MONDAY).lines[0].id
    days = cycle((MONDAY + timedelta(days=1), MONDAY))
    venues = cycle(("Here", "There"))

    def floor() -> None:
        with database.changing(label("Write")) as s:
            s.get_one(TrainingSession, key).venue = next(venues)

    def ours() -> None:
        with database.changing(label("Move")) as s:
            trainings.move_session(s, key, next(days), time(9), time(12))

    shown(f"a session moved among {planned:,}", *in_turns(floor, ours, ROUNDS), goal="95 % under 16 ms; twice: 1.2x")


def clash(database: Database, planned: int) -> None:
    """What a move would clash with, against the plain question for the sessions of that day."""
    bare = connect(database.file, database.key)
    with database.reading() as s:
        key = agenda.agenda(s, "en", MONDAY, MONDAY, MONDAY).lines[0].id
    day = MONDAY + timedelta(days=1)

    def floor() -> None:
        bare.execute(PLAIN, (day.isoformat(), day.isoformat())).fetchall()

    def ours() -> None:
        with database.reading() as s:
            clashes.of_move(s, key, day, time(9), time(12), "en")

    shown(
        f"a clash found among {planned:,}",
        *in_turns(floor, ours, ROUNDS, process_time),
        goal="95 % under 50 ms; twice: 1.2x",
    )
    bare.close()


def screen(database: Database, folder: Path, planned: int, application: object) -> None:
    """From the key to the painted page, against as many plain buttons."""
    work = Work(database)
    page = ScheduleScreen(work, clock=lambda: datetime.combine(MONDAY, time(8)), preferences=Preferences(folder))
    page.resize(1134, 625)
    page.show()
    bare = Buttons()
    views = (("week", page.show_week, 45), ("month", page.show_month, 120), ("month as a list", page.show_list, 30))
    for name, show, count in views:
        show()
        shown(
            f"{name} shown of {planned:,} sessions",
            *in_turns(bare.showing(count), painted(page, page.turn_on), 10, process_time),
            goal="95 % under 50 ms",
        )
        page.show_day(MONDAY + timedelta(weeks=20))
    work.stop()
    page.deleteLater()


class Buttons(QWidget):
    """As many buttons as the page has sessions, with other words each time."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1134, 625)
        self.show()
        self._words = cycle("ABC")

    def showing(self, count: int) -> Callable[[], None]:
        made = [QPushButton(self) for _ in range(count)]

        def show() -> None:
            words = next(self._words)
            for number, button in enumerate(made):
                button.setText(words * 10)
                button.setGeometry(number % 12 * 90, number // 12 * 40, 88, 38)
                button.show()
            self.grab()

        return show


def painted(page: ScheduleScreen, turn: Callable[[], None]) -> Callable[[], None]:
    def show() -> None:
        turn()
        page.grab()

    return show


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
