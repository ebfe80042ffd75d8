"""Commands that only look: info, list, report, history, check."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any
from uuid import UUID

from trainer_app import __version__
from trainer_app.commands.context import Context, Result, period, table
from trainer_app.db import backup, high_water, verify
from trainer_app.domain.group_life import GroupOverview
from trainer_app.domain.people import folded
from trainer_app.domain.printed import OutdatedLine, RunLine
from trainer_app.i18n import LANGUAGES, Catalog, _
from trainer_app.services import (
    attendance,
    curriculum,
    group_board,
    groups,
    history,
    ledger,
    people,
    programme,
    reports,
    sessions,
    trainings,
)

Line = dict[str, Any]


def info(context: Context, _options: Namespace) -> Result:
    found = context.read(programme.info)
    told = {
        "version": __version__,
        "data": str(context.folder),
        "database": str(context.database.file),
        "protected": context.database.is_protected,
        "device": found.device,
        "languages": list(LANGUAGES),
        "sample": found.has_sample,
        "counts": found.counts,
    }
    shown = {**told, "languages": ", ".join(LANGUAGES), **found.counts}
    return Result(told, table([(name, value) for name, value in shown.items() if name != "counts"]))


def list_what(context: Context, options: Namespace) -> Result:
    found = LISTS[options.what](context, options)
    return Result({options.what: found}, table([(line["code"], line["name"]) for line in found]))


def _modules(context: Context, options: Namespace) -> list[Line]:
    return [
        {"id": str(m.id), "code": m.code, "name": m.title, "aim": m.aim, "units": len(m.units), "minutes": m.minutes,
         "items": m.items}
        for m in context.read(curriculum.modules, context.language) if _fits(options, m.code, m.title)
    ]  # fmt: skip


def _units(context: Context, options: Namespace) -> list[Line]:
    return [
        {"id": str(u.id), "code": u.code, "name": u.title, "module": m.code, "minutes": u.minutes,
         "states": dict(u.states)}
        for m in context.read(curriculum.modules, context.language) for u in m.units if _fits(options, u.code, u.title)
    ]  # fmt: skip


def _handouts(context: Context, options: Namespace) -> list[Line]:
    found = []
    for module in context.read(curriculum.modules, context.language):
        pages = context.read(curriculum.handouts, module.code, context.language, context.today)
        for unit, page in zip((unit for unit in module.units if unit.handout_code), pages, strict=True):
            if _fits(options, page.code, page.title):
                line = {"id": str(unit.id), "code": page.code, "name": page.title, "module": module.code}
                found.append({**line, "unit": unit.code, "states": dict(unit.states)})
    return found


def _people(context: Context, options: Namespace) -> list[Line]:
    if options.training:
        return _participants(context, options)
    return [
        {"id": str(p.id), "code": p.code, "name": p.name, "sex": p.sex, "born": p.birth_year, "phone": p.phone,
         "groups": p.groups, "place": p.place, "attended": p.attended, "sessions": p.sessions}
        for p in context.read(people.people, options.search)
    ]  # fmt: skip


def _participants(context: Context, options: Namespace) -> list[Line]:
    training = context.read(trainings.one, options.training)
    lines = context.read(attendance.register, training, context.language).lines
    codes = {p.id: p.code for p in context.read(people.people)}
    return [
        {"id": str(line.person_id), "code": codes[line.person_id], "number": line.number, "name": line.name,
         "sex": line.sex, "age": line.age.value, "phone": line.phone, "groups": line.organisation}
        for line in lines if _fits(options, line.name)
    ]  # fmt: skip


def _groups(context: Context, options: Namespace) -> list[Line]:
    more = {line.id: line for line in context.read(group_board.overview, context.today)}
    return [
        {"id": str(g.id), "code": g.code, "name": g.name, "kind": g.kind, "place": g.place, "members": g.members,
         "women": g.women, "trained": g.trained, **_more_of_group(more[g.id])}
        for g in context.read(groups.groups, options.search)
    ]  # fmt: skip


def _more_of_group(line: GroupOverview) -> Line:
    """Where the group stands among the others, how far it has come, and what alarms."""
    until = line.mandate.until
    return {
        "value_chain": line.value_chain,
        "occupation": line.occupation,
        "inside": line.parent,
        "formed_by_itself": line.formed_by_itself,
        "life": line.life.value,
        "committee_only": list(line.alarms),
        "mandate_until": until.isoformat() if until else None,
    }


def _trainings(context: Context, options: Namespace) -> list[Line]:
    return [
        {"id": str(t.id), "code": t.code, "name": t.title, "module": t.module_code, "group": t.group,
         "venue": t.venue, "first_day": t.first_day.isoformat(), "last_day": t.last_day.isoformat(),
         "sessions": t.sessions, "marked_sessions": t.marked_sessions, "enrolled": t.enrolled, "sample": t.is_sample}
        for t in context.read(trainings.trainings, context.language, options.search)
    ]  # fmt: skip


def _sessions(context: Context, options: Namespace) -> list[Line]:
    training = context.read(trainings.one, options.training) if options.training else None
    return [
        {"id": str(x.id), "code": f"{x.training_code}/{x.number}", "name": x.title, "training": x.training_code,
         "number": x.number, "day": x.day.isoformat(), "starts": f"{x.starts:%H:%M}", "ends": f"{x.ends:%H:%M}",
         "venue": x.venue, "group": x.group, "trainers": x.trainers, "enrolled": x.enrolled, "came": x.came,
         "marked": x.marked, "moved_from": x.moved_from.isoformat() if x.moved_from else None, "cut": x.cut}
        for x in context.read(sessions.sessions, context.language, training_id=training)
        if _fits(options, x.title, x.group)
    ]  # fmt: skip


def _fits(options: Namespace, *texts: str) -> bool:
    words = folded(" ".join(texts)).split()
    return all(any(word.startswith(part) for word in words) for part in folded(options.search or "").split())


LISTS: dict[str, Callable[[Context, Namespace], list[Line]]] = {
    "modules": _modules,
    "units": _units,
    "handouts": _handouts,
    "people": _people,
    "groups": _groups,
    "trainings": _trainings,
    "sessions": _sessions,
}


def report_attendance(context: Context, options: Namespace) -> Result:
    """Of one training, or of everything real between two days."""
    first, last = period(options)
    found = context.read(
        reports.attendance,
        training_id=context.read(trainings.one, options.training) if options.training else None,
        first=first,
        last=last,
    )
    told = reports.as_dict(found)
    return Result(told, table([(name, value) for name, value in told.items() if not isinstance(value, dict)]))


def report_prints(context: Context, options: Namespace) -> Result:
    """Everything that was printed; or only the pages in people's hands that read otherwise by now."""
    if options.outdated:
        lines = [_outdated(line) for line in context.read(ledger.outdated, context.today)]
        return Result({"outdated": lines}, table([_shown(line, line["code"]) for line in lines]))
    lines = [_run(line) for line in context.read(ledger.runs)]
    return Result({"prints": lines}, table([_shown(line, " ".join(line["codes"])) for line in lines]))


