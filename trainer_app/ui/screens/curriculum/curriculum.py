"""The curriculum: every module and unit, what its trainer reads, and the handout as it is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.documents import curriculum_papers
from trainer_app.documents.curriculum_papers import Wanted
from trainer_app.documents.papers import Paper
from trainer_app.domain.curriculum import ModuleLine, TextState, UnitLine
from trainer_app.i18n import LANGUAGES, N_, _
from trainer_app.services import curriculum, material, translating
from trainer_app.ui import theme
from trainer_app.ui.making import Maker, Previewer
from trainer_app.ui.models.curriculum import in_language, states_of, with_progress
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.curriculum.bar import WRITE, CurriculumBar
from trainer_app.ui.screens.curriculum.contents import Contents
from trainer_app.ui.screens.curriculum.files import CurriculumFiles
from trainer_app.ui.screens.curriculum.handout_side import HandoutSide
from trainer_app.ui.screens.curriculum.unit_page import UnitText
from trainer_app.ui.screens.curriculum.writing import WritingDesk
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.notice import Tone
from trainer_app.ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

LEFT, PREVIEW = 360, 320  # widths at first
NARROW = 280  # of the contents while texts are written
LIST = 620  # of the flat list
THREE_PARTS = 900  # the least that contents, words and page need beside each other
WRITING_HEIGHT = 520  # the least in which the title, which the contents show too, has room above the words
WRITING_PARTS = 1300  # the same where the words stand in two languages


class CurriculumScreen(Screen):
    """`pgCurriculum`. Opened with `arrive(unit id)` or `arrive(("handout", code))`."""

    TITLE = N_("Curriculum")
    HELP = "curriculum"
    KEYS = N_(
        "↑ ↓ move · → ← open, close · Enter read or write · F2 write · Ctrl+Tab language · F8 next not reviewed"
        " · L list · Ctrl+P print"
    )
    WATCHES = frozenset({"module", "unit", "step", "part", "text", "handout", "test_item"})

    def __init__(self, work: Work, parent: QWidget | None = None, today: Callable[[], date] = date.today) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgCurriculum")
        self._today = today
        self._page_wanted: bool | None = None  # None: as the room allows
        self.contents = Contents(self)
        self.bar = CurriculumBar(self)
        self.title = label(self, "section", "lblUnit")
        self.text = UnitText(self)
        self.writing = WritingDesk(self, work)
        self.side = HandoutSide(self)
        self.progress = ProgressLine(self)
        self.previewer = Previewer(work, self.side.preview)
        self.maker = Maker(work, self, today)
        self.files = CurriculumFiles(self)
        self._build()
        self._connect()
        self.retranslate()

    # ---- what the window asks ------------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        return self.contents.view

    def arrive(self, what: object) -> None:
        self.refresh()
        if isinstance(what, UUID):
            self.contents.go_to(what)
        elif isinstance(what, tuple) and len(what) == 2 and what[0] == "handout":
            self._go_to_handout(str(what[1]))

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {
            "find": self.contents.search.setFocus,
            "print": self._print,
            "export": self._save,
            "panel": self._toggle_panel,
        }

    def reload(self) -> None:
        self.bar.languages.choose(settings.load(self.work.folder).content)
        self._list()
        self._show()

    @Slot()
    def _list(self) -> None:
        """What there is to read; or, while texts are written, what there is to do."""
        modules = self.work.read(curriculum.modules, self.language)
        if self.is_writing:
            progress = self.work.read(translating.progress)
            modules = with_progress(modules, progress, self.language, self.writing.states, self.contents.current)
        self.contents.show_modules(modules)

    def retranslate(self) -> None:
        for action, words in zip(
            self.actions(), (N_("Next language"), N_("Next not reviewed"), N_("Write and translate")), strict=True
        ):
            action.setText(_(words))
            action.setToolTip(f"{_(words)} ({action.shortcut().toString()})")
            action.setStatusTip(action.toolTip())
        self._stale = True  # a curriculum that has no language of its own follows the screen's
        if self.isVisible():
            self.refresh()

    # ---- what is shown -------------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """Of the curriculum: independent of the screen's."""
        return self.bar.languages.value

    @property
    def is_writing(self) -> bool:
        return self.bar.modes.value == WRITE

    @property
    def chosen(self) -> ModuleLine | UnitLine | None:
        """The module or unit that is current."""
        for module in self.contents.modules:
            lines: tuple[ModuleLine | UnitLine, ...] = (module, *module.units)
            for line in lines:
                if line.id == self.contents.current:
                    return line
        return None

    @property
    def module(self) -> ModuleLine | None:
        """The module that is current, or that the current unit belongs to."""
        key = self.contents.current
        return next((m for m in self.contents.modules if key == m.id or any(u.id == key for u in m.units)), None)

    @Slot()
    def _show(self) -> None:
        line = self.chosen
        self.title.setText(f"{line.code} {line.title}" if line else "")
        if self.is_writing:
            self.writing.show_texts(line.id if line else None, self.language)
        elif isinstance(line, UnitLine):
            self.text.show_page(self.work.read(material.unit, line.id, self.language, self._today()))
        else:
            self.text.show_page(line)
        self.bar.be_for(isinstance(line, ModuleLine))
        self._show_side()

    def _show_side(self) -> None:
        """The page that is printed, with what must be said of it; or why there is none."""
        line = self.chosen
        if line is None or not _has_page(line):
            self.side.tell(None, {}, self.language)
            self.previewer.say(_("There is no handout here.") if line else "")
            return
        states = _states(line)
        self.side.tell(line, states, self.language)
        if in_language(states, self.language) == TextState.MISSING:
            self.previewer.say(_("Not yet translated into {language}.").format(language=LANGUAGES[self.language]))
        elif self.side.isVisibleTo(self):
            self.previewer.wish(self._paper(line))

    # ---- what is done --------------------------------------------------------------------------------------------

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Show the curriculum in this language, now and the next time."""
        self.bar.languages.choose(language)
        kept = settings.load(self.work.folder)
        if kept.content != language:
            settings.save(self.work.folder, replace(kept, content_language=language))
        self.reload()

    def _go_to_handout(self, code: str) -> None:
        for module in self.contents.modules:
            for unit in module.units:
                if unit.handout_code == code:
                    self.contents.go_to(unit.id)

    def _paper(self, line: ModuleLine | UnitLine) -> Paper:
        if isinstance(line, ModuleLine):
            pages = self.work.read(curriculum.handouts, line.code, self.language, self._today())
        else:
            pages = (self.work.read(curriculum.handout, line.handout_code, self.language, self._today()),)
        return curriculum_papers.handouts(pages, Wanted(self._today(), subject=line.id))

    @Slot()
    def _print(self) -> None:
        if (line := self._printable(self.chosen)) is not None:
            self.maker.print_paper(self._paper(line))

    @Slot()
    def _save(self) -> None:
        if (line := self._printable(self.chosen)) is not None:
            self.maker.save(self._paper(line), ".pdf")

    @Slot(str)
    def _do_whole(self, what: str) -> None:
        module = self.module
        if module is None:
            return
        if what == "more":
            self.go.emit("print_centre", {"document": "module", "module": module.id, "language": self.language})
        elif self._printable(module) is not None:
            paper = self._paper(module)
            self.maker.print_paper(paper) if what == "print" else self.maker.save(paper, ".pdf")

    @Slot()
    def _show_ledger(self) -> None:
        from trainer_app.ui.dialogs import ledger

        if (again := ledger.ask(self, self.work, self._today())) is not None:
            self.go.emit("print_centre", again)

    @Slot(str)
    def _do_file(self, what: str) -> None:
        self.writing.leave()  # what is being typed belongs to the module that leaves, or that is compared
        self.files.begin(what)

    def _printable(self, line: ModuleLine | UnitLine | None) -> ModuleLine | UnitLine | None:
        """The line when its page exists in this language; otherwise it is said, with a language that has it."""
        if line is None or not _has_page(line):
            return None
        states = _states(line)
        if in_language(states, self.language) != TextState.MISSING:
            return line
        words = _("{code} is not yet translated into {language}.")
        offer = self.side.better(states, self.language)
        self.tell(
            words.format(code=line.code, language=LANGUAGES[self.language]),
            Tone.WARNING,
            LANGUAGES[offer] if offer else "",
            partial(self.choose_language, offer) if offer else None,
        )
        return None

    @Slot()
    def _toggle_panel(self) -> None:
        self._page_wanted = not self.side.isVisibleTo(self)
        self.side.setVisible(self._page_wanted)
        self._show_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three parts side by side need room: where text is large the page waits for F9."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = WRITING_PARTS if self.is_writing else THREE_PARTS
        fits = self.width() >= theme.scaled(least) and not self.contents.as_list.isChecked()
        self.title.setVisible(not self.is_writing or self.height() >= theme.scaled(WRITING_HEIGHT))
        if self._page_wanted is None and fits != self.side.isVisibleTo(self):
            self.side.setVisible(fits)
            self._show_side()

    @Slot(bool)
    def _make_room(self, as_list: bool) -> None:
        """The flat list needs the room of the preview."""
        whole = sum(self.splitter.sizes())
        left = theme.scaled(LIST if as_list else LEFT)
        right = theme.scaled(PREVIEW) if not as_list else 0
        self.side.setVisible(not as_list)
        self.splitter.setSizes([left, max(whole - left - right, 1), right])
        self._show_side()

    @Slot()
    def _read(self) -> None:
        (self.writing.list if self.is_writing else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _switch_mode(self) -> None:
        """From reading to writing, or back: the page that is printed gives room to the words that are written."""
        self.writing.leave()
        self.middle.setCurrentWidget(self.writing if self.is_writing else self.text)
        self.title.setVisible(not self.is_writing)
        self.contents.be_brief(self.is_writing)
        left = theme.scaled(NARROW if self.is_writing else LEFT)
        self.splitter.setSizes([left, max(sum(self.splitter.sizes()) - left, 1), 0])
        self._fit()
        self._list()
        self._show()

    @Slot()
    def write(self) -> None:
        """Write the texts of what is current."""
        self.bar.modes.choose(WRITE)
        self._switch_mode()
        self._read()

    @Slot(str)
    def _say_done(self, words: str) -> None:
        self.report(words)

    @Slot(str, object)
    def _warn(self, words: str, offer: tuple[str, Callable[[], None]] | None) -> None:
        action, do = offer or ("", None)
        self.tell(words, Tone.WARNING, action, do)

    @Slot()
    def _go_on(self) -> None:
        """Nothing is left to do in this unit: the next one that has something."""
        everything = self.work.read(translating.waiting, self.language, frozenset(TextState))
        waiting = set(self.work.read(translating.waiting, self.language, self.writing.states_to_do))
        start = everything.index(self.contents.current) + 1 if self.contents.current in everything else 0
        found = next((key for key in (*everything[start:], *everything[:start]) if key in waiting), None)
        if found is None:
            self.tell(_("Nothing more of this is left to do in {language}.").format(language=LANGUAGES[self.language]))
        else:
            self.contents.go_to(found)
            self.writing.go_to_first()

    @Slot(object)
    def _go_to_new(self, key: UUID) -> None:
        """A unit or a module that was just made."""
        self._list()
        self.contents.go_to(key)
        self._read()

    @Slot()
    def _next_language(self) -> None:
        codes = list(LANGUAGES)
        self.choose_language(codes[(codes.index(self.language) + 1) % len(codes)])

    @Slot()
    def _next_unfinished(self) -> None:
        if self.is_writing:
            self.writing.go_to_next()
            return
        found = self.contents.next_unfinished(self.language)
        if found is None:
            self.tell(_("Every handout is reviewed in {language}.").format(language=LANGUAGES[self.language]))
        else:
            self.contents.go_to(found)

    def _connect(self) -> None:
        self.contents.chosen.connect(self._show)
        self.contents.opened.connect(self._read)
        self.contents.listed.connect(self._make_room)
        self.bar.modes.chosen.connect(self._switch_mode)
        self.bar.languages.chosen.connect(self.choose_language)
        self.writing.finished.connect(self._say_done)
        self.writing.filtered.connect(self._list)
        self.writing.made.connect(self._go_to_new)
        self.writing.warned.connect(self._warn)
        self.writing.next_unit_wanted.connect(self._go_on)
        self.side.language_wanted.connect(self.choose_language)
        self.bar.print.clicked.connect(self._print)
        self.bar.save.clicked.connect(self._save)
        self.bar.whole_wanted.connect(self._do_whole)
        self.bar.ledger.clicked.connect(self._show_ledger)
        self.bar.file_wanted.connect(self._do_file)
        self.progress.follow(self.maker)
        self.maker.told.connect(self.told)
        for name, keys, do in (
            ("actNextLanguage", "Ctrl+Tab", self._next_language),
            ("actNextUnfinished", "F8", self._next_unfinished),
            ("actWrite", "F2", self.write),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(do)
            self.addAction(action)

    def _build(self) -> None:
        middle = QWidget(self)
        self.middle = QStackedWidget(middle)
        for page in (self.text, self.writing):
            self.middle.addWidget(page)
        words = QVBoxLayout(middle)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(theme.SMALL)
        words.addWidget(self.title)
        words.addWidget(self.middle, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("splitCurriculum")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.SMALL)
        for part in (self.contents, middle, self.side):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([theme.scaled(LEFT), theme.scaled(400), theme.scaled(PREVIEW)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.SMALL, theme.MARGIN, theme.SMALL)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.bar)
        layout.addWidget(self.progress)
        layout.addWidget(self.splitter, 1)


def _has_page(line: ModuleLine | UnitLine) -> bool:
    return bool(line.units) if isinstance(line, ModuleLine) else bool(line.handout_code)


def _states(line: ModuleLine | UnitLine) -> Mapping[str, TextState]:
    return states_of(line) if isinstance(line, ModuleLine) else line.states
