"""What a screen wants to tell, apart from where and how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from trainer_app.i18n import Label, screen


class Tone(StrEnum):
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Notice:
    """A message with at most one thing to do about it.

    Give a `Label` rather than a text where you can: it follows the language of the screen.
    """

    text: str | Label
    tone: Tone = Tone.INFO
    action: str = ""  # the words of its button, marked with N_()
    do: Callable[[], object] | None = None
    closable: bool = True

    def words(self) -> str:
        return self.text.words(screen()) if isinstance(self.text, Label) else self.text
