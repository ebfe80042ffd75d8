"""Those who train: what they can teach and in which languages, and what each of them has done so far."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Person, TrainerProfile, TrainingTrainer
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import PersonLine, folded
from trainer_app.domain.trainers import Tier, TrainerForm, TrainerLine
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import cascade, people, places
from trainer_app.services.organisations import refuse_days
from trainer_app.services.person_search import are_many, matches

FIELDS = ("tier", "modules", "languages", "since", "until", "note")
NOTHING: tuple[int, int, date | None] = (0, 0, None)
RANKS = {tier: number for number, tier in enumerate(Tier)}


def trainers(
    s: Session, search: str = "", module: str | None = None, language: str | None = None, tier: Tier | None = None
) -> tuple[TrainerLine, ...]:
    """Those with a profile and those who led a training, the highest tier first, then by name."""
    words = folded(search).split()
    return tuple(
        line
        for line in _lines(s)
        if (module is None or module in line.modules)
        and (language is None or language in line.languages)
        and (tier is None or line.tier is tier)
        and all(_begins(word, f"{line.name} {line.code}") for word in words)
    )


def line(s: Session, person_id: UUID) -> TrainerLine | None:
    """The same of one person; None for somebody who never trained anybody and is not meant to."""
    return next(iter(_lines(s, person_id)), None)


def profile(s: Session, person_id: UUID) -> TrainerForm | None:
    row = s.scalars(select(TrainerProfile).where(TrainerProfile.person_id == person_id)).first()
    return _form(row) if row else None


def write(s: Session, person_id: UUID, form: TrainerForm) -> UUID:
    """Make the person a trainer, or correct what is known of them as one."""
    refuse_days(form.since, form.until)
    values = {name: getattr(form, name) for name in FIELDS}
    values |= {"modules": list(form.modules), "languages": list(form.languages), "note": form.note.strip()}
    return put(s, TrainerProfile, derived_id("trainer", person_id), person_id=person_id, **values).id


def write_all(s: Session, person_ids: Iterable[UUID], form: TrainerForm) -> None:
    """The same for several persons."""
    for person_id in person_ids:
        write(s, person_id, form)


def remove(s: Session, person_id: UUID) -> None:
    """The person is no trainer. What they led stays."""
    row = s.scalars(select(TrainerProfile).where(TrainerProfile.person_id == person_id)).first()
    if row is None:
        raise TrainerError(_("This person is not written down as a trainer."), "no_trainer")
    take_away(row)


def suggested(s: Session, search: str, limit: int) -> tuple[PersonLine, ...]:
    """Whom a training's trainers are chosen from: those who train today first, then everybody, by name."""
    now = select(TrainerProfile.person_id).where(TrainerProfile.until.is_(None))
    first = s.scalars(
        select(Person)
        .where(matches(search), Person.id.in_(now))
        .order_by(func.lower(Person.name), Person.id)
        .limit(limit)
    )
    found = people.lines(s, first.all())
    if len(found) == limit or are_many(s, search):
        return found or people.people(s, search, limit=limit)
    known = {line.id for line in found}
    rest = (line for line in people.people(s, search, limit=limit) if line.id not in known)
    return (*found, *rest)[:limit]


def _form(row: TrainerProfile) -> TrainerForm:
    return TrainerForm(row.tier, tuple(row.modules), tuple(row.languages), row.since, row.until, row.note)


def _lines(s: Session, only: UUID | None = None) -> tuple[TrainerLine, ...]:
    """Those with a profile and those who led something, or `only` this one of them."""
    profiles = {row.person_id: _form(row) for row in s.scalars(select(TrainerProfile))}
    led = select(TrainingTrainer.person_id)
    wanted = select(Person).where(or_(Person.id.in_(led), Person.id.in_(select(TrainerProfile.person_id))))
    rows = s.scalars(wanted.where(Person.id == only) if only else wanted).all()
    where = places.paths(s, [row.place_id for row in rows])
    done = _done(s, only)
    lines = [_line(row, profiles.get(row.id), where[row.place_id], done.get(row.id, NOTHING)) for row in rows]
    return tuple(sorted(lines, key=_rank))


def _done(s: Session, only: UUID | None) -> dict[UUID, tuple[int, int, date | None]]:
    """Trainer > (trainings, people, last day)."""
    trainings: dict[UUID, set[UUID]] = {}
    seen: dict[UUID, set[UUID]] = {}
    for one in cascade.taught(s, only):
        trainings.setdefault(one.trainer, set()).add(one.training)
        seen.setdefault(one.trainer, set()).add(one.person)
    last = cascade.last_days(s)
    return {key: (len(trainings[key]), len(seen[key]), last.get(key)) for key in trainings}


def _line(row: Person, form: TrainerForm | None, place: str, done: tuple[int, int, date | None]) -> TrainerLine:
    told = form or TrainerForm()
    return TrainerLine(
        row.id,
        row.code,
        row.name,
        row.phone,
        place,
        form.tier if form else None,
        told.modules,
        told.languages,
        told.since,
        told.until,
        *done,
    )


def _rank(line: TrainerLine) -> tuple[int, str]:
    return (RANKS[line.tier] if line.tier else len(RANKS), line.name.casefold())


def _begins(word: str, text: str) -> bool:
    return any(part.startswith(word) for part in folded(text).split())
