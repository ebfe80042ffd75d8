"""A session's workspace on screen, for the tests of its tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from tests.builders import ATraining
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.work import Work


def opened(
    qtbot: QtBot, work: Work, training: ATraining, tab: str = "attendance", day: int = 0, today: date | None = None
) -> SessionScreen:
    """The session of `day` (from 0), on that day unless another one is told, with the keyboard where it begins."""
    moment = today or training.first_day + timedelta(days=day)
    screen = SessionScreen(work, training.sessions[day], _always(moment))
    qtbot.addWidget(screen)
    screen.resize(1134, 620)
    screen.choose_tab(tab)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.first_focus().setFocus()
    return screen


def _always(day: date) -> Callable[[], date]:
    return lambda: day
