"""The register at depth: weeks and half days, who left, minutes, corrections with their reason, heads, signed lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from tests.ui.register_screen import SHIFT, A, E, Keys, L, P, Register, opened
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, TrainingSession
from trainer_app.domain.attendance import Heads
from trainer_app.domain.ids import derived_id
from trainer_app.domain.rules import Attended
from trainer_app.i18n import label
from trainer_app.services import attendance, head_counts, rules, trainings
from trainer_app.ui.dialogs import heads, mark_history
from trainer_app.ui.dialogs.heads import HeadsDialog
from trainer_app.ui.dialogs.mark_history import MarkHistoryDialog, after_words, said
from trainer_app.ui.work import Work

SOON = FIRST_DAY + timedelta(days=1)


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=2)


@pytest.fixture
def register(qtbot: QtBot, work: Work, training: ATraining) -> Register:
    return opened(qtbot, work, training)


def change(db: Database, command: Callable[..., object], *arguments: object) -> None:
    with db.changing(label("Change")) as s:
        command(s, *arguments)


def visible_days(register: Register) -> list[str]:
    grid = register.grid
    return [grid.register.title(n) for n in grid.register.register_days if not grid.isColumnHidden(n)]


# ---- weeks and half days ------------------------------------------------------------------------------------------


def test_a_long_training_shows_one_week_and_the_arrows_go_on_into_the_next(
    qtbot: QtBot, db: Database, work: Work
) -> None:
    register = opened(qtbot, work, a_training(db, people=3, days=14))
    assert visible_days(register)[0] == "d1 09/03"
    assert len(visible_days(register)) == 6
    register.go(1, 5)
    register.press(Keys.Key_Right)
    assert (register.at, visible_days(register)[0]) == ((1, 6), "d7 16/03")
    register.press(Keys.Key_Left)
    assert (register.at, visible_days(register)[0]) == ((1, 5), "d1 09/03")
    register.tab.week.after.click()
    assert visible_days(register)[0] == "d7 16/03"
    assert register.at == (1, 6)
    assert not register.grid.isColumnHidden(register.grid.register.rate_column)


def test_a_week_that_is_not_in_sight_comes_when_its_session_is_opened(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3, days=14)
    register = opened(qtbot, work, training, day=13)
    assert "d14 24/03" in visible_days(register)
    register.screen.arrive(training.sessions[0])
    assert visible_days(register)[0] == "d1 09/03"


def test_all_days_are_shown_where_they_have_room(register: Register) -> None:
    assert len(visible_days(register)) == 2
    assert register.tab.week.isHidden()


def test_the_morning_and_the_afternoon_of_a_day_have_a_column_each(
    qtbot: QtBot, db: Database, work: Work, training: ATraining
) -> None:
    change(db, trainings.add_session, training.id, FIRST_DAY, time(16, 30), time(18))
    register = opened(qtbot, work, training)
    assert visible_days(register) == ["09/03 am", "09/03 pm", "d3 10/03"]
    register.go(0, 1)
    register.type("l")
    assert register.statuses(1) == [L, None, None]


# ---- who left, who leads, who is from outside ---------------------------------------------------------------------


def test_who_left_stays_listed_and_is_not_missed(qtbot: QtBot, db: Database, work: Work, training: ATraining) -> None:
    change(db, _leave, training, 1, SOON)
    register = opened(qtbot, work, training, day=1)
    assert register.shown(1, 1) == "left 10/03"
    assert register.totals.endswith("unmarked 2")
    register.go(1, 1)
    register.type("p")
    assert register.shown(1, 1) == "✓ P"
    assert register.statuses(1) == [None, P, None]


def test_marking_the_rest_passes_over_who_left(qtbot: QtBot, db: Database, work: Work, training: ATraining) -> None:
    change(db, _leave, training, 1, SOON)
    register = opened(qtbot, work, training, day=1)
    register.tab.mark_rest.click()
    assert register.statuses(1) == [P, None, P]
    assert register.told[-1][0] == "2 people marked present."


def test_a_facilitator_on_the_register_is_in_no_total(
    qtbot: QtBot, db: Database, work: Work, training: ATraining
) -> None:
    change(db, trainings.set_trainers, training.id, [training.people[0]])
    register = opened(qtbot, work, training)
    register.go(0, 0)
    register.type("ppp")
    assert register.totals.startswith("P 2 ")
    assert "2 of 2 came." in register.tab.facts.rule.text()


def test_somebody_from_outside_is_counted_apart(register: Register) -> None:
    register.type("pp")
    register.go(0, 0)
    register.tab.more_lines["outsider"].trigger()
    assert register.totals.startswith("P 1 ")
    assert register.totals.endswith("from outside 1/1")
    register.tab.more_lines["outsider"].trigger()
    assert register.totals.startswith("P 2 ")


# ---- what counts --------------------------------------------------------------------------------------------------


def test_the_rule_stands_below_the_totals_and_follows_the_setting(register: Register, db: Database) -> None:
    register.type("pla")
    assert register.tab.facts.rule.text().startswith("2 of 3 came. Attended: present or late.")
    change(db, rules.set_rule, Attended(late_counts=False, least_minutes=60))
    register.screen.refresh()
    words = register.tab.facts.rule.text()
    assert words.startswith("1 of 3 came. Attended: present, not late. Who stayed less than 60 minutes")


# ---- minutes ------------------------------------------------------------------------------------------------------


def test_m_asks_how_long_somebody_stayed(register: Register) -> None:
    register.type("p")
    register.press(Keys.Key_Up)
    register.type("m")
    line = register.tab.deeds.minutes
    assert line.isVisible()
    line.box.setText("x")
    line.box.returnPressed.emit()
    assert line.error.text()
    line.box.setText("45")
    line.box.returnPressed.emit()
    assert not line.isVisible()
    assert register.shown(0) == "✓ P 45′"
    assert QApplication.focusWidget() is register.grid


def test_minutes_of_several_people_are_asked_once(register: Register) -> None:
    register.go(0, 0)
    register.press(Keys.Key_Down, SHIFT)
    register.type("M")
    register.tab.deeds.minutes.box.setText("90")
    register.tab.deeds.minutes.box.returnPressed.emit()
    assert [register.shown(line) for line in range(3)] == ["✓ P 90′", "✓ P 90′", "·"]


# ---- corrections --------------------------------------------------------------------------------------------------


def test_a_correction_is_saved_at_once_and_its_reason_asked_without_waiting(
    qtbot: QtBot, work: Work, training: ATraining
) -> None:
    register = opened(qtbot, work, training, today=SOON)
    register.type("p")
    assert register.tab.deeds.why.isHidden()  # the first mark of yesterday is late work, and no correction yet
    register.go(0, 0)
    register.type("a")
    assert register.statuses() == [A, None, None]
    assert register.tab.deeds.why.isVisible()
    assert QApplication.focusWidget() is register.grid
    register.press(Keys.Key_F4)
    box = register.tab.deeds.why.box
    assert QApplication.focusWidget() is box
    box.setText("he signed for his brother")
    box.returnPressed.emit()
    assert register.tab.deeds.why.isHidden()
    assert register.grid.register.cell(0, register.grid.register.own_column).reason == "he signed for his brother"
    assert QApplication.focusWidget() is register.grid


def test_marking_on_the_day_itself_asks_for_no_reason(register: Register) -> None:
    register.type("p")
    register.go(0, 0)
    register.type("a")
    assert register.tab.deeds.why.isHidden()


def test_a_mark_two_days_late_is_offered_a_reason(qtbot: QtBot, work: Work, training: ATraining) -> None:
    register = opened(qtbot, work, training, today=FIRST_DAY + timedelta(days=2))
    register.type("p")
    assert register.tab.deeds.why.isVisible()
    register.screen.arrive(training.sessions[1])
    assert register.tab.deeds.why.isHidden()


def test_the_history_of_a_mark_tells_before_after_and_why(
    qtbot: QtBot, db: Database, work: Work, training: ATraining
) -> None:
    place = training.sessions[0], training.people[0]
    change(db, attendance.mark, *place, P, FIRST_DAY)
    change(db, attendance.mark, *place, A, SOON)
    change(db, attendance.explain, [place], "he signed for his brother")
    db.undo()
    dialog = MarkHistoryDialog(None, work, *place, "UWIMANA Marie, d1 09/03")
    qtbot.addWidget(dialog)
    lines = [(said(line.before), after_words(line), line.after.reason) for line in dialog.table.rows.rows]
    assert lines == [
        ("absent", "Undone: absent", ""),
        ("absent", "absent", "he signed for his brother"),
        ("present", "absent", ""),
        ("unmarked", "present", ""),
    ]


def test_f3_shows_who_changed_a_mark(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    register.type("e")
    register.press(Keys.Key_Up)
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(mark_history, "ask", lambda _parent, _work, *what: asked.append(what))
    register.press(Keys.Key_F3)
    name = register.grid.register.lines[0].name
    assert asked == [(register.training.sessions[0], register.training.people[0], f"{name}, d1 09/03")]
    assert register.statuses() == [E, None, None]


# ---- heads and signed lists ---------------------------------------------------------------------------------------


def test_heads_without_a_name_are_counted_in_the_session(
    register: Register, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "ask", lambda _parent, _before: Heads(7, 5))
    register.tab.facts.count.click()
    assert register.tab.facts.count.text() == "Without a name: 12 (F 7 M 5)"
    assert work.read(head_counts.heads, register.training.sessions[0]) == Heads(7, 5)
    assert register.totals.startswith("P 0 ")


def test_the_form_for_heads_begins_with_what_was_counted(qtbot: QtBot) -> None:
    dialog = HeadsDialog(None, Heads(7, 4, 1, "market day"))
    qtbot.addWidget(dialog)
    dialog.counts["women"].setValue(8)
    dialog.submit()
    assert dialog.answer == Heads(8, 4, 1, "market day")


def test_the_signed_list_is_ticked_off_in_the_session(register: Register, work: Work) -> None:
    register.tab.facts.list_signed.buttons[1].click()
    assert work.read(attendance.state, register.training.sessions[0]).list_signed is True
    work.undo()
    assert register.tab.facts.list_signed.value is None


def test_a_session_that_was_cut_takes_no_marks(qtbot: QtBot, db: Database, work: Work, training: ATraining) -> None:
    change(db, _cut, training.sessions[0])
    register = opened(qtbot, work, training)
    assert register.tab.cut.isVisible()
    assert not register.tab.mark_rest.isEnabled()
    assert visible_days(register) == ["d2 10/03"]
    register.screen.arrive(training.sessions[1])
    assert register.tab.cut.isHidden()
    assert register.tab.mark_rest.isEnabled()


def _leave(s: object, training: ATraining, number: int, day: date) -> None:
    key = derived_id("enrolment", training.id, training.people[number])
    s.get_one(Enrolment, key).left_on = day  # type: ignore[attr-defined]


def _cut(s: object, session_id: object) -> None:
    s.get_one(TrainingSession, session_id).cut = True  # type: ignore[attr-defined]
