"""How the work stands in a few figures, and when it was last backed up."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer_app.documents.attended_words import attended_words
from trainer_app.domain.trainings import Today
from trainer_app.i18n import _, ngettext, screen
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label


class Figures(Translated, QFrame):
    """A figure that is still nothing is not shown: a page full of zeros says less than a short one."""

    backup_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cardFigures")
        self.setProperty("kind", "card")
        self._today: Today | None = None
        self._backed_up: datetime | None = None
        self._now = datetime.min
        self.people, self.sessions, self.attendance = (
            _Figure(self, name) for name in ("lblKpiPeople", "lblKpiSessions", "lblKpiAttendance")
        )
        self.backup = label(self, "muted", "lblKpiBackup")
        self.back_up = button(self, "btnBackUp", kind="link")
        self.back_up.clicked.connect(self.backup_wanted)
        self.report = button(self, "btnQuarter", kind="link")
        self.report.clicked.connect(self.report_wanted)
        self._build()
        self.retranslate()

    def show_figures(self, today: Today, backed_up: datetime | None, now: datetime) -> None:
        self._today, self._backed_up, self._now = today, backed_up, now
        self.retranslate()

    def retranslate(self) -> None:
        self.back_up.setText(_("Back up now"))
        self.report.setText(_("Report of this quarter"))
        if self._today is None:
            return
        self._show(self._today)
        self.backup.setText(_last(self._days()))

    def _show(self, today: Today) -> None:
        number, percent = screen().number, screen().percent
        shares = _("F {women} · M {men}").format(women=number(today.women), men=number(today.men))
        self.people.put(number(today.people), ngettext("person", "people", today.people), shares)
        self.people.setVisible(today.people > 0)
        held = _("{held} of {planned}").format(held=today.sessions_held, planned=today.sessions_planned)
        self.sessions.put(held, _("sessions held this quarter"))
        self.sessions.setVisible(today.sessions_planned > 0)
        came = percent(today.attendance) if today.attendance is not None else ""
        self.attendance.put(came, _("average attendance"))
        self.attendance.setToolTip(attended_words(today.rule, screen()))
        self.attendance.setVisible(today.attendance is not None)
        self.report.setVisible(today.sessions_planned > 0)

    def _days(self) -> int | None:
        if self._backed_up is None:
            return None
        return max((self._now.date() - self._backed_up.astimezone().date()).days, 0)

    def _build(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(theme.LARGE)
        figures.setVerticalSpacing(theme.SMALL)
        figures.addWidget(self.people, 0, 0)
        figures.addWidget(self.attendance, 0, 1)
        figures.addWidget(self.sessions, 1, 0, 1, 2)
        backup = QHBoxLayout()
        backup.addWidget(self.backup, 1)
        backup.addWidget(self.back_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(figures)
        layout.addWidget(self.report, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(backup)


class _Figure(QWidget):
    """A number in large, and below it what it counts."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.figure: QLabel = label(self, "figure", name, wrap=False)
        self.words = label(self, "caption")
        self.detail = label(self, "caption", f"{name}Detail")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for text in (self.figure, self.words, self.detail):
            layout.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)

    def put(self, figure: str, words: str, detail: str = "") -> None:
        self.figure.setText(figure)
        self.words.setText(words)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.figure.setAccessibleName(" ".join(part for part in (figure, words, detail) if part))


def _last(days: int | None) -> str:
    if days is None:
        return _("Never backed up")
    if days == 0:
        return _("Backed up today")
    return ngettext("Backed up {count} day ago", "Backed up {count} days ago", days).format(count=days)
