"""The whole room answers at once: cards held up, hands, beans in bags. Counted question by question."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.documents import score_words
from trainer_app.domain.answers import TallySheet
from trainer_app.domain.scores import TALLIED, Way
from trainer_app.i18n import N_, _, screen
from trainer_app.ui import theme
from trainer_app.ui.screens.session.score_answers import NO_QUESTIONS
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.choice import Segments
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.tally_grid import TallyGrid

WAYS = ((Way.CARDS, N_("Cards")), (Way.HANDS, N_("Hands up")), (Way.BEANS, N_("Beans")))


class TallyPage(Translated, QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid = TallyGrid(self)
        self.table = OrEmpty(self, self.grid, EmptyState(self, "list-checks", NO_QUESTIONS))
        self.way_label = labels.label(self, wrap=False)
        self.way: Segments[Way] = Segments(self, "segTallyWay", WAYS)
        self.hint = labels.label(self, "caption")
        self.told = labels.label(self, name="lblTold")
        self.grid.stepped.connect(self._tell)
        self.grid.tallies.dataChanged.connect(self._tell)
        self._arrange()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.grid

    def show_sheet(self, sheet: TallySheet) -> None:
        self.table.show_empty(not sheet.lines)
        self.way.choose(sheet.way if sheet.way in TALLIED else Way.HANDS)
        self.grid.tallies.show_sheet(sheet)
        if not self.grid.currentIndex().isValid():
            self.grid.go_to_next_empty()
        self._tell()

    def retranslate(self) -> None:
        self.way_label.setText(_("How people answer"))
        self.way.setAccessibleName(_("How people answer"))
        self.hint.setText(_("Read the question aloud and count: 18/24 is 18 right of 24 who were asked."))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """In words what the question where one is says of people like these."""
        row, lines = self.grid.currentIndex().row(), self.grid.tallies.lines
        if not 0 <= row < len(lines) or not lines[row].all.asked:
            self.told.clear()
            return
        line, t = lines[row], screen()
        said = _("Question {number}: {words}.").format(
            number=line.question.number, words=score_words.tally_words(line.all, t)
        )
        self.told.setText(" ".join(part for part in (said, score_words.few_words(line.all.asked, t)) if part))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.SMALL)
        head.addWidget(self.way_label)
        head.addWidget(self.way)
        head.addWidget(self.hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
