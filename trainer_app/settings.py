"""Every setting, what it means, and its default. Kept as JSON beside the data: QSettings forgets types."""

from __future__ import annotations

import json
import os
from collections.abc import Container
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from trainer_app import log
from trainer_app.i18n import LANGUAGES

FILE = "settings.json"
CHOSEN = ("", *LANGUAGES)
ALLOWED: dict[str, Container[object]] = {
    "language": CHOSEN,
    "content_language": CHOSEN,
    "print_language": CHOSEN,
    "theme": ("system", "light", "dark"),
    "text_size": range(100, 201),
    "row_height": ("compact", "normal", "large"),
    "page_price": range(10_001),
}


@dataclass(frozen=True, slots=True)
class Settings:
    language: str = ""
    """Of the screen; "" until the first run has asked."""
    content_language: str = ""
    """Of the curriculum shown on screen; "" follows the screen."""
    print_language: str = ""
    """Proposed for papers; "" follows the screen."""
    theme: str = "system"
    """"system", "light" or "dark"."""
    text_size: int = 100
    """Per cent, 100 to 200."""
    row_height: str = "normal"
    """Of tables: "compact", "normal" or "large"."""
    organiser: str = ""
    """Name printed at the right of every list's head."""
    page_price: int = 0
    """What a printed page costs at the office, in francs; 0: nothing is said of the cost."""
    last_screen: str = "today"
    state: dict[str, Any] = field(default_factory=dict)
    """Sizes of windows, splitters and columns, as Qt gives them."""

    @property
    def content(self) -> str:
        return self.content_language or self.language or "en"

    @property
    def printed(self) -> str:
        return self.print_language or self.language or "en"


def load(folder: Path) -> Settings:
    """The settings of `folder`; a file that cannot be read counts as none, since nothing in it is work."""
    try:
        kept = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    defaults = asdict(Settings())
    return Settings(**{name: kept[name] for name in defaults.keys() & kept.keys() if _is_sound(name, kept[name])})


def _is_sound(name: str, value: object) -> bool:
    """Of the right kind and, where only some values mean anything, one of them."""
    return type(value) is type(getattr(Settings(), name)) and (name not in ALLOWED or value in ALLOWED[name])


def save(folder: Path, settings: Settings) -> None:
    """Keep them where that is possible: a full disk stops nobody from choosing a language."""
    draft = folder / f"{FILE}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
        os.replace(draft, folder / FILE)
    except OSError as error:
        log.event("settings_not_kept", why=error.errno or 0)
