"""What people agreed to, written down from the list of people: for those chosen, for a whole list, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from trainer_app.i18n import N_, _, label, ngettext
from trainer_app.services import consent as agreements
from trainer_app.ui.dialogs import consent, consent_list
from trainer_app.ui.widgets.buttons import menu_action, menu_button

if TYPE_CHECKING:
    from trainer_app.ui.screens.people.participants import Participants

WAYS = {
    "chosen": N_("The people chosen agree…"),
    "list": N_("All who signed a list agreed…"),
    "back": N_("Somebody takes it back…"),
}


class Agreeing(QObject):
    """[Agreement v] above the list; the card of a person asks for the same."""

    def __init__(self, screen: Participants) -> None:
        super().__init__(screen)
        self._screen = screen
        self.button = menu_button(screen, "btnAgreement", "list-checks", kind="quiet")
        self.actions = [menu_action(self.button, f"actAgree_{way}", way) for way in WAYS]
        self.button.menu().triggered.connect(self._do)

    def retranslate(self) -> None:
        self.button.setText(_("Agreement"))
        self.button.setToolTip(_("Write down who agreed to what is kept about them"))
        for action in self.actions:
            action.setText(_(WAYS[action.data()]))

    @Slot(QAction)
    def _do(self, action: QAction) -> None:
        {"chosen": self.agree, "list": self.agree_on_list, "back": self.take_back}[action.data()]()

    @Slot()
    def agree(self) -> None:
        """One answer for everybody who is chosen in the list."""
        screen = self._screen
        if not (chosen := screen.view.chosen()):
            return
        count, name = len(chosen), chosen[0][1]
        form = consent.ask(screen, screen.work, name, count)
        if form is None:
            return
        one, several = (
            label(N_("Agreement of {name}"), name=name),
            label(N_("Agreement of {count} people"), count=count),
        )
        keys = [key for key, _name in chosen]
        screen.work.change(one if count == 1 else several, agreements.give_all, keys, form, date.today())
        words = ngettext(
            "It is written down that {name} agrees.", "It is written down that {count} people agree.", count
        )
        screen.report(words.format(name=name, count=count))

    @Slot()
    def agree_on_list(self) -> None:
        screen = self._screen
        answer = consent_list.ask(screen, screen.work)
        if answer is None:
            return
        done = label(N_("All who signed the list of {code} agreed"), code=answer.training)
        count = screen.work.change(
            done, agreements.give_on_list, answer.training_id, answer.day, answer.language, date.today()
        )
        words = ngettext("{count} person agreed on the list.", "{count} people agreed on the list.", count)
        screen.report(words.format(count=count))

    @Slot()
    def take_back(self) -> None:
        screen = self._screen
        if not (chosen := screen.view.chosen()):
            return
        person_id, name = chosen[0]
        answer = consent.ask_back(screen, name)
        if answer is None:
            return
        done = label(N_("{name} takes the agreement back"), name=name)
        screen.work.change(done, agreements.withdraw, person_id, answer.day, date.today(), answer.note)
        screen.report(_("{name} has taken it back.").format(name=name))
