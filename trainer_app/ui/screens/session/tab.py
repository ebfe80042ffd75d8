"""What every tab of a session has in common: it is told which session is open, and hears what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.ui.translated import Translated
from trainer_app.ui.work import Work


@dataclass(frozen=True)
class Desk:
    """What a tab works with: the door to the data, the day it is, and the language the content is shown in."""

    work: Work
    today: Callable[[], date]
    language: Callable[[], str]


class SessionTab(Translated, QWidget):
    """Reads when it is seen, and again when a table of `WATCHES` was written while it is in front."""

    WATCHES: ClassVar[frozenset[str]] = frozenset()

    go = Signal(str, object)
    told = Signal(object)
    finished = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.session: SessionLine | None = None
        self._stale = True
        desk.work.changed.connect(self._written)

    def show_session(self, session: SessionLine) -> None:
        """Show this session from now on."""
        self.session = session
        self._stale = True
        if self.isVisible():
            self.refresh()

    def first_focus(self) -> QWidget:
        """Where the keyboard is when the tab comes to the front."""
        return self

    def leave(self) -> None:
        """Keep what is still being typed: the tab goes to the back, or another session is opened."""

    def reload(self, session: SessionLine) -> None: ...

    def refresh(self) -> None:
        if self._stale and self.session is not None:
            self._stale = False
            self.reload(self.session)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        if tables & self.WATCHES:
            self._stale = True
            if self.isVisible():
                self.refresh()
