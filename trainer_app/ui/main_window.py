"""The window: a frame around the pages, which knows where to go and nothing of what is on them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from trainer_app import NAME
from trainer_app.i18n import _
from trainer_app.ui import theme
from trainer_app.ui.actions import Actions, page_keys
from trainer_app.ui.due_count import DueCount
from trainer_app.ui.navigation import LISTED, PAGES, where
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.header import Header
from trainer_app.ui.widgets.message_bar import MessageBar
from trainer_app.ui.widgets.nav_list import NavList
from trainer_app.ui.widgets.notice import Notice
from trainer_app.ui.widgets.status_line import StatusLine
from trainer_app.ui.window_keys import WindowKeys

if TYPE_CHECKING:
    from trainer_app.ui.preferences import Preferences
    from trainer_app.ui.screens.base import Screen
    from trainer_app.ui.work import Work

NARROW_BELOW = 1200
SMALLEST = QSize(1024, 540)


class MainWindow(Translated, QMainWindow):
    """Shown empty at once; `use` gives it the data when that is open."""

    closing = Signal()
    deed_asked = Signal(str)  # "sample", "remove_sample", "protect": what the program does, not a page

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.preferences = preferences
        self.work: Work | None = None
        self.due_count: DueCount | None = None
        self.pages: dict[str, Screen] = {}
        self._trail: list[tuple[str, object]] = []
        self.nav = NavList(self)
        self.header = Header(self)
        self.standing = MessageBar(self, "standingBar")
        self.messages = MessageBar(self)
        self.stack = QStackedWidget(self)
        self.status = StatusLine(self)
        self._arrange()
        self.keys = WindowKeys(self)
        self.all_actions = Actions(self, self.keys.deeds())
        self._add_page_keys()
        self._connect()
        self.setMinimumSize(SMALLEST)
        self.resize(1280, 720)
        self.retranslate()

    def use(self, work: Work) -> None:
        """Begin to work on the data, with the page that was open last."""
        self.work = work
        work.changed.connect(self._written)
        self.due_count = DueCount(self, work, self.nav)
        self.offer_undo()
        last = self.preferences.now.last_screen
        self.open(last if any(page.key == last for page in LISTED) else "today")
        state = self.preferences.now.state.get("window")
        if isinstance(state, str):
            self.restoreGeometry(QByteArray.fromBase64(state.encode()))

    @property
    def page(self) -> Screen | None:
        found = self.stack.currentWidget()
        return next((page for page in self.pages.values() if page is found), None)

    @property
    def key(self) -> str:
        return next((key for key, page in self.pages.items() if page is self.stack.currentWidget()), "")

    @Slot(str, object)
    def open(self, key: str, what: object = None) -> None:
        """Go to a page, and let it show `what`. A key that is no page is a deed of the program."""
        key, what = where(key, what)
        if not any(page.key == key for page in PAGES):
            self.deed_asked.emit(key)
            return
        if self.key and self.key != key:
            self._trail.append((self.key, None))
        self._show(key, what)

    def _show(self, key: str, what: object = None) -> None:
        if self.work is None:
            return
        if key not in self.pages:
            self._build(key)
        page = self.pages[key]
        self.messages.clear()
        self.stack.setCurrentWidget(page)
        self.nav.show_page(key)
        if what is not None:
            page.arrive(what)
        self._retitle()
        page.first_focus().setFocus()

    def _build(self, key: str) -> None:
        assert self.work is not None
        page = next(page for page in PAGES if page.key == key).make(self.work, self.preferences)
        page.go.connect(self.open)
        page.told.connect(self.messages.put)
        page.finished.connect(self.status.toast.put)
        page.retitled.connect(self._retitle)
        self.pages[key] = page
        self.stack.addWidget(page)

    @Slot()
    def back(self) -> None:
        """To the page before, or to the front page."""
        key, what = self._trail.pop() if self._trail else ("today", None)
        self._show(key, what)

    def tell(self, notice: Notice) -> None:
        self.messages.put(notice)

    def retranslate(self) -> None:
        self.setWindowTitle(NAME)
        self.all_actions.retranslate()
        self._retitle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.scaled(NARROW_BELOW)
        self.nav.make_narrow(narrow)
        self.header.make_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        kept = {**self.preferences.now.state, "window": geometry}
        last = self.key if any(page.key == self.key for page in LISTED) else "today"
        self.preferences.change(last_screen=last, state=kept)
        if self.due_count is not None:
            self.due_count.stop()
        self.closing.emit()
        event.accept()

    # ---- parts ---------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self.header, self.standing, self.messages):
            right.addWidget(widget)
        right.addWidget(self.stack, 1)
        right.addWidget(self.status)
        frame = QWidget(self)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.nav)
        layout.addLayout(right, 1)
        self.setCentralWidget(frame)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.open)
        self.preferences.changed.connect(self._outdate)
        self.header.search.clicked.connect(self.keys.search)
        self.header.undo.clicked.connect(self.keys.undo)
        self.header.redo.clicked.connect(self.keys.redo)
        self.header.help.clicked.connect(self.keys.help)
        self.header.back.clicked.connect(self.back)
        self.header.languages.triggered.connect(self._choose_language)
        self.status.toast.undo.connect(self.keys.undo)

    def _add_page_keys(self) -> None:
        for number, page in enumerate(LISTED, start=1):
            action = QAction(self)
            action.setObjectName(f"actPage_{page.key}")
            action.setShortcuts(page_keys(number))
            action.setData(page.key)
            action.triggered.connect(self._open_by_key)
            self.addAction(action)

    @Slot()
    def _open_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open(action.data())

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        self.preferences.change(language=action.data())

    @Slot()
    def _outdate(self) -> None:
        """Titles of modules follow the language of the content, which no retranslation reaches."""
        for page in self.pages.values():
            page.outdate()

    @Slot()
    def _retitle(self) -> None:
        if page := self.page:
            title = page.heading() or _(page.TITLE)
            self.header.tell(title, page.context())
            self.status.keys.setText(_(page.KEYS))
            self.setWindowTitle(f"{_(page.TITLE)} - {NAME}")
        self.header.back.setVisible(bool(self._trail))

    @Slot(frozenset)
    def _written(self, _tables: frozenset[str]) -> None:
        self.header.note_saved(datetime.now())
        self.offer_undo()

    def offer_undo(self) -> None:
        """Name Undo and Redo after what they would do now."""
        if self.work is not None:
            self.header.offer(self.work.undo_label(), self.work.redo_label())
