"""The line above every page: its title, the search, the language, what was saved, Undo and Redo, help."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from trainer_app.i18n import LANGUAGES, Label, _, screen
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, icon_button, menu_button, say
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.status_chip import StatusChip


class Header(Translated, QFrame):
    """`undo` and `redo` are named after what they would undo; they say why when there is nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._undo_label: Label | None = None
        self._redo_label: Label | None = None
        self.title = ElidedLabel(self, "title", "pageTitle", Qt.TextElideMode.ElideMiddle)  # the day stands at its end
        self.context = ElidedLabel(self, "muted", "pageContext")
        self.back = icon_button(self, "btnBack", "arrow-left")
        self.back.hide()
        self.search = button(self, "openSearch", "search")
        self.language = menu_button(self, "menuLanguage", "languages", kind="quiet")
        self.languages = QActionGroup(self)
        for code, name in LANGUAGES.items():
            self._add_language(code, name)
        self.saved = StatusChip(self)
        self.undo = self._named_button("btnUndo", "undo-2")
        self.redo = self._named_button("btnRedo", "redo-2")
        self.help = icon_button(self, "btnHelp", "circle-help")
        self._beside = (self.search, self.language, self.saved, self.undo, self.redo, self.help)
        self._arrange()
        self.retranslate()

    def tell(self, title: str, context: str) -> None:
        self.title.setText(title)
        self.context.setText(context)
        self.context.setVisible(bool(context))
        self._fit()

    def offer(self, undo: Label | None, redo: Label | None) -> None:
        """What Undo and Redo would do now."""
        self._undo_label, self._redo_label = undo, redo
        self.retranslate()

    def note_saved(self, at: datetime) -> None:
        self.saved.saved(at)

    def make_narrow(self, narrow: bool) -> None:
        """Below 1200 pixels the words of Undo and of the language give way to the title."""
        self._is_small = narrow
        self._fit()

    _is_small = False
    _narrow = False

    def retranslate(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words beside the title give way to it wherever it would be cut."""
        self._narrow = self._is_small
        self._word_all()
        if not self._narrow and self._wanted() > self.width():
            self._narrow = True
            self._word_all()

    def _wanted(self) -> int:
        """The width in which everything is seen."""
        words = max(self.title.sizeHint().width(), 0 if self.context.isHidden() else self.context.sizeHint().width())
        others = (self.back, *self._beside) if not self.back.isHidden() else self._beside
        margins = self._row.contentsMargins()
        around = margins.left() + margins.right() + self._row.spacing() * len(others)
        return words + sum(widget.sizeHint().width() for widget in others if not widget.isHidden()) + around

    def _word_all(self) -> None:
        t = screen()
        self.search.setText(_("Search") if self._narrow else _("Search  Ctrl+K"))
        self.search.setAccessibleName(_("Search everything"))
        self.language.setText("" if self._narrow else LANGUAGES.get(t.language, t.language))
        self.language.setAccessibleName(_("Language of the screen"))
        self.language.setToolTip(_("Language of the screen (Ctrl+L)"))
        for action in self.languages.actions():
            action.setChecked(action.data() == t.language)
        self._word(self.undo, _("Undo"), self._undo_label, _("Undo: {what}"), _("There is nothing to undo."))
        self._word(self.redo, _("Redo"), self._redo_label, _("Redo: {what}"), _("There is nothing to redo."))
        say(self.help, _("Help for this page (F1)"))
        say(self.back, _("Back (Esc)"))

    def _word(self, made: QToolButton, short: str, label: Label | None, full: str, nothing: str) -> None:
        words = full.format(what=label.words(screen())) if label else nothing
        made.setText("" if self._narrow else short)
        made.setProperty("empty", label is None)
        say(made, words)

    def _named_button(self, name: str, icon: str) -> QToolButton:
        made = icon_button(self, name, icon)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return made

    def _add_language(self, code: str, name: str) -> None:
        action = QAction(name, self.language)
        action.setObjectName(f"actLanguage_{code}")
        action.setCheckable(True)
        action.setData(code)
        self.languages.addAction(action)
        self.language.menu().addAction(action)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.context)
        words.addStretch()
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(theme.LARGE, theme.TINY, theme.MEDIUM, theme.TINY)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(self.back)
        layout.addLayout(words, 1)
        for widget in self._beside:
            layout.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme.scaled(52))
