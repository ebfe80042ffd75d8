"""What is done with a report: kept as it was handed in, saved, printed; and the reports that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from trainer_app.documents.words import sample_word
from trainer_app.i18n import _, screen
from trainer_app.services.frozen_reports import FrozenLine
from trainer_app.ui.paper_words import FORMATS
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import label


class ReportDeeds(Translated, QWidget):
    """`frozen_chosen` carries the key of a report that was kept, or None: as it is now."""

    frozen_chosen = Signal(object)
    freeze_wanted = Signal()
    save_wanted = Signal(str)
    tables_wanted = Signal()
    lists_wanted = Signal()
    print_wanted = Signal()
    indicators_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[FrozenLine, ...] = ()
        self.frozen: Choice[UUID | None] = Choice(self, "cbFrozen", proper=True)
        self.freeze = button(self, "btnFreeze", "save")
        self.export = menu_button(self, "btnExport", "download")
        self.formats = [menu_action(self.export, f"actExport{suffix}", suffix) for suffix in FORMATS]
        self.tables = menu_action(self.export, "actExportTables", "")
        self.export.menu().addSeparator()
        self.lists = menu_action(self.export, "actExportLists", "")
        self.export.menu().addSeparator()
        self.with_names = menu_action(self.export, "actWithNames", "")
        self.with_names.setCheckable(True)
        self.print = button(self, "btnPrint", "printer")
        self.indicators = button(self, "btnIndicators", "list")
        self.sample = label(self, "warning", "lblSample", wrap=False)
        row = FlowLayout(self)
        for widget in (self.frozen, self.export, self.print, self.freeze, self.indicators, self.sample):
            row.addWidget(widget)
        self.frozen.chosen.connect(self.frozen_chosen)
        self.freeze.clicked.connect(self.freeze_wanted)
        self.export.menu().triggered.connect(self._save)
        self.print.clicked.connect(self.print_wanted)
        self.indicators.clicked.connect(self.indicators_wanted)
        self.retranslate()

    def offer(self, lines: Sequence[FrozenLine]) -> None:
        self._lines = tuple(lines)
        self._word_frozen()

    def choose(self, frozen_id: UUID | None) -> None:
        self.frozen.choose(frozen_id)

    @property
    def chosen(self) -> FrozenLine | None:
        """The report that was kept and is to be shown; None: as it is now."""
        return next((line for line in self._lines if line.id == self.frozen.value), None)

    def retranslate(self) -> None:
        self.frozen.setAccessibleName(_("Which figures"))
        self.freeze.setText(_("Keep"))
        self.freeze.setToolTip(_("Keep these figures as they are handed in: what is corrected later shows beside them"))
        self.export.setText(_("Export"))
        self.export.setToolTip(_("Save with its evidence and definitions (Ctrl+E)"))
        for action in self.formats:
            action.setText(_(FORMATS[action.data()]))
        self.tables.setText(_("Tables for R and Power BI (.zip)"))
        self.lists.setText(_("Attendance lists of these days…"))
        self.with_names.setText(_("With the names of people"))
        self.print.setText(_("Print"))
        self.print.setToolTip(_("Print the indicator report (Ctrl+P)"))
        self.indicators.setText(_("Indicators"))
        self.indicators.setToolTip(_("What the programme is measured by, and its targets"))
        self.sample.setText(_("{sample}: no report of real work counts it").format(sample=sample_word(screen())))
        self._word_frozen()

    def _word_frozen(self) -> None:
        chosen = self.frozen.value
        kept = [(line.id, f"{line.title} ({screen().date(line.frozen_on)})") for line in self._lines]
        self.frozen.offer([(None, _("As it is now")), *kept])
        self.frozen.choose(chosen if any(line.id == chosen for line in self._lines) else None)
        self.frozen.setVisible(bool(kept))

    @Slot(QAction)
    def _save(self, action: QAction) -> None:
        if action is self.tables:
            self.tables_wanted.emit()
        elif action is self.lists:
            self.lists_wanted.emit()
        elif action is not self.with_names:
            self.save_wanted.emit(action.data())
