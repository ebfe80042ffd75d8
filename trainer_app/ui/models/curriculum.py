"""Modules and their units as a tree, and the same as a flat list for those who hear the screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from trainer_app.domain.curriculum import STATE_GLYPHS, ModuleLine, TextState, UnitLine, worst
from trainer_app.domain.people import folded
from trainer_app.domain.translating import Progress
from trainer_app.i18n import LANGUAGES, N_, _, pgettext
from trainer_app.ui.models.table import CENTRE, Column

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
LANGUAGE_CODES = tuple(LANGUAGES)
TITLE = 0
MODULE = 0  # internal id of a module; a unit has the number of its module, counted from 1
States = Mapping[str, TextState]


def state_word(state: TextState) -> str:
    return {
        TextState.MISSING: pgettext("state of a translation", "missing"),
        TextState.OUTDATED: pgettext("state of a translation", "outdated"),
        TextState.DRAFT: pgettext("state of a translation", "draft"),
        TextState.REVIEWED: pgettext("state of a translation", "reviewed"),
    }[state]


def state_words(state: TextState) -> str:
    """`✎ draft`"""
    return f"{STATE_GLYPHS[state]} {state_word(state)}"


def not_reviewed(states: States) -> str:
    """`Ikinyarwanda: ✎ draft. A reader has not approved this text yet.`; "" where every language is reviewed."""
    worse = {code: state for code, state in states.items() if state != TextState.REVIEWED}
    told = [
        _("{language}: {state}").format(language=LANGUAGES.get(code, code), state=state_words(state)) + "."
        for code, state in worse.items()
    ]
    if any(state != TextState.MISSING for state in worse.values()):
        told.append(_("A reader has not approved this text yet."))
    return " ".join(told)


def in_language(states: States, language: str) -> TextState:
    return states.get(language, TextState.MISSING)


def states_of(module: ModuleLine) -> dict[str, TextState]:
    """Of a module: the state of its weakest handout in each language."""
    with_page = [unit.states for unit in module.units if unit.handout_code]
    return {language: worst(in_language(states, language) for states in with_page) for language in LANGUAGE_CODES}


def with_progress(
    modules: Sequence[ModuleLine],
    progress: Mapping[UUID, Progress],
    language: str,
    wanted: Collection[TextState],
    current: UUID | None = None,
) -> tuple[ModuleLine, ...]:
    """Units with the state of all their texts, not of the page alone: those that have a text in a `wanted` state.
    A module stays when it or one of its units has one; its own texts are its title, its aim and its test. What is
    `current` stays until somebody goes elsewhere."""

    def has(key: UUID) -> bool:
        return key == current or (key in progress and progress[key].has(language, wanted))

    kept = []
    for module in modules:
        units = tuple(replace(unit, states=progress[unit.id].weakest) for unit in module.units if has(unit.id))
        if units or has(module.id):
            kept.append(replace(module, units=units))
    return tuple(kept)


def matching(modules: Sequence[ModuleLine], words: str) -> tuple[ModuleLine, ...]:
    """Modules with the units that fit: each word begins a word of the unit's or the module's code or title."""
    wanted = folded(words).split()
    if not wanted:
        return tuple(modules)
    kept = (_fitting(module, wanted) for module in modules)
    return tuple(module for module in kept if module.units or _fits(_about(module), wanted))


def _fitting(module: ModuleLine, wanted: list[str]) -> ModuleLine:
    about = _about(module)
    return replace(
        module, units=tuple(unit for unit in module.units if _fits(f"{about} {unit.code} {unit.title}", wanted))
    )


def _about(module: ModuleLine) -> str:
    return " ".join((module.code, module.title, *module.topics))


def _fits(text: str, wanted: list[str]) -> bool:
    parts = folded(text).replace("-", " ").split() + folded(text).split()
    return all(any(part.startswith(word) for part in parts) for word in wanted)


class CurriculumTree(QAbstractItemModel):
    """Two levels: modules, and their units below them. A column for the title, one for each language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.modules: tuple[ModuleLine, ...] = ()

    def show(self, modules: Sequence[ModuleLine]) -> None:
        """The same modules and units in other words or states are repainted: what is open stays open."""
        if _keys(modules) == _keys(self.modules):
            self.modules = tuple(modules)
            self._repaint()
        else:
            self.beginResetModel()
            self.modules = tuple(modules)
            self.endResetModel()

    def _repaint(self) -> None:
        last = self.columnCount() - 1
        for number, module in enumerate(self.modules):
            at = self.index(number, TITLE)
            self.dataChanged.emit(at, self.index(number, last))
            if module.units:
                self.dataChanged.emit(self.index(0, TITLE, at), self.index(len(module.units) - 1, last, at))

    def line(self, index: Index) -> ModuleLine | UnitLine:
        """What stands in a row."""
        if index.internalId() == MODULE:
            return self.modules[index.row()]
        return self.modules[index.internalId() - 1].units[index.row()]

    def index_of(self, key: UUID) -> QModelIndex:
        """The title of a module or a unit; an invalid index when it is not there."""
        for number, module in enumerate(self.modules):
            if module.id == key:
                return self.index(number, TITLE)
            for row, unit in enumerate(module.units):
                if unit.id == key:
                    return self.index(row, TITLE, self.index(number, TITLE))
        return QModelIndex()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else MODULE)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == MODULE:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, TITLE, MODULE)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.modules)
        if parent.internalId() == MODULE and parent.column() == TITLE:
            return len(self.modules[parent.row()].units)
        return 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1 + len(LANGUAGE_CODES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        language = LANGUAGE_CODES[section - 1] if section > TITLE else ""
        match role:
            case Role.DisplayRole:
                return language.upper() or _("Module and unit")
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return LANGUAGES.get(language) or _("Module and unit")
            case Role.TextAlignmentRole:
                return CENTRE if language else None
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.line(index)
        if index.column() == TITLE:
            return _title(line) if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole) else None
        language = LANGUAGE_CODES[index.column() - 1]
        states = states_of(line) if isinstance(line, ModuleLine) else line.states
        return _state(in_language(states, language), language, role)


