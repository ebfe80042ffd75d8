"""The board of groups, their coverage, elections, people who left, and lists of groups, by keyboard and by mouse."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.coverage import Member, Part
from trainer_app.domain.elections import ElectionForm, Seat
from trainer_app.domain.group_life import Life
from trainer_app.domain.groups import GroupForm, GroupKind, Role
from trainer_app.domain.people import Sex
from trainer_app.i18n import label
from trainer_app.services import attendance, elections, groups, places
from trainer_app.ui.dialogs import election, former_member, left_on, people_behind, role_change
from trainer_app.ui.dialogs.election import ElectionAnswer, ElectionDialog
from trainer_app.ui.dialogs.former_member import Wanted
from trainer_app.ui.dialogs.import_groups import ImportGroupsDialog, Verdict
from trainer_app.ui.dialogs.left_on import LeftOnDialog
from trainer_app.ui.dialogs.people_behind import PeopleBehindDialog
from trainer_app.ui.dialogs.role_change import RoleChange, RoleChangeDialog
from trainer_app.ui.screens.people.groups import Groups
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

NOW = datetime(2026, 4, 8, 9, 0)
Open = Callable[[], Groups]


@pytest.fixture
def open_page(qtbot: QtBot, work: Work) -> Open:
    def opened() -> Groups:
        screen = Groups(work, clock=clock)
        show(qtbot, screen)
        return screen

    return opened


def clock() -> datetime:
    return NOW


def show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(1093, 542)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def answers(monkeypatch: pytest.MonkeyPatch, module: object, answer: object) -> None:
    monkeypatch.setattr(module, "ask", lambda *asked, **options: answer)


def a_committee_that_came_alone(db: Database) -> tuple[UUID, tuple[UUID, ...]]:
    """A cooperative of ten, of whom only the two officers came."""
    training = a_training(db, people=10)
    with db.changing(label("Work")) as s:
        for line in groups.members(s, training.group):
            if line.person_id in training.people[:2]:
                groups.set_role(s, line.membership_id, Role.COMMITTEE)
        came = [(training.sessions[0], person, Status.PRESENT) for person in training.people[:2]]
        attendance.mark_many(s, came, NOW.date())
    return training.group, training.people


# ---- the board -------------------------------------------------------------------------------------------------


def test_each_group_is_in_the_column_that_follows_from_what_is_known(db: Database, open_page: Open) -> None:
    a_group(db, "Empty")
    a_group(db, "With people", people=2)
    led = a_group(db, "Led", people=2)
    training = a_training(db, people=2)
    with db.changing(label("Work")) as s:
        groups.set_role(s, groups.members(s, led)[0].membership_id, Role.PRESIDENT)
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, NOW.date())
    screen = open_page()
    screen.show_board()
    found = {life: [line.name for line in column.cards.lines] for life, column in screen.view.board.columns.items()}
    assert found == {
        Life.EMPTY: ["Empty"],
        Life.MEMBERS: ["With people"],
        Life.COMMITTEE: ["Led"],
        Life.IN_TRAINING: [],
        Life.TRAINED: ["COOP Twisungane"],
    }
    assert screen.view.board.heads[Life.TRAINED].text() == "Members trained · 1"


def test_arrows_go_from_card_to_card_and_enter_opens_the_group(db: Database, open_page: Open) -> None:
    a_group(db, "One")
    a_group(db, "Two")
    a_group(db, "With people", people=2)
    screen = open_page()
    screen.show_board()
    board = screen.view.board
    assert board.tab_stop.hasFocus()
    assert board.current is not None
    assert board.current.name == "One"
    press(board.tab_stop, Qt.Key.Key_Down)
    assert board.current.name == "Two"
    press(board.tab_stop, Qt.Key.Key_Right)  # over to the next column with cards
    assert board.current.name == "With people"
    press(board.tab_stop, Qt.Key.Key_Return)
    assert screen.view.card.title.text() == "With people"
    press(board.tab_stop, Qt.Key.Key_Left)
    assert board.current.name == "One"
    assert screen.view.card.title.text() == "One"  # the card follows


def test_b_l_and_c_change_between_board_list_and_coverage_and_the_group_stays(db: Database, open_page: Open) -> None:
    a_group(db, "One", people=1)
    a_group(db, "Two", people=1)
    screen = open_page()
    screen.view.table.setFocus()
    screen.view.table.selectRow(1)
    press(screen.view.table, Qt.Key.Key_B)
    assert screen.view.pages.currentWidget() is screen.view.board
    assert screen.view.board.current is not None
    assert screen.view.board.current.name == "Two"
    press(screen.view.board.tab_stop, Qt.Key.Key_C)
    assert screen.view.pages.currentWidget() is screen.view.coverage
    assert screen.view.coverage.table.hasFocus()
    press(screen.view.coverage.table, Qt.Key.Key_L)
    assert screen.view.pages.currentWidget() is screen.view.table
    assert screen.view.chosen is not None
    assert screen.view.chosen.name == "Two"


def test_a_card_says_everything_to_the_ear(db: Database, open_page: Open, qtbot: QtBot) -> None:
    group, people = a_committee_that_came_alone(db)
    with db.changing(label("Election")) as s:
        seats = (Seat(people[0], Role.PRESIDENT), Seat(people[1], Role.SECRETARY))
        form = ElectionForm(date(2023, 1, 9), date(2026, 1, 8), seats=seats)
        elections.hold(s, group, form, NOW.date())
    screen = open_page()
    screen.show_board()
    column = screen.view.board.tab_stop
    said = column.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "COOP Twisungane. Cooperative. 2 of 10 members trained · 20\u00a0%. "
        "Only the committee: M1 · Mandate ended 3 months ago"
    )
    ModelTester(None).check(column.cards)


def test_groups_are_narrowed_by_district_and_value_chain(db: Database, open_page: Open) -> None:
    with db.changing(label("Add")) as s:
        for name, chain, district in (("One", "maize", "Rulindo"), ("Two", "milk", "Gakenke"), ("Three", "milk", "")):
            place = places.one(s, district, "district") if district else None
            groups.add(s, GroupForm(name, GroupKind.UNION, place, value_chain=chain))
            s.flush()
    screen = open_page()
    screen.view.chain.choose("milk")
    screen.view.chain.chosen.emit("milk")
    assert [line.name for line in screen.view.lines] == ["Three", "Two"]
    gakenke = next(line.district_id for line in screen.view.lines if line.district)
    screen.view.district.choose(gakenke)
    screen.view.district.chosen.emit(gakenke)
    assert [line.name for line in screen.view.lines] == ["Two"]
    screen.view.show_all()
    assert len(screen.view.lines) == 3


def test_groups_formed_by_themselves_are_counted_apart(db: Database, open_page: Open) -> None:
    parent, young = a_group(db, "Parent", people=3), a_group(db, "Young", people=2)
    with db.changing(label("Edit")) as s:
        groups.edit(s, young, GroupForm("Young", GroupKind.SAVINGS, None, parent, formed_by_itself=True))
    screen = open_page()
    assert screen.count.text() == "2 groups · 5 members · 1 formed by itself (2 members)"
    screen.view.open_one(parent)
    assert screen.view.card.inside_groups.title.text() == "Groups inside it · 1 of them formed by itself (2 members)"
    assert screen.view.card.count.text() == "5 members (F 2) · 0 trained · 3 of its own"


# ---- coverage --------------------------------------------------------------------------------------------------


def test_the_group_that_alarms_is_first_and_its_people_are_behind_the_figure(
    db: Database, monkeypatch: pytest.MonkeyPatch, open_page: Open, qtbot: QtBot
) -> None:
    a_group(db, "A group before it", people=2)
    group, people = a_committee_that_came_alone(db)
    screen = open_page()
    screen.show_coverage()
    table = screen.view.coverage.table
    everything, alarmed, other = table.rows.rows
    assert (everything.name, alarmed.key, other.name) == ("All groups", group, "A group before it")
    titles = [table.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(table.rows.columnCount())]
    assert titles == ["Group", "Where", "Members", "Any training", "M1"]
    assert table.rows.index(1, 4).data() == "2/10"
    assert table.rows.index(1, 4).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Only the committee came.")
    assert screen.view.coverage.alarms.text() == "⚠ Of 1 group only the committee came"
    asked: list[tuple[object, ...]] = []

    def ask(_parent: QWidget, _work: Work, title: str, counted: tuple[object, ...]) -> UUID:
        asked.append((title, len(counted)))
        return people[0]

    monkeypatch.setattr(people_behind, "ask", ask)
    table.setCurrentIndex(table.rows.index(1, 4))
    with qtbot.waitSignal(screen.person_wanted) as wanted:
        press(table, Qt.Key.Key_Return)
    assert wanted.args == [people[0]]
    assert asked == [("COOP Twisungane · M1", 10)]


def test_figures_are_narrowed_to_a_role_and_a_sex(db: Database, open_page: Open) -> None:
    a_committee_that_came_alone(db)
    screen = open_page()
    screen.show_coverage()
    view = screen.view.coverage
    view.part.setCurrentIndex(1)
    view.part.activated.emit(1)
    assert [view.table.rows.index(1, n).data() for n in (2, 3)] == ["2", "2/2"]
    officers = [who.sex for who in view.table.rows.rows[1].people if who.part is Part.COMMITTEE]
    view.sex.setCurrentIndex(1)
    view.sex.activated.emit(1)
    assert view.table.rows.index(1, 2).data() == str(officers.count(Sex.FEMALE))
    assert view.table.rows.index(1, 2).data() != "10"
    ModelTester(None).check(view.table.rows)


def test_what_is_counted_stands_beside_the_figures(db: Database, open_page: Open) -> None:
    a_committee_that_came_alone(db)
    screen = open_page()
    screen.show_coverage()
    told = screen.view.coverage.definition.text()
    assert "at least 80\u00a0% of the sessions" in told
    assert "on 08/04/2026, each once; head-counts are left out" in told
    assert "at least 50\u00a0% of the committee" in screen.view.coverage.rule.text()


def test_the_people_behind_are_those_still_to_be_trained_first(db: Database, work: Work, qtbot: QtBot) -> None:
    _, people = a_committee_that_came_alone(db)
    counted = [(Member(person, Sex.FEMALE, Part.MEMBER), n < 2) for n, person in enumerate(people)]
    dialog = PeopleBehindDialog(None, work, "COOP · M1", counted)
    show(qtbot, dialog)
    assert dialog.head.text() == "COOP · M1: 2 of 10 people"
    assert [line.trained for line in dialog.table.rows.rows] == [False] * 8 + [True] * 2
    press(dialog.table, Qt.Key.Key_Return)
    assert dialog.answer == dialog.table.rows.rows[0].person.id


# ---- elections and leaving -------------------------------------------------------------------------------------


def test_an_election_is_written_down_and_shown_on_the_card(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    group = a_group(db, people=3)
    screen = open_page()
    screen.view.open_one(group)
    chief = screen.view.card.members.rows.rows[0]
    form = ElectionForm(date(2026, 4, 1), date(2026, 5, 1), 5, 4, seats=(Seat(chief.person_id, Role.PRESIDENT),))
    answers(monkeypatch, election, ElectionAnswer(form))
    QTest.mouseClick(screen.view.card.elect, Qt.MouseButton.LeftButton)
    card = screen.view.card
    assert card.committees.lines[0].line.words == "Elected on 01/04/2026"
    assert "voted: F 5 M 4" in card.committees.lines[0].line.detail
    assert card.look.text() == "⚠ Mandate ends soon: 01/05/2026"
    assert card.members.rows.rows[0].role is Role.PRESIDENT
    key = card.committees.lines[0].line.key
    answers(monkeypatch, election, ElectionAnswer(None, removed=True))
    card.committees.lines[0].link.linkActivated.emit("open")
    assert isinstance(key, UUID)
    assert card.committees.lines == []
    work.undo()
    assert card.committees.lines[0].line.words == "Elected on 01/04/2026"


def test_the_form_of_an_election_says_what_is_wrong_and_keeps_what_was_typed(
    db: Database, work: Work, qtbot: QtBot
) -> None:
    group = a_group(db, people=2)
    dialog = ElectionDialog(None, work, group, NOW.date())
    show(qtbot, dialog)
    assert dialog.held_on.line.hasFocus()
    dialog.submit()
    assert [view.line.words for view in dialog.summary.lines] == [
        "Say who was elected: choose a person for at least one seat."
    ]
    _role, person = dialog.seats.rows[0]
    person.setCurrentIndex(1)
    dialog.mandate_until.set_value(NOW.date() - timedelta(days=1))
    dialog.submit()
    assert dialog.answer is None
    dialog.mandate_until.set_value(NOW.date() + timedelta(days=1000))
    dialog.women.setValue(7)
    dialog.submit()
    assert dialog.answer is not None
    told = dialog.answer.form
    assert told is not None
    assert ([seat.role for seat in told.seats], told.women, told.men) == ([Role.PRESIDENT], 7, None)


def test_one_more_seat_can_be_added_and_an_election_is_opened_as_it_was_told(
    db: Database, work: Work, qtbot: QtBot
) -> None:
    group = a_group(db, people=3)
    with db.changing(label("Election")) as s:
        chosen = [line.person_id for line in groups.members(s, group)]
        seats = tuple(Seat(person, Role.COMMITTEE) for person in chosen)
        form = ElectionForm(FIRST_DAY, None, None, 3, "", "held under a tree", seats)
        key = elections.hold(s, group, form, NOW.date())
    dialog = ElectionDialog(None, work, group, NOW.date(), key)
    show(qtbot, dialog)
    told = dialog.result_of_form().form
    assert told is not None
    assert set(told.seats) == set(seats)
    assert (told.men, told.women, told.note) == (3, None, "held under a tree")
    before = len(dialog.seats.rows)
    QTest.mouseClick(dialog.seats.more, Qt.MouseButton.LeftButton)
    assert len(dialog.seats.rows) == before + 1


def test_who_left_is_listed_apart_and_can_be_said_not_to_have_left(
    db: Database, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    group = a_group(db, people=2)
    screen = open_page()
    screen.view.open_one(group)
    card = screen.view.card
    card.members.selectRow(0)
    name = card.members.rows.rows[0].name
    answers(monkeypatch, left_on, date(2026, 4, 1))
    QTest.mouseClick(card.leave_button, Qt.MouseButton.LeftButton)
    assert [view.line.words for view in card.former.lines] == [name]
    assert card.former.lines[0].line.detail == "Member · until 01/04/2026"
    assert card.members.rows.rowCount() == 1
    answers(monkeypatch, former_member, Wanted.NEVER_LEFT)
    card.former.lines[0].link.linkActivated.emit("open")
    assert card.former.lines == []
    assert card.members.rows.rowCount() == 2


def test_nobody_leaves_on_a_day_that_is_still_to_come(qtbot: QtBot) -> None:
    dialog = LeftOnDialog(None, "UWIMANA Marie", NOW.date())
    show(qtbot, dialog)
    dialog.day.set_value(NOW.date() + timedelta(days=1))
    dialog.submit()
    assert dialog.answer is None
    dialog.day.set_value(NOW.date())
    dialog.submit()
    assert dialog.answer == NOW.date()


def test_another_role_from_a_day_on_keeps_the_one_before(
    db: Database, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    group = a_group(db, people=1)
    screen = open_page()
    screen.view.open_one(group)
    card = screen.view.card
    card.members.selectRow(0)
    for day, role in ((date(2026, 1, 5), Role.SECRETARY), (date(2026, 4, 1), Role.TREASURER)):
        answers(monkeypatch, role_change, RoleChange(day))
        card.role.choose(role)
        card.role.chosen.emit(role)
        card.members.selectRow(0)
    assert [view.line.detail for view in card.roles.lines] == [
        "Treasurer · since 01/04/2026",
        "Secretary · 05/01/2026 – 01/04/2026",
    ]
    answers(monkeypatch, role_change, None)
    card.role.choose(Role.PRESIDENT)
    card.role.chosen.emit(Role.PRESIDENT)
    assert card.role.value is Role.TREASURER  # nobody answered: nothing changed


def test_a_role_that_was_a_mistake_has_no_day(qtbot: QtBot) -> None:
    dialog = RoleChangeDialog(None, "UWIMANA Marie", "Treasurer", NOW.date())
    show(qtbot, dialog)
    assert dialog.result_of_form() == RoleChange(NOW.date())
    QTest.mouseClick(dialog.way.buttons[1], Qt.MouseButton.LeftButton)
    assert not dialog.day.isVisible()
    dialog.submit()
    assert dialog.answer == RoleChange(None)


@pytest.mark.parametrize("language", ["fr", "rw", "en"])
def test_the_language_changes_at_once_in_board_and_coverage(language: str, db: Database, open_page: Open) -> None:
    a_committee_that_came_alone(db)
    screen = open_page()
    for turn in (screen.show_coverage, screen.show_board):
        turn()
        switch_language(language)
        QGuiApplication.processEvents()
        turn()
    assert screen.view.kind.itemText(0) == i18n.Catalog(language).gettext("All kinds")
    assert screen.view.coverage.table.rows.rowCount() == 2
    switch_language("en")


# ---- lists of groups -------------------------------------------------------------------------------------------


LIST = "Name\tKind\tParent\nAbahuje\tVSLA\tNobody\nIndatwa\tcoop\t\nTwisungane\tchoir\t\n"


def test_a_copied_list_is_looked_at_and_added_at_one_stroke(
    db: Database, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, open_page: Open
) -> None:
    QGuiApplication.clipboard().setText(LIST)
    screen = open_page()
    seen: list[list[Verdict]] = []

    def ask(dialog: ImportGroupsDialog) -> object:
        qtbot.addWidget(dialog)
        seen.append([line.verdict for line in dialog.entries])
        assert dialog.accept_button.text() == "Add 1 group"
        dialog.table.selectRow(0)
        QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)  # the doubtful one, all the same
        assert dialog.accept_button.text() == "Add 2 groups"
        return dialog.result_of_form()

    monkeypatch.setattr(ImportGroupsDialog, "ask_user", ask)
    screen.import_list(paste=True)
    assert seen == [[Verdict.DOUBTFUL, Verdict.READY, Verdict.REJECTED]]
    assert [line.name for line in screen.view.lines] == ["Abahuje", "Indatwa"]
    work.undo()
    assert screen.view.is_empty


def test_a_column_nobody_could_guess_is_chosen_by_hand(work: Work, qtbot: QtBot) -> None:
    rows = (("Foo", "District"), ("Abahuje", "Rulindo"))
    dialog = ImportGroupsDialog(None, work, NOW.date(), (("x", "Akarere", "Ubwoko"), *rows[1:]), "list.csv")
    show(qtbot, dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.refusal.text() == "No column holds names of groups: choose it above."
    dialog.column.choose(0)
    dialog.field.setCurrentIndex(1)
    dialog.field.activated.emit(1)
    assert dialog.accept_button.isEnabled()
    assert [line.name for line in dialog.entries] == ["Abahuje"]


def test_the_page_and_its_dialogs_are_freed_when_closed(
    db: Database, work: Work, qtbot: QtBot, open_page: Open
) -> None:
    group = a_group(db, people=1)
    a_person(db)
    dialog = ElectionDialog(None, work, group, NOW.date())
    page = Groups(work)
    page.show_board()
    gone = [weakref.ref(dialog), weakref.ref(page)]
    delete(dialog)
    delete(page)
    del dialog, page
    gc.collect()
    assert [one() for one in gone] == [None, None]
