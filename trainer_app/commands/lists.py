"""The lists of many trainings at once: `export attendance OUT --from … --to … --each`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from trainer_app.commands import papers
from trainer_app.commands.context import Context, Result, period
from trainer_app.documents import attendance_each
from trainer_app.documents.attendance_each import ONE_FILE, Lists
from trainer_app.documents.attendance_rows import Variant
from trainer_app.documents.output import Written
from trainer_app.domain.list_forms import ATTENDANCE
from trainer_app.domain.printed import Holder, Made
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, Catalog, _, label
from trainer_app.services import attendance, ledger, list_forms, places, reports


def export_attendance(context: Context, options: Namespace) -> Result:
    return _export_each(context, options) if options.each else papers.export_attendance(context, options)


def _export_each(context: Context, options: Namespace) -> Result:
    """A workbook or a PDF where OUT ends like one, else a folder with a file for each training."""
    if options.training or not (options.first or options.last or options.district):
        raise TrainerError(_("--each takes the trainings of a period: name the days from and to."), "what")
    t, out = context.catalog(options), Path(options.out)
    lists = _lists(context, options, t)
    if out.suffix.lower() in ONE_FILE and not options.format:
        written = [attendance_each.write(lists, t, out, printed=context.today)]
    else:
        suffix = f".{options.format or 'xlsx'}"
        written = attendance_each.write_each(lists, t, out, suffix, printed=context.today)
    _note(context, lists, t.language)
    return _result(out, lists, written)


def _lists(context: Context, options: Namespace, t: Catalog) -> Lists:
    first, last = period(options)
    with context.database.reading() as s:
        district = places.one(s, options.district, "district") if options.district else None
        keys = reports.real_trainings(s, first, last, district)
        form = list_forms.one(s, ATTENDANCE, options.form or "")
        registers = [list_forms.detailed(s, attendance.register(s, key, t.language), form) for key in keys]
    return attendance_each.chosen(registers, first, last, papers.unmasked(options), Variant(options.variant), form)


def _note(context: Context, lists: Lists, language: str) -> None:
    """Each list is noted with its training, as if it had left alone."""
    with context.database.changing(label(N_("Make a document")), undoable=False) as s:
        for register in lists.registers:
            key = register.head.id
            made = Made("attendance_list", language, key, lists.shown_in_full, holder=Holder(training_id=key))
            ledger.note(s, made, context.today)


def _result(out: Path, lists: Lists, written: list[Written]) -> Result:
    files = [str(made.path) for made in written]
    told: dict[str, object] = {"trainings": len(lists.registers), "file": str(out), "files": files}
    told["rows"] = sum(len(register.lines) for register in lists.registers)
    if pages := sum(made.pages for made in written):
        told["pages"] = pages
    return Result(told, files)
