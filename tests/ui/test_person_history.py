"""The whole history on a person's card, and agreement written down from the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_group, a_person, a_training
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.db.records import Call, Enrolment
from trainer_app.domain.attendance import Status
from trainer_app.domain.consent import ConsentForm, ConsentState
from trainer_app.domain.follow_up import CallOutcome
from trainer_app.domain.groups import MembershipForm, Role
from trainer_app.domain.trainers import Tier, TrainerForm
from trainer_app.i18n import label
from trainer_app.services import attendance, consent, groups, trainers
from trainer_app.ui.dialogs import consent as asking
from trainer_app.ui.dialogs import consent_list, membership
from trainer_app.ui.dialogs.consent import ConsentDialog, Withdrawal, WithdrawalDialog
from trainer_app.ui.dialogs.consent_list import ConsentListDialog, ListAnswer
from trainer_app.ui.dialogs.membership import MembershipDialog
from trainer_app.ui.screens.people.participants import Participants
from trainer_app.ui.work import Work

TODAY = date.today()
DAY = FIRST_DAY + timedelta(days=1)


@pytest.fixture
def open_list(qtbot: QtBot, work: Work) -> Callable[[], Participants]:
    def opened() -> Participants:
        screen = Participants(work)
        show(qtbot, screen)
        return screen

    return opened


def show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(1093, 542)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def answers(monkeypatch: pytest.MonkeyPatch, module: object, answer: object, name: str = "ask") -> None:
    monkeypatch.setattr(module, name, lambda *asked, **options: answer)


def agreed(db: Database, who: UUID, day: date = FIRST_DAY) -> None:
    with db.changing(label("Agree")) as s:
        consent.give(s, who, ConsentForm(day), TODAY)


# ---- the card --------------------------------------------------------------------------------------------------


def test_each_day_of_a_training_and_how_it_ended_stand_on_the_card(
    db: Database, open_list: Callable[[], Participants]
) -> None:
    training = a_training(db, people=1, days=2)
    [who] = training.people
    with db.changing(label("Work")) as s:
        attendance.mark(s, training.sessions[0], who, Status.PRESENT, DAY)
        row = s.query(Enrolment).one()
        row.left_on, row.left_reason = DAY, "Moved away"
    screen = open_list()
    screen.view.open_one(who)
    [words] = screen.view.card.trainings.texts
    assert "✓ present ·" in words
    assert "Left on 10/03/2026: Moved away" in words


def test_a_trainer_and_calls_stand_on_the_card(db: Database, open_list: Callable[[], Participants]) -> None:
    who = a_person(db)
    with db.changing(label("Work")) as s:
        trainers.write(s, who, TrainerForm(Tier.MASTER, ("M1",), ("rw",)))
        s.add(Call(person_id=who, called_on=DAY, outcome=CallOutcome.NO_ANSWER, words="Twice"))
    screen = open_list()
    screen.view.open_one(who)
    card = screen.view.card
    assert card.trainer.texts == ("Master trainer Can teach: M1\nSpeaks: Ikinyarwanda",)
    assert card.cascade.texts == ("Has trained nobody so far.",)
    assert card.contacts.texts == ("Call: No answer 10/03/2026 · Twice",)


def test_a_part_that_was_folded_stays_folded_for_the_next_person(
    db: Database, open_list: Callable[[], Participants]
) -> None:
    first, second = (
        a_person(db, "HABIMANA Jean", phone="+250788123456"),
        a_person(db, "UWASE Rose", phone="+250788123457"),
    )
    screen = open_list()
    screen.view.open_one(first)
    details = screen.view.card.details
    assert details.fold is not None
    assert details.lines[0].isVisible()
    QTest.mouseClick(details.fold, Qt.MouseButton.LeftButton)
    assert not details.lines[0].isVisible()
    screen.view.open_one(second)
    assert "0788 123 457" in details.texts[0]
    assert not details.lines[0].isVisible()
    details.fold.setFocus()
    QTest.keyClick(details.fold, Qt.Key.Key_Space)
    assert details.lines[0].isVisible()


def test_nothing_on_the_card_is_wider_than_the_card(db: Database, open_list: Callable[[], Participants]) -> None:
    who = a_person(db, "MUKANDAYISENGA Immaculée Béatrice", phone="+250788123456", occupation="seller of things " * 9)
    agreed(db, who)
    screen = open_list()
    screen.view.open_one(who)
    QTest.qWait(50)
    scroller = screen.view.card.scroller
    assert screen.view.card.body.width() <= scroller.viewport().width()


# ---- memberships -----------------------------------------------------------------------------------------------


def test_leaving_a_group_is_written_on_the_card_and_the_membership_stays(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Participants]
) -> None:
    group = a_group(db, people=1)
    [member] = work.read(groups.members, group)
    screen = open_list()
    screen.view.open_one(member.person_id)
    answers(monkeypatch, membership, MembershipForm(member.name, "COOP Twisungane", Role.MEMBER, FIRST_DAY, DAY))
    screen.view.card.groups.lines[0].deed.linkActivated.emit("open")
    assert screen.view.card.groups.texts == ("COOP Twisungane Member from 09/03/2026 to 10/03/2026",)
    assert work.read(groups.members, group) == ()
    assert work.undo().words(i18n.screen()) == f"{member.name} left COOP Twisungane"
    assert screen.view.card.groups.texts == ("COOP Twisungane Member",)


def test_the_form_of_a_membership_refuses_an_end_before_the_beginning(qtbot: QtBot, db: Database, work: Work) -> None:
    [member] = work.read(groups.members, a_group(db, people=1))
    dialog = MembershipDialog(None, work, member.membership_id)
    qtbot.addWidget(dialog)
    dialog.since.set_value(DAY)
    dialog.until.set_value(FIRST_DAY)
    dialog.submit()
    assert dialog.answer is None
    dialog.until.set_value(DAY)
    dialog.submit()
    assert dialog.answer is not None
    assert (dialog.answer.since, dialog.answer.until) == (DAY, DAY)


# ---- agreement -------------------------------------------------------------------------------------------------


def test_agreement_is_written_down_and_taken_back_from_the_card(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Participants]
) -> None:
    who = a_person(db)
    screen = open_list()
    screen.view.open_one(who)
    card = screen.view.card
    assert card.consent.texts == ("? Not asked yet",)
    answers(monkeypatch, asking, ConsentForm(FIRST_DAY))
    card.consent.lines[0].deed.linkActivated.emit("open")
    assert card.consent.texts[0].startswith("✓ Agreed on 09/03/2026 Signed the text · Ikinyarwanda · text 1")
    answers(monkeypatch, asking, Withdrawal(DAY, "By phone"), "ask_back")
    card.consent.lines[0].deed.linkActivated.emit("open")
    assert card.consent.texts[0].startswith("✕ Taken back on 10/03/2026")
    assert "By phone" in card.consent.texts[0]
    assert work.undo().words(i18n.screen()) == "UWIMANA Marie takes the agreement back"
    assert card.consent.texts[0].startswith("✓ Agreed")


def test_the_list_shows_with_whom_it_stands_how_and_can_be_narrowed(
    db: Database, open_list: Callable[[], Participants]
) -> None:
    agreed(db, a_person(db, "HABIMANA Jean"))
    a_person(db, "UWASE Rose")
    screen = open_list()
    rows = screen.view.table.rows
    last = rows.columnCount() - 1
    assert [rows.index(row, last).data() for row in range(2)] == ["✓ agreed", "? not asked"]
    screen.filters.agreed.choose(ConsentState.NOT_ASKED)
    screen.filters.agreed.chosen.emit(ConsentState.NOT_ASKED)
    assert [line.name for line in rows.rows] == ["UWASE Rose"]
    assert screen.count.text() == "1 person (F 0)"


def test_everybody_chosen_in_the_list_agrees_in_one_gesture(
    db: Database, work: Work, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Participants]
) -> None:
    a_group(db, people=3)
    screen = open_list()
    screen.view.table.selectAll()
    answers(monkeypatch, asking, ConsentForm(FIRST_DAY))
    screen.agreeing.actions[0].trigger()
    assert {line.consent.state for line in screen.view.table.rows.rows} == {ConsentState.AGREED}
    assert work.undo().words(i18n.screen()) == "Agreement of 3 people"
    assert {line.consent.state for line in screen.view.table.rows.rows} == {ConsentState.NOT_ASKED}


def test_all_who_signed_a_list_agree_at_once(
    db: Database, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, open_list: Callable[[], Participants]
) -> None:
    training = a_training(db, people=3)
    with db.changing(label("Mark")) as s:
        for person in training.people[:2]:
            attendance.mark(s, training.sessions[0], person, Status.PRESENT, DAY)
    screen = open_list()
    answers(monkeypatch, consent_list, ListAnswer(training.id, "X-001", FIRST_DAY, "rw"))
    with qtbot.waitSignal(screen.finished) as told:
        screen.agreeing.actions[1].trigger()
    assert told.args == ["2 people agreed on the list.", True]


def test_the_window_of_a_list_says_whom_it_is_about_before_it_writes(qtbot: QtBot, db: Database, work: Work) -> None:
    training = a_training(db, people=3)
    with db.changing(label("Mark")) as s:
        for person in training.people[:2]:
            attendance.mark(s, training.sessions[0], person, Status.LATE, DAY)
    agreed(db, training.people[0])
    dialog = ConsentListDialog(None, work, TODAY)
    qtbot.addWidget(dialog)
    assert dialog.found.text().splitlines() == [
        "2 people came to this training.",
        "1 is not asked yet and is written down now.",
        "1 agreed already.",
    ]
    assert dialog.day.value == FIRST_DAY
    dialog.submit()
    assert dialog.answer is not None
    assert dialog.answer.training_id == training.id


def test_the_text_is_read_in_the_language_chosen_and_the_future_is_refused(
    qtbot: QtBot, db: Database, work: Work
) -> None:
    dialog = ConsentDialog(None, work, "UWIMANA Marie", 1, TODAY)
    qtbot.addWidget(dialog)
    dialog.language.choose("rw")
    dialog.language.chosen.emit("rw")
    assert dialog.heading.text() == consent.text("rw").title
    dialog.given_on.set_value(TODAY + timedelta(days=1))
    dialog.submit()
    assert dialog.summary.lines[0].line.words == "This day has not come yet."
    dialog.given_on.set_value(TODAY)
    dialog.submit()
    assert dialog.answer is not None
    assert (dialog.answer.language, dialog.answer.text_version) == ("rw", "1")


def test_taking_back_needs_no_more_than_a_day(qtbot: QtBot) -> None:
    dialog = WithdrawalDialog(None, "UWIMANA Marie", TODAY)
    qtbot.addWidget(dialog)
    dialog.submit()
    assert dialog.answer == Withdrawal(TODAY, "")
