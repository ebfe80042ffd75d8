"""Writing what the import's window decided, telling what came of it, and taking an import back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from trainer_app.domain.calendar_events import CalendarRead
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, label, ngettext
from trainer_app.services import history, imports, mappings
from trainer_app.services.history import PastGesture
from trainer_app.services.imports import Written
from trainer_app.ui.dialogs import past_imports
from trainer_app.ui.dialogs.import_wizard import wizard
from trainer_app.ui.dialogs.import_wizard.entries import ImportOrder, MarksOrder
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.screens.base import Screen

T = TypeVar("T")
SCHEDULE = "calendar"  # how the page of the schedule is told that a calendar is to be looked at


class Importing(QObject):
    """Belongs to the screen in whose name it speaks."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._work = screen.work
        self._last: PastGesture | None = None

    @Slot(str)
    def begin(self, way: str) -> None:
        """From a file, from what was copied, or back: one of the earlier ones."""
        if way == "past":
            self.take_back(past_imports.ask(self._screen, self._work))
        else:
            self.bring_in(wizard.ask(self._screen, self._work, paste=way == "paste"))

    @Slot(object)
    def begin_in_training(self, training_id: UUID) -> None:
        """A register or scores of this training, or people to enrol in it."""
        self.bring_in(wizard.ask(self._screen, self._work, training_id=training_id))

    @Slot(object)
    def begin_in_group(self, group_id: UUID) -> None:
        self.bring_in(wizard.ask(self._screen, self._work, group_id))

    def bring_in(self, order: ImportOrder | MarksOrder | Path | CalendarRead | None) -> None:
        match order:
            case ImportOrder():
                self._bring_in_people(order)
            case MarksOrder():
                self._bring_in_marks(order)
            case Path() | CalendarRead():
                self._screen.go.emit("schedule", (SCHEDULE, order))

    def _bring_in_marks(self, order: MarksOrder) -> None:
        today = date.today()
        if order.kind is ListKind.ATTENDANCE:
            done = label(history.IMPORT_ATTENDANCE, file=order.file)
            write = partial(imports.write_attendance, check=order.check, today=today, taken=order.taken)
            words = ngettext("{count} mark taken in.", "{count} marks taken in.", order.count)
        else:
            done = label(history.IMPORT_SCORES, file=order.file)
            write = partial(imports.write_scores, check=order.check, training_id=order.training_id, taken=order.taken)
            words = ngettext("{count} score taken in.", "{count} scores taken in.", order.count)
        count = self._work.change(done, _remembering(order, order.kind, write))
        self._told(words.format(count=count))

    def _bring_in_people(self, order: ImportOrder) -> None:
        done = label(history.IMPORT, count=order.count, file=order.file)
        new, known = order.as_new, order.as_known
        if order.new_group is not None:
            write = partial(
                imports.write_in_new_group, check=order.check, group=order.new_group, as_new=new, as_known=known
            )
        else:
            write = partial(imports.write, check=order.check, group_id=order.group_id, as_new=new, as_known=known)
        self._told(_came_of_it(self._work.change(done, _remembering(order, ListKind.PEOPLE, write))))

    def _told(self, words: str) -> None:
        self._last = next(iter(self._imports()), None)
        self._screen.tell(words, Tone.SUCCESS, N_("Undo import"), self._undo_last)

    def take_back(self, past: PastGesture | None) -> None:
        """Undo an import as a whole; where that cannot be, offer to undo what nobody has touched since."""
        if past is None:
            return
        self._last = past
        try:
            self._work.undo_change(past.gesture)
        except TrainerError as refusal:
            if refusal.code != "later_edit":
                raise
            self._screen.tell(str(refusal), Tone.WARNING, N_("Undo the rest"), self._undo_rest)
            return
        self._screen.tell(_("The import was undone."), Tone.SUCCESS)

    def _undo_last(self) -> None:
        self.take_back(self._last)

    def _undo_rest(self) -> None:
        if self._last is None:
            return
        kept = self._work.undo_change(self._last.gesture, keep_later_edits=True)
        words = ngettext(
            "The import was undone, but for {count} record that was changed since.",
            "The import was undone, but for {count} records that were changed since.",
            kept,
        )
        self._screen.tell(words.format(count=kept), Tone.SUCCESS)

    def _imports(self) -> tuple[PastGesture, ...]:
        return self._work.read(history.imports, datetime.now().astimezone())


def _remembering(order: ImportOrder | MarksOrder, kind: ListKind, write: Callable[..., T]) -> Callable[..., T]:
    """Writing what was decided, and how the columns were read with it."""
    if order.proposal is None:
        return write
    return partial(mappings.remembering, kind=kind, proposal=order.proposal, today=date.today(), write=write)


def _came_of_it(written: Written) -> str:
    added = ngettext("{count} person added.", "{count} people added.", written.people).format(count=written.people)
    if not written.memberships:
        return added
    joined = ngettext("{count} is in the group now.", "{count} are in the group now.", written.memberships)
    return f"{added} {joined.format(count=written.memberships)}"
