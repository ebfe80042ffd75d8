"""The schedule by keyboard alone: going about the week, planning, moving, removing; the list as its twin."""

from __future__ import annotations

from datetime import time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from tests.ui.schedule_screen import CTRL, SHIFT, Page, lines, page, press
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.i18n import label
from trainer_app.services import attendance, curriculum, groups, training_form, trainings
from trainer_app.ui.screens.schedule.edit_training import EditTraining
from trainer_app.ui.screens.schedule.move_session import MoveSession
from trainer_app.ui.screens.schedule.spans import Span
from trainer_app.ui.work import Work

__all__ = ["page"]
WEDNESDAY = FIRST_DAY + timedelta(days=2)


# ---- going about the week ----------------------------------------------------------------------------------------


def test_the_keyboard_begins_in_the_column_of_today(page: Page, db: Database) -> None:
    a_training(db, days=3)
    schedule = page(WEDNESDAY)
    assert QApplication.focusWidget().objectName() == "wkView"
    assert schedule.view.week.cursor_at.day == WEDNESDAY


def test_enter_opens_the_session_under_the_keys(page: Page, db: Database, qtbot: QtBot) -> None:
    training = a_training(db, days=3)
    schedule = page(WEDNESDAY)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    with qtbot.waitSignal(schedule.go) as gone:
        press(Qt.Key.Key_Return)
    assert gone.args == ["session", training.sessions[1]]


def test_down_passes_a_session_in_one_step(page: Page, db: Database) -> None:
    a_training(db)
    week = page().view.week
    press(Qt.Key.Key_Down)
    assert week.current is not None
    press(Qt.Key.Key_Down)
    assert week.current is None
    assert week.cursor_at.minute == 16 * 60


def test_sessions_at_the_same_time_are_both_reached(page: Page, db: Database) -> None:
    a_training(db)
    a_training(db, module="M2")
    week = page().view.week
    press(Qt.Key.Key_Down)
    first = week.current
    press(Qt.Key.Key_Right)
    assert week.current not in (None, first)
    assert week.cursor_at.day == FIRST_DAY


def test_right_of_sunday_is_the_next_week_and_t_comes_back(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Right)
    assert schedule.view.week.grid.days[0] == FIRST_DAY + timedelta(days=7)
    schedule.view.today.click()
    assert schedule.view.week.cursor_at.day == FIRST_DAY


def test_the_buttons_turn_the_weeks(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    schedule.view.after.click()
    assert schedule.view.title.text() == "16 – 22 March 2026"
    schedule.view.before.click()
    schedule.view.before.click()
    assert schedule.view.title.text() == "2 – 8 March 2026"


def test_every_session_of_the_week_is_there_for_the_ear(page: Page, db: Database) -> None:
    a_training(db, days=3)
    blocks = page().view.week.grid.blocks
    heard = [QAccessible.queryAccessibleInterface(block) for block in blocks]
    assert len(heard) == 3
    assert heard[0].role() == QAccessible.Role.Button
    assert "Monday 09/03/2026, 08:30–16:00" in heard[0].text(QAccessible.Text.Name)


# ---- moving and removing -----------------------------------------------------------------------------------------


def test_ctrl_right_moves_a_session_by_a_day_and_undo_brings_it_back(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, CTRL)
    (line,) = lines(work)
    assert (line.day, line.moved_from) == (FIRST_DAY + timedelta(days=1), FIRST_DAY)
    assert schedule.view.week.current == line
    assert "moved from 09/03/2026" in schedule.view.bar.words.text()
    work.undo()
    assert lines(work)[0].day == FIRST_DAY


def test_ctrl_down_moves_by_half_an_hour_and_with_shift_makes_it_longer(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    page()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down, CTRL)
    assert (lines(work)[0].starts, lines(work)[0].ends) == (time(9), time(16, 30))
    press(Qt.Key.Key_Up, CTRL | SHIFT)
    assert (lines(work)[0].starts, lines(work)[0].ends) == (time(9), time(16))


def test_a_session_moved_past_sunday_takes_the_week_along(page: Page, db: Database, work: Work) -> None:
    a_training(db, first_day=FIRST_DAY + timedelta(days=6))
    schedule = page(FIRST_DAY + timedelta(days=6))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, CTRL)
    assert schedule.view.week.grid.days[0] == FIRST_DAY + timedelta(days=7)
    assert schedule.view.week.current == lines(work)[0]


