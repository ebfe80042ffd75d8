"""Rules of this programme: what counts, when an absence alarms, when groups are visited, how those who wait are ranked.

A further rule is a `RuleRow`: name it in `ROWS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from trainer_app.domain.rules import Setting
from trainer_app.i18n import N_, label
from trainer_app.services import rules
from trainer_app.ui import theme
from trainer_app.ui.dialogs.deed_dialog import DeedDialog
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.rule_row import RuleRow
from trainer_app.ui.dialogs.rule_rows import AbsenceRow, CommitteeRow, CountsRow, LowScoreRow, ReplacingRow, VisitsRow
from trainer_app.ui.dialogs.rule_rows_figures import AgeBandsRow, CertifiedRow, PassMarkRow

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

ROWS: tuple[type[RuleRow], ...] = (
    CountsRow,
    AbsenceRow,
    LowScoreRow,
    PassMarkRow,
    CertifiedRow,
    AgeBandsRow,
    CommitteeRow,
    VisitsRow,
    ReplacingRow,
)


def show(parent: QWidget, work: Work) -> None:
    wait_for(RulesDialog(parent, work))


class RulesDialog(DeedDialog):
    """`dlgRules`. Each row acts at once."""

    TITLE = N_("Rules of this programme")

    def __init__(self, parent: QWidget | None, work: Work) -> None:
        super().__init__(parent, "dlgRules", work, 640, 640)
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.MEDIUM, 0)
        self.rows = [kind(body, work.read(rules.rule, kind.KIND)) for kind in ROWS]
        for row in self.rows:
            row.changed.connect(self._set)
            column.addWidget(row)
        column.addStretch()
        scroller = QScrollArea(self)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(body)
        self.inside.addWidget(scroller, 1)
        self.finish_foot()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.rows[0].first

    def reload(self) -> None:
        for row in self.rows:
            row.show_value(self.work.read(rules.rule, row.KIND))

    @Slot(object)
    def _set(self, value: Setting) -> None:
        if value != self.work.read(rules.rule, type(value)):
            row = next(row for row in self.rows if row.KIND is type(value))
            self.do(label(row.DEED), rules.set_rule, value)
