"""What a calendar shows of the sessions of some days: those asked for, and which of them meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.domain.people import folded
from trainer_app.domain.trainings import Clash, SessionLine, TrainingKind, overlap

Clashes = Mapping[UUID, tuple[Clash, ...]]


class SessionState(StrEnum):
    """What waits with a session, or was done to it."""

    TO_MARK = "to_mark"
    MARKED = "marked"
    MOVED = "moved"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sessions are asked for; None and "" ask for all."""

    trainer: UUID | None = None
    venue: str = ""
    group: UUID | None = None
    kind: TrainingKind | None = None
    district: UUID | None = None
    state: SessionState | None = None

    @property
    def is_all(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class Entry:
    """A session with all that it can be found by."""

    line: SessionLine
    group_id: UUID | None = None
    place_id: UUID | None = None
    trainers: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """`clashes` has each session that meets another, also one that was not asked for."""

    lines: tuple[SessionLine, ...] = ()
    clashes: Clashes = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offered:
    """By what sessions can be found: only what some session has."""

    trainers: tuple[tuple[UUID, str], ...] = ()
    venues: tuple[str, ...] = ()
    groups: tuple[tuple[UUID, str], ...] = ()
    districts: tuple[tuple[UUID, str], ...] = ()


def fits(entry: Entry, wanted: Wanted, today: date, places: AbstractSet[UUID] = frozenset()) -> bool:
    """`places` are those in the district that is asked for."""
    return (
        (wanted.trainer is None or any(key == wanted.trainer for key, _name in entry.trainers))
        and (not wanted.venue or folded(entry.line.venue) == folded(wanted.venue))
        and (wanted.group is None or entry.group_id == wanted.group)
        and (wanted.kind is None or entry.line.kind == wanted.kind)
        and (wanted.district is None or entry.place_id in places)
        and (wanted.state is None or wanted.state in states(entry.line, today))
    )


def states(line: SessionLine, today: date) -> AbstractSet[SessionState]:
    """A session that is cut waits for nothing; a moved one may still have to be marked."""
    found = {SessionState.MOVED} if line.moved_from is not None else set()
    if line.cut:
        found.add(SessionState.CUT)
    elif line.is_marked:
        found.add(SessionState.MARKED)
    elif line.day <= today and line.enrolled:
        found.add(SessionState.TO_MARK)
    return found


def clashes_among(entries: Iterable[Entry]) -> dict[UUID, tuple[Clash, ...]]:
    """Sessions at the same time with the same trainer, venue or group; one that is cut is in nobody's way."""
    wanted: dict[tuple[date, str, object], list[tuple[str, SessionLine]]] = {}
    venues = _Folded()
    for entry in entries:
        if not entry.line.cut:
            for what, key, name in _wants(entry, venues):
                wanted.setdefault((entry.line.day, what, key), []).append((name, entry.line))
    found: dict[UUID, tuple[Clash, ...]] = {}
    for (_day, what, _key), sessions in wanted.items():
        for name, one, other in _meeting(sessions):
            for mine, its in ((one, other), (other, one)):
                found[mine.id] = (*found.get(mine.id, ()), Clash(what, name, its.day, its))
    return found


class _Folded(dict[str, str]):
    """A venue stands in hundreds of sessions: its name is folded once."""

    def __missing__(self, name: str) -> str:
        self[name] = folded(name)
        return self[name]


def _wants(entry: Entry, venues: _Folded) -> Iterable[tuple[str, object, str]]:
    """What a session needs for itself alone: kind, what it is known by, and its name."""
    for key, name in entry.trainers:
        yield "trainer", key, name
    if entry.line.venue.strip():
        yield "venue", venues[entry.line.venue], entry.line.venue
    if entry.group_id is not None:
        yield "group", entry.group_id, entry.line.group


def _meeting(sessions: Sequence[tuple[str, SessionLine]]) -> Iterable[tuple[str, SessionLine, SessionLine]]:
    """Pairs of those of one day whose hours overlap."""
    for number, (name, one) in enumerate(sessions):
        for _name, other in sessions[number + 1 :]:
            if overlap(one.starts, one.ends, other.starts, other.ends):
                yield name, one, other
