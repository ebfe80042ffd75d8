"""What is asked of the print centre, and the paper that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from trainer_app.documents import papers
from trainer_app.documents.attendance_rows import Detail, Variant
from trainer_app.documents.handout import Format
from trainer_app.documents.papers import Paper
from trainer_app.domain.curriculum import Handout
from trainer_app.errors import TrainerError
from trainer_app.i18n import N_, _
from trainer_app.services import attendance, curriculum, groups, people, programme
from trainer_app.ui.work import Work


class Kind(StrEnum):
    """The papers there are, in the order in which they are offered."""

    HANDOUT = "handout"
    MODULE = "module"
    SIGN_IN = "sign_in_sheet"
    RECORDED = "attendance_list"
    BLANK = "attendance_list_blank"
    PEOPLE = "people_list"


NAMES = {
    Kind.HANDOUT: N_("Handout"),
    Kind.MODULE: N_("Handouts of a module"),
    Kind.SIGN_IN: N_("Sign-in sheet of a day"),
    Kind.RECORDED: N_("Attendance list, as marked"),
    Kind.BLANK: N_("Attendance list, to sign"),
    Kind.PEOPLE: N_("List of people"),
}
OF_CURRICULUM = frozenset({Kind.HANDOUT, Kind.MODULE})
OF_TRAINING = frozenset({Kind.SIGN_IN, Kind.RECORDED, Kind.BLANK})
WITH_PHONES = OF_TRAINING | {Kind.PEOPLE}


@dataclass(frozen=True, slots=True)
class Order:
    """A filled-in form. `subject` is the unit, module, training or group; `day` the number of a session."""

    kind: Kind
    subject: UUID | None
    language: str
    form: Format = Format.A4
    copies: int = 1
    day: int = 1
    whole_phones: bool = False

    @property
    def unmasked(self) -> frozenset[str]:
        return frozenset({Detail.PHONE} if self.whole_phones else ())


def paper(work: Work, order: Order, today: date) -> Paper | str:
    """The paper with everything it needs read; or a sentence that says what is wanting."""
    if order.subject is None and order.kind != Kind.PEOPLE:
        return WANTING[order.kind]()
    try:
        return MAKERS[order.kind](work, order, today)
    except TrainerError as problem:
        return str(problem)


def _handouts(work: Work, order: Order, today: date) -> Paper:
    assert order.subject is not None
    return papers.handouts(
        _pages(work, order, today),
        order.language,
        today,
        form=order.form,
        copies=order.copies,
        subject=order.subject,
    )


def _pages(work: Work, order: Order, today: date) -> Sequence[Handout]:
    """The page of a unit, or all of a module."""
    for module in work.read(curriculum.modules, order.language):
        if module.id == order.subject:
            return work.read(curriculum.handouts, module.code, order.language, today)
        for unit in module.units:
            if unit.id == order.subject:
                return (work.read(curriculum.handout, unit.handout_code, order.language, today),)
    raise TrainerError(_("This handout is no longer there."))


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


MAKERS: dict[Kind, Callable[[Work, Order, date], Paper]] = {
    Kind.HANDOUT: _handouts,
    Kind.MODULE: _handouts,
    Kind.SIGN_IN: _sign_in,
    Kind.RECORDED: _list,
    Kind.BLANK: _list,
    Kind.PEOPLE: _people,
}


def _no_curriculum() -> str:
    return _("There is no module yet.")


def _no_training() -> str:
    return _("There is no training yet. Plan one in the schedule first.")


WANTING: dict[Kind, Callable[[], str]] = {
    **dict.fromkeys(OF_CURRICULUM, _no_curriculum),
    **dict.fromkeys(OF_TRAINING, _no_training),
}