def _run(line: RunLine) -> Line:
    return {**_printed(line), "codes": list(line.codes), "edition": line.edition}


def _outdated(line: OutdatedLine) -> Line:
    changed = [{"before": passage.before, "now": passage.now} for passage in line.changed]
    return {**_printed(line), "code": line.code, "edition": line.edition, "now": line.now, "changed": changed}


def _printed(line: RunLine | OutdatedLine) -> Line:
    return {
        "day": line.made_on.isoformat(),
        "document": line.document,
        "language": line.language,
        "copies": line.copies,
        "group": line.whom.group,
        "training": line.whom.training,
    }


def _shown(line: Line, codes: str) -> tuple[object, ...]:
    whom = " ".join(filter(None, (line["group"], line["training"])))
    return line["day"], line["document"], codes, line["language"], line["copies"], whom


def history_of(context: Context, options: Namespace) -> Result:
    """Who changed a person, group or training, field by field, the latest first."""
    lines = context.read(history.of, _keys(context, options.kind, options.ref))
    t = Catalog(context.language)
    told = [
        {"when": line.when.isoformat(timespec="seconds"), "who": line.who, "what": line.label.words(t),
         "undone": line.undoes, "field": line.field, "before": line.before, "after": line.after}
        for line in lines
    ]  # fmt: skip
    return Result(
        {"history": told}, table([(x["when"], x["who"], x["field"], x["before"], "→", x["after"]) for x in told])
    )


def _keys(context: Context, kind: str, ref: str) -> list[UUID]:
    """The row that is meant; of a training, also the rows it is made of."""
    key = context.read(NAMED[kind], ref)
    return [key, *(context.read(history.rows_of_training, key) if kind == "training" else ())]


NAMED: dict[str, Callable[..., UUID]] = {"person": people.one, "group": groups.one, "training": trainings.one}


def check(context: Context, _options: Namespace) -> Result:
    """Pages, references, journal and counts."""
    found = backup.examine(context.database.file, context.database.key)
    problems = [*found.problems, *context.read(verify.journal)]
    if missing := context.database.missing_changes():
        problems.append(high_water.words(missing))
    told = {"ok": not problems, "problems": problems, "counts": found.counts}
    words = [_("The data is sound.")] if not problems else [_("Something is wrong with the data:"), *problems]
    return Result(told, words, sound=not problems)
