"""The one door between the screens and everything below them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal, Slot
from sqlalchemy.orm import Session

from trainer_app.db import backup
from trainer_app.db.database import Database
from trainer_app.db.undo import Gesture
from trainer_app.documents.output import Cancelled, Tick
from trainer_app.i18n import Label

P = ParamSpec("P")
T = TypeVar("T")
Task = Callable[[Tick], T]


class Work(QObject):
    """Runs service functions. Reading and changing happen at once; jobs run in the background."""

    changed = Signal(frozenset)  # names of the tables just written

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        database.on_change = self.changed.emit
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: set[Job] = set()

    @property
    def folder(self) -> Path:
        return self._database.folder

    @property
    def is_protected(self) -> bool:
        return self._database.is_protected

    def protect(self, passphrase: str | None) -> None:
        """Set, change or take away the passphrase of the data folder and of the backups in it."""
        self._database.protect(passphrase)
        backup.seal_again(self._database.folder)

    def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with self._database.reading() as session:
            return query(session, *args, **kwargs)

    def change(
        self, label: Label, command: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run `command` in one transaction. `label` is what the Undo button will call it."""
        with self._database.changing(label) as session:
            return command(session, *args, **kwargs)

    def note(self, label: Label, command: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Like `change`, for what is kept but is no gesture to undo: that a paper was printed."""
        with self._database.changing(label, undoable=False) as session:
            return command(session, *args, **kwargs)

    def undo(self) -> Label:
        return self._database.undo()

    def redo(self) -> Label:
        return self._database.redo()

    def undo_label(self) -> Label | None:
        """What Undo would undo now."""
        return self._database.next_undo()

    def redo_label(self) -> Label | None:
        return self._database.next_redo()

    def undo_change(self, target: Gesture, *, keep_later_edits: bool = False) -> int:
        """Undo one change of the past; the number of rows left alone because they were edited since."""
        return self._database.undo_change(target, keep_later_edits=keep_later_edits)

    def back_up(self) -> Path:
        """A verified copy of the data, beside it."""
        return backup.rotate(self._database)

    def start(
        self,
        task: Task[T],
        done: Callable[[T], None],
        progress: Callable[[float], None] | None = None,
        ended: Callable[[QObject], None] | None = None,
    ) -> Job:
        """Run `task` in the background. It is given a `tick` to call as it goes along.

        `ended` is told in any case: also when the task failed, or was cancelled.
        """
        job = Job(task, self)
        job.done.connect(done)  # before it starts, or an early result is lost
        if progress is not None:
            job.progress.connect(progress)
        job.failed.connect(self._raise)
        self._jobs.add(job)
        if ended is not None:
            job.ended.connect(ended)
        job.ended.connect(self._forget)
        self._pool.start(_Runnable(job.run))
        return job

    def stop(self) -> None:
        """Cancel what is running and wait for it: call before the application closes."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)  # their news, while there is somebody to hear it

    @Slot(QObject)
    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        job.deleteLater()

    @Slot(Exception)
    def _raise(self, error: Exception) -> None:
        raise error


class Job(QObject):
    progress = Signal(float)
    done = Signal(object)
    failed = Signal(Exception)
    ended = Signal(QObject)

    def __init__(self, task: Task[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()

    def run(self) -> None:
        """Runs on the worker thread; the signals carry the news back to the screen's thread."""
        try:
            self.done.emit(self._task(self._tick))
        except Cancelled:
            pass
        except Exception as error:  # every failure climbs on the screen's thread, like any other
            self.failed.emit(error)
        finally:
            self.ended.emit(self)

    def _tick(self, fraction: float) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self.progress.emit(fraction)


class _Runnable(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
