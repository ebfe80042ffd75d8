"""A day, typed as 05/03/2026 in every language or picked from a calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from trainer_app.i18n import _, screen
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import icon_button, say
from trainer_app.ui.widgets.labels import label


def read_date(text: str, today: date) -> date | None:
    """The day that was typed: `5/3/2026`, `05.03.26`, `05032026`; `5/3` is of this year, `5` of this month.

    Nothing typed is None; what is no day raises ValueError.
    """
    if not text.strip():
        return None
    compact = re.fullmatch(r"(\d{2})(\d{2})(\d{4})", text.strip())
    parts = [int(part) for part in (compact.groups() if compact else re.split(r"[/.\-\s]+", text.strip()))]
    if len(parts) > 3:
        raise ValueError(text)
    day, month, year = (*parts, *(today.month, today.year)[len(parts) - 1 :])
    return date(year + 2000 if year < 100 else year, month, day)


class DateField(Translated, QWidget):
    """A line to type in and a calendar. Up and Down move by a day, T or Ctrl+; writes today.

    `value` is None while the field is empty or `is_wrong`. `changed` comes when another day is there.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget, name: str, today: date | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._today = today or date.today()
        self._value: date | None = None
        self.line = _Line(self)
        self.line.setObjectName(f"{name}Line")
        self.line.editingFinished.connect(self._typed)
        self.line.stepped.connect(self._step)
        self.open_button = icon_button(self, f"{name}Open", "calendar", kind="")
        self.open_button.clicked.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.open_button)
        self.setFocusProxy(self.line)
        self.retranslate()

    @property
    def value(self) -> date | None:
        return self._value

    @property
    def is_wrong(self) -> bool:
        """True while something is written that is no day."""
        return bool(self.line.text().strip()) and self._read() is None

    def set_value(self, day: date | None) -> None:
        """Write `day`, without telling."""
        self._value = day
        self.line.setText(screen().date(day) if day else "")
        self._mark(False)

    def retranslate(self) -> None:
        self.line.setPlaceholderText(_("dd/mm/yyyy"))
        self.line.setMinimumWidth(theme.width(self.line, "00/00/0000"))
        self.line.setAccessibleName(self.accessibleName())
        say(self.open_button, _("Choose a day"))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _read(self) -> date | None:
        try:
            return read_date(self.line.text(), self._today)
        except ValueError:
            return None

    def _mark(self, wrong: bool) -> None:
        self.line.setProperty("invalid", wrong)
        self.line.setToolTip(_("A day is written like 05/03/2026.") if wrong else "")
        self.line.style().polish(self.line)

    @Slot()
    def _typed(self) -> None:
        wrong, day = self.is_wrong, self._read()
        self._mark(wrong)
        if not wrong:
            self._choose(day)
        else:
            self._value = None

    @Slot(int)
    def _step(self, days: int) -> None:
        self._choose((self._value or self._today) + timedelta(days=days) if days else self._today)

    def _choose(self, day: date | None) -> None:
        before = self._value
        self.set_value(day)
        if day != before:
            self.changed.emit(day)

    @Slot()
    def _open(self) -> None:
        popup = CalendarPopup(self, self._value or self._today)
        popup.picked.connect(self._pick)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        popup.calendar.setFocus()

    @Slot(object)
    def _pick(self, day: date) -> None:
        self._choose(day)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)


class _Line(QLineEdit):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        elif event.text().lower() == "t" or (
            event.key() == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.stepped.emit(0)
        else:
            super().keyPressEvent(event)


class CalendarPopup(QFrame):
    """A month to pick a day from, with the month's name in the language of the screen."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.month: QLabel = label(self, "strong", wrap=False)
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.calendar = QCalendarWidget(self)
        self.calendar.setNavigationBarVisible(False)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setLocale(QLocale(screen().language))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setAccessibleName(_("Choose a day"))
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setMinimumSize(theme.scaled(300), theme.scaled(210))
        self.calendar.currentPageChanged.connect(self._title)
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        self._build()
        self._title(day.year, day.month)

    def _build(self) -> None:
        before = icon_button(self, "monthBefore", "chevron-left")
        after = icon_button(self, "monthAfter", "chevron-right")
        say(before, _("Previous month"))
        say(after, _("Next month"))
        before.clicked.connect(self.calendar.showPreviousMonth)
        after.clicked.connect(self.calendar.showNextMonth)
        head = QHBoxLayout()
        head.addWidget(before)
        head.addWidget(self.month, 1)
        head.addWidget(after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.calendar)

    @Slot(int, int)
    def _title(self, year: int, month: int) -> None:
        name = screen().month(date(year, month, 1))
        self.month.setText(f"{name[:1].upper()}{name[1:]} {year}")

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
