"""The first page: from the card to the register with one key, what waits, what comes, figures without zeros."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.i18n import label
from trainer_app.services import attendance
from trainer_app.ui.screens.today import Today
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice
from trainer_app.ui.work import Work

Page = Callable[..., Today]


@pytest.fixture
def page(qtbot: QtBot, work: Work) -> Page:
    """Build the page as it is at a moment, with the keyboard where the window would put it."""

    kept: list[Today] = []  # a page that no name holds on to would be taken away

    def build(day: date = FIRST_DAY, hour: int = 8) -> Today:
        made = Today(work, clock=lambda: datetime.combine(day, time(hour)))
        qtbot.addWidget(made)
        kept.append(made)
        made.resize(1134, 625)
        made.show()
        made.activateWindow()
        made.first_focus().setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is made.first_focus())
        return made

    return build


def mark_all(db: Database, training: ATraining, number: int) -> None:
    with db.changing(label("Mark")) as s:
        marks = [(training.sessions[number], person, Status.PRESENT) for person in training.people]
        attendance.mark_many(s, marks, training.first_day + timedelta(days=9))


def test_enter_on_the_first_page_opens_the_session_of_today(page: Page, db: Database, qtbot: QtBot) -> None:
    training = a_training(db, days=3)
    today = page(FIRST_DAY + timedelta(days=1))
    assert QApplication.focusWidget().objectName() == "btnTakeAttendance"
    with qtbot.waitSignal(today.go) as gone:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert gone.args == ["session", training.sessions[1]]


def test_the_card_says_what_where_and_how_many(page: Page, db: Database) -> None:
    a_training(db, people=4, days=3)
    today = page()
    assert today.card.when.text() == "Today, 08:30–16:00"
    assert today.card.title.text().endswith(", day 1 of 3")
    assert today.card.where.text() == "Base hall · COOP Twisungane, 4 people"
    assert today.card.state.text() == "Not marked yet"


def test_the_card_follows_the_marks(page: Page, db: Database) -> None:
    training = a_training(db, people=4, days=3)
    today = page()
    mark_all(db, training, 0)
    assert today.card.state.text() == "✓ All 4 marked, 4 came"


def test_a_session_of_tomorrow_is_opened_not_marked(page: Page, db: Database) -> None:
    a_training(db)
    today = page(FIRST_DAY - timedelta(days=1))
    assert today.card.when.text().startswith("Tomorrow")
    assert today.card.attendance.text() == "Open the session"


def test_down_and_enter_open_what_comes(page: Page, db: Database, qtbot: QtBot) -> None:
    training = a_training(db, days=3)
    today = page()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is today.later
    with qtbot.waitSignal(today.go) as gone:
        qtbot.keyClick(today.later, Qt.Key.Key_Return)
    assert gone.args == ["session", training.sessions[1]]


def test_past_sessions_that_are_not_marked_wait_and_open(page: Page, db: Database, qtbot: QtBot) -> None:
    training = a_training(db, days=3)
    mark_all(db, training, 0)
    today = page(FIRST_DAY + timedelta(days=2))
    assert today.waiting.title.text() == "To do (1)"
    assert "3 not marked" in today.waiting.list.rows.index(0, 0).data()
    with qtbot.waitSignal(today.go) as gone:
        today.waiting.open_button.click()
    assert gone.args == ["session", training.sessions[1]]


def test_a_second_session_of_the_day_is_listed_beside_the_card(page: Page, db: Database) -> None:
    a_training(db)
    a_training(db, module="M2")
    today = page()
    assert today.here.isVisible()
    assert today.here.rows.rowCount() == 1


def test_figures_that_are_nothing_are_not_shown(page: Page, db: Database) -> None:
    a_training(db, people=0)
    today = page()
    assert not today.figures.people.isVisible()
    assert not today.figures.attendance.isVisible()
    assert today.figures.sessions.figure.text() == "0 of 1"


def test_figures_count_women_and_men_and_who_came(page: Page, db: Database) -> None:
    training = a_training(db, people=4, days=2)
    mark_all(db, training, 0)
    today = page()
    assert today.figures.people.figure.text() == "4"
    assert today.figures.people.detail.text() == "F 2 · M 2"
    assert today.figures.sessions.figure.text() == "1 of 2"
    assert today.figures.attendance.figure.text() == "100\u00a0%"


def test_an_empty_folder_offers_one_thing_to_do_first(page: Page, qtbot: QtBot) -> None:
    today = page()
    primary, *links = today.page.empty.buttons
    assert primary.property("kind") == "primary"
    assert all(link.property("kind") == "link" for link in links)
    with qtbot.waitSignal(today.go) as gone:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert gone.args == ["schedule", "new"]


def test_backing_up_says_so(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db)
    today = page(date.today())
    assert today.figures.backup.text() == "Never backed up"
    with qtbot.waitSignal(today.finished):
        today.figures.back_up.click()
    assert today.figures.backup.text() == "Backed up today"


def test_an_old_backup_is_warned_of_once(page: Page, db: Database, work: Work, qtbot: QtBot) -> None:
    a_training(db)
    work.back_up()
    late = Today(work, clock=lambda: datetime.now() + timedelta(days=9))
    qtbot.addWidget(late)
    told: list[Notice] = []
    late.told.connect(told.append)
    late.show()
    late.reload()
    assert [notice.action for notice in told] == ["Back up now"]


@pytest.fixture
def english_again() -> Iterator[None]:
    """Qt's own words and dates too."""
    yield
    switch_language("en")


@pytest.mark.usefixtures("english_again")
def test_another_language_of_the_screen_shows_titles_in_it(page: Page, db: Database, qtbot: QtBot) -> None:
    a_training(db, days=3)
    today = page()
    before = today.card.title.text()
    switch_language("fr")
    qtbot.waitUntil(lambda: today.card.title.text() != before)
    assert today.card.title.text().startswith("Gouvernance")


def test_the_papers_of_the_session_are_one_press_away(page: Page, db: Database, qtbot: QtBot) -> None:
    training = a_training(db)
    today = page()
    with qtbot.waitSignal(today.go) as gone:
        today.card.print.click()
    wish = {"document": "sign_in_sheet", "training": training.id, "session": training.sessions[0]}
    assert gone.args == ["print", wish]
