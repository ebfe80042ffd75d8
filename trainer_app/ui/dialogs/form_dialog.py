"""A window with a form: what is wrong is said above it and beside each question, and what was typed stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from trainer_app.i18n import N_, _, ngettext
from trainer_app.ui import theme
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.form import Form
from trainer_app.ui.widgets.labels import card
from trainer_app.ui.widgets.sections import Line, Section

Answer = TypeVar("Answer")
FRAME = 40  # pixels that the system's own frame takes around a window


def fitting(window: QWidget, width: int, height: int) -> QSize:
    """This size at the user's size of text, as far as the screen has room for it."""
    room = window.screen().availableSize() - QSize(FRAME, FRAME)
    return QSize(theme.scaled(width), theme.scaled(height)).boundedTo(room)


def give_way(part: QWidget, least: int) -> None:
    """Take a share of the height that there is, and ask for no more than `least`."""
    part.setMinimumHeight(theme.scaled(least))
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)


def wait_for(window: QDialog) -> None:
    """Show the window until it is closed; the keyboard goes back to where it was. Its answer can still be read."""
    before = QApplication.focusWidget()
    window.exec()
    window.deleteLater()
    if before is not None and isValid(before):
        before.window().activateWindow()
        before.setFocus(Qt.FocusReason.OtherFocusReason)


class FormDialog(Translated, QDialog, Generic[Answer]):
    """Fill `form` in `__init__`; `problems()` says what is wrong, `result()` makes the answer when nothing is."""

    TITLE = ""  # marked with N_()
    ACCEPT = N_("Save")

    def __init__(self, parent: QWidget | None, name: str, width: int = 620, height: int = 500) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.answer: Answer | None = None
        self.summary = Section(self, f"{name}Problems")
        self.summary.opened.connect(self._go_to)
        self.body = QWidget()
        self.body.setProperty("kind", "page")
        self.form = Form(self.body)
        self.inside = QVBoxLayout(self.body)
        self.inside.setContentsMargins(0, 0, theme.MEDIUM, 0)
        self.inside.setSpacing(theme.MEDIUM)
        self.inside.addWidget(self.form)
        self.accept_button = button(self, "btnAccept", kind="primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.submit)
        self.cancel_button = button(self, "btnCancel")
        self.cancel_button.clicked.connect(self.reject)
        self._arrange()
        self.resize(fitting(self, width, height))

    def without_form(self) -> QVBoxLayout:
        """For a window that is no form: room for lists that scroll by themselves, between the top and the buttons."""
        self.scroller.hide()
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.SMALL)
        self.outside.insertWidget(self.outside.indexOf(self.scroller), content, 1)
        return inside

    def problems(self) -> Mapping[str, str]:
        """Name of a question > why its answer cannot be taken."""
        return {}

    def result_of_form(self) -> Answer:
        raise NotImplementedError

    def retranslate(self) -> None:
        self.setWindowTitle(_(self.TITLE))
        self.accept_button.setText(_(self.ACCEPT))
        self.cancel_button.setText(_("Cancel"))

    @Slot()
    def submit(self) -> None:
        """Close with an answer, or say above the form what is wrong: that takes the focus, its links lead on."""
        problems = self.problems()
        self.form.refuse(problems)
        lines = [Line(problems[name], key=name) for name in self.form.fields if problems.get(name)]
        many = ngettext("{count} answer cannot be saved yet", "{count} answers cannot be saved yet", len(lines))
        self.summary.fill(many.format(count=len(lines)), lines)
        self._problems_card.setVisible(bool(lines))
        if lines:
            self.summary.lines[0].link.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.finish(self.result_of_form())

    def finish(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()

    def ask_user(self) -> Answer | None:
        """Show the window until it is answered; the keyboard goes back to where it was."""
        wait_for(self)
        return self.answer

    def _arrange(self) -> None:
        self._problems_card = card(self, f"{self.objectName()}Summary")
        inside = QVBoxLayout(self._problems_card)
        inside.addWidget(self.summary)
        self._problems_card.hide()
        self.scroller = QScrollArea(self)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.body)
        self.row = QHBoxLayout()
        self.row.addStretch()
        self.row.addWidget(self.cancel_button)
        self.row.addWidget(self.accept_button)
        self.outside = QVBoxLayout(self)
        self.outside.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.MEDIUM)
        self.outside.setSpacing(theme.MEDIUM)
        self.outside.addWidget(self._problems_card)
        self.outside.addWidget(self.scroller, 1)
        self.outside.addLayout(self.row)

    @Slot(object)
    def _go_to(self, name: str) -> None:
        field = self.form.fields[name]
        self.scroller.ensureWidgetVisible(field)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
