"""A trainer at the register who is about to lose power: marks the first person, says so, and waits to be killed.

Run as `python -m tests.journeys.marking FOLDER SESSION YYYY-MM-DD`.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer_app.opening import open_folder
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.work import Work


def main(folder: str, session: str, day: str) -> None:
    app = QApplication([])
    work = Work(open_folder(Path(folder)))
    screen = SessionScreen(work, UUID(session), lambda: date.fromisoformat(day))
    screen.show()
    screen.first_focus().setFocus()
    app.processEvents()
    QTest.keyClick(screen.first_focus(), Qt.Key.Key_P)
    print("marked", flush=True)
    time.sleep(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
