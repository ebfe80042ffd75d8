"""Taking in a calendar: which sessions are new, which are known, which were moved there; and then writing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked
from trainer_app.db.records import Group, Module, Person, Training, TrainingSession
from trainer_app.domain.calendar_events import CalendarRead, EventProblem, ReadEvent, RefusedEvent, session_of
from trainer_app.domain.people import folded
from trainer_app.domain.trainings import NewTraining, SessionDeed, TrainingKind
from trainer_app.i18n import N_, _
from trainer_app.services import curriculum, session_events, trainings

REASONS = {
    EventProblem.NO_TITLE: N_("The event has no title."),
    EventProblem.NO_START: N_("When the event begins cannot be read."),
    EventProblem.BACKWARDS: N_("The event ends before it begins."),
    EventProblem.TOO_LONG: N_("The event lasts longer than a month."),
    EventProblem.TOO_OFTEN: N_("The event repeats every hour or more often."),
    EventProblem.YEAR: N_("The year of the event is not between 2000 and 2100."),
}


@dataclass(frozen=True, slots=True)
class KnownSession:
    """An event about a session that is here: the calendar may have it at another time (`moved`), or no more (`cut`)."""

    event: ReadEvent
    session_id: UUID
    moved: bool = False
    cut: bool = False
    held: bool = False
    """The calendar called it off, but people are marked in it: it stays."""
    day: date | None = None
    starts: time | None = None
    venue: str = ""

    @property
    def differs(self) -> bool:
        return self.moved or self.cut


@dataclass(frozen=True, slots=True)
class NewSeries:
    """Events that become one training: those of one series in the calendar."""

    series: str
    title: str
    events: tuple[ReadEvent, ...]
    module_id: UUID | None = None
    group_id: UUID | None = None
    trainers: tuple[UUID, ...] = ()
    training_id: UUID | None = None  # a training that is here, to which the calendar adds sessions


@dataclass(frozen=True, slots=True)
class ScheduleCheck:
    """Each event in exactly one place. Nothing is written yet. `cancelled` were called off before we knew them."""

    ready: tuple[NewSeries, ...]
    existing: tuple[KnownSession, ...]
    changed: tuple[KnownSession, ...]
    cancelled: tuple[ReadEvent, ...]
    refused: tuple[RefusedEvent, ...]

    @property
    def new_sessions(self) -> int:
        return sum(len(series.events) for series in self.ready)

    @property
    def rows(self) -> int:
        known = len(self.existing) + len(self.changed)
        return self.new_sessions + known + len(self.cancelled) + len(self.refused)


@dataclass(frozen=True, slots=True)
class ScheduleWritten:
    trainings: int = 0
    sessions: int = 0
    moved: int = 0


def check(s: Session, read: CalendarRead) -> ScheduleCheck:
    """Compare a calendar with the sessions that are here: by the UID of each event, never by its title."""
    known = _known(s, read.events)
    met: dict[str, KnownSession] = {}
    new: dict[str, ReadEvent] = {}
    cancelled: list[ReadEvent] = []
    for event in read.events:
        row = known.get(event.uid) if event.uid else None
        if row is not None:
            met[event.uid] = _compared(s, event, row)
        elif event.cut:
            cancelled.append(event)
        else:
            new[event.uid or f"row {event.row} {event.day}"] = event
    return ScheduleCheck(
        _series(s, new.values()),
        tuple(one for one in met.values() if not one.differs),
        tuple(one for one in met.values() if one.differs),
        tuple(cancelled),
        read.refused,
    )


def write(
    s: Session,
    check: ScheduleCheck,
    today: date,
    *,
    kind: TrainingKind = TrainingKind.MEETING,
    update: bool = False,
    project_id: UUID | None = None,
) -> ScheduleWritten:
    """Add what is new, and with `update` move and cut what the calendar moved and cut; the reasons say so."""
    for series in check.ready:
        _add(s, series, kind, project_id)
    changed = check.changed if update else ()
    for known in changed:
        _follow(s, known, today)
    made = sum(series.training_id is None for series in check.ready)
    return ScheduleWritten(made, check.new_sessions, len(changed))


def reason(refused: RefusedEvent) -> str:
    return _(REASONS[refused.code])


def _known(s: Session, events: Iterable[ReadEvent]) -> dict[str, TrainingSession]:
    """UID > the session that has it, as our own key or as the key of the calendar it came from."""
    uids = list(dict.fromkeys(event.uid for event in events if event.uid))
    ours = {key: uid for uid in uids if (key := session_of(uid)) is not None}
    found: dict[str, TrainingSession] = {}
    for part in chunked(list(ours)):
        rows = s.scalars(select(TrainingSession).where(TrainingSession.id.in_(part)))
        found |= {ours[row.id]: row for row in rows}
    for names in chunked(uids):
        found |= {row.uid: row for row in s.scalars(select(TrainingSession).where(TrainingSession.uid.in_(names)))}
    return found


def _compared(s: Session, event: ReadEvent, row: TrainingSession) -> KnownSession:
    there = (event.day, event.starts, event.ends)
    moved = there != (row.day, row.starts, row.ends) and not event.cut
    off = event.cut and not row.cut
    held = off and trainings.is_marked(s, row)
    return KnownSession(event, row.id, moved, off and not held, held, row.day, row.starts, row.venue)


def _series(s: Session, events: Iterable[ReadEvent]) -> tuple[NewSeries, ...]:
    together: dict[str, list[ReadEvent]] = {}
    for event in events:
        together.setdefault(event.series or f"row {event.row}", []).append(event)
    modules = _modules(s)
    codes = _codes(s, together)
    groups_here = _one_of_a_name(s, select(Group.name, Group.id))
    people_here = (
        _one_of_a_name(s, select(Person.name, Person.id)) if any(one[0].trainers for one in together.values()) else {}
    )
    made = []
    for name, found in together.items():
        first, group = found[0], groups_here.get(folded(found[0].group))
        title = first.title if group or not first.group else f"{first.title}, {first.group}"
        trainers = tuple(key for one in first.trainers if (key := people_here.get(folded(one))))
        module = _module(first.title, modules)
        made.append(NewSeries(name, title, tuple(found), module, group, trainers, codes.get(name)))
    return tuple(made)


def _one_of_a_name(s: Session, named: Select[str, UUID]) -> dict[str, UUID]:
    """Who or what is called so; a name that several have means nobody."""
    found: dict[str, list[UUID]] = {}
    for name, key in s.execute(named):
        found.setdefault(folded(name), []).append(key)
    return {name: keys[0] for name, keys in found.items() if name and len(keys) == 1}


def _codes(s: Session, names: Iterable[str]) -> dict[str, UUID]:
    """Code > training, of the series that are trainings of ours."""
    found: dict[str, UUID] = {}
    for part in chunked(list(names)):
        rows = s.execute(select(Training.code, Training.id).where(Training.code.in_(part)))
        found |= {code: key for code, key in rows}
    return found


def _modules(s: Session) -> dict[str, UUID]:
    """How a title may name a module: by its name in any language."""
    names: dict[str, UUID] = {}
    for language in ("en", "fr", "rw"):
        for module in curriculum.modules(s, language):
            names[folded(module.title)] = module.id
    codes = {folded(code): key for code, key in s.execute(select(Module.code, Module.id))}
    return names | codes


def _module(title: str, modules: Mapping[str, UUID]) -> UUID | None:
    """The module whose whole name stands in the title, the longest first; or whose code is a word of it."""
    words = f" {folded(title)} "
    for name in sorted(modules, key=len, reverse=True):
        if f" {name} " in words.replace(",", " "):
            return modules[name]
    return None


def _add(s: Session, series: NewSeries, kind: TrainingKind, project_id: UUID | None) -> None:
    first, *others = series.events
    training_id = series.training_id
    if training_id is None:
        kind = first.kind or (TrainingKind.TRAINING if series.module_id else kind)
        order = NewTraining(
            module_id=series.module_id,
            group_id=series.group_id,
            trainers=series.trainers,
            first_day=first.day,
            starts=first.starts,
            ends=first.ends,
            venue=first.venue,
            title="" if series.module_id else series.title,
            kind=kind,
        )
        training_id = trainings.add(s, order, project_id)
        s.flush()
        row = s.scalars(select(TrainingSession).where(TrainingSession.training_id == training_id)).one()
        row.uid = first.uid
    else:
        others = [first, *others]
    for event in others:
        key = trainings.add_session(s, training_id, event.day, event.starts, event.ends, event.venue)
        s.flush()
        s.get_one(TrainingSession, key).uid = event.uid


def _follow(s: Session, known: KnownSession, today: date) -> None:
    """No reason is kept: the gesture says that a calendar was imported."""
    event = known.event
    if known.cut:
        row = s.get_one(TrainingSession, known.session_id)
        before = session_events.when(row)
        row.cut = True
        session_events.note(s, row, SessionDeed.CUT, today, before=before)
    else:
        trainings.move_session(s, known.session_id, event.day, event.starts, event.ends, on=today)
