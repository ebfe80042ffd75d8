"""Why a figure moved since a report was frozen: what the journal says was done to the rows behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, chunked
from trainer_app.db.records import (
    Certificate,
    Change,
    ChangeRow,
    Enrolment,
    FrozenReport,
    Group,
    HeadCount,
    Kept,
    Mark,
    Membership,
    Person,
    PersonPair,
    Rule,
    Sitting,
    Training,
    TrainingSession,
    TrainingTest,
    TrainingTrainer,
    User,
)
from trainer_app.domain.indicators import Counted, Measure, Wanted
from trainer_app.i18n import Label
from trainer_app.services.history import moment


class Cause(StrEnum):
    """What was changed, the nearest to the person first."""

    MERGED = "merged"  # two entries became one: it moves everything that hangs on them
    MARK = "mark"
    SCORE = "score"
    CERTIFICATE = "certificate"
    REGISTER = "register"  # came onto the register, left it, is from outside, leads
    PERSON = "person"
    MEMBERSHIP = "membership"
    SESSION = "session"  # moved, cut, restored
    TRAINING = "training"
    GROUP = "group"
    RULE = "rule"


TABLES: dict[str, Cause] = {
    Mark.__tablename__: Cause.MARK,
    Sitting.__tablename__: Cause.SCORE,
    TrainingTest.__tablename__: Cause.SCORE,
    Certificate.__tablename__: Cause.CERTIFICATE,
    Enrolment.__tablename__: Cause.REGISTER,
    TrainingTrainer.__tablename__: Cause.REGISTER,
    PersonPair.__tablename__: Cause.MERGED,
    Person.__tablename__: Cause.PERSON,
    Membership.__tablename__: Cause.MEMBERSHIP,
    TrainingSession.__tablename__: Cause.SESSION,
    HeadCount.__tablename__: Cause.SESSION,
    Training.__tablename__: Cause.TRAINING,
    Group.__tablename__: Cause.GROUP,
    Rule.__tablename__: Cause.RULE,
}
KINDS: tuple[type[Kept], ...] = (
    Mark,
    Sitting,
    TrainingTest,
    Certificate,
    Enrolment,
    TrainingTrainer,
    PersonPair,
    Membership,
    TrainingSession,
    HeadCount,
)
"""Whose rows are about a person or a training that the journal need not tell again when a row is edited."""
OF_TESTS = frozenset({Measure.PASSED, Measure.GAINED})


@dataclass(frozen=True, slots=True)
class Because:
    """What was done, when and by whom; `label` is what the Undo button calls it."""

    cause: Cause
    when: datetime
    who: str
    label: Label


class _Written(NamedTuple):
    cause: Cause
    clock: int
    who: str
    label: Label
    person_id: UUID | None
    training_id: UUID | None
    group_id: UUID | None

    @property
    def because(self) -> Because:
        return Because(self.cause, moment(self.clock), self.who, self.label)


class Causes:
    """Everything that was written since a report was frozen, by what it is about."""

    def __init__(self, s: Session, frozen_id: UUID) -> None:
        self._s = s
        frozen_at = _clock(s, frozen_id)
        self.since = moment(frozen_at) if frozen_at else None
        written = _written(s, frozen_at) if frozen_at else []
        self._of_person: dict[UUID | None, list[_Written]] = defaultdict(list)
        self._of_training: dict[UUID | None, list[_Written]] = defaultdict(list)
        self._of_group: dict[UUID | None, list[_Written]] = defaultdict(list)
        for one in written:
            if one.person_id is not None:
                self._of_person[one.person_id].append(one)
            elif one.training_id is not None:
                self._of_training[one.training_id].append(one)
            elif one.group_id is not None:
                self._of_group[one.group_id].append(one)
        self.rules = tuple(one.because for one in written if one.cause is Cause.RULE)

    def of(self, counted: Sequence[Counted], wanted: Wanted) -> Because | None:
        """The nearest cause, and of several alike the latest; None where the journal says nothing."""
        found = [one for each in counted for one in self._about(each)]
        found = [one for one in found if wanted.measure in OF_TESTS or one.cause is not Cause.SCORE]
        order = list(Cause)
        nearest = min(found, key=lambda one: (order.index(one.cause), -one.clock), default=None)
        return nearest.because if nearest else (self.rules[-1] if self.rules else None)

    def _about(self, counted: Counted) -> Iterable[_Written]:
        """Of a person, what was written of them in this training or of them as such."""
        training = counted.training_id
        if counted.person_id is not None:
            own = self._of_person[counted.person_id]
            yield from (one for one in own if training is None or one.training_id in (None, training))
        yield from self._of_training[training]
        if counted.person_id is None or training is None:
            yield from self._of_group[counted.group_id]


def _clock(s: Session, frozen_id: UUID) -> int | None:
    """When the report was frozen, by the clock of the journal."""
    wanted = (
        select(func.min(Change.clock))
        .join(ChangeRow, and_(ChangeRow.device_id == Change.device_id, ChangeRow.number == Change.number))
        .where(ChangeRow.table_name == FrozenReport.__tablename__, ChangeRow.row_key == frozen_id)
    )
    return s.scalar(wanted)


def _written(s: Session, since: int) -> list[_Written]:
    """In the order in which it was done."""
    rows = s.execute(
        select(ChangeRow.table_name, ChangeRow.row_key, Change.clock, User.name, Change.label, Change.label_values)
        .join(Change, and_(ChangeRow.device_id == Change.device_id, ChangeRow.number == Change.number))
        .outerjoin(User, User.id == Change.actor_id)
        .where(Change.clock > since, ChangeRow.table_name.in_(TABLES))
        .order_by(Change.clock, Change.device_id, ChangeRow.position)
    ).all()
    about = _about(s, [(table, key) for table, key, *_more in rows])
    found = []
    for table, key, clock, who, words, values in rows:
        for person, training, group in about.get((table, key), [(None, None, None)]):
            told = Label(words, values or {})
            found.append(_Written(TABLES[table], clock, who or "", told, person, training, group))
    return found


Whose = tuple[UUID | None, UUID | None, UUID | None]
"""Person, training and group that a row is about."""


def _about(s: Session, keys: Iterable[tuple[str, UUID]]) -> dict[tuple[str, UUID], list[Whose]]:
    """Row > whose it is. What two persons share, a merge, is told of both."""
    of_table: dict[str, list[UUID]] = defaultdict(list)
    for table, key in dict.fromkeys(keys):
        of_table[table].append(key)
    found: dict[tuple[str, UUID], list[Whose]] = {}
    for kind in KINDS:
        for part in chunked(of_table.get(kind.__tablename__, [])):
            rows = s.scalars(select(kind).where(kind.id.in_(part)).execution_options(**{INCLUDE_GONE: True}))
            found |= {(kind.__tablename__, row.id): _whose(row) for row in rows}
    found |= {("person", key): [(key, None, None)] for key in of_table.get("person", ())}
    found |= {("training", key): [(None, key, None)] for key in of_table.get("training", ())}
    found |= {("group", key): [(None, None, key)] for key in of_table.get("group", ())}
    trainings = _trainings(s, {whose[1] for some in found.values() for whose in some})
    return {key: [(one[0], trainings.get(one[1], one[1]), one[2]) for one in some] for key, some in found.items()}


def _whose(row: Any) -> list[Whose]:  # noqa: ANN401
    """A mark and a count of heads name their session, which stands for its training for now."""
    if isinstance(row, PersonPair):
        return [(row.first_id, None, None), (row.second_id, None, None)]
    training = getattr(row, "training_id", None) or getattr(row, "session_id", None)
    return [(getattr(row, "person_id", None), training, getattr(row, "group_id", None))]


def _trainings(s: Session, keys: Iterable[UUID | None]) -> dict[UUID | None, UUID]:
    """Session > its training."""
    found: dict[UUID | None, UUID] = {}
    for part in chunked([key for key in keys if key is not None]):
        wanted = select(TrainingSession.id, TrainingSession.training_id).where(TrainingSession.id.in_(part))
        rows = s.execute(wanted.execution_options(**{INCLUDE_GONE: True}))
        found |= {session: training for session, training in rows}
    return found
