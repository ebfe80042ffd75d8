"""People: the persons in one tab, their groups in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from trainer_app.i18n import N_, _
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people.participants import Participants

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class PeopleScreen(Screen):
    """The frame around the two tabs: each is a screen of its own, and what it tells is passed on."""

    TITLE = N_("People")
    HELP = "people"

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.setObjectName("scrPeople")
        self.people = Participants(work, self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabsPeople")
        self.tabs.setDocumentMode(True)
        for tab in (self.people,):
            self.tabs.addTab(tab, "")
            tab.go.connect(self.go)
            tab.told.connect(self.told)
            tab.finished.connect(self.finished)
            tab.retitled.connect(self.retitled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.retranslate()

    def retranslate(self) -> None:
        self.tabs.setTabText(0, _("Participants"))