def _keys(modules: Sequence[ModuleLine]) -> list[tuple[UUID, ...]]:
    return [(module.id, *(unit.id for unit in module.units)) for module in modules]


def _title(line: ModuleLine | UnitLine) -> str:
    words = f"{line.code} {line.title}"
    return _("{name} (retired)").format(name=words) if line.retired else words


def _state(state: TextState, language: str, role: int) -> object:
    match role:
        case Role.DisplayRole:
            return STATE_GLYPHS[state]
        case Role.ToolTipRole | Role.AccessibleTextRole:
            return _("{language}: {state}").format(language=LANGUAGES[language], state=state_word(state))
        case Role.TextAlignmentRole:
            return CENTRE
    return None


@dataclass(frozen=True, slots=True)
class FlatUnit:
    """A unit with its module beside it."""

    module: ModuleLine
    unit: UnitLine

    @property
    def id(self) -> UUID:
        return self.unit.id


def flat(modules: Sequence[ModuleLine]) -> tuple[FlatUnit, ...]:
    return tuple(FlatUnit(module, unit) for module in modules for unit in module.units)


def _in(language: str) -> Column[FlatUnit]:
    def words(row: FlatUnit) -> str:
        return state_words(in_language(row.unit.states, language))

    return Column(language.upper(), words, tip=lambda _row: LANGUAGES[language], sample="✓ reviewed   ")


FLAT_COLUMNS: tuple[Column[FlatUnit], ...] = (
    Column(N_("Code"), lambda row: row.unit.code, sample="M1-1.1 "),
    Column(N_("Unit"), lambda row: row.unit.title, tip=lambda row: row.module.title, stretch=True),
    *(_in(language) for language in LANGUAGE_CODES),
)
