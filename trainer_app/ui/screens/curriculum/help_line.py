"""Below the words: what looks wrong in them, terms of the trade to put in, and texts like this one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from trainer_app.domain.translation_help import Fault, Finding, TranslationHelp
from trainer_app.i18n import N_, _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label

MOST = 6  # offers shown at a time
SHORT = 48  # letters of a near text that fit on its button

FAULTS = {
    Fault.FIGURES: N_("The numbers differ from the source: {missing} missing, {extra} extra."),
    Fault.PLACEHOLDERS: N_("What stands in braces must stay as it is: {missing} missing, {extra} extra."),
    Fault.ANSWER_LETTERS: N_("The letters of answers differ from the source: {missing} missing, {extra} extra."),
    Fault.LONG_SENTENCE: N_("A sentence has {count} words; people who read little need at most {most}."),
    Fault.LONG_TEXT: N_("This is {count} letters long; the page has room for {most}."),
    Fault.FORBIDDEN: N_("Do not write “{words}” here. Write “{instead}”."),
    Fault.SAME_AS_SOURCE: N_("These are the words of the source, not a translation."),
}


def finding_words(finding: Finding) -> str:
    values = {name: value or _("none") for name, value in finding.values.items()}
    return _(FAULTS[finding.fault]).format(**values)


class HelpLine(Translated, QWidget):
    """`term_wanted` and `text_wanted` carry the words to put into the box, or in place of all that it holds."""

    term_wanted = Signal(str)
    text_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpLine")
        self.help = TranslationHelp()
        self.count = label(self, "caption", "lblWordCount")
        self.findings = label(self, "warning", "lblFindings")
        self._offers: list[QPushButton] = []
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        for part in (self.findings, self._row, self.count):
            layout.addWidget(part)
        self.retranslate()

    def show_help(self, help: TranslationHelp) -> None:
        self.help = help
        self.retranslate()

    def put_next_term(self) -> None:
        """The first term of the source that the translation does not have yet."""
        waiting = (term.offered for term in self.help.terms if not term.is_used)
        if offered := next(waiting, ""):
            self.term_wanted.emit(offered)
        elif self.help.near:
            self.text_wanted.emit(self.help.near[0].words)

    def retranslate(self) -> None:
        words = ngettext("{count} word", "{count} words", self.help.words).format(count=self.help.words)
        longest = _("longest sentence {count}").format(count=self.help.longest_sentence)
        self.count.setText(f"{words}, {longest}" if self.help.words else "")
        self.findings.setText("\n".join(finding_words(finding) for finding in self.help.findings))
        self.findings.setVisible(bool(self.help.findings))
        self._fill()

    def _fill(self) -> None:
        for old in self._offers:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._offers = []
        for term in [term for term in self.help.terms if not term.is_used][:MOST]:
            sure = "" if term.is_sure else _(" (to be checked)")
            self._offer("term", term.offered, f"{term.term} → {term.offered}{sure}", _("Put in the approved term"))
        for near in self.help.near[: MOST - len(self._offers)]:
            share = _("{percent} % alike: {words}").format(percent=round(near.likeness * 100), words=_short(near.words))
            self._offer("text", near.words, share, _("Translated before from: {words}").format(words=near.source))
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
