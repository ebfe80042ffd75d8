"""Every wording that a text has had, with who wrote it and when; one of them can be brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPair
from trainer_app.i18n import N_, _
from trainer_app.services import texts
from trainer_app.services.history import HistoryLine
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.models.curriculum import state_word
from trainer_app.ui.models.table import Column
from trainer_app.ui.models.texts import place_words, short, tip
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class PastWords:
    """A wording, or a state that it was given."""

    when: datetime
    who: str
    words: str
    state: str = ""


COLUMNS: tuple[Column[PastWords], ...] = (
    Column(N_("Day"), lambda past: f"{past.when:%d/%m/%Y %H:%M}", sample="00/00/0000 00:00 0"),
    Column(N_("Who"), lambda past: past.who, sample="NIYONZIMA Claude"),
    Column(N_("Words"), lambda past: past.state or short(past.words), tip=lambda past: tip(past.words), stretch=True),
)


def ask(parent: QWidget, work: Work, pair: TextPair) -> str | None:
    """The words to bring back, or None."""
    return TextHistoryDialog(parent, work, pair).ask_user()


def past_words(lines: tuple[HistoryLine, ...]) -> tuple[PastWords, ...]:
    """The latest first; the first wording that is known stands at the end."""
    found = []
    for line in lines:
        if line.field == "words":
            found.append(PastWords(line.when, line.who, str(line.after)))
        elif line.field == "state" and line.before is not None:
            found.append(PastWords(line.when, line.who, "", state_word(TextState(line.after))))
    first = next((line for line in reversed(lines) if line.field == "words" and line.before), None)
    return (*found, PastWords(first.when, "", str(first.before))) if first else tuple(found)


class TextHistoryDialog(FormDialog[str]):
    """`dlgTextHistory`."""

    TITLE = N_("History of a text")
    ACCEPT = N_("Bring back these words")

    def __init__(self, parent: QWidget | None, work: Work, pair: TextPair) -> None:
        super().__init__(parent, "dlgTextHistory", 680, 460)
        self._pair = pair
        found = past_words(work.read(texts.of, pair.ref, pair.language))
        self.where = label(self, "strong")
        self.nothing = label(self, "muted")
        self.table: ListView[PastWords] = ListView(self, "tblTextHistory", COLUMNS, id, N_("History of a text"))
        self.table.chosen.connect(self._show)
        self.words = QPlainTextEdit(self)
        self.words.setObjectName("txtPastWords")
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.inside.addWidget(self.where)
        self.inside.addWidget(self.nothing)
        self.inside.addWidget(self.table, 2)
        self.inside.addWidget(self.words, 1)
        shown: tuple[QWidget, ...] = (self.table, self.words, self.accept_button)
        for part in shown:
            part.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.table.show_rows(found)
        self.table.selectRow(0)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.where.setText(place_words(self._pair.place))
        self.nothing.setText(_("This text was never changed here."))
        self.words.setAccessibleName(_("Words"))

    @Slot()
    def submit(self) -> None:
        chosen = self.table.current_row()
        if chosen is not None and chosen.words not in ("", self._pair.words):
            self.finish(chosen.words)

    @Slot(object)
    def _show(self, past: PastWords | None) -> None:
        self.words.setPlainText(past.words if past else "")
        self.accept_button.setEnabled(past is not None and past.words not in ("", self._pair.words))
