"""The list of groups, the card of one with its members, and the frame with both tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_person, a_training
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.groups import GroupForm, GroupKind, Role
from trainer_app.domain.people import PersonForm
from trainer_app.errors import TrainerError
from trainer_app.i18n import label
from trainer_app.services import groups, people
from trainer_app.ui.dialogs import group, person, role_change
from trainer_app.ui.dialogs.group import GroupDialog
from trainer_app.ui.dialogs.person import PersonAnswer
from trainer_app.ui.dialogs.role_change import RoleChange
from trainer_app.ui.screens.people.groups import Groups
from trainer_app.ui.screens.people.people import PeopleScreen
from trainer_app.ui.work import Work


@pytest.fixture
def open_list(qtbot: QtBot, work: Work) -> Callable[[], Groups]:
    def opened() -> Groups:
        screen = Groups(work)
        show(qtbot, screen)
        return screen

    return opened


@pytest.fixture
def frame(qtbot: QtBot, work: Work) -> PeopleScreen:
    screen = PeopleScreen(work)
    show(qtbot, screen)
    return screen


def show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(1134, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def cells(view: QWidget, row: int) -> list[str]:
    rows = view.rows  # type: ignore[attr-defined]
    return [rows.index(row, column).data() for column in range(rows.columnCount())]


def members(screen: Groups) -> list[tuple[str, Role]]:
    return [(line.name, line.role) for line in screen.view.card.members.rows.rows]


def answers(monkeypatch: pytest.MonkeyPatch, module: object, answer: object) -> None:
    monkeypatch.setattr(module, "ask", lambda *asked, **options: answer)


# ---- the list --------------------------------------------------------------------------------------------------


def test_the_list_shows_members_women_and_coverage(db: Database, open_list: Callable[[], Groups]) -> None:
    a_group(db, "COOP Twisungane", people=4)
    screen = open_list()
    name, _code, kind, _place, _chain, count, trained, *_others = cells(screen.view.table, 0)
    assert (name, kind, count, trained) == ("COOP Twisungane", "Cooperative", "4 (F 2)", "0/4")
    assert screen.count.text() == "1 group · 4 members"


def test_groups_are_searched_and_narrowed_by_kind(db: Database, qtbot: QtBot, open_list: Callable[[], Groups]) -> None:
    a_group(db, "COOP Twisungane")
    a_group(db, "Inshuti")
    screen = open_list()
    QTest.keyClicks(screen.view.search, "insh")
    qtbot.waitUntil(lambda: screen.view.table.rows.rowCount() == 1)
    screen.view.kind.choose(GroupKind.SAVINGS)
    screen.view.kind.chosen.emit(GroupKind.SAVINGS)
    assert screen.view.pages.currentWidget() is screen.view.nobody
    screen.view.show_all()
    assert screen.view.table.rows.rowCount() == 2


def test_without_a_group_one_can_be_added(
    work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Groups]
) -> None:
    screen = open_list()
    assert screen.view.is_empty
    answers(monkeypatch, group, GroupForm("Twisungane", GroupKind.COOPERATIVE))
    QTest.mouseClick(screen.view.no_one.buttons[0], Qt.MouseButton.LeftButton)
    assert screen.view.card.title.text() == "Twisungane"
    assert screen.view.card.add.hasFocus()


def test_editing_a_group_is_one_gesture_that_can_be_undone(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Groups]
) -> None:
    key = a_group(db, "Twisungan")
    screen = open_list()
    screen.view.open_one(key)
    answers(monkeypatch, group, GroupForm("Twisungane", GroupKind.COOPERATIVE))
    screen.edit_group()
    assert screen.view.card.title.text() == "Twisungane"
    assert work.undo().words(i18n.screen()) == "Edit Twisungan"
    assert screen.view.card.title.text() == "Twisungan"


def test_removing_a_group_keeps_its_members_and_undo_brings_it_back(
    db: Database, work: Work, open_list: Callable[[], Groups]
) -> None:
    key = a_group(db, people=3)
    screen = open_list()
    screen.view.open_one(key)
    screen.remove_group()
    assert screen.view.is_empty
    assert not screen.view.card.isVisible()
    assert len(work.read(people.people)) == 3
    work.undo()
    assert cells(screen.view.table, 0)[5] == "3 (F 1)"


def test_a_group_with_trainings_is_not_removed(db: Database, open_list: Callable[[], Groups]) -> None:
    training = a_training(db)
    screen = open_list()
    screen.view.open_one(training.group)
    with pytest.raises(TrainerError, match="has trainings"):
        screen.remove_group()
    assert not screen.view.is_empty


# ---- members ---------------------------------------------------------------------------------------------------


def test_a_known_person_is_found_by_name_and_added_with_the_keyboard(
    db: Database, qtbot: QtBot, open_list: Callable[[], Groups]
) -> None:
    key = a_group(db)
    a_person(db, "MUKAMANA Béatrice")
    screen = open_list()
    screen.view.open_one(key)
    line = screen.view.card.add
    line.setFocus()
    QTest.keyClicks(line, "beatr")
    qtbot.waitUntil(lambda: line.is_proposing)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert members(screen) == [("MUKAMANA Béatrice", Role.MEMBER)]
    assert line.hasFocus()
    assert line.text() == ""


def test_a_name_nobody_has_becomes_a_new_person_through_the_form(
    db: Database, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Groups]
) -> None:
    key = a_group(db)
    screen = open_list()
    screen.view.open_one(key)
    asked: list[PersonForm] = []

    def ask(*_asked: object, form: PersonForm, group_id: UUID) -> PersonAnswer:
        asked.append(form)
        return PersonAnswer(PersonForm("ZANINKA Rose"), group_id, Role.TREASURER)

    monkeypatch.setattr(person, "ask", ask)
    line = screen.view.card.add
    line.setFocus()
    QTest.keyClicks(line, "zaninka")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked == [PersonForm("zaninka")]
    assert members(screen) == [("ZANINKA Rose", Role.TREASURER)]


def test_a_role_is_changed_and_the_change_undone(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Groups]
) -> None:
    key = a_group(db, people=1)
    screen = open_list()
    screen.view.open_one(key)
    card = screen.view.card
    assert not card.role.isVisible()
    card.members.selectRow(0)
    assert card.role.value == Role.MEMBER
    answers(monkeypatch, role_change, RoleChange(None))
    card.role.choose(Role.PRESIDENT)
    card.role.chosen.emit(Role.PRESIDENT)
    assert [role for _name, role in members(screen)] == [Role.PRESIDENT]
    work.undo()
    assert [role for _name, role in members(screen)] == [Role.MEMBER]


def test_a_member_is_taken_out_and_stays_in_the_list_of_people(
    db: Database, work: Work, open_list: Callable[[], Groups]
) -> None:
    key = a_group(db, people=2)
    screen = open_list()
    screen.view.open_one(key)
    table = screen.view.card.members
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert len(members(screen)) == 1
    assert len(work.read(people.people)) == 2


def test_a_training_is_planned_for_the_group_on_the_card(
    db: Database, qtbot: QtBot, open_list: Callable[[], Groups]
) -> None:
    key = a_group(db)
    screen = open_list()
    screen.view.open_one(key)
    with qtbot.waitSignal(screen.go) as asked:
        QTest.mouseClick(screen.view.card.plan, Qt.MouseButton.LeftButton)
    assert asked.args == ["new_training", key]


# ---- the form --------------------------------------------------------------------------------------------------


def test_a_group_cannot_be_put_inside_itself_or_a_group_inside_it(db: Database, work: Work, qtbot: QtBot) -> None:
    top = a_group(db, "Union")
    with db.changing(label("Add")) as s:
        inner = groups.add(s, GroupForm("Branch", parent_id=top))
    other = a_group(db, "Other")
    dialog = GroupDialog(None, work, top)
    qtbot.addWidget(dialog)
    offered = [dialog.parent_group.itemText(number) for number in range(dialog.parent_group.count())]
    assert offered == ["", "Other"]
    assert work.read(groups.find_card, inner) is not None
    assert work.read(groups.find_card, other) is not None


def test_editing_nothing_changes_nothing(db: Database, work: Work, qtbot: QtBot) -> None:
    form = GroupForm("Twisungane", GroupKind.BRANCH, None, a_group(db, "Union"), True, date(2025, 2, 1))
    with db.changing(label("Add")) as s:
        key = groups.add(s, form)
    dialog = GroupDialog(None, work, key)
    qtbot.addWidget(dialog)
    assert dialog.result_of_form() == form


def test_a_nameless_group_and_a_day_that_is_none_are_refused_in_the_form(work: Work, qtbot: QtBot) -> None:
    dialog = GroupDialog(None, work)
    show(qtbot, dialog)
    dialog.formed_on.line.setText("32/13/2025")
    dialog.submit()
    assert dialog.answer is None
    assert [view.line.words for view in dialog.summary.lines] == [
        "A group needs a name.",
        "A day is written like 05/03/2026.",
    ]


# ---- both tabs -------------------------------------------------------------------------------------------------


def test_a_group_on_a_persons_card_leads_to_the_group_and_a_member_back_to_the_person(
    db: Database, frame: PeopleScreen
) -> None:
    a_group(db, people=1)
    line = frame.people.view.table.rows.rows[0]
    frame.open_person(line.id)
    frame.people.view.card.groups.lines[0].link.linkActivated.emit("open")
    assert frame.tab is frame.groups
    assert frame.groups.view.card.title.text() == "COOP Twisungane"
    members_table = frame.groups.view.card.members
    members_table.setFocus()
    members_table.selectRow(0)
    QTest.keyClick(members_table, Qt.Key.Key_Return)
    assert frame.tab is frame.people
    assert frame.people.view.card.title.text() == line.name


def test_ctrl_tab_turns_to_the_groups_and_the_search_box_has_the_keyboard(db: Database, frame: PeopleScreen) -> None:
    a_person(db)
    frame.people.view.table.setFocus()
    QTest.keyClick(frame.people.view.table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert frame.tab is frame.groups
    assert frame.groups.view.search.hasFocus()


def test_another_page_can_ask_for_a_person_or_a_group(db: Database, frame: PeopleScreen) -> None:
    key, who = a_group(db), a_person(db, "UWIMANA Marie")
    frame.arrive(key)
    assert frame.groups.view.card.title.text() == "COOP Twisungane"
    frame.arrive(who)
    assert frame.people.view.card.title.text() == "UWIMANA Marie"


def test_what_a_tab_tells_is_passed_on(db: Database, qtbot: QtBot, frame: PeopleScreen) -> None:
    a_person(db, "UWIMANA Marie")
    frame.people.view.table.selectRow(0)
    with qtbot.waitSignal(frame.finished) as told:
        frame.people.remove_people()
    assert told.args[1] is True


@pytest.mark.parametrize("language", ["fr", "rw", "en"])
def test_the_language_changes_at_once(language: str, db: Database, qtbot: QtBot, frame: PeopleScreen) -> None:
    from trainer_app.ui.translated import switch_language

    a_group(db, people=1)
    frame.arrive("groups")
    switch_language(language)
    wanted = i18n.Catalog(language).gettext("Members")
    headers = frame.groups.view.table.rows
    qtbot.waitUntil(lambda: wanted in [headers.headerData(n, Qt.Orientation.Horizontal) for n in range(6)])
    switch_language("en")
