"""Plans to use again: chosen to plan a training, or taken out of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.plans import Plan
from trainer_app.i18n import N_, _, label
from trainer_app.services import templates
from trainer_app.ui.dialogs.form_dialog import wait_for
from trainer_app.ui.dialogs.listed import ListedDialog, choose_first
from trainer_app.ui.models.plans import PLAN_COLUMNS
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


def ask(parent: QWidget, work: Work) -> Plan | None:
    """The plan to begin with; the form of a new training asks the rest."""
    window = UsePlan(parent, work)
    wait_for(window)
    return window.answer


class UsePlan(ListedDialog):
    """`dlgUsePlan`. Enter uses the plan, Del takes one's own out of the list."""

    TITLE = N_("Use a plan again")

    def __init__(self, parent: QWidget | None, work: Work) -> None:
        super().__init__(parent, work, "dlgUsePlan", 720, 400)
        self.answer: Plan | None = None
        self.table: ListView[Plan] = ListView(self, "tblPlans", PLAN_COLUMNS, _key, N_("Plans"))
        self.use_button = button(self, "btnUsePlan", kind="primary")
        self.remove_button = button(self, "btnRemovePlan", "trash-2")
        self.close_button.setProperty("kind", "")
        self.middle.addWidget(self.table)
        self.foot.addWidget(self.use_button)
        self.put_buttons((self.remove_button,))
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self.use)
        self.use_button.clicked.connect(self.use)
        self.remove_button.clicked.connect(self.remove)
        self.key(self.table, "actRemovePlan", "Del", self.remove)
        self.reload()
        self.retranslate()

    def first_focus(self) -> QWidget:
        return self.table

    def reload(self) -> None:
        self.table.show_rows(self.work.read(templates.all_plans))
        choose_first(self.table)
        self._tell(self.table.current_row())

    def retranslate(self) -> None:
        super().retranslate()
        self.explanation.setText(
            _("To keep a plan of your own, choose one of its sessions in the schedule, then “Keep as a plan”.")
        )
        self.close_button.setText(_("Cancel"))
        self.use_button.setText(_("Use it"))
        self.remove_button.setText(_("Remove"))

    @Slot()
    def use(self) -> None:
        self.answer = self.table.current_row()
        if self.answer is not None:
            self.accept()

    @Slot()
    def remove(self) -> None:
        plan = self.table.current_row()
        if plan is not None and plan.id is not None:
            self.do(label(N_("Remove the plan {name}"), name=plan.name), templates.remove, plan.id)

    @Slot(object)
    def _tell(self, plan: Plan | None) -> None:
        """Those that ship stay."""
        self.remove_button.setVisible(plan is not None and plan.id is not None)


def _key(plan: Plan) -> object:
    return plan.id or plan.name
