"""The list of persons and the form of one, used as a trainer does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.groups import Role
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.i18n import label
from trainer_app.services import attendance, people, places
from trainer_app.ui.dialogs import group_choice, person
from trainer_app.ui.dialogs.group_choice import GroupChoice
from trainer_app.ui.dialogs.person import NOBODY, PersonAnswer, PersonDialog
from trainer_app.ui.screens.people import export
from trainer_app.ui.screens.people.participants import Participants
from trainer_app.ui.work import Work


@pytest.fixture
def open_list(qtbot: QtBot, work: Work) -> Callable[[], Participants]:
    def opened() -> Participants:
        screen = Participants(work)
        qtbot.addWidget(screen)
        screen.resize(1134, 600)
        show(qtbot, screen)
        screen.first_focus().setFocus()
        return screen

    return opened


@pytest.fixture
def form(qtbot: QtBot, work: Work) -> Iterator[Callable[..., PersonDialog]]:
    def opened(person_id: UUID | None = None, group_id: UUID | None = None) -> PersonDialog:
        dialog = PersonDialog(None, work, person_id, group_id, NOBODY)
        qtbot.addWidget(dialog)
        show(qtbot, dialog)
        return dialog

    return opened


def show(qtbot: QtBot, window: QWidget) -> None:
    """In front, so that it can have the keyboard."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def names(screen: Participants) -> list[str]:
    rows = screen.view.table.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def answers(monkeypatch: pytest.MonkeyPatch, module: object, answer: object) -> None:
    monkeypatch.setattr(module, "ask", lambda *asked, **options: answer)


# ---- finding ---------------------------------------------------------------------------------------------------


def test_the_list_opens_with_everybody_in_name_order_and_says_how_many(
    db: Database, open_list: Callable[[], Participants]
) -> None:
    a_person(db, "UWIMANA Marie", sex=Sex.FEMALE)
    a_person(db, "HABIMANA Jean", sex=Sex.MALE)
    screen = open_list()
    assert names(screen) == ["HABIMANA Jean", "UWIMANA Marie"]
    assert screen.count.text() == "2 people (F 1)"
    assert screen.first_focus().objectName() == "edPeopleSearch"


def test_the_list_follows_as_one_types_and_accents_do_not_matter(
    db: Database, qtbot: QtBot, open_list: Callable[[], Participants]
) -> None:
    a_person(db, "NIYONZIMA Théogène")
    a_person(db, "UWIMANA Marie")
    screen = open_list()
    QTest.keyClicks(screen.filters.search, "theog")
    qtbot.waitUntil(lambda: names(screen) == ["NIYONZIMA Théogène"])
    assert screen.count.text() == "1 person (F 0)"


def test_sex_and_group_narrow_the_list_and_its_count(db: Database, open_list: Callable[[], Participants]) -> None:
    group = a_group(db, people=4)
    a_person(db, "ZANINKA Rose", sex=Sex.FEMALE)
    screen = open_list()
    screen.filters.group.choose(group)
    screen.filters.sex.choose(Sex.FEMALE)
    screen.filters.sex.chosen.emit(Sex.FEMALE)
    assert screen.count.text() == "2 people (F 2)"
    assert "ZANINKA Rose" not in names(screen)


def test_nobody_found_says_so_and_shows_everyone_again(db: Database, open_list: Callable[[], Participants]) -> None:
    a_person(db, "UWIMANA Marie")
    screen = open_list()
    screen.filters.clear("xyz")
    assert screen.view.pages.currentWidget() is screen.view.nobody
    QTest.mouseClick(screen.view.nobody.buttons[0], Qt.MouseButton.LeftButton)
    assert names(screen) == ["UWIMANA Marie"]


