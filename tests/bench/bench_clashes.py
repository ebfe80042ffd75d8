"""How fast the clashes of a plan are found among thousands of sessions, against the one plain question behind it.

`python -m tests.bench.bench_clashes [sessions]` prints floor, ours, their ratio, and the growth when the sessions
double. The floor asks the same file in plain SQL for what else stands on these days with a trainer, venue or group.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

from tests.bench.timing import in_turns, shown
from trainer_app.db import bulk
from trainer_app.db.database import Database
from trainer_app.db.records import Enrolment, Membership, Training, TrainingSession, TrainingTrainer
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.people import PersonForm, Sex
from trainer_app.domain.trainings import NewTraining, TrainingKind
from trainer_app.i18n import label
from trainer_app.opening import open_folder
from trainer_app.services import clashes, groups, people, plans
from trainer_app.services.plans import Shift

SESSIONS, ROUNDS = 2000, 30
PEOPLE, GROUPS, TRAINERS, DAYS = 1200, 40, 10, 5
FIRST = date(2026, 1, 5)
FLOOR = """
    SELECT s.id, s.day, s.starts, s.ends, s.venue, t.group_id, x.person_id
    FROM training_session s JOIN training t ON t.id = s.training_id
    LEFT JOIN training_trainer x ON x.training_id = t.id
    WHERE s.day IN (?, ?, ?, ?, ?) AND NOT s.gone AND NOT s.cut
"""


def filled(folder: Path, sessions: int) -> tuple[Database, NewTraining, UUID]:
    """An office's year: trainings of five days, each for a group with its members enrolled."""
    db = open_folder(folder)
    with db.changing(label("Fill")) as s:
        persons = [people.add(s, PersonForm(f"PERSON {n:04}", sex=Sex.FEMALE)) for n in range(PEOPLE)]
        s.flush()
        kept = [groups.add(s, GroupForm(f"GROUP {n}", GroupKind.SAVINGS)) for n in range(GROUPS)]
        s.flush()
        share = PEOPLE // GROUPS
        members = {group: persons[n * share : (n + 1) * share] for n, group in enumerate(kept)}
        bulk.add_all(s, Membership, (_member(group, key) for group, keys in members.items() for key in keys))
        _add_trainings(s, kept, members, persons[:TRAINERS], sessions // DAYS)
    order = NewTraining(
        None, kept[0], FIRST + timedelta(days=70), DAYS, venue="Hall 3", trainers=tuple(persons[:2]), title="Plan"
    )
    with db.reading() as s:
        training = s.query(Training.id).limit(1).scalar()
    return db, order, training


def _member(group: UUID, person: UUID) -> dict[str, object]:
    return {"id": new_id(), "group_id": group, "person_id": person}


def _add_trainings(s: object, kept: list[UUID], members: dict[UUID, list[UUID]], leads: list[UUID], many: int) -> None:
    rows: dict[type, list[dict[str, object]]] = {Training: [], TrainingSession: [], TrainingTrainer: [], Enrolment: []}
    for number in range(many):
        key, group = new_id(), kept[number % GROUPS]
        head = {"id": key, "code": f"B-{number:04}", "kind": TrainingKind.TRAINING, "title": "Planned"}
        rows[Training].append(head | {"group_id": group, "venue": f"Hall {number % 12}"})
        begins = FIRST + timedelta(days=7 * (number % 48))
        for day in range(DAYS):
            held = begins + timedelta(days=day)
            hours = {"day": held, "planned_day": held, "starts": time(8, 30), "ends": time(16)}
            rows[TrainingSession].append({"id": new_id(), "training_id": key, "venue": f"Hall {number % 12}"} | hours)
        lead = leads[number % TRAINERS]
        rows[TrainingTrainer].append({"id": new_id(), "training_id": key, "person_id": lead})
        for place, person in enumerate(members[group], start=1):
            told = {"id": derived_id("enrolment", key, person), "training_id": key, "person_id": person}
            rows[Enrolment].append(told | {"number": place})
    for kind, told in rows.items():
        bulk.add_all(s, kind, told)  # type: ignore[arg-type]


def measure(sessions: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        db, order, training = filled(Path(folder) / "data", sessions)
        days = [(order.first_day + timedelta(days=n)).isoformat() for n in range(DAYS)]

        def floor() -> object:
            with db.engine.connect() as connection:
                return connection.exec_driver_sql(FLOOR, tuple(days)).fetchall()

        def ours() -> object:
            with db.reading() as s:
                return clashes.of_order(s, order, "en")

        def moved() -> object:
            with db.reading() as s:
                return plans.shifted(s, training, Shift(order.first_day), "en")

        ours(), moved()
        found = len(ours())  # type: ignore[arg-type]
        below, above = in_turns(floor, ours, ROUNDS)
        shown(f"clashes of a 5-day plan among {sessions} sessions, {found} found", below, above, "under 50 ms")
        below, whole = in_turns(floor, moved, ROUNDS)
        shown(f"a whole training looked at before it moves, {sessions} sessions", below, whole, "under 50 ms")
        db.close()
        return statistics.median(above)


def main() -> None:
    sessions = int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS
    one, two = measure(sessions), measure(2 * sessions)
    print(f"growth when the sessions double: {two / one:.2f}")


if __name__ == "__main__":
    main()
