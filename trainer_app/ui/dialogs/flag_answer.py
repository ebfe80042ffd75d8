"""What a look at a list brought: a verdict, and a few words for whoever asks later."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.integrity import Flag, FlagVerdict
from trainer_app.i18n import N_
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.flags import VERDICTS, seen
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Reply:
    verdict: FlagVerdict
    words: str


def ask(parent: QWidget, flag: Flag) -> Reply | None:
    return FlagAnswerDialog(parent, flag).ask_user()


class FlagAnswerDialog(FormDialog[Reply]):
    """`dlgFlagAnswer`."""

    TITLE = N_("What did you find?")

    def __init__(self, parent: QWidget | None, flag: Flag) -> None:
        super().__init__(parent, "dlgFlagAnswer", 560, 300)
        self._flag = flag
        self.about = label(self, "muted")
        self.inside.insertWidget(0, self.about)
        self.verdict: Choice[FlagVerdict] = Choice(self, "cbVerdict", tuple(VERDICTS.items()))
        self.words = QLineEdit(self)
        self.words.setObjectName("edVerdictWords")
        if flag.answer is not None:
            self.verdict.choose(flag.answer.verdict)
            self.words.setText(flag.answer.words)
        self.form.add("verdict", N_("Answer"), self.verdict)
        self.form.add("words", N_("In a few words"), self.words, optional=True)
        self.retranslate()
        self.verdict.setFocus()

    def retranslate(self) -> None:
        super().retranslate()
        self.about.setText(seen(self._flag))

    def result_of_form(self) -> Reply:
        return Reply(self.verdict.value or FlagVerdict.EXPLAINED, self.words.text().strip())
