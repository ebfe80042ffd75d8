"""Another day, other hours or another place for one session; what would clash is said, never forbidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.trainings import Clash, SessionLine
from trainer_app.i18n import N_, _
from trainer_app.services import clashes
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models import sessions as words
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class Moved:
    day: date
    starts: time
    ends: time
    venue: str
    reason: str = ""
    clashes: bool = False
    """Whether it clashes with something, and is moved all the same."""


def ask(parent: QWidget, work: Work, line: SessionLine, language: str) -> Moved | None:
    return MoveSession(parent, work, line, language).ask_user()


class MoveSession(FormDialog[Moved]):
    """`dlgMove`"""

    TITLE = N_("Move a session")
    ACCEPT = N_("Move")

    def __init__(self, parent: QWidget, work: Work, line: SessionLine, language: str) -> None:
        super().__init__(parent, "dlgMove", width=460, height=480)
        self._work = work
        self._line = line
        self._language = language
        self.what = label(self, "strong")
        self.day = DateField(self.form, "edMoveDay")
        self.starts = TimeField(self.form, "edMoveStarts", line.starts)
        self.ends = TimeField(self.form, "edMoveEnds", line.ends)
        self.venue = QLineEdit(line.venue, self.form)
        self.venue.setObjectName("edMoveVenue")
        self.reason = QLineEdit(self.form)
        self.reason.setObjectName("edMoveReason")
        self.clashes = label(self, "warning", "lblMoveClashes")
        self.day.set_value(line.day)
        self.form.add("day", N_("Day"), self.day)
        self.form.add("starts", N_("From"), self.starts)
        self.form.add("ends", N_("To"), self.ends, beside=True)
        self.form.add("venue", N_("Venue"), self.venue, optional=True)
        self.form.add("reason", N_("Reason"), self.reason, optional=True)
        self.inside.insertWidget(0, self.what)
        self.inside.addWidget(self.clashes)
        self.inside.addStretch()
        for signal in (self.day.changed, self.starts.changed, self.ends.changed, self.venue.textChanged):
            signal.connect(self._look_ahead)
        self._look_ahead()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.what.setText(f"{words.title(self._line)}\n{words.weekday(self._line.day)}, {words.hours(self._line)}")

    def problems(self) -> Mapping[str, str]:
        starts, ends = self.starts.value, self.ends.value
        found = {
            "day": _("A day is written like 05/03/2026.") if self.day.value is None else "",
            "starts": _("A time is written like 08:30.") if starts is None else "",
            "ends": _("A time is written like 08:30.") if ends is None else "",
        }
        if starts and ends and ends <= starts:
            found["ends"] = _("The session ends before it begins.")
        return {name: reason for name, reason in found.items() if reason}

    def result_of_form(self) -> Moved:
        day, starts, ends = self.day.value, self.starts.value, self.ends.value
        assert day is not None
        assert starts is not None
        assert ends is not None
        venue, reason = (" ".join(line.text().split()) for line in (self.venue, self.reason))
        return Moved(day, starts, ends, venue, reason, not self.clashes.isHidden())

    @Slot()
    def _look_ahead(self) -> None:
        found = self._clashes() if not self.problems() else ()
        self.clashes.setText("\n".join(f"⚠ {words.clash(one)}" for one in found))
        self.clashes.setVisible(bool(found))
        self.form.fields["ends"].refuse(self.problems().get("ends", ""))

    def _clashes(self) -> tuple[Clash, ...]:
        there = self.result_of_form()
        return self._work.read(
            clashes.of_move,
            self._line.id,
            there.day,
            there.starts,
            there.ends,
            self._language,
            venue=there.venue,
        )
