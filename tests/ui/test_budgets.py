"""What a trainer does every day, from the first page, in as few keys as were promised.

Attendance of forty people is in `test_window`, a training of five days in `test_schedule_window`, somebody who walks in
in `test_session_walk_in`, a list that imports itself in `test_import_wizard`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import a_training
from tests.ui.shell import a_window, press
from trainer_app.db.database import Database
from trainer_app.services import scores
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.print_centre import PrintCentre

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_sign_in_sheet_of_the_day_is_ready_to_print_with_one_key_of_five(qtbot: QtBot, db: Database) -> None:
    training = a_training(db, people=3, first_day=date.today())
    with a_window(qtbot, db) as window:
        assert press((Qt.Key.Key_P, CTRL)) <= 4  # the fifth prints
        centre = window.pages["print"]
        assert isinstance(centre, PrintCentre)
        assert window.key == "print"
        assert centre.kind is Kind.SIGN_IN
        assert centre.form.order().subject == training.id


def test_forty_scores_take_three_keys_and_one_each_besides_their_digits(qtbot: QtBot, db: Database) -> None:
    training = a_training(db, people=40, first_day=date.today())
    with a_window(qtbot, db) as window:
        assert press(Qt.Key.Key_Return, (Qt.Key.Key_Tab, CTRL)) <= 3
        assert press(*["6", Qt.Key.Key_Return] * 40) == 80
        told = window.work.read(scores.sheet, training.id, "en")
        assert [line.pre.value if line.pre else None for line in told.lines] == [6.0] * 40
