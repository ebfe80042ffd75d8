"""The page of reports: what is doubtful first, every number opens what is behind it, by keys alone."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from sqlalchemy import select

from tests.builders import FIRST_DAY, ATraining, a_training
from tests.ui.shell import SMALL, a_window, press, settle
from trainer_app.db.database import Database
from trainer_app.db.records import Person, PrintRun
from trainer_app.documents import charts
from trainer_app.domain.attendance import Status
from trainer_app.domain.charts import Chart, Look, Row, Series
from trainer_app.domain.ids import new_id
from trainer_app.domain.indicators import By, DoubtKind, Measure, Wanted
from trainer_app.domain.people import Sex
from trainer_app.domain.report_periods import Preset
from trainer_app.domain.scores import Mark, Phase, TestPlan
from trainer_app.i18n import LANGUAGES, Catalog, label
from trainer_app.services import attendance, indicator_definitions, scores
from trainer_app.services.indicator_definitions import usual
from trainer_app.ui import theme
from trainer_app.ui.dialogs import counted_behind, doubt_list, freeze, indicator_form
from trainer_app.ui.dialogs import readings as readings_dialog
from trainer_app.ui.dialogs import targets as targets_dialog
from trainer_app.ui.dialogs.counted_behind import CountedBehind, Number
from trainer_app.ui.dialogs.differences import DifferencesDialog
from trainer_app.ui.dialogs.doubt_list import DoubtList
from trainer_app.ui.dialogs.freeze import FreezeDialog, Keeping
from trainer_app.ui.dialogs.indicator_form import IndicatorForm
from trainer_app.ui.dialogs.indicators import Around, IndicatorsDialog
from trainer_app.ui.dialogs.readings import ReadingDialog, ReadingsDialog
from trainer_app.ui.dialogs.targets import TargetsDialog, TargetsSet
from trainer_app.ui.models import indicators as words
from trainer_app.ui.models import numbers
from trainer_app.ui.screens.reports.counting import Answer, Wish
from trainer_app.ui.screens.reports.reports import ReportsScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

TODAY = FIRST_DAY + timedelta(days=60)  # the quarter after
Page = Callable[..., ReportsScreen]


@pytest.fixture
def training(db: Database) -> ATraining:
    """Six people in three days of March: three women, of whom one never came, and three men."""
    made = a_training(db, people=6, days=3)
    with db.changing(label("Mark")) as s:
        for session in made.sessions:
            attendance.mark(s, session, made.people[0], Status.ABSENT, TODAY)
            attendance.mark_rest(s, session, TODAY)
    return made


@pytest.fixture
def page(qtbot: QtBot, work: Work) -> Page:
    def build(today: date = TODAY) -> ReportsScreen:
        made = ReportsScreen(work, today=lambda: today)
        qtbot.addWidget(made)
        made.resize(1134, 620)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.first_focus().setFocus()
        return made

    return build


def last_quarter(screen: ReportsScreen) -> ReportsScreen:
    """By keys: the second entry of the list of periods."""
    assert QApplication.focusWidget() is screen.bar.period
    press(Qt.Key.Key_Down)
    assert screen.bar.period.value is Preset.LAST_QUARTER
    return screen


def cells(table: QTableView, row: int) -> list[str]:
    model = table.model()
    shown = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
    return [str(model.index(row, column).data()) for column in shown]


def walk_to(table: QTableView, heading: str) -> None:
    """To the right, over as many columns as this width and this font have room for."""
    for _press in range(table.model().columnCount()):
        if table.model().headerData(table.currentIndex().column(), Qt.Orientation.Horizontal) == heading:
            return
        press(Qt.Key.Key_Right)


def test_the_keyboard_begins_with_the_period_and_an_empty_period_says_so(training: ATraining, page: Page) -> None:
    screen = page()
    assert screen.first_focus() is screen.bar.period
    assert screen.empty.isVisible()
    assert screen.empty.words.text() == "No session in this period."
    assert [made.text() for made in screen.empty.buttons] == ["Change period"]
    last_quarter(screen)
    assert not screen.empty.isVisible()
    assert screen.context() == "Quarter 1 of 2026"


def test_an_empty_folder_has_nothing_to_count_and_offers_the_period(page: Page) -> None:
    screen = page()
    assert screen.empty.isVisible()
    screen.empty.buttons[0].click()
    assert screen.bar.period.view().isVisible()
    screen.bar.period.hidePopup()


def test_women_and_men_are_counted_and_make_the_whole(training: ATraining, page: Page) -> None:
    screen = last_quarter(page())
    assert [cell for cell in cells(screen.view.table, 0) if cell] == ["People reached", "5", "2", "3"]
    assert cells(screen.view.table, 2)[:3] == ["Attendance rate", "", "83.3\u00a0%"]
    assert "15 of 18" in _definition_of(screen, 2)


def test_a_pass_mark_that_is_decided_elsewhere_is_counted_at_once(
    training: ATraining, page: Page, db: Database
) -> None:
    with db.changing(label("Score")) as s:
        scores.record_many(s, training.id, [(person, Phase.POST, Mark(5)) for person in training.people])
    screen = last_quarter(page())

    def passed() -> float:
        assert screen.shown is not None
        return next(line.figure.numerator for line in screen.shown.lines if line.wanted.measure is Measure.PASSED)

    assert passed() == 0
    with db.changing(label("Decide")) as s:
        scores.set_test(s, training.id, Phase.POST, TestPlan(pass_mark=4))
    assert passed() == len(training.people)


def _definition_of(screen: ReportsScreen, row: int) -> str:
    screen.view.table.setCurrentIndex(screen.view.table.rows.index(row, 2))
    return screen.view.definition.text()


def test_from_a_number_to_the_people_and_back_by_keys(
    training: ATraining, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = last_quarter(page())
    seen: list[list[str]] = []

    def look(dialog: QDialog) -> int:
        assert isinstance(dialog, CountedBehind)
        dialog.show()
        settle()
        seen.append([line.name for line in dialog.table.rows.rows])
        press(Qt.Key.Key_Escape)
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    for _press in range(20):
        if QApplication.focusWidget() is screen.view.table:
            break
        press(Qt.Key.Key_Tab)
    assert screen.view.table.hasFocus()
    press(Qt.Key.Key_Return)
    walk_to(screen.view.table, "Women")
    press(Qt.Key.Key_Return)
    assert [len(names) for names in seen] == [5, 2]
    assert screen.view.table.hasFocus()


def test_a_part_of_the_breakdown_opens_its_people(
    training: ATraining, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, asked, wanted = last_quarter(page()), [], []
    screen.go.connect(lambda key, what: wanted.append((key, what)))

    def answer(*told: object) -> object:
        asked.append(told)
        return "person", training.people[1]

    monkeypatch.setattr(counted_behind, "ask", answer)
    screen.bar.then.choose(None)
    screen.bar.then.chosen.emit(None)
    assert [cells(screen.view.parts, row) for row in range(2)] == [["Female", "2"], ["Male", "3"]]
    screen.view.parts.setFocus()
    screen.view.parts.selectRow(0)
    press(Qt.Key.Key_Return)
    number = asked[0][2]
    assert number.title == "People reached · Female"
    assert {one.sex for one in number.counted} == {Sex.FEMALE}
    assert wanted == [("person", training.people[1])]


def test_the_window_behind_a_share_names_who_does_not_count_first(
    qtbot: QtBot, training: ATraining, work: Work, page: Page
) -> None:
    screen = last_quarter(page())
    row = screen.view.table.rows.rows[2]
    assert screen.shown is not None
    number = Number("Attendance", row.line.wanted.measure, row.line.counted, True)
    dialog = CountedBehind(None, work, number, screen.shown.asked, "en")
    qtbot.addWidget(dialog)
    assert dialog.head.text() == "Attendance: 15 of 18"
    assert not dialog.table.rows.rows[0].counts
    assert dialog.table.rows.rows[0].place == ("person", training.people[0])
    dialog.submit()
    assert dialog.answer == ("person", training.people[0])


def test_what_is_doubtful_stands_first_and_leads_to_its_session(
    db: Database, training: ATraining, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = a_training(db, people=2, days=2, first_day=FIRST_DAY + timedelta(days=7))
    screen, wanted = last_quarter(page()), []
    screen.go.connect(lambda key, what: wanted.append((key, what)))
    assert screen.doubts.isVisible()
    assert screen.doubts.words.text() == "Numbers are incomplete: 2 sessions are not marked."
    monkeypatch.setattr(DoubtList, "exec", lambda dialog: dialog.submit())
    screen.doubts.fix.click()
    assert wanted == [("session", (other.sessions[0], "attendance"))]
    others = [action.data().kind for action in screen.doubts.more.menu().actions()]
    assert DoubtKind.NOT_MARKED not in others


def test_a_doubt_about_one_session_leads_there_at_once(db: Database, training: ATraining, page: Page) -> None:
    other = a_training(db, people=2, days=1, first_day=FIRST_DAY + timedelta(days=7))
    screen, wanted = last_quarter(page()), []
    screen.go.connect(lambda key, what: wanted.append((key, what)))
    screen.doubts.fix.click()
    assert wanted == [("session", (other.sessions[0], "attendance"))]


def test_a_mark_that_is_made_elsewhere_is_counted_here(db: Database, training: ATraining, page: Page) -> None:
    screen = last_quarter(page())
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, TODAY)
    assert cells(screen.view.table, 0)[2] == "6"
    screen.work.undo()
    assert cells(screen.view.table, 0)[2] == "5"


def test_own_dates_count_from_the_first_to_the_last_day(training: ATraining, page: Page) -> None:
    screen = page()
    screen.bar.period.choose(Preset.OWN)
    screen.bar._period_chosen()
    for field, words_ in ((screen.bar.first, "10/03/2026"), (screen.bar.last, "09/03/2026")):
        field.line.setText(words_)
        field.line.editingFinished.emit()
    assert screen.bar.asked is None
    screen.bar.last.line.setText("11/03/2026")
    screen.bar.last.line.editingFinished.emit()
    assert screen.shown is not None
    assert (screen.shown.asked.first, screen.shown.asked.last) == (date(2026, 3, 10), date(2026, 3, 11))
    assert cells(screen.view.table, 2)[2] == "83.3\u00a0%"


def test_the_breakdown_is_by_one_thing_or_two(training: ATraining, page: Page) -> None:
    screen = last_quarter(page())
    assert screen.bar.bys == (By.SEX, By.AGE)
    screen.bar.by.choose(By.DISTRICT)
    screen.bar.then.choose(By.DISTRICT)
    screen.bar.by.chosen.emit(By.DISTRICT)
    assert screen.bar.bys == (By.DISTRICT,)
    assert cells(screen.view.parts, 0) == ["not known", "5"]
    assert screen.view.parts.rows.columns[0].title == "District"


def test_the_chart_has_a_table_twin_and_a_description(training: ATraining, page: Page) -> None:
    screen = last_quarter(page())
    assert "Women 2, Men 3" in screen.view.chart.drawing.accessibleDescription()
    screen.view.chart.as_table.click()
    assert screen.view.chart.table.isVisible()
    told = [line[1:] for line in screen.view.chart.table.rows.rows]
    assert told[0] == ("People reached – Sex", "Women", "Men")
    assert told[1] == ("", "2", "3")
    screen.view.chart.as_table.click()
    assert screen.view.chart.drawing.isVisible()


def test_the_tables_are_sound_models(training: ATraining, page: Page, qtmodeltester: ModelTester) -> None:
    screen = last_quarter(page())
    for view in (screen.view.table, screen.view.parts, screen.view.chart.table):
        qtmodeltester.check(view.rows)
        assert not view.tabKeyNavigation()


def test_the_page_and_its_windows_are_freed_when_closed(training: ATraining, work: Work, page: Page) -> None:
    shown = last_quarter(page()).shown
    assert shown is not None
    number = Number("People reached", shown.lines[0].wanted.measure, shown.lines[0].counted, False)
    dialog = CountedBehind(None, work, number, shown.asked, "en")
    screen = ReportsScreen(work, today=lambda: TODAY)
    screen.show()
    gone = [weakref.ref(dialog), weakref.ref(screen)]
    delete(dialog)
    delete(screen)
    del dialog, screen
    gc.collect()
    assert [one() for one in gone] == [None, None]


# ---- in a large office -----------------------------------------------------------------------------------------------


@pytest.fixture
def large(qtbot: QtBot, page: Page) -> ReportsScreen:
    """A page for which anything is much: it counts in the background."""
    screen = page()
    screen.counting.much = -1
    return screen


def reached(screen: ReportsScreen) -> float | None:
    """What the first row says, where something is shown."""
    return screen.shown.lines[0].figure.numerator if screen.shown is not None else None


def test_a_large_office_is_counted_in_the_background_and_the_page_says_so(
    qtbot: QtBot, training: ATraining, large: ReportsScreen
) -> None:
    press(Qt.Key.Key_Down)
    assert large.waiting.isVisible()
    qtbot.waitUntil(large.waiting.isHidden, timeout=20_000)
    assert large.shown is not None
    assert large.shown.asked.last == date(2026, 3, 31)
    assert reached(large) == 5


def test_of_several_wishes_the_last_one_is_answered(qtbot: QtBot, training: ATraining, large: ReportsScreen) -> None:
    heard: list[Answer] = []
    large.counting.counted.connect(heard.append)
    for preset in (Preset.THIS_YEAR, Preset.THIS_MONTH, Preset.LAST_QUARTER):
        large.bar.choose_period(preset)
        large.outdate()
    qtbot.waitUntil(large.waiting.isHidden, timeout=20_000)
    assert large.shown is not None
    assert (large.shown.asked.first, large.shown.asked.last) == (date(2026, 1, 1), date(2026, 3, 31))
    assert {one.wish.asked for one in heard} == {large.bar.asked}


def test_a_mark_that_is_made_while_the_page_counts_is_counted_too(
    qtbot: QtBot, db: Database, training: ATraining, work: Work, large: ReportsScreen
) -> None:
    large.bar.choose_period(Preset.LAST_QUARTER)
    large.outdate()
    work.change(label("Mark"), attendance.mark, training.sessions[0], training.people[0], Status.PRESENT, TODAY)
    qtbot.waitUntil(lambda: reached(large) == 6, timeout=20_000)


def test_what_fails_while_it_counts_does_not_stop_the_next(
    qtbot: QtBot, training: ATraining, large: ReportsScreen
) -> None:
    with qtbot.capture_exceptions() as failed:
        large.counting.count(Wish("en", TODAY, frozen=uuid4()))
        qtbot.waitUntil(large.waiting.isHidden, timeout=20_000)
    assert len(failed) == 1
    large.bar.choose_period(Preset.LAST_QUARTER)
    large.outdate()
    qtbot.waitUntil(lambda: reached(large) == 5, timeout=20_000)


# ---- what is done with a report ------------------------------------------------------------------------------------


def test_a_report_that_was_kept_stands_and_says_what_differs_since(
    db: Database, training: ATraining, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = last_quarter(page())
    asked: list[str] = []

    def answer(_parent: object, title: str) -> Keeping:
        asked.append(title)
        return Keeping("Handed in", "to the donor")

    monkeypatch.setattr(freeze, "ask", answer)
    screen.deeds.freeze.click()
    assert asked == ["Indicator report Quarter 1 of 2026"]
    assert screen.deeds.chosen is not None
    assert "Nothing differs" in screen.then.words.text()
    assert not screen.deeds.freeze.isVisible()
    with db.changing(label("Mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, TODAY)
    assert cells(screen.view.table, 0)[2] == "5", "what was handed in stays"
    assert "differ today" in screen.then.words.text()
    screen.deeds.frozen.choose(None)
    screen.deeds.frozen.chosen.emit(None)
    assert cells(screen.view.table, 0)[2] == "6"
    assert not screen.then.isVisible()


def test_who_came_in_since_is_named_with_what_was_done(
    qtbot: QtBot, db: Database, training: ATraining, work: Work, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = last_quarter(page())
    monkeypatch.setattr(freeze, "ask", lambda _parent, _title: Keeping("Handed in", ""))
    screen.deeds.freeze.click()
    with db.changing(label("Correct a mark")) as s:
        attendance.mark(s, training.sessions[0], training.people[0], Status.PRESENT, TODAY)
    assert screen.then.told is not None
    dialog = DifferencesDialog(None, work, screen.then.told, "en")
    qtbot.addWidget(dialog)
    reached = next(n for n, row in enumerate(dialog.table.rows.rows) if row.wanted.measure == "people_reached")
    dialog.table.selectRow(reached)
    shown = [dialog.table.rows.index(reached, column).data() for column in range(1, 6)]
    assert shown == ["5", "6", "+1", "1", ""]
    (line,) = dialog.moved.rows.rows
    assert line.came_in
    assert "Correct a mark" in dialog.moved.rows.index(0, 3).data()
    dialog.submit()
    assert dialog.answer == ("person", training.people[0])


def test_asking_for_something_else_leaves_the_report_that_was_kept(
    training: ATraining, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = last_quarter(page())
    monkeypatch.setattr(freeze, "ask", lambda _parent, _title: Keeping("Handed in", ""))
    screen.deeds.freeze.click()
    screen.bar.choose_period(Preset.THIS_QUARTER)
    screen.bar.changed.emit()
    assert screen.deeds.chosen is None
    assert screen.empty.isVisible()
    screen.work.undo()
    assert not screen.deeds.frozen.isVisible()


def test_a_report_needs_a_title_to_be_kept(qtbot: QtBot) -> None:
    dialog = FreezeDialog(None, "Quarter 1")
    qtbot.addWidget(dialog)
    dialog.title.setText(" ")
    dialog.submit()
    assert dialog.answer is None
    assert dialog.form.fields["title"].error.text()
    dialog.title.setText(" Quarter 1 ")
    dialog.note.setPlainText("sent by post")
    dialog.submit()
    assert dialog.answer == Keeping("Quarter 1", "sent by post")


def test_the_report_is_saved_in_four_formats_and_names_nobody_unless_asked(
    qtbot: QtBot, training: ATraining, page: Page, tmp_path: Path
) -> None:
    screen = last_quarter(page())
    screen.maker.ask_path = lambda _parent, name: tmp_path / name
    for suffix in (".xlsx", ".ods", ".csv", ".pdf"):
        with qtbot.waitSignal(screen.told, timeout=30_000):
            screen.save(suffix)
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == [
        f"Indicator report Quarter 1 of 2026.{suffix}" for suffix in ("csv", "ods", "pdf", "xlsx")
    ]
    assert screen.paper().unmasked == frozenset()  # type: ignore[union-attr]
    screen.deeds.with_names.setChecked(True)
    assert screen.paper().unmasked == frozenset({"name"})  # type: ignore[union-attr]


def test_the_sample_is_shown_and_marked_where_there_is_nothing_else(qtbot: QtBot, sample_db: Database) -> None:
    for language in LANGUAGES:
        with a_window(qtbot, sample_db, SMALL, language) as window:
            window.open("reports")
            settle()
            screen = window.page
            assert isinstance(screen, ReportsScreen)
            assert screen.shown is not None
            assert screen.shown.asked.sample
            assert screen.deeds.sample.isVisible()
            assert screen.deeds.sample.text().split(":")[0].strip() in ("SAMPLE", "EXEMPLE", "URUGERO")
            assert screen.view.table.rows.rowCount() >= 5
            assert screen.minimumSizeHint().width() <= window.stack.width()
            assert screen.minimumSizeHint().height() <= window.stack.height()
            assert screen.view.table.viewport().height() >= 2 * theme.row_height()


@pytest.mark.parametrize("dark", [False, True])
def test_the_screen_draws_every_bar_of_the_chart(qapp: QApplication, dark: bool) -> None:
    """Where the bars are, the picture has their colour, and nowhere below it."""
    chart = Chart("Née à l'étranger", (Series(Look.WOMEN, "F"),), (Row("a", (10,)), Row("b", (5,))))
    renderer = QSvgRenderer(QByteArray(charts.as_svg(chart, Catalog("fr"), 400, 13, dark).encode()))
    assert renderer.isValid()
    size = renderer.defaultSize()
    card = charts.DARK.card if dark else charts.LIGHT.card
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(card)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    bar = (charts.DARK if dark else charts.LIGHT).bar.lower()
    long = [sum(image.pixelColor(x, y).name() == bar for x in range(size.width())) for y in range(size.height())]
    first, second = max(long), sorted(set(long))[-2] if len(set(long)) > 2 else 0
    assert first > 250
    assert second == pytest.approx(first / 2, abs=2) or first / 2 in [pytest.approx(one, abs=2) for one in set(long)]


def test_a_chart_stands_on_a_card_of_its_own_colours() -> None:
    """The palettes of charts are those of the themes."""
    from trainer_app.ui.tokens import DARK, LIGHT

    for palette, tokens in ((charts.LIGHT, LIGHT), (charts.DARK, DARK)):
        assert (palette.card, palette.text, palette.muted, palette.bar) == (
            tokens.surface,
            tokens.text,
            tokens.muted,
            tokens.primary,
        )


def test_every_column_says_its_name(training: ATraining, page: Page) -> None:
    screen = last_quarter(page())
    spoken = screen.view.table.rows.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Actual: 5"
    assert {words.WOMEN, words.MEN} <= {column.title for column in screen.view.table.rows.columns}
    assert doubt_list.COLUMNS[0].title


# ---- what the programme is measured by -----------------------------------------------------------------------------


@pytest.fixture
def around() -> Around:
    return Around(date(2026, 1, 1), date(2026, 3, 31), TODAY, "en")


def test_indicators_are_added_changed_moved_and_retired(
    qtbot: QtBot, work: Work, around: Around, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = IndicatorsDialog(None, work, around)
    qtbot.addWidget(dialog)
    usual = dialog.table.rows.rowCount()
    new = Wanted(new_id(), Measure.PEOPLE_TRAINED, "People trained on governance", "SO2", module="M1")
    monkeypatch.setattr(indicator_form, "ask", lambda *_asked: new)
    dialog.add_button.click()
    assert dialog.table.rows.rowCount() == usual + 1
    row = dialog.table.current_row()
    assert row is not None
    assert (row.wanted.title, row.wanted.donor_code, row.wanted.module) == ("People trained on governance", "SO2", "M1")
    dialog.up()
    assert dialog.table.currentIndex().row() == usual - 1
    monkeypatch.setattr(indicator_form, "ask", lambda *asked: replace(asked[3], title="Otherwise"))
    dialog.change()
    assert dialog.table.current_row().wanted.title == "Otherwise"  # type: ignore[union-attr]
    dialog.retire()
    assert dialog.table.rows.rowCount() == usual
    dialog.retired.setChecked(True)
    assert dialog.table.go_to(row.wanted.id)
    assert dialog.retire_button.text() == "Call back"
    dialog.retire()
    dialog.retired.setChecked(False)
    assert dialog.table.rows.rowCount() == usual + 1
    dialog.undo()
    assert dialog.table.rows.rowCount() == usual


def test_the_form_of_an_indicator_asks_what_applies(qtbot: QtBot, work: Work) -> None:
    form = IndicatorForm(None, work, "en")
    qtbot.addWidget(form)
    form.show()
    assert form.form.fields["counting"].isVisible()
    form.measure.choose(Measure.READING)
    form.measure.chosen.emit(Measure.READING)
    assert not form.form.fields["module"].isVisible()
    form.submit()
    assert form.answer is None
    assert form.form.fields["title"].error.text() == "An indicator that somebody tells needs a title."
    form.title.setText("Families with access")
    form.submit()
    assert form.answer is not None
    assert (form.answer.measure, form.answer.title) == (Measure.READING, "Families with access")


def test_targets_of_districts_stand_beside_the_overall_one_and_their_difference_is_said(
    qtbot: QtBot, db: Database, training: ATraining, work: Work, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = last_quarter(page())
    first, last = date(2026, 1, 1), date(2026, 3, 31)
    dialog = TargetsDialog(None, work, screen.view.table.rows.rows[0].line.wanted, first, last)
    qtbot.addWidget(dialog)
    assert len(dialog.boxes) == 31, "thirty districts and the whole, where no district has any work yet"
    rulindo = next(key for key, name in dialog._districts if name == "Rulindo")
    dialog.boxes[None].setText("10")
    dialog.boxes[rulindo].setText("4,5x")
    dialog.submit()
    assert dialog.answer is None
    dialog.boxes[rulindo].setText("4")
    dialog._add_up()
    assert dialog.sum.text() == "The districts together: 4. The overall target differs by 6; both are kept."
    dialog.submit()
    assert dialog.answer == TargetsSet(first, last, {None: 10, rulindo: 4})
    monkeypatch.setattr(targets_dialog, "ask", lambda *_asked: dialog.answer)
    screen.view.table.setCurrentIndex(screen.view.table.rows.index(0, 1))
    screen.view.table.setFocus()
    press(Qt.Key.Key_Return)
    assert cells(screen.view.table, 0) == ["People reached", "10", "5", "2", "3", "50\u00a0%"]
    screen.work.undo()
    assert cells(screen.view.table, 0)[1] == ""


def test_a_target_of_a_share_is_written_in_percent(qtbot: QtBot, work: Work) -> None:
    wanted = next(one for one in usual() if one.measure is Measure.ATTENDANCE)
    dialog = TargetsDialog(None, work, wanted, date(2026, 1, 1), date(2026, 3, 31))
    qtbot.addWidget(dialog)
    dialog.boxes[None].setText("80 %")
    dialog.submit()
    assert dialog.answer is not None
    assert dialog.answer.changed == {None: 0.8}
    other = TargetsDialog(None, work, wanted, date(2026, 1, 1), date(2026, 3, 31))
    qtbot.addWidget(other)
    other.boxes[None].setText("120")
    other.submit()
    assert other.form.fields["overall"].error.text() == "A share is a number from 0 to 100."


def test_what_a_survey_found_is_written_down_with_its_source(
    qtbot: QtBot, db: Database, training: ATraining, work: Work, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = Wanted(new_id(), Measure.READING, "Families with access to services")
    with db.changing(label("Add")) as s:
        key = indicator_definitions.add(s, wanted)
    form = ReadingDialog(None, work, TODAY)
    qtbot.addWidget(form)
    form.boxes["numerator"].setText("288")
    form.boxes["denominator"].setText("500")
    form.submit()
    assert "source" in form.form.fields["source"].error.text()
    form.source.setText("Household survey")
    form.day.set_value(date(2026, 3, 1))
    form.submit()
    assert form.answer is not None
    dialog = ReadingsDialog(None, work, replace(wanted, id=key), TODAY)
    qtbot.addWidget(dialog)
    monkeypatch.setattr(readings_dialog, "ask", lambda *_asked: form.answer)
    dialog.add_button.click()
    assert [dialog.table.rows.index(0, column).data() for column in range(5)] == [
        "01/03/2026",
        "The whole programme",
        "57.6\u00a0%",
        "288\u00a0/\u00a0500",
        "Household survey",
    ]
    screen = last_quarter(page())
    row = next(n for n, line in enumerate(screen.view.table.rows.rows) if line.line.wanted.id == key)
    assert cells(screen.view.table, row)[2] == "57.6\u00a0%"
    dialog.remove()
    assert dialog.table.rows.rowCount() == 0
    dialog.undo()
    assert dialog.table.rows.rowCount() == 1


def test_the_windows_fit_a_small_screen_and_are_freed(qtbot: QtBot, work: Work, around: Around) -> None:
    usual_one = usual()[0]
    made: list[QDialog] = [
        IndicatorsDialog(None, work, around),
        IndicatorForm(None, work, "en", usual_one),
        TargetsDialog(None, work, usual_one, around.first, around.last),
        ReadingsDialog(None, work, usual_one, TODAY),
        ReadingDialog(None, work, TODAY),
        FreezeDialog(None, "x"),
    ]
    for language in LANGUAGES:
        switch_language(language)
        settle()
        for dialog in made:
            assert dialog.minimumSizeHint().width() <= SMALL[0], (language, dialog.objectName())
            assert dialog.minimumSizeHint().height() <= SMALL[1], (language, dialog.objectName())
    switch_language("en")
    gone = [weakref.ref(dialog) for dialog in made]
    while made:
        delete(made.pop())
    del dialog
    gc.collect()
    assert [one() for one in gone] == [None] * len(gone)


@pytest.mark.parametrize(
    ("typed", "number"), [("", None), ("1 412", 1412), ("57,6", 57.6), ("80 %", 80), ("0", 0), ("0.5", 0.5)]
)
def test_numbers_are_read_as_people_type_them(typed: str, number: float | None) -> None:
    assert numbers.read(typed) == number


@pytest.mark.parametrize("typed", ["-1", "1.2.3", "twelve", "1e5", "٣", "inf", "nan"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        numbers.read(typed)


def test_today_leads_to_the_report_of_this_quarter(qtbot: QtBot, sample_db: Database) -> None:
    with a_window(qtbot, sample_db) as window:
        window.page.figures.report.click()  # type: ignore[union-attr]
        settle()
        assert window.key == "reports"
        assert window.page.bar.period.value is Preset.THIS_QUARTER  # type: ignore[union-attr]
        assert window.page.first_focus().hasFocus()  # type: ignore[union-attr]


def test_tables_leave_with_codes_for_people_until_names_are_asked_for(
    qtbot: QtBot, training: ATraining, page: Page, db: Database, tmp_path: Path
) -> None:
    screen = last_quarter(page())
    files: list[Path] = []

    def choose(_parent: QWidget, name: str) -> Path:
        files.append(tmp_path / f"{len(files)} {name}")
        return files[-1]

    screen.maker.ask_path = choose
    with db.reading() as s:
        names = [person.name for person in s.scalars(select(Person))]
    for shown in (False, True):
        screen.deeds.with_names.setChecked(shown)
        screen.save_tables()
        qtbot.waitUntil(lambda: not screen.maker.is_busy, timeout=20_000)
        with ZipFile(files[-1]) as archive:
            told = "".join(archive.read(name).decode() for name in archive.namelist())
        assert all((name in told) is shown for name in names)
    with db.reading() as s:
        assert s.scalars(select(PrintRun.unmasked).order_by(PrintRun.id)).all() == ["", "name"]
