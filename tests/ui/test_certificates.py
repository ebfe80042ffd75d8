"""Issuing, printing, withdrawing and checking certificates: by keys, in three languages, in a small window."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, ATraining, a_training
from trainer_app import i18n
from trainer_app.db.database import Database
from trainer_app.documents import certificate
from trainer_app.documents.papers import Paper
from trainer_app.domain.attendance import Status
from trainer_app.domain.people import PersonForm
from trainer_app.domain.rules import Certified
from trainer_app.i18n import LANGUAGES, Catalog, label
from trainer_app.services import attendance, certificates, people, rules
from trainer_app.ui.dialogs import certificates as certificates_dialog
from trainer_app.ui.dialogs import reason
from trainer_app.ui.dialogs.certificates import CertificatesDialog
from trainer_app.ui.dialogs.rules import CertifiedRow, RulesDialog
from trainer_app.ui.dialogs.verify import VerifyDialog
from trainer_app.ui.models.certificates import rule_words, standing_words
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre
from trainer_app.ui.work import Work

TODAY = FIRST_DAY + timedelta(days=30)
Open = Callable[[], CertificatesDialog]


@pytest.fixture
def training(db: Database) -> ATraining:
    """Three people in five days: all, four and two of them."""
    made = a_training(db, people=3, days=5)
    with db.changing(label("Mark")) as s:
        for place, session in enumerate(made.sessions):
            for person, absent in zip(made.people, (0, 1, 3), strict=True):
                status = Status.ABSENT if place < absent else Status.PRESENT
                attendance.mark(s, session, person, status, TODAY)
    return made


def shown(qtbot: QtBot, made: QWidget) -> None:
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()


@pytest.fixture
def opened(qtbot: QtBot, work: Work, training: ATraining) -> Open:
    def build() -> CertificatesDialog:
        made = CertificatesDialog(None, work, training.id, TODAY, "en")
        made.resize(1053, 500)
        shown(qtbot, made)
        return made

    return build


def column(window: CertificatesDialog, title: str) -> list[str]:
    place = [one.title for one in window.table.rows.columns].index(title)
    model = window.table.rows
    return [model.index(row, place).data() for row in range(model.rowCount())]


def ticks(window: CertificatesDialog) -> list[bool]:
    return [line.ticked for line in window.table.rows.rows]


def given(work: Work, training: UUID) -> int:
    return len(work.read(certificates.of_training, training))


def test_the_list_says_who_gets_one_and_why_the_others_do_not(opened: Open) -> None:
    window = opened()
    QAbstractItemModelTester(window.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert window.table.hasFocus()
    assert column(window, "Attended") == ["100\u00a0%", "80\u00a0%", "40\u00a0%"]
    assert column(window, "Certificate") == ["Gets one", "Gets one", "Attended less than 80\u00a0%"]
    assert ticks(window) == [True, True, False]
    assert "2 of 3 get one" in window.counts.text()
    assert "at least 80" in window.explanation.text()


def test_with_keys_only_one_is_left_out_and_the_others_are_issued(
    opened: Open, work: Work, training: ATraining, qtbot: QtBot
) -> None:
    window = opened()
    qtbot.keyClick(window.table, Qt.Key.Key_Space)
    assert ticks(window) == [False, True, False]
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Space)
    assert ticks(window) == [False, True, False]
    issue = window.findChild(QAction, "actIssue")
    assert issue.shortcut().toString() == "Ctrl+P"
    issue.trigger()
    assert window.result() == QDialog.DialogCode.Accepted
    assert window.wants_paper
    assert list(work.read(certificates.of_training, training.id)) == [training.people[1]]
    work.undo()
    assert given(work, training.id) == 0


def test_nobody_ticked_is_told_and_nothing_happens(opened: Open, work: Work, training: ATraining) -> None:
    window = opened()
    window.table.selectAll()
    window.turn()
    window.issue()
    assert not window.wants_paper
    assert "Nobody is ticked" in window.message.words.text()
    assert given(work, training.id) == 0


def test_a_click_on_the_tick_turns_it(opened: Open) -> None:
    window = opened()
    index = window.table.rows.index(1, 0)
    window.table.setCurrentIndex(index)
    window.table.clicked.emit(index)
    assert ticks(window) == [True, False, False]


def test_a_changed_name_is_issued_anew_only_when_that_is_asked(
    opened: Open, work: Work, db: Database, training: ATraining
) -> None:
    window = opened()
    window.issue()
    with db.changing(label("Correct a name")) as s:
        people.edit(s, training.people[0], PersonForm("UWASE Béatrice"))
    window = opened()
    assert "changed since" in column(window, "Certificate")[0]
    assert ticks(window) == [False, True, False]
    window.table.selectRow(1)
    window.issue_again()
    assert "nothing to issue anew" in window.message.words.text()
    window.table.selectRow(0)
    window.issue_again()
    assert column(window, "Certificate")[0] == f"Issued on {TODAY:%d/%m/%Y}"
    window.undo()
    assert "changed since" in column(window, "Certificate")[0]


def test_withdrawing_asks_why_and_is_undone(
    opened: Open, work: Work, training: ATraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    window.issue()
    window = opened()
    window.table.selectRow(2)
    window.withdraw()
    assert "Choose somebody" in window.message.words.text()
    monkeypatch.setattr(reason, "ask", lambda *_asked: "Somebody else came")
    window.table.selectRow(0)
    window.withdraw()
    assert column(window, "Certificate")[0] == "Withdrawn: Somebody else came"
    assert ticks(window) == [False, True, False]
    window.undo()
    assert column(window, "Certificate")[0].startswith("Issued on")


def test_in_a_narrow_window_the_names_have_the_room(opened: Open) -> None:
    window = opened()
    titles = [one.title for one in window.table.rows.columns]
    assert not window.table.isColumnHidden(titles.index("Number"))
    window.resize(700, 500)
    assert window.table.isColumnHidden(titles.index("Number"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_windows_fit_the_smallest_screen(qtbot: QtBot, work: Work, training: ATraining, language: str) -> None:
    i18n.use(language)
    for window in (CertificatesDialog(None, work, training.id, TODAY, language), VerifyDialog(None, work)):
        qtbot.addWidget(window)
        window.show()
        hint = window.minimumSizeHint()
        assert hint.width() <= 1053
        assert hint.height() <= 502


def test_the_windows_are_freed_when_they_are_closed(qapp: object, work: Work, training: ATraining) -> None:
    for build in (lambda: CertificatesDialog(None, work, training.id, TODAY, "en"), lambda: VerifyDialog(None, work)):
        window = build()
        seen = weakref.ref(window)
        window.show()
        window.close()
        window.deleteLater()
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert seen() is None


@pytest.fixture
def centre(qtbot: QtBot, work: Work, training: ATraining) -> PrintCentre:
    made = PrintCentre(work, today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1093, 542)
    made.show()
    made.arrive({"document": Kind.CERTIFICATES, "training": training.id, "language": "fr"})
    return made


def test_the_print_centre_offers_to_issue_before_there_is_anything_to_print(
    centre: PrintCentre, training: ATraining, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(centre._paper, str)
    assert centre.form.issue.isVisible()
    assert not centre.form.fields["second"].isVisible()
    saved: list[str] = []
    monkeypatch.setattr(centre.maker, "has_printer", lambda: False)
    monkeypatch.setattr(centre.maker, "ask_path", lambda _window, name: saved.append(name))

    def ask(_parent: object, door: Work, key: UUID, today: date, _language: str) -> bool:
        door.change(label("Issue"), certificates.issue, key, training.people[:2], today, "Union")
        return True

    monkeypatch.setattr(certificates_dialog, "ask", ask)
    centre.form.issue.click()
    assert isinstance(centre._paper, Paper)
    assert len(saved) == 1
    centre.form.two.setChecked(True)
    assert centre.form.fields["second"].isVisible()
    centre.form.second.choose("rw")
    centre.form.score.setChecked(True)
    order = centre.form.order()
    assert (order.in_two, order.second, order.score) == (True, "rw", True)
    assert isinstance(centre._paper, Paper)
    assert centre._paper.document == "certificates"


def test_badges_need_no_certificate(centre: PrintCentre) -> None:
    centre.arrive({"document": Kind.BADGES})
    assert isinstance(centre._paper, Paper)
    assert not centre.form.issue.isVisible()


def test_what_the_square_says_is_checked_in_the_window(qtbot: QtBot, work: Work, training: ATraining) -> None:
    work.change(label("Issue"), certificates.issue, training.id, training.people[:1], TODAY, "Union")
    [own] = work.read(certificates.of_training, training.id).values()
    window = VerifyDialog(None, work)
    shown(qtbot, window)
    assert window.text.hasFocus()
    window.check_text()
    assert "Paste" in window.message.words.text()
    window.text.setPlainText(own.sealed.text)
    qtbot.keyClick(window.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.verdict.text() == "Genuine: signed by Union, and not withdrawn."
    assert own.statement.name in window.signed.text()
    window.text.setPlainText(own.sealed.text.replace("|100%|", "|99%|"))
    window.check_text()
    assert window.verdict.text().startswith("Altered")
    window.public.setText("x")
    window.check_text()
    assert "43" in window.message.words.text()


def test_a_file_of_certificates_is_checked_page_by_page(
    qtbot: QtBot, work: Work, training: ATraining, tmp_path: Path
) -> None:
    work.change(label("Issue"), certificates.issue, training.id, training.people[:2], TODAY, "Union")
    file = tmp_path / "two.pdf"
    certificate.write(work.read(certificates.batch, training.id, "en"), (Catalog("en"),), file)
    window = VerifyDialog(None, work)
    qtbot.addWidget(window)
    window.show()
    window.ask_file = lambda _window: file
    window.open_file()
    qtbot.waitUntil(lambda: window.verdict.text() != "", timeout=20_000)
    assert window.verdict.text() == "2 of 2 are genuine."
    assert window.table.isVisible()
    window.ask_file = lambda _window: tmp_path / "none.pdf"
    window.open_file()
    qtbot.waitUntil(lambda: "There is no file" in window.message.words.text(), timeout=20_000)


def test_the_rule_is_set_among_the_rules_of_the_programme(qtbot: QtBot, work: Work) -> None:
    window = RulesDialog(None, work)
    qtbot.addWidget(window)
    row = next(row for row in window.rows if isinstance(row, CertifiedRow))
    row.share.setValue(75)
    row.must_pass.setChecked(True)
    assert work.read(rules.rule, Certified) == Certified(0.75, True)
    window.undo()
    window.undo()
    assert work.read(rules.rule, Certified) == Certified()
    assert (row.share.value(), row.must_pass.isChecked()) == (80, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_standing_has_words(work: Work, training: ATraining, language: str) -> None:
    i18n.use(language)
    told = work.read(certificates.candidates, training.id, language, TODAY)
    assert all(standing_words(line, told.rule) for line in told.lines)
    assert rule_words(Certified(must_pass=True)) != rule_words(Certified())
