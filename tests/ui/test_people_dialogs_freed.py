"""No window of the people pages stays in memory after it was answered."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from trainer_app.db.database import Database
from trainer_app.ui.dialogs.group import GroupDialog
from trainer_app.ui.dialogs.group_choice import GroupChoiceDialog
from trainer_app.ui.dialogs.import_wizard.wizard import ImportWizard
from trainer_app.ui.dialogs.past_imports import PastImportsDialog
from trainer_app.ui.dialogs.person import NOBODY, PersonDialog
from trainer_app.ui.work import Work


def a_person_form(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return PersonDialog(parent, work, None, group, NOBODY)


def a_group_form(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return GroupDialog(parent, work, group)


def a_choice(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return GroupChoiceDialog(parent, work)


def past(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return PastImportsDialog(parent, work)


def a_wizard(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return ImportWizard(parent, work, group)


@pytest.mark.parametrize("open_it", [a_person_form, a_group_form, a_choice, past, a_wizard])
def test_a_window_is_freed_when_it_was_closed(
    open_it: Callable[[QWidget, Work, UUID], QDialog], db: Database, work: Work, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = open_it(parent, work, a_group(db, people=2))
    window.show()
    left = weakref.ref(window)
    window.reject()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None
    assert parent.findChildren(QDialog) == []
