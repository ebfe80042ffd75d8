"""What the editor adds, moves and takes out: one menu for what may come next here, one for the unit itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from trainer_app.domain.material import FORMS, PartKind
from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.i18n import N_, Label, _, label
from trainer_app.services import authoring, outline
from trainer_app.ui.dialogs import handout_words, module, new_text, picture, question, step
from trainer_app.ui.models.texts import place_words
from trainer_app.ui.translated import Translated
from trainer_app.ui.widgets.buttons import menu_action, menu_button
from trainer_app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

ONCE = {
    "room": N_("The room"),
    "materials": N_("Materials"),
    "low_literacy": N_("With people who read little"),
    "women": N_("So that women take part"),
    "disability": N_("So that people with disabilities take part"),
}
IN_UNIT = {
    "objective": N_("Objective"),
    "preparation": N_("Preparation"),
    "question": N_("Debrief question"),
    "message": N_("Message"),
    "cue": N_("Line of the cue card"),
}
IN_OWNER = {
    "step": {"instruction": N_("Instruction of this step")},
    "handout": {"spoken": N_("What is said with the handout")},
    "reading": {"paragraph": N_("Paragraph of this reading")},
    "story": {},
    "table": {"column": N_("Column of this table"), "first": N_("Row of this table")},
    "ticks": {"choice": N_("Choice of this exercise")},
    "cards": {"card": N_("Card of this prop")},
    "checklist": {"line": N_("Line of this prop")},
    "poster": {"line": N_("Line of this prop")},
}
"""What may be added to the thing that the current text belongs to: by its kind, or by its form."""
PARTS = {
    (PartKind.READING, "story"): N_("Story"),
    (PartKind.READING, "case"): N_("Case"),
    (PartKind.READING, "role"): N_("Role"),
    (PartKind.READING, "form"): N_("Form to fill in"),
    (PartKind.READING, "solution"): N_("Solution, for the trainer"),
    (PartKind.EXERCISE, "lines"): N_("Exercise with lines to write on"),
    (PartKind.EXERCISE, "table"): N_("Exercise with a table"),
    (PartKind.EXERCISE, "ticks"): N_("Exercise with boxes to tick"),
    (PartKind.PROP, "cards"): N_("Cards to cut out"),
    (PartKind.PROP, "money"): N_("Paper money"),
    (PartKind.PROP, "checklist"): N_("Checklist"),
    (PartKind.PROP, "poster"): N_("Poster"),
}
assert {(kind, form) for kind, forms in FORMS.items() for form in forms} == set(PARTS)


class StructureBar(Translated, QWidget):
    """`made` carries the id of a new text, `finished` what was done."""

    made = Signal(str)
    finished = Signal(str)

    def __init__(self, parent: QWidget, work: Work) -> None:
        super().__init__(parent)
        self._work = work
        self._owner: UUID | None = None
        self._pair: TextPair | None = None
        self.add = menu_button(self, "btnAddText", "plus")
        self.unit = menu_button(self, "btnUnit", "layers")
        self.text = menu_button(self, "btnText", "pencil")
        self.add.menu().aboutToShow.connect(self._fill_add)
        self.unit.menu().aboutToShow.connect(self._fill_unit)
        self.up = self._action(parent, "actTextUp", "Ctrl+Up", self._move_up)
        self.down = self._action(parent, "actTextDown", "Ctrl+Down", self._move_down)
        self.take_out = self._action(parent, "actTextRemove", "Ctrl+Del", self._remove)
        self.edit = self._action(parent, "actEditStep", "Ctrl+Shift+M", self._edit_step)
        self.picture = self._action(parent, "actPicture", "Ctrl+Shift+I", self._choose_picture)
        self._row = FlowLayout(self)
        self.retranslate()

    def stand_between(self, first: QWidget, last: QWidget) -> None:
        """In one row with what chooses the texts, and with what helps to write them."""
        for part in (first, self.add, self.text, self.unit, last):
            self._row.addWidget(part)

    def _action(self, parent: QWidget, name: str, keys: str, do: Callable[[], object]) -> QAction:
        """A line of the menu of the text; its keys act in the whole desk."""
        made = menu_action(self.text, name)
        made.setShortcut(keys)
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(do)
        parent.addAction(made)
        return made

    def be_for(self, owner: UUID | None, pair: TextPair | None) -> None:
        """The unit or module shown, and the text that is current in it."""
        self._owner, self._pair = owner, pair
        self.setEnabled(owner is not None)
        place = pair.place if pair else None
        movable = place is not None and (place.key in authoring.LIST_KEYS or _is_title_of_one(pair))
        for action in (self.up, self.down, self.take_out):
            action.setEnabled(movable)
        self.edit.setEnabled(place is not None and place.owner == "step")
        self.picture.setEnabled(place is not None and _has_picture(place))
        self.retranslate()

    def retranslate(self) -> None:
        self.add.setText(_("Add"))
        in_module = self._pair is not None and self._pair.place.owner in ("module", "item")
        self.unit.setText(_("Module") if in_module else _("Unit"))
        self.text.setText(_("Text"))
        for action, words in (
            (self.up, N_("Move up")),
            (self.down, N_("Move down")),
            (self.take_out, N_("Remove")),
            (self.edit, N_("Minutes and method of the step")),
            (self.picture, N_("Picture")),
        ):
            action.setText(_(words))
            action.setToolTip(f"{_(words)} ({action.shortcut().toString()})")
            action.setStatusTip(action.toolTip())

    # ---- the menus ------------------------------------------------------------------------------------------------

    @Slot()
    def _fill_add(self) -> None:
        menu = self.add.menu()
        menu.clear()
        if self._pair is None:
            return
        if self._pair.place.owner in ("module", "item"):
            self._offer(menu, N_("Unit"), self._add_unit)
            self._offer(menu, N_("Test question"), self._add_question)
            self._offer(menu, N_("Module of your own"), self.add_module)
            return
        for key, words in self._of_owner().items():
            self._offer(menu, words, partial(self._add_text, self._pair.place.owner_id, key, words))
        menu.addSeparator()
        assert self._owner is not None
        self._offer(menu, N_("Step"), self._add_step)
        if self._work.read(outline.empty_handout, self._owner):
            self._offer(menu, N_("Handout"), self._begin_handout)
        for key, words in IN_UNIT.items():
            self._offer(menu, words, partial(self._add_text, self._owner, key, words))
        known = self._work.read(outline.keys_of, self._owner)
        for key, words in ONCE.items():
            if key not in known:
                self._offer(menu, words, partial(self._add_text, self._owner, key, words))
        menu.addSeparator()
        for (kind, form), words in PARTS.items():
            self._offer(menu, words, partial(self._add_part, kind, form, words))

    def _of_owner(self) -> dict[str, str]:
        assert self._pair is not None
        place = self._pair.place
        return IN_OWNER.get(place.form) or IN_OWNER.get(place.owner) or {}

    @Slot()
    def _fill_unit(self) -> None:
        menu = self.unit.menu()
        menu.clear()
        if self._owner is None:
            return
        line = self._work.read(outline.of, self._owner)
        if line.is_unit:
            self._offer(menu, N_("Move this unit up"), partial(self._move_unit, -1))
            self._offer(menu, N_("Move this unit down"), partial(self._move_unit, 1))
        else:
            self._offer(menu, N_("Place of the module"), self._place_module)
        words = N_("Offer it again for new trainings") if line.retired else N_("Retire: no longer offer it")
        self._offer(menu, words, partial(self._retire, not line.retired))

    def _offer(self, menu: object, words: str, do: Callable[[], object]) -> None:
        action = QAction(_(words), self)
        action.setData(do)
        action.triggered.connect(self._run)
        menu.addAction(action)  # type: ignore[attr-defined]

    @Slot()
    def _run(self) -> None:
        chosen = self.sender()
        assert isinstance(chosen, QAction)
        chosen.data()()

    # ---- what is added ----------------------------------------------------------------------------------------------

    def _add_text(self, owner: UUID, key: str, words: str) -> None:
        assert self._pair is not None
        language = self._pair.source_language
        if said := new_text.ask(self, words, language):
            what = label(N_("Add to the curriculum: {words}"), words=said)
            self.made.emit(self._work.change(what, authoring.add_text, owner, key, said, language))

    def _add_part(self, kind: PartKind, form: str, words: str) -> None:
        assert self._pair is not None
        assert self._owner is not None
        if said := new_text.ask(self, words, self._pair.source_language):
            what = label(N_("Add to the curriculum: {words}"), words=said)
            key = self._work.change(what, authoring.add_part, self._owner, kind, form, said)
            self.made.emit(self._work.read(outline.first_ref, key))

    @Slot()
    def _begin_handout(self) -> None:
        assert self._pair is not None
        assert self._owner is not None
        if told := handout_words.ask(self, self._pair.source_language):
            what = label(N_("Add to the curriculum: {words}"), words=told.title)
            self._work.change(what, authoring.begin_handout, self._owner, told)
            self.finished.emit(_("Added: {name}").format(name=told.title))

    @Slot()
    def _add_step(self) -> None:
        assert self._owner is not None
        if told := step.ask(self):
            what = label(N_("Add to the curriculum: {words}"), words=told.title)
            key = self._work.change(
                what, authoring.add_step, self._owner, told.title, told.minutes, told.method, told.may_skip
            )
            self.made.emit(self._work.read(outline.first_ref, key))

    @Slot()
    def _add_unit(self) -> None:
        assert self._pair is not None
        assert self._owner is not None
        if said := new_text.ask(self, N_("Unit"), self._pair.source_language):
            self._work.change(label(N_("Add unit {title}"), title=said), authoring.add_unit, self._owner, said)
            self.finished.emit(_("Added: {name}").format(name=said))

    @Slot()
    def _add_question(self) -> None:
        assert self._owner is not None
        if told := question.ask(self, self._work.read(outline.of, self._owner).unit_codes):
            what = label(N_("Add to the curriculum: {words}"), words=told.stem)
            key = self._work.change(
                what,
                authoring.add_item,
                self._owner,
                told.unit_code,
                told.form,
                told.stem,
                told.options,
                told.answer,
            )
            self.made.emit(self._work.read(outline.first_ref, key))

    @Slot()
    def add_module(self) -> None:
        if told := module.ask(self, self._work.read(outline.module_codes)):
            what: Label = label(N_("Add module {title}"), title=told.title)
            self._work.change(what, authoring.begin_module, told.title, told.aim, told.language, _links(told))
            self.finished.emit(_("Added: {name}").format(name=told.title))

    # ---- what is changed ------------------------------------------------------------------------------------------

    @Slot()
    def _edit_step(self) -> None:
        assert self._pair is not None
        key = self._pair.place.owner_id
        now = self._work.read(outline.step, key)
        before = step.StepForm(now.title, now.minutes, now.method, now.may_skip)
        if told := step.ask(self, before):
            what = label(N_("Change step {title}"), title=before.title)
            self._work.change(what, authoring.set_step, key, told.minutes, told.method, told.may_skip)

    @Slot()
    def _choose_picture(self) -> None:
        assert self._pair is not None
        place = self._pair.place
        at = place.position if place.key == "card" else 0
        before = self._work.read(outline.picture_of, place.owner_id, at)
        name = picture.ask(self, before)
        if name is not None and name != before:
            what = label(N_("Change the picture: {name}"), name=place_words(place))
            self._work.change(what, authoring.set_picture, place.owner_id, name, at)
            self.finished.emit(_("Changed: {name}").format(name=place_words(place)))

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if (pair := self._pair) is None:
            return
        what = label(N_("Move: {name}"), name=place_words(pair.place))
        if not _is_title_of_one(pair):
            self._work.change(what, authoring.move_text, pair.ref, by)
        elif pair.place.owner == "step":
            self._work.change(what, authoring.move_step, pair.place.owner_id, by)
        else:
            self._work.change(what, authoring.move_part, pair.place.owner_id, by)
        self.made.emit(pair.ref)

    @Slot()
    def _remove(self) -> None:
        if (pair := self._pair) is None:
            return
        name = place_words(pair.place)
        what = label(N_("Remove: {name}"), name=name)
        if not _is_title_of_one(pair):
            self._work.change(what, authoring.remove_text, pair.ref)
        elif pair.place.owner == "step":
            self._work.change(what, authoring.remove_step, pair.place.owner_id)
        else:
            self._work.change(what, authoring.remove_part, pair.place.owner_id)
        self.finished.emit(_("Removed: {name}").format(name=name))

    def _move_unit(self, by: int) -> None:
        assert self._owner is not None
        code = self._work.read(outline.of, self._owner).code
        self._work.change(label(N_("Move: {name}"), name=code), authoring.move_unit, self._owner, by)

    def _retire(self, retired: bool) -> None:
        assert self._owner is not None
        code = self._work.read(outline.of, self._owner).code
        words = N_("Retire {code}") if retired else N_("Offer {code} again")
        self._work.change(label(words, code=code), authoring.retire, self._owner, retired)
        self.finished.emit(_(words).format(code=code))

    def _place_module(self) -> None:
        assert self._owner is not None
        line = self._work.read(outline.of, self._owner)
        codes = [code for code in self._work.read(outline.module_codes) if code != line.code]
        before = module.ModuleForm("", "", "", line.requires, line.complements, line.topics)
        if told := module.ask(self, codes, before):
            what = label(N_("Place of module {code}"), code=line.code)
            self._work.change(what, authoring.place_module, self._owner, _links(told))


def _links(told: module.ModuleForm) -> authoring.Links:
    return authoring.Links(told.requires, told.complements, told.topics)


def _has_picture(place: TextPlace) -> bool:
    return place.owner in ("handout", "item") or place.key == "card"


def _is_title_of_one(pair: TextPair | None) -> bool:
    """A step or a part is moved and removed by its title."""
    return pair is not None and (pair.place.owner, pair.place.key) in {
        ("step", "text"),
        ("reading", "title"),
        ("exercise", "title"),
        ("prop", "title"),
    }
