"""The letterhead: asked once, seen while it is written, and kept as one gesture."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests import logos
from tests.ui.shell import press, settle
from trainer_app.db.database import Database
from trainer_app.documents.letterhead import specimen
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.i18n import LANGUAGES, label, screen
from trainer_app.services import letterheads
from trainer_app.ui.dialogs import letterhead
from trainer_app.ui.dialogs.letterhead import LetterheadDialog
from trainer_app.ui.preferences import Preferences
from trainer_app.ui.printing import Pages
from trainer_app.ui.screens.settings import SettingsScreen
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.paper_preview import PaperPreview
from trainer_app.ui.work import Work

KEPT = logos.letterhead(logos.emblem(), logos.logo("Ministry", 200, 200), logos.logo("Bank", 300, 200))


def keep(db: Database, own: Letterhead = KEPT) -> None:
    with db.changing(label("Keep the letterhead")) as s:
        letterheads.keep(s, own)


def shown(qtbot: QtBot, work: Work) -> LetterheadDialog:
    dialog = LetterheadDialog(None, work)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    settle()
    return dialog


def a_file(tmp_path: Path, name: str, data: bytes) -> Path:
    file = tmp_path / name
    file.write_bytes(data)
    return file


def test_it_is_written_by_the_keyboard_alone_and_kept(qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    dialog = shown(qtbot, work)
    dialog.logos.add_file(a_file(tmp_path, "union_europeenne.png", logos.png(300, 200)))
    dialog.lines["title"].setFocus()
    press("PACE", Qt.Key.Key_Tab, "AJPRODHO")
    dialog.accept_button.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.answer is not None
    work.change(label("Keep"), letterheads.keep_all, dialog.answer)
    own = work.read(letterheads.of)
    assert (own.title, own.organisation) == ("PACE", "AJPRODHO")
    assert [logo.name for logo in own.logos] == ["union europeenne"]
    work.undo()
    assert work.read(letterheads.of) == NONE


def test_what_is_no_picture_is_refused_below_the_list(qtbot: QtBot, work: Work, tmp_path: Path) -> None:
    dialog = shown(qtbot, work)
    dialog.logos.add_file(a_file(tmp_path, "logo.svg", b"<svg></svg>"))
    assert "logo.svg" in dialog.logos.problem.text()
    assert dialog.logos.problem.isVisible()
    assert dialog.logos.logos == ()
    dialog.logos.add_file(a_file(tmp_path, "logo.png", logos.png(50, 50)))
    assert not dialog.logos.problem.isVisible()
    assert len(dialog.logos.logos) == 1


def test_logos_move_go_and_tell_what_they_are(qtbot: QtBot, work: Work, db: Database) -> None:
    keep(db)
    dialog = shown(qtbot, work)
    rows = dialog.logos
    assert not rows.up.isEnabled()
    rows.down.click()
    assert [logo.name for logo in rows.logos] == ["Ministry", "European Union", "Bank"]
    assert rows.list.currentRow() == 1
    rows.list.setCurrentRow(2)
    assert not rows.down.isEnabled()
    rows.side.buttons[1].click()
    rows.is_eu.setChecked(True)
    assert (rows.logos[2].is_donor, rows.logos[2].is_eu) == (False, True)
    rows.remove.click()
    assert len(rows.logos) == 2


def test_the_emblem_without_its_sentence_is_warned_of_and_one_press_writes_it(
    qtbot: QtBot, work: Work, db: Database
) -> None:
    keep(db, logos.letterhead(logos.emblem(), funding=""))
    dialog = shown(qtbot, work)
    assert dialog.eu.isVisibleTo(dialog)
    dialog.write_eu.click()
    qtbot.waitUntil(lambda: not dialog.eu.isVisibleTo(dialog))
    assert dialog.written().funding == "Funded by the European Union"


def test_it_is_seen_in_colour_while_it_is_written(qtbot: QtBot, work: Work, db: Database) -> None:
    dialog = shown(qtbot, work)
    assert not dialog.look.isVisibleTo(dialog)
    dialog.logos.show_logos(KEPT)
    dialog.logos.changed.emit()
    qtbot.waitUntil(lambda: dialog.look.isVisibleTo(dialog))
    image = dialog.look.pixmap().toImage()
    seen = {image.pixelColor(x, y).saturation() > 150 for x in range(0, image.width(), 5) for y in range(0, 40, 5)}
    assert seen == {True, False}


def test_the_name_said_before_is_proposed(qtbot: QtBot, work: Work) -> None:
    Preferences(work.folder).change(organiser="COTRAF")
    assert shown(qtbot, work).written().organisation == "COTRAF"


def test_a_project_is_given_its_own_and_the_general_one_is_not_lost(qtbot: QtBot, sample_db: Database) -> None:
    work = Work(sample_db)
    dialog = shown(qtbot, work)
    dialog.lines["title"].setText("For all")
    dialog.whose.setCurrentIndex(1)
    dialog.whose.activated.emit(1)
    assert dialog.lines["title"].text() == ""
    dialog.lines["title"].setText("For one")
    answer = dialog.result_of_form()
    assert [own.title for own in answer.values()] == ["For all", "For one"]
    work.stop()


def test_nothing_is_kept_when_nothing_changed(qtbot: QtBot, work: Work, db: Database) -> None:
    keep(db)
    assert shown(qtbot, work).result_of_form() == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_on_a_small_screen_in_every_language(qtbot: QtBot, work: Work, db: Database, language: str) -> None:
    keep(db)
    switch_language(language)
    try:
        dialog = shown(qtbot, work)
        dialog.resize(820, 500)
        settle()
        assert dialog.minimumSizeHint().width() <= 1093
        assert dialog.minimumSizeHint().height() <= 542
        for made in dialog.findChildren(QPushButton):
            if made.isVisibleTo(dialog):
                assert made.width() >= made.sizeHint().width() - 1, made.text()
        assert dialog.body.width() <= dialog.scroller.viewport().width()
    finally:
        switch_language("en")


def test_it_is_freed_when_closed(qtbot: QtBot, work: Work, db: Database) -> None:
    keep(db)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = LetterheadDialog(parent, work)
    known = weakref.ref(dialog)
    dialog.show()
    settle()
    dialog.close()
    dialog.deleteLater()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert known() is None


def test_the_settings_say_whose_papers_these_are_and_lead_to_them(
    qtbot: QtBot, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = SettingsScreen(work, Preferences(work.folder))
    qtbot.addWidget(screen)
    screen.show()
    assert "no letterhead yet" in screen.letterhead_words.text()
    told: list[str] = []
    screen.finished.connect(lambda words, _undo: told.append(words))
    monkeypatch.setattr(letterhead, "ask", lambda *_asked: {None: Letterhead(title="PACE")})
    screen.letterhead.click()
    assert told == ["The letterhead is changed"]
    assert screen.letterhead_words.text() == "PACE, 0 logos"


def test_a_photocopy_is_black_and_white_and_nothing_between() -> None:
    copied = Pages(specimen(KEPT, screen())).photocopy(0)
    at = [(x, y) for x in range(0, copied.width(), 3) for y in range(0, copied.height(), 3)]
    assert {copied.pixelColor(x, y).lightness() for x, y in at} == {0, 255}


def test_the_photocopy_test_is_a_button_of_the_preview(qtbot: QtBot) -> None:
    preview = PaperPreview(None)
    qtbot.addWidget(preview)
    preview.resize(600, 400)
    with qtbot.waitActive(preview):
        preview.show()
        preview.activateWindow()
    assert not preview.photocopy.isEnabled()
    preview.show_pdf(specimen(KEPT, screen()))
    before = preview.grab().toImage()
    preview.photocopy.setFocus()
    press(Qt.Key.Key_Space)
    assert preview.photocopy.isChecked()
    assert preview.grab().toImage() != before
