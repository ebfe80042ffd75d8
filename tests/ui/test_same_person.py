"""Entries that look like the same person: the line on the page, the two side by side, and every decision taken back."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_person
from tests.ui.shell import focus, press, settle
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.db.records import Person
from trainer_app.domain.groups import GroupForm
from trainer_app.domain.people import Sex
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import groups, likeness, merging, people
from trainer_app.ui.dialogs import same_person
from trainer_app.ui.dialogs.same_person import SamePersonDialog
from trainer_app.ui.models.same_person import REASONS
from trainer_app.ui.screens.people.participants import Participants
from trainer_app.ui.work import Work

PHONE = "+250788123456"
SMALL = (1093, 542)
TODAY = date(2026, 4, 1)


@pytest.fixture
def pair(db: Database) -> tuple[UUID, UUID]:
    """One woman, written down twice; and somebody else."""
    one = a_person(db, "MUKANTWARI Spéciose", phone=PHONE, birth_year=1990, sex=Sex.FEMALE, village="Kagari")
    other = a_person(db, "Speciose Mukantwali", phone=PHONE, birth_year=1991, sex=Sex.FEMALE, occupation="tailor")
    a_person(db, "HABIMANA Jean")
    group = a_group(db, "COOP Twese")
    with db.changing(label("Join")) as s:
        groups.add_member(s, group, other)
    return one, other


@pytest.fixture
def open_dialog(qtbot: QtBot, work: Work) -> Iterator[Callable[..., SamePersonDialog]]:
    def opened(**told: object) -> SamePersonDialog:
        dialog = SamePersonDialog(None, work, TODAY, **told)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        settle()
        return dialog

    return opened


def names(db: Database) -> set[str]:
    with db.reading() as s:
        return {line.name for line in people.people(s)}


def shown(dialog: SamePersonDialog, column: int) -> dict[str, str]:
    """Title of a row > what stands in the column."""
    return {row.title: str(dialog.table.rows.columns[column].text(row)) for row in dialog.table.rows.rows}


def test_the_keyboard_alone_chooses_a_value_and_makes_one_person(
    db: Database, work: Work, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    dialog = open_dialog()
    dialog.pairs.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.table.hasFocus()
    row = dialog.table.current_row()
    assert row is not None
    assert row.title == "Name"
    assert row.shown(True).startswith("○")  # more was recorded for the second entry: its name is proposed
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right, "s")
    assert names(db) == {"MUKANTWARI Spéciose", "HABIMANA Jean"}
    with db.reading() as s:
        form = people.form(s, pair[1])
    assert (form.name, form.family, form.village, form.occupation) == (
        "MUKANTWARI Spéciose",
        "MUKANTWARI",
        "Kagari",
        "tailor",
    )
    assert dialog.said.text() == "MUKANTWARI Spéciose is one person now."
    work.undo()
    assert names(db) == {"MUKANTWARI Spéciose", "Speciose Mukantwali", "HABIMANA Jean"}


def test_the_two_are_side_by_side_with_a_sign_for_what_differs(
    pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    dialog = open_dialog()
    assert shown(dialog, 2) == {
        "Name": "≠",
        "Born": "≠",
        "Village": "→",
        "Occupation": "→",
        "Sex": "=",
        "Phone": "=",
        "COOP Twese": "+",
    }
    assert shown(dialog, 1)["Village"] == "● Kagari"
    assert shown(dialog, 3)["Village"] == "○ –"
    assert "✓ the same telephone number" in dialog.why.text()
    assert "names that sound alike: mukantwari, mukantwali" in dialog.why.text()


def test_the_full_name_is_proposed_where_the_other_has_an_initial(
    db: Database, open_dialog: Callable[..., SamePersonDialog]
) -> None:
    a_person(db, "MUKANTWARI Spéciose", phone=PHONE, birth_year=1990)
    short = a_person(db, "MUKANTWARI S.", phone=PHONE, birth_year=1990)
    with db.changing(label("Join")) as s:
        groups.add_member(s, groups.add(s, GroupForm("COOP Twese")), short)
    dialog = open_dialog()
    assert shown(dialog, 1)["Name"] == "● MUKANTWARI Spéciose"


def test_a_click_on_a_value_keeps_it(pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]) -> None:
    dialog = open_dialog()
    rows = dialog.table.rows
    where = dialog.table.visualRect(rows.index(0, 1)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown(dialog, 1)["Name"] == "● MUKANTWARI Spéciose"
    where = dialog.table.visualRect(rows.index(0, 3)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown(dialog, 1)["Name"] == "○ MUKANTWARI Spéciose"


def test_two_people_are_not_proposed_again(
    db: Database, work: Work, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    dialog = open_dialog()
    dialog.different.click()
    assert dialog.pairs.rows.rowCount() == 0
    assert not dialog.accept_button.isVisible()
    assert work.read(likeness.proposals) == ()
    assert len(names(db)) == 3


def test_what_is_decided_later_stays_in_the_list(
    db: Database, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    a_person(db, "KAYITESI Aline", phone="+250788000009", birth_year=1980)
    a_person(db, "Aline KAYITESI", phone="+250788000009", birth_year=1980)
    dialog = open_dialog()
    first = dialog.pairs.current_row()
    press("l")
    assert dialog.pairs.current_row() != first
    assert dialog.pairs.rows.rowCount() == 2
    press("l")
    assert dialog.pairs.current_row() == first


def test_a_merge_is_taken_apart(
    db: Database, work: Work, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    work.change(label("One"), merging.merge, *pair, TODAY)
    dialog = open_dialog(merged=True)
    assert dialog.apart.isVisible()
    assert not dialog.accept_button.isVisible()
    dialog.apart.click()
    assert dialog.said.text() == "Speciose Mukantwali is an entry of its own again."
    assert "Speciose Mukantwali" in names(db)
    assert dialog.merged.rows.rowCount() == 0


def test_a_decision_is_taken_back_where_it_was_made(
    db: Database, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    dialog = open_dialog()
    press("s")
    assert len(names(db)) == 2
    press((Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert len(names(db)) == 3
    assert dialog.pairs.rows.rowCount() == 1
    assert dialog.said.text() == "Undone: Make Speciose Mukantwali one person"
    assert not dialog.undo.isVisible()
    press("t")
    dialog.undo.click()
    assert dialog.pairs.rows.rowCount() == 1


def test_enter_in_the_list_makes_nobody_one(
    db: Database, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    dialog = open_dialog()
    dialog.pairs.setFocus()
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(names(db)) == 3


def test_three_entries_of_one_person_are_decided_pair_by_pair(
    db: Database, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    a_person(db, "MUKANTWARI S.", phone=PHONE, birth_year=1990)
    dialog = open_dialog()
    assert dialog.pairs.rows.rowCount() == 3
    dialog.submit()
    assert dialog.pairs.rows.rowCount() == 1
    dialog.submit()
    assert dialog.pairs.rows.rowCount() == 0
    assert len(names(db)) == 2


def test_the_models_are_right(pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]) -> None:
    dialog = open_dialog()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(table.rows, mode) for table in (dialog.pairs, dialog.table, dialog.merged)]
    row = dialog.table.rows.rows[0]
    dialog.table.taken.emit(row, False)
    dialog.submit()
    assert len(testers) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_the_small_window_in_every_language(
    language: str, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    i18n.use(language)
    dialog = open_dialog()
    assert dialog.minimumSizeHint().width() <= SMALL[0]
    assert dialog.minimumSizeHint().height() <= SMALL[1]


def test_every_reason_has_its_words() -> None:
    from trainer_app.domain.likeness import Why

    assert set(REASONS) == set(Why) - {Why.NO_BIRTH}


def test_it_is_freed_when_it_was_closed(work: Work, pair: tuple[UUID, UUID], qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = SamePersonDialog(parent, work, TODAY)
    window.show()
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
    assert parent.findChildren(QDialog) == []


# ---- the page ----------------------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot: QtBot, work: Work, pair: tuple[UUID, UUID]) -> Participants:
    screen = Participants(work)
    qtbot.addWidget(screen)
    screen.resize(*SMALL)
    screen.show()
    qtbot.waitUntil(screen.lookalikes.isVisible)
    return screen


def test_the_page_says_how_many_look_like_the_same_person(
    qtbot: QtBot, work: Work, page: Participants, pair: tuple[UUID, UUID]
) -> None:
    assert page.lookalikes.words.text() == "1 pair of entries looks like the same person."
    work.change(label("Two people"), merging.different, *pair, TODAY)
    qtbot.waitUntil(lambda: not page.lookalikes.isVisible())


def test_compare_on_the_page_opens_the_pairs(
    page: Participants, monkeypatch: pytest.MonkeyPatch, pair: tuple[UUID, UUID]
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(same_person, "ask", lambda *told, **_named: asked.append(told))
    page.lookalikes.compare.click()
    [(_page, _work, _today, found)] = asked
    assert [two.key for two in found] == [pair]  # type: ignore[attr-defined]


def test_the_card_says_whom_the_person_looks_like_and_what_was_made_one(
    work: Work, page: Participants, pair: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, object]] = []
    monkeypatch.setattr(same_person, "ask", lambda *_told, **named: asked.append(named))
    page.view.open_one(pair[0])
    [line] = page.view.card.alike.lines
    assert line.line.words == "Speciose Mukantwali"
    assert "the same telephone number" in line.line.detail
    line.deed.linkActivated.emit("do")
    assert asked == [{"person_id": pair[0]}]
    work.change(label("One"), merging.merge, *pair, TODAY)
    settle()
    assert page.view.card.alike.lines == []
    [line] = page.view.card.merged.lines
    assert (line.line.words, line.line.detail) == ("Speciose Mukantwali", "made one person on 01/04/2026")


def test_nobody_is_lost_when_the_shown_entry_becomes_part_of_another(
    db: Database, work: Work, page: Participants, pair: tuple[UUID, UUID]
) -> None:
    page.view.open_one(pair[1])
    work.change(label("One"), merging.merge, *pair, TODAY)
    settle()
    assert page.view.card.card is None
    with db.reading() as s:
        assert s.get(Person, pair[0]) is not None


def test_no_window_opens_on_a_button_that_decides(
    db: Database, pair: tuple[UUID, UUID], open_dialog: Callable[..., SamePersonDialog]
) -> None:
    dialog = open_dialog()
    assert focus() is dialog.table  # there is one pair: Space and the arrows choose among its values
    press(Qt.Key.Key_Space)
    assert len(names(db)) == 3
    press("s")
    assert len(names(db)) == 2
    press((Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
    assert len(names(db)) == 3
    assert focus() is dialog.table
