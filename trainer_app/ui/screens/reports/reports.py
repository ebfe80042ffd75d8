"""Reports: indicators with their targets, broken down and as charts; what is doubtful stands before the numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from trainer_app.documents import indicator_paper, indicator_words, tidy_files, tidy_papers
from trainer_app.documents.indicator_rows import Detail, Told
from trainer_app.documents.papers import Paper
from trainer_app.domain.indicators import (
    Doubt,
    DoubtKind,
    IndicatorReport,
    Wanted,
)
from trainer_app.domain.report_periods import Preset
from trainer_app.i18n import N_, Label, _, screen
from trainer_app.services import (
    evidence,
    frozen_reports,
    indicator_definitions,
    letterheads,
    report_choices,
    targets,
    tidy_data,
)
from trainer_app.services.frozen_reports import FrozenLine
from trainer_app.ui import theme
from trainer_app.ui.dialogs import counted_behind, differences, doubt_list, export_lists, freeze, readings
from trainer_app.ui.dialogs import indicators as indicators_dialog
from trainer_app.ui.dialogs import targets as targets_dialog
from trainer_app.ui.dialogs.counted_behind import Number
from trainer_app.ui.dialogs.indicators import Around
from trainer_app.ui.making import Maker
from trainer_app.ui.models import indicators as words
from trainer_app.ui.models.indicators import IndicatorRow
from trainer_app.ui.models.sessions import language_of_screen
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.reports.bar import ReportBar
from trainer_app.ui.screens.reports.counting import Answer, Counting, Wish
from trainer_app.ui.screens.reports.deeds import ReportDeeds
from trainer_app.ui.screens.reports.doubts import DoubtsBar
from trainer_app.ui.screens.reports.then_bar import ThenBar
from trainer_app.ui.screens.reports.view import ReportView
from trainer_app.ui.widgets.empty_state import EmptyState, OrEmpty
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class ReportsScreen(Screen):
    """`pgReports`. `arrive` takes a `Preset`: "this_quarter" shows this quarter."""

    TITLE = N_("Reports")
    HELP = "reports"
    KEYS = N_("Enter on a number: who is behind it · Ctrl+E export · Ctrl+P print · F6 next part")
    WATCHES: ClassVar[frozenset[str]] = frozenset(
        {"mark", "enrolment", "training", "training_session", "training_trainer", "person", "group", "membership"}
        | {"sitting", "training_test", "head_count", "certificate", "rule", "project", "flag_answer", "module"}
        | {"indicator", "target", "outcome_reading", "frozen_report", "place"}
    )

    def __init__(
        self,
        work: Work,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
        language: Callable[[], str] = language_of_screen,
    ) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgReports")
        self._today, self._language = today, language
        self.shown: IndicatorReport | None = None
        self.bar = ReportBar(self, today())
        self.doubts = DoubtsBar(self)
        self.deeds = ReportDeeds(self)
        self.then = ThenBar(self)
        self.maker = Maker(work, self, today)
        self.counting = Counting(self, work)
        self.waiting = label(self, "muted", "lblCounting")
        self.progress = ProgressLine(self)
        self.view = ReportView(self)
        self.empty = EmptyState(
            self, "chart-bar", N_("No session in this period."), (N_("Change period"), self._change_period)
        )
        self.pages = OrEmpty(self, self.view, self.empty)
        self._build()
        self._connect()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.bar.period

    def context(self) -> str:
        if self.shown is None:
            return ""
        asked, t = self.shown.asked, screen()
        return indicator_words.period_name(asked.first, asked.last, t) or indicator_words.period_words(
            asked.first, asked.last, t
        )

    def arrive(self, what: object) -> None:
        if isinstance(what, str) and what in list(Preset):
            self.bar.choose_period(Preset(what))
            self.outdate()

    def reload(self) -> None:
        self.bar.offer(self.work.read(report_choices.choices))
        self.deeds.offer(self.work.read(frozen_reports.reports))
        self._count()

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"export": self.open_export, "print": self.print_report}

    def retranslate(self) -> None:
        self.waiting.setText(_("Counting…"))
        if self.shown is not None:
            self._show()

    # ---- what is shown -----------------------------------------------------------------------------------------

    @Slot()
    def _count_now(self) -> None:
        """Something else is asked for: that is no report that was kept."""
        self.deeds.choose(None)
        self._count()

    @Slot()
    def _count(self) -> None:
        """Everything anew, as it is now; or the report that was kept, and how it differs."""
        frozen, asked = self.frozen, self.bar.asked
        if frozen is not None:
            self.counting.count(Wish(self._language(), self._today(), frozen=frozen.id))
        elif asked is not None:
            self.counting.count(Wish(self._language(), self._today(), asked))
        else:
            self.tell(_("Choose a first day and a last day that is not before it."))

    @Slot(object)
    def _take(self, found: Answer) -> None:
        self.shown = found.report
        if found.wish.frozen is not None:
            self.bar.ask(found.report.asked)
        else:  # by what it is broken down may have been changed while it was counted
            self.shown = replace(found.report, asked=replace(found.report.asked, by=self.bar.bys))
        self.then.show_differences(found.differences)
        self._show()
        self.retitled.emit()

    @property
    def frozen(self) -> FrozenLine | None:
        """The report that was kept and is shown now."""
        return self.deeds.chosen

    @Slot()
    def _break_down(self) -> None:
        """By other things: nothing has to be counted anew."""
        if self.shown is not None:
            self.shown = replace(self.shown, asked=replace(self.shown.asked, by=self.bar.bys))
            self.view.show_report(self.shown)

    def _show(self) -> None:
        report = self.shown
        assert report is not None
        self.deeds.sample.setVisible(report.asked.sample)
        self.deeds.freeze.setVisible(self.frozen is None)
        self.doubts.show_doubts(report.doubts if self.frozen is None else ())
        self.pages.show_empty(_is_empty(report))
        self.view.show_report(report)

    # ---- what is behind a number -------------------------------------------------------------------------------

    @Slot(object)
    def _open(self, number: Number) -> None:
        assert self.shown is not None
        place = counted_behind.ask(self, self.work, number, self.shown.asked, self._language())
        if place is not None:
            self.go.emit(*place)

    @Slot(object)
    def _show_readings(self, wanted: Wanted) -> None:
        readings.show(self, self.work, wanted, self._today())

    @Slot(object)
    def _fix(self, doubt: Doubt) -> None:
        if doubt.kind is DoubtKind.FLAGGED:
            self.go.emit("look_again", None)
            return
        if doubt.kind is DoubtKind.NO_READING:
            self.view.choose(doubt.keys[0])
            self._show_readings(self.work.read(indicator_definitions.one, doubt.keys[0]))
            return
        place = doubt_list.ask(self, self.work, doubt, self._language())
        if place is not None:
            self.go.emit(*place)

    # ---- what is done with it ----------------------------------------------------------------------------------

    @Slot()
    def freeze(self) -> None:
        """Keep the figures of now under a title."""
        report, t = self.shown, screen()
        if report is None:
            return
        kept = freeze.ask(self, f"{t.gettext('Indicator report')} {self.context()}")
        if kept is None:
            return
        what = Label(N_("Keep the report {title}"), {"title": kept.title})
        key = self.work.change(what, frozen_reports.freeze, report, kept.title, self._today(), kept.note)
        self.deeds.choose(key)
        self._count()
        self.report(_("The report is kept as it is: {title}").format(title=kept.title))

    @Slot()
    def remove_frozen(self) -> None:
        """The figures that were kept go; what is in the file stays."""
        if (frozen := self.frozen) is None:
            return
        self.work.change(
            Label(N_("Remove the report {title}"), {"title": frozen.title}), frozen_reports.remove, frozen.id
        )
        self.report(_("The kept report is removed: {title}").format(title=frozen.title))

    @Slot()
    def edit_indicators(self) -> None:
        """What the programme is measured by; targets are offered for the days of the report."""
        if self.shown is not None:
            line = self.view.line
            indicators_dialog.show(self, self.work, self._around(), line.wanted.id if line is not None else None)

    @Slot(object)
    def set_targets(self, row: IndicatorRow) -> None:
        around = self._around()
        told = targets_dialog.ask(self, self.work, row.line.wanted, around.first, around.last)
        if told is not None and told.changed:
            what = Label(N_("Set targets of {name}"), {"name": words.name(row)})
            self.work.change(what, targets.set_all, row.line.wanted.id, told.first, told.last, told.changed)
            self.report(_("The targets are set: {name}").format(name=words.name(row)))

    def _around(self) -> Around:
        assert self.shown is not None
        asked = self.shown.asked
        return Around(asked.first, asked.last, self._today(), self._language(), asked.sample, asked.project_id)

    @Slot()
    def show_differences(self) -> None:
        if self.then.told is not None:
            place = differences.show(self, self.work, self.then.told, self._language())
            if place is not None:
                self.go.emit(*place)

    def open_export(self) -> None:
        self.deeds.export.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deeds.export.showMenu()

    @Slot(str)
    def save(self, suffix: str) -> None:
        if (paper := self.paper()) is not None:
            self.maker.save(paper, suffix)

    @Slot()
    def save_tables(self) -> None:
        """What is behind the report as tables for other programs; people are pseudonyms unless names were asked for."""
        report, language = self.shown, screen().language
        if report is None:
            return
        asked = report.asked
        shown = frozenset({tidy_data.NAME}) if self.deeds.with_names.isChecked() else frozenset()
        days = asked.first, asked.last
        wanted = tidy_data.Wanted(*days, asked.sample, shown, asked.project_id, asked.district_id)
        read = partial(self.work.read, tidy_data.data, wanted, language, self._today())
        self.maker.save(tidy_papers.tables(read, report, language, shown), tidy_files.ZIP)

    @Slot()
    def export_lists(self) -> None:
        period = (self.shown.asked.first, self.shown.asked.last) if self.shown is not None else None
        export_lists.ask(self, self.work, self._today(), period)

    @Slot()
    def print_report(self) -> None:
        if (paper := self.paper()) is not None:
            self.maker.print_paper(paper)

    def paper(self) -> Paper | None:
        """The report in the language of the screen; people are codes, unless their names were asked for."""
        report, language, frozen = self.shown, screen().language, self.frozen
        if report is None:
            return None
        told = Told(
            report,
            self.work.read(evidence.named, report, language),
            frozenset({Detail.NAME.value} if self.deeds.with_names.isChecked() else ()),
            frozen.frozen_on if frozen is not None else None,
            frozen.title if frozen is not None else "",
            self.work.read(letterheads.of, report.asked.project_id),
        )
        return indicator_paper.paper(told, language, self._today())

    @Slot()
    def _change_period(self) -> None:
        self.bar.period.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bar.period.showPopup()

    # ---- parts -------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.bar.changed.connect(self._count_now)
        self.bar.by_changed.connect(self._break_down)
        self.doubts.fix_wanted.connect(self._fix)
        self.deeds.frozen_chosen.connect(self._count)
        self.deeds.freeze_wanted.connect(self.freeze)
        self.deeds.save_wanted.connect(self.save)
        self.deeds.tables_wanted.connect(self.save_tables)
        self.deeds.lists_wanted.connect(self.export_lists)
        self.deeds.print_wanted.connect(self.print_report)
        self.deeds.indicators_wanted.connect(self.edit_indicators)
        self.view.target_wanted.connect(self.set_targets)
        self.then.show_wanted.connect(self.show_differences)
        self.then.removal_wanted.connect(self.remove_frozen)
        self.counting.counted.connect(self._take)
        self.counting.busy.connect(self.waiting.setVisible)
        self.progress.follow(self.maker)
        self.maker.told.connect(self.told)
        self.view.number_wanted.connect(self._open)
        self.view.readings_wanted.connect(self._show_readings)

    def _build(self) -> None:
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        column.setSpacing(theme.SMALL)
        for widget in (self.bar, self.deeds, self.progress, self.waiting, self.then, self.doubts):
            column.addWidget(widget)
        self.waiting.hide()
        column.addWidget(self.pages, 1)
        scroller = QScrollArea(self)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroller)


def _is_empty(report: IndicatorReport) -> bool:
    """Sessions that wait to be marked are worth the page too."""
    return report.says_nothing and not any(doubt.kind is DoubtKind.NOT_MARKED for doubt in report.doubts)
