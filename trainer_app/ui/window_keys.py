"""What the keys of the window do: search, undo, text size, help, going round its parts and pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.i18n import _, screen
from trainer_app.ui import theme
from trainer_app.ui.navigation import LISTED

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

OF_THE_PAGE = ("new", "find", "print", "export", "panel")


class WindowKeys(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._of_page = {name: _OfPage(window, name) for name in OF_THE_PAGE}  # Qt holds methods only weakly

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Name of a deed of `actions.DEEDS` > what it calls."""
        window = self._window
        return {name: deed.do for name, deed in self._of_page.items()} | {
            "search": self.search,
            "undo": self.undo,
            "redo": self.redo,
            "look_again": self.look_again,
            "language": self.language,
            "larger": self.larger,
            "smaller": self.smaller,
            "help": self.help,
            "region": self.next_region,
            "region_back": self.previous_region,
            "next_page": self.next_page,
            "previous_page": self.previous_page,
            "back": window.back,
            "rules": self.rules,
            "selections": self.selections,
            "quit": window.close,
        }

    @Slot()
    def search(self) -> None:
        from trainer_app.ui.dialogs.palette import Palette

        if self._window.work is not None:
            Palette(self._window).open_over_window()

    @Slot()
    def rules(self) -> None:
        from trainer_app.ui.dialogs import rules

        if self._window.work is not None:
            rules.show(self._window, self._window.work)

    @Slot()
    def selections(self) -> None:
        from trainer_app.ui.dialogs import selections

        if self._window.work is not None:
            selections.show(self._window, self._window.work, date.today(), self._window.preferences.now.content)

    @Slot()
    def undo(self) -> None:
        if self._window.work is not None:
            done = self._window.work.undo()
            self._window.status.toast.put(_("Undone: {what}").format(what=done.words(screen())))

    @Slot()
    def redo(self) -> None:
        if self._window.work is not None:
            done = self._window.work.redo()
            self._window.status.toast.put(_("Done again: {what}").format(what=done.words(screen())))

    @Slot()
    def look_again(self) -> None:
        self._window.open("look_again")

    @Slot()
    def language(self) -> None:
        self._window.header.language.showMenu()

    @Slot()
    def larger(self) -> None:
        self._resize_text(1)

    @Slot()
    def smaller(self) -> None:
        self._resize_text(-1)

    @Slot()
    def help(self) -> None:
        from trainer_app.ui.dialogs.help import HelpWindow

        page = self._window.page
        HelpWindow.open_page(self._window, page.HELP if page else "today")

    @Slot()
    def next_region(self) -> None:
        self._go_round(1)

    @Slot()
    def previous_region(self) -> None:
        self._go_round(-1)

    @Slot()
    def next_page(self) -> None:
        self._go_page(1)

    @Slot()
    def previous_page(self) -> None:
        self._go_page(-1)

    def _resize_text(self, step: int) -> None:
        sizes, now = theme.TEXT_SIZES, self._window.preferences.now.text_size
        nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - now))
        self._window.preferences.change(text_size=sizes[max(0, min(nearest + step, len(sizes) - 1))])

    def _regions(self) -> list[tuple[QWidget, QWidget]]:
        """Each part of the window that can be seen, and where the keyboard goes in it."""
        window = self._window
        found: list[tuple[QWidget, QWidget]] = [(window.nav, window.nav.list), (window.header, window.header.search)]
        if window.messages.isVisible():
            found.append((window.messages, window.messages.close_button))
        if window.page is not None:
            found.append((window.stack, window.page.first_focus()))
        return found

    def _go_round(self, step: int) -> None:
        regions, focus = self._regions(), QApplication.focusWidget()
        here = next((n for n, (part, _at) in enumerate(regions) if focus and part.isAncestorOf(focus)), -1)
        regions[(here + step) % len(regions)][1].setFocus()

    def _go_page(self, step: int) -> None:
        keys = [page.key for page in LISTED]
        here = keys.index(self._window.key) if self._window.key in keys else 0
        self._window.open(keys[(here + step) % len(keys)])


class _OfPage:
    """A deed that the page in front knows, if it does."""

    def __init__(self, window: MainWindow, name: str) -> None:
        self._window = window
        self._name = name

    def do(self) -> None:
        page = self._window.page
        if page is not None and (deed := page.does().get(self._name)):
            deed()
