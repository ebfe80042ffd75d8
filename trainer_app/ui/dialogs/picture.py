"""Choosing one of the drawings that ship, seen as it is printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from trainer_app.documents import pictures
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.dialogs.form_dialog import FormDialog
from trainer_app.ui.printing import Pages
from trainer_app.ui.widgets.choice import Choice

WIDTH = 240  # points of the drawing as it is shown


def ask(parent: QWidget, before: str = "") -> str | None:
    """The name of a drawing; "" for none."""
    return PictureDialog(parent, before).ask_user()


class PictureChoice(QWidget):
    """A list of names, and the drawing of the one chosen below it."""

    def __init__(self, parent: QWidget, before: str = "") -> None:
        super().__init__(parent)
        self.names: Choice[str] = Choice(
            self, "cbPicture", [("", ""), *((n, _named(n)) for n in pictures.names())], True
        )
        self.names.choose(before if before in pictures.names() else "")
        self.names.currentIndexChanged.connect(self._show)
        self.drawing = QLabel(self)
        self.drawing.setObjectName("lblPicture")
        self.drawing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drawing.setMinimumHeight(theme.scaled(WIDTH * 3 // 4))
        self.setFocusProxy(self.names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.names)
        layout.addWidget(self.drawing)
        self._show()

    @property
    def value(self) -> str:
        return self.names.value or ""

    @Slot()
    def _show(self) -> None:
        if not self.value:
            self.drawing.setPixmap(QPixmap())
            return
        self.drawing.setPixmap(QPixmap.fromImage(Pages(pictures.as_pdf(self.value, WIDTH)).image(0, 1.0)))


class PictureDialog(FormDialog[str]):
    """`dlgPicture`."""

    TITLE = N_("Picture")

    def __init__(self, parent: QWidget | None, before: str = "") -> None:
        super().__init__(parent, "dlgPicture", 420, 400)
        self.choice = PictureChoice(self, before)
        self.form.add("picture", N_("Picture"), self.choice, hint=N_("Say in the caption what it shows."))
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.choice.names.setAccessibleName(_("Picture"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def result_of_form(self) -> str:
        return self.choice.value


def _named(name: str) -> str:
    return name.replace("_", " ")
