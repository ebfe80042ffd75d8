"""Where every error ends that nobody caught: a sentence above the page, or a report of a bug.

Slots that raise reach `sys.excepthook`; a screen therefore holds no try. An error on another thread is carried to
the screen's own before anything is shown.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from trainer_app import log
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.ui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow


class ErrorCatcher(QObject):
    """Stands in for `sys.excepthook` while the window lives."""

    _caught = Signal(object)

    def __init__(self, window: MainWindow, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self._before: Callable[..., object] = sys.excepthook
        self._caught.connect(self._show, Qt.ConnectionType.AutoConnection)
        sys.excepthook = self._catch

    def stop(self) -> None:
        sys.excepthook = self._before

    def _catch(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._before(_kind, error, _trace)
        else:
            self._caught.emit(error)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        refusal = refusal_in(error)
        if refusal is not None:
            self._window.tell(Notice(str(refusal), Tone.ERROR))
            return
        told = log.bug(error)
        self._window.tell(
            Notice(
                _("Something went wrong in the program. What you had saved is safe."),
                Tone.ERROR,
                N_("Show the report"),
                _Report(self._window, told, self._log_file).open,
            )
        )


def refusal_in(error: BaseException | None) -> TrainerError | None:
    """The sentence for the user in this error or what caused it."""
    while error is not None:
        if isinstance(error, TrainerError):
            return error
        error = error.__cause__ or error.__context__
    return None


class _Report:
    """What happened and where, without a name or a number of anybody's."""

    def __init__(self, window: MainWindow, told: str, log_file: Path) -> None:
        self._window = window
        self._told = told
        self._log_file = log_file

    def open(self) -> None:
        from trainer_app.ui.dialogs.report import ReportWindow

        ReportWindow.open_report(self._window, self._told, self._log_file)
