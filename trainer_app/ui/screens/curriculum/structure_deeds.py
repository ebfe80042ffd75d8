"""What the editor adds, changes, moves and takes out: asked for in a window, then done as one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_app.domain.material import PartKind
from trainer_app.domain.translating import TextPair, TextPlace
from trainer_app.i18n import N_, Label, _, label
from trainer_app.services import authoring, outline
from trainer_app.services.outline import OutlineLine
from trainer_app.ui.dialogs import handout_words, module, new_text, picture, question, small_forms, step
from trainer_app.ui.models.texts import place_words, short

if TYPE_CHECKING:
    from trainer_app.ui.work import Work

TITLES = {("step", "text"), ("reading", "title"), ("exercise", "title"), ("prop", "title")}
"""A step or a part is moved and removed by its title."""


class StructureDeeds(QObject):
    """`wrote` carries the id of a text to write on with, `moved` of one to stay at, `made` the key of a unit or module
    to go to, `finished` what was done. `line` says what the owner is; `pair` is the text that is current."""

    wrote = Signal(str)
    moved = Signal(str)
    made = Signal(object)
    finished = Signal(str)

    def __init__(self, window: QWidget, work: Work) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self.owner: UUID | None = None
        self.line: OutlineLine | None = None
        self.pair: TextPair | None = None

    # ---- added ----------------------------------------------------------------------------------------------------

    def add_text(self, owner: UUID, key: str, words: str) -> None:
        language = self._line().source
        if said := new_text.ask(self._window, words, language):
            self.wrote.emit(self._work.change(_added(said), authoring.add_text, owner, key, said, language))

    def add_part(self, kind: PartKind, form: str, words: str) -> None:
        if said := new_text.ask(self._window, words, self._line().source):
            key = self._work.change(_added(said), authoring.add_part, self._owner(), kind, form, said)
            self.wrote.emit(self._work.read(outline.first_ref, key))

    @Slot()
    def begin_handout(self) -> None:
        if told := handout_words.ask(self._window, self._line().source):
            self._work.change(_added(told.title), authoring.begin_handout, self._owner(), told)
            self.finished.emit(_("Added: {name}").format(name=short(told.title)))

    @Slot()
    def add_step(self) -> None:
        if told := step.ask(self._window):
            form = told.title, told.minutes, told.method, told.may_skip
            key = self._work.change(_added(told.title), authoring.add_step, self._owner(), *form)
            self.wrote.emit(self._work.read(outline.first_ref, key))

    @Slot()
    def add_unit(self) -> None:
        if said := new_text.ask(self._window, N_("Unit"), self._line().source):
            what = label(N_("Add unit {title}"), title=short(said))
            self.made.emit(self._work.change(what, authoring.add_unit, self._owner(), said))

    @Slot()
    def add_question(self) -> None:
        if told := question.ask(self._window, self._line().unit_codes):
            form = told.unit_code, told.form, told.stem, told.options, told.answer
            key = self._work.change(_added(told.stem), authoring.add_item, self._owner(), *form)
            self.wrote.emit(self._work.read(outline.first_ref, key))

    @Slot()
    def add_module(self) -> None:
        if told := module.ask(self._window, self._work.read(outline.module_codes)):
            what = label(N_("Add module {title}"), title=short(told.title))
            form = told.title, told.aim, told.language, _links(told)
            self.made.emit(self._work.change(what, authoring.begin_module, *form))

    # ---- changed --------------------------------------------------------------------------------------------------

    @Slot()
    def edit(self) -> None:
        """What is not words: of a step its minutes, of a question its answer, of an exercise its lines."""
        place = self._place()
        if place.owner == "step":
            self._edit_step(place)
        elif place.owner == "item":
            self._edit_question(place)
        else:
            self._edit_size(place)

    def _edit_step(self, place: TextPlace) -> None:
        now = self._work.read(outline.step, place.owner_id)
        told = step.ask(self._window, step.StepForm(now.title, now.minutes, now.method, now.may_skip))
        if told:
            what = label(N_("Change step {title}"), title=short(now.title))
            self._work.change(what, authoring.set_step, place.owner_id, told.minutes, told.method, told.may_skip)

    def _edit_question(self, place: TextPlace) -> None:
        before = self._work.read(outline.item, place.owner_id)
        told = small_forms.ask_answer(self._window, before)
        if told and told != before:
            what = label(N_("Change: {name}"), name=place_words(place))
            self._work.change(what, authoring.set_item, place.owner_id, told.answer, told.retired)

    def _edit_size(self, place: TextPlace) -> None:
        before = self._work.read(outline.size, place.owner_id)
        told = small_forms.ask_size(self._window, before) if before else None
        if told and told != before:
            what = label(N_("Change: {name}"), name=place_words(place))
            self._work.change(what, authoring.set_size, place.owner_id, told)

    @Slot()
    def choose_picture(self) -> None:
        place = self._place()
        at = place.position if place.key == authoring.CARD else 0
        before = self._work.read(outline.picture_of, place.owner_id, at)
        name = picture.ask(self._window, before)
        if name is not None and name != before:
            what = label(N_("Change the picture: {name}"), name=place_words(place))
            self._work.change(what, authoring.set_picture, place.owner_id, name, at)
            self.finished.emit(_("Changed: {name}").format(name=place_words(place)))

    @Slot()
    def set_people(self) -> None:
        before = self._line().people
        told = small_forms.ask_people(self._window, before)
        if told and told != before:
            what = label(N_("Change: {name}"), name=self._line().code)
            self._work.change(what, authoring.set_people, self._owner(), *told)

    @Slot()
    def place_module(self) -> None:
        line = self._line()
        codes = [code for code in self._work.read(outline.module_codes) if code != line.code]
        before = module.ModuleForm("", "", "", line.requires, line.complements, line.topics)
        if told := module.ask(self._window, codes, before):
            what = label(N_("Place of module {code}"), code=line.code)
            self._work.change(what, authoring.place_module, self._owner(), _links(told))

    # ---- moved and taken out --------------------------------------------------------------------------------------

    @Slot()
    def move_up(self) -> None:
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place, ref = self._place(), self._ref()
        what = label(N_("Move: {name}"), name=place_words(place))
        if (place.owner, place.key) not in TITLES:
            self._work.change(what, authoring.move_text, ref, by)
        elif place.owner == "step":
            self._work.change(what, authoring.move_step, place.owner_id, by)
        else:
            self._work.change(what, authoring.move_part, place.owner_id, by)
        self.moved.emit(ref)

    @Slot()
    def remove(self) -> None:
        place = self._place()
        name = place_words(place)
        what = label(N_("Remove: {name}"), name=name)
        if (place.owner, place.key) not in TITLES:
            self._work.change(what, authoring.remove_text, self._ref())
        elif place.owner == "step":
            self._work.change(what, authoring.remove_step, place.owner_id)
        else:
            self._work.change(what, authoring.remove_part, place.owner_id)
        self.finished.emit(_("Removed: {name}").format(name=name))

    def move_unit(self, by: int) -> None:
        self._work.change(label(N_("Move: {name}"), name=self._line().code), authoring.move_unit, self._owner(), by)

    @Slot()
    def remove_unit(self) -> None:
        code = self._line().code
        self._work.change(label(N_("Remove: {name}"), name=code), authoring.remove_unit, self._owner())
        self.finished.emit(_("Removed: {name}").format(name=code))

    def retire(self, retired: bool) -> None:
        code = self._line().code
        words = N_("Retire {code}") if retired else N_("Offer {code} again")
        self._work.change(label(words, code=code), authoring.retire, self._owner(), retired)
        self.finished.emit(_(words).format(code=code))

    # ---- what they are about --------------------------------------------------------------------------------------

    def _owner(self) -> UUID:
        assert self.owner is not None
        return self.owner

    def _line(self) -> OutlineLine:
        assert self.line is not None
        return self.line

    def _place(self) -> TextPlace:
        assert self.pair is not None
        return self.pair.place

    def _ref(self) -> str:
        assert self.pair is not None
        return self.pair.ref


def _added(words: str) -> Label:
    return label(N_("Add to the curriculum: {words}"), words=short(words))


def _links(told: module.ModuleForm) -> authoring.Links:
    return authoring.Links(told.requires, told.complements, told.topics)
