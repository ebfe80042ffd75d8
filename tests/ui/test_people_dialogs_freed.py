"""No window of the people pages stays in memory after it was answered, and no page after it was left."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from trainer_app.db.database import Database
from trainer_app.domain.groups import MemberLine
from trainer_app.services import groups
from trainer_app.ui.dialogs.cascade import CascadeDialog
from trainer_app.ui.dialogs.consent import ConsentDialog, WithdrawalDialog
from trainer_app.ui.dialogs.consent_list import ConsentListDialog
from trainer_app.ui.dialogs.day import DayDialog
from trainer_app.ui.dialogs.group import GroupDialog
from trainer_app.ui.dialogs.group_choice import GroupChoiceDialog
from trainer_app.ui.dialogs.import_wizard.wizard import ImportWizard
from trainer_app.ui.dialogs.membership import MembershipDialog
from trainer_app.ui.dialogs.organisation import OrganisationDialog
from trainer_app.ui.dialogs.past_imports import PastImportsDialog
from trainer_app.ui.dialogs.person import NOBODY, PersonDialog
from trainer_app.ui.dialogs.post import PostDialog
from trainer_app.ui.dialogs.trainer import TrainerDialog
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people.organisations import Organisations
from trainer_app.ui.screens.people.participants import Participants
from trainer_app.ui.screens.people.people import PeopleScreen
from trainer_app.ui.screens.people.trainers import Trainers
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


def an_organisation(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return OrganisationDialog(parent, work)


def a_post(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return PostDialog(parent, work, "X", members(work, group)[0].person_id, None)


def a_membership(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return MembershipDialog(parent, work, members(work, group)[0].membership_id)


def a_trainer(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return TrainerDialog(parent, work, None)


def a_cascade(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return CascadeDialog(parent, work, members(work, group)[0].person_id)


def an_agreement(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return ConsentDialog(parent, work, "X", 1, date.today())


def a_withdrawal(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return WithdrawalDialog(parent, "X", date.today())


def a_signed_list(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return ConsentListDialog(parent, work, date.today())


def a_day(parent: QWidget, work: Work, group: UUID) -> QDialog:
    return DayDialog(parent, "X", "Left on", date.today())


def members(work: Work, group: UUID) -> tuple[MemberLine, ...]:
    return work.read(groups.members, group)


WINDOWS = [
    a_person_form,
    a_group_form,
    a_choice,
    past,
    a_wizard,
    an_organisation,
    a_post,
    a_membership,
    a_trainer,
    a_cascade,
    an_agreement,
    a_withdrawal,
    a_signed_list,
    a_day,
]


@pytest.mark.parametrize("open_it", WINDOWS)
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


@pytest.mark.parametrize("kind", [Participants, Organisations, Trainers])
def test_a_page_is_freed_with_its_window(kind: type[Screen], db: Database, work: Work, qtbot: QtBot) -> None:
    a_group(db, people=2)
    page = kind(work)
    page.show()
    left = weakref.ref(page)
    page.close()
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert left() is None


@pytest.mark.parametrize("way", ["dropped", "deleted"])
def test_tabs_that_fall_with_their_page_call_nobody(way: str, db: Database, work: Work, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        page = PeopleScreen(work)
        page.show()
        page.tabs.setCurrentIndex(2)
        if way == "deleted":
            page.deleteLater()
        del page
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert raised == []