def test_an_empty_programme_proposes_one_way_to_begin(qtbot: QtBot, open_list: Callable[[], Participants]) -> None:
    screen = open_list()
    assert screen.view.is_empty
    assert screen.add_button.property("kind") != "primary"
    with qtbot.waitSignal(screen.import_wanted) as asked:
        QTest.mouseClick(screen.view.no_one.buttons[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["file"]


def test_a_long_list_is_fetched_page_by_page(db: Database, open_list: Callable[[], Participants]) -> None:
    with db.changing(label("Fill")) as s:
        for number in range(450):
            people.add(s, PersonForm(f"UWASE {number:03}"), code=f"X-P{number:04}")
    screen = open_list()
    table = screen.view.table
    assert table.rows.rowCount() == 200
    tester = QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Warning, screen)
    assert tester.model() is table.rows
    assert screen.count.text() == "450 people (F 0)"
    while table.rows.canFetchMore():
        table.rows.fetchMore()
    assert table.rows.rowCount() == 450
    assert names(screen) == sorted(names(screen))


def test_a_long_list_stays_where_it_is_when_somebody_far_down_is_edited(
    db: Database, work: Work, open_list: Callable[[], Participants]
) -> None:
    with db.changing(label("Fill")) as s:
        for number in range(450):
            people.add(s, PersonForm(f"UWASE {number:03}"), code=f"X-P{number:04}")
    screen = open_list()
    table = screen.view.table
    table.rows.fetchMore()
    table.selectRow(350)
    line, fetched = table.rows.rows[350], table.rows.rowCount()
    work.change(label("Edit {name}", name=line.name), people.edit, line.id, PersonForm(line.name, sex=Sex.FEMALE))
    assert table.rows.rowCount() == fetched
    assert table.current_row() == table.rows.rows[350]
    assert table.rows.rows[350].sex is Sex.FEMALE


def test_the_model_of_the_list_keeps_the_rules_of_models(db: Database, open_list: Callable[[], Participants]) -> None:
    a_group(db, people=5)
    screen = open_list()
    rows = screen.view.table.rows
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning, screen)
    assert tester.model() is rows
    screen.filters.clear("uwimana")
    screen.filters.clear()
    assert screen.view.table.rows.rowCount() == 5


# ---- the card --------------------------------------------------------------------------------------------------


def test_enter_opens_the_card_with_groups_trainings_and_history(
    db: Database, open_list: Callable[[], Participants]
) -> None:
    training = a_training(db, people=1, days=2)
    with db.changing(label("Mark {name}", name="X")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, FIRST_DAY)
    screen = open_list()
    screen.view.table.setFocus()
    QTest.keyClick(screen.view.table, Qt.Key.Key_Return)
    card = screen.view.card
    assert card.isVisible()
    assert card.groups.texts == ("COOP Twisungane Member",)
    assert "1 of 2 sessions" in card.trainings.texts[0]
    assert card.past.lines
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_card_shows_the_identity_card_masked_and_what_was_changed(
    db: Database, work: Work, open_list: Callable[[], Participants]
) -> None:
    who = a_person(db, "UWIMANA Marie", phone="+250788123456", national_id="1198570012345612")
    work.change(label("Edit {name}", name="UWIMANA Marie"), people.edit, who, PersonForm("UWIMANA Marie"))
    screen = open_list()
    screen.view.open_one(who)
    shown = words_on(screen.view.card)
    assert "•••• 5612" in shown
    assert "1198570012345612" not in shown
    assert "Phone: 0788 123 456 → empty" in shown


def test_a_person_on_a_later_page_is_found_by_code(
    qtbot: QtBot, db: Database, open_list: Callable[[], Participants]
) -> None:
    with db.changing(label("Fill")) as s:
        for number in range(250):
            people.add(s, PersonForm(f"MUTONI {number:03}"), code=f"X-P{number:04}")
    last = a_person(db, "ZANINKA Rose")
    screen = open_list()
    screen.view.open_one(last)
    assert names(screen) == ["ZANINKA Rose"]
    assert screen.view.card.title.text() == "ZANINKA Rose"
    QTest.keyClicks(screen.first_focus(), "mutoni 249")  # what was looked for gives way to it
    qtbot.waitUntil(lambda: names(screen) == ["MUTONI 249"])


def test_a_possible_duplicate_is_named_on_the_card_and_leads_to_it(
    db: Database, open_list: Callable[[], Participants]
) -> None:
    first = a_person(db, "MUKAMANA Béatrice", phone="+250788123456")
    a_person(db, "MUKAMANA Beatrice", phone="+250788123456")
    screen = open_list()
    screen.view.open_one(first)
    [line] = screen.view.card.alike.lines
    line.link.linkActivated.emit("open")
    assert screen.view.card.title.text() == "MUKAMANA Beatrice"


# ---- gestures --------------------------------------------------------------------------------------------------


def test_a_new_person_is_written_in_the_group_that_was_chosen(
    db: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Participants]
) -> None:
    group = a_group(db)
    answers(monkeypatch, person, PersonAnswer(PersonForm("UWIMANA Marie"), group, Role.TREASURER))
    screen = open_list()
    with qtbot.waitSignal(screen.finished) as told:
        screen.does()["new"]()
    assert told.args == ["UWIMANA Marie is in the list now.", True]
    assert screen.view.card.groups.texts == ("COOP Twisungane Treasurer",)


