"""How much is due for follow-up, beside the name of its page: counted a moment after the last change.

A mark must be saved in no time, so that what it does to the count waits until nobody writes.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from trainer_app.i18n import SOURCE
from trainer_app.services import follow_up

if TYPE_CHECKING:
    from trainer_app.ui.widgets.nav_list import NavList
    from trainer_app.ui.work import Work

PAUSE = 2_500  # milliseconds without a change
COUNTED = frozenset(
    {"task", "call", "visit", "mark", "enrolment", "training", "training_session", "sitting", "person", "group", "rule"}
)


class DueCount(QObject):
    def __init__(self, parent: QObject, work: Work, nav: NavList) -> None:
        super().__init__(parent)
        self._work = work
        self._nav = nav
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.count)
        work.changed.connect(self._written)
        self._timer.start()

    @Slot()
    def count(self) -> None:
        self._timer.stop()
        self._nav.count("follow", len(self._work.read(follow_up.due, date.today(), SOURCE)))

    def stop(self) -> None:
        """The window closes: nothing is counted any more."""
        self._timer.stop()

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        if tables & COUNTED:
            self._timer.start()
