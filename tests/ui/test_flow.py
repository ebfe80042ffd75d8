"""What has no room in a row goes into the next one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from trainer_app.ui.widgets.flow import FlowLayout

SIDE = 100


def a_row(qtbot: QtBot, count: int) -> tuple[QWidget, list[QWidget]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder)
    buttons = [QWidget(holder) for _number in range(count)]
    for made in buttons:
        made.setFixedSize(SIDE, SIDE // 4)
        layout.addWidget(made)
    return holder, buttons


def rows(buttons: list[QWidget]) -> list[int]:
    return [sum(made.y() == top for made in buttons) for top in sorted({made.y() for made in buttons})]


def test_one_row_where_there_is_room(qtbot: QtBot) -> None:
    holder, buttons = a_row(qtbot, 3)
    holder.layout().setGeometry(holder.rect().adjusted(0, 0, 1000, 0))
    assert rows(buttons) == [3]


def test_as_many_rows_as_are_needed(qtbot: QtBot) -> None:
    holder, buttons = a_row(qtbot, 5)
    width = 2 * SIDE + holder.layout().spacing()
    holder.resize(width, 400)
    holder.layout().setGeometry(holder.rect())
    assert rows(buttons) == [2, 2, 1]
    assert holder.layout().heightForWidth(width) == 3 * (SIDE // 4) + 2 * holder.layout().spacing()


def test_a_window_may_be_as_narrow_as_the_widest(qtbot: QtBot) -> None:
    holder, _buttons = a_row(qtbot, 5)
    assert holder.layout().minimumSize().width() == SIDE


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    holder, buttons = a_row(qtbot, 2)
    buttons[0].hide()
    assert holder.layout().sizeHint().width() == SIDE