def test_f2_edits_the_person_and_ctrl_z_brings_the_old_words_back(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Participants]
) -> None:
    who = a_person(db, "UWIMANA Mari")
    screen = open_list()
    screen.view.open_one(who)
    answers(monkeypatch, person, PersonAnswer(PersonForm("UWIMANA Marie")))
    screen.edit_person()
    assert names(screen) == ["UWIMANA Marie"]
    assert work.undo().words(i18n.screen()) == "Edit UWIMANA Mari"
    assert names(screen) == ["UWIMANA Mari"]


def test_removing_asks_nothing_and_undo_brings_the_person_back_to_the_group(
    db: Database, work: Work, qtbot: QtBot, open_list: Callable[[], Participants]
) -> None:
    group = a_group(db, people=2)
    screen = open_list()
    screen.view.table.setFocus()
    gone, left = names(screen)
    with qtbot.waitSignal(screen.finished) as told:
        screen.remove_people()
    assert told.args == [f"{gone} is out of the lists.", True]
    assert names(screen) == [left]
    assert not screen.view.card.isVisible()
    work.undo()
    assert len(work.read(people.people, group_id=group)) == 2


def test_several_people_are_removed_in_one_gesture(
    db: Database, work: Work, open_list: Callable[[], Participants]
) -> None:
    a_group(db, people=3)
    screen = open_list()
    screen.view.table.selectAll()
    screen.remove_people()
    assert screen.view.is_empty
    work.undo()
    assert len(names(screen)) == 3


def test_people_are_added_to_a_group_with_a_role(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Participants]
) -> None:
    group = a_group(db)
    who = a_person(db, "UWIMANA Marie")
    screen = open_list()
    screen.view.open_one(who)
    answers(monkeypatch, group_choice, GroupChoice(group, "COOP Twisungane", Role.PRESIDENT))
    screen.add_to_group()
    assert screen.view.card.groups.texts == ("COOP Twisungane President",)
    undo = work.undo_label()
    assert undo is not None
    assert undo.words(i18n.screen()) == "Add UWIMANA Marie to COOP Twisungane"


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".csv", ".pdf"])
def test_the_list_is_exported_with_masked_phones_and_noted(
    suffix: str,
    db: Database,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    open_list: Callable[[], Participants],
) -> None:
    a_person(db, "UWIMANA Marie", phone="+250788123456")
    screen = open_list()
    file = tmp_path / f"list{suffix}"
    answers(monkeypatch, export, file)
    with qtbot.waitSignal(screen.told, timeout=20_000) as told:
        screen.export(suffix)
    assert told.args[0].words() == f"Saved list{suffix}"
    assert told.args[0].action == "Open folder"
    if suffix == ".csv":
        assert "••• 456" in file.read_text("utf-8-sig")
        assert "0788" not in file.read_text("utf-8-sig")


def test_whole_phone_numbers_are_exported_only_when_ticked(
    db: Database,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    open_list: Callable[[], Participants],
) -> None:
    a_person(db, "UWIMANA Marie", phone="+250788123456")
    screen = open_list()
    screen.export_menu.whole_phones.setChecked(True)
    answers(monkeypatch, export, tmp_path / "list.csv")
    with qtbot.waitSignal(screen.told, timeout=20_000):
        screen.export(".csv")
    assert "0788 123 456" in (tmp_path / "list.csv").read_text("utf-8-sig")


def test_an_export_is_nothing_to_undo(
    db: Database,
    work: Work,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    open_list: Callable[[], Participants],
) -> None:
    a_person(db)
    screen = open_list()
    answers(monkeypatch, export, tmp_path / "list.csv")
    with qtbot.waitSignal(screen.told, timeout=20_000):
        screen.export(".csv")
    undo = work.undo_label()
    assert undo is not None
    assert undo.words(i18n.screen()) == "Add a person"


# ---- the form --------------------------------------------------------------------------------------------------


def test_family_and_given_names_are_proposed_until_somebody_writes_them(form: Callable[..., PersonDialog]) -> None:
    dialog = form()
    QTest.keyClicks(dialog.name, "UWIMANA Marie")
    assert (dialog.family.text(), dialog.given.text()) == ("UWIMANA", "Marie")
    QTest.keyClicks(dialog.given, " Rose")
    QTest.keyClicks(dialog.name, " Chantal")
    assert dialog.given.text() == "Marie Rose"


def test_an_identity_card_proposes_sex_and_year_and_overwrites_neither(form: Callable[..., PersonDialog]) -> None:
    dialog = form()
    QTest.keyClicks(dialog.card, "1198570012345612")
    assert (dialog.sex.value, dialog.birth.text()) == (Sex.FEMALE, "1985")
    dialog.birth.setText("1990")
    dialog.card.clear()
    QTest.keyClicks(dialog.card, "1199980012345612")
    assert (dialog.sex.value, dialog.birth.text()) == (Sex.FEMALE, "1990")


