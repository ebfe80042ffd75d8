"""All papers of a training at one press: ticked, counted, priced, saved whole, noted."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import ATraining, a_training
from trainer_app import settings
from trainer_app.db.database import Database
from trainer_app.domain.kit import Amount, KitPaper, total
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import curriculum, ledger, texts, translating
from trainer_app.settings import Settings
from trainer_app.ui.dialogs.kit import KitDialog
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

DAY = date(2026, 3, 10)
WAIT = 30_000


@pytest.fixture
def training(db: Database) -> ATraining:
    return a_training(db, people=3, days=2)


def a_kit(qtbot: QtBot, work: Work, training: ATraining, price: int = 0) -> KitDialog:
    settings.save(work.folder, Settings(page_price=price))
    window = KitDialog(None, work, DAY, training.id)
    qtbot.addWidget(window)
    window.show()
    return window


def counted(qtbot: QtBot, window: KitDialog) -> None:
    qtbot.waitUntil(lambda: window.accept_button.isEnabled(), timeout=WAIT)


def only(window: KitDialog, *kinds: KitPaper) -> None:
    for kind, box in window.rows.boxes.items():
        box.setChecked(kind in kinds)


def test_everything_is_ticked_and_what_it_takes_is_counted(qtbot: QtBot, work: Work, training: ATraining) -> None:
    window = a_kit(qtbot, work, training)
    assert window.total.text() == "Counting the pages…"
    assert not window.accept_button.isEnabled()
    counted(qtbot, window)
    assert all(box.isChecked() for box in window.rows.boxes.values())
    assert window.rows.amounts[KitPaper.HANDOUTS].text() == "6 pages × 3 copies = 18 sheets"
    assert window.rows.amounts[KitPaper.SIGN_IN].text() == "2 pages × 1 copy = 2 sheets"
    only(window, KitPaper.HANDOUTS, KitPaper.SIGN_IN)
    assert window.total.text() == "3 papers: 20 printed pages on 20 sheets"


def test_the_cost_is_said_when_the_price_of_a_page_is_known(qtbot: QtBot, work: Work, training: ATraining) -> None:
    window = a_kit(qtbot, work, training, price=50)
    counted(qtbot, window)
    only(window, KitPaper.HANDOUTS)
    assert window.total.text().replace("\u00a0", " ").endswith("18 sheets. 900 Frw at 50 Frw a page")


def test_nothing_ticked_can_not_be_saved(qtbot: QtBot, work: Work, training: ATraining) -> None:
    window = a_kit(qtbot, work, training)
    counted(qtbot, window)
    only(window)
    assert window.total.text() == "Tick at least one paper."
    assert not window.accept_button.isEnabled()
    assert not window.one_file.isEnabled()


def test_each_ticked_paper_is_a_file_and_is_noted_for_the_training(
    qtbot: QtBot, work: Work, training: ATraining, tmp_path: Path
) -> None:
    window = a_kit(qtbot, work, training)
    counted(qtbot, window)
    only(window, KitPaper.SIGN_IN, KitPaper.HANDOUTS)
    folder = tmp_path / "kit"
    folder.mkdir()
    window.ask_folder = lambda _parent, _title: folder
    window.accept_button.click()
    qtbot.waitUntil(lambda: window.said.isVisible(), timeout=WAIT)
    files = sorted(folder.iterdir())
    assert [file.name[:3] for file in files] == ["01 ", "02 ", "03 "]
    assert [len(pypdf.PdfReader(file).pages) for file in files] == [1, 1, 6]
    assert window.said.text() == f"3 files were saved in {folder}"
    lines = work.read(ledger.runs)
    assert {(line.document, line.copies) for line in lines} == {("sign_in_sheet", 1), ("handout", 3)}
    assert {line.whom.holder.training_id for line in lines if line.document == "handout"} == {training.id}


def test_all_papers_can_be_one_file_that_begins_with_a_list(
    qtbot: QtBot, work: Work, training: ATraining, tmp_path: Path
) -> None:
    window = a_kit(qtbot, work, training)
    counted(qtbot, window)
    only(window, KitPaper.SIGN_IN, KitPaper.HANDOUTS)
    window.ask_path = lambda _parent, name: tmp_path / name
    window.one_file.click()
    qtbot.waitUntil(lambda: window.said.isVisible(), timeout=WAIT)
    (file,) = tmp_path.glob("*.pdf")
    pages = pypdf.PdfReader(file).pages
    assert len(pages) == 1 + 2 + 6
    assert "4–9" in pages[0].extract_text()


def test_another_language_is_counted_anew(qtbot: QtBot, work: Work, training: ATraining) -> None:
    window = a_kit(qtbot, work, training)
    counted(qtbot, window)
    window.languages.buttons[list(LANGUAGES).index("rw")].click()
    assert window.total.text() == "Counting the pages…"
    counted(qtbot, window)
    assert {one.paper.language for one in window._drawn} == {"rw"}
    assert window.state.text() == "Ikinyarwanda: ✎ draft. A reader has not approved this text yet."


def test_counting_can_be_stopped(qtbot: QtBot, work: Work, training: ATraining) -> None:
    window = a_kit(qtbot, work, training)
    window.progress.stop.click()
    qtbot.waitUntil(lambda: window.total.text() == "Stopped. Nothing was counted.", timeout=WAIT)
    assert not window.progress.isVisible()


def test_without_a_training_the_way_out_is_said(qtbot: QtBot, work: Work) -> None:
    window = KitDialog(None, work, DAY)
    qtbot.addWidget(window)
    window.show()
    assert window.total.text() == "There is no training yet. Plan one in the schedule first."
    assert not window.accept_button.isEnabled()


def test_pages_copies_and_sheets_add_up() -> None:
    sums = total([Amount(6, 25, 150), Amount(3, 1, 2)])
    assert (sums.papers, sums.sides, sums.sheets) == (2, 153, 152)
    assert sums.cost(50) == 7650
    assert sums.cost(0) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_small_window_in_each_language(qtbot: QtBot, work: Work, training: ATraining, language: str) -> None:
    window = a_kit(qtbot, work, training)
    switch_language(language)
    assert window.width() <= 1093
    assert window.minimumSizeHint().width() <= 1093
    assert window.minimumSizeHint().height() <= 542
    switch_language("en")


def test_it_is_freed_when_it_was_closed(qtbot: QtBot, work: Work, training: ATraining) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = KitDialog(parent, work, DAY, training.id)
    window.show()
    counted(qtbot, window)
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


def test_a_paper_whose_words_do_not_fit_is_told_and_the_others_are_made(
    qtbot: QtBot, work: Work, training: ATraining
) -> None:
    unit = work.read(curriculum.modules, "en")[0].units[0].id
    pairs = work.read(translating.pairs, unit, "en")
    ref = next(pair.ref for pair in pairs if pair.place.owner == "handout" and pair.place.key == "message")
    work.change(label("Edit a text"), texts.write, ref, "en", "Too many words for one page. " * 120)
    window = a_kit(qtbot, work, training)
    counted(qtbot, window)
    assert "do not fit on one page" in window.said.text()
    assert window.rows.amounts[KitPaper.HANDOUTS].text() == ""
    assert window.rows.amounts[KitPaper.SIGN_IN].text() == "2 pages × 1 copy = 2 sheets"
