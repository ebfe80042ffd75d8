"""Which week of a long training the register shows, and the way to the others."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.i18n import _, screen
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import icon_button, say
from trainer_app.ui.widgets.register_table import RegisterTable


class WeekLine(Translated, QWidget):
    """Hidden while all days have room. The keyboard needs it not: Left and Right go on into the next week."""

    def __init__(self, parent: QWidget, table: RegisterTable) -> None:
        super().__init__(parent)
        self.setObjectName("weekLine")
        self._table = table
        self.before = icon_button(self, "btnRegisterWeekBefore", "chevron-left")
        self.after = icon_button(self, "btnRegisterWeekAfter", "chevron-right")
        self.words = labels.label(self, "strong", "lblRegisterWeek", wrap=False)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        table.week_changed.connect(self.retranslate)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        for part in (self.before, self.words, self.after):
            layout.addWidget(part)
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        say(self.before, _("Week before"))
        say(self.after, _("Week after"))
        week, weeks = self._table.week, self._table.weeks
        self.setVisible(week is not None)
        if week is None:
            return
        place = weeks.index(week)
        last = week + timedelta(days=6)
        self.words.setText(f"{week:%d/%m} – {last:%d/%m}")
        days = _("{first} to {last}").format(first=screen().date(week), last=screen().date(last))
        words = _("Week {number} of {total}: {days}").format(number=place + 1, total=len(weeks), days=days)
        self.words.setToolTip(words)
        self.words.setAccessibleName(words)
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < len(weeks))

    @Slot()
    def _back(self) -> None:
        self._turn(-1)

    @Slot()
    def _on(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        weeks = self._table.weeks
        wanted: date = weeks[weeks.index(self._table.week or weeks[0]) + step]
        shown = self._table.register
        column = next(n for n in shown.register_days if shown.day_of(n).week == wanted)
        self._table.show_week(wanted)
        self._table.setCurrentIndex(shown.index(max(self._table.currentIndex().row(), 0), column))