@pytest.mark.parametrize("typed", ["0788 123 456", "788123456", "+250 788 123 456", "00250788123456"])
def test_a_phone_is_kept_in_one_way_however_it_is_typed(typed: str, form: Callable[..., PersonDialog]) -> None:
    dialog = form()
    dialog.phone.setText(typed)
    assert dialog.typed().phone == "+250788123456"


def test_what_is_wrong_is_said_above_the_form_and_beside_the_question_in_the_same_words(
    form: Callable[..., PersonDialog],
) -> None:
    dialog = form()
    dialog.phone.setText("078812345")
    dialog.birth.setText("soon")
    dialog.submit()
    said = [view.line.words for view in dialog.summary.lines]
    assert said[0] == "A person needs a name."
    assert "A mobile number has 10 digits, e.g. 0788 123 456." in said
    assert dialog.form.fields["phone"].error.text() in said
    assert dialog.summary.lines[0].link.hasFocus()
    assert dialog.answer is None
    dialog.summary.lines[-1].link.linkActivated.emit("open")
    assert dialog.phone.hasFocus()
    assert dialog.phone.text() == "078812345"


def test_a_person_who_is_in_the_list_already_is_shown_while_typing(
    db: Database, qtbot: QtBot, form: Callable[..., PersonDialog]
) -> None:
    known = a_person(db, "MUKAMANA Béatrice", phone="+250788123456")
    dialog = form()
    QTest.keyClicks(dialog.name, "mukamana beatrice")
    qtbot.waitUntil(lambda: dialog.alike.texts == ("MUKAMANA Béatrice 0788 123 456",))
    dialog.alike.lines[0].link.linkActivated.emit("open")
    assert dialog.answer is not None
    assert dialog.answer.existing == known


def test_editing_nothing_changes_nothing(db: Database, work: Work, form: Callable[..., PersonDialog]) -> None:
    base = work.read(places.find, "base rulindo")[0]
    who = a_person(
        db,
        "UWIMANA Marie",
        family="UWIMANA",
        given="Marie",
        sex=Sex.FEMALE,
        birth_year=1994,
        phone="+250788123456",
        national_id="1199470012345612",
        occupation="farmer",
        schooling="P6",
        language="lingala",
        place_id=base.id,
        village="Kabeza",
        note="Comes by bus",
    )
    dialog = form(who)
    assert dialog.typed() == work.read(people.form, who)
    assert "•••• 5612" in dialog.card.placeholderText()


def test_a_role_is_asked_only_of_a_member(db: Database, form: Callable[..., PersonDialog]) -> None:
    group = a_group(db)
    assert not form().role.isVisible()
    dialog = form(group_id=group)
    assert dialog.role.isVisible()
    dialog.name.setText("UWIMANA Marie")
    dialog.role.choose(Role.SECRETARY)
    dialog.submit()
    assert dialog.answer is not None
    assert (dialog.answer.group_id, dialog.answer.role) == (group, Role.SECRETARY)


def test_a_day_or_a_year_of_birth_is_read_and_the_future_is_refused(form: Callable[..., PersonDialog]) -> None:
    dialog = form()
    dialog.name.setText("UWIMANA Marie")
    dialog.birth.setText("1994")
    assert (dialog.typed().birth_year, dialog.typed().birth_date) == (1994, None)
    dialog.birth.setText("5/3/1994")
    assert f"{dialog.typed().birth_date}" == "1994-03-05"
    dialog.birth.setText("2999")
    assert "birth" in dialog.problems()


def test_the_villages_of_the_chosen_cell_are_proposed(work: Work, form: Callable[..., PersonDialog]) -> None:
    cell = work.read(places.find, "Gitare Base Rulindo", "cell")[0]
    dialog = form()
    dialog.place.set_value(cell.id)
    assert len(dialog.village.fitting("")) > 1
    first = dialog.village.fitting("")[0]
    assert dialog.village.fitting(first[:3].upper())[0].casefold().startswith(first[:3].casefold())


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_the_form_fits_a_small_window_with_its_buttons_in_sight(
    language: str, form: Callable[..., PersonDialog]
) -> None:
    i18n.use(language)
    dialog = form()
    assert dialog.width() <= 1093
    assert dialog.height() <= 542
    bottom = dialog.accept_button.mapTo(dialog, dialog.accept_button.rect().bottomRight())
    assert dialog.rect().contains(bottom)


def test_every_control_of_the_form_has_a_name_for_the_ear(form: Callable[..., PersonDialog]) -> None:
    dialog = form()
    for field in dialog.form.fields.values():
        assert field.control.accessibleName()
