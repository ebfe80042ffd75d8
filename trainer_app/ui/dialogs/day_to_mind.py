"""One day to mind: what it is called, when it comes, where it matters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from trainer_app.domain import days_off
from trainer_app.domain.days_off import DayKind
from trainer_app.i18n import N_, _, screen
from trainer_app.services import calendar
from trainer_app.services.calendar import DayForm
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.plans import DAY_KINDS, weekday_name
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.number_box import NumberBox
from trainer_app.ui.widgets.place_picker import PlacePicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

YEARLY, ONCE, SPAN, WEEKLY, NTH, LAST, EASTER = "fixed", "day", "from", "weekday", "nth", "last", "easter"
WAYS = (
    (YEARLY, N_("A day of every year")),
    (ONCE, N_("One day only")),
    (SPAN, N_("From a day to a day, every year")),
    (WEEKLY, N_("A weekday, every week")),
    (NTH, N_("A weekday counted from the beginning of the month")),
    (LAST, N_("The last of a weekday in the month")),
    (EASTER, N_("So many days after Easter")),
)
ASKED = {
    YEARLY: ("day",),
    ONCE: ("day",),
    SPAN: ("day", "last_day"),
    WEEKLY: ("weekday",),
    NTH: ("weekday", "nth", "month"),
    LAST: ("weekday",),
    EASTER: ("easter",),
}
BY_DAY = frozenset({YEARLY, ONCE, SPAN})
NOON = "12:00"


def ask(parent: QWidget, work: Work, today: date, before: DayForm | None = None) -> DayForm | None:
    return DayDialog(parent, work, today, before).ask_user()


class DayDialog(FormDialog[DayForm]):
    """`dlgDay`."""

    def __init__(self, parent: QWidget | None, work: Work, today: date, before: DayForm | None = None) -> None:
        super().__init__(parent, "dlgDay", 520, 480)
        self._before = before
        self._today = today
        self.name = QLineEdit(self)
        self.name.setObjectName("edDayName")
        self.kind: Choice[DayKind] = Choice(self, "cbDayKind", tuple(DAY_KINDS.items()))
        self.way: Choice[str] = Choice(self, "cbWhen", WAYS)
        self.day = DateField(self, "edDay", today)
        self.last_day = DateField(self, "edLastDay", today)
        self.weekday: Choice[int] = Choice(self, "cbWeekday", proper=True)
        self.nth = NumberBox(self, "spNth", 1, 5)
        self.month: Choice[int | None] = Choice(self, "cbMonth", proper=True)
        self.easter = NumberBox(self, "spEaster", -120, 120)
        self.morning = QCheckBox(self)
        self.morning.setObjectName("ckMorning")
        self.moves = QCheckBox(self)
        self.moves.setObjectName("ckMoves")
        self.expected = QCheckBox(self)
        self.expected.setObjectName("ckExpected")
        self.place = PlacePicker(self, "edDayPlace", work)
        self._add_questions()
        self.way.chosen.connect(self._ask_when)
        self.retranslate()
        self._fill(before or DayForm("", DayKind.MARKET, {"weekday": today.weekday()}))

    def _add_questions(self) -> None:
        add = self.form.add
        add("name", N_("Name"), self.name)
        add("kind", N_("Kind"), self.kind)
        add("place", N_("Place"), self.place, beside=True)
        add("way", N_("When"), self.way)
        add("day", N_("Day"), self.day)
        add("last_day", N_("Last day"), self.last_day, beside=True)
        add("weekday", N_("Weekday"), self.weekday)
        add("nth", N_("Number in the month"), self.nth)
        add("month", N_("Month"), self.month, beside=True)
        add("easter", N_("Days after Easter"), self.easter, hint=N_("Below 0: before Easter"))
        for box in (self.morning, self.moves, self.expected):
            self.inside.addWidget(box)
        self.inside.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("Change a day to mind") if self._before else _("New day to mind"))
        self.weekday.offer([(number, weekday_name(number)) for number in range(7)])
        months = [(number, screen().month(date(2024, number, 1))) for number in range(1, 13)]
        self.month.offer([(None, _("every month")), *months])
        self.morning.setText(_("Only the morning, until noon"))
        self.moves.setText(_("On a weekend, the next working day is free too"))
        self.expected.setText(_("Expected: the day is announced each year"))

    def problems(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        if not self.name.text().strip():
            found["name"] = _("Write how the day is called.")
        if self.place.is_wrong:
            found["place"] = _("Choose a place from the list, or leave it empty.")
        for name in ("day", "last_day"):
            field = self.day if name == "day" else self.last_day
            if name in ASKED[self._way] and field.value is None:
                found[name] = _("A day is written like 05/03/2026.")
        if not found and (refusal := calendar.problem(self.result_of_form())):
            found["way"] = refusal
        return found

    def result_of_form(self) -> DayForm:
        return DayForm(
            name=" ".join(self.name.text().split()),
            kind=self.kind.value or DayKind.OTHER,
            rule=self._rule() | self._beside(),
            place_id=self.place.value,
            active=self._before.active if self._before else True,
        )

    @property
    def _way(self) -> str:
        return self.way.value or YEARLY

    def _rule(self) -> dict[str, Any]:
        day, last = self.day.value or self._today, self.last_day.value or self._today
        weekday = self.weekday.value or 0
        match self._way:
            case "day":
                return {"day": day.isoformat()}
            case "from":
                return {"from": f"{day:%m-%d}", "to": f"{last:%m-%d}"}
            case "weekday":
                return {"weekday": weekday}
            case "nth":
                month = self.month.value
                return {"nth": self.nth.value(), "weekday": weekday} | ({"month": month} if month else {})
            case "last":
                return {"last_weekday_of_month": weekday}
            case "easter":
                return {"easter": self.easter.value()}
        return {"fixed": f"{day:%m-%d}"}

    def _beside(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.morning.isChecked():
            known = self._before.rule.get(days_off.UNTIL) if self._before else None
            found[days_off.UNTIL] = known or NOON
        if self.moves.isChecked() and self._way == YEARLY:
            found[days_off.MOVES] = True
        if self.expected.isChecked() and self._way == ONCE:
            found[days_off.EXPECTED] = True
        return found

    def _fill(self, form: DayForm) -> None:
        rule = form.rule
        self.name.setText(form.name)
        self.kind.choose(form.kind)
        self.place.set_value(form.place_id)
        self.way.choose(_way_of(rule))
        self.day.set_value(_day_of(rule, "fixed", "day", "from", today=self._today))
        self.last_day.set_value(_day_of(rule, "to", today=self._today))
        self.weekday.choose(rule.get("weekday", rule.get("last_weekday_of_month", 0)))
        self.nth.setValue(rule.get("nth", 1))
        self.month.choose(rule.get("month"))
        self.easter.setValue(rule.get("easter", 0))
        self.morning.setChecked(days_off.UNTIL in rule)
        self.moves.setChecked(bool(rule.get(days_off.MOVES)))
        self.expected.setChecked(bool(rule.get(days_off.EXPECTED)))
        self._ask_when()

    @Slot()
    def _ask_when(self) -> None:
        """Only what this way of coming needs."""
        for name in ("day", "last_day", "weekday", "nth", "month", "easter"):
            self.form.fields[name].setVisible(name in ASKED[self._way])
        self.moves.setVisible(self._way == YEARLY)
        self.expected.setVisible(self._way == ONCE)


def _way_of(rule: Mapping[str, Any]) -> str:
    if "last_weekday_of_month" in rule:
        return LAST
    return next((way for way in (NTH, WEEKLY, ONCE, SPAN, EASTER) if way in rule), YEARLY)


def _day_of(rule: Mapping[str, Any], *names: str, today: date) -> date | None:
    told = next((rule[name] for name in names if name in rule), None)
    if told is None:
        return None
    if len(told) > len("12-31"):
        return date.fromisoformat(told)
    month, day = map(int, told.split("-"))
    return date(today.year if (month, day) != (2, 29) else 2024, month, day)
