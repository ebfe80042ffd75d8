"""Icons in the colours of the theme: Lucide's drawings, painted at the moment they are seen.

An icon keeps no pixels, so it follows the theme, the size of text and the sharpness of the screen by itself.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trainer_app.paths import resources
from trainer_app.ui import theme

SIZE = 20  # pixels at normal size of text


class Tint(StrEnum):
    """Which colour of the theme an icon takes."""

    TEXT = "text"
    MUTED = "muted"
    PRIMARY = "primary"
    ON_PRIMARY = "on_primary"
    NAV = "nav_text"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@cache
def icon(name: str, tint: Tint = Tint.TEXT) -> QIcon:
    """The icon `name` of resources/icons; the same one however often it is asked for."""
    return QIcon(_Engine(name, tint))


def pixmap(name: str, size: int = SIZE, tint: Tint = Tint.TEXT) -> QPixmap:
    """For a label; ask again when the theme changes."""
    return icon(name, tint).pixmap(QSize(theme.scaled(size), theme.scaled(size)))


def icon_size() -> QSize:
    return QSize(theme.scaled(SIZE), theme.scaled(SIZE))


def size_beside_words() -> QSize:
    """Of an icon with words after it: a little wider than its drawing, so that they do not touch."""
    return QSize(theme.scaled(SIZE + theme.TINY), theme.scaled(SIZE))


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = _source(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


class _Engine(QIconEngine):
    def __init__(self, name: str, tint: Tint) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tint = Tint.MUTED if mode == QIcon.Mode.Disabled else self._tint
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        square.moveLeft(rect.left())  # in a wider place the room is behind it: words follow
        _renderer(self._name, getattr(theme.tokens(), tint)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tint)
