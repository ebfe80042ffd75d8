"""Plans to use again: made from a training, or shipped; and the trainings of a period copied to another."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db import journal
from trainer_app.db.records import PlanTemplate, Training, TrainingSession, TrainingUnit
from trainer_app.domain import plans
from trainer_app.domain.plans import Copied, Plan
from trainer_app.domain.text import tidy
from trainer_app.domain.trainings import NewTraining, Slot, TrainingKind
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _, screen
from trainer_app.services import calendar, clashes, trainings

SHIPPED = (
    Plan(None, N_("Training of five days"), TrainingKind.TRAINING, None, plans.daily(5)),
    Plan(None, N_("Three days, morning and afternoon"), TrainingKind.TRAINING, None, plans.half_days(3)),
    Plan(None, N_("A half-day a week, eight weeks"), TrainingKind.TRAINING, None, plans.every(7, 8)),
    Plan(None, N_("A meeting every four weeks, twelve times"), TrainingKind.MEETING, None, plans.every(28, 12)),
)
MARGIN = timedelta(days=120)  # beyond the end of a plan, in which days off are looked for


@dataclass(frozen=True, slots=True)
class Copy:
    """Which trainings are planned again, from when on; and what is left out on the way."""

    first: date
    last: date
    to: date
    """The new first day of the period: trainings keep their weekday, so they move by whole weeks."""
    skip_days_off: bool = False
    but: frozenset[UUID] = frozenset()
    """Trainings of the period that are not copied."""


def all_plans(s: Session) -> tuple[Plan, ...]:
    """One's own, by name, then those that ship: the name of a shipped one is marked with N_()."""
    rows = s.scalars(select(PlanTemplate).order_by(func.lower(PlanTemplate.name), PlanTemplate.id))
    return (*(_plan(row) for row in rows), *SHIPPED)


def make(s: Session, training_id: UUID, name: str, note: str = "") -> UUID:
    """A plan from what a training is now; what was cut is no part of it. Raises TrainerError."""
    if not tidy(name):
        raise TrainerError(_("Write how the plan is called."), "no_name")
    if any(tidy(name).casefold() == plan.name.casefold() for plan in all_plans(s)):
        raise TrainerError(_("There is a plan with this name already: choose another."), "same_name")
    training = s.get_one(Training, training_id)
    slots = _slots(s, [training_id]).get(training_id, ())
    if not slots:
        raise TrainerError(_("This training has no session to make a plan of."), "no_session")
    row = PlanTemplate(
        name=tidy(name),
        kind=training.kind,
        module_id=training.module_id,
        sessions=plans.as_json(plans.plan_of(slots)),
        note=tidy(note),
    )
    s.add(row)
    return row.id


def remove(s: Session, plan_id: UUID) -> None:
    journal.remove(s.get_one(PlanTemplate, plan_id))


def slots(
    s: Session,
    plan: Plan,
    first_day: date,
    *,
    skip_sundays: bool = True,
    skip_days_off: bool = False,
    place_id: UUID | None = None,
) -> tuple[Slot, ...]:
    """The sessions of the plan from this day on."""
    last = first_day + timedelta(days=max((one.day for one in plan.sessions), default=0)) + MARGIN
    closed = calendar.closed_days(s, first_day, last, place_id) if skip_days_off else frozenset()
    return plans.use(plan, first_day, skip_sundays, closed)


def copied(s: Session, copy: Copy, language: str) -> tuple[Copied, ...]:
    """What copying the period would plan, and what each clashes with: looked at before it is done."""
    lines = {line.id: line for line in trainings.trainings(s, language)}
    known = _slots(s, lines)
    chosen = [
        line
        for line in sorted(lines.values(), key=lambda line: (line.first_day, line.code))
        if copy.first <= line.first_day <= copy.last and line.id not in copy.but and known.get(line.id)
    ]
    return tuple(_copied(s, copy, line.id, (line.title, line.group), known[line.id], language) for line in chosen)


def copy_period(s: Session, copy: Copy, on: date) -> tuple[UUID, ...]:
    """Plan the trainings of the period again, for the same groups with the members they have now."""
    made = []
    for one in copied(s, copy, screen().language):
        if len(one.slots) > trainings.LONGEST:
            sentence = _("“{title}” has more than {count} sessions. Leave it out of the copy.")
            raise TrainerError(sentence.format(title=one.title, count=trainings.LONGEST), "days")
        order = _order(s, one, on)
        made.append(trainings.add(s, order, s.get_one(Training, one.training_id).project_id))
        s.flush()
    return tuple(made)


def _copied(
    s: Session, copy: Copy, training_id: UUID, names: tuple[str, str], old: tuple[Slot, ...], language: str
) -> Copied:
    before = tuple(dict.fromkeys(slot.day for slot in old))
    begins = before[0] + plans.whole_weeks(copy.first, copy.to)
    closed = _closed(s, copy, training_id, begins, before[-1] - before[0])
    new = plans.laid_out(before, begins, closed=closed)
    wanted = tuple(Slot(new[slot.day], slot.starts, slot.ends, slot.topic) for slot in old)
    found = clashes.of_slots(s, wanted, clashes.wish_of_training(s, training_id), language)
    return Copied(training_id, *names, before, wanted, found)


def _closed(s: Session, copy: Copy, training_id: UUID, begins: date, length: timedelta) -> Collection[date]:
    if not copy.skip_days_off:
        return ()
    return calendar.closed_days(s, begins, begins + length + MARGIN, s.get_one(Training, training_id).place_id)


def _order(s: Session, one: Copied, on: date) -> NewTraining:
    row = s.get_one(Training, one.training_id)
    units = s.scalars(select(TrainingUnit.unit_id).where(TrainingUnit.training_id == row.id)).all()
    return NewTraining(
        module_id=row.module_id,
        group_id=row.group_id,
        first_day=one.slots[0].day,
        place_id=row.place_id,
        venue=row.venue,
        trainers=tuple(key for key, _name in trainings.trainers(s, row.id)),
        unit_ids=tuple(units),
        title=row.title,
        kind=row.kind,
        slots=one.slots,
        places=row.places,
        reason="" if one.clashes else None,
        decided_on=on,
    )


def _slots(s: Session, training_ids: Iterable[UUID]) -> dict[UUID, tuple[Slot, ...]]:
    """Training > its sessions as they now are, in order, without those that were cut."""
    rows = s.scalars(
        select(TrainingSession)
        .where(TrainingSession.training_id.in_(list(training_ids)), TrainingSession.cut.is_(False))
        .order_by(TrainingSession.day, TrainingSession.starts, TrainingSession.id)
    )
    found: dict[UUID, tuple[Slot, ...]] = {}
    for row in rows:
        slot = Slot(row.day, row.starts, row.ends, row.topic)
        found[row.training_id] = (*found.get(row.training_id, ()), slot)
    return found


def _plan(row: PlanTemplate) -> Plan:
    return Plan(row.id, row.name, row.kind, row.module_id, plans.from_json(row.sessions), row.note)
