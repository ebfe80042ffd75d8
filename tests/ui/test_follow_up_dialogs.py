"""The windows of follow-up: calls, places and waiting list, replacement, selection, rules."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from tests.ui.shell import press, settle
from trainer_app.db.database import Database
from trainer_app.domain import selection as choosing
from trainer_app.domain.age_bands import AgeBands
from trainer_app.domain.coverage import CommitteeOnly
from trainer_app.domain.follow_up import CallOutcome
from trainer_app.domain.ids import new_id
from trainer_app.domain.ranking import Criterion
from trainer_app.domain.rules import Absence, Attended, Certified, LowScore, PassMark, Replacing, Visits
from trainer_app.domain.selection import CriterionLine, Decision, Signatory
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import replacing, rules, selection, visits, waiting
from trainer_app.ui.dialogs import replacing as replace_dialog
from trainer_app.ui.dialogs.call import CallDialog
from trainer_app.ui.dialogs.places import PlacesDialog
from trainer_app.ui.dialogs.replacing import Answer, ReplaceDialog
from trainer_app.ui.dialogs.rules import RulesDialog
from trainer_app.ui.dialogs.selection_sheet import SelectionDialog
from trainer_app.ui.dialogs.selections import SelectionsDialog
from trainer_app.ui.dialogs.small_follow_up import PlanVisitsDialog, SnoozeDialog, TaskDialog, VisitDialog
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

TODAY = FIRST_DAY + timedelta(days=3)


def shown(qtbot: QtBot, window: QDialog) -> None:
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    settle()


def waiting_for(db: Database, training: ATraining, *names: str) -> list[UUID]:
    found = [a_person(db, name) for name in names]
    with db.changing(label("Ask")) as s:
        for number, person in enumerate(found):
            waiting.ask(s, training.id, person, FIRST_DAY + timedelta(days=number))
    return found


def a_selection(db: Database, training: UUID | None, *names: str) -> UUID:
    people = [a_person(db, name) for name in names]
    with db.changing(label("Add")) as s:
        key = selection.add(s, "TVET places", TODAY, 1, training, [Signatory("MUTONI Aline", "field officer")])
        s.flush()
        selection.set_criteria(s, key, [CriterionLine(new_id(), "Need", 10), CriterionLine(new_id(), "Near", 5, 2)])
        selection.add_candidates(s, key, people)
    return key


# ---- calls and small questions ---------------------------------------------------------------------------------


def test_a_number_chooses_the_outcome_and_enter_keeps_it(qtbot: QtBot) -> None:
    dialog = CallDialog(None, "UWIMANA Marie")
    shown(qtbot, dialog)
    press("3")
    assert dialog.outcome is CallOutcome.STOPS
    assert "give the place" in dialog.means.text()
    dialog.words.setFocus()
    press("works in 3 shifts")
    assert dialog.outcome is CallOutcome.STOPS
    press(Qt.Key.Key_Return)
    assert dialog.answer is not None
    assert (dialog.answer.outcome, dialog.answer.words) == (CallOutcome.STOPS, "works in 3 shifts")


def test_it_cannot_be_put_off_to_the_past(qtbot: QtBot) -> None:
    dialog = SnoozeDialog(None, TODAY)
    shown(qtbot, dialog)
    dialog.day.set_value(TODAY)
    dialog.submit()
    assert dialog.answer is None
    assert "still to come" in dialog.form.fields["day"].error.text()


def test_a_visit_is_left_out_or_moved_before_it_is_planned(db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, people=1)
    dialog = PlanVisitsDialog(None, work, work.read(visits.proposed, training.id), TODAY)
    shown(qtbot, dialog)
    dialog.boxes[1].setChecked(False)
    dialog.days[0].set_value(FIRST_DAY + timedelta(days=31))
    dialog.submit()
    assert dialog.answer is not None
    assert [day for day, _date in dialog.answer.days] == [30, 90]
    assert dialog.answer.days[0][1] == FIRST_DAY + timedelta(days=31)


# ---- places and replacement ------------------------------------------------------------------------------------


def test_places_are_set_given_beyond_them_and_taken_back(db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, people=2)
    waiting_for(db, training, "A First", "B Second")
    dialog = PlacesDialog(None, work, training.id, TODAY, "en")
    shown(qtbot, dialog)
    QAbstractItemModelTester(dialog.waiting.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.number.setValue(2)
    assert dialog.count.text().startswith("All 2 places are taken.")
    dialog.waiting.setFocus()
    QTest.keyClick(dialog.waiting, Qt.Key.Key_Return)
    assert "Is there a chair" in dialog.message.words.text()
    assert [line.who.name for line in dialog.waiting.rows.rows] == ["B Second"]
    assert dialog.count.text() == "3 people take part, and there are 2 places."
    dialog.undo()
    assert len(dialog.waiting.rows.rows) == 2
    dialog.waiting.setFocus()
    QTest.keyClick(dialog.waiting, Qt.Key.Key_Delete)
    assert len(dialog.waiting.rows.rows) == 1
    dialog.undo()
    dialog.undo()
    dialog.undo()  # nothing is left that was done in this window
    with db.reading() as s:
        assert waiting.places(s, training.id, "en").places is None


def test_who_takes_part_is_refused_on_the_waiting_list_with_a_sentence(db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, people=1)
    dialog = PlacesDialog(None, work, training.id, TODAY, "en")
    shown(qtbot, dialog)
    dialog.picker.set_value([(training.people[0], "Somebody")])
    dialog.picker.changed.emit(dialog.picker.value)
    assert dialog.message.words.text() == "This person takes part already."
    assert dialog.nobody.isVisible()


def test_the_first_of_the_ranked_list_is_proposed_and_the_reason_is_asked(
    db: Database, work: Work, qtbot: QtBot
) -> None:
    training = a_training(db, people=1)
    first, _second = waiting_for(db, training, "A First", "B Second")
    found = work.read(replacing.leaving, training.id, training.people[0], "en")
    dialog = ReplaceDialog(None, found, TODAY)
    shown(qtbot, dialog)
    dialog.submit()
    assert dialog.answer is None
    assert "committee" in dialog.form.fields["reason"].error.text()
    dialog.reason.setText("moved to Huye")
    dialog.submit()
    assert dialog.answer == Answer(first, "A First", TODAY, "moved to Huye")
    done = replace_dialog.carry_out(work, found, dialog.answer, TODAY)
    with db.reading() as s:
        assert replacing.minutes(s, done.replacement_id, "en").came == "A First"


def test_nobody_may_come_instead(db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, people=1)
    found = work.read(replacing.leaving, training.id, training.people[0], "en")
    dialog = ReplaceDialog(None, found, TODAY)
    shown(qtbot, dialog)
    assert dialog.nothing.isVisible()
    assert dialog.accept_button.text() == "Write down"
    dialog.reason.setText("moved to Huye")
    dialog.submit()
    assert dialog.answer == Answer(None, "", TODAY, "moved to Huye")


# ---- selection -------------------------------------------------------------------------------------------------


def test_criteria_are_typed_and_fixed_once_points_are_given(db: Database, work: Work, qtbot: QtBot) -> None:
    key = a_selection(db, None, "A Uwase")
    dialog = SelectionDialog(None, work, key, TODAY, "en")
    shown(qtbot, dialog)
    dialog.criteria.item(2, 0).setText("Wish")
    assert dialog.sheet is not None
    assert [(line.words, line.most, line.weight) for line in dialog.sheet.criteria][-1] == ("Wish", 10, 1)
    dialog.committee.item(1, 0).setText("NDAYISABA Eric")
    assert dialog.sheet.assessors == ("MUTONI Aline", "NDAYISABA Eric")
    dialog.assessor.choose("MUTONI Aline")
    dialog._show_points(None)
    assert dialog.points.setData(dialog.points.index(0, 1), "7,5")
    assert dialog.points.index(0, 1).data() == "7.5"
    assert not dialog.criteria.isEnabled()
    assert not dialog.points.setData(dialog.points.index(0, 1), "11")
    assert dialog.message.words.text() == "This criterion gives 0 to 10 points."
    dialog.clear_points()
    assert dialog.criteria.isEnabled()


def test_a_member_who_gave_points_stays_in_the_table_when_their_row_is_emptied(
    db: Database, work: Work, qtbot: QtBot
) -> None:
    key = a_selection(db, None, "A Uwase")
    dialog = SelectionDialog(None, work, key, TODAY, "en")
    shown(qtbot, dialog)
    dialog.assessor.choose("MUTONI Aline")
    dialog._show_points(None)
    assert dialog.points.setData(dialog.points.index(0, 1), "7")
    dialog.committee.item(0, 0).setText("")
    assert "MUTONI Aline gave points" in dialog.message.words.text()
    assert dialog.committee.item(0, 0).text() == "MUTONI Aline"
    dialog.committee.item(0, 0).setText("MUTONI Alice")
    assert dialog.sheet is not None
    assert dialog.sheet.assessors == ("MUTONI Alice",)
    assert choosing.ranked(dialog.sheet)[0].total == 7


def test_letters_decide_and_the_places_are_given(db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, people=0)
    key = a_selection(db, training.id, "A Uwase", "B Uwase", "C Uwase")
    dialog = SelectionDialog(None, work, key, TODAY, "en")
    shown(qtbot, dialog)
    dialog.decide_by_rank()
    assert "3 candidates" in dialog.message.words.text()
    dialog.tabs.setCurrentIndex(2)
    dialog.ranking.setFocus()
    dialog.ranking.selectRow(0)
    press("c", "r", "n")
    assert dialog.sheet is not None
    assert [line.decision for line in dialog.sheet.candidates] == [
        Decision.CHOSEN,
        Decision.RESERVE,
        Decision.REFUSED,
    ]
    dialog.carry_out()
    with db.reading() as s:
        now = waiting.places(s, training.id, "en")
    assert [one.name for one in now.enrolled] == ["A Uwase"]
    assert [one.name for one in now.waiting] == ["B Uwase"]


# ---- rules -----------------------------------------------------------------------------------------------------


def test_each_rule_acts_at_once_and_can_be_taken_back(db: Database, work: Work, qtbot: QtBot) -> None:
    dialog = RulesDialog(None, work)
    shown(qtbot, dialog)
    counts, absence, low, _passed, _certified, _ages, committee, visit, order = dialog.rows
    counts.row.late.click()  # type: ignore[attr-defined]
    committee.committee.setValue(60)  # type: ignore[attr-defined]
    absence.days.setValue(7)  # type: ignore[attr-defined]
    low.share.setValue(60)  # type: ignore[attr-defined]
    visit.days.setText("90, 30")  # type: ignore[attr-defined]
    visit.days.editingFinished.emit()  # type: ignore[attr-defined]
    order.list.setCurrentRow(4)  # type: ignore[attr-defined]
    order.up.click()  # type: ignore[attr-defined]
    with db.reading() as s:
        assert rules.rule(s, Absence) == Absence(days=7)
        assert rules.rule(s, LowScore) == LowScore(0.6)
        assert rules.rule(s, Attended) == Attended(late_counts=False)
        assert rules.rule(s, CommitteeOnly) == CommitteeOnly(committee=0.6)
        assert rules.rule(s, Visits) == Visits((30, 90))
        assert rules.rule(s, Replacing).criteria[-2:] == (Criterion.ASKED_FIRST, Criterion.NEAR)
    for _step in range(6):
        dialog.undo()
    with db.reading() as s:
        assert rules.rule(s, Absence) == Absence()
        assert rules.rule(s, Replacing) == Replacing()
        assert rules.rule(s, Attended) == Attended()
    assert absence.days.value() == 14  # type: ignore[attr-defined]


def test_days_of_visits_that_are_none_are_refused_beside_them(work: Work, qtbot: QtBot) -> None:
    dialog = RulesDialog(None, work)
    shown(qtbot, dialog)
    visit = dialog.rows[7]
    visit.days.setText("soon")  # type: ignore[attr-defined]
    visit.days.editingFinished.emit()  # type: ignore[attr-defined]
    assert visit.field.error.text() == "Write days like 30, 60, 90."  # type: ignore[attr-defined]


def test_pass_mark_certificates_and_age_groups_are_rules_and_undone(db: Database, work: Work, qtbot: QtBot) -> None:
    dialog = RulesDialog(None, work)
    shown(qtbot, dialog)
    passed, certified, ages = dialog.rows[3:6]
    passed.share.setValue(75)  # type: ignore[attr-defined]
    certified.share.setValue(90)  # type: ignore[attr-defined]
    certified.must_pass.setFocus()  # type: ignore[attr-defined]
    press(Qt.Key.Key_Space)
    ages.ages.setText("18, 30, 45")  # type: ignore[attr-defined]
    ages.ages.editingFinished.emit()  # type: ignore[attr-defined]
    with db.reading() as s:
        assert rules.rule(s, PassMark) == PassMark(0.75)
        assert rules.rule(s, Certified) == Certified(0.9, must_pass=True)
        assert rules.rule(s, AgeBands) == AgeBands((18, 30, 45))
    assert ages.said.text() == "<18 · 18-29 · 30-44 · 45+"  # type: ignore[attr-defined]
    for _step in range(4):
        dialog.undo()
    with db.reading() as s:
        assert rules.rule(s, PassMark) == PassMark()
        assert rules.rule(s, Certified) == Certified()
        assert rules.rule(s, AgeBands) == AgeBands()
    assert ages.ages.text() == "18, 36"  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["", "36, 18", "18, old", "0, 18", "18, 18"])
def test_ages_that_make_no_groups_are_refused_beside_them(db: Database, work: Work, qtbot: QtBot, typed: str) -> None:
    dialog = RulesDialog(None, work)
    shown(qtbot, dialog)
    ages = dialog.rows[5]
    ages.ages.setText(typed)  # type: ignore[attr-defined]
    ages.ages.editingFinished.emit()  # type: ignore[attr-defined]
    assert ages.field.error.text().startswith("Write ages from 1 to 120")  # type: ignore[attr-defined]
    with db.reading() as s:
        assert rules.rule(s, AgeBands) == AgeBands()


# ---- all of them -----------------------------------------------------------------------------------------------


def the_places(parent: QWidget, work: Work, db: Database) -> QDialog:
    training = a_training(db, people=1)
    waiting_for(db, training, "A First")
    return PlacesDialog(parent, work, training.id, TODAY, "en")


def the_replacement(parent: QWidget, work: Work, db: Database) -> QDialog:
    training = a_training(db, people=1)
    return ReplaceDialog(parent, work.read(replacing.leaving, training.id, training.people[0], "en"), TODAY)


def the_selection(parent: QWidget, work: Work, db: Database) -> QDialog:
    return SelectionDialog(parent, work, a_selection(db, None, "A Uwase"), TODAY, "en")


def the_selections(parent: QWidget, work: Work, db: Database) -> QDialog:
    return SelectionsDialog(parent, work, TODAY, "en")


def the_rules(parent: QWidget, work: Work, db: Database) -> QDialog:
    return RulesDialog(parent, work)


def a_task(parent: QWidget, work: Work, db: Database) -> QDialog:
    return TaskDialog(parent, work, TODAY)


def a_visit(parent: QWidget, work: Work, db: Database) -> QDialog:
    return VisitDialog(parent, work, TODAY)


def a_call(parent: QWidget, work: Work, db: Database) -> QDialog:
    return CallDialog(parent, "UWIMANA Marie")


@pytest.mark.parametrize(
    "make",
    [the_places, the_replacement, the_selection, the_selections, the_rules, a_task, a_visit, a_call],
)
def test_a_window_speaks_three_languages_and_is_freed_when_closed(
    make: Callable[[QWidget, Work, Database], QDialog], db: Database, work: Work, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = make(parent, work, db)
    window.show()
    for language in LANGUAGES:
        switch_language(language)
        settle()
        assert window.windowTitle()
    switch_language("en")
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
