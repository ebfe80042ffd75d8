"""Papers that are ready to be looked at, printed and saved: everything they need was read, and asks nobody."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from trainer_app.documents import (
    attendance_list,
    call_back_list,
    invitation_list,
    pdf_pages,
    people_list,
    sign_in_sheet,
)
from trainer_app.documents.attendance_rows import Variant
from trainer_app.documents.attendance_rows import title as list_title
from trainer_app.documents.formats import LISTS, PDF
from trainer_app.documents.output import Tick, Written, saving
from trainer_app.documents.words import file_name
from trainer_app.domain.attendance import Register, TrainingHead
from trainer_app.domain.curriculum import TextState
from trainer_app.domain.invitations import InvitationList
from trainer_app.domain.letterheads import NONE, Letterhead
from trainer_app.domain.list_forms import NO_DETAILS, USUAL, USUAL_PEOPLE, Details, ListForm
from trainer_app.domain.people import PersonLine
from trainer_app.domain.printed import NOBODY, Holder, Made, PrintedPage
from trainer_app.domain.spot_checks import Check
from trainer_app.i18n import Catalog

Save = Callable[[Path, Tick], Written]


@dataclass(frozen=True)
class Paper:
    """One document in one language. `draw` and `save` may run in the background."""

    document: str  # what the record of prints calls it
    title: str  # in the language of the paper
    language: str
    draw: Callable[[], bytes]
    save: Save
    subject: UUID | None = None  # the training or the unit that it is about
    unmasked: frozenset[str] = frozenset()
    is_sample: bool = False
    copies: int = 1
    suffixes: tuple[str, ...] = (PDF,)
    faces: int = 1  # sides printed on each sheet
    pages: tuple[PrintedPage, ...] = ()  # of the curriculum, each with the words that it was printed in
    holder: Holder = NOBODY
    states: Mapping[str, TextState] = field(default_factory=dict)  # language > state of its weakest text
    each: tuple[int, ...] = ()  # copies in the file itself, where it holds several for people of several languages
    look: Callable[[], bytes] | None = None  # the same with one copy of each, for the eye
    is_folded: bool = False  # a booklet
    by_hand: bool = False  # all fronts first, then all backs, for a printer that prints on one side

    @property
    def made(self) -> Made:
        """What the ledger keeps of it."""
        return Made(self.document, self.language, self.subject, self.unmasked, self.pages, self.holder)

    def file_name(self, suffix: str) -> str:
        """The name to propose: one that comes from the sample programme says so."""
        return file_name(self.title, suffix, Catalog(self.language), self.is_sample)

    def amount(self, pages: int) -> tuple[int, int, int]:
        """(pages of one copy, copies, sheets), when so many pages can be looked at."""
        if self.each:
            one = pages // len(self.each)
            return one, sum(self.each), -(-one // self.faces) * sum(self.each)
        return pages, self.copies, -(-pages // self.faces) * self.copies


def beside(second: str, language: str) -> Catalog | None:
    """The second language of labels, where it is another one."""
    return Catalog(second) if second and second != language else None


def of_training(
    head: TrainingHead,
    *,
    document: str,
    title: str,
    language: str,
    draw: Callable[[], bytes],
    save: Save,
    copies: int = 1,
    unmasked: frozenset[str] = frozenset(),
    suffixes: tuple[str, ...] = (PDF,),
) -> Paper:
    """A paper about one training: the ledger keeps it with the training, and one of the sample says so."""
    return Paper(
        document,
        title,
        language,
        draw,
        save,
        subject=head.id,
        holder=Holder(training_id=head.id),
        is_sample=head.is_sample,
        copies=copies,
        unmasked=unmasked,
        suffixes=suffixes,
    )


def sign_in(
    register: Register,
    day: int,
    language: str,
    today: date,
    unmask: Collection[str] = (),
    copies: int = 1,
    second: str = "",
) -> Paper:
    """The sheet that people sign on one day of a training."""
    t, also = Catalog(language), beside(second, language)
    unmasked = frozenset(unmask)
    held = sign_in_sheet.day_of(register, day, t).day

    def save(path: Path, tick: Tick) -> Written:
        return sign_in_sheet.write(register, day, t, path, tick, unmasked, today, also)

    return of_training(
        register.head,
        document="sign_in_sheet",
        title=f"{t.gettext('Sign-in sheet')} {register.head.code} {held}",
        language=language,
        draw=partial(sign_in_sheet.as_bytes, register, day, t, unmasked, today, also),
        save=save,
        unmasked=unmasked,
        copies=copies,
    )


def attendance(
    register: Register,
    variant: Variant,
    language: str,
    today: date,
    unmask: Collection[str] = (),
    copies: int = 1,
    form: ListForm = USUAL,
    second: str = "",
) -> Paper:
    """The list of a whole training: as it was marked, or to be signed. `form` is how a donor wants it."""
    t, also = Catalog(language), beside(second, language)
    unmasked = frozenset(unmask) | form.shown_in_full

    def save(path: Path, tick: Tick) -> Written:
        return attendance_list.write(register, t, path, tick, variant, unmasked, today, form, also)

    return of_training(
        register.head,
        document="attendance_list",
        title=f"{list_title(t, variant)} {register.head.code}",
        language=language,
        draw=partial(attendance_list.as_bytes, register, t, variant, unmasked, today, form, also),
        save=save,
        unmasked=unmasked,
        copies=copies,
        suffixes=LISTS if variant == Variant.RECORDED else (PDF,),
    )


def invitations(
    told: InvitationList,
    language: str,
    today: date,
    unmask: Collection[str] = (),
    signature: bool = True,
    copies: int = 1,
) -> Paper:
    """Who is told of a training, and who comes."""
    t = Catalog(language)
    unmasked = frozenset(unmask)

    def save(path: Path, tick: Tick) -> Written:
        return invitation_list.write(told, t, path, tick, unmasked, signature, today)

    return of_training(
        told.head,
        document="invitation_list",
        title=f"{invitation_list.title(t)} {told.head.code}",
        language=language,
        draw=partial(invitation_list.as_bytes, told, t, unmasked, signature, today),
        save=save,
        unmasked=unmasked,
        copies=copies,
        suffixes=LISTS,
    )


def people(
    lines: Sequence[PersonLine],
    language: str,
    today: date,
    *,
    unmask: Collection[str] = (),
    subject: UUID | None = None,
    about: str = "",
    is_sample: bool = False,
    copies: int = 1,
    letterhead: Letterhead = NONE,
    form: ListForm = USUAL_PEOPLE,
    second: str = "",
    details: Mapping[UUID, Details] = NO_DETAILS,
) -> Paper:
    """The list of people, or of the members of one group."""
    t, also = Catalog(language), beside(second, language)
    unmasked = frozenset(unmask) | form.shown_in_full

    def save(path: Path, tick: Tick) -> Written:
        return people_list.write(lines, t, path, unmasked, tick, today, is_sample, letterhead, form, also, details)

    return Paper(
        document="people_list",
        title=" ".join(part for part in (t.gettext("List of people"), about or f"{today}") if part),
        language=language,
        draw=partial(people_list.as_bytes, lines, t, unmasked, today, is_sample, letterhead, form, also, details),
        save=save,
        subject=subject,
        unmasked=unmasked,
        is_sample=is_sample,
        copies=copies,
        suffixes=LISTS,
    )


def call_back(check: Check, language: str, today: date, unmask: Collection[str] = ()) -> Paper:
    """Whom to call for a spot check, and what they said."""
    t = Catalog(language)
    unmasked = frozenset(unmask)

    def save(path: Path, tick: Tick) -> Written:
        return call_back_list.write(check, t, path, tick, unmasked, today)

    return Paper(
        document="call_back_list",
        title=f"{call_back_list.title(t)} {check.head.drawn_on} {check.head.seed}",
        language=language,
        draw=partial(call_back_list.as_bytes, check, t, unmasked, today),
        save=save,
        unmasked=unmasked,
        is_sample=check.head.is_sample,
        suffixes=LISTS,
    )


def together(found: Sequence[Paper]) -> Paper:
    """Several papers as one, each as often as it is needed: form A for half of the people, form B for the others."""
    first, *rest = found
    if not rest:
        return first

    def draw() -> bytes:
        return pdf_pages.joined(pdf for one in found for pdf in [one.draw()] * one.copies)

    def look() -> bytes:
        return pdf_pages.joined(one.draw() for one in found)

    def save(path: Path, tick: Tick) -> Written:
        whole = draw()
        tick(0.5)
        with saving(path, Catalog(first.language)) as file:
            file.write(whole)
        tick(1)
        return Written(path, sum(one.copies for one in found), pdf_pages.count(whole))

    return replace(
        first,
        draw=draw,
        save=save,
        look=look,
        copies=1,
        each=tuple(one.copies for one in found),
        pages=tuple(page for one in found for page in one.pages),
    )
