"""What every tab of a session has in common: it is told which session is open, and hears what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
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
    """Reads when the workspace brings it to the front, and again when a table of `WATCHES` was written while there.

    It never reads by itself when shown: only the workspace knows whether the session still exists.
    """

    WATCHES: ClassVar[frozenset[str]] = frozenset()

    go = Signal(str, object)
    told = Signal(object)
    finished = Signal(str, bool)
    import_wanted = Signal()
    turned = Signal()  # other keys are of use now

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

    def forget_session(self) -> None:
        """The session was taken out: show what was there, and read nothing more."""
        self.session = None

    def keys(self) -> str:
        """The line at the foot, marked with N_(); "" for the usual one of the tab."""
        return ""

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

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        if tables & self.WATCHES:
            self._stale = True
            if self.isVisible():
                self.refresh()
