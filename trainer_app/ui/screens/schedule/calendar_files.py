"""The schedule as a calendar file: for the whole office, a trainer or a training; and calendars that come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.documents import calendar_file
from trainer_app.documents.output import Tick, Written, safe_name
from trainer_app.domain.calendar_events import CalendarRead, PlannedEvent
from trainer_app.domain.printed import Made
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, Catalog, _, label, ngettext
from trainer_app.readers import calendar_file as calendar_reader
from trainer_app.services import ledger, schedule_in, schedule_out
from trainer_app.ui import printing
from trainer_app.ui.dialogs import calendar_import, calendar_out
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.screens.schedule.schedule import ScheduleScreen

BACK, AHEAD = timedelta(days=365), timedelta(days=730)  # what of a calendar that repeats for ever is taken in


@dataclass(frozen=True)
class _Seen:
    """A calendar that was read, or the sentence that says why it cannot be."""

    path: Path
    read: CalendarRead | None = None
    refusal: str = ""


def ask_file(parent: QWidget) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = _("Calendars ({suffixes})").format(suffixes=f"*{calendar_file.ICS}")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a calendar"), folder, kinds)
    return Path(chosen) if chosen else None


class CalendarFiles(QObject):
    """Belongs to the screen in whose name it speaks. `ask_path` and `ask_file` are the only windows of the system."""

    def __init__(self, owner: ScheduleScreen, language: Callable[[], str]) -> None:
        super().__init__(owner)
        self._screen = owner
        self._work = owner.work
        self._language = language
        self.ask_path: Callable[[QWidget, str], Path | None] = printing.ask_path
        self.ask_file: Callable[[QWidget], Path | None] = ask_file

    # ---- out -----------------------------------------------------------------------------------------------------

    @Slot()
    def export(self, training_id: UUID | None = None) -> None:
        order = calendar_out.ask(self._screen, self._work, self._language(), training_id)
        if order is None:
            return
        t = Catalog(self._language())
        path = self.ask_path(self._screen, safe_name(f"{t.gettext('Schedule')} {order.name}", calendar_file.ICS))
        if path is None:
            return
        events = self._work.read(
            schedule_out.events, t.language, order.first, trainer_id=order.trainer_id, training_id=order.training_id
        )
        made = Made("schedule", t.language, order.training_id)
        self._work.note(label(N_("Make a document")), ledger.note, made, self._screen.today())
        self._work.start(partial(_written, events, t, path, order.name), self._saved)

    @Slot(object)
    def _saved(self, made: Written) -> None:
        words = label(N_("Saved {file}"), file=made.path.name)
        self._screen.tell(words, Tone.SUCCESS, N_("Open folder"), partial(printing.open_folder, made.path))

    # ---- in ------------------------------------------------------------------------------------------------------

    @Slot()
    def take_in(self) -> None:
        path = self.ask_file(self._screen)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read it in the background; nothing is written before the user has seen what it would do."""
        today = self._screen.today()
        self._work.start(partial(_seen, path, today - BACK, today + AHEAD), self._opened)

    def take(self, what: Path | CalendarRead) -> None:
        """A file, or a sheet of sessions that was read already."""
        self.open_file(what) if isinstance(what, Path) else self._opened(_Seen(Path(what.file), what))

    @Slot(object)
    def _opened(self, seen: _Seen) -> None:
        if seen.read is None:
            self._screen.tell(seen.refusal, Tone.WARNING)
            return
        check = self._work.read(schedule_in.check, seen.read)
        order = calendar_import.ask(self._screen, check, seen.path.name)
        if order is None:
            return
        done = label(N_("Import a calendar from {file}"), file=seen.path.name)
        written = self._work.change(
            done, schedule_in.write, check, self._screen.today(), kind=order.kind, update=order.update
        )
        self._screen.report(_came_of_it(written))


def _written(events: tuple[PlannedEvent, ...], t: Catalog, path: Path, name: str, tick: Tick) -> Written:
    tick(0)
    return calendar_file.write(events, t, path, name)


def _seen(path: Path, first: date, last: date, tick: Tick) -> _Seen:
    tick(0)
    try:
        return _Seen(path, calendar_reader.read(path, first, last))
    except TrainerError as refusal:
        return _Seen(path, refusal=str(refusal))


def _came_of_it(written: schedule_in.ScheduleWritten) -> str:
    new = ngettext("{count} session was taken in.", "{count} sessions were taken in.", written.sessions)
    if not written.moved:
        return new.format(count=written.sessions)
    moved = ngettext("{count} was moved or cut.", "{count} were moved or cut.", written.moved)
    return f"{new.format(count=written.sessions)} {moved.format(count=written.moved)}"
