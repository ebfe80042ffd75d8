"""Menus for what may come next here, for the text that is current, and for the unit or module itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.i18n import N_, _
from trainer_app.services import authoring, outline
from trainer_app.ui.screens.curriculum import additions
from trainer_app.ui.screens.curriculum.structure_deeds import TITLES, StructureDeeds
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import menu_action, menu_button
from trainer_app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from trainer_app.ui.work import Work


class StructureBar(Translated, QWidget):
    """Three menus in a row. Keys that move and remove act in `place`, the list of the texts: in a box they mean
    something else."""

    def __init__(self, parent: QWidget, work: Work, place: QWidget) -> None:
        super().__init__(parent)
        self._work = work
        self.deeds = StructureDeeds(self, work)
        self.add = menu_button(self, "btnAddText", "plus")
        self.text = menu_button(self, "btnText", "pencil")
        self.unit = menu_button(self, "btnUnit", "layers")
        self.add.menu().aboutToShow.connect(self._fill_add)
        self.unit.menu().aboutToShow.connect(self._fill_unit)
        do = self.deeds
        self.up = self._action(place, "actTextUp", "Ctrl+Up", do.move_up)
        self.down = self._action(place, "actTextDown", "Ctrl+Down", do.move_down)
        self.take_out = self._action(place, "actTextRemove", "Ctrl+Del", do.remove)
        self.edit = self._action(parent, "actEditText", "Ctrl+Shift+M", do.edit)
        self.picture = self._action(parent, "actPicture", "Ctrl+Shift+I", do.choose_picture)
        self._row = FlowLayout(self)
        self.retranslate()

    def stand_between(self, first: QWidget, last: QWidget) -> None:
        """In one row with what chooses the texts, and with what helps to write them."""
        for part in (first, self.add, self.text, self.unit, last):
            self._row.addWidget(part)

    def be_for(self, owner: UUID | None, pair: TextPair | None) -> None:
        """The unit or module shown, and the text that is current in it."""
        line = self._work.read(outline.of, owner) if owner else None
        self.deeds.owner, self.deeds.line, self.deeds.pair = owner, line, pair
        self.setEnabled(owner is not None)
        place = pair.place if pair else None
        for action in (self.up, self.down):
            action.setEnabled(place is not None and _is_movable(place))
        self.take_out.setEnabled(place is not None and _is_removable(place))
        self.edit.setEnabled(place is not None and self._has_more(place))
        self.picture.setEnabled(place is not None and _has_picture(place))
        self.retranslate()

    def retranslate(self) -> None:
        line = self.deeds.line
        self.add.setText(_("Add"))
        self.text.setText(_("Text"))
        self.unit.setText(_("Module") if line is not None and not line.is_unit else _("Unit"))
        for action, words in (
            (self.up, N_("Move up")),
            (self.down, N_("Move down")),
            (self.take_out, N_("Remove")),
            (self.edit, N_("Minutes, answer or size…")),
            (self.picture, N_("Picture")),
        ):
            action.setText(_(words))
            action.setToolTip(f"{_(words)} ({action.shortcut().toString()})")
            action.setStatusTip(action.toolTip())

    def _action(self, place: QWidget, name: str, keys: str, do: Callable[[], object]) -> QAction:
        """A line of the menu of the text, whose keys act in `place`."""
        made = menu_action(self.text, name)
        made.setShortcut(keys)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(do)
        place.addAction(made)
        return made

    def _has_more(self, place: TextPlace) -> bool:
        if place.owner in ("step", "item"):
            return True
        return place.owner in ("exercise", "prop") and bool(self._work.read(outline.size, place.owner_id))

    # ---- the menus ------------------------------------------------------------------------------------------------

    @Slot()
    def _fill_add(self) -> None:
        menu, line = self.add.menu(), self.deeds.line
        menu.clear()
        if line is None:
            return
        self._offer_of_owner(menu)
        if line.is_unit:
            self._offer_in_unit(menu)
            return
        self._offer(menu, N_("Unit"), self.deeds.add_unit)
        self._offer(menu, N_("Test question"), self.deeds.add_question)
        self._offer(menu, N_("Module of your own"), self.deeds.add_module)

    def _offer_of_owner(self, menu: QMenu) -> None:
        """What the thing may have more of that the current text belongs to."""
        if self.deeds.pair is None:
            return
        place = self.deeds.pair.place
        known = self._work.read(outline.keys_of, place.owner_id)
        for key, words in additions.of_owner(place, known).items():
            self._offer(menu, words, partial(self.deeds.add_text, place.owner_id, key, words))
        menu.addSeparator()

    def _offer_in_unit(self, menu: QMenu) -> None:
        owner = self.deeds.owner
        assert owner is not None
        self._offer(menu, N_("Step"), self.deeds.add_step)
        if self._work.read(outline.empty_handout, owner):
            self._offer(menu, N_("Handout"), self.deeds.begin_handout)
        known = self._work.read(outline.keys_of, owner)
        wanted = additions.IN_UNIT | {key: words for key, words in additions.ONCE.items() if key not in known}
        for key, words in wanted.items():
            self._offer(menu, words, partial(self.deeds.add_text, owner, key, words))
        menu.addSeparator()
        for (kind, form), words in additions.PARTS.items():
            self._offer(menu, words, partial(self.deeds.add_part, kind, form, words))

    @Slot()
    def _fill_unit(self) -> None:
        menu, line = self.unit.menu(), self.deeds.line
        menu.clear()
        if line is None:
            return
        if line.is_unit:
            self._offer(menu, N_("Move this unit up"), partial(self.deeds.move_unit, -1))
            self._offer(menu, N_("Move this unit down"), partial(self.deeds.move_unit, 1))
            self._offer(menu, N_("For how many people"), self.deeds.set_people)
        else:
            self._offer(menu, N_("Place of the module"), self.deeds.place_module)
        words = N_("Offer it again for new trainings") if line.retired else N_("Retire: no longer offer it")
        self._offer(menu, words, partial(self.deeds.retire, not line.retired))
        if line.is_unit and line.is_own:
            self._offer(menu, N_("Remove this unit"), self.deeds.remove_unit)

    def _offer(self, menu: QMenu, words: str, do: Callable[[], object]) -> None:
        action = QAction(_(words), menu)
        action.setData(do)
        action.triggered.connect(self._run)
        menu.addAction(action)

    @Slot()
    def _run(self) -> None:
        chosen = self.sender()
        assert isinstance(chosen, QAction)
        chosen.data()()


def _is_movable(place: TextPlace) -> bool:
    return (place.owner, place.key) in TITLES or (place.owner, place.key) in MOVABLE or place.key in _LISTS


def _is_removable(place: TextPlace) -> bool:
    if place.owner == "handout" and place.key == "caption":
        return False  # a page without its picture in words is no page for who does not see
    return _is_movable(place) or place.key in authoring.SINGLE_KEYS


def _has_picture(place: TextPlace) -> bool:
    return place.owner in ("handout", "item") or place.key == authoring.CARD


MOVABLE = {("step", "instruction")}
_LISTS = authoring.LIST_KEYS - {"instruction"}  # of an exercise there is only one
