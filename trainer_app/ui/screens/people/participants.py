"""The list of persons: find one, see the card, add, edit, remove; bring lists in and take them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app import settings
from trainer_app.documents.output import Written
from trainer_app.domain.people import Sex
from trainer_app.domain.printed import Made
from trainer_app.i18n import N_, _, label, ngettext, screen
from trainer_app.services import groups, ledger, letterheads, people, programme
from trainer_app.ui import theme
from trainer_app.ui.dialogs import group_choice, person
from trainer_app.ui.dialogs.person_answer import write_new
from trainer_app.ui.screens.base import Screen
from trainer_app.ui.screens.people import export
from trainer_app.ui.screens.people.agreeing import Agreeing
from trainer_app.ui.screens.people.filters import PeopleFilters
from trainer_app.ui.screens.people.lookalikes import LookalikeLine
from trainer_app.ui.screens.people.people_view import PeopleView
from trainer_app.ui.screens.people.person_deeds import PersonDeeds
from trainer_app.ui.widgets.buttons import button, make_primary, menu_action, menu_button
from trainer_app.ui.widgets.empty_state import EmptyState
from trainer_app.ui.widgets.labels import label as text_label
from trainer_app.ui.widgets.notice import Tone

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

IMPORTS = {
    "file": N_("From a file…"),
    "paste": N_("Paste a copied list"),
    "past": N_("Earlier imports…"),
}


class Participants(Screen):
    """`pgPeople`. `group_wanted` carries the key of the group pressed on a card, `import_wanted` a way to import."""

    TITLE = N_("People")
    HELP = "people"
    KEYS = N_("Enter open · F2 edit · Ctrl+N new person · Del remove · Ctrl+F search · F9 card · Ctrl+Tab groups")
    WATCHES: ClassVar[frozenset[str]] = frozenset(
        {
            "person",
            "membership",
            "certificate",
            "group",
            "mark",
            "observation",
            "national_id",
            "person_pair",
            "enrolment",
            "sitting",
            "consent",
            "post",
            "organisation",
            "trainer_profile",
            "training_trainer",
            "call",
            "visit",
            "task",
        }
    )

    group_wanted = Signal(object)
    organisation_wanted = Signal(object)
    import_wanted = Signal(str)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.setObjectName("pgPeople")
        self.filters = PeopleFilters(self)
        self.count = text_label(self, "muted", "lblPeopleCount", wrap=False)
        self.add_button = button(self, "btnAddPerson", "user-plus", kind="primary")
        self.import_button = menu_button(self, "btnImport", "upload")
        self.imports = [menu_action(self.import_button, f"actImport_{way}", way) for way in IMPORTS]
        self.export_menu = export.ExportMenu(self)
        self.agreeing = Agreeing(self)
        no_one = EmptyState(
            self,
            "users",
            N_("No one yet."),
            (N_("Import a list from Excel"), self._import_file),
            [(N_("Paste a copied list"), self._paste), (N_("Add one person"), self.add_person)],
        )
        self.view = PeopleView(self, work, self.filters, no_one)
        self.lookalikes = LookalikeLine(self, work)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SMALL)
        top.addWidget(self.filters.search, 2)
        top.addStretch(1)
        for made in (self.add_button, self.import_button, self.export_menu.button):
            top.addWidget(made)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(theme.MEDIUM)
        narrowing.addWidget(self.filters)
        narrowing.addWidget(self.count)
        narrowing.addStretch(1)
        narrowing.addWidget(self.agreeing.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.MEDIUM, theme.MARGIN, theme.MEDIUM)
        layout.setSpacing(theme.SMALL)
        layout.addLayout(top)
        layout.addLayout(narrowing)
        layout.addWidget(self.lookalikes)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        card = self.view.card
        self.filters.changed.connect(self._narrow)
        self.add_button.clicked.connect(self.add_person)
        self.import_button.menu().triggered.connect(self._import)
        self.export_menu.wanted.connect(self.export)
        card.edit_wanted.connect(self.edit_person)
        card.group_adding_wanted.connect(self.add_to_group)
        card.removal_wanted.connect(self.remove_people)
        card.group_wanted.connect(self.group_wanted)
        card.training_wanted.connect(self._open_training)
        card.organisation_wanted.connect(self.organisation_wanted)
        PersonDeeds(self)
        edit = QShortcut(QKeySequence("F2"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self.edit_person)
        remove = QShortcut(QKeySequence("Del"), self.view.table, context=Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.remove_people)

    def first_focus(self) -> QWidget:
        """The search; where nobody is there to be found, the ways to bring people in, and Ctrl+V among them."""
        return self.view.no_one.buttons[0] if self.view.is_empty else self.filters.search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V on the empty page takes in a list that was copied."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.view.is_empty:
            self._paste()
        else:
            super().keyPressEvent(event)

    def does(self) -> Mapping[str, Callable[[], object]]:
        return {
            "new": self.add_person,
            "find": self.filters.search.setFocus,
            "export": self.export_menu.button.showMenu,
            "panel": self.view.toggle_card,
        }

    def reload(self) -> None:
        self.filters.offer_groups(self.work.read(groups.groups))
        self._narrow()
        self.lookalikes.look()

    def retranslate(self) -> None:
        self.add_button.setText(_("Person"))
        self.add_button.setToolTip(_("Add a person (Ctrl+N)"))
        self.import_button.setText(_("Import"))
        for action in self.imports:
            action.setText(_(IMPORTS[action.data()]))
        self.export_menu.retranslate()
        self.agreeing.retranslate()
        self._write_count()
        self.view.reload_card()

    @Slot()
    def _narrow(self) -> None:
        self.view.reload()
        make_primary(self.add_button, "user-plus", not self.view.is_empty)
        for part in (self.count, self.agreeing.button):
            part.setVisible(not self.view.is_empty)
        self._write_count()

    def _write_count(self) -> None:
        counts = self.work.read(people.count_by_sex, **self.filters.wanted)
        number, t = sum(counts.values()), screen()
        words = ngettext("{count} person (F {women})", "{count} people (F {women})", number)
        self.count.setText(words.format(count=t.number(number), women=t.number(counts[Sex.FEMALE])))

    # ---- gestures ----------------------------------------------------------------------------------------------

    @Slot()
    def add_person(self) -> None:
        answer = person.ask(self, self.work, group_id=self.filters.group.value)
        if answer is None:
            return
        if answer.existing is not None:
            self.view.open_one(answer.existing)
            return
        key = write_new(self.work, answer)
        self.view.open_one(key)
        self.report(_("{name} is in the list now.").format(name=answer.form.name))

    @Slot()
    def edit_person(self) -> None:
        if not (chosen := self.view.chosen()):
            return
        person_id, name = chosen[0]
        answer = person.ask(self, self.work, person_id)
        if answer is None:
            return
        if answer.existing is not None:
            self.view.open_one(answer.existing)
            return
        self.work.change(label(N_("Edit {name}"), name=name), people.edit, person_id, answer.form)

    @Slot()
    def remove_people(self) -> None:
        if not (chosen := self.view.chosen()):
            return
        number, count, name = self.view.table.currentIndex().row(), len(chosen), chosen[0][1]
        one, several = label(N_("Remove {name}"), name=name), label(N_("Remove {count} people"), count=count)
        self.work.change(one if count == 1 else several, people.remove_all, [key for key, _name in chosen])
        words = ngettext("{name} is out of the lists.", "{count} people are out of the lists.", count)
        self.report(words.format(name=name, count=count))
        self.view.choose_row(number)

    @Slot()
    def add_to_group(self) -> None:
        chosen = self.view.chosen()
        answer = group_choice.ask(self, self.work) if chosen else None
        if answer is None:
            return
        count, name, group = len(chosen), chosen[0][1], answer.name
        one = label(N_("Add {name} to {group}"), name=name, group=group)
        several = label(N_("Add {count} people to {group}"), count=count, group=group)
        keys = [key for key, _name in chosen]
        self.work.change(one if count == 1 else several, groups.add_members, answer.group_id, keys, answer.role)
        words = ngettext("{name} is in {group} now.", "{count} people are in {group} now.", count)
        self.report(words.format(name=name, count=count, group=group))

    @Slot(object)
    def _open_training(self, training_id: UUID) -> None:
        self.go.emit("training", training_id)

    # ---- in and out --------------------------------------------------------------------------------------------

    @Slot(str)
    def export(self, suffix: str) -> None:
        """Save the persons in the list, in the background."""
        language, today = settings.load(self.work.folder).printed, date.today()
        is_sample = self.work.read(programme.has_sample)
        path = export.ask(self, export.file_name(language, suffix, today, is_sample))
        if path is None:
            return
        lines = self.work.read(people.people, **self.filters.wanted)
        whole, own = self.export_menu.whole_phones.isChecked(), self.work.read(letterheads.of)
        order = export.Export(lines, path, language, whole, is_sample, today, own)
        self._order = order
        self.work.start(order.write, self._saved)

    @Slot(object)
    def _saved(self, written: Written) -> None:
        order, self._written_file = self._order, written.path
        self.work.note(
            label(N_("Export the list of people")),
            ledger.note,
            Made(export.DOCUMENT, order.language, unmasked=frozenset(order.unmasked)),
            order.today,
        )
        saved = label(N_("Saved {file}"), file=written.path.name)
        self.tell(saved, Tone.SUCCESS, N_("Open folder"), self._show_folder)

    def _show_folder(self) -> None:
        export.show_in_folder(self._written_file)

    @Slot(QAction)
    def _import(self, action: QAction) -> None:
        self.import_wanted.emit(action.data())

    def _import_file(self) -> None:
        self.import_wanted.emit("file")

    def _paste(self) -> None:
        self.import_wanted.emit("paste")
