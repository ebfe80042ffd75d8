"""Taking in a list of groups: which are new, which are known, which must be looked at; then all in one change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.records import Group
from trainer_app.domain.groups import GroupKind
from trainer_app.domain.imports.group_rows import (
    GroupProblem,
    GroupRejected,
    GroupRow,
    GroupsRead,
)
from trainer_app.domain.imports.notes import Ignored
from trainer_app.domain.people import folded
from trainer_app.i18n import N_, _
from trainer_app.services import groups, places
from trainer_app.services.place_words import PlaceFinder

KIND_WORDS = "coop cooperative koperative vsla group groupe itsinda ikimina savings epargne association ishyirahamwe"
SAYS_NOTHING = frozenset(KIND_WORDS.split())


class GroupDoubt(StrEnum):
    """Why somebody must decide about a row."""

    SAME_NAME = "same_name"
    TWICE_IN_FILE = "twice_in_file"
    PARENT_UNKNOWN = "parent_unknown"
    PLACE_UNKNOWN = "place_unknown"


@dataclass(frozen=True, slots=True)
class KnownGroup:
    row: GroupRow
    group_id: UUID


@dataclass(frozen=True, slots=True)
class DoubtfulGroup:
    row: GroupRow
    code: GroupDoubt
    other: str = ""


@dataclass(frozen=True, slots=True)
class GroupsCheck:
    """Each row of the list in exactly one place. Nothing is written yet."""

    ready: tuple[GroupRow, ...]
    existing: tuple[KnownGroup, ...]
    doubtful: tuple[DoubtfulGroup, ...]
    rejected: tuple[GroupRejected, ...]
    ignored: tuple[Ignored, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.ready) + len(self.existing) + len(self.doubtful) + len(self.rejected)


REASONS = {
    GroupProblem.NO_NAME: N_("There is no name."),
    GroupProblem.NAME_WITHOUT_LETTERS: N_("“{value}” is not a name."),
    GroupProblem.TOO_LONG: N_("The text “{value}” is too long."),
    GroupProblem.KIND_UNKNOWN: N_("“{value}” is not a kind of group: write savings group, cooperative, training "
                                  "cohort, union branch, union or federation."),
    GroupProblem.DATE_UNREADABLE: N_("“{value}” is not a date."),
    GroupProblem.DATE_IN_FUTURE: N_("The day {value} is in the future."),
    GroupProblem.WAY_UNKNOWN: N_("“{value}” does not say whether the group was formed by itself: write yes or no."),
    GroupProblem.LOOP: N_("The group would be inside itself, through {value}."),
}  # fmt: skip
DOUBTS = {
    GroupDoubt.SAME_NAME: N_("A group of that name is known: {other}."),
    GroupDoubt.TWICE_IN_FILE: N_("Row {other} has the same name."),
    GroupDoubt.PARENT_UNKNOWN: N_("No group is called “{other}”: it would be added without a group around it."),
    GroupDoubt.PLACE_UNKNOWN: N_("“{other}” is not a known place: it would be kept in the note."),
}


def reason(rejected: GroupRejected) -> str:
    return _(REASONS[rejected.code]).format(value=rejected.value)


def doubt_reason(doubtful: DoubtfulGroup) -> str:
    return _(DOUBTS[doubtful.code]).format(other=doubtful.other)


def check(s: Session, read: GroupsRead) -> GroupsCheck:
    """Compare a list with the groups already known. Nothing that is doubtful is taken without a decision."""
    checker = _Checker(s, read.groups)
    ready: list[GroupRow] = []
    existing: list[KnownGroup] = []
    doubtful: list[DoubtfulGroup] = []
    rejected = list(read.rejected)
    for row in read.groups:
        verdict = checker.verdict(row)
        match verdict:
            case GroupRow():
                ready.append(verdict)
            case KnownGroup():
                existing.append(verdict)
            case DoubtfulGroup():
                doubtful.append(verdict)
            case GroupRejected():
                rejected.append(verdict)
    in_order = tuple(sorted(rejected, key=lambda bad: bad.row))
    return GroupsCheck(tuple(ready), tuple(existing), tuple(doubtful), in_order, read.ignored)


def write(s: Session, check: GroupsCheck, as_new: Collection[int] = ()) -> int:
    """Add the groups that are ready, and those of the doubtful rows `as_new`; how many they were."""
    rows = [*check.ready, *(doubt.row for doubt in check.doubtful if doubt.row.row in as_new)]
    rows.sort(key=lambda row: row.row)
    around = {row.row: row.parent for row in rows if row.parent}
    keys = groups.add_all(s, (row.form for row in rows))
    by_name = _by_name(s)
    for row, key in zip(rows, keys, strict=True):
        if (parent := by_name.get(folded(around.get(row.row, "")))) not in (None, key):
            s.get_one(Group, key).parent_id = parent
    return len(rows)


class _Checker:
    """Knows every group by its name, and the list as a whole."""

    def __init__(self, s: Session, rows: Iterable[GroupRow]) -> None:
        known = s.execute(select(Group.id, Group.name, Group.kind, Group.place_id)).all()
        self._names = {folded(name) for _, name, _, _ in known}
        self._paths = places.paths(s, (place for _, _, _, place in known))
        self._known: dict[str, list[tuple[UUID, str, GroupKind, UUID | None]]] = {}
        for key, name, kind, place in known:
            self._known.setdefault(name_key(name), []).append((key, name, kind, place))
        rows = tuple(rows)
        self._in_list = {folded(row.form.name) for row in rows}
        self._parents = {folded(row.form.name): folded(row.parent) for row in rows if row.parent}
        self._seen: dict[tuple[str, UUID | None], int] = {}
        self._places = PlaceFinder(s)
        self._districts = places.districts_of(s, (line[3] for line in known))
        self._s = s

    def verdict(self, row: GroupRow) -> GroupRow | KnownGroup | DoubtfulGroup | GroupRejected:
        if self._is_loop(row):
            return GroupRejected(row.row, "", GroupProblem.LOOP, row.parent)
        row, unplaced = self._placed(row)
        before = self._seen.setdefault((name_key(row.form.name), row.form.place_id), row.row)
        alike = self._known.get(name_key(row.form.name), [])
        for key, name, kind, place in alike:
            if folded(name) == folded(row.form.name) and kind is row.form.kind and self._may_be(row, place):
                return KnownGroup(row, key)
        if alike:
            _, name, _, place = alike[0]
            told = ", ".join(part for part in (name, self._paths[place]) if part)
            return DoubtfulGroup(row, GroupDoubt.SAME_NAME, told)
        if before != row.row:
            return DoubtfulGroup(row, GroupDoubt.TWICE_IN_FILE, str(before))
        if row.parent and folded(row.parent) not in self._names | self._in_list:
            return DoubtfulGroup(row, GroupDoubt.PARENT_UNKNOWN, row.parent)
        return DoubtfulGroup(row, GroupDoubt.PLACE_UNKNOWN, unplaced) if unplaced else row

    def _placed(self, row: GroupRow) -> tuple[GroupRow, str]:
        """The same with its place found, and the words that are no known place: those are kept in the note."""
        if not row.place:
            return row, ""
        place_id, left = self._places.find(row.place)
        note = "; ".join(part for part in (row.form.note, left) if part)
        return replace(row, form=replace(row.form, place_id=place_id, note=note)), left

    def _may_be(self, row: GroupRow, place: UUID | None) -> bool:
        """The same district, or one of the two does not say where it is."""
        if row.form.place_id is None or place is None or row.form.place_id == place:
            return True
        here = places.districts_of(self._s, [row.form.place_id]).get(row.form.place_id)
        return here is not None and here == self._districts.get(place)

    def _is_loop(self, row: GroupRow) -> bool:
        own, here, steps = folded(row.form.name), folded(row.parent), 0
        while here and steps <= len(self._parents):
            if here == own:
                return True
            here, steps = self._parents.get(here, ""), steps + 1
        return False


def name_key(name: str) -> str:
    """The same for `COOP Twisungane`, `Koperative TWISUNGANE` and `Twisungane`."""
    words = folded(name).split()
    return " ".join(sorted(word for word in words if word not in SAYS_NOTHING) or words)


def _by_name(s: Session) -> Mapping[str, UUID]:
    """Groups whose name only one has."""
    found: dict[str, list[UUID]] = {}
    for key, name in s.execute(select(Group.id, Group.name)):
        found.setdefault(folded(name), []).append(key)
    return {name: keys[0] for name, keys in found.items() if name and len(keys) == 1}
