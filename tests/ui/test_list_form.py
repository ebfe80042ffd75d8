"""The columns of a donor: chosen by the keyboard, kept, and proposed when the list is printed again."""

from __future__ import annotations

import gc
import weakref
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, a_training
from tests.ui.shell import press, settle
from trainer_app.db.database import Database
from trainer_app.documents.papers import Paper
from trainer_app.domain.list_forms import ATTENDANCE, PEOPLE, PROPOSED, ListColumn, ListForm, available
from trainer_app.i18n import LANGUAGES, label
from trainer_app.services import list_forms
from trainer_app.ui.dialogs import list_form
from trainer_app.ui.dialogs.list_form import FormAnswer, ListFormDialog
from trainer_app.ui.screens.print_centre.kinds import NAMES, Kind
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre
from trainer_app.ui.translated import switch_language
from trainer_app.ui.work import Work

DAY = FIRST_DAY + timedelta(days=1)
OWN = ListForm(ATTENDANCE, "GIZ", (ListColumn.NAME, ListColumn.SEX, ListColumn.MARKS), True, ("fr", "rw"), 3, True)


def shown(qtbot: QtBot, before: ListForm) -> ListFormDialog:
    dialog = ListFormDialog(None, before)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    settle()
    return dialog


def test_a_form_is_made_by_the_keyboard_alone(qtbot: QtBot) -> None:
    dialog = shown(qtbot, ListForm())
    press("GIZ", Qt.Key.Key_Tab)
    control = Qt.KeyboardModifier.ControlModifier
    press(Qt.Key.Key_Space, Qt.Key.Key_Down, (Qt.Key.Key_Down, control))
    dialog.accept_button.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.answer is not None
    number, name, sex, *others = PROPOSED[ATTENDANCE]
    assert number is ListColumn.NUMBER
    assert dialog.answer.form == ListForm(ATTENDANCE, "GIZ", (sex, name, *others))


def test_what_was_kept_is_shown_and_handed_back_as_it_was(qtbot: QtBot) -> None:
    dialog = shown(qtbot, OWN)
    assert dialog.written() == OWN
    assert dialog.columns.list.item(3).checkState() == Qt.CheckState.Unchecked


def test_a_form_without_a_name_or_columns_is_refused_beside_the_question(qtbot: QtBot) -> None:
    dialog = shown(qtbot, ListForm())
    dialog.columns.choose(())
    dialog.submit()
    assert dialog.answer is None
    assert dialog.form.fields["name"].error.text()
    assert dialog.form.fields["columns"].error.text()


def test_columns_that_do_not_fit_are_told_while_one_chooses(qtbot: QtBot) -> None:
    dialog = shown(qtbot, OWN)
    assert not dialog.fits.isVisibleTo(dialog)
    dialog.columns.choose(available(ATTENDANCE))
    dialog.columns.changed.emit()
    assert "Leave out a column" in dialog.fits.text()
    dialog.columns.choose((*PROPOSED[ATTENDANCE], ListColumn.ID, ListColumn.NOTE))
    dialog.columns.changed.emit()
    assert "Choose landscape" in dialog.fits.text()
    dialog.way.buttons[0].click()
    assert not dialog.fits.isVisibleTo(dialog)


def test_a_form_can_be_removed_once_it_is_kept(qtbot: QtBot) -> None:
    assert not shown(qtbot, ListForm()).remove.isVisible()
    dialog = shown(qtbot, OWN)
    dialog.remove.click()
    assert dialog.answer == FormAnswer(OWN, removed=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", [ATTENDANCE, PEOPLE])
def test_it_fits_on_a_small_screen_in_every_language(qtbot: QtBot, language: str, document: str) -> None:
    switch_language(language)
    try:
        dialog = shown(qtbot, ListForm(document, "GIZ", PROPOSED[document]))
        dialog.resize(620, 500)
        settle()
        assert dialog.minimumSizeHint().width() <= 1093
        assert dialog.minimumSizeHint().height() <= 542
        assert dialog.body.width() <= dialog.scroller.viewport().width()
    finally:
        switch_language("en")


def test_it_is_freed_when_closed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ListFormDialog(parent, OWN)
    known = weakref.ref(dialog)
    dialog.show()
    settle()
    dialog.close()
    dialog.deleteLater()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert known() is None


@pytest.fixture
def centre(qtbot: QtBot, work: Work, db: Database) -> PrintCentre:
    a_training(db, people=3, days=3)
    with db.changing(label("Keep a form")) as s:
        list_forms.keep(s, OWN, date(2026, 3, 9))
    screen = PrintCentre(work, today=lambda: DAY)
    qtbot.addWidget(screen)
    screen.resize(1134, 625)
    screen.show()
    screen.documents.setCurrentRow(list(NAMES).index(Kind.RECORDED))
    settle()
    return screen


def choose_donor(screen: PrintCentre, name: str) -> Paper:
    screen.form.donor.choose(name)
    screen.form.take_donor()
    assert isinstance(screen._paper, Paper)
    return screen._paper


def test_a_donor_that_is_chosen_brings_columns_paper_and_languages(centre: PrintCentre) -> None:
    made = choose_donor(centre, "GIZ")
    assert (centre.form.language.value, centre.form.also.value) == ("fr", "rw")
    assert made.unmasked == {"phone"}
    order = centre.form.order()
    assert (order.donor, order.also) == ("GIZ", "rw")
    centre.documents.setCurrentRow(list(NAMES).index(Kind.PEOPLE))
    assert centre.form.order().donor == ""


def test_columns_are_changed_from_the_print_centre_and_taken_back(
    centre: PrintCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ListForm] = []

    def answer(_parent: QWidget, before: ListForm) -> FormAnswer:
        asked.append(before)
        return FormAnswer(ListForm(ATTENDANCE, "UN Women", (ListColumn.NAME, ListColumn.SHARE)))

    monkeypatch.setattr(list_form, "ask", answer)
    centre.form.columns.click()
    assert asked == [ListForm()]
    assert centre.form.donor.value == "UN Women"
    assert [form.name for form in centre.work.read(list_forms.forms, ATTENDANCE)] == ["GIZ", "UN Women"]
    centre.work.undo()
    settle()
    centre.reload()
    assert [form.name for form in centre.work.read(list_forms.forms, ATTENDANCE)] == ["GIZ"]
    assert isinstance(centre._paper, Paper)
    assert centre.form.donor.value == ""


def test_a_form_is_removed_from_the_print_centre(centre: PrintCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_donor(centre, "GIZ")
    monkeypatch.setattr(list_form, "ask", lambda _parent, before: FormAnswer(before, removed=True))
    centre.form.columns.click()
    assert centre.work.read(list_forms.forms, ATTENDANCE) == ()
    assert centre.form.donor.value == ""


def test_the_letterhead_is_offered_where_a_paper_has_a_head(centre: PrintCentre) -> None:
    assert centre.form.letterhead.isVisible()
    assert "Add the letterhead" in centre.form.letterhead.text()
    centre.documents.setCurrentRow(list(NAMES).index(Kind.TEST))
    assert not centre.form.letterhead.isVisible()
