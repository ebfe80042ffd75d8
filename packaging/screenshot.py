"""The pictures of the README, taken from the sample programme. Run when a screen or a paper looks different.

`.venv/bin/python packaging/screenshot.py` writes packaging/screenshots/*.png; no screen is needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer_app.documents import handout
from trainer_app.i18n import Catalog
from trainer_app.opening import open_folder
from trainer_app.services import curriculum
from trainer_app.services.today import today
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.printing import Pages
from trainer_app.ui.program import Program
from trainer_app.ui.work import Work

PICTURES = Path(__file__).resolve().parent / "screenshots"
WINDOW = QSize(1280, 720)
SHARPNESS = 1.3  # pixels of the handout to the point
SETTLING = 300  # milliseconds
ROLL_CALL = "pppppplppapp"  # what the trainer has typed so far today


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    application = QApplication([])
    with TemporaryDirectory() as folder, begun(Path(folder)) as (window, work):
        speak(window, "fr")
        keep(window.grab().toImage(), "today-fr")
        speak(window, "en")
        session = work.read(today, datetime.now(), "en").next
        window.open("session", session and session.id)
        keyboard = application.focusWidget()
        assert keyboard is not None
        QTest.keyClicks(keyboard, ROLL_CALL)
        keep(window.grab().toImage(), "attendance-en")
        page = work.read(curriculum.handout, "M1-1.1", "rw", date.today())
        keep(Pages(handout.as_bytes([page], Catalog("rw"))).image(0, SHARPNESS), "handout-rw")


@contextmanager
def begun(folder: Path) -> Iterator[tuple[MainWindow, Work]]:
    """The program as one finds it after choosing the sample programme."""
    preferences = Preferences(folder)
    preferences.begin()
    database = open_folder(folder)
    work = Work(database)
    window = MainWindow(preferences)
    window.resize(WINDOW)
    window.use(work)
    window.show()
    window.activateWindow()
    Program(window, work).fill_sample()
    QApplication.processEvents()
    yield window, work
    window.close()
    work.stop()
    database.close()


def speak(window: MainWindow, language: str) -> None:
    """The words follow a change of language, and the room they need follows the words."""
    window.preferences.change(language=language)
    QTest.qWait(SETTLING)


def keep(picture: QImage, name: str) -> None:
    picture.save(str(PICTURES / f"{name}.png"), quality=0)  # as small as it gets, and nothing is lost


if __name__ == "__main__":
    main()
