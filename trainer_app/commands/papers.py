"""Commands that make files: `export attendance|people`, `print sign-in-sheet|attendance-list`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from trainer_app.commands.context import Context, Result, period
from trainer_app.documents import attendance_list, attendance_period, invitation_list, people_list, sign_in_sheet
from trainer_app.documents.output import Written
from trainer_app.documents.papers import beside
from trainer_app.domain.list_forms import ATTENDANCE, NO_DETAILS, PEOPLE, USUAL, ListForm
from trainer_app.domain.printed import Made
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, Catalog, _, label
from trainer_app.services import (
    attendance,
    invitations,
    ledger,
    letterheads,
    list_forms,
    people,
    places,
    programme,
    reports,
    trainings,
)


def export_attendance(context: Context, options: Namespace) -> Result:
    """Of one training, or one row for each mark of everything real between two days."""
    if options.training:
        return _attendance_of_training(context, options)
    if not (options.first or options.last or options.district):
        raise TrainerError(_("Name a training, or the days from and to."), "what")
    if options.form:
        raise TrainerError(_("The form of a donor is for the list of one training: name it."), "what")
    first, last = period(options)
    t = context.catalog(options)
    with context.database.reading() as s:
        district = places.one(s, options.district, "district") if options.district else None
        keys = reports.real_trainings(s, first, last, district)
        registers = [attendance.register(s, key, t.language) for key in keys]
        own = letterheads.of(s)
    out, shown = Path(options.out), unmasked(options)
    made = attendance_period.write(registers, t, out, first=first, last=last, unmask=shown, letterhead=own)
    return noted(context, options, "attendance", made, None)


def _attendance_of_training(context: Context, options: Namespace) -> Result:
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        form = list_forms.one(s, ATTENDANCE, options.form or "")
        t = _in_its_language(context, options, form)
        register = list_forms.detailed(s, attendance.register(s, training, t.language), form)
    made = attendance_list.write(
        register,
        t,
        Path(options.out),
        variant=options.variant,
        unmask=unmasked(options) | form.shown_in_full,
        printed=context.today,
        form=form,
        also=_also(options, form, t),
    )
    return noted(context, options, "attendance_list", made, training, form, t.language)


def export_people(context: Context, options: Namespace) -> Result:
    with context.database.reading() as s:
        lines, is_sample, own = people.people(s), programme.has_sample(s), letterheads.of(s)
        form = list_forms.one(s, PEOPLE, options.form or "")
        details = list_forms.details(s, [line.id for line in lines]) if form.needs_details else NO_DETAILS
    t = _in_its_language(context, options, form)
    also = _also(options, form, t)
    out, shown = Path(options.out), unmasked(options) | form.shown_in_full
    made = people_list.write(
        lines,
        t,
        out,
        unmask=shown,
        printed=context.today,
        is_sample=is_sample,
        letterhead=own,
        form=form,
        also=also,
        details=details,
    )
    return noted(context, options, "people_list", made, None, form, t.language)


def print_sign_in_sheet(context: Context, options: Namespace) -> Result:
    t = context.catalog(options)
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        register = attendance.register(s, training, t.language)
    number = options.day or next((d.number for d in register.days if d.day >= context.today), 1)
    out, shown, also = Path(options.out), unmasked(options), _also(options, USUAL, t)
    made = sign_in_sheet.write(register, number, t, out, unmask=shown, printed=context.today, also=also)
    return noted(context, options, "sign_in_sheet", made, training)


def print_invitation_list(context: Context, options: Namespace) -> Result:
    t = context.catalog(options)
    with context.database.reading() as s:
        training = trainings.one(s, options.training)
        told = invitations.invited(s, training, t.language)
    signature, shown = not options.no_signature, unmasked(options)
    out = Path(options.out)
    made = invitation_list.write(told, t, out, unmask=shown, signature=signature, printed=context.today)
    return noted(context, options, "invitation_list", made, training)


def _in_its_language(context: Context, options: Namespace, form: ListForm) -> Catalog:
    """The language that was named, else the donor's, else that of the messages."""
    if form.languages and not getattr(options, "paper_language", None):
        return Catalog(form.languages[0])
    return context.catalog(options)


def _also(options: Namespace, form: ListForm, t: Catalog) -> Catalog | None:
    """The second language of the labels: the one that was named, else the donor's; none where it is the first again."""
    code = options.also or next(iter(form.languages[1:]), "")
    return beside(code, t.language)


def unmasked(options: Namespace) -> frozenset[str]:
    """`--unmask phone,id`: personal columns that the list shows in full."""
    wanted = frozenset(filter(None, (getattr(options, "unmask", None) or "").split(",")))
    if unknown := wanted - {"phone", "id"}:
        words = _("{name} cannot be unmasked: only phone and id can.")
        raise TrainerError(words.format(name=", ".join(sorted(unknown))), "unknown_column")
    return wanted


def noted(
    context: Context,
    options: Namespace,
    document: str,
    made: Written,
    subject: UUID | None,
    form: ListForm = USUAL,
    language: str = "",
) -> Result:
    """Every paper and list that leaves is kept in mind: what, when, in which language, and what it showed."""
    language, shown = language or context.catalog(options).language, unmasked(options) | form.shown_in_full
    with context.database.changing(label(N_("Make a document")), undoable=False) as s:
        ledger.note(s, Made(document, language, subject, shown), context.today)
    told = {"rows": made.rows, "file": str(made.path)}
    if made.pages:
        told["pages"] = made.pages
    return Result(told, [str(made.path)])
