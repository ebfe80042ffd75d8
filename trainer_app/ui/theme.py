"""How the program looks: colours of the light and dark theme, sizes of text, spacing.

Fusion on every platform, because native styles differ per machine and some override the palette. The contrast
of every pair below is measured in the tests, so a colour changed here that reads badly fails there.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from trainer_app.paths import resources
from trainer_app.ui import stylesheet
from trainer_app.ui.tokens import DARK, LIGHT, Tokens

TINY, SMALL, MEDIUM, LARGE, WIDE, HUGE = 4, 8, 12, 16, 24, 32  # spacing, on a grid of four pixels
MARGIN = LARGE  # of a page
CAPTION, BODY, SECTION, TITLE, FIGURE = 12, 14, 16, 20, 28  # sizes of text
CONTROL, BUTTON, NAV_ROW, TARGET = 32, 36, 40, 24  # heights; nothing to click is smaller than TARGET
ROW_HEIGHTS = {"compact": 26, "normal": 30, "large": 36}
TEXT_SIZES = (100, 110, 125, 150, 175, 200)  # per cent
THEMES = ("system", "light", "dark")
FAMILIES = ["Noto Sans", "DejaVu Sans"]  # the second for the marks that the first lacks
FONT_FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSans-Bold.ttf",
    "DejaVuSans.ttf",
    "Andika-Regular.ttf",
)


@dataclass(frozen=True, slots=True)
class Look:
    """What the user chose: colours, size of text in per cent, height of table rows."""

    tokens: Tokens = LIGHT
    text_size: int = 100
    row_height: str = "normal"


_look = Look()


def tokens() -> Tokens:
    """The colours on screen now. Ask while painting, never keep: the user may switch the theme."""
    return _look.tokens


def scaled(pixels: float) -> int:
    """`pixels` at the size of text the user chose."""
    return round(pixels * _look.text_size / 100)


def row_height() -> int:
    """Of the rows of every table."""
    return scaled(ROW_HEIGHTS[_look.row_height])


def width(widget: QWidget, sample: str) -> int:
    """Room for `sample` in the widget's font, with padding on both sides."""
    return widget.fontMetrics().horizontalAdvance(sample) + 2 * scaled(MEDIUM)


def font(size: int = BODY, semibold: bool = False) -> QFont:
    made = QFont(FAMILIES)
    made.setPixelSize(scaled(size))
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return made


def load_fonts() -> None:
    """Make the fonts we ship known to Qt: Windows has none of them."""
    if _loaded:
        return
    folder = resources() / "fonts"
    _loaded.extend(QFontDatabase.addApplicationFont(str(folder / name)) for name in FONT_FILES)


_loaded: list[int] = []


def apply(app: QApplication, theme: str = "system", text_size: int = 100, row_height: str = "normal") -> None:
    """Dress the whole program, at once: open windows repaint themselves."""
    global _look
    _look = Look(_chosen(theme), text_size, row_height)
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette(_look.tokens))
    app.setStyleSheet(stylesheet.text(_look.tokens, scaled))


def _chosen(theme: str) -> Tokens:
    if theme == "system":
        theme = "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return DARK if theme == "dark" else LIGHT


def palette(colours: Tokens) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.alternate),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_primary),
        (role.ToolTipBase, colours.alternate),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.selection_text),
        (role.Accent, colours.primary),
        (role.Link, colours.primary),
        (role.LinkVisited, colours.primary),
        (role.Light, colours.surface),
        (role.Midlight, colours.alternate),
        (role.Mid, colours.hairline),
        (role.Dark, colours.border),
        (role.Shadow, colours.border),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return made
