"""Asking people: the text to read to them, and what they answered; and what is written when they take it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app import settings
from trainer_app.domain.consent import TEXT_VERSION, ConsentForm, ConsentWay
from trainer_app.i18n import LANGUAGES, N_, _, ngettext, screen
from trainer_app.services import consent
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.consent import WAYS
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class Withdrawal:
    day: date
    note: str


def ask(parent: QWidget, work: Work, name: str, count: int = 1) -> ConsentForm | None:
    """What this person, or so many of them, agreed to."""
    return ConsentDialog(parent, work, name, count, date.today()).ask_user()


def ask_back(parent: QWidget, name: str) -> Withdrawal | None:
    """When this person took it back, and what they said."""
    return WithdrawalDialog(parent, name, date.today()).ask_user()


class ConsentDialog(FormDialog[ConsentForm]):
    """`dlgConsent`."""

    TITLE = N_("Agreement")

    def __init__(self, parent: QWidget | None, work: Work, name: str, count: int, today: date) -> None:
        super().__init__(parent, "dlgConsent", 640, 520)
        self._name, self._count, self._today = name, count, today
        self.language: Segments[str] = Segments(self, "segConsentLanguage", tuple(LANGUAGES.items()), proper=True)
        self.language.choose(settings.load(work.folder).printed)
        self.language.chosen.connect(self._read)
        self.text = label(self.body, "", "lblConsentText")
        self.heading = label(self.body, "strong", "lblConsentTitle")
        self.way: Choice[ConsentWay] = Choice(self, "cbConsentWay", tuple(WAYS.items()))
        self.given_on = DateField(self, "edConsentOn", today)
        self.given_on.set_value(today)
        self.note = QLineEdit(self)
        self.note.setObjectName("edConsentNote")
        self.form.add("given_on", N_("Agreed on"), self.given_on)
        self.form.add("way", N_("How"), self.way, beside=True)
        self.form.add("language", N_("Read to them in"), self.language)
        self.form.add("note", N_("Witness or note"), self.note, optional=True)
        self.inside.addWidget(self.heading)
        self.inside.addWidget(self.text)
        self.inside.addStretch()
        self.retranslate()
        self._read()

    def retranslate(self) -> None:
        super().retranslate()
        count, t = self._count, screen()
        words = ngettext("{name} agrees", "{count} people agree", count).format(name=self._name, count=t.number(count))
        self.setWindowTitle(words)

    def problems(self) -> Mapping[str, str]:
        return wrong_day(self.given_on, "given_on", self._today)

    def result_of_form(self) -> ConsentForm:
        day = self.given_on.value
        assert day is not None  # or it was refused above
        way = self.way.value or ConsentWay.SIGNED
        return ConsentForm(day, way, self.language.value, TEXT_VERSION, self.note.text().strip())

    @Slot()
    def _read(self) -> None:
        text = consent.text(self.language.value)
        self.heading.setText(text.title)
        self.text.setText("\n".join(f"• {sentence}" for sentence in text.sentences))


class WithdrawalDialog(FormDialog[Withdrawal]):
    """`dlgWithdrawal`."""

    TITLE = N_("Agreement taken back")

    def __init__(self, parent: QWidget | None, name: str, today: date) -> None:
        super().__init__(parent, "dlgWithdrawal", 420, 260)
        self._name, self._today = name, today
        self.day = DateField(self, "edWithdrawnOn", today)
        self.day.set_value(today)
        self.note = QLineEdit(self)
        self.note.setObjectName("edWithdrawalNote")
        self.form.add("day", N_("Taken back on"), self.day)
        self.form.add("note", N_("What they said"), self.note, optional=True)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("{name} takes it back").format(name=self._name))

    def problems(self) -> Mapping[str, str]:
        return wrong_day(self.day, "day", self._today)

    def result_of_form(self) -> Withdrawal:
        day = self.day.value
        assert day is not None  # or it was refused above
        return Withdrawal(day, self.note.text().strip())


def wrong_day(field: DateField, name: str, today: date) -> dict[str, str]:
    """A day is needed, and one that has come."""
    if field.value is None:
        return {name: _("A day is written like 05/03/2026.")}
    return {name: _("This day has not come yet.")} if field.value > today else {}
