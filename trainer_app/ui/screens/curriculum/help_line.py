"""Below the words: what looks wrong in them, terms of the trade to put in, and texts like this one."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from trainer_app.domain.translation_help import Fault, Finding, TranslationHelp
from trainer_app.i18n import N_, _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.models.curriculum import state_words
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label

MOST = 5  # offers shown at a time: a row or two
FINDINGS = 2  # told at a time; the others wait until these are mended
NEAR = 2  # of them are kept for texts that were translated before
SHORT = 48  # letters of a near text that fit on its button

FAULTS = {
    Fault.LONG_SENTENCE: N_("A sentence has {count} words; people who read little need at most {most}."),
    Fault.LONG_TEXT: N_("This is {count} letters long; the page has room for {most}."),
    Fault.FORBIDDEN: N_("Do not write “{words}” here. Write “{instead}”."),
    Fault.SAME_AS_SOURCE: N_("These are the words of the source, not a translation."),
}
MISSING = {
    Fault.FIGURES: N_("These numbers of the source are missing: {missing}."),
    Fault.PLACEHOLDERS: N_("What stands in braces must stay as it is; this is missing: {missing}."),
    Fault.ANSWER_LETTERS: N_("These letters of answers are missing: {missing}."),
}
EXTRA = {
    Fault.FIGURES: N_("These numbers are not in the source: {extra}."),
    Fault.PLACEHOLDERS: N_("This in braces is not in the source: {extra}."),
    Fault.ANSWER_LETTERS: N_("These letters of answers are not in the source: {extra}."),
}


def finding_words(finding: Finding) -> str:
    """One sentence; two where something is missing and something else takes its place."""
    values = finding.values
    if finding.fault in FAULTS:
        return _(FAULTS[finding.fault]).format(**values)
    told = [(MISSING, values["missing"]), (EXTRA, values["extra"])]
    return " ".join(_(words[finding.fault]).format(**values) for words, what in told if what)


class HelpLine(Translated, QWidget):
    """`term_wanted` and `text_wanted` carry the words to put into the box, or in place of all that it holds."""

    term_wanted = Signal(str)
    text_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpLine")
        self.help = TranslationHelp()
        self.findings = label(self, "warning", "lblFindings")
        self._offers: list[QPushButton] = []
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        for part in (self.findings, self._row):
            layout.addWidget(part)
        self.retranslate()

    def show_help(self, help: TranslationHelp) -> None:
        self.help = help
        self.retranslate()

    def put_next_term(self) -> None:
        """The first term of the source that the translation does not have yet."""
        if self.help.waiting:
            self.term_wanted.emit(self.help.waiting[0].offered)
        elif self.help.near:
            self.text_wanted.emit(self.help.near[0].words)

    def retranslate(self) -> None:
        told = [finding_words(finding) for finding in self.help.findings]
        self.findings.setText("\n".join(_shortened(told)))
        self.findings.setToolTip("\n".join(told))
        self.findings.setVisible(bool(told))
        self._fill()

    def _fill(self) -> None:
        for old in self._offers:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._offers = []
        near = self.help.near
        for term in self.help.waiting[: MOST - min(len(near), NEAR)]:
            shown = f"{term.term} → {term.offered}"
            shown = shown if term.is_sure else _("{words} (to be checked)").format(words=shown)
            tip = "\n".join(part for part in (_("Put in the approved term"), term.note) if part)
            self._offer("term", term.offered, shown, tip)
        for text in near[: MOST - len(self._offers)]:
            share = _("{percent} % alike: {words}").format(percent=_percent(text.likeness), words=_short(text.words))
            tip = _("{words}\n\nTranslated before from: {source}\nState: {state}")
            self._offer(
                "text",
                text.words,
                share,
                tip.format(words=text.words, source=text.source, state=state_words(text.state)),
            )
        self._row.setVisible(bool(self._offers))

    def _offer(self, kind: str, words: str, shown: str, tip: str) -> None:
        made = button(self._row, f"btnOffer{len(self._offers)}", kind="link")
        made.setText(shown)
        made.setToolTip(tip)
        made.setProperty("offered", words)
        made.clicked.connect(self._put_term if kind == "term" else self._put_text)
        self._offers.append(made)
        self._flow.addWidget(made)
        made.show()

    @Slot()
    def _put_term(self) -> None:
        self.term_wanted.emit(str(self._pressed().property("offered")))

    @Slot()
    def _put_text(self) -> None:
        self.text_wanted.emit(str(self._pressed().property("offered")))

    def _pressed(self) -> QPushButton:
        pressed = self.sender()
        assert isinstance(pressed, QPushButton)
        return pressed


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def _percent(likeness: float) -> int:
    """Only the same words are 100 % alike."""
    return math.floor(likeness * 100)


def _shortened(told: list[str]) -> list[str]:
    if len(told) <= FINDINGS:
        return told
    more = len(told) - FINDINGS
    rest = ngettext("and {count} more remark", "and {count} more remarks", more).format(count=more)
    return [*told[:FINDINGS], rest]
