"""What the user prefers, applied at once and kept: language, theme, size of text, height of rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from trainer_app import settings
from trainer_app.settings import Settings
from trainer_app.ui import theme
from trainer_app.ui.translated import switch_language

LOOKS = frozenset({"theme", "text_size", "row_height"})


class Preferences(QObject):
    """The settings of one data folder. `changed` comes after they were applied and saved."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.now: Settings = settings.load(folder)

    def change(self, **values: object) -> None:
        """`preferences.change(language="fr")`: another page may have saved something of its own meanwhile."""
        self.now = replace(settings.load(self._folder), **values)  # type: ignore[arg-type]
        settings.save(self._folder, self.now)
        if LOOKS & values.keys():
            self.dress()
        if "language" in values:
            switch_language(self.now.language or "en")
        self.changed.emit()

    def keep(self, name: str, value: object) -> None:
        """Remember how a page was left, for its next start. Nobody is told: nothing on screen follows from it."""
        now = settings.load(self._folder)
        self.now = replace(now, state={**now.state, name: value})
        settings.save(self._folder, self.now)

    def begin(self) -> None:
        """Dress the program and give it its language, before the first window is shown."""
        self.dress()
        switch_language(self.now.language or "en")

    def dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.now.theme, self.now.text_size, self.now.row_height)
