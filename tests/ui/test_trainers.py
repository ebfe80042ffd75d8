"""The tab of the trainers, and who trained whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_person, a_training
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.attendance import Status
from trainer_app.domain.trainers import Tier, TrainerForm
from trainer_app.i18n import label
from trainer_app.services import attendance, trainers, trainings
from trainer_app.ui.dialogs import cascade, trainer
from trainer_app.ui.dialogs.cascade import CascadeDialog
from trainer_app.ui.dialogs.trainer import TrainerAnswer, TrainerDialog
from trainer_app.ui.screens.people.people import PeopleScreen
from trainer_app.ui.screens.people.trainers import Trainers
from trainer_app.ui.widgets.person_picker import PersonPicker
from trainer_app.ui.work import Work

LATER = FIRST_DAY + timedelta(days=30)


@pytest.fixture
def open_list(qtbot: QtBot, work: Work) -> Callable[[], Trainers]:
    def opened() -> Trainers:
        screen = Trainers(work)
        show(qtbot, screen)
        return screen

    return opened


@pytest.fixture
def open_cascade(qtbot: QtBot, work: Work) -> Callable[[UUID], CascadeDialog]:
    def opened(person: UUID) -> CascadeDialog:
        dialog = CascadeDialog(None, work, person)
        show(qtbot, dialog)
        return dialog

    return opened


def show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(1093, 542)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def answers(monkeypatch: pytest.MonkeyPatch, module: object, answer: object) -> None:
    monkeypatch.setattr(module, "ask", lambda *asked, **options: answer)


def a_cascade(db: Database) -> tuple[UUID, UUID, UUID]:
    """Rose trained two people; the first of them trained two others a month later: Rose, the first, one of the last."""
    top = a_person(db, "ZANINKA Rose")
    first = led(db, top, 0)
    return top, first, led(db, first, 30)


def led(db: Database, trainer: UUID, after: int) -> UUID:
    training = a_training(db, people=2, first_day=FIRST_DAY + timedelta(days=after))
    with db.changing(label("Lead")) as s:
        trainings.set_trainers(s, training.id, [trainer])
        for person in training.people:
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, LATER + timedelta(days=9))
    return training.people[0]


def write(db: Database, who: UUID, **values: object) -> None:
    with db.changing(label("Make a trainer")) as s:
        trainers.write(s, who, TrainerForm(**values))  # type: ignore[arg-type]


def names(screen: Trainers) -> list[str]:
    return [line.name for line in screen.view.table.rows.rows]


def test_without_a_trainer_one_can_be_added_and_undone(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Trainers]
) -> None:
    who = a_person(db)
    screen = open_list()
    assert screen.view.is_empty
    answers(monkeypatch, trainer, TrainerAnswer(((who, "UWIMANA Marie"),), TrainerForm(Tier.MASTER, ("M1",), ("rw",))))
    QTest.mouseClick(screen.view.no_one.buttons[0], Qt.MouseButton.LeftButton)
    assert names(screen) == ["UWIMANA Marie"]
    assert "Can teach: M1" in screen.view.card.details.texts
    assert work.undo().words(i18n.screen()) == "UWIMANA Marie as a trainer"
    assert screen.view.is_empty


def test_several_people_become_trainers_in_one_gesture(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Trainers]
) -> None:
    one, other = a_person(db, "MUTONI Aline"), a_person(db, "UWASE Claude")
    screen = open_list()
    answers(monkeypatch, trainer, TrainerAnswer(((one, "MUTONI Aline"), (other, "UWASE Claude")), TrainerForm()))
    screen.does()["new"]()
    assert names(screen) == ["MUTONI Aline", "UWASE Claude"]
    work.undo()
    assert names(screen) == []


def test_the_list_shows_what_each_has_done(db: Database, open_list: Callable[[], Trainers]) -> None:
    top, _first, _last = a_cascade(db)
    write(db, top, tier=Tier.MASTER, modules=("M1", "M2"), languages=("rw", "fr"))
    screen = open_list()
    rows = screen.view.table.rows
    assert [rows.index(0, column).data() for column in range(8)] == [
        "ZANINKA Rose",
        "Master trainer",
        "M1 M2",
        "rw fr",
        "",
        "1",
        "2",
        "09/03/2026",
    ]
    assert rows.index(1, 1).data() == "not written down"
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning, screen)
    assert tester.model() is rows


def test_trainers_are_narrowed_and_all_come_back(db: Database, open_list: Callable[[], Trainers]) -> None:
    write(db, a_person(db, "MUTONI Aline"), modules=("M1",), languages=("rw",))
    write(db, a_person(db, "UWASE Claude"), modules=("M2",), languages=("fr",))
    screen = open_list()
    screen.view.module.choose("M2")
    screen.view.module.chosen.emit("M2")
    assert names(screen) == ["UWASE Claude"]
    screen.view.language.choose("rw")
    screen.view.language.chosen.emit("rw")
    assert screen.view.pages.currentWidget() is screen.view.nobody
    QTest.mouseClick(screen.view.nobody.buttons[0], Qt.MouseButton.LeftButton)
    assert names(screen) == ["MUTONI Aline", "UWASE Claude"]


def test_the_card_tells_the_cascade_and_leads_to_the_person(db: Database, work: Work, qtbot: QtBot) -> None:
    top, first, _last = a_cascade(db)
    frame = PeopleScreen(work)
    show(qtbot, frame)
    frame.arrive("trainers")
    frame.trainers.view.open_one(first)
    card = frame.trainers.view.card
    assert card.done.texts == ("Has trained 2 people (F 1) in 1 training.",)
    assert card.above.texts == ("ZANINKA Rose since 09/03/2026",)
    frame.trainers.view.open_one(top)
    assert card.done.texts == ("Has trained 2 people (F 1) in 1 training. 1 of them trains others.",)
    QTest.mouseClick(card.open, Qt.MouseButton.LeftButton)
    assert frame.tab is frame.people
    assert frame.people.view.card.title.text() == "ZANINKA Rose"


def test_whoever_is_no_trainer_any_more_keeps_what_they_led(db: Database, open_list: Callable[[], Trainers]) -> None:
    top, _first, _last = a_cascade(db)
    write(db, top)
    screen = open_list()
    screen.view.open_one(top)
    screen.remove_trainer()
    [line] = [line for line in screen.view.table.rows.rows if line.id == top]
    assert (line.tier, line.people) == (None, 2)
    assert not screen.view.card.remove.isVisible()


# ---- who trained whom ------------------------------------------------------------------------------------------


def test_the_tree_and_its_table_say_the_same(db: Database, open_cascade: Callable[[UUID], CascadeDialog]) -> None:
    top, first, last = a_cascade(db)
    dialog = open_cascade(top)
    assert dialog.tree.hasFocus()
    root = dialog.tree.topLevelItem(0)
    assert root is not None
    assert (root.text(0), root.childCount()) == ("ZANINKA Rose", 2)
    QTest.keyClick(dialog, Qt.Key.Key_L)
    assert dialog.pages.currentWidget() is dialog.table
    shown = {line.person_id: line.depth for line in dialog.table.rows.rows}
    assert (shown[top], shown[first], shown[last], len(shown)) == (0, 1, 2, 5)
    by = dialog.table.rows.index(dialog.table.rows.index_of(first).row(), 2).data()
    assert by == "ZANINKA Rose"
    dialog.only.setChecked(True)
    assert [line.person_id for line in dialog.table.rows.rows] == [top, first]


def test_enter_on_somebody_in_the_tree_opens_their_card(
    db: Database, open_cascade: Callable[[UUID], CascadeDialog]
) -> None:
    top, first, _last = a_cascade(db)
    dialog = open_cascade(top)
    dialog.only.setChecked(True)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert dialog.answer == first


def test_who_trained_nobody_sees_a_sentence_instead(
    db: Database, open_cascade: Callable[[UUID], CascadeDialog]
) -> None:
    dialog = open_cascade(a_person(db))
    assert dialog.pages.currentWidget() is dialog.nobody
    assert not dialog.accept_button.isVisible()


def test_the_tree_is_opened_from_the_list_with_one_key(
    db: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Trainers]
) -> None:
    top, first, _last = a_cascade(db)
    screen = open_list()
    screen.view.table.go_to(top)
    screen.view.table.setFocus()
    answers(monkeypatch, cascade, first)
    with qtbot.waitSignal(screen.person_wanted) as told:
        QTest.keyClick(screen.view.table, Qt.Key.Key_T)
    assert told.args == [first]


# ---- the form, and choosing trainers ---------------------------------------------------------------------------


def test_the_form_begins_with_what_is_known_and_asks_whom_it_is_about(qtbot: QtBot, db: Database, work: Work) -> None:
    who = a_person(db)
    write(db, who, tier=Tier.PEER_EDUCATOR, modules=("M1", "M3"), languages=("rw",))
    known = TrainerDialog(None, work, (who, "UWIMANA Marie"))
    qtbot.addWidget(known)
    known.modules.boxes[1].setChecked(True)
    known.submit()
    assert known.answer is not None
    assert known.answer.form == TrainerForm(Tier.PEER_EDUCATOR, ("M1", "M2", "M3"), ("rw",))
    new = TrainerDialog(None, work, None)
    qtbot.addWidget(new)
    new.submit()
    assert new.summary.lines[0].line.words == "Choose at least one person."


def test_where_trainers_are_chosen_those_who_train_come_first(qtbot: QtBot, db: Database, work: Work) -> None:
    a_person(db, "UWASE Aline")
    write(db, a_person(db, "UWASE Zoe"))
    picker = PersonPicker(None, "edTrainers", work, trainers.suggested)  # type: ignore[arg-type]
    qtbot.addWidget(picker)
    assert [line.name for line in picker.line.fitting("uwase")] == ["UWASE Zoe", "UWASE Aline"]
