"""The program outlives the references to None that Qt's bindings take away."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import trainer_app.ui  # noqa: F401  (what is tested is that importing it is enough)


def test_none_has_references_for_more_calls_than_anybody_makes(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for _call in range(1_000):
        widget.setWindowTitle("Register")
    assert sys.getrefcount(None) > 1 << 30
