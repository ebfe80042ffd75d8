"""A report on the screen: its indicators, the parts of the one that is chosen, its charts, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from trainer_app.documents import indicator_charts, indicator_words
from trainer_app.domain.indicators import Counted, IndicatorLine, IndicatorReport, behind
from trainer_app.domain.people import Sex
from trainer_app.i18n import _, screen
from trainer_app.services.indicator_definitions import TOLD
from trainer_app.ui import theme
from trainer_app.ui.dialogs.counted_behind import Number
from trainer_app.ui.models import indicators as words
from trainer_app.ui.models.indicators import IndicatorRow, PartRow
from trainer_app.ui.screens.reports.table import IndicatorTable, PartTable
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.chart_card import ChartCard
from trainer_app.ui.widgets.labels import label

BESIDE = 800  # pixels: in a view less wide the chart stands below the tables
LEAST = 230  # pixels for the tables, and as much for a chart below them
ACTUAL = 2  # the column where the keyboard begins


class ReportView(Translated, QWidget):
    """`number_wanted` carries a `Number` whose people are asked for; the others an outcome, and a row of the table."""

    number_wanted = Signal(object)
    readings_wanted = Signal(object)
    target_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._report: IndicatorReport | None = None
        self.table = IndicatorTable(self)
        self.parts = PartTable(self)
        self.parts_title = label(self, "strong", "lblParts")
        self.chart = ChartCard(self, "chart")
        self.definition = label(self.chart.body, "muted", "lblDefinition")
        self.chart.below.addWidget(self.definition)
        self._build()
        self.table.chosen.connect(self._show_line)
        self.table.number_wanted.connect(self._ask_number)
        self.table.target_wanted.connect(self.target_wanted)
        self.parts.number_wanted.connect(self._ask_part)
        self.retranslate()

    @property
    def line(self) -> IndicatorLine | None:
        """The indicator that is chosen, as it was counted last."""
        row = self.table.current_row()
        return row.line if row is not None else None

    def show_report(self, report: IndicatorReport) -> None:
        self._report = report
        self.table.show_report(report)
        if self.table.current_row() is None and report.lines:
            self.table.setCurrentIndex(self.table.rows.index(0, ACTUAL))
        self._show_line()

    def choose(self, indicator_id: UUID) -> None:
        self.table.go_to(indicator_id)

    def retranslate(self) -> None:
        self.parts_title.setText(_("Broken down"))
        if self._report is not None:
            self._show_line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    @Slot()
    def _show_line(self) -> None:
        report, line, t = self._report, self.line, screen()
        if report is None:
            return
        self.parts.show_parts(report, line)
        self.chart.show_charts(
            indicator_charts.charts(report, line, t) if line is not None else (),
            indicator_words.title(line.wanted, t) if line is not None else "",
        )
        self.definition.setText("\n".join(_defined(report, line)) if line is not None else "")

    @Slot(object, object)
    def _ask_number(self, row: IndicatorRow, sex: Sex | None) -> None:
        counted = tuple(one for one in row.line.counted if sex is None or one.sex is sex)
        named = [words.name(row)] if sex is None else [words.name(row), indicator_words.trait_word(sex, screen())]
        self._ask(row.line, named, counted)

    @Slot(object)
    def _ask_part(self, part: PartRow) -> None:
        report, line, t = self._report, self.line, screen()
        if report is not None and line is not None:
            traits = (indicator_words.trait_word(trait, t) for trait in part.traits)
            counted = behind(line, report.asked.by, part.traits)
            self._ask(line, [indicator_words.title(line.wanted, t), *traits], counted)

    def _ask(self, line: IndicatorLine, named: Sequence[str], counted: tuple[Counted, ...]) -> None:
        """Behind an outcome stands what somebody found, behind everything else who was counted."""
        if line.wanted.measure in TOLD:
            self.readings_wanted.emit(line.wanted)
        else:
            self.number_wanted.emit(Number(" · ".join(named), line.wanted.measure, counted, line.is_share))

    def _arrange(self) -> None:
        """The chart beside the tables, or below them where there is no room."""
        stacked = self.width() < theme.scaled(BESIDE)
        self._split.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        self.setMinimumHeight(theme.scaled(LEAST) * (2 if stacked else 1))

    def _build(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical, self)
        below = QWidget(left)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, theme.TINY, 0, 0)
        column.setSpacing(theme.TINY)
        column.addWidget(self.parts_title)
        column.addWidget(self.parts, 1)
        left.addWidget(self.table)
        left.addWidget(below)
        split = self._split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.chart)
        for parted in (left, split):
            parted.setStretchFactor(0, 3)
            parted.setStretchFactor(1, 2)
            parted.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)


def _defined(report: IndicatorReport, line: IndicatorLine) -> list[str]:
    """How much of how many, what exactly is counted, and by which rule."""
    t, measure = screen(), line.wanted.measure
    told = [
        _so_many_of(line),
        line.wanted.definition,
        indicator_words.numerator_words(measure, t),
        indicator_words.denominator_words(measure, t),
        indicator_words.rule_of(line, report, t),
        indicator_charts.sum_of_targets(line, t),
    ]
    return [text for text in told if text]


def _so_many_of(line: IndicatorLine) -> str:
    """`69 of 78`, of a share."""
    number = screen().number
    if line.figure.denominator is None:
        return ""
    return _("{part} of {whole}").format(part=number(line.figure.numerator), whole=number(line.figure.denominator))
