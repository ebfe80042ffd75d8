"""What waits for somebody: people to call, groups to visit, tasks that somebody wrote down.

What a rule finds has no row until somebody acts on it; then its task is written under the key that every laptop gives
to the same finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from trainer_app.db.journal import chunked, put
from trainer_app.db.journal import remove as take_away
from trainer_app.db.records import (
    Call,
    Group,
    Kept,
    Person,
    Task,
    Training,
    TrainingSession,
    User,
    Visit,
)
from trainer_app.domain.follow_up import (
    CallLine,
    CallOutcome,
    FollowUp,
    TaskKind,
    TaskState,
    When,
    after_call,
)
from trainer_app.domain.ids import derived_id
from trainer_app.domain.people import PhoneProblem, phone
from trainer_app.domain.rules import LowScore
from trainer_app.domain.scores import is_low
from trainer_app.domain.text import tidy
from trainer_app.errors import TrainerError
from trainer_app.i18n import SOURCE, _
from trainer_app.services import absences, coverage, curriculum, rules, scores, visits

K = TypeVar("K", bound=Kept)
SHOWN_FOR = timedelta(days=90)  # what was done stays in the list so long
SCORES_OF = timedelta(days=60)  # a test that was sat earlier is nobody's task today


def found(s: Session, today: date, language: str) -> tuple[FollowUp, ...]:
    """Everything that waits, was put off, or was done lately; what has waited longest first."""
    return _told(s, [*_of_people(s, today), *_not_reached(s, today)], today, language)


def due(s: Session, today: date, language: str) -> tuple[FollowUp, ...]:
    """Whom somebody should call or visit today.

    Groups of which only the committee came are not among them: finding those reads every mark there is.
    """
    lines = _told(s, _of_people(s, today), today, language)
    return tuple(line for line in lines if line.kind is not TaskKind.NOT_REACHED and line.when(today) is When.DUE)


def _of_people(s: Session, today: date) -> list[FollowUp]:
    return [*_absences(s, today), *_low_scores(s, today), *visits.to_plan(s, today)]


def _told(s: Session, lines: Iterable[FollowUp], today: date, language: str) -> tuple[FollowUp, ...]:
    """These findings with what was done about them, and what was planned and written down besides."""
    tasks = {row.id: row for row in s.scalars(select(Task).where(_wanted(today)))}
    lines = [_with_task(line, tasks.pop(line.id, None)) for line in lines]
    lines += [_from_task(row) for row in tasks.values() if _is_shown(row, today)]
    named = _named(s, [*lines, *visits.planned(s, today - SHOWN_FOR)], language)
    return tuple(sorted(named, key=lambda line: (line.due, line.name, str(line.id))))


def call(s: Session, line: FollowUp, outcome: CallOutcome, words: str, today: date) -> None:
    """Keep a call and what was said; the task is settled, put off, or stays."""
    if line.person_id is None:
        raise TrainerError(_("Nobody is named here who could be called."), "nobody_to_call")
    task = _write(s, line)
    said = words.strip()
    s.add(Call(task_id=task.id, person_id=line.person_id, called_on=today, outcome=outcome, words=said))
    task.state, task.snoozed_until = after_call(outcome, today)
    task.done_on = today if task.state is TaskState.DONE else None
    task.outcome = outcome.value


def snooze(s: Session, line: FollowUp, until: date) -> None:
    """Leave it alone until that day. A planned visit is put off to it."""
    if line.visit_days is not None or _is_visit(s, line):
        visits.move(s, line.id, until)
        return
    task = _write(s, line)
    task.state, task.snoozed_until = TaskState.SNOOZED, until


def finish(s: Session, line: FollowUp, today: date, outcome: str = "") -> None:
    """It is done, with a word about how."""
    task = _write(s, line)
    task.state, task.done_on, task.snoozed_until, task.outcome = TaskState.DONE, today, None, outcome.strip()


def reopen(s: Session, line: FollowUp) -> None:
    """It was not done after all."""
    task = _write(s, line)
    task.state, task.done_on, task.snoozed_until, task.outcome = TaskState.OPEN, None, None, ""


def give_to(s: Session, line: FollowUp, owner_id: UUID | None) -> None:
    """Who of the office looks after it; None when nobody does."""
    _write(s, line).owner_id = owner_id


def add(
    s: Session,
    title: str,
    due: date,
    *,
    person_id: UUID | None = None,
    group_id: UUID | None = None,
    owner_id: UUID | None = None,
) -> UUID:
    """A task that somebody writes down."""
    if not tidy(title):
        raise TrainerError(_("Write what is to be done."), "no_title")
    task = Task(
        kind=TaskKind.OWN,
        state=TaskState.OPEN,
        title=tidy(title),
        due=due,
        person_id=person_id,
        group_id=group_id,
        owner_id=owner_id,
        outcome="",
    )
    s.add(task)
    return task.id


def remove(s: Session, task_id: UUID) -> None:
    """Take a written task away; undo brings it back."""
    take_away(s.get_one(Task, task_id))


def add_phone(s: Session, person_id: UUID, typed: str) -> None:
    """Write down the number under which a person can be called. Raises TrainerError when it is none."""
    try:
        number = phone(typed)
    except PhoneProblem as problem:
        raise TrainerError(_("A mobile number has 10 digits, e.g. 0788 123 456."), "phone") from problem
    s.get_one(Person, person_id).phone = number


def owners(s: Session) -> tuple[tuple[UUID, str], ...]:
    """Who of the office can look after a task."""
    rows = s.execute(select(User.id, User.name).where(User.active).order_by(func.lower(User.name)))
    return tuple((key, name) for key, name in rows)


def _wanted(today: date) -> ColumnElement[bool]:
    """A finding that stays true (a low score) was done for good, however long ago."""
    stays = Task.kind.in_([TaskKind.LOW_SCORE, TaskKind.VISIT, TaskKind.NOT_REACHED])
    return or_(Task.state != TaskState.DONE, Task.done_on >= today - SHOWN_FOR, stays)


def _absences(s: Session, today: date) -> list[FollowUp]:
    return [
        FollowUp(
            derived_id("task", TaskKind.ABSENCE, one.training_id, one.person_id, one.away.since),
            TaskKind.ABSENCE,
            one.away.due_on or today,
            person_id=one.person_id,
            training_id=one.training_id,
            since=one.away.since,
            sessions=one.away.sessions,
            days=one.away.days,
            unmarked=one.away.unmarked,
        )
        for one in absences.due(s, today)
    ]


def _low_scores(s: Session, today: date) -> list[FollowUp]:
    """Whose last test after the training lies below the rule, of those still enrolled."""
    share = rules.rule(s, LowScore).below
    last = func.max(TrainingSession.day).label("last")
    lately = s.execute(
        select(TrainingSession.training_id, last)
        .where(TrainingSession.cut.is_(False), TrainingSession.training_id.in_(absences.held_since(today - SCORES_OF)))
        .group_by(TrainingSession.training_id)
        .having(last >= today - SCORES_OF)
    )
    ended = {training: day for training, day in lately}
    return [
        FollowUp(
            derived_id("task", TaskKind.LOW_SCORE, found.training_id, found.person_id, ""),
            TaskKind.LOW_SCORE,
            min(ended[found.training_id], today),
            person_id=found.person_id,
            training_id=found.training_id,
            score=found.score,
            maximum=found.maximum,
        )
        for found in scores.last_scores(s, ended)
        if is_low(found.score, found.maximum, share)
    ]


def _not_reached(s: Session, today: date) -> list[FollowUp]:
    """Groups of which only the committee was trained in a module: the other members wait.

    Another module is another finding, so that settling one leaves the next to be seen.
    """
    codes = {module.id: module.code for module in coverage.modules(s, SOURCE)}
    return [
        FollowUp(
            derived_id("task", TaskKind.NOT_REACHED, group.id, "", modules),
            TaskKind.NOT_REACHED,
            today,
            group_id=group.id,
            title=modules,
        )
        for group in coverage.lines(s, today)
        if not group.has_inside and (modules := ", ".join(sorted(codes[key] for key in group.alarms if key in codes)))
    ]


def _with_task(line: FollowUp, task: Task | None) -> FollowUp:
    """The finding, with what somebody did about it."""
    if task is None:
        return line
    return replace(
        line,
        state=task.state,
        owner_id=task.owner_id,
        snoozed_until=task.snoozed_until,
        done_on=task.done_on,
        outcome=task.outcome,
    )


def _is_shown(task: Task, today: date) -> bool:
    """A finding that was put off and is found no longer (the person came) needs nobody any more."""
    if task.state is not TaskState.DONE:
        return task.kind is TaskKind.OWN
    return task.done_on is not None and task.done_on >= today - SHOWN_FOR


def _from_task(task: Task) -> FollowUp:
    line = FollowUp(
        task.id,
        task.kind,
        task.due,
        person_id=task.person_id,
        group_id=task.group_id,
        training_id=task.training_id,
        title=task.title,
        since=task.since,
    )
    return _with_task(line, task)


def _named(s: Session, lines: Sequence[FollowUp], language: str) -> list[FollowUp]:
    """The lines with the names of whom they are about; those about somebody who was removed are left out."""
    people = _by_key(s, Person, (line.person_id for line in lines))
    groups = _by_key(s, Group, (line.group_id for line in lines))
    trainings = _by_key(s, Training, (line.training_id for line in lines))
    titles = curriculum.titles(s, [row.module_id for row in trainings.values()], language)
    calls = _calls(s, [key for key in people if key])
    users = {key: name for key, name in s.execute(select(User.id, User.name))}
    named = []
    for line in lines:
        person, group = people.get(line.person_id), groups.get(line.group_id)
        training = trainings.get(line.training_id)
        if (line.person_id and person is None) or (line.training_id and training is None):
            continue
        named.append(
            replace(
                line,
                name=person.name if person else group.name if group else "",
                phone=person.phone if person else "",
                training=(training.title or titles[training.module_id]) if training else "",
                owner=users.get(line.owner_id, "") if line.owner_id else "",
                calls=calls.get(line.person_id, ()) if line.person_id else (),
            )
        )
    return named


def _by_key(s: Session, kind: type[K], keys: Iterable[UUID | None]) -> dict[UUID | None, K]:
    wanted = list({key for key in keys if key is not None})
    return {row.id: row for part in chunked(wanted) for row in s.scalars(select(kind).where(kind.id.in_(part)))}


def _calls(s: Session, people: Iterable[UUID]) -> dict[UUID, tuple[CallLine, ...]]:
    """Person > calls made to them, the latest first."""
    found: dict[UUID, tuple[CallLine, ...]] = {}
    for part in chunked(list(people)):
        rows = s.scalars(select(Call).where(Call.person_id.in_(part)).order_by(Call.called_on.desc(), Call.id.desc()))
        for row in rows:
            line = CallLine(row.called_on, row.outcome, row.words)
            found[row.person_id] = (*found.get(row.person_id, ()), line)
    return found


def _write(s: Session, line: FollowUp) -> Task:
    """The task of this line; written now when nobody acted on it before."""
    facts = {
        "kind": line.kind,
        "person_id": line.person_id,
        "group_id": line.group_id,
        "training_id": line.training_id,
        "since": line.since,
        "due": line.due,
        "title": line.title,
    }
    row = put(s, Task, line.id, **facts)
    s.flush()
    return row


def _is_visit(s: Session, line: FollowUp) -> bool:
    return line.kind is TaskKind.VISIT and s.get(Visit, line.id) is not None
