"""One session in one place: its plan, who came, scores, notes and papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from trainer_app.domain.trainings import SessionLine
from trainer_app.i18n import N_, _, screen
from trainer_app.services import sessions
from trainer_app.ui import theme
from trainer_app.ui.dialogs import places
from trainer_app.ui.importing import Importing
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.session.attendance import AttendanceTab
from trainer_app.ui.screens.session.notes import NotesTab
from trainer_app.ui.screens.session.papers import PapersTab
from trainer_app.ui.screens.session.plan import PlanTab
from trainer_app.ui.screens.session.scores import ScoresTab
from trainer_app.ui.screens.session.tab import Desk, SessionTab
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class TabKind:
    """One tab of the workspace: its title and keys (marked with N_()), and its page of the help."""

    title: str
    make: Callable[[Desk, QWidget], SessionTab]
    help: str
    keys: str = ""


TABS = {
    "plan": TabKind(N_("Plan"), PlanTab, "curriculum", N_("Tab next handout · Enter opens it · Ctrl+Tab next tab")),
    "attendance": TabKind(
        N_("Attendance"),
        AttendanceTab,
        "session_attendance",
        N_("P A L E mark · Space present/absent · Ctrl+Enter the rest · Ctrl+G absent numbers · Ins add · F2 remark"),
    ),
    "scores": TabKind(
        N_("Scores"),
        ScoresTab,
        "session_scores",
        N_("Enter down · Tab right · - did not sit · a absent · Del clears · F9 figures · Ctrl+Tab next tab"),
    ),
    "notes": TabKind(
        N_("Notes"),
        NotesTab,
        "session_notes",
        N_("Tab next field · in the list: Ins add, Enter change, Space done, Del remove · Ctrl+Tab next tab"),
    ),
    "print": TabKind(N_("Print"), PapersTab, "print_centre", N_("Tab next paper · Enter does it · Ctrl+Tab next tab")),
}
FIRST = "attendance"


def language_of_screen() -> str:
    return screen().language


class Pages(dict[str, SessionTab]):
    """The tabs that somebody turned to. Each is made when it is first asked for: opening a session pays for one."""

    def __init__(self, make: Callable[[str], SessionTab]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> SessionTab:
        self[name] = self._make(name)
        return self[name]


class SessionScreen(Screen):
    """Opened with `arrive(session_id)` or `arrive((session_id, "plan"))`; the tab that was open stays open."""

    TITLE = N_("Session")
    WATCHES = frozenset({"training", "training_session", "group", "enrolment", "text"})

    def __init__(
        self,
        work: Work,
        session_id: UUID | None = None,
        today: Callable[[], date] = date.today,
        language: Callable[[], str] = language_of_screen,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgSession")
        self._desk = Desk(work, today, language)
        self._wanted = session_id
        self.line: SessionLine | None = None
        self.importing = Importing(self)
        self.picker: Choice[UUID] = Choice(self, "cbSession", proper=True)
        self.picker.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.picker.chosen.connect(self._open)
        self.places = button(self, "btnPlaces", "users", kind="quiet")
        self.places.clicked.connect(self.show_places)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabsSession")
        self.tabs.setDocumentMode(True)
        self.pages = Pages(self._page)
        self._places = [self._place() for _name in TABS]
        self.choose_tab(FIRST)
        self._before = self.page
        self.tabs.currentChanged.connect(self._turned)
        self._actions = [self._action("actNextTab", 1, "Ctrl+Tab"), self._action("actTabBefore", -1, "Ctrl+Shift+Tab")]
        self._build()
        self.retranslate()

    @property
    def HELP(self) -> str:  # type: ignore[override]
        return TABS[self._page_name()].help

    @property
    def KEYS(self) -> str:  # type: ignore[override]
        return self.page.keys() or TABS[self._page_name()].keys

    @property
    def page(self) -> SessionTab:
        """The tab in front."""
        return self.pages[self._page_name()]

    def _page_name(self) -> str:
        return list(TABS)[self.tabs.currentIndex()]

    def heading(self) -> str:
        if self.line is None:
            return ""
        words = _("{title} – day {number}/{count}")
        return words.format(title=self.line.title, number=self.line.number, count=self.line.of)

    def context(self) -> str:
        if self.line is None:
            return ""
        parts = (self.line.group, self.line.venue, screen().date(self.line.day))
        return ", ".join(part for part in parts if part)

    def first_focus(self) -> QWidget:
        return self.page.first_focus()

    def arrive(self, what: object) -> None:
        session, tab = what if isinstance(what, tuple) else (what, None)
        if isinstance(tab, str):
            self.choose_tab(tab)
        if isinstance(session, UUID):
            self._open(session)

    def does(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"print": self._to_papers, "export": self._to_papers}
        if isinstance(self.page, AttendanceTab):
            found["find"] = self.page.find_name.begin
        if isinstance(self.page, ScoresTab):
            found["panel"] = self.page.toggle_panel
        return found

    def _to_papers(self) -> None:
        self.choose_tab("print")

    def choose_tab(self, name: str) -> None:
        if name in TABS:
            self.tabs.setCurrentIndex(list(TABS).index(name))

    def reload(self) -> None:
        if self._wanted is None:
            return
        found = self.work.read(sessions.siblings, self._wanted, self._desk.language())
        self.line = next((line for line in found if line.id == self._wanted), None)
        if self.line is None:
            self._forget()
            return
        self.picker.offer([(line.id, picked(line)) for line in found])
        self.picker.choose(self.line.id)
        for page in self.pages.values():
            if page.session != self.line:
                page.show_session(self.line)

    def refresh(self) -> None:
        super().refresh()
        self.page.refresh()

    def _forget(self) -> None:
        """The session was taken out, here or by an undo."""
        self._wanted = None
        for page in self.pages.values():
            page.forget_session()
        self.go.emit("schedule", None)

    def retranslate(self) -> None:
        for number, kind in enumerate(TABS.values()):
            self.tabs.setTabText(number, _(kind.title))
        for widget in (self.tabs, self.tabs.tabBar()):
            widget.setAccessibleName(_("Parts of the session"))
        self.picker.setAccessibleName(_("Other sessions of this training"))
        self.picker.setToolTip(self.picker.accessibleName())
        self.places.setText(_("Places"))
        self.places.setToolTip(_("Places and waiting list"))
        for action, words in zip(self._actions, (_("Next tab"), _("Tab before")), strict=True):
            action.setText(words)
            action.setToolTip(f"{words} ({action.shortcut().toString()})")
            action.setStatusTip(action.toolTip())
        self.retitled.emit()

    @Slot()
    def show_places(self) -> None:
        if self.line is not None:
            places.show(self, self.work, self.line.training_id, self._desk.today(), self._desk.language())

    @Slot(object)
    def _open(self, session_id: UUID) -> None:
        self.page.leave()
        self._wanted = session_id
        self._stale = True
        if self.isVisible():
            self.refresh()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _turned(self, number: int) -> None:
        self._before.leave()
        self._before = self.page
        if self.isVisible():
            self.page.refresh()
            self.retitled.emit()
            self.page.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _import(self) -> None:
        if self.line is not None:
            self.importing.begin_in_training(self.line.training_id)

    @Slot()
    def _turn_on(self) -> None:
        self._turn(1)

    @Slot()
    def _turn_back(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _place(self) -> QWidget:
        """Where a tab will stand once somebody turns to it."""
        place = QWidget(self)
        QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
        self.tabs.addTab(place, "")
        return place

    def _page(self, name: str) -> SessionTab:
        place = self._places[list(TABS).index(name)]
        made = TABS[name].make(self._desk, place)
        made.go.connect(self.go)
        made.told.connect(self.told)
        made.finished.connect(self.finished)
        made.import_wanted.connect(self._import)
        made.turned.connect(self.retitled)
        layout = place.layout()
        assert layout is not None
        layout.addWidget(made)
        made.show()  # the layout would do it a moment later, and what is not seen takes no keyboard
        if self.line is not None:
            made.show_session(self.line)
        return made

    def _action(self, name: str, step: int, keys: str) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self._turn_on if step > 0 else self._turn_back)
        self.addAction(action)
        return action

    def _build(self) -> None:
        corner = QWidget(self)
        beside = QHBoxLayout(corner)
        beside.setContentsMargins(0, 0, 0, theme.TINY)
        beside.addWidget(self.places)
        beside.addWidget(self.picker)
        self.tabs.setCornerWidget(corner, Qt.Corner.TopRightCorner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.SMALL, theme.MARGIN, theme.SMALL)
        layout.addWidget(self.tabs)


def picked(line: SessionLine) -> str:
    """How a session reads in the picker."""
    return _("Day {number}, {date}").format(number=line.number, date=screen().date(line.day))
