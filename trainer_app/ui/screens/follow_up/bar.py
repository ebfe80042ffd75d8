"""Above the due list: which part of it, of which rule, whose; the papers, and a new task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.follow_up import FollowUp, TaskKind, When
from trainer_app.i18n import N_, _
from trainer_app.ui import theme
from trainer_app.ui.models.follow_up import RULES
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.choice import Choice, Segments
from trainer_app.ui.widgets.flow import FlowLayout

ANYBODY, NOBODY = "anybody", "nobody"
TABS = (
    (When.DUE, N_("Due")),
    (When.THIS_WEEK, N_("This week")),
    (When.LATER, N_("Later on")),
    (When.DONE, N_("Done")),
)


class Tabs(Segments[When]):
    """With how many there are in each: "Due (3)"."""

    counts: Mapping[When, int] = {}

    def count(self, counts: Mapping[When, int]) -> None:
        self.counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        for made, (when, words) in zip(self.buttons, self._options, strict=True):
            if self.counts.get(when) and when is not When.DONE:
                made.setText(f"{_(words)} ({self.counts[when]})")


class FollowUpBar(Translated, QWidget):
    """`changed` comes when another part is to be shown."""

    changed = Signal()
    task_wanted = Signal()
    visits_wanted = Signal()
    print_wanted = Signal(str)  # ".pdf" to save it, "" to print it
    rules_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = Tabs(self, "segDue", TABS)
        self.rule: Choice[TaskKind | None] = Choice(self, "cbRule", RULES)
        self.owner: Choice[object] = Choice(self, "cbOwner", proper=True)
        self._owners: tuple[tuple[UUID, str], ...] = ()
        self.sheet = menu_button(self, "btnCallSheet", "printer")
        self.print_action = menu_action(self.sheet, "actPrintCallSheet", "")
        self.save_action = menu_action(self.sheet, "actSaveCallSheet", ".pdf")
        self.task = button(self, "btnAddTask", "plus", kind="primary")
        self.rules = button(self, "btnRules", "settings")
        for signal in (self.tabs.chosen, self.rule.chosen, self.owner.chosen):
            signal.connect(self._tell)
        self.task.clicked.connect(self.task_wanted)
        self.rules.clicked.connect(self.rules_wanted)
        self.sheet.menu().triggered.connect(self._print)
        inside = QWidget(self)
        row = FlowLayout(inside)
        for widget in (self.tabs, self.rule, self.owner, self.sheet, self.rules, self.task):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SMALL)
        layout.addWidget(inside)
        self.offer_owners(())
        self.owner.choose(ANYBODY)
        self.retranslate()

    def offer_owners(self, owners: Sequence[tuple[UUID, str]]) -> None:
        self._owners = tuple(owners)
        self._word_owners()

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Which part is shown"))
        self.rule.setAccessibleName(_("Rule"))
        self.owner.setAccessibleName(_("Looked after by"))
        self.sheet.setText(_("Call sheet"))
        self.print_action.setText(_("Print"))
        self.save_action.setText(_("Save as PDF"))
        self.task.setText(_("Task"))
        self.task.setToolTip(_("Write down a task (Ctrl+N)"))
        self.rules.setText(_("Rules"))
        self.rules.setToolTip(_("When an absence alarms, when groups are visited"))
        self._word_owners()

    def count(self, lines: Sequence[FollowUp], today: object) -> None:
        found = [line.when(today) for line in lines if self.fits(line)]  # type: ignore[arg-type]
        self.tabs.count({when: found.count(when) for when in When})

    def fits(self, line: FollowUp) -> bool:
        """Of the rule and the owner that are asked for."""
        if self.rule.value is not None and line.kind is not self.rule.value:
            return False
        wanted = self.owner.value
        return wanted in (ANYBODY, line.owner_id) or (wanted == NOBODY and line.owner_id is None)

    def _word_owners(self) -> None:
        chosen = self.owner.value
        self.owner.offer([(ANYBODY, _("Everybody's")), (NOBODY, _("Nobody's yet")), *self._owners])
        self.owner.choose(chosen or ANYBODY)

    def _tell(self, _value: object) -> None:
        self.changed.emit()

    def _print(self, action: object) -> None:
        self.print_wanted.emit(action.data())  # type: ignore[attr-defined]
