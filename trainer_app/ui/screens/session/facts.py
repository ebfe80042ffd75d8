"""Below the totals: what they count, how many came without a name, and whether the signed list came back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.documents.attended_words import attended_words
from trainer_app.documents.words import heads_words
from trainer_app.domain.attendance import Heads
from trainer_app.domain.rules import USUAL, Attended
from trainer_app.i18n import N_, _, screen
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Segments

SIGNED = ((None, N_("Not said")), (True, N_("Came back")), (False, N_("Did not come")))


class SessionFacts(Translated, QWidget):
    """One line. `counting` asks for the heads; `signed` says what is now known of the paper list."""

    counting = Signal()
    signed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sessionFacts")
        self._rule, self._heads, self._came = USUAL, Heads(), ""
        self.rule = labels.ElidedLabel(self, "muted", "lblAttended")
        self.count = button(self, "btnHeads", "users", kind="quiet")
        self.count.clicked.connect(self.counting)
        self.question = labels.label(self, "muted", wrap=False)
        self.list_signed: Segments[bool | None] = Segments(self, "segSigned", SIGNED)
        self.list_signed.chosen.connect(self.signed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.rule, 1)
        for part in (self.count, self.question, self.list_signed):
            layout.addWidget(part)
        self.retranslate()

    def show_facts(self, rule: Attended, heads: Heads, signed: bool | None) -> None:
        self._rule, self._heads = rule, heads
        self.list_signed.choose(signed)
        self.retranslate()

    def show_came(self, words: str) -> None:
        """How many came by the rule, of the day that is current."""
        self._came = words
        self._say_rule()

    def _say_rule(self) -> None:
        self.rule.setText(f"{self._came} {attended_words(self._rule, screen())}".strip())

    def retranslate(self) -> None:
        self._say_rule()
        known = heads_words(self._heads, screen())
        words = _("Without a name: {count}").format(count=known) if known else _("Others came…")
        self.count.setText(words)
        self.count.setToolTip(_("How many more came whose names nobody has"))
        self.question.setText(_("Signed list"))
        for made in self.list_signed.buttons:
            made.setToolTip(_("Whether the paper list with the signatures came back"))
