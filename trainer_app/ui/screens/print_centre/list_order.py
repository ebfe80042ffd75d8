"""The lists and sheets of trainings and people that the print centre is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trainer_app import settings
from trainer_app.documents import certificate_papers, follow_up_papers, papers
from trainer_app.documents.attendance_rows import Variant
from trainer_app.documents.papers import Paper
from trainer_app.domain.follow_up import TaskKind
from trainer_app.services import (
    attendance,
    certificates,
    follow_up,
    groups,
    invitations,
    people,
    programme,
    trainings,
)
from trainer_app.ui.screens.print_centre.kinds import Kind
from trainer_app.ui.screens.print_centre.order import Make, Order
from trainer_app.ui.work import Work


def _sign_in(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    register = work.read(attendance.register, order.subject, order.language)
    return papers.sign_in(register, order.day, order.language, today, order.unmasked, order.copies)


def _list(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    register = work.read(attendance.register, order.subject, order.language)
    variant = Variant.RECORDED if order.kind == Kind.RECORDED else Variant.BLANK
    return papers.attendance(register, variant, order.language, today, order.unmasked, order.copies)


def _people(work: Work, order: Order, today: date) -> Paper:
    lines = work.read(people.people, group_id=order.subject)
    return papers.people(
        lines,
        order.language,
        today,
        unmask=order.unmasked,
        subject=order.subject,
        about=work.read(groups.card, order.subject).form.name if order.subject else "",
        is_sample=work.read(programme.has_sample),
        copies=order.copies,
    )


def _invitations(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    told = work.read(invitations.invited, order.subject, order.language)
    return papers.invitations(told, order.language, today, order.unmasked, order.signature, order.copies)


def _calls(work: Work, order: Order, today: date) -> Paper:
    """Of everybody who is due for a call today; the page of the follow-up prints other parts of the list."""
    lines = work.read(follow_up.due, today, order.language)
    to_call = [line for line in lines if line.person_id is not None and line.kind is not TaskKind.OWN]
    organiser, is_sample = settings.load(work.folder).organiser, work.read(programme.has_sample)
    return follow_up_papers.call_sheet(to_call, order.language, today, organiser, is_sample, order.copies)


def _certificates(work: Work, order: Order, today: date) -> Paper | str:
    assert order.subject is not None
    batch = work.read(certificates.batch, order.subject, order.language)
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
    Kind.CERTIFICATES: _certificates,
    Kind.BADGES: _badges,
    Kind.PEOPLE: _people,
    Kind.CALLS: _calls,
}
