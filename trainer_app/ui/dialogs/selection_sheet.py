"""One selection: its criteria and committee, the points of each assessor, the ranked list and the decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from trainer_app import settings
from trainer_app.documents import follow_up_papers
from trainer_app.documents.call_words import number
from trainer_app.domain import selection as choosing
from trainer_app.domain.ids import new_id
from trainer_app.domain.selection import CriterionLine, Decision, RankedCandidate, SelectionSheet, Signatory
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import selection
from trainer_app.ui import theme
from trainer_app.ui.dialogs.deed_dialog import DeedDialog
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.making import Maker
from trainer_app.ui.models.selection import RANKED, PointsModel
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.list_view import ListView
from trainer_app.ui.widgets.notice import Tone
from trainer_app.ui.widgets.person_picker import PersonPicker

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

CRITERIA, RANKED_LIST = "criteria", "ranked"
EMPTY_ROWS = 2  # below what is written, to write more
KEYS = {Qt.Key.Key_C: Decision.CHOSEN, Qt.Key.Key_R: Decision.RESERVE, Qt.Key.Key_N: Decision.REFUSED}
DEEDS = {
    Decision.CHOSEN: N_("Choose {name}"),
    Decision.RESERVE: N_("Put {name} on the reserve"),
    Decision.REFUSED: N_("Do not choose {name}"),
}


def show(parent: QWidget, work: Work, selection_id: UUID, today: date, language: str) -> None:
    wait_for(SelectionDialog(parent, work, selection_id, today, language))


class Lines(Translated, QTableWidget):
    """A small table to type in: what is written, and empty rows below it."""

    def __init__(self, parent: QWidget, name: str, titles: Sequence[str]) -> None:
        super().__init__(0, len(titles), parent)
        self.setObjectName(name)
        self._titles = tuple(titles)  # marked with N_()
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        for column in range(len(titles) if len(titles) < 3 else 1):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def retranslate(self) -> None:
        self.setHorizontalHeaderLabels([_(title) for title in self._titles])
        self.verticalHeader().setDefaultSectionSize(theme.row_height())

    def show_lines(self, rows: Sequence[Sequence[str]]) -> None:
        """Without telling."""
        self.blockSignals(True)
        self.setRowCount(len(rows) + EMPTY_ROWS)
        for place in range(self.rowCount()):
            cells = rows[place] if place < len(rows) else [""] * len(self._titles)
            for column, words in enumerate(cells):
                self._write(place, column, words)
        self.blockSignals(False)

    def _write(self, row: int, column: int, words: str) -> None:
        """In place: the item that is being typed in must not be replaced under the hand that types."""
        item = self.item(row, column)
        if item is None:
            self.setItem(row, column, QTableWidgetItem(words))
        elif item.text() != words:
            item.setText(words)

    def lines(self) -> list[tuple[int, list[str]]]:
        """(row, its words) of each that holds any."""
        found = []
        for place in range(self.rowCount()):
            items = [self.item(place, column) for column in range(len(self._titles))]
            words = [item.text().strip() if item is not None else "" for item in items]
            if any(words):
                found.append((place, words))
        return found


class DecisionTable(ListView[RankedCandidate]):
    """C chooses, R puts on the reserve, N does not choose."""

    def __init__(self, parent: QWidget, dialog: SelectionDialog) -> None:
        super().__init__(parent, "tblCandidates", RANKED, _candidate, N_("Ranked list"))
        self._dialog = dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        decision = (
            KEYS.get(Qt.Key(event.key())) if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        )
        if decision is not None:
            self._dialog.decide(decision)
        else:
            super().keyPressEvent(event)


class SelectionDialog(DeedDialog):
    """`dlgSelection`."""

    TITLE = N_("Selection")

    def __init__(self, parent: QWidget | None, work: Work, selection_id: UUID, today: date, language: str) -> None:
        super().__init__(parent, "dlgSelection", work, 900, 600)
        self.selection_id, self.today, self.language = selection_id, today, language
        self.sheet: SelectionSheet | None = None
        self.heading = labels.label(self, "section", "lblSelection")
        self.about = labels.label(self, "muted", "lblAboutSelection")
        self.criteria = Lines(self, "tblCriteria", (N_("Criterion"), N_("Most points"), N_("Weight")))
        self.committee = Lines(self, "tblCommittee", (N_("Name"), N_("Function")))
        self.criteria_title = labels.label(self, "strong")
        self.committee_title = labels.label(self, "strong")
        self.fixed = labels.label(self, "caption", "lblCriteriaFixed")
        self.clear_button = button(self, "btnClearPoints", kind="link")
        self.picker = PersonPicker(self, "pickCandidate", work)
        self.waiting_button = button(self, "btnAddWaiting", "users")
        self.assessor: Choice[str] = Choice(self, "cbAssessor", proper=True)
        self.points = PointsModel(self)
        self.grid = QTableView(self)
        self.grid.setObjectName("tblPoints")
        self.points_hint = labels.label(self, "caption", "lblPointsHint")
        self.ranking = DecisionTable(self, self)
        self.by_rank_button = button(self, "btnByRank", "list-checks")
        self.decisions = {decision: button(self, f"btn_{decision}") for decision in Decision}
        self.carry_button = button(self, "btnCarryOut", "check")
        self.papers = menu_button(self, "btnSelectionPapers", "printer")
        self.paper_actions = {
            (CRITERIA, ""): menu_action(self.papers, "actPrintCriteria", (CRITERIA, "")),
            (CRITERIA, ".pdf"): menu_action(self.papers, "actSaveCriteria", (CRITERIA, ".pdf")),
            (RANKED_LIST, ""): menu_action(self.papers, "actPrintRanked", (RANKED_LIST, "")),
            (RANKED_LIST, ".pdf"): menu_action(self.papers, "actSaveRanked", (RANKED_LIST, ".pdf")),
        }
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabsSelection")
        self.tabs.setDocumentMode(True)
        self.maker = Maker(work, self, self._day)
        self.maker.told.connect(self.message.put)
        self._behave()
        self._build()
        self._connect()
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.criteria if self.sheet is None or not self.sheet.has_points else self.ranking

    def reload(self) -> None:
        own = self.sheet = self.work.read(selection.sheet, self.selection_id, self.language)
        t = screen()
        self.criteria.show_lines([(line.words, number(line.most, t), number(line.weight, t)) for line in own.criteria])
        self._show_committee()
        self.criteria.setEnabled(not own.has_points)
        self.fixed.setVisible(own.has_points)
        self.clear_button.setVisible(own.has_points)
        self._offer_assessors()
        self.points.show_sheet(own, self.assessor.value or "")
        self._size_grid()
        self.ranking.show_rows(choosing.ranked(own))
        if own.candidates and self.ranking.current_row() is None:
            self.ranking.selectRow(0)
        self.waiting_button.setVisible(own.training_id is not None)
        self.carry_button.setVisible(own.training_id is not None)
        self._word()

    def retranslate(self) -> None:
        super().retranslate()
        for place, words in enumerate((_("Criteria"), _("Candidates and points"), _("Ranked list"))):
            self.tabs.setTabText(place, words)
        self.tabs.tabBar().setAccessibleName(_("Parts of the selection"))
        self.criteria_title.setText(_("Criteria, written before the candidates are assessed"))
        self.committee_title.setText(_("Committee: who gives points and signs"))
        self.fixed.setText(_("Points were given by these criteria: they can be changed after the points are cleared."))
        self.clear_button.setText(_("Clear all points"))
        self.criteria.setAccessibleName(_("Criteria"))
        self.committee.setAccessibleName(_("Committee"))
        self.picker.setAccessibleName(_("Add a candidate"))
        self.waiting_button.setText(_("Add the waiting list"))
        self.assessor.setAccessibleName(_("Whose points"))
        self.grid.setAccessibleName(_("Points"))
        self.by_rank_button.setText(_("Decide by rank"))
        for decision, words in (
            (Decision.CHOSEN, _("Chosen (C)")),
            (Decision.RESERVE, _("Reserve (R)")),
            (Decision.REFUSED, _("Not chosen (N)")),
        ):
            self.decisions[decision].setText(words)
        self.carry_button.setText(_("Give the places"))
        self.carry_button.setToolTip(_("The chosen take part in the training; the reserve is on its waiting list"))
        self.papers.setText(_("Papers"))
        words_of = {
            (CRITERIA, ""): _("Print the criteria sheet"),
            (CRITERIA, ".pdf"): _("Save the criteria sheet as PDF"),
            (RANKED_LIST, ""): _("Print the ranked list with minutes"),
            (RANKED_LIST, ".pdf"): _("Save the ranked list as PDF"),
        }
        for wanted, action in self.paper_actions.items():
            action.setText(words_of[wanted])
        self.points.retranslate()
        self._offer_assessors()
        self._word()

    def _word(self) -> None:
        if self.sheet is None:
            return
        own = self.sheet
        places = ngettext("{count} place", "{count} places", own.places).format(count=own.places)
        people = ngettext("{count} candidate", "{count} candidates", len(own.candidates))
        parts = (own.training, screen().date(own.held_on), places, people.format(count=len(own.candidates)))
        self.heading.setText(own.title)
        self.about.setText(" · ".join(part for part in parts if part))
        if not own.criteria or not own.committee:
            self.points_hint.setText(_("Write the criteria and the committee first."))
        elif self.assessor.value:
            self.points_hint.setText(_("Type the points of this assessor; Enter goes down. Empty: not given yet."))
        else:
            self.points_hint.setText(_("Averages of all assessors. Choose one of them to type points."))

    # ---- gestures ----------------------------------------------------------------------------------------------

    @Slot()
    def keep_criteria(self) -> None:
        """As they stand in the table; a row that cannot be one yet is left alone."""
        assert self.sheet is not None
        known = self.sheet.criteria
        found = []
        for place, (words, most, weight) in self.criteria.lines():
            key = known[place].id if place < len(known) else new_id()
            found.append(CriterionLine(key, words, _number(most, 10), _number(weight, 1)))
        if tuple(found) != known:
            self.do(label(N_("Write the criteria of a selection")), selection.set_criteria, self.selection_id, found)

    @Slot()
    def keep_committee(self) -> None:
        assert self.sheet is not None
        found = tuple(Signatory(name, function) for _place, (name, function) in self.committee.lines() if name)
        if found != self.sheet.committee:
            what = label(N_("Write the committee of a selection"))
            self.do(what, selection.set_committee, self.selection_id, found)
            self._show_committee()  # also when it was refused: the table never shows what is not kept

    @Slot()
    def clear_points(self) -> None:
        self.do(label(N_("Clear the points of a selection")), selection.clear_points, self.selection_id)

    @Slot(object)
    def _add_candidate(self, chosen: tuple[UUID, ...]) -> None:
        if chosen:
            name = self.picker.persons[-1][1]
            what = label(N_("{name} is a candidate"), name=name)
            self.do(what, selection.add_candidates, self.selection_id, list(chosen))
            self.picker.set_value(())

    @Slot()
    def add_waiting(self) -> None:
        what = label(N_("Whoever waits is a candidate"))
        self.do(what, selection.add_waiting, self.selection_id)

    @Slot()
    def remove_candidate(self) -> None:
        chosen = self.ranking.current_row()
        if chosen is not None:
            what = label(N_("{name} is no candidate any more"), name=chosen.who.name)
            self.do(what, selection.remove_candidate, chosen.who.id)

    @Slot(object, object, object)
    def _give(self, candidate: UUID, criterion: UUID, points: float | None) -> None:
        what = label(N_("Give points to a candidate"))
        self.do(what, selection.give, candidate, criterion, self.assessor.value or "", points)

    @Slot(str)
    def _refuse(self, words: str) -> None:
        self.tell(words, Tone.ERROR)

    def decide(self, decision: Decision) -> None:
        """About the candidate that is chosen in the list; the next one is chosen then."""
        chosen = self.ranking.current_row()
        if chosen is None:
            return
        row = self.ranking.currentIndex().row()
        what = label(DEEDS[decision], name=chosen.who.name)
        self.do(what, selection.decide, chosen.who.id, decision, chosen.who.note)
        self.ranking.selectRow(min(row + 1, self.ranking.rows.rowCount() - 1))

    @Slot()
    def _choose(self) -> None:
        self.decide(Decision.CHOSEN)

    @Slot()
    def _reserve(self) -> None:
        self.decide(Decision.RESERVE)

    @Slot()
    def _refuse_one(self) -> None:
        self.decide(Decision.REFUSED)

    @Slot()
    def decide_by_rank(self) -> None:
        left = self.do(label(N_("Decide by rank")), selection.decide_by_rank, self.selection_id, self.language)
        if isinstance(left, int) and left:
            words = ngettext(
                "{count} candidate is left to the committee.",
                "{count} candidates with the same total are left to the committee.",
                left,
            )
            self.tell(words.format(count=left), Tone.WARNING)

    @Slot()
    def carry_out(self) -> None:
        done = self.do(label(N_("Give the places of a selection")), selection.carry_out, self.selection_id, self.today)
        if isinstance(done, tuple):
            words = _("{chosen} take part now, {reserve} wait for a place.")
            self.tell(words.format(chosen=done[0], reserve=done[1]), Tone.SUCCESS)

    @Slot(QAction)
    def make_paper(self, action: QAction) -> None:
        which, suffix = action.data()
        language = settings.load(self.work.folder).printed
        own = self.work.read(selection.sheet, self.selection_id, language)
        make = follow_up_papers.criteria_sheet if which == CRITERIA else follow_up_papers.ranked_list
        paper = make(own, language, self.today)
        self.maker.save(paper, suffix) if suffix else self.maker.print_paper(paper)

    @Slot(object)
    def _show_points(self, _assessor: object) -> None:
        if self.sheet is not None:
            self.points.show_sheet(self.sheet, self.assessor.value or "")
            self._size_grid()
        self._word()

    # ---- parts -------------------------------------------------------------------------------------------------

    def _show_committee(self) -> None:
        if self.sheet is not None:
            self.committee.show_lines([(one.name, one.function) for one in self.sheet.committee])

    def _offer_assessors(self) -> None:
        if self.sheet is None:
            return
        chosen = self.assessor.value
        self.assessor.offer([("", _("Averages of all")), *((name, name) for name in self.sheet.assessors)])
        self.assessor.choose(chosen if chosen in self.sheet.assessors else "")

    def _size_grid(self) -> None:
        self.grid.verticalHeader().setDefaultSectionSize(theme.row_height())
        self.grid.setColumnWidth(0, theme.width(self.grid, "MUKANDAYISENGA Immaculée"))
        count = self.points.columnCount()
        for column in range(1, count):
            self.grid.setColumnWidth(column, theme.scaled(130 if column < count - 2 else 70))

    def _behave(self) -> None:
        self.grid.setModel(self.points)
        self.grid.setTabKeyNavigation(False)
        self.grid.verticalHeader().hide()
        self.grid.setAlternatingRowColors(True)
        triggers = QAbstractItemView.EditTrigger
        self.grid.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.grid.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def _connect(self) -> None:
        self.criteria.cellChanged.connect(self.keep_criteria)
        self.committee.cellChanged.connect(self.keep_committee)
        self.clear_button.clicked.connect(self.clear_points)
        self.picker.changed.connect(self._add_candidate)
        self.waiting_button.clicked.connect(self.add_waiting)
        self.assessor.chosen.connect(self._show_points)
        self.points.given.connect(self._give)
        self.points.refused.connect(self._refuse)
        self.by_rank_button.clicked.connect(self.decide_by_rank)
        self.decisions[Decision.CHOSEN].clicked.connect(self._choose)
        self.decisions[Decision.RESERVE].clicked.connect(self._reserve)
        self.decisions[Decision.REFUSED].clicked.connect(self._refuse_one)
        self.carry_button.clicked.connect(self.carry_out)
        self.papers.menu().triggered.connect(self.make_paper)
        self._action("remove", "Del", self.remove_candidate, self.ranking)

    def _build(self) -> None:
        self.inside.addWidget(self.heading)
        self.inside.addWidget(self.about)
        self.inside.addWidget(self.tabs, 1)
        row = QHBoxLayout()
        row.addWidget(self.fixed, 1)
        row.addWidget(self.clear_button)
        self._tab(self.criteria_title, row, self.criteria, self.committee_title, self.committee)
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        top.addWidget(self.picker, 1)
        top.addWidget(self.waiting_button)
        top.addWidget(self.assessor)
        self._tab(top, self.points_hint, self.grid)
        deeds = QHBoxLayout()
        deeds.setSpacing(theme.SMALL)
        for made in (self.by_rank_button, *self.decisions.values(), self.carry_button):
            deeds.addWidget(made)
        deeds.addStretch()
        self._tab(self.ranking, deeds)
        self.foot.addWidget(self.papers)
        self.finish_foot()

    def _tab(self, *parts: QWidget | QHBoxLayout) -> None:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, theme.SMALL, 0, 0)
        layout.setSpacing(theme.SMALL)
        for part in parts:
            if isinstance(part, QHBoxLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(part, 1 if isinstance(part, QAbstractItemView) else 0)
        self.tabs.addTab(page, "")

    def _day(self) -> date:
        return self.today


def _candidate(line: RankedCandidate) -> object:
    return line.who.id


def _number(typed: str, usual: float) -> float:
    """What was typed, with a comma or a point; what is no number is the usual one."""
    try:
        return float(typed.replace(",", ".")) if typed else usual
    except ValueError:
        return usual
