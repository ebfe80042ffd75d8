"""One text in two languages: the source with what changed in it, and the box in which its translation is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextBrowser, QVBoxLayout, QWidget

from trainer_app.domain.curriculum import TextState
from trainer_app.domain.translating import TextPair
from trainer_app.domain.translation_help import TermHint, TranslationHelp
from trainer_app.i18n import LANGUAGES, _, ngettext, screen
from trainer_app.readers import pasted
from trainer_app.services import texts
from trainer_app.ui import theme
from trainer_app.ui.diff_html import diff_html, paragraphs
from trainer_app.ui.models.curriculum import state_words
from trainer_app.ui.models.texts import place_words
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.flow import FlowLayout
from trainer_app.ui.widgets.labels import ElidedLabel, label

LEAST = 56  # pixels of height for either text: two lines
LONGEST_TERM = 40  # letters that may be looked up in the glossary


class SourceText(QTextBrowser):
    """Asks for no more room than it must have: what is left over it takes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("txtSource")
        self.setMinimumHeight(theme.scaled(LEAST))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.scaled(LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.scaled(LEAST))


class WordsBox(QPlainTextEdit):
    """Plain words. Ctrl+Enter is done with it, Esc goes back to the list; what was typed is kept either way."""

    left = Signal()
    done = Signal()
    escaped = Signal()

    def said(self) -> str:
        """The words as they stand; Qt's own plain text would make an ordinary blank of each no-break space."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("edWords")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(theme.scaled(LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.scaled(LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.scaled(LEAST))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped keeps its bold words and its lists, and nothing else of how it looked."""
        html = source.html() if source.hasHtml() else None
        self.insertPlainText(pasted.words(html, source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextBox(Translated, QWidget):
    """`keep(pair, words)` is called when words were typed and the box is left: what it refuses climbs on, and the words
    stay in the box. The signals carry the text's id."""

    typed = Signal()
    done = Signal()
    escaped = Signal()
    reviewed = Signal(str)
    typo_told = Signal(str)
    history_wanted = Signal(str)

    def __init__(self, parent: QWidget, keep: Callable[[TextPair, str], None]) -> None:
        super().__init__(parent)
        self.setObjectName("boxText")
        self._keep = keep
        self.pair: TextPair | None = None
        self._terms: tuple[TermHint, ...] = ()
        self._counts = 0, 0  # words, and those of the longest sentence
        self.where = ElidedLabel(self, "strong", "lblWhere")
        self.state = label(self, "caption", "lblTextState", wrap=False)
        self.source_title = label(self, "caption", "lblSource", wrap=False)
        self.source = SourceText(self)
        self.count = ElidedLabel(self, "caption", "lblWordCount")
        self.left_to_do = label(self, "caption", "lblTextCount", wrap=False)
        self.words_title = label(self, "caption", "lblWords", wrap=False)
        self.words = WordsBox(self)
        self.words_title.setBuddy(self.words)
        self.review = button(self, "btnReviewed", "check", "primary")
        self.typo = button(self, "btnOnlyTypo")
        self.copy = button(self, "btnCopySource", "copy")
        self.history = button(self, "btnTextHistory", "clock")
        self._build()
        self._connect()
        self.retranslate()

    def show_pair(self, pair: TextPair | None) -> None:
        """Another text, or the same one as it now is in the file; what is being typed at this moment stays."""
        same = _identity(pair) == _identity(self.pair)
        typing = same and self.is_dirty
        self.pair = pair
        self.setEnabled(pair is not None)
        words = pair.words if pair else ""
        if not typing and self.words.said() != words:  # the cursor, and what can be undone in the box, stay otherwise
            self.words.setPlainText(words)
        if not same:
            self._terms = ()
        self.retranslate()

    def show_help(self, help: TranslationHelp) -> None:
        """Terms of the trade are underlined in the source; the words are counted."""
        if help.terms != self._terms:
            self._terms = help.terms
            self._show_source()
        self._counts = help.words, help.longest_sentence
        self._tell_counts()

    def put(self, words: str) -> None:
        """Words offered by the program take the place of those selected, or stand where the cursor is."""
        self.words.insertPlainText(words)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_all(self, words: str) -> None:
        self.words.selectAll()
        self.put(words)

    def marked(self) -> str:
        """The words that are selected, in the source or in the box; "" when nothing is, or whole sentences."""
        for cursor in (self.words.textCursor(), self.source.textCursor()):
            if 0 < len(words := cursor.selectedText().strip()) <= LONGEST_TERM:
                return words
        return ""

    @property
    def is_dirty(self) -> bool:
        return self.pair is not None and texts.proper(self.words.said()) != texts.proper(self.pair.words)

    @Slot()
    def finish(self) -> None:
        """Hand over what was typed, once. Raises TrainerError when it is refused: the words stay in the box."""
        if self.pair is None or not self.is_dirty:
            return
        before, words = self.pair, texts.proper(self.words.said())
        self.pair = replace(before, words=words)
        try:
            self._keep(before, words)
        except BaseException:
            self.pair = before
            raise

    def retranslate(self) -> None:
        pair = self.pair
        for made, words in (
            (self.review, _("Make it a draft again") if self.is_reviewed else _("Mark as reviewed")),
            (self.typo, _("Only a typo: translations stay valid")),
            (self.copy, _("Copy the source")),
            (self.history, _("History")),
        ):
            made.setText(words)
        self._tell_counts()
        self.review.setToolTip(_("A reader has compared it with its source (Ctrl+M)"))
        self.words.setAccessibleName(place_words(pair.place) if pair else _("Words"))
        self.source.setAccessibleName(_("Source"))
        if pair is None:
            self.where.setText(_("Choose a text in the list."))
            for words_label in (self.state, self.source_title, self.words_title):
                words_label.setText("")
            self.source.clear()
            return
        self.where.setText(place_words(pair.place))
        self.state.setText("" if pair.is_source else self._state_words(pair))
        self.source_title.setText(self._source_title(pair))
        self.words_title.setText(LANGUAGES.get(pair.language, pair.language))
        self._show_source()
        of_translation: tuple[QWidget, ...] = (self.source, self.source_title, self.copy, self.review, self.state)
        for part in of_translation:
            part.setVisible(not pair.is_source)
        self.typo.setVisible(pair.is_source)
        self.review.setEnabled(bool(pair.words))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.pair is not None:
            self._show_source()

    @property
    def is_reviewed(self) -> bool:
        return self.pair is not None and not self.pair.is_source and self.pair.state == TextState.REVIEWED

    def _show_source(self) -> None:
        """In the same place as before: terms are looked for while one reads."""
        place = self.source.verticalScrollBar().value()
        self.source.setHtml(self._source_html())
        self.source.verticalScrollBar().setValue(place)

    @Slot(int)
    def _scroll_along(self, place: int) -> None:
        """The source follows the words, by as large a part of its own length."""
        whole = self.words.verticalScrollBar().maximum()
        if whole:
            self.source.verticalScrollBar().setValue(self.source.verticalScrollBar().maximum() * place // whole)

    def _state_words(self, pair: TextPair) -> str:
        """With who reviewed it and when, where that was done here."""
        if pair.reviewed_by:
            words = _("{state} by {who}, {day}")
            return words.format(
                state=state_words(pair.state), who=pair.reviewed_by, day=screen().date(pair.reviewed_on)
            )
        return state_words(pair.state)

    def _tell_counts(self) -> None:
        count, longest = self._counts
        words = ngettext("{count} word", "{count} words", count).format(count=count)
        sentence = _("longest sentence {count}").format(count=longest)
        self.count.setText(f"{words}, {sentence}" if count and self.pair is not None else "")

    def _source_title(self, pair: TextPair) -> str:
        name = LANGUAGES.get(pair.source_language, pair.source_language)
        if pair.from_words is None:
            return name
        return _("{language}: changed since it was translated").format(language=name)

    def _source_html(self) -> str:
        pair = self.pair
        if pair is None:
            return ""
        if pair.from_words is not None:
            return diff_html(pair.from_words, pair.source)
        return _terms_html(pair.source, self._terms)

    @Slot()
    def _copy(self) -> None:
        if self.pair is not None:
            self.replace_all(self.pair.source)

    @Slot()
    def _review(self) -> None:
        if self.pair is not None:
            self.finish()
            self.reviewed.emit(self.pair.ref)

    @Slot()
    def _tell_typo(self) -> None:
        if self.pair is not None:
            self.finish()
            self.typo_told.emit(self.pair.ref)

    @Slot()
    def _ask_history(self) -> None:
        if self.pair is not None:
            self.finish()
            self.history_wanted.emit(self.pair.ref)

    @Slot()
    def _tell_typed(self) -> None:
        self.typed.emit()

    def _connect(self) -> None:
        self.words.left.connect(self.finish)
        self.words.done.connect(self.done)
        self.words.escaped.connect(self.escaped)
        self.words.textChanged.connect(self._tell_typed)
        self.words.verticalScrollBar().valueChanged.connect(self._scroll_along)
        self.review.clicked.connect(self._review)
        self.typo.clicked.connect(self._tell_typo)
        self.copy.clicked.connect(self._copy)
        self.history.clicked.connect(self._ask_history)

    def _build(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(self.where, 1)
        left.addWidget(self.source_title)
        right.addWidget(self.words_title)
        right.addWidget(self.count, 1)
        right.addWidget(self.state)
        sides = QHBoxLayout()
        sides.setSpacing(theme.SMALL)
        for titles, text in ((left, self.source), (right, self.words)):
            titles.setSpacing(theme.SMALL)
            side = QVBoxLayout()
            side.setSpacing(theme.TINY)
            side.addLayout(titles)
            side.addWidget(text, 1)
            sides.addLayout(side, 1)
        tools = QWidget(self)
        row = FlowLayout(tools)
        for part in (self.review, self.typo, self.copy, self.history, self.left_to_do):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.TINY)
        layout.addLayout(sides, 1)
        layout.addWidget(tools)


def _identity(pair: TextPair | None) -> tuple[str, str] | None:
    return (pair.ref, pair.language) if pair else None


def _terms_html(words: str, terms: tuple[TermHint, ...]) -> str:
    """Terms of the trade are underlined: what they are called is offered below."""
    parts, at = [], 0
    for term in sorted(terms, key=lambda term: term.start):
        if term.start >= at:
            parts += [escape(words[at : term.start]), f"<u>{escape(words[term.start : term.end])}</u>"]
            at = term.end
    return paragraphs("".join([*parts, escape(words[at:])]))
