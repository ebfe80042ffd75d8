"""Every key that works everywhere, with its words: the window, the palette and the help read this one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from trainer_app.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Deed:
    """`keys` in Qt's notation; the first is the one that is told. One that is seldom done has none."""

    name: str
    text: str  # marked with N_()
    keys: tuple[str, ...]
    in_palette: bool = True


DEEDS = (
    Deed("search", N_("Search everything"), ("Ctrl+K",), in_palette=False),
    Deed("undo", N_("Undo"), ("Ctrl+Z",)),
    Deed("redo", N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    Deed("new", N_("New"), ("Ctrl+N",)),
    Deed("find", N_("Find on this page"), ("Ctrl+F",)),
    Deed("print", N_("Print"), ("Ctrl+P",)),
    Deed("export", N_("Export"), ("Ctrl+E",)),
    Deed("look_again", N_("Lists to look at again"), ("Ctrl+Shift+L",)),
    Deed("panel", N_("Show or hide the side panel"), ("F9",)),
    Deed("language", N_("Change the language"), ("Ctrl+L",)),
    Deed("larger", N_("Larger text"), ("Ctrl++", "Ctrl+=")),
    Deed("smaller", N_("Smaller text"), ("Ctrl+-",)),
    Deed("help", N_("Help for this page"), ("F1",)),
    Deed("region", N_("Next part of the window"), ("F6",), in_palette=False),
    Deed("region_back", N_("Previous part of the window"), ("Shift+F6",), in_palette=False),
    Deed("next_page", N_("Next page"), ("Ctrl+PgDown",), in_palette=False),
    Deed("previous_page", N_("Previous page"), ("Ctrl+PgUp",), in_palette=False),
    Deed("back", N_("Back"), ("Alt+Left",)),
    Deed("rules", N_("Rules of this programme"), ()),
    Deed("selections", N_("Selections"), ()),
    Deed("quit", N_("Close the program"), ("Ctrl+Q",)),
)
# The digits of a French or Belgian keyboard are typed with Shift; unshifted they are these characters. The 6 of
# the French one is the minus sign, which makes the text smaller, so it has no alias.
UNSHIFTED = ("&", "é", '"', "'", "(", "§", "è", "!", "ç")


class Actions(QObject):
    """The window's QActions. `does` names what each one calls."""

    def __init__(self, window: QMainWindow, does: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self.by_name = {deed.name: self._add(window, deed, does[deed.name]) for deed in DEEDS}
        self.retranslate()

    def retranslate(self) -> None:
        for deed in DEEDS:
            action, words = self.by_name[deed.name], _(deed.text)
            action.setText(words)
            action.setToolTip(f"{words} ({deed.keys[0]})" if deed.keys else words)
            action.setStatusTip(words)

    def _add(self, window: QMainWindow, deed: Deed, call: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setObjectName(f"act_{deed.name}")
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(call)
        window.addAction(action)
        return action


def page_keys(number: int) -> list[QKeySequence]:
    """Ctrl+1 and what the same key types on an AZERTY keyboard."""
    return [QKeySequence(f"Ctrl+{number}"), QKeySequence(f"Ctrl+{UNSHIFTED[number - 1]}")]
