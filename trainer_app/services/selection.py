"""Choosing people by written criteria: the sheet, the candidates, the points of each assessor, the decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import Assessment, Candidate, Criterion, Person, Project, Selection, Training, WaitingPlace
from trainer_app.domain import selection as choosing
from trainer_app.domain.ids import derived_id
from trainer_app.domain.selection import (
    CandidateLine,
    CriterionLine,
    Decision,
    SelectionLine,
    SelectionSheet,
    Signatory,
)
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import _, screen
from trainer_app.services import curriculum, letterheads, people, waiting


def selections(s: Session, training_id: UUID | None = None) -> tuple[SelectionLine, ...]:
    """Every selection, or those for one training; the latest first."""
    wanted = select(Selection).order_by(Selection.held_on.desc(), Selection.id.desc())
    rows = s.scalars(wanted.where(Selection.training_id == training_id) if training_id else wanted).all()
    counts = dict(
        s.execute(select(Candidate.selection_id, func.count(Candidate.id)).group_by(Candidate.selection_id)).all()
    )
    return tuple(
        SelectionLine(row.id, row.title, row.training_id, row.held_on, row.places, counts.get(row.id, 0))
        for row in rows
    )


def sheet(s: Session, selection_id: UUID, language: str) -> SelectionSheet:
    """The selection with its criteria, candidates and points."""
    row = s.get_one(Selection, selection_id)
    training = s.get(Training, row.training_id) if row.training_id else None
    title = (
        (training.title or curriculum.titles(s, [training.module_id], language)[training.module_id]) if training else ""
    )
    project = s.get(Project, training.project_id) if training and training.project_id else None
    return SelectionSheet(
        row.id,
        row.title,
        row.training_id,
        title,
        row.held_on,
        row.places,
        tuple(Signatory(one["name"], one.get("function", "")) for one in row.committee),
        _criteria(s, selection_id),
        _candidates(s, selection_id),
        row.note,
        bool(project and project.is_sample),
        letterheads.of(s, project.id if project else None),
    )


def add(
    s: Session,
    title: str,
    held_on: date,
    places: int,
    training_id: UUID | None = None,
    committee: Iterable[Signatory] = (),
) -> UUID:
    """A selection without criteria yet."""
    _refuse(title, places)
    row = Selection(title=tidy(title), training_id=training_id, held_on=held_on, places=places, committee=[], note="")
    s.add(row)
    s.flush()
    set_committee(s, row.id, committee)
    return row.id


def edit(s: Session, selection_id: UUID, title: str, held_on: date, places: int, note: str = "") -> None:
    _refuse(title, places)
    row = s.get_one(Selection, selection_id)
    row.title, row.held_on, row.places, row.note = tidy(title), held_on, places, note.strip()


def remove(s: Session, selection_id: UUID) -> None:
    """Take the selection away with its candidates; undo brings it back."""
    take_away(s.get_one(Selection, selection_id))
    for row in s.scalars(select(Candidate).where(Candidate.selection_id == selection_id)):
        take_away(row)


def set_committee(s: Session, selection_id: UUID, committee: Iterable[Signatory]) -> None:
    """Who signs, in this order. A name that is corrected in its place keeps the points that were given under it.

    Two members cannot have one name: their points could not be told apart. Who gave points stays. Raises TrainerError.
    """
    members = [Signatory(tidy(one.name), tidy(one.function)) for one in committee if tidy(one.name)]
    if len({one.name.casefold() for one in members}) < len(members):
        raise TrainerError(_("Two members of the committee have the same name. Write one in full."), "same_name")
    told = [{"name": one.name, "function": one.function} for one in members]
    row = s.get_one(Selection, selection_id)
    if row.committee != told:
        _keep_points(s, selection_id, [one["name"] for one in row.committee], [one.name for one in members])
        row.committee = told


def set_criteria(s: Session, selection_id: UUID, criteria: Sequence[CriterionLine]) -> None:
    """The criteria in this order; one without a key is new, one that is left out is taken away.

    They are written before anybody is judged: once points were given, refused. Raises TrainerError.
    """
    if _has_points(s, selection_id):
        sentence = _("Points were given by these criteria. Clear the points before you change the criteria.")
        raise TrainerError(sentence, "has_points")
    if any(not tidy(line.words) or line.most <= 0 or line.weight <= 0 for line in criteria):
        raise TrainerError(_("Each criterion needs words, points and a weight above nought."), "criterion")
    rows = {row.id: row for row in s.scalars(select(Criterion).where(Criterion.selection_id == selection_id))}
    kept = {line.id for line in criteria}
    for key, row in rows.items():
        if key not in kept:
            take_away(row)
    for position, line in enumerate(criteria):
        told = {"position": position, "words": tidy(line.words), "most": line.most, "weight": line.weight}
        put(s, Criterion, line.id, selection_id=selection_id, **told)


def add_candidates(s: Session, selection_id: UUID, person_ids: Iterable[UUID]) -> None:
    for person_id in person_ids:
        put(s, Candidate, _candidate(selection_id, person_id), selection_id=selection_id, person_id=person_id)


def add_waiting(s: Session, selection_id: UUID) -> int:
    """Whoever waits for a place in the training is a candidate; how many they are."""
    training = s.get_one(Selection, selection_id).training_id
    wanted = select(WaitingPlace.person_id).join(Person, Person.id == WaitingPlace.person_id)
    waiting_ones = list(s.scalars(wanted.where(WaitingPlace.training_id == training)))
    add_candidates(s, selection_id, waiting_ones)
    return len(waiting_ones)


def remove_candidate(s: Session, candidate_id: UUID) -> None:
    take_away(s.get_one(Candidate, candidate_id))


def give(s: Session, candidate_id: UUID, criterion_id: UUID, assessor: str, points: float | None) -> None:
    """Points of one assessor in one criterion; None clears. Raises TrainerError above the most."""
    most = s.get_one(Criterion, criterion_id).most
    if points is not None and not 0 <= points <= most:
        sentence = _("This criterion gives 0 to {most} points.")
        raise TrainerError(sentence.format(most=screen().number(most)), "too_many_points")
    key = derived_id("assessment", candidate_id, criterion_id, assessor)
    told = {"candidate_id": candidate_id, "criterion_id": criterion_id, "assessor": assessor}
    if points is not None:
        put(s, Assessment, key, points=points, **told)
    else:
        for row in s.scalars(select(Assessment).where(Assessment.id == key)):
            take_away(row)


def clear_points(s: Session, selection_id: UUID) -> int:
    """Take all points back, so that the criteria can be changed; how many they were."""
    rows = _points(s, selection_id)
    for row in rows:
        take_away(row)
    return len(rows)


def decide(s: Session, candidate_id: UUID, decision: Decision | None, note: str = "") -> None:
    row = s.get_one(Candidate, candidate_id)
    row.decision, row.note = decision, note.strip()


def decide_by_rank(s: Session, selection_id: UUID, language: str) -> int:
    """Chosen while there are places, reserve after. How many are left to the committee: a tie at the last place."""
    found = sheet(s, selection_id, language)
    wanted = choosing.proposed(choosing.ranked(found), found.places)
    for line in found.candidates:
        decide(s, line.id, wanted[line.id], line.note)
    return sum(decision is None for decision in wanted.values())


def carry_out(s: Session, selection_id: UUID, today: date) -> tuple[int, int]:
    """The chosen get a place in the training, the reserve waits for one: (how many, how many)."""
    training = s.get_one(Selection, selection_id).training_id
    if training is None:
        raise TrainerError(_("This selection is for no training. Say which one first."), "no_training")
    mine = select(Candidate).join(Person, Person.id == Candidate.person_id)
    rows = s.scalars(mine.where(Candidate.selection_id == selection_id)).all()
    chosen = [row.person_id for row in rows if row.decision is Decision.CHOSEN]
    reserve = [row.person_id for row in rows if row.decision is Decision.RESERVE]
    for person_id in chosen:
        waiting.give(s, training, person_id)
        s.flush()
    return len(chosen), waiting.ask_all(s, training, reserve, today)


def set_training(s: Session, selection_id: UUID, training_id: UUID | None) -> None:
    s.get_one(Selection, selection_id).training_id = training_id


def points_for(s: Session, training_id: UUID) -> Mapping[UUID, float]:
    """Person > total in the latest selection for this training; empty when there was none with points."""
    for line in selections(s, training_id):
        found = sheet(s, line.id, "en")
        if found.has_points:
            return {one.who.person_id: one.total for one in choosing.ranked(found) if one.who.points}
    return {}


def _refuse(title: str, places: int) -> None:
    if not tidy(title):
        raise TrainerError(_("A selection needs a title."), "no_title")
    if places < 1:
        raise TrainerError(_("A selection is for at least one place."), "places")


def _has_points(s: Session, selection_id: UUID) -> bool:
    mine = select(Candidate.id).where(Candidate.selection_id == selection_id)
    return s.scalars(select(Assessment.id).where(Assessment.candidate_id.in_(mine)).limit(1)).first() is not None


def _points(s: Session, selection_id: UUID) -> Sequence[Assessment]:
    mine = select(Candidate.id).where(Candidate.selection_id == selection_id)
    return s.scalars(select(Assessment).where(Assessment.candidate_id.in_(mine))).all()


def _keep_points(s: Session, selection_id: UUID, before: Sequence[str], after: Sequence[str]) -> None:
    """Points stand under the name of who gave them: they follow a name that was corrected in its place."""
    in_place = zip(before, after, strict=True) if len(before) == len(after) else ()
    corrected = {old: new for old, new in in_place if old not in after and new not in before}
    for row in _points(s, selection_id):
        if row.assessor in corrected:
            _move(s, row, corrected[row.assessor])
        elif row.assessor in before and row.assessor not in after:
            sentence = _("{name} gave points. Write the correct name in the same row, or clear the points first.")
            raise TrainerError(sentence.format(name=row.assessor), "gave_points")


def _move(s: Session, row: Assessment, assessor: str) -> None:
    take_away(row)
    key = derived_id("assessment", row.candidate_id, row.criterion_id, assessor)
    told = {"candidate_id": row.candidate_id, "criterion_id": row.criterion_id, "points": row.points}
    put(s, Assessment, key, assessor=assessor, **told)


def _criteria(s: Session, selection_id: UUID) -> tuple[CriterionLine, ...]:
    rows = s.scalars(
        select(Criterion).where(Criterion.selection_id == selection_id).order_by(Criterion.position, Criterion.id)
    )
    return tuple(CriterionLine(row.id, row.words, row.most, row.weight) for row in rows)


def _candidates(s: Session, selection_id: UUID) -> tuple[CandidateLine, ...]:
    rows = s.execute(
        select(Candidate, Person)
        .join(Person, Person.id == Candidate.person_id)
        .where(Candidate.selection_id == selection_id)
        .order_by(func.lower(Person.name), Candidate.id)
    ).all()
    groups = people.group_names(s, [person.id for _row, person in rows])
    points: dict[UUID, dict[tuple[UUID, str], float]] = {}
    for one in _points(s, selection_id):
        points.setdefault(one.candidate_id, {})[one.criterion_id, one.assessor] = one.points
    return tuple(
        CandidateLine(
            row.id,
            person.id,
            person.name,
            person.sex,
            person.phone,
            groups.get(person.id, ""),
            points.get(row.id, {}),
            row.decision,
            row.note,
        )
        for row, person in rows
    )


def _candidate(selection_id: UUID, person_id: UUID) -> UUID:
    return derived_id("candidate", selection_id, person_id)
