"""The list of organisations: add one, edit, remove; who works there, since when and until when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.organisations import PostLine
from trainer_app.domain.people import PersonForm
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import organisations, people
from trainer_app.ui import theme
from trainer_app.ui.dialogs import day, organisation, person, post
from trainer_app.ui.dialogs.person_answer import write_new
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people.organisation_view import OrganisationView
from trainer_app.ui.widgets.buttons import button, make_primary
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.labels import label as text_label

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class Organisations(Screen):
    """`pgOrganisations`. `person_wanted` carries the key of somebody who has a post."""

    TITLE = N_("Organisations")
    HELP = "people"
    KEYS = N_(
        "Enter open · F2 edit · Ctrl+N new organisation · Del remove · Ctrl+F search · F9 card · Ctrl+Tab trainers"
    )
    WATCHES: ClassVar[frozenset[str]] = frozenset({"organisation", "post", "person"})

    person_wanted = Signal(object)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgOrganisations")
        self.count = text_label(self, "muted", "lblOrganisationCount", wrap=False)
        self.add_button = button(self, "btnAddOrganisation", "plus", kind="primary")
        no_one = EmptyState(
            self,
            "users",
            N_("No organisation yet: a district office, a union, a SACCO you work with."),
            (N_("Add an organisation"), self.add_organisation),
        )
        self.view = OrganisationView(self, work, no_one)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        top.addWidget(self.view.search, 2)
        top.addWidget(self.view.kind)
        top.addStretch(1)
        top.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addWidget(self.count)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        card = self.view.card
        self.view.search.asked.connect(self._narrow)
        self.view.kind.chosen.connect(self._narrow)
        self.add_button.clicked.connect(self.add_organisation)
        card.edit_wanted.connect(self.edit_organisation)
        card.removal_wanted.connect(self.remove_organisation)
        card.person_wanted.connect(self.person_wanted)
        card.somebody_wanted.connect(self.give_post)
        card.new_wanted.connect(self.give_post_to_new)
        card.post_wanted.connect(self.edit_post)
        card.end_wanted.connect(self.end_post)
        card.post_removal_wanted.connect(self.remove_post)
        edit = QShortcut(QKeySequence("F2"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self.edit_organisation)
        remove = QShortcut(QKeySequence("Del"), self.view.table, context=Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove_organisation)

    def first_focus(self) -> QWidget:
        return self.view.search

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self.add_organisation, "find": self.view.search.setFocus, "panel": self.view.toggle_card}

    def reload(self) -> None:
        self._narrow()

    def retranslate(self) -> None:
        self.add_button.setText(_("Organisation"))
        self.add_button.setToolTip(_("Add an organisation (Ctrl+N)"))
        self._write_count()
        self.view.reload_card()

    @Slot()
    def _narrow(self) -> None:
        self.view.reload()
        make_primary(self.add_button, "plus", not self.view.is_empty)
        self.count.setVisible(not self.view.is_empty)
        self._write_count()

    def _write_count(self) -> None:
        number = self.view.table.rows.rowCount()
        words = ngettext("{count} organisation", "{count} organisations", number)
        self.count.setText(words.format(count=screen().number(number)))

    # ---- the organisation --------------------------------------------------------------------------------------

    @Slot()
    def add_organisation(self) -> None:
        form = organisation.ask(self, self.work)
        if form is None:
            return
        key = self.work.change(label(N_("Add {name}"), name=form.name), organisations.add, form)
        self.view.open_one(key)
        self.view.card.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.report(_("{name} is in the list now.").format(name=form.name))

    @Slot()
    def edit_organisation(self) -> None:
        chosen = self.view.chosen
        form = organisation.ask(self, self.work, chosen.id) if chosen else None
        if chosen is not None and form is not None:
            self.work.change(label(N_("Edit {name}"), name=chosen.name), organisations.edit, chosen.id, form)

    @Slot()
    def remove_organisation(self) -> None:
        chosen = self.view.chosen
        if chosen is None:
            return
        number = self.view.table.currentIndex().row()
        self.work.change(label(N_("Remove {name}"), name=chosen.name), organisations.remove, chosen.id)
        self.report(_("{name} is out of the lists.").format(name=chosen.name))
        self.view.choose_row(number)

    # ---- its posts ---------------------------------------------------------------------------------------------

    @Slot(object)
    def give_post(self, person_id: UUID) -> None:
        card = self.view.card.card
        name = self.work.read(people.form, person_id).name
        form = post.ask(self, self.work, name, person_id, card.id) if card else None
        if card is None or form is None:
            return
        done = label(N_("Post of {name} at {organisation}"), name=name, organisation=card.form.name)
        self.work.change(done, organisations.give_post, form)
        self.view.card.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.report(_("{name} has a post at {organisation} now.").format(name=name, organisation=card.form.name))

    @Slot(str)
    def give_post_to_new(self, name: str) -> None:
        answer = person.ask(self, self.work, form=PersonForm(name))
        if answer is not None:
            self.give_post(answer.existing or write_new(self.work, answer))

    @Slot(object)
    def edit_post(self, line: PostLine) -> None:
        form = post.correct(self, self.work, line.person, line.form)
        if form is not None:
            done = label(N_("Edit the post of {name}"), name=line.person)
            self.work.change(done, organisations.edit_post, line.id, form)

    @Slot(object)
    def end_post(self, line: PostLine) -> None:
        left = day.ask(self, _("{name} left").format(name=line.person), N_("Left on"), date.today(), line.form.since)
        if left is None:
            return
        done = label(N_("{name} left the post at {organisation}"), name=line.person, organisation=line.organisation)
        self.work.change(done, organisations.end_post, line.id, left)
        self._report_end(line)

    @Slot(object)
    def remove_post(self, line: PostLine) -> None:
        done = label(N_("Take out the post of {name}"), name=line.person)
        self.work.change(done, organisations.remove_post, line.id)
        self._report_end(line)

    def _report_end(self, line: PostLine) -> None:
        words = _("{name} has no post at {organisation} any more.")
        self.report(words.format(name=line.person, organisation=line.organisation))
