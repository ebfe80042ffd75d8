"""Plans on the schedule: kinds and series, clashes kept with a reason, days to mind, what is due, invitations."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_group, a_training
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.days_off import DayKind
from trainer_app.domain.trainings import SessionLine, TrainingKind
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import (
    calendar,
    invitations,
    quotas,
    session_events,
    sessions,
    templates,
    training_form,
    trainings,
)
from trainer_app.services.calendar import DayForm
from trainer_app.services.quotas import Period
from trainer_app.ui.dialogs import (
    copy_period,
    day_to_mind,
    due,
    due_number,
    keep_plan,
    move_training,
    reason,
    trainings_behind,
    use_plan,
)
from trainer_app.ui.dialogs import invitations as invitations_dialog
from trainer_app.ui.dialogs.copy_period import CopyPeriod
from trainer_app.ui.dialogs.day_to_mind import DayDialog
from trainer_app.ui.dialogs.days_to_mind import DaysToMind
from trainer_app.ui.dialogs.due import HELD, DueDialog
from trainer_app.ui.dialogs.due_number import DueNumber, DueNumberDialog
from trainer_app.ui.dialogs.invitations import InvitationsDialog
from trainer_app.ui.dialogs.move_training import MoveTraining
from trainer_app.ui.dialogs.reason import ReasonDialog
from trainer_app.ui.dialogs.session_changes import SessionChanges
from trainer_app.ui.dialogs.trainings_behind import TrainingsBehind
from trainer_app.ui.dialogs.use_plan import UsePlan
from trainer_app.ui.models import sessions as words_of
from trainer_app.ui.models.plans import DAY_COLUMNS, day_details, rule_words
from trainer_app.ui.screens.schedule.edit_training import EditTraining
from trainer_app.ui.screens.schedule.move_session import MoveSession
from trainer_app.ui.screens.schedule.schedule import ScheduleScreen
from trainer_app.ui.work import Work

YEAR = Period(TrainingKind.TRAINING, date(2026, 1, 1), date(2026, 12, 31))
Page = Callable[..., ScheduleScreen]


@pytest.fixture
def page(qtbot: QtBot, work: Work) -> Page:
    kept: list[ScheduleScreen] = []

    def build(day: date = FIRST_DAY) -> ScheduleScreen:
        made = ScheduleScreen(work, clock=lambda: datetime.combine(day, time(8)))
        qtbot.addWidget(made)
        kept.append(made)
        made.resize(1134, 625)
        made.show()
        made.activateWindow()
        made.first_focus().setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is made.first_focus())
        return made

    return build


def lines(work: Work) -> tuple[SessionLine, ...]:
    return work.read(sessions.sessions, "en")


def press(key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        here = QApplication.focusWidget()
        assert here is not None
        QApplication.sendEvent(here, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def shown(qtbot: QtBot, made: QWidget) -> None:
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()


# ---- a new training ----------------------------------------------------------------------------------------------


def test_a_training_of_five_days_takes_at_most_twelve_keys(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    """Names and numbers that are typed count too: N, module, group, venue, days, Enter."""
    a_group(db, "COOP Twisungane", people=4)
    schedule = page()
    keys = 0

    def key(*wanted: tuple[Qt.Key, str]) -> None:
        nonlocal keys
        for code, text in wanted:
            press(code, text)
            keys += 1

    schedule.plan_here()
    keys += 1  # N
    key((Qt.Key.Key_Down, ""))  # the first module
    key((Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_Down, ""), (Qt.Key.Key_Down, ""))  # the group
    panel = schedule.view.panel
    for _step in range(4):  # place, venue, first day, its calendar
        key((Qt.Key.Key_Tab, "\t"))
    key((Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_5, "5"))
    assert QApplication.focusWidget() is panel.days
    with qtbot.waitSignal(schedule.finished) as said:
        key((Qt.Key.Key_Return, "\r"))
    assert said.args[0] == "5 sessions planned, 4 people enrolled."
    assert keys <= 12


def test_a_clash_is_kept_with_the_reason_that_was_written(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    schedule = page()
    schedule.plan(date(2026, 5, 1))
    panel = schedule.view.panel
    panel.module.choose("own")
    panel._show_title()
    panel.own_title.setText("Day of the union")
    panel.group.choose(None)
    qtbot.waitUntil(lambda: "public holiday: Labour Day" in panel.clashes.text())
    assert panel.reason.isVisible()
    panel.reason.setText("The union asked for it")
    panel.save_button.click()
    (line,) = lines(work)
    assert line.clash_kept == "The union asked for it"
    assert "clash kept: The union asked for it" in words_of.spoken(line)


def test_where_nothing_clashes_no_reason_is_asked(page: Page, work: Work) -> None:
    schedule = page()
    schedule.plan(FIRST_DAY)
    assert schedule.view.panel.reason.isHidden()
    assert schedule.view.panel.order().reason is None


def test_morning_and_afternoon_are_two_sessions_of_a_day(page: Page, work: Work) -> None:
    schedule = page()
    schedule.plan(FIRST_DAY)
    panel = schedule.view.panel
    panel.days.setValue(2)
    panel.rhythm.choose("halves")
    panel._choose_rhythm()
    panel._look_ahead()
    assert panel.preview.text() == "4 sessions: Monday 09/03/2026, 10/03"
    assert panel.ends.value == time(12, 30)
    panel.afternoon_starts.set_value(time(12))
    assert panel.problems()["afternoon_starts"] == "The afternoon begins before the morning ends."


def test_a_weekly_meeting_with_places_is_planned(page: Page, work: Work) -> None:
    schedule = page()
    schedule.plan(FIRST_DAY)
    panel = schedule.view.panel
    panel.kind.choose(TrainingKind.MEETING)
    panel._choose_kind()
    assert panel.module.value == "own"
    panel.own_title.setText("Meeting of the committee")
    panel.group.choose(None)
    panel.days.setValue(3)
    panel.rhythm.choose("weekly")
    panel.places.setValue(12)
    panel.save_button.click()
    assert [line.day for line in lines(work)] == [FIRST_DAY + timedelta(days=7 * n) for n in range(3)]
    form = work.read(training_form.form, lines(work)[0].training_id)
    assert (form.kind, form.places) == (TrainingKind.MEETING, 12)


def test_kind_and_places_are_corrected(work: Work, db: Database, qtbot: QtBot) -> None:
    training = a_training(db)
    dialog = EditTraining(None, work, training.id, "Governance")
    qtbot.addWidget(dialog)
    dialog.kind.choose(TrainingKind.FAIR)
    dialog.places.setValue(30)
    dialog.submit()
    work.change(label("Edit"), training_form.edit, training.id, dialog.answer)
    form = work.read(training_form.form, training.id)
    assert (form.kind, form.places) == (TrainingKind.FAIR, 30)
    assert lines(work)[0].kind == TrainingKind.FAIR
    assert "Fair, Cooperative governance, COOP Twisungane, 3 people for 30 places" in words_of.spoken(lines(work)[0])
    assert work.read(trainings.head, training.id, "en").places == 30


# ---- moving, cutting ---------------------------------------------------------------------------------------------


def test_moving_onto_a_holiday_keeps_reason_and_clash(work: Work, db: Database, qtbot: QtBot) -> None:
    a_training(db)
    dialog = MoveSession(None, work, lines(work)[0], "en")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.day._choose(date(2026, 5, 1))
    dialog.reason.setText(" The  hall is free ")
    dialog.submit()
    assert (dialog.answer.reason, dialog.answer.clashes) == ("The hall is free", True)


def test_a_session_is_cut_with_its_reason_and_taken_back(
    page: Page, db: Database, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_training(db, people=2, days=2)
    schedule = page()
    schedule.arrive(lines(work)[0].id)
    monkeypatch.setattr(reason, "ask", lambda *_what, **_how: "Heavy rain")
    schedule.plan_menu.session["cut"].trigger()
    assert (lines(work)[0].cut, lines(work)[0].why) == (True, "Heavy rain")
    schedule.plan_menu.more.menu().aboutToShow.emit()
    assert schedule.plan_menu.session["cut"].text() == "Take this session back…"
    schedule.arrive(lines(work)[0].id)
    schedule.plan_menu.session["cut"].trigger()
    assert not lines(work)[0].cut
    deeds = work.read(session_events.history, lines(work)[0].id)
    assert [deed.reason for deed in deeds] == ["Heavy rain", "Heavy rain"]


def test_a_reason_is_asked_for_until_there_is_one(qtbot: QtBot) -> None:
    dialog = ReasonDialog(None, "Cut a session", "Governance", "Cut it", True)
    shown(qtbot, dialog)
    assert QApplication.focusWidget() is dialog.reason
    press(Qt.Key.Key_Return)
    assert dialog.answer is None
    assert "Write why" in dialog.form.fields["reason"].error.text()
    dialog.reason.setText("Heavy rain")
    dialog.submit()
    assert dialog.answer == "Heavy rain"


def test_the_whole_training_is_looked_at_and_moved(
    page: Page, db: Database, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_training(db, days=2)
    schedule = page()
    line = lines(work)[0]
    schedule.arrive(line.id)
    dialog = MoveTraining(None, work, line, "en")
    shown(qtbot, dialog)
    dialog.day._choose(date(2026, 4, 30))
    assert "Tuesday 10/03/2026 → Friday 01/05/2026" in dialog.preview.text()
    assert "Labour Day" in dialog.clashes.text()
    dialog.days_off.setChecked(True)
    assert "Tuesday 10/03/2026 → Saturday 02/05/2026" in dialog.preview.text()
    assert dialog.clashes.isHidden()
    dialog.reason.setText("Harvest")
    dialog.submit()
    monkeypatch.setattr(move_training, "ask", lambda *_what: dialog.answer)
    schedule.plan_menu.session["whole"].trigger()
    assert [line.day for line in lines(work)] == [date(2026, 4, 30), date(2026, 5, 2)]
    assert {line.why for line in lines(work)} == {"Harvest"}
    work.undo()
    assert lines(work)[0].day == FIRST_DAY


def test_the_changes_of_a_session_are_listed_with_reasons(work: Work, db: Database, qtbot: QtBot) -> None:
    training = a_training(db)
    with db.changing(label("Move")) as s:
        there = (FIRST_DAY + timedelta(days=1), time(9), time(12))
        trainings.move_session(s, training.sessions[0], *there, reason="Burial", on=FIRST_DAY)
    dialog = SessionChanges(None, work, lines(work)[0])
    qtbot.addWidget(dialog)
    tester = QAbstractItemModelTester(dialog.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    (deed,) = tester.model().rows
    words = [column.text(deed) for column in dialog.table.rows.columns]
    assert words[1] == (
        "Moved from Monday 09/03/2026, 08:30–16:00, Base hall to Tuesday 10/03/2026, 09:00–12:00, Base hall"
    )
    assert words[2] == "Burial"


# ---- plans and periods -------------------------------------------------------------------------------------------


def test_a_plan_is_kept_and_used_again(
    page: Page, db: Database, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_training(db, days=3)
    schedule = page()
    schedule.arrive(lines(work)[0].id)
    monkeypatch.setattr(keep_plan, "ask", lambda *_what: "Our three days")
    schedule.plan_menu.session["keep"].trigger()
    window = UsePlan(None, work)
    shown(qtbot, window)
    assert QApplication.focusWidget() is window.table
    qtbot.keyPress(window.table, Qt.Key.Key_Return)
    assert window.answer.name == "Our three days"
    monkeypatch.setattr(use_plan, "ask", lambda *_what: window.answer)
    schedule.plan_menu.office["use"].trigger()
    panel = schedule.view.panel
    assert panel.subtitle.text() == "Our three days: 3 sessions on 3 days, 08:30–16:00"
    assert panel.form.fields["days"].isHidden()
    panel.group.choose(None)
    panel.first_day.set_value(date(2026, 6, 1))
    panel.save_button.click()
    assert [line.day for line in lines(work)][3:] == [date(2026, 6, n) for n in (1, 2, 3)]
    schedule.plan(FIRST_DAY)
    assert not panel.form.fields["days"].isHidden()


def test_a_shipped_plan_stays_and_ones_own_is_removed_and_undone(work: Work, db: Database, qtbot: QtBot) -> None:
    training = a_training(db)
    with db.changing(label("Make")) as s:
        templates.make(s, training.id, "Ours")
    window = UsePlan(None, work)
    shown(qtbot, window)
    press(Qt.Key.Key_Delete)
    assert window.table.rows.rowCount() == len(templates.SHIPPED)
    assert window.remove_button.isHidden()
    window.undo()
    assert window.table.rows.rowCount() == len(templates.SHIPPED) + 1


def test_a_year_is_copied_after_a_look_and_undone_at_once(
    page: Page, db: Database, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_training(db, days=2)
    a_training(db, module="M2", first_day=date(2026, 6, 2))
    schedule = page()
    dialog = CopyPeriod(None, work, FIRST_DAY, "en")
    shown(qtbot, dialog)
    assert dialog.count.text() == "2 trainings would be planned."
    dialog.found.selectRow(1)
    dialog.leave_out()
    assert dialog.count.text() == "1 training would be planned."
    dialog.submit()
    monkeypatch.setattr(copy_period, "ask", lambda *_what: dialog.answer)
    schedule.plan_menu.office["copy"].trigger()
    assert [line.day for line in lines(work)][-2:] == [date(2027, 3, 8), date(2027, 3, 9)]
    work.undo()
    assert len(lines(work)) == 3


def test_a_period_without_trainings_says_so(work: Work, qtbot: QtBot) -> None:
    dialog = CopyPeriod(None, work, FIRST_DAY, "en")
    shown(qtbot, dialog)
    dialog.submit()
    assert dialog.answer is None
    assert "No training began" in dialog.form.fields["first"].error.text()


# ---- days to mind ------------------------------------------------------------------------------------------------


def test_days_are_added_switched_and_removed_by_keys(
    work: Work, db: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = DaysToMind(None, work, FIRST_DAY)
    shown(qtbot, window)
    assert QApplication.focusWidget() is window.table
    form = DayForm("Market of Base", DayKind.MARKET, {"weekday": 2})
    monkeypatch.setattr(day_to_mind, "ask", lambda *_what: form)
    window.add()
    assert window.table.current_row().form.name == "Market of Base"
    qtbot.keyClick(window.table, Qt.Key.Key_Space)
    assert not window.table.current_row().form.active
    assert window.switch_button.text() == "Mind again"
    qtbot.keyClick(window.table, Qt.Key.Key_Delete)
    assert "Market of Base" not in [row.form.name for row in window.table.rows.rows]
    for _step in range(3):
        window.undo()
    assert "Market of Base" not in [row.form.name for row in window.table.rows.rows]


@pytest.mark.parametrize(
    "rule",
    [
        {"fixed": "07-04", "moves": True},
        {"day": "2026-05-27", "expected": True},
        {"from": "04-07", "to": "04-13"},
        {"weekday": 2},
        {"nth": 1, "weekday": 4, "month": 8},
        {"nth": 2, "weekday": 0},
        {"last_weekday_of_month": 5, "until": "12:00"},
        {"easter": -2},
    ],
)
def test_a_rule_comes_out_of_its_form_as_it_went_in(work: Work, qtbot: QtBot, rule: dict[str, object]) -> None:
    dialog = DayDialog(None, work, FIRST_DAY, DayForm("A day", DayKind.OTHER, rule))
    qtbot.addWidget(dialog)
    dialog.submit()
    assert dialog.answer.rule == rule


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"fixed": "07-04", "moves": True}, "4 July every year; after a weekend the next working day too"),
        ({"day": "2026-05-27", "expected": True}, "27/05/2026, expected"),
        ({"from": "04-07", "to": "04-13"}, "from 7 April to 13 April every year"),
        ({"weekday": 2}, "every Wednesday"),
        ({"nth": 1, "weekday": 4, "month": 8}, "Friday number 1 of August"),
        ({"nth": 2, "weekday": 0}, "Monday number 2 of the month"),
        ({"last_weekday_of_month": 5, "until": "12:00"}, "the last Saturday of the month, until 12:00"),
        ({"easter": -2}, "2 days before Easter"),
        ({"easter": 1}, "1 day after Easter"),
        ({"easter": 0}, "Easter Sunday"),
    ],
)
def test_a_rule_is_said_in_words(rule: dict[str, object], words: str) -> None:
    assert rule_words(rule) == words


def test_every_shipped_day_is_said_in_every_language(work: Work) -> None:
    for language in LANGUAGES:
        i18n.use(language)
        for line in work.read(calendar.lines, language, FIRST_DAY):
            assert day_details(line)
            assert all(column.text(line) is not None for column in DAY_COLUMNS)


def test_a_day_without_a_date_is_refused_beside_the_question(work: Work, qtbot: QtBot) -> None:
    dialog = DayDialog(None, work, FIRST_DAY, DayForm("A day", DayKind.OTHER, {"fixed": "07-04"}))
    qtbot.addWidget(dialog)
    dialog.day.set_value(None)
    dialog.submit()
    assert dialog.answer is None
    assert dialog.form.fields["day"].error.text()


# ---- what is due -------------------------------------------------------------------------------------------------


def test_what_is_due_is_set_and_the_gap_is_said(
    work: Work, db: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = DueDialog(None, work, FIRST_DAY, "en")
    shown(qtbot, window)
    monkeypatch.setattr(due_number, "ask", lambda *_what, **_how: DueNumber(7))
    window.set_all()
    monkeypatch.setattr(due_number, "ask", lambda *_what, **_how: DueNumber(214))
    window.set_overall()
    assert window.sum.text() == (
        "Districts together: 210 due, 0 planned, 0 held. Overall target: 214, which is 4 more."
    )
    monkeypatch.setattr(due_number, "ask", lambda *_what, **_how: DueNumber(None))
    window.table.setCurrentIndex(window.table.rows.index(0, 0))
    window.set_due()
    assert "203 due" in window.sum.text()
    window.undo()
    assert "210 due" in window.sum.text()


def test_enter_on_a_number_opens_the_trainings_behind_it(
    work: Work, db: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = a_training(db)
    window = DueDialog(None, work, FIRST_DAY, "en")
    shown(qtbot, window)
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(trainings_behind, "ask", lambda *what: asked.append(what[1:]) or training.id)
    window.table.setCurrentIndex(window.table.rows.index(0, HELD))
    window.open()
    assert asked[0] == ((), "", True)
    window.table.setCurrentIndex(window.table.rows.index(0, HELD - 1))
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert [line.id for line in asked[1][0]] == [training.id]
    assert window.answer == training.id


@pytest.mark.parametrize(("typed", "number"), [("7", 7), ("1 000", 1000), ("", None)])
def test_a_number_that_is_due_is_typed(qtbot: QtBot, typed: str, number: int | None) -> None:
    dialog = DueNumberDialog(None, "Rulindo", None)
    qtbot.addWidget(dialog)
    dialog.number.setText(typed)
    dialog.submit()
    assert dialog.answer.number == number


@pytest.mark.parametrize("typed", ["seven", "-1", "100001"])
def test_what_is_no_number_is_refused(qtbot: QtBot, typed: str) -> None:
    dialog = DueNumberDialog(None, "Rulindo", None)
    qtbot.addWidget(dialog)
    dialog.number.setText(typed)
    dialog.submit()
    assert dialog.answer is None


# ---- invitations -------------------------------------------------------------------------------------------------


def test_people_are_told_and_answer_by_keys(work: Work, db: Database, qtbot: QtBot) -> None:
    training = a_training(db, people=3)
    window = InvitationsDialog(None, work, training.id, FIRST_DAY, "en")
    shown(qtbot, window)
    qtbot.keyClick(window.table, Qt.Key.Key_Space)
    qtbot.keyClick(window.table, Qt.Key.Key_Y)
    qtbot.keyClick(window.table, Qt.Key.Key_N)
    found = work.read(invitations.invited, training.id, "en").lines
    assert [line.comes for line in found] == [True, False, None]
    assert window.explanation.text().endswith("2 people told of 3, 1 come, 1 do not")
    window.tell_all()
    assert work.read(invitations.invited, training.id, "en").told == 3
    window.undo()
    assert work.read(invitations.invited, training.id, "en").told == 2


def test_the_list_on_paper_is_asked_of_the_print_centre(
    page: Page, db: Database, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = a_training(db, people=2)
    schedule = page()
    schedule.arrive(lines(work)[0].id)
    monkeypatch.setattr(invitations_dialog, "ask", lambda *_what: True)
    with qtbot.waitSignal(schedule.go) as gone:
        schedule.plan_menu.session["invite"].trigger()
    assert gone.args == ["print", {"document": "invitation_list", "training": training.id}]


# ---- the menu, and every window ----------------------------------------------------------------------------------


def test_the_menu_of_the_session_comes_and_goes_with_it(page: Page, db: Database, work: Work) -> None:
    a_training(db)
    schedule = page()
    assert schedule.plan_menu.more.isHidden()
    assert schedule.plan_menu.plan.isVisible()
    schedule.arrive(lines(work)[0].id)
    assert schedule.plan_menu.more.isVisible()


def test_what_is_due_leads_to_its_training(
    page: Page, db: Database, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = a_training(db, first_day=FIRST_DAY + timedelta(days=28))
    schedule = page()
    monkeypatch.setattr(due, "ask", lambda *_what: training.id)
    schedule.plan_menu.office["due"].trigger()
    assert schedule.view.current.id == training.sessions[0]


def windows(work: Work, line: SessionLine) -> list[QDialog]:
    behind = work.read(quotas.behind, YEAR, None, "en", held=False)
    return [
        DaysToMind(None, work, FIRST_DAY),
        DayDialog(None, work, FIRST_DAY),
        UsePlan(None, work),
        CopyPeriod(None, work, FIRST_DAY, "en"),
        DueDialog(None, work, FIRST_DAY, "en"),
        DueNumberDialog(None, "Rulindo", 3),
        TrainingsBehind(None, behind, "Rulindo", True),
        MoveTraining(None, work, line, "en"),
        SessionChanges(None, work, line),
        InvitationsDialog(None, work, line.training_id, FIRST_DAY, "en"),
        ReasonDialog(None, "Cut a session", "Governance", "Cut it", True),
        keep_plan.KeepPlan(None, "Ours", frozenset()),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_window_fits_the_small_screen_in_every_language(
    work: Work, db: Database, qtbot: QtBot, language: str
) -> None:
    a_training(db, people=2)
    i18n.use(language)
    for window in windows(work, lines(work)[0]):
        qtbot.addWidget(window)
        hint = window.minimumSizeHint()
        assert hint.width() <= 1093, type(window).__name__
        assert hint.height() <= 542, type(window).__name__
        assert window.windowTitle()


def test_every_window_is_freed_when_it_is_closed(work: Work, db: Database) -> None:
    a_training(db, people=2)
    kept = [weakref.ref(window) for window in windows(work, lines(work)[0])]
    for one in kept:
        window = one()
        if window is not None:
            window.deleteLater()
            del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [one() for one in kept if one() is not None] == []
