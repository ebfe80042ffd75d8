"""Somebody leaves a training: why, from which day on, and who of the waiting list comes instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from trainer_app import settings
from trainer_app.documents import call_words, follow_up_papers
from trainer_app.domain.ranking import Ranked
from trainer_app.domain.replacing import Leaving
from trainer_app.i18n import N_, Label, _, label, screen
from trainer_app.services import replacing
from trainer_app.ui.dialogs.form_dialog import FormDialog, give_way
from trainer_app.ui.models.ranking import WAITING, decided
from trainer_app.ui.widgets import labels
from trainer_app.ui.widgets.date_field import DateField
from trainer_app.ui.widgets.list_view import ListView

if TYPE_CHECKING:
    from trainer_app.ui.making import Maker
    from trainer_app.ui.work import Work


@dataclass(frozen=True, slots=True)
class Answer:
    """`came_id` is empty when nobody comes instead."""

    came_id: UUID | None
    came: str
    left_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    replacement_id: UUID
    words: Label


def ask(parent: QWidget, work: Work, training_id: UUID, person_id: UUID, today: date, language: str) -> Done | None:
    """Ask, and write what was decided."""
    found = work.read(replacing.leaving, training_id, person_id, language)
    answer = ReplaceDialog(parent, found, today).ask_user()
    return carry_out(work, found, answer, today) if answer is not None else None


def carry_out(work: Work, found: Leaving, answer: Answer, today: date) -> Done:
    where = (found.training_id, found.person_id)
    if answer.came_id is None:
        what = label(N_("{name} leaves the training"), name=found.name)
        key = work.change(what, replacing.leave, *where, answer.left_on, answer.reason, today)
        return Done(key, label(N_("{name} has left. Nobody came instead."), name=found.name))
    what = label(N_("{came} takes the place of {name}"), came=answer.came, name=found.name)
    key = work.change(what, replacing.replace, *where, answer.came_id, answer.left_on, answer.reason, today)
    return Done(key, what)


def print_minutes(work: Work, maker: Maker, replacement_id: UUID, today: date, suffix: str = "") -> None:
    """Print the minutes for the committee, or save them when there is a suffix."""
    language = settings.load(work.folder).printed
    paper = follow_up_papers.minutes(work.read(replacing.minutes, replacement_id, language), language, today)
    maker.save(paper, suffix) if suffix else maker.print_paper(paper)


class ReplaceDialog(FormDialog[Answer]):
    """`dlgReplace`. The first of the list is proposed; Enter in the list takes the one that is chosen."""

    TITLE = N_("Give the place to somebody else")
    ACCEPT = N_("Replace")

    def __init__(self, parent: QWidget | None, found: Leaving, today: date) -> None:
        super().__init__(parent, "dlgReplace", 760, 560)
        self._found = found
        self.who = labels.label(self, "section", "lblLeaves")
        self.day = DateField(self, "dtLeft", today)
        self.day.set_value(today)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("edLeftReason")
        self.reason.setText(_last_words(found))
        self.table: ListView[Ranked] = ListView(self, "tblRanked", WAITING, _key, N_("Waiting list"))
        self.table.show_rows(found.ranked)
        self.table.selectRow(0)
        self.table.chosen.connect(self._explain)
        self.table.opened.connect(self._take)
        self.why = labels.label(self, "caption", "lblWhyThere")
        self.nobody = QCheckBox(self)
        self.nobody.setObjectName("chkNobody")
        self.nobody.setChecked(not found.ranked)
        self.nobody.setVisible(bool(found.ranked))
        self.nobody.toggled.connect(self._nobody_comes)
        self.nothing = labels.label(self, "muted", "lblNobodyWaits")
        self.nothing.setVisible(not found.ranked)
        self.table.setVisible(bool(found.ranked))
        self.inside.insertWidget(0, self.who)
        self.form.add("reason", N_("Why the person leaves"), self.reason, hint=N_("It stands in the minutes."))
        self.form.add("day", N_("From which day on"), self.day)
        give_way(self.table, 160)
        for widget in (self.nothing, self.table, self.why, self.nobody):
            self.inside.addWidget(widget, 1 if widget is self.table else 0)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        super().retranslate()
        words = _("{name} (No {number}) leaves {training}")
        found = self._found
        self.who.setText(words.format(name=found.name, number=found.number, training=found.title))
        self.nobody.setText(_("Nobody comes instead"))
        self.setWindowTitle(_(self.TITLE) if found.ranked else _("Leaves the training"))
        self.nothing.setText(
            _(
                "Nobody waits for a place in this training: the person only leaves. To have somebody come instead, "
                "close this window and put them on the list under Places first."
            )
        )
        self._explain(self.table.current_row())
        self._nobody_comes()

    def problems(self) -> Mapping[str, str]:
        found = {} if self.reason.text().strip() else {"reason": _("Write why: the committee signs it.")}
        if self.day.value is None:
            found["day"] = _("Write a day like 05/03/2026.")
        return found

    def result_of_form(self) -> Answer:
        assert self.day.value is not None  # or it was refused above
        chosen = None if self.nobody.isChecked() else self.table.current_row()
        came_id, came = (chosen.who.person_id, chosen.who.name) if chosen else (None, "")
        return Answer(came_id, came, self.day.value, self.reason.text().strip())

    @Slot(object)
    def _explain(self, line: Ranked | None) -> None:
        words = _("Behind the one before because of: {criterion}")
        why = decided(line) if line else ""
        self.why.setText(words.format(criterion=why) if why and line and line.decided_by else why)

    @Slot()
    def _nobody_comes(self) -> None:
        self.table.setEnabled(not self.nobody.isChecked())
        self.accept_button.setText(_("Write down") if self.nobody.isChecked() else _("Replace"))

    @Slot(object)
    def _take(self, _line: Ranked) -> None:
        self.submit()


def _key(line: Ranked) -> object:
    return line.who.person_id


def _last_words(found: Leaving) -> str:
    """What the last call said is proposed as the reason."""
    if not found.calls:
        return ""
    last = found.calls[0]
    words = call_words.call_words(screen())[last.outcome]
    return f"{words}: {last.words}" if last.words else words
