"""Where the texts of a unit are written and translated: the list of all of them, and the one in hand below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPair
from trainer_app.i18n import N_, _, label
from trainer_app.services import texts, translating, translation_help
from trainer_app.ui import theme
from trainer_app.ui.dialogs import glossary, text_history
from trainer_app.ui.models.texts import TEXT_COLUMNS, place_words
from trainer_app.ui.screens.curriculum.help_line import HelpLine
from trainer_app.ui.screens.curriculum.structure_bar import StructureBar
from trainer_app.ui.screens.curriculum.text_box import TextBox
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

WORDS = 220  # pixels of height that the words, what is done to them and the offers need
PAUSE = 300  # milliseconds without a key before the words are looked at

FILTERS = {
    "all": N_("All texts"),
    "to_do": N_("Not reviewed"),
    "missing": N_("Missing"),
    "outdated": N_("Outdated"),
    "draft": N_("Drafts"),
}
STATES = {
    "all": frozenset(TextState),
    "to_do": frozenset(TextState) - {TextState.REVIEWED},
    "missing": frozenset({TextState.MISSING}),
    "outdated": frozenset({TextState.OUTDATED}),
    "draft": frozenset({TextState.DRAFT}),
}


class WritingDesk(Translated, QWidget):
    """`changed` comes after every change; `next_unit_wanted` when nothing is left to do in this one."""

    next_unit_wanted = Signal()
    filtered = Signal()  # other states are wanted, in every unit
    made = Signal(object)  # the key of a new unit or module
    finished = Signal(str)  # what was just done
    warned = Signal(str, object)  # what was noticed, and what can be done about it: (words, function) or None

    def __init__(self, parent: QWidget, work: Work) -> None:
        super().__init__(parent)
        self.setObjectName("deskWriting")
        self._work = work
        self.owner: UUID | None = None  # the unit or module whose texts are shown
        self._language = "en"
        self._pairs: tuple[TextPair, ...] = ()
        self.filter: Choice[str] = Choice(self, "cbTextFilter", tuple(FILTERS.items()))
        self.filter.choose("all")
        self.glossary = button(self, "btnGlossary", "book-open")
        self.list: ListView[TextPair] = ListView(self, "tblTexts", TEXT_COLUMNS, lambda pair: pair.ref, N_("Texts"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the number at the end tells a text from the next
        self.structure = StructureBar(self, work, self.list)
        self.box = TextBox(self, self._keep)
        self.help = HelpLine(self)
        self._kept = translation_help.Kept()
        self._own_actions: list[QAction] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)
        self._build()
        self._connect()
        self.retranslate()

    # ---- what the page asks ---------------------------------------------------------------------------------------

    def show_texts(self, owner: UUID | None, language: str) -> None:
        """The texts of a unit or a module, beside their words in this language."""
        self.leave()
        other = (owner, language) != (self.owner, self._language)
        self.owner, self._language = owner, language
        if other:
            self.box.show_pair(None)
        self.reload()
        if other and self.list.rows.rowCount():
            self.list.selectRow(0)

    def reload(self) -> None:
        self._pairs = self._work.read(translating.pairs, self.owner, self._language) if self.owner else ()
        self._fill()

    def leave(self) -> None:
        """Keep what is being typed: another page or another unit comes."""
        self.box.finish()

    @property
    def states(self) -> frozenset[TextState]:
        """Those of the texts that are shown."""
        return STATES[self.filter.value or "all"]

    @property
    def pair(self) -> TextPair | None:
        return self.list.current_row()

    @Slot()
    def go_to_next(self) -> None:
        """The next text that is not reviewed, here or in a later unit."""
        self.leave()
        refs = [pair.ref for pair in self._pairs]
        current = self.pair
        start = refs.index(current.ref) + 1 if current and current.ref in refs else 0
        following = next((pair for pair in self._pairs[start:] if pair.state in self.states_to_do), None)
        if following is not None:
            self._go_to(following.ref)
        else:
            self.next_unit_wanted.emit()

    def go_to_first(self) -> None:
        """The first text to do of a unit just opened."""
        found = next((pair for pair in self._pairs if pair.state in self.states_to_do), None)
        if found is not None:
            self._go_to(found.ref)

    @property
    def states_to_do(self) -> frozenset[TextState]:
        """Those that are shown, without what is done."""
        return self.states - {TextState.REVIEWED}

    def retranslate(self) -> None:
        self.filter.setAccessibleName(_("Which texts are shown"))
        for action, words in zip(
            self._own_actions, (N_("Mark as reviewed"), N_("Put in what is offered"), N_("Glossary")), strict=True
        ):
            action.setText(_(words))
            action.setToolTip(f"{_(words)} ({action.shortcut().toString()})")
            action.setStatusTip(action.toolTip())
        self.glossary.setText(_("Glossary"))
        self.glossary.setToolTip(_("How things are called in each language (Ctrl+G)"))
        self._tell_count()

    # ---- the list -------------------------------------------------------------------------------------------------

    @Slot()
    def _fill(self) -> None:
        kept, row = self.pair, self.list.currentIndex().row()
        shown = [pair for pair in self._pairs if self._fits(pair) or (kept is not None and pair.ref == kept.ref)]
        self.list.show_rows(shown)
        if kept is not None and self.pair is None and shown:  # it was taken out: its neighbour is next
            self.list.selectRow(min(row, len(shown) - 1))
        is_source = bool(self._pairs) and self._pairs[0].is_source
        self.list.hide_columns(["Translation"] if is_source else [])
        self._tell_count()
        self._show(self.pair)

    @Slot()
    def _filter(self) -> None:
        self._fill()
        self.filtered.emit()

    def _fits(self, pair: TextPair) -> bool:
        return pair.state in self.states

    def _tell_count(self) -> None:
        todo = sum(pair.is_to_do for pair in self._pairs)
        words = _("{todo} of {whole} to review").format(todo=todo, whole=len(self._pairs))
        self.box.left_to_do.setText(words if todo else "")

    @Slot(object)
    def _show(self, pair: TextPair | None) -> None:
        if pair is None or self.box.pair is None or pair.ref != self.box.pair.ref:
            self.box.finish()
        self.box.show_pair(pair)
        self.structure.be_for(self.owner, pair)
        self._look()

    @Slot()
    def _look(self) -> None:
        pair = self.box.pair
        if pair is None:
            self.help.show_help(translation_help.NOTHING)
            self.box.show_help(translation_help.NOTHING)
            return
        found = self._work.read(translation_help.of, pair, self.box.words.said(), self._kept)
        self.help.show_help(found)
        self.box.show_help(found)

    def _go_to(self, ref: str) -> None:
        if not self.list.go_to(ref):
            self.filter.choose("all")
            self._filter()
            self.list.go_to(ref)
        self._write()

    @Slot()
    def _write(self) -> None:
        self.box.words.moveCursor(QTextCursor.MoveOperation.End)
        self.box.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _back(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what is done to one text ---------------------------------------------------------------------------------

    def _keep(self, pair: TextPair, words: str) -> None:
        if pair.is_source and not words:
            self.box.show_pair(None)  # a source that was emptied comes back
            self.box.show_pair(pair)
            self.warned.emit(_("A text cannot be empty. Remove it instead."), None)
            return
        name = place_words(pair.place)
        self._work.change(label(N_("Write: {name}"), name=name), texts.write, pair.ref, pair.language, words)
        if pair.is_source:
            self.warned.emit(
                _("The source changed: its translations are outdated now, unless only a typo was mended."),
                (N_("Only a typo"), partial(self._tell_typo, pair.ref)),
            )

    @Slot(str)
    def _tell_typo(self, ref: str) -> None:
        count = self._work.change(label(N_("Only a typo: translations stay valid")), texts.only_a_typo, ref)
        if count:
            self.finished.emit(_("The translations stay valid."))
        else:
            self.warned.emit(_("No translation was made outdated by the last change of this text."), None)

    @Slot()
    def review(self) -> None:
        """Reviewed, or a draft again."""
        if (pair := self.box.pair) is not None and not pair.is_source:
            self.box.finish()
            self._review(pair.ref)

    @Slot(str)
    def _review(self, ref: str) -> None:
        pair = next(pair for pair in self._pairs if pair.ref == ref)
        name = place_words(pair.place)
        if pair.state == TextState.REVIEWED:
            self._work.change(label(N_("Make it a draft again: {name}"), name=name), texts.doubt, ref, self._language)
            self.finished.emit(_("A draft again: {name}").format(name=name))
        else:
            self._work.change(label(N_("Mark as reviewed: {name}"), name=name), texts.review, ref, self._language)
            self.finished.emit(_("Reviewed: {name}").format(name=name))

    @Slot(str)
    def _ask_history(self, ref: str) -> None:
        pair = next(pair for pair in self._pairs if pair.ref == ref)
        words = text_history.ask(self, self._work, pair)
        if words is not None:
            name = place_words(pair.place)
            self._work.change(label(N_("Bring back: {name}"), name=name), texts.write, ref, self._language, words)
            self.finished.emit(_("Brought back: {name}").format(name=name))

    @Slot()
    def open_glossary(self) -> None:
        """What is marked in the source, or in the words, is looked for at once."""
        glossary.show(self, self._work, self.box.marked())
        self._look()

    @Slot()
    def _done(self) -> None:
        """Keep it and go on with the next one of the list."""
        self.box.finish()
        index = self.list.currentIndex()
        following = self.list.rows.index(index.row() + 1, 0)
        if following.isValid():
            self.list.setCurrentIndex(following)
            self._write()
        else:
            self._back()

    def _connect(self) -> None:
        self.filter.chosen.connect(self._filter)
        self.glossary.clicked.connect(self.open_glossary)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._write)
        self.box.typed.connect(self._wait)
        self.box.done.connect(self._done)
        self.box.escaped.connect(self._back)
        self.box.reviewed.connect(self._review)
        self.box.typo_told.connect(self._tell_typo)
        self.box.history_wanted.connect(self._ask_history)
        self.help.term_wanted.connect(self.box.put)
        self.help.text_wanted.connect(self.box.replace_all)
        self.structure.deeds.finished.connect(self.finished)
        self.structure.deeds.wrote.connect(self._go_to_made)
        self.structure.deeds.moved.connect(self._stay_at)
        self.structure.deeds.made.connect(self.made)
        for name, keys, do in (
            ("actReviewed", "Ctrl+M", self.review),
            ("actPutOffered", "Ctrl+Space", self.help.put_next_term),
            ("actGlossary", "Ctrl+G", self.open_glossary),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(do)
            self.addAction(action)
            self._own_actions.append(action)

    @Slot()
    def _wait(self) -> None:
        self._timer.start()

    @Slot(str)
    def _go_to_made(self, ref: str) -> None:
        self.reload()
        self._go_to(ref)

    @Slot(str)
    def _stay_at(self, ref: str) -> None:
        self.list.go_to(ref)

    def _build(self) -> None:
        self.structure.stand_between(self.filter, self.glossary)
        below = QWidget(self)
        words = QVBoxLayout(below)
        words.setContentsMargins(0, theme.TINY, 0, 0)
        words.setSpacing(theme.TINY)
        words.addWidget(self.box, 1)
        words.addWidget(self.help)
        self.scroller = _scrolled(self, below)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("splitWriting")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.SMALL)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.scroller)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([1, theme.scaled(WORDS)])  # the list as low as it goes, on a small screen
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.structure)
        layout.addWidget(self.splitter, 1)


def _scrolled(parent: QWidget, inside: QWidget) -> QScrollArea:
    """Where the letters are large and the screen is small, what does not fit is scrolled to and covers nothing."""
    made = QScrollArea(parent)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setProperty("kind", "page")
    made.setWidget(inside)
    return made
