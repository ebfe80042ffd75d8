"""The curriculum is found by keys and by words, read in any of three languages, and printed from where it is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from trainer_app import settings
from trainer_app.db.database import Database
from trainer_app.db.journal import remove
from trainer_app.db.records import Handout, Text
from trainer_app.domain.curriculum import ModuleLine, TextState, UnitLine
from trainer_app.i18n import LANGUAGES, Catalog, label
from trainer_app.services import authoring, curriculum, ledger, material
from trainer_app.ui.models.curriculum import CurriculumTree, flat, matching, state_words
from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice, Tone
from trainer_app.ui.work import Work

DAY = date(2026, 11, 21)
Keys = Qt.Key


@pytest.fixture
def modules(work: Work) -> tuple[ModuleLine, ...]:
    return work.read(curriculum.modules, "en")


@pytest.fixture
def screen(qtbot: QtBot, work: Work) -> CurriculumScreen:
    made = CurriculumScreen(work, today=lambda: DAY)
    qtbot.addWidget(made)
    made.resize(1134, 625)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.first_focus().setFocus()
    return made


def previewed(qtbot: QtBot, screen: CurriculumScreen, words: str) -> None:
    """Wait until a page with these words can be seen."""
    area = screen.side.preview.area
    qtbot.waitUntil(lambda: words in area.accessibleDescription(), timeout=20_000)


def unit(screen: CurriculumScreen, code: str) -> UnitLine:
    return next(line for module in screen.contents.modules for line in module.units if line.code == code)


def test_the_tree_keeps_the_rules_of_models(qtbot: QtBot, modules: tuple[ModuleLine, ...]) -> None:
    tree = CurriculumTree()
    tester = QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tree.show(modules)
    assert tree.rowCount() == 7
    assert tester.model() is tree
    for module in modules:
        for line in module.units:
            assert tree.line(tree.index_of(line.id)) == line


def test_each_state_is_shown_as_a_sign_and_heard_as_a_word(modules: tuple[ModuleLine, ...]) -> None:
    tree = CurriculumTree()
    tree.show(modules)
    column = 1 + list(LANGUAGES).index("rw")
    cell = tree.index(0, column, tree.index(0, 0))
    assert cell.data() == "✎"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Ikinyarwanda: draft"
    assert [state_words(state) for state in TextState] == ["✕ missing", "◔ outdated", "✎ draft", "✓ reviewed"]


@pytest.mark.parametrize(
    ("words", "codes"),
    [("lift chem", ["M5-5.4"]), ("M1-1.2", ["M1-1.2"]), ("zebra", [])],
)
def test_units_are_found_by_the_beginnings_of_words(
    modules: tuple[ModuleLine, ...], words: str, codes: list[str]
) -> None:
    assert [row.unit.code for row in flat(matching(modules, words))] == codes


def test_the_keyboard_is_in_the_tree_and_moves_through_the_units(qtbot: QtBot, screen: CurriculumScreen) -> None:
    assert QApplication.focusWidget().objectName() == "treeCurr"
    assert screen.title.text().startswith("M1-1.1 ")
    QTest.keyClick(screen.contents.tree, Keys.Key_Down)
    assert screen.title.text().startswith("M1-1.2 ")
    assert "At the end, participants can" in screen.text.toPlainText()
    QTest.keyClick(screen.contents.tree, Keys.Key_Return)
    assert QApplication.focusWidget() is screen.text
    previewed(qtbot, screen, "M1-1.2")


def test_a_unit_shows_what_its_trainer_needs(screen: CurriculumScreen, work: Work) -> None:
    page = work.read(material.unit, screen.contents.current, "en", DAY)
    words = screen.text.toPlainText()
    for text in (*page.objectives, page.materials, *(step.title for step in page.steps), *page.messages):
        assert text in words
    assert "Session plan, 75 min" in words


def test_a_module_shows_its_aim_and_all_its_handouts(qtbot: QtBot, screen: CurriculumScreen) -> None:
    module = screen.contents.modules[4]
    screen.arrive(module.id)
    assert module.aim in screen.text.toPlainText()
    assert screen.bar.print.text() == "Print handouts"
    qtbot.waitUntil(lambda: screen.side.preview.count == len(module.units), timeout=20_000)


def test_a_module_says_what_it_stands_beside_and_is_found_by_its_topics(screen: CurriculumScreen, work: Work) -> None:
    module = screen.contents.modules[6]
    links = authoring.Links(["M2"], ["M6"], ["coffee"])
    work.change(label("Place"), authoring.place_module, module.id, links)
    screen.arrive(module.id)
    words = screen.text.toPlainText()
    assert "Comes after\nM2" in words
    assert "Goes well with\nM6" in words
    assert "Topics\ncoffee" in words
    assert [found.code for found in matching(screen.contents.modules, "coff")] == [module.code]


def test_the_language_of_the_content_is_not_that_of_the_screen(
    qtbot: QtBot, screen: CurriculumScreen, work: Work
) -> None:
    qtbot.mouseClick(screen.bar.languages.buttons[list(LANGUAGES).index("rw")], Qt.MouseButton.LeftButton)
    title = work.read(material.unit, screen.contents.current, "rw", DAY).title
    assert screen.title.text() == f"M1-1.1 {title}"
    assert screen.bar.print.text() == "Print handout"
    assert settings.load(work.folder).content == "rw"
    previewed(qtbot, screen, "M1-1.1")


def test_control_and_tab_goes_to_the_next_language(screen: CurriculumScreen) -> None:
    seen = []
    for _press in LANGUAGES:
        QTest.keyClick(screen.contents.tree, Keys.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(screen.language)
    assert sorted(seen) == sorted(LANGUAGES)


def test_a_draft_says_so_beside_the_page_and_offers_a_reviewed_language(qtbot: QtBot, screen: CurriculumScreen) -> None:
    assert not screen.side.warning.isVisible()
    screen.choose_language("rw")
    assert "is a draft" in screen.side.warning.text()
    assert screen.side.warning.isVisible()
    qtbot.mouseClick(screen.side.offer, Qt.MouseButton.LeftButton)
    assert screen.language == "fr"
    assert not screen.side.warning.isVisible()


def test_a_missing_translation_is_said_and_another_language_offered(
    qtbot: QtBot, screen: CurriculumScreen, work: Work, db: Database
) -> None:
    forget_translation(db, "M1-1.1", "rw")
    told: list[Notice] = []
    screen.told.connect(told.append)
    screen.choose_language("rw")
    assert screen.side.preview.words.text() == "Not yet translated into Ikinyarwanda."
    screen.does()["print"]()
    assert told[-1].words() == "M1-1.1 is not yet translated into Ikinyarwanda."
    assert told[-1].tone == Tone.WARNING
    told[-1].do()
    assert screen.language == "fr"


def forget_translation(db: Database, code: str, language: str) -> None:
    """Take the words of one handout in one language away."""
    with db.changing(label("Forget")) as s:
        handout = s.scalars(select(Handout).where(Handout.code == code)).one()
        for row in s.scalars(select(Text).where(Text.owner_id == handout.id, Text.language == language)):
            remove(row)


def test_f8_goes_to_the_next_page_that_nobody_has_reviewed(screen: CurriculumScreen) -> None:
    screen.choose_language("rw")
    QTest.keyClick(screen.contents.tree, Keys.Key_F8)
    assert screen.title.text().startswith("M1-1.2 ")
    told: list[Notice] = []
    screen.told.connect(told.append)
    screen.choose_language("fr")
    QTest.keyClick(screen.contents.tree, Keys.Key_F8)
    assert told[-1].words() == "Every handout is reviewed in Français."


def test_l_shows_the_same_units_as_a_list_and_back(screen: CurriculumScreen) -> None:
    screen.arrive(unit(screen, "M2-2.3").id)
    QTest.keyClick(screen.contents.tree, Keys.Key_L)
    table = screen.contents.list
    assert QApplication.focusWidget() is table
    assert table.current_row().unit.code == "M2-2.3"
    assert table.rows.rowCount() == sum(len(module.units) for module in screen.contents.modules)
    assert table.rows.index(0, 4).data() == "✎ draft"
    assert not screen.side.isVisible()
    QTest.keyClick(table, Keys.Key_Down)
    assert screen.title.text().startswith("M2-2.4 ")
    QTest.keyClick(table, Keys.Key_L)
    assert QApplication.focusWidget() is screen.contents.tree
    assert screen.side.isVisible()


def test_the_search_box_narrows_the_tree_and_escape_widens_it(qtbot: QtBot, screen: CurriculumScreen) -> None:
    screen.does()["find"]()
    QTest.keyClicks(QApplication.focusWidget(), "lift")
    qtbot.waitUntil(lambda: len(screen.contents.tree.lines.modules) == 1)
    QTest.keyClick(QApplication.focusWidget(), Keys.Key_Return)
    assert QApplication.focusWidget() is screen.contents.tree
    assert screen.title.text().startswith("M5-5.4 ")
    screen.contents.search.setFocus()
    QTest.keyClick(screen.contents.search, Keys.Key_Escape)
    qtbot.waitUntil(lambda: len(screen.contents.tree.lines.modules) == 7)


def test_words_that_fit_no_unit_offer_a_way_back(qtbot: QtBot, screen: CurriculumScreen) -> None:
    screen.contents.search.setText("zebra")
    qtbot.waitUntil(screen.contents.nothing.isVisible)
    qtbot.mouseClick(screen.contents.nothing.buttons[0], Qt.MouseButton.LeftButton)
    assert screen.contents.tree.isVisible()


def test_another_page_can_ask_for_a_unit_or_a_handout(screen: CurriculumScreen) -> None:
    screen.arrive(("handout", "M3-3.2"))
    assert screen.title.text().startswith("M3-3.2 ")
    screen.contents.search.setText("lift")
    screen.arrive(unit(screen, "M4-4.2").id)
    assert screen.title.text().startswith("M4-4.2 ")


def test_a_handout_is_saved_in_the_language_shown_and_noted(
    qtbot: QtBot, screen: CurriculumScreen, work: Work, tmp_path: Path
) -> None:
    proposed: list[str] = []

    def choose(_parent: QWidget, name: str) -> Path:
        proposed.append(name)
        return tmp_path / name

    told: list[Notice] = []
    screen.told.connect(told.append)
    screen.maker.ask_path = choose
    screen.choose_language("fr")
    screen.does()["export"]()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[-1].words() == f"Saved {proposed[0]}"
    assert told[-1].action == "Open folder"
    assert proposed[0].endswith(" FR.pdf")
    words = pypdf.PdfReader(tmp_path / proposed[0]).pages[0].extract_text()
    assert "M1-1.1" in words
    kept = work.read(ledger.of, screen.contents.current)
    assert kept == ((DAY, "handout", "fr", 1),)


def test_without_a_printer_the_file_is_offered(screen: CurriculumScreen) -> None:
    told: list[Notice] = []
    screen.told.connect(told.append)
    screen.maker.has_printer = lambda: False
    screen.does()["print"]()
    assert "no printer" in told[-1].words()
    assert told[-1].action == "Save as PDF"


def test_f9_hides_the_page_and_brings_it_back(qtbot: QtBot, screen: CurriculumScreen) -> None:
    screen.does()["panel"]()
    assert not screen.side.isVisible()
    screen.does()["panel"]()
    assert screen.side.isVisible()
    previewed(qtbot, screen, "M1-1.1")


def test_the_whole_module_can_be_taken_to_the_print_centre(screen: CurriculumScreen) -> None:
    asked: list[tuple[str, object]] = []
    screen.go.connect(lambda *what: asked.append(what))
    screen.bar.whole_actions[2].trigger()
    module = screen.contents.modules[0]
    assert asked == [("print_centre", {"document": "module", "module": module.id, "language": "en"})]


def test_everything_that_takes_the_focus_has_a_name(screen: CurriculumScreen) -> None:
    for widget in screen.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.text(QAccessible.Text.Name), widget.objectName()


def test_the_screen_follows_the_language_and_keeps_its_place(qtbot: QtBot, screen: CurriculumScreen) -> None:
    screen.arrive(unit(screen, "M2-2.2").id)
    before = screen.title.text()
    switch_language("fr")
    wanted = Catalog("fr").gettext("Print handout")
    qtbot.waitUntil(lambda: screen.bar.print.text() == wanted)
    assert screen.title.text() == before
    switch_language("en")
    qtbot.waitUntil(lambda: screen.bar.print.text() == "Print handout")
