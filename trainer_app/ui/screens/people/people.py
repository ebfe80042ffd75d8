"""People: the persons in one tab, their groups, the organisations and the trainers in others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from trainer_app.i18n import N_, _
from trainer_app.services import groups
from trainer_app.ui.importing import Importing
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people.groups import Groups
from trainer_app.ui.screens.people.organisations import Organisations
from trainer_app.ui.screens.people.participants import Participants
from trainer_app.ui.screens.people.trainers import Trainers

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class PeopleScreen(Screen):
    """The frame around the tabs: each is a screen of its own, and what it tells is passed on.

    `arrive` takes the key of a person or of a group, or "groups", "organisations", "trainers", "new", "import".
    """

    TITLE = N_("People")
    HELP = "people"

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.setObjectName("scrPeople")
        self.people = Participants(work, self)
        self.groups = Groups(work, self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabsPeople")
        self.tabs.setDocumentMode(True)
        self.organisations = Organisations(work, self)
        self.trainers = Trainers(work, self)
        for tab in (self.people, self.groups, self.organisations, self.trainers):
            self.tabs.addTab(tab, "")
            tab.go.connect(self.go)
            tab.told.connect(self.told)
            tab.finished.connect(self.finished)
        self._named = {"groups": self.groups, "organisations": self.organisations, "trainers": self.trainers}
        self.importing = Importing(self)
        self.people.import_wanted.connect(self.importing.begin)
        self.groups.import_wanted.connect(self.importing.begin_in_group)
        self.people.group_wanted.connect(self.open_group)
        self.people.organisation_wanted.connect(self.open_organisation)
        for tab in (self.groups, self.organisations, self.trainers):
            tab.person_wanted.connect(self.open_person)
        self.tabs.currentChanged.connect(self._turned)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.retranslate()
        self.HELP, self.KEYS = self.tab.HELP, self.tab.KEYS  # type: ignore[misc]

    @property
    def tab(self) -> Screen:
        """The one in front."""
        return cast(Screen, self.tabs.currentWidget())

    def first_focus(self) -> QWidget:
        return self.tab.first_focus()

    def does(self) -> Mapping[str, Callable[[], object]]:
        return self.tab.does()

    def arrive(self, what: object) -> None:
        if isinstance(what, UUID):
            is_group = self.work.read(groups.find_card, what) is not None
            self.open_group(what) if is_group else self.open_person(what)
        elif what in self._named:
            self.tabs.setCurrentWidget(self._named[str(what)])
        elif what == "new":
            self.tab.does()["new"]()
        elif what == "import":
            QTimer.singleShot(0, self, self._import)  # once the page is to be seen behind its window

    def retranslate(self) -> None:
        self.tabs.tabBar().setAccessibleName(_("People"))
        self.tabs.setTabText(0, _("Participants"))
        self.tabs.setTabText(1, _("Groups and cooperatives"))
        self.tabs.setTabText(2, _("Organisations"))
        self.tabs.setTabText(3, _("Trainers"))

    @Slot(object)
    def open_person(self, person_id: UUID) -> None:
        self.tabs.setCurrentWidget(self.people)
        self.people.refresh()
        self.people.view.open_one(person_id)

    @Slot(object)
    def open_group(self, group_id: UUID) -> None:
        self.tabs.setCurrentWidget(self.groups)
        self.groups.refresh()
        self.groups.view.open_one(group_id)

    @Slot(object)
    def open_organisation(self, organisation_id: UUID) -> None:
        self.tabs.setCurrentWidget(self.organisations)
        self.organisations.refresh()
        self.organisations.view.open_one(organisation_id)

    @Slot()
    def _import(self) -> None:
        self.importing.begin("file")

    @Slot()
    def _turned(self) -> None:
        if "tabs" not in vars(self):  # the page is being taken down, and its tabs fall one after the other
            return
        self.HELP, self.KEYS = self.tab.HELP, self.tab.KEYS  # type: ignore[misc]
        self.tab.first_focus().setFocus()
        self.retitled.emit()
