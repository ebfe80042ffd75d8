"""All who signed the list of a training agreed: one answer for everybody on it who was not asked yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app import settings
from trainer_app.domain.consent import SignedList
from trainer_app.i18n import LANGUAGES, N_, _, ngettext, screen
from trainer_app.services import consent, trainings
from trainer_app.ui.dialogs.consent import wrong_day
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.labels import label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class ListAnswer:
    training_id: UUID
    training: str
    day: date
    language: str


def ask(parent: QWidget, work: Work) -> ListAnswer | None:
    return ConsentListDialog(parent, work, date.today()).ask_user()


class ConsentListDialog(FormDialog[ListAnswer]):
    """`dlgConsentList`."""

    TITLE = N_("All who signed a list agreed")

    def __init__(self, parent: QWidget | None, work: Work, today: date) -> None:
        super().__init__(parent, "dlgConsentList", 560, 420)
        self._work, self._today = work, today
        here = settings.load(work.folder)
        held = [line for line in work.read(trainings.trainings, here.content) if line.first_day <= today]
        self._names = {line.id: line.code for line in held}
        offered = [(line.id, " · ".join(filter(None, (line.code, line.title, line.group)))) for line in held]
        self.training: Choice[UUID] = Choice(self, "cbConsentTraining", offered, proper=True)
        self.training.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.day = DateField(self, "edListDay", today)
        self.language: Segments[str] = Segments(self, "segListLanguage", tuple(LANGUAGES.items()), proper=True)
        self.language.choose(here.printed)
        self.found = label(self.body, "", "lblSigned")
        self.form.add("training", N_("Training"), self.training)
        self.form.add("day", N_("Signed on"), self.day)
        self.form.add("language", N_("Language of the list"), self.language, beside=True)
        self.inside.addWidget(self.found)
        self.inside.addStretch()
        self.training.chosen.connect(self._look)
        self.retranslate()
        self._look()

    def retranslate(self) -> None:
        super().retranslate()
        self._tell()

    def problems(self) -> Mapping[str, str]:
        if self.training.value is None:
            return {"training": _("No training has begun yet.")}
        if self.signed is None or not self.signed.not_asked:
            return {"training": _("Nobody on this list is left to be written down.")}
        return wrong_day(self.day, "day", self._today)

    def result_of_form(self) -> ListAnswer:
        training, day = self.training.value, self.day.value
        assert training is not None  # or it was refused above
        assert day is not None
        return ListAnswer(training, self._names[training], day, self.language.value)

    @Slot()
    def _look(self) -> None:
        training = self.training.value
        self.signed: SignedList | None = self._work.read(consent.signed_list, training) if training else None
        self.day.set_value(self.signed.first_day if self.signed else None)
        self._tell()

    def _tell(self) -> None:
        signed = getattr(self, "signed", None)
        self.found.setText("\n".join(_counts(signed)) if signed else "")


def _counts(signed: SignedList) -> tuple[str, ...]:
    """Who came, who is written down now, and who is left alone."""
    came, new, t = signed.came, len(signed.not_asked), screen()
    lines = [
        ngettext("{count} person came to this training.", "{count} people came to this training.", came).format(
            count=t.number(came)
        ),
    ]
    if new:
        words = ngettext(
            "{count} is not asked yet and is written down now.",
            "{count} are not asked yet and are written down now.",
            new,
        )
        lines.append(words.format(count=t.number(new)))
    else:
        lines.append(_("Nobody on this list is left to be written down."))
    if signed.agreed:
        words = ngettext("{count} agreed already.", "{count} agreed already.", signed.agreed)
        lines.append(words.format(count=t.number(signed.agreed)))
    if signed.withdrawn:
        words = ngettext(
            "{count} took it back, and stays as is: talk to this person.",
            "{count} took it back, and stay as they are: talk to them.",
            signed.withdrawn,
        )
        lines.append(words.format(count=t.number(signed.withdrawn)))
    return tuple(lines)