def test_a_move_onto_the_same_venue_is_done_and_told(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    a_training(db, module="M2", first_day=FIRST_DAY + timedelta(days=1))
    schedule = page()
    told: list[object] = []
    schedule.told.connect(told.append)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, CTRL)
    assert {line.day for line in lines(work)} == {FIRST_DAY + timedelta(days=1)}
    assert "already at Base hall" in told[0].words()


def test_the_dialog_moves_day_hours_and_venue(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    a_training(db)
    (line,) = lines(work)
    dialog = MoveSession(None, work, line, "en")
    qtbot.addWidget(dialog)
    dialog.day.set_value(WEDNESDAY)
    dialog.starts.set_value(time(10))
    dialog.venue.setText("  Church   hall ")
    dialog.submit()
    there = dialog.answer
    assert (there.day, there.starts, there.ends, there.venue) == (WEDNESDAY, time(10), time(16), "Church hall")


def test_an_end_before_the_start_is_said_under_the_field(db: Database, work: Work, qtbot: QtBot) -> None:
    a_training(db)
    dialog = MoveSession(None, work, lines(work)[0], "en")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ends.selectAll()
    qtbot.keyClicks(dialog.ends, "8")
    qtbot.keyClick(dialog.ends, Qt.Key.Key_Return)
    assert dialog.form.fields["ends"].error.text() == "The session ends before it begins."
    assert dialog.answer is None
    assert dialog.ends.text() == "08:00"


def test_delete_removes_a_session_without_asking(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    a_training(db, days=3)
    schedule = page()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(schedule.finished) as said:
        press(Qt.Key.Key_Delete)
    assert said.args == ["The session of 09/03/2026 is removed.", True]
    assert len(lines(work)) == 2
    work.undo()
    assert len(lines(work)) == 3


def test_removing_the_only_session_removes_the_training(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert work.read(trainings.trainings, "en") == ()
    assert schedule.view.is_empty


def test_a_session_with_marks_stays_and_says_why(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, days=2)
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, FIRST_DAY)
    page()
    press(Qt.Key.Key_Down)
    with qtbot.captureExceptions() as raised:
        press(Qt.Key.Key_Delete)
    assert "it was held" in str(raised[0][1])
    assert len(lines(work)) == 2


def test_trainers_and_venue_are_corrected_in_one_change(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, days=2)
    rose = a_person(db, "UMUTONI Rose")
    dialog = EditTraining(None, work, training.id, "Governance")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.venue.setText("Church hall")
    qtbot.keyClicks(dialog.trainers.line, "umutoni")
    qtbot.keyClick(dialog.trainers.line, Qt.Key.Key_Return)
    dialog.submit()
    work.change(label("Edit"), training_form.edit, training.id, dialog.answer)
    assert {(line.venue, line.trainers) for line in lines(work)} == {("Church hall", "UMUTONI Rose")}
    assert work.read(training_form.form, training.id).trainers == ((rose, "UMUTONI Rose"),)


# ---- planning ----------------------------------------------------------------------------------------------------


def test_n_plans_a_training_and_shows_its_week(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    a_group(db, "COOP Twisungane", people=4)
    schedule = page()
    schedule.arrive(("new", None))
    panel = schedule.view.panel
    assert QApplication.focusWidget() is panel.module
    press(Qt.Key.Key_Down)  # the first module
    panel.group.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)  # past "no group"
    panel.days.setValue(5)
    panel.first_day.set_value(FIRST_DAY + timedelta(days=9))
    with qtbot.waitSignal(schedule.finished) as said:
        press(Qt.Key.Key_Return)
    assert said.args == ["5 sessions planned, 4 people enrolled.", True]
    assert schedule.view.week.grid.days[0] == FIRST_DAY + timedelta(days=7)
    assert [line.day.day for line in lines(work)] == [18, 19, 20, 21, 23]
    assert QApplication.focusWidget() is schedule.view.week
    assert schedule.view.week.current == lines(work)[0]
    work.undo()
    assert lines(work) == ()


def test_n_on_a_free_hour_begins_the_training_there(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db)
    schedule = page()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_N, text="n")
    panel = schedule.view.panel
    assert panel.isVisible()
    assert (panel.first_day.value, panel.starts.value) == (FIRST_DAY + timedelta(days=1), time(8))
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is schedule.view.week


def test_the_panel_shows_the_days_that_follow(page: Page, db: Database) -> None:
    schedule = page()
    schedule.plan(FIRST_DAY + timedelta(days=4))
    panel = schedule.view.panel
    panel.days.setValue(3)
    panel._look_ahead()
    assert panel.preview.text() == "3 sessions: Friday 13/03/2026, 14/03, 16/03"
    panel.sundays.setChecked(False)
    panel._look_ahead()
    assert panel.preview.text() == "3 sessions: Friday 13/03/2026, 14/03, 15/03"


def test_clashes_are_shown_before_saving_and_forbid_nothing(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    training = a_training(db, people=2, days=2)
    schedule = page()
    schedule.plan(FIRST_DAY, group_id=training.group)
    panel = schedule.view.panel
    panel.module.choose(work.read(curriculum.modules, "en")[1].id)
    panel.venue.setText("base hall")
    qtbot.waitUntil(lambda: "already at Base hall" in panel.clashes.text())
    assert "COOP Twisungane already has" in panel.clashes.text()
    panel.save_button.click()
    assert len(lines(work)) == 3


def test_what_is_missing_is_said_under_each_field(page: Page, db: Database, work: Work) -> None:
    schedule = page()
    schedule.plan(FIRST_DAY)
    panel = schedule.view.panel
    panel.ends.set_value(time(7))
    panel.save_button.click()
    said = {name: field.error.text() for name, field in panel.form.fields.items() if field.error.text()}
    assert set(said) == {"module", "group", "ends"}
    assert said["ends"] == "The session ends before it begins."
    assert QApplication.focusWidget() is panel.module
    assert lines(work) == ()


def test_another_subject_asks_for_a_title(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    schedule = page()
    schedule.plan(FIRST_DAY)
    panel = schedule.view.panel
    panel.module.choose("own")
    panel.module.chosen.emit("own")
    panel.group.setCurrentIndex(0)
    assert panel.own_title.isVisible()
    panel.save_button.click()
    assert panel.form.fields["title"].error.text() == "Write how the training is called."
    qtbot.keyClicks(panel.own_title, "Tree nursery")
    panel.save_button.click()
    assert [line.title for line in lines(work)] == ["Tree nursery"]


def test_a_group_can_ask_for_its_training(page: Page, db: Database) -> None:
    group = a_group(db, "Abahizi", people=3)
    schedule = page()
    schedule.arrive(("new_training", group))
    assert schedule.view.panel.group.currentText() == "Abahizi (3 people)"
    assert schedule.first_focus() is schedule.view.panel.module


# ---- the list ----------------------------------------------------------------------------------------------------


def test_l_shows_the_list_and_w_the_week(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db, days=3)
    schedule = page()
    qtbot.keyClick(schedule.view.week, Qt.Key.Key_L)
    assert QApplication.focusWidget() is schedule.view.list
    assert schedule.view.list.rows.rowCount() == 3
    qtbot.keyClick(schedule.view.list, Qt.Key.Key_W)
    assert QApplication.focusWidget() is schedule.view.week


def test_the_list_is_narrowed_by_words_and_enter_opens(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db, days=2)
    other = a_training(db, module="M2", first_day=FIRST_DAY + timedelta(days=30))
    schedule = page()
    schedule.view.filters.span = Span.YEAR
    schedule.show_list()
    schedule.view.search.setText("business")
    schedule.view.search.returnPressed.emit()
    assert [line.id for line in schedule.view.list.rows.rows] == list(other.sessions)
    schedule.view.list.selectRow(0)
    with qtbot.waitSignal(schedule.go) as gone:
        qtbot.keyClick(schedule.view.list, Qt.Key.Key_Return)
    assert gone.args == ["session", other.sessions[0]]


def test_the_list_says_from_which_day_a_session_was_moved(page: Page, db: Database, work: Work) -> None:
    training = a_training(db)
    work.change(label("Move"), trainings.move_session, training.sessions[0], WEDNESDAY, time(9), time(12))
    schedule = page()
    schedule.show_list()
    table = schedule.view.list
    titles = [table.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(table.rows.columnCount())]
    column = titles.index("Changed")
    assert not table.isColumnHidden(column)
    assert table.rows.index(0, column).data() == "moved from 09/03/2026"


def test_week_and_list_keep_the_chosen_session(page: Page, db: Database, qtbot: QtBot) -> None:
    training = a_training(db, days=3)
    schedule = page(WEDNESDAY)
    press(Qt.Key.Key_Down)
    schedule.show_list()
    assert schedule.view.current.id == training.sessions[2]
    schedule.show_week()
    assert schedule.view.current.id == training.sessions[2]


# ---- what stands around ------------------------------------------------------------------------------------------


def test_an_empty_folder_offers_to_plan_a_training(page: Page, work: Work) -> None:
    schedule = page()
    assert schedule.view.is_empty
    assert _primary(schedule) == ["emptyButton0"]
    schedule.view.page.empty.buttons[0].click()
    assert _primary(schedule) == ["btnSaveTraining"]
    assert QApplication.focusWidget() is schedule.view.panel.module
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget().objectName() == "emptyButton0"


def _primary(page: QWidget) -> list[str]:
    shown = [made for made in page.findChildren(QPushButton) if made.isVisible()]
    return [made.objectName() for made in shown if made.property("kind") == "primary"]


def test_the_page_and_its_panel_fit_the_smallest_window(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    schedule.plan(FIRST_DAY)
    assert schedule.minimumSizeHint().width() <= 1024 - 56
    assert schedule.minimumSizeHint().height() <= 540 - 72


def test_tab_goes_through_the_panel_and_leaves_it(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    schedule.plan(FIRST_DAY)
    seen: list[QWidget] = []
    for _number in range(60):
        seen.append(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    names = list(dict.fromkeys(widget.objectName() for widget in seen))
    asked = ["cbModule", "cbGroup", "edPlace", "edVenue", "edFirstDayLine", "edFirstDayOpen", "spDays"]
    assert [name for name in names if name in asked] == asked
    assert {"btnSaveTraining", "wkView"} <= set(names)


def test_a_letter_in_the_panel_chooses_there_and_leaves_the_week_alone(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db, days=3)
    schedule = page(WEDNESDAY)
    press(Qt.Key.Key_Down)
    assert schedule.view.current is not None
    schedule.plan(WEDNESDAY)
    qtbot.keyClicks(schedule.view.panel.module, "m2")
    assert schedule.view.panel.module.currentText().startswith("M2")
    schedule.view.panel.save_button.setFocus()
    qtbot.keyClicks(schedule.view.panel.save_button, "ml")
    assert schedule.view.mode == "week"
    assert QApplication.activeModalWidget() is None


def test_a_refused_plan_shows_the_question_it_is_about(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db)
    schedule = page()
    schedule.resize(1037, 430)
    schedule.plan(FIRST_DAY)
    panel = schedule.view.panel
    panel.trainers.setFocus()
    bar = panel.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    panel.save_button.click()
    question = panel.form.fields["module"]
    QApplication.processEvents()
    assert question.control.visibleRegion().boundingRect().height() == question.control.height()
    assert question.error.visibleRegion().boundingRect().height() == question.error.height()


def test_beside_the_panel_the_search_comes_when_it_is_asked_for(page: Page, db: Database) -> None:
    a_training(db)
    schedule = page()
    schedule.plan(FIRST_DAY)
    assert not schedule.view.search.isVisible()
    schedule.does()["find"]()
    assert QApplication.focusWidget() is schedule.view.search


def test_members_of_the_group_are_counted_in_its_name(page: Page, db: Database, work: Work) -> None:
    a_group(db, "Abahizi", people=1)
    schedule = page()
    schedule.plan(FIRST_DAY)
    names = [schedule.view.panel.group.itemText(n) for n in range(schedule.view.panel.group.count())]
    assert names == ["No group: enrol people later", "Abahizi (1 person)"]
    assert work.read(groups.groups)[0].members == 1


def test_n_plans_a_training_where_nothing_is_planned_yet(page: Page, work: Work) -> None:
    schedule = page()
    press(Qt.Key.Key_N, text="n")
    assert schedule.view.panel.isVisible()
