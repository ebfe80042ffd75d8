"""What every page of the main window has: a title, keys, a first focus, and a sense of being out of date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trainer_app.i18n import Label
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class Screen(Translated, QWidget):
    """A page. Build it in `__init__`, word it in `retranslate()`, fill it in `reload()`.

    `reload()` is called when the page is first seen, and again when a table of `WATCHES` was written: at once
    while the page is in front, otherwise when it is seen again.
    """

    TITLE: ClassVar[str] = ""  # marked with N_()
    HELP: ClassVar[str] = "index"  # the page of the help that F1 opens
    KEYS: ClassVar[str] = ""  # the keys of this page for the line below it, marked with N_()
    WATCHES: ClassVar[frozenset[str]] = frozenset()

    go = Signal(str, object)  # another page is wanted: its key, and what to show there (or None)
    told = Signal(object)  # a Notice for the bar above the page
    finished = Signal(str, bool)  # what was just done, and whether Undo belongs beside it
    retitled = Signal()  # `heading()` or `context()` say something else now

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.work = work
        self._stale = True
        work.changed.connect(self._written)

    def heading(self) -> str:
        """The title above the page; "" for the page's own TITLE."""
        return ""

    def context(self) -> str:
        """The line beside the title: which group, which day, how many."""
        return ""

    def first_focus(self) -> QWidget:
        """Where the keyboard is when the page comes up."""
        return self

    def arrive(self, what: object) -> None:
        """Another page asked for this one, to show `what`: the second half of `go`."""

    def does(self) -> Mapping[str, Callable[[], object]]:
        """What the program-wide keys do here: "new", "find", "print", "export", "panel"."""
        return {}

    def reload(self) -> None: ...

    def tell(
        self,
        text: str | Label,
        tone: Tone = Tone.INFO,
        action: str = "",
        do: Callable[[], object] | None = None,
    ) -> None:
        """Put a message above the page, with at most one thing to do about it."""
        self.told.emit(Notice(text, tone, action, do))

    def report(self, text: str, undo: bool = True) -> None:
        """Say what was just done, with Undo beside it for ten seconds."""
        self.finished.emit(text, undo)

    def refresh(self) -> None:
        """Reload if what is shown may be out of date."""
        if self._stale:
            self._stale = False
            self.reload()
            self.retitled.emit()

    def outdate(self) -> None:
        """What is shown may be out of date: reload now if it is seen, else when it is."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        if tables & self.WATCHES:
            self.outdate()
