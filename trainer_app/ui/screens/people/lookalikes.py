"""The line that says how many entries look like the same person: looked for in the background, hidden of none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.documents.output import Tick
from trainer_app.i18n import _, ngettext, screen
from trainer_app.services import likeness
from trainer_app.services.likeness import Alike
from trainer_app.ui import theme
from trainer_app.ui.dialogs import same_person
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

SLOW = 3.0  # seconds: what takes longer is not done after every change
REST = 20  # times as long as it took
MATTER = frozenset({"person", "national_id", "person_pair", "membership"})


@dataclass(frozen=True, slots=True)
class _Looked:
    found: tuple[Alike, ...]
    seconds: float


def _proposals(work: Work, tick: Tick) -> _Looked:
    """Knows nothing of the line: a widget that only a job holds would be taken down on the job's thread."""
    tick(0.0)
    began = monotonic()
    return _Looked(work.read(likeness.proposals), monotonic() - began)


class LookalikeLine(Translated, QWidget):
    """`lnAlike`: "3 pairs of entries look like the same person [Compare]". `look()` when the page is seen."""

    def __init__(self, parent: QWidget, work: Work) -> None:
        super().__init__(parent)
        self.setObjectName("lnAlike")
        self._work = work
        self._stale, self._looking, self._rests_until = True, False, 0.0
        self.found: tuple[Alike, ...] = ()
        self.words = label(self, "", "lblAlike", wrap=False)
        self.compare = button(self, "btnCompare", kind="link")
        self.compare.clicked.connect(self.open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.words)
        layout.addWidget(self.compare)
        layout.addStretch(1)
        work.changed.connect(self._written)
        self.hide()
        self.retranslate()

    def look(self) -> None:
        """In the background: a large file takes seconds."""
        if self._stale and not self._looking and monotonic() >= self._rests_until:
            self._stale, self._looking = False, True
            self._work.start(partial(_proposals, self._work), self._show)

    def retranslate(self) -> None:
        count = len(self._near)
        words = ngettext(
            "{count} pair of entries looks like the same person.",
            "{count} pairs of entries look like the same person.",
            count,
        )
        self.words.setText(words.format(count=screen().number(count)))
        self.compare.setText(_("Compare"))

    @Slot()
    def open(self) -> None:
        same_person.ask(self, self._work, date.today(), self.found)

    @property
    def _near(self) -> list[Alike]:
        return [two for two in self.found if two.is_near]

    @Slot(object)
    def _show(self, looked: _Looked) -> None:
        self._looking = False
        self._rests_until = monotonic() + looked.seconds * REST if looked.seconds > SLOW else 0.0
        self.found = looked.found
        self.retranslate()
        self.setVisible(bool(self._near))
        self._look_if_seen()

    @Slot(frozenset)
    def _written(self, tables: frozenset[str]) -> None:
        self._stale = self._stale or bool(tables & MATTER)
        self._look_if_seen()

    def _look_if_seen(self) -> None:
        page = self.parentWidget()
        if self._stale and page is not None and page.isVisible():
            self.look()
