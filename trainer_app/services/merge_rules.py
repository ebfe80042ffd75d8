"""What each table needs when the rows of one entry become those of another: a test holds that none is forgotten.

Any row that refers to the person who goes is moved, whatever its table. A rule adds what the mapping does not know:
how the key of the table is derived, and which two rows say the same thing, of which one person can have only one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from trainer_app.db.records import (
    Assessment,
    Call,
    Candidate,
    Certificate,
    Consent,
    Enrolment,
    Invitation,
    Kept,
    Mark,
    Membership,
    NationalId,
    Observation,
    PersonPair,
    Post,
    Replacement,
    Sitting,
    SpotCheckLine,
    Task,
    TrainerProfile,
    TrainingTrainer,
    Visit,
    WaitingPlace,
)
from trainer_app.domain.ids import derived_id

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MergeRule:
    """`same` names the columns by which two rows of one person are the same fact; None when no two are.

    Of two such rows the kept person's stays. When it is `silent`, it takes what the other says: the columns `tells`.
    """

    key: Callable[[Values], UUID] | None = None
    same: tuple[str, ...] | None = None
    tells: tuple[str, ...] = ()
    silent: Callable[[Values], bool] | None = None


def _key(kind: str, *columns: str) -> Callable[[Values], UUID]:
    """The key derived from these columns; what is empty is an empty part."""

    def made(row: Values) -> UUID:
        return derived_id(kind, *(part if (part := row[column]) is not None else "" for column in columns))

    return made


def _nothing_in(*columns: str) -> Callable[[Values], bool]:
    def silent(row: Values) -> bool:
        return not any(row[column] not in (None, "") for column in columns)

    return silent


def _has_left(row: Values) -> bool:
    return row["left_on"] is not None


def _task_key(row: Values) -> UUID:
    about = row["training_id"] or row["group_id"] or ""
    return derived_id("task", row["kind"], about, row["person_id"], row["since"] or "")


def pair_key(one: UUID, other: UUID) -> UUID:
    return derived_id("person-pair", *in_order(one, other))


def in_order(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    return (one, other) if one < other else (other, one)


def _pair_key(row: Values) -> UUID:
    return pair_key(row["first_id"], row["second_id"])


RULES: dict[type[Kept], MergeRule] = {
    Assessment: MergeRule(_key("assessment", "candidate_id", "criterion_id", "assessor"), ("criterion_id", "assessor")),
    Call: MergeRule(),
    Candidate: MergeRule(
        _key("candidate", "selection_id", "person_id"), ("selection_id",), ("decision", "note"), _nothing_in("decision")
    ),
    Certificate: MergeRule(_key("certificate", "training_id", "person_id"), ("training_id",)),
    Consent: MergeRule(
        _key("consent", "person_id", "given_on", "way"),
        tells=("withdrawn_on",),
        silent=_nothing_in("withdrawn_on"),  # who took it back in one entry took it back
    ),
    Enrolment: MergeRule(
        _key("enrolment", "training_id", "person_id"), ("training_id",), ("left_on", "left_reason"), _has_left
    ),
    Invitation: MergeRule(
        _key("invitation", "training_id", "person_id"),
        ("training_id",),
        ("told_on", "comes", "note"),
        _nothing_in("comes"),
    ),
    Mark: MergeRule(
        _key("mark", "session_id", "person_id"),
        ("session_id",),
        ("status", "minutes", "note", "source", "edited_late", "reason"),
        _nothing_in("status"),
    ),
    Membership: MergeRule(_key("membership", "person_id", "group_id", "role", "since"), ("group_id", "role", "until")),
    NationalId: MergeRule(same=("number",), tells=("noted_on",), silent=_nothing_in("noted_on")),
    Observation: MergeRule(),
    PersonPair: MergeRule(_pair_key),
    Post: MergeRule(
        _key("post", "person_id", "organisation_id", "duty", "since"), ("organisation_id", "duty", "until")
    ),
    Replacement: MergeRule(_key("replacement", "left_id")),
    Sitting: MergeRule(
        _key("sitting", "training_id", "person_id", "phase"),
        ("training_id", "phase"),
        ("form", "way", "score", "absent", "answers"),
        _nothing_in("score"),
    ),
    SpotCheckLine: MergeRule(
        _key("spot-check", "check_id", "session_id", "person_id"),
        ("check_id", "session_id"),
        ("outcome", "called_on", "words"),
        _nothing_in("outcome"),
    ),
    Task: MergeRule(_task_key),
    TrainerProfile: MergeRule(_key("trainer", "person_id"), ()),
    TrainingTrainer: MergeRule(_key("training-trainer", "training_id", "person_id"), ("training_id",)),
    Visit: MergeRule(),
    WaitingPlace: MergeRule(_key("waiting", "training_id", "person_id"), ("training_id",)),
}
OF_ANY_TABLE = MergeRule()
