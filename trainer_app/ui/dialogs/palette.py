"""Ctrl+K: find anything by a few letters and go there, or do what a key would do (`>`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from trainer_app.i18n import N_, _
from trainer_app.services import search
from trainer_app.ui import icons, theme
from trainer_app.ui.actions import DEEDS
from trainer_app.ui.dialogs.opening import open_over
from trainer_app.ui.icons import Tint
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.main_window import MainWindow

PAUSE = 80  # milliseconds without a key before the list follows
COMMANDS = ">"
ONLY = {"@": ("person", "group"), "#": ("unit",)}  # what a sign before the words narrows the search to
ICONS = {"person": "user", "group": "users", "training": "calendar-days", "unit": "book-open", "deed": "arrow-right"}
KINDS = {
    "person": N_("Person"),
    "group": N_("Group"),
    "training": N_("Training"),
    "unit": N_("Unit"),
}


@dataclass(frozen=True, slots=True)
class _Line:
    kind: str
    key: object
    words: str


class Palette(QDialog):
    """Type, choose with the arrows, Enter goes. Esc closes, and the keyboard is where it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("dlgPalette")
        self.setWindowTitle(_("Search everything"))
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self.box = QLineEdit(self)
        self.box.setObjectName("edPalette")
        self.box.setPlaceholderText(_("A name, a phone number, a group, a unit, or > and what to do"))
        self.box.setAccessibleName(_("Search everything"))
        self.box.addAction(icons.icon("search", Tint.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        self.box.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("lstPalette")
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # what is too long ends in …
        self.hint = label(self, "caption")
        self._looked_for = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        self.box.textChanged.connect(self._timer.start)
        self.box.returnPressed.connect(self.go)
        self.list.itemClicked.connect(self.go)
        layout = QVBoxLayout(self)
        for widget in (self.box, self.list, self.hint):
            layout.addWidget(widget)
        self.look()

    def open_over_window(self) -> None:
        """In the middle above the page."""
        window = self._window
        wide = min(theme.scaled(620), window.width() - theme.HUGE * 2)
        self.resize(wide, min(theme.scaled(420), window.height() - theme.HUGE * 4))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - wide) // 2, corner.y() + theme.HUGE * 2)
        open_over(self)
        self.box.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while one types."""
        moves = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in moves:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def look(self) -> None:
        self._timer.stop()
        self._looked_for = self.box.text()
        typed = self.box.text().strip()
        lines = self._deeds(typed[1:]) if typed.startswith(COMMANDS) else self._things(typed)
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(icons.icon(ICONS[line.kind], Tint.MUTED), line.words)
            item.setData(Qt.ItemDataRole.UserRole, line)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.hint.setText(self._say(typed, bool(lines)))

    @Slot()
    def go(self) -> None:
        if self.box.text() != self._looked_for:  # Enter came before the list followed
            self.look()
        if self.list.count() == 0:
            return
        line: _Line = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        self.accept()
        if line.kind == "deed":
            self._window.all_actions.by_name[str(line.key)].trigger()
        else:
            self._window.open(line.kind, line.key)

    def _things(self, typed: str) -> list[_Line]:
        work = self._window.work
        kinds = ONLY.get(typed[:1], tuple(KINDS))
        words = typed.lstrip("".join(ONLY)).strip()
        if not words or work is None:
            return []
        found = work.read(search.find, words, self._window.preferences.now.content)
        return [_Line(one.kind, one.id, _words(one)) for one in found if one.kind in kinds]

    def _deeds(self, typed: str) -> list[_Line]:
        wanted = typed.strip().casefold()
        return [
            _Line("deed", deed.name, "   ".join((_(deed.text), *deed.keys[:1])))
            for deed in DEEDS
            if deed.in_palette and wanted in _(deed.text).casefold()
        ]

    def _say(self, typed: str, found: bool) -> str:
        if found:
            return _("↑ ↓ choose   Enter go   Esc close")
        return _("Nothing is called that.") if typed else _("Accents do not matter: theogene finds Théogène.")


def _words(found: search.Found) -> str:
    parts = (found.title, found.code, found.detail, _(KINDS[found.kind]))
    return "   ".join(part for part in parts if part)
