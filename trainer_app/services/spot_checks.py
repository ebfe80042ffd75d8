"""Spot checks: people drawn from the lists, called back, and what they said."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Mark, Person, Project, SpotCheck, SpotCheckLine, Training, TrainingSession
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.integrity import CheckOutcome
from trainer_app.domain.rules import Attended
from trainer_app.domain.spot_checks import Candidate, Check, CheckHead, CheckLine, drawn
from trainer_app.errors import TrainerError
from trainer_app.i18n import _
from trainer_app.services import attended, curriculum, letterheads, people
from trainer_app.services.rules import rule

MOST = 200  # calls that anybody makes for one check


def draw(
    s: Session, count: int, seed: int, first: date, last: date, today: date, training_id: UUID | None = None
) -> UUID:
    """Draw so many people who are marked as having attended between these days. The check."""
    if not 1 <= count <= MOST:
        raise TrainerError(_("A spot check draws 1 to {most} people.").format(most=MOST), "count")
    if last < first:
        raise TrainerError(_("The last day is before the first."), "days")
    found = drawn(_candidates(s, first, last, training_id), count, seed)
    if not found:
        raise TrainerError(_("Nobody is marked as having come between these days."), "nobody")
    row = SpotCheck(id=new_id(), drawn_on=today, seed=seed, first_day=first, last_day=last, training_id=training_id)
    s.add(row)
    for position, one in enumerate(found, start=1):
        key = derived_id("spot-check", row.id, one.session_id, one.person_id)
        values = {"session_id": one.session_id, "person_id": one.person_id, "position": position}
        put(s, SpotCheckLine, key, check_id=row.id, **values)
    return row.id


def checks(s: Session, language: str) -> tuple[Check, ...]:
    """Every check with its lines, the latest first."""
    rows = s.scalars(select(SpotCheck).order_by(SpotCheck.drawn_on.desc(), SpotCheck.id.desc())).all()
    lines = _lines(s, [row.id for row in rows], language)
    titles, samples, letterhead = _titles(s, language), _samples(s), letterheads.of(s)
    return tuple(
        Check(
            CheckHead(
                row.id,
                row.drawn_on,
                row.seed,
                row.first_day,
                row.last_day,
                titles.get(row.training_id, "") if row.training_id else "",
                row.note,
                any(line.training_id in samples for line in lines.get(row.id, ())),
                letterhead,
            ),
            tuple(lines.get(row.id, ())),
        )
        for row in rows
    )


def drawn_before(s: Session) -> list[tuple[UUID, date, date, int, UUID | None]]:
    """(check, first day, last day, seed, training) of every check."""
    wanted = SpotCheck.id, SpotCheck.first_day, SpotCheck.last_day, SpotCheck.seed, SpotCheck.training_id
    return [(row[0], row[1], row[2], row[3], row[4]) for row in s.execute(select(*wanted))]


def drawn_already(s: Session, first: date, last: date, seed: int, training_id: UUID | None) -> UUID | None:
    """The check that was drawn with this seed from these days before: a seed is drawn once."""
    same = (first, last, seed, training_id)
    return next((key for key, *what in drawn_before(s) if tuple(what) == same), None)


def check(s: Session, check_id: UUID, language: str) -> Check:
    return next(one for one in checks(s, language) if one.head.id == check_id)


def set_outcome(s: Session, line_id: UUID, outcome: CheckOutcome | None, words: str, today: date) -> None:
    """What the person said when called; None when it was written by mistake."""
    row = s.get_one(SpotCheckLine, line_id)
    row.outcome, row.words = outcome, words.strip()
    row.called_on = today if outcome is not None else None


def remove(s: Session, check_id: UUID) -> None:
    """Take a check out of the lists with its calls; undo brings it back."""
    take_away(s.get_one(SpotCheck, check_id))
    for row in s.scalars(select(SpotCheckLine).where(SpotCheckLine.check_id == check_id)):
        take_away(row)


def _candidates(s: Session, first: date, last: date, training_id: UUID | None) -> list[Candidate]:
    """Who is marked as having attended: in the sample programme only where there is nothing else."""
    marks = select(Training.id, Mark.session_id, Mark.person_id, Project.is_sample).select_from(Mark)
    wanted = attended.of_register(marks)
    wanted = (
        wanted.join(Person, Person.id == Mark.person_id)
        .join(Training, Training.id == TrainingSession.training_id)
        .outerjoin(Project, Project.id == Training.project_id)
        .where(TrainingSession.day >= first, TrainingSession.day <= last, attended.came(rule(s, Attended)))
    )
    if training_id is not None:
        wanted = wanted.where(Training.id == training_id)
    rows = s.execute(wanted).all()
    real = [row for row in rows if not row.is_sample]
    return [Candidate(*row[:3]) for row in real or rows]


def _lines(s: Session, keys: list[UUID], language: str) -> dict[UUID, list[CheckLine]]:
    rows = s.execute(
        select(SpotCheckLine, Person, TrainingSession)
        .join(Person, Person.id == SpotCheckLine.person_id)
        .join(TrainingSession, TrainingSession.id == SpotCheckLine.session_id)
        .where(SpotCheckLine.check_id.in_(keys))
        .order_by(SpotCheckLine.position)
    ).all()
    groups = people.group_names(s, [person.id for _, person, _ in rows])
    titles = _titles(s, language)
    found: dict[UUID, list[CheckLine]] = {}
    for row, person, session in rows:
        line = CheckLine(
            id=row.id,
            position=row.position,
            person_id=person.id,
            name=person.name,
            phone=person.phone,
            group=groups.get(person.id, ""),
            session_id=session.id,
            training_id=session.training_id,
            training=titles.get(session.training_id, ""),
            day=session.day,
            outcome=row.outcome,
            called_on=row.called_on,
            words=row.words,
        )
        found.setdefault(row.check_id, []).append(line)
    return found


def _titles(s: Session, language: str) -> dict[UUID, str]:
    rows = s.execute(select(Training.id, Training.title, Training.module_id)).all()
    titles = curriculum.titles(s, [module for _, _, module in rows], language)
    return {key: title or titles[module] for key, title, module in rows}


def _samples(s: Session) -> frozenset[UUID]:
    wanted = select(Training.id).join(Project, Project.id == Training.project_id).where(Project.is_sample)
    return frozenset(s.scalars(wanted))
