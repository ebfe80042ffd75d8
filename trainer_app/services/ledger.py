"""The ledger of printed pages: what was printed, for whom, and who holds a page that says something else by now.

Each page is kept with the words it was printed in. Whether it is outdated is asked of the words of today, so that it
does not matter how they changed: here, by another laptop, by a newer pack, or by a law with another figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from trainer_app.db.journal import INCLUDE_GONE, put, remove
from trainer_app.db.records import Edition, Group, PrintRun, Training
from trainer_app.domain.ids import derived_id, new_id
from trainer_app.domain.printed import Held, Holder, Made, OutdatedLine, PrintedPage, RunLine, changes
from trainer_app.services.printed_words import Today


def note(s: Session, made: Made, today: date, copies: int = 1) -> None:
    """Keep that this was printed or saved: a row for each of its pages."""
    job = new_id()
    for page in made.pages:
        _keep_words(s, page)
        run = _run(made, page.document, page.language, today, page.copies * copies)
        run.job, run.code, run.edition = job, page.code, page.edition
        s.add(run)
    if not made.pages:
        s.add(_run(made, made.document, made.language, today, copies))


def forget(s: Session, holders: Iterable[UUID]) -> None:
    """Take away what was printed for these groups and trainings: they were never real."""
    keys = set(holders)
    for row in s.scalars(select(PrintRun)):
        if {row.group_id, row.training_id, row.subject_id} & keys:
            remove(row)


def runs(s: Session) -> tuple[RunLine, ...]:
    """Everything that was printed or saved, the latest first; the pages of one job in one line for each language."""
    rows = s.scalars(select(PrintRun).order_by(PrintRun.made_on.desc(), PrintRun.id.desc())).all()
    jobs = {key: list(found) for key, found in groupby(sorted(rows, key=_order), key=_job)}
    held = _held(s, rows)
    lines = [_line(found, held) for found in jobs.values()]
    return tuple(sorted(lines, key=lambda line: (line.made_on, line.id), reverse=True))


def of(s: Session, subject_id: UUID) -> tuple[tuple[date, str, str, int], ...]:
    """(day, document, language, copies) of everything made from a training or handout, the latest first."""
    rows = s.scalars(select(PrintRun).where(PrintRun.subject_id == subject_id).order_by(PrintRun.id.desc()))
    return tuple((row.made_on, row.document, row.language, row.copies) for row in rows)


def outdated(s: Session, day: date) -> tuple[OutdatedLine, ...]:
    """Copies of pages that read otherwise on `day`, the latest first; not those whose holder was given the page of
    that day since."""
    rows = s.scalars(select(PrintRun).where(PrintRun.edition != "").order_by(PrintRun.id)).all()
    now, held = Today(s, day), _held(s, rows)
    up_to_date: set[tuple[object, ...]] = set()
    found: list[OutdatedLine] = []
    for row in reversed(rows):
        place = (row.document, row.code, row.language, row.group_id, row.training_id)
        page = now.page(row.document, row.code, row.language)
        if page is not None and page.edition == row.edition:
            up_to_date.add(place)
        elif place not in up_to_date:
            found.append(_outdated(s, row, page, held[row.id]))
    return tuple(found)


def _run(made: Made, document: str, language: str, today: date, copies: int) -> PrintRun:
    return PrintRun(
        document=document,
        subject_id=made.subject_id,
        group_id=made.holder.group_id,
        training_id=made.holder.training_id,
        language=language,
        copies=copies,
        made_on=today,
        unmasked=",".join(sorted(made.unmasked)),
    )


def _keep_words(s: Session, page: PrintedPage) -> None:
    put(
        s,
        Edition,
        _key(page.document, page.code, page.language, page.edition),
        document=page.document,
        code=page.code,
        language=page.language,
        edition=page.edition,
        words=list(page.words),
    )


def _key(document: str, code: str, language: str, edition: str) -> UUID:
    return derived_id("edition", document, code, language, edition)


def _outdated(s: Session, row: PrintRun, page: PrintedPage | None, whom: Held) -> OutdatedLine:
    kept = s.get(Edition, _key(row.document, row.code, row.language, row.edition))
    return OutdatedLine(
        id=row.id,
        made_on=row.made_on,
        document=row.document,
        code=row.code,
        language=row.language,
        edition=row.edition,
        now=page.edition if page else "",
        copies=row.copies,
        whom=whom,
        changed=changes(kept.words, page.words) if kept and page else (),
    )


def _job(row: PrintRun) -> tuple[str, ...]:
    return (str(row.job or row.id), row.document, row.language)


def _order(row: PrintRun) -> tuple[str, ...]:
    return (*_job(row), row.id.hex)


def _line(rows: Sequence[PrintRun], held: dict[UUID, Held]) -> RunLine:
    first = rows[0]
    return RunLine(
        id=first.id,
        made_on=first.made_on,
        document=first.document,
        codes=tuple(row.code for row in rows if row.code),
        language=first.language,
        edition=first.edition if len(rows) == 1 else "",
        copies=first.copies,
        whom=held[first.id],
        subject_id=first.subject_id,
    )


def _held(s: Session, rows: Iterable[PrintRun]) -> dict[UUID, Held]:
    """Run > whom it was for, by name: also of a group or a training that was removed since."""
    everything = {INCLUDE_GONE: True}
    groups = dict(s.execute(select(Group.id, Group.name).execution_options(**everything)).all())
    trainings = dict(s.execute(select(Training.id, Training.code).execution_options(**everything)).all())
    return {
        row.id: Held(
            Holder(row.group_id, row.training_id),
            groups.get(row.group_id, "") if row.group_id else "",
            trainings.get(row.training_id, "") if row.training_id else "",
        )
        for row in rows
    }
