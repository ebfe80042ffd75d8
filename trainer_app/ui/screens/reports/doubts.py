"""What makes the numbers doubtful stands before the numbers: the gravest with its remedy, the others in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from trainer_app.documents.indicator_words import doubt_words
from trainer_app.domain.indicators import Doubt
from trainer_app.i18n import _, ngettext, screen
from trainer_app.ui import icons, theme
from trainer_app.ui.icons import Tint
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.labels import label


class DoubtsBar(Translated, QFrame):
    """`fix_wanted` carries the doubt that is to be seen to."""

    fix_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("barDoubts")
        self.setProperty("kind", "bar")
        self.setProperty("tone", "warning")
        self.doubts: tuple[Doubt, ...] = ()
        self._icon = QLabel(self)
        self.words = label(self, name="lblDoubts")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.fix = button(self, "btnFix")
        self.fix.clicked.connect(self._fix)
        self.more = menu_button(self, "btnMoreDoubts", kind="quiet")
        self.more.menu().triggered.connect(self._fix_other)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.MEDIUM, theme.TINY, theme.SMALL, theme.TINY)
        layout.setSpacing(theme.MEDIUM)
        for widget in (self._icon, self.words, self.fix, self.more):
            layout.addWidget(widget)
        self.hide()
        self.retranslate()

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        self.doubts = tuple(doubts)
        self.setVisible(bool(doubts))
        self.retranslate()

    def retranslate(self) -> None:
        self.fix.setText(_("Fix"))
        self._icon.setPixmap(icons.pixmap("triangle-alert", tint=Tint.WARNING))
        if not self.doubts:
            return
        first, *others = self.doubts
        self.words.setText(_("Numbers are incomplete: {why}").format(why=doubt_words(first, screen())))
        self.fix.setAccessibleName(_("Fix: {why}").format(why=doubt_words(first, screen())))
        self.more.setVisible(bool(others))
        self.more.setText(ngettext("{count} more", "{count} more", len(others)).format(count=len(others)))
        for action in self.more.menu().actions():
            self.more.menu().removeAction(action)
            action.deleteLater()
        for doubt in others:
            menu_action(self.more, f"actDoubt_{doubt.kind}", doubt).setText(doubt_words(doubt, screen()))

    @Slot()
    def _fix(self) -> None:
        self.fix_wanted.emit(self.doubts[0])

    @Slot(QAction)
    def _fix_other(self, action: QAction) -> None:
        self.fix_wanted.emit(action.data())
