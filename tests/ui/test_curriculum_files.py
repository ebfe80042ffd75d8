"""Modules and translations leave from the curriculum page and come in there; nothing is written before one says so."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.services.test_pack_merge import saying, without_step
from trainer_app.db.database import Database
from trainer_app.documents import docx_file, pack_file
from trainer_app.domain.pack_merge import Kind, Preview, Take
from trainer_app.domain.packs import Pack, module_id
from trainer_app.domain.words_file import WordsFile
from trainer_app.i18n import Catalog, label
from trainer_app.paths import resources
from trainer_app.readers import docx_file as docx_reader
from trainer_app.readers import pack_zip, packs
from trainer_app.services import pack_merge, pack_out, texts, words_out
from trainer_app.ui.dialogs import pack_import, words_import
from trainer_app.ui.dialogs.pack_import import PackImportDialog, PackOrder
from trainer_app.ui.dialogs.words_import import WordsImportDialog
from trainer_app.ui.screens.curriculum.bar import FILES
from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen
from trainer_app.ui.screens.curriculum.text_box import WordsBox
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice, Tone
from trainer_app.ui.work import Work

WHOLE = packs.read(resources() / "curriculum" / "business_plan")
M2 = module_id("M2")
TITLE = next(text.ref for text in WHOLE.texts if text.key == "title")
NEWER = without_step(saying(WHOLE, TITLE, "fr", "Leur plan"), 1)
EN = Catalog("en")


@pytest.fixture
def screen(qtbot: QtBot, work: Work) -> CurriculumScreen:
    made = CurriculumScreen(work)
    qtbot.addWidget(made)
    made.resize(1134, 625)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive(M2)
    return made


@pytest.fixture
def notices(screen: CurriculumScreen) -> list[Notice]:
    found: list[Notice] = []
    screen.told.connect(found.append)
    return found


@pytest.fixture
def done(screen: CurriculumScreen) -> list[str]:
    found: list[str] = []
    screen.finished.connect(lambda words, _undo: found.append(words))
    return found


def edit(db: Database, language: str, words: str) -> None:
    with db.changing(label("Edit a text")) as s:
        texts.write(s, TITLE, language, words)


def title(work: Work, language: str) -> str:
    pack = work.read(pack_out.pack, M2)
    return next(text.words for text in pack.texts if (text.ref, text.language) == (TITLE, language))


def conflicted(db: Database, work: Work) -> Preview:
    edit(db, "fr", "Mon plan")
    return work.read(pack_merge.preview, NEWER)


def zipped(pack: Pack, tmp_path: Path) -> Path:
    return pack_file.write(pack, EN, tmp_path / "m2.zip").path


def press(screen: CurriculumScreen, what: str) -> None:
    """Choose a line of the menu."""
    next(action for action in screen.bar.file_actions if action.data() == what).trigger()


# ---- out ------------------------------------------------------------------------------------------------------------


def test_the_module_leaves_as_one_file(
    qtbot: QtBot, screen: CurriculumScreen, notices: list[Notice], tmp_path: Path
) -> None:
    proposed: list[str] = []

    def choose(_parent: QWidget, name: str) -> Path:
        proposed.append(name)
        return tmp_path / name

    screen.files.ask_path = choose
    press(screen, "pack")
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert proposed == ["M2 Business plan.zip"]
    assert notices[0].words() == "Saved M2 Business plan.zip"
    assert pack_zip.read(tmp_path / proposed[0]) == WHOLE


@pytest.mark.parametrize(("what", "name"), [("po", "M2 rw.po"), ("docx", "M2 rw.docx")])
def test_one_language_leaves_for_a_translator(
    qtbot: QtBot, screen: CurriculumScreen, notices: list[Notice], tmp_path: Path, what: str, name: str
) -> None:
    screen.choose_language("rw")
    screen.files.ask_path = lambda _parent, proposed: tmp_path / proposed
    press(screen, what)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices[0].words() == f"Saved {name}"
    assert (tmp_path / name).stat().st_size > 10_000


def test_what_is_being_typed_leaves_too(
    qtbot: QtBot, screen: CurriculumScreen, notices: list[Notice], work: Work, tmp_path: Path
) -> None:
    screen.choose_language("fr")
    screen.write()
    screen.writing.list.selectRow(0)
    screen.writing.box.words.setPlainText("Tout juste écrit")
    screen.files.ask_path = lambda _parent, proposed: tmp_path / "m2.zip"
    press(screen, "pack")
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert "Tout juste écrit" in {text.words for text in pack_zip.read(tmp_path / "m2.zip").texts}


# ---- in -------------------------------------------------------------------------------------------------------------


def test_a_module_comes_in_after_it_was_looked_at_and_can_be_undone(
    qtbot: QtBot,
    screen: CurriculumScreen,
    done: list[str],
    work: Work,
    db: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edit(db, "fr", "Mon plan")
    seen: list[Preview] = []

    def answer(_parent: QWidget, preview: Preview) -> PackOrder:
        seen.append(preview)
        assert title(work, "fr") == "Mon plan"
        return PackOrder({one.key: Take.THEIRS for one in preview.conflicts}, take_out=True)

    monkeypatch.setattr(pack_import, "ask", answer)
    screen.files.ask_file = lambda _parent: zipped(NEWER, tmp_path)
    press(screen, "in")
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    assert (seen[0].count(Kind.CONFLICT), seen[0].count(Kind.REMOVED)) == (1, 1)
    assert done == ["Module M2 was taken in: 1 changed · 1 taken out"]
    assert title(work, "fr") == "Leur plan"
    work.undo()
    assert title(work, "fr") == "Mon plan"


def test_who_closes_the_window_changes_nothing(
    qtbot: QtBot, screen: CurriculumScreen, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(pack_import, "ask", lambda *what: asked.append(what))
    screen.files.open_file(zipped(NEWER, tmp_path))
    qtbot.waitUntil(lambda: bool(asked), timeout=30_000)
    assert title(work, "fr") == "Plan d’affaires"
    assert work.undo_label() is None


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.zip", b"hello", "a.zip is not a zip file."),
        ("a.po", b"hello", "a.po cannot be read as a file of translations"),
        ("a.docx", b"PK\x03\x04hello", "a.docx is damaged and cannot be unpacked"),
        ("a.txt", b"hello", "a.txt is neither a .po nor a .docx file."),
    ],
)
def test_a_bad_file_is_one_sentence(
    qtbot: QtBot, screen: CurriculumScreen, notices: list[Notice], tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    screen.files.open_file(tmp_path / name)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices[0].tone is Tone.WARNING
    assert notices[0].words().startswith(words)


def test_translations_come_in_and_can_be_undone(
    qtbot: QtBot,
    screen: CurriculumScreen,
    done: list[str],
    work: Work,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "fr.po"
    made = pack_file.files(WHOLE)["fr.po"].decode()
    catalogue = polib.pofile(made)
    catalogue[0].msgstr = "Un plan pour vendre"
    file.write_text(f"{catalogue}", "utf-8")

    def answer(parent: QWidget, given: Work, told: WordsFile, language: str) -> object:
        return WordsImportDialog(parent, given, told, language).found

    monkeypatch.setattr(words_import, "ask", answer)
    screen.files.open_file(file)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert done == ["1 text in Français was taken in."]
    assert title(work, "fr") == "Un plan pour vendre"
    work.undo()
    assert title(work, "fr") == "Plan d’affaires"


# ---- the windows ----------------------------------------------------------------------------------------------------


def test_a_conflict_shows_both_wordings_and_is_decided_by_keys(qtbot: QtBot, db: Database, work: Work) -> None:
    window = PackImportDialog(None, conflicted(db, work))
    qtbot.addWidget(window)
    window.show()
    assert window.counts.text() == "1 to choose · 1 no longer in the file"
    assert window.filter.value == "conflict"
    assert window.list.rows.rowCount() == 1
    assert "Mon" in window.mine.toPlainText()
    assert "Leur" in window.theirs.toPlainText()
    assert all("affaires" in box.toPlainText() for box in (window.mine, window.theirs))  # struck out, from both
    assert window.list.rows.index(0, 0).data() == "to choose: Here"
    QTest.mouseClick(window.take.buttons[1], Qt.MouseButton.LeftButton)
    assert window.list.rows.index(0, 0).data() == "to choose: In the file"
    window.take_out.setChecked(True)
    window.submit()
    assert window.answer == PackOrder({(TITLE, "fr"): Take.THEIRS}, take_out=True)


def test_all_conflicts_are_decided_at_once(qtbot: QtBot, db: Database, work: Work) -> None:
    window = PackImportDialog(None, conflicted(db, work))
    qtbot.addWidget(window)
    window.all_theirs.click()
    assert window.take.value is Take.THEIRS
    window.all_mine.click()
    window.submit()
    assert window.answer == PackOrder({(TITLE, "fr"): Take.MINE})


def test_the_list_is_narrowed_to_one_kind(qtbot: QtBot, db: Database, work: Work) -> None:
    window = PackImportDialog(None, conflicted(db, work))
    qtbot.addWidget(window)
    window.filter.choose("removed")
    window.filter.chosen.emit("removed")
    assert [window.list.rows.index(0, column).data() for column in (0, 2)] == [
        "no longer in the file",
        next(f"M2-2.1 Step: {one.title}" for one in window._found.rows),
    ]
    assert not window.take.isEnabled()


def test_a_file_that_brings_nothing_cannot_be_taken_in(qtbot: QtBot, work: Work) -> None:
    window = PackImportDialog(None, work.read(pack_merge.preview, WHOLE))
    qtbot.addWidget(window)
    assert not window.accept_button.isEnabled()
    assert "nothing new" in window.advice.text()


def test_a_reader_says_that_words_from_word_are_reviewed(qtbot: QtBot, work: Work) -> None:
    data = docx_file.as_bytes(work.read(words_out.of_module, M2, "rw"), EN)
    told = docx_reader.from_bytes(data, "m2.docx")
    changed = replace(told, texts=(replace(told.texts[0], words="Igenamigambi"), *told.texts[1:]))
    window = WordsImportDialog(None, work, changed, "rw")
    qtbot.addWidget(window)
    window.show()
    assert window.reviewed.isVisible()
    assert window.list.rows.rowCount() == 1
    assert window.counts.text() == f"1 changed · {len(told.texts) - 1} the same"
    window.reviewed.click()
    assert window.list.rows.rowCount() == len(told.texts)
    window.submit()
    assert window.answer is not None
    assert len(window.answer.lines) == len(told.texts)


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_both_windows_fit_a_small_screen_in_each_language(
    qtbot: QtBot, db: Database, work: Work, language: str
) -> None:
    switch_language(language)
    told = WordsFile("m2.po", "fr", ())
    for window in (PackImportDialog(None, conflicted(db, work)), WordsImportDialog(None, work, told, "fr")):
        qtbot.addWidget(window)
        window.resize(980, 500)
        window.show()
        assert window.height() <= 500
        assert window.width() <= 980
        for made in (window.accept_button, window.cancel_button):
            assert window.rect().contains(made.geometry())


def a_pack(parent: QWidget, db: Database, work: Work) -> QDialog:
    return PackImportDialog(parent, conflicted(db, work))


def some_words(parent: QWidget, _db: Database, work: Work) -> QDialog:
    return WordsImportDialog(parent, work, WordsFile("m2.po", "fr", ()), "fr")


@pytest.mark.parametrize("open_it", [a_pack, some_words])
def test_a_window_is_freed_when_it_was_closed(
    open_it: Callable[[QWidget, Database, Work], QDialog], db: Database, work: Work, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = open_it(parent, db, work)
    window.show()
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


def test_the_menu_speaks_each_language_of_the_screen(screen: CurriculumScreen) -> None:
    assert [action.text() for action in screen.bar.file_actions] == list(FILES.values())
    assert screen.bar.files.accessibleName() or screen.bar.files.text() == "Files"


# ---- pasting --------------------------------------------------------------------------------------------------------


def test_what_is_pasted_from_word_keeps_bold_and_lists_and_nothing_else(qtbot: QtBot) -> None:
    box = WordsBox(None)  # type: ignore[arg-type]
    qtbot.addWidget(box)
    pasted = QMimeData()
    pasted.setHtml('<p style="color:red">Ask <b>three</b> people</p><ul><li>one</li></ul>')
    pasted.setText("Ask three people\none")
    QApplication.clipboard().setMimeData(pasted)
    box.setPlainText("Say: ")
    box.moveCursor(box.textCursor().MoveOperation.End)
    box.paste()
    assert box.toPlainText() == "Say: Ask **three** people\n• one"
    box.undo()
    assert box.toPlainText() == "Say: "
