"""Texts are written, translated, reviewed and put in order on the curriculum page, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from trainer_app.documents.text_places import PLACES
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.material import Method
from trainer_app.domain.translating import TextPair
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import authoring, curriculum, material, outline, texts, translating
from trainer_app.ui.dialogs import handout_words, module, new_text, picture, question, small_forms, step, text_history
from trainer_app.ui.models.texts import place_words
from trainer_app.ui.screens.curriculum.curriculum import CurriculumScreen
from trainer_app.ui.screens.curriculum.writing import WritingDesk
from trainer_app.ui.translated import switch_language
from trainer_app.ui.widgets.notice import Notice
from trainer_app.ui.work import Work

DAY = date(2026, 11, 21)
Keys = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: QtBot, work: Work) -> Iterator[CurriculumScreen]:
    """The Kinyarwanda of the first unit, ready to be written."""
    made = CurriculumScreen(work, today=lambda: DAY)
    qtbot.addWidget(made)
    made.resize(1037, 460)  # what a window of 1093 x 542 leaves to the page
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.choose_language("rw")
    made.first_focus().setFocus()
    QTest.keyClick(made.contents.tree, Keys.Key_F2)
    yield made
    switch_language("en")


@pytest.fixture
def desk(screen: CurriculumScreen) -> WritingDesk:
    return screen.writing


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What a small dialog stands before; it needs no page of it."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def current(desk: WritingDesk) -> TextPair:
    pair = desk.pair
    assert pair is not None
    return pair


def type_words(desk: WritingDesk, words: str) -> None:
    """In place of what stands in the box."""
    desk.box.words.selectAll()
    for letter in words:
        QApplication.sendEvent(desk.box.words, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), letter))


def now(work: Work, desk: WritingDesk, ref: str, language: str = "rw") -> TextPair:
    owner = desk.owner
    return next(pair for pair in work.read(translating.pairs, owner, language) if pair.ref == ref)


def test_f2_leads_to_the_list_of_all_texts_and_enter_to_the_words(screen: CurriculumScreen, desk: WritingDesk) -> None:
    assert QApplication.focusWidget() is desk.list
    assert desk.list.rows.rowCount() > 50
    assert place_words(current(desk).place) == "Title of the unit"
    QTest.keyClick(desk.list, Keys.Key_Return)
    assert QApplication.focusWidget() is desk.box.words
    assert desk.box.source.toPlainText() == current(desk).source


def test_what_is_typed_is_kept_when_the_box_is_left_and_undone_in_one_step(
    screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    before = current(desk)
    QTest.keyClick(desk.list, Keys.Key_Return)
    type_words(desk, "Twese hamwe")
    QTest.keyClick(desk.box.words, Keys.Key_Escape)
    assert QApplication.focusWidget() is desk.list
    assert now(work, desk, before.ref).words == "Twese hamwe"
    work.undo()
    assert now(work, desk, before.ref) == before
    assert desk.box.words.toPlainText() == before.words


def test_control_and_enter_keeps_the_words_and_goes_on_with_the_next_text(desk: WritingDesk, work: Work) -> None:
    first = current(desk)
    QTest.keyClick(desk.list, Keys.Key_Return)
    type_words(desk, "Twese hamwe")
    QTest.keyClick(desk.box.words, Keys.Key_Return, Ctrl)
    assert now(work, desk, first.ref).words == "Twese hamwe"
    assert current(desk).ref != first.ref
    assert QApplication.focusWidget() is desk.box.words
    assert desk.box.words.toPlainText() == current(desk).words


def test_words_typed_before_another_unit_is_chosen_are_kept(screen: CurriculumScreen, desk: WritingDesk) -> None:
    first = current(desk)
    owner = desk.owner
    type_words(desk, "Twese hamwe")
    screen.contents.go_to(screen.contents.modules[0].units[1].id)
    assert desk.owner != owner
    pairs = screen.work.read(translating.pairs, owner, "rw")
    assert next(pair for pair in pairs if pair.ref == first.ref).words == "Twese hamwe"


def test_a_changed_source_shows_word_by_word_what_changed_until_it_is_translated(
    screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    pair = current(desk)
    work.change(label("Edit"), texts.write, pair.ref, "en", pair.source + " at once")
    assert current(desk).state == TextState.OUTDATED
    assert desk.box.state.text() == "◔ outdated"
    assert desk.box.source_title.text() == "English: changed since it was translated"
    assert "at once" in desk.box.source.toPlainText()
    assert "<u>" in desk.box.source.toHtml() or "underline" in desk.box.source.toHtml()
    type_words(desk, "Ako kanya")
    desk.box.finish()
    assert current(desk).state == TextState.DRAFT


def test_a_reviewer_marks_a_text_with_one_key(screen: CurriculumScreen, desk: WritingDesk, work: Work) -> None:
    pair = current(desk)
    assert desk.box.review.isEnabled()
    QTest.keyClick(desk.list, Keys.Key_M, Ctrl)
    assert now(work, desk, pair.ref).state == TextState.REVIEWED
    assert desk.box.state.text().startswith("✓ reviewed by Trainer, ")
    assert desk.box.review.text() == "Make it a draft again"
    assert work.undo_label() is not None
    assert work.undo_label().values == {"name": "Title of the unit"}  # type: ignore[union-attr]


def test_the_source_is_changed_in_its_own_language_and_a_typo_keeps_the_translations(
    qtbot: QtBot, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    told: list[Notice] = []
    screen.told.connect(told.append)
    pair = current(desk)
    screen.choose_language("en")
    assert not desk.box.source.isVisibleTo(screen)
    type_words(desk, pair.source + "!")
    desk.box.finish()
    assert now(work, desk, pair.ref).state == TextState.OUTDATED
    assert told[-1].action == "Only a typo"
    assert told[-1].do is not None
    told[-1].do()
    assert now(work, desk, pair.ref).state == TextState.DRAFT


def test_reading_through_a_unit_changes_nothing(qtbot: QtBot, screen: CurriculumScreen, desk: WritingDesk) -> None:
    """Texts hold no-break spaces, which a box for plain words would turn into blanks."""
    told = screen.work.undo_label()
    for language in LANGUAGES:
        screen.choose_language(language)
        assert any("\u00a0" in pair.words for pair in desk.list.rows.rows)
        for _ in desk.list.rows.rows:
            QTest.keyClick(desk.list, Keys.Key_Down)
    assert screen.work.undo_label() == told


def test_keys_that_move_and_remove_do_nothing_to_a_text_that_is_being_written(
    screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    objective = next(pair for pair in desk.list.rows.rows if pair.place.key == "objective")
    desk.list.go_to(objective.ref)
    QTest.keyClick(desk.list, Keys.Key_Return)
    for key in (Keys.Key_Delete, Keys.Key_Up, Keys.Key_Down):
        QTest.keyClick(desk.box.words, key, Ctrl)
    assert now(work, desk, objective.ref).place == objective.place


def test_words_that_are_refused_stay_in_the_box(
    qtbot: QtBot, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    before = current(desk)
    desk.box.words.setPlainText("a" * (texts.LONGEST + 1))
    with qtbot.captureExceptions() as refused:
        QTest.keyClick(desk.list, Keys.Key_Down)
        screen.contents.go_to(screen.contents.modules[0].units[1].id)
    assert "too long" in str(refused[0][1])
    assert len(desk.box.words.said()) == texts.LONGEST + 1
    assert now(work, desk, before.ref) == before


def test_a_source_that_was_emptied_comes_back(screen: CurriculumScreen, desk: WritingDesk, work: Work) -> None:
    screen.choose_language("en")
    pair = current(desk)
    desk.box.words.clear()
    desk.box.finish()
    assert desk.box.words.toPlainText() == pair.source
    assert now(work, desk, pair.ref, "en").words == pair.source


def test_f8_goes_from_one_unreviewed_text_to_the_next_and_on_to_the_next_unit(
    screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    unit = desk.owner
    first = current(desk)
    QTest.keyClick(desk.list, Keys.Key_F8)
    assert current(desk).ref != first.ref
    pairs = work.read(translating.pairs, unit, "rw")
    with work._database.changing(label("Review")) as s:
        for pair in pairs:
            texts.review(s, pair.ref, "rw")
    QTest.keyClick(desk.list, Keys.Key_F8)
    assert desk.owner != unit
    assert current(desk).is_to_do


@pytest.mark.parametrize(("wanted", "state"), [("draft", TextState.DRAFT), ("outdated", TextState.OUTDATED)])
def test_the_list_can_show_only_what_there_is_to_do(
    screen: CurriculumScreen, desk: WritingDesk, work: Work, wanted: str, state: TextState
) -> None:
    pair = current(desk)
    work.change(label("Edit"), texts.write, pair.ref, "en", "Another title")
    everything = work.read(translating.pairs, desk.owner, "rw")
    work.change(label("Edit"), texts.review, everything[3].ref, "rw")
    desk.filter.choose(wanted)
    desk.filter.chosen.emit(wanted)
    shown = [row.ref for row in desk.list.rows.rows]
    fitting = [row.ref for row in work.read(translating.pairs, desk.owner, "rw") if row.state == state]
    assert shown == ([pair.ref, *fitting] if wanted == "draft" else fitting)
    assert desk.box.left_to_do.text().endswith("to review")


def test_every_wording_can_be_brought_back_from_the_history(
    monkeypatch: pytest.MonkeyPatch, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    before = current(desk)
    for words in ("Rimwe", "Kabiri"):
        work.change(label("Edit"), texts.write, before.ref, "rw", words)
    lines = text_history.past_words(work.read(texts.of, before.ref, "rw"))
    assert [line.words for line in lines if line.words] == ["Kabiri", "Rimwe", before.words]
    monkeypatch.setattr(text_history, "ask", lambda *_asked: before.words)
    desk.box.history.click()
    assert now(work, desk, before.ref).words == before.words


def test_the_history_shows_who_wrote_what_and_closes_with_the_words(
    qtbot: QtBot, desk: WritingDesk, work: Work
) -> None:
    pair = current(desk)
    work.change(label("Edit"), texts.write, pair.ref, "rw", "Rimwe")
    dialog = text_history.TextHistoryDialog(desk, work, current(desk))
    qtbot.addWidget(dialog)
    assert dialog.table.rows.rowCount() == 2
    assert not dialog.accept_button.isEnabled()  # those are the words it has
    assert dialog.table.rows.rows[0].who == "Trainer"
    dialog.table.selectRow(1)
    assert dialog.words.toPlainText() == pair.words
    dialog.submit()
    assert dialog.answer == pair.words


def test_a_text_never_changed_here_has_no_history(qtbot: QtBot, desk: WritingDesk, work: Work) -> None:
    dialog = text_history.TextHistoryDialog(desk, work, current(desk))
    qtbot.addWidget(dialog)
    assert not dialog.nothing.isHidden()
    assert dialog.accept_button.isHidden()


def menu_of(desk: WritingDesk, words: str) -> QAction:
    desk.structure._fill_add()
    desk.structure._fill_unit()
    menus = (desk.structure.add.menu(), desk.structure.unit.menu())
    return next(action for menu in menus for action in menu.actions() if action.text() == words)


def test_an_objective_is_added_moved_and_removed_by_keys(
    monkeypatch: pytest.MonkeyPatch, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    unit = desk.owner
    assert unit is not None
    before = work.read(material.unit, unit, "en", DAY).objectives
    monkeypatch.setattr(new_text, "ask", lambda *_asked: "tell it to a friend")
    menu_of(desk, "Objective").trigger()
    assert work.read(material.unit, unit, "en", DAY).objectives == (*before, "tell it to a friend")
    assert current(desk).source == "tell it to a friend"
    assert current(desk).state == TextState.MISSING
    desk.list.setFocus()
    QTest.keyClick(desk.list, Keys.Key_Up, Ctrl)
    assert QApplication.focusWidget() is desk.list
    assert work.read(material.unit, unit, "en", DAY).objectives == (*before[:-1], "tell it to a friend", before[-1])
    QTest.keyClick(desk.list, Keys.Key_Delete, Ctrl)
    assert work.read(material.unit, unit, "en", DAY).objectives == before
    assert place_words(current(desk).place) == f"Objective {len(before)}"


def test_steps_parts_units_and_questions_are_added(
    monkeypatch: pytest.MonkeyPatch, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    unit = desk.owner
    assert unit is not None
    monkeypatch.setattr(step, "ask", lambda *_asked: step.StepForm("Song", 5, Method.GAME, True))
    menu_of(desk, "Step").trigger()
    monkeypatch.setattr(new_text, "ask", lambda *_asked: "The two friends")
    menu_of(desk, "Story").trigger()
    menu_of(desk, "Paragraph of this reading").trigger()
    page = work.read(material.unit, unit, "en", DAY)
    assert (page.steps[-1].title, page.steps[-1].minutes, page.minutes) == ("Song", 5, 80)
    assert (page.readings[-1].title, page.readings[-1].paragraphs) == ("The two friends", ("The two friends",))
    screen.contents.go_to(screen.contents.modules[0].id)
    form = question.ItemForm("M1-1.1", "B", "Why?", ("So", "No", "Yes"), "C")
    monkeypatch.setattr(question, "ask", lambda *_asked: form)
    menu_of(desk, "Test question").trigger()
    assert work.read(material.test, "M1", "B", "en", DAY).items[-1].stem == "Why?"
    menu_of(desk, "Unit").trigger()
    made = screen.contents.modules[0].units[-1]
    assert (made.title, made.id) == ("The two friends", desk.owner)
    assert made.code.startswith("M1-")
    assert made.handout_code == ""
    assert work.read(curriculum.handouts, "M1", "en", DAY)  # a unit without a page stops no other


def test_a_unit_is_moved_and_retired(screen: CurriculumScreen, desk: WritingDesk, work: Work) -> None:
    menu_of(desk, "Move this unit down").trigger()
    assert [unit.code for unit in screen.contents.modules[0].units][:2] == ["M1-1.2", "M1-1.1"]
    menu_of(desk, "Retire: no longer offer it").trigger()
    assert "M1-1.1" not in [unit.code for unit in work.read(material.module, "M1", "en", DAY)]
    assert menu_of(desk, "Offer it again for new trainings")


def test_a_module_of_ones_own_begins_with_a_title_an_aim_and_a_language(
    monkeypatch: pytest.MonkeyPatch, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    told = module.ModuleForm("Négocier", "Négocier sa place.", "fr", ("M4",), (), ("syndicat",))
    monkeypatch.setattr(module, "ask", lambda *_asked: told)
    screen.contents.go_to(screen.contents.modules[0].id)
    menu_of(desk, "Module of your own").trigger()
    assert work.read(curriculum.modules, "fr")[-1].title == "Négocier"
    assert screen.contents.current == work.read(curriculum.modules, "fr")[-1].id


def test_a_unit_of_ones_own_gets_its_page_and_the_page_a_picture(
    monkeypatch: pytest.MonkeyPatch, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    unit = work.change(label("Add"), authoring.add_unit, screen.contents.modules[0].id, "Singing")
    screen.contents.go_to(unit)
    told = authoring.HandoutWords("Sing", ("One.", "Two.", "Three."), "Sing today.", "union", "Raised hands.")
    monkeypatch.setattr(handout_words, "ask", lambda *_asked: told)
    menu_of(desk, "Handout").trigger()
    with pytest.raises(StopIteration):
        menu_of(desk, "Handout")
    code = screen.contents.modules[0].units[-1].handout_code
    assert work.read(curriculum.handout, code, "en", DAY).messages == ("One.", "Two.", "Three.")
    caption = next(pair for pair in work.read(translating.pairs, unit, "rw") if pair.place.key == "caption")
    desk.list.go_to(caption.ref)
    monkeypatch.setattr(picture, "ask", lambda *_asked: "ballot")
    assert desk.structure.picture.isEnabled()
    desk.structure.picture.trigger()
    assert work.read(curriculum.handout, code, "en", DAY).picture == "ballot"


def test_a_picture_is_seen_before_it_is_chosen(qtbot: QtBot, parent: QWidget) -> None:
    dialog = picture.PictureDialog(parent, "union")
    qtbot.addWidget(dialog)
    assert dialog.result_of_form() == "union"
    assert not dialog.choice.drawing.pixmap().isNull()
    dialog.choice.names.setCurrentIndex(0)
    assert dialog.choice.drawing.pixmap().isNull()
    assert dialog.result_of_form() == ""


def test_answers_sizes_and_the_number_of_people_are_changed(
    monkeypatch: pytest.MonkeyPatch, screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    unit = desk.owner
    assert unit is not None
    monkeypatch.setattr(small_forms, "ask_people", lambda *_asked: (5, 12))
    menu_of(desk, "For how many people").trigger()
    exercise = next(p for p in desk.list.rows.rows if p.place.owner == "exercise" and p.place.form == "lines")
    desk.list.go_to(exercise.ref)
    monkeypatch.setattr(small_forms, "ask_size", lambda _parent, before: {**before, "lines": 9})
    desk.structure.edit.trigger()
    page = work.read(material.unit, unit, "en", DAY)
    assert page.people == (5, 12)
    assert page.exercises[exercise.place.number - 1].lines == 9
    screen.contents.go_to(screen.contents.modules[0].id)
    stem = next(pair for pair in desk.list.rows.rows if pair.place.key == "stem")
    desk.list.go_to(stem.ref)
    asked = len(work.read(material.test, "M1", "A", "en", DAY).items)
    monkeypatch.setattr(small_forms, "ask_answer", lambda *_asked: outline.ItemOutline("C", True))
    desk.structure.edit.trigger()
    assert len(work.read(material.test, "M1", "A", "en", DAY).items) == asked - 1
    assert work.read(outline.item, stem.place.owner_id).answer == "C"


@pytest.mark.parametrize(
    ("words", "amounts"), [("100, 500", [100, 500]), ("1 000", [1000]), ("", []), ("many", []), ("0", [])]
)
def test_amounts_of_paper_money_are_numbers(qtbot: QtBot, parent: QWidget, words: str, amounts: list[int]) -> None:
    dialog = small_forms.SizeDialog(parent, {"amounts": [100]})
    qtbot.addWidget(dialog)
    dialog.amounts.setText(words)
    assert bool(dialog.problems()) == (not amounts)
    if amounts:
        assert dialog.result_of_form() == {"amounts": amounts}


@pytest.mark.parametrize(
    ("dialog", "wrong"),
    [
        (lambda parent: step.StepDialog(parent), {"title"}),
        (lambda parent: new_text.NewTextDialog(parent, "Objective", "en"), {"words"}),
        (lambda parent: question.ItemDialog(parent, ["M1-1.1"]), {"stem", "optionA", "optionB", "optionC", "unit"}),
        (lambda parent: module.ModuleDialog(parent, ["M1"]), {"title", "aim"}),
        (lambda parent: handout_words.HandoutDialog(parent, "en"), {*handout_words.QUESTIONS, "picture"}),
    ],
    ids=["step", "text", "question", "module", "handout"],
)
def test_an_empty_form_says_what_is_missing(qtbot: QtBot, parent: QWidget, dialog: object, wrong: set[str]) -> None:
    made = dialog(parent)  # type: ignore[operator]
    qtbot.addWidget(made)
    assert set(made.problems()) == wrong
    for language in ("fr", "rw"):
        switch_language(language)
        QApplication.processEvents()
        assert made.windowTitle()
    switch_language("en")


def test_an_unknown_module_is_said_beside_its_question(qtbot: QtBot, parent: QWidget) -> None:
    made = module.ModuleDialog(parent, ["M1", "M2"])
    qtbot.addWidget(made)
    made.name.setText("Marché")
    made.aim.setText("Vendre mieux.")
    made.requires.setText("m1, M9")
    assert made.problems() == {"requires": "There is no module M9."}
    made.requires.setText("m1")
    assert made.result_of_form().requires == ("M1",)


def test_the_list_keeps_the_rules_of_models(qtbot: QtBot, desk: WritingDesk) -> None:
    tester = QAbstractItemModelTester(desk.list.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.reload()
    assert tester.model() is desk.list.rows


def test_every_text_of_every_module_has_a_place_in_words(work: Work) -> None:
    for line in work.read(curriculum.modules, "en"):
        for key in (line.id, *(unit.id for unit in line.units)):
            for pair in work.read(translating.pairs, key, "rw"):
                assert (pair.place.owner, pair.place.key) in PLACES
                assert "{" not in place_words(pair.place)


@pytest.mark.parametrize("language", ["en", "fr", "rw"])
def test_in_a_small_window_the_words_and_the_button_below_them_are_seen(
    qtbot: QtBot, screen: CurriculumScreen, desk: WritingDesk, language: str
) -> None:
    switch_language(language)
    QApplication.processEvents()
    parts: tuple[QWidget, ...] = (desk.box.words, desk.box.review, desk.list, desk.structure.add)
    for part in parts:
        inside = screen.rect().contains(part.rect().translated(part.mapTo(screen, part.rect().topLeft())))
        assert inside, part.objectName()
    assert desk.box.words.height() >= 3 * desk.fontMetrics().lineSpacing()
    below = desk.box.review.mapTo(screen, desk.box.review.rect().topLeft()).y()
    assert below >= desk.box.words.mapTo(screen, desk.box.words.rect().bottomLeft()).y()


def test_the_tree_shows_only_units_with_something_to_do_and_what_is_open_stays_open(
    screen: CurriculumScreen, desk: WritingDesk, work: Work
) -> None:
    pair = current(desk)
    screen.contents.tree.expandAll()
    work.change(label("Edit"), texts.write, pair.ref, "en", "Another title")
    tree = screen.contents.tree
    assert all(tree.isExpanded(tree.lines.index(row, 0)) for row in range(tree.lines.rowCount()))
    column = 1 + list(LANGUAGES).index("rw")
    assert tree.lines.index(0, column, tree.lines.index(0, 0)).data() == "◔"
    desk.filter.choose("outdated")
    desk.filter.chosen.emit("outdated")
    assert [[unit.code for unit in line.units] for line in screen.contents.modules] == [["M1-1.1"]]
    desk.filter.choose("all")
    desk.filter.chosen.emit("all")
    assert sum(len(line.units) for line in screen.contents.modules) > 28
