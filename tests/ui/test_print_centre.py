"""A paper is chosen, looked at and made without leaving the keyboard; what it takes is said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_person, a_training
from trainer_app.db.database import Database
from trainer_app.documents.papers import Paper
from trainer_app.domain.printed import Holder
from trainer_app.domain.scores import Mark, Phase
from trainer_app.i18n import LANGUAGES, Catalog, label
from trainer_app.services import curriculum, ledger, sample, scores, sessions, texts, translating
from trainer_app.ui.screens.print_centre.kinds import ALWAYS, ASKS, NAMES, OF_CURRICULUM, Kind
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre
from trainer_app.ui.screens.session.papers import PapersTab
from trainer_app.ui.screens.session.tab import Desk
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice
from trainer_app.ui.work import Work

DAY = FIRST_DAY + timedelta(days=1)
Keys = Qt.Key


class Centre:
    """The screen, the files it saved and what it told."""

    def __init__(self, screen: PrintCentre, folder: Path) -> None:
        self.screen = screen
        self.folder = folder
        self.told: list[Notice] = []
        screen.told.connect(self.told.append)
        screen.maker.ask_path = self._choose

    def _choose(self, _parent: QWidget, name: str) -> Path:
        self.saved = self.folder / name
        return self.saved

    @property
    def area(self) -> QWidget:
        return self.screen.preview.area

    def choose(self, kind: Kind) -> None:
        self.screen.documents.setCurrentRow(list(NAMES).index(kind))


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=3)


@pytest.fixture
def centre(qtbot: QtBot, work: Work, training: ATraining, tmp_path: Path) -> Centre:
    screen = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(screen)
    screen.resize(1134, 625)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.first_focus().setFocus()
    return Centre(screen, tmp_path)


def previewed(qtbot: QtBot, centre: Centre, words: str) -> None:
    qtbot.waitUntil(lambda: words in centre.area.accessibleDescription(), timeout=20_000)


def test_the_keyboard_is_at_the_documents_and_each_shows_its_own_questions(centre: Centre) -> None:
    assert QApplication.focusWidget().objectName() == "lstDocuments"
    asked = {}
    parts = {**centre.screen.form.fields, **centre.screen.form.ticks}
    for kind in Kind:
        asked[kind] = {name for name, part in parts.items() if part.isVisible()}
        QTest.keyClick(centre.screen.documents, Keys.Key_Down)
    assert asked == {kind: ALWAYS | ASKS[kind] for kind in Kind}
    assert asked[Kind.SIGN_IN] == {"language", "copies", "training", "day", "phones", "also"}


def test_the_language_that_is_proposed_is_not_asked_for_a_second_time(centre: Centre) -> None:
    assert centre.screen.form.language.value == "en"
    assert [code for code, box in centre.screen.form.others.boxes.items() if box.isVisible()] == ["fr", "rw"]


def test_the_day_that_comes_next_is_proposed(qtbot: QtBot, centre: Centre) -> None:
    centre.choose(Kind.SIGN_IN)
    assert centre.screen.form.day.currentText() == "Day 2, 10/03/2026"
    previewed(qtbot, centre, "10 March 2026")


def test_the_training_under_way_or_next_is_proposed(qtbot: QtBot, work: Work, db: Database, tmp_path: Path) -> None:
    for days_away in (-30, 2, 40):
        a_training(db, people=1, first_day=DAY + timedelta(days=days_away))
    screen = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(screen)
    screen.refresh()
    assert "12/03/2026" in screen.form.training.currentText()


def test_the_language_of_the_paper_is_not_that_of_the_screen(qtbot: QtBot, centre: Centre) -> None:
    centre.choose(Kind.RECORDED)
    previewed(qtbot, centre, "Attendance list")
    qtbot.mouseClick(centre.screen.form.language.buttons[list(LANGUAGES).index("fr")], Qt.MouseButton.LeftButton)
    previewed(qtbot, centre, Catalog("fr").gettext("Attendance list"))
    assert centre.screen.print_button.text() == "Print"


def test_the_sheets_are_told_before_they_are_printed(qtbot: QtBot, centre: Centre) -> None:
    centre.choose(Kind.MODULE)
    centre.screen.form.copies.setValue(40)
    qtbot.waitUntil(lambda: centre.screen.sheets.text() == "6 pages × 40 copies = 240 sheets", timeout=20_000)
    qtbot.mouseClick(centre.screen.form.format.buttons[2], Qt.MouseButton.LeftButton)
    wanted = "4 pages × 40 copies = 80 sheets, both sides, turned over the short edge, then folded"
    qtbot.waitUntil(lambda: centre.screen.sheets.text() == wanted, timeout=20_000)


def test_a_draft_is_owned_up_to_before_it_is_printed(centre: Centre) -> None:
    centre.choose(Kind.HANDOUT)
    assert not centre.screen.form.state.isVisible()
    centre.screen.form.language.buttons[list(LANGUAGES).index("rw")].click()
    assert centre.screen.form.state.text().startswith("Ikinyarwanda: ✎ draft.")


def test_another_page_can_ask_for_a_paper(qtbot: QtBot, centre: Centre, training: ATraining) -> None:
    centre.screen.arrive(("sign_in_sheet", training.id, training.sessions[2], "rw"))
    assert centre.screen.kind == Kind.SIGN_IN
    assert centre.screen.form.day.value == 3
    assert centre.screen.form.language.value == "rw"
    previewed(qtbot, centre, "11 Werurwe 2026")


def test_the_curriculum_can_ask_for_the_handouts_of_a_module(qtbot: QtBot, centre: Centre, work: Work) -> None:
    module = work.read(curriculum.modules, "en")[2]
    centre.screen.arrive({"document": "module", "module": module.id, "language": "fr"})
    assert centre.screen.form.module.value == module.id
    qtbot.waitUntil(lambda: centre.screen.preview.count == len(module.units), timeout=20_000)


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_list_is_exported_for_spreadsheets(
    qtbot: QtBot, centre: Centre, work: Work, training: ATraining, suffix: str
) -> None:
    centre.choose(Kind.RECORDED)
    assert centre.screen.export.isVisible()
    next(action for action in centre.screen.formats if action.data() == f".{suffix}").trigger()
    qtbot.waitUntil(lambda: bool(centre.told), timeout=20_000)
    assert centre.saved.suffix == f".{suffix}"
    assert centre.saved.stat().st_size > 0
    assert work.read(ledger.of, training.id) == ((DAY, "attendance_list", "en", 1),)


LISTS = [Kind.INVITATIONS, Kind.RECORDED, Kind.SCORES, Kind.PEOPLE]


def test_only_lists_can_be_exported(centre: Centre) -> None:
    shown = {}
    for kind in Kind:
        centre.choose(kind)
        shown[kind] = centre.screen.export.isVisible()
    assert [kind for kind, visible in shown.items() if visible] == LISTS


def test_the_list_of_people_masks_phones_until_asked(qtbot: QtBot, centre: Centre) -> None:
    centre.choose(Kind.PEOPLE)
    previewed(qtbot, centre, "UWIMANA")
    assert "0700 000 001" not in centre.area.accessibleDescription()
    centre.screen.form.phones.click()
    previewed(qtbot, centre, "0700 000 001")


def test_the_members_of_one_group_can_be_listed(
    qtbot: QtBot, centre: Centre, db: Database, training: ATraining
) -> None:
    a_person(db, "KAMANZI Patrick")
    centre.screen.arrive({"document": "people_list", "group": training.group})
    previewed(qtbot, centre, "UWIMANA")
    assert "KAMANZI" not in centre.area.accessibleDescription()
    centre.screen.does()["export"]()
    qtbot.waitUntil(lambda: bool(centre.told), timeout=20_000)
    assert centre.saved.name == "List of people COOP Twisungane.pdf"


def test_without_a_printer_saving_is_the_primary_deed(centre: Centre) -> None:
    assert not centre.screen.maker.has_printer(), "this machine has a printer"
    assert centre.screen.save_button.property("kind") == "primary"
    assert centre.screen.print_button.property("kind") == ""
    assert centre.screen.no_printer.isVisible()
    centre.screen.does()["print"]()
    assert "no printer" in centre.told[-1].words()


def test_with_a_printer_printing_is_the_primary_deed(centre: Centre) -> None:
    centre.screen.maker.has_printer = lambda: True
    centre.screen.reload()
    assert centre.screen.print_button.property("kind") == "primary"
    assert not centre.screen.no_printer.isVisible()


def test_an_empty_programme_says_what_is_wanting(qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    screen = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(screen)
    screen.show()
    centre = Centre(screen, tmp_path)
    centre.choose(Kind.SIGN_IN)
    assert screen.preview.words.text() == "There is no training yet. Plan one in the schedule first."
    screen.does()["export"]()
    assert centre.told[-1].words() == "There is no training yet. Plan one in the schedule first."


def test_what_was_chosen_stays_chosen_when_data_change(centre: Centre, db: Database, training: ATraining) -> None:
    centre.choose(Kind.SIGN_IN)
    centre.screen.form.day.choose(3)
    a_training(db, people=1, first_day=DAY)
    assert centre.screen.form.training.value == training.id
    assert centre.screen.form.day.value == 3


def test_a_score_that_is_corrected_elsewhere_is_in_the_list_that_is_printed(
    qtbot: QtBot, centre: Centre, db: Database, training: ATraining
) -> None:
    with db.changing(label("Score")) as s:
        scores.record(s, training.id, training.people[0], Phase.POST, Mark(3))
    centre.choose(Kind.SCORES)
    previewed(qtbot, centre, "3")
    with db.changing(label("Correct")) as s:
        scores.record(s, training.id, training.people[0], Phase.POST, Mark(8.25))
    previewed(qtbot, centre, "8.25")


def test_a_paper_of_the_sample_is_marked_in_page_and_name(
    qtbot: QtBot, work: Work, db: Database, tmp_path: Path
) -> None:
    with db.changing(label("Sample")) as s:
        sample.fill(s, DAY)
    screen = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(screen)
    screen.show()
    centre = Centre(screen, tmp_path)
    centre.choose(Kind.SIGN_IN)
    previewed(qtbot, centre, "SAMPLE")
    screen.does()["export"]()
    qtbot.waitUntil(lambda: bool(centre.told), timeout=20_000)
    assert centre.saved.name.startswith("SAMPLE Sign-in sheet")


def test_everything_that_takes_the_focus_has_a_name(centre: Centre) -> None:
    for kind in Kind:
        centre.choose(kind)
        for widget in centre.screen.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
                face = QAccessible.queryAccessibleInterface(widget)
                assert face.text(QAccessible.Text.Name), widget.objectName() or widget


def test_the_screen_follows_the_language(qtbot: QtBot, centre: Centre) -> None:
    switch_language("fr")
    wanted = Catalog("fr").gettext("Handouts of a module")
    qtbot.waitUntil(lambda: centre.screen.documents.item(1).text() == wanted)
    assert centre.screen.form.language.value == "en"
    switch_language("en")
    qtbot.waitUntil(lambda: centre.screen.documents.item(1).text() == "Handouts of a module")


# ---- the papers of the curriculum ------------------------------------------------------------------------------------


def test_every_paper_of_the_curriculum_is_seen_with_its_pages(qtbot: QtBot, centre: Centre) -> None:
    seen = {}
    for kind in OF_CURRICULUM:
        centre.choose(kind)
        centre.screen.preview.say("")
        qtbot.waitUntil(lambda: centre.screen.preview.count > 0, timeout=20_000)
        seen[kind] = centre.screen.sheets.text()
    assert all(" page" in words and " sheet" in words for words in seen.values()), seen


def test_copies_in_several_languages_are_one_job(qtbot: QtBot, centre: Centre, work: Work, training: ATraining) -> None:
    centre.choose(Kind.HANDOUT)
    form = centre.screen.form
    form.choose_language("rw")
    assert not form.others.boxes["rw"].isVisible()
    form.copies.setValue(25)
    form.others.boxes["fr"].setValue(10)
    form.others.boxes["en"].setValue(5)
    form.holder.choose(Holder(group_id=training.group))
    form.changed.emit()
    qtbot.waitUntil(lambda: centre.screen.sheets.text() == "1 page × 40 copies = 40 sheets", timeout=20_000)
    assert centre.screen.preview.count == 3
    assert form.state.text().startswith("Ikinyarwanda: ✎ draft.")
    centre.screen.does()["export"]()
    qtbot.waitUntil(lambda: bool(centre.told), timeout=20_000)
    assert len(pypdf.PdfReader(centre.saved).pages) == 40
    lines = work.read(ledger.runs)
    assert {(line.language, line.copies, line.whom.group) for line in lines} == {
        ("rw", 25, "COOP Twisungane"),
        ("fr", 10, "COOP Twisungane"),
        ("en", 5, "COOP Twisungane"),
    }


def test_a_draft_offers_the_language_that_was_written_first(centre: Centre) -> None:
    centre.choose(Kind.PLAN)
    form = centre.screen.form
    form.language.buttons[list(LANGUAGES).index("rw")].click()
    assert form.state.isVisible()
    assert form.other_language.text() == "Take it in English"
    form.other_language.click()
    assert form.language.value == "en"
    assert not form.state.isVisible()
    assert not form.other_language.isVisible()


def test_a_language_that_is_missing_is_owned_up_to_and_the_source_offered(
    qtbot: QtBot, centre: Centre, work: Work, db: Database
) -> None:
    unit = work.read(curriculum.modules, "en")[0].units[0].id
    pairs = work.read(translating.pairs, unit, "fr")
    ref = next(pair.ref for pair in pairs if pair.place.owner == "handout" and pair.place.key == "title")
    work.change(label("Remove a text"), texts.write, ref, "fr", "")
    centre.choose(Kind.HANDOUT)
    centre.screen.form.language.buttons[list(LANGUAGES).index("fr")].click()
    assert centre.screen.form.state.text() == "Français: ✕ missing."
    assert centre.screen.preview.words.text() == "Handout M1-1.1 is not yet translated into Français."
    assert centre.screen.form.other_language.text() == "Take it in English"


def test_a_second_language_is_never_the_first(centre: Centre) -> None:
    centre.choose(Kind.TWO_LANGUAGES)
    form = centre.screen.form
    form.second.buttons[0].click()
    form.language.buttons[0].click()
    assert form.language.value != form.second.value


def test_a_printer_of_single_sides_gets_all_fronts_and_then_all_backs(
    qtbot: QtBot, centre: Centre, tmp_path: Path
) -> None:
    centre.choose(Kind.MODULE)
    centre.screen.form.by_hand.click()
    wanted = "6 pages × 1 copy = 3 sheets: all fronts first, then the sheets go back into the tray for the backs"
    qtbot.waitUntil(lambda: centre.screen.sheets.text() == wanted, timeout=20_000)
    maker, out = centre.screen.maker, tmp_path / "printed.pdf"
    maker.has_printer = lambda: True

    def into_file(_parent: QWidget, printer: QPrinter, _pages: int) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return True

    maker.ask_printer = into_file
    centre.screen.does()["print"]()
    qtbot.waitUntil(lambda: len(centre.told) == 1, timeout=20_000)
    assert centre.told[0].words().startswith("The fronts are printed.")
    assert len(pypdf.PdfReader(out).pages) == 3
    out.unlink()
    assert centre.told[0].do is not None
    centre.told[0].do()
    qtbot.waitUntil(lambda: len(centre.told) == 2, timeout=20_000)
    assert centre.told[1].words().startswith("Sent to the printer")
    assert len(pypdf.PdfReader(out).pages) == 3
    assert len(centre.screen.work.read(ledger.runs)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_wider_than_its_room(centre: Centre, language: str) -> None:
    switch_language(language)
    centre.screen.resize(1037, 400)
    for kind in Kind:
        centre.choose(kind)
        QApplication.processEvents()
        assert not centre.screen.form.horizontalScrollBar().isVisible(), kind
    switch_language("en")


def test_one_press_opens_all_papers_of_a_training(qtbot: QtBot, centre: Centre) -> None:
    with qtbot.captureExceptions() as raised:
        centre.screen.kit.click()
    assert "KitDialog was opened" in str(raised[0][1])


# ---- the papers of one session --------------------------------------------------------------------------------------


@pytest.fixture
def papers_tab(qtbot: QtBot, work: Work, training: ATraining, tmp_path: Path) -> Iterator[PapersTab]:
    top = QWidget()
    qtbot.addWidget(top)
    tab = PapersTab(Desk(work, lambda: DAY, lambda: "en"), top)
    tab.resize(1100, 500)
    top.show()
    tab.show_session(work.read(sessions.one, training.sessions[1], "en"))
    tab.maker.ask_path = lambda _parent, name: tmp_path / name
    yield tab
    top.close()


def heard(qtbot: QtBot, tab: PapersTab, words: str) -> None:
    qtbot.waitUntil(lambda: words in tab.preview.area.accessibleDescription(), timeout=20_000)


def test_the_sheet_of_the_day_is_shown_first(qtbot: QtBot, papers_tab: PapersTab) -> None:
    heard(qtbot, papers_tab, "10 March 2026")
    assert papers_tab.rows["sign_in"].about.text() == "10/03/2026, 3 people"
    assert papers_tab.sheets.text() == "Sign-in sheet of this day: 1 page × 1 copy = 1 sheet"


def test_all_handouts_are_made_for_everyone_by_name(
    qtbot: QtBot, papers_tab: PapersTab, work: Work, training: ATraining, tmp_path: Path
) -> None:
    row = papers_tab.rows["handouts"]
    assert row.about.text() == "6 pages for each of 3 people"
    row.preview.click()
    qtbot.waitUntil(lambda: papers_tab.sheets.text().endswith("6 pages × 3 copies = 18 sheets"), timeout=20_000)
    papers_tab.names.click()
    qtbot.waitUntil(lambda: papers_tab.sheets.text().endswith("18 pages × 1 copy = 18 sheets"), timeout=20_000)
    told: list[Notice] = []
    papers_tab.told.connect(told.append)
    row.save.click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    saved = next(tmp_path.glob("*.pdf"))
    assert "UWIMANA" in "".join(page.extract_text() for page in pypdf.PdfReader(saved).pages)
    assert work.read(ledger.of, training.id) == ((DAY, "handout", "en", 3),) * 6
    assert {line.whom.holder.training_id for line in work.read(ledger.runs)} == {training.id}


@pytest.mark.parametrize("name", ["recorded", "scores"])
def test_a_list_is_saved_in_four_ways(qtbot: QtBot, papers_tab: PapersTab, tmp_path: Path, name: str) -> None:
    told: list[Notice] = []
    papers_tab.told.connect(told.append)
    for number, action in enumerate(papers_tab.rows[name].formats, start=1):
        action.trigger()
        qtbot.waitUntil(lambda number=number: len(told) == number, timeout=20_000)
    assert {file.suffix for file in tmp_path.iterdir() if file.is_file()} == {".xlsx", ".ods", ".csv", ".pdf"}


def test_the_language_of_all_papers_is_chosen_at_the_top(qtbot: QtBot, papers_tab: PapersTab) -> None:
    papers_tab.languages.buttons[list(LANGUAGES).index("rw")].click()
    heard(qtbot, papers_tab, "10 Werurwe 2026")
    made = papers_tab.paper("blank")
    assert isinstance(made, Paper)
    assert made.language == "rw"
    assert not papers_tab.state.isVisible()
    papers_tab.rows["plan"].preview.click()
    assert papers_tab.state.text().startswith("Ikinyarwanda: ✎ draft.")
    assert papers_tab.state.isVisible()


def test_a_session_has_all_papers_of_its_training(qtbot: QtBot, papers_tab: PapersTab) -> None:
    shown = [key for key, row in papers_tab.rows.items() if row.isVisibleTo(papers_tab)]
    assert {"sign_in", "recorded", "blank", "handouts", "plan", "trainer", "pre_test", "pre_key"} <= set(shown)
    shown.remove("certificates")  # nobody has one yet
    for key in shown:
        papers_tab.rows[key].preview.click()
        made = papers_tab.paper(key)
        assert isinstance(made, Paper)
        qtbot.waitUntil(lambda: papers_tab.preview.count > 0, timeout=20_000)
    with qtbot.captureExceptions() as raised:
        papers_tab.kit.click()
    assert "KitDialog was opened" in str(raised[0][1])
