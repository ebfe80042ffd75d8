"""The card of one person, beside the list: who they are, and everything that is known of them over time.

Each part folds: whoever looks for one thing keeps the others closed, and they stay so for the next person.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from trainer_app.domain.people import PersonCard
from trainer_app.domain.person_history import PersonHistory
from trainer_app.i18n import N_, _
from trainer_app.services.likeness import Alike
from trainer_app.services.merging import MergedLine
from trainer_app.ui.models import follow_up_words
from trainer_app.ui.models import person_story as story
from trainer_app.ui.models.past import Deed
from trainer_app.ui.widgets.buttons import button, menu_action, menu_button
from trainer_app.ui.widgets.sections import Line, Section
from trainer_app.ui.widgets.side_panel import SidePanel

DEEDS_SHOWN = 12
MORE = {
    "post": N_("Post in an organisation…"),
    "trainer": N_("Write down as a trainer…"),
    "cascade": N_("Who trained whom…"),
}


class PersonPanel(SidePanel):
    """`pnlPerson`. What is chosen in it is told by signals: the list knows what to do."""

    edit_wanted = Signal()
    group_adding_wanted = Signal()
    removal_wanted = Signal()
    person_wanted = Signal(object)  # the key of a possible duplicate, or of a trainer
    group_wanted = Signal(object)
    training_wanted = Signal(object)
    organisation_wanted = Signal(object)
    membership_wanted = Signal(object)  # its key: role and days are to be corrected
    post_wanted = Signal(object)
    post_adding_wanted = Signal()
    trainer_wanted = Signal()
    cascade_wanted = Signal()
    agreement_wanted = Signal()
    withdrawal_wanted = Signal()
    compare_wanted = Signal()
    apart_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "pnlPerson")
        self.card: PersonCard | None = None
        self.edit = button(self, "btnEditPerson", "pencil")
        self.add_to_group = button(self, "btnAddToGroup", "user-plus")
        self.more = menu_button(self, "btnMorePerson")
        self.mores = [menu_action(self.more, f"actMore_{name}", name) for name in MORE]
        self.remove = button(self, "btnRemovePerson", "trash-2", kind="quiet")
        for made in (self.edit, self.add_to_group, self.more, self.remove):
            self.toolbar.addWidget(made)
        self.alike = Section(self.body, "secAlike")
        self.details = self._part("secDetails")
        self.consent = self._part("secConsent")
        self.groups = self._part("secGroups", counted=True)
        self.posts = self._part("secPosts", counted=True)
        self.trainer = self._part("secTrainer")
        self.cascade = self._part("secCascade")
        self.trainings = self._part("secTrainings", counted=True)
        self.practical = self._part("secPractical", counted=True)
        self.certificates = self._part("secCertificates", counted=True)
        self.contacts = self._part("secContacts", counted=True)
        self.former = self._part("secFormer")
        self.merged = self._part("secMerged")
        self.past = self._part("secPast")
        for section in (self.alike, *self.parts):
            self.inside.addWidget(section)
        self.inside.addStretch()
        self._connect()
        self.retranslate()

    def _part(self, name: str, counted: bool = False) -> Section:
        return Section(self.body, name, folds=True, counted=counted)

    @property
    def parts(self) -> tuple[Section, ...]:
        """What folds, from top to bottom."""
        return (
            self.details,
            self.consent,
            self.groups,
            self.posts,
            self.trainer,
            self.cascade,
            self.trainings,
            self.practical,
            self.certificates,
            self.contacts,
            self.former,
            self.merged,
            self.past,
        )

    def _connect(self) -> None:
        self.edit.clicked.connect(self.edit_wanted)
        self.add_to_group.clicked.connect(self.group_adding_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        self.more.menu().triggered.connect(self._do_more)
        self.alike.opened.connect(self.person_wanted)
        self.alike.done.connect(self._do)
        self.merged.done.connect(self._do)
        self.groups.opened.connect(self.group_wanted)
        self.groups.done.connect(self.membership_wanted)
        self.posts.opened.connect(self.organisation_wanted)
        self.posts.done.connect(self.post_wanted)
        self.trainer.done.connect(self._do)
        self.cascade.opened.connect(self.person_wanted)
        self.cascade.done.connect(self._do)
        self.consent.done.connect(self._do)
        self.trainings.opened.connect(self.training_wanted)

    def show_card(
        self,
        card: PersonCard,
        told: PersonHistory,
        past: tuple[Deed, ...],
        alike: tuple[Alike, ...],
        merged: tuple[MergedLine, ...] = (),
    ) -> None:
        self.card = card
        self.title.setText(card.form.name)
        self.subtitle.setText(" · ".join(story.in_short(card)))
        self.setAccessibleName(_("Card of {name}").format(name=card.form.name))
        self.alike.fill(_("Looks like"), [story.alike(two, card.id) for two in alike])
        self.details.fill(_("Details"), [Line(words, title=title) for title, words in story.details(card) if words])
        self.consent.fill(_("Agreement"), story.consent_lines(told.consents))
        self.groups.fill(_("Groups"), [story.group(line, told.elected.get(line.id)) for line in card.memberships])
        self.posts.fill(_("Organisations"), [story.post(line) for line in told.posts])
        self.trainer.fill(_("Trainer"), story.trainer_lines(told.trainer))
        self.cascade.fill(_("Who trained whom"), story.cascade_lines(told.cascade, told.trainer is not None))
        self.trainings.fill(_("Trainings"), [story.training(line, told) for line in card.trainings])
        self.practical.fill(_("Practical work"), [story.watched(line) for line in told.observations])
        self.certificates.fill(_("Certificates"), [story.certificate(one) for one in told.certificates])
        self.contacts.fill(_("Calls, visits and tasks"), _contacts(told))
        self.former.fill(_("Former names and cards"), story.former(told))
        self.merged.fill(_("Was also written down as"), [story.merged(line) for line in merged])
        self.past.fill(_("History of changes"), [story.deed(deed) for deed in past[:DEEDS_SHOWN]])

    def forget(self) -> None:
        """Nobody is shown any more: the person was removed."""
        self.card = None
        self.hide()

    def retranslate(self) -> None:
        super().retranslate()
        self.edit.setText(_("Edit"))
        self.edit.setToolTip(_("Edit this person (F2)"))
        self.add_to_group.setText(_("Add to group"))
        self.more.setText(_("More"))
        for action in self.mores:
            action.setText(_(MORE[action.data()]))
        self.remove.setText(_("Remove"))
        self.remove.setToolTip(_("Take this person out of the lists (Del). Undo brings the person back."))

    @Slot(QAction)
    def _do_more(self, action: QAction) -> None:
        self._do(action.data())

    @Slot(object)
    def _do(self, what: str) -> None:
        {
            "post": self.post_adding_wanted,
            "trainer": self.trainer_wanted,
            "cascade": self.cascade_wanted,
            "agree": self.agreement_wanted,
            "back": self.withdrawal_wanted,
            "compare": self.compare_wanted,
            "apart": self.apart_wanted,
        }[what].emit()


def _contacts(told: PersonHistory) -> list[Line]:
    """Calls, visits and tasks, those of today's work first."""
    lines = [
        *(follow_up_words.task(about) for about in told.tasks),
        *(follow_up_words.call(made) for made in told.calls),
        *(follow_up_words.visit(made) for made in told.visits),
    ]
    return [Line(what, when) for what, when in lines]
