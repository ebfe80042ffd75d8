"""Opens the window. The only file besides the command line that knows every layer.

The frame is painted before the database and its library are loaded: on a slow laptop that is the second in which
one knows that the program has started.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from trainer_app import log
from trainer_app.errors import TrainerError
from trainer_app.i18n import LANGUAGES
from trainer_app.paths import log_folder
from trainer_app.ui import theme
from trainer_app.ui.errors import ErrorCatcher
from trainer_app.ui.main_window import MainWindow
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from trainer_app.db.database import Database


def open_window(folder: Path, language: str | None = None) -> int:
    """Run the program on a data folder until its window is closed; the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("trainer-app")
    log_file = log.start(log_folder(folder))
    preferences = Preferences(folder)
    preferences.begin()
    beginning = None
    if language:
        preferences.change(language=language)
    elif not preferences.now.language:
        beginning = _first_run(preferences)
        if beginning is None:
            return 0
    window = MainWindow(preferences)
    ErrorCatcher(window, log_file)
    window.show()
    opening = Opening(window, folder, beginning)
    QTimer.singleShot(0, opening, opening.begin)
    return app.exec()


def _first_run(preferences: Preferences) -> str | None:
    """Ask for the language and how to begin; None when the window was closed."""
    from trainer_app.ui.dialogs.first_run import FirstRun
    from trainer_app.ui.translated import switch_language

    theme.load_fonts()
    guess = QLocale.system().name()[:2]
    guess = guess if guess in LANGUAGES else "en"
    switch_language(guess)
    answer = FirstRun.ask(guess)
    if answer is None:
        return None
    preferences.change(language=answer[0])
    return answer[1]


class Opening(QObject):
    """Opens the data behind the painted frame, and closes it with the window."""

    def __init__(self, window: MainWindow, folder: Path, beginning: str | None) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._beginning = beginning
        self._changed = False

    @Slot()
    def begin(self) -> None:
        try:
            database = self._open()
        except TrainerError as refusal:
            self._window.tell(Notice(str(refusal), Tone.ERROR, closable=False))
            return
        if database is None:
            self._window.close()
            return
        self._start(database)

    def _open(self) -> Database | None:
        from trainer_app.opening import open_folder

        language = self._window.preferences.now.language
        try:
            return open_folder(self._folder, language=language)
        except TrainerError as refusal:
            if refusal.code != "passphrase":
                raise
        from trainer_app.ui.dialogs.unlock import UnlockDialog

        return UnlockDialog.ask(lambda passphrase: open_folder(self._folder, passphrase, language))

    def _start(self, database: Database) -> None:
        from trainer_app.db import high_water
        from trainer_app.ui.program import Program
        from trainer_app.ui.work import Work

        work = Work(database, self._window)
        work.changed.connect(self._note_change)
        self._work, self._database = work, database
        self._window.closing.connect(self._close)
        self._window.use(work)
        program = Program(self._window, work)
        if missing := database.missing_changes():
            log.event("changes_missing", count=missing)
            self._window.tell(Notice(high_water.words(missing), Tone.WARNING))
        if self._beginning == "sample":
            program.fill_sample()
        elif self._beginning == "import":
            self._window.open("people", "import")
        log.event("opened")

    @Slot(frozenset)
    def _note_change(self, _tables: frozenset[str]) -> None:
        self._changed = True

    @Slot()
    def _close(self) -> None:
        """A verified backup of what was changed, then the log folded into the file."""
        self._work.stop()
        try:
            if self._changed:
                self._work.back_up()
        except TrainerError as refusal:
            log.event("no_backup", why=refusal.code)
        finally:
            self._database.checkpoint()
            self._database.close()
        log.event("closed")
