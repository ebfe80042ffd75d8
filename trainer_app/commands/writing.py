"""Commands that change the data: sample, add, mark, undo, redo, backup, restore."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from trainer_app.commands.context import Context, Result, day, table
from trainer_app.db import backup
from trainer_app.domain.attendance import Register, Status, numbers_in
from trainer_app.domain.groups import GroupForm, GroupKind
from trainer_app.domain.trainings import NewTraining
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, Catalog, _, label
from trainer_app.services import attendance, curriculum, groups, people, places, programme, sample, trainings


def fill_sample(context: Context, _options: Namespace) -> Result:
    with context.database.changing(label(N_("Fill with the sample programme"))) as s:
        sample.fill(s, context.today)
    with context.database.reading() as s:
        counts = programme.info(s).counts
    return Result({"counts": counts}, table(list(counts.items())))


def add_group(context: Context, options: Namespace) -> Result:
    with context.database.changing(label(N_("Add group {name}"), name=options.name)) as s:
        place = places.one(s, options.place) if options.place else None
        around = groups.one(s, options.inside) if options.inside else None
        form = GroupForm(options.name.strip(), GroupKind(options.kind), place, around, value_chain=options.value_chain)
        key = groups.add(s, form)
    with context.database.reading() as s:
        code = groups.card(s, key).code
    return Result({"id": str(key), "code": code}, [code])


def add_training(context: Context, options: Namespace) -> Result:
    with context.database.changing(label(N_("Plan a training for {group}"), group=options.group)) as s:
        order = NewTraining(
            module_id=curriculum.by_code(s, options.module).id,
            group_id=groups.one(s, options.group),
            first_day=day(options.start),
            days=options.days,
            venue=options.venue or "",
            trainers=tuple(people.one(s, ref) for ref in options.trainer or ()),
        )
        key = trainings.add(s, order)
    with context.database.reading() as s:
        head = trainings.head(s, key, context.language)
        enrolled = len(attendance.register(s, key, context.language).lines)
    told = {"id": str(key), "code": head.code, "first_day": head.first_day.isoformat(),
            "last_day": head.last_day.isoformat(), "enrolled": enrolled}  # fmt: skip
    return Result(told, [head.code])


def mark(context: Context, options: Namespace) -> Result:
    """Marks by the numbers of the register: all of them, or none when one is wrong."""
    with context.database.changing(label(N_("Mark attendance"))) as s:
        register = attendance.register(s, trainings.one(s, options.training), context.language)
        session = _session(register, options.day)
        wanted: dict[UUID, Status] = {}
        for status in (Status.PRESENT, Status.ABSENT, Status.LATE, Status.EXCUSED):
            for number in _numbers(getattr(options, status.value) or ""):
                wanted[_person(register, number)] = status
        if not wanted:
            raise TrainerError(_("Say who: --present, --absent, --late or --excused."), "nobody")
        attendance.mark_many(s, [(session, person, status) for person, status in wanted.items()], context.today)
    told = {status.value: sum(mark is status for mark in wanted.values()) for status in Status}
    return Result({"marked": len(wanted), **told}, table(list(told.items())))


def _session(register: Register, number: int) -> UUID:
    for column in register.days:
        if column.number == number:
            return column.session_id
    sentence = _("This training has {count} sessions.")
    raise TrainerError(sentence.format(count=len(register.days)), "unknown_day")


def _numbers(text: str) -> tuple[str, ...]:
    try:
        return numbers_in(text)
    except ValueError as error:
        sentence = _("{text} is not a list of numbers like 7,12 or 1-40.")
        raise TrainerError(sentence.format(text=error.args[0]), "bad_numbers") from error


def _person(register: Register, number: str) -> UUID:
    for line in register.lines:
        if line.number == number:
            return line.person_id
    raise TrainerError(_("Not on the register: {numbers}.").format(numbers=number), "unknown_number")


def undo(context: Context, options: Namespace) -> Result:
    t = Catalog(context.language)
    undone = [done.words(t) for done in context.database.undo_steps(options.steps)]
    return Result({"undone": undone}, undone)


def redo(context: Context, options: Namespace) -> Result:
    t = Catalog(context.language)
    done = [again.words(t) for again in context.database.redo_steps(options.steps)]
    return Result({"redone": done}, done)


def back_up(context: Context, options: Namespace) -> Result:
    made = backup.write(context.database, Path(options.out))
    return Result({"file": str(made), "bytes": made.stat().st_size}, [str(made)])


def restore(folder: Path, options: Namespace) -> Result:
    """The one command that works on a folder without a database."""
    backup.restore(Path(options.file), folder)
    return Result({"restored": str(folder)}, [_("The backup was restored to {folder}.").format(folder=folder)])
