"""The tab of the organisations, used as a coordinator does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_person
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.organisations import Duty, OrganisationForm, OrganisationKind, PostForm
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import organisations
from trainer_app.ui.dialogs import day, organisation, post
from trainer_app.ui.dialogs.organisation import OrganisationDialog
from trainer_app.ui.dialogs.post import PostDialog
from trainer_app.ui.screens.people.organisations import Organisations
from trainer_app.ui.screens.people.people import PeopleScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work


@pytest.fixture
def open_list(qtbot: QtBot, work: Work) -> Callable[[], Organisations]:
    def opened() -> Organisations:
        screen = Organisations(work)
        show(qtbot, screen)
        return screen

    return opened


def show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(1093, 542)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def an_organisation(db: Database, name: str = "Rulindo office", **values: object) -> UUID:
    with db.changing(label("Add an organisation")) as s:
        return organisations.add(s, OrganisationForm(name, **values))  # type: ignore[arg-type]


def a_post(db: Database, person: UUID, organisation: UUID, **values: object) -> UUID:
    with db.changing(label("Give a post")) as s:
        return organisations.give_post(s, PostForm(person, organisation, **values))  # type: ignore[arg-type]


def answers(monkeypatch: pytest.MonkeyPatch, module: object, answer: object, name: str = "ask") -> None:
    monkeypatch.setattr(module, name, lambda *asked, **options: answer)


def cells(screen: Organisations, row: int) -> list[str]:
    rows = screen.view.table.rows
    return [rows.index(row, column).data() for column in range(rows.columnCount())]


def test_without_an_organisation_one_can_be_added(
    monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Organisations]
) -> None:
    screen = open_list()
    assert screen.view.is_empty
    assert screen.add_button.property("kind") != "primary"
    answers(monkeypatch, organisation, OrganisationForm("Umurenge SACCO", OrganisationKind.MICROFINANCE))
    QTest.mouseClick(screen.view.no_one.buttons[0], Qt.MouseButton.LeftButton)
    assert screen.view.card.title.text() == "Umurenge SACCO"
    assert screen.view.card.add.hasFocus()
    assert screen.count.text() == "1 organisation"


def test_the_list_says_what_it_is_where_and_how_many_work_there(
    db: Database, open_list: Callable[[], Organisations]
) -> None:
    office = an_organisation(db, kind=OrganisationKind.DISTRICT, phone="+250788123456")
    a_post(db, a_person(db), office, duty=Duty.TRAINER)
    screen = open_list()
    assert cells(screen, 0) == ["Rulindo office", "District office", "", "0788 123 456", "1"]
    rows = screen.view.table.rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning, screen)
    assert tester.model() is rows


def test_enter_opens_the_card_with_the_posts_and_escape_closes_it(
    db: Database, open_list: Callable[[], Organisations]
) -> None:
    office = an_organisation(db)
    a_post(db, a_person(db), office, duty=Duty.ADVISER, title="Loans", since=date(2026, 3, 2))
    screen = open_list()
    screen.view.table.setFocus()
    QTest.keyClick(screen.view.table, Qt.Key.Key_Return)
    card = screen.view.card
    assert card.isVisible()
    assert card.count.text() == "1 person works here"
    rows = card.posts.rows
    assert [rows.index(0, column).data() for column in range(3)] == ["UWIMANA Marie", "Loans", "03/2026 –"]
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_somebody_typed_in_the_card_gets_a_post_and_leaves_it_with_a_day(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Organisations]
) -> None:
    office, who = an_organisation(db), a_person(db)
    screen = open_list()
    screen.view.open_one(office)
    answers(monkeypatch, post, PostForm(who, office, Duty.TRAINER, since=date(2026, 3, 2)))
    screen.view.card.add.member_wanted.emit(who)
    card = screen.view.card
    card.posts.selectRow(0)
    assert card.end.isVisible()
    answers(monkeypatch, day, date(2026, 6, 1))
    QTest.mouseClick(card.end, Qt.MouseButton.LeftButton)
    assert not card.end.isVisible()
    assert card.posts.rows.index(0, 2).data() == "03/2026 – 06/2026"
    assert work.undo().words(i18n.screen()) == "UWIMANA Marie left the post at Rulindo office"
    assert card.posts.rows.index(0, 2).data() == "03/2026 –"


def test_an_organisation_in_use_says_why_it_stays(db: Database, open_list: Callable[[], Organisations]) -> None:
    office = an_organisation(db)
    a_post(db, a_person(db), office)
    screen = open_list()
    screen.view.table.selectRow(0)
    with pytest.raises(TrainerError, match="Remove the posts first"):
        screen.remove_organisation()
    screen.view.open_one(office)
    screen.view.card.posts.selectRow(0)
    QTest.mouseClick(screen.view.card.drop, Qt.MouseButton.LeftButton)
    screen.remove_organisation()
    assert screen.view.is_empty


def test_a_post_leads_to_the_card_of_the_person_and_back(db: Database, work: Work, qtbot: QtBot) -> None:
    office, who = an_organisation(db), a_person(db)
    a_post(db, who, office, duty=Duty.SUPERVISOR)
    frame = PeopleScreen(work)
    show(qtbot, frame)
    frame.arrive("organisations")
    assert frame.tab is frame.organisations
    frame.organisations.view.open_one(office)
    frame.organisations.view.card.posts.selectRow(0)
    QTest.mouseClick(frame.organisations.view.card.open, Qt.MouseButton.LeftButton)
    assert frame.tab is frame.people
    card = frame.people.view.card
    assert card.posts.texts == ("Rulindo office Supervisor",)
    card.posts.lines[0].link.linkActivated.emit("open")
    assert frame.tab is frame.organisations
    assert frame.organisations.view.card.title.text() == "Rulindo office"


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(qtbot: QtBot, db: Database, work: Work) -> None:
    dialog = OrganisationDialog(None, work)
    qtbot.addWidget(dialog)
    dialog.phone.setText("0788")
    dialog.submit()
    assert [view.line.words for view in dialog.summary.lines] == [
        "An organisation needs a name.",
        "A mobile number has 10 digits, e.g. 0788 123 456.",
    ]
    dialog.name.setText("  Umurenge   SACCO ")
    dialog.phone.setText("0788 123 456")
    dialog.submit()
    assert dialog.answer == OrganisationForm("Umurenge SACCO", OrganisationKind.OTHER, None, "+250788123456")


def test_a_post_needs_an_organisation_and_days_in_order(qtbot: QtBot, db: Database, work: Work) -> None:
    who = a_person(db)
    empty = PostDialog(None, work, "UWIMANA Marie", who, None)
    qtbot.addWidget(empty)
    empty.submit()
    assert "no organisation yet" in empty.summary.lines[0].line.words
    office = an_organisation(db)
    dialog = PostDialog(None, work, "UWIMANA Marie", who, office)
    qtbot.addWidget(dialog)
    dialog.since.set_value(date(2026, 6, 1))
    dialog.until.set_value(date(2026, 5, 1))
    dialog.submit()
    assert dialog.summary.lines[0].line.words == "It ends before it begins."
    dialog.until.set_value(None)
    dialog.submit()
    assert dialog.answer == PostForm(who, office, Duty.FIELD_OFFICER, since=date(2026, 6, 1))


@pytest.mark.parametrize("language", ["fr", "rw"])
def test_the_page_follows_the_language(language: str, db: Database, open_list: Callable[[], Organisations]) -> None:
    an_organisation(db, kind=OrganisationKind.DISTRICT)
    screen = open_list()
    screen.view.table.selectRow(0)
    before = screen.view.kind.itemText(1)
    switch_language(language)
    QTest.qWait(10)
    assert screen.view.kind.currentIndex() == 0
    switch_language("en")
    QTest.qWait(10)
    assert screen.view.kind.itemText(1) == before
