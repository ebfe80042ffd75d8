"""Which sessions are shown: of one trainer, at one venue; in the list also by group, kind, district and state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.agenda import Offered, SessionState, Wanted
from trainer_app.domain.trainings import TrainingKind
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models.agenda import STATES
from trainer_app.ui.models.sessions import KINDS
from trainer_app.ui.screens.schedule.spans import Span
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice, Options
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.search_box import SearchBox

T = TypeVar("T")
WIDEST = 185  # pixels of a box: a long name ends in "…"
SPANS = (
    (Span.WEEK, N_("One week")),
    (Span.MONTH, N_("One month")),
    (Span.QUARTER, N_("One quarter")),
    (Span.YEAR, N_("One year")),
)


class FilterRow(Translated, QWidget):
    """`changed` comes when the user asks for others. What is asked for stays when the view is another one.

    The buttons of the views stand before them in the same row.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, modes: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rowFilters")
        self._has_room = True
        self._offered = Offered()
        self._in_list = False
        self._wanted = Wanted()
        self.span = Span.MONTH
        self.search = SearchBox(self, "edFilter", N_("Find a session"))
        self.trainer: Choice[Any] = Choice(self, "cbTrainer", proper=True)
        self.venue: Choice[Any] = Choice(self, "cbVenue", proper=True)
        self.period: Choice[Any] = Choice(self, "cbPeriod", proper=True)
        self.group: Choice[Any] = Choice(self, "cbOfGroup", proper=True)
        self.kind: Choice[Any] = Choice(self, "cbKind", proper=True)
        self.district: Choice[Any] = Choice(self, "cbDistrict", proper=True)
        self.state: Choice[Any] = Choice(self, "cbState", proper=True)
        self.clear = button(self, "btnAllSessions", kind="link")
        self.clear.clicked.connect(self.show_all)
        layout = FlowLayout(self)
        for part in (modes, self.search, *self._boxes, self.clear):
            layout.addWidget(part)
        for box in self._boxes:
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
            box.chosen.connect(self._choose)
        self.show_list(False)
        self.retranslate()

    @property
    def wanted(self) -> Wanted:
        """What is asked for in the view in front: by group, kind, district and state in the list only."""
        return self._wanted if self._in_list else Wanted(self._wanted.trainer, self._wanted.venue)

    def show_list(self, in_list: bool) -> None:
        """Whether the list is in front, which can be asked for more."""
        self._in_list = in_list
        self._show_parts()

    def make_room(self, for_panel: bool) -> None:
        """Beside the panel only what is asked for stands here, and the list keeps its period."""
        self._has_room = not for_panel or bool(self.search.text()) or self.search.hasFocus() or not self.wanted.is_all
        self._show_parts()

    def seek(self) -> None:
        self._has_room = True
        self._show_parts()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def offer(self, offered: Offered) -> None:
        """By what one can choose now. What is asked for stays, also when no session has it any more."""
        self._offered = offered
        self.retranslate()

    def kept(self) -> dict[str, str]:
        """What is asked for, to be found again after a restart."""
        found = {name: str(getattr(self._wanted, name) or "") for name in _READ}
        return {**found, "span": self.span}

    def bring_back(self, kept: Mapping[str, Any]) -> None:
        """What was asked for before the restart; what cannot be read asks for all."""
        values = {name: _read(read, kept.get(name)) for name, read in _READ.items()}
        self._wanted = Wanted(**{name: value for name, value in values.items() if value})
        self.span = _read(Span, kept.get("span")) or Span.MONTH
        self.show_list(self._in_list)
        self.retranslate()

    def retranslate(self) -> None:
        offered = self._offered
        self._fill(self.trainer, _("All trainers"), offered.trainers, self._wanted.trainer)
        self._fill(self.venue, _("All venues"), [(name, name) for name in offered.venues], self._wanted.venue)
        self._fill(self.group, _("All groups"), offered.groups, self._wanted.group)
        self._fill(self.kind, _("All kinds"), [(kind, _(word)) for kind, word in KINDS.items()], self._wanted.kind)
        self._fill(self.district, _("All districts"), offered.districts, self._wanted.district)
        states = [(state, _(word)) for state, word in STATES.items()]
        self._fill(self.state, _("In any state"), states, self._wanted.state)
        self.period.offer([(span, _(word)) for span, word in SPANS])
        self.period.choose(self.span)
        self.clear.setText(_("Show all"))
        names = (_("Period"), _("Trainer"), _("Venue"), _("Group"), _("Kind"), _("District"), _("State"))
        for box, name in zip(self._boxes, names, strict=True):
            box.setMaximumWidth(theme.scaled(WIDEST))
            box.setAccessibleName(name)
            box.setToolTip(name)

    @Slot()
    def show_all(self) -> None:
        self._wanted = Wanted()
        self.retranslate()
        self.show_list(self._in_list)
        self.changed.emit()

    def _show_parts(self) -> None:
        for part in (self.search, self.trainer, self.venue):
            part.setVisible(self._has_room)
        for box in (self.group, self.kind, self.district, self.state):
            box.setVisible(self._has_room and self._in_list)
        self.period.setVisible(self._in_list)
        self.clear.setVisible(not self.wanted.is_all)

    @property
    def _boxes(self) -> tuple[Choice[Any], ...]:
        return self.period, self.trainer, self.venue, self.group, self.kind, self.district, self.state

    def _fill(self, box: Choice[Any], all_of_them: str, options: Options[Any], wanted: object) -> None:
        box.offer([(None, all_of_them), *options])
        box.choose(wanted or None)

    @Slot()
    def _choose(self) -> None:
        self._wanted = replace(
            self._wanted,
            trainer=self.trainer.value,
            venue=self.venue.value or "",
            group=self.group.value,
            kind=self.kind.value,
            district=self.district.value,
            state=self.state.value,
        )
        self.span = self.period.value or self.span
        self.show_list(self._in_list)
        self.changed.emit()


_READ: dict[str, Callable[[str], Any]] = {
    "trainer": UUID,
    "venue": str,
    "group": UUID,
    "kind": TrainingKind,
    "district": UUID,
    "state": SessionState,
}


def _read(read: Callable[[str], T], text: object) -> T | None:
    try:
        return read(text) if isinstance(text, str) and text else None
    except ValueError:
        return None
