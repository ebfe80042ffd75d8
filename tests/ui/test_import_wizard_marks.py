"""A register or scores filled in elsewhere come in through the same window, and one answer serves many rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.builders import ATraining, a_person, a_training
from tests.ui.test_import_wizard import Rows, a_file, checked, names, press, shown
from trainer_app.db.database import Database
from trainer_app.db.records import ImportMapping
from trainer_app.domain.attendance import Status
from trainer_app.domain.calendar_events import CalendarRead
from trainer_app.domain.imports.causes import Cause, Deed
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.imports.kinds import ListKind
from trainer_app.domain.imports.notes import Doubt, Note, Problem
from trainer_app.domain.people import Sex
from trainer_app.domain.scores import Mark
from trainer_app.i18n import label
from trainer_app.services import attendance, people, places, scores
from trainer_app.ui.dialogs.import_wizard.entries import ImportOrder, MarksOrder, State
from trainer_app.ui.dialogs.import_wizard.wizard import CHECK, COLUMNS, FILE, ImportWizard
from trainer_app.ui.screens.people.people import PeopleScreen
from trainer_app.ui.screens.session.attendance import AttendanceTab
from trainer_app.ui.screens.session.workspace import SessionScreen
from trainer_app.ui.work import Work

P, A, L, E = Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=4, days=2)


@pytest.fixture
def read(qtbot: QtBot, tmp_path: Path, work: Work) -> Callable[..., ImportWizard]:
    def begun(rows: Rows, training: UUID | None = None) -> ImportWizard:
        window = ImportWizard(None, work, None, training)
        qtbot.addWidget(window)
        window.show()
        window.open_file(a_file(tmp_path, rows))
        qtbot.waitUntil(lambda: window.step != FILE, timeout=20_000)
        if window.step == CHECK:
            checked(qtbot, window)
        return window

    return begun


def on_register(db: Database, training: ATraining) -> list[str]:
    with db.reading() as s:
        return [line.name for line in attendance.register(s, training.id, "en").lines]


def marks(db: Database, training: ATraining) -> list[list[Status | None]]:
    with db.reading() as s:
        lines = attendance.register(s, training.id, "en").lines
    return [[cell.status for cell in line.cells] for line in lines]


def bring_in(qtbot: QtBot, work: Work, window: ImportWizard) -> PeopleScreen:
    press(window)
    screen = PeopleScreen(work)
    qtbot.addWidget(screen)
    screen.importing.bring_in(window.answer)
    return screen


def a_register(db: Database, training: ATraining, *cells: tuple[object, object]) -> Rows:
    people = zip(on_register(db, training), cells, strict=False)
    lines = [(n, name, *pair) for n, (name, pair) in enumerate(people, 1)]
    return [("No", "Noms", "09/03", "10/03"), *lines]


def test_a_register_with_mixed_marks_is_taken_in_and_taken_back_at_one_stroke(
    db: Database, training: ATraining, work: Work, qtbot: QtBot, read: Callable[..., ImportWizard]
) -> None:
    window = read(a_register(db, training, ("P", "A"), ("1", "0"), ("oui", "✓"), ("yego", "oya")))
    assert window.draft is not None
    assert window.draft.kind is ListKind.ATTENDANCE
    assert window.step == CHECK, "the only training is proposed"
    assert window.next.text() == "Import 8 marks"
    assert marks(db, training) == [[None, None]] * 4
    screen = bring_in(qtbot, work, window)
    assert isinstance(window.answer, MarksOrder)
    assert marks(db, training) == [[P, A], [P, A], [P, P], [P, A]]
    screen.importing._undo_last()
    assert marks(db, training) == [[None, None]] * 4


def test_two_rows_of_titles_name_the_halves_of_the_days(
    db: Database, work: Work, training: ATraining, read: Callable[..., ImportWizard]
) -> None:
    first = on_register(db, training)[0]
    window = read(
        [("No", "Amazina", "09/03/2026", "", "10/03/2026"), ("", "", "AM", "PM", "AM"), (1, first, "x", "x", "")]
    )
    assert window.draft is not None
    headers = [column.header for column in window.draft.columns]
    assert headers == ["No", "Amazina", "09/03/2026 AM", "09/03/2026 PM", "10/03/2026 AM"]
    assert window.draft.sessions == {2: training.sessions[0], 4: training.sessions[1]}
    assert window.step == COLUMNS, "the afternoon is no session of this training: somebody must look"


def test_a_column_of_marks_without_a_day_is_asked_about(
    db: Database, training: ATraining, read: Callable[..., ImportWizard]
) -> None:
    first, second, *_ = on_register(db, training)
    window = read([("No", "Noms", "09/03", "Samedi"), (1, first, "P", "x"), (2, second, "A", "x")])
    assert window.step == COLUMNS
    focused = window.columns_page.first_focus()
    assert focused is window.columns_page.rows[3].field
    assert window.columns_page.rows[3].certainty.text() == "? please check"
    window.columns_page.rows[3].field.chosen.emit(None)
    assert window.draft is not None
    assert window.draft.is_sure


def test_with_several_trainings_the_training_is_asked_for_and_a_day_can_be_chosen(
    db: Database, training: ATraining, qtbot: QtBot, read: Callable[..., ImportWizard]
) -> None:
    a_training(db, people=1, days=1, module="M2")
    first = on_register(db, training)[0]
    window = read([("No", "Noms", "Séance 1", "Samedi"), (1, first, "P", "A")])
    bar = window.columns_page.bar
    assert window.step == COLUMNS
    assert window.columns_page.first_focus() is bar.training
    press(window)
    assert window.columns_page.refusal.text() == "Choose the training of this list."
    bar.training.chosen.emit(training.id)
    window.columns_page.rows[3].field.chosen.emit(training.sessions[1])
    press(window)
    checked(qtbot, window)
    assert window.next.text() == "Import 2 marks"


def test_scores_come_in_and_one_that_is_recorded_is_replaced_only_when_somebody_says_so(
    db: Database, training: ATraining, work: Work, qtbot: QtBot, read: Callable[..., ImportWizard]
) -> None:
    first, second, *_ = on_register(db, training)
    with db.changing(label("Score")) as s:
        scores.record(s, training.id, training.people[0], scores.Phase.PRE, Mark(2))
    window = read([("No", "Noms", "Pré-test", "Post-test"), (1, first, 3, 8), (2, second, 4, 9)])
    assert window.next.text() == "Import 2 scores"
    assert shown(window, State.DOUBTFUL) == [first]
    window.check_page.bar.answered.emit(Cause(Doubt.DIFFERS), Deed.REPLACE)
    assert window.next.text() == "Import 4 scores"
    bring_in(qtbot, work, window)
    with db.reading() as s:
        found = [(line.pre, line.post) for line in scores.sheet(s, training.id, "en").lines[:2]]
    assert found == [(Mark(3), Mark(8)), (Mark(4), Mark(9))]


def test_one_answer_serves_all_rows_of_a_cause_and_can_be_taken_back(
    db: Database, work: Work, qtbot: QtBot, read: Callable[..., ImportWizard]
) -> None:
    rows = [("Noms", "Sexe", "Akarere", "Téléphone")]
    rows += [(f"UWIMANA Marie{n}", "ni?" if n < 3 else "F", "Kigari", f"07881230{n:02}") for n in range(8)]
    window = read(rows)
    bar = window.check_page.bar
    assert [line for line in bar.cause._options] == [
        (Cause(Note.PLACE_UNKNOWN, "kigari"), "5 rows: “Kigari” is not a known place: kept in the note."),
        (Cause(Problem.SEX_UNKNOWN_WORD, "ni?"), "3 rows: “ni?” does not say woman or man."),
    ]
    bar.cause.choose(Cause(Problem.SEX_UNKNOWN_WORD, "ni?"))
    bar.cause.chosen.emit(bar.cause.value)
    bar.apply.click()
    qtbot.waitUntil(lambda: window.next.text() == "Import 8 people", timeout=20_000)
    bar.back.click()
    qtbot.waitUntil(lambda: window.next.text() == "Import 5 people", timeout=20_000)
    bar.answered.emit(Cause(Problem.SEX_UNKNOWN_WORD, "ni?"), Sex.FEMALE)
    qtbot.waitUntil(lambda: window.next.text() == "Import 8 people", timeout=20_000)
    [gasabo] = work.read(places.find, "Gasabo", "district")
    bar.answered.emit(Cause(Note.PLACE_UNKNOWN, "kigari"), gasabo.id)
    qtbot.waitUntil(lambda: not bar.cause.count(), timeout=20_000)
    bring_in(qtbot, work, window)
    found = work.read(people.people)
    assert {(line.sex, line.place) for line in found} == {(Sex.FEMALE, gasabo.path)}


def test_all_rows_with_one_doubt_are_decided_at_once(
    db: Database, work: Work, read: Callable[..., ImportWizard]
) -> None:
    for n in range(3):
        a_person(db, f"UWIMANA Marie{n}", phone=f"+25078812300{n}")
    window = read([("Noms", "Téléphone"), *((f"UWIMANA Marie{n}", f"078812310{n}") for n in range(3))])
    assert isinstance(window.check_page.order(window.draft), ImportOrder)
    window.check_page.bar.answered.emit(Cause(Doubt.SAME_NAME), Deed.NEW)
    assert window.next.text() == "Import 3 people"
    window.check_page.bar.back.click()
    assert window.next.text() == "Import 0 people"
    assert names(work) == [f"UWIMANA Marie{n}" for n in range(3)]


def test_how_columns_were_read_is_proposed_again_and_taken_back_with_the_import(
    db: Database, work: Work, qtbot: QtBot, read: Callable[..., ImportWizard]
) -> None:
    rows = [("Qui", "Fone"), ("Marie", "0788123456"), ("Jean", "0788123457")]
    window = read(rows)
    assert window.step == COLUMNS
    window.columns_page.rows[0].field.chosen.emit(Field.NAME)
    window.columns_page.rows[1].field.chosen.emit(Field.PHONE)
    press(window)
    checked(qtbot, window)
    screen = bring_in(qtbot, work, window)
    again = read([("QUI", "fone"), ("Alice", "0788123458"), ("Paul", "0788123459")])
    assert again.step == CHECK
    today = f"{date.today():%d/%m/%Y}"
    assert again.columns_page.remembered.text() == f"Read as on {today}: check, and change what differs."
    screen.importing._undo_last()
    with db.reading() as s:
        assert s.scalars(select(ImportMapping)).all() == []
    assert read(rows).step == COLUMNS


def test_a_calendar_and_a_sheet_of_sessions_are_led_to_the_schedule(
    work: Work, qtbot: QtBot, tmp_path: Path, read: Callable[..., ImportWizard]
) -> None:
    window = ImportWizard(None, work)
    qtbot.addWidget(window)
    window.open_file(tmp_path / "plan.ics")
    assert window.answer == tmp_path / "plan.ics"
    sessions = ImportWizard(None, work)
    qtbot.addWidget(sessions)
    sessions.open_file(a_file(tmp_path, [("Date", "Heure", "Titre"), ("09/03/2026", "8h-12h", "Réunion")]))
    qtbot.waitUntil(lambda: sessions.answer is not None, timeout=20_000)
    screen = PeopleScreen(work)
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.go) as went:
        screen.importing.bring_in(sessions.answer)
    assert went.args == ["schedule", ("calendar", sessions.answer)]
    assert isinstance(sessions.answer, CalendarRead)
    assert [event.title for event in sessions.answer.events] == ["Réunion"]


def test_a_message_that_was_copied_is_pasted_with_the_keyboard_on_the_empty_page_of_people(
    work: Work, qtbot: QtBot
) -> None:
    screen = PeopleScreen(work)
    qtbot.addWidget(screen)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.people.first_focus().setFocus()
    screen.people.import_wanted.disconnect(screen.importing.begin)
    with qtbot.waitSignal(screen.people.import_wanted) as wanted:
        QTest.keyClick(screen.people.first_focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert wanted.args == ["paste"]
    QGuiApplication.clipboard().setText("Amazina yacu:\n1. UWIMANA Marie 0788123456\n2. HABIMANA Jean 0788123457\n")
    window = ImportWizard(None, work)
    qtbot.addWidget(window)
    window.paste()
    if window.step == COLUMNS:
        press(window)
    checked(qtbot, window)
    assert window.next.text() == "Import 2 people"


def test_from_a_session_a_list_is_about_its_training(
    db: Database, training: ATraining, work: Work, qtbot: QtBot, read: Callable[..., ImportWizard]
) -> None:
    a_training(db, people=1, days=1, module="M2")
    screen = SessionScreen(work, training.sessions[0])
    qtbot.addWidget(screen)
    screen.refresh()
    tab = screen.pages["attendance"]
    assert isinstance(tab, AttendanceTab)
    tab.import_wanted.disconnect(screen._import)
    with qtbot.waitSignal(tab.import_wanted):
        tab.more_lines["import"].trigger()
    window = read(a_register(db, training, ("P", "A")), training.id)
    assert window.step == CHECK
    assert window.next.text() == "Import 2 marks"
