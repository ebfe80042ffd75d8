"""The first start: a language, and one of three ways to begin. Two clicks, and one is at work."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from trainer_app import NAME
from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.ui import icons, theme
from trainer_app.ui.icons import Tint
from trainer_app.ui.translated import Translated, switch_language
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.labels import label


class Beginning(StrEnum):
    SAMPLE = "sample"
    IMPORT = "import"
    EMPTY = "empty"


CARDS = (
    (
        Beginning.SAMPLE,
        "compass",
        N_("Explore the sample programme"),
        N_("Invented people, to try everything."),
    ),
    (Beginning.IMPORT, "file-spreadsheet", N_("Import my list"), N_("From Excel, LibreOffice or a text file.")),
    (Beginning.EMPTY, "plus", N_("Start empty"), N_("Add people and trainings as you go.")),
)


class FirstRun(Translated, QDialog):
    """`language` and `beginning` are the answer."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("dlgFirst")
        self.beginning: Beginning | None = None
        self.welcome = label(self, "title", wrap=True)
        self.languages: Segments[str] = Segments(self, "segLanguage", list(LANGUAGES.items()), proper=True)
        self.languages.choose(language)
        self.languages.chosen.connect(switch_language)
        self.cards = {card[0]: _Card(self, *card) for card in CARDS}
        for card in self.cards.values():
            card.clicked.connect(self._begin)
        self.note = label(self, "caption")
        self._arrange()
        self.retranslate()
        self.languages.setFocus()

    @property
    def language(self) -> str:
        return self.languages.value

    @classmethod
    def ask(cls, language: str) -> tuple[str, Beginning] | None:
        """None when the window was closed without an answer."""
        dialog = cls(language)
        dialog.exec()
        answer = (dialog.language, dialog.beginning) if dialog.beginning else None
        dialog.deleteLater()
        return answer

    def retranslate(self) -> None:
        self.setWindowTitle(NAME)
        self.welcome.setText(_("Welcome. Choose your language, then how to begin."))
        self.note.setText(_("Everything stays on this laptop. You can change your mind later in Settings."))

    @Slot()
    def _begin(self) -> None:
        card = self.sender()
        if isinstance(card, _Card):
            self.beginning = card.beginning
            self.accept()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.LARGE)
        for card in self.cards.values():
            row.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.HUGE, theme.HUGE, theme.HUGE, theme.WIDE)
        layout.setSpacing(theme.WIDE)
        layout.addWidget(self.welcome)
        layout.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(row, 1)
        layout.addWidget(self.note)
        self.resize(theme.scaled(760), theme.scaled(430))


class _Card(Translated, QPushButton):
    """A large button: a drawing, what it does, and a line more."""

    def __init__(self, parent: QWidget, beginning: Beginning, icon: str, title: str, more: str) -> None:
        super().__init__(parent)
        self.beginning = beginning
        self.setObjectName(f"card_{beginning}")
        self.setProperty("kind", "choice")
        self.setAutoDefault(True)
        self._words = (title, more)
        drawing = QLabel(self)
        drawing.setPixmap(icons.pixmap(icon, 40, Tint.PRIMARY))
        self.title = label(self, "section")
        self.more = label(self, "muted")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        for widget in (drawing, self.title, self.more):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._inside.addWidget(widget)
        self._inside.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """As high as what is inside needs: a button knows only of its own text. Each card is as wide as the next."""
        wide = theme.scaled(200)
        return QSize(wide, max(self._inside.heightForWidth(wide), theme.scaled(190)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def retranslate(self) -> None:
        title, more = (_(words) for words in self._words)
        self.title.setText(title)
        self.more.setText(more)
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
