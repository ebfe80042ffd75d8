"""The lists and sheets of trainings and people that the print centre is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from trainer_app import settings
from trainer_app.documents import certificate_papers, follow_up_papers, papers, score_papers
from trainer_app.documents.attendance_rows import Variant
from trainer_app.documents.papers import Paper
from trainer_app.documents.score_rows import ScoreBook
from trainer_app.domain.attendance import Register
from trainer_app.domain.follow_up import TaskKind
from trainer_app.domain.letterheads import Letterhead
from trainer_app.domain.list_forms import ATTENDANCE, NO_DETAILS, PEOPLE
from trainer_app.services import (
    attendance,
    certificates,
    follow_up,
    groups,
    invitations,
    letterheads,
    list_forms,
    people,
    programme,
    score_figures,
    trainings,
)
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.order import Make, Order
from trainer_app.ui.work import Work


def _sign_in(work: Work, order: Order, today: date) -> Paper:
    register = _register(work, order)
    return papers.sign_in(register, order.day, order.language, today, order.unmasked, order.copies, order.also)


def _list(work: Work, order: Order, today: date) -> Paper:
    variant = Variant.RECORDED if order.kind == Kind.RECORDED else Variant.BLANK
    form = work.read(list_forms.one, ATTENDANCE, order.donor)
    own, shown = work.read(list_forms.detailed, _register(work, order), form), order.unmasked
    return papers.attendance(own, variant, order.language, today, shown, order.copies, form, order.also)


def _people(work: Work, order: Order, today: date) -> Paper:
    lines = work.read(people.people, group_id=order.subject)
    form = work.read(list_forms.one, PEOPLE, order.donor)
    more = work.read(list_forms.details, [line.id for line in lines]) if form.needs_details else NO_DETAILS
    return papers.people(
        lines,
        order.language,
        today,
        unmask=order.unmasked,
        subject=order.subject,
        about=work.read(groups.card, order.subject).form.name if order.subject else "",
        is_sample=work.read(programme.has_sample),
        copies=order.copies,
        letterhead=_letterhead(work, order),
        form=form,
        second=order.also,
        details=more,
    )


def _invitations(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    told = work.read(invitations.invited, order.subject, order.language)
    told = replace(told, head=order.inked(told.head))
    return papers.invitations(told, order.language, today, order.unmasked, order.signature, order.copies)


def _scores(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    head = order.inked(work.read(trainings.head, order.subject, order.language))
    book = ScoreBook(head, work.read(score_figures.figures, order.subject, order.language))
    return score_papers.scores(book, order.language, today, order.copies)


def _calls(work: Work, order: Order, today: date) -> Paper:
    """Of everybody who is due for a call today; the page of the follow-up prints other parts of the list."""
    lines = work.read(follow_up.due, today, order.language)
    to_call = [line for line in lines if line.person_id is not None and line.kind is not TaskKind.OWN]
    organiser = work.read(letterheads.organiser, settings.load(work.folder).organiser)
    is_sample, own = work.read(programme.has_sample), _letterhead(work, order)
    return follow_up_papers.call_sheet(to_call, order.language, today, organiser, is_sample, order.copies, own)


def _register(work: Work, order: Order) -> Register:
    assert order.subject is not None
    found = work.read(attendance.register, order.subject, order.language)
    return replace(found, head=order.inked(found.head))


def _letterhead(work: Work, order: Order) -> Letterhead:
    """Of papers that are about no training."""
    return replace(work.read(letterheads.of), in_grey=order.grey)


def _certificates(work: Work, order: Order, today: date) -> Paper | str:
    assert order.subject is not None
    batch = work.read(certificates.batch, order.subject, order.language)
    batch = replace(batch, head=order.inked(batch.head))
    second = order.second if order.in_two else ""
    return certificate_papers.certificates(batch, order.language, second, order.score, order.copies)


def _badges(work: Work, order: Order, today: date) -> Paper | str:
    assert order.subject is not None
    head = work.read(trainings.head, order.subject, order.language)
    lines = work.read(certificates.badges, order.subject)
    return certificate_papers.badges(head, lines, order.language, order.copies)


MAKERS: Mapping[Kind, Make] = {
    Kind.INVITATIONS: _invitations,
    Kind.SIGN_IN: _sign_in,
    Kind.RECORDED: _list,
    Kind.BLANK: _list,
    Kind.SCORES: _scores,
    Kind.CERTIFICATES: _certificates,
    Kind.BADGES: _badges,
    Kind.PEOPLE: _people,
    Kind.CALLS: _calls,
}
