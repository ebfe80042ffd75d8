"""Bringing in a list: four steps, nothing written before the last, and taking it back."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_person
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.imports.fields import Field
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.i18n import label
from trainer_app.services import groups, history, people
from trainer_app.ui.dialogs import past_imports
from trainer_app.ui.dialogs.import_wizard import rejected, wizard
from trainer_app.ui.dialogs.import_wizard.check_page import NEW_GROUP
from trainer_app.ui.dialogs.import_wizard.entries import Decision, ImportOrder, State
from trainer_app.ui.dialogs.import_wizard.wizard import CHECK, COLUMNS, FILE, SHEET, ImportWizard
from trainer_app.ui.dialogs.past_imports import PastImportsDialog
from trainer_app.ui.screens.people.people import PeopleScreen
from trainer_app.ui.work import Work

Rows = Sequence[Sequence[object]]
HEADER = ("No", "Noms", "Sexe", "Année de naissance", "Téléphone")
GOOD: Rows = (
    HEADER,
    (1, "UWIMANA Marie", "F", 1990, "0788123456"),
    (2, "HABIMANA Jean Bosco", "H", 1985, "0788123457"),
    (3, "MUKAMANA Béatrice", "F", 1999, "0788123458"),
)
FAULTY: Rows = (
    *GOOD,
    (4, "NIYONZIMA Éric", "M", 1999, "78812345"),
    (5, "UWASE Aline", "F", 1999, "7881234"),
)


def a_file(folder: Path, rows: Rows, name: str = "people.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def open_wizard(qtbot: QtBot, work: Work) -> Callable[[], ImportWizard]:
    def opened(group: object = None) -> ImportWizard:
        window = ImportWizard(None, work, group)  # type: ignore[arg-type]
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return opened


@pytest.fixture
def read(qtbot: QtBot, tmp_path: Path, open_wizard: Callable[..., ImportWizard]) -> Callable[..., ImportWizard]:
    """A wizard that has read these rows."""

    def begun(rows: Rows, group: object = None, name: str = "people.csv") -> ImportWizard:
        window = open_wizard(group)
        window.open_file(a_file(tmp_path, rows, name))
        qtbot.waitUntil(lambda: window.step != FILE, timeout=20_000)
        if window.step == CHECK:
            checked(qtbot, window)
        return window

    return begun


def checked(qtbot: QtBot, window: ImportWizard) -> None:
    qtbot.waitUntil(lambda: window.next.isEnabled() and window.check_page.table.rows.rowCount() > 0, timeout=20_000)


def names(work: Work) -> list[str]:
    return [line.name for line in work.read(people.people)]


def press(window: ImportWizard) -> None:
    QTest.keyClick(window.next, Qt.Key.Key_Return)


def shown(window: ImportWizard, state: State | None) -> list[str]:
    states = [None, State.READY, State.KNOWN, State.DOUBTFUL, State.REJECTED]
    window.check_page.filters[states.index(state)].click()
    return [entry.name for entry in window.check_page.table.rows.rows]


# ---- the steps -------------------------------------------------------------------------------------------------


def test_a_list_that_is_clear_by_itself_goes_straight_to_the_last_step(
    work: Work, read: Callable[..., ImportWizard]
) -> None:
    window = read(GOOD)
    assert window.step == CHECK
    assert window.next.text() == "Import 3 people"
    assert window.next.hasFocus()
    assert names(work) == []
    press(window)
    assert window.answer is not None
    assert names(work) == []


def test_back_leads_to_the_steps_that_were_skipped(qtbot: QtBot, read: Callable[..., ImportWizard]) -> None:
    window = read(GOOD)
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert window.step == COLUMNS
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert window.step == SHEET
    press(window)
    press(window)
    checked(qtbot, window)
    assert window.next.text() == "Import 3 people"


def test_an_unsure_column_is_asked_about_and_has_the_keyboard(read: Callable[..., ImportWizard]) -> None:
    window = read([("Amazina", "Their phone nr"), ("UWIMANA Marie", "0788123456"), ("HABIMANA Jean", "0788123457")])
    assert window.step == COLUMNS
    assert window.draft is not None
    [unsure] = window.draft.unsure
    assert unsure.field is Field.PHONE
    focused = window.columns_page.first_focus()
    assert focused is not None
    assert focused.hasFocus()
    assert window.columns_page.rows[1].certainty.text() == "? please check"


def test_without_a_column_of_names_the_wizard_asks_for_one_and_goes_on_when_told(
    qtbot: QtBot, read: Callable[..., ImportWizard]
) -> None:
    window = read([("Qui", "Téléphone"), ("Marie", "0788123456"), ("Jean", "0788123457")])
    assert window.step == COLUMNS
    press(window)
    assert window.step == COLUMNS
    assert window.columns_page.refusal.text() == "Say which column holds the names."
    first = window.columns_page.rows[0]
    first.field.choose(Field.NAME)
    first.field.chosen.emit(Field.NAME)
    assert first.certainty.text() == "✓ sure"
    press(window)
    checked(qtbot, window)
    assert window.next.text() == "Import 2 people"


def test_a_field_goes_to_one_column_only(read: Callable[..., ImportWizard]) -> None:
    window = read(GOOD)
    QTest.mouseClick(window.back, Qt.MouseButton.LeftButton)
    rows = window.columns_page.rows
    rows[0].field.chosen.emit(Field.NAME)
    assert rows[0].field.value is Field.NAME
    assert rows[1].field.value is None


def test_the_row_of_titles_is_chosen_by_a_click_or_enter_and_there_may_be_none(
    read: Callable[..., ImportWizard],
) -> None:
    window = read([("Liste des participants",), (), *GOOD])
    window._go(SHEET)
    assert window.draft is not None
    assert window.draft.proposal.header_row == 2
    preview = window.sheet_page.preview
    preview.setFocus()
    preview.setCurrentIndex(window.sheet_page.model.index(3, 0))
    QTest.keyClick(preview, Qt.Key.Key_Return)
    assert window.draft.proposal.header_row == 3
    window.sheet_page.no_header.click()
    assert window.draft.proposal.header_row is None
    window.sheet_page.no_header.click()
    assert window.draft.proposal.header_row == 2


def test_of_several_sheets_one_is_chosen(
    qtbot: QtBot, tmp_path: Path, open_wizard: Callable[..., ImportWizard]
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Budget"
    book.active.append(("Item", "Francs"))
    book.active.append(("Bus", 1000))
    sheet = book.create_sheet("Liste")
    for row in GOOD:
        sheet.append(row)
    book.save(tmp_path / "people.xlsx")
    window = open_wizard()
    window.open_file(tmp_path / "people.xlsx")
    qtbot.waitUntil(lambda: window.step == SHEET, timeout=30_000)
    assert window.draft is not None
    assert window.draft.sheet.name == "Liste"
    window.sheet_page.sheet.chosen.emit(0)
    assert window.draft.sheet.name == "Budget"


def test_what_cannot_be_read_is_said_in_one_sentence_and_another_file_can_be_chosen(
    qtbot: QtBot, tmp_path: Path, open_wizard: Callable[..., ImportWizard]
) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"%PDF-1.7 not a list")
    window = open_wizard()
    window.open_file(tmp_path / "list.xlsx")
    qtbot.waitUntil(lambda: window.file_page.refusal.isVisible(), timeout=20_000)
    assert window.file_page.refusal.text() == "“list.xlsx” is a PDF file, not a spreadsheet."
    assert window.step == FILE
    window.open_file(a_file(tmp_path, GOOD))
    qtbot.waitUntil(lambda: window.step == CHECK, timeout=20_000)


def test_a_file_is_dropped_on_the_window(
    qtbot: QtBot, tmp_path: Path, open_wizard: Callable[..., ImportWizard]
) -> None:
    window = open_wizard()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(a_file(tmp_path, GOOD)))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.file_page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, keys))
    qtbot.waitUntil(lambda: window.step == CHECK, timeout=20_000)


def test_a_copied_list_is_pasted(qtbot: QtBot, open_wizard: Callable[..., ImportWizard]) -> None:
    QGuiApplication.clipboard().setText("\n".join("\t".join(map(str, row)) for row in GOOD))
    window = open_wizard()
    window.paste()
    checked(qtbot, window)
    assert window.next.text() == "Import 3 people"
    QGuiApplication.clipboard().clear()


def test_an_empty_clipboard_is_said(open_wizard: Callable[..., ImportWizard]) -> None:
    QGuiApplication.clipboard().clear()
    window = open_wizard()
    window.paste()
    assert "Nothing was copied" in window.file_page.refusal.text()


def test_esc_closes_and_nothing_is_written(work: Work, read: Callable[..., ImportWizard]) -> None:
    window = read(GOOD)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert window.answer is None
    assert names(work) == []


# ---- the check -------------------------------------------------------------------------------------------------


def test_every_row_is_in_one_place_and_the_counts_add_up(db: Database, read: Callable[..., ImportWizard]) -> None:
    a_person(db, "UWIMANA Marie", sex=Sex.FEMALE, birth_year=1990, phone="+250788123456")
    a_person(db, "MUKAMANA Béatrice", phone="+250788999999")
    window = read(FAULTY)
    assert window.step == CHECK
    assert shown(window, State.READY) == ["HABIMANA Jean Bosco"]
    assert shown(window, State.KNOWN) == ["UWIMANA Marie"]
    assert shown(window, State.DOUBTFUL) == ["MUKAMANA Béatrice"]
    assert shown(window, State.REJECTED) == ["NIYONZIMA Éric", "UWASE Aline"]
    assert len(shown(window, None)) == 5
    assert window.next.text() == "Import 1 person"


def test_rows_with_the_same_problem_are_told_together_with_their_numbers(read: Callable[..., ImportWizard]) -> None:
    window = read(FAULTY)
    shown(window, State.REJECTED)
    assert (
        "2 rows, for example: The phone number 78812345 is not one of Rwanda"
        in window.check_page.bar.cause.currentText()
    )


def test_a_doubtful_row_is_compared_decided_and_counted(db: Database, read: Callable[..., ImportWizard]) -> None:
    known = a_person(db, "MUKAMANA Béatrice", phone="+250788999999")
    window = read(GOOD)
    page = window.check_page
    assert page.table.hasFocus()
    assert "In the list: MUKAMANA Béatrice · 0788 999 999" in page.compare.text()
    assert page.order(window.draft).as_new == frozenset()
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert window.next.text() == "Import 3 people"
    assert page.table.rows.rows[0].decision is Decision.NEW
    QTest.mouseClick(page.same, Qt.MouseButton.LeftButton)
    assert dict(page.order(window.draft).as_known) == {4: known}
    assert window.next.text() == "Import 2 people"


def test_known_people_count_when_they_join_a_group(db: Database, read: Callable[..., ImportWizard]) -> None:
    a_person(db, "UWIMANA Marie", sex=Sex.FEMALE, birth_year=1990, phone="+250788123456")
    group = a_group(db)
    window = read(GOOD)
    assert window.next.text() == "Import 2 people"
    window.check_page.group.choose(group)
    window.check_page.group.chosen.emit(group)
    assert window.next.text() == "Import 3 people"


def test_a_new_group_needs_a_name(read: Callable[..., ImportWizard]) -> None:
    window = read(GOOD)
    page = window.check_page
    page.group.choose(NEW_GROUP)
    page.group.chosen.emit(NEW_GROUP)
    press(window)
    assert window.answer is None
    assert window.reason.text() == "The new group needs a name."
    page.new_name.setText("Twisungane")
    page.new_kind.choose(GroupKind.COOPERATIVE)
    press(window)
    assert window.answer is not None
    assert window.answer.new_group == GroupForm("Twisungane", GroupKind.COOPERATIVE)


def test_a_list_without_one_good_row_imports_nothing_and_says_why(read: Callable[..., ImportWizard]) -> None:
    window = read([HEADER, (1, "NIYONZIMA Éric", "M", 1999, "78812345"), (2, "UWASE Aline", "M", 1999, "781")])
    press(window)
    assert window.answer is None
    assert window.reason.isVisible()


def test_rejected_rows_are_saved_with_the_reason_and_can_be_brought_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: Callable[..., ImportWizard]
) -> None:
    window = read(FAULTY)
    saved = tmp_path / "again.xlsx"
    monkeypatch.setattr(rejected, "ask", lambda *asked: saved)
    QTest.mouseClick(window.check_page.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.reason.text() == "Saved again.xlsx", timeout=20_000)
    rows = list(openpyxl.load_workbook(saved).active.values)
    assert rows[0] == (*HEADER, "Why it was left out")
    assert [row[1] for row in rows[1:]] == ["NIYONZIMA Éric", "UWASE Aline"]
    assert "78812345" in rows[1][5]


def test_the_model_of_the_preview_keeps_the_rules_of_models(read: Callable[..., ImportWizard]) -> None:
    window = read(FAULTY)
    model = window.sheet_page.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, window)
    assert tester.model() is model
    window.sheet_page.no_header.click()
    assert window.sheet_page.model.rowCount() == 6


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_the_wizard_fits_a_small_window(language: str, read: Callable[..., ImportWizard]) -> None:
    i18n.use(language)
    window = read(FAULTY)
    assert window.width() <= 1093
    assert window.height() <= 542
    assert window.minimumSizeHint().width() <= 1093
    assert window.rect().contains(window.next.mapTo(window, window.next.rect().bottomRight()))


# ---- writing it and taking it back -----------------------------------------------------------------------------


@pytest.fixture
def frame(qtbot: QtBot, work: Work) -> PeopleScreen:
    screen = PeopleScreen(work)
    qtbot.addWidget(screen)
    screen.show()
    return screen


def imported(
    qtbot: QtBot, frame: PeopleScreen, monkeypatch: pytest.MonkeyPatch, order: ImportOrder | None, way: str = "file"
) -> list[object]:
    """What is told above the page after an import with this answer."""
    told: list[object] = []
    frame.told.connect(told.append)
    monkeypatch.setattr(wizard, "ask", lambda *asked, **options: order)
    frame.people.import_wanted.emit(way)
    return told


def test_an_import_is_one_gesture_and_is_undone_from_the_message(
    work: Work,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    frame: PeopleScreen,
    read: Callable[..., ImportWizard],
) -> None:
    window = read(GOOD)
    press(window)
    told = imported(qtbot, frame, monkeypatch, window.answer)
    assert told[0].words() == "3 people added."  # type: ignore[attr-defined]
    assert told[0].action == "Undo import"  # type: ignore[attr-defined]
    undo = work.undo_label()
    assert undo is not None
    assert undo.words(i18n.screen()) == "Import 3 people from people.csv"
    assert len(names(work)) == 3
    told[0].do()  # type: ignore[attr-defined]
    assert names(work) == []


def test_people_are_put_in_a_group_made_for_them_and_both_are_undone_together(
    work: Work,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    frame: PeopleScreen,
    read: Callable[..., ImportWizard],
) -> None:
    window = read(GOOD)
    window.check_page.group.choose(NEW_GROUP)
    window.check_page.new_name.setText("Twisungane")
    press(window)
    told = imported(qtbot, frame, monkeypatch, window.answer)
    assert told[0].words() == "3 people added. 3 are in the group now."  # type: ignore[attr-defined]
    [line] = work.read(groups.groups)
    assert (line.name, line.members) == ("Twisungane", 3)
    work.undo()
    assert work.read(groups.groups) == ()


def test_an_import_that_was_worked_on_since_is_undone_but_for_what_was_touched(
    work: Work,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    frame: PeopleScreen,
    read: Callable[..., ImportWizard],
) -> None:
    window = read(GOOD)
    press(window)
    told = imported(qtbot, frame, monkeypatch, window.answer)
    touched = work.read(people.people, "uwimana")[0]
    work.change(label("Edit {name}", name="X"), people.edit, touched.id, PersonForm("UWIMANA Marie Rose"))
    [past] = work.read(history.imports, datetime.now().astimezone())
    monkeypatch.setattr(past_imports, "ask", lambda *asked: past)
    frame.people.import_wanted.emit("past")
    refused = told[-1]
    assert refused.action == "Undo the rest"  # type: ignore[attr-defined]
    assert len(names(work)) == 3
    refused.do()  # type: ignore[attr-defined]
    assert names(work) == ["UWIMANA Marie Rose"]
    assert "but for 1 record" in told[-1].words()  # type: ignore[attr-defined]


def test_earlier_imports_are_listed_to_choose_one(
    work: Work,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    frame: PeopleScreen,
    read: Callable[..., ImportWizard],
) -> None:
    window = read(GOOD)
    press(window)
    imported(qtbot, frame, monkeypatch, window.answer)
    dialog = PastImportsDialog(None, work)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.table.rows.index(0, 1).data() == "Import 3 people from people.csv"
    dialog.submit()
    assert dialog.answer is not None


def test_without_imports_the_list_says_so(work: Work, qtbot: QtBot) -> None:
    dialog = PastImportsDialog(None, work)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.nothing.isVisible()
    assert not dialog.accept_button.isVisible()


def test_members_are_imported_into_the_group_on_the_card(
    db: Database, work: Work, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, frame: PeopleScreen
) -> None:
    group = a_group(db)
    asked: list[tuple[object, ...]] = []

    def ask(*values: object, **options: object) -> None:
        asked.append(values)

    monkeypatch.setattr(wizard, "ask", ask)
    frame.open_group(group)
    QTest.mouseClick(frame.groups.view.card.bring, Qt.MouseButton.LeftButton)
    assert asked[0][2] == group
