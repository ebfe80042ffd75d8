"""The style sheet: borders, focus rings, and the kinds of label and button that a palette cannot tell apart.

A widget says what it is with the property `kind`: of a button (primary, quiet, link, fold, danger), a frame (card,
bar) or a label (title, section, caption, figure, muted, error). Sizes are written at 100 % and scaled.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from string import Template

from trainer_app.paths import resources
from trainer_app.ui.tokens import Tokens

SHEET = Template("""
QWidget#mainWindow, QDialog, Screen { background: $window; }
QToolTip { background: $alternate; color: $text; border: 1px solid $border; padding: 4px; }

QLabel[kind="title"] { font-size: 20px; font-weight: 600; }
QLabel[kind="section"] { font-size: 16px; font-weight: 600; }
QLabel[kind="figure"] { font-size: 28px; font-weight: 600; }
QLabel[kind="caption"] { font-size: 12px; color: $muted; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="error"] { color: $error; }
QLabel[kind="warning"] { color: $warning; }
QLabel[kind="success"] { color: $success; }

QFrame[kind="card"] { background: $surface; border: 1px solid $hairline; border-radius: 6px; }
QFrame[kind="panel"] { background: $surface; border: none; border-left: 1px solid $hairline; }
QFrame[kind="rule"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton { background: $surface; color: $text; border: 1px solid $border;
    border-radius: 4px;
    padding: 0px 12px; min-height: 30px; }
QToolButton { padding: 0px 6px; min-width: 18px; }
QPushButton:hover, QToolButton:hover { background: $alternate; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $selection;
    color: $selection_text; }
QPushButton:checked { background: $selection; color: $selection_text; border: 2px solid $primary;
    padding: 0px 11px;
    min-height: 28px; font-weight: 600; }
QPushButton:disabled, QToolButton:disabled { color: $muted; border-color: $hairline; background: $window; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 0px 11px; min-height: 28px; }
QToolButton:focus { padding: 0px 5px; min-width: 18px; }
QPushButton::menu-indicator { image: url($controls/chevron-down.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }
QPushButton[menu="true"] { padding-right: 24px; }
QToolButton::menu-indicator { image: none; }

QPushButton[kind="primary"] { background: $primary; color: $on_primary; border-color: $primary;
    font-weight: 600;
    padding: 0px 16px; min-height: 34px; }
QPushButton[kind="primary"]:hover { background: $primary; border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $alternate; color: $muted; border-color: $hairline; }
QPushButton[kind="primary"]:focus { border: 3px solid $focus_on_primary; padding: 0px 14px; min-height: 30px; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $alternate; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { background: transparent; }
QToolButton[kind="quiet"]:checked { background: $selection; border-color: $primary; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: $focus; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: $primary;
    padding: 0px 4px;
    min-height: 22px; text-decoration: underline; }
QPushButton[kind="link"]:hover { background: $alternate; }
QPushButton[kind="link"]:focus { border: 2px solid $focus; padding: 0px 3px; min-height: 22px; }
QPushButton[kind="fold"], QPushButton[kind="fold"]:checked { background: transparent; color: $text;
    border: 2px solid transparent; padding: 0px 2px; min-height: 24px; text-align: left; font-weight: 600; }
QPushButton[kind="fold"]:hover { background: $alternate; }
QPushButton[kind="fold"]:focus { border-color: $focus; }
QPushButton[kind="danger"] { color: $error; border-color: $error; }
QPushButton[kind="choice"] { text-align: left; padding: 14px; }
QPushButton[kind="choice"]:focus { padding: 13px; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox { background: $surface; color: $text;
    border: 1px solid $border; border-radius: 4px; padding: 0px 7px; selection-background-color: $primary;
    selection-color: $on_primary; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 4px 3px; }
QTextBrowser { padding: 12px; }
QTextBrowser#txtSource { padding: 4px 3px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 0px 6px; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 2px; }
QTextBrowser:focus { padding: 11px; }
QTextBrowser#txtSource:focus { padding: 3px 2px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"],
QAbstractSpinBox[invalid="true"] { border: 2px solid $error; padding: 0px 6px; min-height: 28px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QLineEdit:read-only,
QPlainTextEdit:read-only {
    background: $window; border-color: $hairline; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $muted; }
QAbstractSpinBox QLineEdit { border: none; padding: 0px 6px; min-height: 0px; background: transparent; }
QLineEdit QToolButton { border: none; padding: 0px; min-width: 0px; min-height: 0px; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($controls/chevron-down.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; padding: 2px; outline: 0px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0px 6px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $selection_text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent;
    width: 20px; }
QAbstractSpinBox::up-arrow { image: url($controls/chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url($controls/chevron-down.svg); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 4px;
    padding: 2px; min-height: 24px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator { width: 16px; height: 16px;
    border: 1px solid $border; background: $surface; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $primary;
    border-color: $primary;
    image: url($controls/check.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $primary;
    border-color: $primary; image: url($controls/dash.svg); }
QRadioButton::indicator:checked { background: $primary; border-color: $primary;
    image: url($controls/dot.svg); }

QTableView, QTreeView, QListView { background: $surface; alternate-background-color: $window;
    border: 1px solid $hairline;
    border-radius: 4px; padding: 1px; gridline-color: $hairline; selection-background-color: $selection;
    selection-color: $selection_text; outline: 0px; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $focus; padding: 0px; }
QTableView::item, QListView::item, QTreeView::item { padding: 0px 8px; border: 2px solid transparent; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $selection;
    color: $selection_text; }
QTableView::item:focus, QTreeView::item:focus { border: 2px solid $focus; }
QHeaderView { background: $alternate; border: none; }
QHeaderView::section { background: $alternate; color: $text; border: none; border-bottom: 1px solid $border;
    padding: 4px 10px; font-weight: 600; min-height: 22px; }
QHeaderView::section:hover { background: $hairline; }
QHeaderView::down-arrow { image: url($controls/chevron-down.svg); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url($controls/chevron-up.svg); width: 12px; height: 12px; }
QTableCornerButton::section { background: $alternate; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 0px 14px; min-height: 32px;
    border: 2px solid transparent; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { background: $alternate; color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $primary; }
QTabBar::tab:selected:focus { border: 2px solid $focus; }

QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 3px; }
QMenu::item:selected { background: $selection; color: $selection_text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px; }
QMenu::icon { padding-left: 8px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 12px; }
QSplitter::handle:hover { background: $hairline; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0px; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $alternate; border: 1px solid $border; border-radius: 4px; text-align: center;
    min-height: 18px; }
QProgressBar::chunk { background: $selection; border-radius: 3px; }
QSlider { min-height: 28px; border: 2px solid transparent; border-radius: 4px; }
QSlider:focus { border-color: $focus; }
QSlider::groove:horizontal { background: $border; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $primary; width: 18px; margin: -7px 0px; border-radius: 9px; }

QFrame#nav { background: $nav; border: none; }
QListView#navList { background: $nav; color: $nav_text; border: none; border-radius: 0px;
    padding: 4px 0px; }
QListView#navList:focus { border: none; }
QListView#navList::item { color: $nav_text; border: 2px solid transparent;
    border-left: 4px solid transparent;
    padding: 0px 8px; }
QListView#navList::item:hover { border-color: $nav_selected; }
QListView#navList::item:selected { background: $nav_selected; color: $nav_selected_text;
    border-left-color: $nav_bar; }
QListView#navList::item:selected:focus { border: 2px solid $nav_bar; border-left: 4px solid $nav_bar; }
QLabel#navName { color: $nav_text; font-size: 16px; font-weight: 600; padding: 0px 12px; }
QFrame#header { background: $surface; border: none; border-bottom: 1px solid $hairline; }
QFrame#statusLine { background: $alternate; border: none; border-top: 1px solid $hairline; }
QFrame#statusLine QLabel { color: $muted; font-size: 12px; }
QFrame#toast { background: $selection; border: 1px solid $primary; border-radius: 4px; }
QFrame#toast QLabel { color: $selection_text; font-size: 14px; }
QPushButton#openSearch { text-align: left; color: $muted; background: $window; }
QPushButton#openSearch:hover { background: $alternate; }
QFrame[kind="bar"] { border: none; border-left: 4px solid $primary; background: $alternate; }
QFrame[kind="bar"][tone="success"] { border-left-color: $success; }
QFrame[kind="bar"][tone="warning"] { border-left-color: $warning; }
QFrame[kind="bar"][tone="error"] { border-left-color: $error; }
QFrame[kind="empty"] { background: $surface; border: 1px solid $hairline; border-radius: 6px; }
""")


def text(colours: Tokens, scaled: Callable[[float], int]) -> str:
    """The sheet with the theme's colours, at the user's size of text."""
    values = {field.name: str(getattr(colours, field.name)) for field in fields(colours)}
    controls = (resources() / "icons" / "controls" / colours.name).as_posix()
    return re.sub(r"\b(\d+)px", lambda found: _size(int(found[1]), scaled), SHEET.substitute(values, controls=controls))


def _size(pixels: int, scaled: Callable[[float], int]) -> str:
    """Lines and rings keep their width; everything else grows with the text."""
    return f"{pixels if pixels <= 3 else scaled(pixels)}px"
