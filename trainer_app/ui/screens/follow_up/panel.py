"""Beside the due list: what to do about the one that is chosen, what to say on the phone, and earlier calls."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from trainer_app.documents import call_words
from trainer_app.domain.follow_up import CallLine, FollowUp, TaskKind, TaskState
from trainer_app.domain.people import shown_phone
from trainer_app.i18n import N_, Catalog, _, screen
from trainer_app.ui import theme
from trainer_app.ui.models import follow_up as words
from trainer_app.ui.widgets.buttons import button
from trainer_app.ui.widgets.choice import Choice
from trainer_app.ui.widgets.form import Field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.side_panel import SidePanel

WIDTH = 340


class FollowUpPanel(SidePanel):
    """`pnlFollow`. What is chosen in it is told by signals: the page knows what to do."""

    done_wanted = Signal()
    snooze_wanted = Signal()
    replace_wanted = Signal()
    open_wanted = Signal()
    places_wanted = Signal()
    phone_typed = Signal(str)
    owner_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "pnlFollow", WIDTH)
        self.line: FollowUp | None = None
        self.done = button(self, "btnDone", "phone")
        self.snooze = button(self, "btnSnooze", "clock")
        self.replace = button(self, "btnReplace", "users")
        self.open = button(self, "btnOpenFollowed", "arrow-right")
        self.places = button(self, "btnPlacesOf", kind="link")
        for made, signal in (
            (self.done, self.done_wanted),
            (self.snooze, self.snooze_wanted),
            (self.replace, self.replace_wanted),
            (self.open, self.open_wanted),
            (self.places, self.places_wanted),
        ):
            made.clicked.connect(signal)
            self.toolbar.addWidget(made)
        self.phone = label(self, "figure", "lblPhone")
        self.phone_line = QLineEdit(self)
        self.phone_line.setObjectName("edAddPhone")
        self.phone_line.returnPressed.connect(self._add_phone)
        self.add_phone = button(self, "btnAddPhone", "phone")
        self.add_phone.clicked.connect(self._add_phone)
        self.phone_row = QWidget(self.body)
        row = QHBoxLayout(self.phone_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SMALL)
        row.addWidget(self.phone_line, 1)
        row.addWidget(self.add_phone)
        self.say = Section(self.body, "secSay")
        self.calls = Section(self.body, "secCalls")
        self.details = Section(self.body, "secFollowDetails")
        self.owner: Choice[UUID | None] = Choice(self, "cbLineOwner", proper=True)
        self.owner.chosen.connect(self.owner_chosen)
        self.owner_field = Field(self.body, N_("Looked after by"), self.owner)
        for widget in (self.phone, self.phone_row, self.say, self.calls, self.details, self.owner_field):
            self.inside.addWidget(widget)
        self.inside.addStretch()
        self.retranslate()

    def show_line(self, line: FollowUp, spoken: Catalog, organiser: str) -> None:
        """`spoken` is the language in which one talks to people: that of the content."""
        if self.line is None or self.line.id != line.id:
            self.phone_line.clear()
        self.line = line
        self.title.setText(line.name or words.what(line))
        self.subtitle.setText(words.what(line))
        self.setAccessibleName(_("Follow-up of {name}").format(name=line.name or words.what(line)))
        self.phone.setText(shown_phone(line.phone))
        self.phone.setVisible(bool(line.phone))
        self.phone_row.setVisible(line.person_id is not None and not line.phone)
        sentences = call_words.script(line, spoken, organiser)
        self.say.fill(_("What to say"), [Line(sentence) for sentence in sentences if sentence])
        self.calls.fill(_("Earlier calls"), [_call(one) for one in line.calls])
        self.owner.choose(line.owner_id)
        self.owner_field.setVisible(line.kind is not TaskKind.VISIT or line.to_plan)
        self.details.fill(_("Details"), [Line(text, title=title) for title, text in _details(line) if text])
        self.retranslate()

    def offer_owners(self, owners: Sequence[tuple[UUID, str]]) -> None:
        """Who of the office can look after it, or nobody."""
        self.owner.offer([(None, "–"), *owners])

    def forget(self) -> None:
        self.line = None
        self.hide()

    def retranslate(self) -> None:
        super().retranslate()
        line = self.line
        self.done.setText(_(done_words(line)))
        self.done.setToolTip(f"{_(done_words(line))} (D)")
        self.snooze.setText(_("Put off"))
        self.snooze.setToolTip(_("Put off to another day (S)"))
        self.replace.setText(_("Replace"))
        self.replace.setToolTip(_("Give the place to somebody who waits (R)"))
        self.open.setText(_("Open"))
        self.open.setToolTip(_("Open the card of the person or the group (Enter)"))
        self.places.setText(_("Places and waiting list"))
        self.add_phone.setText(_("Add phone"))
        self.phone_line.setPlaceholderText(_("For example 0788 123 456"))
        self.phone_line.setAccessibleName(_("Phone"))
        self.replace.setVisible(line is not None and line.can_be_replaced)
        self.places.setVisible(line is not None and line.training_id is not None and line.kind is TaskKind.ABSENCE)
        self.snooze.setVisible(line is not None and line.state is not TaskState.DONE)
        self.open.setVisible(line is not None and bool(line.person_id or line.group_id))

    @Slot()
    def _add_phone(self) -> None:
        if self.phone_line.text().strip():
            self.phone_typed.emit(self.phone_line.text())
        else:
            self.phone_line.setFocus()


def done_words(line: FollowUp | None) -> str:
    """What D does with it, marked with N_()."""
    if line is None:
        return N_("Done")
    if line.state is TaskState.DONE:
        return N_("Not done after all")
    if line.to_plan:
        return N_("Plan the visits")
    if line.kind is TaskKind.VISIT:
        return N_("Visited")
    return N_("Called") if line.kind in (TaskKind.ABSENCE, TaskKind.LOW_SCORE) else N_("Done")


def _call(one: CallLine) -> Line:
    return Line(call_words.call(one, screen()), one.words)


def _details(line: FollowUp) -> tuple[tuple[str, str], ...]:
    t = screen()
    return (
        (_("Training"), line.training),
        (_("Since"), t.date(line.since) if line.since else ""),
        (_("Due on"), t.date(line.due)),
        (_("Put off to"), t.date(line.snoozed_until) if line.snoozed_until else ""),
        (_("Done on"), t.date(line.done_on) if line.done_on else ""),
        (_("Outcome"), words.result(line)),
        (_("Visitor"), line.visitor),
    )
