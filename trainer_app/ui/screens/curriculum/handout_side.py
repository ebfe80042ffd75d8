"""The handout as it is printed, with what must be said of it before anybody prints it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from trainer_app.domain.curriculum import ModuleLine, TextState, UnitLine
from trainer_app.i18n import LANGUAGES, NO_BREAK, _
from trainer_app.ui import theme
from trainer_app.ui.models.curriculum import in_language, state_words
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.paper_preview import PaperPreview


class HandoutSide(QFrame):
    """The states in all languages, a warning when the page is no reviewed one, the page itself."""

    language_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sideHandout")
        self.states = label(self, "caption", "lblLanguages")
        self.warning = label(self, "warning", "lblWarning")
        self.offer = button(self, "btnOtherLanguage", kind="link")
        self.offer.clicked.connect(self._ask)
        self.preview = PaperPreview(self)
        self._offered = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addWidget(self.states)
        layout.addWidget(self.warning)
        layout.addWidget(self.offer)
        layout.addWidget(self.preview, 1)

    def tell(self, line: ModuleLine | UnitLine | None, states: Mapping[str, TextState], language: str) -> None:
        """What is known of the page in each language; `language` is the one shown."""
        shown = [f"{LANGUAGES[code]} {state_words(in_language(states, code))}" for code in LANGUAGES if line]
        self.states.setText("   ".join(words.replace(" ", NO_BREAK) for words in shown))
        words = _warning(in_language(states, language), language) if line else ""
        self._offered = self.better(states, language) if words else ""
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
        self.offer.setText(_("Show it in {language}").format(language=LANGUAGES.get(self._offered, "")))
        self.offer.setVisible(bool(self._offered))

    def better(self, states: Mapping[str, TextState], language: str) -> str:
        """A language in which the page is reviewed, or "" when there is none better than this one."""
        if in_language(states, language) == TextState.REVIEWED:
            return ""
        reviewed = (code for code in LANGUAGES if in_language(states, code) == TextState.REVIEWED)
        return next(reviewed, "")

    @Slot()
    def _ask(self) -> None:
        self.language_wanted.emit(self._offered)


def _warning(state: TextState, language: str) -> str:
    name = LANGUAGES[language]
    return {
        TextState.MISSING: _("✕ There is no {language} translation of this handout yet."),
        TextState.OUTDATED: _(
            "◔ This {language} translation is older than its source text. The page says so at its foot."
        ),
        TextState.DRAFT: _(
            "✎ This {language} text is a draft: no reader has checked it yet. The page says so at its foot."
        ),
        TextState.REVIEWED: "",
    }[state].format(language=name)
