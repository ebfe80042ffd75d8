"""What the card of a person offers beside the list: dates of memberships, posts, and being a trainer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from trainer_app.i18n import N_, _, label
from trainer_app.services import memberships, organisations, trainers
from trainer_app.ui.dialogs import cascade, membership, post, same_person, trainer

if TYPE_CHECKING:
    from trainer_app.ui.screens.people.participants import Participants


class PersonDeeds(QObject):
    """Listens to the card and writes what is asked there."""

    def __init__(self, screen: Participants) -> None:
        super().__init__(screen)
        self._screen = screen
        card = screen.view.card
        card.membership_wanted.connect(self.edit_membership)
        card.post_wanted.connect(self.edit_post)
        card.post_adding_wanted.connect(self.add_post)
        card.trainer_wanted.connect(self.edit_trainer)
        card.cascade_wanted.connect(self.show_cascade)
        card.agreement_wanted.connect(screen.agreeing.agree)
        card.withdrawal_wanted.connect(screen.agreeing.take_back)
        card.compare_wanted.connect(self.compare)
        card.apart_wanted.connect(self.take_apart)

    @property
    def _person(self) -> tuple[UUID, str] | None:
        card = self._screen.view.card.card
        return (card.id, card.form.name) if card else None

    @Slot()
    def compare(self) -> None:
        """The person beside those who look like them."""
        if self._person is not None:
            same_person.ask(self._screen, self._screen.work, date.today(), person_id=self._person[0])

    @Slot()
    def take_apart(self) -> None:
        if self._person is not None:
            same_person.ask(self._screen, self._screen.work, date.today(), (), self._person[0], merged=True)

    @Slot(object)
    def edit_membership(self, membership_id: UUID) -> None:
        screen = self._screen
        form = membership.ask(screen, screen.work, membership_id)
        if form is None:
            return
        left = form.until is not None
        message = N_("{name} left {group}") if left else N_("Edit {name} in {group}")
        done = label(message, name=form.person, group=form.group)
        screen.work.change(done, memberships.edit, membership_id, form.role, form.since, form.until)
        if left:
            screen.report(_("{name} is not in {group} any more.").format(name=form.person, group=form.group))

    @Slot(object)
    def edit_post(self, post_id: UUID) -> None:
        screen = self._screen
        if (person := self._person) is None:
            return
        [line] = [line for line in screen.work.read(organisations.posts_of, person[0]) if line.id == post_id]
        form = post.correct(screen, screen.work, person[1], line.form)
        if form is not None:
            done = label(N_("Edit the post of {name}"), name=person[1])
            screen.work.change(done, organisations.edit_post, post_id, form)

    @Slot()
    def add_post(self) -> None:
        screen = self._screen
        if (person := self._person) is None:
            return
        form = post.ask(screen, screen.work, person[1], person[0])
        if form is None:
            return
        name = screen.work.read(organisations.form, form.organisation_id).name
        done = label(N_("Post of {name} at {organisation}"), name=person[1], organisation=name)
        screen.work.change(done, organisations.give_post, form)
        screen.report(_("{name} has a post at {organisation} now.").format(name=person[1], organisation=name))

    @Slot()
    def edit_trainer(self) -> None:
        screen = self._screen
        answer = trainer.ask(screen, screen.work, self._person) if self._person else None
        if answer is not None:
            [(person_id, name)] = answer.persons
            screen.work.change(label(N_("{name} as a trainer"), name=name), trainers.write, person_id, answer.form)
            screen.report(_("{name} is written down as a trainer.").format(name=name))

    @Slot()
    def show_cascade(self) -> None:
        screen = self._screen
        wanted = cascade.ask(screen, screen.work, self._person[0]) if self._person else None
        if wanted is not None:
            screen.view.open_one(wanted)
