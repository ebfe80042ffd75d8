"""Buttons of every kind: Enter presses them too, and each says what it does to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from trainer_app.ui import icons
from trainer_app.ui.icons import Tint

TINTS = {"primary": Tint.ON_PRIMARY, "danger": Tint.ERROR, "link": Tint.PRIMARY}


def button(parent: QWidget, name: str, icon: str = "", kind: str = "") -> QPushButton:
    """`kind` is primary (one a screen), quiet, link, danger, or nothing. `retranslate()` sets its text."""
    made = QPushButton(parent)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setAutoDefault(True)  # Enter presses it, as it does in a dialog
    if icon:
        made.setIcon(icons.icon(icon, TINTS.get(kind, Tint.TEXT)))
        made.setIconSize(icons.size_beside_words())
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def icon_button(parent: QWidget, name: str, icon: str, kind: str = "quiet") -> QToolButton:
    """Only an icon: its words go to `say()` in `retranslate()`."""
    made = QToolButton(parent)
    made.setObjectName(name)
    made.setProperty("kind", kind)
    made.setIcon(icons.icon(icon))
    made.setIconSize(icons.icon_size())
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def say(made: QToolButton, text: str) -> None:
    """The words of an icon button, for the eye that rests on it and for the ear."""
    made.setToolTip(text)
    made.setAccessibleName(text)


def menu_button(parent: QWidget, name: str, icon: str = "", kind: str = "") -> QPushButton:
    """A button that opens a menu: "Print v". Add actions to `made.menu()`."""
    made = button(parent, name, icon, kind)
    made.setProperty("menu", "true")
    made.setMenu(QMenu(made))
    return made


def menu_action(made: QPushButton, name: str, value: object = None, icon: str = "") -> QAction:
    """One line of a menu button; `value` comes back as `action.data()` from `menu().triggered`."""
    action = QAction(made)
    action.setObjectName(name)
    action.setData(value)
    if icon:
        action.setIcon(icons.icon(icon))
    made.menu().addAction(action)
    return action


def make_primary(made: QPushButton, icon: str, primary: bool) -> None:
    """Make a button the primary one of its page, or an ordinary one while another is."""
    made.setProperty("kind", "primary" if primary else "")
    made.setIcon(icons.icon(icon, Tint.ON_PRIMARY if primary else Tint.TEXT))
    made.style().unpolish(made)
    made.style().polish(made)


def square(made: QToolButton, side: int) -> None:
    made.setFixedSize(QSize(side, side))
