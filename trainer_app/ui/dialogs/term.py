"""One term of the trade: what it is called in each language, what not to call it, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.domain.terms import Confidence, Term
from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.services import glossary
from trainer_app.services.glossary import TermForm
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.terms import CONFIDENCE, TOPICS
from trainer_app.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def ask(parent: QWidget, work: Work, before: Term | None = None, words: str = "") -> TermForm | None:
    """A new term, which may begin with `words` that were looked for; or another answer for one that there is."""
    return TermDialog(parent, work, before, words).ask_user()


class TermDialog(FormDialog[TermForm]):
    """`dlgTerm`."""

    def __init__(self, parent: QWidget | None, work: Work, before: Term | None = None, words: str = "") -> None:
        super().__init__(parent, "dlgTerm", 640, 470)
        self._work = work
        self._before = before
        told = before.words if before else {"en": words}
        refused = before.forbidden if before else {}
        self.words = {code: _line(self, f"edTerm_{code}", told.get(code, "")) for code in LANGUAGES}
        self.forbidden = _line(self, "edForbidden", refused.get("rw", ""))
        self.topic: Choice[str] = Choice(self, "cbTopic", _topics(before))
        self.topic.choose(before.topic if before else "general")
        self.confidence: Choice[Confidence] = Choice(self, "cbConfidence", tuple(CONFIDENCE.items()))
        self.confidence.choose(before.confidence if before else Confidence.MEDIUM)
        self.note = _line(self, "edTermNote", before.note if before else "")
        self._add_questions()
        self.retranslate()

    def _add_questions(self) -> None:
        add = self.form.add
        add("en", LANGUAGES["en"], self.words["en"])
        add("fr", LANGUAGES["fr"], self.words["fr"], beside=True)
        hint = N_("Several forms with / between them, the first is offered. A plural in brackets: umutwe (pl. imitwe)")
        add("rw", LANGUAGES["rw"], self.words["rw"], hint=hint)
        add("forbidden", N_("Not to be written in Kinyarwanda"), self.forbidden)
        add("confidence", N_("How sure"), self.confidence)
        add("topic", N_("Topic"), self.topic, beside=True)
        add("note", N_("Note"), self.note, optional=True)

    def retranslate(self) -> None:
        super().retranslate()
        self.setWindowTitle(_("Change a term") if self._before else _("New term"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.words["en"].setFocus(Qt.FocusReason.OtherFocusReason)

    def problems(self) -> Mapping[str, str]:
        own = self._before.id if self._before else None
        refusal = self._work.read(glossary.problem, self.result_of_form(), own)
        return {"en": refusal} if refusal else {}

    def result_of_form(self) -> TermForm:
        return TermForm(
            words={code: line.text() for code, line in self.words.items()},
            forbidden={"rw": self.forbidden.text()},
            topic=self.topic.value or "",
            confidence=self.confidence.value or Confidence.MEDIUM,
            note=self.note.text(),
        )


def _topics(before: Term | None) -> tuple[tuple[str, str], ...]:
    known = tuple(TOPICS.items())
    own = before.topic if before else ""
    return known if not own or own in TOPICS else (*known, (own, own))


def _line(parent: QWidget, name: str, words: str) -> QLineEdit:
    made = QLineEdit(words, parent)
    made.setObjectName(name)
    return made
