"""The follow-up page: what is due, what one says and does about it, by keys and by buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from tests.ui.shell import SMALL, a_window, press, settle
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.follow_up import CallOutcome, TaskKind, VisitOutcome, When
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import attendance, follow_up, people, replacing, visits, waiting
from trainer_app.ui.dialogs import call, small_follow_up
from trainer_app.ui.dialogs import places as places_dialog
from trainer_app.ui.dialogs import replacing as replace_dialog
from trainer_app.ui.dialogs import rules as rules_dialog
from trainer_app.ui.dialogs import selections as selections_dialog
from trainer_app.ui.dialogs.call import CallAnswer
from trainer_app.ui.dialogs.palette import Palette
from trainer_app.ui.dialogs.small_follow_up import NewTask, VisitMade, VisitsPlanned
from trainer_app.ui.screens.follow_up.follow_up import FollowUpScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice
from trainer_app.ui.work import Work

TODAY = FIRST_DAY + timedelta(days=3)
Page = Callable[..., FollowUpScreen]


@pytest.fixture
def page(qtbot: QtBot, work: Work) -> Page:
    kept: list[FollowUpScreen] = []

    def build(today: date = TODAY) -> FollowUpScreen:
        made = FollowUpScreen(work, today=lambda: today)
        qtbot.addWidget(made)
        kept.append(made)
        made.resize(1134, 600)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.first_focus().setFocus()
        return made

    return build


def stay_away(db: Database, people: int = 2, away: int = 1, days: int = 5) -> ATraining:
    """A training in which the first `away` of the people missed the first two days."""
    training = a_training(db, people=people, days=days)
    with db.changing(label("Mark")) as s:
        for person in training.people[:away]:
            for session in training.sessions[:2]:
                attendance.mark(s, session, person, Status.ABSENT, TODAY)
    return training


def cells(screen: FollowUpScreen) -> list[list[str]]:
    rows = screen.table.rows
    return [[str(rows.index(n, c).data()) for c in range(rows.columnCount())] for n in range(rows.rowCount())]


def words_on(screen: FollowUpScreen) -> str:
    return "\n".join(found.text() for found in screen.panel.findChildren(QLabel) if not found.isHidden())


def test_whoever_stays_away_stands_in_the_list_with_what_to_say(db: Database, page: Page, qtbot: QtBot) -> None:
    stay_away(db)
    screen = page()
    QAbstractItemModelTester(screen.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    ((glyph, name, what, phone, since, *_),) = cells(screen)
    assert (glyph, what, since) == ("!", "absent 2 sessions (3 d), 1 session not marked", "09/03/2026")
    assert phone.startswith("0700")
    assert screen.first_focus() is screen.table
    assert screen.table.currentIndex().row() == 0
    assert f"Good day, {name}." in words_on(screen)
    assert screen.bar.tabs.buttons[0].text() == "Due (1)"


def test_an_empty_list_says_well_done(db: Database, page: Page) -> None:
    a_training(db, people=1, days=5)
    screen = page()
    assert screen.pages.currentWidget() is screen.empty
    assert screen.empty.words.text() == "Nothing due. Well done."
    assert screen.empty.buttons == []


def test_d_keeps_a_call_and_undo_takes_it_back(
    db: Database, page: Page, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    stay_away(db)
    screen = page()
    monkeypatch.setattr(call, "ask", lambda *_asked: CallAnswer(CallOutcome.NO_ANSWER, "rings"))
    press("d")
    assert cells(screen) == []
    assert screen.bar.tabs.buttons[1].text() == "This week (2)"  # with the visits to plan
    QTest.mouseClick(screen.bar.tabs.buttons[1], Qt.MouseButton.LeftButton)
    (glyph, *_rest), _visits = cells(screen)
    assert glyph == "…"
    screen.table.selectRow(0)
    assert "12/03/2026 No answer\nrings" in words_on(screen)
    work.undo()
    assert screen.bar.tabs.buttons[0].text() == "Due (1)"


def test_s_puts_off_and_a_settled_one_can_be_opened_again(
    db: Database, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    stay_away(db)
    screen = page()
    monkeypatch.setattr(small_follow_up, "ask_until", lambda *_asked: TODAY + timedelta(days=3))
    press("s")
    assert cells(screen) == []
    screen.bar.tabs.choose(When.THIS_WEEK)
    screen._narrow()
    monkeypatch.setattr(call, "ask", lambda *_asked: CallAnswer(CallOutcome.HAS_REASON, "sick child"))
    screen.do()
    screen.bar.tabs.choose(When.DONE)
    screen._narrow()
    assert cells(screen)[0][0] == "✓"
    screen.do()
    assert [line.when(TODAY) for line in screen.lines] == [When.DUE, When.THIS_WEEK]


def test_r_replaces_and_offers_the_minutes(
    db: Database, page: Page, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = stay_away(db)
    came = a_person(db, "KAYITESI Aline")
    with db.changing(label("Ask")) as s:
        waiting.ask(s, training.id, came, TODAY)
    screen = page()
    answer = replace_dialog.Answer(came, "KAYITESI Aline", TODAY, "works elsewhere")

    def ask(*asked: object) -> replace_dialog.Done:
        found = work.read(replacing.leaving, training.id, training.people[0], "en")
        return replace_dialog.carry_out(work, found, answer, TODAY)

    monkeypatch.setattr(replace_dialog, "ask", ask)
    with qtbot.waitSignal(screen.told) as told:
        press("r")
    notice = told.args[0]
    assert isinstance(notice, Notice)
    assert notice.words().startswith("KAYITESI Aline takes the place of")
    assert notice.action == "Print the minutes"
    assert cells(screen) == []


def test_enter_opens_the_card_of_the_person(db: Database, page: Page, qtbot: QtBot) -> None:
    training = stay_away(db)
    screen = page()
    with qtbot.waitSignal(screen.go) as gone:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert gone.args == ["person", training.people[0]]


def test_a_phone_is_added_where_it_is_missing(db: Database, page: Page, work: Work) -> None:
    training = stay_away(db)
    with db.changing(label("No phone")) as s:
        follow_up.add_phone(s, training.people[0], "")
    screen = page()
    line = screen.findChild(QLineEdit, "edAddPhone")
    assert line is not None
    assert line.isVisible()
    line.setText("0788 123 456")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not line.isVisible()
    assert work.read(people.people)[0].phone.startswith("+250")
    assert cells(screen)[0][3] == "0788 123 456"


def test_a_task_is_written_down_and_done_with_one_key(
    db: Database, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = page()
    answer = NewTask("Bring the stamp", TODAY, None, None, None)
    monkeypatch.setattr(small_follow_up, "ask_task", lambda *_asked: answer)
    screen.does()["new"]()
    assert [row[2] for row in cells(screen)] == ["Bring the stamp"]
    screen.table.setFocus()
    press("d")
    assert cells(screen) == []


def test_visits_are_planned_and_made(db: Database, page: Page, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    training = a_training(db, people=1)
    screen = page(FIRST_DAY)
    assert [row[2] for row in cells(screen)] == ["visits after the training are not planned yet"]
    days = ((30, FIRST_DAY + timedelta(days=30)),)
    monkeypatch.setattr(small_follow_up, "ask_visits", lambda *_asked: VisitsPlanned(days, None))
    press("d")
    assert cells(screen) == []
    later = page(FIRST_DAY + timedelta(days=30))
    assert [row[2] for row in cells(later)] == ["visit 30 days after the training"]
    made = VisitMade(FIRST_DAY + timedelta(days=29), VisitOutcome.GOOD, "books kept", None)
    monkeypatch.setattr(small_follow_up, "ask_visit", lambda *_asked: made)
    later.table.setFocus()
    later.do()
    later.bar.tabs.choose(When.DONE)
    later._narrow()
    assert cells(later)[0][6] == "Goes well · books kept"
    assert work.read(visits.proposed, training.id)[0] == days[0]


def test_a_rule_and_an_owner_narrow_the_list(db: Database, page: Page) -> None:
    stay_away(db, people=3, away=2)
    screen = page()
    assert len(cells(screen)) == 2
    screen.bar.rule.choose(TaskKind.OWN)
    screen._narrow()
    assert cells(screen) == []
    screen.bar.rule.choose(None)
    with db.reading() as s:
        ((owner, _name),) = follow_up.owners(s)
    with db.changing(label("Give")) as s:
        follow_up.give_to(s, screen.lines[0], owner)
    screen.bar.owner.choose(owner)
    screen._narrow()
    assert len(cells(screen)) == 1


def test_the_page_is_said_in_each_language_and_fits_a_small_window(qtbot: QtBot, db: Database, page: Page) -> None:
    stay_away(db)
    screen = page()
    screen.resize(1037, 420)
    for language in LANGUAGES:
        switch_language(language)
        settle()
        assert screen.minimumSizeHint().width() <= 1037 - 56
        assert screen.table.isVisible()
    switch_language("en")


def test_it_is_the_fifth_page_and_says_how_much_is_due(qtbot: QtBot, db: Database) -> None:
    with db.changing(label("Add")) as s:
        follow_up.add(s, "Bring the stamp", date.today())
    with a_window(qtbot, db, SMALL) as window:
        press((Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier))
        assert window.key == "follow"
        assert QApplication.focusWidget().objectName() == "tblDue"
        assert window.due_count is not None
        window.due_count.count()
        assert window.nav.items.item(4).data(Qt.ItemDataRole.AccessibleTextRole) == "Follow-up (1)"
        press("d")
        window.due_count.count()
        assert window.nav.items.item(4).data(Qt.ItemDataRole.AccessibleTextRole) == "Follow-up"


def test_the_first_page_leads_to_the_call(qtbot: QtBot, db: Database) -> None:
    training = a_training(db, people=1, days=3, first_day=date.today() - timedelta(days=2))
    with db.changing(label("Mark")) as s:
        for session in training.sessions[:2]:
            attendance.mark(s, session, training.people[0], Status.ABSENT, date.today())
    with a_window(qtbot, db) as window:
        page = window.page
        assert page is not None
        waiting_list = page.waiting  # type: ignore[attr-defined]
        assert waiting_list.list.rows.index(0, 0).data().endswith(": absent 2 sessions")
        assert waiting_list.open_button.text() == "Call"
        waiting_list.open_button.click()
        settle()
        assert window.key == "follow"
        assert window.page is not None
        assert len(window.page.shown) >= 1  # type: ignore[attr-defined]


def test_somebody_of_the_office_looks_after_it(db: Database, page: Page) -> None:
    stay_away(db)
    screen = page()
    with db.reading() as s:
        ((owner, name),) = follow_up.owners(s)
    assert [screen.panel.owner.itemText(n) for n in range(2)] == ["–", name]
    screen.panel.owner.chosen.emit(owner)
    assert screen.lines[0].owner == name
    assert screen.panel.owner.value == owner


def test_rules_places_and_selections_are_reached_from_where_they_are_needed(
    qtbot: QtBot, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = a_training(db, people=1, first_day=date.today())
    opened: list[object] = []
    monkeypatch.setattr(rules_dialog, "show", lambda _parent, _work: opened.append("rules"))
    monkeypatch.setattr(places_dialog, "show", lambda _parent, _work, key, *_more: opened.append(key))
    monkeypatch.setattr(selections_dialog, "show", lambda *_asked: opened.append("selections"))
    with a_window(qtbot, db) as window:
        window.open("settings")
        settle()
        found = window.findChild(QPushButton, "btnProgrammeRules")
        assert found is not None
        found.click()
        window.open("session", training.sessions[0])
        settle()
        found = window.findChild(QPushButton, "btnPlaces")
        assert found is not None
        found.click()
        for name in ("rules", "selections"):
            window.all_actions.by_name[name].trigger()
        palette = Palette(window)
        palette.box.setText("> rules")
        palette.look()
        assert palette.list.item(0).text() == "Rules of this programme"
        palette.close()
    assert opened == ["rules", training.id, "rules", "selections"]


def test_r_on_somebody_who_cannot_be_replaced_says_so(db: Database, page: Page, qtbot: QtBot) -> None:
    a_person(db, "MUTONI Aline")
    with db.changing(label("Task")) as s:
        follow_up.add(s, "Bring the papers", TODAY)
    screen = page()
    with qtbot.waitSignal(screen.told) as told:
        press("r")
    assert "stays away" in str(told.args[0].text)
